"""The scorecard: where an event stands between Evan (0) and Mark (100), from what was logged and nothing else.

The gauge is a sum of parts. A part gives its points in proportion to how much of its target was reached:
`points = most * min(have, want) / want`. The parts, their points and targets stand in `PARTS`; their points add up to 100:
30 for what was done before the event, 30 during it, 40 after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from planner._checklist_facts import day_of, gather
from planner.checklist import Item, checklist, last_days
from planner.journal import Entry, EntryKind, effective
from planner.ledger import balances
from planner.people import Person
from planner.records import KeptEvent
from planner.referrals import Source, sources

Phase = Literal["before", "during", "after"]
_ENCOUNTERS = ("met", "meeting_held")
_SUBSTANCE = (
    "meeting_held", "need_heard", "favour_given", "favour_received", "favour_promised", "introduction", "source_found",
)  # fmt: skip
_KNOWN_BEFORE = ("colleague", "ex_colleague", "past_client", "friend", "other")  # a client may be one won here
_KEPT_KINDS = ("thanks", "promise", "report_back", "review")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the gauge: `points` of `most`, because I have `have` of the `want` there should be.

    `entries` are the ids of the journal entries it is made of, `next` what to do to move it (None when it is full).
    """

    code: str
    phase: Phase
    label: str
    have: int
    want: int
    most: int
    entries: tuple[str, ...]
    next: str | None

    @property
    def points(self) -> float:
        """What it adds to the gauge."""
        return self.most * min(self.have, self.want) / self.want


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The gauge of one event and the parts it is made of, in the order of the journey."""

    event: str
    parts: tuple[Part, ...]

    @property
    def score(self) -> int:
        """From 0 (Evan) to 100 (Mark)."""
        return round(sum(part.points for part in self.parts))

    def phase(self, phase: Phase) -> tuple[float, int]:
        """The points of one phase, and the most there are."""
        some = [p for p in self.parts if p.phase == phase]
        return sum(p.points for p in some), sum(p.most for p in some)

    @property
    def verdict(self) -> str:
        """The score in words."""
        if self.score >= 80:
            return "You did it as Mark did."
        if self.score >= 50:
            return "Well on the way to Mark."
        if self.score >= 20:
            return "More than Evan, with much still to win."
        return "So far this is Evan's event."

    @property
    def next_steps(self) -> tuple[Part, ...]:
        """The parts that can still move it, those worth the most first."""
        return tuple(sorted((p for p in self.parts if p.next), key=lambda p: p.points - p.most))


class _Found(NamedTuple):
    """How many of something there are, made of which entries."""

    number: int
    entries: tuple[Entry, ...]


class _Rule(NamedTuple):
    code: str
    phase: Phase
    label: str
    most: int
    want: int
    measure: Callable[[_Event], _Found]
    advice: str


@dataclass(frozen=True, slots=True)
class _Event:
    """What the measures look at: the whole journal, and the part of it about this event."""

    id: str
    every: tuple[Entry, ...]
    here: tuple[Entry, ...]
    people: tuple[Person, ...]
    items: tuple[Item, ...]
    today: date
    last: date | None

    def before(self, *kinds: EntryKind) -> tuple[Entry, ...]:
        """The entries of some kinds logged by the event's last day: preparation afterwards is none."""
        return tuple(e for e in self.of(*kinds) if self.last is None or e.day <= self.last)

    def of(self, *kinds: EntryKind) -> tuple[Entry, ...]:
        """The entries of some kinds at this event."""
        return tuple(e for e in self.here if e.kind in kinds)


def _reviewed(kind: EntryKind) -> Callable[[_Event], _Found]:
    def measure(event: _Event) -> _Found:
        found = event.before(kind)
        return _Found(len(found), found)

    return measure


def _addressed(kind: EntryKind) -> Callable[[_Event], _Found]:
    """So many different people prepared for, beforehand."""

    def measure(event: _Event) -> _Found:
        found = event.before(kind)
        return _Found(len({p for e in found for p in e.people}), found)

    return measure


def _chosen(event: _Event) -> _Found:
    last = {e.person: e for e in event.before("accepted", "not_now", "no_thanks", "met_before", "undecided")}
    found = tuple(e for e in last.values() if e.kind == "accepted")
    return _Found(len(found), found)


def _booked(event: _Event) -> _Found:
    """Meetings booked beforehand and not cancelled, by person; one that was held counts as booked when it was booked."""
    last = {e.person: e for e in event.before("meeting_booked", "meeting_cancelled")}
    found = tuple(e for e in last.values() if e.kind == "meeting_booked")
    return _Found(len(found), found)


