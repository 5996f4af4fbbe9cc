"""Microdata (`itemscope`, `itemprop`) and microformats (`h-event`, `h-card`) as records, in the form JSON-LD has."""

from __future__ import annotations

from typing import Any

from scrapers._html.page import Node
from scrapers._language.namelike import looks_like_name

_ADDRESSES = {
    "a": "href",
    "link": "href",
    "img": "src",
    "meta": "content",
    "time": "datetime",
    "data": "value",
    "object": "data",
}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FORMATS = {
    "p-name": "name", "p-summary": "description", "dt-start": "startDate", "dt-end": "endDate", "p-location": "location",
    "u-url": "url", "e-content": "description", "p-speaker": "performer", "p-org": "worksFor", "p-job-title": "jobTitle",
    "p-note": "description", "p-category": "keywords", "summary": "name", "fn": "name", "org": "worksFor",
    "dtstart": "startDate", "dtend": "endDate",
    "location": "location", "description": "description", "title": "jobTitle", "attendee": "performer",
}  # fmt: skip
_SCOPES = {"h-event": "Event", "vevent": "Event", "h-card": "Person", "vcard": "Person"}


def microdata_of(tree: Node) -> list[dict[str, Any]]:
    """The outermost records marked in a page's elements, with the records inside them as fields."""
    roots: list[dict[str, Any]] = []
    stack: list[tuple[Node, dict[str, Any] | None, bool]] = [(tree, None, False)]
    while stack:
        node, around, formats = stack.pop()
        scope = _scope(node)
        names = node.attrs.get("itemprop", "").split()
        if around is not None and (formats or not names):
            names += [_FORMATS[c] for c in node.classes if c in _FORMATS] if formats else []
        if scope is not None:
            formats = "itemscope" not in node.attrs
            if scope.get("@type") == "Event" and not formats:
                _headings(node, scope)
            if around is not None and names:
                _put(around, names, scope)
            elif around is None or scope.get("@type") == "Event":
                _put(around, ["subEvent"], scope) if around is not None and around.get("@type") == "Event" else roots.append(
                    scope
                )
            around = scope
        elif around is not None and names:
            _put(around, names, _value(node))
        stack.extend((child, around, formats) for child in reversed(node.children) if isinstance(child, Node))
    return roots


def _scope(node: Node) -> dict[str, Any] | None:
    """A new record when the element opens one."""
    if "itemscope" in node.attrs:
        return {"@type": node.attrs.get("itemtype", "").rstrip("/").rpartition("/")[2] or "Thing"}
    return next(({"@type": _SCOPES[c]} for c in node.classes if c in _SCOPES), None)


def _put(record: dict[str, Any], names: list[str], value: Any) -> None:
    for name in names:
        if value not in (None, ""):
            known = record.get(name)
            record[name] = value if known is None else [*known, value] if isinstance(known, list) else [known, value]


def _value(node: Node) -> str | None:
    attribute = _ADDRESSES.get(node.tag)
    stated = node.attrs.get("content") or (node.attrs.get(attribute) if attribute else None)
    if node.tag == "time" and not stated:
        return node.text()
    if stated and (node.tag != "a" or "url" in node.attrs.get("itemprop", "") or "sameAs" in node.attrs.get("itemprop", "")):
        return stated
    value = next(
        (inner.attrs["title"] for inner in node.walk() if "value-title" in inner.classes and "title" in inner.attrs), None
    )
    return value or node.text() or None


def _headings(node: Node, scope: dict[str, Any]) -> None:
    """Names in headings beside an event's own name, unmarked: its speakers, with what stands in the heading's other parts."""
    for heading in node.find_all(*_HEADINGS):
        if any("itemprop" in inner.attrs for inner in heading.walk()):
            continue
        texts = [" ".join(c.split()) if isinstance(c, str) else c.text() for c in heading.children]
        texts = [text.strip(" ,–—-|:") for text in texts if text.strip(" ,–—-|:")]
        if texts and looks_like_name(texts[0]) >= 0.5 and len(texts) <= 3:
            _put(scope, ["performer"], {"@type": "Person", "name": texts[0], "affiliation": ", ".join(texts[1:])})
