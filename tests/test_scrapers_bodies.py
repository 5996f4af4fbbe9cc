"""Companies and other bodies beside names, told apart from the jobs in them."""

from __future__ import annotations

import pytest

from scrapers._people.affiliation import split_affiliation


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
