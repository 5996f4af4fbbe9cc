"""Rooms told by their code behind titles ("Lens grinding (Tarn A111)"): what several sessions end in is where they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scrapers._found import FoundSession, fold

_ENDS = (
    re.compile(
        r"(?P<title>\S.*\S)(?:[，：]\s*|[,:]\s+|\s+[@|–—-]\s+)(?P<room>[^，：,:|–—()（）]{1,40}(?:[(（][^()（）]{1,12}[)）])?)"
    ),
    re.compile(r"(?P<title>\S.*?)\s*[(（\[](?P<room>[^()（）\[\]]{1,40})[)）\]]"),
)
_CODE = re.compile(r"(?:[^\W\d_][^\W\d_]{2,20}\s){0,2}(?!.*20\d\d$)[A-Z]{1,3}[-.]?\d{2,4}[a-zA-Z]?")
_LEAST = 3
_NEAR = 20


def coded_rooms(found: Iterable[FoundSession]) -> dict[int, tuple[str, str]]:
    """Titles of sessions without the room they end in, and that room, by the session's place among all.

    Several titles end in codes, different ones in the same. What begins with the house of such a code ("Tarn foyer") is a
    room too.
    """
    ends = [(at, *end) for at, session in enumerate(found) if not session.room for end in _ends_of(session.title)]
    titles: dict[str, set[str]] = {}
    for _, title, room in ends:
        if _CODE.fullmatch(room):
            titles.setdefault(fold(room), set()).add(fold(title))
    if sum(map(len, titles.values())) < _LEAST or max(map(len, titles.values())) < 2:
        return {}
    houses = {code.split()[0] for code in titles}
    return {
        at: (title, room)
        for at, title, room in reversed(ends)
        if fold(room) in titles or (len(room) <= _NEAR and fold(room).split()[:1] and fold(room).split()[0] in houses)
    }


def _ends_of(title: str) -> list[tuple[str, str]]:
    """The ways to part a title from what it ends in: behind a comma, a colon or a dash, in brackets."""
    matches = (form.fullmatch(title) for form in _ENDS)
    return [(match["title"].rstrip(" ,，:：–—-"), match["room"].strip()) for match in matches if match]
