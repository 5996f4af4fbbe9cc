"""Pages drawn by script whose data stands in the page: Next, Nuxt, Remix, Apollo, any literal in a script."""

from __future__ import annotations

from scrapers._document import Document, Get
from scrapers._found import Found
from scrapers._structured.embedded import is_programme, page_data
from scrapers._structured.joins import read_records


def recognises(document: Document) -> bool:
    """Whether the page carries scripts that may hold data."""
    return "<script" in document.text and (document.looks_like_html or document.json is None)


def read(document: Document, get: Get | None) -> Found:
    """Read the sessions and people in the page's data; nothing when they do not look like one event's programme."""
    data = page_data(document.tree)
    if not data:
        return Found()
    try:
        found = read_records(data)
    except ValueError:
        return Found(warnings=["The page holds more data than can be read safely; only its text was read."])
    return found if is_programme(found) else Found()
