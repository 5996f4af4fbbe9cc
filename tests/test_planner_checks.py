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
    sessions = [replace(SESSIONS[0], unsure=("start", "end", "speakers")), replace(SESSIONS[1], unsure=("speakers",))]
    people = [replace(SPEAKERS[0], unsure=("title",)), replace(SPEAKERS[1], unsure=("found_in",))]
    found = find_checks(replace(AGENDA, sessions=(*sessions, *SESSIONS[2:]), speakers=(*people, *SPEAKERS[2:])))

    assert found.sessions == {"s0": "Are the time and people right?", "s1": "Are the people right?"}
    assert found.people == {"p0": "Is the job title right?", "p1": "Compare with the source"}


def test_what_is_marked_and_empty_is_missing() -> None:
    """Nobody is asked whether nothing is right."""
    person = replace(SPEAKERS[0], title=None, unsure=("title", "company"))
    found = find_checks(replace(AGENDA, speakers=(person, *SPEAKERS[1:])))

    assert found.people == {"p0": "No job title; is the company right?"}


def test_a_doubtful_name_is_asked_about_by_whether_it_speaks() -> None:
    """Somebody in no session may not speak at all; somebody in one may be no person, or two entries."""
    people = [replace(person, unsure=("name",)) for person in SPEAKERS[:2]]
    sessions = (replace(SESSIONS[0], speakers=()), *SESSIONS[1:])
    found = find_checks(replace(AGENDA, sessions=sessions, speakers=(*people, *SPEAKERS[2:])))

    assert found.people == {"p0": "In no session: do they speak?", "p1": "Is it one person, listed once?"}


def test_a_session_without_a_time_or_day_among_others_is_named() -> None:
    """It cannot be planned around."""
    for start, said in ((None, "No time"), ("10:00", "No day")):
        found = find_checks(replace(AGENDA, sessions=(replace(SESSIONS[0], start=start), *SESSIONS[1:])))
        assert found.sessions == {"s0": said}


def test_what_the_source_never_tells_marks_nobody() -> None:
    """Where no session has a time, a mark on every row would tell nothing."""
    found = find_checks(replace(AGENDA, sessions=tuple(replace(s, start=None) for s in SESSIONS)))

    assert (dict(found.sessions), dict(found.people)) == ({}, {})
