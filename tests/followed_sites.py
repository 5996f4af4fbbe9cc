"""Sites of pages in folders or in texts, and a reader of little, for tests of what is followed."""

from __future__ import annotations

import re
from collections.abc import Callable

from planner.agenda import Agenda
from scrapers._document import Document, Get
from scrapers._errors import NothingFound, NotReachable
from scrapers._found import Found, FoundPerson, FoundSession, assemble

HOST = "http://site.example"


def read(document: Document, get: Get | None) -> Agenda:
    """A reader of tables with times and of cards with names, and of nothing else."""
    rows = re.findall(r"<tr><td>([\d:]+)</td><td>(.*?)</td><td>(.*?)</td></tr>", document.text)
    cards = re.findall(r"<h3>(.*?)</h3>(?:<p>(.*?), (.*?)</p>)?", document.text)
    alone = re.findall(r"<h1>(\w+ \w+)</h1><p>([^,<]*), ([^<]*)</p>", document.text)
    heading = re.search(r"<h1>(.*?)</h1><p>(\d\d:\d\d), (.*?)</p>", document.text)
    people = [FoundPerson(plain(name), title or None, company or None) for name, title, company in cards or alone]
    sessions = [
        FoundSession(plain(title), start=start, people=[FoundPerson(n) for n in names.split(", ") if n])
        for start, title, names in rows
    ]
    if heading and cards:
        sessions = [FoundSession(heading[1], start=heading[2], room=heading[3], people=people)]
        people = []
    if not sessions and not people:
        raise NothingFound(document.address, "")
    return assemble(document.address, "test", Found(sessions=sessions, people=people))


def plain(markup: str) -> str:
    return re.sub("<.*?>", "", markup)


def people(agenda: Agenda) -> dict[str, tuple[str | None, str | None]]:
    return {person.name: (person.title, person.company) for person in agenda.speakers}


def web(**pages: str) -> tuple[Callable[[str], Document], list[str]]:
    """A web of pages by path, with `_` for `/` and `__` for `.`, and the list of paths that were asked for."""
    asked: list[str] = []
    bodies = {"/" + name.replace("__", ".").replace("_", "/"): body for name, body in pages.items()}

    def get(address: str) -> Document:
        path = address.removeprefix(HOST)
        asked.append(path)
        if path not in bodies:
            raise NotReachable(address, "the site answered 404 Not Found.", 404)
        return Document(address, bodies[path].encode())

    return get, asked


ROWS = "".join(f"<tr><td>1{n}:00</td><td>Talk of number {n}</td><td></td></tr>" for n in range(4))
