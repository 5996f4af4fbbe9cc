"""Tables: CSV, XLS, XLSX, ODS. The header row is found by its words, in many languages; each row below is a record.

Whova's and other import sheets carry instructions and sample rows above the real ones; rows of one cell may name the day.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from scrapers._dates import day_number, find_dates
from scrapers._document import Document, Get
from scrapers._errors import NothingFound
from scrapers._fields import meanings
from scrapers._found import Found
from scrapers._grids import grid_at, grid_records
from scrapers._joins import read_records
from scrapers._sheets import BadWorkbook, Row, csv_rows, is_workbook, sheets_of

_SAMPLE = re.compile(r"\b(?:samples?|examples?|beispiele?|exemples?|ejemplos?)\b", re.I)
_CONTACTS = re.compile(
    r"(?i)connected on|(?:business |home |work |mobile |primary )?phone(?: \d - value| number)?|telefon|handy|mobil"
)
_TELLING = frozenset("title start end date time speakers room name first last company job bio abstract duration track".split())


def recognises(document: Document) -> bool:
    """Whether the document is a workbook, or text that separators cut into a table with a header known to us."""
    if is_workbook(document.data):
        return True
    if document.looks_like_html or document.json is not None or b"\x00" in document.data[:1000]:
        return False
    if b"BEGIN:VCALENDAR" in document.data[:3000]:
        return False
    parsed = csv_rows(document.text)
    return parsed is not None and (_header_at(parsed[0]) is not None or grid_at(parsed[0]) is not None)


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


def records_of(rows: list[Row]) -> list[dict[str, Any]]:
    """The rows below each header as records by the header's words; sample rows of a template are left out."""
    first = _header_at(rows)
    if first is None or grid_at(rows) is not None:
        return grid_records(rows)
    header = _header(rows[first])
    segments: list[tuple[bool, list[dict[str, Any]]]] = [(_is_sample(rows[:first]), [])]
    day: str | None = None
    for index, row in enumerate(rows[first + 1 :], first + 1):
        filled = [cell for cell in row if cell not in ("", None)]
        if _is_header_again(row, header):
            segments.append((_is_sample(rows[max(0, index - 2) : index]), []))
        elif len(filled) == 1 and len(header) > 2 and isinstance(filled[0], str | datetime | date):
            day = _day(filled[0]) or day
            if _day(filled[0]) is None and isinstance(filled[0], str) and not _is_banner(filled[0]):
                segments[-1][1].append(_record(row, header, day))
        elif filled:
            segments[-1][1].append(_record(row, header, day))
    real = [records for sample, records in segments if not sample and records]
    chosen = real or [records for _, records in segments]
    return _continued([record for records in chosen for record in records], header)


def _header_at(rows: list[Row]) -> int | None:
    """The row whose cells name most fields, among the first forty."""
    best: tuple[int, int] | None = None
    for index, row in enumerate(rows[:40]):
        cells = [cell for cell in row if isinstance(cell, str) and cell]
        if len(cells) < 2 or any(len(cell) > 80 for cell in cells):
            continue
        roles = {r for cell in cells if (r := _role(cell))}
        telling = len(roles & _TELLING)
        if telling >= 2 and telling * 3 >= len(cells) and (best is None or telling > best[1]):
            best = (index, telling)
    if best is None:
        return None
    named = {_role(cell) for cell in rows[best[0]] if isinstance(cell, str)}
    return best[0] if named & {"title", "name", "first", "speakers"} else None


def _role(cell: str) -> str | None:
    options = [m for kind in ("session", "person") for m in meanings(_cleaned(cell), kind)[:1]]
    return min(options, key=lambda m: m.rank).role if options else None


def _cleaned(cell: str) -> str:
    """A header cell's words without stars, hints in brackets and second languages after a slash."""
    text = re.sub(r"\([^)]*\)|\[[^]]*\]|[*:]", " ", cell)
    text = text.replace("\n", " ").strip()
    if "/" in text and not any(m.rank < 40 for k in ("session", "person") for m in meanings(text, k)):
        text = text.split("/")[0].strip()
    return " ".join(text.split()) or cell


def _header(row: Row) -> list[str]:
    """A name for each column; repeated names get a number, so that "Speaker, Company, Speaker, Company" stays apart."""
    seen: dict[str, int] = {}
    names: list[str] = []
    cleaned = [_cleaned(str(cell)) if cell not in ("", None) else "" for cell in row]
    for name in cleaned:
        count = seen[name] = seen.get(name, 0) + 1
        names.append(f"{name} {count}" if name and cleaned.count(name) > 1 else name)
    return names


def _is_header_again(row: Row, header: list[str]) -> bool:
    again = [_cleaned(str(cell)) for cell in row if cell not in ("", None)]
    plain = [name for name in header if name]
    return len(again) > 1 and sum(a == b for a, b in zip(again, plain, strict=False)) * 3 >= 2 * max(len(plain), 1)


def _is_sample(rows: list[Row]) -> bool:
    """Whether the lines just above a header call what follows samples."""
    lines = [[c for c in row if c not in ("", None)] for row in rows[-2:]]
    return any(len(line) == 1 and len(str(line[0])) < 60 and _SAMPLE.search(str(line[0])) for line in lines)


def _is_banner(text: str) -> bool:
    return text.isupper() or text.endswith(":") or len(text) > 200


def _day(cell: Any) -> str | None:
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    text = str(cell)
    return text if len(text) < 80 and (find_dates(text, day_first=True) or day_number(text)) else None


def _record(row: Row, header: list[str], day: str | None) -> dict[str, Any]:
    record = {name: _value(cell) for name, cell in zip(header, row, strict=False) if name and cell not in ("", None)}
    if day is not None and not any(_role(name) in ("date",) for name in record):
        record["date"] = day
    return record


def _value(cell: Any) -> Any:
    """A cell as text or number; moments as ISO texts, whole numbers without their point."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell if isinstance(cell, str | int | float | bool) else str(cell)


def _continued(records: list[dict[str, Any]], header: list[str]) -> list[dict[str, Any]]:
    """Rows that only add a person to the session above get that session's cells; blank dates are those of the row above."""
    by_role: dict[str, str] = {}
    for name in header:
        for role in (m.role for m in meanings(name, "session")[:1] if m.of == "session"):
            by_role.setdefault(role, name)
    title, day, start = by_role.get("title"), by_role.get("date"), by_role.get("start") or by_role.get("time")
    if title is None or start is None:
        return records
    above: dict[str, Any] = {}
    for record in records:
        if not record.get(title) and not record.get(start) and above and record.keys() & _people_columns(header):
            record.update({k: v for k, v in above.items() if k not in record and k not in _people_columns(header)})
        elif day and not record.get(day) and above.get(day):
            record[day] = above[day]
        if record.get(title) and not record.get(start) and above.get(start) and record.get(day or "") == above.get(day or ""):
            record[start] = above[start]
        above = record
    return records


def _people_columns(header: list[str]) -> set[str]:
    return {n for n in header for m in meanings(n, "session")[:1] if m.role in ("speakers", "moderators") or m.of == "person"}
