"""What was read is remembered until somebody writes, so that a click does not read everything again.

The workspace counts its writes. What is remembered was read when the count stood at `_at`: another count, and all of it is
forgotten. A write of our own also says what it touched, so that only what rests on that is forgotten, or mended.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")

Touched = Collection[tuple[str, str]]
"""What a write touched: kinds of documents ("entry" for the journal), each with the id of one."""

_MOST = 200  # things remembered; beyond that the oldest goes


@dataclass(slots=True)
class _Kept:
    value: Any
    rests_on: frozenset[str] | None
    mend: Callable[[Any, set[tuple[str, str]]], Any] | None
    stale: set[tuple[str, str]] = field(default_factory=set)


class Memory:
    """The things read of one workspace by one member; several threads may use it.

    `count` asks how many writes the workspace has seen: at every `remember`, or at every `look` once there was one.
    """

    def __init__(self, count: Callable[[], int]) -> None:
        self._count = count
        self._lock = threading.Lock()
        self._kept: dict[str, _Kept] = {}
        self._at = -1
        self._looks = False

    def look(self) -> None:
        """Ask once whether anybody wrote; until the next look all that is read here is as it was then, but for own writes.

        For an app that calls this at the beginning of every run. Without it, every read asks.
        """
        self._looks = True
        self._ask()

    def remember(
        self,
        what: str,
        make: Callable[[], T],
        *,
        rests_on: Iterable[str] | None = None,
        mend: Callable[[T, set[tuple[str, str]]], T] | None = None,
    ) -> T:
        """What `make` gives, made again only after somebody wrote: long lists and figures are asked for at every click.

        `what` names it in this memory. `rests_on` are the kinds of documents it is made from ("entry" for the journal; None:
        any); `mend` makes the new value from the old and the documents that changed, by kind and id.
        """
        if not self._looks:
            self._ask()
        with self._lock:
            at, kept = self._at, self._kept.get(what)
        if kept is not None and not kept.stale:
            return kept.value  # type: ignore[no-any-return]
        value = kept.mend(kept.value, kept.stale) if kept is not None and kept.mend else make()
        with self._lock:
            if self._at == at:  # else it may be what was there before a write that came meanwhile
                self._kept.pop(what, None)
                self._kept[what] = _Kept(value, None if rests_on is None else frozenset(rests_on), mend)
                while len(self._kept) > _MOST:
                    del self._kept[next(iter(self._kept))]
        return value

    def note(self, at: int, touched: Touched | None) -> None:
        """A write of ours was kept as the `at`th; `touched` is None when it may be anything."""
        with self._lock:
            if self._at >= at:
                return
            if touched is None or self._at != at - 1:
                self._kept.clear()
            else:
                self._forget(touched)
            self._at = at

    def _forget(self, touched: Touched) -> None:
        for what, kept in list(self._kept.items()):
            stale = {each for each in touched if kept.rests_on is None or each[0] in kept.rests_on}
            if stale and kept.mend is None:
                del self._kept[what]
            elif stale:
                self._kept[what] = _Kept(kept.value, kept.rests_on, kept.mend, kept.stale | stale)

    def _ask(self) -> None:
        with self._lock:  # so that an answer never comes to be written over a later one
            at = self._count()
            if at != self._at:
                self._kept.clear()
                self._at = at
