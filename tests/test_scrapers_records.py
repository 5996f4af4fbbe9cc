"""Records of data told apart: which field is what, decided over all records together."""

from __future__ import annotations

import json
from pathlib import Path

from scrapers import read_source
from scrapers._structured.joins import read_records


def test_the_title_is_the_field_that_leaves_the_others_a_meaning() -> None:
    """A field called "name" holds the people where another holds what they talk about; job titles are told by their looks."""
    rows = [
        {"topic": "Promises of the ledger", "name": "Ana Berg", "time": "9:00"},
        {"topic": "Warm towns", "name": "Tom Lindqvist", "time": "9:30"},
        {"topic": "Selling at night, honestly", "name": "Magenta", "time": "10:00"},
    ]
    slots = [
        {"start": clock, "meetings": [{"speaker": who, "title": what, "company": "Tarn AG"}]}
        for clock, who, what in (("9:00", "Ana Berg", "Cold chains"), ("9:40", "Tom Lindqvist", "Nine ways to sell ice"))
    ]

    assert [(s.title, [p.name for p in s.people]) for s in read_records(rows).sessions] == [
        ("Promises of the ledger", ["Ana Berg"]),
        ("Warm towns", ["Tom Lindqvist"]),
        ("Selling at night, honestly", ["Magenta"]),
    ]
    assert [s.title for s in read_records({"schedule": slots}).sessions] == ["Cold chains", "Nine ways to sell ice"]


def test_fields_of_unknown_names_are_read_by_their_looks() -> None:
    """Where no known field has a role, clocks, texts and names of people say themselves what they are."""
    rows = [
        {"zeta_start": "09:00", "shown": "Pricing by hand", "wer": ["Ana Berg", "Mei Fong"], "room": "Hall 1"},
        {"zeta_start": "09:30", "shown": "Selling ice at night", "wer": ["Tom Lindqvist"], "room": "Hall 1"},
        {"zeta_start": "10:00", "shown": "What remains of harbours", "wer": ["Ines Cardoso"], "room": "Hall 2"},
    ]
    found = read_records({"events": rows})

    assert [(s.title, s.start, len(s.people)) for s in found.sessions] == [
        ("Pricing by hand", "09:00", 2),
        ("Selling ice at night", "09:30", 1),
        ("What remains of harbours", "10:00", 1),
    ]


def test_a_label_is_told_with_its_topic() -> None:
    """Numbered and repeated titles get the topic that stands in a further field."""
    rows = [
        {"session": "Oral Session 1", "title": "Soil and seeds", "start": "9:00"},
        {"session": "Welcome", "start": "10:00"},
        {"session": "Oral Session 2", "title": "Water rights", "start": "10:30"},
        {"session": "Lunch", "start": "12:00"},
        {"session": "Closing", "start": "13:00"},
    ]

    assert [s.title for s in read_records({"contents": rows}).sessions][:3] == [
        "Oral Session 1: Soil and seeds",
        "Welcome",
        "Oral Session 2: Water rights",
    ]


def test_signs_in_a_field_of_people_mean_the_same_in_all_records() -> None:
    """Family names before a comma, bars between a person and a house, and bold type are settled over the whole field."""
    inverted = ["Pérez, Ana (Tarn)\nBerg, Tom (Norvik)", "Fong, Martin (Tarn)", "Cardoso, Julia (Lumen)"]
    barred = ["Ana Pérez | Tarn Foods", "Lumen Works | Martin Fong", "Tom Berg | Norvik"]
    bold = ["<b>Ana Pérez</b>, Tom Berg", "Martin Fong et <b>Julia Cardoso</b>", "<b>Tom Berg</b>"]

    def people(values: list[str]) -> list[list[tuple[str, str | None]]]:
        rows = [{"title": f"Talk about {v}", "time": f"{9 + i}:00", "speaker": v} for i, v in enumerate(values)]
        return [[(p.name, p.company) for p in s.people] for s in read_records({"talks": rows}).sessions]

    assert people(inverted) == [
        [("Ana Pérez", "Tarn"), ("Tom Berg", "Norvik")],
        [("Martin Fong", "Tarn")],
        [("Julia Cardoso", "Lumen")],
    ]
    assert people(barred) == [[("Ana Pérez", "Tarn Foods")], [("Martin Fong", "Lumen Works")], [("Tom Berg", "Norvik")]]
    assert people(bold) == [[("Ana Pérez", None)], [("Julia Cardoso", None)], [("Tom Berg", None)]]


