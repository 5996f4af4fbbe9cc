"""What a text copied from a page tells twice, or only where it is seen: captions, titles, details below labels, scales."""

from __future__ import annotations

import re
from collections import Counter

from scrapers._found import fold
from scrapers._language.fields import meanings
from scrapers._language.namelike import looks_like_name
from scrapers._language.times import find_clocks, parse_clock_range

_CAPTIONED = 40
_LABEL, _LABELLED = 40, 60
"""So many characters at most have a label, and what it names."""
_NEAR = 8
"""So many lines above, a clock is that of the same session."""
_COMMA = re.compile(",")
_TAILED = 300
_SCALE = 4
"""So many hours one below the other, at even steps with nothing between, are the scale of a calendar."""


def without_echoes(text: str) -> str:
    """A text whose titles, clocks and labels are told once, without the hours of a calendar's scale."""
    return _without_titles_before(_with_labels(_without_scales(_without_tails_again(text))))


def without_captions(text: str) -> str:
    """A text without the captions of portraits, which run together names that lines below tell with their jobs."""
    lines = text.split("\n")
    heads = ["".join(line.split()).rstrip(",") for line in lines]
    for at in range(len(lines) - 1):
        rest, told = heads[at], 0
        for head in heads[at + 1 : at + 1 + _CAPTIONED] if rest and rest.startswith(heads[at + 1] or " ") else ():
            if head and rest.startswith(head):
                rest, told = rest[len(head) :], told + 1
            if not rest:
                break
        if told and not rest and (told > 1 or lines[at + 1].rstrip().endswith(",")):
            lines[at] = ""
    return "\n".join(line for line, head in zip(lines, heads, strict=True) if line or not head)


def _without_tails_again(text: str) -> str:
    """A text without what a line repeats of the end of the one above, before what it tells ("Ann, CEO", ", CEO Bob, CFO")."""
    lines = text.split("\n")
    above = ""
    for at, line in enumerate(lines):
        bare = line.strip()
        if bare[:1] == "," and len(above) < _TAILED:
            tails = (above[place.start() :] for place in _COMMA.finditer(above))
            lines[at] = bare[len(next((tail for tail in tails if bare.startswith(tail)), "")) :].strip()
        above = bare or above
    return "\n".join(lines)


def _without_titles_before(text: str) -> str:
    """A text whose titles told both before and behind their clock ("Lunch", "12:00", "Lunch") are told behind it only."""
    kept: list[str] = []
    before, at, clock = "", 0, False
    for line in text.split("\n"):
        bare = line.strip()
        if bare and clock and bare == before:
            kept[at] = ""
        if bare and before and parse_clock_range(bare) is not None:
            clock = True
        elif bare:
            before, at, clock = bare, len(kept), False
        kept.append(line)
    return "\n".join(kept)


def _without_scales(text: str) -> str:
    """A text without the hours that stand one below the other beside a calendar ("7 am", "8 am", "9 am" ...)."""
    lines = text.split("\n")
    told = [at for at, line in enumerate(lines) if line.strip()]
    hours = {at: hour for at in told if (hour := _bare_hour(lines[at])) is not None}
    runs: list[list[int]] = [[]]
    for at in told:
        run = runs[-1]
        if at not in hours or (len(run) > 1 and hours[at] - hours[run[-1]] != hours[run[1]] - hours[run[0]]):
            runs.append([])
        if at in hours:
            runs[-1].append(at)
    for run in runs:
        rises = len(run) >= _SCALE and hours[run[1]] > hours[run[0]]
        for at in run if rises else ():
            lines[at] = ""
    return "\n".join(lines)


def _bare_hour(line: str) -> int | None:
    """The minute of the day of a clock without end that is all a line holds."""
    clocks = find_clocks(line) if len(line) < _LABEL else []
    alone = len(clocks) == 1 and clocks[0].end is None and parse_clock_range(line.strip()) is not None
    return clocks[0].start if alone else None


def _with_labels(text: str) -> str:
    """A text in which labels above what they name ("Location", below it "Hall 1") are before it on its line.

    Clocks so labelled that the text told a few lines above, and headings of descriptions, are left out.
    """
    lines = text.split("\n")
    often = Counter(map(fold, lines))
    fields = {at: field for at, line in enumerate(lines) if often[fold(line)] > 1 and (field := _field_of(line))}
    for at, field in fields.items():
        below = lines[at + 1].strip() if at + 1 < len(lines) else ""
        if field in ("time", "start") and find_clocks(below) and fold(below) in map(fold, lines[max(0, at - _NEAR) : at]):
            lines[at] = lines[at + 1] = ""
        elif field == "abstract":
            lines[at] = ""
        elif field == "room" and 0 < len(below) < _LABELLED and not find_clocks(below) and looks_like_name(below) < 0.5:
            lines[at], lines[at + 1] = "", f"{lines[at].strip()}: {below}"
    return "\n".join(lines)


def _field_of(line: str) -> str:
    """What a line that is but the label of a field names; empty when it is none that is known word for word."""
    found = meanings(line.strip(), "session")[:1] if 1 < len(line.strip()) < _LABEL else ()
    return found[0].role if found and (found[0].role != "room" or found[0].rank == int(found[0].rank)) else ""
