"""What the sentences of a life say somebody is, behind the first: "She is head of sales at Acme", "Seit 1995 ist er ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrapers._language.vocabulary import any_of
from scrapers._language.words import parts

_LONGEST, _MOST = 900, 5
_STOP = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=\))|(?<=\d{4})|(?<=[A-Z]{2}))[.!?]\s+(?=[^\W\d_])")
_YEAR = r"(?:since|seit|depuis|desde|dal|sinds|siden|sedan|od)\s(?:[^\W\d]\S{0,20}\s){0,5}(?:\d\d?[./])?(?:19|20)\d\d"
_BESIDE = re.compile(r"([^,]{3,60}),\s(?=\S)")


def said_in(text: str) -> Iterator[tuple[str, str]]:
    """Who, as printed, and what they are said to be, for the first sentences of a text that tells of one person.

    Nobody is printed (an empty text) where a sentence goes on with "she", or with the verb alone.
    """
    for sentence in _STOP.split(text[:_LONGEST])[:_MOST]:
        spaced = f" {sentence}"
        if (goes_on := _goes_on().match(spaced)) is not None:
            yield "", spaced[goes_on.end() :]
        elif (verb := verbs().search(sentence, 2, 120)) is not None:
            yield sentence[: verb.start()], sentence[verb.end() :]
        elif (beside := _BESIDE.match(sentence)) is not None:
            yield beside[1], sentence[beside.end() :]
        if (since := _and_since().search(sentence)) is not None:
            yield "", sentence[since.end() :]


@cache
def verbs() -> re.Pattern[str]:
    """The words that lead from a name to what somebody is, with the article behind them."""
    return re.compile(rf"\s(?:{_is_a()})\s+", re.I)


@cache
def _is_a() -> str:
    return rf"{any_of(parts('is_a'))}|[èé](?:\s(?:una?|um|uma))?|är(?:\s(?:en|ett))?"


@cache
def _goes_on() -> re.Pattern[str]:
    """What opens a sentence that goes on about somebody: "She is", "Currently he works as a", "Seit 1995 ist er"."""
    he, lead = any_of(parts("pronouns")), rf"(?:(?:{any_of(parts('nowadays'))}|{_YEAR}),?\s)"
    alone = any_of(parts("is_alone"))
    return re.compile(rf"\s(?:{lead}?(?:{he}\s(?:{_is_a()})|{alone})|{lead}(?:{_is_a()})\s{he})\s+", re.I)


@cache
def _and_since() -> re.Pattern[str]:
    """What leads, in a sentence that tells something else before, to what somebody is since then ("and since 2019")."""
    return re.compile(rf"(?:,|\s(?:{any_of(parts('joints'))}))\s{_YEAR}\s+", re.I)
