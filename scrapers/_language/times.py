"""Clocks and ranges of them in running text ("9–9:45", "1:15 PM", "16h05", "午後1時30分"); words stand in `data/times.toml`.

Clocks are printed `HH:MM`, local wall-clock as on the page. Zones are never guessed. Single clocks are read in `clocks.py`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from scrapers._language.clocks import DAY, NOON, Clock, lone_clocks, may_hold_clock, minutes_in_half
from scrapers._language.time_words import one_of, plain_digits, time_words
from scrapers._remembered import remembered


@dataclass(frozen=True, slots=True)
class ClockSpan:
    """One clock or range found in a text, at characters `at` to `upto`.

    `start` and `end` are minutes after midnight (`end` may lie before `start`: past midnight). `halves` says whether the
    half of the day was printed or the hour leaves no doubt; `weak` marks forms that are times only in company ("9.30", "9h",
    "1000-1130"), `offset` is a printed offset from UTC such as `+02:00`. `half` says that "am" or "pm" is printed.
    """

    start: int
    end: int | None
    at: int
    upto: int
    halves: bool = True
    weak: bool = False
    offset: str | None = None
    half: bool = False

    @property
    def start_text(self) -> str:
        """The start as `HH:MM`."""
        return clock_text(self.start)

    @property
    def end_text(self) -> str | None:
        """The end as `HH:MM`, None when not printed."""
        return None if self.end is None else clock_text(self.end)


def names_zone(clock: str) -> bool:
    """Whether a clock as printed ends in the name of its zone ("9:00 CET")."""
    return _zone()[1].search(clock) is not None


def clock_text(minutes: int) -> str:
    """Minutes after midnight as `HH:MM`; a full day and more wraps round."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


_OFFSET = re.compile(r"\s*\(?(?:(?:UTC|GMT)\s?(?P<sign>[+-])\s?(?P<h>\d{1,2})(?::?(?P<m>\d\d))?|(?P<zero>UTC|GMT)(?!\w))\)?")
_LAST_DATE = re.compile(r"(?<=[-~]\s)(?:\d{4}-\d\d-\d\d[T\s]|\d{1,2}([./])\d{1,2}\1\d{2,4},?\s)")
_ELSEWHERE = re.compile(r"\s*[(\[/|;·=]\s*")


def in_half(span: ClockSpan, half: str) -> ClockSpan:
    """A clock whose half of the day ("am", "pm") is printed apart from it."""
    end = None if span.end is None else minutes_in_half(span.end, half)
    return replace(span, start=minutes_in_half(span.start, half), end=end, halves=True)


def _settle(first: Clock, second: Clock) -> tuple[int, int]:
    """Start and end of a range; one meridiem may serve both ends ("9-9:45 am", "11:30-12:15pm")."""
    if second.half:
        end = minutes_in_half(second.minutes, second.half)
        if first.minutes >= 13 * 60:
            return first.minutes, end if end > first.minutes else second.minutes
        if end < 60 and 6 * 60 <= first.minutes < NOON and first.half != "pm":  # "11:45 - 12:45 AM" means noon
            return first.minutes, second.minutes
        if first.half:
            return minutes_in_half(first.minutes, first.half), end
        start = minutes_in_half(first.minutes, second.half)
        if start > end or (start == end and second.half == "pm"):
            start = minutes_in_half(first.minutes, "am" if second.half == "pm" else "pm")
        return start, end
    if first.half:
        start = minutes_in_half(first.minutes, first.half)
        options = [minutes_in_half(second.minutes, half) for half in ("am", "pm")]
        return start, min(options, key=lambda end: (end - start) % DAY or DAY)
    return first.minutes, second.minutes


def find_clocks(text: str) -> list[ClockSpan]:
    """Every clock and clock range in a text, in order.

    A number alone is no clock; it may be one end of a range whose other end shows a clock ("9-9:45", "9-10 am").
    """
    return list(_clocks_in(text))


def clock_head(text: str) -> int:
    """Where a clock or range of clocks at the head of a text ends, when words follow it ("9:30 Welcome"); else 0."""
    spans = [span for span in find_clocks(text[:60]) if span.at == 0 and not span.weak]
    return spans[0].upto if spans and any(map(str.isalpha, text[spans[0].upto :])) else 0


