"""Placing all meetings at once: the best there is, against every other way on small cases and other solvers on large ones."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, linear_sum_assignment, milp

from planner.agenda import Agenda, Event, Session, Speaker
from planner.schedule import Placement, Wish, arrange_meetings, place_meetings, slots_clash, suggest_groups
from planner.slots import Rules
from planner.suggestion import Slot
from planner.timeline import slot_times

ANYTHING = Rules(per_day=999, free_share=0, walk=0)


def make_slot(day: int, minute: int, room: str | None = None) -> Slot:
    """A quarter of an hour, so many minutes after nine."""
    start = datetime(2027, 3, 16 + day, 9) + timedelta(minutes=minute)
    return Slot(start.isoformat(), (start + timedelta(minutes=15)).isoformat(), room)


def day_of(slot: Slot) -> date:
    when = slot_times(slot)
    assert when is not None
    return when[0].date()


def left_to_use(slots: Sequence[Slot], rules: Rules) -> int:
    """How many meetings the share left free allows, worked out apart from the code under test."""
    if not rules.free_share:
        return len(slots)
    used: list[Slot] = []
    for slot in sorted(set(slots), key=lambda s: (s.end, s.start)):
        if not used or not slots_clash(slot, used[-1], rules):
            used.append(slot)
    return len(used) - round(len(used) * rules.free_share)


def every_placement(wishes: Sequence[Wish], slots: Sequence[Slot], rules: Rules) -> Iterator[dict[int, Slot]]:
    """Every way of giving wishes slots that keeps the rules: exhaustive search."""
    limit = left_to_use(slots, rules)

    def extend(index: int, made: dict[int, Slot]) -> Iterator[dict[int, Slot]]:
        if index == len(wishes):
            yield made
            return
        yield from extend(index + 1, made)
        for slot in set(slots):
            fits = wishes[index].worth.get(slot, 0) > 0 and len(made) < limit
            room_that_day = Counter(map(day_of, made.values()))[day_of(slot)] < rules.per_day
            if fits and room_that_day and not any(s == slot or slots_clash(slot, s, rules) for s in made.values()):
                yield from extend(index + 1, {**made, index: slot})

    yield from extend(0, {})


def check_rules(placed: Placement, rules: Rules) -> None:
    """No two meetings clash, and no day has too many."""
    used = list(placed.meetings.values())
    assert not any(slots_clash(a, b, rules) for a, b in combinations(used, 2))
    assert all(n <= rules.per_day for n in Counter(map(day_of, used)).values())


SLOTS = st.builds(
    make_slot, st.integers(0, 1), st.integers(0, 12).map(lambda n: 5 * n), st.sampled_from([None, "Foyer", "Hall"])
)


@st.composite
def small_cases(draw: st.DrawFn) -> tuple[list[Wish], list[Slot], Rules]:
    """Up to four wishes and six slots, clashing or not, with any rules."""
    slots = draw(st.lists(SLOTS, max_size=6, unique=True))
    worths = st.dictionaries(st.sampled_from(slots), st.integers(0, 9).map(float)) if slots else st.just({})
    wishes = [Wish((f"p{i}",), worth) for i, worth in enumerate(draw(st.lists(worths, max_size=4)))]
    walk, share = draw(st.sampled_from([0, 5, 10])), draw(st.sampled_from([0, 0.1, 0.3]))
    return wishes, slots, Rules(per_day=draw(st.integers(0, 4)), free_share=share, walk=walk)


@settings(max_examples=300)
@given(small_cases())
def test_no_other_placement_is_worth_more(case: tuple[list[Wish], list[Slot], Rules]) -> None:
    """On small cases the value equals that of the best of all placements, and the placement keeps every rule."""
    wishes, slots, rules = case
    placed = place_meetings(wishes, slots, rules=rules)
    best = max(sum(wishes[i].worth[s] for i, s in made.items()) for made in every_placement(wishes, slots, rules))
    assert placed.value == pytest.approx(best)
    assert placed.value == pytest.approx(sum(w.worth[placed.meetings[w.people]] for w in wishes if w.people in placed.meetings))
    assert placed.proved
    assert len(placed.meetings) <= left_to_use(slots, rules)
    assert placed.unplaced.keys() | placed.meetings.keys() == {w.people for w in wishes}
    check_rules(placed, rules)


@settings(max_examples=150)
@given(small_cases(), SLOTS, st.integers(0, 3))
def test_around_a_pin_no_other_placement_is_worth_more(
    case: tuple[list[Wish], list[Slot], Rules], fixed: Slot, who: int
) -> None:
    """The same with a meeting pinned anywhere: the rest is the best that its slot, its day and the limit leave."""
    wishes, slots, rules = case
    placed = place_meetings(wishes, slots, {(f"p{who}",): fixed}, rules)
    others = [w for w in wishes if w.people != (f"p{who}",)]
    free = [s for s in slots if not slots_clash(s, fixed, rules)]
    limit = left_to_use(slots, rules) - 1 if rules.free_share else len(free)

    def allowed(made: dict[int, Slot]) -> bool:
        same_day = sum(day_of(s) == day_of(fixed) for s in made.values())
        return len(made) <= max(limit, 0) and same_day <= max(rules.per_day - 1, 0)

    kept = replace(rules, free_share=0)
    best = max(sum(others[i].worth[s] for i, s in m.items()) for m in every_placement(others, free, kept) if allowed(m))
    own = next((w.worth.get(fixed, 0.0) for w in wishes if w.people == (f"p{who}",)), 0.0)
    assert placed.meetings[(f"p{who}",)] == fixed
    assert placed.value == pytest.approx(best + own)


def make_large(seed: int, *, minutes: int) -> tuple[list[Wish], list[Slot]]:
    """60 people, 40 slots on two days in four rooms, a third of the pairs possible."""
    chance = random.Random(seed)
    slots = [make_slot(d, minutes * i, f"Room {chance.randint(1, 4)}") for d in range(2) for i in range(20)]
    values = [chance.uniform(0.3, 0.9) for _ in range(60)]
    wishes = [
        Wish((f"p{i}",), {s: v * chance.choice([0.45, 0.65, 0.8, 0.9, 1]) for s in slots if chance.random() < 0.34})
        for i, v in enumerate(values)
    ]
    return wishes, slots


@pytest.mark.parametrize("seed", range(5))
def test_sixty_people_and_forty_slots_agree_with_an_independent_assignment(seed: int) -> None:
    """Without side rules the value is that of SciPy's linear_sum_assignment."""
    wishes, slots = make_large(seed, minutes=25)
    table = np.array([[w.worth.get(s, 0.0) for s in slots] for w in wishes])
    rows, columns = linear_sum_assignment(table, maximize=True)
    assert place_meetings(wishes, slots, rules=ANYTHING).value == pytest.approx(table[rows, columns].sum(), abs=1e-4)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("rules", [Rules(per_day=6, walk=5), Rules(per_day=99, free_share=0, walk=5)])
