"""Lines that a page breaks within brackets ("(Ann Archer, Acme<br>Research Centre)"), put together again."""

from __future__ import annotations

from collections.abc import Iterable

from scrapers._html.page import BLOCKS, Node

_LONGEST = 160
_MOST_BREAKS = 4
_OPENING, _CLOSING = "(（", ")）"


def join_wrapped(nodes: Iterable[Node]) -> None:
    """Put a blank in place of line breaks in brackets that open and close in one of a page's elements; linear, in place."""
    for node in nodes:
        if len(node.children) > 2 and any(isinstance(child, Node) and child.tag == "br" for child in node.children):
            for at in _within_brackets(node.children):
                node.children[at] = " "


def _within_brackets(children: list[Node | str]) -> list[int]:
    """The places of line breaks within brackets that close again soon; one that opens within another, or at none, ends it."""
    found: list[int] = []
    breaks: list[int] = []
    size = -1  # characters since the bracket, -1 where none is open
    for at, child in enumerate(children):
        if isinstance(child, Node) and child.tag == "br":
            breaks.append(at)
            if size < 0 or len(breaks) > _MOST_BREAKS:
                size, breaks = -1, []
            continue
        if isinstance(child, Node) and (child.tag in BLOCKS or not all(isinstance(c, str) for c in child.children)):
            size, breaks = -1, []
            continue
        for sign in child if isinstance(child, str) else "".join(c for c in child.children if isinstance(c, str)):
            if sign in _OPENING:
                size, breaks = 0, []
            elif sign in _CLOSING:
                found += breaks
                size, breaks = -1, []
            elif size >= 0:
                size += 1
        if size > _LONGEST:
            size, breaks = -1, []
    return found
