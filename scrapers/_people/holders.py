"""Who holds a session, in a line that names its kind: "Keynote – Ann Archer"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrapers._found import FoundPerson
from scrapers._language.called import remembered_by_page
from scrapers._language.kinds import is_kind, kind_of
from scrapers._language.words import plain
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._people.pieces import known_given

_KIND_MARK = re.compile(r"[:：]|\s[-–—|·]\s")
_BRACKETED = re.compile(r"[\[【][^\[\]【】]{2,20}[\]】]\s*")


@remembered_by_page
def behind_kind(text: str) -> str:
    """The people behind a kind of session ("Session 2: Ann Archer, CEO, Acme", "Keynote – Ann Archer").

    Nothing where something else stands there.
    """
    if (bracketed := _BRACKETED.match(text)) is not None:
        rest = text[bracketed.end() :]
        people = split_people(rest)
        return rest if people and rest.startswith(people[0].name) and any(c.isdigit() for c in bracketed[0]) else ""
    if (mark := _KIND_MARK.search(text)) is None:
        return ""
    kind, rest = text[: mark.start()], text[mark.end() :].strip()
    people = split_people(rest) if is_kind(plain(kind).split()) and split_role(text)[0] is None else []
    return rest if people and rest.startswith(people[0].name) and not is_topic(kind, people) else ""


def is_topic(kind: str, people: Sequence[FoundPerson]) -> bool:
    """Whether what stands behind a kind of session and reads like one name is rather its topic ("Panel – Green Hydrogen").

    So behind what several hold, unless a given name is known, or something stands beside the name.
    """
    alone = len(people) == 1 and not people[0].beside and known_given(people[0].name) <= 0
    return alone and kind_of(kind) == "panel" and is_kind(plain(kind).split())
