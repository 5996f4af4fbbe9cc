"""Sessions that a site lists by links alone, each with a page of its own: lists of talks, papers, exercises by day.

Such a list says neither when nor by whom; what it lists are sessions only if their own pages then tell it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from planner.agenda import Session
from scrapers._found import fold
from scrapers._language.namelike import looks_like_name
from scrapers._links.link_words import said
from scrapers._links.links import ROLES, Link, names_day

_LEAST = 4
_LONGEST = 200
_INDEX = re.compile(r"/?(?:index\.\w{2,5})?$")


def listed_sessions(links: Iterable[Link]) -> list[Session]:
    """The sessions that the largest family of links with titles for texts may stand for, in their order."""
    families: dict[str, dict[str, Session]] = defaultdict(dict)
    for link in links:
        shape, text = _shape(link.address), max(link.texts, key=len, default="")
        if shape and text and len(text) <= _LONGEST and not names_day(link) and not said(text).whole & {*ROLES, "next", "home"}:
            family = families[shape]
            family.setdefault(link.address, Session(f"s{len(family) + 1}", text, url=link.address))
    return max((list(family.values()) for family in families.values() if _are_titles(family.values())), key=len, default=[])


def _shape(address: str) -> str | None:
    """What the addresses of pages of one kind share: "/talks/*", "/paper_#/"; None where that says nothing."""
    path = _INDEX.sub("", unquote(urlsplit(address).path))
    parent, _, last = path.rpartition("/")
    if any("decoy" in said(part).within or "past" in said(part).within for part in path.split("/")):
        return None
    numbered = re.sub(r"\d+", "#", last)
    return f"{parent}/{numbered}" if "#" in numbered and len(numbered) < 16 else f"{parent}/*" if parent else None


def _are_titles(sessions: Iterable[Session]) -> bool:
    titles = list({fold(session.title): session.title for session in sessions}.values())
    if len(titles) < _LEAST:
        return False
    names = sum(looks_like_name(title) >= 0.6 for title in titles)
    return 2 * names < len(titles) and 2 * sum(len(title.split()) > 2 for title in titles) > len(titles)
