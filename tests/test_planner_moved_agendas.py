"""Two hundred moved agendas, of events at which people were chosen: nothing kept about anybody is lost."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planner.agenda import Agenda, Event, Session, Speaker
from planner.arranging import arrange_anew
from planner.corrections import Correction, apply_corrections, from_json, to_json
from planner.identity import settle_ids
from planner.journal import EntryKind, effective, new_entry
from planner.records import Draft
from planner.storage import Store, open_store

AGENDAS, MOVES = 50, 4
GIVEN, FAMILY = ("Ana", "Bo", "Mei", "Ola"), ("Novak", "Jansen", "Larsen", "Duarte")
SUBJECTS = ("pricing", "hiring", "forecasts", "safety", "returns", "training", "energy", "routes")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One database for all the events."""
    folder: Path = tmp_path_factory.mktemp("moved")
    opened = open_store(f"sqlite:///{folder / 'planner.sqlite3'}")
    yield opened
    opened.close()


def make_agenda(chance: random.Random, number: int) -> Agenda:
    """Eight people in eight sessions on one day, the names taken from few given and family names."""
    names = chance.sample([f"{g} {f}" for g in GIVEN for f in FAMILY], 8)
    people = tuple(Speaker(f"p{i}", name, company=f"Firm {number} {i}") for i, name in enumerate(names))
    talks = tuple(
        Session(f"s{i}", f"What we learnt about {subject}", f"2027-03-16T{9 + i // 2:02}:00:00",
                f"2027-03-16T{9 + i // 2:02}:40:00", f"Room {i % 2}", speakers=tuple(p.id for p in chance.sample(people, 2)))
        for i, subject in enumerate(SUBJECTS)
    )  # fmt: skip
    return Agenda(f"https://example.org/{number}", "test", Event(f"Event {number}", "2027-03-16"), talks, people)


def move(chance: random.Random, agenda: Agenda) -> Agenda:
    """Sessions moved, renamed, dropped and shuffled; people with other jobs, dropped and new; other ids throughout."""
    sessions = []
    for session in agenda.sessions:
        fate = chance.random()
        if fate < 0.1:
            continue
        if fate < 0.4:
            hour = chance.randint(8, 17)
            session = replace(session, start=f"2027-03-16T{hour:02}:10:00", end=f"2027-03-16T{hour:02}:50:00", room="Hall")
        elif fate < 0.6:
            session = replace(session, title=f"{session.title}: a second look")
        sessions.append(session)
    gone = chance.choice(agenda.speakers).id
    people = [replace(p, title="Director") if chance.random() < 0.3 else p for p in agenda.speakers if p.id != gone]
    people.append(Speaker("new", "Zoe Newcomer", company="Elsewhere"))
    other_ids = {p.id: f"x{i}" for i, p in enumerate(chance.sample(people, len(people)))}
    return replace(
        agenda,
        speakers=tuple(replace(p, id=other_ids[p.id]) for p in chance.sample(people, len(people))),
        sessions=tuple(
            replace(s, id=f"y{i}", speakers=tuple(other_ids[p] for p in s.speakers if p in other_ids))
            for i, s in enumerate(chance.sample(sessions, len(sessions)))
        ),
    )


def what_is_kept(store: Store, event: str) -> tuple[object, ...]:
    """All that a new reading must leave alone."""
    return (
        effective(store.entries(event=event)),
        store.drafts(event=event),
        store.meetings(event=event),
        store.corrections(event),
    )


def test_two_hundred_moved_agendas_lose_nothing_that_is_kept(store: Store) -> None:
    """People chosen, their notes, meetings, log entries and what I set right are as before, and lead to the same people."""
    for number in range(AGENDAS):
        chance = random.Random(number)
        agenda = settle_ids(make_agenda(chance, number))
        event = store.add_event(agenda)
        chosen = chance.sample(agenda.speakers, 2)
        people = {speaker.id: store.person_for_speaker(event, speaker.id, speaker) for speaker in chosen}
        kinds: tuple[EntryKind, ...] = ("accepted", "note_sent")
        store.add(*(new_entry(kind, event=event, person=p.id) for p in people.values() for kind in kinds))
        for person in people.values():
            store.save_draft(Draft(person.id, "first_contact", "email", f"Dear {person.name}", event=event))
        speakers = {person.id: speaker for speaker, person in people.items()}
        for meeting in arrange_anew(agenda, [], dict.fromkeys(speakers, 1.0), speakers, event=event).changed:
            store.save_meetings(meeting)
        told = [Correction("edit", "speaker", one.id, {"company": f"Right {number}"}) for one in chosen]
        store.add_corrections(event, *map(to_json, told))
        kept = what_is_kept(store, event)
        for _ in range(MOVES):
            moved = move(chance, make_agenda(random.Random(number), number))
            store.add_reading(event, settle_ids(moved, store.agenda(event)))
            now = store.agenda(event)
            assert now is not None
            assert what_is_kept(store, event) == kept
            right = apply_corrections(now, map(from_json, store.corrections(event)))
            assert store.people_of(event).items() >= {(speaker, person.id) for speaker, person in people.items()}
            for speaker, person in people.items():
                found = now.speaker(speaker)
                assert found is None or found.name == person.name
                corrected = right.speaker(speaker)
                assert found is None or (corrected and corrected.company == f"Right {number}")
                assert store.person(person.id) is not None
            lost = {p.name for p in agenda.speakers if now.speaker(p.id) is None}
            assert {s.name for s in chosen} - {p.name for p in now.speakers} <= lost
