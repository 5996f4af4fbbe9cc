"""The journal: what counts now, whatever was corrected, taken back and brought back."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from planner.agenda import Agenda, Event, Session
from planner.backup import export_everything, import_everything
from planner.journal import Entry, choose, correct, effective, new_entry, take_back
from planner.ledger import balances
from planner.removal import put_event_back, remove_event
from planner.storage import open_store

AGENDA = Agenda("https://summit.example", "file", Event("Summit"), (Session("s1", "Pricing", "2026-03-03T09:00"),))


def ids(entries: tuple[Entry, ...]) -> list[str]:
    """Their ids, in order."""
    return [e.id for e in entries]


def test_a_correction_replaces_an_entry_under_its_first_id() -> None:
    """So that whatever refers to the entry still finds it."""
    first = new_entry("favour_given", person="a", text="an idea")
    second = correct(first, text="a sheet")
    third = correct(second, text="a sheet and a call")
    found = effective([first, second, third])
    assert [(e.id, e.text, e.corrects) for e in found] == [(first.id, "a sheet and a call", None)]


def test_taking_back_a_correction_brings_back_what_was_there_before() -> None:
    """One step at a time."""
    first = new_entry("idea", text="one")
    second, third = correct(first, text="two"), correct(first, text="three")
    assert [e.text for e in effective([first, second, third, take_back(third)])] == ["two"]
    assert [e.text for e in effective([first, second, third, take_back(third), take_back(second)])] == ["one"]


def test_taking_back_the_first_entry_takes_the_whole_thing_away() -> None:
    """What was corrected can be deleted too."""
    first = new_entry("idea", text="one")
    assert effective([first, correct(first, text="two"), take_back(first)]) == ()


def test_an_undo_pressed_in_two_tabs_is_undone_once() -> None:
    """About each entry the last word counts, so nothing is lost to a repeated click."""
    entry = new_entry("met", person="a")
    undo, again = take_back(entry), take_back(entry)
    redo = take_back(undo)
    assert effective([entry, undo, again]) == ()
    assert effective([entry, undo, again, redo, redo]) == (entry,)
    assert effective([entry, undo, redo, take_back(redo)]) == ()


def test_two_corrections_of_one_entry_never_count_twice() -> None:
    """Two tabs corrected the same favour: the last written counts, once."""
    first = new_entry("favour_given", person="a", way="advice")
    found = effective([first, correct(first, text="x"), correct(first, text="y")])
    assert [e.text for e in found] == ["y"]


def test_references_lead_to_the_first_id() -> None:
    """A favour that keeps a corrected promise refers to the promise as everybody knows it."""
    promise = new_entry("favour_promised", person="a")
    moved = correct(promise, due="2026-03-09")
    kept = new_entry("favour_given", person="a", refers_to=moved.id)
    assert effective([promise, moved, kept])[1].refers_to == promise.id


def test_effective_entries_stay_what_they_are() -> None:
    """The functions that compute from the journal may be given either."""
    first = new_entry("met", person="a")
    journal = [first, correct(first, person="b"), new_entry("idea"), take_back(first)]
    assert effective(effective(journal)) == effective(journal)


def test_filtering_looks_at_what_counts_now() -> None:
    """An entry corrected from one person to another is found under the other, also as one of several."""
    first = new_entry("favour_given", person="a", others=("c",))
    journal = [first, correct(first, person="b")]
    assert ids(choose(journal, person="a")) == []
    assert ids(choose(journal, person="b")) == ids(choose(journal, person="c")) == [first.id]


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "sold"}, {"kind": "retracted"}, {"way": "bribe"}, {"outcome": "maybe"}, {"value": float("nan")},
        {"at": "yesterday"}, {"due": "Friday"}, {"text": "x" * 20_001}, {"id": ""},
    ],
)  # fmt: skip
def test_an_entry_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    """With a sentence that says what is wrong."""
    with pytest.raises(ValueError, match=r"\w+"):
        replace(new_entry("met", person="a"), **wrong)


class Journals(RuleBasedStateMachine):
    """Any sequence of adding, correcting, undoing, undoing the undo, checked against a plain model.

    The model keeps, for each first entry, its stack of versions and whether each version and the whole stand.
    """

    written = Bundle("written")
    undos = Bundle("undos")

    def __init__(self) -> None:
        super().__init__()
        self.journal: list[Entry] = []
        self.versions: dict[str, list[Entry]] = {}
        self.first_of: dict[str, str] = {}
        self.standing: dict[str, bool] = {}
        self.target: dict[str, tuple[str, bool]] = {}

    def _log(self, entry: Entry) -> None:
        self.journal.append(entry)

    def _write(self, entry: Entry, first: str) -> Entry:
        self._log(entry)
        self.versions.setdefault(first, []).append(entry)
        self.first_of[entry.id] = first
        self.standing[entry.id] = True
        return entry

    @rule(target=written, person=st.sampled_from("abc"), other=st.sampled_from(("", "a", "b")))
    def add(self, person: str, other: str) -> Entry:
        """Log a favour to one person or two."""
        entry = new_entry("favour_given", at="2026-03-03T10:00", person=person, others=(other,) if other else ())
        return self._write(entry, entry.id)

    @rule(target=written, entry=written, person=st.sampled_from("abc"))
    def correct(self, entry: Entry, person: str) -> Entry:
        """Say it was somebody else."""
        return self._write(correct(entry, person=person), self.first_of[entry.id])

    @rule(target=undos, entry=written)
    def undo(self, entry: Entry) -> Entry:
        """Take an entry or a correction back."""
        taken = take_back(entry)
        self._log(taken)
        self.standing[entry.id] = False
        self.target[taken.id] = (entry.id, False)
        return taken

    @rule(target=undos, earlier=undos)
    def undo_the_undo(self, earlier: Entry) -> Entry:
        """Take an undo back."""
        taken = take_back(earlier)
        self._log(taken)
        entry, stood = self.target[earlier.id]
        self.standing[entry] = not stood
        self.target[taken.id] = (entry, not stood)
        return taken

    @invariant()
    def balances_are_right(self) -> None:
        """Each thing counts once, in its last standing version, for everybody it names."""
        expected: dict[str, int] = {}
        for first, versions in self.versions.items():
            standing = [v for v in versions if self.standing[v.id]]
            if standing and self.standing[first]:
                for person in standing[-1].people:
                    expected[person] = expected.get(person, 0) + 1
        assert {person: len(b.given) for person, b in balances(self.journal).items()} == expected


class KeptJournals(Journals):
    """The same in a store, with agendas read again, double clicks and restarts in between."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.moves = 0
        self.store = open_store(self.url)
        self.event = self.store.add_event(AGENDA)

    @property
    def url(self) -> str:
        """Where the store is."""
        return f"sqlite:///{self.folder.name}/planner{self.moves}.sqlite3"

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.store.close()
        self.folder.cleanup()

    def _log(self, entry: Entry) -> None:
        super()._log(entry)
        self.store.add(entry)

    @rule()
    def close_and_open(self) -> None:
        """Start the program again."""
        self.store.close()
        self.store = open_store(self.url)

    @rule(title=st.text(min_size=1, max_size=5), start=st.integers(8, 20))
    def read_again(self, title: str, start: int) -> None:
        """Read the agenda again, changed."""
        session = Session("s1", title, f"2026-03-03T{start:02}:00")
        self.store.add_reading(self.event, replace(AGENDA, sessions=(session,)))

    @rule()
    def remove_the_event_and_put_it_back(self) -> None:
        """Take the event away; the journal does not mind; and bring it back."""
        removed = remove_event(self.store, self.event)
        assert self.store.entries() == tuple(self.journal)
        put_event_back(self.store, removed)

    @rule()
    def move_to_another_machine(self) -> None:
        """Export everything and import it twice into an empty store, which takes over."""
        everything = json.loads(json.dumps(export_everything(self.store)))
        self.store.close()
        self.moves += 1
        self.store = open_store(self.url)
        import_everything(self.store, everything)
        import_everything(self.store, everything)

    @rule(again=Journals.written)
    def write_again(self, again: Entry) -> None:
        """A double click."""
        self.store.add(again)

    @invariant()
    def everything_is_kept(self) -> None:
        """The store holds the journal as written."""
        assert self.store.entries() == tuple(self.journal)


Journals.TestCase.settings = settings(max_examples=100, stateful_step_count=30)
TestJournals = Journals.TestCase
KeptJournals.TestCase.settings = settings(max_examples=12, stateful_step_count=30)
TestKeptJournals = KeptJournals.TestCase
