"""Corrections of an agenda kept, and taken back."""

from __future__ import annotations

import streamlit as st

from app_pages._shared import get_store, keep, open_event
from app_pages._text import plural
from planner.agenda import Agenda
from planner.corrections import Correction, corrections_between, to_json
from planner.records import KeptEvent


def save_corrections(event: KeptEvent, corrections: tuple[Correction, ...], before: Agenda | None = None) -> None:
    """Keep corrections; `before` is the agenda to go back to when the user undoes them."""
    store = get_store()

    def save() -> None:
        store.add_corrections(event.id, *map(to_json, corrections))

    if keep(save, f"{plural(len(corrections), 'correction')} saved; they stay when the agenda is read again."):
        st.session_state["event_edit"] = st.session_state.get("event_edit", 0) + 1
        st.session_state["event_undo"] = (event.id, before) if before else None
        if any(correction.thing == "event" for correction in corrections):
            open_event(event.id)  # it may have another name in the sidebar
        st.rerun()


def offer_undo(event: KeptEvent, agenda: Agenda) -> None:
    """Take back the corrections saved last."""
    kept = st.session_state.get("event_undo")
    back = corrections_between(agenda, kept[1]) if kept and kept[0] == event.id else ()
    if back and st.button("Undo the last corrections", icon=":material/undo:"):
        save_corrections(event, back)
