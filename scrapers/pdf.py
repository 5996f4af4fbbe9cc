"""PDF with a text layer, read like the page it shows. A scanned page holds no text; that is said."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from scrapers import any_page
from scrapers._document import Document, Get
from scrapers._errors import NothingFound
from scrapers._found import Found
from scrapers._text.readings import read_text_lines

if TYPE_CHECKING:
    from pypdf import PdfReader

    from scrapers._pdf.pen import Sheet

MAX_PAGES = 300
MAX_CHARACTERS = 2_000_000


def recognises(document: Document) -> bool:
    """Whether the document is a PDF."""
    return b"%PDF-" in document.data[:1024]


def read(document: Document, get: Get | None) -> Found:
    """Read the pages as they are laid out; as plain lines where that tells nothing."""
    from pypdf import PdfReader  # takes a while to load, and few sources are PDFs
    from pypdf.errors import PyPdfError

    from scrapers._pdf.page import page_of_sheets

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(document.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NothingFound(document.address, "The PDF asks for a password. Save it without one and try again.")
        count = len(reader.pages)
        sheets = _sheets(reader, count)
        title = str((reader.metadata.title if reader.metadata else "") or "")
    except (PyPdfError, ArithmeticError, LookupError, ValueError, TypeError, AttributeError, RuntimeError, OSError) as problem:
        raise NothingFound(
            document.address, "The PDF seems damaged. Open it and save it again, or paste its text."
        ) from problem
    if sum(len(word.text) for sheet in sheets for word in sheet.words) < 20:
        raise NothingFound(document.address, "The PDF holds only pictures. Try the agenda's web page, or paste its text.")
    page, plain = page_of_sheets(sheets, title)
    found = any_page.read(Document(document.address, page.encode("utf-8", "replace"), "text/html; charset=utf-8"), None)
    if not found.sessions:
        told = read_text_lines(plain)
        found = told if told.sessions or not found.people else found
    if count > MAX_PAGES:
        found.warnings.append(f"Only the first {MAX_PAGES} of {count} pages of the PDF were read.")
    return found


def _sheets(reader: PdfReader, count: int) -> list[Sheet]:
    from pypdf.generic._font import Font

    from scrapers._pdf.words import sheet_of

    sheets: list[Sheet] = []
    fonts: dict[int, Font] = {}
    total = 0
    for number in range(min(count, MAX_PAGES)):
        sheet = sheet_of(reader.pages[number], fonts)
        total += sum(len(word.text) for word in sheet.words)
        if total > MAX_CHARACTERS:
            break
        sheets.append(sheet)
    return sheets
