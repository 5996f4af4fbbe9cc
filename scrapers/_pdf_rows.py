"""The words of a PDF as rows, and rows as what they stand for: running text, tables, columns read one after the other.

A page is white space with words in it. White that runs down through many rows parts columns; what stands beside a clock
belongs to it; columns with clocks of their own are read one by one.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scrapers._pdf_words import Word
from scrapers._times import find_clocks, parse_clock_range

_FAR, _ENOUGH = 30, 12
"""So many rows with words on one side only end a gutter; so many it parts must have shown that it is one."""
_DEEPEST = 5
_OPEN = re.compile(r"(?:[-–—−~〜]|\b(?:to|bis|until|till|a|à|al|até))\s*$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:[-–—−~〜]|(?:to|bis|until|till|à|al|até)\b)", re.IGNORECASE)


@dataclass(slots=True)
class Row:
    """Words on one baseline, from left to right."""

    y: float
    size: float
    words: list[Word]

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(word.x1 for word in self.words)

    @property
    def text(self) -> str:
        """Its words as they are read."""
        return self.words[0].text + "".join((" " if is_gap(*pair) else "") + pair[1].text for pair in pairwise(self.words))

    def gaps(self) -> Iterator[tuple[float, float]]:
        """White between its words that may part columns."""
        end = self.x0
        for word in self.words:
            if is_apart(end, word):
                yield end, word.x0
            end = max(end, word.x1)


def is_gap(one: Word, two: Word) -> bool:
    """Whether there is a blank between two words of a row."""
    return two.spaced or two.x0 - one.x1 > 0.16 * two.size or two.x0 < one.x0


def is_apart(end: float, word: Word) -> bool:
    """Whether white before a word is more than a space: wide, or left by moving the pen."""
    white = (word.x0 - end) / word.size
    return white > 1.0 or (white > 0.18 and not word.spaced)


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


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Words put into rows by their baselines, top down."""
    rows: list[Row] = []
    held: list[Word] = []
    for word in sorted(words, key=lambda word: word.y):
        if held and word.y - held[0].y > 0.35 * max(word.size, held[0].size):
            rows.append(_row(held))
            held = []
        held.append(word)
    if held:
        rows.append(_row(held))
    return _beside(rows)


def _beside(rows: list[Row]) -> list[Row]:
    """Rows with those half a line lower put into one where they stand side by side: cells set in the middle of their height."""
    made: list[Row] = []
    for row in rows:
        above = made[-1] if made else None
        if above is not None and row.y - above.y < 0.95 * min(row.size, above.size):
            words = sorted([*above.words, *row.words], key=lambda word: word.x0)
            if all(one.y == two.y or two.x0 - one.x1 > 0.2 * two.size for one, two in pairwise(words)):
                made[-1] = Row(above.y, max(row.size, above.size), words)
                continue
        made.append(row)
    return made


def _row(words: list[Word]) -> Row:
    words = sorted(words, key=lambda word: word.x0)
    kept: list[Word] = []
    for word in words:
        if not any(w.text == word.text and abs(w.x0 - word.x0) < 1.5 for w in kept[-3:]):  # a shadow
            kept.append(word)
    main = max(kept, key=lambda word: (word.x1 - word.x0) * word.size)
    return Row(main.y, max(word.size for word in kept), kept)


def blocks_of(rows: list[Row], roll: Roll, depth: int = 0) -> list[Block]:
    """What rows stand for, from the top down."""
    blocks: list[Block] = []
    plain: list[Row] = []
    at = 0
    while at < len(rows):
        gutter = _gutter(rows, at) if depth < _DEEPEST else None
        if gutter is None:
            plain.append(rows[at])
            at += 1
            continue
        right, end = gutter
        begin = at
        while plain and _leads(plain[-1], rows[begin], right):
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


