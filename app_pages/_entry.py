"""One logged entry as a line, with its correction and its undo; nothing is ever overwritten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import streamlit as st

from app_pages._colleagues import show_sharing
from app_pages._drafts import draft_key, forget_drafts
from app_pages._shared import get_store, keep, undo_entry
from app_pages._text import WAY_WORDS, plain, say_entry
from planner.journal import WAYS, Entry, correct

_FAVOURS = ("favour_given", "favour_received", "favour_promised", "favour_declined")


def show_entry(entry: Entry, name: Callable[[str], str], *, where: str = "", with_day: bool = True) -> None:
    """What was logged, with names and `where` made safe by the caller, and behind one button: change it, or take it back."""
    happened = datetime.fromisoformat(entry.at)
    when = f"{happened.day} {happened:%b %Y}" if with_day else f"{happened:%H:%M}"
    way = f" · {WAY_WORDS[entry.way].lower()}" if entry.way else ""
    due = f" · by {date.fromisoformat(entry.due):%a %d %b}" if entry.due else ""
    what = say_entry(entry.kind, name(entry.person) if entry.person else "", [name(p) for p in entry.others])
    words = ": ".join(filter(None, (what, plain(entry.text))))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        st.markdown(f"{words}  \n:small[:gray[{when}{way}{due}{where}]]", width="stretch")
        menu = st.popover("Change", type="tertiary", key=f"entry_{entry.id}", on_change="rerun")
    if menu.open:
        with menu:
            _show_change(entry)


def _show_change(entry: Entry) -> None:
    with st.form(f"change_{entry.id}", border=False):
        changes: dict[str, Any] = {"text": _words(entry, "text", "In words")}
        happened = datetime.fromisoformat(entry.at)
        day = st.date_input("Day", happened.date())
        if entry.kind in _FAVOURS:
            changes["way"] = st.selectbox(
                "Which way?", WAYS, index=WAYS.index(entry.way or "other"), format_func=WAY_WORDS.__getitem__
            )
            changes["proof"] = _words(entry, "proof", "Proof or link") or None
        if entry.kind == "favour_promised":
            due = st.date_input("By when?", date.fromisoformat(entry.due) if entry.due else None)
            changes["due"] = due.isoformat() if due else None
        if st.form_submit_button("Save the correction", icon=":material/save:", width="stretch"):
            at = datetime.combine(day, time(happened.hour, happened.minute, happened.second)) if day else happened
            fixed = correct(entry, at=at, **changes)
            if keep(lambda: get_store().add(fixed), "Corrected. The first version stays in the journal."):
                forget_drafts("change_")
                st.rerun()
    show_sharing(entry)
    st.button(
        "Take it back", key=f"back_{entry.id}", icon=":material/undo:", width="stretch", on_click=_take_back, args=(entry,)
    )


def _words(entry: Entry, field: str, label: str) -> str:
    """A text field with what the entry says; words changed before a reload stand again."""
    key = draft_key("change", field, entry.id)
    st.session_state.setdefault(key, getattr(entry, field) or "")
    return st.text_input(label, key=key).strip()


def _take_back(entry: Entry) -> None:
    undo_entry(entry)
    st.toast("Taken back.")
