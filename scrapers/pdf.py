"""PDF with a text layer. A scanned page holds no text; that is said."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from scrapers import any_page
from scrapers._document import Document, Get
from scrapers._errors import NothingFound
from scrapers._found import Found
from scrapers._text_readings import read_text_lines

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 300
MAX_CHARACTERS = 2_000_000


def recognises(document: Document) -> bool:
    """Whether the document is a PDF."""
    return b"%PDF-" in document.data[:1024]


def read(document: Document, get: Get | None) -> Found:
    """Read the text of the pages."""
    from pypdf import PdfReader  # takes a while to load, and few sources are PDFs
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(document.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NothingFound(document.address, "The PDF asks for a password. Save it without one and try again.")
        count = len(reader.pages)
        plain = _text(reader, count)
        page = _page(reader, count)
    except (PyPdfError, ArithmeticError, LookupError, ValueError, TypeError, AttributeError, RuntimeError, OSError) as problem:
        raise NothingFound(
            document.address, "The PDF seems damaged. Open it and save it again, or paste its text."
        ) from problem
    if len(plain.strip()) < 20:
        raise NothingFound(document.address, "The PDF holds only pictures. Try the agenda's web page, or paste its text.")
    found = any_page.read(Document(document.address, page.encode(), "text/html; charset=utf-8"), None)
    if count > MAX_PAGES:
        found.warnings.append(f"Only the first {MAX_PAGES} of {count} pages of the PDF were read.")
    return found


def _page(reader: PdfReader, count: int) -> str:
    from scrapers._pdf_page import page_of_sheets
    from scrapers._pdf_words import sheet_of
    fonts = {}
    title = (reader.metadata or {}).get("/Title") or ""
    return page_of_sheets([sheet_of(reader.pages[n], fonts) for n in range(min(count, MAX_PAGES))], str(title))


def _text(reader: PdfReader, count: int) -> str:
    parts: list[str] = []
    total = 0
    for number in range(min(count, MAX_PAGES)):
        part = reader.pages[number].extract_text()
        total += len(part)
        if total > MAX_CHARACTERS:
            break
        parts.append(part)
    return "\n".join(parts)
