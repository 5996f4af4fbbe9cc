"""Inputs made to exhaust time or memory are refused, or read in time in proportion to their size."""

from __future__ import annotations

import io
import json
import logging
import time
import zipfile
from pathlib import Path

import pytest
from expressions import find_slow
from fuzz import find_samples, make_input, read_input
from hostile import BIDI, HOSTILE

from planner.agenda import Agenda
from scrapers import AgendaError, Document, read_document, read_upload
from scrapers._found import Found, FoundPerson, FoundSession, assemble
from scrapers._html.tame import tame
from scrapers._structured.literals import literals_in


def packed(name: str, size: int) -> bytes:
    """An archive whose one member unpacks to so many blanks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "")
        archive.writestr(name, b" " * size)
    return out.getvalue()


@pytest.mark.parametrize("name", ["word/document.xml", "xl/worksheets/sheet1.xml"])
def test_an_archive_that_unpacks_without_bound_is_refused(name: str) -> None:
    """The sizes are checked before anything is unpacked."""
    with pytest.raises(AgendaError):
        read_document(Document("bomb", packed(name, 310_000_000)))


@pytest.mark.parametrize(
    "data",
    [b'{"a":' * 50_000, b"[" * 200_000, b"var x = " + b"[{a:" * 30_000, b"var x = " + b"['" * 100_000, b"09:00 " * 100_000,
     b'<?xml version="1.0"?>' + b"<a>" * 50_000],
    ids=["deep_object", "deep_array", "deep_literal", "open_strings", "clocks_only", "deep_elements"],
)  # fmt: skip
def test_depth_and_repetition_cost_no_more_than_their_length(data: bytes) -> None:
    """Each of these is answered after seconds of computing, with a sentence."""
    started = time.process_time()
    with pytest.raises(AgendaError):
        read_document(Document("deep", data))

    assert time.process_time() - started < 8


def test_an_entry_that_repeats_every_second_is_read_once() -> None:
    """Only rules by days or longer are written out, and those a bounded number of times."""
    rule = "BEGIN:VEVENT\nDTSTART:20270101T090000\nSUMMARY:Ticks\nRRULE:FREQ={}\nEND:VEVENT\n"
    calendar = (
        "BEGIN:VCALENDAR\n" + rule.format("SECONDLY") + rule.format("DAILY").replace("Ticks", "Breakfast") + "END:VCALENDAR\n"
    )

    agenda = read_document(Document("repeats.ics", calendar.encode()))

    titles = [s.title for s in agenda.sessions]
    assert titles.count("Ticks") == 1
    assert 1 <= titles.count("Breakfast") <= 30


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_hostile_inputs_give_an_agenda_or_a_sentence(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    """No kind makes a reader fail or dawdle; what comes out can be kept and printed."""
    began = time.process_time()
    with caplog.at_level(logging.ERROR, "scrapers"):
        read_input(kind, HOSTILE[kind](1000), pasted=False)

    assert not caplog.records
    assert time.process_time() - began < 8


@pytest.mark.parametrize("kind", sorted(kind for kind in HOSTILE if kind.startswith("nested_")))
def test_twenty_thousand_nested_tags_are_read_in_seconds(kind: str) -> None:
    """Depth costs time in proportion, and never the end of the process."""
    began = time.process_time()
    read_input(kind, HOSTILE[kind](20_000), pasted=False)
    assert time.process_time() - began < 8


@pytest.mark.parametrize("place", ["<!ENTITY x SYSTEM '{}'>", "<!ENTITY % x SYSTEM '{}'> %x;", "<!ENTITY x PUBLIC 'a' '{}'>"])
def test_an_external_entity_tells_nothing_of_this_machine(tmp_path: Path, place: str) -> None:
    """A file that a page's XML names is not opened."""
    (tmp_path / "secret.txt").write_text("Zwischenruf", encoding="utf-8")
    kind = place.format((tmp_path / "secret.txt").as_uri())
    page = (
        f"<?xml version='1.0'?><!DOCTYPE schedule [{kind}]><schedule><day>09:00 Talk &x;</day><day>10:00 Panel</day></schedule>"
    )
    try:
        told = repr(read_document(Document("a.xml", page.encode())))
    except AgendaError as refusal:
        told = str(refusal)
    assert "Zwischenruf" not in told


def test_damaged_samples_give_an_agenda_or_a_sentence(caplog: pytest.LogCaptureFixture) -> None:
    """A small slice of the fuzz run, from a seed of its own; the whole is `python benchmarks/fuzz.py`."""
    samples = find_samples()
    with caplog.at_level(logging.ERROR, "scrapers"):
        for number in range(1000, 1150):
            name, data = make_input(samples, 11, number)
            read_input(name, data, pasted=number % 5 == 0)

    assert not caplog.records


@pytest.mark.parametrize("field", ["slots=", "rooms=", "=", "speakers{}", "a.b[]", "\0", ""])
def test_a_field_of_any_name_may_hold_records(field: str, caplog: pytest.LogCaptureFixture) -> None:
    """Signs that we use ourselves to say where a record stands mean nothing in the names of a page's own fields."""
    first = {"title": "Opening keynote", "start": "2027-05-10T09:00:00", field: [{"start": "09:00", "room": "Hall 1"}]}
    second = {"title": "Pricing for insurers", "start": "2027-05-10T10:00:00", field: {"start": "10:00"}}
    with caplog.at_level(logging.ERROR, "scrapers"):
        agenda = read_upload("a.json", json.dumps({"sessions": [first, second]}).encode())

    assert not caplog.records
    assert [s.title for s in agenda.sessions] == ["Opening keynote", "Pricing for insurers"]


