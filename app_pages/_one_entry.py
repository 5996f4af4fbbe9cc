"""One session or person corrected or added in a form: what a table as wide as a screen asks too much for on a phone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import streamlit as st

from app_pages._correcting import save_corrections
from app_pages._drafts import stand
from app_pages._remarks import mark_of
from app_pages._tables import RIGHT, agenda_with
from app_pages._text import KIND_WORDS, plain, when_words
from planner.agenda import Agenda, Session, Speaker, clock_of, moment
from planner.checks import find_checks
from planner.corrections import corrections_between
from planner.records import KeptEvent

Entry = TypeVar("Entry", Session, Speaker)
Place = tuple[str, Sequence[str]] | None
"""A person's id and the ids of the sessions they are in."""


def correct_session(event: KeptEvent, agenda: Agenda) -> None:
    """Choose a session, those to check first, and change its fields or take it out."""
    checks = find_checks(agenda).sessions
    session = pick(agenda.sessions, titles(agenda), "correct_session", checks)
    if session is not None:
        _ask_session(event, agenda, session, checks.get(session.id))


def add_session(event: KeptEvent, agenda: Agenda) -> None:
    """A session that was not read."""
    _ask_session(event, agenda, None)


def correct_person(event: KeptEvent, agenda: Agenda) -> None:
    """Choose a person, those to check first, and change what is known of them or take them out."""
    checks = find_checks(agenda).people
    person = pick(agenda.speakers, names(agenda), "correct_person", checks)
    if person is not None:
        _ask_person(event, agenda, person, checks.get(person.id))


def add_person(event: KeptEvent, agenda: Agenda) -> None:
    """Somebody who was not read, and where they speak."""
    _ask_person(event, agenda, None)


def names(agenda: Agenda) -> dict[str, str]:
    """Every person by their id, as "Ann Archer, Acme"."""
    return {p.id: ", ".join(x for x in (p.name, p.company) if x) for p in agenda.speakers}


def titles(agenda: Agenda) -> dict[str, str]:
    """Every session by its id, as "Tue 16 Mar 2027, 09:00 · Title"."""
    return {s.id: " · ".join(x for x in (when_words(s.start), s.title) if x) for s in agenda.sessions}


def pick(things: Sequence[Entry], shown: Mapping[str, str], key: str, checks: Mapping[str, str] | None = None) -> Entry | None:
    """The one of several that the user chooses, None before; those with something to check come first."""
    first, told = checks or {}, f"told_{key}"
    words = {i: f"{shown[i]} ({first[i]})" if i in first else shown[i] for i in shown}
    before = st.session_state.get(key)
    if before not in words:
        st.session_state.pop(key, None)  # it was taken out
    elif st.session_state.get(told) != words[before]:
        st.session_state[key] = before  # the browser knows an entry by its words: tell it the new ones
    ids = sorted(shown, key=lambda i: i not in first)
    chosen = st.selectbox("Which entry?", ids, format_func=words.__getitem__, index=None, key=key)
    st.session_state[told] = words.get(chosen or "")
    return next((thing for thing in things if thing.id == chosen), None)


def ask_text(label: str, given: str | None, key: str, example: str = "") -> str:
    """A field in which what is known stands; what is typed over it is kept by the browser until it is saved."""
    return st.text_input(label, key=stand(f"{key}_{label}", given or ""), placeholder=example, persist_state="session")


