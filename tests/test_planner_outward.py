"""What leaves the app: complete enough to come back, and silent about who has done how much for whom."""

from __future__ import annotations

import io
import json
import tempfile
from datetime import date
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from planner.agenda import Event
from planner.backup import export_everything, import_everything
from planner.checklist import checklist
from planner.contacts import read_contacts
from planner.exports import (
    PROGRAMS,
    Program,
    checklist_table,
    contacts_table,
    ledger_table,
    referrals_table,
    to_calendar,
    to_csv,
    to_vcard,
    to_xlsx,
)
from planner.journal import ENTRY_KINDS, OUTCOMES, WAYS, Entry, new_entry, new_id
from planner.ledger import Ask, make_ask
from planner.people import Person
from planner.records import Draft, KeptEvent, Meeting
from planner.report import event_report, event_report_page
from planner.storage import Store, open_store

EVENT = KeptEvent("e", "src", Event("Summit", "2026-03-03", "2026-03-03"), "2026-02-01", "2026-02-01")
ANA = Person("ana", "Ana Ruiz", "VP Sales", "Acme", email="ana@acme.example", remarks="SECRET remark")
BO = Person("bo", "Bo Lind", company="Brightly")
TODAY = date(2026, 3, 20)

_TELLTALE = (
    "owe", "owes", "owed", "debt", "debts", "stockpile", "balance", "earned", "rule of three", "of three", "of 3",
    "favours for them", "favour for them", "more before you ask", "the first", "the second", "the third", "pay back",
)  # fmt: skip
"""Words that would tell a reader how the account stands with somebody."""


def full_journal() -> tuple[Entry, ...]:
    """Favours both ways, promises, an early ask with its reason, an earned one that is due, and introductions."""
    day = "2026-03-03T10:00:00"
    favours = [new_entry("favour_given", at=day, person="ana", event="e", way="advice", text=f"tip {n}") for n in range(3)]
    early = make_ask(
        (), "bo", Ask("CFO", "Korvala", "They grow", "Friends", "A buyer"), override="SECRET reason", event="e", at=day
    )
    return (
        new_entry("met", at=day, person="ana", event="e"), *favours, early,
        new_entry("met", at=day, person="bo", event="e"),
        new_entry("favour_given", at=day, person="bo", event="e", way="advice", text="a hint"),
        new_entry("favour_received", at=day, person="bo", event="e", way="advice", text="a name"),
        new_entry("favour_promised", at=day, person="ana", event="e", text="send the sheet", due="2026-03-06"),
        new_entry("introduction", at=day, person="bo", others=("ana",), event="e", text="over coffee"),
        new_entry("need_heard", at=day, person="ana", event="e", text="SECRET need"),
    )  # fmt: skip


def everything_that_leaves(journal: tuple[Entry, ...]) -> dict[str, str]:
    """Every file meant for others' eyes or programs, as text by name."""
    people, names, events = (ANA, BO), {"ana": "Ana Ruiz", "bo": "Bo Lind"}, {"e": "Summit"}
    items = checklist(journal, people=people, events=[EVENT], today=TODAY)
    report = event_report(journal, EVENT, people=people, today=TODAY)
    ledger, referrals = (make(journal, names=names, events=events) for make in (ledger_table, referrals_table))
    book = load_workbook(io.BytesIO(to_xlsx([ledger, referrals])))
    files = {
        "report.md": report, "report.html": event_report_page(report, EVENT), "contacts.vcf": to_vcard(people).decode(),
        "tasks.ics": to_calendar(items).decode(), "events.ics": to_calendar(items, as_events=True).decode(),
        "checklist.csv": to_csv(checklist_table(items, names=names, events=events)).decode(),
        "ledger.csv": to_csv(ledger).decode(), "referrals.csv": to_csv(referrals).decode(),
        "planner.xlsx": "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row),
    }  # fmt: skip
    return files | {f"contacts-{p}.csv": to_csv(contacts_table(people, program=p)).decode() for p in PROGRAMS}


