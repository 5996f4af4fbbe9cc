"""The scorecard: from Evan to Mark, from what was logged and nothing else."""

from __future__ import annotations

from datetime import date

from planner.agenda import Event
from planner.journal import Entry, EntryKind, new_entry
from planner.people import Person
from planner.records import KeptEvent
from planner.scorecard import PARTS, Part, drifted, scorecard, stock, trend

EVENT = KeptEvent("e", "src", Event("Summit", "2026-03-03", "2026-03-03"), "2026-02-01", "2026-02-01")
PEOPLE = tuple(Person(p, p.title()) for p in "abcdef")
LATER = date(2026, 4, 3)


def log(kind: EntryKind, person: str | None = None, at: str = "2026-03-03T10:00", **what: object) -> Entry:
    """Something logged at the event."""
    return new_entry(kind, at=at, person=person, event="e", **what)


def part(code: str, *journal: Entry, people: tuple[Person, ...] = PEOPLE, today: date = LATER) -> Part:
    """One part of the gauge."""
    card = scorecard(journal, "e", people=people, events=[EVENT], today=today)
    return next(p for p in card.parts if p.code == code)


def test_the_parts_add_up_to_a_hundred() -> None:
    """Thirty before, thirty during, forty after; an empty journal scores nothing and says what to do."""
    empty = scorecard([], "e", events=[EVENT], today=LATER)
    assert sum(rule.most for rule in PARTS) == 100
    assert [empty.phase(p)[1] for p in ("before", "during", "after")] == [30, 30, 40]
    assert empty.score == 0
    early = scorecard([], "e", events=[EVENT], today=date(2026, 2, 20))
    assert len(early.next_steps) == len(PARTS)


def test_what_to_do_next_fits_the_day() -> None:
    """Before the event preparation comes first; once it is over nobody is told to book or hold meetings there."""
    early, there, over = (scorecard([], "e", events=[EVENT], today=date(2026, *day)) for day in ((2, 20), (3, 3), (3, 9)))
    assert [card.stage for card in (early, there, over)] == ["before", "during", "after"]
    assert {p.phase for p in early.next_steps[:6]} == {"before"}
    assert early.next_steps[0].code == "meetings_booked"
    assert {p.phase for p in there.next_steps[:4]} == {"during", "after"}
    assert [p.code for p in over.next_steps if p.phase != "after"] == ["favours_done"]
    assert part("meetings_held", log("meeting_held", "a")).next is None
    held = part("meetings_held", log("meeting_held", "a"))
    assert held.have < held.want


def test_an_event_without_dates_is_on_once_somebody_was_met() -> None:
    """Until then it is still to come; on the day after the last thing logged there it is over."""
    undated = KeptEvent("e", "src", Event("Summit"), "2026-02-01", "2026-02-01")

    def stage(*journal: Entry, today: date = date(2026, 3, 3)) -> str:
        return scorecard(journal, "e", events=[undated], today=today).stage

    assert stage() == "before"
    assert stage(log("met", "a")) == "during"
    assert stage(log("met", "a"), today=date(2026, 3, 4)) == "after"


def test_more_than_the_target_does_not_count_more() -> None:
    """Quality over quantity: nine meetings do not make up for no referral source."""
    journal = [log("meeting_held", p) for p in "abcdef"]
    assert (part("meetings_held", *journal).have, part("meetings_held", *journal).points) == (6, 10)
    assert part("meetings_held", *journal).next is None


def test_every_part_says_what_it_is_made_of() -> None:
    """The entries behind it, to be shown when clicked."""
    held = log("meeting_held", "a")
    assert part("meetings_held", held, log("met", "b")).entries == (held.id,)


def test_preparing_after_the_event_is_no_preparation() -> None:
    """Notes and choices count until its last day."""
    assert part("notes_sent", log("note_sent", "a", at="2026-03-02T10:00")).have == 1
    assert part("notes_sent", log("note_sent", "a", at="2026-03-09T10:00")).have == 0


def test_a_cancelled_meeting_is_not_booked_and_a_change_of_mind_not_chosen() -> None:
    """The last word about each person counts."""
    booked, cancelled = log("meeting_booked", "a", at="2026-03-01"), log("meeting_cancelled", "a", at="2026-03-02")
    assert part("meetings_booked", booked).have == 1
    assert part("meetings_booked", booked, cancelled).have == 0
    accepted, refused = log("accepted", "a", at="2026-03-01"), log("no_thanks", "a", at="2026-03-02")
    assert part("people_chosen", accepted, refused).have == 0


def test_a_handshake_is_no_significant_contact() -> None:
    """Somebody new, met, with whom something more happened; nobody known or met before, but a client won here stays new."""
    assert part("new_contacts", log("met", "a")).have == 0
    assert part("new_contacts", log("met", "a"), log("need_heard", "a")).have == 1
    assert part("new_contacts", log("need_heard", "a")).have == 0
    for known in (Person("a", "A", relation="friend"), Person("a", "A", relation="client", last_contact="2025-11-01")):
        assert part("new_contacts", log("meeting_held", "a"), people=(known,)).have == 0
    won_since = (Person("a", "A", relation="client", last_contact="2026-05-01"),)
    assert part("new_contacts", log("meeting_held", "a"), people=won_since).have == 1
    earlier = new_entry("met", at="2025-03-03T10:00", person="a", event="last year")
    assert part("new_contacts", earlier, log("meeting_held", "a")).have == 0


def test_sources_are_those_who_introduced_and_those_noted() -> None:
    """Each once."""
    journal = [log("introduction", "b", others=("a",)), log("introduction", "c", others=("a",)), log("source_found", "d")]
    assert part("referral_sources", *journal).have == 2
    assert part("introductions", *journal).have == 2


def test_follow_ups_count_when_kept_in_time() -> None:
    """Thanked within two days: kept; a week later: not; not yet due: not counted."""
    met = log("met", "a")
    quick, slow = (new_entry("thanked", at=f"2026-03-{d}T10:00", person="a", event="e") for d in ("04", "12"))
    assert part("follow_ups", met, today=date(2026, 3, 4)).have == 0
    assert part("follow_ups", met, quick, today=date(2026, 3, 9)).have == 10
    assert part("follow_ups", met, slow, today=date(2026, 3, 13)).have == 0


def test_over_events_the_trend_the_stock_and_who_drifted() -> None:
    """One step for each event something happened at, in order; the stockpile never forgets."""
    other = KeptEvent("f", "src", Event("Fair", "2025-03-03", "2025-03-03"), "2025-02-01", "2025-02-01")
    untouched = KeptEvent("g", "src", Event("Gala", "2024-03-03"), "2024-02-01", "2024-02-01")
    journal = [
        new_entry("met", at="2025-03-03T10:00", person="a", event="f"),
        log("favour_given", "b", others=("c",)),
        log("favour_received", "b"),
    ]
    steps = trend(journal, people=PEOPLE, events=[EVENT, other, untouched], today=LATER)
    assert [(s.name, s.favours) for s in steps] == [("Fair", 0), ("Summit", 2)]
    assert [(s.given, s.received) for s in stock(journal)] == [(2, 1)]
    assert [p.id for p in drifted(journal, PEOPLE, today=date(2026, 4, 3))] == ["a"]
    kept_up = (Person("a", "A", last_contact="2026-01-01"),)
    assert drifted(journal, kept_up, today=date(2026, 4, 3)) == ()
