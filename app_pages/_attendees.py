"""A list of attendees as people of the event at hand; it stays when the agenda is read again."""

from __future__ import annotations

import streamlit as st

from app_pages._columns import FILE_TYPES, read_people
from app_pages._doubles import describe
from app_pages._shared import get_store, keep
from app_pages._text import plain, plural
from app_pages._view import EventView
from planner.attendees import add_attendees, compare_attendees
from planner.corrections import corrections_between, to_json
from planner.matching import Known
from planner.people import Person


def show_attendees_import(view: EventView) -> None:
    """Choose a file, see how many are new, then keep them."""
    st.caption(
        "People of the event without sessions: the list the organiser sent, or names you collected. CSV or a spreadsheet."
    )
    number = st.session_state.get("attendees_number", 0)
    upload = st.file_uploader("List of attendees", type=FILE_TYPES, key=f"attendees_file_{number}")
    if upload is None:
        return
    found = read_people(upload, key="attendees")
    if found is None:
        return
    for sentence in found.problems:
        st.caption(plain(sentence))
    compared = compare_attendees(view.agenda, found.people)
    there = f"; {len(compared.there)} on the agenda already"
    unsure = f"; {len(compared.doubts)} to decide" if compared.doubts else ""
    st.markdown(f"{plural(len(compared.fresh), 'new person', 'new people')}{there}{unsure}.")
    others = _ask_about_doubts(view, compared.doubts)
    changes = corrections_between(view.agenda, add_attendees(view.agenda, (*compared.fresh, *others)))
    add = bool(changes) and st.button("Add them to the event", type="primary", icon=":material/group_add:")
    said = f"{plural(len(changes), 'person', 'people')} added."
    if add and keep(lambda: get_store().add_corrections(view.event.id, *map(to_json, changes)), said):
        st.session_state["attendees_number"] = number + 1
        st.rerun()


def _ask_about_doubts(view: EventView, doubts: tuple[Known, ...]) -> list[Person]:
    """Those who may be on the agenda under another spelling or company; returns who is told to be somebody else."""
    if not doubts:
        return []
    st.caption("These may be on the agenda already. Tick whoever is somebody else; the others are not added.")
    others = []
    for doubt in doubts:
        speaker = view.agenda.speaker(doubt.speaker)
        there = ", ".join(filter(None, (speaker.name, speaker.title, speaker.company))) if speaker else ""
        label = f"{describe(doubt.person)} is not {plain(there)}. :gray[{plain(doubt.why)}]"
        if st.checkbox(label, key=f"attendee_{doubt.person.name}_{doubt.person.company}_{doubt.speaker}"):
            others.append(doubt.person)
    return others
