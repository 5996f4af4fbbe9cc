"""Records whose texts and fields have a layout of their own: headings, lines, parts, numbers, days around sessions."""

from __future__ import annotations

from scrapers._structured.joins import read_records


def test_headings_in_a_description_are_the_title_and_the_line_below_it() -> None:
    """Templates of sites keep slots as marked text: the first heading is the title, the next tells who speaks, or the topic."""
    slots = [
        {"time": "09:00", "content": "\n### Registration\n"},
        {"time": "09:30", "content": "### Wool that warns\n###### By **Ana Berg**, CEO, Tarn AG\nWhat the fleece says."},
        {"time": "10:30", "content": "<h4>Round table</h4>\n\n<h6>Who spins?</h6>"},
    ]
    tabs = [
        {"name": "Day 1", "date": "4 March 2027", "items": slots},
        {"name": "Day 2", "date": "5 March 2027", "items": slots[1:2]},
    ]
    found = read_records({"title": "Programme", "tabs": tabs})

    assert [(s.title, s.start, [(p.name, p.title, p.company) for p in s.people]) for s in found.sessions] == [
        ("Registration", "2027-03-04T09:00:00", []),
        ("Wool that warns", "2027-03-04T09:30:00", [("Ana Berg", "CEO", "Tarn AG")]),
        ("Round table: Who spins?", "2027-03-04T10:30:00", []),
        ("Wool that warns", "2027-03-05T09:30:00", [("Ana Berg", "CEO", "Tarn AG")]),
    ]


def test_people_on_a_line_of_their_own_in_a_title_give_the_session() -> None:
    """Above the title or below it, in most records that have several lines; what else has lines keeps them."""
    above = [
        "Elio Girotti <br> <i>Dalla luce al buio</i>",
        "Ida Ferrano, Mario Carrante <br> <i>Il peso dei venti</i>",
        "Visita<br>al faro",
    ]
    below = ["<b>Feltro, enfim</b><br>Marco Tição e Irene Zabal", "Café", "<b>Quem fia?</b><br>by Ana Berg"]
    rows = [[{"hour": f"{n + 9}:00", "descr": text} for n, text in enumerate(texts)] for texts in (above, below)]

    assert [[(s.title, [p.name for p in s.people]) for s in read_records({"activity": r}).sessions] for r in rows] == [
        [
            ("Dalla luce al buio", ["Elio Girotti"]),
            ("Il peso dei venti", ["Ida Ferrano", "Mario Carrante"]),
            ("Visita al faro", []),
        ],
        [("Feltro, enfim", ["Marco Tição", "Irene Zabal"]), ("Café", []), ("Quem fia?", ["Ana Berg"])],
    ]


def test_what_stands_around_timed_sessions_without_a_clock_is_a_day() -> None:
    """Labels of days are no sessions and not the event's name; breakouts run all the time of what holds them, talks do not."""
    items = [
        {"time": "9:00", "title": "Welcome", "speaker": "Rev. Jebin"},
        {"time": "10:00 - 11:00", "title": "Side by side", "breakouts": [{"title": "Mortar", "leads": ["Ana Berg"]}]},
        {"time": "11:00 - 12:00", "title": "Short papers", "talks": [{"title": "Kilns", "speaker": "Mei Fong"}]},
    ]
    days = [{"label": "Arrival", "date": f"{n} August 2027", "items": items[:n]} for n in (2, 3)]
    found = read_records({"SCHEDULE": days, "SPEAKERS": [{"name": "Rev. Jebin", "role": "Vicar"}]})

    assert [(s.title, s.start, [p.name for p in s.people]) for s in found.sessions] == [
        ("Welcome", "2027-08-02T09:00:00", ["Rev. Jebin"]),
        ("Side by side", "2027-08-02T10:00:00", []),
        ("Welcome", "2027-08-03T09:00:00", ["Rev. Jebin"]),
        ("Side by side", "2027-08-03T10:00:00", []),
        ("Short papers", "2027-08-03T11:00:00", []),
        ("Mortar", "2027-08-02T10:00:00", ["Ana Berg"]),
        ("Mortar", "2027-08-03T10:00:00", ["Ana Berg"]),
        ("Kilns", None, ["Mei Fong"]),
    ]
    assert found.event.name is None


