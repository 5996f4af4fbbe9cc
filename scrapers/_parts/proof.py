"""What the words of a line prove of its part, where the model is in doubt: lines that people fill are lines of people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from scrapers._found import FoundPerson, fold
from scrapers._language.called import holds_given, remembered_by_page
from scrapers._language.jobs import job_and_company, opens_with_job, says_job
from scrapers._language.kinds import is_kind, kind_of
from scrapers._language.text_kinds import text_kinds
from scrapers._language.vocabulary import plain, words_of
from scrapers._language.words import CJK, parts
from scrapers._parts.bracketed import titles_above_brackets
from scrapers._parts.headed import titles_below_rooms, titles_by_head, without_heads_below_rooms
from scrapers._parts.leads import leads_told
from scrapers._parts.linked import titles_by_link
from scrapers._parts.placed import with_places
from scrapers._parts.rivals import without_rivals
from scrapers._parts.roles import AFFIL, MIXED, OTHER, PERSON, TEXT, TITLE, Chances
from scrapers._people.holders import behind_kind
from scrapers._people.names import (
    is_placeholder,
    known_given,
    looks_like_name,
    share_told,
    split_honours,
    split_people,
    split_role,
)
from scrapers._people.shared_affiliation import legend_of
from scrapers._timing.unit import Page, Unit, Zone

_LONGEST = 240
_CASELESS = "\u0590"  # from here on names have no capitals to be known by
_SIGNS = re.compile(r"^\W{1,6}")
_MOST_LINES = 12
_DOUBT_IN_PLACE = _DOUBT_IN_COLUMN = 0.15
_NAME = 0.5
_LIKE_NAME = 0.8
_CUT_OFF = 0.5
_DOUBT, _DOUBT_OF_TITLE, _TIE, _SURE = 0.08, 0.1, 0.4, 0.9
_NAME_ALONE = 0.6
_LABELLED = 0.6
"""How surely a text behind a label of people is a name, however odd."""


def with_proof(page: Page, chances: list[Chances], shown: Sequence[FoundPerson] = ()) -> list[Chances]:
    """The chances with lines that are people from end to end made people, where the model sees no other part for sure.

    Lines behind a name that the cards of the page (`shown`) or the most of their format show to describe people do that.
    """
    chances = [
        row and (_without_person(row) if _names_nobody(u, row) else row) for u, row in zip(page.units, chances, strict=True)
    ]
    told = leads_told(page, _with_affiliations(page, chances, shown))
    proved = _without_types(page, told)
    for zone in page.zones:
        doubtful = [
            at for at in range(zone.first, zone.last)
            if chances[at] and chances[at].role in (OTHER, TITLE, MIXED) and chances[at][PERSON] >= _DOUBT
            and not page.units[at].is_date
        ]  # fmt: skip
        best = _best_title(page, chances, zone) if any(chances[at].is_title for at in doubtful) else -1
        for at in doubtful:
            row = chances[at]
            titled = best >= 0 and row[PERSON] > _DOUBT_OF_TITLE
            may_be = row.role == OTHER or (at != best and (titled or row[PERSON] > _TIE))
            if may_be and people_fill(behind_kind(page.units[at].text) or page.units[at].text) >= 0.6:
                proved[at] = row.drawn_to(PERSON)
    proved = titles_by_link(page, _with_cuts(page, proved))
    placed = _with_titles_in_place(page, _with_columns(page, _with_pairs(page, _with_listed(page, proved))))
    placed = _with_chaired(page, without_heads_below_rooms(page, titles_below_rooms(page, titles_by_head(page, placed))))
    return without_rivals(page, with_places(page, titles_above_brackets(page, placed)))


def _with_cuts(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with the sides of lines that were cut into a title and people made such, where the model mixes them up.

    So too names behind an honorific in lines of their own.
    """
    cut = {unit.at for unit in page.units if unit.is_people}
    honoured = {unit.at for unit in page.units if unit.is_people and split_honours(unit.text)[0]}
    placed = list(chances)
    for before, at, unit, row in zip((None, *page.units), range(len(chances)), page.units, chances, strict=False):
        if not row:
            continue
        alone = before is not None and before.piece.line != unit.piece.line
        named = unit.is_people and row.is_title and people_fill(unit.text) >= _CUT_OFF
        if named or (row.role == AFFIL and alone and _is_honoured(unit.text)):
            placed[at] = row.drawn_to(PERSON)
        elif row.role != TITLE and unit.at in cut and not unit.is_people:
            called = unit.at in honoured and known_given(unit.text) <= 0 and not split_honours(unit.text)[0]
            if (called and unit.text[:1] >= _CASELESS) or (row.role == PERSON and _leads_with_kind(unit.text)):
                placed[at] = row.drawn_to(TITLE)
    return placed


