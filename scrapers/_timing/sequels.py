"""What stands in the place of a clock where a session has none: words such as "To follow", a dash."""

from __future__ import annotations

from collections import Counter

from scrapers._html.lines import Lines, Piece
from scrapers._language.time_words import time_words
from scrapers._language.vocabulary import plain
from scrapers._timing.unit import NO_CLOCK, Unit

_FEW, _LEAST = 2, 3
_SAYING = 30
_DASHES = "-–—―.…* "


def with_sequels(units: list[Unit], lines: Lines) -> list[Unit]:
    """The units with what stands for a clock as times without one: lines that only say that something follows, and gaps."""
    clocked = [unit for unit in units if unit.clock is not None]
    if len(clocked) < _FEW:
        return units
    then = time_words("sequel")
    follows = [unit.clock is None and len(unit.text) < _SAYING and plain(unit.text).strip(" :.…–-") in then for unit in units]
    units = [Unit("", u.piece, u.at, NO_CLOCK) if sequel else u for u, sequel in zip(units, follows, strict=True)]
    gaps = _gaps(lines.pieces, {unit.at for unit in clocked})
    made = [Unit("", lines.pieces[at], at, NO_CLOCK) for at in gaps]
    return sorted([*made, *(u for u in units if u.at not in gaps)], key=lambda unit: unit.at) if made else units


def _gaps(pieces: list[Piece], clocked: set[int]) -> set[int]:
    """The lines that are but a dash, in the format and the column of lines that are clocks.

    Not right behind a clock, where a dash leads to its end.
    """
    columns = Counter(_place(pieces[at]) for at in clocked)
    return {
        at for at, piece in enumerate(pieces)
        if at and columns[_place(piece)] >= _LEAST and at - 1 not in clocked
        and piece.line != pieces[at - 1].line and not piece.text.strip(_DASHES)
    }  # fmt: skip


def _place(piece: Piece) -> tuple[str, int | None]:
    return piece.style, piece.cell.column if piece.cell else None
