"""Pages put into the shape the reader of lines knows, before their lines are taken.

What stands side by side below a head becomes a table (`drawn_tables.py`). A timetable whose clocks stand across its top is
turned, so that every clock heads a row. Lines that only the source breaks are broken (`source_rows.py`). Times that stand only
in attributes are printed (`unprinted.py`), and people who are shown by portraits alone (`portraits.py`); names printed in parts
are put together (`name_parts.py`, `name_columns.py`), and so are lines broken within brackets (`wrapped.py`); brackets of links
to slides and papers are left out (`material.py`).
Lines that head others by their looks are marked (`headings.py`).
"""

from __future__ import annotations

from scrapers._html.drawn_tables import draw_tables
from scrapers._html.headings import mark_headings
from scrapers._html.material import drop_material
from scrapers._html.name_columns import join_name_columns
from scrapers._html.name_parts import join_names
from scrapers._html.page import Node
from scrapers._html.portraits import print_portraits
from scrapers._html.source_rows import break_rows
from scrapers._html.unprinted import print_times
from scrapers._html.wrapped import join_wrapped
from scrapers._language.times import parse_clock_range

_CELLS = frozenset(("td", "th"))
_LARGEST = 4000


def reshape(tree: Node) -> None:
    """Draw tables, turn those that run across, print times and names not in print, join what is in parts; linear, in place."""
    break_rows(tree)
    draw_tables(tree.walk())
    print_times(tree)
    mark_headings(tree)
    nodes = list(tree.walk())  # what two of the next steps add or take away holds nothing that the others look for
    drop_material(nodes)
    join_wrapped(nodes)
    join_names(tree.walk())
    for node in nodes:
        if "addeventatc" in node.attrs.get("class", ""):
            node.children = []  # AddEvent's data for calendars, which its script hides
    found = tree.find_all("img", "table")
    print_portraits([n for n in found if n.tag == "img"])
    for node in found:
        if node.tag == "table":
            join_name_columns([_cells(row) for row in _rows(node)])
            _turn(node)


def _rows(table: Node) -> list[Node]:
    rows: list[Node] = []
    for child in table.children:
        if isinstance(child, Node):
            rows += [child] if child.tag == "tr" else [r for r in child.children if isinstance(r, Node) and r.tag == "tr"]
    return rows


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.children if isinstance(cell, Node) and cell.tag in _CELLS]


def _is_clock(cell: Node) -> bool:
    text = cell.brief()
    return len(text) < 40 and parse_clock_range(text) is not None


def _turn(table: Node) -> None:
    """Make columns rows where one of the first rows holds nothing but clocks (and a corner) and the first column none."""
    rows = [_cells(row) for row in _rows(table)]
    head = next(
        (n for n, row in enumerate(rows[:4]) if len(row) > 3 and sum(map(_is_clock, row)) >= max(3, len(row) - 1)), None
    )
    if head is None or len(rows) < head + 2 or any(row and _is_clock(row[0]) for row in rows[head + 1 :]):
        return
    grid = _grid(rows[head:])
    if grid is None:
        return
    turned: list[Node] = []
    for column in zip(*grid, strict=True):
        row = Node("tr", {}, table)
        for above, cell in zip((None, *column), column, strict=False):
            if cell is not None and cell is not above and (not turned or cell not in turned[-1].children):
                cell.attrs = {**cell.attrs, "colspan": cell.attrs.get("rowspan", "1"), "rowspan": "1"}
                cell.parent = row
                row.children.append(cell)
        turned.append(row)
    table.children = [c for c in table.children if isinstance(c, Node) and c.tag == "caption"]
    table.children += [*_rows_above(rows[:head], table), *turned]


def _rows_above(rows: list[list[Node]], table: Node) -> list[Node]:
    made = []
    for cells in rows:
        row = Node("tr", {}, table)
        row.children = list(cells)
        for cell in cells:
            cell.parent = row
        made.append(row)
    return made


def _grid(rows: list[list[Node]]) -> list[list[Node | None]] | None:
    """The cells by place, spans resolved; None where the table is too large or its rows too uneven to turn."""
    width = sum(_number(cell, "colspan") for cell in rows[0])
    if not 3 < width < 100 or width * len(rows) > _LARGEST:
        return None
    grid: list[list[Node | None]] = [[None] * width for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column < width and grid[number][column] is not None:
                column += 1
            for down in range(number, min(len(rows), number + _number(cell, "rowspan"))):
                for across in range(column, min(width, column + _number(cell, "colspan"))):
                    grid[down][across] = cell
            column += _number(cell, "colspan")
    return grid


def _number(cell: Node, name: str) -> int:
    value = cell.attrs.get(name, "1").strip()
    return max(1, min(int(value), 100)) if value.isascii() and value.isdigit() and len(value) < 4 else 1