def test_controls_and_direction_marks_do_not_reach_an_agenda() -> None:
    """Half characters, which cannot be stored, and overrides, which disguise what follows, are left out of every text."""
    session = {
        "id": 1,
        "title": f"Pricing {BIDI} talk",
        "startsAt": "2027-05-10T09:00:00",
        "room": f"Hall {BIDI}",
        "speakers": [7],
    }
    person = {"id": 7, "fullName": f"Ana {BIDI} Berg", "tagLine": f"Head {BIDI} of Sales"}

    agenda = read_upload("a.json", json.dumps({"sessions": [session], "speakers": [person]}).encode())

    assert isinstance(agenda, Agenda)
    told = repr([agenda.sessions, agenda.speakers, agenda.warnings]).encode().decode("unicode_escape")
    assert "Pricing" in told
    assert not set(told) & set("\u202e\u2066\u2069\x00\x07\x1b\ud800")


def test_no_expression_takes_more_than_linear_time() -> None:
    """Every compiled expression of the readers and the planner, on texts that repeat what may keep it busy."""
    assert [f"{place} on {piece!r}: {small:.4f} s, then {large:.4f} s" for place, piece, small, large in find_slow()] == []


def test_what_makes_the_parser_slow_is_cut_and_nothing_else() -> None:
    """Openings nested a thousand deep and attributes past five hundred go; the text and ordinary pages stay as they are."""
    ordinary = "<ul><li>09:00 <b>Talk</b><li>10:00 Next</ul>" * 2000
    assert tame(ordinary) == ordinary
    assert tame(f'<div data-page="{"x > y " * 9000}">Talk</div>').count("x > y") == 9000
    deep = tame("<div><i>" * 30_000 + "09:00 Talk" + "</i></div>" * 30_000)
    assert (deep.count("<div"), "09:00 Talk" in deep) == (500, True)
    wide = tame("<p " + " ".join(f"a{n}='>'" for n in range(30_000)) + ">09:00 Talk</p>")
    assert (wide.count("='>'"), wide.endswith(">09:00 Talk</p>")) == (500, True)


def test_links_and_warnings_are_cleaned_like_every_text() -> None:
    """What disguises an address is taken out of it, and of what a reader says about it."""
    person = FoundPerson(
        "Ana Berg", links={"linkedin": f"https://linkedin.example/in/{BIDI}ana"}, url=f"https://x.example/{BIDI}"
    )
    found = Found(sessions=[FoundSession(f"Talk {BIDI}", people=[person])], warnings=[f"Nothing {BIDI}in it."])
    agenda = assemble("x", "test", found)
    speaker = agenda.speakers[0]
    shown = "".join((*speaker.links.values(), speaker.url or "", *agenda.warnings, agenda.sessions[0].title))
    assert not set("\u202e\u2066\x00\x07\x1b\ud800") & set(shown)


def test_an_entry_that_repeats_at_the_end_of_all_dates_is_read_once() -> None:
    """Where no further day can be reckoned, the first one is what is told."""
    entry = "BEGIN:VEVENT\nDTSTART:99991231T090000\nSUMMARY:Last breakfast\nRRULE:FREQ=DAILY\nEND:VEVENT\n"

    agenda = read_document(Document("last.ics", f"BEGIN:VCALENDAR\n{entry}END:VCALENDAR\n".encode()))

    assert [s.title for s in agenda.sessions] == ["Last breakfast"]


def test_a_pdf_with_a_number_beyond_all_memory_is_said_to_be_damaged() -> None:
    """What points further than any file reaches is no fault of ours."""
    page = b"3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>\nendobj\n"
    pages = b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"

    with pytest.raises(AgendaError, match="damaged"):
        read_document(Document("far.pdf", b"%PDF-1.4\n" + page + pages + b"startxref\n99999999999999999999999\n%%EOF\n"))


@pytest.mark.parametrize(
    ("first", "next_one"),
    [
        ("export const a0 = [ROW, ROW];\n", "export const aN = [...aM, ...aM];\n"),
        ("const aO = [ROW];\nconst a0 = ROW;\n", "export const aN = {title: 'Talk N', items: [aM, aM]};\n"),
        ("const a0 = ROW;\n", "const aN = {...{x: aM}, y: aM, title: wrap(aM)};\n"),
        (
            "const a0 = 'Salt and bread at sea';\n",
            "const bN = {title: a0 + a0, text: `${a0} ${a0}`, more: bM};\n",
        ),
    ],
    ids=["spreads", "records", "objects", "texts"],
)
def test_what_names_stand_for_does_not_grow_without_bound(first: str, next_one: str) -> None:
    """Lists, records and texts that are made of each other twice over, forty times, hold no more than a few times the file."""
    row = "{title: 'Salt and bread at sea', start: '2027-05-04T09:00', speakers: ['Ann Archer']}"
    script = first.replace("ROW", row)
    script += "".join(next_one.replace("N", str(n)).replace("M", str(n - 1)) for n in range(1, 40))
    script += f"export const talks = [{row}, {row.replace('Salt', 'Rope')}];\n"

    held = list(literals_in(script, resolve=True))

    assert _entries(held) < 100_000
    assert [name for name, _ in held][-1] == "talks"


def _entries(value: object) -> int:
    """How many values there are in a value, counted as often as they are met, up to a million."""
    count, left = 0, [value]
    while left and count < 1_000_000:
        count += 1
        item = left.pop()
        left += item.values() if isinstance(item, dict) else item if isinstance(item, list | tuple) else ()
    return count
