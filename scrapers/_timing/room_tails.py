"""Lines that end in where something is ("Why we sell – Ann Archer – Room 4"): the room is a unit of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scrapers._found import fold
from scrapers._language.kinds import is_kind
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.vocabulary import page_words, plain, words_of
from scrapers._timing.unit import Unit

_DASHES = frozenset("–—―-")
_DASH = re.compile(r"(?<=\S)(?:\s+[–—―-]+\s+|[–—]\s+|(?<=\w)-\s+)")
_IN_NAMES = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .,'’-])*")
_PROPER = re.compile(r"[A-ZÀ-ÞĀ-Ž0-9(&]")
_LONGEST, _LONGEST_ROOM = 300, 60
_MOST_WORDS = 8
_LEAST, _FEW = 3, 3
_NAME = 0.5


def with_room_tails(units: Sequence[Unit]) -> list[Unit]:
    """The units with rooms behind dashes cut off, where several lines of the page end in some, of which one comes again.

    Such a room may stand without the word for its kind ("Bell" for "Salon Bell").
    """
    ends = {number: end for number, unit in enumerate(units) if (end := _tail_of(unit))}
    placed = [(head, fold(tail)) for head, tail in ends.values() if is_room(tail) and not _is_name(head)]
    known = {room for _, room in placed}
    if len(placed) < _LEAST or len(known) == len(placed) or _are_labels([head for head, _ in placed]):
        return list(units)
    ends_known = {room[at + 1 :] for room in known for at, sign in enumerate(room) if sign == " "}
    made: list[Unit] = []
    for number, unit in enumerate(units):
        head, tail = ends.get(number, ("", ""))
        if head and not _is_name(head) and (is_room(tail) or (len(tail) > _FEW and fold(tail) in ends_known)):
            made += [replace(unit, text=head), replace(unit, text=tail, led=True, is_room=True)]
        else:
            made.append(unit)
    return made


def _are_labels(heads: Sequence[str]) -> bool:
    """Whether what stands before rooms are names of tracks, which come again and again, or kinds of sessions."""
    kinds = sum(is_kind(words_of(plain(head))) for head in heads)
    return 2 * len({fold(head) for head in heads}) <= len(heads) or 2 * kinds > len(heads)


def _tail_of(unit: Unit) -> tuple[str, str] | None:
    """What stands before the last dash of a line, and what behind it."""
    if unit.clock or unit.is_date or unit.piece.zone or len(unit.text) > _LONGEST:
        return None
    dashes = [] if _DASHES.isdisjoint(unit.text) else list(_DASH.finditer(unit.text))
    if not dashes or not 0 < len(unit.text) - dashes[-1].end() <= _LONGEST_ROOM:
        return None
    return unit.text[: dashes[-1].start()], unit.text[dashes[-1].end() :]


def is_room(text: str) -> bool:
    """Whether a text is a word for a place to meet and what tells that from others ("Room 4", "Sala de Actos")."""
    words = text.split()
    proper = _PROPER.match(words[0]) and len(words) <= _MOST_WORDS
    head = words_of(plain(text))[:3]
    return bool(proper) and any(head[:size] in page_words()["room"].phrases for size in (1, 2, 3))


def _is_name(text: str) -> bool:
    """Whether somebody is all that stands before a dash: behind it is where they work."""
    return _IN_NAMES.fullmatch(text) is not None and looks_like_name(split_honours(text)[1]) >= _NAME
