"""Timetables laid out in two directions: clocks down the first column, rooms or tracks across, a session in each cell."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from itertools import zip_longest
from typing import Any

from scrapers._bylines.text_titles import split_title
from scrapers._language.dates import find_dates
from scrapers._language.days import day_number, find_weekday
from scrapers._language.fields import meanings
from scrapers._language.namelike import looks_like_name
from scrapers._language.times import find_clocks, parse_clock_range
from scrapers._people.people_texts import person_lines

Row = list[Any]
_LABELLED = 60
_HEADS = 15
"""So many rows may stand above a grid, its header the last."""


def grid_at(rows: list[Row]) -> int | None:
    """The header row of a grid: below it most rows begin with a clock, and no column but the first is a known field."""
    for index, row in enumerate(rows[:_HEADS]):
        names = [str(cell).strip() for cell in row[1:] if cell not in ("", None)]
        if len(names) < 2 or any(len(n) > 60 or _is_field(n) for n in names) or clock_in(row[0]) is not None:
            continue
        below = [r for r in rows[index + 1 : index + 80] if len(_filled(r)) > 1 and r[0] not in ("", None)]
        clocks = sum(_clock_of_row(r[0]) is not None for r in below)
        texts = sum(isinstance(cell, str) and any(c.isalpha() for c in cell) for r in below for cell in _filled(r)[1:])
        if clocks >= 2 and clocks * 3 >= 2 * len(below) and texts >= clocks:
            return index
    return None


def upright(rows: list[Row]) -> list[Row]:
    """The rows of a timetable whose clocks run across, each column a row, so that they run down; any others as they are."""
    if grid_at(rows) is not None:
        return rows
    for index, row in enumerate(rows[:_HEADS]):
        across = _filled(row[1:])
        if len(across) < 2 or clock_in(row[0]) is not None or sum(clock_in(cell) is not None for cell in across) < len(across):
            continue
        below = [r for r in rows[index + 1 :] if len(_filled(r)) > 1 and clock_in(r[0]) is None]
        if len(below) < 2 or any(clock_in(cell) is not None for r in below for cell in _filled(r)):
            return rows
        turned = [list(column) for column in zip_longest(row, *below, fillvalue="")]
        return [*rows[:index], *turned] if grid_at(turned) == 0 else rows
    return rows


def grid_records(rows: list[Row]) -> list[dict[str, Any]]:
    """One record a cell: its title, the people named in it, its column as room or day, its row's clock, its section's day."""
    at = grid_at(rows)
    if at is None:
        return []
    rows = [*rows[: at + 1], *_with_people_below(rows[at + 1 :])]
    rooms = [str(cell).strip() for cell in rows[at]]
    days = [day_of_column(cell) for cell in rows[at]]
    by_day = sum(map(bool, days)) * 2 > len(_filled(rows[at][1:]))
    day = next((d for row in rows[: at + 1] for cell in row if (d := day_in(cell))), None)
    found: list[dict[str, Any]] = []
    clock: tuple[str, str | None] | None = None
    for row in rows[at + 1 :]:
        filled = _filled(row)
        if len(filled) == 1 and day_in(filled[0]):
            day = day_in(filled[0])
        clock = clock if row[0] in ("", None) and len(filled) > 1 else _clock_of_row(row[0])
        if clock is None:
            continue
        cells = [
            (column, str(cell))
            for column, cell in enumerate(row[1 : len(rooms)], 1)
            if cell not in ("", None) and any(map(str.isalnum, str(cell)))
        ]
        same = len(cells) > 1 and len({text for _, text in cells}) == 1
        for column, text in cells[:1] if not by_day and (same or len(cells) == 1 < len(rooms) - 1) else cells:
            lines = [line.strip() for line in text.splitlines() if line.strip()]
            ends = _title_ends(lines)
            title, lines = split_title(" ".join(lines[:ends])), [*lines[:1], *person_lines(lines[ends:])]
            people = [{"name": p.name, "job": p.title, "company": p.company} for p in title.people]
            found.append(
                {"date": days[column] if by_day else day, "start": clock[0], "end": clock[1], "title": title.text,
                 "speakers": people or lines[1:], "room": None if by_day or same else rooms[column]}
            )  # fmt: skip
    return found


def _with_people_below(rows: list[Row]) -> list[Row]:
    """The rows with those that name the people of the cells above them, below a clock of these, put into the same cells."""
    found: list[Row] = []
    for row in rows:
        below = [(at, str(cell)) for at, cell in enumerate(row) if cell not in ("", None)]
        above = found[-1] if found and row[0] in ("", None) and clock_in(found[-1][0]) is not None else []
        fits = above and all(at < len(above) and above[at] not in ("", None) for at, _ in below)
        named = sum(looks_like_name(re.split(r"\s[-–—|]\s|[,;(]", cell)[0]) >= 0.5 for _, cell in below)
        if fits and below and 3 * named >= 2 * len(below):
            lines = dict(below)
            found[-1] = [f"{cell}\n{lines[at]}" if at in lines else cell for at, cell in enumerate(above)]
        else:
            found.append(row)
    return found


def _title_ends(lines: list[str]) -> int:
    """How many lines of a cell its title takes: those before the first that names people, or that go on in small letters."""
    people = next((at for at, line in enumerate(lines) if at and looks_like_name(re.split(r"[,;(]", line)[0]) >= 0.5), None)
    small = next((at for at, line in enumerate(lines) if at and not line[:1].islower()), len(lines))
    return people if people and people < 4 else small


def _filled(row: Row) -> Row:
    return [cell for cell in row if cell not in ("", None)]


def clock_in(cell: Any) -> tuple[str, str | None] | None:
    """Start and end of the clock or range that a cell holds, None where it holds anything else."""
    if isinstance(cell, datetime | time):
        return cell.strftime("%H:%M"), None
    return parse_clock_range(cell.replace("\n", " ")) if isinstance(cell, str) and len(cell) < 40 else None


def _clock_of_row(cell: Any) -> tuple[str, str | None] | None:
    """The clock that begins a row of a grid, also where a range stands behind a label ("Session 1 (10:00-10:45)")."""
    if (clock := clock_in(cell)) is not None or not isinstance(cell, str) or len(cell) > _LABELLED:
        return clock
    spans = find_clocks(cell)
    return (spans[0].start_text, spans[0].end_text) if len(spans) == 1 and spans[0].end is not None else None


def day_in(cell: Any) -> str | None:
    """The day a cell names, as a date or in its own words ("Day 2"); None where it names none."""
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    text = str(cell)
    return text if len(text) < 80 and (find_dates(text, day_first=True) or day_number(text)) else None


def day_of_column(cell: Any) -> str | None:
    """The day that heads a column: a date or one of a week's."""
    return day_in(cell) or (str(cell) if find_weekday(str(cell)) is not None and len(str(cell)) < 40 else None)


def _is_field(name: str) -> bool:
    return any(
        m.rank < 8 and m.role not in ("room", "track") for kind in ("session", "person") for m in meanings(name, kind)[:1]
    )
