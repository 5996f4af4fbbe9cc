"""One note: its text, checked while one types, kept as it stands; other wordings, copying, and where its facts come from."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import streamlit as st

from app_pages._conflict import close_opened, note_conflict, opened, show_conflict
from app_pages._drafting import context_of, fresh_draft, meeting_of
from app_pages._drafts import draft_key
from app_pages._live import check_while_typing
from app_pages._polish import show_polish
from app_pages._shared import get_store, log
from app_pages._sign_in import asks_for_sign_in
from app_pages._text import SOURCE_WORDS, plain, time_words
from app_pages._view import EventView
from planner.agenda import Speaker, clock_of
from planner.channels import find_channel
from planner.envelope import eml_file, is_address, mailto_link
from planner.lint import advise_on, lint_note
from planner.note_templates import Step
from planner.notes import Draft as OurDraft
from planner.people import Person
from planner.placeholders import PLACEHOLDERS
from planner.records import Draft
from planner.storage import Conflict, StorageError


class Form(NamedTuple):
    """Which note it is: what for, on which channel, in which language."""

    step: Step
    channel: str
    language: str


@st.fragment
def show_editor(view: EventView, person: Person, speaker: Speaker | None, form: Form) -> None:
    """The note and all that is done with its text; only this part of the page runs again while one types."""
    saved = find_saved(view, person, form)
    turn = f"notes_turn_{person.id}_{'_'.join(form)}"
    with st.spinner("Drafting …"):
        made = fresh_draft(view, person, speaker, **form._asdict(), turn=st.session_state.get(turn, 0))
    if made is None and saved is None:
        st.info("Too little is known to draft this one without inventing. Write your own: it is checked as you type.")
    ours = made.text if made else ""
    field = draft_key("notes_text", person.id, *form)
    _fill_field(field, saved, ours)
    draft = Draft(
        person.id, form.step, form.channel, "", event=view.event.id, subject=made.subject if made else None,
        language=form.language, version=opened(field, saved.version if saved else 0), shared=saved is not None and saved.shared,
    )  # fmt: skip
    text = st.text_area("Note", key=field, height="content", on_change=keep_draft, args=(field, draft))
    check_while_typing(field)
    _show_draft_conflict(field, draft, saved)
    _show_checks(view, person, text, form.channel)
    with st.container(horizontal=True, gap="small"):
        if st.button("Mark as sent", key="notes_note_sent", type="primary", icon=":material/send:"):
            log("note_sent", f"Sent: {person.name}.", event=view.event.id, person=person.id, text=text,
                details={"channel": form.channel, "step": form.step})  # fmt: skip
            st.rerun()
        if made is not None:
            st.button("Another wording", key="notes_other", icon=":material/shuffle:", on_click=_take_other,
                      args=(view, person, speaker, form, field, draft, turn))  # fmt: skip
        if text != ours and made is not None:
            st.button("Back to our draft", type="tertiary", key="notes_reset", on_click=go_back, args=(field, draft, ours))
    _show_copy(person, text, draft.subject, form.channel)
    _show_sharing(field, draft, text)
    if made is not None:
        _show_facts(made)
    show_polish(field, draft, form.language, context_of(view, person), keep=go_back)


def find_saved(view: EventView, person: Person, form: Form) -> Draft | None:
    """What the user made of this note before, if anything."""
    mine = get_store().drafts(event=view.event.id, person=person.id)
    return next((d for d in mine if (d.step, d.channel, d.language) == form), None)


def _fill_field(field: str, saved: Draft | None, ours: str) -> None:
    """What was kept, else our draft; ours follows what it is made from as long as nothing was typed."""
    untouched = saved is None and st.session_state.get(field) == st.session_state.get(f"ours_{field}")
    if field not in st.session_state:
        close_opened(field)
        st.session_state[field] = saved.text if saved else ours
    elif untouched:
        st.session_state[field] = ours
    st.session_state[f"ours_{field}"] = ours


def keep_draft(field: str, draft: Draft) -> None:
    """Save what was typed, so that nothing typed is lost.

    Two pauses in typing may come before the page has run once: what this session saved last is then what it started from.
    """
    mine = f"kept_{field}"
    version = max(draft.version, st.session_state.get(mine, 0))
    try:
        st.session_state[mine] = get_store().save_draft(replace(draft, text=st.session_state[field], version=version)).version
    except Conflict as problem:
        note_conflict(field, problem)
    except StorageError as problem:
        st.session_state["shared_problem"] = str(problem)
    else:
        close_opened(field)


def _show_draft_conflict(field: str, draft: Draft, saved: Draft | None) -> None:
    """Both texts, when this note was changed in another tab since it was opened here."""

    def save(text: str, version: int) -> None:
        get_store().save_draft(replace(draft, text=text, version=version))
        st.session_state[field] = text
        close_opened(field)

    def take() -> None:
        st.session_state[field] = saved.text if saved else ""
        close_opened(field)

    show_conflict(field, save=save, take=take, join=True)


def go_back(field: str, draft: Draft, ours: str) -> None:
    """Put a draft in place of what was typed."""
    st.session_state[field] = ours
    keep_draft(field, draft)


def _take_other(
    view: EventView, person: Person, speaker: Speaker | None, form: Form, field: str, draft: Draft, turn: str
) -> None:
    """The same facts in other words."""
    st.session_state[turn] = st.session_state.get(turn, 0) + 1
    if made := fresh_draft(view, person, speaker, **form._asdict(), turn=st.session_state[turn]):
        go_back(field, draft, made.text)


def _show_checks(view: EventView, person: Person, text: str, channel: str) -> None:
    """Length, what would put the reader off, and what could be better still."""
    limits, context = find_channel(channel), context_of(view, person)
    if limits.characters and limits.characters < 1000:
        length = f"{len(text.strip())} of {limits.characters} characters"
    else:
        length = f"{len(text.split())} words" + (f"; at most {limits.words} read well" if limits.words else "")
    flags = lint_note(text, channel=channel, context=context) if text.strip() else ()
    fine = " · :material/check: nothing in it that would put the reader off" if text.strip() and not flags else ""
    st.caption(length + fine)
    for flag in flags:
        st.warning(f"{plain(flag.text)}  \n{plain(flag.suggestion)}", icon=":material/flag:")
    for advice in advise_on(text, context=context) if text.strip() else ():
        st.caption(f":material/lightbulb: {plain(advice.text)} {plain(advice.suggestion)}")
    meeting = meeting_of(view, person.id)
    if meeting is not None and text.strip() and not _says_time(text, meeting.start):
        when = time_words(meeting.start, meeting.end)
        st.caption(f":material/schedule: Your meeting with them is planned for {when}; the note does not say so.")


def _says_time(text: str, start: str) -> bool:
    hour, _, minute = (clock_of(start) or ":").partition(":")
    return any(f"{h}{mark}{minute}" in text for h in (hour, hour.lstrip("0") or "0") for mark in (":", ".", "h", " h "))


def _show_copy(person: Person, text: str, subject: str | None, channel: str) -> None:
    with st.expander("Copy it", icon=":material/content_copy:"):
        if subject:
            st.code(subject, language=None, wrap_lines=True)
        st.code(text, language=None, wrap_lines=True)
        st.caption("Copy it with the button at its right end and paste it where you send it. Nothing is sent from here.")
        if channel == "email":
            to = person.email if is_address(person.email) else None
            with st.container(horizontal=True):
                st.link_button("Open in my mail program", mailto_link(text, subject=subject, to=to), icon=":material/mail:")
                st.download_button("As a mail file", eml_file(text, subject=subject, to=to), "note.eml", "message/rfc822")


def _show_sharing(field: str, draft: Draft, text: str) -> None:
    if asks_for_sign_in() and text.strip():
        st.toggle(
            "Colleagues may see this draft", draft.shared, key=f"share_{field}_{draft.version}",
            on_change=keep_draft, args=(field, replace(draft, shared=not draft.shared)),
        )  # fmt: skip


def _show_facts(made: OurDraft) -> None:
    """Every value our draft uses, what it is and where it comes from."""
    fold = st.expander("Where each fact comes from", icon=":material/fact_check:", key="notes_facts", on_change="rerun")
    if not fold.open:
        return
    with fold:
        for fact in made.facts:
            meaning = PLACEHOLDERS[fact.placeholder].meaning
            st.markdown(f"- **{plain(fact.value)}**: {plain(meaning)}, from {SOURCE_WORDS[fact.source]}")
