"""Any JSON, and JavaScript files that hold data: sessions and people found by what their fields are called."""

from __future__ import annotations

from scrapers._document import Document, Get
from scrapers._errors import TooMuch
from scrapers._found import Found
from scrapers._joins import read_records


def recognises(document: Document) -> bool:
    """Whether the document is JSON."""
    return document.json is not None


def read(document: Document, get: Get | None) -> Found:
    """Read whatever sessions and people the data holds."""
    try:
        return read_records(document.json)
    except ValueError as problem:
        raise TooMuch(document.address, "it holds millions of values. Keep only the agenda in it.") from problem
