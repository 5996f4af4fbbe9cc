"""The journal: everything that was decided, done or promised, as entries that are only ever added.

Ledger, referrals, checklist and scorecard are all computed from these entries; nothing else is stored about them.
A correction is a new entry whose `corrects` is the id of what it replaces; an undo is a `retracted` entry whose
`refers_to` is the id of what it takes back. `effective` works out what counts now.
"""

from __future__ import annotations

import math
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal, get_args

Way = Literal["connect_peer", "dream_customer", "fill_position", "advice", "job_search", "other"]
WAYS: tuple[Way, ...] = get_args(Way)

EntryKind = Literal[
    # before the event
    "accepted", "not_now", "no_thanks", "met_before", "undecided", "sessions_reviewed", "people_reviewed",
    "give_first_ready", "note_sent", "note_replied", "note_declined", "meeting_booked", "meeting_cancelled",
    # at the event
    "met", "meeting_held", "need_heard", "idea", "session_stayed", "networking_attended",
    # the ledger
    "favour_given", "favour_received", "favour_promised", "favour_declined",
    # referrals
    "source_found", "introduction", "introduction_outcome", "ask", "ask_outcome",
    # keeping it going
    "contacted", "thanked", "reported_back", "item_done", "item_snoozed", "item_dropped", "event_reviewed",
    # undo
    "retracted",
]  # fmt: skip
ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)

Outcome = Literal["introduced", "meeting", "opportunity", "won", "lost", "declined", "nothing"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened.

    `at` is local wall-clock time, ISO 8601. `person` is whom it is about, a `Person.id`; `others` are further people:
    for an `introduction` the referral sources who made it (`person` is whom I was introduced to), for a `favour_given`
    by introducing people to each other the other side. `due` is an ISO date, for promises and snoozes. `refers_to` is
    the id of an earlier entry (the introduction an outcome belongs to, the promise a favour keeps, the ask an
    introduction answers, the entry a `retracted` takes back), `corrects` the id of the entry this one replaces.
    `item` is the key of a checklist item. `value` is in `currency` (ISO 4217). `details` holds what only one kind
    has: the parts of an ask (see `planner.ledger`), the answer of an `event_reviewed`.
    """

    id: str
    kind: EntryKind
    at: str
    event: str | None = None
    person: str | None = None
    others: tuple[str, ...] = ()
    session: str | None = None
    way: Way | None = None
    text: str = ""
    due: str | None = None
    proof: str | None = None
    outcome: Outcome | None = None
    value: float | None = None
    currency: str | None = None
    item: str | None = None
    refers_to: str | None = None
    corrects: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("An entry needs an id.")
        if self.kind not in ENTRY_KINDS:
            raise ValueError(f"There is no kind of entry called {self.kind!r}.")
        if self.kind == "retracted" and not self.refers_to:
            raise ValueError("An undo must say which entry it takes back.")
        if self.way is not None and self.way not in WAYS:
            raise ValueError(f"There is no way of doing a favour called {self.way!r}; there are {', '.join(WAYS)}.")
        if self.outcome is not None and self.outcome not in OUTCOMES:
            raise ValueError(f"There is no outcome called {self.outcome!r}; there are {', '.join(OUTCOMES)}.")
        if self.value is not None and not math.isfinite(self.value):
            raise ValueError("The value must be a number.")
        if len(self.text) > LONGEST_TEXT:
            raise ValueError(f"This text is longer than {LONGEST_TEXT:,} characters. Keep the essence and link to the rest.")
        _check_time(self.at, "time", datetime.fromisoformat)
        if self.due is not None:
            _check_time(self.due, "due date", date.fromisoformat)

    @property
    def day(self) -> date:
        """The calendar day it happened on."""
        return datetime.fromisoformat(self.at).date()

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody this entry is about: `person` first, then `others`, nobody twice."""
        return tuple(dict.fromkeys(p for p in (self.person, *self.others) if p))


def _check_time(value: str, name: str, read: Any) -> None:
    try:
        read(value)
    except ValueError as problem:
        raise ValueError(f"{value!r} is not a {name} this program can read; write it as 2026-03-03.") from problem


def new_id() -> str:
    """An id nobody else has, made by the writer: writing the same entry twice then changes nothing."""
    return uuid.uuid4().hex


def new_entry(kind: EntryKind, *, at: datetime | str | None = None, **what: Any) -> Entry:
    """An entry with a fresh id; `at` is local wall-clock time, now unless told. Raises ValueError when a field is wrong."""
    moment = datetime.now() if at is None else at
    text = moment.replace(tzinfo=None).isoformat(timespec="seconds") if isinstance(moment, datetime) else moment
    return Entry(**{"id": new_id(), "kind": kind, "at": text, **what})


def take_back(entry: Entry, *, at: datetime | str | None = None) -> Entry:
    """The undo of an entry. Taking back an undo brings the entry back; taking back a correction, what was there before."""
    return new_entry("retracted", at=at, refers_to=entry.id, event=entry.event, person=entry.person)


def correct(entry: Entry, *, at: datetime | str | None = None, **changes: Any) -> Entry:
    """A new entry that replaces this one with some fields changed; the first entry stays in the journal.

    `at` is when the thing happened: kept from the entry unless told.
    """
    if at is not None:
        changes["at"] = at.isoformat(timespec="seconds") if isinstance(at, datetime) else at
    return replace(entry, id=new_id(), corrects=entry.id, **changes)


def effective(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that count now, each in its latest version and under the id it was first written with.

    The order is that of first writing. Of several corrections of one entry the last written counts; taking back a
    correction brings back what it replaced, taking back the first entry takes the whole thing away, and about each
    entry the last word (taken back, brought back) counts, so that a repeated undo does no harm. `refers_to` always holds
    the first id too. Applied to its own result it changes nothing.
    """
    root: dict[str, str] = {}
    undo_of: dict[str, tuple[str, bool]] = {}
    gone: dict[str, bool] = {}
    versions: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.kind == "retracted" and entry.refers_to:
            target, taken = undo_of.get(entry.refers_to, (entry.refers_to, False))
            undo_of[entry.id] = (target, not taken)
            gone[target] = not taken
        else:
            first = root.get(entry.corrects, entry.corrects) if entry.corrects else entry.id
            root[entry.id] = first
            versions.setdefault(first, []).append(entry)
    result = []
    for first, every in versions.items():
        standing = [e for e in every if not gone.get(e.id)]
        if gone.get(first) or not standing:
            continue
        latest = standing[-1]
        refers_to = root.get(latest.refers_to, latest.refers_to) if latest.refers_to else None
        if (latest.id, latest.refers_to) == (first, refers_to):  # the usual case, not worth a copy
            result.append(latest)
        else:
            result.append(replace(latest, id=first, corrects=None, refers_to=refers_to))
    return tuple(result)


def choose(entries: Iterable[Entry], *, event: str | None = None, person: str | None = None) -> tuple[Entry, ...]:
    """The effective entries about this event, this person (also as one of several), or both."""
    return tuple(
        e for e in effective(entries) if (event is None or e.event == event) and (person is None or person in e.people)
    )
