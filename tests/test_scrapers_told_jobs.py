"""Biographies that tell a job in ways of their own: in the first person, as a list, before the name, in later sentences."""

from __future__ import annotations

import pytest

from scrapers._found import FoundPerson
from scrapers._people.affiliation import split_affiliation
from scrapers._people.biographies import with_told_jobs
from scrapers._people.names import split_people


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


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Ann Archer studied physics in Leeds. She is head of sales at Tarnlow and writes.", "head of sales", "Tarnlow"),
        ("Ann Archer hat gelehrt. Heute ist sie Geschäftsführerin der Tarnlow GmbH.", "Geschäftsführerin", "Tarnlow GmbH"),
        ("Ann Archer ist gelernte Tischlerin und seit 2014 Leiterin der Tarnlow GmbH.", "Leiterin", "Tarnlow GmbH"),
        ("Ann Archer creció en Norvik. Es profesora en la Universidad de Tarnal.", "profesora", "Universidad de Tarnal"),
        ("Ann Archer, head of sales at Tarnlow, has two cats.", "head of sales", "Tarnlow"),
        ("Ann Archer is a leader. She serves as head of sales at Tarnlow, where she sings.", "head of sales", "Tarnlow"),
        ("Ann Archer has two cats. She was head of sales at Tarnlow. She holds a degree.", None, None),
    ],
)  # fmt: skip
def test_a_later_sentence_tells_the_job_and_where(text: str, title: str | None, company: str | None) -> None:
    """What somebody is now counts wherever the first sentences say it, and before a first sentence that names no company."""
    ann = FoundPerson("Ann Archer")

    with_told_jobs([ann], ["Dr. Ann Archer", text])

    assert (ann.title, ann.company) == (title, company)


def test_a_text_further_below_a_name_counts_where_it_tells_both() -> None:
    """Until somebody else is named or a slot begins, a text that opens with a job and its company belongs to the name."""
    ann, bob, eve = (FoundPerson(name) for name in ("Ann Archer", "Bob Baxter", "Eve Elwood"))
    talk, post = "The lecture is about doors that nobody opens.", "Professorin für Baukunst an der Universität Tarnlow"

    with_told_jobs([ann, bob, eve], ["Prof. Dr. Ann Archer", talk, "About her", post, "Bob Baxter", talk, "10:30", post])
    with_told_jobs([eve], ["Eve Elwood", talk, "Journalist, writer, and a friend of doors."])

    assert (ann.title, ann.company) == ("Professorin für Baukunst", "Universität Tarnlow")
    assert (bob.title, bob.company) == (None, None)
    assert (eve.title, eve.company) == (None, None)


def test_a_first_sentence_that_is_a_job_tells_it() -> None:
    """A job in a few words, with a text about somebody behind it, is that person's."""
    ann = FoundPerson("Ann Archer")

    with_told_jobs([ann], ["Ann Archer", "(Tarnlow)", "Diseñadora urbana. Fundó muchas casas y vive en Norvik."])

    assert ann.title == "Diseñadora urbana"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Archer och Bob Baxter, Tarnlows centrum",
        "Ann Archer, Bob Baxter, Tarnlows centrum",
        "dr Ann Archer, dr Bob Baxter, Univerzitet u Tarnlowu, Srbija",
    ],
)
def test_a_company_behind_several_names_is_that_of_all(text: str) -> None:
    """Nobody but the last has anything beside the name: what stands behind all of them is where they work."""
    first, last = split_people(text)

    assert first.company == last.company is not None


def test_a_job_behind_several_names_is_that_of_the_last() -> None:
    """What only one person can be is not given to the others, nor is what stands behind somebody who is told apart."""
    assert [p.company for p in split_people("Ann Archer and Bob Baxter, CEO, Tarnlow")] == [None, "Tarnlow"]
    assert [p.company for p in split_people("Ann Archer (Quillfen), Bob Baxter (Tarnlow)")] == ["Quillfen", "Tarnlow"]


@pytest.mark.parametrize("company", ["TARNOLD Reinigungstechnik", "NORVIK Gebäudetechnik"])
def test_what_weighs_more_as_a_company_is_one(company: str) -> None:
    """A text alone beside a name that holds a word of jobs, but reads like the name of a company by weights, is one."""
    assert split_affiliation(company) == (None, company)


def test_a_small_word_may_lead_to_a_company_in_another_script() -> None:
    """A company in Latin letters stands behind a Ukrainian "in"; a sign glued to one word parts it as one between two."""
    assert split_affiliation("Lead Programmer у 4A Tarnlow") == ("Lead Programmer", "4A Tarnlow")
    assert split_affiliation("CEO &Co-founder") == ("CEO & Co-founder", None)
