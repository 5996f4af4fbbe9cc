"""One name for elements that browsers show alike, so that nothing that is read hangs on which of them a page was written with.

Text is set apart in a line by `span`, `font`, `data` or an element of a page's own making, made bold by `b`, `strong` or a
style. What a reader sees are its looks, which the classes name.
"""

from __future__ import annotations

import re

_ALIKE = {"strong": "b", "em": "i", **dict.fromkeys("acronym bdi bdo big blink data font nobr output tt".split(), "span")}
_LOOKS = frozenset(("b", "i", "span"))
_WEIGHT = re.compile(r"font-weight\s{0,9}:\s{0,9}(?:(bold|[6-9]00)|normal|[1-5]00)", re.IGNORECASE)


def one_tag(tag: str, attrs: dict[str, str]) -> str:
    """The tag by which an element is known: one for all that look the same, by what its own style says of its weight."""
    tag = _ALIKE.get(tag, tag)
    if tag in _LOOKS and "style" in attrs and (weight := _WEIGHT.search(attrs["style"])):
        return "b" if weight[1] else "span" if tag == "b" else tag
    return tag
