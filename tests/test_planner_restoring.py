"""Our own ledger, referrals and contacts files read back: all they hold, nothing twice, nothing made up."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.agenda import Agenda, Event
from planner.checklist import Item
from planner.exports import Table, checklist_table, contacts_table, ledger_table, referrals_table, to_csv, to_vcard, to_xlsx
from planner.journal import WAYS, Entry, correct, new_entry, take_back
from planner.ledger import balance, open_promises
from planner.people import Person
from planner.referrals import introductions, sources
from planner.restoring import read_export, restore
from planner.storage import Store, open_store

ANA = Person(
    "ana", "Ana Ruiz", "VP Sales", "Solara", email="ana@solara.example", relation="ex_colleague", source="LinkedIn export"
)
BOB = Person("bob", "Bob O'Neil", phone="+49 30 1234-5")
CY = Person("cy", "Cy", remarks="private")


def tables(store: Store) -> list[Table]:
    """The three tables that go out."""
    names, events = {p.id: p.name for p in store.people()}, {e.id: e.event.name or "" for e in store.events(removed=True)}
    made = [make(store.entries(), names=names, events=events) for make in (ledger_table, referrals_table)]
    return [*made, contacts_table(store.people())]


def without_references(store: Store) -> list[list[tuple[Any, ...]]]:
    """What the tables say."""
    return [sorted((row[:-1] for row in table.rows), key=str) for table in tables(store)]


def keep_all(store: Store, files: Iterable[bytes]) -> None:
    """Read files back and keep what they hold."""
    for data in files:
        restore(store, read_export(store, data))


@pytest.fixture
def full(store: Store) -> Store:
    """A store with favours both ways, promises open and kept, and introductions with and without results."""
    event = store.add_event(Agenda("https://x.example", "file", Event("Summit", "2026-03-03", "2026-03-03")))
    store.save_people([ANA, BOB, CY])
    promise = new_entry(
        "favour_promised", at="2026-03-03T10:00:00", person="ana", event=event, text="the sheet", due="2026-03-06"
    )
    intro = new_entry(
        "introduction", at="2026-03-03T11:00:00", person="bob", others=("ana", "cy"), event=event, text="at lunch"
    )
    met = new_entry("introduction", at="2026-03-03T12:00:00", person="cy", others=("bob",))
    gone = new_entry("favour_given", at="2026-03-04", person="bob", text="a mistake")
    store.add(
        promise, intro, met, gone, take_back(gone),
        new_entry("favour_given", at="2026-03-05", person="ana", text="the sheet", way="advice", refers_to=promise.id),
        new_entry("favour_given", at="2026-03-03T09:00:00", person="ana", others=("bob",), way="connect_peer", event=event),
        new_entry("favour_received", at="2026-03-07", person="cy", text='=HYPERLINK("x")', proof="'-1", way="advice"),
        new_entry("introduction_outcome", at="2026-03-10", refers_to=intro.id, person="bob", outcome="opportunity"),
        new_entry("introduction_outcome", at="2026-04-01", refers_to=intro.id, person="bob", outcome="won", value=48000.5,
                  currency="EUR", text="signed"),
        new_entry("meeting_held", at="2026-03-20T10:00:00", person="cy"),
        new_entry("source_found", at="2026-03-03T13:00:00", person="bob", event=event, text="knows the hospitals"),
    )  # fmt: skip
    return store


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_went_out_comes_back_into_an_empty_store(full: Store, form: str) -> None:
    """The same rows, balances, results and sources, under the same ids; a promise that was kept stays kept."""
    files = [to_xlsx(tables(full))] if form == "xlsx" else [to_csv(table) for table in reversed(tables(full))]
    with tempfile.TemporaryDirectory() as folder:
        other = open_store(f"sqlite:///{folder}/other.sqlite3")
        keep_all(other, files)

        assert without_references(other) == without_references(full)
        assert open_promises(other.entries()) == ()
        assert balance(other.entries(), "ana").given_by_way == {"advice": 1, "connect_peer": 1}
        for mine, theirs in zip(introductions(full.entries()), introductions(other.entries()), strict=True):
            assert (theirs.id, theirs.sources, theirs.reached) == (mine.id, mine.sources, mine.reached)
            assert (theirs.value, theirs.currency) == (mine.value, mine.currency)
        assert {s.person for s in sources(other.entries())} == {s.person for s in sources(full.entries())}
        assert [e.event.name for e in other.events(removed=True)] == ["Summit"]
        assert other.events() == ()  # its agenda is not in the file
        other.close()


def test_reading_back_what_is_here_adds_nothing(full: Store) -> None:
    """Into the very store it came from, and twice into another; what was taken back stays so, what was corrected too."""
    files = [to_xlsx(tables(full)), to_vcard(full.people()), *map(to_csv, tables(full))]
    sheet = next(e for e in full.entries() if e.kind == "favour_received")
    other = next(e for e in full.entries() if e.kind == "introduction")
    full.add(correct(sheet, text="something else"), take_back(other))
    before = (full.entries(), full.people())
    for data in files:
        found = read_export(full, data)
        assert found.is_empty
        restore(full, found)
    assert (full.entries(), full.people()) == before


def test_a_person_comes_back_as_known_as_they_were(full: Store) -> None:
    """Id, source and how I know them from the spreadsheet; a card says nothing of that, so nobody becomes a contact by it."""
    with tempfile.TemporaryDirectory() as folder:
        one, two = (open_store(f"sqlite:///{folder}/{name}.sqlite3") for name in ("one", "two"))
        keep_all(one, [to_csv(contacts_table(full.people()))])
        keep_all(two, [to_vcard(full.people())])

        assert one.person("ana") == ANA
        assert [p.relation for p in one.people()] == ["ex_colleague", None, None]
        assert [(p.id, p.relation) for p in two.people()] == [("ana", None), ("bob", None), ("cy", None)]
        assert one.person("cy").remarks is None  # type: ignore[union-attr]
        one.close()
        two.close()


def test_a_row_written_by_hand_is_taken_once(full: Store) -> None:
    """Without a reference the words tell whether it is here; its people are found by name, or added."""
    tip, name = (
        ("2026-05-01", "Ana Ruiz", "given", "free advice", "tip"),
        ("2026-05-02", "Zoe Quill", "received", "", "name"),
    )
    table = Table("Ledger", ("Date", "Person", "Favour", "Way", "What"), (tip, name))
    found = read_export(full, to_csv(table))
    assert [(e.person == "ana", e.text) for e in found.entries] == [(True, "tip"), (False, "name")]
    assert [p.name for p in found.added] == ["Zoe Quill"]
    restore(full, found)
    assert read_export(full, to_csv(table)).is_empty


def test_rows_that_cannot_be_read_are_named_and_the_others_taken(full: Store) -> None:
    """A day that is none, a kind nobody knows."""
    header = ("Date", "Person", "Favour", "Way", "What")
    rows = (
        ("soon", "Ana Ruiz", "given", "", "x"),
        ("2026-05-01", "Ana Ruiz", "lent", "", "y"),
        ("2026-05-01", "Bob", "given", "", "z"),
    )
    found = read_export(full, to_csv(Table("Ledger", header, rows)))
    assert [e.text for e in found.entries] == ["z"]
    assert [problem[:5] for problem in found.problems] == ["Row 2", "Row 3"]


def test_other_files_are_refused_in_words(full: Store) -> None:
    """A checklist makes itself; anything else is none of ours."""
    item = Item("k", "promise", "Send it", "You promised.", date(2026, 3, 5), person="ana")
    with pytest.raises(ValueError, match="makes itself"):
        read_export(full, to_csv(checklist_table([item], names={}, events={})))
    with pytest.raises(ValueError, match="no ledger"):
        read_export(full, b"a,b\n1,2\n")
    with pytest.raises(ValueError, match=r"spreadsheet|file"):
        read_export(full, b"PK\x03\x04broken")


PEOPLE = st.sampled_from(["ana", "bob", "cy"])
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30).map(lambda text: " ".join(text.split()))
FAVOURS = st.builds(
    lambda kind, person, others, text, way, proof, due: new_entry(
        kind, at="2026-03-03", person=person, others=tuple(o for o in dict.fromkeys(others) if o != person), text=text, way=way,
        proof=proof or None, due=due,
    ),
    st.sampled_from(["favour_given", "favour_received", "favour_promised", "favour_declined"]), PEOPLE,
    st.lists(PEOPLE, max_size=2), TEXTS, st.none() | st.sampled_from(WAYS), TEXTS, st.none() | st.just("2026-04-01"),
)  # fmt: skip


@settings(max_examples=30)
@given(st.lists(FAVOURS, max_size=8))
def test_whatever_was_written_is_read_back_letter_by_letter(journal: list[Entry]) -> None:
    """Formulas, apostrophes, separators and quotation marks in the words: guarded on the way out, the same on the way in."""
    with tempfile.TemporaryDirectory() as folder:
        here, there = (open_store(f"sqlite:///{folder}/{name}.sqlite3") for name in ("here", "there"))
        here.save_people([ANA, BOB, CY])
        here.add(*journal)
        keep_all(there, [to_csv(tables(here)[2]), to_csv(tables(here)[0])] if journal else [])

        assert sorted(there.entries(), key=lambda e: e.id) == sorted(journal, key=lambda e: e.id)
        here.close()
        there.close()