@cache
def _zone() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The name of a zone behind a clock, in letters or words ("CET", "US Eastern Time"), and one at the end of a text."""
    words = rf"(?i:{one_of(time_words('zones'))})"
    return (
        re.compile(rf"\s*\(?(?:[A-Z]{{2,4}}T|[PMCE]T|UTC|GMT|MES?Z|{words})\)?(?!\w)"),
        re.compile(rf"(?:[A-Z]{{2,4}}T|[PMCE]T|(?:UTC|GMT)(?:\s?[+-]\s?\d{{1,2}}(?::?\d\d)?)?|(?<!\w){words})\)?$"),
    )


@cache
def _links() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between the two ends of a range, and what says that an end is left open ("9:00 –", "18h to late")."""
    between = re.compile(
        rf"\s*(?:[-~→»>|…+*]+|\.{{2,3}}|(?<=\s){one_of(time_words('until'))}(?!\w)|至|到|から|부터|[,;]?\s?{one_of(time_words('ends'))}\s?:?(?!\w))"
        rf"[-\s]*(?:{one_of(time_words('since'))}\.?:?\s|[@~]\s?)?",
        re.I,
    )
    of = r"(?:de[rls]?|du|of|dell[ao]|da|d[oa]s?|van)"  # "16h – Fin des travaux" is no open end
    ending = re.compile(
        rf"\s*(?:-|{one_of(time_words('until'))}(?!\w))\s*{one_of(time_words('open'))}(?!\w|\s+{of}\s)|\s*-(?=\s*$)", re.I
    )
    return between, ending


@remembered
def _clocks_in(text: str) -> tuple[ClockSpan, ...]:
    if not may_hold_clock(text):
        return ()
    text = _LAST_DATE.sub(lambda m: " " * len(m[0]), plain_digits(text))
    between, ending = _links()
    clocks = lone_clocks(text)
    found: list[ClockSpan] = []
    index = 0
    while index < len(clocks):
        first = clocks[index]
        index += 1
        upto = _past_zone(text, first.upto)
        second = clocks[index] if index < len(clocks) else None
        third = clocks[index + 1] if index + 1 < len(clocks) else None
        lone = first.bare and second and not second.bare
        if lone and second and third and between.fullmatch(text, _past_zone(text, second.upto), third.at):
            continue  # "Track 1 - 10:00 - 10:50"
        if lone and _counts().search(text, 0, first.at):  # "Day 1 - 10:00"
            continue
        link = between.fullmatch(text, upto, second.at) if second else None
        if link and second and (span := _range(first, second, link[0])):
            found.append(_with_offset(span, text))
            index += 1
        elif not first.bare:
            stop = ending.match(text, upto)
            start = minutes_in_half(first.minutes, first.half)
            span = ClockSpan(
                start % DAY,
                None,
                first.at,
                stop.end() if stop else first.upto,
                _sure(first),
                first.weak,
                half=bool(first.half),
            )
            found.append(_with_offset(span, text))
    return tuple(_at_home(found, text))


@cache
def _counts() -> re.Pattern[str]:
    """Words whose number is no hour ("Day 1", "Track 2") at the end of a text."""
    return re.compile(rf"(?<!\w){one_of([*time_words('day'), *time_words('numbered')])}\s?$", re.IGNORECASE)


def _at_home(spans: list[ClockSpan], text: str) -> list[ClockSpan]:
    """Clocks with the same moment in another zone ("09:00 CET (08:00 UTC)", "9 AM PT / 12 PM ET") taken into the first."""
    kept: list[ClockSpan] = []
    for span in spans:
        before = kept[-1] if kept else None
        if (
            before
            and _ELSEWHERE.fullmatch(text, before.upto, span.at)
            and all(names_zone(text[s.at : s.upto]) for s in (before, span))
        ):
            kept[-1] = replace(before, upto=span.upto + (text[span.upto : span.upto + 1] in (")", "]")))
        else:
            kept.append(span)
    return kept


def _past_zone(text: str, at: int) -> int:
    zone = _zone()[0].match(text, at)
    return zone.end() if zone else at


def _sure(clock: Clock) -> bool:
    return bool(clock.half) or clock.minutes >= 13 * 60


def _is_four_digits(clock: Clock) -> bool:
    return clock.bare and clock.upto - clock.at == 4


def _may_be_year(clock: Clock) -> bool:
    return _is_four_digits(clock) and 19 * 60 <= clock.minutes <= 21 * 60


