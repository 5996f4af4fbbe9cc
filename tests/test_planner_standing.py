"""How far things got with each person, and setting it right."""

from __future__ import annotations

from itertools import pairwise, product

import pytest

from planner.journal import Entry, EntryKind, effective, new_entry, take_back
from planner.standing import STATES, State, change_standing, standing_of


def log(kind: EntryKind, **what: object) -> Entry:
    """An entry about Ana at the forum."""
    return new_entry(kind, event="forum", person="ana", at="2027-03-01T09:00:00", **what)


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ((), "drafted"),
        (("note_sent",), "sent"),
        (("note_sent", "note_replied"), "replied"),
        (("note_sent", "note_replied", "note_sent"), "replied"),
        (("note_sent", "note_declined", "note_replied"), "replied"),
        (("note_sent", "meeting_booked"), "booked"),
        (("note_sent", "note_replied", "meeting_booked", "meeting_cancelled"), "replied"),
        (("meeting_booked", "meeting_held", "note_sent"), "met"),
        (("met",), "met"),
    ],
)
def test_the_state_is_the_furthest_that_still_holds(kinds: tuple[EntryKind, ...], state: State) -> None:
    """A thank-you note after the meeting does not turn "met" into "sent"; a cancelled meeting is not booked."""
    assert standing_of([log(kind) for kind in kinds], "ana").state == state
    assert standing_of([log(kind) for kind in kinds], "bo").state == "drafted"


def test_from_every_state_every_other_can_be_reached_and_taken_back() -> None:
    """Setting a state writes entries that say just that; taking them back brings the state before."""
    for first, second in product(STATES, repeat=2):
        journal: list[Entry] = []
        for state in (first, second):
            before = standing_of(effective(journal), "ana").state
            new = change_standing(standing_of(effective(journal), "ana"), state, event="forum", person="ana")
            journal += new
            assert standing_of(effective(journal), "ana").state == state
            undone = [*journal, *(take_back(entry) for entry in new)]
            assert standing_of(effective(undone), "ana").state == before


def test_a_longer_way_keeps_what_was_logged_on_it() -> None:
    """From sent over replied to booked nothing is taken back, and each step is one entry."""
    journal: list[Entry] = []
    for _, state in pairwise(("drafted", "sent", "replied", "booked", "met")):
        journal += change_standing(standing_of(journal, "ana"), state, event="forum", person="ana")  # type: ignore[arg-type]
    assert [e.kind for e in journal] == ["note_sent", "note_replied", "meeting_booked", "met"]


def test_nudges_are_counted() -> None:
    """Only notes of the nudging step count as nudges."""
    sent = [log("note_sent", details={"step": "first_contact"}), log("note_sent", details={"step": "nudge"})]
    assert standing_of(sent[:1], "ana").nudges == 0
    assert standing_of(sent, "ana").nudges == 1
