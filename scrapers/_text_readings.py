"""Plain text, two readings: as the page it was copied from, and as a table where its columns show one. The fuller is taken."""

from __future__ import annotations

from dataclasses import replace

from scrapers import any_page
from scrapers._document import Document
from scrapers._found import Found, fold
from scrapers._joins import read_records
from scrapers._tables import records_of
from scrapers._text_columns import column_rows
from scrapers._text_page import page_of_text
from scrapers._text_repair import repaired


def read_text_lines(text: str) -> Found:
    """Read plain lines as a page; as a table where that tells as many times and days, and more of people and rooms."""
    shown = any_page.read(Document("", page_of_text(text).encode(), "text/html; charset=utf-8"), None)
    records = records_of(column_rows(repaired(text)))
    told = read_records({"rows": records}) if records else Found()
    if not told.sessions or not _is_fuller(told, shown):
        return shown
    told.event = replace(told.event, name=told.event.name or shown.event.name)
    return told


def _is_fuller(found: Found, other: Found) -> bool:
    """Whether a reading uses as many clocks and days as another, and tells more beside them."""
    more = len({s.start for s in found.sessions}) - len({s.start for s in other.sessions})
    if more < 0 or dated(found) < dated(other):
        return False
    told, known = (told_of_people(f) + sum(bool(s.room) for s in f.sessions) for f in (found, other))
    return told > known or (told == known and (more > 0 or len(found.sessions) <= len(other.sessions)))


def dated(found: Found) -> float:
    """The share of the sessions whose day is known."""
    return sum("T" in (s.start or "") for s in found.sessions) / max(1, len(found.sessions))


def told_of_people(found: Found) -> int:
    """How many sessions name somebody, how often, and of how many people a job or company is told."""
    named = [person for session in found.sessions for person in session.people]
    spoken = sum(bool(session.people) for session in found.sessions)
    return spoken + len(named) + len({fold(p.name) for p in named if p.title or p.company})
