"""How far things got with each person: drafted, sent, replied, declined, booked, met. Computed, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from planner.journal import Entry, EntryKind, new_entry, take_back

State = Literal["drafted", "sent", "replied", "declined", "booked", "met"]
STATES: tuple[State, ...] = get_args(State)

_MEANS: dict[EntryKind, State] = {
    "note_sent": "sent", "note_replied": "replied", "note_declined": "declined", "meeting_booked": "booked", "met": "met",
    "meeting_held": "met",
}  # fmt: skip
_LOGGED: dict[State, EntryKind] = {
    "sent": "note_sent", "replied": "note_replied", "declined": "note_declined", "booked": "meeting_booked", "met": "met",
}  # fmt: skip
_ANSWERS = ("replied", "declined", "booked")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where things stand with one person. `steps` are the entries that say so, oldest first; `nudges` how many were sent."""

    state: State
    steps: tuple[Entry, ...] = ()
    nudges: int = 0


def standing_of(entries: Iterable[Entry], person: str) -> Standing:
    """Where things stand with a person, from the effective entries of one event.

    Having met outweighs all; an answer outweighs that a note was sent; of several answers the last counts. A meeting called
    off takes the booking away.
    """
    steps: list[Entry] = []
    nudges = 0
    for entry in entries:
        if person not in entry.people:
            continue
        if entry.kind == "meeting_cancelled":
            steps = [s for s in steps if s.kind != "meeting_booked"]
        elif entry.kind in _MEANS:
            steps.append(entry)
            nudges += entry.kind == "note_sent" and entry.details.get("step") == "nudge"
    return Standing(_state([_MEANS[s.kind] for s in steps]), tuple(steps), nudges)


def _state(reached: Sequence[State]) -> State:
    if "met" in reached:
        return "met"
    return next((s for s in reversed(reached) if s in _ANSWERS), "sent" if "sent" in reached else "drafted")


def change_standing(
    standing: Standing, to: State, *, event: str, person: str, at: datetime | str | None = None
) -> tuple[Entry, ...]:
    """The entries to write so that things stand as told: what goes beyond is taken back, what is lacking is logged."""
    kept, gone = list(standing.steps), []
    while kept and not _leads_to(to, [_MEANS[s.kind] for s in kept]):
        gone.append(take_back(kept.pop(), at=at))
    if to == "drafted" or _state([_MEANS[s.kind] for s in kept]) == to:
        return tuple(gone)
    return (*gone, new_entry(_LOGGED[to], at=at, event=event, person=person))


def _leads_to(to: State, reached: Sequence[State]) -> bool:
    """Whether nothing has to be taken back to get there: an answer may follow another, meeting follows everything."""
    now = _state(reached)
    return now == to or to == "met" or (to in _ANSWERS and now != "met") or (to == "sent" and now == "drafted")
