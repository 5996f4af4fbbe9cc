"""Sources with other names for all their people, everywhere alike: what is read of them should not depend on who they are.

The names stand in `renaming.toml`, of many countries and mostly in no list of ours. Words that mean more than a name stay.
"""

from __future__ import annotations

import json
import random
import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from scrapers._language.namelike import split_honours
from scrapers._language.words import lexicon, parts, plain, unlike_names

POOL = Path(__file__).parent / "renaming.toml"
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LAST_LETTER = "\u0250"
"""Latin letters stand before this one; names in other scripts stay as they are."""


def rename(source: str, truth: dict[str, Any], seed: str) -> tuple[str, dict[str, Any]]:
    """A source and what it holds, with another name for each person, drawn by `seed`; words written in codes there stay."""
    there = {plain(word) for word in WORD.findall(source)}
    names = _names_for(truth, random.Random(seed))  # noqa: S311 (a fixed draw)
    changed = _replacing({word: new for word, new in names.items() if word in there})
    return changed(source), json.loads(changed(json.dumps(truth, ensure_ascii=False)))


def _names_for(truth: dict[str, Any], draw: random.Random) -> dict[str, str]:
    """A word for each word of the names of people: a given name for the first ones, a family name for the last."""
    given, family = (draw.sample(names, len(names)) for names in _pool())
    fresh = {"given": iter(given * 9), "family": iter(family * 9)}
    words: dict[str, str] = {}
    for name in _printed_names(truth):
        own = WORD.findall(split_honours(name)[1])
        for place, word in enumerate(own):
            if plain(word) not in words and _may_change(word):
                words[plain(word)] = next(fresh["family" if place and place == len(own) - 1 else "given"])
    return words


@cache
def _pool() -> tuple[list[str], list[str]]:
    tables = tomllib.loads(POOL.read_text(encoding="utf-8"))
    given, family = (sorted({w for text in tables[k].values() for w in text.split()}) for k in ("given", "family"))
    return [w for w in given if len(w) > 2], [w for w in family if len(w) > 3]


def _printed_names(truth: dict[str, Any]) -> Iterator[str]:
    for person in truth.get("speakers", ()):
        yield from (person["name"], *person.get("aka", ()))
    for session in truth.get("sessions", ()):
        yield from session.get("speakers", ())


def _may_change(word: str) -> bool:
    """Whether a word of a name is nothing but that: in Latin letters, no particle, initial or word of agendas."""
    bare = plain(word)
    meaning = bare in parts("particles") | parts("joints") | unlike_names() | parts("placeholders") | parts("honorifics")
    works = lexicon("job").holds(bare) or lexicon("company").holds(bare) or lexicon("field").holds(bare)
    return len(word) > 2 and max(word) < LAST_LETTER and not word.islower() and not meaning and not works


def _replacing(words: dict[str, str]) -> Callable[[str], str]:
    """What puts the new words for the old into a text, in addresses, handles and ids too."""

    def other(match: re.Match[str]) -> str:
        word = match[0]
        new = words.get(plain(word))
        if new is None:
            return (
                "-".join(plain(words.get(part, part)) for part in word.split("-")) if word.islower() and "-" in word else word
            )
        return plain(new) if word.islower() else new.upper() if word.isupper() else new

    return lambda text: WORD.sub(other, text)