def test_with_walking_and_limits_the_value_is_that_of_integer_programming(seed: int, rules: Rules) -> None:
    """With slots too near each other, a limit a day and some left free, HiGHS finds nothing better."""
    wishes, slots = make_large(seed, minutes=15)
    pairs = [(i, j) for i, w in enumerate(wishes) for j, s in enumerate(slots) if s in w.worth]
    of_slot = np.array([[j == k for _, j in pairs] for k in range(len(slots))], float)
    of_wish = np.array([[i == k for i, _ in pairs] for k in range(len(wishes))], float)
    near = [of_slot[a] + of_slot[b] for a, b in combinations(range(len(slots)), 2) if slots_clash(slots[a], slots[b], rules)]
    days = [sum(of_slot[k] for k, s in enumerate(slots) if day_of(s) == d) for d in {day_of(s) for s in slots}]
    limits = [1.0] * (len(slots) + len(wishes) + len(near)) + [float(rules.per_day)] * len(days)
    table = np.vstack([of_slot, of_wish, *near, *days, np.ones(len(pairs))])
    worth = np.array([wishes[i].worth[slots[j]] for i, j in pairs])
    everything = LinearConstraint(table, ub=[*limits, left_to_use(slots, rules)])
    best = milp(-worth, constraints=everything, bounds=Bounds(0, 1), integrality=np.ones(len(pairs)))
    placed = place_meetings(wishes, slots, rules=rules)
    assert placed.proved
    assert placed.value == pytest.approx(-best.fun, abs=1e-4)
    check_rules(placed, rules)


@pytest.mark.parametrize("minutes", [10, 15, 25])
def test_sixty_people_and_forty_slots_take_less_than_a_fifth_of_a_second(minutes: int) -> None:
    """Of computing, also when slots overlap or lie too near each other."""
    wishes, slots = make_large(11, minutes=minutes)
    times = []
    for _ in range(3):
        begin = process_time()
        assert place_meetings(wishes, slots, rules=Rules(per_day=8)).proved
        times.append(process_time() - begin)
    assert min(times) < 0.2


A, B, C = make_slot(0, 0), make_slot(0, 30), make_slot(0, 60)


def place(wishes: Mapping[str, Mapping[Slot, float]], pinned: Mapping[str, Slot], rules: Rules = ANYTHING) -> Placement:
    return place_meetings([Wish((p,), w) for p, w in wishes.items()], [A, B, C], {(p,): s for p, s in pinned.items()}, rules)


