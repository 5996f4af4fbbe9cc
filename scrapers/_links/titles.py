"""The name of an event from the titles of its pages: "Programme | Summit 2026" and "Speakers | Summit 2026" share it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from scrapers._document import Document
from scrapers._found import fold
from scrapers._links.links import is_page_name

_PARTS = re.compile(r"(?<!\s)\s+[|–—·•»:~-]+\s+|(?:(?<!\s)\s+)?[|»•]\s*|:\s+")
_LONGEST = 100


def event_name(documents: Iterable[Document], known: str | None = None) -> str | None:
    """The part of the pages' titles that most of them share and that is no page's own name; None when there is none.

    A name `known` from elsewhere than one page's title is kept.
    """
    counted: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for number, document in enumerate(documents):
        for part in _parts_of(document):
            key = fold(part)
            shown.setdefault(key, part)
            counted[key] += 1 if number else 2
    if known and fold(known) not in counted:
        return known
    fitting = [key for key in counted if key and not is_page_name(shown[key]) and len(shown[key]) <= _LONGEST]
    best = max(fitting, key=lambda key: (counted[key], -list(shown).index(key)), default=None)
    return shown[best] if best else known


def _parts_of(document: Document) -> list[str]:
    """The site's name where the page declares it, and the parts of its title, of its only main heading where it has none."""
    parts = []
    for node in document.tree.find_all("meta", "title"):
        if node.tag == "title":
            parts += _PARTS.split(" ".join(node.raw_text().split()))
        elif node.attrs.get("property", "").lower() == "og:site_name" and "." not in node.attrs.get("content", "."):
            parts.append(node.attrs["content"])
    heads = [] if parts else list(document.tree.find_all("h1"))  # what was copied of a page has no title
    if len(heads) == 1:
        parts += _PARTS.split(" ".join(heads[0].raw_text().split()))
    return list(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))
