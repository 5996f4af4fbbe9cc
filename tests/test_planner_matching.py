"""My contacts at the event: who is known, who may be, whom I know where, and with whom contact was lost."""

from __future__ import annotations

import random
import runpy
from datetime import date
from pathlib import Path

import pytest

from planner.agenda import Speaker
from planner.matching import company_key, find_known, find_stale, find_warm_paths
from planner.people import Person

ANA = Person("1", "Ana Novak", "VP Sales", "Ostfeld AG", linkedin="https://www.linkedin.com/in/ana-novak")


def match(contact: Person, speaker: Speaker) -> str | None:
    """How surely this speaker is this contact, None for no match."""
    found = find_known([contact], [speaker])
    return found[0].certainty if found else None


@pytest.mark.parametrize(
    ("speaker", "certainty"),
    [
        (Speaker("p", "Ana Novak", company="Ostfeld"), "sure"),
        (Speaker("p", "NOVAK, Dr. Ana", company="ostfeld ag"), "sure"),
        (Speaker("p", "Ana Novak", company="Ostfeld Energy"), "sure"),
        (
            Speaker("p", "Ana Novak-Brandt", company="Elsewhere", links={"linkedin": "http://de.linkedin.com/in/ana-novak/"}),
            "sure",
        ),
        (Speaker("p", "Ana Novak", company="Quill"), "probable"),
        (Speaker("p", "Ana Novak"), "probable"),
        (Speaker("p", "Anna Novak", company="Ostfeld"), "probable"),
        (Speaker("p", "Ana Novak Brandt", company="Ostfeld"), "probable"),
        (Speaker("p", "Ana Novak", company="Quill", links={"linkedin": "https://linkedin.com/in/another-ana"}), None),
        (Speaker("p", "Anna Novak", company="Quill"), None),
        (Speaker("p", "Ana Brandt", company="Ostfeld"), None),
        (Speaker("p", "Ana", company="Ostfeld"), None),
    ],
)
def test_a_speaker_is_surely_probably_or_not_a_contact(speaker: Speaker, certainty: str | None) -> None:
    """Only a link, or name and company together, are sure; a name alone asks for a decision."""
    assert match(ANA, speaker) == certainty


def test_spellings_of_one_name_are_one_name() -> None:
    """Accents, umlauts written out and word order make no difference; CJK names are compared whole."""
    assert (
        match(Person("1", "Jürgen Müller", company="Böhm GmbH"), Speaker("p", "Mueller Juergen", company="Boehm")) == "probable"
    )
    assert match(Person("1", "Jürgen Müller", company="Böhm GmbH"), Speaker("p", "Jurgen Muller", company="BÖHM")) == "sure"
    assert match(Person("1", "山田太郎", company="あおば株式会社"), Speaker("p", "山田太郎", company="あおば")) == "sure"


def test_the_reason_is_said_in_a_sentence() -> None:
    """A probable match says what speaks against it."""
    known = find_known([ANA], [Speaker("p", "Ana Novak", company="Quill")])[0]
    assert known.why == "The same name; your contact was at Ostfeld AG, the speaker is at Quill."


def test_whom_i_know_at_their_company_is_found_best_bond_first() -> None:
    """Clients come before mere contacts, recent ones before old, and nobody is a path to themselves."""
    contacts = [
        Person("old", "Bo Jansen", company="Ostfeld", relation="other", last_contact="2019-01-01"),
        Person("new", "Mei Larsen", company="Ostfeld AG", relation="other", last_contact="2026-01-01"),
        Person("client", "Liam Brandt", "Buyer", "OSTFELD", relation="client"),
        ANA,
        Person("else", "Ines Dupont", company="Quill"),
    ]
    paths = find_warm_paths(contacts, [Speaker("p", "Ana Novak", company="Ostfeld")], dream_customers=["Quill & Co", "Nowhere"])
    assert [(w.person.id, w.speaker) for w in paths] == [("client", "p"), ("new", "p"), ("old", "p"), ("else", None)]
    assert paths[0].text == "You know Liam Brandt, your client, Buyer at Ostfeld, where Ana Novak works."


def test_of_a_large_company_the_best_five_are_named() -> None:
    """Five hundred colleagues at one company make five paths, not five hundred."""
    crowd = [Person(str(i), f"Person{i} Novak", company="Ostfeld", last_contact=f"20{i % 26:02}-01-01") for i in range(500)]
    paths = find_warm_paths(crowd, [Speaker("p", "Bo Jansen", company="Ostfeld AG")])
    assert [w.person.last_contact for w in paths] == ["2025-01-01"] * 5


@pytest.mark.parametrize("nowhere", ["Freelance", "Self-Employed", "", "Stealth Startup", "Selbständig", "N/A"])
def test_no_company_connects_nobody(nowhere: str) -> None:
    """Two freelancers are no colleagues."""
    assert company_key(nowhere) == ""
    assert find_warm_paths([Person("1", "Bo Jansen", company=nowhere)], [Speaker("p", "Ana Novak", company=nowhere)]) == ()


def test_contacts_silent_for_a_year_are_stale() -> None:
    """A year to the day counts; unknown is not said to be stale; the longest silence comes first."""
    contacts = [
        Person("year", "A B", last_contact="2025-05-02"), Person("less", "C D", last_contact="2025-05-03"),
        Person("long", "E F", last_contact="2015-01-01"), Person("unknown", "G H"),
    ]  # fmt: skip
    assert [p.id for p in find_stale(contacts, date(2026, 5, 2))] == ["long", "year"]


def test_matching_costs_about_as_much_as_a_bare_comparison() -> None:
    """30,000 contacts against 1,000 speakers; the exact bound, 1.5, is the benchmark's, as a busy machine blurs it."""
    benchmark = runpy.run_path(str(Path(__file__).parent.parent / "benchmarks" / "matching.py"))
    ours, bare, found = benchmark["measure"]()
    assert found >= 300
    assert ours < 4 * bare


def test_the_order_of_contacts_makes_no_difference() -> None:
    """The same matches come out of a shuffled list."""
    contacts = [Person(str(i), f"{g} {f}", company=c) for i, (g, f, c) in enumerate(
        (g, f, c) for g in ("Ana", "Anna", "Bo") for f in ("Novak", "Nowak") for c in ("Ostfeld", "Quill", None))]  # fmt: skip
    speakers = [Speaker("p1", "Ana Novak", company="Quill"), Speaker("p2", "Bo Nowack", company="Ostfeld")]
    expected = {(k.speaker, k.person.id, k.certainty) for k in find_known(contacts, speakers)}
    random.Random(3).shuffle(contacts)
    assert {(k.speaker, k.person.id, k.certainty) for k in find_known(contacts, speakers)} == expected
