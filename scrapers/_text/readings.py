"""Plain text, two readings: as the page it was copied from, and as a table where its columns show one. The fuller is taken."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from scrapers import any_page
from scrapers._document import Document
from scrapers._found import Found, fold
from scrapers._language.dates import find_dates
from scrapers._language.namelike import looks_like_name
from scrapers._language.times import find_clocks
from scrapers._links.links import is_page_name
from scrapers._people.pieces import known_given
from scrapers._structured.joins import read_records
from scrapers._tables.tables import records_of
from scrapers._text.columns import column_rows
from scrapers._text.page import page_of_text
from scrapers._text.repair import repaired

_HEAD = 3
"""So many lines at the head of a text may tell what event it is of."""
_SHORTEST, _LONGEST = 4, 100
_NAMED = 0.7
_ITEM = re.compile(r"\d{1,2}[.)]\s")
_LABELLED = re.compile(r"[\w ./]{2,25}[:：]")


def read_text_lines(text: str) -> Found:
    """Read plain lines as a page; as a table where that tells as many times and days, and more of people and rooms."""
    text = repaired(text)
    heads = _heads_of(text)
    name = next((line for line in heads if not is_page_name(line)), None)
    title = " | ".join(heads[: heads.index(name) + 1] if name else heads[:1])
    found = any_page.read(Document("", page_of_text(text, title).encode(), "text/html; charset=utf-8"), None)
    records = records_of(column_rows(text))
    told = read_records({"rows": records}) if records else Found()
    if told.sessions and _is_fuller(told, found):
        found = told
    found.event = replace(found.event, name=name or found.event.name)
    return found


def _heads_of(text: str) -> list[str]:
    """The first lines, above all clocks, that may name an event or a page: no date, label, person or item of a list."""
    found: list[str] = []
    for line in itertools.islice((" ".join(line.split()) for line in text.split("\n") if line.strip()), _HEAD):
        if find_clocks(line):
            break
        plain_line = _SHORTEST <= len(line) <= _LONGEST and line[-1] not in ",:" and _LABELLED.match(line) is None
        plain_line = plain_line and not (known_given(line) > 0 and looks_like_name(line) >= _NAMED)
        if plain_line and not find_dates(line, day_first=True) and not _ITEM.match(line):
            found.append(line)
    return found


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
