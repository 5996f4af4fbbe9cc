"""Tables: CSV, XLS, XLSX, ODS. The header row is found by its words, in many languages; each row below is a record.

Whova's and other import sheets carry instructions and sample rows above the real ones; rows of one cell may name the day.
"""

from __future__ import annotations

import re
from typing import Any

from scrapers._document import Document, Get
from scrapers._documents.markup import is_markup, opens_with_heading
from scrapers._errors import NothingFound
from scrapers._found import Found
from scrapers._structured.joins import read_records
from scrapers._tables.sheets import BadWorkbook, csv_rows, is_workbook, sheets_of
from scrapers._tables.tables import is_table, records_of

_CONTACTS = re.compile(
    r"(?i)connected on|(?:business |home |work |mobile |primary )?phone(?: \d - value| number)?|telefon|handy|mobil"
)


def recognises(document: Document) -> bool:
    """Whether the document is a workbook, or text that separators cut into a table with a header known to us."""
    if is_workbook(document.data):
        return True
    if document.looks_like_html or document.json is not None or document.is_binary:
        return False
    if b"BEGIN:VCALENDAR" in document.data[:3000]:
        return False
    parsed = csv_rows(document.text)
    return (
        parsed is not None
        and is_table(parsed[0])
        and not (is_markup(document.text) and (parsed[1] == "|" or opens_with_heading(document.text)))
    )


def read(document: Document, get: Get | None) -> Found:
    """Read every table in the file; sheets of sessions and of people complete each other."""
    if is_workbook(document.data):
        try:
            sheets = sheets_of(document.data)
        except BadWorkbook as problem:
            raise NothingFound(document.address, f"The workbook was not read: {problem}.") from problem
    else:
        parsed = csv_rows(document.text)
        sheets = [("", parsed[0])] if parsed else []
    tables: dict[str, list[dict[str, Any]]] = {}
    for index, (name, rows) in enumerate(sheets):
        if records := records_of(rows):
            tables[f"{name or 'rows'} {index}"] = records
    found = read_records(tables) if tables else Found()
    if not found.sessions and any(_CONTACTS.fullmatch(str(cell)) for _, rows in sheets for row in rows[:6] for cell in row):
        raise NothingFound(document.address, "It looks like a list of contacts. Import it under “My network”.")
    expected = max((len(records) for records in tables.values()), default=0)
    _confess(found, expected)
    return found


def _confess(found: Found, rows: int) -> None:
    """Say how many rows gave nothing."""
    if found.sessions and rows - len(found.sessions) > max(2, rows // 10) and not found.people:
        found.warnings.append(f"The table has {rows} rows; {len(found.sessions)} sessions were read from it.")
