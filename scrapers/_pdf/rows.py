"""The words of a PDF put into rows by their baselines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scrapers._language.times import find_clocks
from scrapers._pdf.pen import Word


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


def begins_with_clock(row: Row) -> bool:
    """Whether a row begins with a clock."""
    text = row.text[:40]
    return any(clock.at < 4 for clock in find_clocks(text))
