"""What kind of item a session is, judged from its title; the words stand in `data/kinds.toml`, one table a language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from planner.agenda import Kind
from scrapers._language.vocabulary import WordList, any_of, closed_up, page_words, plain, table, word_list, words_of
from scrapers._remembered import remembered

_ORDER: tuple[Kind, ...] = ("break", "networking", "keynote", "panel", "workshop")
_PARTS = re.compile(r"[:(–|]|\s-\s")
_LONGEST_KIND = 7
_EAST = "\u1100"
"""From here on most scripts write no blanks between words."""
_NUMBER = "(?:[0-9一二三四五六七八九十]{1,3})"
_ASKING = frozenset("why how what when who the from beyond warum wie pourquoi comment por como perche jak почему как".split())


@cache
def _lists() -> dict[Kind, WordList]:
    return {kind: word_list(w for lists in table("kinds").values() for w in lists.get(kind, ())) for kind in _ORDER}


@remembered
def kind_of(title: str, has_people: bool = False) -> Kind:
    """The kind of session a title names; someone who speaks at it makes a break or a reception a talk.

    A service word counts where it leads or fills the title: "Coffee break" is a break, "Why coffee prices break records" none.
    """
    text = plain(closed_up(title))
    words = words_of(text)
    for kind, known in _lists().items():
        for at, length in known.find(words, text) if known.holds(words, text) else ():
            if kind not in ("break", "networking") or not (has_people or _is_aside(words, at, length, text)):
                return kind
    return "talk"


def _is_aside(words: Sequence[str], at: int, length: int, text: str) -> bool:
    """Whether a service word stands within a title that is about something else, and no mark parts it from the rest."""
    if not length or at + length == len(words) <= 4 or (not at and len(words_of(_PARTS.split(text, maxsplit=1)[0])) == length):
        return False
    return len(words) > 9 or words[0] in _ASKING or at > (1 if len(words) < 8 else 0)


@cache
def _named_kinds() -> frozenset[tuple[str, ...]]:
    """What names a kind of session and nothing else."""
    told = (_lists()[kind].phrases for kind in ("keynote", "panel", "workshop"))
    return page_words()["track"].phrases.union(*told)


@cache
def _openers_of_kinds() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _named_kinds() if phrase)


@cache
def _beside_kinds() -> frozenset[str]:
    """What stands beside the names of kinds: numbers in words, and what joins two."""
    return page_words()["numbering"].openers | page_words()["joining"].openers


@cache
def _unparted() -> re.Pattern[str]:
    """A kind of session with its number, or how long it is, in a script without blanks ("第3セッション", "특강 2", "40分")."""
    kinds = any_of(map(plain, table("words")["unparted_kinds"]))
    return re.compile(rf"(?:{plain('제')}|第)?{_NUMBER}?{kinds}{_NUMBER}?|\d{{1,3}}(?:分間?|分钟|分鐘|{plain('분')})|{_NUMBER}")


def is_kind(words: Sequence[str]) -> bool:
    """Whether plain words are nothing but a kind of session and its number, or several ("Keynote and panel discussion")."""
    if len(words) > _LONGEST_KIND:
        return False
    if words and words[0][0] >= _EAST and all(map(_unparted().fullmatch, words)):
        return any(c.isalpha() for c in words[0])
    beside, openers = _beside_kinds(), _openers_of_kinds()
    first = next((word for word in words if not word.isdigit() and word not in beside), None)
    if first is None:
        return page_words()["joining"].openers.isdisjoint(words)
    if first not in openers:
        return False
    known, lists = _named_kinds(), page_words()
    named = tuple(word for word in words if not word.isdigit() and word not in beside)
    at = _longest(named, 0, known)
    while 0 < at < len(named):
        step = _longest(named, at, known) or _longest(named, at, lists["more"].phrases)
        at = at + step if step else 0
    return at > 0


def _longest(words: tuple[str, ...], at: int, known: frozenset[tuple[str, ...]]) -> int:
    """How many words the longest of the known phrases has that stands at a place, 0 where none does."""
    return next((n for n in range(min(len(words) - at, _LONGEST_KIND), 0, -1) if words[at : at + n] in known), 0)


def is_opening(words: Sequence[str]) -> bool:
    """Whether plain words only say that the event opens or closes ("Welcome", "Official opening", "Slotwoord")."""
    if not 0 < len(words) <= _LONGEST_KIND:
        return False
    return any(2 * max(length, 1) >= len(words) for _, length in page_words()["opening"].find(words, " ".join(words)))
