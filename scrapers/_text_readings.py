"""Plain text, several readings: as the page it was copied from, by its clocks, as a table of columns. The fullest is taken.

Pasted text, PDF, DOCX and mails all come here. No reader is best on all of them; how much a reading tells, and whether its
titles read like titles, shows which one understood the text.
"""

from __future__ import annotations

from dataclasses import replace

from scrapers import any_page
from scrapers._document import Document
from scrapers._found import Found, fold
from scrapers._joins import read_records
from scrapers._tables import records_of
from scrapers._text_columns import column_rows
from scrapers._text_details import in_cards, with_labels
from scrapers._text_lines import quality_of_title, read_by_clocks
from scrapers._text_page import page_of_text
from scrapers._text_repair import repaired

_MOST_MORE = 1.6
"""So many times the sessions of another reading are too many, unless they stand side by side."""


def read_text_lines(text: str) -> Found:
    """Read plain lines as a page, by the clocks that begin or end them, and as a table; the fullest counts."""
    page = Document("", page_of_text(text).encode(), "text/html; charset=utf-8")
    text = repaired(text)
    by_clocks = read_by_clocks(in_cards(with_labels(text))) or Found()
    by_columns = read_records({"rows": records}) if (records := records_of(column_rows(text))) else Found()
    best = any_page.read(page, None)
    for other in (by_clocks, by_columns):
        beside = other is by_columns or len(other.sessions) <= len(best.sessions) + 1 or not best.sessions
        if other.sessions and (_is_too_much(best, other) or (beside and _is_fuller(other, best))):
            other.event = replace(other.event, name=other.event.name or best.event.name)
            best = other
    return best


def _is_too_much(found: Found, other: Found) -> bool:
    """Whether a reading tells so many more sessions than another, whose titles read better, that it took them apart."""
    return len(found.sessions) > _MOST_MORE * len(other.sessions) + 2 and readable(other) > readable(found)


def _is_fuller(found: Found, other: Found) -> bool:
    """Whether a reading uses as many clocks and days as another, its titles read as well, and it tells more beside them."""
    mine, theirs = len(found.sessions), len(other.sessions)
    more = len({s.start for s in found.sessions}) - len({s.start for s in other.sessions})
    if more < 0 or readable(found) < readable(other) or dated(found) < dated(other):
        return False
    told, known = (told_of_people(f) + sum(bool(s.room) for s in f.sessions) for f in (found, other))
    return told > known or (told == known and (more > 0 or mine <= theirs))


def dated(found: Found) -> float:
    """The share of the sessions whose day is known."""
    return sum("T" in (s.start or "") for s in found.sessions) / max(1, len(found.sessions))


def told_of_people(found: Found) -> int:
    """How many sessions name somebody, how often, and of how many people a job or company is told."""
    named = [person for session in found.sessions for person in session.people]
    spoken = sum(bool(session.people) for session in found.sessions)
    return spoken + len(named) + len({fold(p.name) for p in named if p.title or p.company})


def readable(found: Found) -> float:
    """How well the titles read, a little spared."""
    return round(sum(quality_of_title(s.title) for s in found.sessions) / max(1, len(found.sessions)) + 0.02, 1)
