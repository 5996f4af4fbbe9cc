"""Where each fact about a person comes from, and of which day."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from planner.agenda import Agenda, Event, Speaker
from planner.merging import merge_person
from planner.people import Person
from planner.sources import FACTS, add_source, changed_by_me, say_sources, sources_of
from planner.storage import Store

ANA = Person("a", "Ana Berg", "CFO", "Acme", source="LinkedIn export of 2026-05-02")


def test_every_fact_has_its_source_and_day() -> None:
    """What an agenda added and what I typed say so; the rest is the file's."""
    person = changed_by_me(ANA, Person("a", "Ana Berg", "CFO", "Acme", email="ana@acme.example", source=ANA.source),
                           date(2026, 11, 22))  # fmt: skip
    assert sources_of(person) == {
        "name": "LinkedIn export of 2026-05-02",
        "title": "LinkedIn export of 2026-05-02",
        "company": "LinkedIn export of 2026-05-02",
        "email": "you, 2026-11-22",
    }
    assert say_sources(person) == "Name, job title, company: LinkedIn export of 2026-05-02. E-mail: you, 2026-11-22"


def test_a_newer_file_takes_over_only_the_facts_it_changed() -> None:
    """The name is still known from the first file, the new job from the second."""
    newer = Person("x", "Ana Berg", "CEO", "Acme", source="LinkedIn export of 2026-11-01")
    merged = merge_person(ANA, newer)

    assert sources_of(merged)["title"] == "LinkedIn export of 2026-11-01"
    assert sources_of(merged)["name"] == "LinkedIn export of 2026-05-02"
    assert merge_person(merged, newer) == merged


def test_somebody_from_an_agenda_comes_from_there_whatever_it_says_of_them(store: Store) -> None:
    """Also when the agenda has but a name; a correction of mine is marked as mine."""
    event = store.add_event(Agenda("https://forum.example", "test", Event("Forum"), (), (Speaker("ana", "Ana Berg"),)))
    person = store.person_for_speaker(event, "ana", Speaker("ana", "Ana Berg"))
    store.change_people([(person, Person(person.id, "Ana Berg", "CFO", source=person.source))])
    kept = store.person(person.id)
    today = date.today().isoformat()

    assert kept is not None
    assert sources_of(kept) == {"name": f"agenda of Forum, {today}", "title": f"you, {today}"}


def test_a_source_not_noted_is_said() -> None:
    """Nothing is made up."""
    assert say_sources(Person("a", "Ana Berg")) == "Name: not noted"


@given(st.lists(st.tuples(st.sets(st.sampled_from(list(FACTS)), min_size=1), st.text(max_size=20)), max_size=6))
def test_the_last_source_of_a_fact_is_the_one_told(steps: list[tuple[set[str], str]]) -> None:
    """However often facts change, what is kept stays short and is read as it was written."""
    person, told = Person("a", "Ana", "x", "x", "x", "x", "x", "x"), dict.fromkeys(FACTS, "")
    for fields, source in steps:
        person = add_source(person, fields, source)
        if source:
            told |= dict.fromkeys(fields, source.replace(";", ","))

    assert sources_of(person) == told
    assert len((person.source or "").split("; ")) <= len(FACTS)
