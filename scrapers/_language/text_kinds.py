"""What short texts are by how they are written: the name of a person, a job title, a company, or anything else.

Two linear models over pieces of words, shape and word lists, side by side: one tells the four kinds apart, the other only names
from all else, and has seen headings of common words in many languages for that. Their weights stand in `data/text_kinds.tsv`
and are learnt by `benchmarks/train_text_kinds.py`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scrapers._language.words import CJK, given_names, lexicon, loses_accents, parts, plain, unlike_names
from scrapers._remembered import remembered

_WEIGHTS = Path(__file__).parent.parent / "data" / "text_kinds.tsv"
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?|\d+|[^\w\s]")
_DIGIT = re.compile(r"[0-9]")
_LONGEST = 120
_BITS = 24
_MODELS = 5
_STANDS = ("first", "mid", "last")
_BIAS = "bias"
GIVEN = "given"
_HALF, _MASK = 1 << (_BITS - 1), (1 << _BITS) - 1
_PLACES = [_BITS * place for place in range(_MODELS)]
_RAISED = sum(_HALF << place for place in _PLACES)


_Shape = tuple[int, int, str, bool, bool, bool]


class _Weights(NamedTuple):
    """The weights of a word by feature: wherever it stands, and as the first word, within others, as the last."""

    anywhere: dict[str, int]
    first: dict[str, int]
    within: dict[str, int]
    last: dict[str, int]


class TextKinds(NamedTuple):
    """The probabilities that a text is each of the four; they add up to 1."""

    name: float
    job: float
    company: float
    other: float


@remembered
def text_kinds(text: str) -> TextKinds:
    """What a short text (a line, or a part of one) probably is."""
    totals = _totals(text)[: len(TextKinds._fields)]
    top = max(totals)
    raised = [math.exp((t - top) / 10) for t in totals]
    whole = sum(raised)
    return TextKinds(*[r / whole for r in raised])


@remembered
def name_chance(text: str) -> float:
    """How probable it is that a short text, in capitals as names are, is the name of a person and not any other phrase."""
    return 1 / (1 + math.exp(-_totals(text)[-1] / 10))


def _totals(text: str) -> tuple[int, ...]:
    """The sums of the weights, in tenths: those of the four kinds, then that of the model of names."""
    text = " ".join(text[:_LONGEST].split())
    words = _WORD.findall(text)
    found = {_BIAS: _weights()[_BIAS]}  # once, even where a word holds a piece of this name ("Tobias")
    known = [_weights_of(word) for word in words]
    for weights in known:
        found |= weights.anywhere
    if known:
        found |= known[0].first
    for weights in known[1:-1]:
        found |= weights.within
    if len(known) > 1:
        found |= known[-1].last
    return _unpacked(sum(found.values(), _weight_of_shape(_shape(text, words))))


def features(text: str) -> Iterator[str]:
    """The features of a text that the weights are for: pieces of its words, the words, their shape and meaning."""
    text = " ".join(text[:_LONGEST].split())
    words = _WORD.findall(text)
    yield from _of_shape(*_shape(text, words))
    for place, word in enumerate(words):
        said, meaning = _of_word(word)
        yield from said
        yield from _in_place(_place(place, len(words)), meaning, plain(word) in given_names())


def _in_place(stands: str, meaning: str, given: bool) -> list[str]:
    """The features of a word that count by its place: what it means, and whether it is a given name."""
    return [*([f"{stands}:{meaning}"] if meaning else []), *([f"{GIVEN}:{stands}"] if given else [])]


def _of_word(word: str) -> tuple[tuple[str, ...], str]:
    """The features of a word wherever it stands, and what it means, which counts by its place; empty for signs and digits."""
    bare = plain(word)
    if not word.isascii() and CJK.search(word):
        return tuple(_signs(bare)), ""
    if not word[0].isalpha():
        return (f"p:{bare[:1] if not bare[:1].isdigit() else '0'}",), ""
    own = not loses_accents(word)
    return (f"w:{bare if own else word}", *_pieces(bare)), _meaning(bare) if own else "-"


def _place(place: int, count: int) -> str:
    return _STANDS[0 if not place else 2 if place == count - 1 else 1]


@remembered
def _weights_of(word: str) -> _Weights:
    """The weights of those features of a word that are known."""
    said, meaning = _of_word(word)
    weights, given = _weights(), plain(word) in given_names()
    anywhere = {feature: weight for feature in said if (weight := weights.get(feature)) is not None}
    return _Weights(anywhere, *[_weights_at(stands, meaning, given) for stands in _STANDS])


@remembered
def _weight_of_shape(shape: _Shape) -> int:
    return sum(_weights().get(feature, 0) for feature in _of_shape(*shape))


@cache
def _weights_at(stands: str, meaning: str, given: bool) -> dict[str, int]:
    return {feature: _weights().get(feature, 0) for feature in _in_place(stands, meaning, given)}


def _pieces(bare: str) -> list[str]:
    edged = f"^{bare}$"
    size = len(edged)
    return [edged[at : at + 3] for at in range(max(1, size - 2))] + [edged[at : at + 4] for at in range(max(1, size - 3))]


def _signs(bare: str) -> Iterator[str]:
    edged = f"^{bare}$"
    for size in (1, 2):
        for start in range(len(edged) - size + 1):
            yield "c:" + edged[start : start + size]
    yield f"clen:{min(len(bare), 8)}"


def _meaning(word: str) -> str:
    if word in parts("honorifics"):
        return "honorific"
    if word in parts("particles"):
        return "particle"
    said = [kind for kind in ("job", "field", "company") if lexicon(kind).holds(word)]
    return "+".join(said) or ("unlike" if word in unlike_names() else "-")


def _shape(text: str, words: list[str]) -> _Shape:
    """How a text looks: its words and eighths of its length, the forms of its first words; all in capitals, small, digits."""
    letters = [w for w in words if w[0].isalpha()]
    digit = _DIGIT.search(text) is not None if text.isascii() else any(map(str.isdigit, text))
    forms, low = "".join(map(_form, letters[:5])), bool(letters) and letters[0][0].islower()
    return min(len(letters), 7), min(len(text) // 8, 10), forms, text.isupper(), low, digit


def _of_shape(count: int, eighths: int, forms: str, upper: bool, low: bool, digit: bool) -> Iterator[str]:
    """The features of how a text looks."""
    yield from (f"n:{count}", f"len:{eighths}", "upper" if upper else "mixed", f"form:{forms}")
    if low:
        yield "starts low"
    if digit:
        yield "digit"


@remembered
def _form(word: str) -> str:
    if len(word.rstrip(".")) == 1:
        return "I"
    if word.isupper():
        return "A"
    if word[0].isupper():
        return "X" if word[1:].islower() or not any(c.isupper() for c in word[1:]) else "C"
    return "x" if word[0].islower() else "o"


@cache
def _weights() -> dict[str, int]:
    """The weights of every feature, in tenths, side by side in one number: one addition adds all."""
    rows = (line.split("\t") for line in _WEIGHTS.read_text(encoding="utf-8").splitlines())
    one, two, three, four = _PLACES[1:]
    return {
        feature: int(a) + (int(b) << one) + (int(c) << two) + (int(d) << three) + (int(e) << four)
        for feature, a, b, c, d, e in rows
    }


def _unpacked(packed: int) -> tuple[int, ...]:
    """The sums in a sum of packed weights."""
    raised = packed + _RAISED
    return tuple([((raised >> place) & _MASK) - _HALF for place in _PLACES])
