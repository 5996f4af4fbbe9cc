"""What a store remembers between clicks: never older than the last look, and never another answer than the database gives."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from planner.agenda import Agenda, Event, Speaker
from planner.doubles import merge_people, split_people
from planner.journal import new_entry, take_back
from planner.people import Person
from planner.privacy import erase_person
from planner.profile import Profile
from planner.records import Draft, Fact, Meeting
from planner.storage import Database, Store, open_store

AGENDA = Agenda("test", "file", Event("Forum"), (), tuple(Speaker(f"p{i}", f"Ana Berg{i}", company="Acme") for i in range(4)))


@pytest.fixture
def two(store_url: str) -> Iterator[tuple[Store, Store]]:
    """Two processes' stores on one database, of each kind: the first looks once a run, as the app does."""
    app, other = open_store(store_url), open_store(store_url)
    app.look()
    yield app, other
    app.close()
    other.close()


def everything(store: Store) -> list[object]:
    """All that can be read of a store."""
    people = store.people()
    return [
        people, dict(store.people_by_id()), store.people_logged(), store.entries(), store.journal(), store.open_profile(),
        store.settings(), store.events(), store.events(removed=True), store.agenda("forum"), store.readings("forum"),
        store.corrections("forum"), store.people_of("forum"), store.drafts(), store.meetings(), store.facts("industry"),
        [store.person(p.id) for p in people],
    ]  # fmt: skip


def do_something(store: Store, dice: random.Random) -> None:
    """One of the things a user does, chosen by dice."""
    people = store.people()
    new = Person(f"n{dice.random()}", f"Bo Lind{dice.randrange(9)}", relation=dice.choice((None, "client")))
    one, double = (dice.choice(people), dice.choice(people)) if people else (new, new)
    speaker = dice.choice(AGENDA.speakers)
    draft = next((d for d in store.drafts(person=one.id)), Draft(one.id, "thanks", "email", "Hello", "forum"))
    meeting = Meeting(f"m{dice.random()}", "forum", (one.id,), f"2027-03-16T{dice.randrange(10, 20)}:00", "2027-03-16T21:00")

    def merge() -> None:
        merge_people(store, one.id, double.id)
        if dice.random() < 0.5:
            split_people(store, double.id)

    things = (
        lambda: store.save_person(new),
        lambda: store.change_people([(one, replace(one, company=f"House {dice.randrange(5)}", remarks="tall"))]),
        lambda: store.add(new_entry("met", person=one.id)),
        lambda: store.add(*(take_back(entry) for entry in store.entries()[-1:])),
        lambda: store.save_profile(Profile("Kim", f"Title {dice.randrange(3)}")),
        lambda: store.save_settings(weights={"peer": dice.random()}),
        lambda: store.add_reading("forum", replace(AGENDA, event=Event(f"Forum {dice.randrange(3)}"))),
        lambda: store.add_corrections("forum", {"what": dice.randrange(9)}),
        lambda: store.person_for_speaker("forum", speaker.id, speaker),
        lambda: store.save_draft(replace(draft, text=f"Hello {dice.randrange(9)}")),
        lambda: store.save_meetings(meeting),
        lambda: store.save_facts(Fact("industry", "Acme", dice.choice(("bank", "foods")), "you", "2026-11-22")),
        merge,
        lambda: erase_person(store, one.id) if dice.random() < 0.3 else None,
    )
    (dice.choice(things) if people else things[0])()


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_what_is_remembered_is_what_the_database_holds(two: tuple[Store, Store], seed: int) -> None:
    """Two processes write in turns; after a look the first gives what a store just opened gives, and after own writes too."""
    app, other = two
    app.add_event(AGENDA, event_id="forum")
    dice = random.Random(seed)
    for _ in range(20):
        mine = dice.random() < 0.7
        do_something(app if mine else other, dice)
        if not mine:
            app.look()
        fresh = Store(Database(app.database.url.render_as_string(hide_password=False)), "me")
        assert everything(app) == everything(fresh)
        fresh.close()


def test_one_look_is_one_moment(two: tuple[Store, Store]) -> None:
    """Until the next look others' writes are not seen, so that a page never shows half of one."""
    app, other = two
    assert app.settings() == {}
    other.save_settings(event="forum")
    before = app.settings()
    app.look()

    assert before == {}
    assert app.settings() == {"event": "forum"}


def test_a_store_that_never_looks_sees_everything_at_once(two: tuple[Store, Store]) -> None:
    """Commands and tests read what is there now."""
    app, other = two
    assert other.people() == ()
    app.save_person(Person("a", "Ana Berg"))

    assert [p.id for p in other.people()] == ["a"]


def test_a_write_forgets_only_what_rests_on_it(two: tuple[Store, Store]) -> None:
    """Logging something does not read thousands of contacts again; a change of one person reads that one."""
    app, _ = two
    app.save_people(Person(f"c{i}", f"Bo Lind{i}") for i in range(40))
    before = app.people_by_id()
    app.add(new_entry("met", person="c1"))
    same = app.people_by_id() is before
    app.save_person(Person("c1", "Bo Lund"))
    after = app.people_by_id()

    assert same
    assert after["c1"].name == "Bo Lund"
    assert after["c2"] is before["c2"]
    assert list(after) == list(before)


def test_a_write_that_changes_nothing_counts_for_nothing(two: tuple[Store, Store]) -> None:
    """Saving what is there already makes nobody read anything again."""
    app, other = two
    app.save_person(Person("a", "Ana Berg"))
    with other.read() as kept:
        before = kept.changes()
    app.save_person(Person("a", "Ana Berg"))
    with other.read() as kept:
        assert kept.changes() == before


def serve_another(url: str) -> None:
    """An app process of its own: looks, tells what it sees of everything, writes when told; by lines."""
    store = open_store(url)
    for line in sys.stdin:
        order = line.strip()
        store.look()
        if order:
            store.add(new_entry("idea", text=order))
            store.save_settings(said=order)
            store.save_person(Person(order, f"Bo {order}"))
        seen = [e.text for e in store.journal()], store.settings().get("said"), sorted(p.id for p in store.people())
        print(json.dumps(seen), flush=True)
    store.close()


def test_two_processes_see_each_others_writes(store_url: str) -> None:
    """What one wrote, the other shows at its next run, however often it has looked before; both remember in between."""
    paths = os.pathsep.join(map(str, (Path(__file__).parent.parent, Path(__file__).parent)))
    process = subprocess.Popen(
        [sys.executable, __file__, store_url], env={**os.environ, "PYTHONPATH": paths},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    orders, answers = process.stdin, process.stdout

    def told(order: str) -> object:
        print(order, file=orders, flush=True)
        return json.loads(answers.readline())

    store = open_store(store_url)
    said: list[str] = []
    for turn in range(8):
        word = f"word{turn}"
        said.append(word)
        store.look()
        if turn % 2:
            assert told(word) == [said, word, said]
            store.look()
        else:
            store.add(new_entry("idea", text=word))
            store.save_settings(said=word)
            store.save_person(Person(word, f"Bo {word}"))
            assert told("") == [said, word, said]
        assert [e.text for e in store.journal()] == said
        assert store.settings()["said"] == word
        assert sorted(p.id for p in store.people()) == said
    orders.close()
    assert process.wait(60) == 0
    store.close()


if __name__ == "__main__":
    serve_another(sys.argv[1])
