"""What the pages of a walk say, made one agenda: each page contributes what its role stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from planner.agenda import Agenda
from scrapers._cards.details import credits_on, read_list_of_talks, with_people, without_doubtful_jobs, without_firms
from scrapers._errors import NothingFound
from scrapers._found import fold
from scrapers._links.links import Link, score
from scrapers._merge import merge
from scrapers._site.translated import without_translations
from scrapers._site.walk import Page, Walk
from scrapers._web.address import canonical
from scrapers._web.drawn import SAVE_IT

TRY_ANOTHER = "Try the page that lists the sessions or the speakers, or paste its text."
_CAST = 5
"""So many people tell whether a page's people are those of the programme."""


def united(walk: Walk, start: Page) -> Agenda:
    """What all pages say together, each by its role."""
    agendas = [p.agenda for p in walk.pages if p.agenda and p.role in ("agenda", "talks") and p.agenda.sessions]
    people = [p.agenda for p in walk.pages if p.agenda and p.role == "speakers" and p.agenda.speakers]
    if start.agenda and _leads(walk, start):
        agendas.insert(0, start.agenda)
    if not agendas:
        agendas = [agenda for agenda in people if agenda.sessions][:1]
    if not people and start.agenda and start.agenda not in agendas:
        people = [start.agenda]
    agendas = without_translations(agendas)
    people = [replace(agenda, sessions=()) for agenda in people if not _are_others(agenda, agendas)]
    parts = [*(without_doubtful_jobs(without_firms(agenda, people), people) for agenda in agendas), *people]
    if not any(part.sessions or part.speakers for part in parts):
        hint = SAVE_IT if walk.drawn else next(filter(None, walk.hints), TRY_ANOTHER)
        raise NothingFound(walk.address, walk.failed[0] if walk.failed else hint)
    if start.agenda:
        parts.append(replace(start.agenda, sessions=(), speakers=()))
    return replace(_with_addresses(merge(parts), _addresses_by_text(walk.pages)), source=walk.address)


def _are_others(listed: Agenda, agendas: list[Agenda]) -> bool:
    """Whether a page's people are none of those the programme names: those of a university, of other years, of all events."""
    on_stage = {word for agenda in agendas for person in agenda.speakers for word in fold(person.name).split()}
    enough = sum(len(agenda.speakers) for agenda in agendas) >= _CAST and len(listed.speakers) >= _CAST
    return enough and not any(on_stage & set(fold(person.name).split()) for person in listed.speakers)


def credited(walk: Walk, agenda: Agenda) -> Agenda:
    """The agenda with the people whom only a page of people, or a list of talks, links to sessions."""
    unnamed = [s for s in agenda.sessions if not s.speakers and s.kind not in ("break", "networking")]
    pages = [page.document for page in walk.pages if page.role == "speakers" and page.document.looks_like_html]
    given = [credit for page in pages for credit in credits_on(page, unnamed)]
    lists = [page.document for page in walk.pages if page.role == "talks" and page.document.looks_like_html]
    lists = lists if any(session.start for session in agenda.sessions) else []  # else they are the programme, and said all
    names, lacking = [person.name for person in agenda.speakers], {session.id for session in unnamed}
    told = [credit for page in lists for credit in read_list_of_talks(agenda.sessions, page, names)]
    given += [credit for credit in told if credit[0].id in lacking]
    return with_people(agenda, given)


def _leads(walk: Walk, start: Page) -> bool:
    """Whether the start page is itself the programme, not a home page that shows a little of it."""
    assert start.agenda is not None
    if not start.agenda.sessions:
        return False
    here = canonical(start.document.address)
    texts = tuple(text for link in start.links if canonical(link.address) == here for text in link.texts)
    if score(Link(start.document.address, texts), "agenda") >= 4:
        return True
    elsewhere = max((timed(page) for page in walk.pages if page.role == "agenda"), default=0)
    return timed(start) > elsewhere or not elsewhere


def _with_addresses(agenda: Agenda, known: Mapping[str, str]) -> Agenda:
    """The agenda with the own pages of sessions and people that name none, found by the links that read as they do."""
    return replace(
        agenda,
        sessions=tuple(replace(s, url=s.url or known.get(fold(s.title))) for s in agenda.sessions),
        speakers=tuple(replace(p, url=p.url or known.get(fold(p.name))) for p in agenda.speakers),
    )


def _addresses_by_text(pages: list[Page]) -> dict[str, str]:
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


def timed(page: Page) -> int:
    """How many sessions with a time were read in a page."""
    return sum(1 for session in page.agenda.sessions if session.start) if page.agenda else 0
