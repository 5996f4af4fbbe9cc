"""From one address to the whole event: the pages worth opening, in order of worth, until a budget is used up.

    start page ── calendar and data it declares
        ├── agenda pages ── their day pages and further pages ── session pages, where the agenda names nobody
        ├── speakers pages ── a person's own page, where job title and company are missing
        ├── files that scripts take data from, where no page shows a time
        └── pages of single talks, where the site only lists them by links

Each page contributes what its role stands for: agenda pages sessions and people, speakers pages people. A home page's own
sessions and people count only where no page of that role was found, since home pages tease, repeat and boast.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar
from urllib.parse import urlsplit

from planner.agenda import Agenda
from scrapers._cards.details import read_person_pages, read_session_pages, with_people
from scrapers._document import Document, Get
from scrapers._errors import NothingFound
from scrapers._found import fold
from scrapers._language.dates import parse_date
from scrapers._links.links import (
    Link,
    Role,
    Scope,
    feeds_of,
    is_file,
    names_day,
    names_next,
    ranked,
    scope_of,
    unlinked,
    unnamed,
)
from scrapers._links.parts import embedded_in, included_in
from scrapers._links.titles import event_name
from scrapers._merge import merge, person_key
from scrapers._site.data_files import files_of, is_table, named_in, read_files
from scrapers._site.days import dated, days_told
from scrapers._site.listed import listed_sessions
from scrapers._site.uniting import TRY_ANOTHER, credited, timed, united
from scrapers._site.walk import Budget, Draw, Page, Read, Tell, Walk
from scrapers._web.address import canonical

SURE = 10.0
"""The score of a link that surely leads to a page of its role (see `_links.score`)."""
_MOST = {"agenda": 5, "talks": 3, "speakers": 3}
_DAYS = 12
_DETAILS = 120
_PROBES = 4
_FILES = 6
_UNNAMED = 6
_LEAST_TOLD = 3
_T = TypeVar("_T")


def read_site(
    address: str,
    get: Get,
    read: Read,
    *,
    follow: bool = True,
    progress: Tell | None = None,
    stop: Callable[[], bool] | None = None,
    draw: Draw | None = None,
    budget: Budget | None = None,
) -> Agenda:
    """Read the event at an address and, with `follow`, the pages of the same event it links to. Raises AgendaError.

    `draw` shows a page that scripts must draw first as a browser does.
    """
    walk = Walk(address, get, read, progress, stop, budget or Budget(), draw)
    start = walk.begin(walk.open_start())
    document = start.document
    if not follow:
        return _named(start.agenda or read(document, walk.get), [document])
    if start.agenda is not None and not start.links:
        return _finished(walk, start.agenda)
    scope = scope_of(document)
    if start.agenda is not None and start.agenda.event.start:
        scope = replace(scope, years=scope.years | {start.agenda.event.start[:4]})
    _follow_feeds(walk, start)
    _follow_agendas(walk, start, scope)
    _follow_role(walk, "speakers", scope, start)
    _follow_talks(walk, start, scope)
    if not any(timed(page) for page in walk.pages):
        _open_files(walk)
    _open_files_of_people(walk)
    known = any(_shows_programme(page, scope) for page in walk.pages)
    if not known or _lacks_jobs(walk):
        _follow_unnamed(walk, start, scope, None if not known else set())
    _date_pages(walk)
    listed = _list_sessions(walk)
    agenda = _follow_sessions(walk, credited(walk, united(walk, walk.pages[0])), scope)
    if listed:
        agenda = _without_untold(walk, agenda)
    return _finished(walk, _follow_people(walk, agenda, scope))


# choosing


def _follow_feeds(walk: Walk, start: Page) -> None:
    for address in feeds_of(start.document)[:3]:
        page = walk.open(Link(address, ()), "agenda")
        if page and page.agenda and len(page.agenda.sessions) < 3:
            walk.pages.remove(page)


def _follow_agendas(walk: Walk, start: Page, scope: Scope) -> None:
    rich = timed(start) >= 3
    found = [(points, link) for points, link in ranked(start.links, "agenda", scope) if points >= SURE or not rich]
    if not found and not rich:
        found = list(ranked(walk.sitemap(), "agenda", scope)) or list(ranked(unlinked(start.document), "agenda", scope))
    best = found[0][0] if found else 0.0
    todo = walk.plan(link for points, link in found[: _MOST["agenda"]] if points >= min(SURE, best - 4))
    pages = [start] if rich else []
    for link in sorted(todo, key=is_file):
        if is_file(link) and any(timed(page) for page in walk.pages):
            continue  # a download of what was read already
        page = walk.open(link, "agenda")
        if page is None:
            continue
        pages.append(page)
        if not timed(page):
            pages += _open_parts(walk, page, scope)
    for page in pages:
        _follow_further(walk, page, scope)


def _open_parts(walk: Walk, page: Page, scope: Scope) -> list[Page]:
    """The programmes that an overview without times leads to, or shows as frames: of tracks, rooms, parts."""
    roles: tuple[Role, ...] = ("agenda", "talks")
    links = {link.address: link for role in roles for _, link in ranked(page.links, role, scope)}
    shown = [Link(address, ()) for address in (*embedded_in(page.document), *included_in(page.document))]
    opened = [walk.open(link, "agenda") for link in walk.plan([*shown, *links.values()])[: _MOST["agenda"]]]
    return [part for part in opened if part]


def _follow_further(walk: Walk, page: Page, scope: Scope) -> None:
    """The other days, and the next pages, of a page."""
    links = [link for link in page.links if scope.holds(link.address)]
    further = [link for link in links if names_day(link) and _beside(page, link)]
    further += [link for link in links if names_next(link, page.document.address) and _same_list(page, link)]
    for link in walk.plan(further)[:_DAYS]:
        opened = walk.open(link, page.role or "agenda")
        if opened is None:
            continue
        if opened.agenda and names_day(link):
            walk.pages[-1] = replace(opened, agenda=_dated(opened.agenda, link, scope))
        if names_next(link, page.document.address):
            _follow_further(walk, opened, scope)


def _open_files(walk: Walk) -> None:
    """The files that the scripts of the likeliest pages take their data from, until one page's hold a programme."""
    order = sorted(range(len(walk.pages)), key=lambda place: walk.pages[place].role != "agenda")
    had: dict[str, Document | None] = {}
    for place in order[:3]:
        page = walk.pages[place]
        files = _files_of(walk, page, had)
        agenda = read_files(page.document, files)
        if agenda is not None:
            walk.pages[place] = replace(page, agenda=agenda)
            return
        if any(timed(table) for file in files if is_table(file) and (table := walk.take(file, "agenda"))):
            return


