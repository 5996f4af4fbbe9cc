"""Calendars in each of their writings: iCalendar (RFC 5545), as XML (RFC 6321, and Pentabarf's older one), as JSON (RFC 7265).

Reading is by line and forgiving: broken calendars are common.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from scrapers._document import Document
from scrapers._html.page import Node
from scrapers._html.plain import plain_text
from scrapers._structured.xml import BadXml, xml_tree

MAX_EVENTS = 20_000
_HEAD = 3000
_LINE = re.compile(r"([A-Za-z0-9-]+)((?:;[^=;:]+=(?:\"[^\"]*\"|[^\";:]*))*):(.*)", re.S)
_PARAM = re.compile(r";([^=;:]+)=(?:\"([^\"]*)\"|([^\";:]*))")
_XML = re.compile(rb"<(?:\w+:)?vcalendar[\s>]", re.I)


@dataclass(slots=True)
class Property:
    """One property of an entry: its value, with the signs of the format taken off, and its parameters by upper-case name."""

    value: str
    params: dict[str, str] = field(default_factory=dict)


Entry = dict[str, list[Property]]
"""Properties by their upper-case names, each as often as it is given."""


def is_calendar(document: Document) -> bool:
    """Whether a calendar begins within the first lines."""
    head = document.data[:_HEAD]
    if b"BEGIN:VCALENDAR" in head.upper() or b"BEGIN:VEVENT" in head[:500].upper():
        return True
    return _XML.search(head) is not None or (b"vcalendar" in head[:50] and _json_parts(document.json) is not None)


def entries_of(document: Document) -> tuple[Entry, list[Entry]]:
    """The calendar's own properties, and those of each VEVENT; alarms and zone rules are passed over."""
    if _XML.search(document.data[:_HEAD]):
        return _of_xml(document.data)
    parts = _json_parts(document.json)
    return _of_lines(document.text) if parts is None else _of_json(*parts)


def text_of_entry(entry: Entry, name: str) -> str | None:
    """The first value of a property as plain text, None without one."""
    values = entry.get(name)
    return plain_text(values[0].value) or None if values else None


def _of_lines(text: str) -> tuple[Entry, list[Entry]]:
    head: Entry = {}
    entries: list[Entry] = []
    inside: list[str] = []
    for line in re.sub(r"\r?\n[ \t]", "", text.replace("\r\r\n", "\n")).splitlines():
        match = _LINE.match(line.strip("\ufeff"))
        if match is None:
            continue
        name, value = match[1].upper(), match[3]
        if name == "BEGIN":
            inside.append(value.strip().upper())
            if inside[-1] == "VEVENT" and len(entries) < MAX_EVENTS:
                entries.append({})
        elif name == "END":
            if value.strip().upper() in inside:
                while inside.pop() != value.strip().upper():
                    pass
        else:
            target = entries[-1] if inside[-1:] == ["VEVENT"] and entries else head if len(inside) < 2 else None
            if target is not None:
                params = {m[1].upper(): unescaped(m[2] or m[3] or "") for m in _PARAM.finditer(match[2])}
                target.setdefault(name, []).append(Property(unescaped(value), params))
    return head, entries


def unescaped(value: str) -> str:
    """A text without the strokes that the format puts before commas, semicolons and ends of lines."""
    return re.sub(r"\\([nN,;:\\\"])", lambda m: "\n" if m[1] in "nN" else m[1], value)


def _of_xml(data: bytes) -> tuple[Entry, list[Entry]]:
    try:
        tree = xml_tree(data)
    except BadXml:
        return {}, []
    calendar = next((n for n in tree.walk() if n.tag.lower() == "vcalendar"), tree)
    found = [_xml_entry(node) for node in calendar.walk() if node.tag.lower() == "vevent"]
    return _xml_entry(calendar), found[:MAX_EVENTS]


def _xml_entry(node: Node) -> Entry:
    """The properties of one element, which RFC 6321 keeps in one of their own; a bare title goes before a summary."""
    entry: Entry = {}
    wrapped = next((child for child in node.elements if child.tag == "properties"), node)
    for child in wrapped.elements:
        if child.tag.lower() in ("vevent", "components", "vtimezone"):
            continue
        told = next((inner for inner in child.elements if inner.tag == "parameters"), None)
        params = {inner.tag.upper(): inner.text() for inner in told.elements} if told is not None else {}
        value = "".join(part if isinstance(part, str) else part.raw_text() for part in child.children if part is not told)
        entry.setdefault(child.tag.upper(), []).append(Property(value.strip(), params))
    if entry.get("TITLE"):
        entry["SUMMARY"] = entry["TITLE"]
    return entry


def _json_parts(data: Any) -> tuple[list[Any], list[Any]] | None:
    """The properties and the components of a calendar written as JSON, None for any other data."""
    while isinstance(data, list) and len(data) == 1:
        data = data[0]
    fits = isinstance(data, list) and len(data) == 3 and data[0] == "vcalendar"
    return (data[1], data[2]) if fits and all(isinstance(part, list) for part in data[1:]) else None


def _of_json(properties: list[Any], components: list[Any]) -> tuple[Entry, list[Entry]]:
    events = [c for c in components if isinstance(c, list) and len(c) > 1 and c[0] == "vevent" and isinstance(c[1], list)]
    return _json_entry(properties), [_json_entry(event[1]) for event in events[:MAX_EVENTS]]


def _json_entry(properties: list[Any]) -> Entry:
    entry: Entry = {}
    for told in properties:
        if isinstance(told, list) and len(told) > 3 and isinstance(told[0], str) and isinstance(told[1], dict):
            params = {key.upper(): value for key, value in told[1].items() if isinstance(value, str)}
            value = ",".join(map(str, told[3:])) if not isinstance(told[3], dict) else _rule(told[3])
            entry.setdefault(told[0].upper(), []).append(Property(value, params))
    return entry


def _rule(parts: dict[str, Any]) -> str:
    """A rule of repetition in the writing of iCalendar."""
    texts = {key: ",".join(map(str, value)) if isinstance(value, list) else str(value) for key, value in parts.items()}
    return ";".join(f"{key.upper()}={text.upper()}" for key, text in texts.items())
