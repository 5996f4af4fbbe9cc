"""What colleagues in the workspace let me know: whom they know, whom they picked, and what they shared."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from app_pages._shared import attempt, get_store
from app_pages._sign_in import asks_for_sign_in
from app_pages._text import ENTRY_WORDS, RELATION_WORDS, plain
from app_pages._view import EventView
from planner.journal import Entry
from planner.matching import find_known
from planner.team import (
    Acquaintance,
    also_picked,
    drafts_shared_with_me,
    known_by_colleagues,
    share,
    shared_by_me,
    shared_with_me,
)


def say_acquaintance(known: Acquaintance) -> str:
    """How a colleague knows a person, fit for Markdown: "Olga has known them since 2019 (client), last in touch 2026-03-01"."""
    who = plain(known.colleague)
    since = f"{who} has known them since {known.known_since[:4]}" if known.known_since else f"{who} knows them"
    how = f" ({RELATION_WORDS[known.relation].lower()})" if known.relation and known.relation != "other" else ""
    last = f", last in touch {plain(known.last_contact)}" if known.last_contact and not known.known_since else ""
    return f"{since}{how}{last}"


def known_by_others(view: EventView) -> dict[str, tuple[Acquaintance, ...]]:
    """Which speakers colleagues surely know, by speaker id."""
    known = known_by_colleagues(view.store)
    if not known:
        return {}
    inputs = (tuple(view.people[i] for i in known if i in view.people), view.agenda.speakers)
    kept = st.session_state.get("colleagues_known")
    if kept is None or kept[0] != inputs:
        found = {m.speaker: m.person.id for m in find_known(*inputs) if m.certainty == "sure"}
        kept = st.session_state["colleagues_known"] = (inputs, found)
    linked = {speaker: person for speaker, person in view.person_ids.items() if person in known}
    return {speaker: known[person] for speaker, person in {**kept[1], **linked}.items() if person in known}


def picked_by_others(view: EventView) -> dict[str, tuple[str, ...]]:
    """Which speakers colleagues want to meet, by speaker id, with the colleagues' names."""
    picked = also_picked(view.store, view.event.id)
    return {view.speaker_ids[person]: names for person, names in picked.items() if person in view.speaker_ids}


def show_colleagues_on_card(known: Iterable[Acquaintance], picked: Iterable[str]) -> None:
    """On the card of a suggested meeting: who else wants to meet them, and who could introduce me."""
    if names := " and ".join(plain(name) for name in picked):
        st.markdown(f":orange-background[{names} also wants to meet them.] Agree who writes, so that only one of you does.")
    for each in known:
        st.markdown(f":blue-background[{say_acquaintance(each)}.] Ask {plain(each.colleague)} for an introduction.")


def show_colleagues_of_person(person: str) -> None:
    """On the page of a person: which colleagues know them, and what they shared of their journals."""
    if not asks_for_sign_in():
        return
    store = get_store()
    for each in known_by_colleagues(store).get(person, ()):
        st.markdown(f":material/group: {say_acquaintance(each)}.")
    for shared in shared_with_me(store):
        if person in shared.entry.people:
            show_shared_entry(shared.colleague, shared.entry)


def show_shared_entry(colleague: str, entry: Entry, who: str = "") -> None:
    """One entry a colleague shared, as a line; `who` is made safe by the caller."""
    words = ": ".join(filter(None, (ENTRY_WORDS.get(entry.kind, "Noted") + (f" **{who}**" if who else ""), plain(entry.text))))
    st.markdown(f"{words}  \n:small[:gray[{plain(colleague)}, {entry.at[:10]}]]")


def show_sharing(entry: Entry) -> None:
    """Whether colleagues may see this entry of mine; changing it is kept at once."""
    if not asks_for_sign_in():
        return
    shared = entry.id in shared_by_me(get_store())
    key = f"share_{entry.id}_{shared}"
    st.toggle("Colleagues may see this", shared, key=key, on_change=_share, args=(entry, not shared))


def _share(entry: Entry, shared: bool) -> None:
    attempt(lambda: share(get_store(), entry.id, shared=shared))


def show_shared_drafts(person: str) -> None:
    """The drafts to a person that colleagues shared."""
    if not asks_for_sign_in():
        return
    for colleague, draft in drafts_shared_with_me(get_store(), person):
        with st.expander(f"{plain(colleague)}’s draft to them", icon=":material/group:"):
            st.code(draft.text, language=None, wrap_lines=True)
