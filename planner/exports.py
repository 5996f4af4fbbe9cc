"""Out again: contacts, ledger, referrals and checklist as CSV, XLSX, vCard and calendar files.

Everything here leaves the app, so nothing says that anybody owes anything, private remarks stay behind, and no cell can be
read as a formula by a spreadsheet.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from icalendar import Calendar, Todo
from icalendar import Event as CalendarEvent

from planner._references import COLUMN, write_reference
from planner._rows import guard_cell
from planner._vcards import VCARD_REFERENCE
from planner.checklist import Item
from planner.journal import Entry, EntryKind, Way, effective
from planner.people import RELATIONS_IN_WORDS, Person
from planner.referrals import Change, introductions

Program = Literal["plain", "hubspot", "salesforce", "google"]
PROGRAMS: tuple[Program, ...] = get_args(Program)
Cell = str | int | float | date | None

WAYS_IN_WORDS: Mapping[Way, str] = {
    "connect_peer": "connected to a peer",
    "dream_customer": "introduced to a dream customer",
    "fill_position": "helped to fill a position",
    "advice": "free advice",
    "job_search": "help with a job search",
    "other": "another favour",
}
LEDGER_WORDS: Mapping[EntryKind, str] = {
    "favour_given": "given", "favour_received": "received", "favour_promised": "promised", "favour_declined": "declined",
}  # fmt: skip
CAN_INTRODUCE = "could introduce me"

LEDGER_HEADER = ("Date", "Person", "Favour", "Way", "What", "Event", "Due", "Proof", COLUMN)
REFERRALS_HEADER = (
    "Date", "Introduced to", "By", "Event", "Context", "State", "Since", "Value", "Currency", "What came of it", COLUMN,
)  # fmt: skip
CHECKLIST_HEADER = ("Due", "What", "Why", "Person", "Event", "State", "Done on")

_PHONE = re.compile(r"\+[\d ()./-]{3,40}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LONGEST_CELL = 32_767  # characters, Excel's limit


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its name, the header, and rows as long as the header."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


# ---------------------------------------------------------------------- what the tables hold


def contacts_table(people: Iterable[Person], *, program: Program = "plain") -> Table:
    """Contacts under the column names a program expects, so that its import needs no mapping; "plain" ones come back whole."""
    columns = _columns()[program]
    rows = []
    for person in people:
        first, last = split_name(person.name)
        if program == "salesforce" and not last:  # it takes no contact without a last name
            first, last = "", first
        how = RELATIONS_IN_WORDS[person.relation] if person.relation else ""
        facts = {"first_name": first, "last_name": last, "how": how, "reference": write_reference(person=person.id)}
        rows.append(tuple(_contact_cell(person, facts, source) for source in columns.values()))
    return Table("Contacts", tuple(columns), tuple(rows))


def _contact_cell(person: Person, facts: Mapping[str, str], source: str) -> str:
    if source.startswith("="):
        return source[1:]
    return facts[source] if source in facts else str(getattr(person, source) or "")


def ledger_table(entries: Iterable[Entry], *, names: Mapping[str, str], events: Mapping[str, str]) -> Table:
    """The favours given, received, promised and declined, one row for each person; `names` and `events` by id."""
    rows = [
        (e.day, names.get(person, ""), LEDGER_WORDS[e.kind], WAYS_IN_WORDS[e.way] if e.way else "", e.text,
         events.get(e.event or "", ""), e.due or "", e.proof or "",
         write_reference(entry=e.id, person=person, event=e.event, keeps=e.refers_to))
        for e in effective(entries) if e.kind in LEDGER_WORDS for person in e.people
    ]  # fmt: skip
    return Table("Ledger", LEDGER_HEADER, tuple(rows))


def referrals_table(entries: Iterable[Entry], *, names: Mapping[str, str], events: Mapping[str, str]) -> Table:
    """The introductions and what came of each, step by step; and the sources who could introduce me but have not yet."""
    current = effective(entries)
    told = {e.id for e in current if e.kind == "introduction_outcome"}
    rows: list[tuple[Cell, ...]] = [
        (_day(i.at), names.get(i.person or "", ""), ", ".join(names.get(s, "") for s in i.sources),
         events.get(i.event or "", ""), i.text, i.state, _day(i.changes[-1].at), i.value, i.currency or "",
         "\n".join(_say_step(c) for c in i.changes[1:]),
         write_reference(entry=i.id, person=i.person, other=list(i.sources), event=i.event, ask=i.ask,
                         step=[c.entry if c.entry in told else "-" for c in i.changes[1:]]))
        for i in introductions(current)
    ]  # fmt: skip
    rows += [
        (e.day, "", names.get(person, ""), events.get(e.event or "", ""), e.text, CAN_INTRODUCE, e.day, None, "", "",
         write_reference(entry=e.id, other=[person], event=e.event))
        for e in current if e.kind == "source_found" for person in e.people
    ]  # fmt: skip
    return Table("Referrals", REFERRALS_HEADER, tuple(rows))


def _say_step(change: Change) -> str:
    """One step of an introduction in a line: `2026-04-01 won: signed for two sites`."""
    words = " ".join(change.text.split())
    return f"{_day(change.at)} {change.state}" + (f": {words}" if words else "")


def _day(at: str) -> date:
    return datetime.fromisoformat(at).date()


def checklist_table(items: Iterable[Item], *, names: Mapping[str, str], events: Mapping[str, str]) -> Table:
    """The checklist, done items too."""
    rows = [
        (
            i.due,
            i.outward or i.what,
            "" if i.outward else i.reason,
            names.get(i.person or "", ""),
            events.get(i.event or "", ""),
            i.state,
            i.done_on,
        )
        for i in items
    ]
    return Table("Checklist", CHECKLIST_HEADER, tuple(rows))


# ---------------------------------------------------------------------- how they are written


def to_csv(table: Table, *, for_excel: bool = True) -> bytes:
    """The table as CSV in UTF-8, with the byte order mark that Excel needs to see it; programs read their own without.

    A text that a spreadsheet would run as a formula gets an apostrophe before it; phone numbers stay as they are.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(table.header)
    writer.writerows([[_csv_cell(cell) for cell in row] for row in table.rows])
    return target.getvalue().encode("utf-8-sig" if for_excel else "utf-8")


