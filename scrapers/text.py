"""Pasted text, e-mails, Markdown: an agenda in plain lines. The last resort for anything that can be read as text."""

from __future__ import annotations

import re

from scrapers._document import Document, Get
from scrapers._found import Found
from scrapers._text_readings import read_text_lines
from scrapers._times import find_clocks

MAX_CHARACTERS = 2_000_000
_CODE = re.compile(r"[;{}]\s*$|^[A-Z-]{2,}(?:;[^:]*)?:\S|^\s*(?:INSERT|CREATE|import|def|function)\b")
"""Lines of programs, tables of data and address cards."""


_CLOSING = re.compile(
    r"(?im)^[> ]{0,9}(?:(?:kind|best|warm|many|with kind|viele|liebe|beste|herzliche|mit freundlichen|mit besten)\s)?"
    r"(?:regards|wishes|thanks|thank you|cheers|sincerely|yours sincerely|best|grüße|grüßen|cordialement|bien à vous|saludos|"
    r"un saludo|atentamente|cordiali saluti|met vriendelijke groet|med vänlig hälsning|pozdrawiam)[,.!]?[ ]{0,9}$"
)
_LONGEST_SIGNATURE = 12
_HEADERS = re.compile(
    r"(?m)^(?:[> ]{0,9}\*?(?:from|to|cc|bcc|sent|date|subject|reply-to|von|an|gesendet|betreff|datum|de|à|envoyé|objet|para|"
    r"asunto|enviado|da|oggetto|inviato|van|aan|onderwerp|verzonden)\*?[ ]?:[^\n]{1,400}\n){3,12}",
    re.I,
)
"""The lines of a mail that say who sent it to whom and when."""
_SUBJECT = re.compile(r"(?im)^[> ]{0,9}\*?(?:subject|betreff|objet|asunto|oggetto|onderwerp)\*?[ ]?:.*$")
_FRONT = re.compile(r"\A\s*(---|\+\+\+)[ \t]*\n(?:[^\n]*\n){1,60}?\1[ \t]*\n")


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
    return read_text_lines(_unheaded(_unsigned(document.text[:MAX_CHARACTERS])))


def _unheaded(text: str) -> str:
    """A mail or a page of a site generator without what its head says of it, but for the subject."""
    text = _FRONT.sub("", text, count=1)
    return _HEADERS.sub(lambda match: "\n".join(_SUBJECT.findall(match[0])) + "\n", text)


def _unsigned(text: str) -> str:
    """A mail without its closing formula and the signature below it, which names who sent it, no speaker."""
    last = max(_CLOSING.finditer(text), key=lambda match: match.start(), default=None)
    if last is None:
        return text
    signature = [line for line in text[last.end() :].splitlines() if line.strip(" >")]
    if len(signature) > _LONGEST_SIGNATURE or any(find_clocks(line) for line in signature):
        return text
    return text[: last.start()]
