"""When the agenda moves: every change said, nothing kept lost, clashing meetings named with another slot."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planner.agenda import Agenda, Event, Session, Speaker
from planner.changes import describe_changes, doubt_reading, find_clashes, reread_advice
from planner.identity import settle_ids
from planner.records import KeptEvent, Meeting
from planner.schedule import slots_clash
from planner.slots import Rules, propose_slots
from planner.suggestion import Slot

ANA = Speaker("p1", "Ana Novak", "VP Sales", "Ostfeld AG")
BO = Speaker("p2", "Bo Jansen", company="Quill")
TALKS = (
    Session("s1", "Opening", "2027-03-16T09:00:00", "2027-03-16T10:00:00", "Hall", kind="keynote", speakers=("p2",)),
    Session("s2", "Coffee", "2027-03-16T10:00:00", "2027-03-16T10:30:00", "Foyer", kind="break"),
    Session("s3", "Renewals that last", "2027-03-16T10:30:00", "2027-03-16T11:15:00", "Room A", speakers=("p1",)),
    Session("s4", "Lunch", "2027-03-16T11:15:00", "2027-03-16T12:15:00", kind="break"),
    Session("s5", "Closing", "2027-03-16T12:15:00", "2027-03-16T13:00:00", "Hall"),
)
OLD = settle_ids(Agenda("x", "test", Event("Forum"), TALKS, (ANA, BO)))


def changed(
    *, drop: str = "", talks: dict[str, dict[str, Any]] | None = None, people: dict[str, dict[str, Any]] | None = None
) -> Agenda:
    """A new reading with these changes, in the reader's own numbering."""
    sessions = tuple(replace(s, **(talks or {}).get(s.id, {})) for s in TALKS if s.id != drop)
    speakers = tuple(replace(p, **(people or {}).get(p.id, {})) for p in (ANA, BO) if p.id != drop)
    return settle_ids(Agenda("x", "test", Event("Forum"), sessions, speakers), OLD)


@pytest.mark.parametrize(
    ("new", "texts"),
    [
        (changed(), []),
        (changed(talks={"s3": {"title": "Renewals that last for years"}}),
         ["“Renewals that last” is now called “Renewals that last for years”."]),
        (changed(talks={"s3": {"start": "2027-03-16T14:00:00", "end": "2027-03-16T14:45:00", "room": "Hall"}}),
         ["“Renewals that last” moved from Tuesday 16 March, 10:30 to Tuesday 16 March, 14:00 in Hall."]),
        (changed(talks={"s3": {"room": "Room B"}}), ["“Renewals that last” is now in Room B instead of Room A."]),
        (changed(talks={"s3": {"end": "2027-03-16T11:00:00"}}), ["“Renewals that last” now ends at 11:00 instead of 11:15."]),
        (changed(talks={"s3": {"start": None, "end": None}}),
         ["“Renewals that last” moved from Tuesday 16 March, 10:30 to a time not yet known."]),
        (changed(talks={"s3": {"speakers": ("p2",)}}), ["“Renewals that last” is now without Ana Novak and with Bo Jansen."]),
        (changed(drop="s5"), ["“Closing” (Tuesday 16 March, 12:15, Hall) is no longer on the agenda."]),
        (changed(drop="p2", talks={"s1": {"speakers": ()}}),
         ["“Opening” is now without Bo Jansen.", "Bo Jansen (Quill) is no longer on the agenda."]),
        (changed(people={"p1": {"company": "Quill", "title": "CRO"}}),
         ["Ana Novak is now given as CRO at Quill (before: VP Sales at Ostfeld AG)."]),
        (changed(people={"p1": {"name": "Ana Novak Brandt"}}), ["Ana Novak is now written Ana Novak Brandt."]),
        (changed(people={"p1": {"company": "OSTFELD", "name": "Dr. Ana Novak"}}), ["Ana Novak is now written Dr. Ana Novak."]),
    ],
)  # fmt: skip
def test_every_change_is_said_in_a_sentence(new: Agenda, texts: list[str]) -> None:
    """Moved, renamed, cancelled, new, another line-up, another job: one sentence each, and none where nothing changed."""
    assert [c.text for c in describe_changes(OLD, new)] == texts


def test_what_is_new_is_introduced() -> None:
    """A new session comes with its time and people, a new person with job and company."""
    more = replace(OLD, sessions=(*OLD.sessions, Session("x", "Panel", "2027-03-16T14:00:00", speakers=("mei", "ana-novak"))),
                   speakers=(*OLD.speakers, Speaker("mei", "Mei Larsen", "Founder", "Ninefold")))  # fmt: skip
    assert [(c.kind, c.thing, c.text) for c in describe_changes(OLD, more)] == [
        ("new", "session", "New: “Panel” (Tuesday 16 March, 14:00), with Mei Larsen and Ana Novak."),
        ("new", "speaker", "New: Mei Larsen (Founder at Ninefold)."),
    ]


