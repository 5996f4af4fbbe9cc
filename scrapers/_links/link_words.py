"""The words by which links and titles of pages are told apart; they stand in `data/links.toml`, one table a language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from scrapers._found import fold
from scrapers._language.vocabulary import table
from scrapers._remembered import remembered

_SPACELESS = re.compile(r"[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_FILLERS = frozenset(
    "the our view see conference event full detailed complete die das der unsere le la les nos notre el los las nuestros il i "
    "o os nossos onze наши".split()
)
_ENDS_WORDS = ("agenda", "speakers")
_SHORTEST_END = 5
_LONGEST = 300
"""Text beyond this says nothing about a link."""


@dataclass(slots=True)
class _Words:
    """The words of one kind: all of them, phrases by their first word, ends of longer words, and signs without spaces."""

    every: set[str] = field(default_factory=set)
    phrases: dict[str, list[list[str]]] = field(default_factory=dict)
    ends: set[str] = field(default_factory=set)
    spaceless: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Said:
    """The kinds of words that a text is (`whole`), and that stand in it (`within`)."""

    whole: frozenset[str]
    within: frozenset[str]


def foreign_sites() -> list[str]:
    """Sites that never hold an event's own pages: networks of people, pictures, code, maps."""
    return list(table("links")["hosts"]["never"])


@cache
def _kinds() -> dict[str, _Words]:
    kinds: dict[str, _Words] = {}
    for language, lists in table("links").items():
        for kind, words in lists.items() if language != "hosts" else ():
            known = kinds.setdefault(kind, _Words())
            for word in map(fold, words):
                known.every.add(word)
                if _SPACELESS.search(word):
                    known.spaceless.append(word)
                    continue
                known.phrases.setdefault(word.partition(" ")[0], []).append(word.split())
                if kind in _ENDS_WORDS and " " not in word and len(word) >= _SHORTEST_END:
                    known.ends.add(word)
    return kinds


@remembered
def said(text: str) -> Said:
    """What a text says, in any case, with or without accents."""
    words = fold(text[:_LONGEST]).split()
    plain = " ".join(words)
    spaceless = _SPACELESS.search(plain) is not None
    kinds = _kinds().items()
    within = frozenset(
        kind
        for kind, known in kinds
        if _has_phrase(words, known) or _has_end(words, known) or (spaceless and any(word in plain for word in known.spaceless))
    )
    return Said(frozenset(kind for kind, known in kinds if _core(words) in known.every or plain in known.every), within)


def _core(words: list[str]) -> str:
    """A text without what may stand around a page's name: "The full agenda 2026"."""
    first = 1 if len(words) > 1 and words[0] in _FILLERS else 0
    last = len(words) - 1 if len(words) > 1 and re.fullmatch(r"(?:19|20)\d\d", words[-1]) else len(words)
    return " ".join(words[first:last])


def _has_phrase(words: list[str], known: _Words) -> bool:
    return any(
        words[at : at + len(phrase)] == phrase for at, word in enumerate(words) for phrase in known.phrases.get(word, ())
    )


def _has_end(words: list[str], known: _Words) -> bool:
    if not known.ends:
        return False
    return any(word[-size:] in known.ends for word in words for size in range(_SHORTEST_END, min(len(word), 20) + 1))
