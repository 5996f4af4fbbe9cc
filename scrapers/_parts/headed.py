"""What the heads of a table's columns prove of the lines below them: one column holds the titles, no other does."""

from __future__ import annotations

from collections import Counter

from scrapers._parts.roles import AFFIL, MIXED, OTHER, PERSON, TEXT, TITLE, Chances
from scrapers._timing.heads import parts_by_column
from scrapers._timing.unit import Page


def titles_by_head(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with the titles of a table in the one column that its heads call so.

    What looks like a title beside one is text. What stands there alone, beside the people of its row, is a title, however
    it reads ("Clinical Networks" before "Ann Archer").
    """
    heads = parts_by_column(page)
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
    placed = list(chances)
    for at, cell in cells:
        row, role = (cell.table, cell.row), chances[at].role
        if cell.column != columns[cell.table]:
            placed[at] = chances[at].drawn_to(TEXT) if role in (TITLE, MIXED) and row in titled else chances[at]
        elif role in (OTHER, AFFIL) and told[row] == 1 and row in named and page.units[at].zone >= 0:
            placed[at] = chances[at].drawn_to(TITLE)
    return placed
