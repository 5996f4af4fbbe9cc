"""Was it worth it? One answer for each event, in one's own words, begun from the figures."""

from __future__ import annotations

from datetime import date

import streamlit as st

from app_pages._drafts import draft_key, forget_drafts
from app_pages._entry import show_entry
from app_pages._shared import current_event, event_name, get_store, log
from app_pages._text import plain
from planner.journal import Entry, choose
from planner.report import draft_review


def review_draft(event_id: str) -> str:
    """The answer to begin from: what the event brought, in figures."""
    store = get_store()
    events = store.events(removed=True)
    event = next((e for e in events if e.id == event_id), None)
    if event is None:
        return ""
    return draft_review(store.journal(), event, people=store.people_logged(), events=events, today=date.today())


def ask_worth(entries: tuple[Entry, ...]) -> None:
    """The question for the event at hand once it is over, or the answer that was given."""
    event = current_event()
    if event is None:
        return
    reviewed = [e for e in choose(entries, event=event.id) if e.kind == "event_reviewed"]
    ends = (event.event.end or event.event.start or "")[:10]
    if not reviewed and ends >= date.today().isoformat():
        return
    st.subheader("Was it worth it?")
    if reviewed:
        show_entry(reviewed[-1], lambda _: "", where=f" · {plain(event_name(event))}")
    else:
        key = draft_key("review", "answer", event.id)
        st.session_state.setdefault(key, review_draft(event.id))
        with st.form("review"):
            st.text_area(f"{plain(event_name(event))}, a week later", height=120, key=key, persist_state="session",
                         help="Begun from the figures; say in your own words whether it was.")  # fmt: skip
            st.form_submit_button("Keep the answer", on_click=_keep, args=(event.id, key))
    st.page_link("app_pages/scorecard.py", label="See the figures on the scorecard", icon=":material/speed:")


def _keep(event_id: str, key: str) -> None:
    answer = str(st.session_state.get(key) or "").strip()
    if answer and log("event_reviewed", "Your answer is kept.", event=event_id, text=answer):
        forget_drafts("review_")
