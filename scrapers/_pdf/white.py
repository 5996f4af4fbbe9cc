"""The white of a page that runs down through many rows of a PDF and parts columns."""

from __future__ import annotations

from dataclasses import dataclass, field

from scrapers._pdf.rows import Row, begins_with_clock, is_apart

_FAR, _ENOUGH = 30, 12
"""So many rows with words on one side only end a gutter; so many it parts must have shown that it is one."""


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
        return _is_firm((self.right - self.left) / size, self.count, aligned=aligned)


def _is_firm(width: float, count: int, *, aligned: bool) -> bool:
    """Whether white so many ems wide in so many rows parts columns rather than words."""
    if aligned and count > 1:
        return width >= (0.7, 0.3, 0.2)[min(count, 4) - 2]
    return width >= (1.6, 1.2, 0.6, 0.4, 0.3)[min(count, 5) - 1]


def gutter_below(rows: list[Row], at: int) -> tuple[float, int] | None:
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
    return left, right, parts or (row.x1 <= left + 0.1 and begins_with_clock(row))


def _is_head(row: Row, above: Row, white: _White) -> bool:
    """Whether a row is a heading across the columns though it stands on one side of the gutter."""
    return row.size > 1.15 * above.size and row.x0 > white.right + 2 * row.size and row.y - above.y > 1.8 * row.size


def leads_into(row: Row, below: Row, right: float) -> bool:
    """Whether a row above the first that a gutter parts begins a text in the column behind it."""
    step = below.y - row.y
    return row.x0 >= right - 1 and (step < 1.5 * row.size or (row.x0 < right + 2 and step < 2.6 * row.size))


def _belongs(row: Row, above: Row, white: _White) -> bool:
    """Whether a row below the last one that a gutter parts goes on with one of its columns."""
    close = row.y - above.y < 1.5 * max(row.size, above.size) and row.size <= 1.1 * above.size
    if row.x0 >= white.right - 1:
        return close or (row.x0 < white.right + 2 and row.y - above.y < 2.6 * row.size)
    return row.x1 <= white.left + 1 and close


def gutters_of(rows: list[Row]) -> list[tuple[float, float]]:
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
            if _is_firm((x - begin) / em, most, aligned=most > 1):
                found.append((begin, x))
            begin = None
        elif not is_free and parted > 0 and covered * 4 <= parted:
            begin, most = x, 0
        most = max(most, parted)
    return found
