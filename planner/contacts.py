"""Contacts out of the files people have: LinkedIn, Google and Outlook exports, vCards, any table with headings."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from planner._references import read_reference
from planner._rows import Rows, decode_text, read_rows, unpack_archive
from planner._vcards import Fields, read_vcards
from planner.journal import new_id
from planner.naming import clean_name, fold_text
from planner.people import RELATIONS_IN_WORDS, Person

Columns = Mapping[str, tuple[int, ...]]  # field of a contact -> its columns in the table, the preferred first

FIELDS = (
    "name", "first_name", "middle_name", "last_name", "company", "title", "email", "phone", "linkedin", "last_contact",
    "industry", "remarks", "source", "how", "reference",
)  # fmt: skip
_SEVERAL = ("name", "email", "phone", "linkedin")  # of these a second column helps where the first is empty
_HEADER_WITHIN = 40  # rows; LinkedIn puts a few lines of notes before its header

_EMAIL = re.compile(r"(?<![^@\s<>,;])[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]{2,}")
_PROFILE = re.compile(r"(?:https?://)?(?:[a-z]{2,3}\.)?linkedin\.com/(?:in|pub|profile)/\S+", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\.?[ -](?:de )?([^\W\d]{3,})\.?[ -](?:de )?(\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"([^\W\d]{3,})\.? (\d{1,2}),? (\d{4})")


@dataclass(frozen=True, slots=True)
class ContactTable:
    """A table with headings. `first_row` is the row of the file on which `rows` begin, counted from 1."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    first_row: int
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactFile:
    """The people found in one file, what kind of file it is, and as sentences what was left out and why."""

    kind: str
    people: tuple[Person, ...]
    problems: tuple[str, ...] = ()


def read_contacts(data: bytes, *, columns: Columns | None = None, today: date | None = None) -> ContactFile:
    """The contacts in a LinkedIn, Google or Outlook export (CSV), a file of vCards, or any table (CSV, XLSX, XLS, ODS).

    LinkedIn's and Google's archives (.zip) may be given whole.
    `columns` says where things stand in a table whose headings tell too little (see `guess_columns`). Everybody gets a fresh
    id, the relation "other" (known, not said how) and as `last_contact` the day of connecting, where the file has one.
    Raises ValueError with a sentence fit to show when the file holds no contacts that can be read.
    """
    today = today or date.today()
    data = unpack_archive(data, ("connections.csv", "contacts.csv", "contacts.vcf"))
    problems: tuple[str, ...] | list[str]
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \r\n")[:24].replace(b"\0", b"").upper().startswith(b"BEGIN:VCARD"):
        cards, problems = read_vcards(decode_text(data))
        kind, found, unit, first = "vCard file", cards, "card", 1
    else:
        table = read_table(data)
        columns = columns or guess_columns(table.header)
        if not {"name", "first_name", "last_name"} & columns.keys():
            raise ValueError(
                "No column of this table is recognised as holding names. Choose the columns yourself, or add a first row with "
                "headings such as Name, Company, Job title."
            )
        kind, problems, unit, first = _kind_of(table.header), table.problems, "row", table.first_row
        found = [_row_fields(row, columns) for row in table.rows]
    people, left_out = _make_people(found, f"{kind} of {today.isoformat()}", today, unit, first, us=kind == "LinkedIn export")
    if kind == "LinkedIn export":  # the day of connecting
        people = [replace(p, known_since=p.last_contact) for p in people]
    return ContactFile(kind, tuple(people), (*problems, *left_out))


def read_table(data: bytes) -> ContactTable:
    """The table in a CSV file or spreadsheet: its headings, found below any notes, and the rows under them.

    Raises ValueError with a sentence fit to show when there is no table with at least one row below its headings.
    """
    rows, problems = read_rows(data, _judge_rows)
    if not any(any(row) for row in rows):
        raise ValueError("This file is empty. Export your contacts once more and choose the new file.")
    at = max(range(min(len(rows), _HEADER_WITHIN)), key=lambda i: (_judge_header(rows[i]), -i))
    if not _judge_header(rows[at]):
        at = next(i for i, row in enumerate(rows) if any(row))
    below = [tuple(row) for row in rows[at + 1 :]]
    while below and not any(below[-1]):
        below.pop()
    if not below:
        raise ValueError("This file has headings but no contacts below them. Export your contacts once more.")
    return ContactTable(tuple(rows[at]), tuple(below), at + 2, tuple(problems))


def guess_columns(header: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Which columns hold which field of a contact, as far as the headings tell: field (see `FIELDS`) -> column numbers."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, heading in enumerate(header):
        places[fold_text(heading.replace("-", " ").replace("_", " "))].append(index)
    columns: dict[str, tuple[int, ...]] = {}
    for field in FIELDS:
        found = [index for name in _tables()["columns"].get(field, ()) for index in places.get(name, ())]
        if found:
            columns[field] = tuple(found if field in _SEVERAL else found[:1])
    if "first_name" in columns and "last_name" not in columns and "name" in columns:
        columns["last_name"] = columns.pop("name")[:1]  # "Name; Vorname; Firma"
    return columns


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "data" / "contact_headings.toml").read_text(encoding="utf-8"))


def _judge_header(row: Sequence[str]) -> int:
    columns = guess_columns(row)
    return len(columns) if {"name", "first_name", "last_name", "email"} & columns.keys() else 0


def _judge_rows(rows: Rows) -> int:
    return max((_judge_header(row) for row in rows[:_HEADER_WITHIN]), default=0) * 100 + max(map(len, rows), default=0)


