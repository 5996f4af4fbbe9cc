"""Companies and other bodies beside names, told apart from the jobs in them."""

from __future__ import annotations

import pytest

from scrapers._cards.cards import find_people
from scrapers._html.page import parse
from scrapers._language.namelike import looks_like_name
from scrapers._people.affiliation import split_affiliation
from scrapers._people.names import split_people


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Directora de Agua de la Secretaría de Obra Agraria, Territorial y Costera (SOATC)", "Directora de Agua",
         "Secretaría de Obra Agraria, Territorial y Costera (SOATC)"),
        ("Head of the Ministry of Harbours, Youth and Sport", "Head", "Ministry of Harbours, Youth and Sport"),
        ("Diretora da Secretaria de Marés, Turismo e Lazer", "Diretora", "Secretaria de Marés, Turismo e Lazer"),
        ("Head of the tax team, Archer and Baxter", "Head of the tax team", "Archer and Baxter"),
    ],
)  # fmt: skip
def test_what_a_body_is_for_goes_on_behind_a_comma(text: str, title: str, company: str) -> None:
    """A body is named with all it is for; a comma before a company parts as ever."""
    assert split_affiliation(text) == (title, company)


def test_founders_who_are_something_else_too_lead_to_their_company() -> None:
    """One of two jobs that say whose the company is says it for both."""
    assert split_affiliation("Fundadora y directora de Quillfen Tarn") == ("Fundadora y directora", "Quillfen Tarn")


@pytest.mark.parametrize("address", ["https://tarn.example/ana", "www.tarn.example", "ana@tarn.example"])
def test_addresses_beside_a_name_are_neither_job_nor_company(address: str) -> None:
    """They say how to reach somebody; the job before them stays."""
    assert split_affiliation(address) == (None, None)
    assert split_affiliation(f"redattrice e traduttrice ({address})") == ("redattrice e traduttrice", None)


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Head global de Redes do Nubank", "Head global de Redes", "Nubank"),
        ("CEO Tarnbank", "CEO", "Tarnbank"),
        ("Präsident des Verbandes", "Präsident des Verbandes", None),
        ("Investigadora del Centro de Mares, del Colegio de Tarnal desde 2009", "Investigadora",
         "Centro de Mares, del Colegio de Tarnal"),
        ("Presidente do Centro de Marés em Governança Prado & Leal", "Presidente",
         "Centro de Marés em Governança Prado & Leal"),
    ],
)  # fmt: skip
def test_a_body_is_named_whole(text: str, title: str, company: str | None) -> None:
    """With what it belongs to and is about; made with a word for bodies it is a name, that word alone is none."""
    assert split_affiliation(text) == (title, company)


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Sędzia Sądu Okręgowego w Tarnówku", "Sędzia", "Sądu Okręgowego w Tarnówku"),
        ("Dyrektor Wojewódzkiego Szpitala Dziecięcego we Wronkach", "Dyrektor",
         "Wojewódzkiego Szpitala Dziecięcego we Wronkach"),
        ("Członek Komisji Etyki przy Naczelnej Radzie Młynarskiej", "Członek Komisji Etyki", "Naczelnej Radzie Młynarskiej"),
        ("Współpracownik Fundacji im. Jana Grabca", "Współpracownik", "Fundacji im. Jana Grabca"),
    ],
)  # fmt: skip
def test_a_body_in_a_case_is_named_with_its_town(text: str, title: str, company: str) -> None:
    """A court, a hospital or a council in the genitive or locative is the company; the town behind it belongs to its name."""
    assert split_affiliation(text) == (title, company)


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Заступник директора ЛУГТ, д. с.-г. н.", "Заступник директора", "ЛУГТ"),
        ("Завідувач відділу, к. т. н., доцент", "Завідувач відділу, доцент", None),
        ("д.э.н., директор Фонда берегов", "директор", "Фонда берегов"),
    ],
)
def test_a_learned_degree_in_cyrillic_is_neither_job_nor_company(text: str, title: str, company: str | None) -> None:
    """Wherever it stands between commas, a degree such as "к. т. н." is left out."""
    assert split_affiliation(text) == (title, company)


@pytest.mark.parametrize("commas_part_people", [None, True, False])
def test_a_list_that_ends_in_a_bracket_names_people_of_one_house(commas_part_people: bool | None) -> None:
    """Three of one house are three, also where the commas of a page mostly part names from companies."""
    people = split_people("Cíntia Fidalgo, Heitor Alexandre e Davi Rocha (UFX)", commas_part_people=commas_part_people)

    assert [(p.name, p.company) for p in people] == [
        ("Cíntia Fidalgo", "UFX"),
        ("Heitor Alexandre", "UFX"),
        ("Davi Rocha", "UFX"),
    ]


@pytest.mark.parametrize("line", ["Ana Prado e", "e Ana Prado", "Ana Prado y"])
def test_a_connective_left_over_where_a_line_was_cut_is_no_part_of_a_name(line: str) -> None:
    """The name before or behind it stands alone."""
    assert [p.name for p in split_people(line)] == ["Ana Prado"]


@pytest.mark.parametrize("text", ["Externer Gastredner", "Lokalny Prelegent", "Nuestra Moderadora"])
def test_a_word_for_a_part_in_the_programme_is_in_no_name(text: str) -> None:
    """Capitals make no name of what somebody is to do."""
    assert looks_like_name(text) < 0.6


def test_a_degree_in_short_does_not_end_a_sentence() -> None:
    """A long line below a name that holds a degree such as "к. с.-г. н." still tells what somebody is."""
    told = [
        ("Лариса Гайова", "Завідувач лабораторії огляду берегів, гирла та затоки, к. с.-г. н., ст. дослідник"),
        ("Надія Польова", "Завідувач відділу обліку човнів, сіток та поромів на річках, к. с.-г. н."),
        ("Ігор Криниця", "Директор"),
    ]
    cards = "".join(f"<div><h3>{name}</h3><p>{job}</p></div>" for name, job in told)
    people = find_people(parse(f"<h2>Спікери</h2>{cards}"))
    assert [(p.name, (p.title or "").split()[0]) for p in people] == [(name, job.split()[0]) for name, job in told]


def test_a_stop_behind_a_bracket_ends_a_sentence() -> None:
    """Two sentences below a name are no company, though the first ends in brackets."""
    told = ["Fisiatra, Poliambulatorio Tarna (TT). Ecografista presso lo Studio Velario di Quillfen (QF)", "Medico", "Oculista"]
    names = ["Anna Arciere", "Bruno Bottaio", "Carla Conti"]
    cards = "".join(f"<div><h3>{name}</h3><p>{job}</p></div>" for name, job in zip(names, told, strict=True))
    people = find_people(parse(f"<h2>Relatori</h2>{cards}"))
    assert [p.name for p in people] == names
    assert "Ecografista" not in (people[0].company or "")
