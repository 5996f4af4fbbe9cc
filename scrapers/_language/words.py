"""Words that tell people, job titles and companies apart; they stand in `data/names.toml` and `data/titles.toml`."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cache

from scrapers._language.vocabulary import DATA, Inside, table
from scrapers._language.vocabulary import plain as unaccented
from scrapers._remembered import remembered

_KEPT = 20_000
_OPENING = 3
_ARTICLES = ("ה", "וה", "ו", "ال", "وال")  # what Hebrew and Arabic write before a word without a blank
_THAI = "\u0e00"  # from here on words take few signs
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "’": "'", "‘": "'"}
)
CJK = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A character of the scripts that put no spaces between words (Han, kana) or between the parts of a name (Hangul)."""


@remembered
def plain(text: str) -> str:
    """Text for looking words up: lower case, no accents, white space folded, punctuation kept."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(unicodedata.normalize("NFC", unaccented(text).translate(_LETTERS)).split())


def plain_in_place(text: str) -> str:
    """`plain` text where that is as long, so that a place in the one is the same in the other; else the lower case."""
    bare = plain(text)
    return bare if len(bare) == len(text) else text.casefold()


def begin_alike(texts: Collection[str]) -> bool:
    """Whether most of several texts begin with the same words, as prompts do ("Ask me about ...") and titles do not."""
    openings = Counter(" ".join(plain(text).split()[:_OPENING]) for text in texts)
    return len(texts) >= _OPENING and 2 * max(openings.values()) > len(texts)


def items(text: str) -> list[str]:
    """The entries of one word list of a data file, ready for comparing."""
    return [entry.replace("_", " ").strip() for entry in plain(text).split()]


class _Belonging(dict[str, bool]):
    """Whether words belong to a lexicon, found out as they are met: stems stand under their first three letters, endings their
    last three.
    """

    def __init__(self, words: frozenset[str], stems: dict[str, tuple[str, ...]], endings: dict[str, tuple[str, ...]]) -> None:
        self.words, self._stems, self._endings = words, stems, endings

    def __missing__(self, word: str) -> bool:
        if len(self) > _KEPT:
            self.clear()
        bare = word.strip(".,;:()\"'")
        self[word] = answer = (
            word in self.words
            or bare in self.words
            or (len(bare) > 3 and self._begins_or_ends(bare) and bare not in given_names())
            or (bare.startswith(_ARTICLES) and not self.words.isdisjoint(bare.removeprefix(a) for a in _ARTICLES))
        )
        return answer

    def _begins_or_ends(self, word: str) -> bool:
        return word.startswith(self._stems.get(word[:3], ())) or word.endswith(self._endings.get(word[-3:], ()))

    def longest(self, word: str) -> int:
        """The letters of the longest stem or ending a word fits; 0 for none."""
        fitting = [s for s in self._stems.get(word[:3], ()) if word.startswith(s)]
        fitting += [e for e in self._endings.get(word[-3:], ()) if word.endswith(e)]
        return max(map(len, fitting), default=0)


@dataclass(frozen=True)
class Lexicon:
    """A set of words, stems and endings of one meaning; `spaceless` are found anywhere inside a text."""

    words: frozenset[str]
    spaceless: tuple[str, ...]
    longest: int
    openers: frozenset[str]
    inside: Inside = field(repr=False, compare=False)
    holds: Callable[[str], bool] = field(repr=False, compare=False)
    """Whether one word (already `plain`) belongs here; a given name that only begins or ends like an entry does not."""
    _known: _Belonging = field(repr=False, compare=False)

    @classmethod
    def of(cls, entries: list[str]) -> Lexicon:
        """Sort entries by their kind: `word`, `stem*`, `*ending`, or a run of spaceless script."""
        spaceless = tuple(sorted((e for e in entries if CJK.search(e)), key=len, reverse=True))
        lettered = [e for e in entries if not CJK.search(e)]
        words = {e.strip("*") for e in lettered}
        stems: dict[str, tuple[str, ...]] = {}
        endings: dict[str, tuple[str, ...]] = {}
        for entry in lettered:
            if entry.endswith("*") and len(entry) > (4 if entry < _THAI else 3):
                stems[entry[:3]] = (*stems.get(entry[:3], ()), entry[:-1])
            if entry.startswith("*"):
                ending = entry[1:].rstrip("*")
                endings[ending[-3:]] = (*endings.get(ending[-3:], ()), ending)
        known = _Belonging(frozenset(words), stems, endings)
        return cls(
            known.words,
            spaceless,
            max((len(e.split()) for e in words), default=1),
            frozenset(e.split()[0] for e in words if " " in e),
            Inside(spaceless),
            known.__getitem__,
            known,
        )

    def fit(self, word: str) -> int:
        """How closely one word (already `plain`) fits an entry: the letters of the longest, one more for the word itself."""
        if word in self.words:
            return len(word) + 1
        return self._known.longest(word)

    def hits(self, text: str) -> list[tuple[int, int]]:
        """Where entries stand in a text, as (first, past the last) word index; phrases before single words."""
        words, phrased, eastern = _words_in(text)
        spaceless = eastern and bool(self.spaceless)
        if not spaceless and self.openers.isdisjoint(phrased):
            known = list(map(self.holds, words))
            return [(at, at + 1) for at, held in enumerate(known) if held] if True in known else []
        found: list[tuple[int, int]] = []
        at = 0
        while at < len(words):
            size = 1
            if phrased[at] in self.openers:
                sizes = range(min(self.longest, len(words) - at), 1, -1)
                size = next((n for n in sizes if " ".join(phrased[at : at + n]) in self.words), 1)
            if size > 1 or self.holds(words[at]) or (spaceless and self.inside.within(words[at])):
                found.append((at, at + size))
            at += size
        return found


@remembered  # the lists of all meanings are looked up in a text, one after the other
def _words_in(text: str) -> tuple[list[str], list[str], bool]:
    """The words of a text as they are looked up alone, and as they are in phrases; whether some are of spaceless script."""
    words = plain(text).replace("/", " ").replace("&", " & ").split()
    return (words, words, False) if text.isascii() else (_own_words(text, words), words, CJK.search(text) is not None)


def _own_words(text: str, words: list[str]) -> list[str]:
    """The words without those that only look like a listed one when their accents are gone ("Sá" is no "S.A.")."""
    printed = text.replace("/", " ").replace("&", " & ").split()
    if len(printed) != len(words):
        return words
    return ["" if loses_accents(one) else word for one, word in zip(printed, words, strict=True)]


def loses_accents(word: str) -> bool:
    """Whether a word is another one without its accents: one of at most three letters ("Sá"), or a surname ("Bašić")."""
    return (len(word) < 4 or word.endswith("ić")) and not word.isascii() and plain(word).isascii()


@cache
def lexicon(meaning: str) -> Lexicon:
    """The words of one meaning in `titles.toml`, all languages together: `job`, `field`, `company`, `heads`, `knower`."""
    return Lexicon.of([entry for language in table("titles").values() for entry in items(language.get(meaning, ""))])


@cache
def parts(meaning: str) -> frozenset[str]:
    """The words of one list of the table `parts` in `names.toml`."""
    return frozenset(items(table("names")["parts"][meaning]))


@cache
def printed_parts(meaning: str) -> frozenset[str]:
    """The words of one such list as pages print them, with their accents, and as `plain` leaves them."""
    return parts(meaning) | {entry.replace("_", " ") for entry in table("names")["parts"][meaning].split()}


@cache
def given_names() -> frozenset[str]:
    """Given names of many countries, lower case without accents (`benchmarks/given_names.py`)."""
    return frozenset((DATA / "given_names.txt").read_text(encoding="utf-8").split())


@cache
def unlike_names() -> frozenset[str]:
    """Words that names of people do not hold."""
    return frozenset(items(table("names")["not"]["words"]))


@cache
def never_east() -> frozenset[str]:
    """Words of agendas in Chinese and Japanese that no name holds."""
    return frozenset(table("names")["east"]["never"].split())


@cache
def families() -> tuple[frozenset[str], frozenset[str]]:
    """Family names that begin a Chinese or Japanese (one or two signs) and a Korean name."""
    east = table("names")["east"]
    return frozenset([*east["chinese"], *east["compound"].split()]), frozenset(east["korean"].split())


@cache
def japanese_families() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    """Family names that begin a Japanese name written without a space, what no given name behind them is, how none ends."""
    east = table("names")["east"]
    return frozenset(east["japanese"].split()), frozenset(east["given_never"].split()), tuple(east["given_ends"].split())


@cache
def ranks() -> tuple[str, ...]:
    """What a job in Chinese or Japanese may begin with right behind a name, longest first."""
    return tuple(sorted(table("names")["east"]["ranks"].split(), key=len, reverse=True))