@dataclass(slots=True)
class _White:
    """A gutter being followed: its edges, the rows that have words on both sides, where these begin on its right."""

    left: float
    right: float
    count: int = 1
    last: int = 0
    starts: list[float] = field(default_factory=list)

    def is_firm(self, size: float) -> bool:
        """Whether enough rows share it for its width."""
        start = sorted(self.starts)[len(self.starts) // 2]
        aligned = sum(abs(x - start) < 1.5 for x in self.starts) * 5 >= len(self.starts) * 3
        return is_firm((self.right - self.left) / size, self.count, aligned=aligned)


def is_firm(width: float, count: int, *, aligned: bool) -> bool:
    """Whether white so many ems wide in so many rows parts columns rather than words."""
    if aligned and count > 1:
        return width >= (0.7, 0.3, 0.2)[min(count, 4) - 2]
    return width >= (1.6, 1.2, 0.6, 0.4, 0.3)[min(count, 5) - 1]


def _gutter(rows: list[Row], at: int) -> tuple[float, int] | None:
    """The right edge of the gutter that begins at a row and parts most rows below, and the row behind the last it parts."""
    first = rows[at]
    alive = [_White(a, b, 1, at, [b]) for a, b in first.gaps()]
    ended: list[_White] = []
    for number in range(at + 1, len(rows)):
        row = rows[number]
        kept: list[_White] = []
        for white in alive:
            narrowed = _narrowed(white, row)
            if narrowed is None or number - white.last > _FAR or (white.count > 1 and _is_head(row, rows[white.last], white)):
                ended.append(white)
                continue
            left, right, parted = narrowed
            white.left, white.right = left, right
            if parted:
                white.count += 1
                white.last = number
                white.starts.append(right)
                if white.count == _ENOUGH and not white.is_firm(first.size):
                    continue
            kept.append(white)
        alive = kept
        if not alive:
            break
    ended += alive
    firm = [white for white in ended if white.is_firm(first.size)]
    if not firm:
        return None
    best = max(firm, key=lambda white: (white.count, white.right - white.left))
    end = best.last + 1
    while end < len(rows) and _belongs(rows[end], rows[end - 1], best):
        end += 1
    return best.right, end


def _narrowed(white: _White, row: Row) -> tuple[float, float, bool] | None:
    """The widest part of a gutter that a row leaves free, and whether it has words on both sides; None: it crosses it."""
    least = 0.18 * row.size
    free: list[tuple[float, float]] = []
    begin = white.left
    for word in row.words:
        if word.x1 <= white.left or word.x0 >= white.right:
            continue
        free.append((begin, word.x0))
        begin = word.x1
    free.append((begin, white.right))
    left, right = max(free, key=lambda part: part[1] - part[0])
    if right - left < least:
        return None
    behind = next((word for word in row.words if word.x0 > right - 0.1), None)
    parts = behind is not None and row.x0 < left + 0.1
    if parts and behind is not None and not is_apart(max(w.x1 for w in row.words if w.x0 < left + 0.1), behind):
        return None
    return left, right, parts or (row.x1 <= left + 0.1 and _begins_with_clock(row))


def _is_head(row: Row, above: Row, white: _White) -> bool:
    """Whether a row is a heading across the columns though it stands on one side of the gutter."""
    return row.size > 1.15 * above.size and row.x0 > white.right + 2 * row.size and row.y - above.y > 1.8 * row.size


def _leads(row: Row, below: Row, right: float) -> bool:
    """Whether a row above the first that a gutter parts begins a text in the column behind it."""
    step = below.y - row.y
    return row.x0 >= right - 1 and (step < 1.5 * row.size or (row.x0 < right + 2 and step < 2.6 * row.size))


def _belongs(row: Row, above: Row, white: _White) -> bool:
    """Whether a row below the last one that a gutter parts goes on with one of its columns."""
    close = row.y - above.y < 1.5 * max(row.size, above.size) and row.size <= 1.1 * above.size
    if row.x0 >= white.right - 1:
        return close or (row.x0 < white.right + 2 and row.y - above.y < 2.6 * row.size)
    return row.x1 <= white.left + 1 and close


@dataclass(slots=True)
class _Part:
    """The words of one row in one cell."""

    column: int
    span: int
    row: Row


class _Band:
    """Rows with columns: finds the columns, and whether they are a table."""

    def __init__(self, rows: list[Row], roll: Roll, depth: int) -> None:
        self.rows = rows
        self.roll = roll
        self.depth = depth
        self.gutters = _gutters(rows)
        self.parts = self._all_parts()
        begun = {part.column for part in self.parts}
        if len(begun) <= len(self.gutters):  # a column in which nothing begins is white, too
            edges = [(0.0, 0.0), *self.gutters]
            kept = [column for column in range(1, len(edges)) if column in begun]
            self.gutters = [(edges[last + 1][0], edges[column][1]) for last, column in pairwise([0, *kept])]
            self.parts = self._all_parts()
        self.leading = _leading(self.parts)
        self.ends: dict[tuple[int, int], float] = {}
        for part in self.parts:
            key = (part.column, part.span)
            self.ends[key] = max(self.ends.get(key, 0.0), part.row.x1)

    def _all_parts(self) -> list[_Part]:
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
            for parts in _split(self.parts, edges):
                columns = [[p.row for p in parts if a <= p.column < b] for a, b in flows]
                yield Columns([blocks_of(rows, self.roll, self.depth + 1) for rows in columns if rows])
            return
        timed = any(find_clocks(part.row.text[:40]) for part in self.parts)
        yield Table([self._cells(lines) for lines in self._lines()], timed)

    def _parted(self, row: Row) -> list[_Part]:
        """The parts of a row between the gutters that it keeps free."""
        parts: list[_Part] = []
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

    def _part(self, words: list[Word], row: Row, begin: int) -> _Part:
        end = sum(words[-1].x1 > right for _, right in self.gutters)
        main = max(words, key=lambda word: (word.x1 - word.x0) * word.size)
        return _Part(begin, max(1, end - begin + 1), Row(main.y, max(w.size for w in words), words))

    def _flows(self, count: int) -> list[tuple[int, int]]:
        """The columns to be read one after the other, as ranges; empty where the band is a table."""
        columns: list[list[_Part]] = [[] for _ in range(count)]
        for part in self.parts:
            columns[part.column].append(part)
        timed = [n for n, parts in enumerate(columns) if sum(_begins_with_clock(p.row) for p in parts) > 1]
        pure = [n for n in timed if _are_clocks(columns[n])]
        groups = [n for n in timed if n - 1 not in pure or n not in pure]
        if len(groups) > 1 and not (len(timed) > 1 and timed[0] in pure and len(pure) == 1):
            groups[0] = 0
            return list(pairwise([*groups, count]))
        if timed or self._is_aligned(columns):
            return []
        return [(n, n + 1) for n in range(count)]

    def _is_aligned(self, columns: list[list[_Part]]) -> bool:
        """Whether paragraphs in one column begin where those beside them do."""
        starts: list[list[float]] = []
        for parts in columns:
            tops = [p.row.y for p in parts[:1]]
            tops += [two.row.y for one, two in pairwise(parts) if two.row.y - one.row.y > 1.5 * two.row.size]
            starts.append(tops)
        fewest = min(starts, key=len)
        others = sorted(y for tops in starts if tops is not fewest for y in tops)
        return _share_near(fewest, others) >= 0.6

    def _lines(self) -> list[list[_Part]]:
        """The parts of every row of the table."""
        made: list[list[_Part]] = []
        for group in _split(self.parts, self._rules()):
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

    def _by_anchors(self, parts: list[_Part]) -> list[list[_Part]]:
        """Parts put into rows of the table: each begins with a text of the column that leads."""
        lead = self._lead(parts)
        if lead is None:
            return _by_overlap(parts, self.leading)
        others = [p for p in parts if p.column != lead]
        tops = _anchors([p for p in parts if p.column == lead], sorted(p.row.y for p in others), self.leading)
        if len(tops) < 2:
            return [parts]
        return [group for group in _split(parts, _edges(tops, others, self.leading)) if group]

    def _lead(self, parts: list[_Part]) -> int | None:
        columns = sorted({p.column for p in parts})
        for column in columns:
            own = [p for p in parts if p.column == column]
            if 2 * sum(bool(find_clocks(p.row.text[:40])) for p in own) >= len(own):
                return column
        return columns[0] if self._is_aligned([[p for p in parts if p.column == c] for c in columns]) else None

    def _cells(self, parts: list[_Part]) -> list[Cell]:
        held: dict[int, list[_Part]] = {}
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


def _gutters(rows: list[Row]) -> list[tuple[float, float]]:
    """White that most rows with words on both sides leave free."""
    changes: list[tuple[float, int, int]] = []
    for row in rows:
        end = row.x0
        for word in row.words:
            if is_apart(end, word):
                changes += [(end, 0, 1), (word.x0, 0, -1)]
                end = word.x0
            changes += [(min(end, word.x0), 1, 0), (max(end, word.x1), -1, 0)]
            end = max(end, word.x1)
    em = sorted(row.size for row in rows)[len(rows) // 2]
    found: list[tuple[float, float]] = []
    covered = parted = most = 0
    begin: float | None = None
    for x, words, gaps in sorted(changes):
        is_free = parted > 0 and covered * 4 <= parted
        covered += words
        parted += gaps
        if is_free and not (parted > 0 and covered * 4 <= parted) and begin is not None:
            if is_firm((x - begin) / em, most, aligned=most > 1):
                found.append((begin, x))
            begin = None
        elif not is_free and parted > 0 and covered * 4 <= parted:
            begin, most = x, 0
        most = max(most, parted)
    return found


def _begins_with_clock(row: Row) -> bool:
    text = row.text[:40]
    return any(clock.at < 4 for clock in find_clocks(text))


def _are_clocks(parts: list[_Part]) -> bool:
    """Whether a column holds hardly anything but clocks."""
    texts = [p.row.text[:40] for p in parts]
    return 2 * sum(parse_clock_range(text) is not None or _GOES_ON.match(text) is not None for text in texts) >= len(texts)


def _anchors(lead: list[_Part], others: list[float], leading: float) -> list[tuple[float, float]]:
    """The first and last y of every text of the column that leads; `others` are the heights of what stands beside it."""
    tops: list[tuple[float, float]] = []
    above: Row | None = None
    for part in lead:
        row = part.row
        if above is not None and _is_same_anchor(above, row, others, leading):
            tops[-1] = (tops[-1][0], row.y)
        else:
            tops.append((row.y, row.y))
        above = row
    return tops


def _is_same_anchor(above: Row, row: Row, others: list[float], leading: float) -> bool:
    """Whether a line of the column that leads goes on with the text above it."""
    step = (row.y - above.y) / row.size
    if step < 1.5 and (_OPEN.search(above.text) or _GOES_ON.match(row.text)):
        return True
    if step > 1.1 * leading:
        return False
    clocks = [find_clocks(each.text[:40]) for each in (above, row)]
    if clocks[1]:
        return step < 1.3 and all(len(found) == 1 and found[0].end is None for found in clocks) and not _is_near(row.y, others)
    return leading < 1.3 or not _is_near(row.y, others)


def _edges(tops: list[tuple[float, float]], others: list[_Part], leading: float) -> list[float]:
    """Where the rows of a table part: above each anchor, or in the white between texts where anchors stand in their middle."""
    heights = sorted({part.row.y for part in others})
    em = others[0].row.size if others else 10.0
    above = [y - 0.35 * em for y, _ in tops[1:]]
    widest = [_widest(upper[1], lower[0], heights, 0.35 * em) for upper, lower in pairwise(tops)]
    differing = tight = 0
    for one, two in zip(above, widest, strict=True):
        at, other = bisect(heights, one), bisect(heights, two)
        if at != other:
            white, wide = (heights[n] - heights[n - 1] if 0 < n < len(heights) else 9 * em for n in (at, other))
            differing += 1
            tight += white <= 1.1 * leading * em and wide > 1.15 * white
    return widest if 3 * tight > differing else above


def _is_near(y: float, others: list[float]) -> bool:
    """Whether one of some heights, which are sorted, lies within three points."""
    return bisect(others, y + 3) > bisect(others, y - 3)


def _leading(parts: list[_Part]) -> float:
    """The least step from line to line in a column, in ems."""
    last: dict[int, Row] = {}
    least = 1.5
    for part in parts:
        above = last.get(part.column)
        if above is not None and above.size == part.row.size and part.row.y - above.y > 0.9 * above.size:
            least = min(least, (part.row.y - above.y) / above.size)
        last[part.column] = part.row
    return least


def _share_near(places: list[float], others: list[float]) -> float:
    """The share of some heights that lie within three points of others, which are sorted."""
    return sum(_is_near(y, others) for y in places) / max(1, len(places))


def _split(parts: list[_Part], edges: list[float]) -> list[list[_Part]]:
    """Parts between edges, which are sorted."""
    made: list[list[_Part]] = [[] for _ in range(len(edges) + 1)]
    for part in parts:
        made[bisect(edges, part.row.y)].append(part)
    return made


def _widest(upper: float, lower: float, heights: list[float], near: float) -> float:
    """The middle of the widest level white between two anchors; `heights` of what stands beside them are sorted."""
    within = heights[bisect(heights, upper - near) : bisect(heights, lower + near)]
    if len(within) < 2:
        return (upper + lower) / 2 if not within else (lower - near if within[0] < (upper + lower) / 2 else upper + near)
    one, two = max(pairwise(within), key=lambda pair: pair[1] - pair[0])
    return (one + two) / 2 + 0.01


def _by_overlap(parts: list[_Part], leading: float) -> list[list[_Part]]:
    """Parts that stand beside one another, put into one row of the table."""
    made: list[list[_Part]] = []
    low = float("-inf")
    for part in parts:
        if part.row.y - low > 1.1 * leading * part.row.size:
            made.append([])
        made[-1].append(part)
        low = max(low, part.row.y)
    return made
