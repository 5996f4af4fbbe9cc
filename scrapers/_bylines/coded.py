"""Lines of talks that begin with their codes in the programme ("P1a: Ann Archer, Bob Baxter: Why bees dance")."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CODE = re.compile(r"[A-Z]{1,4}[ .-]?\d{1,3}(?:[.-]\d{1,2})?[a-z]?(?:\s?[:.)|–—-]\s?|\s)(?=\S)")
_FEW = 3


def codes_before(texts: Sequence[str]) -> list[int]:
    """How many signs of each line are its code and what parts that from the rest, 0 for all where fewer than three have one."""
    ends = [match.end() if (match := _CODE.match(text)) else 0 for text in texts]
    codes = {text[:end] for text, end in zip(texts, ends, strict=True) if end}
    return ends if len(codes) >= _FEW else [0] * len(ends)
