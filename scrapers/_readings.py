"""One document, several readings: the data a page carries and what it shows, made one agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.agenda import Agenda
from scrapers._merge import merge


def weigh(agenda: Agenda) -> float:
    """How much of a programme a reading holds: sessions with a time count most, then people linked to them."""
    timed = sum(bool(s.start) for s in agenda.sessions)
    return (
        timed
        + 0.3 * (len(agenda.sessions) - timed)
        + 0.3 * sum(len(s.speakers) for s in agenda.sessions)
        + 0.1 * len(agenda.speakers)
    )


def unite(readings: Sequence[Agenda]) -> Agenda:
    """The readings of one page made one; published data, which comes first, leads unless it holds far less than the page shows.

    The reading that leads is completed by the others, which add no sessions of their own: what only one reader sees on the
    same page is more likely a misreading than a find.
    """
    best = max(map(weigh, readings))
    leader = next(r for r in readings if (weigh(r) >= 0.6 * best and r.sessions) or weigh(r) == best)
    others = [replace(r, warnings=()) for r in readings if r is not leader]
    return merge([leader, *others], add_sessions=False, add_speakers=False) if others else leader
