"""Elements of components in files of sites, whose attributes are records (`<Slot time="9:00" title="Bees" by={...} />`)."""

from __future__ import annotations

import re
from typing import Any

from scrapers._language.dates import find_dates
from scrapers._structured.expressions import Expressions, Names
from scrapers._structured.literal_reader import NotLiteral

_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Z][\w.]{0,60}|[a-z]{1,30}(?:-[a-z]{1,30}){1,4})(?=[\s/>])|<h[1-6]\b[^<>{}]{0,200}>(?P<head>[^<>{}]{3,100})<"
)
_ATTRIBUTE = re.compile(
    r"\s{1,200}:?(?P<name>[A-Za-z][\w-]{0,40})(?:=(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<open>\{)))?"
)
_SPACE = re.compile(r"\s*")
_FEWEST = 3
"""So many elements of components with attributes may be a programme."""


def components_in(script: str, names: Names) -> list[dict[str, Any]]:
    """Elements of components as records of their attributes, those inside one under `items`; the last heading dates them."""
    roots: list[dict[str, Any]] = []
    around: list[tuple[str, dict[str, Any]]] = []
    day, count, at = None, 0, 0
    while match := _TAG.search(script, at):
        at = match.end()
        if head := match["head"]:
            day = head if find_dates(head) else day
            continue
        if match["end"]:
            inside = next(
                (i for i in range(len(around) - 1, max(len(around) - 9, -1), -1) if around[i][0] == match["name"]), None
            )
            around = around if inside is None else around[:inside]
            continue
        record, at = _attributes(script, at, names)
        count += len(record) > 1
        held = next((outer for _, outer in reversed(around) if outer), None)
        if day and record and "date" not in (held or ()):
            record.setdefault("date", day)
        if record:
            (roots if held is None else held.setdefault("items", [])).append(record)
        at = _SPACE.match(script, at).end()  # type: ignore[union-attr]
        if not script.startswith("/>", at) and len(around) < 40:
            around.append((match["name"], record))
    return roots if count >= _FEWEST else []


def _attributes(script: str, at: int, names: Names) -> tuple[dict[str, Any], int]:
    """The attributes of an element that say something, and the place behind the last."""
    record: dict[str, Any] = {}
    while match := _ATTRIBUTE.match(script, at):
        at = match.end()
        value: Any = match["double"] if match["double"] is not None else match["single"]
        if match["open"]:
            reader = Expressions(script, names)
            try:
                value, at = reader.value(at, 0)
                at = reader.past(at, "}") + 1
            except NotLiteral as problem:
                value, at = None, max(problem.reached, at)
        if value not in (None, "", [], {}) and match["name"] not in ("key", "className", "class", "id", "style"):
            record[match["name"]] = value
    return record, at
