"""One logged entry as a line, with its correction and its undo; nothing is ever overwritten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from textwrap import shorten
from typing import Any

import streamlit as st

from app_pages._colleagues import show_sharing
from app_pages._drafts import forget_drafts, standing_key
from app_pages._shared import attempt, get_store, undo_entry
from app_pages._text import WAY_WORDS, plain, say_entry
from planner.journal import WAYS, Entry, correct

_GIST = 90  # characters of a note in a list; all of it is with the person
_FAVOURS = ("favour_given", "favour_received", "favour_promised", "favour_declined")


def show_entry(entry: Entry, name: Callable[[str], str], *, where: str = "", with_day: bool = True) -> None:
    """What was logged, with names and `where` made safe by the caller, and behind one button: change it, or take it back."""
    happened = datetime.fromisoformat(entry.at)
    when = f"{happened.day} {happened:%b %Y}" if with_day else f"{happened:%H:%M}"
    way = f" · {WAY_WORDS[entry.way].lower()}" if entry.way else ""
    due = f" · by {date.fromisoformat(entry.due):%a %d %b}" if entry.due else ""
    what = say_entry(entry.kind, name(entry.person) if entry.person else "", [name(p) for p in entry.others])
    text = shorten(entry.text, _GIST, placeholder=" …") if entry.kind == "note_sent" else entry.text
    words = ": ".join(filter(None, (what, plain(text))))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        st.markdown(f"{words}  \n:small[:gray[{when}{way}{due}{where}]]", width="stretch")
        menu = st.popover("Change", type="tertiary", key=f"entry_{entry.id}", on_change="rerun")
    if menu.open:
        with menu:
            _show_change(entry)


def _show_change(entry: Entry) -> None:
    for field, value in _standing(entry).items():
        st.session_state.setdefault(_key(entry, field), value)
    with st.form(f"change_{entry.id}", border=False):
        people = {p.id: ", ".join(filter(None, (p.name, p.company))) for p in get_store().people()} if entry.person else {}
        if entry.person in people:
            st.selectbox("Person", list(people), format_func=people.__getitem__, key=_key(entry, "person"))
        st.text_input("In words", key=_key(entry, "text"))
        st.date_input("Day", key=_key(entry, "day"))
        if entry.kind in _FAVOURS:
            st.selectbox("Which way?", WAYS, format_func=WAY_WORDS.__getitem__, key=_key(entry, "way"))
            st.text_input("Proof or link", key=_key(entry, "proof"))
        if entry.kind == "favour_promised":
            st.date_input("By when?", key=_key(entry, "due"))
        st.form_submit_button("Save the correction", icon=":material/save:", width="stretch", on_click=_correct, args=(entry,))
    show_sharing(entry)
    st.button(
        "Take it back", key=f"back_{entry.id}", icon=":material/undo:", width="stretch", on_click=_take_back, args=(entry,)
    )


def _standing(entry: Entry) -> dict[str, Any]:
    """What the form begins with: the entry as it counts now."""
    return {
        "person": entry.person, "text": entry.text, "proof": entry.proof or "", "day": entry.day,
        "way": entry.way or "other", "due": date.fromisoformat(entry.due) if entry.due else None,
    }  # fmt: skip


def _key(entry: Entry, field: str) -> str:
    return standing_key("change", field, entry.id, over=str(_standing(entry)[field]))


def _correct(entry: Entry) -> None:
    """Keep what the form says as a correction, and close it."""

    def said(field: str) -> Any:
        value = st.session_state.get(_key(entry, field))
        return value.strip() if isinstance(value, str) else value

    changes: dict[str, Any] = {"text": said("text")}
    if entry.person and said("person"):
        changes["person"] = said("person")
    if entry.kind in _FAVOURS:
        changes |= {"way": said("way"), "proof": said("proof") or None}
    if entry.kind == "favour_promised":
        changes["due"] = said("due").isoformat() if said("due") else None
    at = datetime.combine(said("day"), datetime.fromisoformat(entry.at).time()) if said("day") else None
    if attempt(lambda: get_store().add(correct(entry, at=at, **changes))):
        forget_drafts("change_")
        st.session_state[f"entry_{entry.id}"] = False
        st.toast("Corrected. The first version stays in the journal.")


def _take_back(entry: Entry) -> None:
    undo_entry(entry)
    st.toast("Taken back.")