def test_a_reading_that_lost_most_of_the_agenda_is_doubted() -> None:
    """More than half gone is rather a bad reading than a cancelled event; one session less is not."""
    assert doubt_reading(OLD, changed(drop="s5")) is None
    warning = doubt_reading(OLD, replace(OLD, sessions=OLD.sessions[:2]))
    assert warning is not None
    assert warning.startswith("Only 2 of the 5 sessions known before were found this time.")


WHO = {"ana": "ana-novak", "bo": "bo-jansen"}


def meet(who: str, start: str, end: str, **more: Any) -> Meeting:
    return Meeting(f"with {who}", "e", tuple(who.split("+")), f"2027-03-16T{start}:00", f"2027-03-16T{end}:00", **more)


def test_a_meeting_during_their_talk_gets_another_slot() -> None:
    """When their session moves onto the meeting it is named, with a slot that fits."""
    new = changed(talks={"s3": {"start": "2027-03-16T11:30:00", "end": "2027-03-16T12:10:00"}})
    clash = find_clashes(new, [meet("ana", "11:20", "11:35")], WHO)[0]
    assert clash.why == "Ana Novak will be on stage then, in “Renewals that last”."
    assert clash.proposal is not None
    assert clash.proposal.start == "2027-03-16T10:05:00"


def test_a_meeting_after_a_session_that_moved_follows_it() -> None:
    """A meeting right after their talk is named when the talk moves, and only then."""
    meeting = meet("ana", "11:20", "11:35")
    assert find_clashes(OLD, [meeting], WHO, before=OLD) == ()
    new = changed(talks={"s3": {"start": "2027-03-16T13:15:00", "end": "2027-03-16T14:00:00"}})
    clash = find_clashes(new, [meeting], WHO, before=OLD)[0]
    assert clash.why == "It was right after “Renewals that last”, which now ends at 14:00."
    assert clash.proposal is not None
    assert (clash.proposal.start, clash.proposal.place) == (
        "2027-03-16T14:05:00",
        "outside Room A",
    )


def test_a_meeting_in_a_break_that_moved_is_named() -> None:
    """Where talks run instead it is named with a slot in the break; where nothing runs, or another break, it still fits."""
    moved = {
        "s2": {"start": "2027-03-16T10:45:00", "end": "2027-03-16T11:15:00"},
        "s3": {"start": "2027-03-16T10:00:00", "end": "2027-03-16T10:45:00"},
    }
    (clash,) = find_clashes(changed(talks=moved), [meet("bo", "10:10", "10:25")], WHO, before=OLD)
    assert clash.why == "It was in “Coffee”, which is now from 10:45 to 11:15."
    assert clash.proposal is not None
    assert clash.proposal.start >= "2027-03-16T10:45"
    assert find_clashes(changed(drop="s2"), [meet("bo", "10:10", "10:25")], WHO, before=OLD) == ()


def test_what_i_must_see_and_double_bookings_are_named() -> None:
    """My own sessions and two meetings at once clash too; the pinned one stays; past ones do not matter."""
    clashes = find_clashes(OLD, [meet("bo", "12:20", "12:35")], WHO, must_see=["closing"])
    assert [c.why for c in clashes] == ["You want to be in “Closing” then (12:15 to 13:00)."]
    pair = [meet("ana", "11:20", "11:35"), meet("bo", "11:25", "11:40", pinned=True)]
    assert [(c.meeting.id, c.why) for c in find_clashes(OLD, pair, WHO)] == [
        ("with ana", "It is at the same time as another of your meetings.")
    ]
    assert find_clashes(OLD, [replace(pair[0], status="held"), pair[1]], WHO) == ()


def test_somebody_who_left_is_asked_not_moved() -> None:
    """No slot is proposed with a person who is no longer on the agenda."""
    clash = find_clashes(changed(drop="p1"), [meet("ana", "11:20", "11:35")], WHO, before=OLD)[0]
    assert (clash.why, clash.proposal) == ("Ana Novak is no longer on the agenda. Ask whether you can still meet.", None)


def test_an_event_that_changed_its_date_moves_all_meetings() -> None:
    """When the whole event moves to another day every meeting gets a slot there."""
    later = settle_ids(replace(OLD, sessions=tuple(replace(s, start=(s.start or "").replace("-16T", "-17T"),
                               end=(s.end or "").replace("-16T", "-17T")) for s in OLD.sessions)), OLD)  # fmt: skip
    clashes = find_clashes(later, [meet("ana", "11:20", "11:35"), meet("bo", "10:05", "10:20")], WHO)
    assert {c.why for c in clashes} == {"The event has no programme on that day any more."}
    assert all(c.proposal and c.proposal.start.startswith("2027-03-17") for c in clashes)


