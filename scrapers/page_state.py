"""Pages drawn by script whose data stands in the page: Next, Nuxt, Remix, Apollo, any literal in a script."""

from __future__ import annotations

from scrapers._document import Document, Get
from scrapers._embedded import page_data
from scrapers._found import Found
from scrapers._joins import read_records

MIN_SESSIONS = 3
"""Fewer sessions, or people alone, may be anything a script holds."""

MAX_DAYS = 21
"""A list of events on more days than this is a calendar, no agenda."""


def recognises(document: Document) -> bool:
    """Whether the page carries scripts that may hold data."""
    return document.looks_like_html and "<script" in document.text


def read(document: Document, get: Get | None) -> Found:
    """Read the sessions and people in the page's data; nothing when they do not look like one event's programme."""
    data = page_data(document.tree)
    if not data:
        return Found()
    try:
        found = read_records(data)
    except ValueError:
        return Found(warnings=["The page holds more data than can be read safely; only its text was read."])
    days = {s.start[:10] for s in found.sessions if s.start and len(s.start) > 5}
    if sum(bool(s.start) for s in found.sessions) < MIN_SESSIONS or len(days) > MAX_DAYS:
        return Found()
    return found
