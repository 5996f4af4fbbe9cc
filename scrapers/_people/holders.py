"""Who holds a session, in a line that names its kind: "Keynote – Ann Archer"."""

from __future__ import annotations

import re

from scrapers._language.called import remembered_by_page
from scrapers._language.kinds import is_kind
from scrapers._language.words import plain
from scrapers._people.labels import split_role
from scrapers._people.names import split_people

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
    return rest if people and rest.startswith(people[0].name) else ""
