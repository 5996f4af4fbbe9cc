"""Tables as rows of cells: CSV text and workbooks (XLS, XLSX, ODS). Bounded, whatever dimensions a file claims."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from python_calamine import CalamineWorkbook

MAX_ROWS = 60_000
MAX_COLUMNS = 300
MAX_UNPACKED = 300_000_000
"""Bytes a workbook may unpack to."""
MAX_DENSE = 20_000_000
"""Cells of a sheet's bounding box that are laid out densely; beyond, the sheet is read row by row."""

Row = list[Any]
_PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,20})(\d*)["']""")
"""Where a row or a cell says it stands, whatever other attributes it has."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class BadWorkbook(ValueError):
    """The workbook cannot be read, or not safely; the message says why."""


def is_workbook(data: bytes) -> bool:
    """Whether bytes look like an Excel or OpenDocument workbook."""
    if data.startswith(_OLE):
        return b"W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00" in data or b"B\x00o\x00o\x00k\x00" in data
    if not data.startswith(b"PK\x03\x04"):
        return False
    return b"xl/workbook" in data or b"spreadsheet" in data[:200]


def sheets_of(data: bytes) -> list[tuple[str, list[Row]]]:
    """The sheets of a workbook that hold something, by name. Raises BadWorkbook."""
    sparse: set[int] = set()
    if data.startswith(b"PK"):
        sparse = _check_package(data)
    try:
        if sparse:
            return [sheet for sheet in _read_sparse(data) if sheet[1]]
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        found = [(name, _trimmed(book.get_sheet_by_name(name).to_python(nrows=MAX_ROWS))) for name in book.sheet_names[:60]]
    except BadWorkbook:
        raise
    except Exception as problem:  # the reader raises errors of many kinds on damaged files
        raise BadWorkbook(f"it seems damaged ({problem}). Open it in a spreadsheet program and save it again") from problem
    return [sheet for sheet in found if sheet[1]]


def _check_package(data: bytes) -> set[int]:
    """Refuse packages that unpack to too much; the sheets whose cells lie too far apart to be laid out."""
    sparse: set[int] = set()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(entry.file_size for entry in package.infolist()) > MAX_UNPACKED:
                raise BadWorkbook("it unpacks to more than can be read safely")
            sheets = [n for n in package.namelist() if n.startswith("xl/worksheets/") and n.endswith(".xml")]
            for index, name in enumerate(sheets):
                places = set(_PLACE.findall(package.read(name)))
                rows = {int(row) for _, row in places if row} or {0}
                columns = {_column(letters.upper()) for letters, _ in places if letters} or {0}
                if (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) > MAX_DENSE:
                    sparse.add(index)
    except BadWorkbook:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError) as problem:
        raise BadWorkbook("it is not a whole file. Save or download it again") from problem
    return sparse


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _read_sparse(data: bytes) -> Iterator[tuple[str, list[Row]]]:
    """Sheets whose cells lie far apart, row by row."""
    from openpyxl import load_workbook  # takes a while to load, for sheets that hardly anybody has

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets[:60]:
        rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS, values_only=True)
        yield sheet.title, _trimmed([["" if cell is None else cell for cell in row] for row in rows])


def _trimmed(rows: list[Row]) -> list[Row]:
    """The rows without the empty ones, cells past the last used column left off."""
    kept = [row[:MAX_COLUMNS] for row in rows]
    kept = [row for row in kept if any(cell != "" for cell in row)]
    width = max((i + 1 for row in kept for i, cell in enumerate(row) if cell != ""), default=0)
    return [row[:width] for row in kept]


def csv_rows(text: str) -> tuple[list[Row], str] | None:
    """The rows of separated text and the separator; None when no separator makes a table of it."""
    text = text.lstrip("\ufeff")
    if match := re.match(r"(?i)\"?sep=(.)\"?\r?\n", text):
        rows = _parsed(text[match.end() :], match[1])
        return (rows, match[1]) if rows else None
    best: tuple[float, str, list[Row]] | None = None
    for separator in (",", ";", "\t", "|"):
        if separator not in text[:20_000]:
            continue
        rows = _parsed(text[:40_000], separator)
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if not widths:
            continue
        width, count = widths.most_common(1)[0]
        score = count / len(rows) * min(width, 8)
        if width >= 2 and (best is None or score > best[0]):
            best = (score, separator, rows)
    if best is None or best[0] < 1.0:
        return None
    return _trimmed(_parsed(text, best[1])[:MAX_ROWS]), best[1]


def _parsed(text: str, separator: str) -> list[Row]:
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
        return [[cell.strip() for cell in row] for row in reader if any(cell.strip() for cell in row)]
    except csv.Error:
        return [[cell.strip() for cell in line.split(separator)] for line in text.splitlines() if line.strip()]


csv.field_size_limit(10_000_000)
