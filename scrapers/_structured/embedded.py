"""Data in scripts and attributes of a page: page state of Next, Nuxt, Remix, Apollo and others, and any literal in a script.

One way for all: every literal is a candidate, those with most sessions and people in them win. Two forms need undoing
first: React's flight rows and Nuxt 3's numbered values.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from scrapers._found import Found
from scrapers._html.page import Node
from scrapers._structured.literals import literals_in

_FLIGHT = re.compile(r"self\.__next_f\.push\(\s*(?=\[)")
_ROW = re.compile(r"(?:^|\n)([0-9a-f]{1,6}):(?:[A-Z]{1,2})?(?=[\[{\"])")
_PROMISING = re.compile(r"session|speaker|schedule|agenda|talk|startt|start_?date|presenter|programme|lecture|event", re.I)
MAX_SCRIPT = 8_000_000
MIN_SESSIONS = 3
"""Fewer sessions, or people alone, may be anything a script holds."""
MAX_DAYS = 21
"""A list of events on more days than this is a calendar, no agenda."""
_ATTRIBUTES = (
    *("data-page", "data-state", "data-props", "data-events", "data-sessions", "data-speakers", "data-schedule", "data-agenda"),
    *("data-json", "data-react-props", "props", ":sessions", ":speakers", ":schedule", ":events", ":agenda", ":items"),
)


def is_programme(found: Found) -> bool:
    """Whether what was read in scripts are one event's programme: sessions with times, or talks most of which name people."""
    days = {s.start[:10] for s in found.sessions if s.start and len(s.start) > 5}
    told = sum(bool(s.people) for s in found.sessions)
    untimed = told >= MIN_SESSIONS and 3 * told >= 2 * len(found.sessions) and not any(s.start for s in found.sessions)
    return untimed or (sum(bool(s.start) for s in found.sessions) >= MIN_SESSIONS and len(days) <= MAX_DAYS)


def page_data(tree: Node) -> dict[str, Any]:
    """Every piece of data a page carries, by its name in the page; JSON-LD is left to its own reader."""
    found: dict[str, Any] = {}
    for name, value in _pieces(tree):
        if isinstance(value, dict | list) and value:
            found[name if name and name not in found else f"{name} {len(found)}"] = value
    return found


def _pieces(tree: Node) -> Iterator[tuple[str, Any]]:
    flight: list[str] = []
    for script in tree.find_all("script"):
        kind = script.attrs.get("type", "").lower()
        if "ld+json" in kind or "importmap" in kind:
            continue
        text = script.raw_text()
        if not 40 < len(text) <= MAX_SCRIPT or not _PROMISING.search(text):
            continue
        if "self.__next_f.push" in text:
            flight += _flight_texts(text)
        elif "json" in kind:
            try:
                yield script.attrs.get("id", ""), hydrated(json.loads(text, strict=False))
            except (ValueError, RecursionError):
                yield from literals_in(text)
        elif not kind or "javascript" in kind or "module" in kind or "text/x" not in kind:
            yield from literals_in(text)
    if flight:
        yield from (("", row) for row in flight_rows("".join(flight)))
    for node in tree.walk():
        for name in _ATTRIBUTES if not node.attrs.keys().isdisjoint(_ATTRIBUTES) else ():
            if len(value := node.attrs.get(name, "")) > 40 and value.lstrip()[:1] in ("{", "["):
                try:
                    yield name.strip(":").removeprefix("data-"), json.loads(value, strict=False)
                except (ValueError, RecursionError):
                    continue


def _flight_texts(script: str) -> list[str]:
    found: list[str] = []
    decoder = json.JSONDecoder(strict=False)
    for match in _FLIGHT.finditer(script):
        try:
            value, _ = decoder.raw_decode(script, match.end())
        except (ValueError, RecursionError):
            continue
        if isinstance(value, list):
            found += [part for part in value if isinstance(part, str)]
    return found


def flight_rows(text: str) -> Iterator[Any]:
    """The JSON rows of a React flight stream (`12:{"sessions":[...]}`)."""
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while match := _ROW.search(text, at):
        try:
            value, at = decoder.raw_decode(text, match.end())
        except (ValueError, RecursionError):
            at = match.end()
            continue
        if isinstance(value, dict | list):
            yield value


def hydrated(data: Any) -> Any:
    """Nuxt 3's payload, an array whose records hold places in that array, put together; other data as it is."""
    if not isinstance(data, list) or len(data) < 4 or not _is_payload(data):
        return data
    made: dict[int, Any] = {}
    budget = [200_000]

    def build(index: Any, depth: int) -> Any:
        if not isinstance(index, int) or isinstance(index, bool) or not 0 <= index < len(data) or depth > 40:
            return None
        if index in made:
            return made[index]
        budget[0] -= 1
        if budget[0] < 0:
            return None
        value = data[index]
        if isinstance(value, list) and value and isinstance(value[0], str) and len(value) == 2:
            made[index] = None
            made[index] = build(value[1], depth + 1) if isinstance(value[1], int) else value[1]
        elif isinstance(value, list):
            made[index] = None
            made[index] = [build(i, depth + 1) for i in value]
        elif isinstance(value, dict):
            made[index] = None
            made[index] = {k: build(i, depth + 1) for k, i in value.items()}
        else:
            made[index] = value
        return made[index]

    return build(0, 0)


def _is_payload(data: list[Any]) -> bool:
    records = [v for v in data[:400] if isinstance(v, dict) and v]
    numbered = all(isinstance(place, int) for record in records for place in record.values())
    return bool(records) and numbered and any(isinstance(v, str) for v in data)
