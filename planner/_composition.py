"""Choosing one wording of each part of a note: the fullest that fits the channel, and another for each person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, product

from planner.channels import Channel
from planner.note_templates import Parts, fill_variant, names_in, reduce_variant
from planner.placeholders import PLACEHOLDERS

_MOST_COMBINATIONS = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A filled variant, its length, and the placeholders in it; `keys` are those a note should use when they are known."""

    text: str
    names: frozenset[str]
    keys: tuple[str, ...]
    characters: int
    words: int


_Choice = tuple[Piece | None, ...]


def fill_pieces(part: Sequence[str], values: Mapping[str, str]) -> list[Piece]:
    """The usable variants of a part, in order, forms without their clauses after full ones."""
    bare = [reduce_variant(variant, values.keys(), clauses=clauses) for clauses in (True, False) for variant in part]
    pieces = []
    for text in dict.fromkeys(bare):
        if text:
            names = names_in(text)
            keys = tuple(n for n in names if PLACEHOLDERS[n].key)
            filled = fill_variant(text, values)
            pieces.append(Piece(filled, frozenset(names), keys, len(filled), len(filled.split())))
    return pieces


def compose(parts: Parts, values: Mapping[str, str], channel: Channel, *, joint: str, turn: int) -> list[Piece]:
    """A piece of each part that can have one: most parts, then most key facts told once; among equals by turn.

    The first part cannot be left out. Raises ValueError when it cannot be filled, or nothing is short enough.
    """
    choices = [fill_pieces(part, values) for part in parts]
    if not choices[0]:
        raise ValueError(f"Too little is known to draft this note: it needs {_missing(parts[0], values)}.")
    most = max(2, int(_MOST_COMBINATIONS ** (1 / len(parts))))
    options = [_by_keys(_shortlist(found, most, turn), may_lack=index > 0) for index, found in enumerate(choices)]
    alike = sorted(product(*options), key=lambda groups: _score(group[0] for group in groups), reverse=True)
    for _, level in groupby(alike, key=lambda groups: _score(group[0] for group in groups)):
        if best := [c for groups in level for c in product(*groups) if _fits(c, channel, len(joint))]:
            return [piece for piece in take_turns(best, turn) if piece]
    raise ValueError(f"No wording of this note fits {channel.label}; choose another channel or shorten a template.")


def _by_keys(pieces: list[Piece], *, may_lack: bool) -> list[Sequence[Piece | None]]:
    """The pieces of a part in groups that tell the same key facts: they count alike."""
    groups: dict[tuple[str, ...], list[Piece]] = {}
    for piece in pieces:
        groups.setdefault(piece.keys, []).append(piece)
    return [*groups.values(), *([[None]] if may_lack or not pieces else [])]


def _fits(combination: _Choice, channel: Channel, joint: int) -> bool:
    pieces = [piece for piece in combination if piece]
    if channel.characters is not None and sum(p.characters + joint for p in pieces) - joint > channel.characters:
        return False
    return channel.words is None or sum(p.words for p in pieces) <= channel.words


def take_turns(equals: list[_Choice], turn: int) -> _Choice:
    """One of several equally good combinations, so that following turns differ in every part.

    The parts go round at different paces, for two people with the same first sentence to get other ones after it.
    """
    for place in range(len(equals[0])):
        there = list(dict.fromkeys(c[place] for c in equals))
        pick = there[(turn + turn // len(there) * place + place) % len(there)]
        equals = [c for c in equals if c[place] is pick]
    return equals[0]


def _score(combination: Iterable[Piece | None]) -> tuple[int, int]:
    pieces = [piece for piece in combination if piece]
    keys = [key for piece in pieces for key in piece.keys]
    return len(pieces), 2 * len(set(keys)) - len(keys) + ("session" in keys)  # their session before anything else


def _shortlist(pieces: list[Piece], most: int, turn: int) -> list[Piece]:
    """At most so many pieces: those whose turn it is, and always the shortest."""
    if len(pieces) <= most:
        return pieces
    start = turn % len(pieces)
    return [*(pieces[start:] + pieces[:start])[: most - 1], min(pieces, key=lambda piece: len(piece.text))]


def _missing(part: Sequence[str], values: Mapping[str, str]) -> str:
    """What the variant that needs least still lacks, in words."""
    lacks = [
        [n for n in names_in(reduce_variant(v, PLACEHOLDERS.keys(), clauses=False) or "") if n not in values] for v in part
    ]
    return " and ".join(PLACEHOLDERS[name].meaning for name in min(lacks, key=len))
