"""Pages of slots, each with a time, a title and who speaks, for tests of the readers."""

from __future__ import annotations

from planner.agenda import Agenda
from scrapers import read_document
from scrapers._document import Document

TALKS = [
    ("09:00", "Opening the day with fresh numbers", "Ann Archer"),
    ("09:30", "Pricing experiments that went wrong", "Carla Mendes"),
    ("10:15", "Negotiating with procurement departments", "Deepak Rao"),
    ("11:00", "What two hundred buyers told us", "Greta Holm"),
    ("11:45", "Renewals nobody wrote down", "Ines Kovač"),
]
ROMAN = ["I", "II", "III", "IV", "V"]
HEAD = "<title>Forum 2026</title><body><h1>Forum 2026</h1><h2>Programme, 12 May 2026</h2>"


def read(body: str) -> Agenda:
    """The agenda of a page with this body."""
    return read_document(Document("page.html", f"<!DOCTYPE html><html>{HEAD}{body}</body></html>".encode()))


def titles(agenda: Agenda) -> list[str]:
    """The titles in the order of the page."""
    return [s.title for s in agenda.sessions]


def rows(card: str, talks: list[tuple[str, str, str]] | None = None) -> str:
    """A card for each talk: `{0}` its clock, `{1}` its title, `{2}` who speaks."""
    return "".join(card.format(*talk) for talk in talks or TALKS)


CARD = '<div class="slot"><p class="time">{0}</p><h3>{1}</h3><p class="who">{2}</p></div>'
PAPERS = [
    ("Knots that hold in wet rope", "Ann Archer, University of Tarn"),
    ("Braids older than writing", "Carla Mendes, Elm College"),
    ("The price of a splice", "Deepak Rao, Holm Institute"),
]
