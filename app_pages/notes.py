"""Notes: a draft for each chosen person, to edit, check and copy. Nothing is ever sent from here."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app_pages._colleagues import picked_by_others, show_colleagues_on_card, show_shared_drafts
from app_pages._conflict import close_opened, note_conflict, opened, show_conflict
from app_pages._drafting import context_of, fresh_draft, notes_left, recommended_channels, steps_for
from app_pages._shared import get_store, log, need_event, show_last_action
from app_pages._sign_in import asks_for_sign_in
from app_pages._templates_editor import own_templates, show_templates_editor
from app_pages._text import STEP_WORDS, plain
from app_pages._view import EventView, view_event
from planner.agenda import Speaker
from planner.channels import find_channel, read_channels
from planner.envelope import eml_file, is_address, mailto_link
from planner.journal import EntryKind
from planner.lint import lint_note
from planner.note_templates import Step, languages
from planner.people import Person
from planner.records import Draft
from planner.storage import Conflict, StorageError

STATUS: dict[EntryKind, tuple[str, str]] = {
    "note_sent": ("Mark as sent", "Sent"),
    "note_replied": ("They replied", "Replied"),
    "note_declined": ("They declined", "Declined"),
}


def choose_person(view: EventView) -> tuple[Person, Speaker | None] | None:
    """The person to write to: those chosen on the People page, and whoever another page asked for."""
    asked = st.session_state.pop("notes_open", None)
    people = {view.person_for(speaker).id: speaker for speaker in view.accepted}
    known = {p.id: p for p in get_store().people()}
    if asked:
        st.session_state["notes_person"], st.session_state["notes_step"] = asked[0], asked[1]
    current = st.session_state.get("notes_person")
    options = [*people, *([current] if current in known and current not in people else [])]
    if not options:
        st.info("Choose whom to meet first; then each of them gets a draft here.", icon=":material/groups:")
        st.page_link("app_pages/people.py", label="Go to People", icon=":material/arrow_forward:")
        return None
    labels = {i: f"{known[i].name}, {known[i].company or 'company unknown'}" for i in options}
    labels |= {i: f"{label} ({state})" for i, label in labels.items() if (state := last_status(view, i))}
    chosen = st.selectbox("To", options, key="notes_person", format_func=labels.__getitem__)
    return known[chosen], people.get(chosen)


def last_status(view: EventView, person_id: str) -> str:
    """How far the note to a person got, in a word."""
    found = [e for e in view.entries if e.person == person_id and (e.kind in STATUS or e.kind == "meeting_booked")]
    return {"meeting_booked": "booked"}.get(found[-1].kind, STATUS.get(found[-1].kind, ("", ""))[1].lower()) if found else ""


def choose_form(view: EventView, person: Person) -> tuple[Step, str, str]:
    """Which step the note is for, on which channel, in which language."""
    left, middle, right = st.columns(3)
    step = left.selectbox("Step", steps_for(view, person), format_func=lambda s: STEP_WORDS.get(s, s), key="notes_step")
    channels = list(read_channels())
    advised = recommended_channels(view).get(person.id, "email")
    channel = middle.selectbox(
        "Channel", channels, index=channels.index(advised), key=f"notes_channel_{person.id}",
        format_func=lambda c: find_channel(c).label,
    )  # fmt: skip
    there = languages(own_templates())
    language = right.selectbox("Language", there, index=there.index("en"), key="notes_language", format_func=str.upper)
    left_over = notes_left(view)
    if channel == "linkedin-free" and left_over is not None:
        st.caption(f"A free account sends about five personalised notes a month; {left_over} left: spend them on the best.")
    return step, channel, language


def show_editor(view: EventView, person: Person, speaker: Speaker | None) -> None:
    """The text with its length and flags, kept as it is typed; copying, marking, and where its facts come from."""
    step, channel, language = choose_form(view, person)
    form = (step, channel, language)
    mine = get_store().drafts(event=view.event.id, person=person.id)
    saved = next((d for d in mine if (d.step, d.channel, d.language) == form), None)
    made = fresh_draft(view, person, speaker, step=step, channel=channel, language=language)
    if made is None and saved is None:
        st.info("There is not enough known for a draft on this channel. Write your own below; it is checked as you go.")
    ours = made.text if made else ""
    subject = made.subject if made else None
    field = f"notes_text_{person.id}_{'_'.join(form)}"
    if field not in st.session_state:
        st.session_state[field] = saved.text if saved else ours
        close_opened(field)
    draft = Draft(
        person.id, step, channel, "", event=view.event.id, subject=subject, language=language,
        version=opened(field, saved.version if saved else 0), shared=saved is not None and saved.shared,
    )  # fmt: skip
    text = st.text_area("Note", key=field, height=170, on_change=keep_draft, args=(field, draft))
    show_draft_conflict(field, draft, saved)
    show_checks(view, person, text, channel)
    with st.container(horizontal=True):
        if text != ours:
            st.button("Back to our draft", type="tertiary", key="notes_reset", on_click=go_back, args=(field, draft, ours))
        show_status_buttons(view, person, text, channel=channel, step=step)
    if asks_for_sign_in() and text.strip():
        shown = st.toggle("Colleagues may see this draft", draft.shared, key=f"share_{field}_{draft.version}")
        if shown != draft.shared:
            keep_draft(field, replace(draft, shared=shown))
            st.rerun()
    with st.expander("Copy", expanded=True):
        if subject:
            st.code(subject, language=None)
        st.code(text, language=None, wrap_lines=True)
        st.caption("Copy it with the button at its right end and paste it where you send it. Nothing is sent from here.")
        if channel == "email":
            show_mail(person, text, subject)
    if made is not None and made.facts:
        with st.expander("Where each fact comes from"):
            for fact in made.facts:
                st.markdown(f"- {plain(fact.value)}: from the {plain(fact.source)}")


def keep_draft(field: str, draft: Draft) -> None:
    """Save what was typed as soon as the field is left, so that nothing typed is lost."""
    try:
        get_store().save_draft(replace(draft, text=st.session_state[field]))
    except Conflict as problem:
        note_conflict(field, problem)
    except StorageError as problem:
        st.session_state["shared_problem"] = str(problem)
    else:
        close_opened(field)


def show_draft_conflict(field: str, draft: Draft, saved: Draft | None) -> None:
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
    """Put our draft in place of what was typed."""
    st.session_state[field] = ours
    keep_draft(field, draft)


def show_status_buttons(view: EventView, person: Person, text: str, *, channel: str, step: str) -> None:
    """What became of the note; a note marked sent is kept as it was sent."""
    for kind, (label, done) in STATUS.items():
        if st.button(label, key=f"notes_{kind}"):
            sent = {"text": text, "details": {"channel": channel, "step": step}} if kind == "note_sent" else {}
            log(kind, f"{done}: {person.name}.", event=view.event.id, person=person.id, **sent)
            st.rerun()


def show_mail(person: Person, text: str, subject: str | None) -> None:
    """Ways into the user's own mail program."""
    to = person.email if is_address(person.email) else None
    with st.container(horizontal=True):
        st.link_button("Open in my mail program", mailto_link(text, subject=subject, to=to), icon=":material/mail:")
        st.download_button("As a mail file", eml_file(text, subject=subject, to=to), "note.eml", "message/rfc822")


def show_checks(view: EventView, person: Person, text: str, channel: str) -> None:
    """Length, and what would put the reader off."""
    limits = find_channel(channel)
    words = len(text.split())
    if limits.characters and limits.characters < 1000:
        st.caption(f"{len(text.strip())} of {limits.characters} characters")
    else:
        st.caption(f"{words} words" + (f"; {limits.words} at most read well" if limits.words else ""))
    flags = lint_note(text, channel=channel, context=context_of(view, person))
    for flag in flags:
        st.warning(f"{plain(flag.text)}  \n{plain(flag.suggestion)}", icon=":material/flag:")
    if text.strip() and not flags:
        st.caption(":material/check: Nothing in it that would put the reader off.")


view = view_event(need_event())
st.title("Notes")
st.write("Short, personal, something to give, nothing to sell. Edit the draft; it is checked when you leave the field.")
show_last_action()
chosen = choose_person(view)
if chosen is not None:
    if chosen[1] is not None:
        show_colleagues_on_card((), picked_by_others(view).get(chosen[1].id, ()))
    show_shared_drafts(chosen[0].id)
    show_editor(view, *chosen)
    show_templates_editor(st.session_state.get("notes_language") or "en")
