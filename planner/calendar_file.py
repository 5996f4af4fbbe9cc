"""Meetings and sessions as an iCalendar file (RFC 5545) for Outlook, Google, Apple and the rest.

All times are written in UTC, the one form that all of them read alike: Outlook refuses times without a zone, Google takes
them for its own zone, and time zone definitions are understood differently. Entries keep their UID and count up SEQUENCE,
so that importing again updates an entry instead of doubling it; DTEND is always there.
"""

from __future__ import annotations

import unicodedata
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from textwrap import shorten
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from planner.agenda import Agenda
from planner.people import Person
from planner.records import Meeting
from planner.timeline import read_timeline

_GIST = 280  # characters of a note that go into the description
_LONGEST = 2_000  # characters of any one text; the rest of a hostile page does not belong in a calendar
_UNSAFE = ("Cc", "Cs", "Zl", "Zp")  # control characters, halves of characters, line separators that some readers obey
_REMIND = timedelta(minutes=15)


class ZoneUnknown(ValueError):
    """The agenda does not say in which time zone its times are: ask for the venue's zone, once."""


class DayUnknown(ValueError):
    """The agenda gives times without a date: ask for the date of the event."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One entry of a calendar. `start` and `end` are ISO 8601 local wall-clock times at the venue, as in the agenda.

    `sequence` must grow with every change that calendars should follow.
    """

    uid: str
    title: str
    start: str
    end: str
    place: str | None = None
    text: str = ""
    sequence: int = 0
    status: str = "CONFIRMED"
    reminder: bool = True


def meeting_appointment(meeting: Meeting, people: Sequence[Person], *, note: str = "", venue: str | None = None) -> Appointment:
    """A meeting with these people; the description holds the gist of the note to them and my remarks."""
    who = ", ".join(f"{p.name} ({p.company})" if p.company else p.name for p in people)
    status = {"proposed": "TENTATIVE", "cancelled": "CANCELLED"}.get(meeting.status, "CONFIRMED")
    gist = shorten(note, _GIST, placeholder=" …")
    return Appointment(
        uid=f"{meeting.id}@event-planner",
        title=f"Meet {who}" if who else "Meeting",
        start=meeting.start,
        end=meeting.end,
        place=", ".join(filter(None, (meeting.place, venue))) or None,
        text="\n\n".join(filter(None, (gist, meeting.remarks))),
        sequence=meeting.sequence,
        status=status,
        reminder=meeting.status != "cancelled",
    )


def session_appointments(
    agenda: Agenda, session_ids: Iterable[str], *, event_id: str, sequence: int = 0
) -> tuple[Appointment, ...]:
    """Sessions to be in, in order of time; those without a time are left out.

    `sequence` is how many times the agenda has been read, so that moved sessions move in the calendar too.
    """
    wanted = set(session_ids)
    timeline = read_timeline(agenda)
    names = {p.id: f"{p.name} ({p.company})" if p.company else p.name for p in agenda.speakers}
    return tuple(
        Appointment(
            uid=f"{uuid.uuid5(uuid.NAMESPACE_OID, f'{event_id}/{t.session.id}')}@event-planner",
            title=t.session.title,
            start=timeline.write(t.start),
            end=timeline.write(t.end),
            place=", ".join(filter(None, (t.session.room, agenda.event.venue))) or None,
            text="\n\n".join(filter(None, (", ".join(names[i] for i in t.session.speakers if i in names), t.session.url))),
            sequence=sequence,
        )
        for t in timeline.timed
        if t.session.id in wanted
    )


def write_calendar(appointments: Iterable[Appointment], *, timezone: str | None = None, now: datetime | None = None) -> bytes:
    """The appointments as an .ics file. `timezone` is the venue's IANA name; `now` an aware datetime, for DTSTAMP.

    Raises `ZoneUnknown` when a time has no offset and no zone is given or the zone does not exist, and `DayUnknown` when
    a time has no date; both carry a sentence fit to show.
    """
    zone = _zone(timezone)
    stamp = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    calendar = Calendar()
    calendar.add("prodid", "-//event-planner//event-planner//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for appointment in appointments:
        calendar.add_component(_entry(appointment, zone, stamp))
    data: bytes = calendar.to_ical()
    return data


def _entry(appointment: Appointment, zone: ZoneInfo | None, stamp: datetime) -> Entry:
    start, end = _instant(appointment.start, zone), _instant(appointment.end, zone)
    title = _plain(appointment.title).replace("\n", " ")
    entry = Entry()
    entry.add("uid", appointment.uid)
    entry.add("dtstamp", stamp)
    entry.add("last-modified", stamp)
    entry.add("sequence", appointment.sequence)
    entry.add("dtstart", start)
    entry.add("dtend", end if end > start else start + timedelta(minutes=15))
    entry.add("summary", title)
    entry.add("status", appointment.status)
    entry.add("transp", "TRANSPARENT" if appointment.status == "CANCELLED" else "OPAQUE")
    if appointment.place:
        entry.add("location", _plain(appointment.place).replace("\n", " "))
    if appointment.text:
        entry.add("description", _plain(appointment.text))
    if appointment.reminder:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", -_REMIND)
        entry.add_component(alarm)
    return entry


def _zone(name: str | None) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        raise ZoneUnknown(
            f"There is no time zone called “{name}”. Choose the zone of the venue, such as Europe/Berlin."
        ) from problem


def _instant(value: str, zone: ZoneInfo | None) -> datetime:
    """The moment in UTC. An offset in the time itself decides; without one it is wall-clock time in the zone."""
    try:
        when = datetime.fromisoformat(value)
    except ValueError as problem:
        raise DayUnknown(
            f"“{value}” is a time without a date. Say on which day the event takes place, and the calendar can be made."
        ) from problem
    if when.tzinfo is None:
        if zone is None:
            raise ZoneUnknown("The agenda does not say in which time zone its times are. Choose the zone of the venue once.")
        when = when.replace(tzinfo=zone)
    return when.astimezone(UTC)


def _plain(text: str) -> str:
    """Text without control characters (a calendar may break on them), line ends of one kind, not longer than makes sense."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")[:_LONGEST]
    return "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in _UNSAFE).strip()
