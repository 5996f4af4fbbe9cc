"""The scorecard: where an event stands between Evan (0) and Mark (100), from what was logged and nothing else.

The gauge is a sum of parts. A part gives its points in proportion to how much of its target was reached:
`points = most * min(have, want) / want`. The parts, their points and targets stand in `PARTS` (`_scorecard_parts.py`); their
points add up to 100: 30 for what was done before the event, 30 during it, 40 after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from planner._checklist_facts import day_of, gather
from planner._scorecard_parts import PARTS, PHASES, Occasion, Phase
from planner.agenda import Event
from planner.checklist import checklist, last_days
from planner.journal import Entry, effective
from planner.ledger import balances
from planner.people import Person
from planner.records import KeptEvent
from planner.referrals import Source, sources

__all__ = [
    "PARTS", "PHASES", "Part", "Phase", "Scorecard", "Step", "Stock", "best_sources", "drifted", "scorecard", "stock", "trend",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the gauge: `points` of `most`, because I have `have` of the `want` there should be.

    `entries` are the ids of the journal entries it is made of, `next` what to do to move it: None when it is full, and when
    the event is over and it is too late.
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
    """The gauge of one event and the parts it is made of, in the order of the journey.

    `stage` says whether the event is still to come, on, or over.
    """

    event: str
    parts: tuple[Part, ...]
    stage: Phase

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
        if self.stage == "before":
            return "Still to come: prepare as Mark did."
        if self.score >= 80:
            return "You did it as Mark did."
        if self.score >= 50:
            return "Well on the way to Mark."
        if self.score >= 20:
            return "More than Evan, with much still to win."
        return "So far this is Evan's event."

    @property
    def next_steps(self) -> tuple[Part, ...]:
        """The parts that can still move it: what it is time for first, then what comes later, each by what it is worth."""
        now = PHASES.index(self.stage)

        def urgency(part: Part) -> tuple[int, float]:
            later = PHASES.index(part.phase) - now
            return max(later - (now > 0), 0), part.points - part.most  # once there, think of afterwards too

        return tuple(sorted((p for p in self.parts if p.next), key=urgency))


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
    return _score(Occasion(event, every, known, items, today, *_span(event, kept, last_days(every, kept))))


def _span(event: str, kept: Iterable[KeptEvent], lasts: Mapping[str, date]) -> tuple[date | None, date | None]:
    """The first and the last day of an event, as far as they are known."""
    found = next((e.event for e in kept if e.id == event), Event())
    return day_of(found.start), lasts.get(event) or day_of(found.end or found.start)


def _score(occasion: Occasion) -> Scorecard:
    stage, parts = occasion.stage, []
    for rule in PARTS:
        found = rule.measure(occasion)
        advice = (rule.afterwards if stage == "after" else rule.advice) if found.number < rule.want else None
        ids = tuple(e.id for e in found.entries)
        parts.append(Part(rule.code, rule.phase, rule.label, found.number, rule.want, rule.most, ids, advice))
    return Scorecard(occasion.id, tuple(parts), stage)


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
        card = _score(Occasion(event.id, every, known, items, today, *_span(event.id, kept, lasts)))
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
        return bool(days) and (today - max(days)).days >= after_days

    met = (p for p in known if p.id in facts.by_person)
    stale = (p for p in met if facts.is_open_to(p.id) and is_stale(p))
    return tuple(sorted(stale, key=favours, reverse=True))