def _csv_cell(cell: Cell) -> str | int | float:
    if cell is None or isinstance(cell, int | float):
        return "" if cell is None else cell
    text = cell.isoformat() if isinstance(cell, date) else _CONTROL.sub("", cell)
    return text if _PHONE.fullmatch(text) else guard_cell(text)


def to_xlsx(tables: Sequence[Table]) -> bytes:
    """The tables as sheets of one workbook. Text is written as text, never as a formula, whatever it begins with."""
    from openpyxl import Workbook  # slow to import and only needed here
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "A2"
        for row in (table.header, *table.rows):
            cells = []
            for value in row:
                plain = isinstance(value, str)
                cell = WriteOnlyCell(sheet, _CONTROL.sub("", str(value))[:_LONGEST_CELL] if plain else value)
                if plain:
                    cell.data_type = "s"  # openpyxl takes what begins with "=" for a formula
                cells.append(cell)
            sheet.append(cells)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def to_vcard(people: Iterable[Person]) -> bytes:
    """Contacts as vCards 3.0 (RFC 2426), which phones, Outlook, Google and Apple all take; lines end in CR LF.

    The id is the UID, so that importing again updates. What I remark about a person stays here.
    """
    lines: list[str] = []
    for person in people:
        first, last = split_name(person.name)
        pairs = [
            ("UID", person.id), ("FN", person.name), ("TITLE", person.title), ("ORG", person.company),
            ("EMAIL;TYPE=INTERNET", person.email), ("TEL", person.phone), ("URL", person.linkedin),
            (VCARD_REFERENCE, write_reference(person=person.id)),
        ]  # fmt: skip
        lines += ["BEGIN:VCARD", "VERSION:3.0", f"N:{_name_part(last)};{_name_part(first)};;;"]
        lines += [f"{name}:{_vcard_text(value)}" for name, value in pairs if value]
        lines.append("END:VCARD")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _vcard_text(text: str) -> str:
    clean = _CONTROL.sub("", text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return re.sub(r"\r\n|\r|\n|\u2028|\u2029|\x85", r"\\n", clean)


def _name_part(text: str) -> str:
    """Part of the structured name: separators are dropped, since not every reader minds their escapes there."""
    return _vcard_text(" ".join(re.sub(r"[;,\\\s]+", " ", text).split()))


def _folded(line: str) -> str:
    """A line in pieces of at most 75 bytes, never cut inside a character."""
    pieces: list[str] = []
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > (74 if pieces else 75):
            pieces.append(piece)
            piece, size = "", 0
        piece, size = piece + character, size + width
    return "\r\n ".join([*pieces, piece])


def to_calendar(items: Iterable[Item], *, as_events: bool = False) -> bytes:
    """The open items as calendar tasks (VTODO, RFC 5545), or as whole-day events for calendars that take no tasks.

    The key of an item is its stable UID, so that importing again updates.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//event planner//checklist//EN")
    calendar.add("version", "2.0")
    for item in items:
        if item.state not in ("open", "snoozed"):
            continue
        entry = CalendarEvent() if as_events else Todo()
        entry.add("uid", f"{item.key}@event-planner")
        entry.add("dtstamp", datetime.now(UTC))
        entry.add("summary", _CONTROL.sub("", item.outward or item.what))
        if not item.outward:
            entry.add("description", _CONTROL.sub("", item.reason))
        if as_events:
            entry.add("dtstart", item.due)
            entry.add("dtend", item.due + timedelta(days=1))
            entry.add("transp", "TRANSPARENT")
        else:
            entry.add("due", item.due)
            entry.add("status", "NEEDS-ACTION")
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def split_name(name: str) -> tuple[str, str]:
    """A full name as first and last name: the last word, with the small words before it ("van der"), is the last name."""
    words = name.split()
    if len(words) < 2:
        return name.strip(), ""
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].islower():
        cut -= 1
    return " ".join(words[:cut]), " ".join(words[cut:])


@cache
def _columns() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "data" / "contact_columns.toml").read_text(encoding="utf-8"))
