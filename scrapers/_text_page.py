"""Plain text as the page it was copied from: lines that stand together are a block, lines with tabs the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby, pairwise

from scrapers._time_words import with_colons
from scrapers._times import find_clocks, parse_clock_range

_LONG, _LONGEST, _FEW = 240, 100_000, 4
"""Characters of a line in which several slots may stand, and how many ranges of clocks show that they do."""
_POINT = re.compile(r" ([·•▪◦✔]) ")


def page_of_text(text: str) -> str:
    """The HTML of a text. Every line stays a line; what stood between blank lines stays together."""
    return f"<html><body>{''.join(_blocks(prepared(text)))}</body></html>"


def prepared(text: str) -> str:
    """The text with what was lost or doubled in copying put right: breaks of lines, colons of clocks, titles told twice."""
    return _without_echoes(_in_lines(with_colons(text)))


def _blocks(text: str) -> Iterator[str]:
    for kind, lines in groupby(text.splitlines(), _kind_of):
        if kind == "row":
            yield f"<table>{''.join(map(_row, lines))}</table>"
        elif kind == "line":
            yield f"<div>{''.join(f'<div>{escape(line.strip())}</div>' for line in lines)}</div>"


def _kind_of(line: str) -> str:
    return "" if not line.strip() else "row" if "\t" in line.strip() else "line"


def _row(line: str) -> str:
    return f"<tr>{''.join(f'<td>{escape(cell.strip())}</td>' for cell in line.split(chr(9)))}</tr>"


def _in_lines(text: str) -> str:
    """A text whose breaks of lines were lost begins a line at each range of clocks, and at each point of a list."""
    return "\n".join(_cut(line) if _LONG < len(line) < _LONGEST else line for line in text.split("\n"))


def _cut(line: str) -> str:
    spans = [span for span in find_clocks(line) if span.end is not None and line[span.at - 1 : span.at] in ("", " ")]
    if len(spans) < _FEW or any(later.start < span.start for span, later in pairwise(spans)):
        return line
    edges = [0, *(span.at for span in spans if span.at), len(line)]
    return _POINT.sub(r"\n\1 ", "\n".join(line[at:upto].strip() for at, upto in pairwise(edges)))


def _without_echoes(text: str) -> str:
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
