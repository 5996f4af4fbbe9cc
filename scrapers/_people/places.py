"""Places that stand behind companies: a country or federal state alone, a town before it."""

from __future__ import annotations

import re
from functools import cache

from scrapers._language.jobs import lean_to_job, words_say
from scrapers._language.vocabulary import table
from scrapers._language.words import items, lexicon, plain

_EDGES = " \t\n.,;:|–—-/*"
_TOWN = re.compile(r"[A-ZÀ-Þ][\w.'’-]{1,20}(?:[ -][\w.'’-]{1,20}){0,2}")


def is_place(text: str) -> bool:
    """Whether a text is the name of a country, or the abbreviation of a federal state with or without it ("TX USA")."""
    words = plain(text).strip(_EDGES).split()
    if len(words) > 1 and words[0] in _states() and text.lstrip(_EDGES)[:2].isupper():
        words = words[1:]
    return " ".join(words) in _countries()


def without_town(text: str) -> str:
    """The text without the town and country behind a company ("Acme LLP, Dallas, TX USA").

    A country alone stays, and what tells an abbreviation apart from others of that name.
    """
    head, bracket, inside = text.rpartition(" (")
    if bracket and inside.endswith(")") and inside.count(", ") == 1 and _ends_address(inside[:-1].split(", ")[1]):
        return head  # "Acme LLP (Dallas, TX)"
    pieces = text.split(", ")
    if len(pieces) < 3 or not ends_in_town(*pieces[-2:]) or pieces[-3].isupper() or lean_to_job(pieces[-3]) > 0.2:
        return text
    return ", ".join(pieces[:-2])


def ends_in_town(town: str, land: str) -> bool:
    """Whether two pieces between commas are a town and its country or federal state ("Dallas", "TX USA")."""
    is_town = _TOWN.fullmatch(town) and max(words_say(town)) < 0.5 and not lexicon("field").holds(plain(town))
    return bool(is_town) and _ends_address(land)


def _ends_address(text: str) -> bool:
    bare = text.strip(_EDGES)
    return is_place(text) or (bare.isupper() and plain(bare) in _states())


@cache
def _countries() -> frozenset[str]:
    return frozenset(items(table("titles")["any"]["places"]))


@cache
def _states() -> frozenset[str]:
    return frozenset(items(table("titles")["any"]["states"]))
