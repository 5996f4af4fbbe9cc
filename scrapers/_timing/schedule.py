"""When each zone of a page takes place: clocks with their halves settled, and the date from what stands above or in it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scrapers._language.dates import DateSpan, days_between, resolve
from scrapers._language.days import find_weekday
from scrapers._language.times import ClockSpan, clock_text
from scrapers._timing.event_days import event_day, first_range, known_days
from scrapers._timing.unit import Page, Unit, Zone

_OF_MONTH = re.compile(r"(?<![\d.:/])([0-3]?\d)(?:st|nd|rd|th|\.|º)?(?![\d:/]|\.\d)")
_NOON = 12 * 60
_DAY = 24 * 60
_WHOLE_DAY = 5 * 60
_ALIKE = 3
_MOST_DATED = 60
_MARKS = tuple("·•|–—-,:")


@dataclass(frozen=True, slots=True)
class Slot:
    """Start and end on a day as printed in an agenda: ISO 8601 local times, or `HH:MM` alone when the day is unknown.

    `start` is None where a record has no clock. `mark` is the month and day printed with or above it, also without a year.
    `told` is the line that tells the day where the programme itself does not.
    """

    start: str | None
    end: str | None
    day: date | None
    mark: tuple[int, int] | None = None
    told: str = ""


def slots_of(page: Page, named: Sequence[str] = ()) -> list[Slot]:
    """A slot for every zone of the page, in order; `named` are texts that may tell the year: the page's title, its address."""
    spans = _spans_of(page)
    known = known_days(page, named)
    days = _days_of_zones(page, known, spans)
    told = None if any(days) else event_day(page, known, named)
    days = [told.day] * len(days) if told else days
    clocks: list[ClockSpan] = []
    begin = 0
    for number in range(len(spans) + 1):
        if number == len(spans) or (number > begin and days[number] != days[begin]):
            clocks += _unfolded([s for s in spans[begin:number] if s])
            begin = number
    marks = _printed_days(page)
    line = told.text if told else ""
    return [replace(_slot(clock, day), mark=mark, told=line) for clock, day, mark in zip(clocks, days, marks, strict=True)]


def _unfolded(spans: list[ClockSpan]) -> list[ClockSpan]:
    """The times of one day, those after noon moved there (`unfold_halves`); what has no clock stays where it is."""
    timed = iter(unfold_halves([span for span in spans if span.start >= 0]))
    return [next(timed) if span.start >= 0 else span for span in spans]


def _spans_of(page: Page) -> list[ClockSpan | None]:
    """The times of all zones; "12:00 AM" right after a time in the morning means noon."""
    spans = [page.units[z.time].clock for z in page.zones]
    for at, (before, span) in enumerate(itertools.pairwise(spans), 1):
        if before and span and span.half and 0 <= span.start < 60 and 8 * 60 <= before.start < _NOON:
            end = span.end + _NOON if span.end is not None and span.end < _NOON else span.end
            spans[at] = replace(span, start=span.start + _NOON, end=end)
    return spans


def unfold_halves(spans: Sequence[ClockSpan]) -> list[ClockSpan]:
    """Times of one day's programme in its order, those after noon moved there where they print no half of the day.

    A 12-hour table shows itself by its order: after "12:00" comes "1:00", with or without halves printed elsewhere. Nothing
    moves in a table with an hour past 12, unless that hour only ends the opening hours of the whole day. Before 6:00 no
    programme begins unless it says so or counts in another zone's time.
    """
    if any(s.halves and not s.half and (s.end is None or s.end - s.start < _WHOLE_DAY) for s in spans):
        return list(spans)
    out: list[ClockSpan] = []
    last = 0
    for span in spans:
        start, end = span.start, span.end
        if not span.halves and not span.offset and 60 <= start < 8 * 60:
            late = last >= 8 * 60 if start >= 6 * 60 else last < 20 * 60
            if late and start + _NOON > last - _WHOLE_DAY:
                start += _NOON
        if end is not None and not (span.halves and start == span.start) and end < start < end + _NOON < _DAY:
            end += _NOON
        last = max(last, start)
        out.append(replace(span, start=start, end=end))
    return out


def _printed_days(page: Page) -> list[tuple[int, int] | None]:
    """Month and day of the last date printed before or in the time of every zone."""
    dated = [(at, (u.dates[0].month, u.dates[0].day)) for at, u in enumerate(page.units) if u.dates and (u.is_date or u.clock)]
    marks: list[tuple[int, int] | None] = []
    upto = 0
    for zone in page.zones:
        while upto < len(dated) and dated[upto][0] <= zone.time:
            upto += 1
        marks.append(dated[upto - 1][1] if upto else None)
    return marks


def moved(slot: Slot, day: date, last: Slot | None = None) -> Slot:
    """The slot on another day, up to the end of `last` where that is given."""
    start = slot.start and f"{day.isoformat()}T{slot.start[11:] if slot.day else slot.start}"
    end = slot.end and f"{(day + _night(slot)).isoformat()}T{slot.end[11:] if slot.day else slot.end}"
    return replace(slot, start=start, end=end, day=day)


def held_again(slot: Slot, time: Unit) -> list[Slot]:
    """The slot, and the one at the other time that the unit of its time names, in the half of the day of the first."""
    if time.again is None or time.clock is None or not slot.start:
        return [slot]
    hours, minutes = (slot.start[11:16] if slot.day else slot.start).split(":")
    shift = int(hours) * 60 + int(minutes) - time.clock.start
    end = None if time.again.end is None else time.again.end + shift
    other = _slot(replace(time.again, start=time.again.start + shift, end=end), slot.day)
    return [slot, replace(slot, start=other.start, end=other.end)]