def _is_honoured(text: str) -> bool:
    """Whether a line is an honorific and a name ("Dr Ann Archer"): no place where anybody works."""
    return bool(split_honours(text)[0]) and looks_like_name(text) >= 0.7 and people_fill(text) >= 0.6


def _leads_with_kind(text: str) -> bool:
    kind, mark, _ = text.partition(":")
    return bool(mark) and is_kind(words_of(plain(kind)))


def _names_nobody(unit: Unit, chances: Chances) -> bool:
    """Whether a line that the model takes for people, and not for sure, holds several words and none that is in any name."""
    if chances.role != PERSON or chances[PERSON] > _SURE or unit.zone < 0 or not 3 < len(unit.words) < 30:
        return False
    unlike = not holds_given(fold(unit.text).split()) and looks_like_name(unit.text) < 0.3
    ends = looks_like_name(" ".join(unit.text.split()[-2:])) >= _LIKE_NAME  # "Harbour Meetup presents Thanos Vasilakis"
    opens = any(unit.text.startswith(p.name) for p in split_people(unit.text))
    return unlike and not opens and not ends and split_role(unit.text)[0] is None and unit.text.isascii()


def _without_person(chances: Chances) -> Chances:
    return Chances(0.0 if role == PERSON else chance for role, chance in enumerate(chances))


