"""What the reading of an agenda leaves to check, as sentences; each can be put away once it has been looked at."""

from __future__ import annotations

from zlib import crc32

import streamlit as st

from app_pages._shared import attempt, get_store
from app_pages._text import plain
from app_pages._view import EventView
from planner.agenda import Agenda
from scrapers import remaining_warnings

_SHOWN = 6
_PUT_AWAY = "remarks_put_away"


def show_remarks(view: EventView, settled: Agenda) -> None:
    """What is not settled by a correction yet, nor put away; `settled` is the agenda with what the page asks for elsewhere."""
    read = view.store.agenda(view.event.id)
    assert read is not None
    remarks = [text for text in remaining_warnings(read, settled) if not is_put_away(view.event.id, text)]
    for remark in remarks[:_SHOWN]:
        _show(view.event.id, remark)
    if len(remarks) > _SHOWN:
        with st.expander(f"{len(remarks) - _SHOWN} further remarks"):
            for remark in remarks[_SHOWN:]:
                _show(view.event.id, remark)


def _show(event: str, remark: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.warning(plain(remark), icon=":material/info:", width="stretch")
        st.button("OK", key=f"remark_{event}_{mark_of(remark)}", on_click=put_away, args=(event, remark),
                  help="I have looked at it: do not show it again")  # fmt: skip


def is_put_away(event: str, text: str) -> bool:
    """Whether a remark about an event, or a line of its programme, was looked at."""
    return mark_of(text) in (_put_away().get(event) or ())


def put_away(event: str, remark: str) -> None:
    """It was looked at, and is not shown any more; for use as a callback."""
    known = _put_away()
    attempt(lambda: get_store().save_settings(**{_PUT_AWAY: {**known, event: [*(known.get(event) or ()), mark_of(remark)]}}))


def _put_away() -> dict[str, list[str]]:
    """By event the marks of what was put away; the words themselves may name people and are not kept."""
    return dict(get_store().settings().get(_PUT_AWAY) or {})


def mark_of(remark: str) -> str:
    """What a remark is known by when it was put away, and its buttons."""
    return f"{crc32(remark.encode()):08x}"
