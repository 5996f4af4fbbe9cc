"""Pasted text, e-mails, Markdown: an agenda in plain lines. The last resort for anything that can be read as text."""

from __future__ import annotations

import re

from scrapers._document import Document, Get
from scrapers._found import Found
from scrapers._text.mail import unframed
from scrapers._text.readings import read_text_lines

MAX_CHARACTERS = 2_000_000
_CODE = re.compile(r"[;{}]\s*$|^[A-Z-]{2,}(?:;[^:]*)?:\S|^\s*(?:INSERT|CREATE|import|def|function)\b")
"""Lines of programs, tables of data and address cards."""


def recognises(document: Document) -> bool:
    """Whether the document is text: hardly a control character in its beginning."""
    if document.looks_like_html or document.json is not None:
        return False
    head = document.text[:6000]
    odd = sum(ord(char) < 9 or 13 < ord(char) < 32 for char in head)
    lines = [line for line in head.splitlines() if line.strip()]
    code = sum(bool(_CODE.search(line)) for line in lines)
    return bool(lines) and odd * 50 < len(head) and code * 4 < len(lines)


def read(document: Document, get: Get | None) -> Found:
    """Read the sessions and people in the lines."""
    return read_text_lines(unframed(document.text[:MAX_CHARACTERS]))
