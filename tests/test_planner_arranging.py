"""Arranging kept meetings: what is fixed stays, what finds no slot gives way and comes back, three meet as one."""

from __future__ import annotations

from itertools import combinations

from planner.agenda import Agenda, Event, Session, Speaker
from planner.arranging import NO_ROOM, arrange_anew, refuse_time
from planner.records import Meeting
from planner.schedule import slots_clash
from planner.slots import Rules
from planner.suggestion import Slot

DAY = "2027-03-16T"
NAMES = ("ana", "bo", "cy", "di")
AGENDA = Agenda(
    "test", "file", Event("Test Forum", "2027-03-16", "2027-03-16"),
    (
        Session("s1", "Opening", f"{DAY}09:00:00", f"{DAY}10:00:00", "Hall", speakers=("ana", "bo")),
        Session("b1", "Coffee", f"{DAY}10:00:00", f"{DAY}10:45:00", "Foyer", kind="break"),
        Session("s2", "Closing", f"{DAY}10:45:00", f"{DAY}12:00:00", "Hall", speakers=("cy", "di")),
    ),
    tuple(Speaker(name, name.title()) for name in NAMES),
)  # fmt: skip
SPEAKERS = {f"p-{name}": name for name in NAMES}
WANTED = {f"p-{name}": 1.0 - i / 10 for i, name in enumerate(NAMES)}
RULES = Rules(margin=15)


def slot_of(meeting: Meeting) -> Slot:
    return Slot(meeting.start, meeting.end, meeting.place)


def apply(meetings: list[Meeting], changed: tuple[Meeting, ...]) -> list[Meeting]:
    """The meetings as they are after saving the changed ones."""
    return list(({m.id: m for m in meetings} | {m.id: m for m in changed}).values())


def standing(meetings: list[Meeting]) -> list[Meeting]:
    return [m for m in meetings if m.status != "cancelled"]


def test_everybody_who_fits_gets_a_slot_and_doing_it_again_changes_nothing() -> None:
    """No two meetings clash; the second arrangement finds all in their places."""
    first = arrange_anew(AGENDA, [], WANTED, SPEAKERS, event="e")
    assert {m.people for m in first.changed} | first.unplaced.keys() == {(p,) for p in WANTED}
    assert not any(slots_clash(slot_of(a), slot_of(b)) for a, b in combinations(first.changed, 2))
    assert arrange_anew(AGENDA, list(first.changed), WANTED, SPEAKERS, event="e").changed == ()


def test_a_proposal_without_a_slot_gives_way_and_comes_back_under_its_id() -> None:
    """When the time is needed it is called off with the reason; with room again it is proposed anew, its SEQUENCE grown."""
    meetings = list(arrange_anew(AGENDA, [], WANTED, SPEAKERS, event="e").changed)
    kept = len(meetings)
    tight = arrange_anew(AGENDA, meetings, WANTED, SPEAKERS, event="e", rules=Rules(per_day=1))
    meetings = apply(meetings, tight.changed)
    assert len(standing(meetings)) == 1
    assert {m.remarks for m in meetings if m.status == "cancelled"} == {NO_ROOM}
    meetings = apply(meetings, arrange_anew(AGENDA, meetings, WANTED, SPEAKERS, event="e").changed)
    assert len(meetings) == kept
    assert all(m.status == "proposed" and m.remarks is None for m in meetings)
    assert any(m.sequence == 2 for m in meetings)


def test_what_is_fixed_stays_and_is_kept_clear() -> None:
    """Booked and pinned meetings do not move, and nobody is placed into them or met twice."""
    booked = Meeting("m1", "e", ("p-ana",), f"{DAY}10:05:00", f"{DAY}10:20:00", "the bar", status="booked")
    found = arrange_anew(AGENDA, [booked], WANTED, SPEAKERS, event="e")
    assert all(m.id != "m1" and "p-ana" not in m.people for m in found.changed)
    assert not any(slots_clash(slot_of(booked), slot_of(m)) for m in found.changed)


def test_a_coffee_for_three_replaces_the_meetings_with_each() -> None:
    """Two people met together are not met alone as well, and stay together when all is arranged anew."""
    alone = list(arrange_anew(AGENDA, [], WANTED, SPEAKERS, event="e").changed)
    meetings = apply(alone, arrange_anew(AGENDA, alone, WANTED, SPEAKERS, event="e", groups=[("p-ana", "p-bo")]).changed)
    assert [m.people for m in standing(meetings) if set(m.people) & {"p-ana", "p-bo"}] == [("p-ana", "p-bo")]
    again = apply(meetings, arrange_anew(AGENDA, meetings, WANTED, SPEAKERS, event="e").changed)
    assert [m.people for m in standing(again) if "p-ana" in m.people] == [("p-ana", "p-bo")]


def test_a_time_refused_is_remembered_and_the_next_best_proposed() -> None:
    """The meeting keeps its id and moves; the others stay; the refused time is not proposed again later."""
    meetings = list(arrange_anew(AGENDA, [], {"p-ana": 1.0, "p-cy": 0.5}, SPEAKERS, event="e").changed)
    ana = next(m for m in meetings if m.people == ("p-ana",))
    after = apply(meetings, refuse_time(AGENDA, ana, meetings, SPEAKERS))
    moved = next(m for m in after if m.id == ana.id)
    assert moved.start != ana.start
    assert moved.sequence == ana.sequence + 1
    assert [m for m in after if m.people == ("p-cy",)] == [m for m in meetings if m.people == ("p-cy",)]
    again = apply(after, arrange_anew(AGENDA, after, WANTED, SPEAKERS, event="e").changed)
    assert next(m for m in again if m.id == ana.id).start != ana.start


def test_refusing_every_time_ends_with_no_proposal() -> None:
    """Each no gives a time not refused before, until there is none; then nothing changes."""
    meetings = list(arrange_anew(AGENDA, [], {"p-cy": 1.0}, SPEAKERS, event="e", rules=RULES).changed)
    times = [meetings[0].start]
    for _ in range(20):
        changed = refuse_time(AGENDA, next(m for m in meetings if m.status == "proposed"), meetings, SPEAKERS, rules=RULES)
        if not changed:
            break
        meetings = apply(meetings, changed)
        times.append(next(m for m in meetings if m.status == "proposed").start)
    assert changed == ()
    assert 1 < len(times) == len(set(times))