def _range(first: Clock, second: Clock, link: str) -> ClockSpan | None:
    """The range from one clock to the next, or None when these two are no range ("2014-2018", "10:00 and 15:00")."""
    ends = (first, second)
    if all(c.bare for c in ends) and (not all(map(_is_four_digits, ends)) or all(map(_may_be_year, ends))):
        return None
    if any(map(_may_be_year, ends)) and not all(map(_is_four_digits, ends)):  # "7 April 2026 | 11:00"
        return None
    if link.strip(" ").casefold() in ("and", "und", "et", "y", "e") and not (second.half and not first.half):
        return None
    if (first.bare or second.bare) and first.weak != second.weak and "." in link:
        return None
    if second.bare and link[-1:].isupper() and link[-1:].isascii():  # "9:00 A1: Why bees dance"
        return None
    start, end = _settle(first, second)
    if start == end:
        return None
    weak = (first.weak and second.weak) and (first.bare or second.bare)
    half = bool(first.half or second.half)
    return ClockSpan(start % DAY, end % DAY, first.at, second.upto, _sure(first) or _sure(second), weak, half=half)


def _with_offset(span: ClockSpan, text: str) -> ClockSpan:
    match = _OFFSET.match(text, span.upto)
    if not match:
        zone = _zone()[0].match(text, span.upto)
        return replace(span, upto=zone.end()) if zone else span
    offset = "+00:00" if match["zero"] else f"{match['sign']}{int(match['h']):02d}:{match['m'] or '00'}"
    return replace(span, upto=match.end(), offset=offset)


@remembered
def is_time_word(text: str) -> bool:
    """Whether a text only goes with clocks: "to", "from", "Uhr", a name of a zone ("EST", "(CET)")."""
    words = text.casefold().strip(".: ()").split()
    known = _beside_clocks()
    return bool(words) and (all(w.strip(".:,") in known for w in words) or _zone()[0].fullmatch(text) is not None)


def are_clocks(text: str) -> bool:
    """Whether a text is several clocks and nothing else ("10:15 - 10:25 / 10:30 - 10:40")."""
    spans = find_clocks(text) if any(map(str.isdigit, text[:8])) else []
    ends = [0, *(end for span in spans for end in (span.at, span.upto)), len(text)]
    return len(spans) > 1 and not any(c.isalnum() for at in range(0, len(ends), 2) for c in text[ends[at] : ends[at + 1]])


@cache
def _beside_clocks() -> frozenset[str]:
    return frozenset().union(*(time_words(name) for name in ("since", "hour", "until", "before")))


@cache
def _around() -> re.Pattern[str]:
    labels = one_of([*time_words("since"), *time_words("hour"), *time_words("until")])
    return re.compile(rf"(?:\s|[-,;:|•·().\[\]*/]|{labels}(?!\w))*", re.IGNORECASE)


def parse_clock_range(text: str) -> tuple[str, str | None] | None:
    """Start and end (`HH:MM`, end None when not printed) of a text that is a clock or a range and nothing else.

    Two clocks with only white space between them are a range ("9:00 12:00"). Words that introduce a time ("from", "Uhr")
    are passed over. None for anything else, dates and numbers included.
    """
    if len(text) > 80:
        return None
    if (iso := parse_iso(text)) is not None:
        return iso[1], None
    spans = find_clocks(text)
    rest, at = "", 0
    for span in spans:
        rest += text[at : span.at] + " "
        at = span.upto
    rest += text[at:]
    if not spans or len(spans) > 2 or not _around().fullmatch(plain_digits(rest)):
        return None
    first = spans[0]
    if len(spans) == 2:
        return (first.start_text, spans[1].start_text) if first.end is None and spans[1].end is None else None
    return first.start_text, first.end_text


_ISO = re.compile(
    r"\s*(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?\s*", re.ASCII
)


def parse_iso(text: str) -> tuple[str, str, str | None] | None:
    """Date, clock and offset of an ISO 8601 moment: `2026-03-03T09:00:00Z` gives `("2026-03-03", "09:00", "+00:00")`.

    The clock is as printed; turning it into the venue's wall-clock is the caller's business. None when it is no such moment.
    """
    match = _ISO.fullmatch(text) if len(text) < 60 else None
    if not match:
        return None
    year, month, day, hour, minute = (int(match[i]) for i in range(1, 6))
    try:
        moment = datetime(year, month, day, hour % 24, minute)
    except ValueError:
        return None
    zone = match[7]
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:] or '00'}"
    return moment.date().isoformat(), moment.strftime("%H:%M"), "+00:00" if zone == "Z" else zone
