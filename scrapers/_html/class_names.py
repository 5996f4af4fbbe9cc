"""Class names that say what an element is, or at least which others look like it.

Site builders and tools for style sheets name looks by numbers ("_title_x7f2k", "css-175oi2r"): such a name says
nothing by its words, but the elements that share it look alike.
"""

from __future__ import annotations

import re
from collections import Counter

from scrapers._html.page import Node
from scrapers._remembered import remembered

_ODD = re.compile(
    r"\d+|^(?:odd|even|first|last|active|show|in|open|current|collapsed|clearfix|row|col|container|wow|animated)$|^(?:col|mt|mb|ml|mr|pt|pb|pl|pr|px|py|mx|my|[mp]|w|h|text|font|bg|flex|items|justify|gap|lg|md|sm|xl|astro|css|sc|elementor|wp|comp)[-_:].*",
    re.I,
)
_PLACING = re.compile(
    r":|^\D*[a-z][-_]?\d{1,2}$|^(?:text|font|bg|flex|items|justify|gap)-|(?:^|[-_])(?:[a-z]{1,2}|border|cols?|column|delay|depth|down"
    r"|duration|grid|height|item|large|level|max|medium|min|offset|opacity|order|page|post|rounded|row|shadow|small|space|span"
    r"|up|width)[-_]\d+(?:xl|px)?(?![a-z\d])",
    re.IGNORECASE,
)
"""Numbered names of a colour, a place in a grid, a distance, or of one among many: "text-gray-500", "span3", "post-1234"."""
_WEIGHT = re.compile(r"font-[a-z]+$")
_LETTERS = str.maketrans({str(digit): f"-{letter}" for digit, letter in enumerate("abcdefghij")})
_LEAST = 3
"""So many elements share a name that tells a look."""


def spell_shared(tree: Node, hiding: set[str]) -> None:
    """Spell numbered names that elements share, and weights of letters, so that they name what has no better name.

    Linear, in place; names that style sheets speak of (`hiding`) stay as they are.
    """
    nameless = [node for node in tree.walk() if "class" in node.attrs and not class_of(node)]
    counts = Counter(name for node in nameless for name in set(node.classes) if _is_look(name) and name not in hiding)
    for node in nameless:
        weight = next(filter(_WEIGHT.match, node.classes), None)
        shared = weight or next((name for name in node.classes if counts[name] >= _LEAST), None)
        if shared is not None:
            node.attrs["class"] = f"x-{shared.translate(_LETTERS)} {node.attrs['class']}"


@remembered
def _is_look(name: str) -> bool:
    return any(c.isdigit() for c in name) and not _PLACING.search(name)


def class_of(node: Node) -> str:
    """The class that names what an element is, with a dot before it; classes of states, grids and looks are passed over."""
    return _first_telling(names) if (names := node.attrs.get("class")) else ""


@remembered
def _first_telling(names: str) -> str:
    return next(("." + name for name in names.split() if not _ODD.search(name)), "")
