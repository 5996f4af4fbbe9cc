"""Data of every shape organisers keep it in: how well the readers do on miniatures they were not made for."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from scrapers import read_source
from scrapers._headless import with_header
from scrapers._sheets import pipe_rows
from scrapers._tables import records_of

ROOT = Path(__file__).resolve().parent.parent
SHAPES = ROOT / "tests" / "data" / "shapes"
sys.path.insert(0, str(ROOT / "benchmarks"))

import layout_pages  # noqa: E402


@pytest.mark.skipif(not layout_pages.SCORE.exists(), reason="the score function of the shared corpus is not there")
def test_shapes_are_read_as_well_as_before() -> None:
    """The averages over all shapes do not fall below the committed floors."""
    floors = json.loads((ROOT / "tests" / "data" / "floors.json").read_text(encoding="utf-8"))["shapes"]
    found = layout_pages.averages(layout_pages.scored(shapes=True))

    assert {figure: found[figure] for figure, floor in floors.items() if found[figure] < floor} == {}


def test_every_shape_has_its_truth() -> None:
    """Each source of the folder stands beside a file that tells what it holds."""
    assert [str(source) for source, told in layout_pages.cases(shapes=True) if not told.exists()] == []


def test_rows_that_begin_with_clocks_need_no_header() -> None:
    """What the columns hold is told from their values; rows that only head a part of the programme are no sessions."""
    rows = [
        ["9:00", "9:30", "Welcome", "Ana Berg", "Director", "Tarn AG"],
        ["", "", "Session 1", "", "", ""],
        ["9:30", "10:15", "Pricing by hand", "Tom Lindqvist", "Engineer", "Norvik Labs"],
        ["10:15", "10:30", "Coffee", "", "", ""],
        ["10:30", "11:00", "Selling at night", "Mei Fong", "Founder", "Lumen GmbH"],
    ]

    assert with_header(rows)[0] == ["start", "end", "title", "speaker", "job title", "company"]
    assert [record["title"] for record in records_of(rows)] == ["Welcome", "Pricing by hand", "Coffee", "Selling at night"]


def test_rows_without_clocks_are_no_programme() -> None:
    """Columns of texts alone say nothing about what they hold."""
    assert with_header([["Ana Berg", "Tarn AG"], ["Tom Lindqvist", "Norvik"], ["Mei Fong", "Lumen"]]) == []


def test_a_column_may_be_a_record() -> None:
    """A table whose first column names the fields is read as if it were laid the usual way."""
    rows = [["Title", "Cold chains", "Warm towns"], ["Time", "09:00", "10:00"], ["Speaker", "Ana Berg", "Tom Lindqvist"]]

    assert records_of(rows) == [
        {"Title": "Cold chains", "Time": "09:00", "Speaker": "Ana Berg"},
        {"Title": "Warm towns", "Time": "10:00", "Speaker": "Tom Lindqvist"},
    ]


def test_a_header_of_two_rows_puts_rooms_side_by_side() -> None:
    """Groups of columns below a room each give a session; what all rooms share is one session in none of them."""
    rows = [
        ["Time", "Hall 1", "", "Hall 2", ""],
        ["", "Talk", "Speaker", "Talk", "Speaker"],
        ["09:00-09:40", "Robots", "Ana Berg", "Seeds", "Tom Lindqvist"],
        ["09:40-10:00", "Coffee", "", "Coffee", ""],
    ]

    assert records_of(rows) == [
        {"Time": "09:00-09:40", "Talk": "Robots", "Speaker": "Ana Berg", "room": "Hall 1"},
        {"Time": "09:00-09:40", "Talk": "Seeds", "Speaker": "Tom Lindqvist", "room": "Hall 2"},
        {"Time": "09:40-10:00", "Talk": "Coffee"},
    ]


def test_tables_of_markdown_are_rows_without_marks() -> None:
    """Headings stay as rows of one cell, links and emphasis give their text."""
    text = "## Day 1\n\n| Time | Talk |\n| --- | :-: |\n| 9:00 | [**Robots**](#robots) |\n"

    assert pipe_rows(text) == [["Day 1"], ["Time", "Talk"], ["9:00", "Robots"]]


def test_twelve_hours_without_a_half_follow_the_order_of_the_day(tmp_path: Path) -> None:
    """After 11:30 comes 1:00 in the afternoon, when nothing in the data says otherwise."""
    rows = "start,title\n9:00,Welcome\n11:30,Pricing by hand\n1:00,Lunch\n2:15,Selling at night\n"
    source = tmp_path / "agenda.csv"
    source.write_text(rows, encoding="utf-8")

    assert [session.start for session in read_source(str(source)).sessions] == ["09:00", "11:30", "13:00", "14:15"]


def test_names_in_a_module_stand_for_what_they_were_given(tmp_path: Path) -> None:
    """Constants and entries of other lists are followed, as in files people write by hand."""
    source = tmp_path / "agenda.ts"
    source.write_text(
        "import x from 'y';\nconst HALL = 'Hall 1';\n"
        "export const speakers = { ana: { name: 'Ana Berg', company: 'Tarn AG' } };\n"
        "export const agenda: Item[] = [{ start: '09:00', title: 'Pricing by hand', room: HALL, speakers: [speakers.ana] }];\n",
        encoding="utf-8",
    )
    (session,) = (agenda := read_source(str(source))).sessions

    assert (session.room, [speaker.name for speaker in agenda.speakers]) == ("Hall 1", ["Ana Berg"])


def test_who_signs_a_mail_is_no_speaker(tmp_path: Path) -> None:
    """The signature below a closing formula is left out of the last session."""
    source = tmp_path / "mail.txt"
    source.write_text(
        "14 May 2026\n\n9:00 Pricing by hand - Ana Berg, CEO, Tarn AG\n10:00 Lunch\n\nKind regards,\nTom Lindqvist\n",
        encoding="utf-8",
    )

    assert [speaker.name for speaker in read_source(str(source)).speakers] == ["Ana Berg"]


def test_clocks_may_be_digits_or_the_keys_of_a_map(tmp_path: Path) -> None:
    """Four digits are a clock in a field of clocks and over what takes place then; a name made an id is that person."""
    source = tmp_path / "agenda.js"
    source.write_text(
        "module.exports = { day1: { '0930': 'ana-berg', '1000': { title: 'Coffee' }, '1015': { title: 'Robots' } } };\n"
    )
    other = tmp_path / "agenda.json"
    rows = [{"title": "Pricing by hand", "start": "1315"}, {"title": "Selling at night", "start": "1400"}]
    other.write_text(json.dumps(rows))

    assert [(s.title, s.start) for s in read_source(str(source)).sessions] == [
        ("Ana Berg", "09:30"),
        ("Coffee", "10:00"),
        ("Robots", "10:15"),
    ]
    assert [session.start for session in read_source(str(other)).sessions] == ["13:15", "14:00"]


def test_start_and_end_may_be_a_pair(tmp_path: Path) -> None:
    """Two clocks in a list are the start and the end."""
    source = tmp_path / "agenda.json"
    source.write_text(json.dumps([{"talk": "Pricing by hand", "speaker": "Ana Berg", "times": ["9:00am", "9:45am"]}] * 2))

    assert [(s.start, s.end) for s in read_source(str(source)).sessions] == [("09:00", "09:45")]


def test_what_a_page_says_above_its_text_may_be_the_programme(tmp_path: Path) -> None:
    """TOML or YAML at the top of a Markdown file is read when it holds sessions; else the text below is."""
    rows = "".join(f'{{ title = "Talk about {word}", start = 2027-05-10T{10 + i}:00:00 }},\n' for i, word in enumerate("abc"))
    source = tmp_path / "program.md"
    source.write_text(f"+++\ntitle = 'Programme'\nprogram_elements = [\n{rows}]\n+++\n\nSubject to change.\n")
    below = tmp_path / "below.md"
    below.write_text("---\ntitle: Programme\ndate: 2027-05-10\n---\n\n- 9:00 Pricing by hand\n- 10:00 Selling at night\n")

    assert [session.start for session in read_source(str(source)).sessions] == [
        f"2027-05-10T{hour}:00:00" for hour in (10, 11, 12)
    ]
    assert [session.title for session in read_source(str(below)).sessions] == ["Pricing by hand", "Selling at night"]


def test_a_record_with_a_name_beside_its_title_is_somebodys_talk(tmp_path: Path) -> None:
    """Where names are those of people and titles no jobs, each record is a session of its person."""
    source = tmp_path / "talks.yml"
    source.write_text(
        "- name: Ana Berg\n  title: Pricing by hand\n  abstract: How it goes.\n"
        "- name: Tom Lindqvist\n  title: Selling at night\n  abstract: Why not.\n"
    )
    agenda = read_source(str(source))

    assert [(s.title, len(s.speakers)) for s in agenda.sessions] == [("Pricing by hand", 1), ("Selling at night", 1)]
    assert [speaker.name for speaker in agenda.speakers] == ["Ana Berg", "Tom Lindqvist"]
