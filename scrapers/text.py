"""Pasted text, e-mails, Markdown: an agenda in plain lines. The last resort for anything that can be read as text."""

from __future__ import annotations

from scrapers._document import Document, Get
from scrapers._found import Found
from scrapers._text_lines import read_text_lines

MAX_CHARACTERS = 2_000_000


def recognises(document: Document) -> bool:
    """Whether the document is text: hardly a control character in its beginning."""
    head = document.text[:4000]
    odd = sum(ord(char) < 9 or 13 < ord(char) < 32 for char in head)
    return bool(head.strip()) and odd * 50 < len(head) and not document.looks_like_html and document.json is None


def read(document: Document, get: Get | None) -> Found:
    """Read the sessions and people in the lines."""
    return read_text_lines(document.text[:MAX_CHARACTERS])
