"""From a source (address, file, pasted text) to an agenda. The only code that opens connections or parses pages.

A module without a leading underscore is a platform or format and offers the same two verbs:

    recognises(document: Document) -> bool                 does this look like mine?
    read(document: Document, get: Get | None) -> Found     read it; `get` opens further addresses, None when offline

`PLATFORMS` lists them, most specific first and generic reading last: the order is the fallback policy.
"""

from __future__ import annotations

from typing import Protocol

from planner.agenda import Agenda
from scrapers._document import Document, Get
from scrapers._errors import AgendaError, NothingFound
from scrapers._found import Found, assemble

__all__ = ["PLATFORMS", "AgendaError", "Document", "read_document"]


class Platform(Protocol):
    """What every platform module offers."""

    __name__: str

    def recognises(self, document: Document) -> bool:
        """Whether the document looks like this platform's."""

    def read(self, document: Document, get: Get | None) -> Found:
        """Read the document; what cannot be read is left out and named in the warnings."""


PLATFORMS: tuple[Platform, ...] = ()


def read_document(document: Document, get: Get | None = None) -> Agenda:
    """Read one document with the first platform that recognises it and finds something. Raises NothingFound."""
    for platform in PLATFORMS:
        if platform.recognises(document):
            found = platform.read(document, get)
            if found.sessions or found.people:
                return assemble(document.address, platform.__name__.rpartition(".")[2], found)
    raise NothingFound(document.address, "Try the page that lists the sessions or the speakers, or paste its text.")
