"""What a job title says: which functions somebody works in, at which level, and whether the company is theirs."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from planner._signs import find_sign, words_of
from planner._words import Lexicon, phrases_of, tokens_of

_NEUTRAL = "neutral"
_LONGEST_TITLE = 300  # characters that are read
_AT = r" ?@ ?| (?:at|bei|beim|chez|presso|bij) "
_OF = r" (?:of|der|des|von|vom|de|del|della|di|da|do|du|van|en|na|no|for|pour|para|voor) |, ?"
_EMPLOYER = re.compile(rf"(?P<at>{_AT})|(?P<of>{_OF})", re.IGNORECASE)
_ENDS = re.compile(r" ?[,;|/] ?| (?:and|und|et|y|e|en|&) ", re.IGNORECASE)
_SERVES = re.compile(r" (?:to|an|zu) (?:the |den |die |der )?(?=\w)", re.IGNORECASE)

Level = Literal["executive", "senior_manager", "professional", "academic"]


@dataclass(frozen=True, slots=True)
class Role:
    """A job title understood. `functions` are keys of `planner/data/titles.toml`, a craft before running a company, the first
    named first; none when nothing is known.
    """

    functions: tuple[str, ...] = ()
    level: Level = "professional"
    owner: bool = False

    @property
    def craft(self) -> tuple[str, ...]:
        """The functions besides running a company."""
        return tuple(f for f in self.functions if f != "general")


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "data" / "titles.toml").read_text(encoding="utf-8"))


@cache
def functions() -> dict[str, str]:
    """Every function's key and its name in plain words ("customer service and success")."""
    return {key: entry["label"] for key, entry in _tables()["functions"].items()}


@cache
def _function_words() -> Lexicon:
    words = {key: phrases_of(entry["words"]) for key, entry in _tables()["functions"].items()}
    return Lexicon({**words, _NEUTRAL: phrases_of(_tables()["neutral"]["words"])})


@cache
def _level_words() -> Lexicon:
    return Lexicon({key: phrases_of(words) for key, words in _tables()["levels"].items()})


@cache
def _owner_words() -> Lexicon:
    owner = phrases_of(_tables()["owner"]["words"])
    return Lexicon({"owner": owner, "doer": phrases_of(_tables()["levels"]["professional"])})


@cache
def _adjacent() -> frozenset[tuple[str, str]]:
    return frozenset(pair for a, b in _tables()["adjacent"]["pairs"] for pair in ((a, b), (b, a)))


def are_adjacent(one: str, other: str) -> bool:
    """Whether two functions have much to say to each other without being the same craft."""
    return (one, other) in _adjacent()


@lru_cache(maxsize=4096)
def functions_of(text: str) -> tuple[str, ...]:
    """The functions named in a phrase, in the order they are named; of overlapping words the longest counts."""
    return tuple(dict.fromkeys(hit.key for hit in _function_words().find(text) if hit.key != _NEUTRAL))


@lru_cache(maxsize=4096)
def level_of(title: str) -> Level:
    """The level a job title declares: the highest of its roles, but an assistant to a chief is not a chief."""
    named = {hit.key for hit in _level_words().find(title)}
    if "assistant" in named:
        return "professional"
    if "executive" in named:
        return "executive"
    if "academic" in named:
        return "academic"
    return "senior_manager" if "senior_manager" in named else "professional"


@lru_cache(maxsize=4096)
def assists(title: str | None) -> bool:
    """Whether somebody works for a chief, as an assistant: no chief themselves, yet the way to one."""
    return bool(title) and any(hit.key == "assistant" for hit in _level_words().find(title or ""))


@lru_cache(maxsize=4096)
def field_of(title: str | None) -> str:
    """A job title without the words of rank and ownership: "marketing" of "founder and head of marketing"."""
    words = tokens_of(title or "")
    ranks = [*_level_words().find(title or ""), *(h for h in _function_words().find(title or "") if h.key == "general")]
    taken = {place for hit in ranks for place in range(hit.start, hit.end)}
    return " ".join(word for place, word in enumerate(words) if place not in taken)


@lru_cache(maxsize=4096)
def job_of(title: str) -> str:
    """A job title without the employer named in it, nor the chief somebody works for: "CFO" of "CFO of Acme Robotics".

    After a job that says what somebody does, a name with a word that is none of a job is an employer.
    """
    title = " ".join(title[:_LONGEST_TITLE].split())
    if (serves := _SERVES.search(title)) and _level_words().find(title[serves.end() :]):
        title = title[: serves.start()]
    place = 0
    while link := _EMPLOYER.search(title, place):
        place = link.end()
        sure, head = link["at"] is not None, title[: link.start()]
        ends = (m for m in _ENDS.finditer(title, place) if _is_job(title[m.end() :]))
        end = next((m.start() for m in ends), len(title))
        does = functions_of(head) and level_of(head) != "academic"
        if (does or (sure and _is_job(head))) and _is_employer(title[place:end], sure=sure):
            title = f"{title[: link.start()]}{title[end:]}"
            place = link.start()
    return title


def _is_job(words: str) -> bool:
    """Whether words say what somebody does or that they lead something."""
    return bool(functions_of(words) or _level_words().find(words))


def _is_employer(words: str, *, sure: bool) -> bool:
    """Whether words are a name: a capital, and among them one that belongs to no job; after "at" the capital is enough."""
    if not words[:1].isupper() or _level_words().find(words.split(",")[0]):
        return False
    taken = {place for hit in _function_words().find(words) for place in range(hit.start, hit.end)}
    odd = [w for place, w in enumerate(tokens_of(words)) if place not in taken and w not in words_of("tails") and len(w) > 1]
    return sure or bool(odd)


@lru_cache(maxsize=4096)
def names_level(text: str) -> bool:
    """Whether a phrase names a rank ("heads of", "CIOs", "director"), so that it is about people and not about companies."""
    words = text.split()
    singular = " ".join(w[:-1] if len(w) > 3 and w.endswith("s") else w for w in words)
    return bool(_level_words().find(text) or _level_words().find(singular))


@lru_cache(maxsize=4096)
def read_title(title: str | None) -> Role:
    """Understand a job title; an empty or unknown one gives a `Role` without functions."""
    if not title or not title.strip():
        return Role()
    job = job_of(title)
    named = functions_of(job)
    level = level_of(job)
    craft = tuple(f for f in named if f != "general")
    owner = any(hit.key == "owner" for hit in _owner_words().find(job))
    if not named and find_sign("director", job) and not field_of(job):
        named = ("general",)
    return Role(craft + tuple(f for f in named if f == "general"), level, owner)
