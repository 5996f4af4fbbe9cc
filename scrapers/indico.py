"""Indico: its event pages by their JSON export, and the exports themselves.

`/export/event/ID.json?detail=contributions` is described in Indico's documentation of the HTTP export API; `detail=sessions`
adds the blocks. Times carry the event's zone; authors who do not speak are left out.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from scrapers import any_json
from scrapers._document import Document, Get
from scrapers._found import Found
from scrapers._web.feeds import first_feed

_EVENT = re.compile(r"^(.*?)/(?:event/|e/|conferenceDisplay\.py\?confId=)(\d+)")
_MARKS = re.compile(r"indico", re.I)


def recognises(document: Document) -> bool:
    """Whether the document is an answer of Indico's export, or an event's page."""
    if isinstance(document.json, dict):
        return document.json.get("_type") == "HTTPAPIResult"
    return document.looks_like_html and _address(document) is not None and bool(_MARKS.search(document.text))


def read(document: Document, get: Get | None) -> Found:
    """Read the export, or open the one that belongs to the page."""
    if document.json is not None:
        return any_json.read(document, get)
    event = _address(document)
    if get is None or event is None:
        return Found()
    root, number = event
    addresses = [f"{root}/export/event/{number}.json?detail={detail}" for detail in ("contributions", "sessions")]
    return first_feed(addresses, get, any_json.read) or Found()


def _address(document: Document) -> tuple[str, str] | None:
    """The server and the event's number, from the page's address."""
    parts = urlsplit(document.address)
    match = _EVENT.match(parts.path + (f"?{parts.query}" if parts.query else "")) if document.is_web else None
    return (f"{parts.scheme}://{parts.netloc}{match[1]}", match[2]) if match else None
