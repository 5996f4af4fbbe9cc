"""Lines of the programme that nothing was read from: each becomes a session or a person by one click, or is put away."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from app_pages._correcting import keep_corrections, show_undo
from app_pages._remarks import is_put_away, mark_of, put_away
from app_pages._text import plain, plural, time_words
from app_pages._view import EventView
from planner.additions import sessions_at, with_people, with_session
from planner.agenda import Agenda, Session, Speaker, UnreadLine
from planner.corrections import corrections_between
from scrapers import lines_left_out, people_named

_SHOWN = 5
_LAST = "event_left_out_last"
"""The batch of corrections made here last, by event."""


def show_left_out(view: EventView) -> None:
    """Ask what each line is; what was added a moment ago can be taken back here."""
    agenda, event = view.agenda, view.event
    lines = [line for line in lines_left_out(agenda) if not is_put_away(event.id, line.text)]
    if lines:
        with st.container(border=True, gap="small"):
            was, each = ("was", "it") if len(lines) == 1 else ("were", "each")
            st.markdown(
                f":material/playlist_add: **{plural(len(lines), 'line')} of the programme {was} not used.** Add {each} as a "
                "session or as a person, or put it away with OK."
            )
            for line in lines[:_SHOWN]:
                _show(view, line)
            if len(lines) > _SHOWN:
                more = st.expander(f"{len(lines) - _SHOWN} more", key=f"left_more_{event.id}", on_change="rerun")
                if more.open:
                    with more:
                        for line in lines[_SHOWN:]:
                            _show(view, line)
    if (last := st.session_state.get(_LAST)) and last[0] == event.id:
        show_undo(event, agenda, "left", only=last[1])


def _show(view: EventView, line: UnreadLine) -> None:
    key = f"{view.event.id}_{mark_of(line.text)}"
    when = f"  \n:small[:gray[at {time_words(line.start, line.end)}]]" if line.start else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"{plain(line.text)}{when}", width="stretch")
        with st.container(horizontal=True, gap="small", width="content"):
            if line.kind == "person":
                _offer_person(view, line, key)
            st.button("Add as a session", key=f"left_session_{key}", on_click=_add_session, args=(view, line))
            if line.kind != "person":
                _offer_person(view, line, key)
            st.button("OK", key=f"left_away_{key}", help="It is neither: do not show it again",
                      on_click=put_away, args=(view.event.id, line.text))  # fmt: skip


def _offer_person(view: EventView, line: UnreadLine, key: str) -> None:
    """One click where only one session can be meant, or none; else the click says which."""
    named = people_named(line.text) or (Speaker("", line.text),)
    label = "Add as a person" if len(named) == 1 else f"Add as {len(named)} people"
    there = sessions_at(view.agenda, line)
    if len(there) < 2:
        told = f"in “{plain(there[0].title)}”" if there else "in no session yet"
        st.button(label, key=f"left_person_{key}", help=f"{plain(', '.join(p.name for p in named))}, {told}",
                  on_click=_add_people, args=(view, named, there[0] if there else None))  # fmt: skip
        return
    with st.popover(label):
        st.caption("In which session?")
        for at, session in enumerate((*there, None)):
            title = plain(session.title) if session else "In none of them"
            st.button(title, key=f"left_person_{key}_{at}", width="stretch",
                      on_click=_add_people, args=(view, named, session))  # fmt: skip


def _add_people(view: EventView, named: Sequence[Speaker], session: Session | None) -> None:
    _keep(view, with_people(view.agenda, named, session.id if session else None))


def _add_session(view: EventView, line: UnreadLine) -> None:
    _keep(view, with_session(view.agenda, line))


def _keep(view: EventView, after: Agenda) -> None:
    """Keep it as a correction, from a callback."""
    batch = keep_corrections(view.event, corrections_between(view.agenda, after))
    if batch:
        st.session_state[_LAST] = (view.event.id, batch)
