"""What the checklist is made of: the items, and the facts that its rules look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from planner.journal import Entry, EntryKind, Way, effective
from planner.people import Person
from planner.records import KeptEvent

ItemKind = Literal["thanks", "promise", "review", "report_back", "nudge", "favour", "ask", "ask_outcome", "reconnect", "reread"]
ItemState = Literal["open", "snoozed", "done", "dropped"]

ENCOUNTERS: tuple[EntryKind, ...] = ("met", "meeting_held")
CONTACTS: tuple[EntryKind, ...] = (
    *ENCOUNTERS, "contacted", "thanked", "reported_back", "note_replied", "favour_given", "favour_received",
    "introduction", "ask",
)  # fmt: skip
_DECISIONS = ("accepted", "not_now", "no_thanks", "met_before", "undecided")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do. `what` says it, `reason` why, `due` by when; `step` names the note to draft, None when there is none.

    `about` is the entry it comes from (the promise, the ask, the introduction); of a promise `way` and `words` are its own.
    `outward` is how it is said where others may read it, when `what` and `reason` count favours. `done_on` is the day it was
    done, by a tick or because what it asks for was logged.
    """

    key: str
    kind: ItemKind
    what: str
    reason: str
    due: date
    person: str | None = None
    event: str | None = None
    step: str | None = None
    about: str | None = None
    way: Way | None = None
    words: str = ""
    outward: str = ""
    done_on: date | None = None
    state: ItemState = "open"

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done before today."""
        return self.state == "open" and self.due < today


@dataclass(slots=True)
class Facts:
    """What the rules look at, worked out once."""

    entries: tuple[Entry, ...]
    people: Mapping[str, Person]
    events: Mapping[str, KeptEvent]
    by_person: dict[str, list[Entry]] = field(default_factory=dict)
    declined: frozenset[str] = frozenset()

    def name(self, person: str | None) -> str:
        """What to call somebody."""
        known = self.people.get(person or "")
        return known.name if known else "somebody"

    def at(self, event: str | None) -> str:
        """Where it happened, as words to append."""
        known = self.events.get(event or "")
        return f" at {known.event.name}" if known and known.event.name else ""

    def is_open_to(self, person: str) -> bool:
        """Whether we keep up with this person: still known (not erased), and not turned down."""
        return person in self.people and person not in self.declined

    def first(self, person: str, kinds: tuple[EntryKind, ...], since: str, *, about: str | None = None) -> date | None:
        """The first day from a moment on when something of these kinds was logged with a person."""
        after = (
            e.day
            for e in self.by_person.get(person, ())
            if e.kind in kinds and e.at >= since and (about is None or e.refers_to in (None, about))
        )
        return min(after, default=None)

    def last_contact(self, person: str) -> date | None:
        """The last day anything passed between us, as far as the journal knows."""
        return max((e.day for e in self.by_person.get(person, ()) if e.kind in CONTACTS), default=None)


def gather(entries: Iterable[Entry], people: Iterable[Person], events: Iterable[KeptEvent]) -> Facts:
    """Work out what the rules look at."""
    facts = Facts(effective(entries), {p.id: p for p in people}, {e.id: e for e in events})
    decided: dict[str, str] = {}
    for entry in facts.entries:
        for person in entry.people:
            facts.by_person.setdefault(person, []).append(entry)
        if entry.kind in _DECISIONS and entry.person:
            decided[entry.person] = entry.kind
    facts.declined = frozenset(person for person, word in decided.items() if word == "no_thanks")
    return facts


def last_days(entries: Iterable[Entry], events: Iterable[KeptEvent]) -> dict[str, date]:
    """The last day of each event something was logged about: as its agenda says, else the last day something happened there."""
    current = effective(entries)
    touched = {e.event for e in current}
    found: dict[str, date] = {}
    for entry in current:
        if entry.event and entry.kind in (*ENCOUNTERS, "session_stayed", "networking_attended", "introduction"):
            found[entry.event] = max(found.get(entry.event, entry.day), entry.day)
    for kept in events:
        last = day_of(kept.event.end or kept.event.start)
        if kept.id in touched and last:
            found[kept.id] = last
    return found


def day_of(text: str | None) -> date | None:
    """The day of an ISO 8601 date or time, None when there is none."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
