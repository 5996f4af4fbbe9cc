"""What was read from an agenda, in the user's hands: warnings, and tables to correct."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from app_pages._correcting import save_corrections, show_undo
from app_pages._drafts import stand
from app_pages._editing import Tables
from app_pages._left_out import show_left_out
from app_pages._reading import read_address
from app_pages._regroup import show_regroup
from app_pages._remarks import show_remarks
from app_pages._shared import event_name, get_store, log
from app_pages._source_form import note_tried
from app_pages._text import day_words, plain, plural
from app_pages._view import EventView, view_event
from planner.agenda import Agenda, moment
from planner.changes import describe_changes, doubt_reading, reread_advice
from planner.corrections import corrections_between
from planner.gaps import find_gaps, gaps_by_day
from planner.records import KeptEvent


def show_review(event: KeptEvent) -> None:
    """The event's summary, what is doubtful, and its sessions and people as editable tables."""
    tables = Tables(event)  # before all else: what was typed a moment ago is kept whatever is pressed
    view = view_event(event)
    agenda = view.agenda
    st.title(plain(event_name(event)))
    _show_summary(view)
    _ask_day(event, agenda)
    _show_changes(event)
    show_left_out(view)
    show_remarks(view, replace(_on_day(agenda, date.today()), left_out=()))
    _show_gaps(agenda)
    st.write(
        f"{tables.say_what_to_check()} You can change any cell, add rows at the end, and delete rows: it is kept as you type. "
        "On a phone take them one by one."
    )
    labels = [f"Sessions ({len(agenda.sessions)})", f"People ({len(agenda.speakers)})", "One by one"]
    sessions_tab, people_tab, regroup_tab = st.tabs(labels, key=_same_tab(event, labels), on_change="rerun")
    with sessions_tab:
        tables.show("sessions")
    with people_tab:
        tables.show("people")
    if regroup_tab.open:
        with regroup_tab:
            show_regroup(event, agenda)
    tables.show_problems()  # below the tables, which must not move while one types in them
    show_undo(event, agenda, "tables")
    _show_next_steps(view)


def _same_tab(event: KeptEvent, labels: list[str]) -> str:
    """The key of the tabs, with the one open that was open, also when it counts more or fewer entries now."""
    key, before = f"event_tabs_{event.id}", f"told_tabs_{event.id}"
    opened = st.session_state.get(key)
    if opened and st.session_state.get(before) != labels:  # to the browser they are others, of which it opens the first
        st.session_state[key] = next((label for label in labels if label.split(" (")[0] == opened.split(" (")[0]), labels[0])
    st.session_state[before] = labels
    return key


def _show_summary(view: EventView) -> None:
    agenda, event = view.agenda, view.event
    days = sorted({at.date().isoformat() for s in agenda.sessions if (at := moment(s.start))})
    when = day_words(days[0]) + (f" to {day_words(days[-1])}" if len(days) > 1 else "") if days else "Dates unknown"
    facts = [when, plural(len(agenda.sessions), "session"), plural(len(agenda.speakers), "person", "people")]
    if agenda.event.venue:
        facts.insert(1, plain(agenda.event.venue))
    st.markdown(" · ".join(facts))
    if advice := reread_advice(event, date.today()):
        st.warning(plain(advice), icon=":material/update:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"Read from {plain(event.source)}", width="stretch")
        if event.source.startswith(("http://", "https://")) and st.button("Read again", icon=":material/refresh:"):
            note_tried("Link", event.source)
            read_address(event.source, event_id=event.id)
            st.rerun()
        _correct_event(event, agenda)


def _ask_day(event: KeptEvent, agenda: Agenda) -> None:
    """Where the agenda gives times without a date: the user says the day, once."""
    undated = [s for s in agenda.sessions if s.start and moment(s.start) is None]
    if not undated:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="bottom"):
        day: date | None = st.date_input(
            "The agenda gives no date. On which day does it take place?",
            key=stand(f"event_day_{event.id}", None),
            persist_state="session",
        )
        if st.button("Set the day") and day is not None:
            save_corrections(event, corrections_between(agenda, _on_day(agenda, day)), drafts="event_day_")


