"""What readers found out about texts, remembered while a document is read.

Readers ask about the same lines again and again, one pass over all of them after the other. A memory for fewer answers than
a document has lines throws each out just before it is asked for again. So memories are long, and emptied after a document
that filled them: what stays taken is little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

_F = TypeVar("_F", bound=Callable[..., Any])
MOST = 100_000
"""Answers of one function: enough for a page of some 15,000 sessions; a document of more lines shall not fill the machine."""
_STAY = 20_000
"""Answers of one function that stay for the next document, which may be of the same site."""
_MEMORIES: list[_lru_cache_wrapper[Any]] = []


def remembered(function: _F) -> _F:
    """Keep the answers of a function that depends on its (hashable) arguments alone, until `forgetting_afterwards`."""
    memory = lru_cache(maxsize=MOST)(function)
    _MEMORIES.append(memory)
    return memory  # type: ignore[return-value]


@contextmanager
def forgetting_afterwards() -> Iterator[None]:
    """Empty the memories that were filled, once a document is read; a reader in another thread then finds out anew."""
    try:
        yield
    finally:
        for memory in _MEMORIES:
            if memory.cache_info().currsize > _STAY:
                memory.cache_clear()
