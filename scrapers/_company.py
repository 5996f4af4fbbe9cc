"""Clocks in forms that are times only by the company they keep: every line of their format says so.

Hours and minutes in elements of their own (`<b>09</b><sup>00</sup>`), four digits ("0930"), whole hours ("9-10").
"""

from __future__ import annotations

import itertools
import re

from scrapers._lines import Piece
from scrapers._times import ClockSpan

_HOUR = re.compile(r"(?:[01]?\d|2[0-3])\s?[:h]?")
_MINUTE = re.compile(r"[0-5][05]")
_FOUR = re.compile(r"([01]?\d|2[0-3])([0-5][05])(?:\s?[-–—]\s?([01]?\d|2[0-3])([0-5][05]))?")
_HOURS = re.compile(r"(\d|1\d|2[0-4])()\s?[-–—]\s?(\d|1\d|2[0-4])()")
_LEAST = 4


def clocks_by_company(pieces: list[Piece]) -> dict[int, ClockSpan | None]:
    """The clocks by the number of their piece; None for pieces that only hold the rest of one."""
    found: dict[int, ClockSpan | None] = {}
    pairs: dict[tuple[str, str], list[int]] = {}
    for at, (hour, minute) in enumerate(itertools.pairwise(pieces)):
        if hour.line == minute.line and _HOUR.fullmatch(hour.text) and _MINUTE.fullmatch(minute.text):
            pairs.setdefault((hour.style, minute.style), []).append(at)
    for places in pairs.values():
        for at in places if len(places) > 2 else ():
            text = pieces[at].text
            found[at] = ClockSpan(60 * int(text.rstrip(" :h")) + int(pieces[at + 1].text), None, 0, len(text))
            found[at + 1] = None
    return found | _whole_formats(pieces)


def _whole_formats(pieces: list[Piece]) -> dict[int, ClockSpan | None]:
    """Pieces of digits in formats that hold next to nothing else, where their order in the page is that of a day."""
    formats: dict[str, list[int]] = {}
    for at, piece in enumerate(pieces):
        formats.setdefault(f"{piece.style}|{piece.cell.column if piece.cell else ''}", []).append(at)
    found: dict[int, ClockSpan | None] = {}
    for places in formats.values():
        for form in (_FOUR, _HOURS):
            read = {at: m for at in places if len(pieces[at].text) < 12 and (m := form.fullmatch(pieces[at].text))}
            if len(read) >= _LEAST and len(read) >= 0.6 * len(places) and _run_on([_minutes(m) for m in read.values()]):
                found |= {at: _span(m, pieces[at].text) for at, m in read.items()}
    return found


def _run_on(starts: list[int]) -> bool:
    """Whether clocks mostly follow one another, as those of a day do; years and numbers in a table do not."""
    steps = [(b - a) % (12 * 60) for a, b in itertools.pairwise(starts)]
    return len(set(starts)) >= _LEAST and sum(0 <= step <= 4 * 60 for step in steps) >= 0.75 * len(steps)


def _minutes(match: re.Match[str]) -> int:
    return 60 * int(match[1]) + int(match[2] or 0)


def _span(match: re.Match[str], text: str) -> ClockSpan:
    end = 60 * int(match[3]) + int(match[4] or 0) if match[3] else None
    start = _minutes(match)
    return ClockSpan(start, end, 0, len(text), start >= 13 * 60 or text.startswith("0"))
