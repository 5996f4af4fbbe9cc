"""What the user sets right stays right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.agenda import Agenda, Event, Session, Speaker
from planner.corrections import Correction, apply_corrections, corrections_between, from_json, to_json

AGENDA = Agenda(
    source="test",
    scraper="test",
    sessions=(
        Session("opening", "Opening", start="2027-03-16T09:00:00", speakers=("ada",), unsure=("start",)),
        Session("closing", "Closing", start="2027-03-16T17:00:00", speakers=("ada", "bo")),
    ),
    speakers=(Speaker("ada", "Ada Berg"), Speaker("bo", "Bo Lind", company="Linden")),
)


def test_an_edit_changes_only_what_was_edited_and_is_no_longer_unsure() -> None:
    """The rest of the session keeps following the source."""
    fixed = apply_corrections(AGENDA, [Correction("edit", "session", "opening", {"start": "2027-03-16T09:30:00"})])

    assert fixed.sessions[0] == replace(AGENDA.sessions[0], start="2027-03-16T09:30:00", unsure=())


def test_a_deleted_person_leaves_their_sessions() -> None:
    """No session names somebody who is not on the agenda."""
    fixed = apply_corrections(AGENDA, [Correction("delete", "speaker", "bo")])

    assert [p.id for p in fixed.speakers] == ["ada"]
    assert fixed.sessions[1].speakers == ("ada",)


def test_merging_two_spellings_of_one_person_keeps_the_facts_of_both() -> None:
    """The one who stays gains what they lacked, and takes over the sessions."""
    fixed = apply_corrections(AGENDA, [Correction("merge", "speaker", "bo", into="ada")])

    assert fixed.speakers == (replace(AGENDA.speakers[0], company="Linden"),)
    assert fixed.sessions[1].speakers == ("ada",)


def test_an_added_session_takes_its_place_in_the_day() -> None:
    """Sessions are in order of time once something was added."""
    lunch = Correction("add", "session", "lunch", {"title": "Lunch", "start": "2027-03-16T12:00:00", "kind": "break"})

    assert [s.title for s in apply_corrections(AGENDA, [lunch]).sessions] == ["Opening", "Lunch", "Closing"]


def test_a_correction_about_something_gone_changes_nothing() -> None:
    """After a new reading the thing may no longer be there."""
    gone = [
        Correction("edit", "session", "x", {"title": "Y"}),
        Correction("delete", "speaker", "x"),
        Correction("merge", "session", "x", into="y"),
    ]

    assert apply_corrections(AGENDA, gone) == AGENDA


def test_the_difference_between_two_agendas_leads_from_one_to_the_other() -> None:
    """Whatever a user does in the tables, the corrections say the same, also after being stored."""
    after = replace(
        AGENDA,
        sessions=(
            replace(AGENDA.sessions[0], title="Grand opening", room="Hall"),
            Session("new", "New", start="2027-03-16T10:00:00", speakers=("cy",)),
        ),
        speakers=(replace(AGENDA.speakers[0], title="CEO"), Speaker("cy", "Cy Ohm")),
    )

    corrections = [from_json(to_json(c)) for c in corrections_between(AGENDA, after)]

    fixed = apply_corrections(AGENDA, corrections)
    assert fixed.speakers == after.speakers
    assert [(s.id, s.title, s.room, s.speakers) for s in fixed.sessions] == [
        (s.id, s.title, s.room, s.speakers) for s in after.sessions
    ]


def test_the_event_is_called_and_dated_as_the_user_says() -> None:
    """Name, days and place are corrected like all else, and taken back the same way."""
    told = replace(AGENDA, event=Event("Harbour Days", "2027-03-16", "2027-03-17", venue="Pier 4"))
    corrections = corrections_between(AGENDA, told)

    assert apply_corrections(AGENDA, [from_json(to_json(c)) for c in corrections]) == told
    assert apply_corrections(told, corrections_between(told, AGENDA)) == AGENDA


def test_an_event_is_only_ever_edited() -> None:
    """It cannot be taken out of its own agenda."""
    with pytest.raises(ValueError, match="no correction"):
        Correction("delete", "event", "event")


def test_what_the_user_says_is_right_is_no_longer_unsure() -> None:
    """It stays as it stands, also when a later reading says otherwise; the rest keeps following the source."""
    sure = replace(AGENDA, sessions=(replace(AGENDA.sessions[0], unsure=()), AGENDA.sessions[1]))
    (correction,) = corrections_between(AGENDA, sure)

    assert correction == Correction("edit", "session", "opening", {"start": "2027-03-16T09:00:00"})
    moved = replace(AGENDA, sessions=(replace(AGENDA.sessions[0], start="2027-03-16T08:00:00", room="B"), AGENDA.sessions[1]))
    assert apply_corrections(moved, [correction]).sessions[0] == replace(sure.sessions[0], room="B")
