"""Clocks beside those that open slots, taken out of the way: the same moments in another zone, ends of cards."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from scrapers._html.lines import Box, Lines
from scrapers._language.time_words import time_words
from scrapers._language.times import names_zone
from scrapers._language.vocabulary import plain
from scrapers._timing.unit import Unit

_DAY = 24 * 60
_LEAST = 3
_LABEL = 24
_STEPS = (-1, 1, -2, 2)
_Place = tuple[int | str, int | str]


def without_twice(units: list[Unit]) -> list[Unit]:
    """The units without clocks that say again, for other zones, what the clocks before them say."""
    return _without_far(_without_columns(units))


def held_twice(units: list[Unit]) -> list[Unit]:
    """The units with the second of two ranges that "or" parts kept in the first ("9:00 - 10:00 or 14:00 - 15:00").

    The word stands between them or, in the line of the second, behind it. A second one with its zone is the same moment.
    """
    out: list[Unit] = []
    index = 0
    while index < len(units):
        first, after = units[index], units[index + 1 : index + 3]
        second = next((u for u in after if u.clock is not None), None)
        parted = any(u.clock is None and plain(u.text).strip(".,") in time_words("either") for u in after)
        if parted and second is not None and second.clock is not None and _is_later(first, second):
            first.again = second.clock
            index += 2
        out.append(first)
        index += 1
    return out


def _is_later(first: Unit, second: Unit) -> bool:
    """Whether a second range, of no zone that it names, begins when the first is over."""
    one, two = first.clock, second.clock
    if one is None or two is None or one.end is None or two.end is None:
        return False
    return two.start >= one.end and not names_zone(second.piece.text[two.at : two.upto])


def _without_columns(units: list[Unit]) -> list[Unit]:
    """Further columns of a table that lie hours from its first column of clocks, always as many; a column of ends does not."""
    columns: dict[tuple[int, int], dict[int, Unit]] = {}
    for unit in units:
        cell = unit.piece.cell
        if unit.clock and cell and unit.clock.upto - unit.clock.at >= len(unit.piece.text) - 2:
            columns.setdefault((cell.table, cell.column), {}).setdefault(cell.row, unit)
    tables: dict[int, list[tuple[int, dict[int, Unit]]]] = {}
    for (table, column), rows in sorted(columns.items()):
        tables.setdefault(table, []).append((column, rows))
    away: set[int] = set()
    for held in tables.values():
        clocks = [(column, {row: u.clock.start for row, u in rows.items() if u.clock}) for column, rows in held]
        far = {column for column, own in clocks[1:] if _are_far(clocks[0][1], own)}
        away |= {id(u) for column, rows in held if column in far for u in rows.values()}
    return [u for u in units if id(u) not in away]


def _are_far(first: Mapping[int, int], other: Mapping[int, int]) -> bool:
    """Whether two columns of clocks, by row, lie hours apart, always as many."""
    apart = {(other[row] - first[row]) % _DAY for row in first.keys() & other.keys()}
    return len(apart) == 1 and len(first.keys() & other.keys()) > 1 and _is_shift(next(iter(apart)))


def _is_shift(minutes: int) -> bool:
    return minutes % 30 == 0 and 120 <= minutes <= 22 * 60


def _without_far(units: list[Unit]) -> list[Unit]:
    """Ranges that stand right behind another, hours apart, always as many ("9:00-9:30 ET" | "15:00-15:30 CET")."""
    pairs: dict[_Place, list[tuple[Unit, int]]] = {}
    for one, two in itertools.pairwise(units):
        if one.clock and two.clock and one.clock.end is not None and two.clock.end is not None:
            shift = (two.clock.start - one.clock.start) % _DAY
            same = shift == (two.clock.end - one.clock.end) % _DAY
            pairs.setdefault((one.piece.style, two.piece.style), []).append((two, shift if same else 0))
    away: set[int] = set()
    for found in pairs.values():
        shift, count = Counter(shift for _, shift in found).most_common(1)[0]
        if count >= _LEAST and count == len(found) and (_is_shift(shift) or shift == 60):
            away |= {id(unit) for unit, _ in found}
    return [u for u in units if id(u) not in away]


def without_second(units: list[Unit], lines: Lines) -> list[Unit]:
    """The units without the further clocks of cards that hold two or three ("Start 9:00", "End 9:45"; "9:00 - 9:45, 0:45").

    The second is the end of the first where that has none. Between them stand dates at most, and labels or rooms that come
    again: two sessions in one box each have words of their own.
    """
    pairs: dict[str, list[tuple[int, int]]] = {}
    clocked = [at for at, unit in enumerate(units) if unit.clock is not None]
    places = [units[at].at for at in clocked]
    for one, two in itertools.pairwise(clocked):
        box = _around(units[one], units[two], lines)
        if _count_inside(places, box) < 4 and all(len(u.text) < _LABEL or u.is_date for u in units[one + 1 : two]):
            pairs.setdefault(box.tag, []).append((one, two))
    away: set[int] = set()
    for found in pairs.values():
        between = {" ".join(u.text for u in units[one + 1 : two] if not u.is_date) for one, two in found}
        for one, two in found if len(found) >= _LEAST and 2 * len(between) <= len(found) else ():
            first, second = units[one].clock, units[two].clock
            if first and second:
                later = first.end is None and second.end is None and first.start < second.start
                units[one].clock = replace(first, end=second.start) if later else first
                away.add(two)
    return [unit for at, unit in enumerate(units) if at not in away]


def without_echoes(units: list[Unit], lines: Lines) -> list[Unit]:
    """The units without the clocks of cards that say once more when the card begins ("9:00 … Add to calendar: 9:00").

    Whatever stands between the two: cards alike, each with its clock twice and with no other, tell of one session each. It
    ends as either tells ("9:00 | Opening | 9:00–9:45").
    """
    clocked = [at for at, unit in enumerate(units) if unit.clock is not None]
    places = [units[at].at for at in clocked]
    echoes: dict[str, list[tuple[int, int, bool]]] = {}
    for one, two in itertools.pairwise(clocked):
        first, second = units[one].clock, units[two].clock
        box = _around(units[one], units[two], lines)
        if first and second and box is not lines.boxes[box.parent] and _count_inside(places, box) == 2:
            same = first.start == second.start and (first.end is None or second.end in (None, first.end))
            echoes.setdefault(box.tag, []).append((one, two, same))
    away: set[int] = set()
    for found in echoes.values():
        said = [(one, two) for one, two, same in found if same]
        for one, two in said if len(said) >= _LEAST and 4 * len(said) >= 3 * len(found) else ():
            first, second = units[one].clock, units[two].clock
            units[one].clock = first and second and replace(first, end=second.end if first.end is None else first.end)
            away.add(two)
    return [unit for at, unit in enumerate(units) if at not in away]


def _has_words(units: list[Unit], at: int, places: list[int], lines: Lines) -> bool:
    """Whether the largest box around a clock that holds no other holds its record too, not only labels and dates."""
    box = lines.boxes[units[at].piece.box]
    if _count_inside(places, box) != 1:
        return False
    while (up := lines.boxes[box.parent]) is not box and _count_inside(places, up) == 1:
        box = up
    first = bisect_left(units, box.first, key=lambda u: u.at)
    return any(len(u.text) >= _LABEL and not u.is_date for u in units[first : bisect_left(units, box.last, key=lambda u: u.at)])


def _count_inside(places: list[int], box: Box) -> int:
    """How many of the pieces at `places` a box holds."""
    return bisect_left(places, box.last) - bisect_left(places, box.first)


def _around(one: Unit, two: Unit, lines: Lines) -> Box:
    """The smallest box around two units."""
    box = lines.boxes[one.piece.box]
    while not box.first <= two.at < box.last and box is not lines.boxes[box.parent]:
        box = lines.boxes[box.parent]
    return box


def with_own_dates(units: list[Unit], lines: Lines) -> list[Unit]:
    """The units with dates that stand beside most clocks of a flat run, at the same distance, taken into them.

    They head no day but belong to one record each; where records have boxes of their own, the boxes show that. Dates behind
    clocks, one of them above the first clock and none below the last, head what follows each.
    """
    clocked = [at for at, unit in enumerate(units) if unit.clock is not None]
    places = [units[at].at for at in clocked]
    habits: dict[tuple[int, str], list[tuple[int, int]]] = {}
    for at in clocked:
        for step in _STEPS:
            there = at + step
            if not (0 <= there < len(units) and units[there].is_date and units[there].dates) or units[at].dates:
                continue
            if not _has_words(units, at, places, lines):
                habits.setdefault((step, units[there].piece.style), []).append((at, there))
    (step, style), pairs = max(habits.items(), key=lambda habit: len(habit[1]), default=((0, ""), []))
    if len(pairs) < _LEAST or 10 * len(pairs) < 6 * len(clocked):
        return units
    if step > 0 and pairs[-1][0] < clocked[-1] and any(u.is_date and u.piece.style == style for u in units[: clocked[0]]):
        return units
    for at, there in pairs:
        units[at].dates = units[there].dates
    taken = {there for _, there in pairs}
    return [unit for at, unit in enumerate(units) if at not in taken]
