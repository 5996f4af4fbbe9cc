"""A list of attendees beside an agenda."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.agenda import Agenda, Speaker
from planner.attendees import add_attendees, compare_attendees
from planner.contacts import read_contacts
from planner.people import Person

DATA = Path(__file__).parent / "data" / "contacts"
AGENDA = Agenda(
    "x",
    "test",
    speakers=(
        Speaker("greta-eriksen", "Dr. Greta Eriksen", "Sales Director", "Northgate Pumps AS"),
        Speaker("jon-smith", "Jon Smith", "CFO", "Acme"),
        Speaker("li-wei", "Li Wei", "CTO"),
    ),
)


def test_attendees_become_people_of_the_event_without_sessions() -> None:
    """A spreadsheet adds whom the agenda does not know, and nobody twice."""
    attendees = read_contacts((DATA / "attendees.xlsx").read_bytes(), today=date(2026, 11, 22)).people
    more = add_attendees(AGENDA, compare_attendees(AGENDA, attendees).fresh)
    assert [(p.id, p.name, p.company) for p in more.speakers[3:]] == [("farid-haddad", "Farid Haddad", "Blue Ledger")]
    assert compare_attendees(more, attendees).fresh == ()


@pytest.mark.parametrize(
    ("person", "place"),
    [
        (Person("", "Jon Smith", company="Acme"), "there"),
        (Person("", "Li Wei", company="Quill"), "there"),
        (Person("", "Jon Smith"), "there"),
        (Person("", "Jon Smyth", company="Acme"), "doubts"),
        (Person("", "J. Smith", company="Acme"), "doubts"),
        (Person("", "Jon Smith", company="Quill"), "doubts"),
        (Person("", "Eva Roth", company="Acme"), "fresh"),
    ],
)
def test_likely_doubles_wait_for_a_decision(person: Person, place: str) -> None:
    """One name at one company is one person; another spelling, an initial or another company is a question; nobody is dropped
    or added unasked.
    """
    found = compare_attendees(AGENDA, [person])
    assert {name: len(getattr(found, name)) for name in ("fresh", "there", "doubts")} == {
        name: int(name == place) for name in ("fresh", "there", "doubts")
    }


def test_who_is_told_to_be_somebody_else_is_added_under_their_own_id() -> None:
    """Two people of nearly one name at one company are two."""
    doubt = compare_attendees(AGENDA, [Person("", "Jon Smyth", company="Acme")]).doubts[0]
    more = add_attendees(AGENDA, [doubt.person])
    assert [p.id for p in more.speakers] == ["greta-eriksen", "jon-smith", "li-wei", "jon-smyth"]
