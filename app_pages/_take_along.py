"""What goes into calendars and onto paper: meetings and sessions as calendar files, and the day plan."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from zoneinfo import available_timezones

import streamlit as st

from app_pages._arrange import must_see, open_meetings
from app_pages._choosing import choose_people
from app_pages._drafting import fresh_draft, my_language
from app_pages._shared import event_name, get_store, keep
from app_pages._text import day_words, plain
from app_pages._view import EventView
from planner.agenda import moment
from planner.calendar_file import (
    Appointment,
    DayUnknown,
    ZoneUnknown,
    meeting_appointment,
    session_appointments,
    write_calendar,
)
from planner.day_plan import plan_days, write_html, write_markdown
from planner.people import Person
from planner.records import Meeting


def zone_of(view: EventView) -> str | None:
    """The venue's time zone: as the user said once, else as the agenda says."""
    zones = get_store().settings().get("zones") or {}
    return zones.get(view.event.id) or view.agenda.event.timezone


def appointment_of(view: EventView, meeting: Meeting) -> Appointment:
    """A meeting for the calendar, with the gist of the note to its people."""
    people = [view.people[p] for p in meeting.people if p in view.people]
    note = _note_to(view, people[0]) if people else ""
    return meeting_appointment(meeting, people, note=note, venue=view.agenda.event.venue)


def _note_to(view: EventView, person: Person) -> str:
    """What I wrote to them, else what I sent them, else our draft of a first note."""
    written = {d.person: d.text for d in get_store().drafts(event=view.event.id)}
    sent = {e.person: e.text for e in view.entries if e.kind == "note_sent" and e.text}
    if known := written.get(person.id) or sent.get(person.id):
        return known
    speaker = view.agenda.speaker(view.speaker_ids.get(person.id, ""))
    ours = fresh_draft(view, person, speaker, step="first_contact", channel="linkedin", language=my_language(view))
    return ours.text if ours else ""


def calendar_of(view: EventView, appointments: Sequence[Appointment]) -> bytes | None:
    """The calendar file, or None while the venue's zone or the day of the event is unknown."""
    try:
        return write_calendar(appointments, timezone=zone_of(view))
    except (ZoneUnknown, DayUnknown):
        return None


def show_meeting_file(view: EventView, meeting: Meeting) -> None:
    """One meeting for the calendar."""
    name = f"calendar {view.event.id} {meeting.id}"
    if data := view.store.remember(name, lambda: calendar_of(view, [appointment_of(view, meeting)])):
        st.download_button("Calendar", data, "meeting.ics", "text/calendar", key=f"ics_{meeting.id}", type="tertiary",
                           icon=":material/calendar_add_on:")  # fmt: skip


def show_downloads(view: EventView) -> None:
    """The calendar file of a day or of everything, and the day plan; an unknown time zone of the venue is asked once."""
    _ask_zone(view)
    every = list(view.store.remember(f"appointments {view.event.id}", lambda: _appointments(view)))
    dates = sorted({at.date().isoformat() for a in every if (at := moment(a.start))})
    whole = view.store.remember(f"calendar {view.event.id}", lambda: calendar_of(view, every))
    known = whole is not None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if known and len(dates) > 1:
            day = st.selectbox(
                "Days", ["", *dates], format_func=lambda d: day_words(d) or "All days", key="meetings_days", width=190
            )
            every = [a for a in every if not day or a.start.startswith(day)]
            whole = calendar_of(view, every) if day else whole
        if whole:
            st.download_button(
                "For my calendar (.ics)", whole, "meetings.ics", "text/calendar", icon=":material/calendar_add_on:"
            )
        page, text = view.store.remember(f"day plan {view.event.id}", lambda: _write_day_plan(view))
        st.download_button("Day plan to print", page, "day-plan.html", "text/html", icon=":material/print:",
                           help="One page a day; it opens on a phone as well.")  # fmt: skip
        st.download_button("Day plan as text", text, "day-plan.md", icon=":material/description:")
    if known:
        st.caption("Importing the file again updates what is in your calendar; it doubles nothing.")


def _appointments(view: EventView) -> list[Appointment]:
    """Everything for the calendar: the meetings, and the sessions to stay in to the end."""
    every = [appointment_of(view, m) for m in view.meetings if _goes_out(m)]
    readings = len(view.store.readings(view.event.id))
    return [*every, *session_appointments(view.agenda, must_see(view), event_id=view.event.id, sequence=readings)]


def _write_day_plan(view: EventView) -> tuple[str, str]:
    """The day plan as a page to print and as text."""
    days = plan_days(view.agenda, open_meetings(view), view.people, must_see=must_see(view), remember=to_remember(view))
    title = event_name(view.event)
    return write_html(days, title=title), write_markdown(days, title=title)


def _goes_out(meeting: Meeting) -> bool:
    """Called-off meetings go out to take their entry out of calendars, unless they were never in one."""
    return meeting.status in ("booked", "proposed") or (meeting.status == "cancelled" and meeting.sequence > 0)


def to_remember(view: EventView) -> dict[str, tuple[str, ...]]:
    """For each meeting what to give and what to ask, by its id."""
    found = {s.speaker.id: s for s in choose_people(view).suggestions}
    lines: dict[str, tuple[str, ...]] = {}
    for turn, meeting in enumerate(open_meetings(view)):
        ready = [e.text for e in view.entries if e.kind == "give_first_ready" and e.person in meeting.people]
        about = [found[i] for p in meeting.people if (i := view.speaker_ids.get(p)) in found]
        give = ready[:2] or [s.give_first[0].text for s in about if s.give_first]
        ask = [s.questions[turn % max(1, len(s.questions) - 1)] for s in about if s.questions]  # the last is on every plan
        lines[meeting.id] = tuple(dict.fromkeys([*(f"Give: {text}" for text in give), *(f"Ask: {text}" for text in ask)]))
    return lines


@cache
def _every_zone() -> list[str]:
    return sorted(available_timezones())


def _ask_zone(view: EventView) -> None:
    try:
        write_calendar([appointment_of(view, m) for m in open_meetings(view)[:1]], timezone=zone_of(view))
    except ZoneUnknown:
        zones = get_store().settings().get("zones") or {}
        chosen = st.selectbox(
            "The agenda does not say its time zone. Where is the venue?", _every_zone(), index=None,
            placeholder="Europe/Lisbon", key="meetings_zone",
        )  # fmt: skip
        if chosen and keep(lambda: get_store().save_settings(zones={**zones, view.event.id: chosen}), "Kept."):
            st.rerun()
    except DayUnknown as problem:
        st.caption(plain(str(problem)))