def _on_day(agenda: Agenda, day: date) -> Agenda:
    """The agenda with its undated sessions on a day; the event is then as long as its sessions are, where it gives no dates."""
    dated = {
        s.id: replace(s, start=f"{day}T{s.start}:00", end=f"{day}T{s.end}:00" if s.end else None)
        for s in agenda.sessions
        if s.start and moment(s.start) is None
    }
    sessions = tuple(dated.get(s.id, s) for s in agenda.sessions)
    days = sorted(at.date().isoformat() for s in sessions if (at := moment(s.start)))
    event = agenda.event if agenda.event.start else replace(agenda.event, start=days[0], end=days[-1])
    return replace(agenda, event=event, sessions=sessions)


def _correct_event(event: KeptEvent, agenda: Agenda) -> None:
    """The event's name, days and place as the user knows them."""
    what = agenda.event

    def key(field: str, given: str | date | None) -> str:
        return stand(f"event_facts_{event.id}_{field}", given)

    with st.popover("Name, days, place", icon=":material/edit:"):
        name = st.text_input("Name of the event", key=key("name", what.name or ""), persist_state="session")
        first: date | None
        last: date | None
        first, last = (
            st.date_input(label, key=key(label, at.date() if (at := moment(day)) else None), persist_state="session")
            for label, day in (("First day", what.start), ("Last day", what.end))
        )
        venue = st.text_input("Place", key=key("venue", what.venue or ""), persist_state="session")
        if st.button("Save", key="event_facts_save"):
            days = [day.isoformat() if day else None for day in (first, last or first)]
            told = replace(what, name=name.strip() or None, start=days[0], end=days[1], venue=venue.strip() or None)
            if days[0] and days[1] and days[1] < days[0]:
                st.warning("The last day is before the first.")
            elif corrections := corrections_between(agenda, replace(agenda, event=told)):
                save_corrections(event, corrections, drafts="event_facts_")


def _show_gaps(agenda: Agenda) -> None:
    """Breaks that the programme does not name, when asked for."""
    gaps = find_gaps(agenda)
    if gaps:
        with st.expander(f"{plural(len(gaps), 'probable break')} that the programme does not name", icon=":material/coffee:"):
            for day, times in gaps_by_day(gaps).items():
                st.markdown(f"- {plain(day)}: {', '.join(times)}")
            st.caption("No room has a session then, and the programme names no break on these days.")


def _show_changes(event: KeptEvent) -> None:
    """What the latest reading changed since the one before it."""
    readings = get_store().readings(event.id)
    if len(readings) < 2:
        return
    before, now = readings[-2], readings[-1]
    changes = describe_changes(before.agenda, now.agenda)
    if doubt := doubt_reading(before.agenda, now.agenda):
        st.warning(plain(doubt), icon=":material/warning:")
    if not changes:
        return
    with st.expander(f"Since the reading of {day_words(before.at)}: {plural(len(changes), 'change')}", expanded=True):
        for change in changes[:40]:
            st.markdown(f"- {plain(change.text)}")
        st.caption("People you chose, notes, meetings and corrections are kept. Meetings that no longer fit are named there.")


def _show_next_steps(view: EventView) -> None:
    done = {e.kind for e in view.entries}
    with st.container(horizontal=True, vertical_alignment="center"):
        if "sessions_reviewed" not in done and st.button("Everything looks right", icon=":material/task_alt:"):
            log("sessions_reviewed", "Reviewed. Now choose whom to meet.", event=view.event.id)
            st.rerun()
        st.page_link("app_pages/people.py", label="Choose whom to meet", icon=":material/arrow_forward:")
