"""Whether a note spells its reader's name as the agenda does, or greets somebody else; other people's names are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from planner._lint_text import fold, greeting_words
from planner.suggestion import Flag

ALIKE, SURELY_ALIKE = 0.72, 0.86
"""Likeness from which another word is the name misspelt: in the place of the name, and after a title anywhere else."""

_PARTICLES = frozenset("van von de der den da do dos del di la le du y e und zu".split())
_DOTTED = re.compile(r"\b(Mr|Mrs|Ms|Dr|Drs|Prof|Sr|Sra|Dra|M|Mme|St)\.")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = re.compile(r"[^,:;!?.–—\n]{0,80}")
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Dra|Herrn?|Frau|Mme|Madame|Monsieur|Signora?|Signor|Mevrouw|Meneer|Doña|Dona|Don)\b\.? "
    r"(?:(?:van|von|de|der|den|da|do|dos|del|di|la|le) ){0,3}([A-ZÀ-ÖØ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*)"
)
_SPELLINGS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d"}
)


def find_wrong_names(text: str, *, person: str) -> Iterator[Flag]:
    """A name in the address or after a title that is nearly the reader's."""
    name = person.split(",")[0].strip()
    parts = _WORD.findall(name)
    if not parts:
        return
    addressed, _ = _addressed(text)
    elsewhere = [match[1] for match in _TITLED.finditer(text) if match[1] not in addressed]
    right = {spelling for part in _pieces(parts) for spelling in _spellings(part)}
    places = dict.fromkeys(elsewhere, SURELY_ALIKE) | dict.fromkeys(addressed, ALIKE)
    for word, least in places.items():
        if not right & _spellings(word) and (meant := _meant(word, parts, least=least)):
            yield Flag("name_misspelt", f"“{word}” is spelt “{meant}” in the agenda.", f"Write “{meant}”.")


def find_name_spellings(text: str, *, person: str) -> Iterator[Flag]:
    """A name without its accents, transliterated or the other way round, or somebody else's name in the greeting.

    A pet name cannot be told from another person's, so the last is advice too.
    """
    name = person.split(",")[0].strip()
    parts = _WORD.findall(name)
    addressed, greeted = _addressed(text)
    right = {spelling for part in _pieces(parts) for spelling in _spellings(part)}
    if (
        parts
        and greeted
        and addressed
        and not any(right & _spellings(word) or _meant(word, parts) or _is_short_for(word, parts) for word in addressed)
    ):
        other = " ".join(addressed)
        yield Flag(
            "other_name", f"It greets “{other}”; the agenda says {name}.", f"Greet {name}, unless “{other}” is what they go by."
        )
    written = set(_WORD.findall(text))
    for part in parts:
        plainer = sorted(
            w for w in written - {part} if not w.lower().startswith(part.lower()) and _spellings(w) & _spellings(part)
        )
        if part not in written and plainer:
            yield Flag("name_spelling", f"“{plainer[0]}” is written “{part}” in the agenda.", f"Write “{part}”, as they do.")
    if len(parts) == 2 and f"{parts[1]} {parts[0]}" in text:
        yield Flag("name_order", f"The agenda writes “{name}”.", f"Write “{name}”, or only what they go by.")


def _addressed(text: str) -> tuple[list[str], bool]:
    """The words in the place of a name at the start of a note, and whether a greeting stands before them."""
    words = _WORD.findall(_ADDRESS.match(_DOTTED.sub(r"\1", text.strip()[:120]))[0])  # type: ignore[index]
    greetings = greeting_words()
    greeted = bool(words) and fold(words[0]) in greetings
    names = [word for word in words if fold(word) not in greetings and word[0].isupper()]
    others = [word for word in words if fold(word) not in greetings and not word[0].isupper() and word not in _PARTICLES]
    return ([], False) if others or len(names) > 4 else (names, greeted)


def _pieces(parts: list[str]) -> list[str]:
    return [*parts, *(piece for part in parts for piece in part.split("-") if "-" in part)]


def _spellings(word: str) -> set[str]:
    """How a name may rightly come out on another keyboard: without accents, or with two letters for one; a genitive s."""
    lowered = word.lower().replace("’", "'").removesuffix("'s")
    plain, long = fold(lowered).replace(" ", "-"), fold(lowered.translate(_SPELLINGS)).replace(" ", "-")
    return {plain, long, *(form[:-1] for form in (plain, long) if form.endswith("s") and len(form) > 4)}


def _meant(word: str, parts: list[str], *, least: float = ALIKE) -> str | None:
    """The part of the name a misspelt word stands for."""
    if len(word) < 3:
        return None
    likeness = {
        part: SequenceMatcher(None, fold(word), fold(part), autojunk=False).ratio() for part in _pieces(parts) if len(part) > 2
    }
    best = max(likeness, key=lambda part: likeness[part], default="")
    return best if best and likeness[best] >= least and not _is_short_for(word, [best]) else None


def _is_short_for(word: str, parts: list[str]) -> bool:
    """A first name cut short, as Alex for Alexandra."""
    return len(word) >= 2 and any(fold(part).startswith(fold(word)) for part in parts)
