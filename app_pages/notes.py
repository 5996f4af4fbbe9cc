"""Notes: a draft for each chosen person, to edit, check and copy. Nothing is ever sent from here."""

from __future__ import annotations

import streamlit as st

from app_pages._clashes import show_reread_advice
from app_pages._colleagues import picked_by_others, show_colleagues_on_card, show_shared_drafts
from app_pages._drafting import advised_channels, meeting_of, my_language, notes_left, steps_for
from app_pages._note_editor import Form, show_editor
from app_pages._shared import get_store, need_event, open_event, show_last_action
from app_pages._standing import label_of, nudged_already, show_nudges, show_overview, show_state
from app_pages._templates_editor import own_templates, show_templates_editor
from app_pages._text import STEP_WORDS
from app_pages._view import EventView, view_event
from app_pages._wordings import show_wordings
from planner.agenda import Speaker
from planner.channels import find_channel, read_channels
from planner.note_templates import languages
from planner.people import Person
from planner.phrases import LANGUAGE_NAMES
from planner.standing import standing_of


def go_to_event_asked_for() -> None:
    """Open the event that another page asked to write for, when it is not the one at hand."""
    asked = st.session_state.get("notes_open")
    if asked and asked[2] and asked[2] != st.session_state.get("event_id") and get_store().event(asked[2]):
        open_event(asked[2])


def choose_person(view: EventView) -> tuple[Person, Speaker | None] | None:
    """The person to write to: those chosen on the People page, and whoever another page asked for."""
    asked = st.session_state.pop("notes_open", None)
    people = {view.person_for(speaker).id: speaker for speaker in view.accepted}
    known = get_store().people_by_id()
    if asked:
        st.session_state.update({"notes_person": asked[0], "notes_step": asked[1], "notes_step_of": "asked"})
    current = str(st.session_state.get("notes_person") or "")
    if current not in known:
        st.session_state.pop("notes_person", None)
    options = [*people, *([current] if current in known and current not in people else [])]
    if not options:
        st.info("Choose whom to meet first; then each of them gets a draft here.", icon=":material/groups:")
        st.page_link("app_pages/people.py", label="Go to People", icon=":material/arrow_forward:")
        return None
    chosen = st.selectbox("To", options, key="notes_person", format_func=lambda i: label_of(view, known[i]))
    assert chosen is not None
    return known[chosen], people.get(chosen) or view.agenda.speaker(view.speaker_ids.get(chosen, ""))


def choose_form(view: EventView, person: Person) -> Form:
    """Which step the note is for, on which channel, in which language; the likeliest is chosen already."""
    left, middle, right = st.columns(3)
    steps = steps_for(view, person)
    chosen_for = st.session_state.get("notes_step_of")
    this = f"{person.id} {standing_of(view.entries, person.id).state}"
    if chosen_for not in ("asked", this) or st.session_state.get("notes_step") not in steps:
        st.session_state["notes_step"] = steps[0]
    st.session_state["notes_step_of"] = this
    step = left.selectbox("Step", steps, format_func=lambda s: STEP_WORDS.get(s, s), key="notes_step")
    channels = list(read_channels())
    advised = advised_channels(view).get(person.id, "email")
    channel = middle.selectbox(
        "Channel", channels, index=channels.index(advised), key=f"notes_channel_{person.id}",
        format_func=lambda c: find_channel(c).label,
    )  # fmt: skip
    there = languages(own_templates())
    mine = my_language(view)
    language = right.selectbox(
        "Language", there, index=there.index(mine if mine in there else "en"), key="notes_language",
        format_func=lambda code: LANGUAGE_NAMES.get(code, code.upper()),
    )  # fmt: skip
    left_over = notes_left(view)
    if channel == "linkedin-free" and left_over is not None:
        budget = find_channel(channel).per_month
        st.caption(f"{left_over} of about {budget} personalised notes left this month on a free account.")
    if nudged_already(view, person):
        st.caption("They have had your one nudge. Leave it at that, and say hello at the event.")
    return Form(step, channel, language)


def show_note(view: EventView, person: Person, speaker: Speaker | None) -> None:
    """How far it got with the person, and the note for the next step."""
    if speaker is not None:
        show_colleagues_on_card((), picked_by_others(view).get(speaker.id, ()))
    show_shared_drafts(person.id)
    show_state(view, person)
    form = choose_form(view, person)
    if form.step in ("first_contact", "group_coffee", "nudge") and speaker is not None and meeting_of(view, person.id) is None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption("No slot is planned with them yet; a note that proposes time and place is answered sooner.")
            st.page_link("app_pages/meetings.py", label="Propose slots", icon=":material/schedule:")
    show_editor(view, person, speaker, form)
    show_wordings(view, person, speaker, step=form.step, language=form.language)
    show_templates_editor(form.language, form.step, form.channel)


go_to_event_asked_for()
st.title("Notes")
view = view_event(need_event())
st.write("Short, personal, something to give, nothing to sell. Edit the draft as you like: it is checked as you type.")
show_last_action()
show_reread_advice(view)
show_nudges(view)
show_overview(view)
chosen = choose_person(view)
if chosen is not None:
    show_note(view, *chosen)
