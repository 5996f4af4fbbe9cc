"""Whether two texts are about the same thing: by an editable taxonomy ("retention" ~ "churn") and by shared rare words."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log
from pathlib import Path

from planner._signs import common_words
from planner._words import Lexicon, phrases_of, tokens_of


@dataclass(frozen=True, slots=True)
class Match:
    """What two texts share. `strength` is 0 to 1; `topic` names it in plain words; `mine`, `theirs` are the words that met."""

    strength: float
    topic: str
    mine: str
    theirs: str


@lru_cache(maxsize=1)
def _taxonomy() -> Lexicon:
    path = Path(__file__).parent / "data" / "topics.toml"
    return Lexicon(
        {topic: [topic, *phrases_of(words)] for topic, words in tomllib.loads(path.read_text(encoding="utf-8")).items()}
    )


@lru_cache(maxsize=8192)
def topics_of(text: str) -> dict[str, str]:
    """The topics a text touches, each with the words that show it."""
    return {hit.key: hit.words for hit in reversed(_taxonomy().find(text))}


@lru_cache(maxsize=8192)
def _stems(text: str) -> dict[str, str]:
    """The telling words of a text by their crude stem."""
    return {_stem(w): w for w in tokens_of(text) if len(w) > 3 and w not in common_words()}


@lru_cache(maxsize=32768)
def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ings", "ing", "ities", "ity", "ies", "ers", "er", "es", "ed", "en", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


class Texts:
    """The texts of one event, so that words everybody uses there count for little."""

    def __init__(self, texts: Iterable[str]) -> None:
        every = [t for t in texts if t]
        self._number = max(len(every), 1)
        self._topics = Counter(topic for text in every for topic in topics_of(text))
        self._words = Counter(stem for text in every for stem in _stems(text))

    def __eq__(self, other: object) -> bool:
        """Whether these are the same texts, as far as it matters here."""
        if not isinstance(other, Texts):
            return NotImplemented
        return (self._number, self._topics, self._words) == (other._number, other._topics, other._words)

    __hash__ = None  # type: ignore[assignment]

    def _rarity(self, count: int) -> float:
        """1 for what hardly anybody says here, towards 0 for what everybody says."""
        return max(0.0, 1 - log(1 + count) / log(2 + self._number)) if self._number > 3 else 0.6

    def match(self, mine: str, theirs: str) -> Match | None:
        """The strongest thing two texts share, or None when they share nothing telling."""
        best: Match | None = None
        own, other = topics_of(mine), topics_of(theirs)
        for topic in own:
            if topic in other:
                strength = 0.5 + 0.5 * self._rarity(self._topics[topic])
                if best is None or strength > best.strength:
                    best = Match(round(strength, 3), topic, own[topic], other[topic])
        if best is not None:
            return best
        mine_words, their_words = _stems(mine), _stems(theirs)
        shared = [s for s in mine_words if s in their_words and self._rarity(self._words[s]) > 0.45]
        if len(shared) >= 2:
            words = " and ".join(f"“{mine_words[s]}”" for s in shared[:2])
            return Match(0.5, words, words, words)
        return None
