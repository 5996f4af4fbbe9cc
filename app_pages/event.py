"""Event: read an agenda, see what was read and what is unsure, set it right."""

from __future__ import annotations

import streamlit as st

from app_pages._choosing import warm_up_choosing
from app_pages._reading import ReadingJob
from app_pages._remove_event import show_remove, show_removed
from app_pages._review import show_review
from app_pages._shared import current_event, get_store, open_event
from app_pages._source_form import show_source_form, show_welcome
from app_pages._text import plain
from app_pages._view import view_event
from planner.identity import settle_ids
from planner.storage import StorageError


@st.fragment(run_every=0.5)
def show_progress(job: ReadingJob) -> None:
    """The pages read so far, with a stop button; the page runs again when the read is over."""
    if not job.running:
        st.rerun()
    with st.status(f"Reading {plain(job.source)}", expanded=True):
        for line in job.lines[-6:]:
            st.markdown(plain(line))
    if st.button("Stop and keep what was read", icon=":material/stop_circle:", key="event_stop"):
        job.stop()


def keep_agenda(job: ReadingJob) -> None:
    """Store what was read: as a further reading of the event it came from, or of the same source, else as a new event."""
    assert job.agenda is not None
    store = get_store()
    event_id = job.event_id or next((e.id for e in store.events() if e.source == job.agenda.source), None)
    if event_id:
        store.add_reading(event_id, settle_ids(job.agenda, store.agenda(event_id)))
    else:
        event_id = store.add_event(settle_ids(job.agenda))
    del st.session_state["event_job"]
    open_event(event_id)


def show_outcome(job: ReadingJob) -> None:
    """A finished read: kept, or the reason why not; what was typed stays in its field."""
    if job.agenda is not None:
        try:
            keep_agenda(job)
        except StorageError as problem:
            st.error(str(problem))
            return
    st.error(plain(job.problem), icon=":material/error:")
    st.caption("Nothing was lost. You can also save the page in your browser and upload the file, or paste its text.")
    del st.session_state["event_job"]


running: ReadingJob | None = st.session_state.get("event_job")
if running is not None and running.running:
    st.title("Reading the agenda")
    show_progress(running)
    st.stop()
if running is not None:
    show_outcome(running)

show_removed()
event = current_event()
if event is None:
    show_welcome()
else:
    show_review(event)
    warm_up_choosing(event.id, view_event(event))
    another = st.expander("Read another event", icon=":material/add:", key="event_another", on_change="rerun")
    if another.open:
        with another:
            show_source_form()
    show_remove(event)