def _night(slot: Slot) -> timedelta:
    """One day for a slot that ends after midnight."""
    return timedelta(days=bool(slot.start and slot.end and slot.day and slot.end[:10] > slot.start[:10]))


def _slot(clock: ClockSpan, day: date | None) -> Slot:
    if clock.start < 0:
        return Slot(None, None, day)
    start, end = clock.start_text, clock.end_text
    if day is None:
        return Slot(start, end, None)
    offset = clock.offset or ""
    last = day + timedelta(days=1) if clock.end is not None and clock.end < clock.start else day
    return Slot(
        f"{day.isoformat()}T{start}{offset}", f"{last.isoformat()}T{clock_text(clock.end or 0)}{offset}" if end else None, day
    )


def _days_of_zones(page: Page, known: list[date], spans: list[ClockSpan | None]) -> list[date | None]:
    """The day of every zone: printed in it, else the last date heading above; listed dates (tabs) pass when time runs back.

    A numbered day in a line like those of other slots is part of a title ("Prototype sprint, day 2"); a date in a line like
    other dates is one, whatever is told of it ("1 July 2026 · Optional day").
    """
    events = first_range(page, known)
    days: list[date | None] = []
    titled = Counter(u.piece.style for u in page.units if u.zone >= 0 and not u.is_date)
    dated = {u.piece.style for u in page.units if u.is_date and any(d.year for d in u.dates)}
    marks = [
        i for i, u in enumerate(page.units)
        if u.clock is None and (heads_day(u) or (u.zone < 0 and u.piece.style in dated and _leads_with_date(u)))
        and (u.dates or u.zone < 0 or titled[u.piece.style] < _ALIKE)
    ]  # fmt: skip
    marks = [i for before, i in itertools.pairwise([None, *marks]) if i is not None and not _leads_away(page, before, i)]
    at = 0
    queue: list[date] = []
    today: date | None = None
    last = -1
    fresh: list[date] = []
    for number, (zone, span) in enumerate(zip(page.zones, spans, strict=True)):
        while at < len(marks) and marks[at] < zone.time:
            fresh.extend(day_of(page.units[marks[at]], known, events))
            at += 1
        time = page.units[zone.time]
        own = [d for d in (resolve(s, known) for s in time.dates) if d]
        if own and _is_bare(page, zone):
            days.append(own[0])  # the hours of a day beside its date, as tabs and banners have them
            continue
        start = span.start if span and span.start >= 0 else max(last, 0)
        if fresh:
            distinct = list(dict.fromkeys(fresh))
            held = page.units[marks[at - 1]].zone == number
            run = len(distinct) > 1 and not held and _are_listed(page, marks, at, zone.time)
            today, queue = (distinct[0], distinct[1:]) if run else (fresh[-1], [])
            fresh = []
        elif queue and start + 120 < last:
            today = queue.pop(0)
        if own:
            today, queue = own[0], []
        days.append(today)
        last = start
    return days


def _leads_away(page: Page, before: int | None, at: int) -> bool:
    """Whether a day is only linked to from the heading of another ("Day 1 (go to day 2)")."""
    heading = page.units[before].piece if before is not None else None
    link = page.units[at].piece
    return heading is not None and bool(link.link) and not heading.link and heading.line == link.line


def heads_day(unit: Unit) -> bool:
    """Whether a line may name the day of what follows it: a date, a numbered day, a day of the week, a heading with either."""
    if unit.is_date:
        return True
    dated = any(d.last is None and (d.year or d.weekday is not None) for d in unit.dates)
    return bool(unit.piece.level) and (dated or (len(unit.text) < 40 and find_weekday(unit.text) is not None))


def _leads_with_date(unit: Unit) -> bool:
    """Whether a line is a full date, a mark and a few words."""
    first = unit.dates[0] if unit.dates else None
    if first is None or not first.year or first.last is not None or first.at or len(unit.text) > _MOST_DATED:
        return False
    return unit.text[first.upto :].lstrip()[:1] in _MARKS


def _is_bare(page: Page, zone: Zone) -> bool:
    """Whether a time owns nothing but dates and days."""
    return all(page.units[at].is_date for at in range(zone.first, zone.last) if at != zone.time)


def _are_listed(page: Page, marks: list[int], at: int, time: int) -> bool:
    """Whether the last dates before a time stand side by side as tabs do, all of one format, none right above the time.

    In a tab the day of the week may stand in a line of its own.
    """
    if at < 2 or marks[at - 1] - marks[at - 2] > 2 or time - marks[at - 1] > 12:
        return False
    last, *others = (page.units[n].piece.style for n in reversed(marks[max(0, at - 3) : at]))
    return last == others[0] or (last in others and marks[at - 1] - marks[at - 3] < 5)


def day_of(unit: Unit, known: list[date], events: tuple[date, date] | None) -> list[date]:
    """The day a line names, in a list; empty where it names none that the page settles."""
    singles: list[DateSpan] = [d for d in unit.dates if d.last is None]
    found = [d for d in (resolve(s, known) for s in singles) if d]
    if found or unit.dates:
        return found[:1]
    first = events[0] if events else known[0] if len(set(known)) == 1 else None
    if unit.day and first:
        day = first + timedelta(days=unit.day - 1)
        return [day] if not events or day <= events[1] else []
    return _weekday_of(unit.text, days_between(*events) if events else sorted(set(known)))


def _weekday_of(text: str, days: list[date]) -> list[date]:
    """The one of the event's days that a weekday means ("Tuesday"), with its day of the month where printed ("Tue 12")."""
    weekday, number = find_weekday(text), _OF_MONTH.search(text)
    if weekday is None:
        return []
    fitting = [d for d in days if d.weekday() == weekday and (number is None or d.day == int(number[1]))]
    return fitting if len(fitting) == 1 else []
