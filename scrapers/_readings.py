"""One document, several readings: the data a page carries and what it shows, made one agenda."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from planner.agenda import Agenda, clock_of
from scrapers._found import fold
from scrapers._merge import merge

_DAY = 24 * 60
_LEAST = 3
"""So many sessions must lie equally far from the clocks shown before all are moved."""


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
    if readings[-1].scraper == "any_page":
        readings = [*(_as_shown(r, readings[-1]) for r in readings[:-1]), readings[-1]]
    best = max(map(weigh, readings))
    leader = next(r for r in readings if (weigh(r) >= 0.6 * best and r.sessions) or weigh(r) == best)
    others = [replace(r, warnings=(), left_out=()) for r in readings if r is not leader]
    return merge([leader, *others], add_sessions=False, add_speakers=False) if others else leader


def _as_shown(data: Agenda, page: Agenda) -> Agenda:
    """The data with the clocks the page shows people, where its own are another zone's or no clocks at all.

    Data often counts in universal time, all as far from the page's clocks, or gives the day alone, as midnight.
    """
    shown = {fold(s.title): s.start for s in page.sessions}
    pairs = [(s, shown[fold(s.title)]) for s in data.sessions if shown.get(fold(s.title)) and clock_of(s.start)]
    apart = Counter((_minutes(there) - _minutes(here.start)) % _DAY for here, there in pairs)
    (shift, count), *_ = [*apart.most_common(1), (0, 0)]
    if all(s.start is None or _minutes(s.start) == 0 for s in data.sessions) and len(apart) > 1:
        return replace(data, sessions=tuple(replace(s, start=None, end=None) for s in data.sessions))
    local = any(s.start and s.start[19:] not in ("", "+00:00") for s in data.sessions)
    if shift == 0 or shift % 30 or local or count < _LEAST or 10 * count < 9 * len(pairs):
        return data
    if shift > _DAY / 2:
        shift -= _DAY
    return replace(
        data, sessions=tuple(replace(s, start=_moved(s.start, shift), end=_moved(s.end, shift)) for s in data.sessions)
    )


def _minutes(moment: str | None) -> int:
    hour, minute = (clock_of(moment) or "0:0").split(":")[:2]
    return 60 * int(hour) + int(minute)


def _moved(moment: str | None, minutes: int) -> str | None:
    """A moment some minutes later, without the offset it had; a clock alone stays one."""
    if moment is None:
        return None
    whole = len(moment) > 5
    later = datetime.fromisoformat(moment[:19] if whole else f"2000-01-02T{moment}") + timedelta(minutes=minutes)
    return later.isoformat() if whole else later.strftime("%H:%M")
