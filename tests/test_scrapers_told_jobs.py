"""Biographies that tell a job in ways of their own: in the first person, as a list, before the name, in Romance languages."""

from __future__ import annotations

import pytest

from scrapers._found import FoundPerson
from scrapers._people.affiliation import split_affiliation
from scrapers._people.biographies import with_told_jobs


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Je suis développeuse chez Tarnlow et co-fondatrice de Quillfen. J'ai appris seule.", "développeuse", "Tarnlow"),
        ("I am a professor at Keele University and I love doors.", "professor", "Keele University"),
        ("Soy periodista en Diario Norvik, donde escribo de mares.", "periodista", "Diario Norvik"),
        ("Doctorante en sociologie à l'Institut Tarnlow, Ann Archer est fondatrice d'un atelier.", "Doctorante en sociologie",
         "Institut Tarnlow"),
        ("Ann Archer est dirigeante associée au sein d’Ayelda, société de conseil dont le métier est le vent.",
         "dirigeante associée", "Ayelda"),
        ("Insegnante, giornalista, traduttrice. Ama il mare.", "Insegnante", None),
        ("Ann Archer est une experte du Kanban. Elle navigue.", "experte du Kanban", None),
        ("Ann Archer is a professor emerita, holds a PhD and swims.", "professor emerita", None),
        ("Le vent, la mer, les ports. Ann n'aime rien tant que naviguer.", None, None),
    ],
)  # fmt: skip
def test_a_text_below_a_name_tells_the_job_in_its_own_way(text: str, title: str | None, company: str | None) -> None:
    """Whoever says "I am" is named above; of a list of jobs the first counts; what somebody knows is no company."""
    ann = FoundPerson("Ann Archer")

    with_told_jobs([ann], ["Ann Archer", text])

    assert (ann.title, ann.company) == (title, company)


def test_a_company_is_told_behind_within() -> None:
    """These words stand between a job and a company as "chez" does."""
    assert split_affiliation("ingénieure au sein du Groupe Tarnlow") == ("ingénieure", "Groupe Tarnlow")
