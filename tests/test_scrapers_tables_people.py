"""Who speaks, and who people are, in tables: what columns and cells tell of them."""

from __future__ import annotations

import json
from pathlib import Path

from scrapers import read_source
from scrapers._people.people_texts import people_in
from scrapers._structured.joins import read_records
from scrapers._tables.tables import records_of


def test_hosts_who_are_people_speak_where_nobody_else_does(tmp_path: Path) -> None:
    """Names in a column of hosts or attendees are the speakers; a house that hosts every session is not."""
    rows = "start,end,title,attendees\n9:00,9:30,Pricing by hand,Ana Berg\n"
    rows += '9:30,10:00,Selling at night,"Tom Lindqvist, Mei Fong"\n'
    (tmp_path / "a.csv").write_text(rows)
    house = [{"title": f"Talk {n}", "start": f"{n}:00", "host": "Tarn Hall"} for n in (9, 10, 11, 12, 13)]
    (tmp_path / "b.json").write_text(json.dumps(house))

    assert [s.name for s in read_source(str(tmp_path / "a.csv")).speakers] == ["Ana Berg", "Tom Lindqvist", "Mei Fong"]
    assert read_source(str(tmp_path / "b.json")).speakers == ()


def test_a_phrase_tells_what_is_held_by_whom_and_its_title(tmp_path: Path) -> None:
    """Kind, person and title in one phrase are told apart; names in brackets behind several titles are their speakers."""
    source = tmp_path / "day.csv"
    source.write_text(
        'day\thour\tcontent\n14 May 2027\t9:00-9:30\tLecture by Prof. Ana Berg, "Pricing by hand"\n'
        "14 May 2027\t9:30-10:00\tInvited talk by Mei Fong: Roads of salt\n14 May 2027\t10:00-10:30\tCoffee\n"
        "14 May 2027\t10:30-11:00\tSelling at night (Tom Lindqvist)\n14 May 2027\t11:00-11:30\tCold rooms (Priya Nair)\n"
    )
    agenda = read_source(str(source))

    assert [s.title for s in agenda.sessions] == [
        "Pricing by hand",
        "Roads of salt",
        "Coffee",
        "Selling at night",
        "Cold rooms",
    ]
    assert [s.name for s in agenda.speakers] == ["Ana Berg", "Mei Fong", "Tom Lindqvist", "Priya Nair"]


def test_titles_judged_together_name_people_before_them(tmp_path: Path) -> None:
    """Where most titles begin with a name and a dash, initials included, they speak; a dash alone proves nothing."""
    talks = ["M. Bartoli - Smart pots compared", "A. Pinnetti - Soil and moss", "P. Saggi - Gardens without walls", "Hackathon"]
    (tmp_path / "a.csv").write_text("time,title\n" + "".join(f"{9 + n}:00,{talk}\n" for n, talk in enumerate(talks)))
    (tmp_path / "b.csv").write_text(
        "time,title\n9:00,Opening\n10:00,Cold rooms - a survey\n11:00,Ice with Ana Berg\n12:00,Lunch\n"
    )
    agenda = read_source(str(tmp_path / "a.csv"))

    assert [s.title for s in agenda.sessions] == ["Smart pots compared", "Soil and moss", "Gardens without walls", "Hackathon"]
    assert [s.name for s in agenda.speakers] == ["M. Bartoli", "A. Pinnetti", "P. Saggi"]
    assert read_source(str(tmp_path / "b.csv")).speakers == ()


