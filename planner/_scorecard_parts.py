"""What the scorecard counts: each part's points, target, measure, and what moves it.

To add a part, write a measure and a line in `PARTS`; the points add up to 100.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from planner._checklist_facts import Item
from planner.journal import Entry, EntryKind
from planner.people import Person

Phase = Literal["before", "during", "after"]
PHASES: tuple[Phase, ...] = ("before", "during", "after")
"""The phases of an event, in order; also where one stands on a given day."""

_ENCOUNTERS = ("met", "meeting_held")
_SUBSTANCE = (
    "meeting_held", "need_heard", "favour_given", "favour_received", "favour_promised", "introduction", "source_found",
)  # fmt: skip
_KNOWN_BEFORE = ("colleague", "ex_colleague", "past_client", "friend", "other")  # a client may be one won here
_KEPT_KINDS = ("thanks", "promise", "report_back", "review")


class Found(NamedTuple):
    """How many of something there are, made of which entries."""

    number: int
    entries: tuple[Entry, ...]


class Rule(NamedTuple):
    """One part: `advice` says what moves it in time, `afterwards` what still does once the event is over (None: nothing)."""

    code: str
    phase: Phase
    label: str
    most: int
    want: int
    measure: Callable[[Occasion], Found]
    advice: str
    afterwards: str | None = None


@dataclass(frozen=True)
class Occasion:
    """What the measures look at: the whole journal, and what is known about the event. `last` is its last day."""

    id: str
    every: tuple[Entry, ...]
    people: tuple[Person, ...]
    items: tuple[Item, ...]
    today: date
    start: date | None
    last: date | None

    @cached_property
    def here(self) -> tuple[Entry, ...]:
        """The entries about this event."""
        return tuple(e for e in self.every if e.event == self.id)

    @property
    def stage(self) -> Phase:
        """Whether it is still to come, on, or over; without dates it is on once something happened there."""
        if self.last is not None and self.today > self.last:
            return "after"
        has_begun = self.today >= self.start if self.start else bool(self.of("met", "meeting_held", "session_stayed"))
        return "during" if has_begun else "before"

    def before(self, *kinds: EntryKind) -> tuple[Entry, ...]:
        """The entries of some kinds logged by the event's last day: preparation afterwards is none."""
        return tuple(e for e in self.of(*kinds) if self.last is None or e.day <= self.last)

    def of(self, *kinds: EntryKind) -> tuple[Entry, ...]:
        """The entries of some kinds at this event."""
        return tuple(e for e in self.here if e.kind in kinds)


def _reviewed(kind: EntryKind) -> Callable[[Occasion], Found]:
    def measure(event: Occasion) -> Found:
        found = event.before(kind)
        return Found(len(found), found)

    return measure


def _addressed(kind: EntryKind) -> Callable[[Occasion], Found]:
    """So many different people prepared for, beforehand."""

    def measure(event: Occasion) -> Found:
        found = event.before(kind)
        return Found(len({p for e in found for p in e.people}), found)

    return measure


def _chosen(event: Occasion) -> Found:
    last = {e.person: e for e in event.before("accepted", "not_now", "no_thanks", "met_before", "undecided")}
    found = tuple(e for e in last.values() if e.kind == "accepted")
    return Found(len(found), found)


def _booked(event: Occasion) -> Found:
    """Meetings booked beforehand and not cancelled, by person; one that was held counts as booked when it was booked."""
    last = {e.person: e for e in event.before("meeting_booked", "meeting_cancelled")}
    found = tuple(e for e in last.values() if e.kind == "meeting_booked")
    return Found(len(found), found)


def _held(event: Occasion) -> Found:
    found = event.of("meeting_held")
    return Found(len({p for e in found for p in e.people}), found)


def _favours_done(event: Occasion) -> Found:
    found = event.of("favour_given")
    return Found(sum(len(e.people) for e in found), found)


def _sessions_stayed(event: Occasion) -> Found:
    found = event.of("session_stayed")
    return Found(len({e.session or e.id for e in found}), found)


def _networking(event: Occasion) -> Found:
    found = event.of("networking_attended")
    return Found(len({e.day for e in found}), found)


