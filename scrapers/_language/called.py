"""Who is known on a page: names proven by their places there (`_parts/peers.py`), beside the given names that all know.

Lists and letters know only part of the world's names; a page tells of the others by where it prints them. What readers ask of a
text then depends on the page that is being read, and is remembered so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

from scrapers._language.words import given_names, plain
from scrapers._remembered import MOST, remembered

_P = ParamSpec("_P")
_R = TypeVar("_R")


class _Answers(dict[Callable[..., Any], Callable[..., Any]]):
    """What functions found out, a memory for each, made when it is first asked."""

    def __missing__(self, function: Callable[..., Any]) -> Callable[..., Any]:
        self[function] = memory = lru_cache(maxsize=MOST)(function)
        return memory


@dataclass(frozen=True, eq=False)
class Called:
    """The names proven on a page, and their words but for the last of each, both `plain`.

    `answers` are what was found out while they are known: they go with the page.
    """

    names: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    answers: _Answers = field(default_factory=_Answers, repr=False)


_NOBODY = Called()
_HERE: ContextVar[Called] = ContextVar("_HERE", default=_NOBODY)


@contextmanager
def calling(called: Called) -> Iterator[None]:
    """Let these names be known meanwhile, in this thread."""
    before = _HERE.set(called if called.names or called.given else _NOBODY)
    try:
        yield
    finally:
        _HERE.reset(before)


def is_given(word: str) -> bool:
    """Whether a word, lower case without accents, is a given name: of our list, or of somebody of the page."""
    return word in given_names() or word in _HERE.get().given


def holds_given(words: Iterable[str]) -> bool:
    """Whether one of several such words is a given name."""
    return any(map(is_given, words))


def is_proven(name: str) -> bool:
    """Whether the page that is being read proves a text to be a name."""
    proven = _HERE.get().names
    return bool(proven) and plain(name) in proven


def remembered_by_page(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """Keep the answers of a function that depends on its (hashable) arguments and on who is known on the page."""
    _NOBODY.answers[function] = remembered(function)

    @wraps(function)
    def ask(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        return _HERE.get().answers[function](*args, **kwargs)  # type: ignore[no-any-return]

    return ask
