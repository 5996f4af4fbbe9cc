"""What a reading left out is put into the agenda by a word of the user."""

from __future__ import annotations

from dataclasses import replace

from planner.additions import sessions_at, with_people, with_session
from planner.agenda import Agenda, Session, Speaker, UnreadLine, from_json, to_json, to_kept_json
from planner.corrections import apply_corrections, corrections_between

TALKS = (
    Session("ropes", "Ropes", "2027-05-03T09:00:00", "2027-05-03T09:30:00", speakers=("ada-berg",)),
    Session("knots", "Knots", "2027-05-03T10:00:00", "2027-05-03T10:30:00"),
    Session("sails", "Sails", "2027-05-03T10:00:00", "2027-05-03T10:30:00"),
)
AGENDA = Agenda("page", "test", sessions=TALKS, speakers=(Speaker("ada-berg", "Ada Berg"),))
ELIN = UnreadLine("Elin Voss, Fernhill", "person", "09:00", "09:30")


def test_the_sessions_a_line_may_belong_to_are_those_at_its_time() -> None:
    """A clock without a day is that of any day; another day is another time, and breaks have no speakers."""
    assert [s.id for s in sessions_at(AGENDA, ELIN)] == ["ropes"]
    assert [s.id for s in sessions_at(AGENDA, replace(ELIN, start="10:00"))] == ["knots", "sails"]
    assert sessions_at(AGENDA, replace(ELIN, start="2027-05-04T09:00:00")) == ()
    assert sessions_at(AGENDA, replace(ELIN, start=None)) == ()
    coffee = replace(AGENDA, sessions=(replace(TALKS[0], kind="break"),))
    assert sessions_at(coffee, ELIN) == ()


def test_who_is_added_speaks_in_the_session_beside_those_who_do() -> None:
    """Whoever is on the agenda already is not there twice."""
    after = with_people(AGENDA, [Speaker("", "Elin Voss", "CFO", "Fernhill"), Speaker("", "Ada Berg")], "ropes")

    assert [(p.id, p.name, p.company) for p in after.speakers] == [
        ("ada-berg", "Ada Berg", None), ("elin-voss", "Elin Voss", "Fernhill"),
    ]  # fmt: skip
    assert after.sessions[0].speakers == ("ada-berg", "elin-voss")


def test_a_line_becomes_a_session_at_its_time_on_the_only_day() -> None:
    """Where there are several days, or no time, what is unknown stays unknown."""
    line = UnreadLine("Lamps for deep cellars", "session", "11:00")
    added = with_session(AGENDA, line).sessions[-1]
    assert (added.id, added.title, added.start) == ("lamps-for-deep-cellars", "Lamps for deep cellars", "2027-05-03T11:00:00")

    two_days = replace(AGENDA, sessions=(*TALKS, replace(TALKS[0], id="late", start="2027-05-04T09:00:00")))
    assert with_session(two_days, line).sessions[-1].start == "11:00"
    assert with_session(AGENDA, replace(line, start=None)).sessions[-1].start is None


def test_who_was_added_and_is_read_later_is_there_once_with_all_that_is_known() -> None:
    """What the user said stays, and the source adds what it tells beyond that."""
    added = corrections_between(AGENDA, with_people(AGENDA, [Speaker("", "Elin Voss", company="Fernhill")], "ropes"))
    read = replace(AGENDA, speakers=(*AGENDA.speakers, Speaker("elin-voss", "Elin Voss", "CFO", "Fern", unsure=("name",))))

    assert apply_corrections(read, added).speakers[1:] == (Speaker("elin-voss", "Elin Voss", "CFO", "Fernhill"),)


def test_lines_left_out_are_kept_with_the_agenda_and_read_back() -> None:
    """They are no part of the published shape; an agenda that was kept before there were any has none."""
    whole = replace(AGENDA, left_out=(ELIN,))
    assert from_json(to_kept_json(whole)) == whole
    assert from_json(to_json(whole)) == AGENDA
