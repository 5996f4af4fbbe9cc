"""Reading a note for the linter: its language, its sentences, and which cues of `planner/data/lint/` each sentence holds."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "data" / "lint"
_LONGEST = 6_000
"""Characters of a note that are looked at; far beyond what any channel takes."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+|\n+|(?<=:)\n")
_ABBREVIATIONS = re.compile(r"\b(mr|mrs|ms|dr|dra|sr|sra|prof|st|no|nr|z\. ?b|bzw|ca|e\.g|i\.e|m|mme)\.", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?|\d+ ?%|%|€|\$|£|_+")
_FOLDED = str.maketrans(
    dict.fromkeys("’‘ʼ", "'") | dict.fromkeys("-‐‑–", " ") | {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l"}
)


@dataclass(frozen=True, slots=True)
class Language:
    """What the linter knows of one language: its common words, the phrases of each cue, and what to write instead."""

    name: str
    function_words: frozenset[str]
    greetings: frozenset[str]
    outreach_words: frozenset[str]
    numbers: frozenset[str]
    expand: tuple[tuple[str, str], ...]
    cues: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, str]
    instead: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: as written, as compared (lower case, no accents or commas), and the cues found in it."""

    raw: str
    plain: str
    question: bool
    cues: frozenset[str]

    def has(self, *names: str) -> bool:
        """Whether any of these cues is in the sentence."""
        return not self.cues.isdisjoint(names)


@dataclass(frozen=True, slots=True)
class NoteText:
    """A note as the linter sees it."""

    language: Language
    sentences: tuple[Sentence, ...]

    def count(self, *names: str) -> int:
        """How many sentences hold any of these cues."""
        return sum(s.has(*names) for s in self.sentences)

    def has(self, *names: str) -> bool:
        """Whether any sentence holds any of these cues."""
        return any(s.has(*names) for s in self.sentences)


def fold(text: str) -> str:
    """Lower case, without accents, with plain apostrophes and spaces for hyphens."""
    lowered = text.lower().translate(_FOLDED)
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


def read_note(text: str) -> NoteText:
    """Find the note's language, cut it into sentences and mark the cues of each."""
    text = text.strip()[:_LONGEST]
    language = detect_language(text)
    protected = _ABBREVIATIONS.sub(lambda m: m[0].replace(".", "․"), text)
    raws = [raw.replace("․", ".").strip() for raw in _SENTENCE_END.split(protected) if raw and raw.strip()]
    return NoteText(language, tuple(_read_sentence(raw, language) for raw in raws))


def detect_language(text: str) -> Language:
    """The language whose common words occur most; English when none does."""
    words = re.findall(r"[^\W\d_]+", fold(text))
    every = languages()
    return max(every.values(), key=lambda language: sum(w in language.function_words for w in words))


@cache
def languages() -> dict[str, Language]:
    """Every language the linter knows, English first."""
    paths = sorted(_FOLDER.glob("??.toml"), key=lambda p: (p.stem != "en", p.stem))
    return {path.stem: _load(path) for path in paths}


@cache
def greeting_words() -> frozenset[str]:
    """The words of greetings and titles before a name, of every language: people greet in another than they write."""
    return frozenset().union(*(language.greetings for language in languages().values()))


def plain_words(raw: str, language: Language) -> list[str]:
    """The words of a text as they are compared."""
    folded = fold(raw)
    for short, long in language.expand:
        folded = folded.replace(short, long)
    return _WORD.findall(folded.replace("'", " "))


def _read_sentence(raw: str, language: Language) -> Sentence:
    plain = " ".join(plain_words(raw, language))
    found = frozenset(name for name, pattern in _patterns(language.name).items() if pattern.search(plain))
    return Sentence(raw, plain, raw.rstrip("\"'”’») ").endswith("?"), found)


def _load(path: Path) -> Language:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    classes = {name: "(?:" + "|".join(fold(words).split()) + ")" for name, words in data.get("classes", {}).items()}
    return Language(
        name=path.stem,
        function_words=frozenset(fold(data["function_words"]).replace("'", " ").split()),
        greetings=frozenset(fold(data["greetings"]).split()),
        outreach_words=frozenset(fold(data["outreach_words"]).replace("'", " ").split()),
        numbers=frozenset(fold(data.get("classes", {}).get("many", "")).split()),
        expand=tuple(data.get("expand", {}).items()),
        cues={name: tuple(phrases) for name, phrases in data["cues"].items()},
        classes=classes,
        instead=data["instead"],
    )


@cache
def _patterns(name: str) -> dict[str, re.Pattern[str]]:
    """The cues of a language made ready for searching: only for a language that occurs, since it takes a moment."""
    language = languages()[name]
    return {cue: _compile(phrases, language.classes) for cue, phrases in language.cues.items()}


def _compile(phrases: tuple[str, ...], classes: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern for a list of phrases: `*` stands for up to four words, `<class>` for one word of a class."""
    every = []
    for phrase in phrases:
        pattern = "".join(c for c in unicodedata.normalize("NFKD", phrase) if not unicodedata.combining(c))
        pattern = re.sub(r"<([a-z_]+)>", lambda m: classes[m[1]], pattern)
        pattern = re.sub(r" \*$", "", pattern)
        pattern = re.sub(r" \*(?: |(?=\())", r" (?:\\S+ ){0,4}", pattern)
        every.append(pattern)
    return re.compile(r"(?<!\S)(?:" + "|".join(every) + r")(?!\S)")
