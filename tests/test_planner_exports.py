"""Out again and back: CSV, XLSX, vCard, calendar, report, export of everything, backup."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from planner.__main__ import main
from planner.agenda import Agenda, Event
from planner.backup import (
    NotOurFile,
    export_everything,
    import_everything,
    make_backup,
    preview_import,
    restore_backup,
)
from planner.checklist import Item, drop, finish
from planner.exports import (
    PROGRAMS,
    Program,
    Table,
    checklist_table,
    contacts_table,
    ledger_table,
    referrals_table,
    split_name,
    to_calendar,
    to_csv,
    to_vcard,
    to_xlsx,
)
from planner.journal import new_entry, take_back
from planner.people import Person
from planner.profile import Profile
from planner.records import Draft, KeptEvent
from planner.report import draft_review, event_report
from planner.storage import Store, open_store

NASTY = (
    '=HYPERLINK("http://x")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    " =1+1",
    "\x00=1",
    "\n=1",
    "\r\n@A1",
    "\u00a0=1",
    " \t\n -1",
    "'=1",
    "＝1",
    "＠A1",
)
ANA = Person("ana", "Ana van der Berg", "VP Sales", "Acme; Sons, Ltd", email="ana@acme.example", phone="+49 30 1234-5")


def read_csv(data: bytes) -> list[list[str]]:
    """As a spreadsheet would read it."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_of_a_csv_file_is_a_formula(text: str) -> None:
    """What begins like a formula gets an apostrophe; a phone number does not."""
    cell = read_csv(to_csv(Table("x", ("a",), ((text,), ("+49 30 1234-5",)))))
    assert cell[1][0].startswith("'")
    assert cell[2] == ["+49 30 1234-5"]


@given(st.text())
def test_no_text_whatever_becomes_a_formula_in_a_workbook(text: str) -> None:
    """Every text cell is read back as text, without control characters."""
    sheet = load_workbook(io.BytesIO(to_xlsx([Table("x", ("a", "b"), ((text, "end"),))])))["x"]
    assert sheet.cell(2, 1).data_type != "f"
    assert sheet.cell(2, 2).value == "end"


def test_a_huge_field_is_one_field() -> None:
    """Whole in a CSV file and in a vCard, whose lines stay short; a sheet takes as much as a cell may hold."""
    long = "word " * 20_000
    table = Table("x", ("a", "b"), ((long, "end"),))
    assert read_csv(to_csv(table))[1] == [long, "end"]
    sheet = load_workbook(io.BytesIO(to_xlsx([table])))["x"]
    assert (len(sheet.cell(2, 1).value), sheet.cell(2, 2).value) == (32_767, "end")
    card = to_vcard([replace(ANA, title=long)])
    assert max(map(len, card.split(b"\r\n"))) <= 75
    assert card.replace(b"\r\n ", b"").count(b"word ") >= 19_999


@pytest.mark.parametrize("program", PROGRAMS)
def test_contacts_come_out_under_the_names_a_program_expects(program: Program) -> None:
    """Every row is as long as the header, and holds the name, the company and the address."""
    header, row = read_csv(to_csv(contacts_table([ANA], program=program)))
    assert len(header) == len(row)
    assert {"Acme; Sons, Ltd", "ana@acme.example"} <= set(row)
    assert "Berg" in " ".join(row)


def test_names_are_cut_before_the_small_words() -> None:
    """First and last name, as address books want them."""
    cut = [split_name(n) for n in ("Ana van der Berg", "Mary Ann Lee", "Plato", "")]
    assert cut == [("Ana", "van der Berg"), ("Mary Ann", "Lee"), ("Plato", ""), ("", "")]


def test_a_vcard_survives_awkward_characters() -> None:
    """Read back by an independent library: separators, line breaks and long lines are one value each."""
    odd = replace(ANA, name="Ana\nEND:VCARD;x,y\\z", title="Chief " + "überaus " * 30, remarks="private")
    data = to_vcard([odd, ANA])
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"private" not in data
    cards = Calendar.from_ical(data, multiple=True)
    assert [str(c["FN"]) for c in cards] == [r"Ana\nEND:VCARD\;x\,y\\z", "Ana van der Berg"]  # this reader leaves escapes there
    assert str(cards[0]["TITLE"]) == odd.title


