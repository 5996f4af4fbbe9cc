"""Referral sources and introductions: who introduced whom, what came of it, and whom to thank and tell.

An introduction may have several sources. Each source is credited with all that came of it; totals over an event or over
everything count it once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from textwrap import wrap

from planner.journal import Entry, Outcome, effective

_REACHED: dict[Outcome, int] = {"meeting": 1, "opportunity": 2, "won": 3}
_ENCOUNTERS = ("met", "meeting_held")


@dataclass(frozen=True, slots=True)
class Change:
    """A step an introduction took: on `at`, to `state`; `entry` is the id of what was logged."""

    at: str
    state: Outcome
    entry: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Introduction:
    """Somebody introduced me to `person`. `state` is the latest, `changes` all of them from "introduced" on.

    `reached` is how far it ever got: 0 introduced, 1 met, 2 opportunity, 3 won. `value` is in `currency` (ISO 4217).
    """

    id: str
    person: str | None
    sources: tuple[str, ...]
    at: str
    event: str | None
    text: str
    ask: str | None
    changes: tuple[Change, ...]
    value: float | None = None
    currency: str | None = None

    @property
    def state(self) -> Outcome:
        """Where it stands now."""
        return self.changes[-1].state

    @property
    def reached(self) -> int:
        """How far it ever got: 0 introduced, 1 met, 2 opportunity, 3 won."""
        return max(_REACHED.get(change.state, 0) for change in self.changes)


@dataclass(frozen=True, slots=True)
class Figures:
    """What came of some introductions. `worth` and `pipeline` hold the value won and still open, by currency."""

    introductions: int = 0
    meetings: int = 0
    opportunities: int = 0
    won: int = 0
    worth: Mapping[str, float] = field(default_factory=dict)
    pipeline: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A referral source: a person who introduced me to somebody, or whom I found able and willing to (`since` that day)."""

    person: str
    since: date
    figures: Figures


@dataclass(frozen=True, slots=True)
class ReportDue:
    """The `source` of an introduction is to be thanked and told about its latest `change`."""

    introduction: Introduction
    source: str
    change: Change


@dataclass(frozen=True, slots=True)
class Chain:
    """One introduction traced back: the event, whom I met there, the people it went through, and the result.

    `through` begins with the person I met first and ends with the source of this introduction.
    """

    event: str | None
    through: tuple[str, ...]
    introduction: Introduction


def introductions(entries: Iterable[Entry]) -> tuple[Introduction, ...]:
    """Every introduction I was given and what came of it, in the order logged.

    A meeting with the person after the introduction counts as its "meeting" even when no outcome was logged.
    """
    current = effective(entries)
    outcomes: dict[str, list[Entry]] = defaultdict(list)
    encounters: dict[str, list[Entry]] = defaultdict(list)
    for entry in current:
        if entry.kind == "introduction_outcome" and entry.refers_to and entry.outcome:
            outcomes[entry.refers_to].append(entry)
        elif entry.kind == "meeting_held":
            for person in entry.people:
                encounters[person].append(entry)
    return tuple(
        _introduction(e, outcomes[e.id], [m for m in encounters.get(e.person or "", ()) if m.at > e.at])
        for e in current
        if e.kind == "introduction"
    )


def _introduction(entry: Entry, outcomes: list[Entry], met: list[Entry]) -> Introduction:
    changes = [Change(e.at, e.outcome or "nothing", e.id, e.text) for e in outcomes]
    first_met = min(met, key=lambda e: e.at, default=None)
    if first_met and not any(_REACHED.get(c.state, 0) for c in changes):
        changes.append(Change(first_met.at, "meeting", first_met.id, first_met.text))
    valued = [e for e in sorted([entry, *outcomes], key=lambda e: e.at) if e.value is not None]
    return Introduction(
        id=entry.id,
        person=entry.person,
        sources=entry.others,
        at=entry.at,
        event=entry.event,
        text=entry.text,
        ask=entry.refers_to,
        changes=(Change(entry.at, "introduced", entry.id, entry.text), *sorted(changes, key=lambda c: c.at)),
        value=valued[-1].value if valued else None,
        currency=valued[-1].currency if valued else None,
    )


def figures(some: Iterable[Introduction]) -> Figures:
    """What came of these introductions, each counted once. A value without a currency is kept under "?"."""
    every = list(some)
    worth: Counter[str] = Counter()
    pipeline: Counter[str] = Counter()
    for intro in every:
        if intro.value is not None and intro.state == "won":
            worth[intro.currency or "?"] += intro.value  # type: ignore[assignment]
        elif intro.value is not None and intro.state in ("meeting", "opportunity"):
            pipeline[intro.currency or "?"] += intro.value  # type: ignore[assignment]
    reached = [intro.reached for intro in every]
    return Figures(
        introductions=len(every),
        meetings=sum(r >= 1 for r in reached),
        opportunities=sum(r >= 2 for r in reached),
        won=sum(r >= 3 for r in reached),
        worth=dict(worth),
        pipeline=dict(pipeline),
    )


def sources(entries: Iterable[Entry]) -> tuple[Source, ...]:
    """My referral sources, the most fruitful first: by won, opportunities, meetings, introductions."""
    current = effective(entries)
    since: dict[str, date] = {}
    by_source: dict[str, list[Introduction]] = defaultdict(list)
    for intro in introductions(current):
        for source in intro.sources:
            by_source[source].append(intro)
    for entry in current:
        named = entry.others if entry.kind == "introduction" else entry.people if entry.kind == "source_found" else ()
        for person in named:
            since[person] = min(since.get(person, entry.day), entry.day)
    found = [Source(person, day, figures(by_source.get(person, ()))) for person, day in since.items()]

    def rank(source: Source) -> tuple[int, int, int, int]:
        f = source.figures
        return (-f.won, -f.opportunities, -f.meetings, -f.introductions)

    return tuple(sorted(found, key=rank))


