"""Slots that stand where clocks do and have none: what only follows, and times told twice."""

from __future__ import annotations

from scrapers import any_page
from scrapers._document import Document
from scrapers._found import Found


def _read(*rows: str) -> Found:
    body = "".join(f"<section>{row}</section>" for row in rows)
    page = f"<!doctype html><html lang='it'><body><h1>Festa delle Maree</h1><h3>18 settembre 2027</h3>{body}</body></html>"
    return any_page.read(Document("page.html", page.encode()), None)


def test_what_only_follows_is_a_slot_without_a_time() -> None:
    """These words in the place of a clock: the session below it has people of its own and never the time above."""
    found = _read(
        "<time>17:30</time><div><h5>Apertura del molo</h5><p>Anna Arciere, sindaca</p></div>",
        "<p>A seguire</p><div><h5>Le pompe a vento del nord</h5><p>Bruno Balestra, ingegnere</p></div>",
        "<time>20:00</time><div><h5>Canti delle reti vuote</h5><p>Carla Corda, musicista</p></div>",
        "<time>21:30</time><div><h5>Lettura al faro grande</h5><p>Dario Dardo, scrittore</p></div>",
    )

    assert [(s.title, s.start and s.start[11:16], [p.name for p in s.people]) for s in found.sessions] == [
        ("Apertura del molo", "17:30", ["Anna Arciere"]),
        ("Le pompe a vento del nord", None, ["Bruno Balestra"]),
        ("Canti delle reti vuote", "20:00", ["Carla Corda"]),
        ("Lettura al faro grande", "21:30", ["Dario Dardo"]),
    ]


def test_a_moment_shown_elsewhere_is_not_printed_again() -> None:
    """An empty element with the time of the first slot heads a motto, which is no session."""
    found = _read(
        "<time datetime='2027-09-18T17:30'></time><blockquote>«Chi naviga non dorme»</blockquote>",
        "<time datetime='2027-09-18T17:30'>17:30</time><div><h5>Apertura del molo</h5><p>Anna Arciere, sindaca</p></div>",
        "<time datetime='2027-09-18T20:00'>20:00</time><div><h5>Canti delle reti vuote</h5><p>Carla Corda, musicista</p></div>",
        "<time datetime='2027-09-18T21:30'>21:30</time><div><h5>Lettura al faro grande</h5><p>Dario Dardo, scrittore</p></div>",
    )

    assert [s.title for s in found.sessions] == ["Apertura del molo", "Canti delle reti vuote", "Lettura al faro grande"]
