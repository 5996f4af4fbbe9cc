"""A list of attendees as people of the event at hand; it stays when the agenda is read again."""

from __future__ import annotations

import streamlit as st

from app_pages._columns import FILE_TYPES, read_people
from app_pages._shared import get_store, keep
from app_pages._text import plain, plural
from app_pages._view import EventView
from planner.contacts import add_attendees
from planner.corrections import corrections_between, to_json


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
    changes = corrections_between(view.agenda, add_attendees(view.agenda, found.people))
    there = len(found.people) - len(changes)
    st.markdown(f"{plural(len(changes), 'new person', 'new people')}; {there} on the agenda already.")
    add = bool(changes) and st.button("Add them to the event", type="primary", icon=":material/group_add:")
    said = f"{plural(len(changes), 'person', 'people')} added."
    if add and keep(lambda: get_store().add_corrections(view.event.id, *map(to_json, changes)), said):
        st.session_state["attendees_number"] = number + 1
        st.rerun()
