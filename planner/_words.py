"""A lexicon: many phrases found in a text in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from planner.naming import fold_text

_ELISION = re.compile(r"\b(?:l|d|qu|dell|all|nell|un)['’](?=\w)|['’]s\b", re.IGNORECASE)
DOMAIN = re.compile(r"\.(?=(?:com|io|ai|vc|net|org|de|fr|es|it|nl|br|ru|ca|ch|at|app|tech|edu|gov)\b)", re.IGNORECASE)
_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]")
_REMEMBERED = 50_000  # words whose matches a lexicon keeps


@lru_cache(maxsize=8192)
def tokens_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, without elided articles; the ending of a web address is a word of its own."""
    return tuple(fold_text(DOMAIN.sub(" ", _ELISION.sub("", text))).split())


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: whose it is, the words as found, its place in tokens, and the length of the wording that matched."""

    key: str
    words: str
    start: int
    end: int
    size: int


Single = tuple[str, int]  # key, size of the wording


class Lexicon:
    """Phrases by key; `word*` matches a beginning, `*word` an ending, Chinese, Japanese and Korean words match anywhere.

    Every word of a text is looked up once, so the time grows with the text and not with the number of phrases.
    """

    def __init__(self, entries: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[str, list[Single]] = {}
        self._starts: dict[str, list[Single]] = {}
        self._ends: dict[str, list[str]] = {}
        self._inside: list[tuple[str, str]] = []
        self._longer: dict[str, list[tuple[tuple[str, ...], bool, str]]] = {}
        self._seen: dict[str, tuple[Single, ...]] = {}
        for key, phrases in entries.items():
            for phrase in phrases:
                self._add(key, phrase)

    def _add(self, key: str, phrase: str) -> None:
        words = tokens_of(phrase)
        if not words:
            return
        if _CJK.search(phrase):
            self._inside.append((fold_text(phrase), key))
        elif phrase.startswith("*"):
            self._ends.setdefault(words[-1], []).append(key)
        elif len(words) > 1:
            self._longer.setdefault(words[0], []).append((words, phrase.endswith("*"), key))
        else:
            table = self._starts if phrase.endswith("*") else self._whole
            table.setdefault(words[0], []).append((key, len(words[0])))

    def find(self, text: str) -> list[Hit]:
        """Every phrase in the text, in order of place; where one lies inside a longer wording only the longer counts."""
        words = tokens_of(text)
        short = [Hit(key, word, i, i + 1, size) for i, word in enumerate(words) for key, size in self._single(word)]
        long = [hit for i, word in enumerate(words) if word in self._longer for hit in self._phrases(words, i)]
        folded = fold_text(text) if self._inside and _CJK.search(text) else ""
        found = [Hit(key, phrase, folded.find(phrase), 0, len(phrase)) for phrase, key in self._inside if phrase in folded]
        native = [
            Hit(h.key, h.words, h.start, h.start + 1, h.size)
            for h in found
            if not any(h.words in other.words and h.size < other.size for other in found)
        ]
        covered = {i for hit in long for i in range(hit.start, hit.end)}
        kept = [h for h in short if h.start not in covered]
        kept += _outermost(long)
        return sorted(kept + native, key=lambda h: (h.start, h.end, -h.size))

    def _single(self, word: str) -> tuple[Single, ...]:
        """What one word alone matches: whole, by its beginning, by its ending (the last part of a compound is its head)."""
        found = self._seen.get(word)
        if found is None:
            hits = [(key, size + 1) for key, size in self._whole.get(word, ())]
            for cut in range(2, len(word) + 1):
                hits += [(key, size + (cut == len(word))) for key, size in self._starts.get(word[:cut], ())]
            for cut in range(1, len(word) - 2):
                hits += [(key, len(word)) for key in self._ends.get(word[cut:], ())]
            longest = max((size for _, size in hits), default=0)
            found = tuple(h for h in hits if h[1] == longest)
            if len(self._seen) < _REMEMBERED:
                self._seen[word] = found
        return found

    def _phrases(self, words: Sequence[str], start: int) -> Iterable[Hit]:
        for phrase, open_ended, key in self._longer[words[start]]:
            end = start + len(phrase)
            *before, last = phrase
            if end > len(words) or list(words[start : end - 1]) != before:
                continue
            if words[end - 1] == last or (open_ended and words[end - 1].startswith(last)):
                whole = words[end - 1] == last
                yield Hit(key, " ".join(words[start:end]), start, end, len(" ".join(phrase)) + whole)


def _outermost(hits: Sequence[Hit]) -> list[Hit]:
    """Hits that lie in no longer one; a phrase is short, so only the few places before a hit need be looked at."""
    furthest: dict[int, int] = {}
    for hit in hits:
        furthest[hit.start] = max(hit.end, furthest.get(hit.start, 0))
    reach = max((hit.end - hit.start for hit in hits), default=0)

    def is_inside(hit: Hit) -> bool:
        before = range(hit.start - reach, hit.start)
        return furthest[hit.start] > hit.end or any(furthest.get(place, 0) >= hit.end for place in before)

    return [hit for hit in hits if not is_inside(hit)]


def phrases_of(text: str) -> list[str]:
    """The phrases of a comma-separated list in a data file."""
    return [p for p in (part.strip() for part in text.replace("\n", ",").split(",")) if p]
