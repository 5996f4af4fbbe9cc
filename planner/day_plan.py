"""Where to be: a page per day with the sessions to stay in, the meetings and the networking event, for paper or phone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Literal

from planner._printing import frame_page
from planner.agenda import Agenda
from planner.people import Person
from planner.records import Meeting
from planner.suggestion import Slot
from planner.timeline import Timeline, is_dated, read_timeline, slot_times

ItemKind = Literal["session", "meeting", "networking"]

_EVENING = "In the evening: what social debt have I created today?"
_ADVICE = {
    "session": "Stay to the end, with the phone away.",
    "meeting": "Give first. Ask whom you should know here.",
    "networking": "Be there, and talk to people you did not plan to meet.",
}


@dataclass(frozen=True, slots=True)
class Item:
    """Where to be from `start` to `end` (`HH:MM` at the venue; the end unknown is None), and what to remember there."""

    kind: ItemKind
    start: str
    end: str | None
    title: str
    place: str | None = None
    remember: tuple[str, ...] = ()
    overlaps: bool = False


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One day, in order of time. `name` is the day in words."""

    name: str
    items: tuple[Item, ...]


def plan_days(
    agenda: Agenda, meetings: Iterable[Meeting], people: Mapping[str, Person], *, must_see: Iterable[str] = (),
    remember: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[DayPlan, ...]:  # fmt: skip
    """A plan for each day of the event: the sessions of `must_see` (ids), every networking event, and the meetings.

    Meetings that were called off are left out. `people` gives persons by id, `remember` lines to have at hand for a meeting
    by its id (what to give, what to ask). An item that begins before the one above it ends is marked as overlapping; a meeting
    at a networking event is where it should be.
    """
    timeline = read_timeline(agenda)
    stay = set(must_see)
    found: list[tuple[datetime, datetime, Item]] = []
    for timed in timeline.timed:
        session = timed.session
        if session.id in stay or (session.kind == "networking" and not timed.is_frame):
            kind: ItemKind = "networking" if session.kind == "networking" else "session"
            names = tuple(p.name for p in agenda.speakers if p.id in session.speakers)
            who = (f"With {', '.join(names)}.",) if names else ()
            end = f"{timed.end:%H:%M}" if timed.sure else None
            item = Item(kind, f"{timed.start:%H:%M}", end, session.title, session.room, (*who, _ADVICE[kind]))
            found.append((timed.start, timed.end, item))
    for meeting in meetings:
        when = slot_times(Slot(meeting.start, meeting.end, meeting.place))
        if when is None or meeting.status == "cancelled":
            continue
        start, end_at = when
        lines = (*(remember or {}).get(meeting.id, ()), *filter(None, (meeting.remarks,)), _ADVICE["meeting"])
        title = "Meet " + (", ".join(_introduce(people[p]) for p in meeting.people if p in people) or "somebody")
        if meeting.status == "proposed":
            title += " (not confirmed)"
        place = re.sub(r"^day \d+, ", "", meeting.place) if meeting.place else None
        found.append((start, end_at, Item("meeting", f"{start:%H:%M}", f"{end_at:%H:%M}", title, place, lines)))
    return _by_day(found, timeline)


def write_markdown(days: Iterable[DayPlan], *, title: str) -> str:
    """The plan as Markdown, a section per day; text from outside cannot make headings, links or pictures."""
    lines = [f"# {_escape(title)}", ""]
    for day in days:
        lines += [f"## {_escape(day.name)}", ""]
        for item in day.items:
            place = f", {_escape(item.place)}" if item.place else ""
            mark = " — overlaps with the one before" if item.overlaps else ""
            lines.append(f"- **{_hours(item)}** {_escape(item.title)}{place}{mark}")
            lines += [f"  - {_escape(line)}" for line in item.remember]
        lines += ["", _EVENING, ""]
    return "\n".join(lines)


def write_html(days: Iterable[DayPlan], *, title: str) -> str:
    """The plan as one HTML page, a printed page per day, readable on a phone; it loads nothing and escapes every text."""
    sections = "\n".join(_section(day) for day in days)
    return frame_page(f"<h1>{html.escape(title)}</h1>\n{sections}", title=title, style=_STYLE)


def _by_day(found: list[tuple[datetime, datetime, Item]], timeline: Timeline) -> tuple[DayPlan, ...]:
    days: dict[date, list[Item]] = {}
    found.sort(key=lambda entry: (entry[0], entry[1]))
    together = {"networking", "meeting"}
    late = {id(b[2]) for a, b in pairwise(found) if b[0] < a[1] and {a[2].kind, b[2].kind} != together}
    for start, _, item in found:
        marked = Item(item.kind, item.start, item.end, item.title, item.place, item.remember, overlaps=id(item) in late)
        days.setdefault(start.date(), []).append(marked)
    single = len({*days, *timeline.days}) == 1
    return tuple(
        DayPlan("The day" if single and not is_dated(day) else _capital(timeline.name_day(day)), tuple(items))
        for day, items in days.items()
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _introduce(person: Person) -> str:
    job = ", ".join(filter(None, (person.title, person.company)))
    return f"{person.name} ({job})" if job else person.name


def _hours(item: Item) -> str:
    return f"{item.start}–{item.end}" if item.end else item.start


def _escape(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return re.sub(r"([\\`*_{}\[\]()#+!|~$-])", r"\\\1", html.escape(" ".join(text.split()), quote=False))


def _section(day: DayPlan) -> str:
    items = "\n".join(_entry(item) for item in day.items)
    return f"<section>\n<h2>{html.escape(day.name)}</h2>\n<ol>\n{items}\n</ol>\n<p>{_EVENING}</p>\n</section>"


def _entry(item: Item) -> str:
    place = f" <span>{html.escape(item.place)}</span>" if item.place else ""
    overlap = " <em>overlaps with the one before</em>" if item.overlaps else ""
    lines = "".join(f"<li>{html.escape(line)}</li>" for line in item.remember)
    return (
        f'<li class="{item.kind}"><time>{html.escape(_hours(item))}</time> <strong>{html.escape(item.title)}</strong>'
        f"{place}{overlap}<ul>{lines}</ul></li>"
    )


_STYLE = """
body { font: 16px/1.4 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; color: #1c2624; }
section + section { break-before: page; }
ol { list-style: none; padding: 0; }
ol > li { border-left: 4px solid #9db5b0; padding: .2rem 0 .2rem .8rem; margin: 0 0 .8rem; break-inside: avoid; }
li.meeting { border-color: #0b6e63; } li.networking { border-color: #e0a43a; }
time { font-variant-numeric: tabular-nums; font-weight: 600; margin-right: .4rem; }
span { color: #4a5a57; } em { color: #a12d2d; } ul { margin: .2rem 0 0; padding-left: 1.1rem; font-size: .9em; }
@media print { body { padding: 0; font-size: 12px; } }
"""
