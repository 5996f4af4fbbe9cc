"""Tables, with a header and without: which column is what, which row a session."""

from __future__ import annotations

from pathlib import Path

from scrapers import read_source
from scrapers._structured.joins import read_records
from scrapers._tables.headless import with_header
from scrapers._tables.hours import with_minutes
from scrapers._tables.tables import records_of
from scrapers._timing.grids import upright


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


def test_twelve_hours_without_a_half_follow_the_order_of_the_day(tmp_path: Path) -> None:
    """After 11:30 comes 1:00 in the afternoon, when nothing in the data says otherwise."""
    rows = "start,title\n9:00,Welcome\n11:30,Pricing by hand\n1:00,Lunch\n2:15,Selling at night\n"
    source = tmp_path / "agenda.csv"
    source.write_text(rows, encoding="utf-8")

    assert [session.start for session in read_source(str(source)).sessions] == ["09:00", "11:30", "13:00", "14:15"]


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


def test_a_list_of_talks_without_header_or_times() -> None:
    """Two columns, of titles and of names."""
    talks = ["Simulated pottery", "Now, what can I do?", "Clay roadmap", "The kiln zoo", "A mock oven", "Glazing news"]
    names = ["Ana Berg", "Tom Lind#Mei Fong", "Jean Lambrun", "Anne Surgeot", "Luc Huet", "Ines Cardoso"]
    rows = with_header([[talk, name] for talk, name in zip(talks, names, strict=True)])
    found = read_records({"rows": records_of(rows)})

    assert [s.title for s in found.sessions] == talks
    assert [p.name for p in found.sessions[1].people] == ["Tom Lind", "Mei Fong"]
    assert with_header([[f"{house} GmbH", "Ana Berg"] for house in names]) == []


def test_talks_with_abstract_and_biography_are_talks(tmp_path: Path) -> None:
    """Rows that describe their speakers as well as rows of people do are sessions, by their titles and abstracts."""
    source = tmp_path / "talks.csv"
    source.write_text(
        "title,speaker,affiliation,abstract,bio\nHow to price cold rooms by hand,Ana Berg,Tarn AG,Why it works,Ana is a cook\n"
        'Selling ice at night in summer,"Tom Lindqvist, Mei Fong",Norvik,What we learnt,Tom is an engineer\n'
    )
    agenda = read_source(str(source))

    assert [(s.title, len(s.speakers)) for s in agenda.sessions] == [
        ("How to price cold rooms by hand", 1),
        ("Selling ice at night in summer", 2),
    ]
    assert {speaker.company for speaker in agenda.speakers} == {"Tarn AG", "Norvik"}


def test_rows_without_title_have_it_elsewhere(tmp_path: Path) -> None:
    """Names in the column of titles beside texts of one line are the speakers of these; a lone text of a row is its title."""
    source = tmp_path / "day.csv"
    source.write_text(
        "start,end,categories,title,desc\n9h00,9h15,Welcome note,,\n9h15,10h00,Talk:,Ana Berg,How to price cold rooms by hand\n"
        "10h00,10h45,Invited talk:,Tom Lindqvist,What we learnt selling ice at night\n10h45,11h00,Coffee break,,\n"
        '11h00,11h30,Panel:,Roads of salt and sugar,"Mei Fong, Priya Nair and Ana Berg"\n'
    )
    agenda = read_source(str(source))

    assert [(s.title, len(s.speakers)) for s in agenda.sessions] == [
        ("Welcome note", 0),
        ("How to price cold rooms by hand", 1),
        ("What we learnt selling ice at night", 1),
        ("Coffee break", 0),
        ("Roads of salt and sugar", 3),
    ]


def test_a_grid_of_days_tells_days_and_no_rooms() -> None:
    """Columns headed by days of the week are no rooms, and the same cell on every day takes place every day."""
    rows = [["Hora", "Martes", "Jueves"], ["9-10", "Barley", "Rye"], ["10-11:30", "Lunch", "Lunch"], ["14-15", "Oats", "Spelt"]]

    found = records_of(rows)

    assert [(r["start"], r["end"], r["title"], r["date"], r["room"]) for r in found[:3]] == [
        ("09:00", "10:00", "Barley", "Martes", None),
        ("09:00", "10:00", "Rye", "Jueves", None),
        ("10:00", "11:30", "Lunch", "Martes", None),
    ]


def test_pairs_of_numbers_are_hours_where_a_whole_column_holds_them() -> None:
    """What looks like a score once is a time of day where every row has one, unless the header calls the column otherwise."""
    hours = [["Slot", "Talk"], ["9-10", "Barley"], ["10-11", "Rye"], ["11-12.30", "Oats"]]

    assert [row[0] for row in with_minutes(hours)] == ["Slot", "9:00 - 10:00", "10:00 - 11:00", "11:00 - 12.30"]
    assert with_minutes([["Date", "Talk"], *hours[1:]])[1:] == hours[1:]


