"""Calendars (iCalendar, xCal, jCal): sessions from VEVENTs, as Sched, Google Calendar, Indico and many sites publish them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from planner.agenda import Event
from scrapers._bylines.bylines import part_title
from scrapers._document import Document, Get
from scrapers._found import Found, FoundSession, fold
from scrapers._html.plain import line_of
from scrapers._language.kinds import kind_of
from scrapers._language.stamps import Stamp, in_zone, minutes_of, stamp_of, written, zone_of
from scrapers._language.times import clock_head
from scrapers._people.names import split_people
from scrapers._people.people_texts import without_label
from scrapers._structured.calendar_people import CalendarPeople, without_tail
from scrapers._structured.calendars import Entry, entries_of, is_calendar, text_of_entry
from scrapers._structured.named_titles import name_people_of_titles
from scrapers._text.agendas import read_days, with_agendas

MAX_REPEATS = 30
"""Occurrences kept of one repeating entry."""
_FEWEST = 4
"""Of so many entries one may be the event that holds the others."""
_LONGEST = 31 * 1440  # minutes; a longer duration is a slip of the pen

_DAYS_APART = re.compile(r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)", re.I)


def recognises(document: Document) -> bool:
    """Whether a calendar begins within the first lines."""
    return is_calendar(document)


def read(document: Document, get: Get | None) -> Found:
    """Read the calendar's entries; repeating ones are written out within the event's days."""
    head, entries = entries_of(document)
    zone = _zone(head)
    name = text_of_entry(head, "X-WR-CALNAME") or text_of_entry(head, "NAME")
    if (whole := _event_itself(entries)) is not None:
        entries.remove(whole)
        name = name or text_of_entry(whole, "SUMMARY")
    if len(entries) == 1:
        name = name or text_of_entry(entries[0], "SUMMARY")
    found = Found(event=Event(name=name, timezone=zone, url=text_of_entry(head, "URL")))
    days = sorted(s.day for e in entries if (s := _moment(e, "DTSTART", None)) and s.day)
    last = days[-1] if days else None
    speaking = CalendarPeople(entries)
    whole_days = 0
    clocked: dict[date, list[str]] = {}
    for entry in entries:
        title = line_of(text_of_entry(entry, "SUMMARY"))
        if not title or (text_of_entry(entry, "STATUS") or "").upper() == "CANCELLED":
            continue
        start = _moment(entry, "DTSTART", zone)
        if start is None or start.clock is None:
            if start is not None and start.day and clock_head(title):
                clocked.setdefault(start.day, []).append(title)
            else:
                whole_days += 1
            continue
        for shown, length in _occurrences(entry, start, zone, last):
            found.sessions.append(_session(entry, title, shown, length, speaking))
    name_people_of_titles(found.sessions)
    found.sessions = [*read_days(clocked), *with_agendas(found.sessions)]
    if whole_days and found.sessions:
        some = (
            f"{whole_days} entries of the calendar last whole days and were"
            if whole_days > 1
            else "One entry lasts whole days and was"
        )
        found.warnings.append(f"{some} left out.")
    if found.sessions and any(p.value.strip().endswith("Z") for entry in entries for p in entry.get("DTSTART", ())[:1]):
        where = f" The calendar belongs to the zone {zone}." if zone else " Check them against the programme at the venue."
        found.warnings.append("The calendar gives its times in universal time (UTC)." + where)
    return found


def _event_itself(entries: list[Entry]) -> Entry | None:
    """The entry that is the event: it alone lasts from the first of several days to the last, around all others."""
    times = [(_moment(e, "DTSTART", None), _moment(e, "DTEND", None)) for e in entries]
    spans = [(_at(start), _at(end) or _at(start)) for start, end in times]
    known = [(first, last) for first, last in spans if first and last]
    if len(known) < _FEWEST or len(known) < len(entries):
        return None
    first, last = min(a for a, _ in known), max(b for _, b in known)
    whole = [entry for entry, span in zip(entries, spans, strict=True) if span == (first, last)]
    return whole[0] if len(whole) == 1 and last[0] > first[0] else None


def _at(stamp: Stamp | None) -> tuple[date, int] | None:
    return (stamp.day, stamp.clock) if stamp and stamp.day and stamp.clock is not None else None


def _zone(head: Entry) -> str | None:
    for name in ("X-WR-TIMEZONE", "TIMEZONE-ID", "TZID", "VTIMEZONE"):
        stated = _known_zone(text_of_entry(head, name))
        if stated is not None and stated not in ("Etc/UTC", "Etc/GMT"):
            return stated
    return None


def _known_zone(name: str | None) -> str | None:
    """The IANA name of a zone a calendar states, Outlook's names included."""
    name = (name or "").strip().strip('"').lstrip("/")
    if zone_of(name):
        return name
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # takes a while to load

    if (known := WINDOWS_TO_OLSON.get(name)) is not None:
        return known
    tail = "/".join(name.split("/")[-2:])
    return tail if zone_of(tail) else None


