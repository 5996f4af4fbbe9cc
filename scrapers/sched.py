"""Sched: the calendar it publishes for every event (`https://EVENT.sched.com/all.ics`), opened from any of its pages.

That calendar is complete in sessions, rooms and times, which are in universal time, and names no speakers; these come from
the event's pages.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from scrapers import ical
from scrapers._document import Document, Get
from scrapers._found import Found
from scrapers._web.feeds import first_feed

_HOST = re.compile(r"\.sched\.(?:com|org|co)$", re.I)
_EMBED = re.compile(r"https?://([\w-]{2,60}\.sched\.(?:com|org|co))/", re.I)


def recognises(document: Document) -> bool:
    """Whether the document is Sched's calendar, one of its pages, or a page that embeds it."""
    if ical.recognises(document):
        return b"Sched.com" in document.data[:2000]
    return document.looks_like_html and _event(document) is not None


def read(document: Document, get: Get | None) -> Found:
    """Read the calendar; say that it holds no speakers."""
    if ical.recognises(document):
        found = ical.read(document, get)
    else:
        host = _event(document)
        found = first_feed([f"https://{host}/all.ics"], get, ical.read) or Found() if get is not None and host else Found()
    if found.sessions and not any(s.people for s in found.sessions):
        found.warnings.append("Sched's calendar names no speakers. Paste the address of the event's page as well to get them.")
    return found


def _event(document: Document) -> str | None:
    """The host of the event, from the page's own address or the embed in it."""
    host = urlsplit(document.address).hostname if document.is_web else None
    if host and _HOST.search(host):
        return host
    if "sched-embed" not in document.text:
        return None
    embeds = {name.casefold() for name in _EMBED.findall(document.text) if not name.casefold().startswith(("www.", "cdn."))}
    return embeds.pop() if len(embeds) == 1 else None