def _held(event: _Event) -> _Found:
    found = event.of("meeting_held")
    return _Found(len({p for e in found for p in e.people}), found)


def _favours_done(event: _Event) -> _Found:
    found = event.of("favour_given")
    return _Found(sum(len(e.people) for e in found), found)


def _sessions_stayed(event: _Event) -> _Found:
    found = event.of("session_stayed")
    return _Found(len({e.session or e.id for e in found}), found)


def _networking(event: _Event) -> _Found:
    found = event.of("networking_attended")
    return _Found(len({e.day for e in found}), found)


def _new_contacts(event: _Event) -> _Found:
    """People met here for the first time with whom more than a card was exchanged: quality counts, not quantity."""
    first = min((e.at for e in event.of("met", "meeting_held", "introduction")), default="9999")
    known = {p for e in event.every if e.kind in _ENCOUNTERS and e.event != event.id and e.at < first for p in e.people}
    known |= {e.person for e in event.every if e.kind == "met_before" and e.person}
    known |= {p.id for p in event.people if p.relation in _KNOWN_BEFORE or (p.last_contact or "9999") < first[:10]}
    met = {p for e in event.of("met", "meeting_held") for p in e.people}
    met |= {e.person for e in event.of("introduction") if e.person}
    deep = tuple(e for e in event.here if e.kind in _SUBSTANCE)
    new = {p for e in deep for p in e.people if p in met and p not in known}
    return _Found(len(new), tuple(e for e in deep if new & set(e.people)))


def _sources(event: _Event) -> _Found:
    """People found able to introduce me: those who did, and those noted as referral sources."""
    found = event.of("introduction", "source_found")
    return _Found(len({p for e in found for p in (e.others if e.kind == "introduction" else e.people)}), found)


def _introductions(event: _Event) -> _Found:
    found = event.of("introduction")
    return _Found(len({e.person or e.id for e in found}), found)


def _kept_in_time(event: _Event) -> _Found:
    """Follow-ups of this event that were done by their date, as a share of those due by now, in tenths."""
    due = [i for i in event.items if i.event == event.id and i.kind in _KEPT_KINDS and i.state != "dropped"]
    due = [i for i in due if i.done_on or i.due < event.today]
    kept = [i for i in due if i.done_on and i.done_on <= i.due]
    about = {i.about for i in kept}
    share = round(10 * len(kept) / len(due)) if due else 0
    return _Found(share, tuple(e for e in event.every if e.id in about))


PARTS: tuple[_Rule, ...] = (
    _Rule("sessions_reviewed", "before", "Sessions reviewed", 4, 1, _reviewed("sessions_reviewed"),
          "Look through the sessions and mark them reviewed."),
    _Rule("people_reviewed", "before", "Speakers reviewed", 4, 1, _reviewed("people_reviewed"),
          "Look through the people on the agenda, not only the talks."),
    _Rule("people_chosen", "before", "People chosen", 4, 2, _chosen,
          "Choose two people you want to meet; a peer in another industry first."),
    _Rule("give_first_ready", "before", "Give-first ideas ready", 4, 2, _addressed("give_first_ready"),
          "Decide what you can give each person first."),
    _Rule("notes_sent", "before", "Notes sent", 6, 2, _addressed("note_sent"),
          "Send a short personal note to each of them."),
    _Rule("meetings_booked", "before", "Meetings booked", 8, 2, _booked,
          "Book two brief meetings: that is the floor."),
    _Rule("meetings_held", "during", "Meetings held", 10, 2, _held,
          "Hold the meetings you booked, even for ten minutes in the hallway."),
    _Rule("favours_done", "during", "Favours done", 10, 1, _favours_done,
          "Ask yourself: what social debt have I created today?"),
    _Rule("sessions_stayed", "during", "Sessions stayed to the end", 5, 2, _sessions_stayed,
          "Put the phone away and stay in a session to the end."),
    _Rule("networking_attended", "during", "Networking event attended", 5, 1, _networking,
          "Go to the networking event."),
    _Rule("new_contacts", "after", "New significant contacts", 10, 4, _new_contacts,
          "Ask everyone you meet what they need and whom they know."),
    _Rule("referral_sources", "after", "Referral sources", 12, 4, _sources,
          "Mark went home with four. Note who can introduce you to people you want to know."),
    _Rule("introductions", "after", "Introductions received", 8, 2, _introductions,
          "Earn an introduction: keep giving until you may ask."),
    _Rule("follow_ups", "after", "Follow-ups kept in time, of ten", 10, 10, _kept_in_time,
          "Work through the checklist: thanks, promises, the review."),
)  # fmt: skip
"""Every part of the gauge: code, phase, label, the most points it gives, how many there should be, how it is measured."""


