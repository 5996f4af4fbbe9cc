"""The notes to one person: what was sent, when, how it was answered, and what is still a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from app_pages._shared import get_store
from app_pages._text import STATE_WORDS, STEP_WORDS, plain, plain_lines
from planner.channels import find_channel, read_channels
from planner.journal import Entry
from planner.people import Person
from planner.records import Draft, KeptEvent
from planner.standing import standing_of


def show_notes(person: Person, entries: Sequence[Entry], events: Mapping[str, KeptEvent]) -> None:
    """Sent notes, the newest first, each with its words and how far it got; then the drafts that were changed and not sent."""
    sent = [e for e in entries if e.kind == "note_sent" and person.id in e.people]
    sent_texts = {e.text.strip() for e in sent}
    drafts = [d for d in get_store().drafts(person=person.id) if d.text.strip() and d.text.strip() not in sent_texts]
    if not sent and not drafts:
        st.caption("No note yet.")
    for entry in reversed(sent):
        _show_sent(entry, person, entries, events)
    for draft in reversed(drafts):
        _show_draft(draft, events)
    st.button("Write a note", key=f"notes_write_{person.id}", icon=":material/edit_note:", on_click=_write, args=(person.id,))


def _show_sent(entry: Entry, person: Person, entries: Sequence[Entry], events: Mapping[str, KeptEvent]) -> None:
    state = standing_of((e for e in entries if e.event == entry.event and e.at >= entry.at), person.id).state
    when = datetime.fromisoformat(entry.at)
    step, channel = entry.details.get("step", ""), entry.details.get("channel", "")
    _show_note(f"{when.day} {when:%b %Y}", STATE_WORDS[state], step, channel, entry.event, entry.text, events)


def _show_draft(draft: Draft, events: Mapping[str, KeptEvent]) -> None:
    _show_note("", "Draft", draft.step, draft.channel, draft.event, draft.text, events)


def _show_note(
    when: str, state: str, step: str, channel: str, event: str | None, text: str, events: Mapping[str, KeptEvent]
) -> None:
    way = find_channel(channel).label if channel in read_channels() else ""
    kept = events.get(event or "")
    at = kept.event.name if kept else ""
    facts = " · ".join(filter(None, (when, plain(STEP_WORDS.get(step, "")), plain(way), plain(at))))
    with st.container(border=True, gap="small"):
        st.markdown(f"**{state}** :small[:gray[{facts}]]")
        st.markdown(plain_lines(text) or ":gray[The words were not kept.]")


def _write(person: str) -> None:
    st.session_state["notes_open"] = (person, None, None)
    st.session_state["todo_go"] = "app_pages/notes.py"
