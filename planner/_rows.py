"""Tables as rows of text, out of CSV files in any encoding and out of spreadsheets."""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

_LARGEST = 60_000_000  # bytes of a file, unpacked: some 300,000 contacts
_SAMPLE = 50_000  # characters from which the separator is told
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]|[ ']*[\t\r\n]")  # OWASP, CSV injection; the wide signs are the same in Japanese
_GUARDED = re.compile(rf"'(?:{_FORMULA.pattern})")
_TOO_LARGE = "This file is too large for a list of contacts. Export fewer contacts at a time, or without pictures."

Rows = list[list[str]]


def decode_text(data: bytes) -> str:
    """Text in UTF-8 or UTF-16, with or without a mark, or else as Windows writes Western languages."""
    if len(data) > _LARGEST:
        raise ValueError(_TOO_LARGE)
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def unpack_archive(data: bytes, wanted: Sequence[str]) -> bytes:
    """The file of a .zip whose name is the first of `wanted` found there, in any folder; other data comes back as it is.

    Spreadsheets are archives too and hold none of these names. Raises ValueError when the file is too large.
    """
    if not data.startswith(b"PK"):
        return data
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in wanted:
                for part in archive.infolist():
                    if part.filename.rpartition("/")[2].casefold() == name:
                        if part.file_size > _LARGEST:
                            raise ValueError(_TOO_LARGE)
                        return archive.read(part)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError):  # damaged, or locked with a password
        pass
    return data


def guard_cell(text: str) -> str:
    """A text for a CSV file, with an apostrophe before what a spreadsheet would run as a formula; `read_rows` takes it off."""
    return f"'{text}" if _FORMULA.match(text) else text


def read_sheets(data: bytes, judge: Callable[[Rows], int]) -> list[Rows]:
    """Every sheet of a spreadsheet, its texts as they stand there, or the one table of a CSV file as `read_rows` reads it."""
    if data.startswith(_SPREADSHEETS):
        return list(_read_sheets(data, guarded=False))
    return [read_rows(data, judge)[0]]


def read_rows(data: bytes, judge: Callable[[Rows], int]) -> tuple[Rows, list[str]]:
    """The rows of a CSV file or of a spreadsheet's best sheet, every cell as stripped text, and what could not be read.

    `judge` says how well rows look like what is wanted: it chooses the separator and the sheet. Raises ValueError with a
    sentence fit to show when the file cannot be opened.
    """
    if data.startswith(_SPREADSHEETS):
        return max(_read_sheets(data), key=lambda rows: (judge(rows), len(rows)), default=[]), []
    return _read_csv(decode_text(data).replace("\0", ""), judge)


def _read_csv(text: str, judge: Callable[[Rows], int]) -> tuple[Rows, list[str]]:
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        text = f"\n{rest}"  # a hint for Excel; the separator is found anyway
    separator = max(",;\t|", key=lambda s: judge(_parse([io.StringIO(text[:_SAMPLE], newline="")], s)[0]))
    if text.count('"') % 2:
        problem = "A quotation mark in the file is never closed, so it was read line by line; check long notes."
        rows, stopped = _parse(([line] for line in text.splitlines()), separator)
        return rows, [problem, *stopped]
    return _parse([io.StringIO(text, newline="")], separator)


def _parse(parts: Iterable[Iterable[str]], separator: str) -> tuple[Rows, list[str]]:
    """The rows of texts that are each taken for itself."""
    rows: Rows = []
    try:
        for part in parts:
            rows.extend([_cell_text(cell) for cell in row] for row in csv.reader(part, delimiter=separator))
    except csv.Error as problem:
        return rows, [f"The file could not be read beyond row {len(rows) + 1}: {problem}."]
    return rows, []


def _read_sheets(data: bytes, *, guarded: bool = True) -> Sequence[Rows]:
    from python_calamine import CalamineError, CalamineWorkbook, ZipError  # a heavy import, and most files are CSV

    damaged = "This spreadsheet cannot be opened. Save it again as .xlsx or .csv and choose it once more."
    try:
        if data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                if sum(part.file_size for part in archive.infolist()) > 4 * _LARGEST:
                    raise ValueError(_TOO_LARGE)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    except (CalamineError, ZipError, zipfile.BadZipFile, OSError) as problem:
        raise ValueError(damaged) from problem
    return [[[_cell_text(cell, guarded=guarded) for cell in row] for row in sheet] for sheet in sheets]


def _cell_text(value: Any, *, guarded: bool = True) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).strip()
    return text[1:] if guarded and _GUARDED.match(text) else text
