"""Markdown, AsciiDoc, reStructuredText and Org: read like the page they stand for."""

from __future__ import annotations

from scrapers._document import Document, Get
from scrapers._documents.markup import is_markup, page_of_markup
from scrapers._documents.stand_ins import read_stand_in
from scrapers._found import Found

MAX_CHARACTERS = 2_000_000


def recognises(document: Document) -> bool:
    """Whether the document is text with headings, points or tables as one of these markups writes them."""
    if document.looks_like_html or document.json is not None:
        return False
    return is_markup(document.text[:MAX_CHARACTERS])


def read(document: Document, get: Get | None) -> Found:
    """Read the text as a page and its tables as records."""
    page, rows = page_of_markup(document.text[:MAX_CHARACTERS])
    return read_stand_in(document.address, page, rows)
