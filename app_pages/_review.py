"""What was read from an agenda, in the user's hands: warnings, and tables to correct."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from app_pages._correcting import offer_undo, save_corrections
from app_pages._reading import read_address
from app_pages._regroup import show_regroup
from app_pages._shared import event_name, get_store, log
from app_pages._tables import agenda_with, people_table, sessions_table
from app_pages._text import KIND_WORDS, day_words, plain, plural
from app_pages._view import EventView, view_event
from planner.agenda import Agenda, moment
from planner.changes import describe_changes, doubt_reading, reread_advice
from planner.corrections import corrections_between
from planner.gaps import find_gaps, say_gaps
from planner.records import KeptEvent


def show_review(event: KeptEvent) -> None:
    """The event's summary, what is doubtful, and its sessions and people as editable tables."""
    view = view_event(event)
    agenda = view.agenda
    st.title(plain(event_name(event)))
    _show_summary(view)
    _ask_day(event, agenda)
    _show_changes(event)
    for warning in agenda.warnings[:8]:
        st.warning(plain(warning), icon=":material/info:")
    if len(agenda.warnings) > 8:
        with st.expander(f"{len(agenda.warnings) - 8} further remarks"):
            for warning in agenda.warnings[8:]:
                st.markdown(f"- {plain(warning)}")
    if gaps := say_gaps(find_gaps(agenda)):
        st.info(plain(gaps), icon=":material/coffee:")
    offer_undo(event, agenda)
    st.write("Check what was read. You can change any cell, add rows at the end, and delete rows; then save.")
    labels = [f"Sessions ({len(agenda.sessions)})", f"People ({len(agenda.speakers)})", "Merge or split"]
    sessions_tab, people_tab, regroup_tab = st.tabs(labels, key=f"event_tabs_{event.id}", on_change="rerun")
    with sessions_tab:
        _edit_sessions(event, agenda)
    with people_tab:
        _edit_people(event, agenda)
    if regroup_tab.open:
        with regroup_tab:
            show_regroup(event, agenda)
    _show_next_steps(view)


def _show_summary(view: EventView) -> None:
    agenda, event = view.agenda, view.event
    days = sorted({at.date().isoformat() for s in agenda.sessions if (at := moment(s.start))})
    when = day_words(days[0]) + (f" to {day_words(days[-1])}" if len(days) > 1 else "") if days else "dates unknown"
    facts = [when, plural(len(agenda.sessions), "session"), plural(len(agenda.speakers), "person", "people")]
    if agenda.event.venue:
        facts.insert(1, plain(agenda.event.venue))
    st.markdown(" · ".join(facts))
    if advice := reread_advice(event, date.today()):
        st.warning(plain(advice), icon=":material/update:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"Read from {plain(event.source)}", width="stretch")
        if event.source.startswith(("http://", "https://")) and st.button("Read again", icon=":material/refresh:"):
            read_address(event.source, event_id=event.id)
            st.rerun()


def _ask_day(event: KeptEvent, agenda: Agenda) -> None:
    """Where the agenda gives times without a date: the user says the day, once."""
    undated = [s for s in agenda.sessions if s.start and moment(s.start) is None]
    if not undated:
        return
    with st.form("event_day"), st.container(horizontal=True, vertical_alignment="bottom"):
        day = st.date_input("The agenda gives no date. On which day does it take place?", value=None)
        if st.form_submit_button("Set the day") and day is not None:
            dated = [replace(s, start=f"{day}T{s.start}:00", end=f"{day}T{s.end}:00" if s.end else None) for s in undated]
            by_id = {s.id: s for s in dated}
            after = replace(agenda, sessions=tuple(by_id.get(s.id, s) for s in agenda.sessions))
            save_corrections(event, corrections_between(agenda, after), agenda)


def _show_changes(event: KeptEvent) -> None:
    """What the latest reading changed since the one before it."""
    readings = get_store().readings(event.id)
    if len(readings) < 2:
        return
    before, now = readings[-2], readings[-1]
    changes = describe_changes(before.agenda, now.agenda)
    if doubt := doubt_reading(before.agenda, now.agenda):
        st.warning(plain(doubt), icon=":material/warning:")
    with st.expander(f"Since the reading of {day_words(before.at)}: {plural(len(changes), 'change')}", expanded=bool(changes)):
        for change in changes[:40]:
            st.markdown(f"- {plain(change.text)}")
        st.caption("People you chose, notes, meetings and corrections are kept. Meetings that no longer fit are named there.")


def _edits(key: str | None) -> dict[str, Any]:
    return (st.session_state.get(key) or {}) if key else {}


def _edit_sessions(event: KeptEvent, agenda: Agenda) -> None:
    key = f"event_sessions_{event.id}_{st.session_state.get('event_edit', 0)}"
    tables = ("reading", "correction")
    table: Any = get_store().remember(f"sessions of {event.id}", lambda: sessions_table(agenda), rests_on=tables)
    st.data_editor(
        table, key=key, num_rows="dynamic", hide_index=True, height=420,
        column_config={
            "Day": st.column_config.DateColumn(width="small"),
            "Start": st.column_config.TextColumn(width="small", help="Local time at the venue, as 09:30"),
            "End": st.column_config.TextColumn(width="small"),
            "Title": st.column_config.TextColumn(width="large", required=True),
            "People": st.column_config.TextColumn(width="medium", help="Names, separated by semicolons"),
            "Kind": st.column_config.SelectboxColumn(
                options=list(KIND_WORDS), format_func=lambda kind: KIND_WORDS[str(kind)], width="small"
            ),
            "Unsure": st.column_config.TextColumn(width="small", disabled=True, help="What the reader guessed"),
        },
    )  # fmt: skip
    _offer_save(event, agenda, key, None)


def _edit_people(event: KeptEvent, agenda: Agenda) -> None:
    key = f"event_people_{event.id}_{st.session_state.get('event_edit', 0)}"
    tables = ("reading", "correction")
    table: Any = get_store().remember(f"speakers of {event.id}", lambda: people_table(agenda), rests_on=tables)
    st.data_editor(
        table, key=key, num_rows="dynamic", hide_index=True, height=420,
        column_config={
            "Name": st.column_config.TextColumn(required=True),
            "Sessions": st.column_config.NumberColumn(disabled=True, width="small"),
            "Unsure": st.column_config.TextColumn(disabled=True, width="small"),
        },
    )  # fmt: skip
    _offer_save(event, agenda, None, key)


def _offer_save(event: KeptEvent, agenda: Agenda, sessions_key: str | None, people_key: str | None) -> None:
    sessions, people = _edits(sessions_key), _edits(people_key)
    try:
        after = agenda_with(agenda, sessions, people) if any((*sessions.values(), *people.values())) else agenda
    except ValueError as problem:
        st.error(str(problem))
        return
    corrections = corrections_between(agenda, after)
    label = f"Save {plural(len(corrections), 'correction')}" if corrections else "Save corrections"
    if st.button(label, type="primary", disabled=not corrections, key=f"save_{sessions_key or people_key}"):
        save_corrections(event, corrections, agenda)


def _show_next_steps(view: EventView) -> None:
    done = {e.kind for e in view.entries}
    with st.container(horizontal=True):
        if "sessions_reviewed" not in done and st.button("Everything looks right", icon=":material/task_alt:"):
            log("sessions_reviewed", "Reviewed. Now choose whom to meet.", event=view.event.id)
            st.rerun()
        st.page_link("app_pages/people.py", label="Choose whom to meet", icon=":material/arrow_forward:")