def _ask_session(event: KeptEvent, agenda: Agenda, session: Session | None, check: str | None = None) -> None:
    known = session or Session("", "")
    key, everybody = f"entry_{mark_of(known.id or f'{len(agenda.sessions)} sessions')}", {p.id: p.name for p in agenda.speakers}
    days = sorted({at.date() for s in agenda.sessions if (at := moment(s.start))})
    at = moment(known.start)
    if check:
        st.info(f"To check: {plain(check)}")
    told: dict[str, Any] = {"Title": ask_text("Title", known.title, key)}
    day: date | None = st.date_input(
        "Day", key=stand(f"{key}_day", at.date() if at else days[0] if days and not session else None), persist_state="session"
    )
    told |= {"Day": day.isoformat() if day else None}
    told |= {"Start": ask_text("Start", clock_of(known.start), key, "09:30")}
    told |= {"End": ask_text("End", clock_of(known.end), key, "10:15")}
    people = st.multiselect(
        "People", list(dict.fromkeys(everybody.values())), select_all=False, accept_new_options=True,
        placeholder="Choose, or type a new name",
        key=stand(f"{key}_people", [everybody[i] for i in known.speakers if i in everybody]), persist_state="session",
    )  # fmt: skip
    told |= {"People": "; ".join(people), "Room": ask_text("Room", known.room, key)}
    told |= {"Kind": st.selectbox("Kind", list(KIND_WORDS), format_func=KIND_WORDS.__getitem__,
                                  key=stand(f"{key}_kind", known.kind), persist_state="session")}  # fmt: skip
    told |= {RIGHT: True}  # whoever saves it has looked at it
    saved, gone = _buttons(session is not None, key)
    if saved and not told["Title"].strip():
        st.warning("Give the session a title.")
    elif saved and session is None:
        _save(event, agenda, {"added_rows": [told]}, {})
    elif saved or gone:
        row = agenda.sessions.index(known)
        _save(event, agenda, {"deleted_rows": [row]} if gone else {"edited_rows": {row: told}}, {})


def _ask_person(event: KeptEvent, agenda: Agenda, person: Speaker | None, check: str | None = None) -> None:
    known, shown = person or Speaker("", ""), titles(agenda)
    key = f"entry_{mark_of(known.id or f'{len(agenda.speakers)} people')}"
    before = [s.id for s in agenda.sessions if person is not None and known.id in s.speakers]
    if check:
        st.info(f"To check: {plain(check)}")
    given = (("Name", known.name), ("Job title", known.title), ("Company", known.company))
    told: dict[str, Any] = {label: ask_text(label, value, key) for label, value in given}
    there = st.multiselect(
        "Speaks in",
        list(shown),
        select_all=False,
        format_func=shown.__getitem__,
        key=stand(f"{key}_sessions", before),
        persist_state="session",
    )
    saved, gone = _buttons(person is not None, key)
    told |= {RIGHT: True}
    if saved and not told["Name"].strip():
        st.warning("Give the person a name.")
    elif gone:
        _save(event, agenda, {}, {"deleted_rows": [agenda.speakers.index(known)]})
    elif saved:
        edits = {"added_rows": [told]} if person is None else {"edited_rows": {agenda.speakers.index(known): told}}
        _save(event, agenda, {}, edits, place=(known.id, there))


def _buttons(is_there: bool, key: str) -> tuple[bool, bool]:
    """Whether to save, and whether to take the entry out."""
    with st.container(horizontal=True):
        saved = st.button("Save", type="primary", key=f"{key}_save")
        gone = is_there and st.button("Take it out", icon=":material/delete:", key=f"{key}_gone")
    return saved, gone


def _save(
    event: KeptEvent, agenda: Agenda, sessions: Mapping[str, Any], people: Mapping[str, Any], place: Place = None
) -> None:
    """Save what the edits of the tables come to, with a person (the one added, without an id) in these sessions."""
    try:
        after = agenda_with(agenda, sessions, people)
    except ValueError as problem:
        st.error(plain(str(problem)))
        return
    if place is not None:
        after = with_person_in(after, place[0] or after.speakers[-1].id, place[1])
    corrections = corrections_between(agenda, after)
    if corrections:
        save_corrections(event, corrections, drafts="entry_")
    else:
        st.caption("Nothing was changed.")


def with_person_in(agenda: Agenda, person: str, there: Sequence[str]) -> Agenda:
    """The agenda with a person in these sessions and in no others."""
    sessions = []
    for session in agenda.sessions:
        if (person in session.speakers) != (session.id in there):
            others = tuple(i for i in session.speakers if i != person)
            session = replace(session, speakers=(*others, person) if session.id in there else others)
        sessions.append(session)
    return replace(agenda, sessions=tuple(sessions))
