"""Markup made to exhaust the parser, made harmless: lexbor's time grows with the square of depth and of attributes.

Real pages nest some dozens deep and give an element some dozens of attributes; text and data are left as they are.
"""

from __future__ import annotations

import re

MAX_DEPTH = 1000
MAX_ATTRIBUTES = 500

_MANY = 4 * MAX_DEPTH  # so few tags cannot nest deep enough to matter
_LONG = 4 * MAX_ATTRIBUTES  # characters of a tag, two a name
_WHOLE_TAG = re.compile(r"""<[A-Za-z](?:[^>"']++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+""")
_ATTRIBUTE = re.compile(r"""[\s/]*[^\s/>=][^\s/>=]*(?:\s*=\s*(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^\s>]*))?|[\s/]+|=""")
_TAG = re.compile(r"<(?:(script|style)\b.*?(?:</\1|\Z)|!--.*?(?:-->|\Z)|(/?)([A-Za-z][^\s/>]*))", re.DOTALL | re.IGNORECASE)
_FLAT = frozenset(  # elements that hold nothing, or end by themselves where the next begins
    "area base br col embed hr img input link meta param source track wbr li p td th tr dt dd option thead tbody tfoot".split()
)


def tame(markup: str) -> str:
    """The markup without openings nested deeper than `MAX_DEPTH` and attributes past the first `MAX_ATTRIBUTES` of a tag."""
    markup = _cut_attributes(markup)
    if markup.count("<") > _MANY and _is_deep(markup):
        markup = _cut_depth(markup)
    return markup


def _cut_attributes(markup: str) -> str:
    kept, done, at = [], 0, 0
    while (tag := next((t for t in _WHOLE_TAG.finditer(markup, at) if t.end() - t.start() > _LONG), None)) is not None:
        at, count, cut = tag.start() + 2, 0, 0
        while (attribute := _ATTRIBUTE.match(markup, at)) is not None:
            at, count = attribute.end(), count + 1
            if count == MAX_ATTRIBUTES:
                cut = at
        if cut:
            kept.append(markup[done:cut])
            done = at
    return "".join([*kept, markup[done:]]) if kept else markup


def _is_deep(markup: str) -> bool:
    depth = 0
    for tag in _TAG.finditer(markup):
        if tag[3] and tag[3].lower() not in _FLAT:
            depth = max(depth - 1, 0) if tag[2] else depth + 1
            if depth > MAX_DEPTH:
                return True
    return False


def _cut_depth(markup: str) -> str:
    depth = 0

    def keep(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[3] and tag[3].lower() not in _FLAT:
            depth = max(depth - 1, 0) if tag[2] else depth + 1
            if depth > MAX_DEPTH or (tag[2] and depth == MAX_DEPTH):
                return f"<{tag[2]}wbr"  # its attributes go with an element that holds nothing
        return tag[0]

    return _TAG.sub(keep, markup)
