"""Which of the values of a record states when it starts, and how long it lasts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from scrapers._language.stamps import Stamp, minutes_of
from scrapers._structured.nodes import Node

_LONGEST = 5 * 1440


def universal(stamp: Stamp) -> Stamp:
    """A moment whose field says that it is in universal time ("utcStartTime")."""
    return replace(stamp, offset="+00:00") if stamp.day and stamp.clock is not None and stamp.offset is None else stamp


def chosen_start(whole: Sequence[Stamp], clocks: Sequence[Stamp], day: date | None) -> Stamp | None:
    """The value that states the start best: the venue's own clock before universal time, midnight only if nothing else."""
    local = [s for s in whole if not s.epoch and s.offset != "+00:00" and (s.clock or not clocks)]
    if local:
        return local[0]
    if clocks and day is not None:
        return replace(clocks[0], day=day)
    first = min(whole, key=lambda s: s.epoch) if whole else None
    if first is not None and first.epoch and clocks:
        return _local(first, clocks[0])
    return first or (clocks[0] if clocks else None)


def _local(instant: Stamp, shown: Stamp) -> Stamp:
    """An instant given twice, as a number and as the clock people are shown, on that clock; else the number's own."""
    if instant.day is None or instant.clock is None or shown.clock is None:
        return instant
    shift = (shown.clock - instant.clock + 720) % 1440 - 720
    if shift % 30:
        return instant
    day = instant.day + timedelta(days=(instant.clock + shift) // 1440)
    sign, size = "-" if shift < 0 else "+", abs(shift)
    return replace(shown, day=day, offset=f"{sign}{size // 60:02d}:{size % 60:02d}")


def length_of(node: Node) -> int | None:
    """The minutes a record says it lasts, None where it does not, or says more than five days."""
    lengths = (minutes_of(node.value.get(key), unit=_unit_of(key)) for key in node.family.fields.get("duration", ()))
    return next((length for length in lengths if length is not None and 0 < length <= _LONGEST), None)


def _unit_of(key: str) -> str | None:
    """The unit that the name of a field of durations tells, None where it tells none."""
    low = key.lower()
    if low.endswith("ms") or "milli" in low:
        return "ms"
    return "seconds" if "sec" in low else "hours" if "hour" in low else None
