"""Event: read an agenda, see what was read and what is unsure, set it right."""

from __future__ import annotations

import streamlit as st

from app_pages._choosing import warm_up_choosing
from app_pages._editing import draw_anew
from app_pages._errand import find_errand, forget_errand, show_errand
from app_pages._reading import READING, say_whether_new
from app_pages._remove_event import show_remove, show_removed
from app_pages._review import show_review
from app_pages._shared import current_event, open_event
from app_pages._source_form import forget_tried, is_tried, note_problem, show_another, show_welcome
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
        say_whether_new(reading.outcome)
        draw_anew()
        open_event(reading.outcome)
    note_problem(reading.problem or "", is_stopped=reading.is_stopped)

show_removed()
event = current_event()
if event is None:
    show_welcome()
else:
    if is_tried():  # what went wrong and the fields to try again stand together, where they are seen at once
        show_another()
    show_review(event)
    warm_up_choosing(view_event(event))
    if not is_tried():
        show_another()
    show_remove(event)