def _moment(entry: Entry, name: str, zone: str | None) -> Stamp | None:
    values = entry.get(name)
    if not values:
        return None
    stamp = stamp_of(values[0].value.strip())
    if stamp is None or stamp.clock is None:
        return stamp
    return in_zone(stamp, zone_of(_known_zone(values[0].params.get("TZID")) or zone))


def _length(entry: Entry, start: Stamp, zone: str | None) -> int | None:
    """Minutes from start to end, when the end is stated and lies after the start."""
    end = _moment(entry, "DTEND", zone)
    if end is not None and end.clock is not None and end.day and start.day and start.clock is not None:
        length = (end.day - start.day).days * 1440 + end.clock - start.clock
        if end.offset and start.offset and end.offset != start.offset:
            length += _shift(start.offset) - _shift(end.offset)
        return length if length > 0 else None
    values = entry.get("DURATION")
    return minutes_of(values[0].value) if values else None


def _shift(offset: str) -> int:
    return int(offset[0] + "1") * (int(offset[1:3]) * 60 + int(offset[4:6]))


def _occurrences(entry: Entry, start: Stamp, zone: str | None, last: date | None) -> list[tuple[Stamp, int | None]]:
    """Each time the entry takes place; a repeating one as often as its rule says up to the last day of the calendar."""
    length = _length(entry, start, zone)
    rule = entry.get("RRULE")
    if not rule or not _DAYS_APART.search(rule[0].value) or start.day is None or start.clock is None:
        return [(start, length)]
    skipped = {s.day for p in entry.get("EXDATE", ()) for part in p.value.split(",") if (s := stamp_of(part.strip()))}
    try:
        first = datetime.combine(start.day, time()) + timedelta(minutes=start.clock)
        bound = last if last and last > start.day else start.day + timedelta(days=6)
        text = re.sub(r"(UNTIL=\d{8}T\d{6})Z", r"\1", rule[0].value.strip())
        following = rrulestr(text, dtstart=first).xafter(first, count=MAX_REPEATS, inc=True)
        times = [t for t in following if t.date() <= bound]
    except (ValueError, TypeError, OverflowError):
        return [(start, length)]
    kept = [t for t in times if t.date() not in skipped]
    return [(Stamp(t.date(), t.hour * 60 + t.minute, offset=start.offset), length) for t in kept] or [(start, length)]


def _session(entry: Entry, title: str, start: Stamp, length: int | None, speaking: CalendarPeople) -> FoundSession:
    people = speaking.of_entry(entry)
    clock = start.clock or 0
    cut = part_title(title) if people else None
    if cut and [fold(p.name) for p in split_people(cut[1])] == [fold(p.name) for p in people]:
        title = cut[0]
    elif people:
        title = without_tail(title, people)
    link = text_of_entry(entry, "URL")
    return FoundSession(
        title,
        start=written(start.day, clock, start.offset),
        end=written(start.day, clock + length, start.offset) if length and length <= _LONGEST else None,
        room=line_of(text_of_entry(entry, "LOCATION")),
        track=line_of(text_of_entry(entry, "CATEGORIES")),
        kind=kind_of(title, bool(people)),
        abstract=without_label(text_of_entry(entry, "DESCRIPTION")) if people else text_of_entry(entry, "DESCRIPTION"),
        url=link if link and link.startswith(("http://", "https://")) else None,
        people=people,
        key=None,
    )
