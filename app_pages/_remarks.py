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
    away = set(_put_away().get(view.event.id) or ())
    remarks = [text for text in remaining_warnings(read, settled) if _mark(text) not in away]
    for remark in remarks[:_SHOWN]:
        _show(view.event.id, remark)
    if len(remarks) > _SHOWN:
        with st.expander(f"{len(remarks) - _SHOWN} further remarks"):
            for remark in remarks[_SHOWN:]:
                _show(view.event.id, remark)


def _show(event: str, remark: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.warning(plain(remark), icon=":material/info:", width="stretch")
        st.button("OK", key=f"remark_{event}_{_mark(remark)}", on_click=_put, args=(event, remark),
                  help="I have looked at it: do not show it again")  # fmt: skip


def _put(event: str, remark: str) -> None:
    known = _put_away()
    attempt(lambda: get_store().save_settings(**{_PUT_AWAY: {**known, event: [*(known.get(event) or ()), _mark(remark)]}}))


def _put_away() -> dict[str, list[str]]:
    """By event the marks of what was put away; the words themselves may name people and are not kept."""
    return dict(get_store().settings().get(_PUT_AWAY) or {})


def _mark(remark: str) -> str:
    return f"{crc32(remark.encode()):08x}"
