"""Calendar files: read back by another library, and held against the rules of RFC 5545 and of the big calendars."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream

from planner.agenda import Agenda, Event, Session, Speaker
from planner.calendar_file import (
    Appointment,
    DayUnknown,
    ZoneUnknown,
    meeting_appointment,
    session_appointments,
    write_calendar,
)
from planner.people import Person
from planner.records import Meeting

NOW = datetime(2027, 3, 1, 12, 0, 30, 5, tzinfo=UTC)
ANA = Person("1", "Ana Novak", company="Ostfeld AG")
MEETING = Meeting("a1b2", "e1", ("1",), "2027-03-16T10:05:00", "2027-03-16T10:20:00", "outside Hall", "booked")
AGENDA = Agenda(
    "x", "test", Event("Forum", "2027-03-16", "2027-03-16", "Europe/Berlin", "Harbour House"),
    (
        Session("key", "Opening; beginnings", "2027-03-16T09:00:00", "2027-03-16T10:00:00", "Hall", speakers=("ana",)),
        Session("evening", "Reception", "2027-03-16T19:00:00", None, kind="networking"),
        Session("later", "To be announced"),
    ),
    (Speaker("ana", "Ana Novak", company="Ostfeld AG"),),
)  # fmt: skip


def read(data: bytes) -> Calendar:
    """The calendar as another library reads it."""
    return IcsCalendarStream.calendar_from_ics(data.decode("utf-8"))


def check_rules(data: bytes) -> None:
    """What RFC 5545 and Outlook, Google and Apple ask for: line ends, folding, no floating times, what must be there once."""
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    for line in lines:
        line.decode("utf-8")  # no character is cut in two
    text = data.decode("utf-8").replace("\r\n ", "")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    head, *entries = text.split("\r\nBEGIN:VEVENT")
    assert all(re.search(rf"^{name}:", head, re.MULTILINE) for name in ("VERSION", "PRODID", "METHOD"))
    for entry in entries:
        alarm = re.search(r"BEGIN:VALARM.*END:VALARM\r\n", entry, re.DOTALL)
        bare = entry.replace(alarm[0], "") if alarm else entry
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "SUMMARY", "STATUS"):
            assert len(re.findall(rf"^{name}[:;]", bare, re.MULTILINE)) == 1, name
        assert len(re.findall(r"^(?:DTSTART|DTEND|DTSTAMP):\d{8}T\d{6}Z\r$", bare, re.MULTILINE)) == 3
        assert alarm is None or all(f"{name}:" in alarm[0] for name in ("ACTION", "TRIGGER", "DESCRIPTION"))


def test_a_meeting_reads_back_with_all_it_says() -> None:
    """Time, place with the venue, gist of the note, reminder and status come back from an independent reader."""
    note = "Dear Ana, your talk on openings made me think. " * 12
    data = write_calendar(
        [meeting_appointment(MEETING, [ANA], note=note, venue="Harbour House")], timezone="Europe/Berlin", now=NOW
    )
    check_rules(data)
    entry = read(data).events[0]
    assert (entry.uid, entry.summary, entry.sequence, entry.status) == (
        "a1b2@event-planner",
        "Meet Ana Novak (Ostfeld AG)",
        0,
        "CONFIRMED",
    )
    assert entry.start == datetime(2027, 3, 16, 9, 5, tzinfo=UTC)
    assert entry.end == datetime(2027, 3, 16, 9, 20, tzinfo=UTC)
    assert entry.location == "outside Hall, Harbour House"
    assert entry.description is not None
    assert entry.description.startswith("Dear Ana, your talk")
    assert len(entry.description) <= 280
    assert entry.dtstamp == NOW.replace(microsecond=0)
    assert [(a.action, a.trigger) for a in entry.alarm] == [("DISPLAY", timedelta(minutes=-15))]


def test_a_moved_meeting_keeps_its_uid_and_counts_up() -> None:
    """Importing again updates: the UID stays, SEQUENCE grows; a cancelled meeting is marked so and reminds no one."""
    moved = replace(MEETING, start="2027-03-16T12:00:00", end="2027-03-16T12:15:00", sequence=1)
    gone = replace(moved, status="cancelled", sequence=2)
    entries = [
        read(write_calendar([meeting_appointment(m, [ANA])], timezone="Europe/Berlin")).events[0]
        for m in (MEETING, moved, gone)
    ]
    assert len({e.uid for e in entries}) == 1
    assert [e.sequence for e in entries] == [0, 1, 2]
    assert (entries[2].status, entries[2].alarm) == ("CANCELLED", [])


def test_sessions_keep_their_uid_through_readings_and_differ_between_events() -> None:
    """A session's UID is made of event and settled id, so a second reading updates it; one without a time is left out."""
    first = session_appointments(AGENDA, ["key", "evening", "later"], event_id="e1", sequence=1)
    again = session_appointments(AGENDA, ["key"], event_id="e1", sequence=2)
    other = session_appointments(AGENDA, ["key"], event_id="e2")
    assert [a.title for a in first] == ["Opening; beginnings", "Reception"]
    assert first[0].uid == again[0].uid != other[0].uid
    data = write_calendar(first, timezone="Europe/Berlin")
    check_rules(data)
    found = read(data).events
    assert (found[0].summary, found[0].location, found[0].description) == (
        "Opening; beginnings", "Hall, Harbour House", "Ana Novak (Ostfeld AG)",
    )  # fmt: skip
    assert found[1].end == datetime(2027, 3, 16, 19, 0, tzinfo=UTC)


