"""What a job title says: which functions somebody works in, at which level, and whether the company is theirs."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

DATA = Path(__file__).parent / "data"

Level = Literal["executive", "senior_manager", "professional", "academic"]


@dataclass(frozen=True, slots=True)
class Role:
    """A job title understood. `functions` are keys of `planner/data/titles.toml`, the main one first; none when nothing is known."""

    functions: tuple[str, ...] = ()
    level: Level = "professional"
    owner: bool = False

    @property
    def craft(self) -> tuple[str, ...]:
        """The functions besides running a company."""
        return tuple(f for f in self.functions if f != "general")


def fold(text: str) -> str:
    """Text for comparing words: no capitals, no accents, single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@lru_cache(maxsize=512)
def word_pattern(phrases: str) -> re.Pattern[str]:
    """Comma-separated words and phrases as one expression over folded text (see the head of `titles.toml` for `*`)."""
    found = []
    for phrase in sorted({fold(p) for p in phrases.replace("\n", ",").split(",")} - {""}, key=lambda p: (-len(p), p)):
        core = re.escape(phrase.strip("*")).replace(r"\ ", r"[\s/-]+")
        if any(c > "\u2e80" for c in phrase):
            found.append(core)
            continue
        ending = r"\w*" if phrase.endswith("*") else r"(?!\w)"
        found.append((r"\w+" if phrase.startswith("*") else r"(?<!\w)") + core + ending)
    return re.compile("|".join(found) or r"(?!)")


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return tomllib.loads((DATA / "titles.toml").read_text(encoding="utf-8"))


def functions() -> dict[str, str]:
    """Every function's key and its name in plain words ("customer service and success")."""
    return {key: entry["label"] for key, entry in _tables()["functions"].items()}


@lru_cache(maxsize=1)
def _adjacent() -> frozenset[tuple[str, str]]:
    pairs = [tuple(pair) for pair in _tables()["adjacent"]["pairs"]]
    return frozenset((a, b) for pair in pairs for a, b in (pair, pair[::-1]))


def are_adjacent(one: str, other: str) -> bool:
    """Whether two functions have much to say to each other without being the same craft."""
    return (one, other) in _adjacent()


@lru_cache(maxsize=4096)
def functions_of(text: str) -> tuple[str, ...]:
    """The functions named in a phrase, in the order they are named; the longest wording wins where two overlap."""
    folded = fold(text)
    spans = [
        (match.start(), match.end(), key)
        for key, entry in _tables()["functions"].items()
        for match in word_pattern(entry["words"]).finditer(folded)
    ]
    kept: list[tuple[int, int, str]] = []
    for start, end, key in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        inside = any(a <= start and end <= b and (b - a) > (end - start) for a, b, _ in kept)
        if not inside:
            kept.append((start, end, key))
    return tuple(dict.fromkeys(key for _, _, key in sorted(kept)))


@lru_cache(maxsize=4096)
def level_of(title: str) -> Level:
    """The level a job title declares: the highest of its roles, but an assistant to a chief is not a chief."""
    words = _tables()["levels"]
    text = fold(title)
    if word_pattern(words["academic"]).search(text) and not word_pattern(words["executive"]).search(text):
        return "academic"
    rest = word_pattern(words["assistant"]).sub(" ", text)
    if rest != text and len(rest.split()) < len(text.split()) and re.search(r"\b(to|of the)\b|assist|secret|adjoint", text):
        return "professional"
    if word_pattern(words["executive"]).search(rest):
        return "executive"
    rest = word_pattern(words["professional"]).sub(" ", rest)
    return "senior_manager" if word_pattern(words["senior_manager"]).search(rest) else "professional"


@lru_cache(maxsize=4096)
def read_title(title: str | None) -> Role:
    """Understand a job title; an empty or unknown one gives a `Role` without functions."""
    if not title or not title.strip():
        return Role()
    tables = _tables()
    folded = word_pattern(tables["owner"]["not_owner"]).sub(" ", fold(title))
    owner = word_pattern(tables["owner"]["words"]).search(folded) is not None
    named = functions_of(title)
    craft = tuple(f for f in named if f != "general")
    return Role(craft + tuple(f for f in named if f == "general"), level_of(title), owner)
