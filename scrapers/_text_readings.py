"""Plain text, several readings: by its clocks, like a page without styles, and as a table of columns. The fullest is taken.

Pasted text, PDF, DOCX and mails all come here. No reader is best on all of them; how much a reading tells, and whether its
titles read like titles, shows which one understood the text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from scrapers import any_page
from scrapers._document import Document
from scrapers._found import Found, fold
from scrapers._joins import read_records
from scrapers._tables import records_of
from scrapers._text_columns import column_rows
from scrapers._text_details import in_cards, with_labels
from scrapers._text_lines import quality_of_title, read_by_clocks
from scrapers._text_page import page_of_text
from scrapers._time_words import with_colons
from scrapers._times import find_clocks, parse_clock_range

_MOST_MORE = 1.6
"""So many times the sessions of another reading are too many, unless they stand side by side."""
_LONG, _LONGEST, _FEW = 240, 100_000, 4
"""Characters of a line in which several slots may stand, and how many ranges of clocks show that they do."""
_POINT = re.compile(r" ([·•▪◦✔]) ")


def read_text_lines(text: str) -> Found:
    """Read plain lines by the clocks that begin or end them, as a page without styles, and as a table; the fullest counts."""
    text = in_cards(with_labels(without_echoes(in_lines(with_colons(text)))))
    by_clocks = read_by_clocks(text)
    by_roles = any_page.read(Document("", page_of_text(text).encode(), "text/html; charset=utf-8"), None)
    by_columns = read_records({"rows": records}) if (records := records_of(column_rows(text))) else Found()
    best = by_clocks or by_roles
    for other in (by_roles, by_columns):
        beside = other is by_columns or len(other.sessions) <= _MOST_MORE * len(best.sessions) + 2
        if other is not best and beside and _is_fuller(other, best):
            other.event = replace(other.event, name=other.event.name or best.event.name)
            best = other
    return best


def in_lines(text: str) -> str:
    """A text whose breaks of lines were lost begins a line at each range of clocks, and at each point of a list."""
    return "\n".join(_cut(line) if _LONG < len(line) < _LONGEST else line for line in text.split("\n"))


def _cut(line: str) -> str:
    spans = [span for span in find_clocks(line) if span.end is not None and line[span.at - 1 : span.at] in ("", " ")]
    if len(spans) < _FEW or any(later.start < span.start for span, later in pairwise(spans)):
        return line
    edges = [0, *(span.at for span in spans if span.at), len(line)]
    return _POINT.sub(r"\n\1 ", "\n".join(line[at:upto].strip() for at, upto in pairwise(edges)))


def without_echoes(text: str) -> str:
    """A text whose titles told both before and behind their clock ("Lunch", "12:00", "Lunch") are told behind it only."""
    kept: list[str] = []
    before, at, clock = "", 0, False
    for line in text.split("\n"):
        bare = line.strip()
        if bare and clock and bare == before:
            kept[at] = ""
        if bare and before and parse_clock_range(bare) is not None:
            clock = True
        elif bare:
            before, at, clock = bare, len(kept), False
        kept.append(line)
    return "\n".join(kept)


def _is_fuller(found: Found, other: Found) -> bool:
    """Whether a reading uses as many clocks and days as another, its titles read as well, and it tells more of the people."""
    mine, theirs = len(found.sessions), len(other.sessions)
    more = len({s.start for s in found.sessions}) - len({s.start for s in other.sessions})
    if more < 0 or _readable(found) < _readable(other) or dated(found) < dated(other):
        return False
    told, known = told_of_people(found), told_of_people(other)
    return told > known or (told == known and (more > 0 or mine <= theirs))


def dated(found: Found) -> float:
    """The share of the sessions whose day is known."""
    return sum("T" in (s.start or "") for s in found.sessions) / max(1, len(found.sessions))


def told_of_people(found: Found) -> int:
    """How many sessions name somebody, how often, and of how many people a job or company is told."""
    named = [person for session in found.sessions for person in session.people]
    spoken = sum(bool(session.people) for session in found.sessions)
    return spoken + len(named) + len({fold(p.name) for p in named if p.title or p.company})


def _readable(found: Found) -> float:
    """How well the titles read, a little spared."""
    return round(sum(quality_of_title(s.title) for s in found.sessions) / max(1, len(found.sessions)) + 0.02, 1)
