"""Feeds behind a page: opened one after the other until one of them holds an agenda."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scrapers._document import Document, Get
from scrapers._errors import AgendaError
from scrapers._found import Found

Read = Callable[[Document, Get | None], Found]


def first_feed(addresses: Iterable[str], get: Get, read: Read) -> Found | None:
    """What the first address that answers with sessions holds; None when none does. A page's text is read then."""
    for address in dict.fromkeys(addresses):
        try:
            found = read(get(address), None)
        except AgendaError:
            continue
        if found.sessions:
            return found
    return None
