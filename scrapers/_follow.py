"""From one address to the whole event: the pages worth opening, in order of worth, until a budget is used up.

    start page ── calendar and data it declares
        ├── agenda pages ── their day pages and further pages ── session pages, where the agenda names nobody
        └── speakers pages ── a person's own page, where job title and company are missing

Each page contributes what its role stands for: agenda pages sessions and people, speakers pages people. A home page's own
sessions and people count only where no page of that role was found, since home pages tease, repeat and boast.
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

from planner.agenda import Agenda
from scrapers._address import canonical
from scrapers._details import read_person_pages, read_session_pages, with_people, without_doubtful_jobs
from scrapers._document import Document, Get
from scrapers._errors import AgendaError, NothingFound, NotReachable, TooMuch
from scrapers._found import fold
from scrapers._links import (
    Link,
    Role,
    Scope,
    feeds_of,
    host_of,
    is_file,
    links_of,
    names_day,
    names_next,
    ranked,
    refresh_of,
    scope_of,
    score,
    sitemap_links,
    spellings,
)
from scrapers._merge import merge


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


T = TypeVar("T")
Tell = Callable[[Progress], None]
Read = Callable[[Document, Get | None], Agenda]

SURE = 10.0
"""The score of a link that surely leads to a page of its role (see `_links.score`)."""
_MOST = {"agenda": 5, "talks": 3, "speakers": 3}
_DAYS = 12
_DETAILS = 120


def read_site(
    address: str,
    get: Get,
    read: Read,
    *,
    follow: bool = True,
    progress: Tell | None = None,
    stop: Callable[[], bool] | None = None,
    budget: Budget | None = None,
) -> Agenda:
    """Read the event at an address and, with `follow`, the pages of the same event it links to. Raises AgendaError."""
    walk = _Walk(address, get, read, progress, stop, budget or Budget())
    start = walk.open_start()
    return walk.run(start) if follow else read(start, walk.get)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that was opened, what was read in it (None when nothing), and what it was opened for."""

    document: Document
    agenda: Agenda | None
    role: Role | None
    links: tuple[Link, ...]