def _kind_of(header: Sequence[str]) -> str:
    names = {fold_text(heading.replace("-", " ")) for heading in header}
    if "connected on" in names:
        return "LinkedIn export"
    if "e mail 1 value" in names or "phone 1 value" in names or "organization 1 name" in names:
        return "Google Contacts export"
    if "e mail display name" in names or {"e mail address", "business phone"} <= names:
        return "Outlook export"
    return "contact list"


def _row_fields(row: Sequence[str], columns: Columns) -> Fields:
    found = {field: [row[i] for i in places if i < len(row) and row[i]] for field, places in columns.items()}
    if not found.get("name"):
        parts = [" ".join(found.get(field, [])[:1]) for field in ("first_name", "middle_name", "last_name")]
        found["name"] = [" ".join(filter(None, parts))]
    return found


def _make_people(
    found: Sequence[Fields], source: str, today: date, unit: str, first: int, *, us: bool
) -> tuple[list[Person], list[str]]:
    """People out of fields, checked one by one. `us` is how a date such as 03/04/2024 is read when nothing else tells."""
    month_first = _month_first([f["last_contact"][0] for f in found if f.get("last_contact")], us)
    people: list[Person] = []
    odd: dict[str, list[int]] = defaultdict(list)
    for number, fields in enumerate(found, first):
        if not any(cell for cells in fields.values() for cell in cells):
            continue
        name = next((clean_name(n) for n in fields.get("name", []) if any(map(str.isalpha, n)) and "@" not in n), None)
        if name is None:
            odd["has no name and was left out|have no name and were left out"].append(number)
            continue
        email = next((m[0].casefold() for cell in fields.get("email", []) if (m := _EMAIL.search(cell))), None)
        if fields.get("email") and not email:
            odd["has no proper e-mail address|have no proper e-mail address"].append(number)
        when = _first(fields, "last_contact")
        day = _read_date(when, month_first) if when else None
        if when and (day is None or day > today):
            odd["has a date that cannot be read|have a date that cannot be read"].append(number)
            day = None
        links = (m[0] for cell in fields.get("linkedin", []) if (m := _PROFILE.search(cell)))
        plain: dict[str, Any] = {field: _first(fields, field) for field in ("title", "company", "industry", "phone", "remarks")}
        last_contact = day.isoformat() if day else None
        person = Person(new_id(), name, email=email, linkedin=next(links, None), relation="other", last_contact=last_contact,
                        source=source, **plain)  # fmt: skip
        people.append(_as_exported(person, fields))
    return people, [_say(unit, numbers, what) for what, numbers in odd.items()]


def _as_exported(person: Person, fields: Fields) -> Person:
    """A person of our own export under the id they had, known as they were known, from where they came."""
    found = read_reference(_first(fields, "reference") or "")
    if not found.get("person"):
        return person
    how = _first(fields, "how")
    relation = next((r for r, words in RELATIONS_IN_WORDS.items() if words == how), None)
    return replace(person, id=found["person"][0], relation=relation, source=_first(fields, "source"))


def _first(fields: Fields, field: str) -> str | None:
    """The first value of a field; Google puts several into one cell, with ` ::: ` between them."""
    return next((v.partition(" ::: ")[0].strip() for v in fields.get(field, []) if v.strip()), None)


def _say(unit: str, numbers: Sequence[int], what: str) -> str:
    one, _, many = what.partition("|")
    if len(numbers) == 1:
        return f"The contact in {unit} {numbers[0]} {one}."
    shown = ", ".join(str(n) for n in numbers[:5]) + (", ..." if len(numbers) > 5 else "")
    return f"{len(numbers)} contacts {many} ({unit}s {shown})."


def _month_first(values: Sequence[str], usual: bool) -> bool | None:
    """Whether `03/04/2024` is March, judging by the whole column; None when nothing tells."""
    pairs = [(int(m[1]), int(m[3])) for v in values if (m := _NUMBERS.match(v)) and m[2] != "."]
    day_first, month_first = any(a > 12 for a, _ in pairs), any(b > 12 for _, b in pairs)
    if day_first != month_first:
        return month_first
    return True if usual and not day_first else None


def _read_date(text: str, month_first: bool | None) -> date | None:
    """A date as contact files write it; a time of day after it is ignored. None when it is unknown or can be read two ways."""
    text = text.strip()
    if m := _ISO.match(text):
        return _date(m[1], m[2], m[3])
    if m := _NUMBERS.match(text):
        if m[2] == ".":
            return _date(m[4], m[3], m[1])
        if month_first is None:
            return _date(m[4], m[3], m[1]) if m[1] == m[3] else None
        return _date(m[4], m[1], m[3]) if month_first else _date(m[4], m[3], m[1])
    if m := _DAY_FIRST.match(text):
        return _date(m[3], _month(m[2]), m[1])
    if m := _MONTH_FIRST.match(text):
        return _date(m[3], _month(m[1]), m[2])
    return None


def _date(year: str, month: str | None, day: str) -> date | None:
    try:
        return date(int(year) + 2000 * (len(year) == 2), int(month or 0), int(day))
    except ValueError:
        return None


def _month(word: str) -> str | None:
    folded = fold_text(word)
    months: dict[str, list[str]] = _tables()["months"]
    exact = [number for number, names in months.items() if folded in names]
    return next(iter(exact or [n for n, names in months.items() if folded.startswith(tuple(names))]), None)
