"""Contact files: what LinkedIn, Google, Outlook, phones and people's own lists hold, and what is said of the rest."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.contacts import FIELDS, guess_columns, read_contacts, read_table
from planner.exports import contacts_table, to_csv
from planner.people import Person

DATA = Path(__file__).parent / "data" / "contacts"
CASES = sorted(p for p in DATA.rglob("*") if p.suffix in {".csv", ".vcf", ".xlsx"})
TODAY = date(2026, 5, 2)


def facts(person: Person) -> dict[str, Any]:
    """What a file told about a person, without what is the same for all."""
    return {k: v for k, v in asdict(person).items() if v is not None and k not in {"id", "source", "relation"}}


def read_or_refuse(data: bytes) -> dict[str, Any]:
    """What reading a file comes to: people and problems, or the sentence that refuses it."""
    try:
        found = read_contacts(data, today=TODAY)
    except ValueError as problem:
        return {"error": str(problem)}
    return {"kind": found.kind, "people": [facts(p) for p in found.people], "problems": list(found.problems)}


@pytest.mark.parametrize("path", CASES, ids=lambda p: str(p.relative_to(DATA)))
def test_a_file_gives_the_people_and_problems_expected(path: Path) -> None:
    """Each file of tests/data/contacts gives what its `.expected.json` says, and nothing else."""
    expected = json.loads(path.with_name(f"{path.name}.expected.json").read_text(encoding="utf-8"))
    assert read_or_refuse(path.read_bytes()) == expected


def test_everybody_says_where_the_facts_come_from() -> None:
    """Imported people are known, with the file and day as source, and each has an id of its own."""
    people = read_contacts((DATA / "linkedin.csv").read_bytes(), today=TODAY).people
    assert {(p.source, p.relation) for p in people} == {("LinkedIn export of 2026-05-02", "other")}
    assert len({p.id for p in people}) == len(people)


def test_a_file_read_in_utf_16_is_the_same_file() -> None:
    """Excel's "Unicode text" is read like any other."""
    text = (DATA / "google_old.csv").read_text(encoding="utf-8")
    found = read_contacts(text.encode("utf-16"), today=TODAY)
    assert [p.name for p in found.people] == ["Priya Castillo", "Liam Brandt"]


def test_the_archive_linkedin_sends_is_opened() -> None:
    """Nobody has to unpack the .zip first; an archive without contacts is refused in words."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("Profile.csv", "First Name,Last Name\nMe,Myself\n")
        archive.writestr("export/Connections.csv", (DATA / "linkedin.csv").read_bytes())
    assert [p.name for p in read_contacts(packed.getvalue()).people][:2] == ["Ana Novak", "Bo Jansen"]
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("picture.txt", "nothing")
    with pytest.raises(ValueError, match="cannot be opened"):
        read_contacts(packed.getvalue())


def test_our_own_export_reads_back() -> None:
    """What the contact export writes is read again with nothing changed, the guard against formulas included."""
    person = Person("1", "Ana Novak", "VP Sales", "=Ostfeld", phone="+49 30 1", email="ana@ostfeld.example")
    back = read_contacts(to_csv(contacts_table([person]))).people[0]
    assert facts(back) == facts(person)


def test_columns_can_be_chosen_by_the_user() -> None:
    """A table whose headings say nothing is read by the columns chosen."""
    data = b"A,B,C\nAna Novak,Ostfeld AG,ana@ostfeld.example\n"
    with pytest.raises(ValueError, match="Choose the columns yourself"):
        read_contacts(data)
    assert read_table(data).header == ("A", "B", "C")
    person = read_contacts(data, columns={"name": (0,), "company": (1,), "email": (2,)}).people[0]
    assert facts(person) == {"name": "Ana Novak", "company": "Ostfeld AG", "email": "ana@ostfeld.example"}


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("Name,Vorname,Firma", {"first_name": (1,), "last_name": (0,), "company": (2,)}),
        ("Nom,Prénom,Société,Poste", {"first_name": (1,), "last_name": (0,), "company": (2,), "title": (3,)}),
        ("Title,First Name,Last Name,Job Title", {"first_name": (1,), "last_name": (2,), "title": (3,)}),
        ("E-mail 2 - Value,Full name,E-mail 1 - Value", {"name": (1,), "email": (2, 0)}),
        ("colour,size", {}),
    ],
)
def test_headings_tell_the_columns(header: str, columns: dict[str, tuple[int, ...]]) -> None:
    """Headings are understood in several languages, the better of two candidates first."""
    assert guess_columns(header.split(",")) == columns


def test_many_unreadable_rows_make_one_sentence() -> None:
    """Problems are counted by kind, with the first rows named."""
    rows = "\n".join(f"Person {chr(65 + i)},nonsense" for i in range(20))
    found = read_contacts(f"Name,Email\n{rows}\n".encode())
    assert found.problems == ("20 contacts have no proper e-mail address (rows 2, 3, 4, 5, 6, ...).",)


def test_thirty_thousand_connections_are_read_in_a_moment() -> None:
    """A large LinkedIn export takes seconds at most, in time proportional to its rows."""
    rows = "".join(
        f"Ana{i},Novak{i % 999},https://www.linkedin.com/in/a{i},,Firm {i % 500},VP,01 Jan 2020\n" for i in range(30_000)
    )
    data = f"Notes:\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n{rows}".encode()
    assert len(read_contacts(data).people) == 30_000


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_file_breaks_the_reader(data: bytes) -> None:
    """Whatever the bytes, the answer is people and problems or one sentence."""
    for prefix in (b"", b"BEGIN:VCARD\n", b"Name,Company,Connected On\n", b"PK\x03\x04"):
        found = read_or_refuse(prefix + data)
        assert found.get("error", ".").endswith(".")
        assert all(person["name"].strip() for person in found.get("people", ()))


def test_every_field_of_a_contact_has_headings() -> None:
    """The table of headings and the list of fields agree."""
    assert all(guess_columns(["first name", "last name", "name", field.replace("_", " ")]) for field in FIELDS)
