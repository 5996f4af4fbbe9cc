"""Event: read an agenda, see what was read and what is unsure, set it right."""

from __future__ import annotations

import streamlit as st

from app_pages._choosing import warm_up_choosing
from app_pages._errand import find_errand, forget_errand, show_errand
from app_pages._reading import READING
from app_pages._remove_event import show_remove, show_removed
from app_pages._review import show_review
from app_pages._shared import current_event, open_event
from app_pages._source_form import forget_tried, is_tried, show_source_form, show_welcome
from app_pages._text import plain
from app_pages._view import view_event

reading = find_errand(READING)
if reading is not None and reading.is_running:
    st.title("Reading the agenda")
    show_errand(reading, stop="Stop and keep what was read")
    st.stop()
if reading is not None:
    forget_errand(READING)
    if reading.outcome is not None:
        forget_tried()
        open_event(reading.outcome)
    st.error(plain(reading.problem), icon=":material/error:")
    st.caption("Nothing was lost. You can also save the page in your browser and upload the file, or paste its text.")

show_removed()
event = current_event()
if event is None:
    show_welcome()
else:
    show_review(event)
    warm_up_choosing(view_event(event))
    another = st.expander(
        "Read another event", icon=":material/add:", key="event_another", on_change="rerun", expanded=is_tried()
    )
    if another.open:
        with another:
            show_source_form()
    show_remove(event)
