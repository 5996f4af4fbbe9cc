"""Lines that say with whom or between whom there is a talk: "Interview with Ann Archer, CEO", "Gespräch zwischen ..."."""

from __future__ import annotations

import re
from functools import cache

from scrapers._bylines.marks import LONGEST, Cut
from scrapers._language.namelike import looks_like_name
from scrapers._language.vocabulary import any_of
from scrapers._language.words import parts, plain_in_place
from scrapers._people.names import share_told, split_people
from scrapers._people.pieces import known_given

_SURE = 0.7


@cache
def _opening() -> re.Pattern[str]:
    """A word for a conversation and what leads from it to those who hold it."""
    return re.compile(rf"{any_of(parts('conversation'))}\s+{any_of(parts('between'))}\s+(?=\S)")


def in_conversation(text: str) -> Cut | None:
    """A line that names nothing but a conversation and those who hold it, whose names stay in its title; None for others.

    The title is without what a single one of them does ("Interview with Ann Archer"); of several the whole line tells it.
    """
    lead = _opening().match(plain_in_place(text)) if len(text) <= LONGEST else None
    names = text[lead.end() :].strip(" .") if lead else ""
    people = split_people(names) if names else []
    named = people and names.startswith(people[0].name) and share_told(people, names) >= _SURE
    if not named or not all(known_given(p.name) > 0 and looks_like_name(p.name) >= _SURE for p in people):
        return None
    alone = text[: text.index(names)] + people[0].name
    return (alone if len(people) == 1 else text.strip(" ."), names, False)
