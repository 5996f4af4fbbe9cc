"""What was read twice made one, and what was read as one made two: people and sessions, one entry at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import streamlit as st

from app_pages._correcting import save_corrections
from app_pages._drafts import stand
from app_pages._one_entry import add_person, add_session, ask_text, correct_person, correct_session, names, pick, titles
from app_pages._remarks import mark_of
from app_pages._tables import agenda_with
from planner.agenda import Agenda, Session, Speaker, clock_of, moment
from planner.corrections import Correction, Thing, corrections_between
from planner.records import KeptEvent

_BETWEEN = re.compile(r"(?:\s[/|&+–—]|[;\n]|\s(?:and|und|et|y|e|en))\s")
_PEOPLE_FIELDS = ("Name", "Job title", "Company")
_TURNS = ("**The first**", "**The second**")


def show_regroup(event: KeptEvent, agenda: Agenda) -> None:
    """Ask what stands wrong, then how it should be."""
    ways: Mapping[str, Callable[[KeptEvent, Agenda], None]] = {
        "Something in a session is wrong": correct_session,
        "Something about a person is wrong": correct_person,
        "A session is missing": add_session,
        "A person is missing": add_person,
        "One person is listed twice": _merge_people,
        "Two people were read as one": _split_person,
        "One session is listed twice": _merge_sessions,
        "Two sessions were read as one": _split_session,
    }
    wrong = st.radio("What is wrong?", list(ways), index=None, key=f"regroup_{event.id}")
    if wrong:
        ways[wrong](event, agenda)


def with_person_split(agenda: Agenda, person: Speaker, one: Mapping[str, str], other: Mapping[str, str]) -> Agenda:
    """The agenda with two people instead of one, by name, job title and company; both are in all sessions of the one."""
    at = agenda.speakers.index(person)
    names = {p.id: p.name for p in agenda.speakers} | {person.id: f"{one['Name']}; {other['Name']}"}
    rows = {
        row: {"People": "; ".join(names[i] for i in session.speakers if i in names)}
        for row, session in enumerate(agenda.sessions)
        if person.id in session.speakers
    }
    added = [] if other["Name"] in names.values() else [dict(other)]
    return agenda_with(agenda, {"edited_rows": rows}, {"edited_rows": {at: dict(one)}, "added_rows": added})


def with_session_split(agenda: Agenda, session: Session, one: Mapping[str, str], other: Mapping[str, str]) -> Agenda:
    """The agenda with two sessions instead of one, by title, start, end and people; day, room and track are the same for both.

    Raises ValueError when a time cannot be read.
    """
    at = moment(session.start)
    day = {"Day": at.date().isoformat()} if at else {}
    beside = {"Room": session.room, "Track": session.track, "Kind": session.kind}
    rows = {agenda.sessions.index(session): {**day, **one}}
    return agenda_with(agenda, {"edited_rows": rows, "added_rows": [{**beside, **day, **other}]}, {})


def _merge_people(event: KeptEvent, agenda: Agenda) -> None:
    _merge(event, agenda, "speaker", names(agenda), "Make them one person")


def _merge_sessions(event: KeptEvent, agenda: Agenda) -> None:
    _merge(event, agenda, "session", titles(agenda), "Make them one session")


def _merge(event: KeptEvent, agenda: Agenda, thing: Thing, shown: dict[str, str], label: str) -> None:
    """Two entries made one: the first stays as it is and gains what it lacks."""
    kept, other = (
        st.selectbox(
            ask, list(shown), format_func=shown.__getitem__, key=stand(f"merge_{thing}_{turn}", None), persist_state="session"
        )
        for turn, ask in (("keep", "Keep"), ("other", "The same, listed again as"))
    )
    if st.button(label, key=f"merged_{thing}"):
        if kept and other and kept != other:
            save_corrections(event, (Correction("merge", thing, other, into=kept),), drafts="merge_")
        st.warning("Choose two different entries.")


def _split_person(event: KeptEvent, agenda: Agenda) -> None:
    person = pick(agenda.speakers, names(agenda), "split_person")
    if person is None:
        return
    name, second = _halves(person.name)
    given: tuple[dict[str, str | None], ...] = (
        {"Name": name, "Job title": person.title, "Company": person.company}, {"Name": second},
    )  # fmt: skip
    told = []
    for turn, (column, values) in enumerate(zip(st.columns(2), given, strict=True)):
        with column:
            st.markdown(_TURNS[turn])
            told.append({f: ask_text(f, values.get(f), f"split_{mark_of(person.id)}_{turn}") for f in _PEOPLE_FIELDS})
    if st.button("Make them two people", key="split_people"):
        if not all(one["Name"].strip() for one in told):
            st.warning("Give both people a name.")
        else:
            _save(event, agenda, with_person_split(agenda, person, *told))


def _split_session(event: KeptEvent, agenda: Agenda) -> None:
    session = pick(agenda.sessions, titles(agenda), "split_session")
    if session is None:
        return
    names = [p.name for p in agenda.speakers if p.id in session.speakers]
    told = []
    for turn, (column, title) in enumerate(zip(st.columns(2), _halves(session.title), strict=True)):
        with column:
            st.markdown(_TURNS[turn])
            key = f"split_{mark_of(session.id)}_{turn}"
            told.append({
                "Title": ask_text("Title", title, key), "Start": ask_text("Start", clock_of(session.start), key),
                "End": ask_text("End", clock_of(session.end), key),
                "People": "; ".join(st.multiselect(
                    "People", names, select_all=False, key=stand(f"{key}_people", names if not turn else []),
                    persist_state="session",
                )),
            })  # fmt: skip
    if st.button("Make them two sessions", key="split_sessions"):
        if not all(one["Title"].strip() for one in told):
            st.warning("Give both sessions a title.")
            return
        try:
            _save(event, agenda, with_session_split(agenda, session, *told))
        except ValueError as problem:
            st.error(str(problem))


def _halves(text: str) -> tuple[str, str]:
    """A text cut at the first mark that parts two things in print; all of it first where none does."""
    one, *rest = _BETWEEN.split(text, maxsplit=1)
    return one, rest[0] if rest else ""


def _save(event: KeptEvent, agenda: Agenda, after: Agenda) -> None:
    save_corrections(event, corrections_between(agenda, after), drafts="split_")
