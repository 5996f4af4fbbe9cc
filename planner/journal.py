"""The journal: everything that was decided, done or promised, as entries that are only ever added.

Ledger, referrals, checklist and scorecard are all computed from these entries; nothing else is stored about them.
A correction is a new entry with `corrects` set to the id it replaces; undo is a `retracted` entry pointing at it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Way = Literal["connect_peer", "dream_customer", "fill_position", "advice", "job_search", "other"]
WAYS: tuple[Way, ...] = get_args(Way)

EntryKind = Literal[
    # before the event
    "accepted", "not_now", "no_thanks", "met_before", "undecided", "sessions_reviewed", "people_reviewed",
    "note_sent", "note_replied", "note_declined", "meeting_booked", "meeting_cancelled",
    # at the event
    "met", "meeting_held", "need_heard", "idea", "session_stayed", "networking_attended",
    # the ledger
    "favour_given", "favour_received", "favour_promised", "favour_declined",
    # referrals
    "introduction", "introduction_outcome", "ask", "ask_outcome",
    # keeping it going
    "contacted", "thanked", "reported_back", "item_done", "item_snoozed", "item_dropped", "event_reviewed",
    # undo
    "retracted",
]  # fmt: skip
ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)

Outcome = Literal["meeting", "opportunity", "won", "lost", "nothing"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened.

    `at` is local wall-clock time, ISO 8601. `person` is whom it is about, a `Person.id`; `others` are further people:
    for an `introduction` the referral sources who made it (`person` is whom I was introduced to), for a `favour_given`
    by connecting people the other side. `due` is an ISO date, for promises and snoozes. `refers_to` is the id of an
    earlier entry (the introduction an outcome belongs to, the promise a favour keeps, the ask, the retracted entry),
    `corrects` the id of the entry this one replaces. `item` is the key of a checklist item. Value is in `currency`.
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

    def __post_init__(self) -> None:
        if self.kind not in ENTRY_KINDS:
            raise ValueError(f"There is no kind of entry called {self.kind!r}.")
        if self.kind == "retracted" and not self.refers_to:
            raise ValueError("An undo must say which entry it takes back.")


def effective(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries that count now, in the order written: corrected ones replaced, retracted ones (and their undo) left out.

    Retracting a correction brings back what it corrected; retracting a retraction brings back the entry.
    """
    every = list(entries)
    dead: set[str] = set()
    for entry in reversed(every):
        if entry.id in dead:
            continue
        if entry.kind == "retracted" and entry.refers_to:
            dead.add(entry.refers_to)
        if entry.corrects:
            dead.add(entry.corrects)
    return tuple(e for e in every if e.id not in dead and e.kind != "retracted")
