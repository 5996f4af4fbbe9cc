"""The words of clocks and dates in all languages (`data/times.toml`), and a quick look whether a text holds any of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from scrapers._language.vocabulary import any_of, plain, table
from scrapers._remembered import remembered

_PLAIN = dict(zip("：∶˸︰꞉．․～〜∼／－‒–—―−‑‐─﹣", ":::::..~~~/----------", strict=True))
_PLAIN |= dict.fromkeys("⟶⇒➔➜►▶", "→") | dict.fromkeys("\u00a0\u202f\u2009\u2007\u200b\u200e\u200f\u2060\ufeff", " ")
_ZEROS = (0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10)
_DIGITS = {zero + i: str(i) for zero in _ZEROS for i in range(10)} | {ord(a): b for a, b in _PLAIN.items()}
_LETTERS = re.compile(r"[^\W\d_]+")


def plain_digits(text: str) -> str:
    """The text with the digits, colons and dashes of all scripts made plain; every character keeps its place."""
    return text if text.isascii() else text.translate(_DIGITS)


@cache
def time_words(name: str) -> dict[str, int]:
    """All forms of one list of `data/times.toml`, over all languages, lower case, with the place of each in its list."""
    found: dict[str, int] = {}
    for language in table("times").values():
        for index, entry in enumerate(language.get(name, ())):
            for form in entry.split() if name in ("months", "weekdays") else (entry,):
                for spelt in (form.replace("_", " ").casefold(), plain(form.replace("_", " "))):
                    found.setdefault(spelt, index)
    return found


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first; a blank stands for any white space."""
    return f"(?:{any_of(words)})".replace(r"\ ", r"\s?")


@remembered
def letters_of(text: str) -> frozenset[str]:
    """The runs of letters in a text, without accents, in lower case."""
    return frozenset(_LETTERS.findall(plain(text)))


@cache
def openings(*names: str) -> frozenset[str]:
    """The runs of letters that the forms of these lists begin with: a text without any of them holds none of the forms.

    Only for forms that stand as words of their own, not within longer words.
    """
    forms = [form for name in names for form in time_words(name)]
    runs = [_LETTERS.search(plain(spelt)) for form in forms for spelt in (form, form.replace(" ", ""))]
    return frozenset(run[0] for run in runs if run)


_FOUR_DIGITS = re.compile(
    r"(?m)^(\W{0,12})([01]\d|2[0-3])([0-5][05])(?:(\s{0,3}[-–—]\s{0,3})([01]\d|2[0-3])([0-5][05]))?(?=\s+\D)"
)
_LEAST_LINES = 4


def with_colons(text: str) -> str:
    """A text with colons in clocks of four digits ("0930 Welcome"), where several lines in order begin with such."""
    clocks = [match[2] + match[3] for match in _FOUR_DIGITS.finditer(text)]
    rising = sum(a <= b for a, b in pairwise(clocks))
    if len(clocks) < _LEAST_LINES or rising * 4 < 3 * (len(clocks) - 1) or all(1900 <= int(c) <= 2100 for c in clocks):
        return text
    return _FOUR_DIGITS.sub(lambda m: f"{m[1]}{m[2]}:{m[3]}" + (f"{m[4]}{m[5]}:{m[6]}" if m[4] else ""), text)
