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


def test_a_dash_where_others_have_a_clock_is_a_slot_without_a_time() -> None:
    """A dash alone in the format of the clocks: what stands beside it is a session of its own, not part of the one above."""
    found = _read(
        "<b>12:00</b><div><b>Pranzo sul molo</b></div>",
        "<b>14:30</b><div><b>Le pompe a vento del nord</b></div>",
        "<b>—</b><div><b>Giro in barca</b></div>",
        "<b>18:45</b><div><b>Lettura al faro grande</b></div>",
    )

    assert [(s.title, s.start and s.start[11:16]) for s in found.sessions] == [
        ("Pranzo sul molo", "12:00"),
        ("Le pompe a vento del nord", "14:30"),
        ("Giro in barca", None),
        ("Lettura al faro grande", "18:45"),
    ]


def test_a_time_told_again_below_the_title_only_adds_its_end() -> None:
    """A start in the margin and the whole range below the title are one slot, whatever follows the range in its line."""
    found = _read(
        "<b>12:30</b><div><b>Pranzo sul molo</b><div>12:30 – 14:00</div></div>",
        "<b>14:30</b><div><b>Le pompe a vento del nord</b><div>14:30 – 18:00 · in seduta comune</div></div>",
        "<b>18:45</b><div><b>Lettura al faro grande</b><div>18:45 – 19:30 · con una sorpresa</div></div>",
        "<b>21:15</b><div><b>Cena sociale</b><div>Ingresso nel salone dalle 21:00</div></div>",
    )

    assert [(s.title, s.start and s.start[11:16], s.end and s.end[11:16]) for s in found.sessions] == [
        ("Pranzo sul molo", "12:30", "14:00"),
        ("Le pompe a vento del nord", "14:30", "18:00"),
        ("Lettura al faro grande", "18:45", "19:30"),
        ("Cena sociale", "21:15", None),
    ]


def test_what_always_stands_once_below_a_title_is_no_title() -> None:
    """Lines of one format that come right below the one title of their slot, and never alone, tell of it."""
    found = _read(
        "<b>12:30</b><div><b>Pranzo sul molo</b><div>Buffet del porto vecchio</div></div>",
        "<b>14:30</b><div><b>Le pompe a vento del nord</b><div>Durante i lavori</div></div>",
        "<b>18:45</b><div><b>Check-out</b><div>Consegna delle chiavi entro sera</div></div>",
        "<b>20:00</b><div><b>Canti delle reti vuote</b></div>",
        "<b>21:15</b><div><b>Cena sociale</b></div>",
    )

    assert len(found.sessions) == 5
    assert "Check-out" in [s.title for s in found.sessions]
