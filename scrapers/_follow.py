"""From one address to the whole event: which links are worth opening, and what their pages add to the agenda."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from planner.agenda import Agenda
from scrapers._document import Document, Get


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a read stands: `done` of `planned` pages read, `address` is next; `sentence` says it for people."""

    done: int
    planned: int
    address: str
    sentence: str


Tell = Callable[[Progress], None]
Read = Callable[[Document, Get | None], Agenda]


def read_site(
    address: str,
    get: Get,
    read: Read,
    *,
    follow: bool = True,
    progress: Tell | None = None,
    stop: Callable[[], bool] | None = None,
) -> Agenda:
    """Read the event at an address and, with `follow`, the pages of the same event it links to. Raises AgendaError."""
    if progress:
        progress(Progress(0, 1, address, f"Opening {address}"))
    return read(get(address), get)
