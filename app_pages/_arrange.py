"""Placing the meetings: everybody chosen gets the best slot together, around what is pinned; and what goes out to calendars."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import available_timezones

import streamlit as st

from app_pages._choosing import choose_people
from app_pages._shared import attempt, event_name, get_store, keep
from app_pages._text import plain, plural
from app_pages._view import EventView
from planner.calendar_file import DayUnknown, ZoneUnknown, meeting_appointment, session_appointments, write_calendar
from planner.changes import find_clashes
from planner.day_plan import plan_days, write_html, write_markdown
from planner.journal import new_id
from planner.records import Meeting
from planner.schedule import arrange_meetings
from planner.suggestion import Slot


def open_meetings(view: EventView) -> list[Meeting]:
    """The meetings that stand: neither called off nor refused."""
    return [m for m in view.meetings if m.status != "cancelled"]


def must_see(view: EventView) -> tuple[str, ...]:
    """The ids of the sessions the user stays in to the end."""
    kept = (get_store().settings().get("must_see") or {}).get(view.event.id) or ()
    there = {s.id for s in view.agenda.sessions}
    return tuple(i for i in kept if i in there)


def choose_must_see(view: EventView) -> None:
    """Which sessions to keep free; changing it is kept at once."""
    titles = {s.id: f"{s.title}" for s in view.agenda.sessions if s.kind not in ("break", "networking")}
    before = list(must_see(view))
    chosen = st.multiselect(
        "Sessions I stay in to the end", list(titles), default=before, format_func=titles.__getitem__, key="meetings_must_see",
        placeholder="No meeting is placed in these",
    )  # fmt: skip
    if chosen != before:
        every = get_store().settings().get("must_see") or {}
        keep(lambda: get_store().save_settings(must_see={**every, view.event.id: chosen}), "Kept free.")


def arrange(view: EventView) -> str | None:
    """Place a meeting with everybody chosen; pinned, booked and held ones stay. Returns a sentence when some found no slot."""
    fixed = [m for m in open_meetings(view) if m.pinned or m.status in ("booked", "held")]
    loose = [m for m in open_meetings(view) if m not in fixed]
    scores = {s.speaker.id: s.score for s in choose_people(view).suggestions}
    values = {s.id: 0.1 + scores.get(s.id, 0.0) for s in view.accepted}
    refused = [(view.speaker_ids[p], Slot(m.start, m.end)) for m in view.meetings if m.status == "cancelled" for p in m.people
               if p in view.speaker_ids]  # fmt: skip
    pinned = {tuple(view.speaker_ids.get(p, p) for p in m.people): Slot(m.start, m.end, m.place) for m in fixed}
    placed = arrange_meetings(view.agenda, values, pinned=pinned, refused=refused, must_see=must_see(view))
    old = {m.people: m for m in loose}
    changed: list[Meeting] = []
    for speakers, slot in placed.meetings.items():
        if speakers in pinned:
            continue
        people = tuple(view.person_for(view.agenda.speaker(i)).id for i in speakers)  # type: ignore[arg-type]
        known = old.pop(people, None)
        if known is None:
            changed.append(Meeting(new_id(), view.event.id, people, slot.start, slot.end, slot.place))
        elif (known.start, known.end) != (slot.start, slot.end):
            changed.append(replace(known, start=slot.start, end=slot.end, place=slot.place, sequence=known.sequence + 1))
    keep(lambda: [get_store().save_meeting(m) for m in changed], f"{plural(len(changed), 'slot')} proposed.")
    if not placed.unplaced:
        return None
    names = {s.id: s.name for s in view.agenda.speakers}
    return " ".join(f"{', '.join(names.get(i, i) for i in people)}: {why}" for people, why in placed.unplaced.items())


def _move(meeting: Meeting) -> None:
    attempt(lambda: get_store().save_meeting(meeting))


def show_clashes(view: EventView) -> None:
    """Meetings that no longer fit the agenda, each with a new slot to take after a yes."""
    for clash in find_clashes(view.agenda, view.meetings, view.speaker_ids, must_see=must_see(view)):
        names = ", ".join(view.name_of(p) for p in clash.meeting.people)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.warning(f"{names}: {plain(clash.why)}", width="stretch")
            if clash.proposal is not None:
                slot = clash.proposal
                moved = replace(
                    clash.meeting, start=slot.start, end=slot.end, place=slot.place, sequence=clash.meeting.sequence + 1
                )
                st.button(
                    f"Move to {slot.start[11:16] or slot.start}", key=f"clash_{clash.meeting.id}",
                    on_click=_move, args=(moved,),
                )  # fmt: skip


def show_downloads(view: EventView) -> None:
    """The calendar file and the day plan; asks once for the venue's time zone where the agenda does not say it."""
    zones = get_store().settings().get("zones") or {}
    zone = zones.get(view.event.id) or view.agenda.event.timezone
    notes = {d.person: d.text for d in get_store().drafts(event=view.event.id)}
    appointments = [
        meeting_appointment(
            m, [view.people[p] for p in m.people if p in view.people], note=notes.get(m.people[0], ""),
            venue=view.agenda.event.venue,
        )
        for m in view.meetings if m.status in ("booked", "proposed", "cancelled")
    ]  # fmt: skip
    readings = len(get_store().readings(view.event.id))
    appointments += session_appointments(view.agenda, must_see(view), event_id=view.event.id, sequence=readings)
    title = event_name(view.event)
    days = plan_days(view.agenda, open_meetings(view), view.people, must_see=must_see(view))
    with st.container(horizontal=True):
        st.download_button(
            "Day plan to print", write_html(days, title=title), "day-plan.html", "text/html", icon=":material/print:"
        )
        st.download_button("Day plan as text", write_markdown(days, title=title), "day-plan.md", icon=":material/description:")
        try:
            data = write_calendar(appointments, timezone=zone)
        except ZoneUnknown:
            data = None
        except DayUnknown as problem:
            st.caption(str(problem))
            return
        if data is not None:
            st.download_button(
                "For my calendar (.ics)", data, "meetings.ics", "text/calendar", icon=":material/calendar_add_on:"
            )
            return
    chosen = st.selectbox(
        "The agenda does not say its time zone. Where is the venue?", sorted(available_timezones()), index=None,
        placeholder="Europe/Lisbon", key="meetings_zone",
    )  # fmt: skip
    if chosen and keep(lambda: get_store().save_settings(zones={**zones, view.event.id: chosen}), "Kept."):
        st.rerun()
