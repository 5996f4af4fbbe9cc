"""Words typed and not sent yet: kept by the browser at every keystroke, so that no reload, no lost connection and no visit to
another page loses them.

A server learns of a form only when it is sent, so it cannot keep what is being typed; the browser can. A small script notes
every change of a text field whose key begins with one of `KEPT`, and, at every run, what the session holds under such keys
(which panel is open, for whom, by when). A new session that finds unsent words there gets all of it back, and so does a field
that is on the screen again without its words. What was sent is forgotten at once, what was left lying after `_DAYS`.

A choice, such as a day, reaches the server only outside of a form: where one stands beside words, there is no form. A cell of a
table that is being typed in is noted with its row, and finished in the table when it was cut short.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zlib import crc32

import streamlit as st

from app_pages._shared import get_store
from planner.journal import new_id

KEPT = ("one_line", "log_", "ask_", "intro_", "came_", "outcome_", "todo_", "review_", "change_", "facts_", "card_",
        "ledger_person", "entry_", "split_", "merge_", "correct_", "regroup_", "event_tabs_", "event_facts_", "event_day_",
        "event_text", "event_address", "company_", "me_", "right_", "place_", "wording_",
        "template_", "team_invite")  # fmt: skip
"""How the keys of what is worth keeping begin: text fields, choices, and what is open."""

_OPEN = ("ask_anyway_", "intro_new", "came_", "event_another")  # of what is true or false: no buttons
_DAYS = 2
_SCRIPT = Path(__file__).with_suffix(".js")


@st.cache_resource(show_spinner=False)
def _keeper() -> Any:
    return st.components.v2.component("drafts", js=_SCRIPT.read_text(encoding="utf-8"), isolate_styles=False)


def draft_key(*parts: object) -> str:
    """The key of a field to be kept: letters, digits, `_` and `-` only, as the page shows it in the field's class."""
    return re.sub(r"[^\w-]", "-", "_".join(map(str, parts)), flags=re.ASCII)


def standing_key(*parts: object, over: str) -> str:
    """The key of a field in which what is kept already stands; `over` is that text.

    A new text there gives a new key, so that words typed over an older one do not come back and take its place.
    """
    return draft_key(*parts, f"{crc32(over.encode()):08x}")


def stand(key: str, value: Any) -> str:
    """The key of a field to be kept in which this stands, as long as nothing else is typed or chosen there."""
    key = draft_key(key) if value is None else standing_key(key, over=str(value))
    st.session_state.setdefault(key, value)
    st.session_state.setdefault("drafts_standing", {})[key] = value
    return key


@dataclass(frozen=True)
class OpenCell:
    """A cell that was being typed in: the row as it stood, by column, and what was typed in which column."""

    row: Mapping[str, str]
    column: str
    text: str


def take_open_cell(table: str) -> OpenCell | None:
    """The cell left open in the table whose key begins so, once."""
    cell = st.session_state.get("drafts_cell")
    if not isinstance(cell, dict) or not str(cell.get("table")).startswith(table):
        return None
    del st.session_state["drafts_cell"]
    row = cell.get("row")
    return OpenCell(row if isinstance(row, dict) else {}, str(cell.get("column")), str(cell.get("text")))


def keep_drafts(part: str = "") -> None:
    """Watch what is typed, and bring back what an earlier session left unsent.

    The frame calls it once a run, and a part of a page that runs by itself (a fragment) and asks for choices at its end.
    """
    state = st.session_state
    data = {
        "owner": get_store().member,
        "session": state.setdefault("drafts_session", new_id()),
        "page": state.get("page"),
        "kept": list(KEPT),
        "days": _DAYS,
        "state": {str(key): _written(value) for key, value in state.items() if _is_kept(str(key), value)},
        "unsent": [key for key, value in state.get("drafts_standing", {}).items() if key in state and state[key] != value],
        "sent": state.get("drafts_sent", []),
    }
    key = f"drafts_{part}"
    _keeper()(key=key, data=data, height=1, on_found_change=lambda: _bring_back(key), on_shown_change=_say_so)


def forget_drafts(*prefixes: str) -> None:
    """What was typed under keys beginning so has been sent: the session and the browser may let go of it."""
    standing = st.session_state.get("drafts_standing", {})
    for key in [key for key in standing if key.startswith(prefixes)]:
        del standing[key]
        st.session_state.pop(key, None)
    sent = st.session_state.get("drafts_sent", [])
    st.session_state["drafts_sent"] = [*sent[-20:], [new_id(), *prefixes]]


def _is_kept(key: str, value: object) -> bool:
    if isinstance(value, bool):
        return value and key.startswith(_OPEN)
    if not key.startswith(KEPT) or not isinstance(value, str | int | list | date | None):
        return False
    return bool(value) or key in st.session_state.get("drafts_standing", {})


def _written(value: object) -> object:
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _read(value: Any) -> Any:
    return date.fromisoformat(value["day"]) if isinstance(value, dict) and "day" in value else value


def _bring_back(key: str) -> None:
    """Put back what the browser found: words that were typed stand for newer ones than what was kept."""
    found = dict(getattr(st.session_state.get(key), "found", None) or {})
    if cell := found.pop("cell", None):
        st.session_state["drafts_cell"] = cell
    for key in found.pop("unsent", []):  # what stands there is not known before it is shown
        st.session_state.setdefault("drafts_standing", {}).setdefault(key, ...)
    for key, told in found.items():
        value = _read(told)
        if key.startswith((*KEPT, *_OPEN)) and (not value or _is_kept(key, value)):
            st.session_state[key] = value


def _say_so() -> None:
    st.toast("What you had typed is back.", icon=":material/restore:")
