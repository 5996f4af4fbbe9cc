"""Which lines of a slot are titles: settled by what all slots of the page have in common."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from scrapers._language.durations import is_duration
from scrapers._language.kinds import is_kind, kind_of
from scrapers._language.namelike import looks_like_name
from scrapers._language.vocabulary import page_words, plain, words_of
from scrapers._parts.leads import is_bare_role
from scrapers._parts.roles import AFFIL, OTHER, PERSON, ROOM, TEXT, Chances
from scrapers._people.holders import behind_kind
from scrapers._people.labels import split_role, tells_backing
from scrapers._people.names import split_people
from scrapers._people.pieces import known_given
from scrapers._programme.points import talks_in_lists, without_points
from scrapers._timing.heads import track_told, value_labelled
from scrapers._timing.unit import Page, Unit, Zone

_LEAST_TITLE = 0.1
_HEADING = 0.3
_LONG_LINE = 9
_SURE = 0.5
_ODD = 0.2
_CODE = re.compile(
    r"[A-ZÀ-Þ]{0,3}[-.\s]?\d{1,3}[A-Za-z]?(?:[-.:/]\s?[A-Za-z]?\d{1,3}[a-z]?){0,2}|#\d{1,4}"
)  # "1A-1", "P12", "O-3.2"
_SENTENCES = re.compile(r"!$|[^\W\d_]{3}[.!?]\s+\S.*[.!?]$")
_SENTENCE = 9
_FACTS = re.compile(r"[·|•]|\s[–—-]\s")


def titles_of(
    page: Page, chances: list[Chances], zone: Zone, styles: dict[str, float], parts: Sequence[Sequence[int]] = ()
) -> list[int]:
    """The title lines of one zone in page order; the likeliest unit where none stands out, nothing where none may be one.

    `styles` tells how far each format of the page holds titles (`title_styles`); `parts` are the units of sessions that share
    the zone's time side by side, each of which has a title of its own.
    """
    members = [at for at in range(zone.first, zone.last) if chances[at] and "©" not in page.units[at].text]
    clock = page.units[zone.time].clock
    sure = clock is None or clock.start < 0
    if not parts:
        return _titles_among(page, chances, members, styles, sure=sure)
    apart = {at for part in parts for at in part}
    rest = [at for at in members if at not in apart]
    told = [
        part
        for part in parts
        if sum(chances[at].role == PERSON for at in part) < 2 or any(_may_be_called(page, chances, at) for at in part)
    ]
    groups = [*told, rest] if any(chances[at].is_title for at in rest) else told
    found = [
        _titles_among(page, chances, list(group), styles, sure=sure) or _only_line(page, chances, group) for group in groups
    ]
    return sorted(at for titles in found for at in titles)


def _may_be_called(page: Page, chances: list[Chances], at: int) -> bool:
    """Whether a line is a title, or one of people that looks like no name and may be a title."""
    return chances[at].is_title or (chances[at].as_title >= _ODD and looks_like_name(page.units[at].text) < _SURE)


def _only_line(page: Page, chances: list[Chances], part: Sequence[int]) -> list[int]:
    """The line of a part of a row that holds no other, which is a title as those beside it ("Closing")."""
    short = len(part) == 1 and chances[part[0]].role == OTHER and len(page.units[part[0]].words) < _LONG_LINE
    return list(part) if short and page.units[part[0]].copies < 3 else []


def _titles_among(page: Page, chances: list[Chances], members: list[int], styles: dict[str, float], *, sure: bool) -> list[int]:
    """The titles among units of one time, or of one of the sessions that share it."""
    members = [at for at in members if not _tells_nothing(page.units[at].text)] or members
    members = _without_next_break(page, chances, members)
    titles = without_points(page, chances, members, [at for at in members if chances[at].is_title])
    titles = [at for at in titles if value_labelled(page.units[at].text, "title_label")] or titles
    if not any(chances[at].role == PERSON for at in members):  # nobody chairs a track that only heads its talks
        titles = [at for at in titles if track_told(page.units[at].text) is None] or titles
    if not titles:
        named = any(chances[at].role == PERSON for at in members)
        options = [
            at for at in members
            if chances[at].role not in (PERSON, AFFIL) and not page.units[at].is_date
            and not (named and _in_brackets(page.units[at].text))
        ]  # fmt: skip
        best = max(options, key=lambda at: (chances[at].as_title, -at), default=None)
        if best is None or chances[best].as_title < _LEAST_TITLE:
            best = _line_left(page, chances, options) if named else None
            best = best if best is not None else _person_instead(page, chances, members)
        if best is None:
            return []
        titles = [best]
    titles = _without_notes(page, chances, _without_holders(page, titles))
    if len(titles) > 1:
        titles = _rivals_settled(page, chances, titles, styles, sure=sure)
    elif _is_label(page.units[titles[0]]) or behind_kind(page.units[titles[0]].text):
        titles = _named_by_label(page, chances, members, titles[0], styles)
    return sorted({*_with_like_pairs(page, chances, members, titles), *talks_in_lists(page, chances, members)})


def _without_holders(page: Page, titles: list[int]) -> list[int]:
    """The titles without those that only say who holds the next one: "Keynote – Ann Archer", below it what she speaks of."""
    named = {at for at in titles if behind_kind(page.units[at].text)}
    others = set(titles) - named
    return [at for at in titles if at not in named or at + 1 not in others]


def _without_notes(page: Page, chances: list[Chances], titles: list[int]) -> list[int]:
    """The titles without lines right below another one in its block that tell of it and name nobody.

    That is what there is in a break, and a sentence below a few words.
    """
    notes = {
        at for above, at in itertools.pairwise(titles)
        if above + 1 == at and page.units[above].piece.box == page.units[at].piece.box
        and page.units[above].piece.line != page.units[at].piece.line
        and (kind_of(page.units[above].text) == "break" or _explains(page.units[above], page.units[at]))
        and not _heads_people(chances, at)
    }  # fmt: skip
    return [at for at in titles if at not in notes]


def _explains(title: Unit, unit: Unit) -> bool:
    """Whether a line below a title of a few words is a long one with small words, as sentences are."""
    long = len(unit.words) >= max(_SENTENCE, 3 * len(title.words)) and not _is_label(title)
    return long and 2 * sum(map(str.islower, unit.text.split())) > len(unit.words)


def _without_next_break(page: Page, chances: list[Chances], members: list[int]) -> list[int]:
    """The units of a slot without the break that follows it and has no clock, where another line stands before its people."""
    people = [at for at in members if chances[at].role == PERSON]
    if not people or all(chances[at].role in (AFFIL, ROOM) for at in members if at < people[0]):
        return members
    return [at for at in members if at < people[-1] or kind_of(page.units[at].text) != "break"]


def _line_left(page: Page, chances: list[Chances], options: list[int]) -> int | None:
    """The one line of words beside the people of a slot, whatever it looks like, unless it holds several sentences."""
    left = [at for at in options if chances[at].role in (OTHER, TEXT)]
    words = len(page.units[left[0]].words) if len(left) == 1 else 0
    text = page.units[left[0]].text if 2 < words < 40 else ""
    return left[0] if text and _SENTENCES.search(text) is None and looks_like_name(text) < 0.3 else None


def _tells_nothing(text: str) -> bool:
    """Whether a line can be no title: the code of a session, where it is, or who pays for it."""
    return _CODE.fullmatch(text) is not None or tells_backing(text) or value_labelled(text, "room") is not None


def _person_instead(page: Page, chances: list[Chances], members: list[int]) -> int | None:
    """What stands for the title where people are all that is told of a slot: the odd line among them, else the first."""
    people = [at for at in members if chances[at].role == PERSON and _may_stand_alone(page.units[at].text)]
    odd = [at for at in people if _may_be_called(page, chances, at)]
    if odd and len(people) > 1:
        left = [at for at in people if not behind_kind(page.units[at].text)]
        named = len(left) < len(people) and not set(odd) & set(left)  # who holds it, behind its kind: the other line says what
        return next((at for at in left if at in odd or (named and not split_people(page.units[at].text))), odd[0])
    alone = all(chances[at].role in (PERSON, AFFIL, ROOM) or _in_brackets(page.units[at].text) for at in members)
    return people[0] if people and alone else None


def _may_stand_alone(text: str) -> bool:
    """Whether a line of people tells what they hold, or nothing of it: no "Moderator: Ann Archer"."""
    label = split_role(text)[0]
    return label is None or is_kind(words_of(plain(label)))


def title_styles(page: Page, chances: list[Chances]) -> dict[str, float]:
    """How far each format of the page holds titles: the mean chance over its units in zones that are no people.

    A format of which most lines only name a kind of session holds badges, and one that only comes below titles, what is told of
    them.
    """
    sums: dict[str, list[float]] = {}
    labels: Counter[str] = Counter()
    for unit, row in zip(page.units, chances, strict=True):
        if row and unit.zone >= 0 and row.role != PERSON:
            sums.setdefault(unit.format, []).append(row.as_title)
            labels[unit.format] += _is_label(unit)
    badges = {style for style, count in labels.items() if count > 2 and count >= _SURE * len(sums[style])}
    means = {style: 0.0 if style in badges else sum(values) / len(values) for style, values in sums.items()}
    return means | dict.fromkeys(_told_below(page, chances, means), 0.0)


def _told_below(page: Page, chances: list[Chances], styles: dict[str, float]) -> set[str]:
    """The formats that come once in a slot at most, each time right below the one line of a better format of titles."""
    below: dict[str, list[bool]] = {}
    for zone in page.zones:
        members = [at for at in range(zone.first, zone.last) if chances[at]]
        count = Counter(page.units[at].format for at in members)
        for above, at in itertools.pairwise(members):
            one, two = page.units[above].format, page.units[at].format
            led = count[one] == count[two] == 1 and styles.get(one, 0.0) > max(_SURE, styles.get(two, 0.0))
            below.setdefault(two, []).append(led and not _heads_people(chances, at))
        if members:
            below.setdefault(page.units[members[0]].format, []).append(False)
    return {style for style, told in below.items() if len(told) > 2 and all(told)}


def _heads_people(chances: list[Chances], at: int) -> bool:
    return at + 1 < len(chances) and bool(chances[at + 1]) and chances[at + 1].role == PERSON


def _rivals_settled(
    page: Page, chances: list[Chances], titles: list[int], styles: dict[str, float], *, sure: bool
) -> list[int]:
    """Of several would-be titles of one time those of the best format, others only when their own format is one of titles.

    `sure`: further ones need more proof, as where no clock is and a record rarely holds two.
    """
    least, held = (0.6, 0.5) if sure else (0.2, 0.4)
    units = page.units
    named = [at for at in titles if not _is_label(units[at]) and not _in_brackets(units[at].text)] or titles
    best = max(named, key=lambda at: (styles.get(units[at].format, 0.0) + chances[at].as_title, -at))
    kept = []
    for at in named:
        style = units[at].format
        if at == best or style == units[best].format:
            kept.append(at)
        elif units[at].text[-1:] == "." and units[at].piece.box == units[best].piece.box:
            continue  # a sentence about the title
        elif units[at].piece.line != units[best].piece.line and chances[at].as_title >= least:
            kept += [at] if styles.get(style, 0.0) >= held or _leads_to_people(page, chances, at) else []
    return [*_head_of(page, chances, titles, kept), *kept]


def _head_of(page: Page, chances: list[Chances], titles: list[int], talks: list[int]) -> list[int]:
    """The line that only names a kind of session ("Session 2") above several talks: it heads them, and none of them is it."""
    formats = {page.units[at].format for at in talks}
    heads = [
        at for at in titles
        if at < talks[0] and _is_label(page.units[at]) and page.units[at].format not in formats
        and (any(map(str.isdigit, page.units[at].text)) or page_words()["blocks"].within(page.units[at].text))
    ]  # fmt: skip
    people = sum(bool(row) and row.role == PERSON for row in chances[heads[0] : talks[-1] + 2]) if heads else 0
    return heads[:1] if len(talks) > 1 and people >= len(talks) else []


def _leads_to_people(page: Page, chances: list[Chances], at: int) -> bool:
    """Whether people stand right behind a would-be title in its own line: a record of its own in another format."""
    after = at + 1
    told = after < len(page.units) and chances[after] and chances[after].role == PERSON
    return bool(told) and page.units[after].piece.line == page.units[at].piece.line and chances[at].as_title >= _SURE


def _with_like_pairs(page: Page, chances: list[Chances], members: list[int], titles: list[int]) -> list[int]:
    """The titles of a slot with further lines of their format that stand right above people as they do."""

    def heads_people(at: int) -> bool:
        return at + 1 in inside and chances[at + 1].role == PERSON and chances[at].role != AFFIL

    inside = set(members)
    formats = {page.units[at].format for at in titles}
    if len(formats) > 1 or not all(map(heads_people, titles)):
        return titles
    more = [
        at for at in members
        if page.units[at].format in formats and chances[at].as_title >= 0.2 and heads_people(at)
        and not (_is_label(page.units[at]) or is_bare_role(page.units[at]) or split_role(page.units[at].text)[0])
    ]  # fmt: skip
    return sorted({*titles, *more})


def _in_brackets(text: str) -> bool:
    return text[:1] in "([【" and text[-1:] in ")]】"


def _named_by_label(page: Page, chances: list[Chances], members: list[int], label: int, styles: dict[str, float]) -> list[int]:
    """What a session of which a line only tells the kind, or who holds it, is called: behind a label, or right below.

    A line in the format of the page's titles ("Keynote" where the heading of every talk stands) is one itself, unless a lesser
    heading follows it.
    """
    told = [at for at in members if value_labelled(page.units[at].text, "title_label")]
    if told:
        return told[:1]
    below = [at for at in members if at > label]
    at = below[0] if below else label
    rest = [n for n in below if chances[n].role not in (PERSON, AFFIL)]
    if chances[at].role == PERSON and rest and _tells_title(page.units[label], page.units[rest[0]], chances[rest[0]]):
        return rest[:1]  # a kind, who holds it, then the title
    if page.units[label].text[-1:] in ":：" and _is_announced(page.units[at], chances[at]):
        return [at]
    if (people := behind_kind(page.units[label].text)) and not _is_label(page.units[label]):
        called = known_given(people.partition(",")[0]) > 0 and _tells_title(page.units[label], page.units[at], chances[at])
        return [at if called else label]
    if chances[at].role != OTHER or page.units[at].is_date:
        return [label]
    said = styles.get(page.units[label].format, 0.0) - styles.get(page.units[at].format, 0.0)
    headed = 0 < page.units[label].piece.level < page.units[at].piece.level
    return [at] if headed or (chances[at].as_title >= 0.2 and said < _HEADING) else [label]


def _is_announced(unit: Unit, chances: Chances) -> bool:
    """Whether a line can be what the label before it ends its colon for ("Panel discussion:"): words, and nobody's name."""
    words = len(unit.words) > 2 and not unit.is_date and unit.text[-1:] not in ":："
    return words and chances.role in (OTHER, PERSON, TEXT) and looks_like_name(unit.text) < 0.3 and not split_people(unit.text)


def _is_label(unit: Unit) -> bool:
    """Whether a line only names a kind of session ("Keynote 1", "Invited talk", "Workshop · 45 minutes · Beginners")."""
    parts = [p.strip() for p in _FACTS.split(unit.text) if p.strip()]
    if len(parts) > 1 and len(unit.words) < 12:
        kinds = sum(is_kind(words_of(plain(part))) for part in parts)
        told = kinds + sum(is_duration(part) or page_words()["room"].within(part) for part in parts)
        return kinds > 0 and told > 1 and 2 * told >= len(parts)
    return is_kind(unit.words)


def _tells_title(label: Unit, unit: Unit, chances: Chances) -> bool:
    """Whether a line in the block of one that tells who holds a session is what it is called: words, and no sentence."""
    plain_line = chances.role == OTHER and label.piece.box == unit.piece.box and not (unit.is_date or _in_brackets(unit.text))
    return plain_line and len(unit.words) > 2 and looks_like_name(unit.text) < 0.3 and unit.text[-1] != "."
