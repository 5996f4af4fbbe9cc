"""What the heads of a table's columns prove of the lines below them: where titles stand, beside people or side by side."""

from __future__ import annotations

from collections import Counter

from scrapers._language.vocabulary import page_words
from scrapers._parts.roles import AFFIL, MIXED, OTHER, PERSON, ROOM, TEXT, TITLE, Chances
from scrapers._timing.heads import part_named, parts_by_column
from scrapers._timing.unit import Page

_ROOMS = 2
_LONG_LINE = 12


def titles_by_head(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with the titles of a table in the one column that its heads call so.

    What looks like a title beside one is text, or what somebody named in its cell does. What stands there alone, beside the
    people of its row, is a title, however it reads ("Clinical Networks" before "Ann Archer").
    """
    heads = parts_by_column(page)
    chances = _rooms_by_head(page, chances, heads)
    single = Counter(table for (table, _), part in heads.items() if part == "title")
    columns = {table: column for (table, column), part in heads.items() if part == "title" and single[table] == 1}
    cells = [
        (at, cell)
        for at, unit in enumerate(page.units)
        if (cell := unit.piece.cell) and cell.table in columns and chances[at] and not unit.is_date
    ]
    told = Counter((cell.table, cell.row) for at, cell in cells if cell.column == columns[cell.table])
    titled = {
        (cell.table, cell.row)
        for at, cell in cells
        if cell.column == columns[cell.table] and chances[at].role in (TITLE, MIXED)
    }
    named = {
        (cell.table, cell.row)
        for at, cell in cells
        if heads.get((cell.table, cell.column)) == "person" and chances[at].role == PERSON
    }
    placing = {table for (table, _), part in heads.items() if part == "room"} - {
        t for (t, _), p in heads.items() if p == "person"
    }
    people = {(cell.table, cell.row, cell.column) for at, cell in cells if chances[at].role == PERSON}
    placed = list(chances)
    for at, cell in cells:
        row, role = (cell.table, cell.row), chances[at].role
        if cell.column != columns[cell.table]:
            beside = AFFIL if heads.get((cell.table, cell.column)) == "person" and (*row, cell.column) in people else TEXT
            placed[at] = chances[at].drawn_to(beside) if role in (TITLE, MIXED) and row in titled else chances[at]
        elif role in (OTHER, AFFIL) and told[row] == 1 and (row in named or cell.table in placing) and page.units[at].zone >= 0:
            if cell.row <= 1 and part_named(page.units[at].text):
                continue  # the head itself
            placed[at] = chances[at].drawn_to(TITLE)
    return placed


def _rooms_by_head(page: Page, chances: list[Chances], heads: dict[tuple[int, int], str]) -> list[Chances]:
    """The chances with what stands in the one column headed as rooms, beside one of titles, made rooms ("Winter Garden")."""
    single = Counter(table for (table, _), part in heads.items() if part == "room")
    titled = {table for (table, _), part in heads.items() if part == "title"}  # where none is, "Foyer" is a room itself
    placed = list(chances)
    for at, unit in enumerate(page.units):
        cell = unit.piece.cell
        if not (cell and chances[at] and unit.zone >= 0 and cell.columns == 1) or unit.is_date:
            continue
        if cell.table not in titled or single[cell.table] != 1:
            continue
        if heads.get((cell.table, cell.column)) == "room" and cell.row > 0 and len(unit.words) <= _LONG_LINE:
            placed[at] = chances[at].drawn_to(ROOM)
    return placed


def titles_below_rooms(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with the first line of every cell made a title where columns headed by rooms hold sessions side by side.

    However it reads ("Oral session 1" below "Room A"): what takes place in a room at a time is a session.
    """
    rooms: dict[int, set[int]] = {}
    cells: dict[tuple[int, int, int], list[int]] = {}
    for at, unit in enumerate(page.units):
        if (cell := unit.piece.cell) is None or not chances[at]:
            continue
        if unit.zone < 0 and (cell.header or cell.row == 0) and cell.columns == 1 and chances[at].role == ROOM:
            rooms.setdefault(cell.table, set()).add(cell.column)
        elif unit.zone >= 0 and cell.column in rooms.get(cell.table, ()):
            cells.setdefault((cell.table, cell.row, cell.column), []).append(at)
    beside = Counter((table, row) for table, row, _ in cells)
    placed = list(chances)
    for (table, row, _), members in cells.items():
        first = members[0]
        untold = chances[first].role in (OTHER, AFFIL) and len(page.units[first].words) <= _LONG_LINE
        if beside[table, row] >= _ROOMS <= len(rooms[table]) and untold and not any(chances[at].is_title for at in members):
            placed[first] = chances[first].drawn_to(TITLE)
    return placed


def without_heads_below_rooms(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with rows made no titles that stand between a row of rooms and the first with a clock: they head columns.

    So "S1. Clean harbours | S2. Safe harbours" below "Room A | Room B", in the middle of a timetable, when talks follow.
    """
    rows: dict[tuple[int, int], list[int]] = {}
    for at, unit in enumerate(page.units):
        if (cell := unit.piece.cell) is not None and unit.clock is None and chances[at]:
            rows.setdefault((cell.table, cell.row), []).append(at)
    clocked = _clocked_rows(page)
    placed = list(chances)
    for (table, row), above in rows.items():
        below = rows.get((table, row + 1), [])
        rooms = all(chances[at].role == ROOM or page_words()["room"].within(page.units[at].text) for at in above)
        headed = len(above) >= _ROOMS and rooms and (table, row + 2) in clocked
        if headed and clocked.isdisjoint({(table, row), (table, row + 1)}) and len(_columns(page, below)) >= _ROOMS:
            for at in below:
                placed[at] = chances[at].drawn_to(OTHER)
    return placed


def _clocked_rows(page: Page) -> set[tuple[int, int]]:
    """The rows of tables, by table and number, in which a cell with a clock stands or goes on."""
    ends: dict[int, dict[int, int]] = {}
    for unit in page.units:
        if (cell := unit.piece.cell) is not None and unit.clock is not None:
            told = ends.setdefault(cell.table, {})
            told[cell.row] = max(cell.row + cell.rows, told.get(cell.row, 0))
    clocked: set[tuple[int, int]] = set()
    for table, told in ends.items():
        upto = 0
        for row in range(max(told.values())):  # cells may overlap, however long they are: each row is looked at once
            upto = max(upto, told.get(row, 0))
            if row < upto:
                clocked.add((table, row))
    return clocked


def _columns(page: Page, members: list[int]) -> set[int]:
    return {cell.column for at in members if (cell := page.units[at].piece.cell)}
