"""Corrections of an agenda kept, taken back, and made again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from app_pages._drafts import forget_drafts
from app_pages._shared import attempt, get_store, keep, open_event, say_soon
from app_pages._text import plain, plural
from planner.agenda import Agenda
from planner.checks import say_fields
from planner.corrections import Correction, History, to_json
from planner.records import KeptEvent

_DONE: Mapping[str, str] = {"add": "{} added", "delete": "{} taken out", "merge": "{} put together with another"}


def save_corrections(event: KeptEvent, corrections: tuple[Correction, ...], *, drafts: str) -> None:
    """Keep corrections, say so, let go of the fields whose keys begin with `drafts`, and draw the page anew."""

    def save() -> None:
        get_store().add_corrections(event.id, *map(to_json, corrections))

    if keep(save, f"{plural(len(corrections), 'correction')} kept; they stay when the agenda is read again."):
        forget_drafts(drafts)
        if any(correction.thing == "event" for correction in corrections):
            open_event(event.id)  # it may have another name in the sidebar
        st.rerun()


def keep_corrections(event: KeptEvent, corrections: tuple[Correction, ...]) -> str:
    """The same from a callback: the batch they are kept as, empty when they could not be kept."""
    store = get_store()
    if not corrections or not attempt(lambda: store.add_corrections(event.id, *map(to_json, corrections))):
        return ""
    return store.correction_history(event.id).done[-1]


def show_undo(event: KeptEvent, agenda: Agenda, place: str, *, only: str = "") -> None:
    """What was corrected last, to be taken back, and what was taken back last, to be made again.

    `place` tells several such lines on a page apart; with `only` it is shown while this batch is the last.
    """
    store = get_store()
    history = store.correction_history(event.id)
    if only:
        history = History(*(last if last[-1:] == (only,) else () for last in (history.done, history.undone)))
    if not history.done and not history.undone:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if history.done:
            made = [c for c in store.corrections(event.id) if c.get("batch") == history.done[-1]]
            st.caption(f":material/check: Kept: {plain(_say(made, store.agenda(event.id), agenda))}")
            st.button("Undo", key=f"event_undo_{place}", icon=":material/undo:", help="Take back what was corrected last",
                      on_click=_mark, args=(event.id, "undo", history.done[-1]))  # fmt: skip
        if history.undone:
            st.button("Redo", key=f"event_redo_{place}", icon=":material/redo:", help="Make again what was taken back last",
                      on_click=_mark, args=(event.id, "redo", history.undone[-1]))  # fmt: skip


def _mark(event: str, mark: str, batch: str) -> None:
    if attempt(lambda: get_store().mark_corrections(event, mark, batch)):
        say_soon("Taken back." if mark == "undo" else "Made again.")


def _say(made: Sequence[Mapping[str, Any]], *agendas: Agenda | None) -> str:
    """What was corrected at one time, in a few words; those later in `agendas` know the newer names."""
    if not made:
        return "your last correction"
    names = {p.id: p.name for a in agendas if a for p in a.speakers} | {s.id: s.title for a in agendas if a for s in a.sessions}
    first = next((c for c in made if c.get("action") != "edit"), made[0])
    values = first.get("values") or {}
    name = f"“{values.get('title' if first['thing'] == 'session' else 'name') or names.get(first['id'], '…')}”"
    if first["thing"] == "event":
        told = f"{say_fields('event', values)} of the event"
    elif first["action"] == "edit":
        told = f"{say_fields(first['thing'], values)} of {name}"
    else:
        told = _DONE[first["action"]].format(name)
    return told if len(made) == 1 else f"{told} and {plural(len(made) - 1, 'other')}"
