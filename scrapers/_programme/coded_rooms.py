"""Rooms told by their code behind titles ("Lens grinding (Tarn A111)"): what several sessions end in is where they are."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scrapers._found import FoundSession, fold

_MARK = re.compile(r"[，：]|[,:]\s|\s[@|–—-]\s")
_ASIDE = re.compile(r"[(（\[]([^()（）\[\]]{1,40})[)）\]]")
_LONGEST = 60
_CODE = re.compile(r"(?:[^\W\d_]{3,20}\s){0,2}[A-Z]{1,3}[-.]?(?!20\d\d)\d{2,4}[a-zA-Z]?")
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
    found = [(title[: m.start()], title[m.end() :]) for m in _MARK.finditer(title, max(0, len(title) - _LONGEST))][-1:]
    at = max(title.rfind(sign) for sign in "([（")
    found += [(title[:at], aside[1]) for aside in [_ASIDE.fullmatch(title[at:])] if at > 0 and aside]
    return [(head.rstrip(" ,，:：–—-"), room.strip()) for head, room in found if head.strip() and room.strip()]
