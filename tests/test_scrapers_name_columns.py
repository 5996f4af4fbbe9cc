"""Heads of tables that tell which columns hold names."""

from __future__ import annotations

import pytest
from slot_pages import read, titles

PEOPLE = [
    ("Karl", "Muster", "Acme AG", "Leiter Einkauf"),
    ("Nada", "Breitman", "Tarn AG", "Architektin"),
    ("Olaf", "Quist", "Norvik GmbH", "Vorstand"),
]


def _table(*rows: tuple[str, ...]) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in rows)}</table>"


@pytest.mark.parametrize(("given", "family"), [("Vorname", "Name"), ("PRÉNOM", "NOM"), ("First name", "Surname")])
def test_given_and_family_names_in_columns_of_their_own_are_one_name(given: str, family: str) -> None:
    """Whichever column comes first, names are put together in the order they are spoken in."""
    names = [f"{first} {last}" for first, last, _, _ in PEOPLE]
    turned = [(last, first, *told) for first, last, *told in PEOPLE]

    for page in (
        _table((given, family, "Firma", "Funktion"), *PEOPLE),
        _table((family, given, "Firma", "Funktion"), *turned),
    ):
        agenda = read(f"<h1>Speakers</h1>{page}")
        assert [p.name for p in agenda.speakers] == names
        assert [(p.company, p.title) for p in agenda.speakers] == [(firm, job) for _, _, firm, job in PEOPLE]


def test_couples_share_the_family_name_in_its_column() -> None:
    """Two given names in a cell are two people."""
    couple = ("9:00", "Mending nets in winter", "Breitman", "Marc and Nada")
    others = [("10:00", "Salt and bread", "Quist", "Olaf"), ("11:00", "Ropes of hemp", "Muster", "Karl")]

    agenda = read(_table(("Time", "Title", "Surname", "First name"), couple, *others))

    assert [p.name for p in agenda.speakers] == ["Marc Breitman", "Nada Breitman", "Olaf Quist", "Karl Muster"]


def test_columns_of_other_things_are_left_as_they_are() -> None:
    """Heads that could tell of names prove nothing where the cells below hold none."""
    agenda = read(
        _table(("Time", "First", "Last"), ("9:00", "Mending nets in winter", "Salt and bread"), ("10:00", "Tar", "Rope"))
    )

    assert "Mending nets in winter" in titles(agenda)


def test_a_column_called_name_beside_titles_holds_people() -> None:
    """What stands behind the name is no title, though it reads like one."""
    agenda = read(
        _table(
            ("Horário", "Título", "Nome", "Observação"),
            ("9h", "Redes no inverno", "Karl Muster", "Mestre em ensino (UTN); Marinheiro de profissão"),
            ("10h", "Sal e pão", "Nada Breitman", "Autora do livro das padarias"),
            ("11h", "Cordas", "Olaf Quist", "Doutor em física (UTN); Mestre em ensino (UTN)"),
        )
    )

    assert titles(agenda) == ["Redes no inverno", "Sal e pão", "Cordas"]
    assert [p.name for p in agenda.speakers] == ["Karl Muster", "Nada Breitman", "Olaf Quist"]