@pytest.mark.parametrize("seed", range(200))
def test_no_accepted_person_note_meeting_or_entry_is_lost(seed: int) -> None:
    """Of 200 events moved at random, whatever points to a person or session still points to the same, or the loss is said."""
    chance = random.Random(seed)
    names = [f"{given} {family}" for given in ("Ana", "Bo", "Mei") for family in ("Novak", "Jansen", "Larsen")]
    people = [Speaker(f"p{i}", n, company=chance.choice(["Ostfeld", "Quill", None])) for i, n in enumerate(names)]
    talks = [
        Session(f"s{i}", f"Subject {chr(65 + i)} {chance.choice(['in practice', 'for all'])}", f"2027-03-16T{hour:02}:00:00",
                f"2027-03-16T{hour:02}:40:00", f"Room {i % 2}", speakers=tuple(p.id for p in chance.sample(people, 2)))
        for i, hour in enumerate(9 + n // 2 for n in range(12))
    ]  # fmt: skip
    before = settle_ids(Agenda("x", "test", Event("Forum"), tuple(talks), tuple(people)))
    accepted = [p.id for p in chance.sample(before.speakers, 4)]
    slots = propose_slots(before, accepted)
    meetings = [Meeting(p, "e", (p,), s.start, s.end, s.place) for p, s in slots.items()]
    name, title = {p.id: p.name for p in before.speakers}, {s.id: s.title for s in before.sessions}
    moved = [replace(s, title=s.title.replace("in practice", "in real life"), room=f"Hall {s.room}") if chance.random() < 0.3
             else replace(s, start=f"2027-03-16T{chance.randint(9, 16):02}:10:00", end=None) if chance.random() < 0.4 else s
             for s in talks if chance.random() > 0.1]  # fmt: skip
    gone = {chance.choice(people).id}
    moved = [replace(s, speakers=tuple(i for i in s.speakers if i not in gone)) for s in chance.sample(moved, len(moved))]
    rest = tuple(replace(p, company="Maple") if chance.random() < 0.2 else p for p in people if p.id not in gone)
    after = settle_ids(Agenda("x", "test", Event("Forum"), tuple(moved), rest), before)
    said = {(c.kind, c.id) for c in describe_changes(before, after)}
    for key in accepted:
        found = after.speaker(key)
        assert found.name == name[key] if found else ("cancelled", key) in said
    for session in after.sessions:
        if session.id in title:
            assert session.title.split()[1] == title[session.id].split()[1]
    assert all(s.id in {x.id for x in after.sessions} or ("cancelled", s.id) in said for s in before.sessions)
    clashes = find_clashes(after, meetings, {p: p for p in accepted}, before=before)
    keep = [Slot(m.start, m.end, m.place) for m in meetings if m.id not in {c.meeting.id for c in clashes}]
    for clash in clashes:
        on_stage = [t for t in after.sessions_of(clash.meeting.people[0]) if t.end]
        if clash.proposal:
            assert not any(slots_clash(clash.proposal, other, Rules(walk=0)) for other in keep)
            assert not any(clash.proposal.start < (t.end or "") and (t.start or "") < clash.proposal.end for t in on_stage)


@pytest.mark.parametrize(
    ("today", "advised"),
    [
        ("2027-02-20", False), ("2027-03-04", True), ("2027-03-15", True), ("2027-03-16", True), ("2027-03-17", True),
        ("2027-03-18", False),
    ],
)  # fmt: skip
def test_the_nearer_the_event_the_fresher_its_agenda_should_be(today: str, advised: bool) -> None:
    """Two weeks before, and while it is on, an agenda read on 20 February is to be read again; not long before or after."""
    event = KeptEvent("e", "https://example.org", Event("Forum", "2027-03-16", "2027-03-17"), "2027-02-20", "2027-02-20T10:00")
    assert bool(reread_advice(event, date.fromisoformat(today))) is advised
    fresh = replace(event, read_at=f"{today}T08:00:00")
    assert reread_advice(fresh, date.fromisoformat(today)) is None
    assert reread_advice(replace(event, event=Event("Forum")), date.fromisoformat(today)) is None


def test_an_agenda_read_just_after_midnight_is_fresh_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The store keeps UTC, where it is the day before: what counts is the day where the user is."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    event = KeptEvent("e", "", Event("Forum", "2027-03-16"), "2027-03-14T15:05:00+00:00", "2027-03-14T15:05:00+00:00")

    advice = reread_advice(event, date(2027, 3, 15))

    monkeypatch.undo()
    time.tzset()
    assert advice is None
