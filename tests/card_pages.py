"""Pages that present people, as the reader of cards finds them, for its tests."""

from __future__ import annotations

from scrapers._cards.cards import find_people
from scrapers._html.page import parse


def people_of(markup: str) -> list[dict[str, object]]:
    """The people found in a page, with what is known of each."""
    fields = ("name", "title", "company", "bio", "links")
    return [{f: getattr(p, f) for f in fields if getattr(p, f)} for p in find_people(parse(markup))]