def test_records_of_people_may_name_several_and_breaks_what_is_served() -> None:
    """Joined names of one record are people of one company; nobody is called XXX; beside a break stands the fare."""
    rows = [
        {
            "time": "9:00",
            "title": "Data run",
            "speakers": [{"name": "Alex Schmied & Robert Biene", "company": "Tarn AG"}, {"name": "XXX氏"}],
        },
        {"time": "10:00", "title": "Almuerzo", "speakers": "Bocaditos y Gaseosas"},
        {"time": "11:00", "title": "Telares", "speakers": "Irune Zabal"},
    ]

    assert [[(p.name, p.company) for p in s.people] for s in read_records({"sessions": rows}).sessions] == [
        [("Alex Schmied", "Tarn AG"), ("Robert Biene", "Tarn AG")],
        [],
        [("Irune Zabal", None)],
    ]


def test_lists_of_lines_with_clocks_are_sessions() -> None:
    """A schedule kept as texts is read like one kept as records."""
    lines = [
        "18:00 – Doors open",
        "18:30 – Glass in the desert (Layla Haddou, Sand & Fire)",
        "19:45 – Lenses (Ben Ostrow, Clearfield)",
    ]
    found = read_records({"title": "Glass night", "schedule": lines})

    assert [(s.title, s.start, [(p.name, p.company) for p in s.people]) for s in found.sessions] == [
        ("Doors open", "18:00", []),
        ("Glass in the desert", "18:30", [("Layla Haddou", "Sand & Fire")]),
        ("Lenses", "19:45", [("Ben Ostrow", "Clearfield")]),
    ]


def test_clocks_may_be_written_in_two_numbers() -> None:
    """As pairs, as records of hour and minute, and as two fields beside each other."""
    rows = [(9, 0, "Opening remarks"), (9, 30, "Ropes that hold"), (10, 15, "Knots nobody needs")]
    shapes = [
        [{"at": [hour, minute], "title": title} for hour, minute, title in rows],
        [{"start": {"hour": hour, "minute": minute}, "title": title} for hour, minute, title in rows],
        [{"startHour": hour, "startMin": minute, "title": title} for hour, minute, title in rows],
    ]

    for records in shapes:
        assert [s.start for s in read_records({"sessions": records}).sessions] == ["09:00", "09:30", "10:15"]


def test_a_record_in_parts_is_one_record() -> None:
    """Time, title and people may stand in parts of their own."""
    rows = [
        {
            "slot": {"start": "09:00", "end": "09:30"},
            "content": {"heading": "Welcome"},
            "details": {"where": "Barn", "who": []},
        },
        {
            "slot": {"start": "09:30", "end": "10:15"},
            "content": {"heading": "Thatching"},
            "details": {"where": "Yard", "who": [{"fullName": "Robin Okafor", "org": "Thatch & Co"}]},
        },
    ]

    assert [(s.title, s.start, s.room, [p.name for p in s.people]) for s in read_records({"events": rows}).sessions] == [
        ("Welcome", "09:00", "Barn", []),
        ("Thatching", "09:30", "Yard", ["Robin Okafor"]),
    ]


def test_rows_of_cells_may_stand_among_dividers() -> None:
    """A text or a record of one text between rows of cells heads a part; the rows are a table all the same."""
    rows = [
        {"section": "Plenary"},
        ["7h45 – 8h15", "Registration", ""],
        ["8h15 – 9h00", "Clay that sings", "Ana Berg"],
        "After lunch",
        ["13h30 – 14h30", "Kilns in the cloud", "Tom Lindqvist"],
        ["14h30 – 15h00", "Glaze and grief", "Mei Fong"],
    ]

    assert [(s.title, s.start, [p.name for p in s.people]) for s in read_records({"agenda": {"rows": rows}}).sessions] == [
        ("Registration", "07:45", []),
        ("Clay that sings", "08:15", ["Ana Berg"]),
        ("Kilns in the cloud", "13:30", ["Tom Lindqvist"]),
        ("Glaze and grief", "14:30", ["Mei Fong"]),
    ]


