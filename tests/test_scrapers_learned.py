"""Lines that name people behind their learned titles."""

from __future__ import annotations

import pytest
from slot_pages import read

from scrapers._bylines.bylines import part_bylines


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("Wie Brunnen altern Prof. Dr. Eva Lund, Uni Tarnheim", ("Wie Brunnen altern", "Prof. Dr. Eva Lund, Uni Tarnheim")),
        ("Begrüßung Dr. Eva Lund", ("Begrüßung", "Dr. Eva Lund")),
        ("Doors and windows Dr. Ann Archer (Keele University)", ("Doors and windows", "Dr. Ann Archer (Keele University)")),
        ("Laudatio auf Prof. Dr. Eva Lund", None),
        ("In memoriam Prof. Dr. Eva Lund", None),
    ],
)  # fmt: skip
def test_a_learned_title_begins_the_people_of_a_line(line: str, cut: tuple[str, str] | None) -> None:
    """It needs no mark before it, where the word before does not lead to somebody who is only spoken of."""
    (found,) = part_bylines([line])

    assert (found and found[:2]) == cut


@pytest.mark.parametrize(
    ("kind", "people"),
    [
        ("wykład", ["dr hab. Ewa Tarnowska", "dr Jan Kowalik", "dr hab. inż. prof. UJ Marta Wolska", "prof. Adam R. Nowacki"]),
        ("přednáška", ["doc. Ing. Pavel Novák", "Mgr. Jana Dvořáková", "prof. RNDr. Petr Svoboda", "Ing. Eva Malá"]),
        ("invited lecture", ["prof. dr. sc. Ivana Horvat", "doc. dr. sc. Marko Babić", "Dr. Ann Archer", "Prof. Bob Baxter"]),
        ("seminario", ["Dott.ssa Giulia Ferri", "Prof. Marco Conti", "Dott. Luca Bruni", "Prof.ssa Anna Greco"]),
        ("Vortrag", ["Prof. Dr. Eva Lund", "Dr. Karl Brandt", "Prof. Ute Sommer", "Dr. Jan Weber"]),
    ],
)
def test_a_kind_of_session_needs_no_mark_before_honorifics(kind: str, people: list[str]) -> None:
    """What is held is the title; chains of honorifics, with the letters of a university among them, are those of one person."""
    agenda = read("<ul>" + "".join(f"<li>{at}:15 {kind} {name}</li>" for at, name in enumerate(people, 9)) + "</ul>")

    assert [s.title for s in agenda.sessions] == [kind] * len(people)
    assert [p.name.split()[-2:] for p in agenda.speakers] == [name.split()[-2:] for name in people]


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ('Short course by Ann Archer on "Braids older than writing"', ("Braids older than writing", "Ann Archer")),
        ("Vortrag von Eva Lund über „Wie Brunnen altern“", ("Wie Brunnen altern", "Eva Lund")),
        ("Conferencia de Carla Mendes sobre «Redes que aguantan»", ("Redes que aguantan", "Carla Mendes")),
        ("Talk by Bob Baxter about “Knots in wet rope”", ("Knots in wet rope", "Bob Baxter")),
        ("Lezione di Giulia Ferri su «Il prezzo del sale»", ("Il prezzo del sale", "Giulia Ferri")),
    ],
)
def test_a_phrase_says_what_is_held_by_whom_on_what(line: str, cut: tuple[str, str]) -> None:
    """A word for "about" leads to the title where that stands in quotes."""
    (found,) = part_bylines([line])

    assert found
    assert found[:2] == cut


@pytest.mark.parametrize("label", ["Keynote speaker", "Keynote Speaker"])
def test_a_line_that_says_who_speaks_is_the_title_where_there_is_no_other(label: str) -> None:
    """What somebody is says nothing of what is held; the person is found all the same."""
    lines = [f"{label}: Dr. Hollis Pemberton, Lumen Retail", "Knots in wet rope", "Lunch"]
    agenda = read("".join(f"<h2>{at}:00</h2><p>{line}</p>" for at, line in enumerate(lines, 10)))

    assert "Hollis Pemberton" in agenda.sessions[0].title
    assert [p.name for p in agenda.speakers] == ["Dr. Hollis Pemberton"]
