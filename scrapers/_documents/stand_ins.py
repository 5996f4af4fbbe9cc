"""Documents that stand for a page (marked-up text, Word): read like that page, their tables also as rows with a header.

What a header names is sure; what else there is (headings, lists, paragraphs, grids) the reader of pages knows.
"""

from __future__ import annotations

from dataclasses import replace

from planner.agenda import clock_of
from scrapers import any_page
from scrapers._document import Document
from scrapers._found import Found, FoundSession, fold
from scrapers._structured.joins import read_records
from scrapers._tables.tables import is_timetable, records_of
from scrapers._text.readings import dated, told_of_people
from scrapers._timing.grids import Row

_BESIDE = 30
_LEAST_TOLD, _LEAST_STARTS = 0.85, 0.5
"""The share of what the page tells of people, and of its starts, that the rows must tell to lead."""


def read_stand_in(address: str, page: str, rows: list[Row]) -> Found:
    """The reading of a page, led by that of its rows where they tell about as much and few sessions stand beside them."""
    shown = any_page.read(Document(address, page.encode(), "text/html; charset=utf-8"), None)
    told = read_records({"rows": records_of(rows)}) if is_timetable(rows) else Found()
    clocks = {clock_of(session.start) for session in told.sessions}
    cells = {fold(str(cell)) for row in rows for cell in row if len(row) > 1}
    beside = [s for s in shown.sessions if clock_of(s.start) not in clocks and fold(s.title) not in cells]
    if len(beside) > len(told.sessions) or dated(told) < dated(shown) or not _tells_as_much(told, shown):
        return shown
    told.sessions = _told_apart(told.sessions, shown.sessions, rows)
    told.event = replace(told.event, name=told.event.name or shown.event.name)
    told.sessions += beside
    told.people = told.people or shown.people
    return told


def _told_apart(told: list[FoundSession], shown: list[FoundSession], rows: list[Row]) -> list[FoundSession]:
    """The sessions of rows, as the page tells them where a line of the title's cell names who speaks ("Ann Ash<br>Fish")."""
    cells = {fold(str(cell)) for row in rows for cell in row if "\n" in str(cell)}
    apart: dict[str, list[FoundSession]] = {}
    for session in shown if cells else ():
        if session.people:
            apart.setdefault((session.start or "")[:16], []).append(session)
    return [_told_by(session, apart) if fold(session.title) in cells else session for session in told]


def _told_by(session: FoundSession, apart: dict[str, list[FoundSession]]) -> FoundSession:
    """The one of the first sessions that begin with this one whose title and people its title holds; itself where none is."""
    title = fold(session.title)
    for other in apart.get((session.start or "")[:16], ())[:_BESIDE]:
        parts = [fold(other.title), *(fold(person.name) for person in other.people)]
        if parts[0] != title and all(part in title for part in parts):
            return other
    return session


def _tells_as_much(told: Found, shown: Found) -> bool:
    """Whether the rows name about as many people and starts as the page."""
    starts, all_starts = ({session.start for session in found.sessions} for found in (told, shown))
    people = told_of_people(told) >= _LEAST_TOLD * told_of_people(shown)
    return bool(starts) and people and len(starts) >= _LEAST_STARTS * len(all_starts)