def test_a_time_with_an_offset_needs_no_zone() -> None:
    """Where the agenda states the offset, that is the moment; summer time is the zone's business otherwise."""
    fixed = Appointment("u", "T", "2027-07-01T09:00:00+02:00", "2027-07-01T10:00:00+02:00")
    local = Appointment("v", "T", "2027-07-01T09:00:00", "2027-07-01T10:00:00")
    assert read(write_calendar([fixed])).events[0].start == datetime(2027, 7, 1, 7, tzinfo=UTC)
    assert read(write_calendar([local], timezone="America/New_York")).events[0].start == datetime(2027, 7, 1, 13, tzinfo=UTC)


@pytest.mark.parametrize("zone", [None, "", "Mars/Olympus", "../etc/passwd"])
def test_an_unknown_zone_is_asked_for_not_guessed(zone: str | None) -> None:
    """Without a zone no floating time is written: one sentence asks for it."""
    with pytest.raises(ZoneUnknown, match=r"Choose the zone of the venue"):
        write_calendar([meeting_appointment(MEETING, [ANA])], timezone=zone)


def test_a_time_without_a_date_asks_for_the_day() -> None:
    """HH:MM alone cannot go into a calendar."""
    with pytest.raises(DayUnknown, match="“10:05” is a time without a date"):
        write_calendar([replace(meeting_appointment(MEETING, [ANA]), start="10:05")], timezone="Europe/Berlin")


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=3000))
def test_no_text_breaks_out_of_its_property(title: str, place: str, note: str) -> None:
    """Whatever a page says, one entry stays one entry, and its text comes back."""
    hostile = f"{title}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:x@y.example\r\n{place}"
    entry = Appointment("u", hostile, "2027-07-01T09:00:00Z", "2027-07-01T10:00:00Z", hostile, note)
    data = write_calendar([entry], now=NOW)
    check_rules(data)
    events = read(data).events
    assert len(events) == 1
    assert events[0].attendees == []


def test_an_end_before_the_start_becomes_a_quarter_of_an_hour() -> None:
    """Calendars refuse entries that end before they start."""
    entry = read(write_calendar([Appointment("u", "T", "2027-07-01T09:00:00Z", "2027-07-01T08:00:00Z")])).events[0]
    assert entry.end - entry.start == timedelta(minutes=15)
