"""The whole set of meetings placed at once: best total value under the rules, and proved to be the best.

Meetings and slots are an assignment problem; limits a day and slots left free are further rows of it, and slots that clash
(they overlap, or there is no time to walk) are handled by branch and bound on top. Users pin and refuse; the rest moves.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import combinations, count

from planner._assignment import Assignment
from planner.agenda import Agenda
from planner.slots import USUAL, Rules, free_slots, place_near, rate_slots
from planner.suggestion import Slot
from planner.timeline import slot_times

_SCALE = 1_000_000  # values are whole numbers inside: sums are exact and so is the proof
_MOST_BRANCHES = 3_000  # beyond this the best found so far is given, and not called proved


@dataclass(frozen=True, slots=True)
class Wish:
    """A meeting wished for, with one person or with a few over a coffee. `worth` says of each slot what meeting then is worth;
    slots it does not name, or names with 0, are impossible.
    """

    people: tuple[str, ...]
    worth: Mapping[Slot, float]


@dataclass(frozen=True, slots=True)
class Placement:
    """Who is met when. `value` is the sum of what the meetings are worth where they are placed, pinned ones included.

    `proved` is True when no other placement is worth more. `unplaced` gives for every wish without a slot the reason.
    """

    meetings: Mapping[tuple[str, ...], Slot]
    value: float
    proved: bool = True
    unplaced: Mapping[tuple[str, ...], str] = field(default_factory=dict)


def place_meetings(
    wishes: Sequence[Wish], slots: Iterable[Slot], pinned: Mapping[tuple[str, ...], Slot] | None = None, rules: Rules = USUAL
) -> Placement:
    """Place every wish that fits so that the total worth is greatest.

    Two meetings never clash (`slots_clash`); a day has at most `rules.per_day`; of the slots that can be used one after the
    other (earliest end first) `rules.free_share` stays free, to the nearest slot. `pinned` meetings stay as they are, count
    towards both limits, and may stand outside the slots. A wish whose people are pinned is not placed again. Slots without
    a readable time are not used.
    """
    pinned = dict(pinned or {})
    taken = {person for people in pinned for person in people}
    open_wishes = [w for w in wishes if not taken & set(w.people)]
    usable = [s for s in dict.fromkeys(slots) if slot_times(s)]
    board = _Board.lay_out(usable, list(pinned.values()), rules)
    meetings, proved = _search(board, open_wishes)
    unplaced = {w.people: _why_not(w, board) for w in open_wishes if w.people not in meetings}
    worths = {w.people: w.worth for w in wishes}
    value = sum(worths.get(people, {}).get(slot, 0.0) for people, slot in {**pinned, **meetings}.items())
    return Placement({**pinned, **meetings}, round(value, 6), proved, unplaced)


def arrange_meetings(
    agenda: Agenda, values: Mapping[str, float], *, pinned: Mapping[tuple[str, ...], Slot] | None = None,
    refused: Iterable[tuple[str, Slot]] = (), must_see: Iterable[str] = (), busy: Iterable[Slot] = (), rules: Rules = USUAL,
    groups: Iterable[tuple[str, ...]] = (),
) -> Placement:  # fmt: skip
    """Place meetings with these speakers (id -> value) in the free time of the agenda, with the place said for each.

    `refused` are slots the user or the other said no to; `groups` are meetings of a few together, worth the sum of their
    people, in a slot that suits all of them. Somebody in a group is not met alone as well.
    """
    slots = free_slots(agenda, must_see=must_see, busy=busy, speakers=values, rules=rules)
    suits = rate_slots(agenda, values, slots)
    no = {(person, s.start, s.end) for person, s in refused}
    together = [g for g in groups if all(p in values for p in g)]
    singles = [(p,) for p in values if not any(p in g for g in together)]
    wishes = []
    for people in (*together, *singles):
        fair = [s for s in slots if not any((p, s.start, s.end) in no for p in people)]
        worth = {s: sum(values[p] * suits[p].get(s, 0.0) for p in people) for s in fair if all(suits[p].get(s) for p in people)}
        wishes.append(Wish(people, worth))
    placed = place_meetings(wishes, slots, pinned, rules)
    fixed = pinned or {}
    near = place_near(agenda, {g[0]: s for g, s in placed.meetings.items() if len(g) == 1 and g not in fixed})
    return replace(placed, meetings={**placed.meetings, **{(person,): slot for person, slot in near.items()}})


def suggest_groups(agenda: Agenda, values: Mapping[str, float]) -> dict[tuple[str, ...], str]:
    """Pairs to meet over one coffee, "three of us", the worthiest first, each with why: they share a session.

    Each person is in one pair at most, so that the pairs can be given to `arrange_meetings` as they are.
    """
    names = {p.id: p.name for p in agenda.speakers}
    shared: dict[tuple[str, str], str] = {}
    for session in agenda.sessions:
        for pair in combinations(sorted(p for p in session.speakers if p in values), 2):
            shared.setdefault(pair, session.title)
    pairs: dict[tuple[str, ...], str] = {}
    for one, other in sorted(shared, key=lambda pair: (-values[pair[0]] - values[pair[1]], pair)):
        if not any(one in pair or other in pair for pair in pairs):
            both = f"{names.get(one, one)} and {names.get(other, other)}"
            pairs[one, other] = f"{both} are both in “{shared[one, other]}”: a coffee for three of you is easily agreed."
    return pairs


def slots_clash(one: Slot, other: Slot, rules: Rules = USUAL) -> bool:
    """Whether nobody can keep both: they overlap, or lie less than the walk apart at places not known to be the same."""
    a, b = slot_times(one), slot_times(other)
    if a is None or b is None:
        return False
    same_place = one.place is not None and one.place == other.place
    gap = timedelta(0) if same_place else timedelta(minutes=rules.walk)
    return a[0] < b[1] + gap and b[0] < a[1] + gap


@dataclass(frozen=True, slots=True)
class _Board:
    """The slots that can still be used, in cells of which only one slot can be, and how many meetings fit."""

    cells: tuple[tuple[Slot, ...], ...]
    day_of: Mapping[Slot, date]
    day_limits: Mapping[date, int]
    limit: int
    clashes: Mapping[Slot, frozenset[Slot]]

    @classmethod
    def lay_out(cls, slots: Iterable[Slot], pinned: Sequence[Slot], rules: Rules) -> _Board:
        times = {s: when for s in (*slots, *pinned) if (when := slot_times(s))}
        day_of = {s: start.date() for s, (start, _) in times.items()}
        in_order = sorted(dict.fromkeys(slots), key=lambda s: (times[s][1], times[s][0]))
        free = [s for s in in_order if not any(slots_clash(s, p, rules) for p in pinned)]
        capacity, last = 0, None
        for slot in in_order:
            if last is None or not slots_clash(slot, last, rules):
                capacity, last = capacity + 1, slot
        there = Counter(day_of[p] for p in pinned if p in day_of)
        near: dict[Slot, set[Slot]] = {s: set() for s in free}
        for one, other in combinations(free, 2):
            if slots_clash(one, other, rules):
                near[one].add(other)
                near[other].add(one)
        return cls(
            cells=_cells(free, near, day_of),
            day_of=day_of,
            day_limits={day: max(rules.per_day - there[day], 0) for day in set(day_of.values())},
            limit=max(capacity - round(capacity * rules.free_share) - len(pinned), 0) if rules.free_share else len(free),
            clashes={s: frozenset(others) for s, others in near.items()},
        )


def _cells(slots: Sequence[Slot], near: Mapping[Slot, set[Slot]], day_of: Mapping[Slot, date]) -> tuple[tuple[Slot, ...], ...]:
    """The slots, in order of their ends, in few groups in which all clash with all."""
    cells: list[list[Slot]] = []
    for slot in slots:
        home = next((c for c in cells if near[slot].issuperset(c) and day_of[c[0]] == day_of[slot]), None)
        if home:
            home.append(slot)
        else:
            cells.append([slot])
    return tuple(map(tuple, cells))


class _Table:
    """Cells and wishes as a square assignment: a row a cell, a column a wish.

    Further columns say "left free": as many as the limits demand bring a reward so large that they are always used, those of
    a day by its cells only; the others bring nothing. Further rows take the wishes that are not placed.
    """

    def __init__(self, board: _Board, wishes: Sequence[Wish]) -> None:
        self.cells = board.cells
        self.worth = {s: [round(w.worth.get(s, 0.0) * _SCALE) for w in wishes] for cell in board.cells for s in cell}
        self.width = len(wishes)
        days = [board.day_of[cell[0]] for cell in board.cells]
        kept = [day for day, n in sorted(Counter(days).items()) for _ in range(n - board.day_limits[day])]
        spare = max(len(days) - board.limit - len(kept), 0)
        self.forced = len(kept) + spare
        self.reward = 1 + sum(max(self.worth[s], default=0) for cell in board.cells for s in cell)
        never = self.reward * (len(days) + 2)
        optional = [0] * (len(days) - self.forced)
        self.tails = [[-self.reward if d == day else never for d in kept] + [-self.reward] * spare + optional for day in days]
        blank = [0] * self.width + [never] * self.forced + optional
        self.first = Assignment([self.row(i, frozenset()) for i in range(len(days))] + [blank] * self.width)

    def row(self, cell: int, without: frozenset[Slot]) -> list[int]:
        """The costs of a cell when these slots must not be used."""
        best = [0] * self.width
        for slot in self.cells[cell]:
            if slot not in without:
                best = list(map(max, best, self.worth[slot]))
        return [-value for value in best] + self.tails[cell]

    def bound(self, found: Assignment) -> int:
        """What the meetings of an assignment are worth: no placement without these slots is worth more."""
        return -found.total - self.reward * self.forced

    def meetings(self, found: Assignment, without: frozenset[Slot]) -> dict[Slot, int]:
        """The slots used and the wishes in them."""
        used = {}
        for wish, cell in enumerate(found.row_of[: self.width]):
            if cell < len(self.cells) and found.costs[cell][wish] < 0:
                options = [s for s in self.cells[cell] if s not in without]
                used[max(options, key=lambda s: self.worth[s][wish])] = wish
        return used


def _search(board: _Board, wishes: Sequence[Wish]) -> tuple[dict[tuple[str, ...], Slot], bool]:
    """The best placement without clashes, and whether it is proved to be.

    Best bound first: when the cells' best assignment uses two slots that clash, either the one is not used, or none of those
    that clash with it. The first assignment without a clash is worth as much as any can be.
    """
    table = _Table(board, wishes)
    best: dict[Slot, int] = {}
    most, ticket = -1, count()
    heap = [(-table.bound(table.first), next(ticket), table.first, frozenset[Slot]())]
    for _ in range(_MOST_BRANCHES):
        bound, _, found, without = heapq.heappop(heap)
        if -bound <= most:
            break
        used = table.meetings(found, without)
        kept, clash = _drop_clashes(used, table, board)
        if (value := sum(table.worth[s][w] for s, w in kept.items())) > most:
            best, most = kept, value
        if clash is None:
            break
        for more in (frozenset({clash}), board.clashes[clash]):
            banned = without | more
            rows = {i: table.row(i, banned) for i, cell in enumerate(table.cells) if not more.isdisjoint(cell)}
            child = found.changed({i: row for i, row in rows.items() if row != found.costs[i]})
            if table.bound(child) > most:
                heapq.heappush(heap, (-table.bound(child), next(ticket), child, banned))
        if not heap:
            break
    else:
        return {wishes[w].people: s for s, w in best.items()}, -heap[0][0] <= most if heap else True
    return {wishes[w].people: s for s, w in best.items()}, True


def _drop_clashes(used: Mapping[Slot, int], table: _Table, board: _Board) -> tuple[dict[Slot, int], Slot | None]:
    """The meetings without those that clash with a worthier one, and the slot that clashes most, if any does."""
    kept: dict[Slot, int] = {}
    for slot in sorted(used, key=lambda s: -table.worth[s][used[s]]):
        if board.clashes[slot].isdisjoint(kept):
            kept[slot] = used[slot]
    if len(kept) == len(used):
        return kept, None
    return kept, max(used, key=lambda s: (len(board.clashes[s] & used.keys()), table.worth[s][used[s]]))


def _why_not(wish: Wish, board: _Board) -> str:
    possible = [s for s, worth in wish.worth.items() if worth > 0]
    if not possible:
        return "No free slot suits them: they are on stage, busy, or said no to the times there are."
    if not any(s in board.clashes for s in possible):
        return "Every slot that suits them is taken by a meeting you have fixed."
    return "The slots are better used for others. Allow more meetings a day, or fix this one at a time of your choice."
