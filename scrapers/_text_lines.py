"""Sessions and people in plain lines, wherever these come from: pasted text, PDF, DOCX."""

from __future__ import annotations

from scrapers._found import Found
from scrapers._lines import lines_of_text
from scrapers.any_page import read_lines


def read_text_lines(text: str) -> Found:
    """Read plain lines as a page is read."""
    return read_lines(lines_of_text(text))
