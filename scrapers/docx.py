"""Word documents (DOCX): read like the page they stand for."""

from __future__ import annotations

import io
import zipfile
import zlib

from scrapers._document import Document, Get
from scrapers._documents.stand_ins import read_stand_in
from scrapers._documents.word import page_of_word
from scrapers._errors import NothingFound, TooMuch
from scrapers._found import Found
from scrapers._structured.xml import BadXml

_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, NotImplementedError, RuntimeError, BadXml,
)  # fmt: skip


def recognises(document: Document) -> bool:
    """Whether the document is a ZIP archive with a Word document in it."""
    return document.data.startswith(b"PK\x03\x04") and b"word/document.xml" in document.data


def read(document: Document, get: Get | None) -> Found:
    """Read the document as a page and its tables as records."""
    try:
        with zipfile.ZipFile(io.BytesIO(document.data)) as package:
            page, rows = page_of_word(package)
    except OverflowError as problem:
        raise TooMuch(document.address, "it unpacks to more than can be read safely.") from problem
    except _DAMAGE as problem:
        raise NothingFound(document.address, "The document seems damaged. Save it again, or paste its text.") from problem
    return read_stand_in(document.address, page, rows)
