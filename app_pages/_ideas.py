"""What I could do next for one person, on whichever event they were, or on none."""

from __future__ import annotations

import streamlit as st

from app_pages._shared import current_event, get_store
from app_pages._text import WAY_WORDS, plain
from app_pages._view import EventView, view_event
from planner.giving import Gifts, find_gifts
from planner.people import Person
from planner.storage import Store


def gifts_for(person: Person) -> Gifts:
    """What to give them, from all that is known: their last agenda, what they said they need, my offers and contacts."""
    store = get_store()
    event = current_event()
    return store.remember(f"gifts for {person.id} at {event.id if event else ''}", lambda: _find_gifts(store, person))


def _find_gifts(store: Store, person: Person) -> Gifts:
    entries = store.journal()
    met = {p for e in entries if e.kind in ("met", "meeting_held") for p in e.people}
    view = _seen_at(person)
    speaker = view.agenda.speaker(view.speaker_ids[person.id]) if view else None
    return find_gifts(
        person,
        store.profile(),
        contacts=(p for p in store.people() if p.relation is not None or p.id in met),
        entries=entries,
        speaker=speaker,
        sessions=(s for s in view.agenda.sessions if speaker and speaker.id in s.speakers) if view else (),
        answers={name: fact.value for name, fact in store.facts("industry").items()},
    )


def _seen_at(person: Person) -> EventView | None:
    """The event on whose agenda they are: the one at hand, else the last."""
    at_hand = current_event()
    for event in (*([at_hand] if at_hand else []), *get_store().events()):
        view = view_event(event)
        if person.id in view.speaker_ids:
            return view
    return None


def show_gifts(person: Person) -> None:
    """What I could do for them next, or what to ask when too little is known."""
    ideas = gifts_for(person).ideas
    if not ideas:
        st.caption("Too little is known of them for an idea: ask what they are working on, and whom they would like to meet.")
        return
    st.markdown("**What could you do for them?**")
    for idea in ideas:
        st.markdown(f"- {WAY_WORDS[idea.way]}: {plain(idea.text)}")