def test_the_rest_rearranges_around_a_pin() -> None:
    """A pinned meeting stays, its slot and what clashes with it are gone for others, and it counts towards the limit."""
    wishes = {"ana": {A: 3.0, B: 1.0}, "bo": {A: 2.0, B: 1.5}}
    assert place(wishes, {}).meetings == {("ana",): A, ("bo",): B}
    assert place(wishes, {"bo": A}).meetings == {("bo",): A, ("ana",): B}
    elsewhere = Slot("2027-03-16T09:05:00", "2027-03-16T09:40:00", "Café")
    pinned = place(wishes, {"bo": elsewhere})
    assert pinned.meetings == {("bo",): elsewhere}
    assert pinned.unplaced == {("ana",): "Every slot that suits them is taken by a meeting you have fixed."}
    assert place(wishes, {"bo": C}, Rules(per_day=1, free_share=0)).meetings == {("bo",): C}


def test_who_finds_no_slot_is_told_why() -> None:
    """Nobody is left out without a sentence."""
    wishes = {"ana": {A: 3.0}, "bo": {A: 2.0}, "mei": {}}
    assert place(wishes, {}).unplaced == {
        ("bo",): "The slots are better used for others. Allow more meetings a day, or fix this one at a time of your choice.",
        ("mei",): "No free slot suits them: they are on stage, busy, or said no to the times there are.",
    }


def test_about_one_slot_in_ten_stays_free() -> None:
    """Of ten slots nine are used, however many people wait; of four, all."""
    slots = [make_slot(0, 30 * i) for i in range(10)]
    wishes = [Wish((f"p{i}",), dict.fromkeys(slots, 1.0)) for i in range(20)]
    assert len(place_meetings(wishes, slots, rules=Rules(per_day=99)).meetings) == 9
    assert len(place_meetings(wishes, slots[:4], rules=Rules(per_day=99)).meetings) == 4


AGENDA = Agenda(
    "x", "test", Event("Forum"),
    (
        Session("key", "Opening", "2027-03-16T09:00:00", "2027-03-16T10:00:00", "Hall", kind="keynote", speakers=("bo",)),
        Session("coffee", "Coffee", "2027-03-16T10:00:00", "2027-03-16T10:30:00", "Foyer", kind="break"),
        Session("a1", "Renewals", "2027-03-16T10:30:00", "2027-03-16T11:15:00", "Room A", speakers=("ana", "mei")),
        Session("lunch", "Lunch", "2027-03-16T11:15:00", "2027-03-16T12:30:00", kind="break"),
        Session("a2", "Closing", "2027-03-16T12:30:00", "2027-03-16T13:00:00", "Hall"),
    ),
    (Speaker("ana", "Ana Novak"), Speaker("bo", "Bo Jansen"), Speaker("mei", "Mei Larsen")),
)  # fmt: skip


def test_a_whole_event_is_planned_with_places() -> None:
    """Everybody is met after their session, near their room, and never while on stage."""
    placed = arrange_meetings(AGENDA, {"ana": 0.9, "bo": 0.8, "mei": 0.5})
    assert placed.meetings[("bo",)] == Slot("2027-03-16T10:05:00", "2027-03-16T10:20:00", "outside Hall")
    assert {placed.meetings[(p,)].place for p in ("ana", "mei")} == {"outside Room A"}
    assert placed.proved


def test_a_refused_time_is_not_proposed_again() -> None:
    """After a no to a time the next best is found."""
    first = arrange_meetings(AGENDA, {"bo": 0.8}).meetings[("bo",)]
    second = arrange_meetings(AGENDA, {"bo": 0.8}, refused=[("bo", first)]).meetings[("bo",)]
    assert second.start == "2027-03-16T11:20:00"


def test_a_small_group_meets_when_all_can() -> None:
    """Three of us: one slot that suits both, and none of them met alone as well."""
    placed = arrange_meetings(AGENDA, {"ana": 0.9, "mei": 0.5, "bo": 0.8}, groups=[("ana", "mei")])
    assert set(placed.meetings) == {("ana", "mei"), ("bo",)}
    assert placed.meetings[("ana", "mei")].start == "2027-03-16T11:20:00"


def test_people_of_one_session_are_suggested_for_a_coffee_together() -> None:
    """Pairs who share a session, each person once, with the reason."""
    assert suggest_groups(AGENDA, {"ana": 0.9, "mei": 0.5, "bo": 0.8}) == {
        ("ana", "mei"): "Ana Novak and Mei Larsen are both in “Renewals”: a coffee for three of you is easily agreed."
    }
    assert suggest_groups(AGENDA, {"ana": 0.9, "bo": 0.8}) == {}
