"""What can go wrong while reading an agenda. Every message is a sentence or two fit to show: what happened, what to try.

AgendaError
├── NotAllowed      the address may not be opened (private, odd scheme, forbidden by the site)
├── NotReachable    the site did not answer, or not with a page
├── TooMuch         a size, count or time limit was passed
└── NothingFound    it was read, but there is no agenda in it
"""

from __future__ import annotations


class AgendaError(Exception):
    """Reading cannot go on; `str(error)` says what happened and what to try."""


class NotAllowed(AgendaError):
    """The address may not be opened."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"{address} was not opened: {why}")
        self.address = address


class NotReachable(AgendaError):
    """The site did not answer, or not with something that can be read; `status` is the HTTP status when it gave one."""

    def __init__(self, address: str, why: str, status: int | None = None) -> None:
        super().__init__(f"{address} could not be read: {why}")
        self.address = address
        self.why = why
        self.status = status


class TooMuch(AgendaError):
    """A limit on size, count or time was passed."""

    def __init__(self, address: str, limit: str) -> None:
        super().__init__(f"{address} is too big to read safely: {limit}")
        self.address = address


class NothingFound(AgendaError):
    """The source was read but holds no sessions and no speakers."""

    def __init__(self, address: str, hint: str) -> None:
        super().__init__(f"No agenda was found in {address}. {hint}")
        self.address = address
        self.hint = hint
