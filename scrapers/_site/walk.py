"""One walk through a site: opens pages within a budget, nothing twice, and remembers what it has cost and what failed."""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from planner.agenda import Agenda
from scrapers._document import Document, Get
from scrapers._errors import AgendaError, NothingFound, NotReachable, TooMuch
from scrapers._links.links import Link, Role, links_of, scope_of, sitemap_links, spellings
from scrapers._links.parts import frames_of, included_in, refresh_of
from scrapers._web.address import canonical, host_of
from scrapers._web.drawn import drawn_by_script


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a read stands: `done` of `planned` pages read, `address` is next; `sentence` says it for people."""

    done: int
    planned: int
    address: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Budget:
    """What one read may cost."""

    pages: int = 150
    seconds: float = 180.0
    data: int = 80_000_000


Tell = Callable[[Progress], None]
Read = Callable[[Document, Get | None], Agenda]
Draw = Callable[[str], Document | None]

_PARTS = 4
MOST_DRAWN = 3
"""Pages of one site that a browser is started for."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was opened, what was read in it (None when nothing), and what it was opened for."""

    document: Document
    agenda: Agenda | None
    role: Role | None
    links: tuple[Link, ...]


_STOPPED = "You stopped the reading before every linked page was opened. Read it again to have them all."


class Walk:
    """What one walk through a site has opened, in `pages`, and what went wrong: `failed` sentences, why it `ended` early."""

    def __init__(
        self,
        address: str,
        get: Get,
        read: Read,
        tell: Tell | None,
        stop: Callable[[], bool] | None,
        budget: Budget,
        draw: Draw | None = None,
    ) -> None:
        self.address = address
        self._get = get
        self._read = read
        self._tell = tell
        self._stop = stop
        self._budget = budget
        self._began = time.monotonic()
        self.opened = 0
        self.planned = 1
        self._data = 0
        self._home = address
        self._originals: frozenset[str] = frozenset()
        self._seen: set[str] = set()
        self._prints: set[bytes] = set()
        self.failed: list[str] = []
        self.hints: list[str] = []  # what to try, of the pages in which nothing was found
        self._listed: list[Link] | None = None
        self._draw = draw
        self.drawn = 0
        self._spelling = 0
        self._copied: dict[str, str] = {}
        self.ended: str | None = None
        self.pages: list[Page] = []

    def get(self, address: str) -> Document:
        """Open an address within the budget; raises AgendaError."""
        if self._stop and self._stop():
            raise TooMuch(address, self._end(_STOPPED))
        if self.opened >= self._budget.pages or self._data > self._budget.data:
            raise TooMuch(address, self._end(f"Only the first {self.opened} linked pages were opened."))
        if time.monotonic() - self._began > self._budget.seconds:
            raise TooMuch(address, self._end(f"Not every linked page was opened within {self._budget.seconds:.0f} seconds."))
        self._tell_of(address, "Opening")
        self.opened += 1
        document = self._get(address)
        self._data += len(document.data)
        return document

    def _tell_of(self, address: str, doing: str) -> None:
        if self._tell:
            self._tell(Progress(self.opened, max(self.planned, self.opened + 1), address, f"{doing} {address}"))

    def _end(self, sentence: str) -> str:
        self.ended = self.ended or sentence
        return sentence

    def open_start(self) -> Document:
        """The first page, after the hops of pages that only send on."""
        document = self.get(self.address)
        for _ in range(3):
            target = refresh_of(document)
            if target is None or canonical(target) == canonical(document.address):
                break
            document = self.get(target)
        return document

    def open(self, link: Link, role: Role | None) -> Page | None:
        """Open and read a linked page; None when it was seen before, cannot be had, or repeats another."""
        document = self.fetch(link)
        return self.take(document, role) if document else None

    def fetch(self, link: Link) -> Document | None:
        """Open a linked page without reading it; None when it was seen before or cannot be had."""
        tried: set[str] = set()
        options = spellings(link.address)
        usual = options[self._spelling : self._spelling + 1]  # the way that led to a page before
        for address in dict.fromkeys([*usual, *options, *filter(None, [self._copied.get(link.address)])]):
            if canonical(address) in tried:
                continue
            if self.ended or canonical(address) in self._seen:
                return None
            tried.add(canonical(address))
            self._seen.add(canonical(address))
            try:
                document = self.get(address)
            except NotReachable as problem:
                if self._stop and self._stop():
                    self._end(_STOPPED)  # it is no fault of the page that it was not waited for
                    return None
                if problem.status != 404:
                    self.failed.append(str(problem))
                    return None
            except AgendaError as problem:
                if not self.ended:
                    self.failed.append(str(problem))
                return None
            else:
                self._spelling = options.index(address) if address in options else 0
                return document
        return None

    def take(self, document: Document, role: Role | None) -> Page | None:
        """Read a page that was opened; None when it repeats another."""
        self._seen.add(canonical(document.address))
        mark = hashlib.blake2b(document.data, digest_size=16).digest()
        if mark in self._prints:
            return None
        self._prints.add(mark)
        agenda = self.agenda_of(document)
        if agenda is None and (drawn := self._drawn(document)) is not None:
            document, agenda = drawn, self.agenda_of(drawn)
        links = self.at_home(links_of(document)) if document.is_web and document.looks_like_html else []
        self.pages.append(Page(document, agenda, role, tuple(links)))
        return self.pages[-1]

    def agenda_of(self, document: Document) -> Agenda | None:
        """What is read in a document that was opened; None when nothing is."""
        try:
            return self._read(document, self.get)
        except NothingFound as problem:
            self.hints.append(problem.hint)
        except AgendaError:
            pass
        return None

    def _drawn(self, document: Document) -> Document | None:
        """A page that its scripts must draw first, as a browser shows it; None when that is not so or cannot be had."""
        if not (self._draw and document.is_web and drawn_by_script(document)):
            return None
        self.drawn += 1
        if self.drawn > MOST_DRAWN or self.ended:
            return None
        self._tell_of(document.address, "Drawing")
        try:
            return self._draw(document.address)
        except AgendaError:
            return None

    def begin(self, document: Document) -> Page:
        """Read the page the walk starts from, its frames and what it includes with it."""
        self._home = document.address
        self._originals = scope_of(document).hosts - {host_of(document.address)}
        page = self.take(document, None)
        assert page is not None
        parts = [self.open(Link(address, ()), None) for address in frames_of(document)[:_PARTS]]
        pieces = [self.fetch(Link(address, ())) for address in included_in(document)[:_PARTS]]
        parts += [self.take(replace(piece, address=document.address), None) for piece in pieces if piece]
        for part in filter(None, parts):
            page = replace(page, agenda=page.agenda or part.agenda, links=page.links + part.links)
        abroad = Counter(host_of(link.address) for link in page.links)
        if not self._originals and abroad and not abroad[host_of(document.address)]:
            # a copy whose links all lead to one other site is a copy of that site
            self._originals = frozenset([abroad.most_common(1)[0][0]])
            page = replace(page, links=tuple(self.at_home(page.links)))
        self.pages = [page]
        return page

    def at_home(self, links: Iterable[Link]) -> list[Link]:
        """Links from a copy of a site to its original, led to the copy; the original is asked for what the copy lacks."""
        home = urlsplit(self._home)
        found = []
        for link in links:
            if host_of(link.address) in self._originals:
                address = urlsplit(link.address)._replace(scheme=home.scheme, netloc=home.netloc).geturl()
                self._copied[address] = link.address
                link = Link(address, link.texts)
            found.append(link)
        return found

    def plan(self, links: Iterable[Link]) -> list[Link]:
        """Those links that were not opened yet, counted in the progress."""
        todo = [link for link in links if canonical(link.address) not in self._seen]
        self.planned = self.opened + len(todo)
        return todo

    def sitemap(self) -> list[Link]:
        """The pages the site lists for machines, asked for once; those of a copied site led to the copy."""
        if self._listed is None:
            self._listed = []
            with contextlib.suppress(AgendaError):
                self._listed = sitemap_links(self.get(urljoin(self._home, "/sitemap.xml")))
            hosts = Counter(host_of(link.address) for link in self._listed)
            if hosts and host_of(self._home) not in hosts:
                self._originals |= {hosts.most_common(1)[0][0]}
        return self.at_home(self._listed)
