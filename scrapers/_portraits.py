"""People whom a page shows by portraits alone: the names kept with the pictures, printed where a reader sees the faces."""

from __future__ import annotations

from collections import defaultdict

from scrapers._found import fold
from scrapers._namelike import looks_like_name
from scrapers._page import Node
from scrapers._words import given_names

_LEAST = 3
_NAME = 0.6
_CARD = 3
"""So many elements around a picture are searched for its name in print."""


def print_portraits(pictures: list[Node]) -> None:
    """Print the names of a page's portraits where hardly any of their kind has its name in print; linear, in place."""
    kinds: dict[str, list[Node]] = defaultdict(list)
    for picture in pictures:
        if picture.parent is not None:
            kinds[f"{picture.parent.tag}.{' '.join(picture.parent.classes)}>{' '.join(picture.classes)}"].append(picture)
    printed: set[int] = set()
    parents: dict[int, Node] = {}
    texts: dict[int, str] = {}
    for pictures in kinds.values():
        named = [p for p in pictures if _is_person(p.attrs.get("alt", ""))]
        if len({p.attrs["alt"] for p in named}) < _LEAST or len(named) < 0.7 * len(pictures):
            continue
        if sum(_is_in_print(p, texts) for p in named) <= 0.3 * len(named):
            shown = [p for p in pictures if looks_like_name(p.attrs.get("alt", "")) >= _NAME]
            printed.update(map(id, shown))
            parents.update((id(p.parent), p.parent) for p in shown if p.parent is not None)
    for parent in parents.values():
        children = list(parent.children)
        parent.children = [made for child in children for made in (child, *_name_of(child, parent, printed))]


def _name_of(child: Node | str, parent: Node, printed: set[int]) -> list[Node]:
    if isinstance(child, str) or id(child) not in printed:
        return []
    made = Node("p", {}, parent)
    made.children.append(child.attrs["alt"].strip())
    return [made]


def _is_person(text: str) -> bool:
    words = fold(text).split()
    return 1 < len(words) < 5 and looks_like_name(text) >= _NAME and any(word in given_names() for word in words)


def _is_in_print(picture: Node, texts: dict[int, str]) -> bool:
    """Whether the name of a picture stands in print near it; `texts` remembers those of the elements around."""
    around, name = picture.parent, fold(picture.attrs["alt"])
    for _ in range(_CARD):
        if around is None or around.tag == "body":
            return False
        if id(around) not in texts:
            texts[id(around)] = fold(around.text())
        if name in texts[id(around)]:
            return True
        around = around.parent
    return False