def _open_files_of_people(walk: Walk) -> None:
    """The files that pages about people take theirs from, where they show nobody."""
    for place, page in enumerate(walk.pages):
        if page.role == "speakers" and not (page.agenda and page.agenda.speakers):
            people = read_files(page.document, _files_of(walk, page, {}), people=True)
            walk.pages[place] = replace(page, agenda=people or page.agenda)


def _files_of(walk: Walk, page: Page, had: dict[str, Document | None]) -> list[Document]:
    """The files that a page's scripts name, and those that these name; `had` are those opened before."""
    todo = files_of(page.document)[:_FILES]
    for address in todo:
        if address not in had:
            had[address] = file = walk.fetch(Link(address, ()))
            further = named_in(file.text, page.document.address) if file and not file.looks_like_html else ()
            todo += [named for named in further if named not in todo][: _FILES - len(todo)]
    return [file for address in todo if (file := had[address])]


def _date_pages(walk: Walk) -> None:
    """Give the programme's pages that print no full date the days that the first page tells."""
    told = days_told(walk.pages[0].document) if walk.pages[0].document.looks_like_html else None
    for place, page in enumerate(walk.pages[1:] if told else (), 1):
        if told and page.agenda and page.role != "speakers" and page.document.looks_like_html:
            walk.pages[place] = replace(page, agenda=dated(page.agenda, page.document, told, walk.agenda_of))


def _follow_unnamed(walk: Walk, start: Page, scope: Scope, days: set[str] | None) -> None:
    """The programme of a site that calls it as no other does: the pages of its menu that show it, or lead to it.

    Once it is found, pages that show more of the same `days` belong to it, and so do pages of the people it names.
    """
    listed = {session.url for session in listed_sessions(start.links)}
    passed: list[Page] = []
    for link in walk.plan(link for link in unnamed(start.links, scope) if link.address not in listed)[:_UNNAMED]:
        page = walk.open(link, "agenda")
        if page is None:
            continue
        passed.append(page)
        parts = [] if days is not None or _shows_programme(page, scope) else _open_parts(walk, page, scope)
        shown = [part for part in [page, *parts] if _shows_programme(part, scope)]
        if shown and (days is None or (timed(page) and _days_of(page) <= days)):
            days = (days or set()).union(*map(_days_of, shown))
            _follow_further(walk, page, scope)
        else:
            walk.pages.remove(page)
    if days is not None:
        walk.pages += [replace(page, role="speakers") for page in passed if page not in walk.pages and _shows_cast(walk, page)]
        _follow_role(walk, "speakers", scope, replace(start, links=tuple(link for page in passed for link in page.links)))