def scorecard(
    entries: Iterable[Entry],
    event: str,
    *,
    people: Iterable[Person] = (),
    events: Iterable[KeptEvent] = (),
    today: date,
) -> Scorecard:
    """The scorecard of one event (its id) as it stands today.

    `people` and `events` are those kept: the first tell who was known before and whom the follow-ups are about, the
    second when an event ended.
    """
    every, known, kept = effective(entries), tuple(people), tuple(events)
    items = checklist(every, people=known, events=kept, today=today)
    return _score(event, every, known, items, last_days(every, kept).get(event), today)


def _score(
    event: str, every: tuple[Entry, ...], people: tuple[Person, ...], items: tuple[Item, ...], last: date | None, today: date
) -> Scorecard:
    here = tuple(e for e in every if e.event == event)
    looked_at = _Event(event, every, here, people, items, today, last)
    parts = []
    for rule in PARTS:
        found = rule.measure(looked_at)
        advice = rule.advice if found.number < rule.want else None
        ids = tuple(e.id for e in found.entries)
        parts.append(Part(rule.code, rule.phase, rule.label, found.number, rule.want, rule.most, ids, advice))
    return Scorecard(event, tuple(parts))


# ---------------------------------------------------------------------- over events


@dataclass(frozen=True, slots=True)
class Step:
    """One event in the trend."""

    event: str
    name: str
    start: str | None
    score: int
    new_contacts: int
    referral_sources: int
    introductions: int
    favours: int


@dataclass(frozen=True, slots=True)
class Stock:
    """The stockpile of social debt at the end of one day: favours given and received so far."""

    day: date
    given: int
    received: int


def trend(
    entries: Iterable[Entry], *, people: Iterable[Person] = (), events: Iterable[KeptEvent], today: date
) -> tuple[Step, ...]:
    """The scorecards of all events something was logged about, the earliest first."""
    every, known, kept = effective(entries), tuple(people), tuple(events)
    there = {e.event for e in every}
    items, lasts = checklist(every, people=known, events=kept, today=today), last_days(every, kept)
    steps = []
    for event in sorted((e for e in kept if e.id in there), key=lambda e: e.event.start or "9999"):
        card = _score(event.id, every, known, items, lasts.get(event.id), today)
        parts = {part.code: part.have for part in card.parts}
        favours = sum(len(e.people) for e in every if e.kind == "favour_given" and e.event == event.id)
        steps.append(
            Step(event.id, event.event.name or event.source, event.event.start, card.score, parts["new_contacts"],
                 parts["referral_sources"], parts["introductions"], favours)
        )  # fmt: skip
    return tuple(steps)


def stock(entries: Iterable[Entry]) -> tuple[Stock, ...]:
    """The stockpile of social debt day by day, on the days it changed. A favour to two people counts for each."""
    changes: dict[date, list[int]] = {}
    for entry in effective(entries):
        if entry.kind in ("favour_given", "favour_received"):
            day = changes.setdefault(entry.day, [0, 0])
            day[entry.kind == "favour_received"] += len(entry.people)
    result, given, received = [], 0, 0
    for when in sorted(changes):
        given, received = given + changes[when][0], received + changes[when][1]
        result.append(Stock(when, given, received))
    return tuple(result)


def best_sources(entries: Iterable[Entry], *, most: int = 10) -> tuple[Source, ...]:
    """The most fruitful referral sources over all events."""
    return sources(entries)[:most]


def drifted(entries: Iterable[Entry], people: Iterable[Person], *, today: date, after_days: int = 365) -> tuple[Person, ...]:
    """People I had to do with and who have gone stale: no contact for a year, those with the most favours between us first."""
    known = tuple(people)
    facts = gather(entries, known, ())
    accounts = balances(facts.entries)

    def favours(person: Person) -> int:
        account = accounts.get(person.id)
        return len(account.given) + len(account.received) if account else 0

    def is_stale(person: Person) -> bool:
        days = [day for day in (facts.last_contact(person.id), day_of(person.last_contact)) if day]
        return bool(days) and person.id in facts.by_person and (today - max(days)).days >= after_days

    stale = (p for p in known if facts.is_open_to(p.id) and is_stale(p))
    return tuple(sorted(stale, key=favours, reverse=True))
