"""Programmes as newspapers and mails print them: people in sentences, dots that lead to clocks, copies that repeat."""

from __future__ import annotations

import pytest

from scrapers import read_text
from scrapers._bylines.conversations import in_conversation
from scrapers._people.openers import people_opening

Told = list[tuple[str, list[str]]]


def read(text: str) -> Told:
    """Titles and who speaks."""
    agenda = read_text(text)
    names = {p.id: p.name for p in agenda.speakers}
    return [(s.title, [names[i] for i in s.speakers]) for s in agenda.sessions]


def test_rows_of_dots_lead_to_the_clock_of_what_stands_before_them() -> None:
    """Dots, also with blanks between them, are no part of a title, and a long line before them is no sentence."""
    text = (
        "Salt Day, 18 September 2027\n\nCoffee ........................ 8:30\n"
        "“Salt, a trade with a future?” by Gilda Marsh, salter ....... 9:15\n"
        "Panel: “Marshes and visitors”, moderated by Jan Goff, journalist at Radio Tarn, with Helen Tanner, deputy mayor, "
        "and Paul Morrow, president of the Friends of the Marsh ..... 11:00\nLunch . . . . . . . . . . . 12:30\n"
    )
    agenda = read_text(text)

    assert [(s.start[11:16], s.title) for s in agenda.sessions if s.start] == [
        ("08:30", "Coffee"),
        ("09:15", "Salt, a trade with a future?"),
        ("11:00", "Panel: “Marshes and visitors”"),
        ("12:30", "Lunch"),
    ]
    assert [p.name for p in agenda.speakers] == ["Gilda Marsh", "Jan Goff", "Helen Tanner", "Paul Morrow"]


def test_a_quotation_that_opens_as_it_closes_does_not_end_a_line() -> None:
    """In Swedish ”both signs” are alike: only the second one may touch what stands on the next line."""
    text = (
        "4 maj 2027\n\n10.30\n\nPanelsamtal om torsk:\n\nKarin Ahlgren, yrkesfiskare\n\n"
        "Mikael Strand, forskare och författare till boken ”Tomma nät och fulla hamnar” och rådgivare\n\n"
        "Eva Lindgren, vd Saltverket\n\n12.00\n\nLunch\n\n13.00\n\nKaffe\n"
    )

    assert read(text)[0] == ("Panelsamtal om torsk", ["Karin Ahlgren", "Mikael Strand", "Eva Lindgren"])


def test_what_a_copy_repeats_before_the_next_name_is_told_once() -> None:
    """Names that are links are copied with what stood behind the one before."""
    text = (
        "5 May 2027\n\n10:00 Round table: Housing on islands\n\nAnn Archer , president of Abinor\n\n"
        ", president of Abinor Robert Baxter , chair of Ferry Union\n\n, chair of Ferry Union Carla Diaz, councillor\n\n"
        "11:00 Coffee\n\n12:00 Lunch\n"
    )

    assert read(text)[0] == ("Round table: Housing on islands", ["Ann Archer", "Robert Baxter", "Carla Diaz"])


@pytest.mark.parametrize(
    ("line", "title", "names"),
    [
        ("Interview with Ann Archer, CEO of Tarn", "Interview with Ann Archer", ["Ann Archer"]),
        (
            "Entrevista a Javier Montes, alcalde de Tarn. Será entrevistado por Lucía Prieto, directora de El Faro",
            "Entrevista a Javier Montes",
            ["Javier Montes", "Lucía Prieto"],
        ),
        (
            "Gespräch zwischen Anna Berg (Tarn AG) und Stefan Braun, Bürgermeister. Moderation: Peter Hansen, Redakteur",
            "Gespräch zwischen Anna Berg (Tarn AG) und Stefan Braun, Bürgermeister",
            ["Anna Berg", "Stefan Braun", "Peter Hansen"],
        ),
        ("Conversación con Lucía Ferrán, directora de Albor", "Conversación con Lucía Ferrán", ["Lucía Ferrán"]),
    ],
)
def test_a_conversation_keeps_in_its_title_with_whom_it_is(line: str, title: str, names: list[str]) -> None:
    """Its partners speak in it, and so does whom a later sentence of the line brings on."""
    text = f"12 May 2027\n\n9:00 Registration\n10:00 {line}\n11:00 Coffee\n12:00 How to sell by night\n"

    assert (title, names) in read(text)


def test_a_conversation_about_something_is_cut_as_any_title() -> None:
    """Only a line that names nothing but the conversation and people is left whole."""
    assert in_conversation("Interview with Ann Archer on why bees dance in the dark") is None
    assert in_conversation("Dialogue between Baxter Works and the city") is None


@pytest.mark.parametrize(
    ("title", "people"),
    [
        ("Vorstandsvorsitzender Henrik Petersen eröffnet die Tagung", [("Henrik Petersen", "Vorstandsvorsitzender")]),
        ("President Robert Baxter and secretary Carla Diaz open the fair",
         [("Robert Baxter", "President"), ("Carla Diaz", "secretary")]),
        ("Avslutande ord från minister Ola Nordin", [("Ola Nordin", "minister")]),
        ("Henrik Petersen welcomes the guests", [("Henrik Petersen", None)]),
        ("How President Robert Baxter lost the ferry", []),
        ("The mayor opens the bridge", []),
    ],
)  # fmt: skip
def test_who_opens_the_event_is_named_behind_a_job(title: str, people: list[tuple[str, str | None]]) -> None:
    """A title on another matter speaks of whom it names."""
    assert [(p.name, p.title) for p in people_opening(title)] == people


def test_an_and_behind_a_comma_ends_a_list_of_people_among_lines_of_one_person() -> None:
    """What the comma parts in the other lines, a name and a house, it does not part before known names up to the "and"."""
    text = (
        "7 September 2027\n\n10:00 Sleeping sensors at sea\nThomas Nyberg, Lakeside University\n\n"
        "10:30 How loud is a meter?\nAbigail Stone, Hertz & Daughters\n\n"
        "11:00 Hopping for the patient\nCarla Diaz, Peter Rowe, and Mike Holling, Grodno Polytechnic\n\n"
        "11:30 Rust in the last mile\nEmma Brandt, Northgate Telecom\n"
    )

    assert read(text)[2] == ("Hopping for the patient", ["Carla Diaz", "Peter Rowe", "Mike Holling"])
