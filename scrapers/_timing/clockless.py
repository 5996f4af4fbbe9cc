"""Days of a programme that print no clocks, or none at first, and cells of a week that print none: they get anchors.

An anchor is a time without a clock.
"""

from __future__ import annotations

import re
from collections import Counter

from scrapers._language.vocabulary import page_words
from scrapers._timing.unit import NO_CLOCK, Page, Unit
from scrapers._timing.zones import page_of_units

_LEAST = 3
_MOST = 40
_MOSTLY = 0.8
_RECORD = re.compile(r"(?:^|>)(?:li|tr)(?:\.[^>]*)?$|\.[^>]*$")
"""Boxes that hold one record each: rows, items, elements of a class."""


def page_with_clockless_days(page: Page) -> Page | None:
    """The page with an anchor before every record below the heading of a day that has no clock of its own; None without any.

    Records are the boxes of the kind in which most of the page's times stand, rows of a table or items of a list, say; they
    are all there is between the heading of the day and the next time or heading.
    """
    days = [at for at, unit in enumerate(page.units) if unit.is_date and unit.zone < 0]
    if len(days) < 2 or not (records := _records(page)):
        return None
    starts = {at for day in days for at in _below(page, day, records)}
    return _anchored(page, starts) if starts else None


def page_with_clockless_cells(page: Page) -> Page | None:
    """The page with an anchor in every cell without a clock of a table whose columns are days and whose cells print clocks.

    None where no table is such. What stands in such a cell belongs to no time beside it.
    """
    held: dict[tuple[int, int, int], list[int]] = {}
    for at, unit in enumerate(page.units):
        if (cell := unit.piece.cell) is not None:
            held.setdefault((cell.table, cell.row, cell.column), []).append(at)
    days = {(table, column) for (table, _, column), cell in held.items() if page.units[cell[0]].is_date}
    timed = [place for place, cell in held.items() if any(page.units[at].clock for at in cell)]
    told = [place for place in timed if any(page.units[at].clock is None for at in held[place])]
    starts: set[int] = set()
    for table in {table for table, _, _ in timed}:
        columns = {column for one, _, column in timed if one == table and (table, column) in days}
        within = sum(one == table for one, _, _ in told)
        if len(columns) < 2 or within < _LEAST or _MOSTLY * sum(one == table for one, _, _ in timed) > within:
            continue
        first = min(row for one, row, _ in timed if one == table)
        bare = [place for place in held if place[0] == table and place[1] >= first and (table, place[2]) in days]
        starts |= {held[place][0] for place in bare if place not in timed and not page.units[held[place][0]].is_date}
    return _anchored(page, starts) if starts else None


def _anchored(page: Page, starts: set[int]) -> Page:
    """The page with an anchor before some of its units."""
    units: list[Unit] = []
    for at, unit in enumerate(page.units):
        if at in starts:
            units.append(Unit("", unit.piece, unit.at, NO_CLOCK))
        units.append(unit)
        unit.zone = -1
    return page_of_units(page.lines, units)


def _records(page: Page) -> dict[int, int]:
    """Where the records without a time end, by their first unit: boxes like those of times, with a line like those of these.

    Notes stand in paragraphs, or bare `div`, too; a row of rooms heads columns.
    """
    kinds = Counter(page.lines.boxes[zone.owner].tag for zone in page.zones if zone.owner)
    lines = Counter(_place(page.units[zone.time + 1]) for zone in page.zones if zone.time + 1 < zone.last)
    found: dict[int, int] = {}
    for number, (box, (first, last)) in enumerate(zip(page.lines.boxes, page.spans, strict=True)):
        alike = kinds[box.tag] >= _LEAST and first < last <= first + _MOST
        if (
            alike
            and (_RECORD.search(box.tag) or page.units[first].piece.box != number)
            and lines[_place(page.units[first])] >= _LEAST
            and all(u.zone < 0 for u in page.units[first:last])
            and not all(page_words()["room"].within(u.text) for u in page.units[first:last])
        ):
            found.setdefault(first, last)
    return found


def _place(unit: Unit) -> tuple[str, int, int]:
    """The format of a line and, in a table, its column and how many it spans."""
    cell = unit.piece.cell
    return (unit.piece.style, cell.column, cell.columns) if cell else (unit.piece.style, 0, 0)


def _below(page: Page, day: int, records: dict[int, int]) -> list[int]:
    """The first units of the records right below the heading of a day; none where they lead to anything but a time or a day."""
    starts = []
    at = day + 1
    while at in records:
        starts.append(at)
        at = records[at]
    ends = at == len(page.units) or page.units[at].zone >= 0 or page.units[at].is_date
    return starts if ends else []
