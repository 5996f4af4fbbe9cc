"""A lexicon: many phrases found in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from planner.naming import fold_text

_ELISION = re.compile(r"\b(?:l|d|qu|dell|all|nell|un)['’](?=\w)|['’]s\b", re.IGNORECASE)
DOMAIN = re.compile(r"\.(?=(?:com|io|ai|vc|net|org|de|fr|es|it|nl|br|ru|ca|ch|at|app|tech|edu|gov)\b)", re.IGNORECASE)
_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")
_LONGEST = 6  # words in a phrase


def tokens_of(text: str) -> list[str]:
    """The folded words of a text, without elided articles; the ending of a web address is a word of its own."""
    return fold_text(DOMAIN.sub(" ", _ELISION.sub("", text))).split()


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: whose it is, the words as found, its place in tokens, and the length of the wording that matched."""

    key: str
    words: str
    start: int
    end: int
    size: int


class Lexicon:
    """Phrases by key; `word*` matches a beginning, `*word` an ending, Chinese, Japanese and Korean words match anywhere."""

    def __init__(self, entries: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[tuple[str, ...], list[str]] = {}
        self._starts: dict[tuple[str, ...], list[str]] = {}
        self._ends: dict[str, list[str]] = {}
        self._inside: list[tuple[str, str]] = []
        for key, phrases in entries.items():
            for phrase in phrases:
                self._add(key, phrase)

    def _add(self, key: str, phrase: str) -> None:
        words = tuple(tokens_of(phrase))
        if not words:
            return
        if _CJK.search(phrase):
            self._inside.append((fold_text(phrase), key))
        elif phrase.startswith("*"):
            self._ends.setdefault(words[-1], []).append(key)
        else:
            (self._starts if phrase.endswith("*") else self._whole).setdefault(words, []).append(key)

    def find(self, text: str) -> list[Hit]:
        """Every phrase in the text, in order of place; where one lies inside a longer wording only the longer counts."""
        words = tokens_of(text)
        hits: list[Hit] = []
        for start in range(len(words)):
            for end in range(start + 1, min(start + _LONGEST, len(words)) + 1):
                hits.extend(self._at(words, start, end))
        folded = fold_text(text) if self._inside else ""
        hits.extend(
            Hit(key, phrase, folded.find(phrase), folded.find(phrase) + 1, len(phrase))
            for phrase, key in self._inside
            if phrase in folded
        )
        return _longest(hits)

    def _at(self, words: list[str], start: int, end: int) -> Iterable[Hit]:
        span = tuple(words[start:end])
        found = " ".join(span)
        for key in self._whole.get(span, ()):
            yield Hit(key, found, start, end, len(found) + 1)
        *before, last = span
        for cut in range(2, len(last) + 1):
            for key in self._starts.get((*before, last[:cut]), ()):
                yield Hit(key, found, start, end, len(found) - len(last) + cut + (cut == len(last)))
        if not before:
            for cut in range(1, len(last) - 2):
                for key in self._ends.get(last[cut:], ()):
                    yield Hit(key, found, start, end, len(last))  # a compound's last part is its head


def _longest(hits: list[Hit]) -> list[Hit]:
    """Hits without those that lie inside a longer one."""
    kept = [
        h for h in hits if not any(o.start <= h.start and h.end <= o.end and o.end - o.start > h.end - h.start for o in hits)
    ]
    return sorted(kept, key=lambda h: (h.start, h.end, -h.size))


def phrases_of(text: str) -> list[str]:
    """The phrases of a comma-separated list in a data file."""
    return [p for p in (part.strip() for part in text.replace("\n", ",").split(",")) if p]
