"""What was pasted, as the page it was copied from: browsers hand over a copy's markup beside its text, text areas drop it.

Headings, columns and lists tell who speaks when far better than bare lines do. A small script notes the markup of every
paste into one text area; it stands for the text as long as the text is what was pasted. Nothing of it is ever shown.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

MOST = 20_000_000
"""Characters of markup that are noted; of a copy with more only the text is read."""
_PIECES = "pasted_pieces"
_SCRIPT = Path(__file__).with_suffix(".js")


@st.cache_resource(show_spinner=False)
def _listener() -> Any:
    return st.components.v2.component("paste", js=_SCRIPT.read_text(encoding="utf-8"), isolate_styles=False)


def note_pasted_pages(key: str) -> None:
    """Note what is pasted into the text area with this key (letters, digits, `_` and `-` only)."""
    _listener()(key="paste", data={"key": key, "most": MOST}, height=1, on_pieces_change=_keep)


def pasted_page(text: str) -> str | None:
    """The markup of what stands in the text area; None when it was typed, changed since, or came without markup."""
    pieces = st.session_state.get(_PIECES, [])
    is_unchanged = _letters(text) == _letters("".join(piece["text"] for piece in pieces))
    if not is_unchanged or not any(piece["page"] for piece in pieces):
        return None
    return "\n".join(piece["page"] or f"<pre>{escape(piece['text'])}</pre>" for piece in pieces)


def _letters(text: str) -> str:
    """A text without blanks and line ends, which browsers and systems write each in their way."""
    return "".join(text.split())


def _keep() -> None:
    """Keep it while the field is not on the screen, as the script knows it no longer once the page is left."""
    st.session_state[_PIECES] = list(getattr(st.session_state.get("paste"), "pieces", None) or [])
