"""Timetables in two directions: sessions side by side at one time, days that head columns, cells that span rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from scrapers._html.lines import Cell
from scrapers._language.vocabulary import page_words
from scrapers._language.words import parts
from scrapers._parts.place_features import like_boxes
from scrapers._parts.roles import AFFIL, PERSON, Chances
from scrapers._timing.event_days import first_range, known_days
from scrapers._timing.schedule import Slot, day_of, heads_day, held_again, moved
from scrapers._timing.unit import Page, Unit, Zone

_MOST_DAYS = 10
_HEADS = 3
_FEW = 0.1
_MANY = 5
Parts = list[list[int]]


def shared_parts(page: Page, chances: list[Chances]) -> dict[int, Parts]:
    """The units of the zones whose time several sessions share, by zone: part by part (cells of a row, boxes alike).

    Parts are sessions of their own where every place in such rows holds a title at least every other time: in a table of
    times, titles and speakers one column never does. Where all stand below each other in one column, rows may hold
    titles and speakers by turns: hardly any may hold people.
    """
    rows: dict[tuple[str, int], dict[int, Parts]] = {}
    for number, zone in enumerate(page.zones):
        told = _parts_of(page, zone, [at for at in range(zone.first, zone.last) if chances[at]])
        row = _without_heads(page, chances, zone, told)
        if len(row) > 1:
            cell = page.units[row[0][0]].piece.cell
            key = ("", cell.table) if cell else (page.units[row[0][0]].piece.style, -1)
            rows.setdefault(key, {})[number] = row
    shared: dict[int, Parts] = {}
    fielded = {cell.table for unit in page.units if (cell := unit.piece.cell) and cell.row == 0 and _names_field(unit)}
    for table, zones in ((table, zones) for (_, table), zones in rows.items() if table not in fielded):
        held, titled = Counter[int](), Counter[int]()
        for row in zones.values():
            for number, part in enumerate(row):
                cell = page.units[part[0]].piece.cell
                place = cell.column if cell else number
                held[place] += 1
                titled[place] += any(chances[at].is_title for at in part)
        shared |= {number: row for number, row in zones.items() if table < 0 and _are_mostly_titled(row, chances)}
        usual = [place for place, count in held.items() if count > 1]
        if (len(usual) > 1 and all(2 * titled[place] >= held[place] for place in usual)) or (
            len(held) == 1 and 2 * titled.total() >= held.total() and _hold_no_people(chances, zones)
        ):
            shared |= zones
    return shared


def _hold_no_people(chances: list[Chances], zones: dict[int, Parts]) -> bool:
    """Whether hardly any part of rows below each other tells of people and nothing else."""
    told = [part for row in zones.values() for part in row]
    return sum(chances[part[0]].role in (PERSON, AFFIL) for part in told) <= _FEW * len(told)


def _are_mostly_titled(row: Parts, chances: list[Chances]) -> bool:
    """Whether the parts of one time are many and nearly all hold a title: the rows of a block of talks."""
    titled = sum(any(chances[at].is_title for at in part) for part in row)
    return len(row) >= _MANY and 4 * titled >= 3 * len(row)


def _without_heads(page: Page, chances: list[Chances], zone: Zone, row: Parts) -> Parts:
    """The parts of a zone without those of rows below its time that head columns ("Room", "Forum 1", "Forum 2")."""
    time = page.units[zone.time].piece.cell
    if time is None:
        return row
    rows = [cell.row if (cell := page.units[part[0]].piece.cell) else time.row for part in row]
    width = Counter(rows)
    titled = {number for number, part in zip(rows, row, strict=True) if any(chances[at].is_title for at in part)}
    kept = {time.row, *titled, *(number for number, cells in width.items() if cells < _HEADS)}
    return [part for number, part in zip(rows, row, strict=True) if number in kept]


def _names_field(unit: Unit) -> bool:
    """Whether the head of a column says that it holds speakers or titles, one a row."""
    words = tuple(unit.words)
    return unit.plain in parts("roles") or words in page_words()["people"].phrases | page_words()["title_label"].phrases


def _parts_of(page: Page, zone: Zone, texts: list[int]) -> Parts:
    """The units of a zone by the cells beside its time, or by the boxes alike that share it."""
    time = page.units[zone.time].piece.cell
    if time is None:
        return like_boxes(page, zone, texts, least=1)
    cells: dict[tuple[int, int], list[int]] = {}
    for at in texts:
        cell = page.units[at].piece.cell
        if cell and cell.table == time.table and (cell.row, cell.column) != (time.row, time.column):
            cells.setdefault((cell.row, cell.column), []).append(at)
    return list(cells.values())


@dataclass(frozen=True, slots=True)
class ColumnDay:
    """What heads a column that has a day of its own, with the date where the page settles it; it counts from `row` on."""

    row: int
    text: str
    day: date | None


class Grids:
    """What the tables of a page say of the day and the length of the sessions in their cells."""

    def __init__(self, page: Page, slots: Sequence[Slot], named: Sequence[str] = ()) -> None:
        self._page, self._slots = page, slots
        self._days = _column_days(page, named)
        self._rows: dict[int, list[tuple[int, int, int]]] = {}
        for number, zone in enumerate(page.zones):
            if (cell := page.units[zone.time].piece.cell) is not None:
                self._rows.setdefault(cell.table, []).append((cell.row, cell.row + cell.rows, number))

    def heads_of(self, cell: Cell) -> list[ColumnDay]:
        """The days of the columns a cell lies in, none where columns are no days."""
        found = []
        for column in range(cell.column, cell.column + min(cell.columns, _MOST_DAYS)):
            above = [d for d in self._days.get((cell.table, column), ()) if d.row < cell.row]
            found += above[-1:]
        return found

    def slots_of(self, cell: Cell | None, number: int) -> list[tuple[Slot, str | None]]:
        """The slots of a session in a cell at the time `number`: one a day the cell spans, an undated one with its head.

        Two of them where it is held at one time or another.
        """
        slot = self._to_last_row(cell, number) if cell else self._slots[number]
        heads = self.heads_of(cell) if cell else []
        held: list[tuple[Slot, str | None]] = [(moved(slot, head.day), None) for head in heads if head.day]
        held = held or [(slot, heads[0].text if len(heads) == 1 else None)]
        time = self._page.units[self._page.zones[number].time] if number < len(self._page.zones) else None
        return [(again, head) for slot, head in held for again in held_again(slot, time)] if time else held

    def _to_last_row(self, cell: Cell, number: int) -> Slot:
        """The slot up to the end of the last row that a session's cell spans, where every row has its time."""
        slot, rows = self._slots[number], self._rows.get(cell.table, [])
        own = next(((first, last) for first, last, n in rows if n == number), None)
        if own is None or cell.row + cell.rows <= own[1] or not slot.start:
            return slot
        inside = [n for first, last, n in rows if first < cell.row + cell.rows and n >= number]
        after = next((n for first, _, n in rows if first >= cell.row + cell.rows and n > number), None)
        end = self._slots[inside[-1]].end or (self._slots[after].start if after is not None else None)
        return replace(slot, end=end) if end and end[:10] == slot.start[:10] and end > slot.start else slot


def _column_days(page: Page, named: Sequence[str]) -> dict[tuple[int, int], list[ColumnDay]]:
    """The days that head columns, by table and column: where a row without a clock names two or more."""
    rows: dict[tuple[int, int], list[tuple[Cell, str, date | None]]] = {}
    known = known_days(page, named)
    events = first_range(page, known)
    clocked = {(c.table, c.row) for zone in page.zones if (c := page.units[zone.time].piece.cell) is not None}
    for unit in page.units:
        cell = unit.piece.cell
        if cell and (cell.table, cell.row) not in clocked and heads_day(unit):
            day = next(iter(day_of(unit, known, events)), None)
            rows.setdefault((cell.table, cell.row), []).append((cell, unit.text, day))
    found: dict[tuple[int, int], list[ColumnDay]] = {}
    for (table, row), heads in rows.items():
        if len({cell.column for cell, _, _ in heads}) > 1 and len({text for _, text, _ in heads}) > 1:
            for cell, text, day in heads:
                for column in range(cell.column, cell.column + cell.columns):
                    found.setdefault((table, column), []).append(ColumnDay(row, text, day))
    return found
