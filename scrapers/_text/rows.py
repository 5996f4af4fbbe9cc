"""The tables in a text copied from a page: tabs part cells, and the lines of a cell stand one below the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from scrapers._language.times import find_clocks

Row = list[list[str]]
"""Cells, each a list of its lines."""
_LONGEST_GAP, _LONGEST_CELL = 14, 60
"""So many lines at most in a row, and in one whose last cell begins below the tab before it."""
_HEADED = 0.5


@dataclass(slots=True)
class Part:
    """A stretch of a text: the rows of a table, or lines."""

    lines: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def parts_of(lines: list[str]) -> Iterator[Part]:
    """The tables of a text and the lines between them, in order."""
    done = 0
    for first, last in _regions(lines):
        rows, end = _rows(lines, first, last)
        if first > done:
            yield Part(lines=lines[done:first])
        yield Part(rows=rows)
        done = end
    if done < len(lines):
        yield Part(lines=lines[done:])


def _regions(lines: list[str]) -> Iterator[tuple[int, int]]:
    """First and last line (excluded) of every table."""
    tabbed = [at for at, line in enumerate(lines) if "\t" in line and line.strip()]
    begin = 0
    for number, at in enumerate(tabbed):
        after = tabbed[number + 1] if number + 1 < len(tabbed) else None
        if after is None or not _goes_on(lines, at, after):
            yield tabbed[begin], at + 1
            begin = number + 1


def _goes_on(lines: list[str], at: int, after: int) -> bool:
    """Whether what stands between two lines with tabs is part of a row."""
    gap = after - at - 1
    below = lines[at].endswith("\t") and gap <= _LONGEST_CELL
    return gap == 0 or below or (gap <= _LONGEST_GAP and opens(lines[at]) and opens(lines[after]))


def opens(line: str) -> bool:
    """Whether a clock heads a line."""
    return any(span.at < 3 for span in find_clocks(line[:40].strip()))


def _rows(lines: list[str], first: int, last: int) -> tuple[list[Row], int]:
    """The rows of a table and the line behind it."""
    tabbed = [line for line in lines[first:last] if "\t" in line]
    width = max(line.count("\t") for line in tabbed) + 1
    clocked = sum(map(opens, tabbed)) >= _HEADED * len(tabbed) and len(tabbed) > 2
    rows: list[Row] = []
    longest = 0
    run = 0
    for at in range(first, last):
        cells = [cell.strip() for cell in lines[at].split("\t")]
        fits = bool(rows) and len(rows[-1]) + len(cells) - 1 <= width
        goes_on = fits and not opens(lines[at]) and (clocked or len(cells) == 1)
        if goes_on:
            _continue(rows[-1], cells)
            run += 1
        elif lines[at].strip():
            rows.append([[cell] for cell in cells])
            run = 0
        longest = max(longest, run)
    end = last
    if lines[last - 1].endswith("\t"):
        while end < len(lines) and (lines[end].strip() or longest > 1) and end - last < max(1, longest):
            _continue(rows[-1], [lines[end].strip()])
            end += 1
    return rows, end


def _continue(row: Row, cells: list[str]) -> None:
    row[-1].append(cells[0])
    row += [[cell] for cell in cells[1:]]