def _with_pairs(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with lines made titles that take turns with people, a title above each, in two formats of the page.

    Where people stand first, the lines between them rather say what they do.
    """
    runs: dict[tuple[str, str], list[list[int]]] = {}
    for zone in page.zones:
        at = zone.first
        while at + 1 < zone.last:
            unit, below = page.units[at], page.units[at + 1]
            pair = (unit.piece.style, below.piece.style)
            told = (
                at > zone.first
                and chances[at - 1]
                and chances[at - 1].role == PERSON
                and page.units[at - 1].piece.style == pair[1]
            )
            if _heads_people(page, chances, at) and pair[0] != pair[1] and not told:
                runs.setdefault(pair, []).append([])
                while at + 1 < zone.last and pair == (page.units[at].piece.style, page.units[at + 1].piece.style):
                    if not _heads_people(page, chances, at):
                        break
                    runs[pair][-1].append(at)
                    at += 2
            else:
                at += 1
    placed = list(chances)
    for heads in runs.values():
        titles = [at for run in heads for at in run]
        if max(map(len, heads)) > 1 and len(titles) > 2 and _are_titles(page, titles):
            for at in titles:
                placed[at] = placed[at] if placed[at].role in (TITLE, MIXED) else placed[at].drawn_to(TITLE)
    return placed


def _heads_people(page: Page, chances: list[Chances], at: int) -> bool:
    """Whether a line that names nobody stands right above people."""
    row, after, text = chances[at], chances[at + 1], page.units[at].text
    if not row or not after or row.role in (AFFIL, TEXT):
        return False
    return after.role == PERSON and people_fill(text) < 0.6 and split_role(text)[0] is None


def _are_titles(page: Page, lines: list[int]) -> bool:
    """Whether lines are rather titles than names, kinds of session, or what somebody does."""
    texts = [page.units[at].text for at in lines]
    other = sum(text_kinds(text).other for text in texts) / len(texts)
    named = sum(looks_like_name(text) >= _NAME for text in texts)
    kinds = sum(is_kind(page.units[at].words) for at in lines)
    return other > 0.5 and 5 * (named + kinds) < len(texts) and len(set(texts)) > 0.8 * len(texts)


def _with_chaired(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with lines made titles that stand right above who chairs, behind the people of another title or a time."""
    placed = list(chances)
    for zone in page.zones:
        open_title = False
        for at in range(zone.first, zone.last - 1):
            row, after = placed[at], placed[at + 1]
            if row and row.role in (PERSON, AFFIL):
                open_title = False
            elif row and row.role in (TITLE, MIXED):
                open_title = True
            elif row and row.role == OTHER and not open_title and after and after.role == PERSON and _is_chaired(page, at):
                placed[at], open_title = row.drawn_to(TITLE), True
    return placed


def _is_chaired(page: Page, at: int) -> bool:
    """Whether a line of a few words stands right above a line such as "Chair: Ann Archer"."""
    unit, below = page.units[at], page.units[at + 1]
    label = plain(split_role(below.text)[0] or "")
    led = not parts("chairing").isdisjoint(words_of(label))
    return led and len(unit.text) < 140 and len(unit.words) > 1 and not unit.is_date and not _is_wrapped(unit.text)


def _with_listed(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with what a kind of session heads, names and titles by turns, made people and titles.

    "Keynotes" or "Lightning talks" at one time, below it Ann Archer, her title, Peter Novak, his: each in a format of its own.
    """
    listed = list(chances)
    for zone in page.zones:
        members = [at for at in range(zone.first, zone.last) if chances[at]]
        head = next((n for n, at in enumerate(members) if chances[at].is_title), len(members))
        below = members[head + 1 :]
        if len(below) < 4 or not is_kind(page.units[members[head]].words):
            continue
        formats = [page.units[at].piece.style for at in below[:2]]
        pairs = next((n for n, at in enumerate(below) if page.units[at].piece.style != formats[n % 2]), len(below)) // 2
        sides = below[: 2 * pairs : 2], below[1 : 2 * pairs : 2]
        for people, titles in (sides, sides[::-1]) if pairs > 1 and formats[0] != formats[1] else ():
            if _are_named_and_titled(page, chances, people, titles):
                for at in (*people, *titles):
                    listed[at] = listed[at].drawn_to(PERSON if at in people else TITLE)
    return listed


def _are_named_and_titled(page: Page, chances: list[Chances], people: list[int], titles: list[int]) -> bool:
    """Whether all of some lines may be names, few of the others, and these rather titles than what people do."""
    names, others = ([looks_like_name(page.units[at].text) for at in lines] for lines in (people, titles))
    told = sum(chances[at][TITLE] - chances[at][AFFIL] for at in titles)
    return min(names) > _NAME > sum(others) / len(others) and told > 0.1 * len(titles)


def _without_types(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with the cells of a column that tells what kind each row is ("Full paper", "Keynote") made no titles.

    Its texts come again and again, or name a kind of session, and behind nearly all of them stands a title found once; one
    that names kinds may stand behind the titles too.
    """
    rows: dict[tuple[int, int], dict[int, int]] = {}
    for at, (unit, row) in enumerate(zip(page.units, chances, strict=True)):
        cell = unit.piece.cell
        if cell and row and row.is_title and unit.zone >= 0 and not _is_wrapped(unit.text):
            rows.setdefault((cell.table, cell.row), {}).setdefault(cell.column, at)
    columns: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for titles in rows.values():
        for column, at in titles.items():
            columns.setdefault((page.units[at].piece.style, column), []).extend(
                (at, beside) for beside in titles.values() if beside > at or (beside < at and is_kind(page.units[at].words))
            )
    placed = list(chances)
    for pairs in columns.values():
        types = sum(_is_type(page.units[at]) and not _is_type(page.units[beside]) for at, beside in pairs)
        for at, _ in pairs if types >= max(3, 0.7 * len(pairs)) else ():
            placed[at] = placed[at].drawn_to(OTHER)
    return placed


def _is_type(unit: Unit) -> bool:
    return unit.copies > 1 or is_kind(unit.words)


def _with_columns(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with doubtful lines drawn to the part that nearly all lines of their place play.

    A place is a column of a table, for cells of one line, or a line of blocks of one format and as many lines ("Ann Archer",
    below it her job, below it where she works).
    """
    columns: dict[tuple[int, int], dict[int, list[int]]] = {}
    blocks: dict[int, list[int]] = {}
    for at, (unit, row) in enumerate(zip(page.units, chances, strict=True)):
        cell = unit.piece.cell
        if row and unit.zone >= 0:
            blocks.setdefault(unit.piece.box, []).append(at)
            if cell and cell.columns == 1:
                columns.setdefault((cell.table, cell.column), {}).setdefault(cell.row, []).append(at)
    places: dict[tuple[object, ...], list[int]] = {}
    for column, rows in columns.items():
        places[column] = [cell[0] for cell in rows.values() if len(cell) == 1]
    for members in blocks.values():
        lines = len({page.units[at].piece.line for at in members})
        for number, at in enumerate(members) if 2 < lines == len(members) <= _MOST_LINES else ():
            places.setdefault((page.units[at].piece.style, lines, number), []).append(at)
    drawn = list(chances)
    for lone in places.values():
        part, count = Counter(chances[at].role for at in lone).most_common(1)[0] if len(lone) > 3 else (OTHER, 0)
        sure = sum(chances[at][part] for at in lone) > 0.5 * len(lone)
        for at in lone if 4 * count >= 3 * len(lone) and sure and part != OTHER else ():
            told = part != PERSON or people_fill(page.units[at].text) > 0
            if told and chances[at].role != part and chances[at][part] >= _DOUBT_IN_COLUMN:
                drawn[at] = chances[at].drawn_to(part)
    return drawn


def _with_titles_in_place(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with lines that head their block made titles where people follow them.

    Either most blocks alike are headed by titles of the same format, or people follow in nearly all, several blocks share one
    time, and the heads read like titles.
    """
    heads: dict[tuple[str, str], list[int]] = {}
    for box, (first, last) in zip(page.lines.boxes, page.spans, strict=True):
        if 1 < last - first <= _MOST_LINES and chances[first] and page.units[first].zone >= 0:
            heads.setdefault((box.tag, page.units[first].piece.style), []).append(first)
    placed = list(chances)
    for members in heads.values():
        above = [at for at in members if _stands_above_people(page, chances, at)]
        usual = 10 * sum(chances[at].is_title for at in members) >= 6 * len(members)
        told = 10 * len(above) >= 8 * len(members) and _share_times(page, members) and _are_titles(page, members)
        for at in above if len(members) > 2 and (told or usual) else ():
            row = chances[at]
            if (told and row.role in (OTHER, AFFIL, TEXT)) or (row.role == OTHER and row[TITLE] >= _DOUBT_IN_PLACE):
                placed[at] = row.drawn_to(TITLE)
    return placed


def _stands_above_people(page: Page, chances: list[Chances], at: int) -> bool:
    """Whether a line that people do not fill has people below it."""
    after = chances[at + 1]
    return bool(after) and after.role == PERSON and people_fill(page.units[at].text) < 0.6


def _share_times(page: Page, heads: list[int]) -> bool:
    """Whether lines of several words each, alone in their line, stand two and more at one time in the mean."""
    units = [page.units[at] for at in heads]
    alone = all(page.units[at + 1].piece.line > page.units[at].piece.line for at in heads)
    worded = sum(len(unit.words) > 2 for unit in units) >= 0.8 * len(units)
    return alone and worded and len(units) >= 2 * len({unit.zone for unit in units})


def _with_affiliations(page: Page, chances: list[Chances], shown: Sequence[FoundPerson]) -> list[Chances]:
    details = {fold(p.name): {fold(text) for text in (p.title, p.company) if text} for p in shown}
    roles = Counter((u.piece.style, row.role) for u, row in zip(page.units, chances, strict=True) if row)
    proved = list(chances)
    for at in range(1, len(chances)):
        row, before = chances[at], proved[at - 1]
        if not row or not before or before.role != PERSON or row.role == AFFIL:
            continue
        unit, name = page.units[at], page.units[at - 1]
        told = fold(unit.text) in details.get(fold(split_honours(split_role(name.text)[1])[1]), ())
        usual = roles[unit.piece.style, AFFIL] > max(2, roles[unit.piece.style, PERSON]) and row[AFFIL] > _DOUBT
        aside = row.role in (PERSON, TITLE, OTHER) and _is_aside(unit, name)
        unsure = row.role in (TITLE, OTHER) and row[TITLE] < _SURE
        posted = unsure and (_is_post(unit, name) or _is_body_below(page, proved, at))
        described = row.role == PERSON and (told or (usual and name.piece.style != unit.piece.style))
        if described or aside or posted or len(legend_of(unit.piece.marked or unit.text)) > 1:
            proved[at] = row.drawn_to(AFFIL)
    return proved


def _is_post(unit: Unit, name: Unit) -> bool:
    """Whether a line says what somebody does, right below a line that is a name and no more."""
    below = unit.piece.line == name.piece.line + 1 and unit.piece.style != name.piece.style
    return below and opens_with_job(unit.text) and looks_like_name(name.text) >= 0.7


def _is_body_below(page: Page, chances: list[Chances], at: int) -> bool:
    """Whether a line is where somebody works or what they do: between a name below its title and the end of their block."""
    unit, name, title = page.units[at], page.units[at - 1], page.units[at - 2] if at > 1 else None
    if title is None or not chances[at - 2] or chances[at - 2].role not in (TITLE, MIXED):
        return False
    last = at + 1 >= len(page.units) or page.units[at + 1].piece.box != unit.piece.box
    alike = unit.piece.box == name.piece.box == title.piece.box and title.piece.line < name.piece.line < unit.piece.line
    said = job_and_company(unit.text)
    return alike and last and max(said) >= 1.0 and kind_of(unit.text) == "talk" and _names_one(name.text)


def _names_one(text: str) -> bool:
    """Whether a line is somebody's name, also with what they are called by ("許君毅老師")."""
    if looks_like_name(text) >= _NAME_ALONE:
        return True
    people = split_people(text)
    return len(people) == 1 and share_told(people, text) >= _SURE


def _is_aside(unit: Unit, name: Unit) -> bool:
    """Whether a line is all in brackets, right below a name in its block: where that person works."""
    return (
        _is_wrapped(unit.text)
        and known_given(unit.text[1:-1]) <= 0
        and unit.piece.line == name.piece.line + 1
        and unit.piece.box == name.piece.box
    )


def _is_wrapped(text: str) -> bool:
    return text[:1] in "(（" and text[-1:] in ")）"


def _best_title(page: Page, chances: list[Chances], zone: Zone) -> int:
    """The likeliest title of a zone that no people fill, -1 when there is none."""
    options = [
        at for at in range(zone.first, zone.last)
        if chances[at] and chances[at].is_title and people_fill(page.units[at].text) < 0.6
    ]  # fmt: skip
    return max(options, key=lambda at: chances[at].as_title, default=-1)


@remembered_by_page
def people_fill(text: str) -> float:
    """How surely a line names people and nothing else, 0 to 1."""
    if not 4 < len(text) <= _LONGEST or is_placeholder(text) or kind_of(text) in ("break", "networking"):
        return 0.0
    label, rest = split_role(text)
    head, mark, tail = text.partition(": ")
    if led := bool(label is None and mark and says_job(head) and not is_kind(words_of(plain(head)))):
        label, rest = head, tail  # "Director of Acme: Ann Archer"
    people = split_people(rest if led else text)
    first = people[0] if people else None
    opens = [first.name[:3], *(t for t in (first.company, first.title) if t and CJK.search(text))] if first else []
    if not _SIGNS.sub("", rest).startswith(tuple(opens)):
        return 0.0
    if share_told(people, rest) < 0.7:
        introduced = first and first.title and says_job(first.title) and split_honours(first.name)[0] and "," in rest
        return 0.6 if introduced and len(people) == 1 else 0.0  # "Prof. Ann Archer, dean, who wrote a book on bees"
    name = max(min(looks_like_name(p.name) for p in people), 0.8 * rest.endswith("氏"), _LABELLED * (label is not None))
    told = any((p.title and says_job(p.title)) or split_honours(p.name)[0] for p in people)
    return min(1.0, name + 0.1 * (label is not None) + 0.1 * told - 0.2 * (len(people) == 1 and not told and label is None))
