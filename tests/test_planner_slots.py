"""Free time: where a short meeting fits between the sessions, and which moment suits whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.agenda import KINDS, Agenda, Event, Session, Speaker
from planner.slots import USUAL, Rules, free_slots, place_near, propose_slots, rate_slots
from planner.suggestion import Slot
from planner.timeline import read_timeline, slot_times

DAY = "2027-03-16"


def at(clock: str, day: str = DAY) -> str:
    return f"{day}T{clock}:00"


ANA = Speaker("ana", "Ana Novak")
BO = Speaker("bo", "Bo Jansen")
PEOPLE = (ANA, BO)
DAY_PLAN = (
    Session("reg", "Registration", at("08:30"), at("09:00"), "Foyer", kind="break"),
    Session("key", "Opening", at("09:00"), at("10:00"), "Hall", kind="keynote", speakers=("bo",)),
    Session("coffee", "Coffee break", at("10:00"), at("10:30"), "Foyer", kind="break"),
    Session("a1", "Renewals that last", at("10:30"), at("11:15"), "Room A", speakers=("ana",)),
    Session("b1", "Pricing", at("10:30"), at("11:30"), "Room B"),
    Session("lunch", "Lunch", at("11:30"), at("12:30"), "Restaurant", kind="break"),
    Session("a2", "Coaching", at("12:30"), at("13:15"), "Room A"),
    Session("b2", "Hiring", at("12:30"), at("13:00"), "Room B"),
    Session("end", "Closing", at("13:45"), at("14:15"), "Hall"),
)
AGENDA = Agenda("x", "test", Event("Day"), DAY_PLAN, PEOPLE)


def clocks(slots: tuple[Slot, ...]) -> list[str]:
    return [s.start[11:16] for s in slots]


def propose_slot(agenda: Agenda, speaker: str, taken: Iterable[Slot] = (), rules: Rules = USUAL) -> Slot | None:
    """The moment proposed to one speaker."""
    return propose_slots(agenda, [speaker], taken=taken, rules=rules).get(speaker)


def test_meetings_fit_into_breaks_gaps_and_the_edges_of_the_day() -> None:
    """Slots lie in breaks, in gaps common to all rooms and after the last session, with time to walk where there is room."""
    assert [(s.start[11:16], s.place) for s in free_slots(AGENDA)] == [
        ("08:35", "during “Registration”, Foyer"),
        ("10:05", "during “Coffee break”, Foyer"),
        ("11:35", "during “Lunch”, Restaurant"),
        ("11:55", "during “Lunch”, Restaurant"),
        ("13:20", "between the sessions"),
        ("14:20", "after the last session"),
    ]


def test_a_slot_right_after_their_session_is_offered_when_asked_for() -> None:
    """With a speaker given, the time after their talk counts as free, though others still speak."""
    slots = free_slots(AGENDA, speakers=["ana"])
    assert Slot(at("11:20"), at("11:35"), "outside Room A") in slots


def test_must_see_sessions_and_booked_meetings_are_kept_clear_with_the_walk() -> None:
    """Nothing is offered during, or less than a walk from, what I stay in or have booked."""
    booked = Slot(at("11:50"), at("12:05"))
    assert clocks(free_slots(AGENDA, must_see=["a1"], busy=[booked])) == ["08:35", "10:05", "11:30", "12:10", "13:20", "14:20"]


def test_the_best_moment_is_the_break_after_their_session() -> None:
    """Bo is met in the coffee break after the keynote, outside the hall; Ana at lunch, after her talk."""
    given_out = propose_slots(AGENDA, ["bo", "ana"])
    assert given_out["bo"] == Slot(at("10:05"), at("10:20"), "outside Hall")
    assert given_out["ana"] == Slot(at("11:35"), at("11:50"), "outside Room A")


def test_nobody_is_proposed_a_time_when_they_are_on_stage_or_the_time_is_taken() -> None:
    """A slot taken by one is not proposed to another, and the last resort is None."""
    taken: list[Slot] = []
    while slot := propose_slot(AGENDA, "ana", taken, rules=Rules(per_day=99)):
        assert not (slot.start < at("11:15") and at("10:30") < slot.end)
        assert all(slot.end < t.start or t.end < slot.start for t in taken)
        taken.append(slot)
    assert len(taken) >= 6


def test_no_more_meetings_a_day_than_the_rules_allow() -> None:
    """Slots already taken count towards the daily limit."""
    assert len(propose_slots(AGENDA, ["ana", "bo"], rules=Rules(per_day=1))) == 1
    assert propose_slot(AGENDA, "bo", [Slot(at("08:35"), at("08:50"))], rules=Rules(per_day=1)) is None


def test_times_without_a_date_stay_times_without_a_date() -> None:
    """An agenda that gives HH:MM only gets its slots in HH:MM, and with a one-day date known, whole."""
    bare = replace(AGENDA, sessions=tuple(replace(s, start=(s.start or "")[11:16], end=(s.end or "")[11:16]) for s in DAY_PLAN))
    assert [s.start for s in free_slots(bare)] == ["08:35", "10:05", "11:35", "11:55", "13:20", "14:20"]
    assert propose_slot(bare, "bo") == Slot("10:05", "10:20", "outside Hall")
    dated = replace(bare, event=Event("Day", DAY, DAY))
    assert free_slots(dated) == free_slots(AGENDA)


def test_several_days_without_dates_are_told_apart() -> None:
    """Where the clock starts again in the same rooms a new day begins, and slots say which."""
    first = [Session(f"a{h}", f"First {h}", f"{h:02}:00", f"{h:02}:45", "Hall") for h in (9, 10, 13)]
    second = [Session(f"b{h}", f"Second {h}", f"{h:02}:00", f"{h:02}:30", "Hall", speakers=("ana",)) for h in (9, 10)]
    agenda = Agenda("x", "test", Event(), (*first, *second), PEOPLE)
    slots = free_slots(agenda)
    assert {(s.start, s.place) for s in slots} >= {
        ("09:35", "day 2, between the sessions"),
        ("08:35", "day 1, before the first session"),
    }
    slot = propose_slot(agenda, "ana")
    assert slot is not None
    assert slot.place == "day 2, outside Hall"
    assert propose_slot(agenda, "ana", [slot]) != slot
    known = replace(agenda, event=Event("Two days", "2027-03-16", "2027-03-17"))
    assert propose_slot(known, "ana") == Slot(at("10:35", "2027-03-17"), at("10:50", "2027-03-17"), "outside Hall")


def test_tracks_listed_one_after_the_other_are_one_day() -> None:
    """Where the clock starts again in other rooms it is the same day, and only gaps common to both are free."""
    rooms = [
        Session(f"{r}{h}", f"{r} {h}", f"{h:02}:00", f"{h + 1:02}:00", r) for r in ("East", "West") for h in (9, 10, 11, 12)
    ]
    agenda = Agenda("x", "test", Event(), tuple(rooms))
    assert [s.start for s in free_slots(agenda)] == ["08:35", "13:05"]


def test_an_end_left_out_is_the_next_start_in_the_room() -> None:
    """Agendas that give starts only still have breaks: the coffee break ends when the next session begins."""
    bare = replace(AGENDA, sessions=tuple(replace(s, end=None) for s in DAY_PLAN))
    assert clocks(free_slots(bare))[:4] == ["08:35", "10:05", "11:35", "11:55"]


def test_the_zone_of_the_agenda_is_kept_in_its_slots() -> None:
    """Where the agenda's times carry an offset, so do the slots."""
    zoned = replace(AGENDA, sessions=tuple(replace(s, start=f"{s.start}+01:00", end=f"{s.end}+01:00") for s in DAY_PLAN))
    assert free_slots(zoned)[0] == Slot(f"{at('08:35')}+01:00", f"{at('08:50')}+01:00", "during “Registration”, Foyer")


