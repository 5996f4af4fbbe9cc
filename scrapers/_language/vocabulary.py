"""Lists of words and phrases looked up in text, in time linear in the text, whatever the length of the list."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scrapers._remembered import remembered

DATA = Path(__file__).parent.parent / "data"
_CAPTION = re.compile(r"(?<!\s)\s*\[([^\W\d_]{2,15})\]\s*$")
_ASKED = re.compile(r"(?<!\s)\s*[-–—]?\s?[(\[]([^()\[\]]{4,60})[)\]]\s*$")
_WORD = re.compile(r"(?:[^\W_]++|[\u0900-\u0e7f]++)++(?:['’-][^\W_]++)*+|©")  # some scripts write vowels as marks


class _Accents(dict[int, int | None]):
    """Characters by what is left of them without accents: nothing of those that only mark the one before. Filled as met."""

    def __missing__(self, code: int) -> int | None:
        self[code] = left = None if unicodedata.combining(chr(code)) else code
        return left


_ACCENTS = _Accents({ord("ı"): ord("i")})  # the Turkish one, whose capital is I


def without_accents(text: str) -> str:
    """The text with its characters taken apart and the marks above and below them left out; the length may change."""
    return text if text.isascii() else unicodedata.normalize("NFKD", text).translate(_ACCENTS)


@remembered
def plain(text: str) -> str:
    """Text for looking up: lower case, no accents; the length may change."""
    return text.lower() if text.isascii() else without_accents(text).casefold()


_SPACED = re.compile(r"(?:[\u3400-\u9fff\uac00-\ud7af]\s){1,5}[\u3400-\u9fff\uac00-\ud7af]")


def closed_up(text: str) -> str:
    """A word set with blanks between its signs, as in Korean tables ("휴 식"), without them; other text as it is."""
    bare = text.strip()
    return "".join(bare.split()) if len(bare) < 12 and _SPACED.fullmatch(bare) else text


class Inside:
    """Parts of words looked for anywhere inside a text, all in one pass: they stand under the sign they begin with."""

    def __init__(self, parts: Iterable[str]) -> None:
        self._by_sign: dict[str, tuple[str, ...]] = {}
        for part in parts:
            self._by_sign[part[:1]] = (*self._by_sign.get(part[:1], ()), part)

    def within(self, text: str) -> bool:
        """Whether one of the parts stands in the text."""
        known = self._by_sign
        if known.keys().isdisjoint(text):
            return False
        return any(text.startswith(known[sign], at) for at, sign in enumerate(text) if sign in known)


@dataclass(frozen=True)
class WordList:
    """Phrases (tuples of plain words), and parts of words for scripts without blanks."""

    phrases: frozenset[tuple[str, ...]]
    parts: Inside
    longest: int
    openers: frozenset[str]
    ascii_parts: tuple[str, ...]

    def find(self, words: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
        """Where a phrase of the list stands, as first word and number of words; parts of words count as (0, 0)."""
        for at, word in enumerate(words) if not self.openers.isdisjoint(words) else ():
            if word not in self.openers:
                continue
            for length in range(self.longest, 0, -1):
                if tuple(words[at : at + length]) in self.phrases:
                    yield at, length
                    break
        if self._has_part(text):
            yield 0, 0

    def holds(self, words: Sequence[str], text: str) -> bool:
        """Whether a phrase of the list or a part of a word stands in the text, whose words these are."""
        if self.openers.isdisjoint(words):
            return self._has_part(text)
        return next(self.find(words, text), None) is not None

    def _has_part(self, text: str) -> bool:
        if not text.isascii():
            return self.parts.within(text)
        return bool(self.ascii_parts) and any(part in text for part in self.ascii_parts)

    def within(self, text: str) -> bool:
        """Whether a phrase of the list stands in the text."""
        text = plain(text)
        return self.holds(words_of(text), text)


@remembered  # the lists of all meanings are looked up in a text
def words_of(plain_text: str) -> tuple[str, ...]:
    """The words of a text made plain before."""
    return tuple(_WORD.findall(plain_text))


def any_of(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest that fits; words that begin alike are looked for together."""
    words = sorted(words, key=len, reverse=True)
    if len(words) == 1:
        return re.escape(words[0])
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    options = [re.escape(head) + (any_of(more) if head else "") for head, more in rests.items()]
    return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"


def word_list(words: Iterable[str]) -> WordList:
    """A list from words and phrases as they stand in the data files; `*` at an end makes one a part of words."""
    phrases = set()
    parts = []
    for word in words:
        folded = plain(word.strip("*"))
        if "*" in word:
            parts.append(folded)
        else:
            phrases.add(words_of(folded))
    return WordList(
        frozenset(phrases),
        Inside(parts),
        max((len(p) for p in phrases), default=0),
        frozenset(p[0] for p in phrases if p),
        tuple(part for part in parts if part.isascii()),
    )


@cache
def table(name: str) -> dict[str, Any]:
    """One data file of word lists as written, read once."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def page_words() -> dict[str, WordList]:
    """The lists of `data/words.toml` by name."""
    return {name: word_list(words) for name, words in table("words").items()}


def is_unfinished(text: str) -> bool:
    """Whether a text stops in the middle: at an article, a preposition or a conjunction that waits for what it goes with."""
    last = text[-40:].rstrip().rsplit(None, 1)[-1:]
    word = last[0].lstrip("([,„“\"'") if last else ""
    known = page_words()["unfinished"].openers
    return word == "&" or ((len(word) > 1 or word.islower()) and plain(word) in known and not word.isupper())


def goes_on_small(text: str) -> bool:
    """Whether a text begins in the middle: in small letters, with a word such as no sentence ends in ("of what we sell")."""
    first = text[:20].split(None, 1)[:1]
    return bool(first) and len(first[0]) > 1 and first[0].islower() and first[0] in page_words()["unfinished"].openers


def without_captions(text: str) -> str:
    """A text without the bracketed links to more that end it ("Bell founding [details]", "Posters (click for titles)")."""
    if (asked := _ASKED.search(text)) and page_words()["clicks"].within(asked[1]):
        text = text[: asked.start()]
    while (last := _CAPTION.search(text)) and page_words()["captions"].within(last[1]):
        text = text[: last.start()]
    return text
