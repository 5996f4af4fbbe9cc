"""pretalx: its pages and embedded widgets by their published schedule, its widget data and API answers.

A schedule page at `https://HOST/EVENT/schedule/` has its export at `schedule/export/schedule.json` (frab's format, with
biographies); a widget in any page names the event in `event-url`. Both are described in pretalx's documentation.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from scrapers import any_json, frab
from scrapers._document import Document, Get
from scrapers._found import Found
from scrapers._web.feeds import first_feed

_WIDGET = re.compile(
    r"<pretalx-(?:schedule|widget)[^>]{0,600}?(?:event-url|event)\s*=\s*[\"'](https?://[^\"']{4,300})[\"']", re.I
)
_SCRIPT = re.compile(r"[\"'](https?://[^\"']{4,300}?/)schedule/widgets?/v\d", re.I)
_PAGE = re.compile(r"^(/[^/]+/)(?:schedule|talk|speaker|featured)/")
_EXPORTS = ("schedule/export/schedule.json", "schedule/widgets/schedule.json", "schedule/export/schedule.xml")


def recognises(document: Document) -> bool:
    """Whether the document is pretalx data, one of its pages, or a page with its widget."""
    data = document.json
    if isinstance(data, dict):
        results = data.get("results")
        listed = isinstance(results, list) and results and isinstance(results[0], dict) and "submission_type" in results[0]
        return bool(listed) or data.keys() >= {"talks", "speakers", "rooms", "event_start"}
    return document.looks_like_html and "pretalx" in document.text


def read(document: Document, get: Get | None) -> Found:
    """Read the data, or open the schedule that belongs to the page."""
    if document.json is not None:
        return any_json.read(document, get)
    if get is None:
        return Found()
    addresses = [
        urljoin(event if event.endswith("/") else event + "/", export) for event in _events(document) for export in _EXPORTS
    ]
    return first_feed(addresses, get, _read_feed) or Found()


def _read_feed(document: Document, get: Get | None) -> Found:
    return (frab.read if frab.recognises(document) else any_json.read)(document, get)


def _events(document: Document) -> list[str]:
    """Addresses of the events a page shows: those of its widgets, else its own."""
    found = _WIDGET.findall(document.text) + _SCRIPT.findall(document.text)
    parts = urlsplit(document.address)
    own = _PAGE.match(parts.path if parts.path.endswith("/") else parts.path + "/")
    if not found and document.is_web and own:
        found = [f"{parts.scheme}://{parts.netloc}{own[1]}"]
    return list(dict.fromkeys(found))[:3]
