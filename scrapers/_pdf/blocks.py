"""What the rows of a PDF stand for: running text, tables, columns read one after the other.

White that runs down through many rows parts columns; what stands beside a clock belongs to it; columns with clocks of their own
are read one by one.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from scrapers._language.times import find_clocks
from scrapers._pdf.cells import Part, anchors_of, are_clocks, edges_of, leading_of, parted_at, rows_by_overlap, share_near
from scrapers._pdf.pen import Word
from scrapers._pdf.rows import Row, begins_with_clock, is_apart
from scrapers._pdf.white import gutter_below, gutters_of, leads_into

_DEEPEST = 5


@dataclass(slots=True)
class Text:
    """Rows that are read one below the other."""

    rows: list[Row]


@dataclass(slots=True)
class Cell:
    """What stands in a cell, and over how many columns."""

    column: int
    span: int
    blocks: list[Block]
    right: float


@dataclass(slots=True)
class Table:
    """Rows of cells; `timed` when clocks stand in it."""

    rows: list[list[Cell]]
    timed: bool


@dataclass(slots=True)
class Columns:
    """Columns that are read one after the other."""

    columns: list[list[Block]]


Block = Text | Table | Columns


@dataclass(slots=True)
class Roll:
    """All pages below one another: rows, and the y of page breaks and of long level lines."""

    rows: list[Row] = field(default_factory=list)
    breaks: list[float] = field(default_factory=list)
    level: list[tuple[float, float, float]] = field(default_factory=list)
    width: float = 0.0


def blocks_of(rows: list[Row], roll: Roll, depth: int = 0) -> list[Block]:
    """What rows stand for, from the top down."""
    blocks: list[Block] = []
    plain: list[Row] = []
    at = 0
    while at < len(rows):
        gutter = gutter_below(rows, at) if depth < _DEEPEST else None
        if gutter is None:
            plain.append(rows[at])
            at += 1
            continue
        right, end = gutter
        begin = at
        while plain and leads_into(plain[-1], rows[begin], right):
            plain.pop()
            begin -= 1
        if plain:
            blocks.append(Text(plain))
            plain = []
        blocks += _Band(rows[begin:end], roll, depth).blocks()
        at = end
    if plain:
        blocks.append(Text(plain))
    return blocks


class _Band:
    """Rows with columns: finds the columns, and whether they are a table."""

    def __init__(self, rows: list[Row], roll: Roll, depth: int) -> None:
        self.rows = rows
        self.roll = roll
        self.depth = depth
        self.gutters = gutters_of(rows)
        self.parts = self._all_parts()
        begun = {part.column for part in self.parts}
        if len(begun) <= len(self.gutters):  # a column in which nothing begins is white, too
            edges = [(0.0, 0.0), *self.gutters]
            kept = [column for column in range(1, len(edges)) if column in begun]
            self.gutters = [(edges[last + 1][0], edges[column][1]) for last, column in pairwise([0, *kept])]
            self.parts = self._all_parts()
        self.leading = leading_of(self.parts)
        self.ends: dict[tuple[int, int], float] = {}
        for part in self.parts:
            key = (part.column, part.span)
            self.ends[key] = max(self.ends.get(key, 0.0), part.row.x1)

    def _all_parts(self) -> list[Part]:
        return sorted((part for row in self.rows for part in self._parted(row)), key=lambda part: part.row.y)

    def blocks(self) -> Iterator[Block]:
        """What the rows stand for."""
        if not self.gutters:
            yield Text(self.rows)
            return
        count = len(self.gutters) + 1
        flows = self._flows(count)
        if flows:
            edges = [y for y in self.roll.breaks if self.rows[0].y < y < self.rows[-1].y]
            for parts in parted_at(self.parts, edges):
                columns = [[p.row for p in parts if a <= p.column < b] for a, b in flows]
                yield Columns([blocks_of(rows, self.roll, self.depth + 1) for rows in columns if rows])
            return
        timed = any(find_clocks(part.row.text[:40]) for part in self.parts)
        yield Table([self._cells(lines) for lines in self._lines()], timed)

    def _parted(self, row: Row) -> list[Part]:
        """The parts of a row between the gutters that it keeps free."""
        parts: list[Part] = []
        words: list[Word] = []
        begin = 0
        for word in row.words:
            column = sum(word.x0 >= left - 0.5 + (right - left) / 2 for left, right in self.gutters)
            if words and column != begin and is_apart(words[-1].x1, word):
                parts.append(self._part(words, row, begin))
                words = []
            if not words:
                begin = column
            words.append(word)
        parts.append(self._part(words, row, begin))
        for part, behind in pairwise(parts):
            part.span = min(part.span, behind.column - part.column)
        return parts

    def _part(self, words: list[Word], row: Row, begin: int) -> Part:
        end = sum(words[-1].x1 > right for _, right in self.gutters)
        main = max(words, key=lambda word: (word.x1 - word.x0) * word.size)
        return Part(begin, max(1, end - begin + 1), Row(main.y, max(w.size for w in words), words))

    def _flows(self, count: int) -> list[tuple[int, int]]:
        """The columns to be read one after the other, as ranges; empty where the band is a table."""
        columns: list[list[Part]] = [[] for _ in range(count)]
        for part in self.parts:
            columns[part.column].append(part)
        timed = [n for n, parts in enumerate(columns) if sum(begins_with_clock(p.row) for p in parts) > 1]
        pure = [n for n in timed if are_clocks(columns[n])]
        groups = [n for n in timed if n - 1 not in pure or n not in pure]
        if len(groups) > 1 and not (len(timed) > 1 and timed[0] in pure and len(pure) == 1):
            groups[0] = 0
            return list(pairwise([*groups, count]))
        if timed or self._is_aligned(columns):
            return []
        return [(n, n + 1) for n in range(count)]

    def _is_aligned(self, columns: list[list[Part]]) -> bool:
        """Whether paragraphs in one column begin where those beside them do."""
        starts: list[list[float]] = []
        for parts in columns:
            tops = [p.row.y for p in parts[:1]]
            tops += [two.row.y for one, two in pairwise(parts) if two.row.y - one.row.y > 1.5 * two.row.size]
            starts.append(tops)
        fewest = min(starts, key=len)
        others = sorted(y for tops in starts if tops is not fewest for y in tops)
        return share_near(fewest, others) >= 0.6

    def _lines(self) -> list[list[Part]]:
        """The parts of every row of the table."""
        made: list[list[Part]] = []
        for group in parted_at(self.parts, self._rules()):
            if group:
                made += self._by_anchors(group)
        return made

    def _rules(self) -> list[float]:
        """Where level lines cross most of the band."""
        top, low = self.rows[0].y - self.rows[0].size, self.rows[-1].y
        left, right = min(row.x0 for row in self.rows), max(row.x1 for row in self.rows)
        heights = [part.row.y for part in self.parts]
        covered: dict[int, float] = {}
        for y, x0, x1 in self.roll.level[bisect(self.roll.level, (top,)) : bisect(self.roll.level, (low,))]:
            if bisect(heights, y + 0.5) > bisect(heights, y - 2.6):
                continue  # it underlines
            key = round(y / 2)
            key = key - 1 if key - 1 in covered else key + 1 if key + 1 in covered else key
            covered[key] = covered.get(key, 0.0) + max(0.0, min(x1, right) - max(x0, left))
        return sorted(key * 2.0 for key, width in covered.items() if width > 0.6 * (right - left))

    def _by_anchors(self, parts: list[Part]) -> list[list[Part]]:
        """Parts put into rows of the table: each begins with a text of the column that leads."""
        lead = self._lead(parts)
        if lead is None:
            return rows_by_overlap(parts, self.leading)
        others = [p for p in parts if p.column != lead]
        tops = anchors_of([p for p in parts if p.column == lead], sorted(p.row.y for p in others), self.leading)
        if len(tops) < 2:
            return [parts]
        return [group for group in parted_at(parts, edges_of(tops, others, self.leading)) if group]

    def _lead(self, parts: list[Part]) -> int | None:
        columns = sorted({p.column for p in parts})
        for column in columns:
            own = [p for p in parts if p.column == column]
            if 2 * sum(bool(find_clocks(p.row.text[:40])) for p in own) >= len(own):
                return column
        return columns[0] if self._is_aligned([[p for p in parts if p.column == c] for c in columns]) else None

    def _cells(self, parts: list[Part]) -> list[Cell]:
        held: dict[int, list[Part]] = {}
        for part in parts:
            inside = next((c for c, own in held.items() if c <= part.column < c + max(p.span for p in own)), part.column)
            held.setdefault(inside, []).append(part)
        cells = []
        for column in sorted(held):
            span = max(p.span for p in held[column])
            right = self._right(column, span)
            cells.append(Cell(column, span, blocks_of([p.row for p in held[column]], self.roll, self.depth + 1), right))
        return cells

    def _right(self, column: int, span: int) -> float:
        """Where texts in a column are wrapped: its longest, where that nearly fills it."""
        edge = self.gutters[column + span - 1][1] if column + span - 1 < len(self.gutters) else self.roll.width
        most = self.ends.get((column, span), edge)
        em = self.rows[0].size
        return most if edge - most < 2.5 * em else edge
