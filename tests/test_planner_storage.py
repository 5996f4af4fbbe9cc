"""Storage: what is kept, that it stays, and who may see it. Every test runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from planner.agenda import Agenda, Event, Session, Speaker
from planner.identity import settle_ids
from planner.journal import correct, new_entry, take_back
from planner.people import Person
from planner.profile import Profile
from planner.records import Draft, Fact, Meeting
from planner.storage import Conflict, StorageError, Store, open_store

SPEAKER = Speaker("p1", "Dana Okafor", "VP Sales", "Lumen Devices", links={"linkedin": "https://www.linkedin.com/in/dana-o/"})
AGENDA = settle_ids(
    Agenda(
        source="https://summit.example/agenda",
        scraper="file",
        event=Event("Revenue Summit", "2026-03-03", "2026-03-04", "Europe/Berlin", "Halle 3"),
        sessions=(Session("s1", "Keeping the reps you hire", "2026-03-03T09:00:00+01:00", speakers=("p1",)),),
        speakers=(SPEAKER,),
    )
)


def test_what_was_saved_is_there_after_opening_again(store_url: str) -> None:
    """Everything is kept when the app is closed."""
    first = open_store(store_url)
    first.save_profile(Profile(name="Mark", topics=("ramp-up", "churn")))
    event = first.add_event(AGENDA)
    person = first.person_for_speaker(event, "p1", SPEAKER)
    entry = new_entry("favour_given", person=person.id, event=event, way="advice", text="Ramp-up sheet")
    first.add(entry)
    draft = first.save_draft(Draft(person.id, "first", "linkedin", "Dear Dana", event=event))
    (meeting,) = first.save_meetings(Meeting("m1", event, (person.id,), "2026-03-03T10:00", "2026-03-03T10:15", "Foyer"))
    first.save_facts(Fact("industry", "Lumen Devices", "medical devices", "you said so", "2026-02-01"))
    first.save_settings(language="de")
    first.close()

    again = open_store(store_url)
    assert again.profile() == Profile(name="Mark", topics=("ramp-up", "churn"))
    assert again.agenda(event) == AGENDA
    assert [e.event.name for e in again.events()] == ["Revenue Summit"]
    assert again.person(person.id) == person
    assert again.entries() == (entry,)
    assert again.drafts(event=event) == (draft,)
    assert again.meetings() == (meeting,)
    assert again.facts("industry")["Lumen Devices"].value == "medical devices"
    assert again.settings() == {"language": "de"}
    again.close()


def test_writing_an_entry_twice_keeps_it_once(store: Store) -> None:
    """A double click, a retry after a lost connection or a second tab does no harm."""
    entry = new_entry("met", person="x")
    store.add(entry, entry)
    store.add(entry)
    assert store.entries() == (entry,)


def test_an_id_is_never_used_for_two_different_entries(store: Store) -> None:
    """The second is refused, whole transaction, and the first stays."""
    entry, other = new_entry("met", person="x"), new_entry("idea", text="a booth for two")
    store.add(entry)
    with pytest.raises(Conflict):
        store.add(other, replace(entry, text="something else"))
    assert store.entries() == (entry,)


def test_corrections_and_undos_stay_in_the_journal(store: Store) -> None:
    """Filtering by person gives what counts now, the whole journal what was ever written."""
    given = new_entry("favour_given", person="a", way="advice")
    moved = correct(given, person="b")
    store.add(given)
    store.add(moved)
    assert store.entries(person="a") == ()
    assert [e.id for e in store.entries(person="b")] == [given.id]
    store.add(take_back(moved))
    assert [e.id for e in store.entries(person="a")] == [given.id]
    assert len(store.entries()) == 3


def test_a_stale_save_is_a_conflict_that_holds_both_texts(store: Store) -> None:
    """Two tabs on one draft: the second to save is told, and neither text is lost."""
    mine = theirs = store.save_draft(Draft("p", "first", "email", "Hello"))
    theirs = store.save_draft(replace(theirs, text="Hello Dana"))
    with pytest.raises(Conflict) as caught:
        store.save_draft(replace(mine, text="Good morning"))
    assert (caught.value.mine, caught.value.theirs) == ("Good morning", "Hello Dana")
    assert store.save_draft(replace(mine, text="Both", version=caught.value.version)).version == 3
    assert [d.text for d in store.drafts()] == ["Both"]


def test_saving_the_same_text_again_is_no_conflict(store: Store) -> None:
    """A retry of a save that was kept already changes nothing."""
    kept = store.save_draft(Draft("p", "first", "email", "Hello"))
    assert store.save_draft(Draft("p", "first", "email", "Hello")) == kept


def test_a_speaker_becomes_one_person_and_stays_that_person(store: Store) -> None:
    """Picked twice, on two events, or known from an import: one person, facts completed, none overwritten."""
    known = Person("k1", "Dana Okafor", company="LUMEN Devices", relation="ex_colleague", last_contact="2024-05-01")
    store.save_person(known)
    first = store.add_event(AGENDA)
    second = store.add_event(replace(AGENDA, source="https://other.example"))
    person = store.person_for_speaker(first, "p1", SPEAKER)
    assert (person.id, person.title, person.company) == ("k1", "VP Sales", "LUMEN Devices")
    assert person.relation == "ex_colleague"
    assert "agenda of Revenue Summit" in (person.source or "")
    assert store.person_for_speaker(first, "p1", SPEAKER) == store.person_for_speaker(second, "x9", SPEAKER) == person
    assert store.people_of(second) == {"x9": "k1"}
    assert len(store.people()) == 1


def test_a_namesake_elsewhere_is_another_person(store: Store) -> None:
    """A name alone is not sure enough to make two people one."""
    store.save_person(Person("k1", "Dana Okafor", company="Some Bank"))
    event = store.add_event(AGENDA)
    assert store.person_for_speaker(event, "p1", SPEAKER).id != "k1"
    assert len(store.people()) == 2


def test_readings_are_kept_as_history(store: Store) -> None:
    """A re-reading that says something new is added, one that says the same is not; nothing is overwritten."""
    event = store.add_event(AGENDA)
    moved = replace(AGENDA, sessions=(replace(AGENDA.sessions[0], start="2026-03-03T11:00:00+01:00"),))
    store.add_reading(event, AGENDA)
    store.add_reading(event, moved)
    assert [r.agenda for r in store.readings(event)] == [AGENDA, moved]
    assert store.agenda(event) == moved
    with pytest.raises(KeyError):
        store.add_reading("nothing", AGENDA)


def test_corrections_of_an_agenda_are_only_added(store: Store) -> None:
    """They come back in the order made."""
    event = store.add_event(AGENDA)
    store.add_corrections(event, {"field": "title", "value": "CRO"}, {"field": "room", "value": "B"})
    store.add_corrections(event, {"field": "title", "value": "CEO"})
    assert [c["value"] for c in store.corrections(event)] == ["CRO", "B", "CEO"]


def test_meetings_that_change_together_and_what_says_so_are_kept_together(store: Store) -> None:
    """When one of them was changed elsewhere, none is kept, nor the entry."""
    one, other = (Meeting(i, "e", ("p",), "2027-03-16T10:00", "2027-03-16T10:15") for i in "ab")
    kept = store.save_meetings(one, other)
    store.save_meetings(replace(kept[1], status="booked"))
    booked = [replace(m, status="booked", remarks="by the door") for m in kept]
    entry = new_entry("meeting_booked", person="p")

    with pytest.raises(Conflict):
        store.save_meetings(*booked, entries=[entry])
    assert [(m.id, m.status, m.remarks) for m in store.meetings()] == [("a", "proposed", None), ("b", "booked", None)]
    assert store.entries() == ()

    store.save_meetings(booked[0], entries=[entry])
    assert [m.status for m in store.meetings()] == ["booked", "booked"]
    assert store.entries() == (entry,)


def test_long_lists_are_read_again_only_after_a_write(store: Store, store_url: str) -> None:
    """Also after a write of another process; the lists are values, so nobody can change what others were given."""
    other = open_store(store_url)
    store.save_person(Person("a", "Ann"))
    first = store.people()
    assert store.people() is first
    other.save_person(Person("b", "Bob"))
    other.add(new_entry("met", person="b"))
    assert [p.id for p in store.people()] == ["a", "b"]
    assert len(store.entries()) == 1
    assert store.entries() is store.entries()
    other.close()


@pytest.mark.parametrize("odd", ["\x00", "\ud83d", "\u202e\u2066", "🧑‍🚀", "'; DROP TABLE entries; --", "x" * 5_000])
def test_whatever_a_page_holds_can_be_kept(store: Store, odd: str) -> None:
    """Nulls, half surrogate pairs, direction marks, quotes and huge fields come back as they were."""
    event = store.add_event(replace(AGENDA, event=Event(f"Summit {odd}"), speakers=(replace(SPEAKER, name=f"Dana {odd}"),)))
    agenda = store.agenda(event)
    assert agenda
    assert agenda.event.name == f"Summit {odd}"
    person = store.person_for_speaker(event, agenda.speakers[0].id, agenda.speakers[0])
    assert store.person(person.id) == person
    entry = new_entry("idea", person=person.id, text=odd, proof=odd)
    store.add(entry, entry)
    assert store.entries() == (entry,)
    assert store.save_draft(Draft(person.id, "thanks", "email", odd, event=event)).text == store.drafts()[0].text
    store.save_facts(Fact("industry", odd, odd, "you", "2026-01-01"))
    assert store.facts("industry")[odd].value == odd


HUGE = "".join(random.Random(1).choices("abcdefgh ", k=200_000))


@pytest.mark.parametrize(
    "odd", [HUGE, "Ana \x00 Berg", "Ana \ud800 Berg", "\udfff", "\x00"], ids=["huge", "nul", "half", "only half", "only nul"]
)
def test_texts_of_any_length_and_characters_are_kept_whole(store: Store, odd: str) -> None:
    """Names, jobs, titles, notes and facts come back letter by letter, from both kinds of database."""
    store.save_person(Person("p1", odd, odd, odd, email=odd))
    store.save_profile(Profile(odd, odd, odd, odd, offers=(odd,)))
    store.save_facts(Fact("industry", odd, odd, "you", "2026-11-22"))
    store.save_draft(Draft("p1", "thanks", "email", odd))
    store.add(new_entry("idea", person="p1", text=odd[:20_000]))
    session = Session("s1", odd, "2027-03-16T09:00", room=odd, speakers=("x",))
    event = store.add_event(settle_ids(Agenda(odd, "file", Event(odd), (session,), (Speaker("x", odd, odd, odd),))))
    agenda = store.agenda(event)
    assert agenda is not None
    store.person_for_speaker(event, agenda.speakers[0].id, agenda.speakers[0])

    there = store.person("p1")
    assert there is not None
    assert (there.name, there.title, there.email) == (odd, odd, odd)
    assert agenda.sessions[0].title == odd
    assert store.drafts()[0].text == odd
    assert store.journal()[0].text == odd[:20_000]


@pytest.mark.parametrize("odd", ["Ana \x00", "Ana \ud800", "a" * 300])
def test_an_id_that_no_database_takes_is_a_sentence(store: Store, odd: str) -> None:
    """Only a file made elsewhere can hold one: kept or refused, but never half, and never a traceback."""
    refused = ""
    try:
        store.add(new_entry("idea", text="before"), new_entry("met", person=odd))
    except StorageError as problem:
        refused = str(problem)
    assert (len(store.entries()), "cannot be kept" in refused) in ((2, False), (0, True))