def test_numbers_may_be_clocks(tmp_path: Path) -> None:
    """YAML makes 600 of a bare 10:00 and 9.3 of 9.30; numbers of quarters count hours."""
    source = tmp_path / "agenda.yaml"
    source.write_text("- title: Pricing\n  time: 10:00\n- title: Selling\n  time: 11:30\n")
    other = tmp_path / "other.yaml"
    other.write_text("- title: Pricing\n  start: 9.30\n  end: 10.15\n- title: Selling\n  start: 10:30\n  end: 11.00\n")

    assert [s.start for s in read_source(str(source)).sessions] == ["10:00", "11:30"]
    assert [(s.start, s.end) for s in read_source(str(other)).sessions] == [("09:30", "10:15"), ("10:30", "11:00")]
    assert [s.start for s in read_records([{"title": "A", "start": 9.5}, {"title": "B", "start": 11.25}]).sessions] == [
        "09:30",
        "11:15",
    ]


def test_tracks_of_a_slot_each_hold_a_session() -> None:
    """Numbered fields beside a clock are what runs side by side; names made ids are titles where they are no people."""
    slots = [
        {"time": "10:00", "track1": "padlocks-passwordless", "track2": "remote-cold-storage"},
        {"time": "11:00", "track1": "tba", "track2": "build-your-own-lock"},
    ]

    assert [(s.title, s.start) for s in read_records({"slots": slots}).sessions] == [
        ("Padlocks passwordless", "10:00"),
        ("Remote cold storage", "10:00"),
        ("Build your own lock", "11:00"),
    ]


def test_a_record_that_cannot_be_read_costs_only_itself(tmp_path: Path) -> None:
    """Missing commas and quotes in data written by hand leave the rest of a list readable; a talk may stand with its person."""
    source = tmp_path / "people.js"
    source.write_text(
        "var conf = { speakers: [\n"
        '  {"name": "Ana Berg", "title": "Founder", "presentation": "Pricing by hand"},\n'
        '  {"name": "Tom Lind", "titleEngineer "x": 1},\n'
        '  {"name": "Mei Fong", "title": "CEO @Lumen", "presentation": "Selling at night"}\n'
        '  {"name": "Ines Cardoso", "title": "Editor", "presentation": ""},\n'
        "] };\n"
    )
    agenda = read_source(str(source))

    assert [speaker.name for speaker in agenda.speakers] == ["Ana Berg", "Mei Fong", "Ines Cardoso"]
    assert [session.title for session in agenda.sessions] == ["Pricing by hand", "Selling at night"]


def test_other_kinds_of_sessions_may_have_their_titles_elsewhere() -> None:
    """Talks have a topic, workshops a headline, breaks only a description; talks without times stay in their session."""
    rows = [
        {"type": "talk", "topic": "Pricing by hand", "start": "9:00", "description": "How prices are made by people."},
        {"type": "talk", "topic": "Selling ice", "start": "9:30", "description": "What cold sells."},
        {"type": "lab", "headline": "Open lab", "start": "10:00", "description": "Bring work."},
        {"type": "break", "description": "Lunch", "start": "12:00"},
        {"type": "break", "description": "Dinner", "start": "19:00"},
    ]
    blocks = [
        {
            "hour": "9:00",
            "name": "Lectures",
            "parts": [{"title": "Ravioli at rest", "people": {"name": "Ana Berg", "tag": "berg"}}],
        },
        {"hour": "11:00", "name": "Coffee", "parts": []},
    ]

    assert [s.title for s in read_records({"tracks": rows}).sessions] == [
        "Pricing by hand",
        "Selling ice",
        "Open lab",
        "Lunch",
        "Dinner",
    ]
    assert [(s.title, [p.name for p in s.people]) for s in read_records({"activity": blocks}).sessions] == [
        ("Lectures", []),
        ("Coffee", []),
        ("Ravioli at rest", ["Ana Berg"]),
    ]


