"""What has just opened is brought into view: on a phone a panel often opens below the edge of the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

_SCRIPT = Path(__file__).with_suffix(".js")


@st.cache_resource(show_spinner=False)
def _looker() -> Any:
    return st.components.v2.component("look", js=_SCRIPT.read_text(encoding="utf-8"), isolate_styles=False)


def look_at(key: str, what: str) -> None:
    """Scroll to the container with this key whenever `what` (which panel, which form) is another than before, and not empty."""
    _looker()(key="look", data={"key": key, "what": what}, height=1)
