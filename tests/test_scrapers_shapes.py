"""Data of every shape organisers keep it in: how well the readers do on miniatures they were not made for."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from scrapers import read_source
from scrapers._headless import with_header
from scrapers._joins import read_records
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


def test_a_table_with_named_columns_is_no_grid_of_rooms() -> None:
    """Columns for title, time and more are fields in any language, though rows begin with clocks."""
    rows = [
        ["Heure début", "Heure fin", "Intitulé", "Intervenant", "Salle"],
        ["8h30", "9h00", "Accueil", "", "Hall"],
        ["9h00", "9h40", "Toits froids", "Ana Berg", "Auditorium"],
    ]

    assert [record["Intitulé"] for record in records_of(rows)] == ["Accueil", "Toits froids"]


def test_text_of_old_macs_and_of_spreadsheets_is_read(tmp_path: Path) -> None:
    """Accents are right in tables saved as Mac Roman or as UTF-16."""
    rows = "start{0}title{0}speaker\n9:00{0}Pricing{0}Patricio Almirón\n10:00{0}Selling{0}Ana Berg\n"
    for name, separator, encoding in (("a.csv", ";", "mac-roman"), ("b.tsv", "\t", "utf-16")):
        (tmp_path / name).write_bytes(rows.format(separator).encode(encoding))

        assert [speaker.name for speaker in read_source(str(tmp_path / name)).speakers] == ["Patricio Almirón", "Ana Berg"]


def test_winter_in_dublin_is_not_universal_time(tmp_path: Path) -> None:
    """Only clocks written as universal time are warned of, not a zone that happens to agree with it."""
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Pricing by hand\nDTSTART{}\nEND:VEVENT\nEND:VCALENDAR\n"
    local, universal = tmp_path / "a.ics", tmp_path / "b.ics"
    local.write_text(text.format(";TZID=Europe/Dublin:20270114T090000"))
    universal.write_text(text.format(":20270114T090000Z"))

    assert [any("UTC" in warning for warning in read_source(str(s)).warnings) for s in (local, universal)] == [False, True]


MAIL = """From: Events <events@tarn.example>
To: Delegates
Date: Tue, 2 Mar 2027 16:41:07 +0000
Subject: Pricing day - running order

We look forward to Thursday 11 March 2027. Questions? Call 01286 555 010 between 10:00 and 16:00.

    0900  Arrival
    0930  Pricing by hand - Ana Berg
    1030  Selling at night - Tom Lindqvist
    1115  Break
"""


def test_a_mail_is_its_programme_not_its_head(tmp_path: Path) -> None:
    """When a mail was sent and when somebody answers the telephone is no session; clocks may lack their colon."""
    source = tmp_path / "mail.txt"
    source.write_text(MAIL, encoding="utf-8")

    assert [(s.start, s.title) for s in read_source(str(source)).sessions] == [
        ("2027-03-11T09:00:00", "Arrival"),
        ("2027-03-11T09:30:00", "Pricing by hand"),
        ("2027-03-11T10:30:00", "Selling at night"),
        ("2027-03-11T11:15:00", "Break"),
    ]


COLUMNS = """
 Time            Ballroom                       Gallery

 09:30 - 10:15   Rust never sleeps: sensors     Ropeways of the Andes
                 for hidden steel               Tom Lindqvist
                 Ana Berg                       Norvik Labs
                 CEO, Tarn AG

 10:15 - 10:30                Coffee break

 10:30 - 11:15   Timber spans beyond            Reading old drawings
                 forty metres                   Mei Fong
                 Priya Nair                     Lumen GmbH