def test_opening_hours_are_neither_a_break_nor_a_session() -> None:
    """An exhibition open all day gives no slots of its own and takes none away."""
    expo = Session("expo", "Exhibition open", at("08:00"), at("18:00"), "Hall 2", kind="other")
    assert free_slots(replace(AGENDA, sessions=(*DAY_PLAN, expo))) == free_slots(AGENDA)


@pytest.mark.parametrize("sessions", [(), (Session("s1", "Some time"), Session("s2", "Tuesday", start="soon"))])
def test_an_agenda_without_times_has_no_slots(sessions: tuple[Session, ...]) -> None:
    """Nothing is invented where nothing is known."""
    agenda = Agenda("x", "test", sessions=sessions, speakers=PEOPLE)
    assert free_slots(agenda) == ()
    assert propose_slot(agenda, "ana") is None


def test_a_long_gap_is_used_at_its_ends() -> None:
    """In the hours between the afternoon and a dinner people are only about at the beginning and just before."""
    two = (
        Session("s1", "Talk", at("10:00"), at("11:00")),
        Session("s2", "Dinner", at("19:00"), at("21:00"), kind="networking"),
    )
    found = clocks(free_slots(Agenda("x", "test", sessions=two)))
    assert found == ["09:35", "11:05", "11:25", "18:35", "19:05", "19:25", "19:45", "20:05", "20:25", "21:05"]


