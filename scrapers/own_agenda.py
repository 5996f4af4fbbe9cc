"""Agendas as this program prints them (`python -m scrapers --json`)."""

from __future__ import annotations

from planner.agenda import Agenda, from_json
from scrapers._document import Document, Get
from scrapers._errors import NothingFound
from scrapers._found import Found, FoundPerson, FoundSession

_KEYS = {"source", "scraper", "event", "sessions", "speakers"}


def recognises(document: Document) -> bool:
    """Whether the document is an agenda of ours."""
    return isinstance(document.json, dict) and document.json.keys() >= _KEYS


def read(document: Document, get: Get | None) -> Found:
    """Take the agenda as it was written."""
    try:
        return found_in(from_json(document.json))
    except ValueError as problem:
        raise NothingFound(document.address, str(problem)) from problem


def found_in(agenda: Agenda) -> Found:
    """An agenda as what a reader would have handed over."""
    people = {
        p.id: FoundPerson(p.name, p.title, p.company, p.bio, p.url, dict(p.links), key=p.id, unsure=p.unsure)
        for p in agenda.speakers
    }
    sessions = [
        FoundSession(
            s.title, s.start, s.end, s.room, s.track, s.kind, s.abstract, s.url,
            [people[i] for i in s.speakers if i in people], key=s.id, unsure=s.unsure,
        )
        for s in agenda.sessions
    ]  # fmt: skip
    return Found(event=agenda.event, sessions=sessions, people=list(people.values()), warnings=list(agenda.warnings))