@pytest.mark.parametrize("name", everything_that_leaves(full_journal()))
def test_nothing_that_leaves_the_app_says_what_anybody_owes(name: str) -> None:
    """No count of favours, no word of debt, no private remark, no reason for asking early."""
    text = everything_that_leaves(full_journal())[name].replace("\r\n ", "")

    said = " ".join(text.casefold().split())
    assert [word for word in _TELLTALE if f" {word} " in f" {said} "] == []
    assert "SECRET" not in text


def test_what_is_due_still_leaves_in_neutral_words() -> None:
    """A favour to do and an ask to make are in the calendar, without the reason that counts."""
    tasks = everything_that_leaves(full_journal())["tasks.ics"]

    assert "SUMMARY:Do something for Bo Lind" in tasks
    assert "SUMMARY:Ask Ana Ruiz for an introduction" in tasks
    assert "send the sheet" in tasks


NAMES = st.from_regex(r"[A-Z][a-zé]{1,8} [A-Z][a-zö]{1,8}(-[A-Z][a-z]{1,5})?", fullmatch=True)
WORDS = st.from_regex(r"[A-Z][A-Za-z0-9 &;,'.-]{0,18}[A-Za-z0-9]", fullmatch=True)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(NAMES, WORDS, WORDS), min_size=1, max_size=6, unique_by=lambda row: row[0].casefold()),
    st.sampled_from([*PROGRAMS, "vcard"]),
)
def test_contacts_that_went_out_come_in_again(rows: list[tuple[str, str, str]], program: str) -> None:
    """Name, job title, company and address survive the way out and back, in every program's columns and as vCards."""
    people = [Person(new_id(), name, title, company, email=f"p{n}@x.example") for n, (name, title, company) in enumerate(rows)]
    data = to_vcard(people) if program == "vcard" else to_csv(contacts_table(people, program=cast(Program, program)))

    back = read_contacts(data).people
    assert [(p.name, p.title, p.company, p.email) for p in back] == [(p.name, p.title, p.company, p.email) for p in people]


def test_a_single_name_is_a_last_name_for_salesforce() -> None:
    """It refuses contacts without one."""
    assert contacts_table([Person("c", "Cher")], program="salesforce").rows[0][:2] == ("", "Cher")


PEOPLE = st.sampled_from(["ana", "bo", "cy"])
ENTRIES = st.builds(
    lambda kind, person, others, text, way, outcome, value: new_entry(
        kind, at="2026-03-03T10:00:00", event="e", person=person, others=tuple(others), text=text, way=way, outcome=outcome,
        value=value, currency="EUR" if value is not None else None, refers_to="x" if kind == "retracted" else None,
    ),
    st.sampled_from(ENTRY_KINDS), PEOPLE, st.lists(PEOPLE, max_size=2), st.text(max_size=40), st.none() | st.sampled_from(WAYS),
    st.none() | st.sampled_from(OUTCOMES), st.none() | st.floats(0, 1e9, allow_nan=False),
)  # fmt: skip


def snapshot(store: Store) -> list[Any]:
    """Everything one can see of a store."""
    return [store.entries(), store.people(), store.settings(), store.drafts(), store.meetings()]


@settings(max_examples=25)
@given(
    st.lists(ENTRIES, max_size=12), st.text(max_size=60), st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=8))
)
def test_importing_an_export_restores_everything(journal: list[Entry], words: str, chosen: dict[str, str]) -> None:
    """Whatever was logged, remarked, drafted and set, through a JSON file and into an empty store."""
    with tempfile.TemporaryDirectory() as folder:
        here, there = (open_store(f"sqlite:///{folder}/{name}.sqlite3") for name in ("here", "there"))
        here.save_people([Person("ana", "Ana", remarks=words, rhythm_days=30), Person("bo", "Bo", relation="client")])
        here.save_draft(Draft("ana", "thanks", "email", words))
        here.save_meetings(Meeting("m", None, ("ana", "bo"), "2026-03-03T10:00:00", "2026-03-03T10:15:00", remarks=words))
        here.save_settings(mine=chosen)
        here.add(*journal)
        import_everything(there, json.loads(json.dumps(export_everything(here))))

        assert snapshot(there) == snapshot(here)
        here.close()
        there.close()
