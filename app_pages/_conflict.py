"""Two tabs or two people at one text: what was opened is remembered, and when it changed meanwhile both texts are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

from app_pages._shared import attempt
from planner.storage import Conflict

T = TypeVar("T")


def opened(what: str, present: T) -> T:
    """What this page showed when the user began, until `close_opened` or another page: saving starts from that."""
    kept: T = st.session_state.setdefault("opened", {}).setdefault(what, present)
    return kept


def close_opened(what: str | None = None) -> None:
    """Forget what was opened, all of it when another page is shown: the next look is at what is kept now."""
    if what is None:
        st.session_state.pop("opened", None)
    else:
        st.session_state.get("opened", {}).pop(what, None)


def note_conflict(key: str, problem: Conflict) -> None:
    """Remember both texts until the user has chosen."""
    st.session_state[f"conflict_{key}"] = problem


def show_conflict(key: str, *, save: Callable[[str, int], object], take: Callable[[], object], join: bool = False) -> None:
    """Both texts side by side, with the ways out.

    `save` keeps a text over the version given, `take` goes on with the other text, `join` offers to keep both in one.
    """
    problem: Conflict | None = st.session_state.get(f"conflict_{key}")
    if problem is None:
        return

    def settle(text: str | None) -> None:
        if attempt(lambda: take() if text is None else save(text, problem.version)):
            st.session_state.pop(f"conflict_{key}", None)

    with st.container(border=True):
        st.warning("This was changed somewhere else since you opened it, so yours was not saved over it. Both texts are here.")
        mine, theirs = st.columns(2)
        mine.caption("Yours")
        mine.code(problem.mine, language=None, wrap_lines=True)
        theirs.caption("Changed meanwhile")
        theirs.code(problem.theirs, language=None, wrap_lines=True)
        with st.container(horizontal=True):
            st.button("Keep mine", key=f"mine_{key}", type="primary", on_click=settle, args=(problem.mine,))
            st.button("Take the other", key=f"theirs_{key}", on_click=settle, args=(None,))
            if join:
                both = f"{problem.mine}\n\n{problem.theirs}"
                st.button("Keep both, one below the other", key=f"both_{key}", on_click=settle, args=(both,))
