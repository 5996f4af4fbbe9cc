"""Words typed and not sent yet: kept by the browser at every keystroke, so that no reload and no lost connection loses them.

A server learns of a form only when it is sent, so it cannot keep what is being typed; the browser can. A small script notes
every change of a text field whose key begins with one of `KEPT`, and, at every run, what the session holds under such keys
(which panel is open, for whom, by when). A new session that finds unsent words there gets all of it back. What was sent is
forgotten at once, what was left lying after `_DAYS`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zlib import crc32

import streamlit as st

from app_pages._shared import get_store
from planner.journal import new_id

KEPT = ("one_line", "log_", "ask_", "intro_", "came_", "outcome_", "todo_", "review_", "change_", "facts_", "card_",
        "ledger_person", "entry_", "split_", "correct_", "regroup_", "event_tabs_")  # fmt: skip
"""How the keys of what is worth keeping begin: text fields, choices, and what is open."""

_OPEN = ("ask_anyway_", "intro_new", "came_")  # of what is true or false: no buttons
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


def stand(key: str, value: str | list[str]) -> str:
    """The key of a field to be kept in which this stands, as long as nothing else is typed there."""
    key = standing_key(key, over=str(value))
    st.session_state.setdefault(key, value)
    return key


def keep_drafts() -> None:
    """Watch what is typed, and bring back what an earlier session left unsent; the frame calls it once a run."""
    state = st.session_state
    data = {
        "owner": get_store().member,
        "session": state.setdefault("drafts_session", new_id()),
        "kept": list(KEPT),
        "days": _DAYS,
        "state": {str(key): value for key, value in state.items() if _is_kept(str(key), value)},
        "sent": state.get("drafts_sent", []),
    }
    _keeper()(key="drafts", data=data, height=1, on_found_change=_bring_back, on_shown_change=_say_so)


def forget_drafts(*prefixes: str) -> None:
    """What was typed under keys beginning so has been sent: the browser may let go of it."""
    sent = st.session_state.get("drafts_sent", [])
    st.session_state["drafts_sent"] = [*sent[-20:], [new_id(), *prefixes]]


def _is_kept(key: str, value: object) -> bool:
    if isinstance(value, bool):
        return value and key.startswith(_OPEN)
    return key.startswith(KEPT) and bool(value) and isinstance(value, str | int | list)


def _bring_back() -> None:
    """Put back what the browser found: in a session just begun nothing else was typed yet."""
    found = dict(getattr(st.session_state.get("drafts"), "found", None) or {})
    for key, value in found.items():
        if _is_kept(key, value):
            st.session_state[key] = value


def _say_so() -> None:
    st.toast("What you had typed is back.", icon=":material/restore:")
