"""JSON-LD as pages really carry it: in comments or CDATA, with trailing commas, semicolons, raw line ends, several roots."""

from __future__ import annotations

import html
import json
import re
from typing import Any

from scrapers._html.page import Node
from scrapers._structured.literal_reader import NotLiteral
from scrapers._structured.literals import literal_at

_BEFORE = re.compile(r"\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)\s*")
_AFTER = re.compile(r"(?:(?<!\s)\s+)?(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|;)\s*$")
MAX_ROOTS = 500


def jsonld_of(tree: Node) -> list[Any]:
    """Every root in the page's `application/ld+json` scripts; what is beyond repair is left out."""
    found: list[Any] = []
    for script in tree.find_all("script"):
        if "ld+json" in script.attrs.get("type", "").lower():
            found += roots_in(script.raw_text())
    return found


def roots_in(text: str) -> list[Any]:
    """The values in one script's text, however they are wrapped or damaged."""
    text = text.strip()
    for _ in range(3):
        opening = _BEFORE.match(text)
        text = _AFTER.sub("", text[opening.end() :] if opening else text)
    try:
        return [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        pass
    if "&quot;" in text and '"' not in text:
        text = html.unescape(text)
    found: list[Any] = []
    at = 0
    while len(found) < MAX_ROOTS:
        start = min((i for i in (text.find("{", at), text.find("[", at)) if i >= 0), default=-1)
        if start < 0:
            break
        try:
            value, at = literal_at(text, start)
        except NotLiteral as problem:
            if problem.reached >= len(text) or found or start > at + 200:
                break
            at = start + 1
            continue
        found.append(value)
    return found
