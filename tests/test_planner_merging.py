"""Importing again: nobody doubled, nobody merged on a guess, nothing of the user's own lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.contacts import read_contacts
from planner.merging import Merge, merge_contacts, merge_person
from planner.people import Person

LINKEDIN = (Path(__file__).parent / "data" / "contacts" / "linkedin.csv").read_bytes()
ANA = Person("1", "Ana Novak", "VP Sales", "Ostfeld AG", email="ana@ostfeld.example", source="own list")


def saved(known: list[Person], result: Merge) -> list[Person]:
    """The people after the import is saved."""
    changed = {u.before.id: u.after for u in result.updated}
    return [changed.get(p.id, p) for p in known] + list(result.added)


def test_the_same_file_twice_changes_nothing() -> None:
    """A second import of a file finds everybody unchanged."""
    first = merge_contacts([], read_contacts(LINKEDIN, today=date(2026, 5, 2)).people)
    again = merge_contacts(first.added, read_contacts(LINKEDIN, today=date(2026, 6, 3)).people)
    assert len(first.added) == 4
    assert (again.added, again.updated, again.doubts) == ((), (), ())
    assert again.unchanged == first.added


def test_a_newer_file_updates_and_the_users_own_words_stay() -> None:
    """A new job follows the file; relation, remarks and rhythm stay; the last contact only moves forward."""
    link = "https://www.linkedin.com/in/ana-novak"
    mine = replace(
        ANA, linkedin=link, relation="client", remarks="Likes tea", rhythm_days=60, industry="energy", last_contact="2026-01-01"
    )
    new = Person(
        "x", "Ana Novak", "CRO", "Quill", linkedin=f"{link}/", relation="other", last_contact="2019-01-01", source="file"
    )
    update = merge_contacts([mine], [new]).updated[0]
    assert update.after == replace(
        mine,
        title="CRO",
        company="Quill",
        linkedin=f"{link}/",
        industry=None,
        source="own list; title, company, linkedin from file",
    )
    assert set(update.changes) == {"title", "company", "linkedin", "industry"}


@pytest.mark.parametrize(
    ("imported", "verdict"),
    [
        (Person("x", "Ana Nowak", email="ANA@ostfeld.example"), "updated"),
        (Person("x", "Novak, Ana", company="Ostfeld", phone="1"), "updated"),
        (Person("x", "Ana Novak", company="Quill"), "doubts"),
        (Person("x", "Ana Novak"), "doubts"),
        (Person("x", "Anna Novak", company="Ostfeld"), "doubts"),
        (Person("x", "Jonas Eriksen", email="ana@ostfeld.example"), "doubts"),
        (Person("x", "Anna Novak", company="Quill"), "added"),
        (Person("x", "Jonas Eriksen", company="Ostfeld"), "added"),
    ],
)
def test_what_is_sure_is_merged_what_is_likely_is_asked(imported: Person, verdict: str) -> None:
    """LinkedIn, e-mail, or name and company make it sure; a likeness is put to the user."""
    result = merge_contacts([ANA], [imported])
    assert {name for name in ("added", "updated", "doubts", "unchanged") if getattr(result, name)} == {verdict}


def test_different_linkedin_addresses_are_different_people() -> None:
    """Two people of one name and company, each with an own address, stay two."""
    one = replace(ANA, linkedin="https://linkedin.com/in/ana-1", email=None)
    two = Person("2", "Ana Novak", company="Ostfeld AG", linkedin="https://linkedin.com/in/ana-2")
    assert merge_contacts([one], [two]).added == (two,)


def test_a_decision_once_made_is_not_asked_again() -> None:
    """After a doubt is settled, either way, the next import knows."""
    imported = Person("x", "Ana Novak", company="Quill")
    apart = merge_contacts([ANA, imported], [replace(imported, id="y")])
    assert not apart.doubts
    assert not apart.added
    together = merge_person(ANA, imported)
    assert together.id == ANA.id
    assert not merge_contacts([together], [replace(imported, id="y")]).doubts


NAMES = st.sampled_from(["Ana Novak", "Anna Novak", "Bo Jansen", "Novak, Ana", "Dr. Bo Jansen", "Mei Larsen"])
PEOPLE = st.lists(
    st.builds(
        Person,
        id=st.uuids().map(str),
        name=NAMES,
        company=st.sampled_from([None, "Ostfeld", "Ostfeld AG", "Quill", "Freelance"]),
        email=st.sampled_from([None, None, "a@x.example", "b@x.example"]),
        linkedin=st.sampled_from([None, None, "linkedin.com/in/a", "linkedin.com/in/b"]),
    ),
    max_size=8,
    unique_by=lambda p: p.id,
)


@pytest.mark.parametrize("name", ["Jon Smyth", "John Smith", "J. Smith", "Jon Smith Baker"])
def test_another_spelling_at_one_company_is_a_question(name: str) -> None:
    """A letter, an initial or a second family name: nobody is added or put together unasked; at another company nobody asks."""
    known = [Person("k", "Jon Smith", company="Acme")]
    found = merge_contacts(known, [Person("1", name, company="Acme")])
    assert ([d.known.id for d in found.doubts], found.added) == (["k"], ())
    assert merge_contacts(known, [Person("1", name, company="Quill")]).doubts == ()


@settings(max_examples=200)
@given(PEOPLE, PEOPLE)
def test_every_imported_person_is_accounted_for_and_a_second_import_adds_nobody(
    known: list[Person], imported: list[Person]
) -> None:
    """No known person disappears, and importing the same again adds nobody but perhaps those whose doubt was left open."""
    first = merge_contacts(known, imported)
    after = saved(known, first)
    assert {p.id for p in known} <= {p.id for p in after}
    assert len({p.id for p in after}) == len(after)
    second = merge_contacts(after, [replace(p, id=f"again {p.id}") for p in imported])
    assert {p.id for p in second.added} <= {f"again {d.imported.id}" for d in first.doubts}