def test_a_column_without_a_header_may_hold_the_days() -> None:
    """Days that stand once, in a column nobody named, hold for the rows below them."""
    rows = [
        ["", "Time", "Title", "Author"],
        ["1 day\n\n16/09/2026", "9:00", "Barley for beginners", "Ana Berg"],
        ["", "10:00", "Rye at sea", "Nelson Dias"],
        ["2 day\n17/09/2026", "9:00", "Oats by night", "Mei Fong"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [(s.start, [p.name for p in s.people]) for s in found.sessions] == [
        ("2026-09-16T09:00:00", ["Ana Berg"]),
        ("2026-09-16T10:00:00", ["Nelson Dias"]),
        ("2026-09-17T09:00:00", ["Mei Fong"]),
    ]


def test_a_session_without_a_title_bears_its_description() -> None:
    """Also where the description says whose it is."""
    rows = [
        ["Time", "Activity", "Description", "Speaker"],
        ["9:00", "Opening", "", ""],
        ["10:00", "", "Rye at sea - Prof. Ana Berg", "Ana Berg"],
        ["11:00", "Closing", "", ""],
    ]

    assert [record.get("Activity") for record in records_of(rows)] == ["Opening", "Rye at sea - Prof. Ana Berg", "Closing"]


def test_a_timetable_may_have_its_clocks_across() -> None:
    """Rooms down and clocks across is the same grid; a table of texts with two clocks a row is none."""
    rows = [["Room", "10:00-10:45", "11:00-11:45"], ["Cedar", "Bees (Ana Berg)", "Lunch"], ["Alder", "Hives", "Lunch"]]

    assert [(r["start"], r["title"], r["room"]) for r in records_of(rows)] == [
        ("10:00", "Bees", "Cedar"),
        ("10:00", "Hives", "Alder"),
        ("11:00", "Lunch", None),
    ]
    assert upright([["Talk", "9:00", "9:30"], ["Bees", "9:30", "10:00"], ["Mites", "10:00", "10:30"]])[0][0] == "Talk"


def test_a_header_that_names_speakers_and_more_is_no_row_of_rooms() -> None:
    """Even where the word for titles is one we do not know."""
    rows = [
        ["Saat", "Zxcv", "Konuşmacı", "Ünvan", "Kurum"],
        ["09:00", "Kilin hafızası", "Tuğrul Şengezer", "Genel Müdür", "Toprak Teknoloji"],
        ["10:00", "Fırında yapay zekâ", "Defne Karaosman", "Ar-Ge Müdürü", "Fırınsan"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [(s.title, [p.name for p in s.people]) for s in found.sessions] == [
        ("Kilin hafızası", ["Tuğrul Şengezer"]),
        ("Fırında yapay zekâ", ["Defne Karaosman"]),
    ]


def test_headers_may_be_questions() -> None:
    """When, what, who and where are headers too."""
    rows = [
        ["Zeit", "Was", "Wer", "Wo"],
        ["09:00", "Begrüßung", "Ruth Amann, Holzcluster Rheintal", "Seesaal"],
        ["09:20", "Leim oder Dübel?", "Emil Feuerstein, Feuerstein Holzbau GmbH", "Seesaal"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [(s.title, s.room, [p.name for p in s.people]) for s in found.sessions] == [
        ("Begrüßung", "Seesaal", ["Ruth Amann"]),
        ("Leim oder Dübel?", "Seesaal", ["Emil Feuerstein"]),
    ]


def test_a_column_of_sessions_above_talks_tells_sessions_of_their_own() -> None:
    """A session said in each row, or once above its talks, has its time and its chairs; the talks keep their speakers."""
    for again in ("Panel 1: Soils", ""):
        rows = [
            ["Time", "Panel", "Chair", "Title", "Presenter"],
            ["09:00-10:30", "Panel 1: Soils", "Ana Berg", "Reading clay", "Tom Lindqvist"],
            ["09:00-10:30" if again else "", again, "Ana Berg" if again else "", "Worms at work", "Mei Fong"],
            ["11:00-12:30", "Panel 2: Water", "Ida Moreau", "Canals that think", "Piet Vermaelen"],
            ["11:00-12:30", "Panel 2: Water", "Ida Moreau", "Wells and widows", "Wren Achterberg"],
        ]

        found = read_records({"rows": records_of(rows)})

        assert [(s.title, s.start, [p.name for p in s.people]) for s in found.sessions] == [
            ("Panel 1: Soils", "09:00", ["Ana Berg"]),
            ("Reading clay", "09:00", ["Tom Lindqvist"]),
            ("Worms at work", "09:00", ["Mei Fong"]),
            ("Panel 2: Water", "11:00", ["Ida Moreau"]),
            ("Canals that think", "11:00", ["Piet Vermaelen"]),
            ("Wells and widows", "11:00", ["Wren Achterberg"]),
        ]


def test_a_column_of_sessions_whose_talks_have_times_is_no_session() -> None:
    """Each talk is placed by itself then."""
    rows = [
        ["Time", "Session", "Title"],
        ["09:00", "Soils", "Reading clay"],
        ["09:20", "Soils", "Worms at work"],
        ["11:00", "Water", "Canals that think"],
        ["11:20", "Water", "Wells and widows"],
    ]

    assert len(records_of(rows)) == 4


def test_days_that_a_spreadsheet_keeps_as_moments_are_days() -> None:
    """Noon on every day is nobody's start where a column of its own tells the clock."""
    rows = [
        ["Session Title", "Date", "Start Time", "Speaker Name", "Position"],
        ["Welcome", "2026-03-13T12:00:00.000Z", "10:00 AM", "Ana Berg", "Dean, Tarn Institute"],
        ["Oats", "2026-03-13T12:00:00.000Z", "1:30 PM", "Tom Lindqvist", "Chief Engineer, Norvik Labs"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [s.start for s in found.sessions] == ["2026-03-13T10:00:00", "2026-03-13T13:30:00"]
    assert [(p.title, p.company) for s in found.sessions for p in s.people] == [
        ("Dean", "Tarn Institute"),
        ("Chief Engineer", "Norvik Labs"),
    ]


def test_the_same_at_the_same_time_of_days_without_a_year_is_not_one() -> None:
    """A day told without a date tells sessions apart all the same; what says the kind of an untitled talk is no title."""
    rows = [
        ["day", "date", "time", "type", "title", "speaker"],
        ["2", "4/22", "12:00 – 13:30", "panel", "Lunch Panel", "Ana Berg"],
        ["3", "4/23", "10:20 – 11:10", "plenary", "", "Tom Lindqvist"],
        ["3", "4/23", "12:00 – 13:30", "panel", "Lunch Panel", "Mei Fong"],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [(s.title, [p.name for p in s.people]) for s in found.sessions] == [
        ("Lunch Panel", ["Ana Berg"]),
        ("Lunch Panel", ["Mei Fong"]),
    ]


def test_hours_may_be_parted_from_minutes_by_commas() -> None:
    """As spreadsheets of some countries write decimals, in columns called so."""
    rows = [["von", "bis", "Thema"], ["9,00", "9,15", "Eröffnung"], ["9,15", "10,00", "Pilze"], ["10,30", "11,15", "Keller"]]

    assert [(r["von"], r["bis"]) for r in records_of(rows)] == [("9:00", "9:15"), ("9:15", "10:00"), ("10:30", "11:15")]
    assert with_minutes([["Price", "Thema"], *([f"{n},50", "Pilze"] for n in (7, 8, 9))])[1][0] == "7,50"


def test_rows_of_a_grid_may_bear_a_label_before_their_clocks() -> None:
    """A row begins with "Session 1 (10:00-10:45)" as well as with "10:00-10:45"."""
    rows = [
        ["Slot", "Room A", "Room B"],
        ["Session 1 (10:00-10:45)", "Chess", "Knitting"],
        ["Session 2 (11:00-11:45)", "Silent reading", "Naps"],
    ]

    assert [(r["start"], r["end"], r["title"]) for r in records_of(rows)] == [
        ("10:00", "10:45", "Chess"),
        ("10:00", "10:45", "Knitting"),
        ("11:00", "11:45", "Silent reading"),
        ("11:00", "11:45", "Naps"),
    ]


def test_a_header_in_unknown_words_is_passed_over() -> None:
    """Below it clocks, kinds, titles, people, jobs and companies show themselves what they are; no column is a room."""
    rows = [
        ["Zxcv", "Qwer", "Asdf", "Yuio", "Hjkl", "Bnm"],
        ["09:00", "A", "The weather of money", "Ana Berg", "Director", "Tarn AG"],
        ["09:30", "B", "Pricing by hand", "Tom Lindqvist", "Engineer", "Norvik Labs"],
        ["10:15", "B", "Selling at night", "Mei Fong", "Founder", "Lumen GmbH"],
        ["11:00", "A", "Coffee", "", "", ""],
    ]

    found = read_records({"rows": records_of(rows)})

    assert [(s.title, s.start, [(p.name, p.title, p.company) for p in s.people]) for s in found.sessions] == [
        ("The weather of money", "09:00", [("Ana Berg", "Director", "Tarn AG")]),
        ("Pricing by hand", "09:30", [("Tom Lindqvist", "Engineer", "Norvik Labs")]),
        ("Selling at night", "10:15", [("Mei Fong", "Founder", "Lumen GmbH")]),
        ("Coffee", "11:00", []),
    ]