def _lacks_jobs(walk: Walk) -> bool:
    """Whether the programme names people, hardly says who they are, and no page of people was found."""
    people = [person for page in walk.pages if page.agenda for person in page.agenda.speakers]
    told = sum(bool(person.title or person.company) for person in people)
    return len(people) >= _LEAST_TOLD and 4 * told < len(people) and not any(page.role == "speakers" for page in walk.pages)


def _days_of(page: Page) -> set[str]:
    """The days of a page's sessions; one without a name where it tells none."""
    return (
        {session.start[:10] if "T" in session.start else "" for session in page.agenda.sessions if session.start}
        if page.agenda
        else set()
    )


def _shows_cast(walk: Walk, page: Page) -> bool:
    """Whether most of the people whom a page presents are on the stage of the programme."""
    people = {person_key(person.name) for person in page.agenda.speakers} if page.agenda else set()
    on_stage = {person_key(person.name) for other in walk.pages if other.agenda for person in other.agenda.speakers}
    return len(people & on_stage) * 2 > len(people)


def _shows_programme(page: Page, scope: Scope) -> bool:
    """Whether a page holds so many sessions, none of them of another year, that it is the programme and no teaser of it."""
    sessions = page.agenda.sessions if page.agenda and page.role != "speakers" else ()
    years = {session.start[:4] for session in sessions if session.start and "T" in session.start}
    return len(sessions) >= _LEAST_TOLD and (not years or not scope.years or bool(years & scope.years))


def _follow_role(walk: Walk, role: Role, scope: Scope, start: Page) -> None:
    links: dict[str, tuple[float, Link]] = {}
    for page in [start, *(p for p in walk.pages if p.role == "agenda")]:
        for points, link in ranked(page.links, role, scope):
            links.setdefault(canonical(link.address), (points, link))
    found = sorted(links.values(), key=lambda pair: -pair[0]) or list(ranked(walk.sitemap(), role, scope))
    found = found or list(ranked(unlinked(start.document), role, scope))
    best = found[0][0] if found else 0.0
    for link in walk.plan(link for points, link in found[: _MOST[role]] if points >= best - 4):
        opened = walk.open(link, role)
        if opened:
            _follow_further(walk, opened, scope)


def _follow_talks(walk: Walk, start: Page, scope: Scope) -> None:
    """Lists of talks, where nothing else holds sessions; where a timetable names nobody, for who gives those of its titles."""
    sessions = [session for page in walk.pages if page.agenda for session in page.agenda.sessions]
    talks = [session for session in sessions if session.kind not in ("break", "networking")]
    if 4 * sum(bool(session.speakers) for session in talks) > len(talks):
        return
    opened = len(walk.pages)
    _follow_role(walk, "talks", scope, start)
    titles = {fold(session.title) for session in sessions}
    for place, page in enumerate(walk.pages[opened:] if titles else (), opened):
        if page.agenda:
            known = tuple(session for session in page.agenda.sessions if fold(session.title) in titles)
            walk.pages[place] = replace(page, agenda=replace(page.agenda, sessions=known))


def _follow_sessions(walk: Walk, agenda: Agenda, scope: Scope) -> Agenda:
    """The own pages of sessions, where the programme names nobody for most of them or gives no time at all.

    They are opened as long as the first few tell anything.
    """
    talks = [s for s in agenda.sessions if s.kind not in ("break", "networking")]
    timeless = not any(s.start for s in agenda.sessions)
    with_page = [(s, s.url) for s in talks if s.url and (timeless or not s.speakers)]
    if sum(timeless or not s.speakers for s in talks) * 2 <= len(talks):
        return agenda
    names = [p.name for p in agenda.speakers]
    opened = _open_details(walk, with_page[:_PROBES], scope)
    told = read_session_pages([s for s, _ in opened], [d for _, d in opened], names, _summers(scope))
    if not any(people or (timeless and session.start) for session, people in told):
        return agenda
    opened += _open_details(walk, with_page[_PROBES:], scope)
    told = read_session_pages([s for s, _ in opened], [d for _, d in opened], names, _summers(scope))
    return with_people(agenda, [(s, people, d.address) for (s, people), (_, d) in zip(told, opened, strict=True)])


def _list_sessions(walk: Walk) -> bool:
    """Take what the pages list by links alone for sessions, where nothing else was read; says whether anything is listed."""
    if any(page.agenda and page.agenda.sessions for page in walk.pages):
        return False
    lists = [(place, listed_sessions(page.links)) for place, page in enumerate(walk.pages)]
    place, sessions = max(lists, key=lambda found: len(found[1]))
    page = walk.pages[place]
    known = page.agenda or Agenda(page.document.address, "any_page")
    walk.pages[place] = replace(page, agenda=replace(known, sessions=tuple(sessions)), role=page.role or "talks")
    return bool(sessions)


