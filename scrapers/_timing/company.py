"""Clocks in forms that are times only by the company they keep: every line of their format says so.

Hours and minutes in elements of their own (`<b>09</b><i>00</i>`), odd marks between them or none ("0930", "9'30", "9-30",
"9 30", "9⁳⁰"), whole hours ("9-10", "9 to 10"); alone in their lines, the last also at the head of lines of words.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from scrapers._html.lines import Piece
from scrapers._language.fields import meanings
from scrapers._language.time_words import one_of, time_words
from scrapers._language.times import ClockSpan

_HOUR = re.compile(r"(?:[01]?\d|2[0-3])\s?[:h]?")
_MINUTE = re.compile(r"[:.]?\s?([0-5][05])")
_ODD = re.compile(
    r"([01]?\d|2[0-3])(?P<mark>['’′´`,_·*|-]|\s[.:-]?\s?|)([0-5][05])(?!\d)(?:\s?(?:[-–—~/>]|to|bis)\s?([01]?\d|2[0-4])(?P=mark)([0-5][05])(?!\d))?"
)
_HOURS = re.compile(
    rf"([01]?\d|2[0-4])()(?:\s?[-–—~]\s?|\s{one_of(time_words('until'))}\s)([01]?\d|2[0-4])()(?![\d\w]|[.:,]\d)", re.I
)
_WORDS = re.compile(r"\s?(?:[-–—:|.,)]\s?|(?<=\s))([^\W\d_]+)")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HOUR_TOLD = re.compile(r"(\d|1\d|2[0-4])()()()(?![\d\w])")
_LEAST, _LEAST_TOLD = 4, 2
_CHAINED = 3
Place = tuple[int, int]


def clocks_by_company(pieces: list[Piece]) -> dict[int, ClockSpan | None]:
    """The clocks by the number of their piece; None for pieces that only hold the rest of one."""
    found: dict[int, ClockSpan | None] = {}
    pairs: dict[tuple[str, str], list[int]] = {}
    for at, (hour, minute) in enumerate(itertools.pairwise(pieces)):
        beside = hour.line == minute.line or (hour.line + 1 == minute.line and hour.cell == minute.cell)
        if beside and _HOUR.fullmatch(hour.text) and _MINUTE.fullmatch(minute.text):
            pairs.setdefault((hour.style, minute.style), []).append(at)
    for places in pairs.values():
        for at in places if len(places) > 2 else ():
            text = pieces[at].text
            found[at] = ClockSpan(60 * int(text.rstrip(" :h")) + int(pieces[at + 1].text[-2:]), None, 0, len(text))
            found[at + 1] = None
    return found | _whole_formats(pieces) | _heads_of_lines(pieces)


def _heads_of_lines(pieces: list[Piece]) -> dict[int, ClockSpan | None]:
    """Ranges of whole hours before words ("13 to 14 - Lunch"), in formats where one ends as the next begins, as in a day."""
    formats: dict[str, dict[int, tuple[re.Match[str], str]]] = {}
    for at, piece in enumerate(pieces):
        match = _HOURS.match(piece.text) if piece.text[:1].isdigit() else None
        behind = _WORDS.match(piece.text, match.end()) if match else None
        if match and behind:
            formats.setdefault(piece.style, {})[at] = match, behind[1].casefold()
    found: dict[int, ClockSpan | None] = {}
    for read in formats.values():
        hours = [(int(match[1]) % 24, int(match[3]) % 24) for match, _ in read.values()]
        chained = sum(one[1] == two[0] for one, two in itertools.pairwise(hours))
        words = {word for _, word in read.values()}  # no "3-4 years", "4-5 years"
        if len(read) > _CHAINED and 2 * chained >= len(read) - 1 and chained >= _CHAINED and 2 * len(words) > len(read):
            found |= {at: replace(_span(match, pieces[at].text), halves=True) for at, (match, _) in read.items()}
    return found


def _whole_formats(pieces: list[Piece]) -> dict[int, ClockSpan | None]:
    """Pieces that are or begin with such forms, in formats that hold little else, in the order of a day."""
    formats: dict[tuple[str, Place | None], list[int]] = {}
    told = {_place_of(piece) for piece in pieces if piece.cell and piece.cell.row == 0 and _says_time(piece.text)}
    for at, piece in enumerate(pieces):
        place = _place_of(piece)
        formats.setdefault((piece.style, place if place in told else (-1, place[1]) if place else None), []).append(at)
    found: dict[int, ClockSpan | None] = {}
    for (_, place), places in formats.items():
        digits = [at for at in places if pieces[at].text[:1].isdigit()]
        least, forms = (_LEAST_TOLD, (_ODD, _HOURS, _HOUR_TOLD)) if place in told else (_LEAST, (_ODD, _HOURS))
        for form in forms if len(digits) >= least else ():
            read = {at: m for at in digits if (m := form.match(_lowered(pieces[at].text)))}
            whole = {at: m for at, m in read.items() if m.end() == len(pieces[at].text)}
            starts = [_minutes(m) for m in whole.values()]
            if len(whole) >= least and len(whole) >= 0.6 * len(places) and len(set(starts)) >= least and _run_on(starts):
                found |= {at: _span(m, pieces[at].text) for at, m in whole.items()}
    return found


def _place_of(piece: Piece) -> Place | None:
    """The table and column of a piece, None outside all tables."""
    return (piece.cell.table, piece.cell.column) if piece.cell else None


def _says_time(head: str) -> bool:
    """Whether the head of a column says that it holds clocks ("Time", "Orari"), so that two of them are enough."""
    return any(m.role in ("time", "start") for m in meanings(head, "session")[:1])


def _lowered(text: str) -> str:
    """The text with raised digits as plain ones."""
    return text if text.isascii() else text.translate(_RAISED)


def _run_on(starts: list[int]) -> bool:
    """Whether clocks mostly follow one another, as those of a day do; years and numbers in a table do not."""
    steps = [(b - a) % (12 * 60) for a, b in itertools.pairwise(starts)]
    return sum(0 <= step <= 4 * 60 for step in steps) >= 0.75 * len(steps)


def _minutes(match: re.Match[str]) -> int:
    hour, *_, minute, _, _ = match.groups()
    return 60 * int(hour) + int(minute or 0)


def _span(match: re.Match[str], text: str) -> ClockSpan:
    *_, hour, minute = match.groups()
    start = _minutes(match)
    end = 60 * int(hour) + int(minute or 0) if hour else None
    return ClockSpan(start, end, 0, match.end(), start >= 13 * 60 or text.startswith("0"))
