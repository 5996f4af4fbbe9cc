"""Lines that open with a date and go on with words ("2027-05-14 Machine learning at sea"), and head a day of the programme."""

from __future__ import annotations

from itertools import pairwise

from scrapers._timing.unit import Unit

_LEAST, _CLOCKS = 2, 2
_LABEL = 12
"""So many characters may stand before the date ("Day 1, Thu ")."""


def mark_day_heads(units: list[Unit]) -> None:
    """Mark lines of one format as dates that open with one, each with a later one than the last and times of its own below."""
    styles: dict[str, list[int]] = {}
    for at, unit in enumerate(units):
        if unit.clock is None and unit.dates and unit.dates[0].at <= _LABEL:
            styles.setdefault(unit.piece.style, []).append(at)
    timed = {unit.piece.line for unit in units if unit.clock is not None}
    for heads in styles.values():
        if len(heads) < _LEAST or all(units[at].is_date for at in heads) or not _count_on(units, heads):
            continue
        sections = [units[one + 1 : two] for one, two in pairwise([*heads, len(units)])]
        if all(sum(u.clock is not None for u in section) >= _CLOCKS for section in sections):
            for at in heads:
                units[at].is_date = units[at].is_date or units[at].piece.line not in timed


def _count_on(units: list[Unit], heads: list[int]) -> bool:
    """Whether the first dates of some lines follow each other."""
    days = [(d.year or 0, d.month, d.day) for d in (units[at].dates[0] for at in heads)]
    return all(one < two for one, two in pairwise(days))