def test_a_list_of_people_needs_few_known_headers() -> None:
    """A name and a job title in the first row are enough, whatever else a team keeps about its guests."""
    rows = [
        ["Name", "Title", "Photo ok", "Hotel", "Diet", "Badge", "Bio"],
        ["Ana Berg", "CEO of Tarn AG", "yes", "Post", "", "A1", ""],
        ["Tom Lindqvist", "CFO of Norvik", "no", "Post", "vegan", "A2", ""],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [(p.name, p.title, p.company) for p in found.people] == [
        ("Ana Berg", "CEO", "Tarn AG"),
        ("Tom Lindqvist", "CFO", "Norvik"),
    ]


def test_a_list_of_people_needs_no_header() -> None:
    """Names, each another, beside texts that say jobs are people; files, ids and colours beside them say nothing."""
    rows = [
        ["berg.jpg", "Ana Berg", "Founder, Tarn AG", "#683B88"],
        ["tom.png", "Tom Lindqvist", "Engineer, Norvik Labs", "#BAD3E7"],
        ["mei.jpg", "Mei Fong", "Director of Sales, Lumen GmbH", "#B28AB2"],
        ["ida.jpg", "Ida Moreau", "Professor, University of Nantes", "#757575"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [(p.name, p.title, p.company) for p in found.people][:2] == [
        ("Ana Berg", "Founder", "Tarn AG"),
        ("Tom Lindqvist", "Engineer", "Norvik Labs"),
    ]


def test_a_word_in_small_letters_is_somebody_among_names() -> None:
    """Where most speakers go by their names, a handle is one too; a group is not, nor an id among ids."""
    names = ["Ana Berg", "Tom Lindqvist", "Mei Fong", "tinker", "b3lla", "organizers"]
    rows = [["time", "speaker", "title"], *([f"{9 + i}:00", name, f"Talk about loaf {i}"] for i, name in enumerate(names))]

    found = read_records({"rows": records_of(rows)})

    assert [p.name for s in found.sessions for p in s.people] == ["Ana Berg", "Tom Lindqvist", "Mei Fong", "tinker", "b3lla"]


def test_chairs_and_numbered_speakers_are_described_side_by_side() -> None:
    """Each has columns of their own; a chair's company is nobody else's, and neither is left out for the other."""
    rows = [
        ["Time", "Title", "Chair", "Chair Company", "Panelist 1", "Panelist 1 Designation", "Panelist 1 Company", "Panelist 2"],
        ["9:00", "Paying for quiet roads", "Ana Berg", "Tarn AG", "Piet Vermaelen", "Chief Engineer", "Asfalto NV", "Mei Fong"],
        ["10:00", "Bridges that report", "Tom Lindqvist", "Norvik", "Wren Achterberg", "CTO", "", "Ida Moreau"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert {(p.name, p.title, p.company) for s in found.sessions for p in s.people} == {
        ("Ana Berg", None, "Tarn AG"),
        ("Tom Lindqvist", None, "Norvik"),
        ("Piet Vermaelen", "Chief Engineer", "Asfalto NV"),
        ("Wren Achterberg", "CTO", None),
        ("Mei Fong", None, None),
        ("Ida Moreau", None, None),
    }


def test_a_dash_in_brackets_parts_no_people() -> None:
    """Two people, each with job and company in brackets, are two, though a job follows the comma."""
    people = people_in("Odile Marchetti (Harbour Master - Port Authority), Kwabena Asante (Partner - Tema Legal)")

    assert [(p.name, p.title, p.company) for p in people] == [
        ("Odile Marchetti", "Harbour Master", "Port Authority"),
        ("Kwabena Asante", "Partner", "Tema Legal"),
    ]


def test_a_header_in_unknown_words_is_nobody() -> None:
    """Above a column of names that show themselves what they are."""
    rows = [
        ["Zxcv", "Qwertz", "Asdf"],
        ["Ana Berg", "Tarn AG", "Managing Director"],
        ["Tom Lindqvist", "Norvik", "Owner"],
        ["Mei Fong", "Lumen GmbH", "Deputy Director"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [p.name for p in found.people] == ["Ana Berg", "Tom Lindqvist", "Mei Fong"]


def test_people_stand_in_the_row_below_their_titles() -> None:
    """A row of a grid that names people under the cells of a clock tells who speaks there; any other goes on at that clock."""
    rows = [
        ["", "Track A", "Track B"],
        ["9:00", "Shelf life of ideas", "Pallets that talk"],
        ["", "Ana Berg - Tarn AG", "Tom Lindqvist - Norvik Labs"],
        ["9:40", "Cold rooms", "Letters of credit"],
        ["", "Small markets", "Big ships"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [(s.title, s.start, s.room, [p.name for p in s.people]) for s in found.sessions] == [
        ("Shelf life of ideas", "09:00", "Track A", ["Ana Berg"]),
        ("Pallets that talk", "09:00", "Track B", ["Tom Lindqvist"]),
        ("Cold rooms", "09:40", "Track A", []),
        ("Letters of credit", "09:40", "Track B", []),
        ("Small markets", "09:40", "Track A", []),
        ("Big ships", "09:40", "Track B", []),
    ]


def test_a_list_of_speakers_may_name_their_sessions() -> None:
    """Each row is a person, and what is called "Session" beside first and last name is where that person speaks."""
    rows = [
        ["First Name", "Last Name", "Job Title", "Company", "Session", "Session Time"],
        ["Ana", "Berg", "CEO", "Tarn AG", "Electric vans after dark", "2 Nov 2027, 10:00 - 10:30"],
        ["Tom", "Lindqvist", "Engineer", "Norvik Labs", "Mountain miles", "2 Nov 2027, 10:45 - 11:15"],
        ["Mei", "Fong", "Founder", "Lumen GmbH", "Electric vans after dark", "2 Nov 2027, 10:00 - 10:30"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [(s.title, s.start, [p.name for p in s.people]) for s in found.sessions] == [
        ("Electric vans after dark", "2027-11-02T10:00:00", ["Ana Berg", "Mei Fong"]),
        ("Mountain miles", "2027-11-02T10:45:00", ["Tom Lindqvist"]),
    ]


def test_sheets_are_joined_by_columns_of_ids() -> None:
    """What is called "Speaker IDs" refers to the people of the other sheet, one or several in a cell."""
    talks = [["Title", "Slot", "Speaker IDs"], ["Oats", "09:00-09:30", "S2"], ["Rye", "09:30-10:00", "S1, S2"]]
    people = [["ID", "Name", "Role"], ["S1", "Ana Berg", "Geologist"], ["S2", "Tom Lindqvist", "Glazier"]]

    found = read_records({"Programme 0": records_of(talks), "Speakers 1": records_of(people)})

    assert [[p.name for p in s.people] for s in found.sessions] == [["Tom Lindqvist"], ["Ana Berg", "Tom Lindqvist"]]


def test_companies_may_stand_before_the_people_of_a_list() -> None:
    """Without a header, a column before the names that says companies is theirs."""
    rows = [
        ["Tarn Bank", "Ana Berg", "Head of Treasury", "a@example.org"],
        ["Asfalto NV", "Piet Vermaelen", "Chief Engineer", "p@example.org"],
        ["Fjell Capital", "Gro Halvorsrud", "Partner", "g@example.org"],
        ["Puentes SA", "Tadeo Quiroga", "Gerente General", "t@example.org"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert (found.people[0].name, found.people[0].title, found.people[0].company) == (
        "Ana Berg",
        "Head of Treasury",
        "Tarn Bank",
    )


def test_a_title_between_a_person_and_a_company_is_theirs() -> None:
    """Whatever the words in it are, where another column tells what the talk is about; so for words far down in our lists."""
    rows = [
        ["Tid", "Programpunkt", "Talare", "Titel", "Organisation"],
        ["09.00", "Torvens framtid", "Ana Berg", "Zxcvare", "Tarn Labs"],
        ["10.00", "Våtmarker på export", "Tom Lindqvist", "Qwertzare", "Norvik AB"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [(s.title, [(p.name, p.title, p.company) for p in s.people]) for s in found.sessions] == [
        ("Torvens framtid", [("Ana Berg", "Zxcvare", "Tarn Labs")]),
        ("Våtmarker på export", [("Tom Lindqvist", "Qwertzare", "Norvik AB")]),
    ]


def test_lines_of_jobs_and_companies_are_no_turned_names() -> None:
    """What stands on the line below a name ("Director, Canal Trust") is no family name and a given name."""
    rows = [
        ["Time", "Session", "Speakers"],
        ["9:00", "Welcome", "Ana Berg\nDirector, Canal Trust"],
        ["9:15", "Locks and keys", "Tom Lindqvist\nCEO, Sluice Systems\n\nMei Fong\nFounder, Lumen GmbH"],
        ["10:30", "Dredging futures", "Tom Lindqvist\nCEO, Sluice Systems"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [(p.name, p.title, p.company) for p in found.sessions[1].people] == [
        ("Tom Lindqvist", "CEO", "Sluice Systems"),
        ("Mei Fong", "Founder", "Lumen GmbH"),
    ]


def test_a_header_of_several_words_begins_with_whom_it_is_about() -> None:
    """A column called "Presenter(s), Title, Organization" holds people with what they do."""
    rows = [
        ["Time", "Session", "Presenter(s), Title, Organization"],
        ["9:00", "Barns and broadband", "Ana Berg, Director of Outreach, Tarn Fiber"],
        ["10:00", "Grants without tears", "Tom Lindqvist, Program Officer, Norvik Fund; Mei Fong, Mayor, Town of Elk Ford"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [[(p.name, p.title) for p in s.people] for s in found.sessions] == [
        [("Ana Berg", "Director of Outreach")],
        [("Tom Lindqvist", "Program Officer"), ("Mei Fong", "Mayor")],
    ]
