"""Edits in the tables become changes of the agenda, and nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app_pages._tables import agenda_with, of_rows, people_table, sessions_table
from planner.agenda import Agenda, Session, Speaker
from planner.checks import find_checks
from planner.corrections import apply_corrections, corrections_between

AGENDA = Agenda(
    source="test",
    scraper="test",
    sessions=(
        Session(
            "opening", "Opening", start="2027-03-16T09:00:00+01:00", end="2027-03-16T09:45:00+01:00", speakers=("ada-berg",)
        ),
        Session("talk", "Talk", start="10:00"),
    ),
    speakers=(Speaker("ada-berg", "Ada Berg"),),
)


def test_no_edit_changes_nothing() -> None:
    """An agenda shown and saved is the same agenda."""
    assert agenda_with(AGENDA, {}, {}) == AGENDA


def test_a_changed_time_keeps_the_offset() -> None:
    """The user types 09:30; the zone of the venue stays."""
    after = agenda_with(AGENDA, {"edited_rows": {0: {"Start": "9:30"}}}, {})

    assert after.sessions[0].start == "2027-03-16T09:30:00+01:00"
    assert after.sessions[0].end == "2027-03-16T09:45:00+01:00"


def test_a_day_given_to_a_session_without_one_completes_its_time() -> None:
    """A clock alone becomes a full time."""
    after = agenda_with(AGENDA, {"edited_rows": {1: {"Day": "2027-03-17"}}}, {})

    assert after.sessions[1].start == "2027-03-17T10:00:00"


def test_a_time_that_is_none_is_refused_with_a_hint() -> None:
    """The sentence says how to write it."""
    with pytest.raises(ValueError, match="Write it as 09:30"):
        agenda_with(AGENDA, {"edited_rows": {0: {"Start": "nine"}}}, {})


def test_a_new_name_in_a_session_becomes_a_person() -> None:
    """Typing a name is enough; a known one is not doubled."""
    after = agenda_with(AGENDA, {"edited_rows": {1: {"People": "Ada Berg; Bo Lind"}}}, {})

    assert [p.name for p in after.speakers] == ["Ada Berg", "Bo Lind"]
    assert after.sessions[1].speakers == ("ada-berg", "bo-lind")


def test_rows_are_added_and_deleted() -> None:
    """Added rows get an id of their own, deleted ones go."""
    after = agenda_with(AGENDA, {"added_rows": [{"Title": "Talk", "Start": "11:00"}, {}], "deleted_rows": [0]}, {})

    assert [(s.id, s.title, s.start) for s in after.sessions] == [("talk", "Talk", "10:00"), ("talk-2", "Talk", "11:00")]


def test_people_can_be_renamed_and_get_a_company() -> None:
    """The id stays, so that everything kept about them stays theirs."""
    after = agenda_with(AGENDA, {}, {"edited_rows": {0: {"Name": "Ada Bergström", "Company": "Linden", "Job title": ""}}})

    assert after.speakers == (replace(AGENDA.speakers[0], name="Ada Bergström", company="Linden"),)


def test_the_tables_show_what_the_agenda_holds() -> None:
    """A row per session and per person."""
    assert sessions_table(AGENDA)[["Start", "Title", "People"]].values.tolist() == [
        ["09:00", "Opening", "Ada Berg"],
        ["10:00", "Talk", ""],
    ]
    assert people_table(AGENDA)[["Name", "Sessions"]].values.tolist() == [["Ada Berg", 1]]


def test_what_to_check_stands_in_the_first_column_where_there_is_anything() -> None:
    """What is marked or lacking can be ticked off; a table without doubts has no empty column of them."""
    doubted = replace(AGENDA, sessions=(replace(AGENDA.sessions[0], unsure=("title",)), AGENDA.sessions[1]))
    table = sessions_table(doubted, {"opening": "Is the title right?", "talk": "No day"})

    assert table[["To check", "Right"]].values.tolist() == [["Is the title right?", False], ["No day", False]]
    assert "To check" not in sessions_table(AGENDA).columns


def test_edits_of_a_table_of_some_rows_are_those_of_the_whole() -> None:
    """The second row shown may be the seventh of the agenda; rows added belong to neither."""
    edits = {"edited_rows": {1: {"Title": "Tea"}}, "deleted_rows": [0], "added_rows": [{"Title": "New"}]}

    assert of_rows(edits, [2, 6]) == {
        "edited_rows": {6: {"Title": "Tea"}},
        "deleted_rows": [2],
        "added_rows": [{"Title": "New"}],
    }


@pytest.mark.parametrize(
    ("typed", "time"), [("9 am", "09:00"), ("12:15 PM", "12:15"), ("12am", "00:00"), ("1.30 p.m.", "13:30")]
)
def test_times_of_half_days_are_understood(typed: str, time: str) -> None:
    """They may be typed as people write them."""
    assert agenda_with(AGENDA, {"edited_rows": {1: {"Start": typed}}}, {}).sessions[1].start == time


def test_one_time_that_is_none_costs_nothing_else() -> None:
    """What was typed beside it is taken; the time stays, and what is wrong is noted."""
    problems: list[str] = []
    after = agenda_with(AGENDA, {"edited_rows": {0: {"Start": "nine", "End": "9:50", "Title": "Tea"}}}, {}, problems)

    assert (after.sessions[0].title, after.sessions[0].start) == ("Tea", AGENDA.sessions[0].start)
    assert after.sessions[0].end == "2027-03-16T09:50:00+01:00"
    assert problems == ["“nine” is not a time. Write it as 09:30."]


def test_a_session_without_a_time_that_is_ticked_is_not_to_be_checked_any_more() -> None:
    """It may stay so; a time that a later reading tells is taken all the same. Without the tick it is asked about again."""
    timed = tuple(Session(f"s{i}", f"Ropes {i}", f"1{i}:00") for i in range(4))
    agenda = replace(AGENDA, sessions=(*timed, Session("tea", "Tea")))
    ticked = agenda_with(agenda, {"edited_rows": {4: {"Right": True}}}, {})
    tick, untick = corrections_between(agenda, ticked), corrections_between(ticked, agenda)

    assert find_checks(agenda).sessions == {"tea": "No time"}
    assert not find_checks(apply_corrections(agenda, tick)).sessions
    told = replace(agenda, sessions=(*timed, Session("tea", "Tea", "15:00")))
    assert apply_corrections(told, tick).sessions[-1].start == "15:00"
    assert find_checks(apply_corrections(agenda, tick + untick)).sessions == {"tea": "No time"}


@pytest.mark.parametrize("typed", ["9", "13 pm", "0:30 am", "24:00"])
def test_numbers_that_are_no_time_are_refused(typed: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match="is not a time"):
        agenda_with(AGENDA, {"edited_rows": {1: {"Start": typed}}}, {})


def test_rows_that_are_ticked_are_right() -> None:
    """What was unsure in them is not any more, of sessions and of people; others stay unsure."""
    doubted = replace(
        AGENDA,
        sessions=tuple(replace(s, unsure=("title",)) for s in AGENDA.sessions),
        speakers=tuple(replace(p, unsure=("name",)) for p in AGENDA.speakers),
    )
    after = agenda_with(doubted, {"edited_rows": {1: {"Right": True}}}, {"edited_rows": {0: {"Right": True}}})

    assert [s.unsure for s in after.sessions] == [("title",), ()]
    assert [p.unsure for p in after.speakers] == [()]
