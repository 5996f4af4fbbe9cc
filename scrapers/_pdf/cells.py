"""The words of a table in a PDF: which lines make a text, and which texts stand in one row."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from itertools import pairwise

from scrapers._language.times import find_clocks
from scrapers._pdf.rows import Row

_WORDS = 9
"""So many letters beside a clock are more than its zone and its halves of the day."""


@dataclass(slots=True)
class Part:
    """The words of one row in one cell."""

    column: int
    span: int
    row: Row


def are_clocks(parts: list[Part]) -> bool:
    """Whether a column holds hardly anything but clocks."""
    texts = [p.row.text for p in parts]
    return 2 * sum(bool(find_clocks(text[:40])) and sum(map(str.isalpha, text)) < _WORDS for text in texts) >= len(texts)


def anchors_of(lead: list[Part], others: list[float], leading: float) -> list[tuple[float, float]]:
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
    whole = find_clocks(f"{above.text[-40:]} {row.text[:40]}")
    if step < 1.5 and len(whole) == 1 and whole[0].end is not None and find_clocks(row.text[:40]):
        return True
    if step > 1.1 * leading:
        return False
    clocks = [find_clocks(each.text[:40]) for each in (above, row)]
    if clocks[1]:
        return step < 1.3 and all(len(found) == 1 and found[0].end is None for found in clocks) and not _is_near(row.y, others)
    return leading < 1.3 or not _is_near(row.y, others)


def edges_of(tops: list[tuple[float, float]], others: list[Part], leading: float) -> list[float]:
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


def leading_of(parts: list[Part]) -> float:
    """The least step from line to line in a column, in ems."""
    last: dict[int, Row] = {}
    least = 1.5
    for part in parts:
        above = last.get(part.column)
        if above is not None and above.size == part.row.size and part.row.y - above.y > 0.9 * above.size:
            least = min(least, (part.row.y - above.y) / above.size)
        last[part.column] = part.row
    return least


def share_near(places: list[float], others: list[float]) -> float:
    """The share of some heights that lie within three points of others, which are sorted."""
    return sum(_is_near(y, others) for y in places) / max(1, len(places))


def parted_at(parts: list[Part], edges: list[float]) -> list[list[Part]]:
    """Parts between edges, which are sorted."""
    made: list[list[Part]] = [[] for _ in range(len(edges) + 1)]
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


def rows_by_overlap(parts: list[Part], leading: float) -> list[list[Part]]:
    """Parts that stand beside one another, put into one row of the table."""
    made: list[list[Part]] = []
    low = float("-inf")
    for part in parts:
        if part.row.y - low > 1.1 * leading * part.row.size:
            made.append([])
        made[-1].append(part)
        low = max(low, part.row.y)
    return made
