"""Pages put into the shape the reader of lines knows, before their lines are taken.

A timetable whose clocks stand across its top is turned, so that every clock heads a row. Times that stand only in
attributes (`<li data-start="09:10" data-end="09:50">`: timetables drawn by script) are printed where a reader would see them.
"""

from __future__ import annotations

import re

from scrapers._page import Node
from scrapers._times import parse_clock_range

_CELLS = frozenset(("td", "th"))
_LARGEST = 4000
_NAMES = {
    "start": ("data-start", "data-start-time", "data-starttime", "data-time-start", "data-begin", "data-from", "data-time"),
    "end": ("data-end", "data-end-time", "data-endtime", "data-time-end", "data-finish", "data-to", "data-until"),
}
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d(?=[T ])")
_CLOCK = re.compile(r"(?:^|[T ])((?:[01]?\d|2[0-4]):[0-5]\d)(?::\d\d)?(?:\s?([ap]m))?(?:[+-]\d\d:?\d\d)?$", re.IGNORECASE)


def reshape(tree: Node) -> None:
    """Turn timetables that run across and print times kept in attributes; linear in the page, in place."""
    kept: list[tuple[Node, str]] = []
    for node in tree.walk():
        if node.tag == "table":
            _turn(node)
        elif time := _kept_time(node):
            kept.append((node, time))
    if len(kept) > 2 and not sum(_shows_time(node) for node, _ in kept):
        for node, time in kept:
            node.children.insert(0, Node("div", {}, node))
            node.children[0].children.append(time)  # type: ignore[union-attr]


def _kept_time(node: Node) -> str | None:
    """The clock or range an element's attributes give, as it would be printed."""
    found: list[str] = []
    day = ""
    for names in _NAMES.values():
        value = next((node.attrs[name].strip() for name in names if name in node.attrs), "")
        if not value and not found and node.tag == "time" and node.children:
            value = unprinted_moment(node)
        clock = _CLOCK.search(value) if len(value) < 40 else None
        found.append(f"{clock[1]} {clock[2] or ''}".strip() if clock else "")
        day = day or ("".join(_DATE.findall(value)) if clock else "")
    return f"{day} {' - '.join(part for part in found if part)}".strip() if found[0] else None


def unprinted_moment(node: Node) -> str:
    """The moment a `<time datetime>` stands for; universal time, which is not the venue's clock, is left out."""
    moment = node.attrs.get("datetime", "").strip() if node.tag == "time" else ""
    return moment if len(moment) < 40 and not moment.endswith(("Z", "z", "+00:00")) else ""


def _shows_time(node: Node) -> bool:
    return any(parse_clock_range(text) is not None for text in _texts(node))


def _texts(node: Node) -> list[str]:
    return [child for below in node.walk() for child in below.children if isinstance(child, str) and 2 < len(child) < 40]


def _rows(table: Node) -> list[Node]:
    rows: list[Node] = []
    for child in table.children:
        if isinstance(child, Node):
            rows += [child] if child.tag == "tr" else [r for r in child.children if isinstance(r, Node) and r.tag == "tr"]
    return rows


def _cells(row: Node) -> list[Node]:
    return [cell for cell in row.children if isinstance(cell, Node) and cell.tag in _CELLS]


def _is_clock(cell: Node) -> bool:
    text = cell.text()
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
