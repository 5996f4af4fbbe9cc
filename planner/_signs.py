"""Telling phrases in a text, from `planner/data/signs.toml`."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from planner._words import Lexicon, phrases_of, tokens_of


@cache
def _raw() -> dict[str, str]:
    return tomllib.loads((Path(__file__).parent / "data" / "signs.toml").read_text(encoding="utf-8"))


@cache
def _lexicon(sign: str) -> Lexicon:
    return Lexicon({sign: phrases_of(_raw()[sign])})


@cache
def words_of(sign: str) -> frozenset[str]:
    """The single words of a sign: `tails` of a firm's name."""
    return frozenset(word for phrase in phrases_of(_raw()[sign]) for word in tokens_of(phrase))


def common_words() -> frozenset[str]:
    """Words that tell nothing about a topic."""
    return words_of("common")


@lru_cache(maxsize=16384)
def find_sign(sign: str, text: str | None) -> str | None:
    """The words that show a sign ("hires", "seeks_work") in a text, None when there are none."""
    hits = _lexicon(sign).find(text) if text else []
    return hits[0].words if hits else None