def _without_untold(walk: Walk, agenda: Agenda) -> Agenda:
    """Of what was listed by links alone that of which its own pages said when it is; raises NothingFound for too little."""
    told = tuple(s for s in agenda.sessions if s.start)
    told = told if len(told) >= _LEAST_TOLD else ()
    if not told and not agenda.speakers:
        raise NothingFound(walk.address, TRY_ANOTHER)
    return replace(agenda, sessions=told)


def _follow_people(walk: Walk, agenda: Agenda, scope: Scope) -> Agenda:
    """The own pages of people whose job title or company is not known, as long as the first few of them tell any."""
    lacking = sorted((p for p in agenda.speakers if not (p.title and p.company)), key=lambda p: bool(p.title or p.company))
    with_page = [(p, p.url) for p in lacking if p.url]
    opened = _open_details(walk, with_page[:_PROBES], scope)
    read = read_person_pages([p for p, _ in opened], [d for _, d in opened]) if opened else []
    before = {p.id: p for p in lacking}
    if not any((p.title and not before[p.id].title) or (p.company and not before[p.id].company) for p in read):
        return agenda
    if rest := _open_details(walk, with_page[_PROBES:], scope):
        opened += rest
        read = read_person_pages([p for p, _ in opened], [d for _, d in opened])
    pages = {p.id: d.address for p, d in opened}
    own = [replace(agenda, source=pages[p.id], sessions=(), speakers=(p,), warnings=(), left_out=()) for p in read]
    return merge([agenda, *own], add_speakers=False)


def _open_details(walk: Walk, wanted: Iterable[tuple[_T, str | None]], scope: Scope) -> list[tuple[_T, Document]]:
    """The own pages of sessions or people, as far as they have one on this site and the budget reaches."""
    todo = [(thing, address) for thing, address in wanted if address and scope.holds(address)][:_DETAILS]
    walk.planned = walk.opened + len(todo)
    opened = []
    for thing, address in todo:
        document = walk.fetch(Link(address, ()))
        if document and document.looks_like_html:
            opened.append((thing, document))
    return opened


# joining


def _finished(walk: Walk, agenda: Agenda) -> Agenda:
    """The agenda with the event's name and with what a person should know about the walk."""
    said = list(agenda.warnings)
    if walk.ended:
        said.append(walk.ended)
    if walk.failed:
        count = len(walk.failed)
        missing = "A linked page is missing" if count == 1 else f"{count} linked pages are missing, the first"
        said.append(f"{missing}: {walk.failed[0]}")
    named = _named(agenda, [page.document for page in walk.pages])
    days = sorted(session.start[:10] for session in agenda.sessions if session.start and "T" in session.start)
    if days:
        first, last = min(named.event.start or days[0], days[0]), max(named.event.end or days[-1], days[-1])
        named = replace(named, event=replace(named.event, start=first, end=last))
    return replace(named, warnings=tuple(dict.fromkeys(said)))


def _named(agenda: Agenda, documents: list[Document]) -> Agenda:
    name = event_name((document for document in documents if document.looks_like_html), agenda.event.name)
    return replace(agenda, event=replace(agenda.event, name=name))


def _dated(agenda: Agenda, link: Link, scope: Scope) -> Agenda:
    """A day page's agenda with the date its link names, where the page itself tells clock times only."""
    day = next(filter(None, (parse_date(text, known=_summers(scope)) for text in link.texts)), None)
    if day is None or any("T" in (session.start or "") for session in agenda.sessions):
        return agenda

    def at(clock: str | None) -> str | None:
        return f"{day}T{clock}" if clock and len(clock) == 5 else clock

    return replace(agenda, sessions=tuple(replace(s, start=at(s.start), end=at(s.end)) for s in agenda.sessions))


def _summers(scope: Scope) -> list[date]:
    """A day of each year the event may be in, from which dates without a year are settled."""
    return [date(int(year), 7, 1) for year in scope.years]


def _beside(page: Page, link: Link) -> bool:
    """Whether a link leads to a sister of a page: same folder or below, or the same page with another query."""
    here, there = urlsplit(page.document.address), urlsplit(link.address)
    folder = here.path[: here.path.rstrip("/").rfind("/") + 1]
    return (here.path, here.query) != (there.path, there.query) and there.path.startswith(folder)


def _same_list(page: Page, link: Link) -> bool:
    """Whether a link leads to another page of the same list: the path is the same or goes on from it."""
    here, there = page.document.address, link.address
    onward = urlsplit(there).path.rstrip("/").startswith(urlsplit(here).path.rstrip("/"))
    return onward and canonical(there) != canonical(here)
