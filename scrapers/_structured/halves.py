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
_MOST = 500


def are_bare(clocks: Iterable[Any]) -> bool:
    """Whether all printed clocks are of twelve hours without a half, one of them so early that noon must have passed."""
    texts = [clock for clock, _ in zip(clocks, range(_MOST), strict=False)]
    if not texts or not all(isinstance(text, str) and _BARE.fullmatch(text) for text in texts):
        return False
    return any(int(re.split(r"[:.h]", text.strip())[0]) in range(1, 7) for text in texts)


def settle_halves(sessions: list[FoundSession]) -> None:
    """Move what must be after noon there, told from the order of each day's sessions."""
    days: dict[str, list[FoundSession]] = {}
    for session in sessions:
        if session.start:
            days.setdefault(session.start[:-5] if len(session.start) == 5 else session.start[:10], []).append(session)
    for listed in days.values():
        spans = [ClockSpan(_minutes(s.start or ""), _minutes(s.end) if s.end else None, 0, 0, halves=False) for s in listed]
        for session, span in zip(listed, unfold_halves(spans), strict=True):
            session.start = _at(session.start or "", span.start)
            session.end = _at(session.start, span.end) if span.end is not None else None


def _minutes(moment: str) -> int:
    clock = moment[-5:] if len(moment) == 5 else moment[11:16]
    return int(clock[:2]) * 60 + int(clock[3:])


def _at(moment: str, clock: int) -> str:
    """The moment's day at another clock, a whole day or more being the next one."""
    if len(moment) == 5:
        return clock_text(clock)
    day = date.fromisoformat(moment[:10]) + timedelta(days=clock // 1440)
    return f"{day.isoformat()}T{clock_text(clock)}{moment[16:]}"
