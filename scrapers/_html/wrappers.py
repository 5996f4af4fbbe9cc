"""Elements that only wrap, left out: what is read must not hang on how many boxes a text stands in.

Editors and site builders put a bare `div`, `p` or `span` around all that a cell, an item or a box holds; no reader sees it.
"""

from __future__ import annotations

from collections import defaultdict

from scrapers._html.page import BLOCKS, Node
from scrapers._html.siblings import class_of

_WRAPPERS = frozenset(("div", "p"))
_HOLDERS = frozenset(
    "a address article aside blockquote body dd div dt figcaption figure h1 h2 h3 h4 h5 h6 header li main "
    "p section td th".split()
)


def unwrap(tree: Node) -> None:
    """Leave out bare elements that hold all an element holds; linear in the page, in place.

    A bare span goes only where every element of its kind has one: beside plain ones it may be what sets a text apart.
    """
    spanned: dict[tuple[str, str, str, str], list[Node]] = defaultdict(list)
    plain: set[tuple[str, str, str, str]] = set()
    for node in tree.walk():
        if node.tag not in _HOLDERS:
            continue
        _take_out(node, _WRAPPERS)
        kind = (*_named(node.parent), *_named(node))
        if _only(node, "span"):
            spanned[kind].append(node)
        elif any(_is_inline(child) for child in node.children):
            plain.add(kind)
    for kind in spanned.keys() - plain:
        for node in spanned[kind]:
            _take_out(node, frozenset(("span",)))


def _take_out(node: Node, tags: frozenset[str]) -> None:
    """Give an element what the bare elements of these tags hold that hold all it holds, one within the other."""
    children = node.children
    while only := _only(node, *tags):
        node.children = only.children
    if node.children is not children:
        for child in node.elements:
            child.parent = node


def _only(node: Node, *tags: str) -> Node | None:
    """The bare element of one of these tags in an element that holds nothing else but white space."""
    found: Node | None = None
    for child in node.children:
        if isinstance(child, str):
            if child.strip():
                return None
        elif found is None and child.tag in tags and not child.attrs:
            found = child
        else:
            return None
    return found


def _is_inline(child: Node | str) -> bool:
    return bool(child.strip()) if isinstance(child, str) else child.tag not in BLOCKS


def _named(node: Node | None) -> tuple[str, str]:
    return (node.tag, class_of(node)) if node else ("", "")
