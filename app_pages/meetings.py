"""Meetings: a slot for everybody chosen, on a timeline beside the programme; booked ones go into the calendar."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from app_pages._arrange import arrange, choose_must_see, must_see, open_meetings, show_clashes, show_downloads
from app_pages._shared import get_store, keep, log, need_event, show_last_action
from app_pages._text import plain, when_words
from app_pages._view import EventView, view_event
from planner.agenda import moment
from planner.journal import EntryKind
from planner.records import Meeting
from planner.slots import free_slots
from planner.suggestion import Slot

STATUS_WORDS = {"proposed": "Proposed", "booked": "Booked", "held": "Held", "cancelled": "Cancelled"}


def slot_key(slot: Slot) -> str:
    """A slot in words, for choosing."""
    return f"{when_words(slot.start, slot.end)} {slot.place or ''}".strip()


def timeline(view: EventView) -> Any:
    """Sessions and meetings as bars, one row a room, for the days that have meetings or sessions."""
    rows = []
    for session in view.agenda.sessions:
        start, end = moment(session.start), moment(session.end)
        if start and end and session.kind != "break":
            rows.append((session.room or "Programme", session.title, start, end, "Session"))
    for meeting in view.meetings:
        start, end = moment(meeting.start), moment(meeting.end)
        if start and end and meeting.status != "cancelled":
            names = ", ".join(view.people[p].name for p in meeting.people if p in view.people)
            rows.append(("My meetings", names, start, end, STATUS_WORDS[meeting.status]))
    if not rows:
        return None
    table = pd.DataFrame(rows, columns=["Place", "What", "Start", "End", "Kind"])
    days = sorted({start.date() for start in table["Start"]})
    day = st.segmented_control(
        "Day", days, default=days[0], required=True, format_func=lambda d: f"{d:%a %d %b}", key="meetings_day"
    )
    table = table[table["Start"].dt.date == day]
    table = table.assign(From=table["Start"].dt.strftime("%H:%M"), To=table["End"].dt.strftime("%H:%M"))
    colours = {"Session": "#cfd8d6", "Proposed": "#e0a43a", "Booked": "#0b6e63", "Held": "#5b7fa6"}
    bars: Any = alt.Chart(table).mark_bar(cornerRadius=3)
    chart = bars.encode(
        x=alt.X("hoursminutes(Start):T", title=None),
        x2="hoursminutes(End):T",
        y=alt.Y("Place:N", title=None, sort=["My meetings"]),
        color=alt.Color(
            "Kind:N",
            title=None,
            legend=alt.Legend(orient="bottom"),
            scale=alt.Scale(domain=list(colours), range=list(colours.values())),
        ),
        tooltip=["What", "Place", "From", "To"],
    )
    return chart.properties(height=alt.Step(34))


def show_meeting(view: EventView, meeting: Meeting, slots: dict[str, Slot]) -> None:
    """One meeting: when, where, with whom, and what can be done with it."""
    names = ", ".join(view.name_of(p) for p in meeting.people)
    with st.container(border=True):
        st.markdown(
            f"**{names}**  \n{when_words(meeting.start, meeting.end)}{f' · {plain(meeting.place)}' if meeting.place else ''} "
            f"· {STATUS_WORDS[meeting.status]}"
        )
        with st.container(horizontal=True):
            if meeting.status == "proposed" and st.button(
                "They said yes", key=f"book_{meeting.id}", icon=":material/event_available:"
            ):
                change(view, meeting, "meeting_booked", f"Booked: {names}.", status="booked", pinned=True)
            if meeting.status == "booked" and st.button("It took place", key=f"held_{meeting.id}", icon=":material/handshake:"):
                change(view, meeting, "meeting_held", f"Meeting held: {names}.", status="held")
            with st.popover("Move", disabled=meeting.status == "held"):
                chosen = st.selectbox("Another free slot", list(slots), index=None, key=f"slot_{meeting.id}")
                place = st.text_input("Place", meeting.place or "", key=f"place_{meeting.id}")
                if st.button("Move it", key=f"move_{meeting.id}"):
                    slot = slots.get(chosen or "", Slot(meeting.start, meeting.end))
                    change(view, meeting, None, "", start=slot.start, end=slot.end, place=place or slot.place, pinned=True)
            if st.button("Call it off", key=f"off_{meeting.id}", type="tertiary"):
                change(view, meeting, "meeting_cancelled", f"Called off: {names}.", status="cancelled")


def change(view: EventView, meeting: Meeting, kind: EntryKind | None, said: str, **fields: Any) -> None:
    """Keep a changed meeting, log what it means, and run the page again."""
    new = replace(meeting, sequence=meeting.sequence + 1, **fields)
    if keep(lambda: get_store().save_meeting(new), "Saved."):
        if kind:
            log(
                kind, said, event=view.event.id, person=meeting.people[0], others=meeting.people[1:], text=when_words(new.start)
            )
        st.rerun()


view = view_event(need_event())
st.title("Meetings")
show_last_action()
if not view.accepted and not view.meetings:
    st.info("Choose whom to meet first; then slots are proposed here.", icon=":material/groups:")
    st.page_link("app_pages/people.py", label="Go to People", icon=":material/arrow_forward:")
    st.stop()
st.write("Short meetings, in breaks or right after their session. Two booked beforehand is the floor.")
standing = open_meetings(view)
covered = {p for m in standing for p in m.people}
waiting = [s for s in view.accepted if view.person_for(s).id not in covered]
choose_must_see(view)
if waiting:
    st.markdown(f"Without a slot: {', '.join(plain(s.name) for s in waiting)}")
    if st.button("Propose slots", type="primary", icon=":material/auto_schedule:"):
        if sentence := arrange(view):
            st.session_state["shared_problem"] = f"No slot was found for some. {sentence}"
        st.rerun()
elif any(m.status == "proposed" and not m.pinned for m in standing) and st.button(
    "Arrange anew", icon=":material/auto_schedule:"
):
    arrange(view)
    st.rerun()
show_clashes(view)
chart = timeline(view)
if chart is not None:
    st.altair_chart(chart)
busy = [Slot(m.start, m.end, m.place) for m in standing]
slots = {slot_key(s): s for s in free_slots(view.agenda, busy=busy, must_see=must_see(view))}
for meeting in standing:
    show_meeting(view, meeting, slots)
if waiting and not slots:
    st.caption(
        "The agenda shows no free time. Add times to its breaks on the Event page, or meet before and after the programme."
    )
if standing or must_see(view):
    st.subheader("Take it with you")
    show_downloads(view)