@pytest.mark.parametrize("as_events", [False, True])
def test_open_items_become_calendar_entries_that_update(as_events: bool) -> None:
    """One for each open item, with a stable UID; done items are left out."""
    item = Item("thanks:e:p", "thanks", "Thank Ana\r\nBEGIN:VALARM", "You met.", date(2026, 3, 5))
    done = replace(item, key="x", state="done")
    entries = [c for c in Calendar.from_ical(to_calendar([item, done], as_events=as_events)).walk() if c.name != "VCALENDAR"]
    assert [(c.name, str(c["UID"])) for c in entries] == [("VEVENT" if as_events else "VTODO", "thanks:e:p@event-planner")]


def test_ledger_and_referrals_say_nothing_of_owing() -> None:
    """A row for each person and favour, a row for each introduction; no balance anywhere."""
    names, events = {"ana": "Ana", "bob": "Bob"}, {"e": "Summit"}
    intro = new_entry("introduction", at="2026-03-03T10:00", person="bob", others=("ana",), event="e")
    journal = [
        new_entry("favour_given", at="2026-03-03", person="ana", others=("bob",), way="connect_peer", event="e"),
        new_entry("favour_received", at="2026-03-04", person="ana", way="advice"),
        intro,
        new_entry("introduction_outcome", at="2026-04-01", refers_to=intro.id, outcome="won", value=1000.0, currency="EUR"),
    ]
    ledger = ledger_table(journal, names=names, events=events)
    assert [row[1:4] for row in ledger.rows] == [
        ("Ana", "given", "connected to a peer"), ("Bob", "given", "connected to a peer"), ("Ana", "received", "free advice"),
    ]  # fmt: skip
    referrals = referrals_table(journal, names=names, events=events)
    assert referrals.rows[0][1:4] == ("Bob", "Ana", "Summit")
    assert referrals.rows[0][5:-1] == ("won", date(2026, 4, 1), 1000.0, "EUR", "2026-04-01 won")
    book = load_workbook(io.BytesIO(to_xlsx([ledger, referrals])))
    assert book.sheetnames == ["Ledger", "Referrals"]
    written = " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row).casefold()
    assert not {word for word in ("owe", "owes", "owed", "debt", "balance") if word in written.split()}


def test_the_checklist_comes_out_as_a_table() -> None:
    """With what, why, by when and whether it is done."""
    item = Item("k", "promise", "Send it", "You promised.", date(2026, 3, 5), person="ana")
    table = checklist_table([item], names={"ana": "Ana"}, events={})
    assert read_csv(to_csv(table))[1] == ["2026-03-05", "Send it", "You promised.", "Ana", "", "open", ""]


def test_the_event_report_is_plain_markdown() -> None:
    """Figures, people met, introductions, and nothing in it is a link, an image or a tag, whatever people are called."""
    event = KeptEvent("e", "src", Event("Summit <b>", "2026-03-03", "2026-03-03"), "2026-02-01", "2026-02-01")
    people = [Person("p", "![x](http://evil.example/p.png)", company="<script>"), Person("q", "Quinn | Co")]
    journal = [
        new_entry("meeting_held", at="2026-03-03T10:00", person="p", event="e"),
        new_entry("introduction", at="2026-03-03T11:00", person="q", others=("p",), event="e", value=5.0, currency="EUR"),
    ]
    text = event_report(journal, event, people=people, today=date(2026, 3, 10))
    assert "Meetings held: **1**" in text
    assert "## Introductions" in text
    assert "<script>" not in text
    assert not re.search(r"(?<!\\)(\]\(|!\[|<)", text)
    assert "http://" not in text
    assert "Quinn \\| Co" in text
    assert "owe" not in text.casefold().split()


@pytest.fixture
def full(store: Store) -> Store:
    """A store with a bit of everything in it."""
    event = store.add_event(Agenda("https://x.example", "file", Event("Summit")))
    store.save_profile(Profile(name="Mark"))
    store.save_people([ANA, Person("bob", "Bob", relation="friend", remarks="likes boats")])
    met = new_entry("met", person="ana", event=event)
    item = Item("k", "thanks", "w", "r", date(2026, 3, 5), person="ana")
    store.add(met, take_back(met), *finish(item), drop(item))
    store.save_draft(Draft("ana", "thanks", "email", "Dear Ana"))
    store.save_settings(note_budget=5)
    return store


def snapshot(store: Store) -> list[Any]:
    """Everything one can see of a store."""
    seen = [store.entries(), store.people(), store.profile(), store.settings(), store.drafts(), store.events()]
    return [*seen, [store.readings(e.id) for e in store.events()]]


