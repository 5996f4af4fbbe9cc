"""Elements that only wrap, left out: what is read must not hang on how many boxes a text stands in.

Editors and site builders put a bare `div`, `p` or `span` around all that a cell, an item or a box holds; no reader sees it.
"""

from __future__ import annotations

from collections import defaultdict

from scrapers._html.class_names import class_of
from scrapers._html.page import BLOCKS, Node

_HOLDERS = frozenset(
    "a address article aside blockquote dd div dt figcaption figure h1 h2 h3 h4 h5 h6 header main p section td th".split()
)


def unwrap(tree: Node) -> None:
    """Leave out bare elements that hold all an element holds; linear in the page, in place.

    A bare `p` or `span` goes only where every element of its kind has one: beside plain ones, or several, it may be what sets
    a text apart. Bare boxes in bare boxes stay as they are: on pages without classes nothing else tells formats apart.
    """
    lone: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    mixed: set[tuple[str, ...]] = set()
    for node in tree.walk():
        if node.tag not in _HOLDERS or (node.tag == "div" and not node.attrs):
            continue
        _take_out(node, "div")
        for tag in ("p", "span"):
            kind: tuple[str, ...] = (tag, *_named(node.parent), *_named(node))
            if _only(node, tag):
                lone[kind].append(node)
            elif any(_is_like(child, tag) for child in node.children):
                mixed.add(kind)
    for kind in lone.keys() - mixed:
        for node in lone[kind]:
            _take_out(node, kind[0])


def _take_out(node: Node, tag: str) -> None:
    """Give an element what the bare elements of a tag hold that hold all it holds, one within the other."""
    children = node.children
    while only := _only(node, tag):
        node.children = only.children
    if node.children is not children:
        for child in node.elements:
            child.parent = node


def _only(node: Node, tag: str) -> Node | None:
    """The bare element of a tag in an element that holds nothing else but white space."""
    found: Node | None = None
    for child in node.children:
        if isinstance(child, str):
            if child.strip():
                return None
        elif found is None and child.tag == tag and not child.attrs:
            found = child
        else:
            return None
    return found


def _is_like(child: Node | str, tag: str) -> bool:
    """Whether a part of an element shows it to be without such a wrapper: text of its own, or one of several paragraphs."""
    if tag == "p":
        return isinstance(child, Node) and child.tag == "p"
    return bool(child.strip()) if isinstance(child, str) else child.tag not in BLOCKS


def _named(node: Node | None) -> tuple[str, str]:
    return (node.tag, class_of(node)) if node else ("", "")