class _Walk:
    """One walk through a site. Keeps what was seen, so that nothing is opened twice, and what it has cost."""

    def __init__(
        self, address: str, get: Get, read: Read, tell: Tell | None, stop: Callable[[], bool] | None, budget: Budget
    ) -> None:
        self._address = address
        self._get = get
        self._read = read
        self._tell = tell
        self._stop = stop
        self._budget = budget
        self._began = time.monotonic()
        self._opened = 0
        self._planned = 1
        self._data = 0
        self._start = address
        self._hosts: frozenset[str] = frozenset()
        self._seen: set[str] = set()
        self._prints: set[bytes] = set()
        self._failed: list[str] = []
        self._listed: list[Link] | None = None
        self._copies: dict[str, str] = {}
        self.ended: str | None = None
        self.pages: list[_Page] = []

    # opening

    def get(self, address: str) -> Document:
        """Open an address within the budget; raises AgendaError."""
        if self._stop and self._stop():
            raise TooMuch(address, self._end("Reading was stopped before every linked page was opened."))
        if self._opened >= self._budget.pages or self._data > self._budget.data:
            raise TooMuch(address, self._end(f"Only the first {self._opened} linked pages were opened."))
        if time.monotonic() - self._began > self._budget.seconds:
            raise TooMuch(address, self._end(f"Not every linked page was opened within {self._budget.seconds:.0f} seconds."))
        if self._tell:
            planned = max(self._planned, self._opened + 1)
            self._tell(Progress(self._opened, planned, address, f"Opening {address}"))
        self._opened += 1
        document = self._get(address)
        self._data += len(document.data)
        return document

    def _end(self, sentence: str) -> str:
        self.ended = self.ended or sentence
        return sentence

    def open_start(self) -> Document:
        """The first page, after the hops of pages that only send on."""
        document = self.get(self._address)
        for _ in range(3):
            target = refresh_of(document)
            if target is None or canonical(target) == canonical(document.address):
                break
            document = self.get(target)
        return document

    def open(self, link: Link, role: Role | None) -> _Page | None:
        """Open and read a linked page; None when it was seen before, cannot be had, or repeats another."""
        for address in [*spellings(link.address), *filter(None, [self._copies.get(link.address)])]:
            if self.ended or canonical(address) in self._seen:
                return None
            self._seen.add(canonical(address))
            try:
                return self.take(self.get(address), role)
            except NotReachable as problem:
                if problem.status != 404:
                    self._failed.append(str(problem))
                    return None
            except AgendaError as problem:
                if not self.ended:
                    self._failed.append(str(problem))
                return None
        return None

    def take(self, document: Document, role: Role | None) -> _Page | None:
        """Read a page that was opened; None when it repeats another."""
        self._seen.add(canonical(document.address))
        mark = hashlib.blake2b(document.data, digest_size=16).digest()
        if mark in self._prints:
            return None
        self._prints.add(mark)
        try:
            agenda = self._read(document, self.get)
        except AgendaError:
            agenda = None
        links = self._homed(links_of(document)) if document.is_web and document.looks_like_html else []
        page = _Page(document, agenda, role, tuple(links))
        self.pages.append(page)
        return page

    def _homed(self, links: Iterable[Link]) -> list[Link]:
        """Links from a copy of a site to its original, led to the copy; the original is kept for what the copy lacks."""
        here = urlsplit(self._start)
        homed = []
        for link in links:
            host = host_of(link.address)
            if host in self._hosts and host != host_of(self._start):
                address = urlsplit(link.address)._replace(scheme=here.scheme, netloc=here.netloc).geturl()
                self._copies[address] = link.address
                link = Link(address, link.texts)
            homed.append(link)
        return homed

    def plan(self, links: Iterable[Link]) -> list[Link]:
        """Those links that were not opened yet, counted in the progress."""
        todo = [link for link in links if canonical(link.address) not in self._seen]
        self._planned = self._opened + len(todo)
        return todo

    # choosing

    def run(self, document: Document) -> Agenda:
        """Read the start page and what it leads to; raises AgendaError when all of it holds no agenda."""
        scope = scope_of(document)
        self._start, self._hosts = document.address, scope.hosts
        start = self.take(document, None)
        assert start is not None
        if start.agenda is not None and not start.links:
            return start.agenda
        self._follow_feeds(start)
        self._follow_agendas(start, scope)
        self._follow_role("speakers", scope, start)
        if not any(page.agenda and page.agenda.sessions for page in self.pages):
            self._follow_role("talks", scope, start)
        agenda = self._follow_sessions(self._united(start), scope)
        return self._with_warnings(self._follow_people(agenda, scope))

    def _follow_feeds(self, start: _Page) -> None:
        for address in feeds_of(start.document)[:3]:
            page = self.open(Link(address, ()), "agenda")
            if page and page.agenda and len(page.agenda.sessions) < 3:
                self.pages.remove(page)

    def _follow_agendas(self, start: _Page, scope: Scope) -> None:
        rich = _timed(start) >= 3
        found = [(points, link) for points, link in ranked(start.links, "agenda", scope) if points >= SURE or not rich]
        if not found and not rich:
            found = list(ranked(self._sitemap(), "agenda", scope))
        best = found[0][0] if found else 0.0
        todo = self.plan(link for points, link in found[: _MOST["agenda"]] if points >= min(SURE, best - 4))
        pages = [start] if rich else []
        for link in sorted(todo, key=is_file):
            if is_file(link) and any(_timed(page) for page in self.pages):
                continue  # a download of what was read already
            page = self.open(link, "agenda")
            if page is None:
                continue
            pages.append(page)
            if not _timed(page):
                pages += self._open_parts(page, scope)
        for page in pages:
            self._follow_further(page, scope)

    def _open_parts(self, page: _Page, scope: Scope) -> list[_Page]:
        """The programmes that an overview without times leads to: of tracks, rooms, parts; also in its frames."""
        links = {link.address: link for role in ("agenda", "talks") for _, link in ranked(page.links, role, scope)}
        opened = [self.open(link, "agenda") for link in self.plan(links.values())[: _MOST["agenda"]]]
        return [part for part in opened if part]

    def _follow_further(self, page: _Page, scope: Scope) -> None:
        """The other days, and the next pages, of a page."""
        links = [link for link in page.links if scope.holds(link.address)]
        further = [link for link in links if names_day(link) and _beside(page, link)]
        further += [link for link in links if names_next(link) and _same_list(page, link)]
        for link in self.plan(further)[:_DAYS]:
            opened = self.open(link, page.role or "agenda")
            if opened and names_next(link):
                self._follow_further(opened, scope)

    def _follow_role(self, role: Role, scope: Scope, start: _Page) -> None:
        links: dict[str, tuple[float, Link]] = {}
        for page in [start, *(p for p in self.pages if p.role == "agenda")]:
            for points, link in ranked(page.links, role, scope):
                links.setdefault(canonical(link.address), (points, link))
        found = sorted(links.values(), key=lambda pair: -pair[0])
        if not found:
            found = list(ranked(self._sitemap(), role, scope))
        best = found[0][0] if found else 0.0
        for link in self.plan(link for points, link in found[: _MOST[role]] if points >= best - 4):
            opened = self.open(link, role)
            if opened:
                self._follow_further(opened, scope)

    def _sitemap(self) -> list[Link]:
        """The pages the site lists for machines; asked for only when the start page names none of a kind."""
        if self._listed is None:
            self._listed = []
            with contextlib.suppress(AgendaError):
                self._listed = sitemap_links(self.get(urljoin(self._start, "/sitemap.xml")))
        return self._homed(self._listed)

    # joining

    def _united(self, start: _Page) -> Agenda:
        """What all pages say together, each by its role."""
        agendas = [p.agenda for p in self.pages if p.agenda and p.role in ("agenda", "talks") and p.agenda.sessions]
        people = [p.agenda for p in self.pages if p.agenda and p.role == "speakers" and p.agenda.speakers]
        if start.agenda and self._leads(start):
            agendas.insert(0, start.agenda)
        if not agendas:
            agendas = [agenda for agenda in people if agenda.sessions][:1]
        if not people and start.agenda and start.agenda not in agendas:
            people = [start.agenda]
        people = [replace(agenda, sessions=()) for agenda in people]
        parts = [*(without_doubtful_jobs(agenda, people) for agenda in agendas), *people]
        if not any(part.sessions or part.speakers for part in parts):
            raise NothingFound(self._address, self._hint())
        if start.agenda:
            parts.append(replace(start.agenda, sessions=(), speakers=()))
        return replace(_with_addresses(merge(parts), _addresses_by_text(self.pages)), source=self._address)

    def _leads(self, start: _Page) -> bool:
        """Whether the start page is itself the programme, not a home page that shows a little of it."""
        assert start.agenda is not None
        if not start.agenda.sessions:
            return False
        here = canonical(start.document.address)
        texts = tuple(text for link in start.links if canonical(link.address) == here for text in link.texts)
        if score(Link(start.document.address, texts), "agenda") >= 4:
            return True
        elsewhere = max((_timed(page) for page in self.pages if page.role == "agenda"), default=0)
        return _timed(start) > elsewhere or not elsewhere

    def _follow_sessions(self, agenda: Agenda, scope: Scope) -> Agenda:
        """The own pages of sessions, where the programme names nobody for most of them."""
        talks = [s for s in agenda.sessions if s.kind not in ("break", "networking")]
        unnamed = [s for s in talks if not s.speakers]
        if len(unnamed) * 2 <= len(talks):
            return agenda
        opened = self._open_details([(s, s.url) for s in unnamed], scope)
        if not opened:
            return agenda
        documents = [document for _, document in opened]
        named = read_session_pages([s for s, _ in opened], documents, [p.name for p in agenda.speakers])
        return with_people(agenda, [(s, people, d.address) for (s, d), people in zip(opened, named, strict=True)])

    def _follow_people(self, agenda: Agenda, scope: Scope) -> Agenda:
        """The own pages of people of whom neither job title nor company is known."""
        opened = self._open_details([(p, p.url) for p in agenda.speakers if not (p.title or p.company)], scope)
        if not opened:
            return agenda
        read = read_person_pages([p for p, _ in opened], [d for _, d in opened])
        pages = {p.id: d.address for p, d in opened}
        own = [replace(agenda, source=pages[p.id], sessions=(), speakers=(p,), warnings=()) for p in read]
        return merge([agenda, *own], add_speakers=False)

    def _open_details(self, wanted: Iterable[tuple[T, str | None]], scope: Scope) -> list[tuple[T, Document]]:
        """The own pages of sessions or people, as far as they have one on this site and the budget reaches."""
        todo = [(thing, address) for thing, address in wanted if address and scope.holds(address)][:_DETAILS]
        self._planned = self._opened + len(todo)
        opened = []
        for thing, address in todo:
            page = self.open(Link(address, ()), None)
            if page:
                opened.append((thing, page.document))
        return opened

    def _hint(self) -> str:
        if self._failed:
            return self._failed[0]
        return "Try the page that lists the sessions or the speakers, or paste its text."

    def _with_warnings(self, agenda: Agenda) -> Agenda:
        said = list(agenda.warnings)
        if self.ended:
            said.append(self.ended)
        if self._failed:
            count = len(self._failed)
            said.append(f"{'A linked page' if count == 1 else f'{count} linked pages'} could not be read: {self._failed[0]}")
        return replace(agenda, warnings=tuple(dict.fromkeys(said)))