def test_an_export_of_everything_restores_everything(full: Store, tmp_path: Path) -> None:
    """Into an empty store, through JSON text, as foretold; and putting it back twice changes nothing."""
    text = json.dumps(export_everything(full))
    other = open_store(f"sqlite:///{tmp_path / 'other.sqlite3'}")
    foretold = preview_import(other, json.loads(text))
    assert other.entries() == ()
    first = import_everything(other, json.loads(text))
    assert first == foretold
    assert first.entries == len(full.entries())
    assert snapshot(other) == snapshot(full)
    again = import_everything(other, json.loads(text))
    assert (again.entries, again.documents) == (0, 0)
    assert snapshot(other) == snapshot(full)
    other.close()


def test_what_is_newer_here_stays_at_an_import(full: Store) -> None:
    """An old export does not undo what was written since."""
    old = export_everything(full)
    for row in old["documents"]:
        row["changed_at"] = "2020-01-01T00:00:00+00:00"
    full.save_profile(Profile(name="Mark the Second"))
    full.add(new_entry("idea", text="new"))
    before = snapshot(full)
    assert import_everything(full, old).kept == len(old["documents"])
    assert snapshot(full) == before


@pytest.mark.parametrize(
    "data",
    [{}, {"format": "other"}, {"format": "event-planner-export", "format_version": 99},
     {"format": "event-planner-export", "format_version": 1, "entries": [{"id": "x"}], "documents": []},
     {"format": "event-planner-export", "format_version": 1, "entries": [], "documents": [{"kind": "person"}]},
     {"format": "event-planner-export", "format_version": 1, "entries": [], "documents": [
         {"kind": "event", "id": "e", "owner": "", "changed_at": "2026", "body": {"id": "e"}}]},
     {"format": "event-planner-export", "format_version": 1, "entries": [], "documents": [
         {"kind": "virus", "id": "e", "owner": "", "changed_at": "2026", "body": {}}]}],
)  # fmt: skip
def test_a_file_that_is_no_export_is_refused_and_nothing_is_changed(full: Store, data: dict[str, Any]) -> None:
    """With a sentence, not a traceback of ours."""
    before = snapshot(full)
    with pytest.raises(NotOurFile, match="Nothing was changed"):
        import_everything(full, data)
    assert snapshot(full) == before


def test_a_backup_puts_everything_back(full: Store, store_url: str, tmp_path: Path) -> None:
    """Also into another kind of database; what was there before is copied first."""
    before, backup = snapshot(full), make_backup(full)
    full.add(new_entry("idea", text="after the backup"))
    full.close()
    copy = restore_backup(backup, store_url)
    assert (copy is not None) == store_url.startswith("sqlite")
    again = open_store(store_url)
    assert snapshot(again) == before
    again.close()
    other = f"sqlite:///{tmp_path / 'moved.sqlite3'}"
    restore_backup(backup, other)
    moved = open_store(other)
    assert snapshot(moved) == before
    moved.close()


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04", gzip.compress(b"{}", mtime=0), gzip.compress(b"[" * 10, mtime=0), None])
def test_a_damaged_backup_changes_nothing(full: Store, store_url: str, damage: bytes | None) -> None:
    """Truncated, of another program, or not a backup at all."""
    before = snapshot(full)
    data = damage if damage is not None else make_backup(full)[:-20]
    with pytest.raises(NotOurFile):
        restore_backup(data, store_url)
    assert snapshot(full) == before


def test_backup_and_restore_are_one_command_each(
    full: Store, store_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was there before a restore is saved first, and a wrong file is explained."""
    before = snapshot(full)
    target = tmp_path / "mine.backup"
    assert main(["backup", str(target), "--database", store_url]) == 0
    full.add(new_entry("idea", text="after the backup"))
    assert main(["restore", str(target), "--database", store_url]) == 0
    assert snapshot(full) == before
    assert main(["restore", str(target) + ".before-restore", "--database", store_url]) == 0
    assert "after the backup" in {e.text for e in full.entries()}
    wrong = tmp_path / "wrong.backup"
    wrong.write_bytes(b"something else")
    assert main(["restore", str(wrong), "--database", store_url]) == 1
    assert "Nothing was restored" in capsys.readouterr().err


def test_the_review_begins_from_the_figures() -> None:
    """One plain line, the answer left open; nothing happened is said as plainly."""
    event = KeptEvent("e", "src", Event("Summit", "2026-03-03", "2026-03-03"), "2026-02-01", "2026-02-01")
    held = new_entry("meeting_held", at="2026-03-03T10:00", person="ana", event="e")
    said = draft_review([held], event, people=[ANA], today=date(2026, 3, 10))
    assert said.startswith("Meetings held: 1. ")
    assert said.endswith("of 100. Worth it?")
    assert draft_review([], event, people=[], today=date(2026, 3, 10)).startswith("Meetings held: 0. ")
