"""The letters of a PDF as they are read: ligatures taken apart, forms made letters, right-to-left words in their order."""

from __future__ import annotations

import re
import unicodedata

_SHAPED = re.compile("[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc\u2e80-\u2fdf]")
"""Letters as they are cut: ligatures, forms of Arabic letters, radicals that look like the letter."""
_RADICALS = str.maketrans(
    "\u2ea0\u2ec1\u2ec4\u2ec5\u2ec6\u2ec9\u2ecb\u2ed1\u2ed3\u2ed4\u2ed8\u2eda\u2edb\u2edc\u2edd\u2ee2\u2ee3\u2ee4\u2ee5\u2ee6\u2ee8\u2ee9\u2eeb\u2eec\u2eed\u2eee\u2eef\u2ef0\u2ef2",
    "\u6c11\u864e\u897f\u89c1\u89d2\u8d1d\u8f66\u9577\u957f\u95e8\u9752\u9875\u98ce\u98de\u98df\u9a6c\u9aa8\u9b3c\u9c7c\u9e1f\u9ea6\u9ec4\u6589\u9f50\u6b6f\u9f7f\u7adc\u9f99\u4e80",
)
"""Radicals of the supplement that have no decomposition of their own (EquivalentUnifiedIdeograph.txt of Unicode)."""
_TURNED = str.maketrans("()[]{}<>\u00ab\u00bb", ")(][}{><\u00bb\u00ab")
_NUMBER = "[0-9A-Za-z\u0660-\u0669\u06f0-\u06f9]"
_LEFT_TO_RIGHT = re.compile(f"{_NUMBER}(?:(?:[.,:/@-]|{_NUMBER})*{_NUMBER})?")


def as_read(signs: list[str]) -> str:
    """The text that glyphs from left to right stand for."""
    text = "".join(signs)
    if text.isascii():
        return text
    if runs_left(text):
        text = _LEFT_TO_RIGHT.sub(lambda found: found[0][::-1], "".join(map(turned, reversed(signs))))
    return unicodedata.normalize("NFKC", text).translate(_RADICALS) if _SHAPED.search(text) else text


def turned(text: str) -> str:
    """A text whose brackets open to the other side."""
    return text.translate(_TURNED)


def runs_left(text: str) -> bool:
    """Whether a text has letters that run from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)