def test_how_well_a_slot_suits_somebody_is_said_for_every_slot() -> None:
    """0 on stage, 1 in the break right after, less before going on stage."""
    slots = free_slots(AGENDA, speakers=["ana"])
    ana = rate_slots(AGENDA, ["ana"], slots)["ana"]
    by_clock = {s.start[11:16]: worth for s, worth in ana.items()}
    assert by_clock["11:35"] == 1.0
    assert by_clock["11:20"] < by_clock["11:35"]
    assert by_clock["10:05"] < by_clock["13:20"] < by_clock["08:35"] < by_clock["11:55"]
    assert rate_slots(AGENDA, ["ana"], [Slot(at("10:40"), at("10:55"))])["ana"] == {Slot(at("10:40"), at("10:55")): 0.0}


def test_a_place_is_named_only_when_known() -> None:
    """Without a room the sentence speaks of the session alone."""
    agenda = replace(AGENDA, sessions=tuple(replace(s, room=None) for s in DAY_PLAN))
    assert place_near(agenda, {"ana": Slot(at("11:35"), at("11:50"))})["ana"].place == "right after “Renewals that last”"
    assert (
        place_near(agenda, {"ana": Slot(at("14:20"), at("14:35"), "after the last session")})["ana"].place
        == "after the last session"
    )


TIMES = st.integers(0, 24 * 12 - 1).map(lambda n: f"{n // 12:02}:{n % 12 * 5:02}")


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    """Any agenda: with or without dates, ends, rooms; ends before starts; people anywhere."""
    dated = draw(st.booleans())
    sessions = []
    for i in range(draw(st.integers(0, 12))):
        day = draw(st.sampled_from(["2027-03-16T", "2027-03-17T"])) if dated else ""
        start, end = draw(TIMES), draw(st.none() | TIMES)
        room = draw(st.sampled_from([None, "A", "B"]))
        people = tuple(draw(st.sets(st.sampled_from(["ana", "bo"]))))
        kind = draw(st.sampled_from(KINDS))
        sessions.append(
            Session(f"s{i}", f"Title {i % 4}", day + start, day + end if end else None, room, None, kind, speakers=people)
        )
    return Agenda("x", "test", sessions=tuple(sessions), speakers=PEOPLE)


@settings(max_examples=150)
@given(agendas(), st.sampled_from([5, 15, 30]), st.sampled_from([0, 5, 10]))
def test_whatever_the_agenda_slots_are_whole_and_clear_of_what_i_must_see(agenda: Agenda, minutes: int, walk: int) -> None:
    """Every slot lasts as long as asked, reads back, and keeps its distance from the sessions I stay in."""
    must_see = [s.id for s in agenda.sessions[:3]]
    rules = Rules(minutes=minutes, walk=walk)
    timeline = read_timeline(agenda)
    stay = [(t.start, t.end) for t in timeline.timed if t.session.id in must_see]
    for slot in free_slots(agenda, must_see=must_see, speakers=["ana"], rules=rules):
        when = slot_times(slot)
        assert when is not None
        start, end = when
        assert end - start == timedelta(minutes=minutes)
        gap = timedelta(minutes=walk)
        assert all(end + gap <= s or e + gap <= start for s, e in stay)
    for speaker, slot in propose_slots(agenda, ["ana", "bo"]).items():
        assert rate_slots(agenda, [speaker], [slot])[speaker][slot] > 0
