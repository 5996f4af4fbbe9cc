"""Markdown, AsciiDoc, reStructuredText and Org: read like the page they stand for, their tables also as rows with a header.

What a header names is sure; what else the text holds (headings, lists, paragraphs, grids) the reader of pages knows.
"""

from __future__ import annotations

from dataclasses import replace

from planner.agenda import clock_of
from scrapers import any_page
from scrapers._document import Document, Get
from scrapers._found import Found, fold
from scrapers._joins import read_records
from scrapers._mail import unframed
from scrapers._markup import is_markup, page_of_markup
from scrapers._tables import is_timetable, records_of
from scrapers._text_readings import dated

MAX_CHARACTERS = 2_000_000


def recognises(document: Document) -> bool:
    """Whether the document is text with headings, points or tables as one of these markups writes them."""
    if document.looks_like_html or document.json is not None:
        return False
    return is_markup(document.text[:MAX_CHARACTERS])


def read(document: Document, get: Get | None) -> Found:
    """Read the text as a page and its tables as records, which lead where few sessions stand beside them."""
    page, rows = page_of_markup(unframed(document.text[:MAX_CHARACTERS]))
    shown = any_page.read(Document(document.address, page.encode(), "text/html; charset=utf-8"), None)
    told = read_records({"rows": records_of(rows)}) if is_timetable(rows) else Found()
    clocks = {clock_of(session.start) for session in told.sessions}
    cells = {fold(str(cell)) for row in rows for cell in row if len(row) > 1}
    beside = [s for s in shown.sessions if clock_of(s.start) not in clocks and fold(s.title) not in cells]
    if len(beside) > len(told.sessions) or dated(told) < dated(shown):
        return shown
    told.event = replace(told.event, name=told.event.name or shown.event.name)
    told.sessions += beside
    told.people = told.people or shown.people
    return told
