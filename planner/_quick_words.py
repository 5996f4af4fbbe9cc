"""The words by which a typed line is understood, one file a language in `data/quick_log/`, as patterns."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from planner.journal import EntryKind, Way

_FOLDER = Path(__file__).parent / "data" / "quick_log"
_ORDER = ("en", "de", "fr", "es", "pt")  # the first of those that understand as much
_SPELT_OUT = {"ä": "ae", "ö": "oe", "ü": "ue"}


class Meaning(NamedTuple):
    """What a phrase makes of its clause."""

    kind: EntryKind
    shape: str


@dataclass(frozen=True)
class Phrases:
    """Phrases with a meaning. `pattern` finds one of them, the longest first."""

    pattern: re.Pattern[str]
    meanings: tuple[tuple[re.Pattern[str], re.Pattern[str] | None, Meaning], ...]

    def meaning(self, said: str, rest: str) -> tuple[Meaning, str] | None:
        """What a phrase means that was found, and the rest of its clause without the word that closes it."""
        for phrase, closing, meaning in self.meanings:
            if phrase.fullmatch(said):
                if closing is None:
                    return meaning, rest
                if end := closing.search(rest):
                    return meaning, rest[: end.start()].strip(" ,")
        return None


@dataclass(frozen=True)
class Language:
    """One language: how its phrases, connecting words and dates are found."""

    code: str
    table: Mapping[str, Any]
    starts: Phrases
    ends: Phrases
    subjects: Phrases
    me: re.Pattern[str]
    pronoun: re.Pattern[str]
    before_name: re.Pattern[str]
    company: re.Pattern[str]
    company_after_full_name: re.Pattern[str]
    about: re.Pattern[str]
    through: re.Pattern[str]
    breaks: re.Pattern[str]
    listing: re.Pattern[str]
    together: re.Pattern[str]
    recipient: re.Pattern[str]
    called: re.Pattern[str]
    fillers: re.Pattern[str]
    promised_whom: re.Pattern[str]
    names_side_by_side: bool

    def way_of(self, text: str) -> Way | None:
        """The way of a favour, where the words tell."""
        return next((way for way, pattern in _ways(self.code) if pattern.search(text)), None)


@cache
def languages() -> tuple[Language, ...]:
    """Every language there is a file for, English first."""
    return tuple(_read(code) for code in _ORDER)


def spelling(phrase: str) -> str:
    """A pattern for a phrase: any spaces, any apostrophe, and with or without its accents."""
    return "".join(map(_letter, " ".join(phrase.lower().split())))


def one_of(phrases: Iterable[str]) -> str:
    """A pattern for any of some phrases, the longest first; nothing when there are none."""
    every = sorted(phrases, key=len, reverse=True)
    return "|".join(map(spelling, every)) if every else r"(?!)"


def _letter(letter: str) -> str:
    if letter == " ":
        return r"\s+"
    if letter in "'’":
        return "['’]"
    bare = unicodedata.normalize("NFD", letter)[0]
    if bare == letter:
        return re.escape(letter)
    other = f"|{_SPELT_OUT[letter]}" if letter in _SPELT_OUT else ""
    return f"(?:{letter}|{bare}{other})"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


def _between(phrases: Iterable[str]) -> re.Pattern[str]:
    """Phrases as words of their own; one that ends in an apostrophe needs no space after it."""
    every = list(phrases)
    tight = [phrase for phrase in every if phrase.endswith("'")]
    spaced = [phrase for phrase in every if phrase not in tight]
    return _pattern(rf"\s+(?:(?:{one_of(spaced)})\s+|(?:{one_of(tight)}))")


def _phrases(groups: Iterable[Mapping[str, Any]], before: str, after: str) -> Phrases:
    pairs = [(word, Meaning(g["kind"], g.get("shape", ""))) for g in groups for word in g["words"]]
    pairs.sort(key=lambda pair: len(pair[0]), reverse=True)
    opening, meanings = [], []
    for word, meaning in pairs:
        first, _, last = (part.strip() for part in word.partition("…"))
        opening.append(spelling(first) + (rf"(?=\s.*?\b{spelling(last)}\b)" if last else ""))
        closing = _pattern(rf"\b{spelling(last)}\W*$") if last else None
        meanings.append((_pattern(spelling(first)), closing, meaning))
    return Phrases(_pattern(f"{before}({'|'.join(opening) or '(?!)'}){after}"), tuple(meanings))


@cache
def _read(code: str) -> Language:
    table = tomllib.loads((_FOLDER / f"{code}.toml").read_text(encoding="utf-8"))
    joins = one_of([*table["and"], *table["then"]])
    follow_on = one_of(table["then"])
    return Language(
        code=code, table=table,
        starts=_phrases(table["starts"], "", r"(?=\s|$|(?<=:)|(?<='))"),
        ends=_phrases(table.get("ends", ()), r"(?:^|(?<=\s))", r"(?=\W*$)"),
        subjects=_phrases(table["subjects"], r"(?<=\s)", r"(?=\s|$|(?<='))"),
        me=_pattern(rf"(?:{one_of(table['me'])})\s+"),
        pronoun=_pattern(one_of(table["pronouns"])),
        before_name=_pattern(rf"(?:{one_of(table['before_name'])})\s+"),
        company=_between([*table["company"], "@"]),
        company_after_full_name=_between(table["company_after_full_name"]),
        about=_between([*table["about"], *table["through"]]),
        through=_between(table["through"]),
        breaks=_pattern(
            rf"[;\n]+|,\s*(?:(?:{joins})\s+)?|(?<!\d)\.\s+|\s+(?:{joins})\s+(?:(?:{follow_on})\s+)?"
        ),
        listing=_pattern(rf"\s*,\s*|\s+(?:{one_of(table['and'])})\s+"),
        together=_pattern(rf"\s+(?:{one_of(table['together'])})\s+"),
        recipient=re.compile(
            rf"\b(?i:{one_of(table['to'])})\s+([A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){{0,2}})"
        ),
        called=re.compile(
            rf"(?:[^\W\dA-ZÀ-Þ]\S*\s+)?(?:(?i:{one_of(table['to'])})\s+)?([A-ZÀ-Þ][^\W\dA-ZÀ-Þ][\w'’-]*(?:\s+[A-ZÀ-Þ][\w'’-]+){{0,2}})"
            if not table["nouns_are_capitalised"]
            else r"(?!)"
        ),
        fillers=_pattern(one_of(table["fillers"])),
        promised_whom=_pattern(table["promised_whom"]),
        names_side_by_side=table.get("names_side_by_side", False),
    )  # fmt: skip


@cache
def _ways(code: str) -> tuple[tuple[Way, re.Pattern[str]], ...]:
    return tuple(
        (way, _pattern(rf"(?:^|(?<=\s))(?:{one_of(signs)})(?=\s|$)")) for way, signs in _read(code).table["ways"].items()
    )
