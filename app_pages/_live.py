"""A text area that is checked while one types: a pause commits it, as Ctrl+Enter would."""

from __future__ import annotations

from pathlib import Path
from threading import Timer
from typing import Any

import streamlit as st

from planner.lint import warm_up

_MOMENT = 2.0  # seconds
_SCRIPT = Path(__file__).with_suffix(".js")


@st.cache_resource(show_spinner=False)
def _listener() -> Any:
    return st.components.v2.component("live", js=_SCRIPT.read_text(encoding="utf-8"), isolate_styles=False)


@st.cache_resource(show_spinner=False)
def warm_up_checks() -> None:
    """Once a process, a moment after the first page with an event is shown: what checks the notes is loaded behind it."""
    timer = Timer(_MOMENT, warm_up)
    timer.daemon = True
    timer.start()


def check_while_typing(key: str) -> None:
    """Send the text area with this key after each pause in typing; keys of letters, digits, `_` and `-` only."""
    _listener()(key="live", data={"key": key}, height=1)
