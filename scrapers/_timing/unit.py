"""The vocabulary of pages as read: a unit of content, the zone a time owns, the page that holds both."""

from __future__ import annotations

from dataclasses import dataclass

from scrapers._html.lines import Lines, Piece
from scrapers._language.dates import DateSpan, find_dates
from scrapers._language.days import day_number, find_weekday
from scrapers._language.times import ClockSpan, is_time_word
from scrapers._language.vocabulary import page_words, plain, words_of
from scrapers._remembered import remembered

TRIM = " \t-–—―|/:;,·•→»>~*()[]【】「」｜"
NO_CLOCK = ClockSpan(-1, None, 0, 0)
"""The time of what has none of its own, where one stands for it."""
_STRUCK = (">s", ">strike", ">del")


@dataclass(slots=True)
class Unit:
    """One piece of content: a time (`clock` set, no text) or text (`clock` None); `dates` and `day` when the text is a date.

    `is_people`: the line was cut into a title and these people (`_bylines/bylines.py`); `is_room`: it was cut off a line's end.
    `again`: the other time of what is held twice ("9:00 - 10:00 or 14:00 - 15:00").
    `at` is the number of its piece. `zone` is the number of the time zone it lies in, -1 outside all.
    """

    text: str
    piece: Piece
    at: int
    clock: ClockSpan | None = None
    dates: tuple[DateSpan, ...] = ()
    day: int | None = None
    is_date: bool = False
    zone: int = -1
    led: bool = False
    copies: int = 1
    is_people: bool = False
    is_room: bool = False
    again: ClockSpan | None = None
    plain: str = ""
    words: tuple[str, ...] = ()

    @property
    def format(self) -> str:
        """What it shares with units that look and stand alike; behind a time or a name in its line is another one."""
        return f"{self.piece.style}{'+' * self.led}"


@dataclass(slots=True)
class Zone:
    """The units from `first` to `last` that belong to the time unit `time`; `owner` is the box it owns."""

    time: int
    first: int
    last: int
    owner: int


@dataclass(slots=True)
class Page:
    """A page's units with their zones; `spans` are the first and last unit of every box."""

    lines: Lines
    units: list[Unit]
    zones: list[Zone]
    spans: list[tuple[int, int]]


def dated(unit: Unit, *, day_first: bool | None = None) -> Unit:
    """The unit with the dates in it and the number of its day; `is_date` when it is hardly more than that.

    What is struck out says nothing of when something is.
    """
    if len(unit.text) <= 120 and not unit.piece.style.endswith(_STRUCK):
        unit.dates, unit.day, unit.is_date = _day_of(unit.text, day_first)
    return unit


@remembered
def _day_of(text: str, day_first: bool | None) -> tuple[tuple[DateSpan, ...], int | None, bool]:
    whole = (0, len(text))
    dates = tuple(
        d for d in find_dates(text, day_first=day_first) if not d.loose or d.weekday is not None or (d.at, d.upto) == whole
    )
    day = day_number(text)
    if dates:
        left = len(text) - sum(d.upto - d.at for d in dates)
        bare = left <= 14 or (left <= 40 and dates[0].weekday is not None) or day is not None
        return dates, day, bare and not (left and (tells_other_day(text) or is_up_to(text[: dates[0].at])))
    if day is not None or (len(text) < 24 and find_weekday(text) is not None):
        return dates, day, len(text.split()) <= 3 or (day is not None and len(text) < 40)
    return dates, day, False


def tells_other_day(text: str) -> bool:
    """Whether a line with a date speaks of another day than the event's: a deadline, an update, a foundation."""
    return page_words()["other_days"].within(text)


def is_up_to(before: str) -> bool:
    """Whether what stands before a date makes it the last day for something ("Available until")."""
    words, up_to = words_of(plain(before[-40:])), page_words()["up_to"]
    return any(words[-count:] in up_to.phrases for count in range(1, up_to.longest + 1))


def is_day(text: str) -> bool:
    """Whether the words before a time are its day and nothing else ("Tue", "March 16, 2027 at")."""
    words = [w for w in text[:40].strip(TRIM).split() if without_time_words(w)]
    if len(text) > 40 or not words:
        return False
    dates = find_dates(text)
    if dates:
        return sum(len(w) for w in words) - sum(d.upto - d.at for d in dates) <= (12 if dates[0].weekday is not None else 1)
    return len(words) == 1 and find_weekday(text) is not None


def without_time_words(text: str) -> str:
    """The text, or nothing when it only goes with a time ("from", "Uhr", "Time:", "EST")."""
    return "" if is_time_word(text) else text
