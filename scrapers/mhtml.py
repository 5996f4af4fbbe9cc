"""Pages saved as one file (.mhtml, .mht, and mails holding a page): the page inside is read as if opened."""

from __future__ import annotations

import email
import re
from email.message import Message

from scrapers import any_page, text
from scrapers._document import Document, Get
from scrapers._found import Found
from scrapers._html.page import decode

_HEADER = re.compile(rb"\s{0,99}[a-z][a-z0-9-]{1,60}:[ \t]")  # "From: ", and the like


def recognises(document: Document) -> bool:
    """Whether the document is a MIME message that holds a page or parts; it is then read by nothing else."""
    head = document.data[:3000].lower()
    return (
        _HEADER.match(head) is not None
        and b"mime-version:" in head
        and b"content-type:" in head
        and (b"multipart/" in head or b"text/html" in head)
    )


def read(document: Document, get: Get | None) -> Found:
    """Read the first page among the parts; of a mail without one its text."""
    page = saved_page(document)
    if page is None:
        return Found()
    return text.read(page, get) if page.content_type == "text/plain" else any_page.read(page, get)


def saved_page(document: Document) -> Document | None:
    """The page a saved file holds, under the address it was saved from, else its text; None when it holds neither."""
    # the default policy, not `policy.default`: only three headers of a part matter, and it parses them all at some cost
    message = email.message_from_bytes(document.data)
    said = None
    for part in message.walk():
        if said is None and part.get_content_type() == "text/plain":
            said = part
        if part.get_content_type() == "text/html":
            address = part.get("Content-Location") or message.get("Snapshot-Content-Location") or document.address
            charset = part.get_content_charset()
            return Document(str(address).strip(), _bytes(part), f"text/html; charset={charset}" if charset else "text/html")
    return None if said is None else Document(document.address, _as_utf8(said), "text/plain")


def _as_utf8(part: Message[str, str]) -> bytes:
    return decode(_bytes(part), f"text/plain; charset={part.get_content_charset() or 'utf-8'}").encode("utf-8", "replace")


def _bytes(part: Message[str, str]) -> bytes:
    """A part's bytes; `get_content` would garble them where no charset is stated."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
