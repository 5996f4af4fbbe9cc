"""The event report: what an event brought, in Markdown, fit to be printed and shown to a boss.

It gives figures, names of new contacts and what came of introductions; it says nothing of who owes whom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from planner._printing import print_page
from planner.checklist import checklist, digest
from planner.journal import Entry, effective
from planner.people import Person
from planner.records import KeptEvent
from planner.referrals import Figures, Introduction, chains, figures
from planner.scorecard import Part, Scorecard, scorecard

_BROUGHT = ("meetings_held", "new_contacts", "referral_sources", "introductions", "favours_done", "sessions_stayed")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#!|~&$:@]|(?<=www)\.)", re.IGNORECASE)


def event_report(
    entries: Iterable[Entry],
    event: KeptEvent,
    *,
    people: Iterable[Person],
    events: Iterable[KeptEvent] = (),
    today: date,
) -> str:
    """The report of one event as Markdown text, computed from what was logged."""
    every, known = effective(entries), tuple(people)
    kept = tuple(events) or (event,)
    card = scorecard(every, event.id, people=known, events=kept, today=today)
    by_id = {p.id: p for p in known}
    found = [chain.introduction for chain in chains(every) if chain.event == event.id]
    lines = [f"# {_plain(event.event.name or event.source)}", "", _where(event), ""]
    lines += [f"**{card.score} of 100** on the way from Evan to Mark. {card.verdict}", ""]
    lines += _figures(card, figures(found))
    lines += _contacts(every, event.id, by_id)
    lines += _introductions(found, by_id)
    lines += _next(every, event, known, kept, today)
    lines += ["## How the score is made", "", "| part | done | of | points |", "| --- | ---: | ---: | ---: |"]
    lines += [f"| {part.label} | {part.have} | {part.want} | {part.points:g} of {part.most} |" for part in card.parts]
    lines += ["", f"Made on {today.isoformat()} from what was logged."]
    return "\n".join(lines) + "\n"


def draft_review(
    entries: Iterable[Entry], event: KeptEvent, *, people: Iterable[Person], events: Iterable[KeptEvent] = (), today: date
) -> str:
    """What to begin the answer to "was it worth it?" from: the figures in one line of plain text, the answer left open."""
    every = effective(entries)
    card = scorecard(every, event.id, people=people, events=tuple(events) or (event,), today=today)
    parts = {part.code: part for part in card.parts}
    came = figures(chain.introduction for chain in chains(every) if chain.event == event.id)
    said = [f"{parts[code].label}: {parts[code].have}." for code in _BROUGHT]
    said += [f"Won: {value:,.0f} {currency}." for currency, value in sorted(came.worth.items())]
    return " ".join([*said, f"{card.score} of 100.", "Worth it?"])


def event_report_page(report: str, event: KeptEvent) -> str:
    """The same report as one HTML page to print or send; it loads nothing and escapes every text."""
    return print_page(report, title=event.event.name or event.source)


def _where(event: KeptEvent) -> str:
    when = " to ".join(dict.fromkeys(filter(None, (event.event.start, event.event.end)))) or "date unknown"
    return ", ".join(filter(None, (when, _plain(event.event.venue or ""))))


def _figures(card: Scorecard, came: Figures) -> list[str]:
    parts: dict[str, Part] = {part.code: part for part in card.parts}
    lines = ["## What it brought", ""]
    lines += [f"- {parts[code].label}: **{parts[code].have}**" for code in _BROUGHT]
    lines += [f"- Came of the introductions: {came.meetings} meetings, {came.opportunities} opportunities, {came.won} won"]
    lines += [f"- Won: **{value:,.0f} {_plain(currency)}**" for currency, value in sorted(came.worth.items())]
    lines += [f"- Still open: {value:,.0f} {_plain(currency)}" for currency, value in sorted(came.pipeline.items())]
    return [*lines, ""]


def _contacts(every: Iterable[Entry], event: str, by_id: dict[str, Person]) -> list[str]:
    met = dict.fromkeys(p for e in every if e.event == event and e.kind in ("met", "meeting_held") for p in e.people)
    rows = [by_id[p] for p in met if p in by_id]
    if not rows:
        return []
    lines = ["## People met", "", "| name | job title | company |", "| --- | --- | --- |"]
    return [*lines, *(f"| {_plain(p.name)} | {_plain(p.title or '')} | {_plain(p.company or '')} |" for p in rows), ""]


def _introductions(found: Iterable[Introduction], by_id: dict[str, Person]) -> list[str]:
    lines = []
    for intro in found:
        name = by_id[intro.person].name if intro.person in by_id else "somebody"
        sources = ", ".join(_plain(by_id[s].name) for s in intro.sources if s in by_id)
        worth = f", {intro.value:,.0f} {_plain(intro.currency or '')}".rstrip() if intro.value is not None else ""
        lines.append(f"- {_plain(name)}{f', through {sources}' if sources else ''}: {intro.state}{worth}")
    return ["## Introductions", "", *lines, ""] if lines else []


def _next(
    every: Iterable[Entry], event: KeptEvent, people: tuple[Person, ...], kept: tuple[KeptEvent, ...], today: date
) -> list[str]:
    items = checklist(every, people=people, events=kept, today=today)
    items = tuple(i for i in items if i.event == event.id and not i.outward)  # favours and asks are nobody else's business
    found = digest(items, today=today)
    due = [*found.today, *found.week]
    return ["## Next", "", *(f"- {_plain(i.what)} (by {i.due.isoformat()})" for i in due), ""] if due else []


def _plain(text: str) -> str:
    """Text from outside as plain words in Markdown: one line, nothing in it a link, an image, a tag or a heading."""
    return _MARKDOWN.sub(r"\\\1", " ".join("".join(c if c.isprintable() else " " for c in text).split()))
