"""Text laid out in columns, as PDFs and mails show tables: rows of cells, told from where the pieces of lines begin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scrapers._language.dates import find_dates
from scrapers._language.times import find_clocks
from scrapers._timing.grids import Row

_PIECE = re.compile(r"\S+(?:\s\S+)*")
"""What stands between gaps of two blanks or more."""
_NEAR = 3
"""So many characters apart, pieces still begin in the same column."""
_LEAST_ROWS = 3
_MOST_LINES = 5000

_Pieces = list[tuple[int, str]]


def column_rows(text: str) -> list[Row]:
    """The rows of the table a text is laid out as, its header first; empty where its clocks head no columns."""
    lines = [_pieces(line) for line in text.expandtabs(8).splitlines()[:_MOST_LINES]]
    anchors = [at for at, pieces in enumerate(lines) if _clock_at(pieces) is not None]
    if len(anchors) < _LEAST_ROWS:
        return []
    starts = _columns(lines, anchors)
    head = next((at for at in range(anchors[0] - 1, max(-1, anchors[0] - 6), -1) if _places(lines[at], starts) >= 2), None)
    if head is None:
        return []
    starts = [start for start in starts if any(abs(begin - start) <= _NEAR for begin, _ in lines[head])]
    days = [[" ".join(text for _, text in pieces)] for pieces in lines[:head] if _names_day(pieces)]
    return [*days[-1:], *_rows(lines, head, set(anchors), starts)]


def _pieces(line: str) -> _Pieces:
    return [(match.start(), match[0]) for match in _PIECE.finditer(line)]


def _names_day(pieces: _Pieces) -> bool:
    text = " ".join(piece for _, piece in pieces)
    return len(text) < 60 and bool(find_dates(text, day_first=True))


def _clock_at(pieces: _Pieces) -> int | None:
    """Where a line's clock begins, when it is one of its first two pieces and other pieces follow."""
    for start, piece in pieces[:2] if len(pieces) > 1 else ():
        if len(piece) < 30 and any(span.at == 0 and not re.search(r"\w{3}", piece[span.upto :]) for span in find_clocks(piece)):
            return start
    return None


def _columns(lines: list[_Pieces], anchors: list[int]) -> list[int]:
    """Where the columns begin: where pieces of several lines do, the clocks' column among them."""
    counts = Counter(start for pieces in lines[anchors[0] : anchors[-1] + 1] for start, _ in pieces)
    starts: list[int] = []
    for start, count in sorted(counts.items()):
        near = sum(counts[other] for other in range(start - 1, start + _NEAR))
        if near >= max(_LEAST_ROWS, len(anchors) // 3) and count * 2 >= near and (not starts or start - starts[-1] > _NEAR):
            starts.append(start)
    return starts


def _places(pieces: _Pieces, starts: list[int]) -> int:
    return len({_column(start, starts) for start, _ in pieces} - {None})


def _column(start: int, starts: list[int]) -> int | None:
    """The column that a piece begins in."""
    return next((at for at, begin in enumerate(starts) if abs(begin - start) <= _NEAR), None)


def _rows(lines: list[_Pieces], head: int, anchors: set[int], starts: list[int]) -> Iterator[Row]:
    """The header and the rows below it; what stands alone between the columns belongs to all of them, lines of a cell go on."""
    row: list[list[str]] = [[] for _ in starts]
    for at in range(head, len(lines)):
        places = [_column(start, starts) for start, _ in lines[at]]
        if at in anchors:
            yield ["\n".join(cell) for cell in row]
            row = [[] for _ in starts]
        elif _names_day(lines[at]):
            yield ["\n".join(cell) for cell in row]
            row = [[] for _ in starts]
            yield [" ".join(text for _, text in lines[at])]
            continue
        elif lines[at] and (None in places or (0 in places and at > head)):
            continue
        for place, (_, piece) in zip(places, lines[at], strict=True):
            for column in [place] if place is not None else range(1, len(starts)):
                row[column].append(piece)
    yield ["\n".join(cell) for cell in row]
