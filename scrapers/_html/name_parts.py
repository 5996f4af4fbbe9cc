"""Names that a page prints in parts: the family name in a style or on a line of its own, put together again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from scrapers._html.page import BLOCKS, UNSEEN, Node
from scrapers._language.namelike import looks_like_name

_MOST = 40
_LEAST = 3
_NAME = 0.6
_SHARE = 0.7
"""So many of the elements of a kind must read as names, and so many of those in parts must be of single words."""


def join_names(nodes: Iterable[Node]) -> None:
    """Put `<h3>Ann <span>Archer</span></h3>` and `<h3>Ann<br>Archer</h3>` on one line; linear, in place.

    Elements of one kind are judged together: most must read as the names of people when their parts are put together.
    """
    kinds: dict[str, list[tuple[Node, list[str]]]] = defaultdict(list)
    for node in nodes:
        if node.parent is not None and node.tag not in UNSEEN and (words := _parts(node)):
            kinds[f"{node.parent.tag}.{' '.join(node.parent.classes)}>{node.tag}.{' '.join(node.classes)}"].append(
                (node, words)
            )
    for held in kinds.values():
        parted = [(node, words) for node, words in held if len(words) > 1]
        single = [words for _, words in parted if all(" " not in word for word in words)]
        if not parted or len(single) < _SHARE * len(parted):
            continue
        texts = {" ".join(words) for _, words in held}
        if len(texts) < _LEAST or sum(looks_like_name(text) >= _NAME for text in texts) < _SHARE * len(texts):
            continue
        for node, words in parted:
            if looks_like_name(" ".join(words)) >= _NAME:
                node.children = [" ".join(words)]


def _parts(node: Node) -> list[str]:
    """The pieces of text of an element of nothing but a few words in inline styles or lines; empty for any other."""
    shown = [child for child in node.children if isinstance(child, Node) or child.strip()]
    if len(shown) == 1 and isinstance(shown[0], Node):
        return []  # the element inside is judged
    found: list[str] = []
    stack: list[Node | str] = list(reversed(shown))
    size = 0
    while stack:
        item = stack.pop()
        if isinstance(item, Node):
            if item.tag in BLOCKS or item.tag in UNSEEN or item.tag == "img":
                return []
            stack += reversed(item.children)
        elif text := " ".join(item.split()):
            found.append(text)
            size += len(text)
            if len(found) > 3 or size > _MOST or not text[0].isalpha():
                return []
    return found if len(found) != 1 or " " in found[0] else []
