"""Data of every shape organisers keep it in: how well the readers do on miniatures they were not made for."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from scrapers import read_source
from scrapers._structured.joins import read_records
from scrapers._tables.tables import records_of

ROOT = Path(__file__).resolve().parent.parent
SHAPES = ROOT / "tests" / "data" / "shapes"
sys.path.insert(0, str(ROOT / "benchmarks"))

import layout_pages  # noqa: E402


@pytest.fixture(scope="module")
def shapes() -> list[tuple[str, dict[str, Any]]]:
    """The name and the scores of every shape."""
    return layout_pages.scored(layout_pages.cases(shapes=True))


@pytest.mark.skipif(not layout_pages.SCORE.exists(), reason="the score function of the shared corpus is not there")
def test_shapes_are_read_as_well_as_before(shapes: list[tuple[str, dict[str, Any]]]) -> None:
    """The averages over all shapes do not fall below the committed floors."""
    floors = json.loads((ROOT / "tests" / "data" / "floors.json").read_text(encoding="utf-8"))["shapes"]
    found = layout_pages.averages(shapes)

    assert {figure: found[figure] for figure, floor in floors.items() if found[figure] < floor} == {}


@pytest.mark.skipif(not layout_pages.SCORE.exists(), reason="the score function of the shared corpus is not there")
def test_other_names_change_little(shapes: list[tuple[str, dict[str, Any]]], tmp_path: Path) -> None:
    """With names of other countries for all people, most of them in no list of ours, nearly as much is read."""
    renamed = layout_pages.scored(layout_pages.renamed(layout_pages.cases(shapes=True), tmp_path, 1))
    names = {name for name, _ in renamed}
    before, after = (layout_pages.averages(rows) for rows in ([row for row in shapes if row[0] in names], renamed))
    allowed = {"sessions": 0.006, "speakers": 0.018, "links": 0.02, "title": 0.01, "company": 0.02}

    assert {figure: after[figure] for figure, less in allowed.items() if after[figure] < before[figure] - less} == {}


@pytest.mark.skipif(not layout_pages.SCORE.exists(), reason="the score function of the shared corpus is not there")
def test_other_names_change_little_on_pages(tmp_path: Path) -> None:
    """On every ninth page nearly as much is read with other names: their places and their peers tell what they are."""
    pages = layout_pages.cases()[::9]
    renamed = layout_pages.scored(layout_pages.renamed(pages, tmp_path, 12))
    names = {name for name, _ in renamed}
    before = layout_pages.averages(layout_pages.scored([case for case in pages if case[0].stem in names]))
    after = layout_pages.averages(renamed)
    allowed = {"sessions": 0.015, "speakers": 0.02, "links": 0.02}

    assert {figure: after[figure] for figure, less in allowed.items() if after[figure] < before[figure] - less} == {}


def test_of_names_in_data_the_odd_ones_are_no_people() -> None:
    """Among people rooms, houses in capitals and groups are none; an unusual name stays, and so does one word of a person."""
    odd = ["Lobby", "SAHO", "Various Speakers"]
    names = [
        "Ana Berg",
        "Tom Lindqvist",
        "Mei Fong",
        "Ayo Bankole",
        "Obinna Okonjo",
        "Vesna Tamm",
        "Ketut",
        "Ilir Moyo",
    ]
    sessions = [{"title": f"Talk on {name}", "start": "9:00", "speaker": name} for name in (*names, *odd)]
    found = read_records({"sessions": sessions})

    assert [p.name for session in found.sessions for p in session.people] == names


def test_the_side_of_the_bar_is_told_by_the_whole_field() -> None:
    """A house that looks like a name is none where people stand on the other side throughout."""
    values = ["Ana Berg | Tarn AG", "Ilir Moyo | Baxter Cole", "Mei Fong | University of Norvik", "Tom Lind | Lumen GmbH"]
    sessions = [{"title": f"Talk {n}", "start": "9:00", "speaker": value} for n, value in enumerate(values)]

    assert [(p.name, p.company) for session in read_records({"sessions": sessions}).sessions for p in session.people] == [
        ("Ana Berg", "Tarn AG"), ("Ilir Moyo", "Baxter Cole"), ("Mei Fong", "University of Norvik"), ("Tom Lind", "Lumen GmbH"),
    ]  # fmt: skip


def test_yaml_that_only_lacks_quotes_is_read(tmp_path: Path) -> None:
    """Colons in and behind values, and lines that go on without being deeper, are what people write by hand."""
    source = tmp_path / "program.yml"
    source.write_text(
        "- time: 9:00\n  title: Panel 1: Mud\n- time: 10:00\n  title: Breakouts:\n- time: 11:00\n  title: Closing\n"
        "  subtitle: Ana Berg, Tarn AG\n  and Tom Lindqvist, Norvik AB\n"
    )
    agenda = read_source(str(source))

    assert [(s.title, s.start) for s in agenda.sessions] == [
        ("Panel 1: Mud", "09:00"),
        ("Breakouts:", "10:00"),
        ("Closing", "11:00"),
    ]
    assert [speaker.name for speaker in agenda.speakers] == ["Ana Berg", "Tom Lindqvist"]


def test_a_kind_in_the_field_of_titles_gives_way_to_the_title() -> None:
    """So does "Talk" where another field has titles; animators speak, ids of nobody tell less than names, "10" is a clock."""
    told = [("Talk", "Clay for all", "9:30"), ("Talk", "Wheels at rest", "10"), ("Workshop Tarn", "Kilns by night", "11:15")]
    rows = [
        {
            "title": kind,
            "bigTitle": title,
            "start": start,
            "speaker1ID": "anaberg",
            "animator1": "Ana Berg",
            "animator2": "Tom Lind",
        }
        for kind, title, start in told
    ]
    found = read_records({"events": rows})

    assert [(s.title, s.start) for s in found.sessions] == [
        ("Clay for all", "09:30"),
        ("Wheels at rest", "10:00"),
        ("Kilns by night", "11:15"),
    ]
    assert [[p.name for p in s.people] for s in found.sessions] == [["Ana Berg", "Tom Lind"]] * 3


def test_words_before_people_may_say_what_they_do() -> None:
    """No part of a name is "Coaches:", or whatever stands there; no company is "n/a"."""
    people = "Coaches: Ana Berg, Founder @Tarn; Tom Lindqvist, CEO @Norvik"
    rows = [
        {"title": "Clinic", "start": "9:00", "speaker": people},
        {"title": "Talk", "start": "10:00", "speaker": "Mei Fong", "affiliation": "n/a"},
    ]
    found = read_records({"sessions": rows})

    assert [(p.name, p.company) for s in found.sessions for p in s.people] == [
        ("Ana Berg", "Tarn"),
        ("Tom Lindqvist", "Norvik"),
        ("Mei Fong", None),
    ]


def test_a_speaker_is_told_by_name_rather_than_by_the_id_beside_it() -> None:
    """An id that no record has tells nobody new; a house may come with a job; a title in another language is neither."""
    told = [
        ("Ána Berg", "ana-maria-berg", "Architect, Tarn"),
        ("Tom Lind", "tom-lind", "University of Norvik"),
        ("Mei Fong", "", ""),
    ]
    rows = [
        {
            "titleZh": f"報告 {n}",
            "titleEn": f"Mud in towns, part {n}",
            "start": f"{n}:00",
            "speakerName": name,
            "speakerId": key,
            "speakerOrg": org,
        }
        for n, (name, key, org) in enumerate(told, 9)
    ]

    assert [(p.name, p.title, p.company) for s in read_records({"events": rows}).sessions for p in s.people] == [
        ("Ána Berg", "Architect", "Tarn"),
        ("Tom Lind", None, "University of Norvik"),
        ("Mei Fong", None, None),
    ]


def test_every_shape_has_its_truth() -> None:
    """Each source of the folder stands beside a file that tells what it holds."""
    assert [str(source) for source, told in layout_pages.cases(shapes=True) if not told.exists()] == []


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


def test_clocks_may_stand_at_the_head_of_titles(tmp_path: Path) -> None:
    """Data without fields of time whose titles begin with clocks is read like lines of text."""
    source = tmp_path / "program.xml"
    titles = ("14:00-14:30 Welcome", "14:30 Pricing by hand", "15:30-16:00 Coffee")
    source.write_text("<Day>" + "".join(f"<Item><Title>{title}</Title></Item>" for title in titles) + "</Day>")

    assert [(s.start, s.end, s.title) for s in read_source(str(source)).sessions] == [
        ("14:00", "14:30", "Welcome"),
        ("14:30", None, "Pricing by hand"),
        ("15:30", "16:00", "Coffee"),
    ]


def test_of_authors_those_marked_as_presenting_speak(tmp_path: Path) -> None:
    """Names may be in parts of their own; where nobody is marked, all authors are named."""
    source = tmp_path / "papers.json"
    people = [("Ana", "Berg", 0), ("Tom", "Lindqvist", 1)]
    authors = [{"name": {"givenname": g, "surname": s}, "affiliation": "Tarn", "presenter": p} for g, s, p in people]
    others = [{**author, "presenter": 0} for author in authors]
    papers = [
        {"papertitle": "Pricing by hand", "starttime": "9:00", "authors": authors},
        {"papertitle": "Selling at night", "starttime": "9:30", "authors": others},
    ]
    source.write_text(json.dumps(papers))
    agenda = read_source(str(source))
    names = {speaker.id: speaker.name for speaker in agenda.speakers}

    assert [[names[i] for i in s.speakers] for s in agenda.sessions] == [["Tom Lindqvist"], ["Ana Berg", "Tom Lindqvist"]]


def test_addresses_join_sessions_and_people(tmp_path: Path) -> None:
    """A sheet of sessions may name its speakers by their addresses, several in a cell."""
    source = tmp_path / "event.json"
    source.write_text(
        json.dumps(
            {
                "sessions": [{"title": "Pricing", "start": "9:00", "speakers": "ana@tarn.example; tom@norvik.example"}],
                "speakers": [
                    {"email": "ana@tarn.example", "name": "Ana Berg"},
                    {"email": "tom@norvik.example", "name": "Tom Lindqvist"},
                ],
            }
        )
    )

    assert [speaker.name for speaker in read_source(str(source)).speakers] == ["Ana Berg", "Tom Lindqvist"]


def test_winter_in_dublin_is_not_universal_time(tmp_path: Path) -> None:
    """Only clocks written as universal time are warned of, not a zone that happens to agree with it."""
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Pricing by hand\nDTSTART{}\nEND:VEVENT\nEND:VCALENDAR\n"
    local, universal = tmp_path / "a.ics", tmp_path / "b.ics"
    local.write_text(text.format(";TZID=Europe/Dublin:20270114T090000"))
    universal.write_text(text.format(":20270114T090000Z"))

    assert [any("UTC" in warning for warning in read_source(str(s)).warnings) for s in (local, universal)] == [False, True]


def test_the_field_of_authors_tells_where_speakers_work() -> None:
    """A table with presenters and authors names the presenters, with what only the authors' field says of them."""
    rows = [
        ["Paper Title", "Authors", "Presenter", "Start Time"],
        ["Pricing by hand", "Ana Berg (Tarn)*; Tom Lindqvist (Norvik)", "Ana Berg", "9:00"],
        ["Selling at night", "Mei Fong (Lumen)*", "Mei Fong", "9:30"],
    ]
    found = read_records({"rows": records_of(rows)})

    assert [[(p.name, p.company) for p in s.people] for s in found.sessions] == [
        [("Ana Berg", "Tarn")],
        [("Mei Fong", "Lumen")],
    ]


