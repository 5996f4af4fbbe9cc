"""What lines that come again in one format or place prove of each other: by turns with people, in one column, one block."""

from __future__ import annotations

from collections import Counter

from scrapers._language.kinds import is_kind
from scrapers._language.namelike import looks_like_name
from scrapers._language.text_kinds import text_kinds
from scrapers._parts.bracketed import is_in_brackets
from scrapers._parts.roles import AFFIL, MIXED, OTHER, PERSON, TEXT, TITLE, Chances
from scrapers._people.labels import split_role
from scrapers._people.people_lines import people_fill
from scrapers._timing.unit import Page, Unit

_MOST_LINES = 12
_DOUBT_IN_PLACE = _DOUBT_IN_COLUMN = 0.15
_NAME = 0.5


def parts_repeated(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with the parts that most lines of one format, of one column or of one place in blocks alike play."""
    return _with_titles_in_place(page, _with_columns(page, _with_pairs(page, _with_listed(page, chances))))


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
    """Whether a line stands right above people that names nobody and is no affiliation, text or label of people."""
    row = chances[at]
    may_head = bool(row) and row.role not in (AFFIL, TEXT) and _stands_above_people(page, chances, at)
    return may_head and split_role(page.units[at].text)[0] is None


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


def _are_titles(page: Page, lines: list[int]) -> bool:
    """Whether lines are rather titles than names, kinds of session, or what somebody does."""
    texts = [page.units[at].text for at in lines]
    other = sum(text_kinds(text).other for text in texts) / len(texts)
    named = sum(looks_like_name(text) >= _NAME for text in texts)
    kinds = sum(is_kind(page.units[at].words) for at in lines)
    return other > 0.5 and 5 * (named + kinds) < len(texts) and len(set(texts)) > 0.8 * len(texts)


def without_types(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with the cells of a column that tells what kind each row is ("Full paper", "Keynote") made no titles.

    Its texts come again and again, or name a kind of session, and behind nearly all of them stands a title found once; one
    that names kinds may stand behind the titles too.
    """
    rows: dict[tuple[int, int], dict[int, int]] = {}
    for at, (unit, row) in enumerate(zip(page.units, chances, strict=True)):
        cell = unit.piece.cell
        if cell and row and row.is_title and unit.zone >= 0 and not is_in_brackets(unit.text):
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