"""


def test_titles_may_go_on_below_in_their_column(tmp_path: Path) -> None:
    """Text laid out in columns is a table: lines of a cell belong together, what stands between columns is for all."""
    source = tmp_path / "programme.txt"
    source.write_text(COLUMNS, encoding="utf-8")
    agenda = read_source(str(source))

    assert [(s.title, s.room) for s in agenda.sessions if s.kind != "break"] == [
        ("Rust never sleeps: sensors for hidden steel", "Ballroom"),
        ("Ropeways of the Andes", "Gallery"),
        ("Timber spans beyond forty metres", "Ballroom"),
        ("Reading old drawings", "Gallery"),
    ]
    assert [(p.name, p.company) for p in agenda.speakers][:2] == [("Ana Berg", "Tarn AG"), ("Tom Lindqvist", "Norvik Labs")]


def test_a_clock_may_head_a_table() -> None:
    """Rows below a line of one clock take place then, when they have no time of their own."""
    text = "## 10:35 - 11:20\n\n| Room | Title | Speaker |\n| --- | --- | --- |\n| Hall 1 | Robots | Ana Berg |\n"

    assert records_of(pipe_rows(text)) == [
        {"Room": "Hall 1", "Title": "Robots", "Speaker": "Ana Berg", "time": "10:35 - 11:20"}
    ]


def test_headings_of_talks_without_times_name_their_speakers(tmp_path: Path) -> None:
    """A Markdown list of accepted talks is read though no clock stands anywhere."""
    source = tmp_path / "talks.md"
    talks = (
        ("Ana Berg", "Pricing things by hand"),
        ("Tom Lindqvist", "Selling at night"),
        ("Mei Fong", "Rethinking a calendar"),
    )
    texts = ("How it goes, in detail, with many examples.", "Why not, after all?", "The wall and its dates, reconsidered.")
    body = "\n\n".join(f"### {who}: {what}\n\nAbstract: {text}" for (who, what), text in zip(talks, texts, strict=True))
    source.write_text(f"# Accepted talks\n\n{body}\n", encoding="utf-8")
    agenda = read_source(str(source))

    assert [s.title for s in agenda.sessions] == [what for _, what in talks]
    assert [p.name for p in agenda.speakers] == [who for who, _ in talks]


CARDS = """
9:00 AM - 9:30 AM
Pricing by hand
Main Stage
Rosalind Berg
Chief Operating Officer
Parcelwise
Add to my agenda
9:30 AM - 10:15 AM
Selling at night
Main Stage
Kwame Boateng
Founder & CEO
Calder Homes
Add to my agenda
10:15 AM - 11:00 AM
Doorsteps of the future
Main Stage
Ines Cardoso
Editor
Last Mile Weekly
Tom Whitlock
Director of Logistics
Brightmart
Add to my agenda
"""


def test_cards_of_three_lines_tell_job_and_company(tmp_path: Path) -> None:
    """Pasted from a page: name, job and company below each other, though a company may look like a name."""
    source = tmp_path / "pasted.txt"
    source.write_text(CARDS, encoding="utf-8")

    assert [(p.name, p.title, p.company) for p in read_source(str(source)).speakers] == [
        ("Rosalind Berg", "Chief Operating Officer", "Parcelwise"),
        ("Kwame Boateng", "Founder & CEO", "Calder Homes"),
        ("Ines Cardoso", "Editor", "Last Mile Weekly"),
        ("Tom Whitlock", "Director of Logistics", "Brightmart"),
    ]


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


def test_headers_that_end_in_whose_field_it_is() -> None:
    """What a column holds may come first, whose it is last: "Titre de la session", "Bio de l'orateur"."""
    rows = [
        ["Début", "Titre de la session", "Prénom Nom", "Intitulé de poste", "Entreprise de l'orateur"],
        ["9:00", "Le prix du vent", "Jean Lambrun", "Directrice", "Elypsa"],
        ["9:30", "Sans titre", "Ines Cardoso", "Éditrice", "Tarn"],
        ["10:00", "Vendre la nuit", "Anne Surgeot et Luc Huet", "", "Norvik"],
    ]
    found = read_records({"rows": records_of(rows)})

    assert [s.title for s in found.sessions] == ["Le prix du vent", "Sans titre", "Vendre la nuit"]
    assert [(p.name, p.company) for s in found.sessions for p in s.people] == [
        ("Jean Lambrun", "Elypsa"),
        ("Ines Cardoso", "Tarn"),
        ("Anne Surgeot", "Norvik"),
        ("Luc Huet", "Norvik"),
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


def test_a_programme_on_one_line_is_cut_at_its_clocks(tmp_path: Path) -> None:
    """Text copied out of a PDF may have lost its lines: each range of clocks begins one, each point of a list too."""
    source = tmp_path / "line.txt"
    source.write_text(
        "River Summit Tuesday, 7 December 2027 08.00 – 08.30 Registration 08.30 – 09.00 Rivers at work: remarks by · Ana Berg, "
        "CEO, Tarn · Tom Lindqvist, Head of Water, Norvik 09.00 – 10.30 Dams and damages 10.30 – 11.00 Coffee break "
        "11.00 – 12.00 Closing the sluice",
        encoding="utf-8",
    )
    agenda = read_source(str(source))

    assert [s.start for s in agenda.sessions] == [f"2027-12-07T{t}:00" for t in ("08:00", "08:30", "09:00", "10:30", "11:00")]
    assert [p.name for p in agenda.speakers] == ["Ana Berg", "Tom Lindqvist"]


def test_labels_above_what_they_name_are_no_titles(tmp_path: Path) -> None:
    """Details pasted from a page repeat the time below a label; they are those of the session above."""
    source = tmp_path / "details.txt"
    details = "Location\nMain Stage\nTime\n{0}\n\nSession Description\n\nWhat remains of a harbour when ships leave.\n"
    slots = [("9:00 am - 9:45 am", "Ferries for islands"), ("9:45 am - 10:30 am", "Harbours after oil")]
    source.write_text("\n".join(f"{what}\n{when}\n{what}\n{details.format(when)}" for when, what in slots), encoding="utf-8")
    agenda = read_source(str(source))

    assert [(s.title, s.room) for s in agenda.sessions] == [(what, "Main Stage") for _, what in slots]


def test_a_list_of_talks_without_header_or_times() -> None:
    """Two columns, of titles and of names."""
    talks = ["Simulated pottery", "Now, what can I do?", "Clay roadmap", "The kiln zoo", "A mock oven", "Glazing news"]
    names = ["Ana Berg", "Tom Lind#Mei Fong", "Jean Lambrun", "Anne Surgeot", "Luc Huet", "Ines Cardoso"]
    rows = with_header([[talk, name] for talk, name in zip(talks, names, strict=True)])
    found = read_records({"rows": records_of(rows)})

    assert [s.title for s in found.sessions] == talks
    assert [p.name for p in found.sessions[1].people] == ["Tom Lind", "Mei Fong"]
    assert with_header([[f"{house} GmbH", "Ana Berg"] for house in names]) == []


def test_a_title_told_again_behind_its_clock_is_one(tmp_path: Path) -> None:
    """Pages that show and hide details have each title twice, before and behind its time."""
    source = tmp_path / "twice.txt"
    slots = [
        ("9:00 am - 9:45 am", "Ferries for islands"),
        ("9:45 am - 10:00 am", "Coffee break"),
        ("10:00 am - 11:00 am", "Oil"),
    ]
    source.write_text("\n".join(f"{what}\n{when}\n{what}" for when, what in slots), encoding="utf-8")

    found = [(s.title, s.start) for s in read_source(str(source)).sessions]

    assert found == [("Ferries for islands", "09:00"), ("Coffee break", "09:45"), ("Oil", "10:00")]
