"""Word documents (DOCX): paragraphs as lines; the rows of a table whose header names its columns as records."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from scrapers._document import Document, Get
from scrapers._errors import NothingFound, TooMuch
from scrapers._found import Found
from scrapers._joins import read_records
from scrapers._tables import records_of
from scrapers._text_readings import read_text_lines
from scrapers._xml import BadXml, xml_events

MAX_UNPACKED = 60_000_000


def recognises(document: Document) -> bool:
    """Whether the document is a ZIP archive with a Word document in it."""
    return document.data.startswith(b"PK\x03\x04") and b"word/document.xml" in document.data


def read(document: Document, get: Get | None) -> Found:
    """Read the document's tables, or its paragraphs."""
    try:
        with zipfile.ZipFile(io.BytesIO(document.data)) as package:
            entry = package.getinfo("word/document.xml")
            if entry.file_size > MAX_UNPACKED:
                raise TooMuch(document.address, "it unpacks to more than can be read safely.")
            lines, tables = _content(package.read(entry))
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        KeyError,
        NotImplementedError,
        RuntimeError,
        BadXml,
    ) as problem:
        raise NothingFound(document.address, "The document seems damaged. Save it again, or paste its text.") from problem
    records = {f"table {i}": read for i, rows in enumerate(tables) if (read := records_of(rows))}
    if records and (found := read_records(records)).sessions:
        return found
    return read_text_lines("\n".join(lines))


def _content(data: bytes) -> tuple[list[str], list[list[list[Any]]]]:
    """The paragraphs in order, a table's row as one line of its cells, and each table by itself."""
    lines: list[str] = []
    tables: list[list[list[Any]]] = []
    words: list[str] = []
    cell: list[str] = []
    row: list[Any] = []
    depth = 0
    for kind, name, text in xml_events(data):
        if kind == "text" and name in ("t", "delText"):
            words.append(text)
        elif kind == "start" and name in ("tab", "br", "cr"):
            words.append("\t" if name == "tab" else "\n")
        elif kind == "start" and name == "tbl":
            depth += 1
            if depth == 1:
                tables.append([])
        elif kind == "end" and name == "p":
            (cell if depth else lines).append("".join(words))
            words = []
        elif kind == "end" and name == "tc" and depth == 1:
            row.append("\n".join(c for c in cell if c.strip()))
            cell = []
        elif kind == "end" and name == "tr" and depth == 1:
            tables[-1].append(row)
            lines += [line for value in row for line in str(value).split("\n")]
            row = []
        elif kind == "end" and name == "tbl":
            depth -= 1
            lines.append("")
    return lines, tables
