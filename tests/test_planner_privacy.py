"""People's data: doubles, erasure, the export of what is held on one person, and dropping those never picked."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.agenda import Agenda, Event, Session, Speaker
from planner.doubles import merge_people, split_people
from planner.journal import new_entry
from planner.ledger import balance, balances
from planner.people import Person
from planner.privacy import Dropped, drop_unpicked, drop_when_due, erase_person, export_person
from planner.records import Draft, Meeting
from planner.storage import Store, open_store

AGENDA = Agenda(
    "https://summit.example",
    "file",
    Event("Sales Days", "2026-03-03", "2026-03-03"),
    (
        Session("s1", "Fireside with Greta Holm", "09:00", abstract="Greta Holm on quotas.", speakers=("p1", "p2")),
        Session("s2", "Pricing", "10:00", speakers=("p2",)),
    ),
    (Speaker("p1", "Greta Holm", "CRO", "Fjord Freight", bio="Greta likes boats."), Speaker("p2", "Jon Baker", "VP", "Oats")),
)


@pytest.fixture
def event(store: Store) -> str:
    """An event kept."""
    return store.add_event(AGENDA)


@pytest.fixture
def greta(store: Store, event: str) -> Person:
    """A speaker who was picked, met, promised things, written to, and mentioned."""
    agenda = store.agenda(event)
    assert agenda
    person = store.person_for_speaker(event, agenda.speakers[0].id, agenda.speakers[0])
    store.save_person(replace(person, email="greta@fjord.example", remarks="Knows everybody in freight", relation="client"))
    store.save_person(Person("jon", "Jon Baker", remarks="Met through Greta Holm"))
    store.add(
        new_entry("favour_given", at="2026-03-03", person=person.id, event=event, way="advice", text="Greta's sheet"),
        new_entry("favour_given", at="2026-03-03", person="jon", others=(person.id,), way="connect_peer", text="both"),
        new_entry("need_heard", at="2026-03-03T12:00", person="jon", text="Wants to know what Greta Holm pays her reps"),
        new_entry("item_done", item=f"thanks:{event}:{person.id}", person=person.id),
    )
    edits = (("speaker", agenda.speakers[0].id, {"title": "CEO"}), ("session", agenda.sessions[0].id, {"room": "B"}))
    store.add_corrections(event, *({"action": "edit", "thing": t, "id": i, "values": v} for t, i, v in edits))
    store.add(new_entry("session_stayed", event=event, session=agenda.sessions[0].id))
    store.save_draft(Draft(person.id, "thanks", "email", "Dear Greta", event=event))
    store.save_draft(Draft("jon", "thanks", "email", "As Greta Holm said", event=event))
    store.save_meetings(Meeting("m1", event, (person.id,), "2026-03-03T10:00", "2026-03-03T10:15"))
    store.save_meetings(Meeting("m2", event, (person.id, "jon"), "2026-03-03T11:00", "2026-03-03T11:15"))
    found = store.person(person.id)
    assert found
    return found


def everything_in(store: Store) -> str:
    """Every text in every table."""
    with store.database.reading() as connection:
        tables = ("entries", "documents")
        return json.dumps([list(map(str, row)) for t in tables for row in connection.exec_driver_sql(f"SELECT * FROM {t}")])  # noqa: S608


def test_erasing_leaves_nothing_but_the_anonymous_count(store: Store, event: str, greta: Person) -> None:
    """No table holds the id, the name, the address or the words; the favours still count."""
    given = sum(len(b.given) for b in balances(store.entries()).values())
    erase_person(store, greta.id)
    left = everything_in(store)
    assert greta.id not in left
    assert "greta" not in left.casefold()
    assert "fjord" not in left.casefold()
    assert store.person(greta.id) is None
    assert sum(len(b.given) for b in balances(store.entries()).values()) == given == 3
    assert [m.people for m in store.meetings()] == [("jon",)]
    assert len(balance(store.entries(), "jon").given) == 1
    agenda = store.agenda(event)
    assert agenda
    assert [s.name for s in agenda.speakers] == ["Jon Baker"]
    assert agenda.sessions[0].title == "Fireside with [erased]"
    assert [c["id"] for c in store.corrections(event)] == [agenda.sessions[0].id]
    assert [e.session for e in store.entries() if e.kind == "session_stayed"] == [agenda.sessions[0].id]


def test_the_erased_do_not_come_back_with_the_next_reading(store: Store, event: str, greta: Person) -> None:
    """The agenda still names them; we do not take them in again, on this event or another."""
    erase_person(store, greta.id)
    store.add_reading(event, replace(AGENDA, warnings=("read again",)))
    other = store.add_event(AGENDA)
    for event_id in (event, other):
        agenda = store.agenda(event_id)
        assert agenda
        assert [s.name for s in agenda.speakers] == ["Jon Baker"]


def test_erasing_leaves_no_trace_in_the_file(tmp_path: Path) -> None:
    """SQLite overwrites what was deleted, in the file and in its log."""
    store = open_store(f"sqlite:///{tmp_path / 'planner.sqlite3'}")
    store.save_person(Person("x", "Wilhelmina Quastenberg", email="wq@quast.example"))
    erase_person(store, "x")
    store.close()
    assert not [p.name for p in tmp_path.iterdir() if b"Quastenberg" in p.read_bytes()]


def test_somebody_unknown_cannot_be_erased_or_exported(store: Store) -> None:
    """It is an error, not a silent success."""
    for action in (erase_person, export_person):
        with pytest.raises(KeyError):
            action(store, "nobody")


def test_the_export_of_a_person_holds_everything_with_its_source(store: Store, event: str, greta: Person) -> None:
    """Facts, agenda, journal, drafts, meetings: fit to be sent to the person who asks."""
    held = json.loads(json.dumps(export_person(store, greta.id)))
    assert held["person"]["email"] == "greta@fjord.example"
    assert "agenda of Sales Days" in held["person"]["source"]
    assert held["agendas"][0]["bio"] == "Greta likes boats."
    assert held["agendas"][0]["sessions"] == ["Fireside with Greta Holm"]
    assert [len(held[part]) for part in ("entries", "drafts", "meetings")] == [3, 1, 2]


def test_merged_people_are_one_and_can_be_taken_apart(store: Store) -> None:
    """Journal, drafts and meetings of the double count for the person kept; nothing is rewritten, so it can be undone."""
    store.save_people([Person("a", "Ann Lee", company="Acme"), Person("b", "Anne Lee", email="a@l.example", relation="other")])
    store.add(new_entry("favour_given", person="a"), new_entry("favour_given", person="b"), new_entry("met", person="c"))
    store.save_draft(Draft("b", "thanks", "email", "Dear Anne"))
    whole = merge_people(store, "a", "b")
    assert (whole.id, whole.email, whole.relation, whole.company) == ("a", "a@l.example", "other", "Acme")
    assert [p.id for p in store.people()] == ["a"]
    assert store.person("b") == store.person("a") == whole
    assert len(balance(store.entries(), "a").given) == 2
    assert len(store.entries(person="b")) == 2
    assert [d.person for d in store.drafts(person="a")] == ["a"]
    split_people(store, "b")
    assert [p.id for p in store.people()] == ["a", "b"]
    assert len(balance(store.entries(), "b").given) == 1


def test_people_never_picked_are_dropped_after_a_time(store: Store, event: str, greta: Person) -> None:
    """Two months after the event, or after it was last read; those picked and the own network stay."""
    agenda = store.agenda(event)
    assert agenda
    looked_at = store.person_for_speaker(event, "somebody", Speaker("x", "Only Looked At", company="Elsewhere"))
    store.save_person(Person("contact", "From My Phone"))
    read = date.today()  # an old event read today is not dropped tomorrow
    assert drop_unpicked(store, days=60, today=read + timedelta(days=59)).people == 0
    dropped = drop_unpicked(store, days=60, today=read + timedelta(days=70))
    assert (dropped.people, dropped.speakers, dropped.events) == (1, 1, 1)
    assert store.person(looked_at.id) is None
    assert {p.id for p in store.people()} == {greta.id, "jon", "contact"}
    later = store.agenda(event)
    assert later
    assert [s.name for s in later.speakers] == ["Greta Holm"]
    assert len(later.sessions) == 2


def test_dropping_happens_once_a_day_and_as_the_user_wishes(store: Store, event: str) -> None:
    """After the days set, half a year unless told; 0 keeps everybody."""
    agenda = store.agenda(event)
    assert agenda
    store.person_for_speaker(event, agenda.speakers[0].id, agenda.speakers[0])
    later = date.today() + timedelta(days=100)
    assert drop_when_due(store, today=later) == Dropped(0, 0, 0)
    store.save_settings(keep_unpicked_days=0)
    assert drop_when_due(store, today=later + timedelta(days=900)) is None
    store.save_settings(keep_unpicked_days=30)
    assert drop_when_due(store, today=later) is None
    assert drop_when_due(store, today=later + timedelta(days=1)) == Dropped(1, 2, 1)