def test_a_slot_that_names_its_talk_by_an_id() -> None:
    """A talk's id is no title, also where slots of breaks have one; clocks may follow the date after a dash."""
    data = {
        "schedule": [
            {"title": "Lunch", "location": "Hall", "start": "2027-06-03-1200", "end": "2027-06-03-1300"},
            {"talk": "how-to-bake-conf2027", "location": "Hall", "start": "2027-06-03-1300", "end": "2027-06-03-1400"},
        ],
        "talks": {"how-to-bake-conf2027": {"title": "How it's baked", "speakers": ["Ana Berg"]}},
    }
    found = read_records(data)

    assert [(s.title, s.start) for s in found.sessions] == [
        ("Lunch", "2027-06-03T12:00:00"),
        ("How it's baked", "2027-06-03T13:00:00"),
    ]


def test_papers_have_authors_where_keynotes_have_speakers() -> None:
    """Each kind of session has its own field of people; institutions stand in a list of their own."""
    sessions = [
        {"title": "Keynote", "start": "9:00", "speakers": ["Ana Berg"]},
        {
            "title": "A calculus of grain",
            "start": "10:00",
            "authors": [{"name": "Mei Fong", "affiliations": [{"institution": "Tarn"}]}],
        },
        {"title": "Twelve years of dust", "start": "10:20", "authors": [{"name": "Tom Lind", "affiliations": []}]},
    ]
    found = read_records({"sessions": sessions})

    assert [[(p.name, p.company) for p in s.people] for s in found.sessions] == [
        [("Ana Berg", None)],
        [("Mei Fong", "Tarn")],
        [("Tom Lind", None)],
    ]
