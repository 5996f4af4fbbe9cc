"""Schedules in the frab/Pentabarf format, XML or JSON, as frab, pretalx, hub and many tools export them.

The format is described by the XSD of https://github.com/voc/schedule. Times are venue-local with an offset; a talk after
midnight belongs to the day before in `day`, its `date` says when it really is.
"""

from __future__ import annotations

from scrapers import any_json, any_xml
from scrapers._document import Document, Get
from scrapers._found import Found


def recognises(document: Document) -> bool:
    """Whether the document is a schedule with a conference in it."""
    if isinstance(document.json, dict):
        schedule = document.json.get("schedule", document.json)
        return isinstance(schedule, dict) and isinstance(schedule.get("conference"), dict) and "days" in schedule["conference"]
    head = document.data[:4000]
    return any_xml.recognises(document) and b"<schedule" in head and (b"<conference" in head or b"<day" in head)


def read(document: Document, get: Get | None) -> Found:
    """Read the schedule."""
    if document.json is not None:
        return any_json.read(document, get)
    return any_xml.read(document, get)