def _new_contacts(event: Occasion) -> Found:
    """People met here for the first time with whom more than a card was exchanged: quality counts, not quantity."""
    first = min((e.at for e in event.of("met", "meeting_held", "introduction")), default="9999")
    known = {p for e in event.every if e.kind in _ENCOUNTERS and e.event != event.id and e.at < first for p in e.people}
    known |= {e.person for e in event.every if e.kind == "met_before" and e.person}
    known |= {p.id for p in event.people if p.relation in _KNOWN_BEFORE or (p.last_contact or "9999") < first[:10]}
    met = {p for e in event.of("met", "meeting_held") for p in e.people}
    met |= {e.person for e in event.of("introduction") if e.person}
    deep = tuple(e for e in event.here if e.kind in _SUBSTANCE)
    new = {p for e in deep for p in e.people if p in met and p not in known}
    return Found(len(new), tuple(e for e in deep if new & set(e.people)))


def _sources(event: Occasion) -> Found:
    """People found able to introduce me: those who did, and those noted as referral sources."""
    found = event.of("introduction", "source_found")
    return Found(len({p for e in found for p in (e.others if e.kind == "introduction" else e.people)}), found)


def _introductions(event: Occasion) -> Found:
    found = event.of("introduction")
    return Found(len({e.person or e.id for e in found}), found)


def _kept_in_time(event: Occasion) -> Found:
    """Follow-ups of this event that were done by their date, as a share of those due by now, in tenths."""
    due = [i for i in event.items if i.event == event.id and i.kind in _KEPT_KINDS and i.state != "dropped"]
    due = [i for i in due if i.done_on or i.due < event.today]
    kept = [i for i in due if i.done_on and i.done_on <= i.due]
    about = {i.about for i in kept}
    share = round(10 * len(kept) / len(due)) if due else 0
    return Found(share, tuple(e for e in event.every if e.id in about))


PARTS: tuple[Rule, ...] = (
    Rule("sessions_reviewed", "before", "Sessions reviewed", 4, 1, _reviewed("sessions_reviewed"),
          "Look through the sessions and mark them reviewed."),
    Rule("people_reviewed", "before", "Speakers reviewed", 4, 1, _reviewed("people_reviewed"),
          "Look through the people on the agenda, not only the talks."),
    Rule("people_chosen", "before", "People chosen", 4, 2, _chosen,
          "Choose two people you want to meet; a peer in another industry first."),
    Rule("give_first_ready", "before", "Give-first ideas ready", 4, 2, _addressed("give_first_ready"),
          "Decide what you can give each person first."),
    Rule("notes_sent", "before", "Notes sent", 6, 2, _addressed("note_sent"),
          "Send a short personal note to each of them."),
    Rule("meetings_booked", "before", "Meetings booked", 8, 2, _booked,
          "Book two brief meetings: that is the floor."),
    Rule("meetings_held", "during", "Meetings held", 10, 2, _held,
          "Hold the meetings you booked, even for ten minutes in the hallway."),
    Rule("favours_done", "during", "Favours done", 10, 1, _favours_done,
          "Ask yourself: what social debt have I created today?",
          "Do somebody you met there a favour: it still counts."),
    Rule("sessions_stayed", "during", "Sessions stayed to the end", 5, 2, _sessions_stayed,
          "Put the phone away and stay in a session to the end."),
    Rule("networking_attended", "during", "Networking event attended", 5, 1, _networking,
          "Go to the networking event."),
    Rule("new_contacts", "after", "New significant contacts", 10, 4, _new_contacts,
          "Ask everyone you meet what they need and whom they know.",
          "Do somebody you met there a favour, or learn what they need."),
    Rule("referral_sources", "after", "Referral sources", 12, 4, _sources,
          "Mark went home with four. Note who can introduce you to people you want to know.",
          "Ask those you met whom they know, and note who can introduce you."),
    Rule("introductions", "after", "Introductions received", 8, 2, _introductions,
          "Earn an introduction: keep giving until you may ask.",
          "Earn an introduction: keep giving until you may ask."),
    Rule("follow_ups", "after", "Follow-ups kept in time, of ten", 10, 10, _kept_in_time,
          "Thank everybody you met within two days, and keep what you promise.",
          "Work through the checklist: thanks, promises, the review."),
)  # fmt: skip
"""Every part of the gauge: code, phase, label, the most points it gives, how many there should be, how it is measured."""
