"""Moments in data: ISO texts, printed dates and clocks, epoch numbers, small time records. One type for all of them.

A stamp keeps what its value says and no more: a date, a clock, the end of a printed range, an offset, a zone. An agenda's
times are the clocks as the source states them; an epoch number, which states none, is shown in the event's zone if known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from scrapers._language.dates import find_dates, parse_date, resolve
from scrapers._language.durations import find_duration
from scrapers._language.times import find_clocks, parse_clock_range
from scrapers._remembered import remembered

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:(?:[T ]+|-(?=\d{4}$))(\d\d|\d(?=:)):?(\d\d)"
    r"(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?\s*(?:\[([A-Za-z_/+-]+)\])?)?"
)
_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?")
_DIGITS = re.compile(r"([01]\d)([0-5][05])\s?[-–—]\s?([0-2]\d)([0-5][05])(?:\s?(?:h|hrs?|hours|Uhr)\.?)?")
"""Two clocks without colons; years in such a range are no clocks."""
_DOT_NET = re.compile(r"/Date\((-?\d+)(?:[+-]\d{4})?\)/")
_ISO_DURATION = re.compile(r"P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?")
_TIME_KEYS = frozenset(
    "timezone tz zone seconds nanoseconds nanos epoch timestamp unix ms millis year month day hour minute second "
    "datetime iso utc local value date time type offset timezone_type time_zone start end end_value".split()
)
_ZONE_KEYS = frozenset(["timezone", "timeZone", "time_zone", "tz", "zone", "offset", "type"])


@dataclass(frozen=True, slots=True)
class Stamp:
    """What one value says about time; `clock` and `end` are minutes after midnight, `end_day` where it differs from `day`.

    `offset` is the stated offset from UTC (`+02:00`), `zone` a stated IANA name; `epoch` marks a number of seconds, whose
    date and clock are those of UTC.
    """

    day: date | None = None
    clock: int | None = None
    end: int | None = None
    end_day: date | None = None
    offset: str | None = None
    zone: str | None = None
    epoch: bool = False


def zone_of(name: Any) -> ZoneInfo | None:
    """The time zone of an IANA name, None for anything else."""
    if not isinstance(name, str) or "/" not in name or len(name) > 60:
        return None
    try:
        return ZoneInfo(name.strip().replace(" ", "_"))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def stamp_of(value: Any, *, day_first: bool | None = None, known: tuple[date, ...] = ()) -> Stamp | None:
    """The moment a value states, None when it states none. `day_first` and `known` days settle what is ambiguous."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _of_number(value)
    if isinstance(value, str):
        return _of_text(value.strip(), day_first, known) if len(value) <= 120 else None
    if isinstance(value, datetime):
        offset = value.strftime("%z")
        return Stamp(value.date(), value.hour * 60 + value.minute, offset=f"{offset[:3]}:{offset[3:5]}" if offset else None)
    if isinstance(value, date):
        return Stamp(value)
    if isinstance(value, time):
        return Stamp(clock=value.hour * 60 + value.minute)
    if isinstance(value, timedelta):
        return Stamp(clock=int(value.total_seconds()) // 60) if 0 <= value.total_seconds() < 86400 else None
    if isinstance(value, list):
        return _of_pair(value, day_first, known)
    return _of_record(value, day_first, known) if isinstance(value, dict) else None


def _of_pair(value: list[Any], day_first: bool | None, known: tuple[date, ...]) -> Stamp | None:
    """Start and end as two entries (`["7:00am", "8:00am"]`), or a moment as the only one."""
    if len(value) == 1:
        return stamp_of(value[0], day_first=day_first, known=known)
    if len(value) != 2 or not all(isinstance(part, str | int | float) for part in value):
        return None
    first, last = (stamp_of(part, day_first=day_first, known=known) for part in value)
    if first is None or last is None or first.clock is None or last.clock is None:
        return None
    return replace(first, end=last.clock, end_day=last.day) if first.end is None else None


def is_moment(value: Any) -> bool:
    """Whether a record is nothing but a date or time (`{"date": "2026-03-03", "time": "09:00", "tz": "Europe/Berlin"}`)."""
    if not isinstance(value, dict) or not 0 < len(value) <= 8 or any(isinstance(part, list) for part in value.values()):
        return False
    return {key.lower().lstrip("_$") for key in value} <= _TIME_KEYS and not value.keys() <= _ZONE_KEYS


def _of_number(value: float) -> Stamp | None:
    for unit in (1, 1000, 1_000_000):
        if 300_000_000 * unit < value < 5_000_000_000 * unit:
            moment = datetime.fromtimestamp(value / unit, UTC)
            return Stamp(moment.date(), moment.hour * 60 + moment.minute, offset="+00:00", epoch=True)
    if isinstance(value, int) and 19_700_101 <= value <= 21_001_231:
        return _of_text(str(value), None, ())
    return None


@remembered
def _of_text(text: str, day_first: bool | None, known: tuple[date, ...]) -> Stamp | None:
    if match := _DIGITS.fullmatch(text):
        return Stamp(clock=_minutes(f"{match[1]}:{match[2]}"), end=_minutes(f"{match[3]}:{match[4]}"))
    if match := _ISO.fullmatch(text):
        return _of_iso(match)
    if match := _CLOCK.fullmatch(text):
        return Stamp(clock=int(match[1]) * 60 + int(match[2]))
    if not any(c.isdigit() for c in text):
        return None
    if match := _DOT_NET.fullmatch(text):
        return _of_number(int(match[1]))
    if re.fullmatch(r"\d{9,16}(?:\.\d+)?", text):
        return _of_number(float(text))
    if exact := parse_clock_range(text):
        span = find_clocks(text)
        offset = span[0].offset if span else None
        return Stamp(clock=_minutes(exact[0]), end=_minutes(exact[1]) if exact[1] else None, offset=offset)
    return _of_words(text, day_first, known)


def _of_words(text: str, day_first: bool | None, known: tuple[date, ...]) -> Stamp | None:
    """A printed moment: "Tuesday March 24, 2026 11:15 - 12:30CET", "Fri 4 Dec, 9am"."""
    days = find_dates(text, day_first=day_first)
    rest = text
    for span in reversed(days):
        rest = rest[: span.at] + " " * (span.upto - span.at) + rest[span.upto :]
    clocks = find_clocks(rest)
    day = resolve(days[0], known) if days else None
    if day is None and not clocks:
        return Stamp(parse_date(text, day_first=day_first, known=known)) if days and known else None
    end_day = resolve(days[-1], known) if len(days) > 1 else None
    if not clocks:
        return Stamp(day, end_day=end_day)
    first = clocks[0]
    end = first.end if first.end is not None else clocks[1].start if len(clocks) == 2 and len(days) in (0, 2) else None
    return Stamp(day, first.start, end, end_day if end is not None else None, first.offset)


def _of_iso(match: re.Match[str]) -> Stamp | None:
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    if match[4] is None:
        return Stamp(day)
    clock = int(match[4]) * 60 + int(match[5])
    if clock >= 24 * 60:
        return None
    offset = match[7]
    if offset in ("Z", "UTC", "GMT"):
        offset = "+00:00"
    elif offset:
        digits = offset[1:].replace(":", "").ljust(4, "0")
        offset = f"{offset[0]}{digits[:2]}:{digits[2:]}"
    return Stamp(day, clock, offset=offset, zone=match[8])


def _of_record(value: dict[str, Any], day_first: bool | None, known: tuple[date, ...]) -> Stamp | None:
    """`{date, time, tz}`, `{dateTime, timeZone}`, `{seconds, nanoseconds}`, `{year, month, day, hour, minute}` and the like."""
    low = {str(k).lower().lstrip("_$"): v for k, v in value.items()}
    if not low or not low.keys() <= _TIME_KEYS:
        return None
    zone = next((low[k] for k in ("timezone", "tz", "zone", "time_zone") if isinstance(low.get(k), str)), None)
    for first_key, last_key in (("start", "end"), ("value", "end_value")):
        if low.keys() & {"end", "end_value"} and (first := stamp_of(low.get(first_key), day_first=day_first, known=known)):
            last = stamp_of(low.get(last_key), day_first=day_first, known=known)
            ends = last if last and last.clock is not None and first.clock is not None else Stamp()
            return replace(first, end=ends.clock, end_day=ends.day, zone=zone)
    for key in ("seconds", "epoch", "timestamp", "unix", "ms", "millis"):
        if (stamp := stamp_of(low.get(key))) is not None:
            return replace(stamp, zone=zone)
    if isinstance(low.get("year"), int) and isinstance(low.get("month"), int) and isinstance(low.get("day"), int):
        try:
            made = datetime(low["year"], low["month"], low["day"], int(low.get("hour") or 0), int(low.get("minute") or 0))
        except (ValueError, TypeError):
            return None
        return Stamp(made.date(), made.hour * 60 + made.minute if "hour" in low else None, zone=zone)
    if isinstance(low.get("time"), str) and low.keys() <= {"day", "time"}:
        return replace(clock, zone=zone) if (clock := stamp_of(low["time"])) and clock.day is None else None
    if isinstance(low.get("hour"), int):
        return Stamp(clock=low["hour"] * 60 + int(low.get("minute") or 0)) if 0 <= low["hour"] < 24 else None
    for key in ("datetime", "iso", "utc", "local", "value", "date"):
        first = stamp_of(low.get(key), day_first=day_first, known=known) if not isinstance(low.get(key), dict) else None
        if first is not None:
            clock = stamp_of(low.get("time")) if first.clock is None and isinstance(low.get("time"), str) else None
            return replace(first, clock=clock.clock if clock else first.clock, zone=zone or first.zone)
    return None


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def minutes_of(value: Any, *, unit: str | None = None) -> int | None:
    """A duration in minutes: a number of them, "00:45", "PT1H", "45 min", "1h30".

    A small number with a point counts hours (parts of a day below a quarter), a big one seconds or milliseconds. `unit` is
    what the field's name says, where it says it: `seconds`, `ms` or `hours`.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, timedelta):
        return int(value.total_seconds()) // 60
    if isinstance(value, time):
        return value.hour * 60 + value.minute
    if isinstance(value, str):
        text = value.strip()
        if re.fullmatch(r"\d{1,9}(?:\.\d+)?", text):
            return minutes_of(float(text) if "." in text else int(text), unit=unit)
        if match := re.fullmatch(r"(\d{1,2}):(\d\d)(?::\d\d)?", text):
            return int(match[1]) * 60 + int(match[2])
        if text.startswith("P") and (match := _ISO_DURATION.fullmatch(text)) and any(match.groups()):
            days, hours, minutes, seconds = (int(g or 0) for g in match.groups())
            return days * 1440 + hours * 60 + minutes + seconds // 60
        return find_duration(text) if len(text) < 40 else None
    if not isinstance(value, int | float) or not 0 < value < 1e12:
        return None
    if unit:
        return round(value * {"seconds": 1 / 60, "ms": 1 / 60_000, "hours": 60}[unit]) or None
    if isinstance(value, float) and value <= 8:
        return round(value * (60 if value >= 0.25 else 1440)) or None
    for divisor in (1, 60, 60_000):
        if value / divisor <= 900:
            return round(value / divisor) or None
    return None


def written(day: date | None, clock: int, offset: str | None) -> str:
    """An agenda time: ISO 8601 with the offset when known, `HH:MM` alone without a day. Past midnight the next day is meant."""
    if day is None:
        return f"{clock // 60 % 24:02d}:{clock % 60:02d}"
    try:
        moment = datetime.combine(day, time()) + timedelta(minutes=clock)
    except OverflowError:  # beyond the last day there is
        moment = datetime.combine(day, time(23, 59))
    return moment.isoformat() + (offset or "")


def in_zone(stamp: Stamp, zone: ZoneInfo | None) -> Stamp:
    """The stamp with the zone's offset: a clock without offset gets it, an epoch number is turned into the zone's clock."""
    if zone is None or stamp.day is None or stamp.clock is None:
        return stamp
    if stamp.epoch:
        moment = (datetime.combine(stamp.day, time(), UTC) + timedelta(minutes=stamp.clock)).astimezone(zone)
        clock = moment.hour * 60 + moment.minute
        return replace(stamp, day=moment.date(), clock=clock, epoch=False, offset=_offset(moment))
    if stamp.offset is None:
        return replace(stamp, offset=_offset(datetime.combine(stamp.day, time(), zone) + timedelta(minutes=stamp.clock)))
    return stamp


def _offset(moment: datetime) -> str | None:
    shown = moment.strftime("%z")
    return f"{shown[:3]}:{shown[3:5]}" if shown else None
