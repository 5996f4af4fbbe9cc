"""The evening's question, and everything logged for the event."""

from __future__ import annotations

from datetime import date

import streamlit as st

from app_pages._entry import show_entry
from app_pages._log_forms import open_panel, show_log_panel
from app_pages._shared import show_last_action
from app_pages._text import WAY_WORDS, plain, plural
from app_pages._view import EventView
from planner.journal import Entry
from planner.ledger import favours_on

_LOGGED = (
    "met", "meeting_held", "favour_given", "favour_promised", "need_heard", "introduction", "source_found", "favour_received",
    "favour_declined", "idea", "session_stayed", "networking_attended",
)  # fmt: skip
_FIRST = 6
_HERE = "evening "  # marks the panel that is open under the evening's question


def show_evening(view: EventView, choices: dict[str, str]) -> None:
    """What social debt have I created today? The favours of the day, and whom I met and gave nothing yet."""
    today = date.today()
    done = [e for e in favours_on(view.entries, today) if e.event == view.event.id]
    for entry in done:
        words = plain(entry.text) or ("introduced to each other" if entry.others else WAY_WORDS[entry.way or "other"].lower())
        st.markdown(f"- **{' and '.join(map(view.name_of, entry.people))}**: {words}")
    given = {p for e in view.journal if e.kind == "favour_given" for p in e.people}
    met = dict.fromkeys(
        p for e in view.entries if e.kind in ("met", "meeting_held") and e.day == today for p in e.people if p not in given
    )
    if done:
        st.caption(f"{plural(len(done), 'favour')} today.")
    elif met:
        st.caption("None yet. What could you do for somebody you met today?")
    else:
        st.caption("None yet. Ask everyone you meet what they need, and give first.")
    with st.container(horizontal=True, gap="xsmall"):
        for person in [p for p in met if p in view.people][:6]:
            st.button(
                f"A favour for {plain(view.people[person].name)}", key=f"evening_{person}", type="tertiary",
                icon=":material/volunteer_activism:", on_click=_open_favour, args=(view, person),
            )  # fmt: skip
    opened = str(st.session_state.get("log_open") or "")
    if opened.startswith(_HERE):
        ref = opened.removeprefix(_HERE)
        st.markdown(f"**{plain(choices.get(ref, ref))}**")
        show_last_action()
        show_log_panel(view, ref, choices)


def _open_favour(view: EventView, person: str) -> None:
    speaker = view.speaker_ids.get(person)
    open_panel(_HERE + (f"speaker:{speaker}" if speaker else f"person:{person}"))
    st.session_state["log_what"] = "favour"


def show_log(view: EventView) -> None:
    """Everything logged for this event, newest first, each to be changed or taken back."""
    shown = sorted((e for e in view.entries if e.kind in _LOGGED), key=lambda e: e.at, reverse=True)
    if not shown:
        st.caption("Nothing logged yet.")
        return
    for entry in shown[:_FIRST]:
        _show(view, entry)
    if len(shown) > _FIRST:
        with (rest := st.expander(f"Earlier ({len(shown) - _FIRST})", key="log_earlier", on_change="rerun")):
            for entry in shown[_FIRST:] if rest.open else ():
                _show(view, entry)


def _show(view: EventView, entry: Entry) -> None:
    show_entry(entry, view.name_of, with_day=entry.day != date.today())