def test_groups_are_no_people_and_names_may_carry_their_jobs() -> None:
    """Chairs, volunteers and specialists have no names; markup around a name is left off."""
    rows = [
        {"title": "Opening of the fair", "time": "9:00", "speaker": "Conference Chairs"},
        {"title": "Quiz about clay", "time": "9:30", "speaker": "SYP Volunteers"},
        {"title": "Pricing by hand", "time": "10:00", "speaker": "<a href='https://berg.example'>Ana Berg</a>"},
    ]
    people = [{"name": "dr. Tom Lindqvist, senior researcher"}, {"name": "Ines Cardoso, editor at Tarn"}]

    assert [[p.name for p in s.people] for s in read_records({"events": rows}).sessions] == [[], [], ["Ana Berg"]]
    assert [(p.name, p.title) for p in read_records({"speakers": people}).people] == [
        ("dr. Tom Lindqvist", "senior researcher"),
        ("Ines Cardoso", "editor"),
    ]


def test_people_in_brackets_behind_titles() -> None:
    """Where all brackets at the end of titles hold names, they are those of the people."""
    titles = ["Registration", "Plenary: How parrots answer (Ana Berg)", "Closing words", "Plenary: Songs (Tom Lindqvist)"]
    rows = [{"event": title, "startTime": f"{9 + i}:00"} for i, title in enumerate(titles)]

    assert [[p.name for p in s.people] for s in read_records({"events": rows}).sessions] == [
        [],
        ["Ana Berg"],
        [],
        ["Tom Lindqvist"],
    ]


def test_people_may_be_told_anywhere_in_their_records() -> None:
    """Names as keys, names parted by slashes, jobs in lines "about" people, names at the head of a keynote's description."""
    keys = {
        "Annika Feldmann": {"bio": "Annika grows tulips."},
        "Robin Okafor": {"bio": "Robin cuts reed."},
        "Karim Haddad": {"bio": "Karim mends pots."},
    }
    lines = [
        {"name": "Annika Feldmann", "about": "Engineer at Tarn", "bio": "Annika grows tulips.", "talkTitle": "Old walls"},
        {"name": "Robin Okafor", "about": "Developer Advocate at Norvik", "bio": "Robin cuts reed.", "talkTitle": "Heaps"},
    ]
    slashed = [{"title": f"Talk {n}", "time": f"{n}:00", "speaker": "Marina/Camila/Flávia"} for n in (9, 10)]
    keynotes = [
        {"time": "09:10–09:45", "session": "Keynote 1", "details": "Ida Thornquist (Confirmed) — Title TBA"},
        {"time": "09:45–10:20", "session": "Keynote 2", "details": "Invited speaker* — Title TBA"},
    ]

    assert [p.name for p in read_records(keys).people] == ["Annika Feldmann", "Robin Okafor", "Karim Haddad"]
    assert [(p.title, p.company) for s in read_records(lines).sessions for p in s.people] == [
        ("Engineer", "Tarn"),
        ("Developer Advocate", "Norvik"),
    ]
    assert [[p.name for p in s.people] for s in read_records(slashed).sessions] == [["Marina", "Camila", "Flávia"]] * 2
    assert [[p.name for p in s.people] for s in read_records({"items": keynotes}).sessions] == [["Ida Thornquist"], []]


def test_records_without_a_list_around_them(tmp_path: Path) -> None:
    """Data cut out of a list is read as that list."""
    source = tmp_path / "agenda.json"
    source.write_text('{"nome": "Cactos", "horario": "19:30 - 20:00"},\n{"nome": "Hortas", "horario": "20:00 - 21:00"},\n')

    assert [s.title for s in read_source(str(source)).sessions] == ["Cactos", "Hortas"]


def test_data_refers_by_place_lists_by_number_and_holds_json_as_text() -> None:
    """A person named by place (`$ref(people[0])`), a map from numbers, and an agenda that stands as text are followed."""
    agenda: dict[str, list[dict[str, object]]] = {
        "sessions": [
            {"title": "Why bees dance", "startsAt": "2027-05-03T09:00", "speakers": ["$ref(people[0])"]},
            {"title": "Honey by the tonne", "startsAt": "2027-05-03T10:00", "speakers": {"1": "Bob Baxter (Beta)"}},
        ],
        "people": [{"firstName": "Ann", "lastName": "Archer", "company": "Acme"}],
    }
    told = {"agenda": json.dumps({"sessions": agenda["sessions"][1:]})}

    assert [[p.name for p in s.people] for s in read_records(agenda).sessions] == [["Ann Archer"], ["Bob Baxter"]]
    assert [(s.title, [p.name for p in s.people]) for s in read_records(told).sessions] == [
        ("Honey by the tonne", ["Bob Baxter"])
    ]