def figures_by_event(entries: Iterable[Entry]) -> dict[str | None, Figures]:
    """What came of the introductions of each event, those that began elsewhere under None."""
    by_event: dict[str | None, list[Introduction]] = defaultdict(list)
    for chain in chains(entries):
        by_event[chain.event].append(chain.introduction)
    return {event: figures(some) for event, some in by_event.items()}


def report_back_due(entries: Iterable[Entry]) -> tuple[ReportDue, ...]:
    """The sources who have not been told since the latest change of an introduction they made, the oldest change first.

    A `reported_back` to the source counts from its time on, for the introduction it refers to, or for all when it refers to
    none; right after the introduction itself a `thanked` is enough.
    """
    current = effective(entries)
    told: dict[str, list[Entry]] = defaultdict(list)
    for entry in current:
        if entry.kind in ("reported_back", "thanked"):
            for person in entry.people:
                told[person].append(entry)
    due = []
    for intro in introductions(current):
        change = intro.changes[-1]
        kinds = ("reported_back", "thanked") if change.state == "introduced" else ("reported_back",)
        for source in intro.sources:
            heard = any(e.kind in kinds and e.refers_to in (None, intro.id) and e.at >= change.at for e in told[source])
            if not heard:
                due.append(ReportDue(intro, source, change))
    return tuple(sorted(due, key=lambda d: d.change.at))


def chains(entries: Iterable[Entry]) -> tuple[Chain, ...]:
    """Every introduction traced back to the event where it began; one row for each, in the order logged.

    With several sources the one I have known longest leads. The event is that of the introduction, else where I met the
    first person of the chain.
    """
    current = effective(entries)
    every = introductions(current)
    made_known = {intro.person: intro for intro in reversed(every) if intro.person}
    met: dict[str, Entry] = {}
    for entry in current:
        if entry.kind in _ENCOUNTERS:
            for person in entry.people:
                met.setdefault(person, entry)
    return tuple(_trace(intro, made_known, met) for intro in every)


def _trace(intro: Introduction, made_known: Mapping[str, Introduction], met: Mapping[str, Entry]) -> Chain:
    through: list[str] = []
    step: Introduction | None = intro
    while step is not None and step.sources:
        source = min(step.sources, key=lambda p: met[p].at if p in met else "9999")
        if source in through or source == intro.person:
            break
        through.insert(0, source)
        earlier = made_known.get(source)
        step = earlier if earlier is not None and earlier.at < step.at else None
    first = met.get(through[0]) if through else None
    event = (first.event if first else None) or intro.event
    return Chain(event, tuple(through), intro)


def chains_dot(entries: Iterable[Entry], *, names: Mapping[str, str], events: Mapping[str, str]) -> str:
    """The chains as a Graphviz picture: events, people and results, with what leads from one to the other.

    `names` and `events` say what to call people and events by id. Everything is quoted, so that no name can add
    anything to the drawing, link or load anything.
    """
    look = 'shape=box, style=rounded, fontsize=13, margin="0.08,0.04", height=0.3, width=0.3'
    lines = ["digraph referrals {", f"  rankdir=LR; ranksep=0.25; nodesep=0.15; node [{look}]; edge [arrowsize=0.6];"]
    drawn: dict[str, None] = {}
    for chain in chains(entries):
        intro = chain.introduction
        person = [f"p:{intro.person}"] if intro.person else []
        path = ([f"e:{chain.event}"] if chain.event else []) + [f"p:{p}" for p in chain.through] + person
        for node in path:
            kind, _, key = node.partition(":")
            label = events.get(key, "an event") if kind == "e" else names.get(key, "somebody")
            drawn[f"  {_quote(node)} [label={_label(label)}{', style=bold' if kind == 'e' else ''}];"] = None
        for source in intro.sources:
            if source not in chain.through and person:
                drawn[f"  {_quote(f'p:{source}')} [label={_label(names.get(source, 'somebody'))}];"] = None
                drawn[f"  {_quote(f'p:{source}')} -> {_quote(person[0])};"] = None
        for left, right in pairwise(path):
            drawn[f"  {_quote(left)} -> {_quote(right)};"] = None
        if intro.reached and path:
            result = f"r:{intro.id}"
            drawn[f"  {_quote(result)} [label={_label(*_result(intro))}, shape=plaintext];"] = None
            drawn[f"  {_quote(path[-1])} -> {_quote(result)};"] = None
    return "\n".join([*lines, *drawn, "}"])


def _result(intro: Introduction) -> tuple[str, str]:
    return intro.state, f"{intro.value:,.0f} {intro.currency or ''}".rstrip() if intro.value is not None else ""


def _quote(text: str, *, longest: int = 60) -> str:
    """A DOT string: no control characters, quotes and backslashes escaped, shortened."""
    clean = "".join(c if c.isprintable() else " " for c in text)
    short = clean if len(clean) <= longest else clean[: longest - 1] + "…"
    return '"' + _escape(short) + '"'


def _label(*texts: str) -> str:
    """A DOT string in short lines: a picture of narrow boxes fits a phone."""
    lines: list[str] = []
    for text in texts:
        clean = "".join(c if c.isprintable() else " " for c in text)
        lines += wrap(clean, 13, max_lines=4, placeholder="…")
    return '"' + "\\n".join(map(_escape, lines)) + '"'


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
