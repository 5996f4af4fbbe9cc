"""The day named in a few typed words: "by Friday", "bis Monatsende", "dans deux jours", "el 12 de marzo"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from planner._quick_words import Language, languages, one_of, spelling

_DAY = timedelta(days=1)
Reader = Callable[[re.Match[str], date], date | None]


def take_due(words: str, today: date, language: Language) -> tuple[date | None, str]:
    """The day named in a promise, and the words without it. "Friday" is the next one after today; a day of a month, too."""
    for pattern, read in _patterns(language.code):
        match = pattern.search(words)
        due = read(match, today) if match else None
        if match and due:
            return due, " ".join((words[: match.start()] + " " + words[match.end() :]).split()).strip(" ,")
    return None, words.strip(" ,")


@cache
def _patterns(code: str) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    table = next(language for language in languages() if language.code == code).table
    dates, number = table["dates"], _Numbers(table)
    before, after = one_of(dates["before"]), one_of(dates["after"])
    months, weekdays = one_of(table["months"]), one_of(table["weekdays"])
    ordinal, of = one_of(dates["ordinals"]), one_of(dates["of"])
    units = "|".join(one_of(dates[unit]) for unit in ("day", "week", "month"))
    count = rf"(\d{{1,2}}|{one_of(table['numbers'])})"

    def pattern(text: str, *, needs_before: bool = False) -> re.Pattern[str]:
        lead = rf"(?<!\w)(?:{before})\s+" if needs_before else rf"(?<!\w)(?:(?:{before})\s+)*"
        return re.compile(rf"{lead}{text}(?:\s+(?:{after}))?(?!\w)", re.IGNORECASE)

    day_of_month = rf"(\d{{1,2}})(?:{ordinal})?\.?\s+(?:(?:{of})\s+)?({months})"
    found: list[tuple[re.Pattern[str], Reader]] = [
        (pattern(r"(\d{4}-\d\d-\d\d)"), lambda m, today: _day(m[1])),
        (pattern(day_of_month), lambda m, t: _next(t, number.of("months", m[2]), int(m[1]))),
    ]
    if dates["month_first"]:
        month_day = pattern(rf"({months})\s+(\d{{1,2}})(?:{ordinal})?")
        found.append((month_day, lambda m, t: _next(t, number.of("months", m[1]), int(m[2]))))
    if dates["day_month_numbers"]:
        numeric = pattern(r"(\d{1,2})[./](\d{1,2})[./]?(\d{4})?")
        found.append((numeric, lambda m, t: _numeric(t, int(m[1]), int(m[2]), m[3])))
    found += [
        (pattern(rf"(?:{one_of(dates['in'])})\s+{count}\s+({units})"), lambda m, t: t + number.span(m[1], m[2])),
        (pattern(rf"(?:{one_of(dates['end_of_week'])})"), lambda m, t: _weekday(t - _DAY, 4)),
        (pattern(rf"(?:{one_of(dates['end_of_month'])})"), lambda m, t: (t.replace(day=1) + 32 * _DAY).replace(day=1) - _DAY),
        (pattern(rf"(?:{one_of(dates['next_week'])})"), lambda m, t: _monday_after(t) + 4 * _DAY),
        (
            pattern(rf"(?:{one_of(dates['week_after'])})\s+({weekdays})"),
            lambda m, t: _monday_after(t) + number.of("weekdays", m[1]) * _DAY,
        ),
        (pattern(rf"({weekdays})"), lambda m, t: _weekday(t, number.of("weekdays", m[1]))),
        (pattern(rf"({one_of(table['days'])})"), lambda m, t: t + number.of("days", m[1]) * _DAY),
    ]
    if said_before := table.get("weekdays_said_before"):
        bare = pattern(rf"({one_of(said_before)})", needs_before=True)
        found.append((bare, lambda m, t: _weekday(t, number.of("weekdays_said_before", m[1]))))
    return tuple(found)


class _Numbers:
    """The numbers that words of a language stand for, with or without their accents."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.table = table

    def of(self, kind: str, said: str) -> int:
        values: Mapping[str, int] = self.table[kind]
        return next(value for word, value in values.items() if re.fullmatch(spelling(word), said, re.IGNORECASE))

    def span(self, count: str, unit: str) -> timedelta:
        number = int(count) if count.isdigit() else self.of("numbers", count)
        units = {"day": 1, "week": 7, "month": 30}
        dates = self.table["dates"]
        days = next(n for name, n in units.items() if re.fullmatch(one_of(dates[name]), unit, re.IGNORECASE))
        return timedelta(days=number * days)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _next(today: date, month: int, day: int) -> date | None:
    """The next such day of the year from today on."""
    for year in (today.year, today.year + 1):
        found = _day(f"{year}-{month:02}-{day:02}")
        if found and found >= today:
            return found
    return None


def _numeric(today: date, day: int, month: int, year: str | None) -> date | None:
    return _day(f"{year}-{month:02}-{day:02}") if year else _next(today, month, day)


def _monday_after(today: date) -> date:
    return today + (7 - today.weekday()) * _DAY


def _weekday(today: date, weekday: int) -> date:
    """The next such weekday after today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
