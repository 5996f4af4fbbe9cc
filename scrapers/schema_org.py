"""Pages that say what they hold in schema.org terms: JSON-LD, Microdata, and the microformats h-event and h-card."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from scrapers._document import Document, Get
from scrapers._found import Found
from scrapers._structured.joins import read_records
from scrapers._structured.jsonld import jsonld_of
from scrapers._structured.microdata import microdata_of

MAX_SPAN_DAYS = 21
"""Events further apart than this are a calendar of events, no agenda."""

_MARKS = ("ld+json", "itemscope", "h-event", "vevent")
_FIELDS = frozenset(
    "superEvent offers aggregateRating review image organizer sponsor funder potentialAction eventStatus".split()
)


def recognises(document: Document) -> bool:
    """Whether the page carries marked events or people."""
    return document.looks_like_html and any(mark in document.text for mark in _MARKS)


def read(document: Document, get: Get | None) -> Found:
    """Read the marked events: the parts of a larger event, or events side by side that make up its programme."""
    roots = [*_flat(jsonld_of(document.tree)), *microdata_of(document.tree)]
    events = [_bare(r) for r in roots if _is(r, "Event")]
    people = [_bare(r) for r in roots if _is(r, "Person")]
    whole = [e for e in events if e.get("subEvent") or e.get("subEvents")]
    listed = events if not whole else []
    if listed and (len(listed) < 2 or _span(listed) > MAX_SPAN_DAYS):
        found = read_records({"event": listed[0]}) if len(listed) == 1 else Found()
        return Found(event=found.event)
    return read_records(
        {"events": [_as_event(e) for e in whole] if whole else listed, "speakers": people if listed or whole else []}
    )


def _as_event(event: dict[str, Any]) -> dict[str, Any]:
    return {**event, "subEvent": _listed(event.get("subEvent")) + _listed(event.get("subEvents"))}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _flat(roots: list[Any]) -> Iterator[dict[str, Any]]:
    """Every record that stands by itself: roots, members of lists and graphs, items of lists of items."""
    stack = list(reversed(roots))
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(reversed(value))
        elif isinstance(value, dict):
            if isinstance(value.get("@graph"), list | dict):
                stack.append(value["@graph"])
            elif "itemListElement" in value:
                stack.append(value["itemListElement"])
            elif _is(value, "ListItem") and isinstance(value.get("item"), dict):
                stack.append(value["item"])
            else:
                yield value
            if isinstance(value.get("mainEntity"), dict | list):
                stack.append(value["mainEntity"])


def _is(record: Any, kind: str) -> bool:
    """Whether a record is of a type; every type whose name ends in "Event" is an event."""
    types = [str(t) for t in _listed(record.get("@type"))] if isinstance(record, dict) else []
    return any(t.endswith(kind) or (kind == "Event" and t.endswith("Festival")) for t in types)


def _bare(record: Any) -> Any:
    """The record without what is no part of a programme, organisations among the performers left out."""
    if isinstance(record, list):
        return [_bare(item) for item in record if not _is(item, "Organization")]
    if not isinstance(record, dict):
        return record
    kept = {str(k): v for k, v in record.items() if (k not in _FIELDS and not str(k).startswith("@")) or k == "@id"}
    for key in ("performer", "performers", "actor", "speaker", "contributor"):
        if key in kept:
            kept[key] = [
                _bare(p) for p in _listed(kept[key]) if not (_is(p, "Organization") or _is(p, "Group") or _is(p, "Corporation"))
            ]
    for key in ("subEvent", "subEvents"):
        if key in kept:
            kept[key] = [_bare(e) for e in _listed(kept[key])]
    return kept


def _span(events: list[dict[str, Any]]) -> int:
    """Days from the first start to the last."""
    days = []
    for event in events:
        try:
            days.append(date.fromisoformat(str(event.get("startDate"))[:10]))
        except ValueError:
            continue
    return (max(days) - min(days)).days if days else 0
