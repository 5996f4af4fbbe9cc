"""What is worth a look in an agenda is said in words, entry by entry."""

from __future__ import annotations

from dataclasses import replace

from planner.agenda import Agenda, Session, Speaker
from planner.checks import find_checks

SPEAKERS = tuple(Speaker(f"p{i}", f"Ana Berg {i}", "CFO", "Zorvex") for i in range(5))
SESSIONS = tuple(Session(f"s{i}", f"Ropes {i}", f"2027-05-03T1{i}:00:00", speakers=(f"p{i}",), kind="talk") for i in range(5))
AGENDA = Agenda("test", "test", sessions=SESSIONS, speakers=SPEAKERS)


def test_an_agenda_without_doubt_asks_for_nothing() -> None:
    """Nobody has to look at rows that are like all others."""
    found = find_checks(AGENDA)

    assert (dict(found.sessions), dict(found.people)) == ({}, {})


def test_guessed_fields_are_asked_about_in_the_words_of_the_tables() -> None:
    """No name of a field of the program is shown; what no word is known for calls for a look at the whole."""
    session = replace(SESSIONS[0], unsure=("start", "end", "speakers"))
    people = [replace(SPEAKERS[0], unsure=("title",)), replace(SPEAKERS[1], unsure=("found_in",))]
    found = find_checks(replace(AGENDA, sessions=(session, *SESSIONS[1:]), speakers=(*people, *SPEAKERS[2:])))

    assert found.sessions == {"s0": "Are the time and people right?"}
    assert found.people == {"p0": "Is the job title right?", "p1": "Compare with the source"}


def test_what_one_entry_lacks_and_the_others_have_is_named() -> None:
    """A session without time or day, a person in no session or without job."""
    sessions = (replace(SESSIONS[0], start=None, speakers=()), *SESSIONS[1:])
    people = (SPEAKERS[0], replace(SPEAKERS[1], title=None, company=None), *SPEAKERS[2:])
    found = find_checks(replace(AGENDA, sessions=sessions, speakers=people))

    assert found.sessions == {"s0": "No time"}
    assert found.people == {"p0": "In no session", "p1": "No job title, no company"}
    undated = find_checks(replace(AGENDA, sessions=(replace(SESSIONS[0], start="10:00"), *SESSIONS[1:])))
    assert undated.sessions == {"s0": "No day"}


def test_what_the_source_never_tells_marks_nobody() -> None:
    """Where no session has a time and no person a job, a mark on every row would tell nothing."""
    sessions = tuple(replace(s, start=None, speakers=()) for s in SESSIONS)
    people = tuple(Speaker(p.id, p.name) for p in SPEAKERS)
    found = find_checks(replace(AGENDA, sessions=sessions, speakers=people))

    assert (dict(found.sessions), dict(found.people)) == ({}, {})
