"""The records in lines of plain text: each clock with the lines that belong to it, where repetition shows how they lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from scrapers._found import fold
from scrapers._html.lines import Piece
from scrapers._language.times import ClockSpan, find_clocks
from scrapers._timing.unit import TRIM, Unit, dated, is_day, without_time_words

_EDGES = " |\t\u3000\xa0"
_BULLET = re.compile(r"[*+•·‣▪–—-]\s+(?=[^\W_]|[\"“„«「『¿¡(])")
_LONGEST = 160
_MOST = 0.7
_HIGHEST = 2


@dataclass(slots=True)
class Line:
    """A line with something in it; `clock` when one heads or ends it, `bare` when nothing else stands there.

    A `point` of a list stands without its bullet.
    """

    text: str
    blank_before: bool
    clock: ClockSpan | None = None
    bare: bool = False
    is_date: bool = False
    point: bool = False


def lines_of(texts: list[str]) -> list[Line]:
    """The lines of a text that hold something."""
    lines: list[Line] = []
    blank = True
    for raw in texts:
        text = raw.strip(_EDGES)
        if text:
            lines.append(_line(text, blank))
        if text or not raw.strip():
            blank = not text
    return lines


def _line(text: str, blank: bool) -> Line:
    line = Line(text, blank)
    if len(text) <= _LONGEST:
        _find_time(line)
    if line.clock is None and (bullet := _BULLET.match(text)) is not None:
        line.text, line.point = text[bullet.end() :], True
    return line


def _find_time(line: Line) -> None:
    text = line.text
    for clock in find_clocks(text)[:1]:
        before, after = (without_time_words(side.strip(TRIM)) for side in (text[: clock.at], text[clock.upto :]))
        before = "" if not after and is_day(before) else before
        if not before or (not after and clock.end is not None):
            line.clock, line.bare = clock, not (before or after)
    if line.clock is None:
        line.is_date = dated(Unit(text, Piece(text, "", 0, 0), 0)).is_date


def records_in(lines: list[Line]) -> Iterator[tuple[int, int]]:
    """First and last line (excluded) of every record, in order; none where nothing shows how they lie."""
    anchors = [at for at, line in enumerate(lines) if line.clock is not None]
    lead = _lead_of(lines, anchors) if len(anchors) > 2 else None
    if lead is None:
        return
    starts = [at - lead for at in anchors if at >= lead]
    ends = [*starts[1:], _last_end(lines, starts)]
    for first, last in zip(starts, ends, strict=True):
        dates = (at for at in range(first + 1, last) if lines[at].is_date and at > first + lead)
        yield first, next(dates, last)


def _lead_of(lines: list[Line], anchors: list[int]) -> int | None:
    """How many lines of a record stand above its clock, None where that is open."""
    bare = [at for at in anchors if lines[at].bare]
    if 2 * len(bare) < len(anchors):
        return 0
    for lead in range(_HIGHEST + 1):
        parted = [
            at for at in bare
            if at >= lead and lines[at - lead].blank_before and not any(n.blank_before for n in lines[at - lead + 1 : at + 1])
        ]  # fmt: skip
        if len(parted) >= _MOST * len(bare):
            return next((up for up in range(lead, 0, -1) if _differ([lines[at - up] for at in parted])), 0)
    if lines[anchors[0]].blank_before or (anchors[0] and lines[anchors[0] - 1].is_date):
        return 0
    return None


def _differ(lines: list[Line]) -> bool:
    """Whether lines tell something of their own, as titles do: no button, no place, no day."""
    return len({fold(line.text) for line in lines if not line.is_date}) >= _MOST * len(lines)


def _last_end(lines: list[Line], starts: list[int]) -> int:
    """Where the last record ends: at a blank line, no further than the others go."""
    longest = max((two - one for one, two in pairwise(starts)), default=1)
    inside = any(line.blank_before for one, two in pairwise(starts) for line in lines[one + 1 : two])
    last = starts[-1]
    end = min(len(lines), last + longest)
    if not inside:
        end = next((at for at in range(last + 1, end) if lines[at].blank_before), end)
    return end
