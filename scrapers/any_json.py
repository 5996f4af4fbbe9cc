"""Any JSON, and JavaScript files that hold data: sessions and people found by what their fields are called."""

from __future__ import annotations

import re
from typing import Any

from scrapers._document import Document, Get
from scrapers._errors import TooMuch
from scrapers._found import Found
from scrapers._joins import read_records
from scrapers._literals import literals_in

_SCRIPT = re.compile(
    r"\s*(?://[^\n]*\n\s*|/\*[^*]*\*/\s*){0,20}(?:[\"']use strict[\"'];?\s*)?"
    r"(?:(?:export|var|let|const|window|self|module|globalThis)\b|[\w$.]{1,80}\s*(?:=|\(\s*[\[{]))"
)


def recognises(document: Document) -> bool:
    """Whether the document is JSON, or a script that begins with an assignment or a call."""
    return document.json is not None or (not document.looks_like_html and bool(_SCRIPT.match(document.text)))


def read(document: Document, get: Get | None) -> Found:
    """Read whatever sessions and people the data holds."""
    data: Any = document.json
    if data is None:
        data = {name or f"data {i}": value for i, (name, value) in enumerate(literals_in(document.text))}
    try:
        return read_records(data)
    except ValueError as problem:
        raise TooMuch(document.address, "it holds millions of values. Keep only the agenda in it.") from problem
