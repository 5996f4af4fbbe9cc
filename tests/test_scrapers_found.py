"""What readers find, made one agenda: the same person in several spellings is one entry."""

from __future__ import annotations

from scrapers._found import Found, FoundPerson, FoundSession, assemble


def names(*sessions: list[str]) -> list[str]:
    """The people of an agenda of sessions that name these people, in its order."""
    found = Found(sessions=[FoundSession(f"Talk {n}", people=[FoundPerson(p) for p in s]) for n, s in enumerate(sessions)])
    agenda = assemble("here", "test", found)
    known = {p.id for p in agenda.speakers}
    assert all(set(s.speakers) <= known for s in agenda.sessions)
    return [p.name for p in agenda.speakers]


def test_a_name_with_and_without_a_form_of_address_is_one_person() -> None:
    """Honorifics and degrees make no second person."""
    assert names(["Dr. Eva Muster"], ["Eva Muster"], ["Eva Muster, PhD"]) == ["Dr. Eva Muster"]


def test_a_job_title_before_a_name_makes_no_second_person() -> None:
    """The bare name elsewhere is the same person; the word before it is the job title."""
    agenda = assemble("here", "test", Found(people=[FoundPerson("Pfarrer Jan Probe"), FoundPerson("Jan Probe")]))
    assert [(p.name, p.title) for p in agenda.speakers] == [("Jan Probe", "Pfarrer")]


def test_a_middle_name_left_out_makes_no_second_person() -> None:
    """One page prints "Ann K. Archer" and "Ann Archer"."""
    assert len(names(["Ann K. Archer"], ["Ann Archer"])) == 1


def test_two_people_of_one_session_stay_two() -> None:
    """People who speak together are different people, however alike their names."""
    assert len(names(["Ann K. Archer", "Ann Archer"])) == 2


def test_a_shorter_name_that_fits_two_people_joins_neither() -> None:
    """Nothing tells which of the two is meant."""
    assert len(names(["Ann K. Archer"], ["Ann B. Archer"], ["Ann Archer"])) == 3


def test_a_name_in_capitals_is_shown_as_others_print_it() -> None:
    """A heading may shout what the list below writes plainly."""
    assert names(["EVA MUSTER"], ["Eva Muster"]) == ["Eva Muster"]
