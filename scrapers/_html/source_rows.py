"""Lines that only the source breaks: text shown with its line ends, and programmes pasted in one line a time.

Browsers keep the line ends of `<pre>` and of what `white-space` says. Elsewhere they show them as blanks; but where somebody
pasted a programme into a paragraph, its lines are those of the source still, and each begins with its time.
"""

from __future__ import annotations

import re

from scrapers._html.page import BLOCKS, UNSEEN, Node
from scrapers._language.times import clock_head, find_clocks

_KEPT = re.compile(r"white-space\s{0,9}:\s{0,9}(?:pre|break-spaces)", re.IGNORECASE)
_KEPT_CLASS = re.compile(r"(?<!\S)whitespace-pre(?:-line|-wrap)?(?!\S)")
_MARKS = " \t*•·–—-"
_LEAST = 2

_Place = tuple[int, int]
"""Which child of an element, and behind how many of its signs."""


def break_rows(tree: Node) -> None:
    """Put a `br` where a line of the source is a line to its reader, too; linear in the page, in place, safe at any depth."""
    stack = [(tree, False)]
    while stack:
        node, kept = stack.pop()
        if node.tag in UNSEEN:
            continue
        kept = kept or node.tag == "pre" or _keeps_lines(node.attrs)
        below = node.elements
        if any(isinstance(child, str) and "\n" in child for child in node.children):
            if kept:
                _break_before(node, [place for place, _ in _rows_of(node)][1:])
            elif not any(child.tag == "br" or child.tag in BLOCKS for child in below):
                _break_before(node, _timed_rows(_rows_of(node)))
        stack += [(child, kept) for child in below]


def _keeps_lines(attrs: dict[str, str]) -> bool:
    style = attrs.get("style")
    return bool(attrs) and bool((style and _KEPT.search(style)) or _KEPT_CLASS.search(attrs.get("class", "")))


def _rows_of(node: Node) -> list[tuple[_Place, str]]:
    """The lines of an element's own text in the source, each with the place where it begins."""
    rows: list[tuple[_Place, list[str]]] = [((0, 0), [])]
    for number, child in enumerate(node.children):
        if isinstance(child, Node):
            rows[-1][1].append(child.brief())
            continue
        at = 0
        for line in child.split("\n"):
            if at:
                rows.append(((number, at), []))
            rows[-1][1].append(line)
            at += len(line) + 1
    return [(place, "".join(texts).strip(_MARKS)) for place, texts in rows]


def _timed_rows(rows: list[tuple[_Place, str]]) -> list[_Place]:
    """Where the lines of a programme begin that have their time in front; none where a time stands anywhere else."""
    heads = [(place, clock_head(text)) for place, text in rows]
    timed = [place for place, upto in heads if upto]
    if (
        len(timed) < _LEAST
        or 2 * len(timed) < sum(bool(text) for _, text in rows)
        or any(find_clocks(text[upto:]) for (_, text), (_, upto) in zip(rows, heads, strict=True))
    ):
        return []
    return timed


def _break_before(node: Node, places: list[_Place]) -> None:
    for number, at in reversed(places):
        text = node.children[number]
        if isinstance(text, str) and at:
            node.children[number : number + 1] = [text[:at], Node("br", {}, node), text[at:]]