def _timed(page: _Page) -> int:
    return sum(1 for session in page.agenda.sessions if session.start) if page.agenda else 0


def _beside(page: _Page, link: Link) -> bool:
    """Whether a link leads to a sister of a page: same folder or below, or the same page with another query."""
    here, there = urlsplit(page.document.address), urlsplit(link.address)
    if (here.path, here.query) == (there.path, there.query):
        return False
    folder = here.path[: here.path.rstrip("/").rfind("/") + 1]
    return there.path.startswith(folder)


def _same_list(page: _Page, link: Link) -> bool:
    """Whether a link leads to another page of the same list: the path is the same or goes on from it."""
    here, there = urlsplit(page.document.address), urlsplit(link.address)
    return there.path.rstrip("/").startswith(here.path.rstrip("/")) and canonical(link.address) != canonical(
        page.document.address
    )


def _with_addresses(agenda: Agenda, known: Mapping[str, str]) -> Agenda:
    """The agenda with the own pages of sessions and people that name none, found by the links that read as they do."""
    return replace(
        agenda,
        sessions=tuple(replace(s, url=s.url or known.get(fold(s.title))) for s in agenda.sessions),
        speakers=tuple(replace(p, url=p.url or known.get(fold(p.name))) for p in agenda.speakers),
    )


def _addresses_by_text(pages: list[_Page]) -> dict[str, str]:
    """The address behind each text that is a link to one address only: a person's or a session's own page."""
    found: dict[str, str | None] = {}
    opened = {canonical(page.document.address) for page in pages}
    for page in pages:
        for link in page.links:
            if canonical(link.address) in opened:
                continue
            for text in link.texts:
                key = fold(text)
                found[key] = link.address if found.get(key, link.address) == link.address else None
    return {text: address for text, address in found.items() if address and text}
