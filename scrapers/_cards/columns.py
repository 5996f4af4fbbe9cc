"""Columns of people on a page, found by repeated structure: cards, lists, tables and definition lists of any make.

Lines of the same format (the path of elements they stand in) are judged together: a format whose lines read as names makes
a column of people; what stands around each name, up to where the next name's share begins, is that person's card. Which
line of a card is the job title, which the company, is decided once for all cards of a column.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from scrapers._cards.card_labels import heads_talks
from scrapers._cards.card_roles import Role, assign_roles
from scrapers._cards.kin import give_usual_formats, join_odd_headings
from scrapers._found import fold
from scrapers._html.sections import heading_says, sections_of
from scrapers._html.slots import Slots
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.words import CJK
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._programme.habits import NO_HABIT, Habit, habit_of

_MOST_TEXT = 90
_NEAR = 4
_HEADINGS = 4
_ENOUGH = 80
_NAMES, _SOME_NAMES, _CLEARER, _HOLDS_NAME, _ROUNDING = 0.5, 0.15, 0.15, 0.6, 1e-9
LEAST_SCORE = {1: 0.7, 2: 0.65, 3: 0.55}
"""What a column of one, two or more different lines must score to be people, whatever else speaks for it."""


@dataclass(slots=True)
class Column:
    """Lines of one format that read as names, with the card of each: (first, past the last) slot."""

    key: str
    at: list[int]
    score: float
    cards: list[tuple[int, int]] = field(default_factory=list)
    roles: dict[str, Role] = field(default_factory=dict)
    sections: list[str | None] = field(default_factory=list)
    habit: Habit = NO_HABIT


def find_columns(page: Slots) -> list[Column]:
    """The formats of the page whose lines are names of people, in the order of the page, with their cards."""
    give_usual_formats(page)
    by_key: dict[str, list[int]] = defaultdict(list)
    for index, slot in enumerate(page.slots):
        if slot.zone == "" and len(slot.text) <= _MOST_TEXT and not heads_talks(slot.text):
            by_key[slot.key].append(index)
    join_odd_headings(by_key, page)
    sizes = Counter(slot.key for slot in page.slots if not heads_talks(slot.text))
    columns = []
    for key, at in by_key.items():
        if sizes[key] > 2 * len(at) or _heads_sections(at, page):
            continue
        columns += [Column(key, members, score) for members, score in _alike(at, page)]
    columns, described = _without_attributes([c for c in columns if not _transcribes(c, columns, page)], sizes)
    columns = [c for c in columns if c.score >= LEAST_SCORE[min(_people_in(c, page), 3)]]
    for column in columns:
        _cut_cards(column, page)
    named = sorted(at for c in columns for at in c.at if looks_like_name(page.slots[at].text) >= _HOLDS_NAME)
    for column in columns:
        _part_from_others(column, named, page)
        column.sections = sections_of(page, column.cards)
        if len(column.at) == 1 and column.sections != ["speakers"] and not _heads_page(column.at[0], page):
            continue
        presented = 2 * column.sections.count("speakers") > len(column.sections)
        column.roles = assign_roles(column.at, column.cards, page, described, presented=presented)
    kept = [c for c in columns if _convinces(c, page)]
    for column in kept:
        column.habit = habit_of(list(dict.fromkeys(page.slots[at].text for at in column.at)), set())
    return sorted(kept, key=lambda c: c.at[0])


def _heads_sections(at: list[int], page: Slots) -> bool:
    """Whether lines of one format are headings, since several of them tell of whom a section is ("Speakers", "Sponsors")."""
    texts = {page.slots[index].text for index in at if page.slots[index].level}
    told = sum(heading_says(text) is not None and split_role(text)[0] is None for text in texts)
    return told > 1 and _HEADINGS * told >= len(texts)


def _heads_page(at: int, page: Slots) -> bool:
    """Whether a line is a heading of the first level, and none that goes on behind a word set off in it."""
    key = page.slots[at].key.split("#")[0]
    later = page.slots[at + 1 : at + 4]
    return page.slots[at].level == 1 and not any(s.node is page.slots[at].node and s.key.split("#")[0] == key for s in later)


def _transcribes(column: Column, columns: list[Column], page: Slots) -> bool:
    """Whether most lines of a column write the names close above them, each its own, in another script."""
    for other in columns:
        if other is not column and other.at[0] < column.at[0] and _follows(column.at, other.at):
            pairs = [(page.slots[other.at[bisect_left(other.at, i) - 1]], page.slots[i]) for i in column.at]
            same = sum(_script(a.text) != _script(b.text) for a, b in pairs)
            if same > 1 and same >= 0.6 * len(column.at):
                return True
    return False


def _script(text: str) -> str:
    """The script a name is written in, by its first letter: Han, kana and Hangul are one."""
    first = next(filter(str.isalpha, text), " ")
    return "CJK" if CJK.match(first) else unicodedata.name(first, " ").partition(" ")[0]


def _without_attributes(columns: list[Column], sizes: Counter[str]) -> tuple[list[Column], frozenset[int]]:
    """The columns without those that only say where other columns' people work, and the lines of these.

    Companies are often called like people. A format that follows close behind the lines of another one, which read better as
    names, describes them; nearly as well does where it shares its format with other lines of the cards. `sizes` counts the
    lines of each format.
    """
    kept: list[Column] = []
    described: set[int] = set()
    for column in columns:
        shared = sizes[column.key] >= 2 * len(column.at)
        margins = [-0.08 if shared and c.score >= 0.7 and c.at[0] < column.at[0] else 0.08 for c in columns]
        better = [
            c for c, margin in zip(columns, margins, strict=True)
            if c is not column and c.score > column.score + margin and len(c.at) >= 0.8 * len(column.at) > 1
        ]  # fmt: skip
        if any(_follows(column.at, c.at) for c in better):
            described.update(column.at)
        else:
            kept.append(column)
    return kept, frozenset(described)


def _follows(lines: list[int], names: list[int]) -> bool:
    """Whether most of the lines stand right behind a name, each behind its own."""
    places = [bisect_left(names, line) for line in lines]
    near = {place for place, line in zip(places, lines, strict=True) if place and line - names[place - 1] <= _NEAR}
    return len(near) >= 0.7 * len(lines)


def _alike(at: list[int], page: Slots) -> list[tuple[list[int], float]]:
    """The lines of one format with their score where they read as names; else those parts of them that do.

    They are parted by their place among the like elements of their parent where one place alone holds names: where too few
    of the lines are names, and where names and companies share a format (heading, text, heading).
    """
    score = _column_score(at, page, LEAST_SCORE[1] if len(at) == 1 else _NAMES)
    whole = [(at, score)] if score else []
    if announced := _announced(at, page, score + _CLEARER):
        return announced
    if len(at) < 6:
        return whole
    places: dict[int, list[int]] = defaultdict(list)
    for index in at:
        places[page.slots[index].nth].append(index)
    parted = [members for nth, members in places.items() if nth < 3 and len(members) > 2]
    if whole and not (
        len(parted) == len(places) > 1 and any(_column_score(members, page, score + _CLEARER) for members in parted)
    ):
        return whole
    found = [(members, score) for members in parted if (score := _column_score(members, page, _NAMES))]
    return found if whole or (found and _column_score(at, page, _SOME_NAMES)) else []


def _announced(at: list[int], page: Slots, least: float) -> list[tuple[list[int], float]]:
    """The lines of one format under headings that announce speakers where these read as names, at `least` so, and no others do.

    Menus and lists of people often share a format.
    """
    sections = sections_of(page, [(index, index + 1) for index in at])
    under = [index for index, said in zip(at, sections, strict=True) if said == "speakers"]
    others = [index for index, said in zip(at, sections, strict=True) if said != "speakers"]
    if len(under) < 2 or not others or _column_score(others, page, _NAMES):
        return []
    score = _column_score(under, page, max(least, _NAMES))
    return [(under, score)] if score else []


def _column_score(at: list[int], page: Slots, least: float) -> float:
    """How much the lines of one format read as names of people, 0 to 1: the mean over different texts; 0 when below `least`."""
    different = list(dict.fromkeys(page.slots[i].text for i in at))
    different = different[:: 1 + len(different) // _ENOUGH]
    scores = [looks_like_name(text) for text in different]
    doubtful = sorted((n for n, text in enumerate(different) if scores[n] < 0.5 and len(text) >= 8), key=scores.__getitem__)
    best = sum(scores) + sum(_HOLDS_NAME - scores[n] for n in doubtful)
    for n in doubtful:
        if best < least * len(scores) - _ROUNDING:
            return 0.0  # even if all that are left name people; those that look least like names were asked first
        if split_people(different[n]):
            scores[n] = _HOLDS_NAME
        else:
            best -= _HOLDS_NAME - scores[n]
    score = sum(scores) / len(scores)
    return score if score >= least else 0.0


def _cut_cards(column: Column, page: Slots) -> None:
    """Give every name its share of the page: the largest element that holds no other name, then what follows up to the next."""
    names = column.at
    heights = []
    owners = []
    for order, index in enumerate(names):
        before = names[order - 1] if order else -1
        after = names[order + 1] if order + 1 < len(names) else len(page.slots)
        chain = page.ancestors(index)
        height = 0
        for step, (first, last) in enumerate(chain):
            if first <= before or last > after:
                break
            height = step
        heights.append(height)
        owners.append(chain)
    inner = heights[1:-1] or heights
    usual = Counter(inner).most_common(1)[0][0] if inner else 0
    for order, chain in enumerate(owners):
        first, last = chain[min(heights[order], usual)] if chain else (names[order], names[order] + 1)
        column.cards.append((first, last))
    _stretch(column, page)


def _part_from_others(column: Column, named: list[int], page: Slots) -> None:
    """Keep every card clear of the names of other columns, as where a label parts one list of people in two formats.

    A card with such a name before its own shrinks to the largest element without it: cells side by side are a card each.
    """
    own = set(column.at)
    for order, (name, (first, last)) in enumerate(zip(column.at, column.cards, strict=True)):
        bare = _bare_name(page.slots[name].text)
        inside = named[bisect_left(named, first) : bisect_left(named, last)]
        others = [at for at in inside if at not in own and _bare_name(page.slots[at].text) != bare]
        before = max((at for at in others if at < name), default=-1)
        clear = [span for span in page.ancestors(name) if span[0] > before] if before >= 0 else []
        firm_above = len(clear) == 1 and others == [name - 1] and last > name + 1  # a company may be called like somebody
        if clear and not firm_above:
            first, last = max(clear, key=lambda span: span[1] - span[0])
        column.cards[order] = (first, next((at for at in others if name < at < last), last))


def _bare_name(text: str) -> str:
    """A name without honorifics, to compare by: many a card writes it twice."""
    return fold(split_honours(text)[1])


def _stretch(column: Column, page: Slots) -> None:
    """In flat pages (heading, text, heading, text) a card runs on to the next name."""
    cards = column.cards
    gaps = [cards[i + 1][0] - cards[i][1] for i in range(len(cards) - 1)]
    loose = [i for i, gap in enumerate(gaps) if gap > 0]
    led = sum(first < at == last - 1 for at, (first, last) in zip(column.at, cards, strict=True))
    if not gaps or len(loose) < 0.6 * len(gaps) or led >= 0.6 * len(cards):
        return  # no gaps, or the names stand at the ends of their cards
    longest = max(cards[i + 1][0] - cards[i][0] for i in range(len(cards) - 1))
    for i, (first, _) in enumerate(cards):
        end = cards[i + 1][0] if i + 1 < len(cards) else _end_of_last(column, page, longest)
        named = page.slots[column.at[i]].level
        heads = (j for j in range(column.at[i] + 1, end) if page.slots[j].level and page.slots[j].key != column.key)
        cards[i] = (first, next((j for j in heads if named or heading_says(page.slots[j].text)), end))


def _end_of_last(column: Column, page: Slots, longest: int) -> int:
    """Where the last card ends that runs on as the others do: behind its element come lines of formats that they hold too."""
    first = column.cards[-1][0]
    most = min(first + longest, len(page.slots))
    end = page.end_of_parent(column.at[-1], most)
    held = {page.slots[i].key for card in column.cards[:-1] for i in range(*card)}
    return next((i for i in range(end, most) if page.slots[i].key not in held), most)


def _people_in(column: Column, page: Slots) -> int:
    """How many different lines a column has."""
    return len({fold(page.slots[i].text) for i in column.at})


def _convinces(column: Column, page: Slots) -> bool:
    """Whether a column of names is people for sure: enough of them, or signs such as photos, job titles, a heading."""
    count = _people_in(column, page)
    wanted = sum(s == "speakers" for s in column.sections) / len(column.sections)
    signs = wanted + (Role.TITLE in column.roles.values()) + (Role.AFFILIATION in column.roles.values())
    signs += sum(split_role(page.slots[at].text)[0] is not None for at in column.at) >= 0.6 * len(column.at)
    signs += 0.5 * (sum(page.has_image(card) for card in column.cards) >= 0.6 * len(column.cards))
    if count == 1:
        return page.slots[column.at[0]].level == 1 and bool({Role.TITLE, Role.AFFILIATION} & set(column.roles.values()))
    return signs >= 1 or (count > 2 and column.score >= 0.68)