def test_a_part_of_an_event_without_a_title_keeps_its_sessions() -> None:
    """The event is called as the part says that has a name."""
    talks = [{"title": title, "start": f"2027-05-03T{hour}:00"} for title, hour in (("Bees", 10), ("Wax", 11), ("Hives", 12))]
    parts = [
        {"title": "Apiary Forum", "start": "2027-05-03", "end": "2027-05-04", "talks": talks[:2]},
        {"start": "2027-05-03", "end": "2027-05-04", "talks": talks[2:]},
    ]
    found = read_records({"events": parts})

    assert found.event.name == "Apiary Forum"
    assert [s.title for s in found.sessions] == ["Bees", "Wax", "Hives"]


def test_numbered_fields_of_a_session_are_its_talks() -> None:
    """Exports of sessions with "p1_title", "p1_authors", "p2_title" tell as many talks; numbered people stay people."""
    rows = [
        {"session_title": "Towns in change", "session_start": "2027-05-04 09:30", "p1_title": "Homes for a while",
         "p1_authors": "Ana Berg", "p2_title": "Stations to live in", "p2_authors": "Tom Lindqvist"},
        {"session_title": "Keynote", "session_start": "2027-05-04 11:00", "p1_title": "Rivers", "p1_authors": "Mei Fong",
         "p2_title": "", "p2_authors": ""},
    ]  # fmt: skip
    found = read_records({"sessions": rows})

    assert [(s.title, [p.name for p in s.people]) for s in found.sessions] == [
        ("Towns in change", []), ("Keynote", []), ("Homes for a while", ["Ana Berg"]),
        ("Stations to live in", ["Tom Lindqvist"]), ("Rivers", ["Mei Fong"]),
    ]  # fmt: skip


def test_yes_and_no_are_nobody() -> None:
    """A field called after speakers that only says whether somebody is one names nobody."""
    author = {"presenter": "yes", "firstName": "Ana", "lastName": "Berg", "affiliation": "Tarn AG"}
    found = read_records({"papers": [{"title": "Warm towns", "start": "2027-05-04 09:30", "authors": [author]}]})

    assert [p.name for p in found.sessions[0].people] == ["Ana Berg"]


def test_a_description_names_who_speaks_where_the_field_for_it_is_empty() -> None:
    """A label in the description counts beside other sessions' speakers; sentences count where no session has any."""
    rows = [
        {"title": "Warm towns", "start": "2027-05-04 09:30", "speaker": "Ana Berg", "description": "On heat."},
        {"title": "Cold chains", "start": "2027-05-04 10:30", "description": "On ice. Speaker: Tom Lindqvist, Tarn AG"},
    ]
    bare = [
        {"title": "Warm towns", "start": "2027-05-04 09:30", "description": "An hour on heat with Anna Berg."},
        {"title": "Cold chains", "start": "2027-05-04 10:30", "description": "On ice, in memory of Anna Berg."},
    ]

    assert [[p.name for p in s.people] for s in read_records(rows).sessions] == [["Ana Berg"], ["Tom Lindqvist"]]
    assert [[p.name for p in s.people] for s in read_records(bare).sessions] == [["Anna Berg"], []]


def test_parts_with_further_fields_belong_to_the_record() -> None:
    """What a calendar's events keep in a part of their own counts as theirs, without hiding what they say themselves."""
    rows = [
        {"title": title, "start": f"2027-05-04T{clock}", "extendedProps": {"speaker": name, "title": "an event"}}
        for title, clock, name in (("Warm towns", "09:30", "Ana Berg"), ("Cold chains", "10:30", "Tom Lindqvist"))
    ]
    found = read_records(rows)

    assert [(s.title, [p.name for p in s.people]) for s in found.sessions] == [
        ("Warm towns", ["Ana Berg"]), ("Cold chains", ["Tom Lindqvist"]),
    ]  # fmt: skip


def test_members_of_a_list_wrapped_in_its_name_are_bare_records() -> None:
    """Each of "instances" may stand under "instance"; times found there are the session's."""
    rows = [
        {"event": {"title": title, "instances": [{"instance": {"start": f"2027-05-04T{n:02}:00", "id": n}}]}}
        for title, n in (("Warm towns", 9), ("Cold chains", 10))
    ]
    found = read_records({"events": rows})

    assert [(s.title, s.start) for s in found.sessions] == [
        ("Warm towns", "2027-05-04T09:00:00"), ("Cold chains", "2027-05-04T10:00:00"),
    ]  # fmt: skip
