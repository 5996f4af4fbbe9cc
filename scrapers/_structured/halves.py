"""Clocks of twelve hours in data that never says which half of the day it means ("9:00", "10:45", "1:30")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from scrapers._found import FoundSession
from scrapers._language.times import ClockSpan, clock_text
from scrapers._timing.schedule import unfold_halves

_TWELVE = r"(?:1[0-2]|0?[1-9])[:.h][0-5]\d"
_BARE = re.compile(rf"\s*{_TWELVE}(?:\s*[-–—]\s*{_TWELVE})?\s*")
_PRINTED = re.compile(r"\s*\d{1,2}[:.h][0-5]\d(?:\s*[-–—]\s*\d{1,2}[:.h][0-5]\d)?\s*")
_MORNING, _AFTERNOON = range(7, 12), range(1, 7)
_MOST = 500


def settle_halves(sessions: list[FoundSession], clocks: Iterable[Any]) -> None:
    """Move what must be after noon there, told from the order of each day's sessions; `clocks` are those the data prints.

    Where all clocks are of twelve hours this is done on every day, else where "1:00" follows "12:40" and nothing is later.
    """
    texts = [clock for clock, _ in zip(clocks, range(_MOST), strict=False)]
    if not texts or not all(isinstance(text, str) and _PRINTED.fullmatch(text) for text in texts):
        return
    everywhere = all(_BARE.fullmatch(text) for text in texts)
    early = any(int(re.split(r"[:.h]", text.strip())[0]) in _AFTERNOON for text in texts)
    days: dict[str, list[FoundSession]] = {}
    for session in sessions if early else ():
        if session.start:
            days.setdefault(session.start[:-5] if len(session.start) == 5 else session.start[:10], []).append(session)
    for run in (run for listed in days.values() for run in ([listed] if everywhere else _runs(listed))):
        if everywhere or _passes_noon([_hour(session) for session in run]):
            _unfold(run)


def _runs(listed: list[FoundSession]) -> list[list[FoundSession]]:
    """Sessions in the order they are listed, parted where the clocks fall back to a morning: another day or room begins."""
    runs: list[list[FoundSession]] = []
    for session in listed:
        if not runs or (_hour(session) in _MORNING and _hour(session) < _hour(runs[-1][-1])):
            runs.append([])
        runs[-1].append(session)
    return runs


def _passes_noon(hours: list[int]) -> bool:
    """Whether the hours of sessions, as listed, go from the morning to noon and on at one, none being later than twelve."""
    noon = next((at for at, hour in enumerate(hours) if hour in (11, 12)), len(hours))
    return 0 < min(hours) <= max(hours) <= 12 and any(hour in _AFTERNOON for hour in hours[noon:])


def _unfold(listed: list[FoundSession]) -> None:
    spans = [ClockSpan(_minutes(s.start or ""), _minutes(s.end) if s.end else None, 0, 0, halves=False) for s in listed]
    for session, span in zip(listed, unfold_halves(spans), strict=True):
        session.start = _at(session.start or "", span.start)
        session.end = _at(session.start, span.end) if span.end is not None else None


def _hour(session: FoundSession) -> int:
    return _minutes(session.start or "") // 60


def _minutes(moment: str) -> int:
    clock = moment[-5:] if len(moment) == 5 else moment[11:16]
    return int(clock[:2]) * 60 + int(clock[3:])


def _at(moment: str, clock: int) -> str:
    """The moment's day at another clock, a whole day or more being the next one."""
    if len(moment) == 5:
        return clock_text(clock)
    day = date.fromisoformat(moment[:10]) + timedelta(days=clock // 1440)
    return f"{day.isoformat()}T{clock_text(clock)}{moment[16:]}"
