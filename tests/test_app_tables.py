"""Edits in the tables become changes of the agenda, and nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app_pages._tables import agenda_with, people_table, sessions_table
from planner.agenda import Agenda, Session, Speaker

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
