"""Phrases read as names are left out where the rest of a page tells that they are none."""

from __future__ import annotations

import pytest

from scrapers._found import FoundPerson, FoundSession
from scrapers._language.text_kinds import name_chance
from scrapers._people.strangers import introduced_in, leave_out_strangers

NAMES = ("Ann Archer", "Marta Dolz", "Kasia Brzezicka", "Oluwaseun Adeyemi", "Виктория Пак", "Jørgen Hansen", "Zeynep Yıldız")
PHRASES = ("Booth Visit", "Slow Dollars", "Visita Técnica", "Rantaradio Uutiset", "Particle Smoothers", "Belgin Sigorta Genel")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_told_from_a_phrase(name: str) -> None:
    """By the letters of its words and by given names that lists know, whatever the country."""
    assert name_chance(name) > 0.5


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_of_common_words_is_no_name(phrase: str) -> None:
    """In capitals it looks like one; its words are those of texts."""
    assert name_chance(phrase) < 0.5


def sessions(*people: FoundPerson | None, more: int = 0) -> list[FoundSession]:
    """A session for each of the people, and some that name nobody."""
    found = [FoundSession(title=f"Talk {n}", people=[person] if person else []) for n, person in enumerate(people)]
    return [*found, *(FoundSession(title=f"Tour {n}") for n in range(more))]


def left(found: list[FoundSession]) -> list[str]:
    """The names that are left once strangers are out."""
    leave_out_strangers(found)
    return [person.name for session in found for person in session.people]


def test_a_phrase_among_people_is_left_out() -> None:
    """Two speakers with names and one of common words: that is a title or a room."""
    assert left(sessions(*map(FoundPerson, ("Ann Archer", "Marta Dolz", "Booth Visit")))) == ["Ann Archer", "Marta Dolz"]


def test_a_phrase_is_left_out_of_a_programme_that_names_nobody() -> None:
    """One of five sessions seems to have a speaker, of whom nothing is told."""
    assert left(sessions(FoundPerson("Booth Visit"), more=4)) == []


def test_somebody_of_whom_more_is_told_stays() -> None:
    """A job title, a company or an honorific speaks for a person, however odd the name."""
    people = (FoundPerson("Booth Visit", title="Sales Manager"), FoundPerson("Dr. Slow Dollars"), FoundPerson("Ann Archer"))

    assert left(sessions(*people)) == ["Booth Visit", "Dr. Slow Dollars", "Ann Archer"]


def test_the_rest_of_a_phrase_is_no_company_that_speaks_for_a_person() -> None:
    """A heading cut at its comma ("Customs Forecasts, Ports and Harbours") names nobody."""
    phrase = FoundPerson("Customs Forecasts", company="Ports and Harbours")

    assert left(sessions(phrase, more=4)) == []
    assert left(sessions(FoundPerson("Ann Archer", company="Tarn AG"), FoundPerson("Marta Dolz"), phrase)) == [
        "Ann Archer",
        "Marta Dolz",
    ]


def test_a_company_speaks_for_nobody_on_a_page_that_names_no_one_else() -> None:
    """Of five sessions one seems to have a speaker, with an unlikely name: the page names none."""
    unlikely = FoundPerson("Slow Dollars", company="Acme")

    assert left(sessions(unlikely, more=4)) == []
    assert left(sessions(FoundPerson("Ann Archer"), FoundPerson("Marta Dolz"), unlikely)) == [
        "Ann Archer",
        "Marta Dolz",
        "Slow Dollars",
    ]


def test_who_stands_in_a_column_of_speakers_is_less_doubtful() -> None:
    """The head of a column speaks for a rare name; common words stay common words."""
    found = sessions(*map(FoundPerson, (*NAMES[:4], "Nitten Dutta", "Slow Dollars")))
    leave_out_strangers(found, {"nitten dutta", "slow dollars"})

    assert [person.name for session in found for person in session.people][4:] == ["Nitten Dutta"]


def test_where_many_names_are_rare_nobody_is_left_out() -> None:
    """A page of people whose names no list knows keeps them all."""
    people = [FoundPerson("Booth Visit"), FoundPerson("Slow Dollars"), FoundPerson("Ann Archer")]

    assert len(left(sessions(*people))) == 3


def test_who_is_told_of_once_is_no_stranger_elsewhere() -> None:
    """A rare name with a company in one session stays in another that gives the name alone, in whichever order they stand."""
    people = [FoundPerson(name) for name in NAMES[:4]]
    told, bare = FoundPerson("Slow Dollars", company="Acme"), FoundPerson("Slow Dollars")

    assert left(sessions(*people, told, bare)) == [*NAMES[:4], "Slow Dollars", "Slow Dollars"]
    assert left(sessions(*people, bare, told)) == [*NAMES[:4], "Slow Dollars", "Slow Dollars"]
    held = FoundPerson("Slow Dollars", title="Editor")
    assert left(sessions(*people, held, bare)) == [*NAMES[:4], "Slow Dollars", "Slow Dollars"]


def test_whom_a_label_introduces_is_no_stranger() -> None:
    """A text behind "Speaker:" names somebody, however unlike the other names of the page."""
    assert introduced_in(["Speaker: Ayo Bankole", "Ann Archer"]) == {"ayo bankole"}
    strange = FoundSession("Tides", people=[FoundPerson("Noisy Labels")])
    others = [FoundSession(name, people=[FoundPerson(name)]) for name in ("Ann Archer", "Susan Weber", "Maria Rossi")]
    leave_out_strangers([strange, *others], introduced={"noisy labels"})
    assert strange.people
    leave_out_strangers([strange, *others])
    assert not strange.people
