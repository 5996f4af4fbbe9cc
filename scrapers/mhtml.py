"""Pages saved as one file (.mhtml, .mht, and mails holding a page): the page inside is read as if opened."""

from __future__ import annotations

import email
from email.message import Message

from scrapers import any_page
from scrapers._document import Document, Get
from scrapers._found import Found


def recognises(document: Document) -> bool:
    """Whether the document is a MIME message that holds parts."""
    head = document.data[:3000].lower()
    return b"mime-version:" in head and b"content-type:" in head and (b"multipart/" in head or b"text/html" in head)


def read(document: Document, get: Get | None) -> Found:
    """Read the first page among the parts."""
    page = saved_page(document)
    return any_page.read(page, get) if page is not None else Found()


def saved_page(document: Document) -> Document | None:
    """The page a saved file holds, under the address it was saved from; None when it holds none."""
    # the default policy, not `policy.default`: only three headers of a part matter, and it parses them all at some cost
    message = email.message_from_bytes(document.data)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            address = part.get("Content-Location") or message.get("Snapshot-Content-Location") or document.address
            charset = part.get_content_charset()
            return Document(str(address).strip(), _bytes(part), f"text/html; charset={charset}" if charset else "text/html")
    return None


def _bytes(part: Message[str, str]) -> bytes:
    """A part's bytes; `get_content` would garble them where no charset is stated."""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""