def test_several_lines_below_a_title_name_people_and_a_date_alone_dates_what_follows() -> None:
    """In a list of rows "Monday, March 11" heads the sessions after it; names may stand one a line below a session's label."""
    rows = [
        {"name": "Monday, 1 March 2027"},
        {"name": "<b>Session 1</b><br/>\nAna Berg<br/>\nTom Lindqvist", "time": "9:00 - 10:00"},
        {"name": "Coffee break", "time": "10:00 - 10:30"},
        {"name": "Tuesday, 2 March 2027"},
        {"name": "<b>Session 2</b><br/>\nMei Fong<br/>\nVesna Tamm<br/>\nRobin Okafor", "time": "9:00 - 11:00"},
    ]

    assert [(s.title, s.start, [p.name for p in s.people]) for s in read_records(rows).sessions] == [
        ("Session 1", "2027-03-01T09:00:00", ["Ana Berg", "Tom Lindqvist"]),
        ("Coffee break", "2027-03-01T10:00:00", []),
        ("Session 2", "2027-03-02T09:00:00", ["Mei Fong", "Vesna Tamm", "Robin Okafor"]),
    ]


def test_a_group_of_talks_gives_its_chairs_and_clocks_that_pass_noon_go_on() -> None:
    """Chairs of a part of the day are people of the event; "1:00" after "12:40" is after noon, whatever another day says."""
    parts = [
        {"chairs": [["Carol Blackett", "London"]], "talks": [{"time": "13:00", "title": "Registration"}]},
        {
            "chairs": [["Ariane Herrick", "Leeds"]],
            "talks": [
                {"time": "09:30", "title": "Cells"},
                {"time": "12:40", "title": "Lungs", "speaker": "Max Konigs"},
                {"time": "1:20", "title": "Lunch"},
                {"time": "2:20", "title": "Hearts", "speaker": "Mei Fong"},
            ],
        },
    ]
    days = [
        {"date": "July 26", "sessions": [{"title": "Keynote lecture", "groups": parts[:1]}]},
        {"date": "July 27", "sessions": [{"title": "Session 1", "groups": parts[1:]}]},
    ]
    found = read_records(days)

    assert [(s.title, s.start) for s in found.sessions] == [
        ("Registration", "13:00"),
        ("Cells", "09:30"),
        ("Lungs", "12:40"),
        ("Lunch", "13:20"),
        ("Hearts", "14:20"),
    ]
    assert [p.name for p in found.people] == ["Carol Blackett", "Ariane Herrick"]


def test_labels_that_count_speakers_head_their_names() -> None:
    """A title such as "Speaker 2: Ann Archer – Bees" tells who gives it, where several do; a numbered session names nobody."""
    titles = [
        "Speaker N1 Alex Archer – The Art of Clay",
        "Speaker #2 Nina Cardoso: The Art of Kilns",
        "Session 3 Lunch talk – Glaze",
    ]
    rows = [{"time": f"{n + 9}:00", "title": title} for n, title in enumerate(titles)]

    assert [(s.title, [p.name for p in s.people]) for s in read_records({"items": rows}).sessions] == [
        ("The Art of Clay", ["Alex Archer"]),
        ("The Art of Kilns", ["Nina Cardoso"]),
        ("Session 3 Lunch talk – Glaze", []),
    ]


def test_a_title_that_few_records_have_is_that_of_those_called_by_their_kind() -> None:
    """Where every record says what happens and some have a title, "Keynote" is the kind of these."""
    rows = [
        {"time": "9:00", "event": "Doors open"},
        {"time": "9:30", "event": "Keynote", "title": "What rivers keep", "speaker": "Ana Berg"},
        {"time": "10:30", "event": "Coffee break"},
        {"time": "11:00", "event": "Closing words"},
    ]

    titles = [s.title for s in read_records({"schedule": rows}).sessions]
    assert titles == ["Doors open", "Keynote: What rivers keep", "Coffee break", "Closing words"]
