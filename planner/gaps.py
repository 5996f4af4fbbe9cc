"""Breaks that a programme leaves out: times at which no room has a session, inferred and never shown as printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from planner.agenda import Agenda
from planner.timeline import Timed, Timeline, read_timeline

_SHORTEST, _LONGEST = timedelta(minutes=15), timedelta(hours=2)  # shorter is changing rooms; longer is the end of a half day


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without a session in any room: the day in words, `HH:MM` at the venue for its start and end."""

    day: str
    start: str
    end: str


def find_gaps(agenda: Agenda) -> tuple[Gap, ...]:
    """The gaps common to all rooms, in order of time, on days whose programme names no break.

    A gap after a session of unknown end is left out: nobody knows when it begins.
    """
    timeline = read_timeline(agenda)
    return tuple(gap for day in timeline.days for gap in _gaps_of(timeline.on(day), timeline))


def gaps_by_day(gaps: Iterable[Gap]) -> dict[str, list[str]]:
    """The times of the gaps, as `10:30–11:00`, by their days in words."""
    days: dict[str, list[str]] = {}
    for gap in gaps:
        days.setdefault(gap.day, []).append(f"{gap.start}–{gap.end}")
    return days


def _gaps_of(day: tuple[Timed, ...], timeline: Timeline) -> list[Gap]:
    programme = [t for t in day if not t.is_frame]
    if any(t.session.kind == "break" for t in programme):
        return []
    found: list[Gap] = []
    latest: datetime | None = None
    sure = False
    for timed in programme:
        if latest is not None and sure and _SHORTEST <= timed.start - latest <= _LONGEST:
            found.append(Gap(timeline.name_day(latest.date()), f"{latest:%H:%M}", f"{timed.start:%H:%M}"))
        if latest is None or timed.end >= latest:
            latest, sure = timed.end, timed.sure
    return found
