"""People whom a page shows by portraits alone: the names kept with the pictures, printed where a reader sees the faces."""

from __future__ import annotations

import re
from collections import defaultdict

from scrapers._found import fold
from scrapers._html.page import Node
from scrapers._language.namelike import looks_like_name
from scrapers._language.text_kinds import name_chance
from scrapers._language.words import given_names

_LEAST = 3
_NAME = 0.6
_LETTERS = 0.5
_OTHER_SCRIPTS = "\u0370"
_ASIDE = re.compile(r"\s\([^()]{1,40}\)$")
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
        named = [p for p in pictures if _is_person(_told_by(p))]
        names = {_told_by(p) for p in named}
        known = sum(map(_is_known, names))
        if len(names) < _LEAST or len(named) < 0.7 * len(pictures) or 2 * known < len(names):
            continue
        if sum(_is_in_print(p, texts) for p in named) <= 0.3 * len(named):
            printed.update(map(id, pictures))
            parents.update((id(p.parent), p.parent) for p in pictures if p.parent is not None)
    for parent in parents.values():
        children = list(parent.children)
        parent.children = [made for child in children for made in (child, *_name_of(child, parent, printed))]


def _name_of(child: Node | str, parent: Node, printed: set[int]) -> list[Node]:
    if isinstance(child, str) or id(child) not in printed:
        return []
    made = Node("p", {}, parent)
    made.children.append(_told_by(child))
    return [made]


def _told_by(picture: Node) -> str:
    """Whom a picture is said to show: by its text, else by what it or the link around it is called, without an aside."""
    around = picture.parent.attrs.get("title") if picture.parent is not None and picture.parent.tag == "a" else None
    return _ASIDE.sub("", picture.attrs.get("alt") or picture.attrs.get("title") or around or "").strip()


def _is_person(text: str) -> bool:
    return 1 < len(fold(text).split()) < 5 and looks_like_name(text) >= _NAME


def _is_known(name: str) -> bool:
    """Whether a name is one by a given name in it, or by its letters: of portraits, half of them tell what all are."""
    return not given_names().isdisjoint(fold(name).split()) or name_chance(name) >= _LETTERS


def _is_in_print(picture: Node, texts: dict[int, str]) -> bool:
    """Whether the name of a picture stands in print near it; `texts` remembers those of the elements around."""
    around, name = picture.parent, fold(_told_by(picture))
    for _ in range(_CARD):
        if around is None or around.tag == "body":
            return False
        if id(around) not in texts:
            texts[id(around)] = fold(around.text())
        if name in texts[id(around)] or _in_other_script(texts[id(around)], name):
            return True
        around = around.parent
    return False


def _in_other_script(text: str, name: str) -> bool:
    """Whether a page prints in its own script what it says of somebody whose name the picture has in Latin letters."""
    letters = [c for c in text if c.isalpha()]
    return name.isascii() and 2 * sum(c >= _OTHER_SCRIPTS for c in letters) > len(letters)
