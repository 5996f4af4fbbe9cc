"""Columns of bare hours ("9-10", "10-11:30") written as clocks, which they are where nearly a whole column tells of hours."""

from __future__ import annotations

import re

from scrapers._language.fields import roles_in
from scrapers._language.times import parse_clock_range
from scrapers._timing.grids import Row

_HOURS = re.compile(r"(\d{1,2})((?:[:.]\d\d)?)\s*([-–—~]|to|bis|às|a|à)\s*(\d{1,2})((?:[:.]\d\d)?)")
_COMMA = re.compile(r"(?:[01]?\d|2[0-3]),[0-5]\d(?:\s?[-–]\s?(?:[01]?\d|2[0-3]),[0-5]\d)?")
_HEADS = 3
"""The header of a column stands in one of so many filled rows."""
_FIRST = 3
"""Clocks stand in one of so many columns."""
_LEAST = 3


def with_minutes(rows: list[Row]) -> list[Row]:
    """The rows with ranges of bare hours, and hours with commas, written as clocks; the same rows where there are none."""
    for at in range(min(_FIRST, max(map(len, rows), default=0))):
        cells = [row[at] for row in rows if len(row) > at and row[at] not in ("", None)]
        heads = roles_in(cell for cell in cells[:_HEADS] if isinstance(cell, str))
        bare = [cell for cell in cells if _spelt(cell) != cell]
        clocks = [cell for cell in cells if not isinstance(cell, str) or parse_clock_range(cell) is not None]
        most = (len(bare) + len(clocks)) * 4 >= 3 * (len(cells) - 1) and len(bare) * 2 > len(clocks)
        if len(bare) + 1 >= _LEAST and most and "date" not in heads:
            rows = [[*row[:at], _spelt(row[at]), *row[at + 1 :]] if len(row) > at else row for row in rows]
        elif heads & {"start", "end", "time"} and sum(_with_colon(cell) != cell for cell in cells) * 4 >= 3 * (len(cells) - 1):
            rows = [[*row[:at], _with_colon(row[at]), *row[at + 1 :]] if len(row) > at else row for row in rows]
    return rows


def _with_colon(cell: object) -> object:
    """An hour and minutes parted by a comma ("9,15"), as a clock; anything else as it is."""
    return cell.strip().replace(",", ":") if isinstance(cell, str) and _COMMA.fullmatch(cell.strip()) else cell


def _spelt(cell: object) -> object:
    """A range one end of which is a bare hour, with minutes; anything else as it is."""
    match = _HOURS.fullmatch(cell.strip()) if isinstance(cell, str) else None
    if match is None or (match[2] and match[5]) or not (int(match[1]) < 24 and int(match[4]) <= 24 and match[1] != match[4]):
        return cell
    return f"{match[1]}{match[2] or ':00'} - {match[4]}{match[5] or ':00'}"
