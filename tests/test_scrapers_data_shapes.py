"""Shapes of data as organisers and apps write them: other names of fields, people in maps, references, languages, odd times."""

from __future__ import annotations

from scrapers._people.people_texts import people_in
from scrapers._structured.joins import read_records


def test_names_of_fields_may_be_misspelt_and_mean_any_gender() -> None:
    """A letter missing, doubled or misplaced and the signs of "Referent*in", "Orador(a)" or "Speaker's" change no meaning."""
    rows = [
        {"Tittle": "Clay", "Strat time": "9:00", "speker": "Ana Berg"},
        {"Tittle": "Kilns", "Strat time": "9:30", "speker": "Tom Lind"},
    ]
    neutral = [{"Titel": "Ton", "Beginn": "9:00", "Referent*in 1": "Ana Berg", "Funktion 1": "Tarn AG"}]
    others = [{"título": "Barro", "inicio": "9:00", "Orador(a)": "Ana Berg"}]

    assert [(s.title, s.start, [p.name for p in s.people]) for s in read_records({"sessions": rows}).sessions] == [
        ("Clay", "09:00", ["Ana Berg"]),
        ("Kilns", "09:30", ["Tom Lind"]),
    ]
    assert [(p.name, p.company) for s in read_records(neutral).sessions for p in s.people] == [("Ana Berg", "Tarn AG")]
    assert [p.name for s in read_records(others).sessions for p in s.people] == ["Ana Berg"]


def test_a_name_beside_a_surname_is_only_the_rest_of_it() -> None:
    """A field "Name" and one "Surname" or "Vorname" make one name together, unless the first already holds the second."""
    people = [{"id": 1, "name": "Ana", "surname": "Berg"}, {"id": 2, "name": "Tom J.", "surname": "Lind"}]
    family = [{"Name": "Berg", "Vorname": "Ana", "Firma": "Tarn AG"}, {"Name": "Lind", "Vorname": "Tom", "Firma": "Norvik"}]
    whole = [{"name": "Ana Berg", "surname": "Berg"}, {"name": "Tom Lind", "surname": "Lind"}]

    for records in (people, family, whole):
        assert [p.name.split()[0] for p in read_records({"speakers": records}).people] == ["Ana", "Tom"]
        assert [p.name.split()[-1] for p in read_records({"speakers": records}).people] == ["Berg", "Lind"]


def test_lines_there_for_something_else_may_name_who_leads() -> None:
    """A label in the kind, the line below the title or a title itself leads to somebody, whoever else is named."""
    rows = [
        {"title": "Wells", "start": "9:00", "type": "Panel. Modera: Ana Berg", "speakers": "Tom Lind; Mei Fong"},
        {"title": "Dykes", "start": "10:00", "type": "Talk", "speakers": "Ines Cardoso", "subtitle": "Leitung: Vesna Tamm"},
        {"title": "Keynote 2: Clara Moyo “Where rivers sleep”", "start": "11:00", "type": "special"},
        {"title": "Session 3: Rivers that sleep", "start": "12:00", "type": "special"},
    ]
    found = read_records({"sessions": rows})

    assert [[p.name for p in s.people] for s in found.sessions] == [
        ["Tom Lind", "Mei Fong", "Ana Berg"],
        ["Ines Cardoso", "Vesna Tamm"],
        ["Clara Moyo"],
        [],
    ]


def test_inverted_names_may_lead_to_houses_without_a_mark() -> None:
    """In a field of "Berg, Ana (Tarn)" a house behind the given name is no name, and a committee nobody."""
    told = ["Berg, Ana (UNT)", "Lind, Tom (UNT)", "Cardoso, Ines University of Tarn (Norvik)", "Comité organizador, UNT"]
    rows = [{"title": f"Talk on wells {n}", "start": "9:00", "speaker": text} for n, text in enumerate(told)]
    people = [[(p.name, p.company) for p in s.people] for s in read_records({"sessions": rows}).sessions]

    assert people == [[("Ana Berg", "UNT")], [("Tom Lind", "UNT")], [("Ines Cardoso", "University of Tarn (Norvik)")], []]


def test_a_session_of_a_day_and_room_needs_no_time() -> None:
    """Among records with times one with a day and a room is a session all the same; a mere title is none."""
    rows = [
        {"title": "Opening", "day": "23.6.", "start": "9:00", "room": "Hall 1"},
        {"title": "Rowing", "day": "23.6.", "start": "", "room": "Lake"},
        {"title": "More to come", "day": "", "start": "", "room": ""},
    ]

    assert [s.title for s in read_records({"sessions": rows}).sessions] == ["Opening", "Rowing"]


def test_fields_may_be_called_as_people_are_led_to_on_pages() -> None:
    """A field "intervengono" or "участники" holds people where its values look so."""
    rows = [
        {"orario": "9.30 - 10.00", "titolo": "Fiumi", "modera": "Dario Monti", "intervengono": ["Paola Serri (CNR)"]},
        {"orario": "10.00 - 11.00", "titolo": "Porti", "intervengono": ["Elisa Fano", "Bruno Costa"], "dibattito": "sì"},
    ]
    records = [{"время": "10:00", "событие": "Лёд", "участники": [{"фио": "Вера Ключева", "компания": "Тарн"}]}]

    assert [[p.name for p in s.people] for s in read_records({"sessioni": rows}).sessions] == [
        ["Paola Serri", "Dario Monti"],
        ["Elisa Fano", "Bruno Costa"],
    ]
    assert [[p.name for p in s.people] for s in read_records({"секции": records}).sessions] == [["Вера Ключева"]]


def test_values_that_are_ids_of_other_records_refer_to_these() -> None:
    """A field nobody knows that holds nothing but ids of slots, days, rooms or people tells when, where and who."""
    data = {
        "jours": {"j1": {"libelle": "9 juin 2026"}, "j2": {"libelle": "10 juin 2026"}},
        "plages": {"c1": {"jour": "j1", "debut": "9h00"}, "c2": {"jour": "j2", "debut": "14h30"}},
        "salles": [{"id": "s1", "libelle": "Amphi"}, {"id": "s2", "libelle": "Forum"}],
        "speakers": [{"id": "p1", "name": "Ana Berg"}, {"id": "p2", "name": "Tom Lind"}],
        "sessions": [
            {"titre": "Des voiles", "plage": "c1", "wo": "s2", "wer": ["p1"], "animateur": "p2"},
            {"titre": "Des vents", "plage": "c2", "wo": "s1", "wer": ["p2"]},
        ],
    }
    sessions = read_records(data).sessions

    assert [(s.title, s.start, s.room, sorted(p.name for p in s.people)) for s in sessions] == [
        ("Des voiles", "2026-06-09T09:00:00", "Forum", ["Ana Berg", "Tom Lind"]),
        ("Des vents", "2026-06-10T14:30:00", "Amphi", ["Tom Lind"]),
    ]


def test_texts_in_several_languages_may_stand_in_a_record_of_their_own() -> None:
    """What "i18n" or "translations" hold belongs to the record; the zone beside the sessions is the venue's."""
    languages = {"en": {"title": "Bread and code"}, "es": {"title": "Pan y código"}}
    talk = {"i18n": languages, "startEpoch": "1790668800", "space": {"i18n": {"en": "Blue room", "es": "Sala azul"}}}
    listed = {"translations": [{"languages_code": "en", "title": "Ovens"}], "startEpoch": "1790672400"}
    found = read_records({"meta": {"timezone": "Europe/Madrid"}, "sessions": [talk, listed]})

    assert [(s.title, s.start, s.room) for s in found.sessions] == [
        ("Bread and code", "2026-09-29T10:00:00+02:00", "Blue room"),
        ("Ovens", "2026-09-29T11:00:00+02:00", None),
    ]


def test_few_clocks_and_rows_of_cells_may_stand_below_days() -> None:
    """A day may hold one clock only, or rows of cells without a header that are told by those of all days."""
    clocks = {"dia 1": {"data": "10/06/2026", "horas": {"08h30": "Café", "09h30": {"titulo": "Redes"}}},
              "dia 2": {"data": "11/06/2026", "horas": {"12h00": "Almoço"}}}  # fmt: skip
    rows = {
        "2026-05-01": [["09:00", "Welcome", None], ["09:30", "Nets of glass", "Ana Berg, Tarn AG"]],
        "2026-05-02": [["10:00", "Fish by post", "Tom Lindqvist, Norvik"]],
    }

    assert [(s.title, s.start) for s in read_records({"programacao": clocks}).sessions] == [
        ("Café", "2026-06-10T08:30:00"),
        ("Redes", "2026-06-10T09:30:00"),
        ("Almoço", "2026-06-11T12:00:00"),
    ]
    assert [(s.title, s.start, [p.name for p in s.people]) for s in read_records(rows).sessions] == [
        ("Welcome", "2026-05-01T09:00:00", []),
        ("Nets of glass", "2026-05-01T09:30:00", ["Ana Berg"]),
        ("Fish by post", "2026-05-02T10:00:00", ["Tom Lindqvist"]),
    ]


def test_starts_may_count_minutes_and_names_have_parts_between() -> None:
    """Minutes from midnight are clocks where the field says so; what stands between given and family name belongs there."""
    who = {"voornaam": "Sanne", "tussenvoegsel": "van der", "achternaam": "Meulen"}
    rows = [
        {"title": "Brine", "startMinutes": 570, "durationMinutes": 45, "speakers": [who]},
        {"title": "Salt", "startMinutes": 615, "durationMinutes": 30, "speakers": ["Ayo Bankole, Sandworks"]},
    ]
    found = read_records({"schedule": rows})

    assert [(s.title, s.start, s.end) for s in found.sessions] == [("Brine", "09:30", "10:15"), ("Salt", "10:15", "10:45")]
    assert [(p.name, p.company) for s in found.sessions for p in s.people] == [
        ("Sanne van der Meulen", None),
        ("Ayo Bankole", "Sandworks"),
    ]


def test_people_are_told_in_maps_and_cells() -> None:
    """Names may be the keys of what people do, the first of some cells, or stand under what each does in the session."""
    rows = [
        {"title": "Sand", "start": "9:00", "who": {"Ana Berg": "CEO, Tarn AG", "Mei Fong": None}},
        {"title": "Gulls", "start": "10:00", "who": [["Tom Lind", "Head of Data", "Norvik"]]},
        {
            "title": "Ropes",
            "start": "11:00",
            "who": {"moderator": "Ines Cardoso, Norvik", "panelists": ["Vesna Tamm", "Ilir Moyo"]},
        },
    ]
    people = [[(p.name, p.title, p.company) for p in s.people] for s in read_records({"sessions": rows}).sessions]

    assert people == [
        [("Ana Berg", "CEO", "Tarn AG"), ("Mei Fong", None, None)],
        [("Tom Lind", "Head of Data", "Norvik")],
        [("Ines Cardoso", None, "Norvik"), ("Vesna Tamm", None, None), ("Ilir Moyo", None, None)],
    ]


def test_companies_may_stand_in_lists_beside() -> None:
    """Plurals of jobs and companies are lists, an entry a person; the number of a company is none."""
    author = {"given": "Ana", "family": "Berg", "affiliations": [2], "presenting": True}
    paper = {"title": "Worms at work", "start": "9:00", "authors": [author]}
    listed = {"titel": "Ton", "zeit": "9:00", "referenten": ["Tom Lind", "Mei Fong"], "firmen": ["Tarn AG", "Hochschule Elve"],
              "positionen": ["Leiter", "Professorin"]}  # fmt: skip

    assert [(p.name, p.company) for s in read_records({"papers": [paper]}).sessions for p in s.people] == [("Ana Berg", None)]
    assert [(p.title, p.company) for s in read_records({"vortraege": [listed]}).sessions for p in s.people] == [
        ("Leiter", "Tarn AG"),
        ("Professorin", "Hochschule Elve"),
    ]


def test_moments_of_spreadsheets_are_numbers() -> None:
    """Days since 1900 and parts of a day are what a sheet holds below its formats."""
    rows = [
        {"Day": 46156, "Start": 0.375, "End": 0.40625, "Title": "Sand"},
        {"Day": 46157, "Start": 0.5625, "End": 0.59375, "Title": "Gulls"},
    ]

    assert [(s.start, s.end) for s in read_records(rows).sessions] == [
        ("2026-05-14T09:00:00", "2026-05-14T09:45:00"),
        ("2026-05-15T13:30:00", "2026-05-15T14:15:00"),
    ]


def test_short_names_of_fields_are_read_by_all_their_looks() -> None:
    """Where no name says anything, one field of clocks, one of days, one of people and texts tell a programme together."""
    rows = [
        {"d": "20260514", "t": "0900-0945", "tt": "Sand in gears", "sp": "Ana Berg / Tom Lind"},
        {"d": "20260514", "t": "1000-1045", "tt": "What gulls know", "sp": "Mei Fong"},
        {"d": "20260515", "t": "0930-1015", "tt": "Nets made of glass", "sp": "Ines Cardoso"},
    ]
    buses = [{"t": row["t"], "d": row["d"], "st": row["tt"]} for row in rows]

    assert [(s.title, s.start, len(s.people)) for s in read_records({"list": rows}).sessions] == [
        ("Sand in gears", "2026-05-14T09:00:00", 2),
        ("What gulls know", "2026-05-14T10:00:00", 1),
        ("Nets made of glass", "2026-05-15T09:30:00", 1),
    ]
    assert not read_records({"list": buses}).sessions


def test_times_may_stand_beside_what_rooms_hold() -> None:
    """Rooms with as many entries as there are times hold one at each of these."""
    grid = {"times": ["09:00-09:45", "10:00-10:45"], "rooms": {"Birch": ["Sand (Ana Berg)", "Ropes (Tom Lind)"],
                                                               "Elm": ["Gulls (Mei Fong)", ""]}}  # fmt: skip

    assert [(s.title, s.start, s.room, [p.name for p in s.people]) for s in read_records(grid).sessions] == [
        ("Sand", "09:00", "Birch", ["Ana Berg"]),
        ("Ropes", "10:00", "Birch", ["Tom Lind"]),
        ("Gulls", "09:00", "Elm", ["Mei Fong"]),
    ]


def test_a_field_may_tell_who_somebody_is_in_one_line() -> None:
    """A field "Speaker Info" beside "Speaker" holds no second speaker."""
    row = {"Time": "9:00", "Session": "Sand", "Speaker": "Ana Berg", "Speaker Info": "CEO @ Tarn AG"}

    assert [(p.name, p.title, p.company) for s in read_records({"agenda": [row]}).sessions for p in s.people] == [
        ("Ana Berg", "CEO", "Tarn AG")
    ]


def test_an_umbrella_without_a_time_is_no_session() -> None:
    """What only holds talks among timed sessions gives its chairs, no session of its own."""
    talks = [{"title": "Flies that drive", "start": "", "authors": ["Tom Lind"]}]
    rows = [{"title": "Opening", "start": "9:00"}, {"title": "Workshop 1", "chair": "Ana Berg", "events": talks}]
    found = read_records({"sessions": rows})

    assert [s.title for s in found.sessions] == ["Opening", "Flies that drive"]
    assert sorted(p.name for p in found.people) == ["Ana Berg"]


def test_biographies_are_those_of_people_referred_to() -> None:
    """Records called after biographies are people, whose titles are names; an id that refers to none of them is nobody."""
    bios = [{"id": "SolS", "title": "Sol Sanchez", "details": "is a director."}, {"id": "AnaB", "title": "Ana Berg"}]
    people = [{"id": "SolS"}, {"id": "AnaB"}, {"id": "NicoH"}]
    rows = [{"title": "Talk of the scene", "time": "9:00", "participants": people}]

    assert [p.name for s in read_records({"sessions": rows, "bios": bios}).sessions for p in s.people] == [
        "Sol Sanchez",
        "Ana Berg",
    ]
    assert [p.name for p in people_in("Ana Berg - Tarn | Tarn Labs")] == ["Ana Berg"]


def test_the_parts_people_play_are_no_jobs() -> None:
    """Where a field of jobs tells only who moderates and who talks, the house in brackets behind the names is the company."""
    people = [{"cargo": "Palestrante", "nome": "Ana Silvestre (UTN)"}, {"cargo": "Mediadora", "nome": "Dora Pinheiro (UNV)"}]
    jobs = [{"cargo": "Professora", "nome": "Ana Silvestre (UTN)"}, {"cargo": "Reitora", "nome": "Dora Pinheiro (UNV)"}]

    for records, told in ((people, [None, None]), (jobs, ["Professora", "Reitora"])):
        found = read_records({"pessoas": records}).people
        assert [(p.name, p.title, p.company) for p in found] == [
            ("Ana Silvestre", told[0], "UTN"),
            ("Dora Pinheiro", told[1], "UNV"),
        ]


def test_whoever_has_a_record_speaks_at_meetups_too() -> None:
    """What is served may stand where others name people, but only as a text; a record there is somebody, whatever the name."""
    sessions = [
        {"title": "Lantern meetup", "start": "2027-05-04T09:00", "speakers": [{"id": 1, "name": "Lampyrid"}]},
        {"title": "Salt and bread", "start": "2027-05-04T10:00", "speakers": [{"id": 2, "name": "Ana Berg"}]},
    ]

    assert [p.name for s in read_records({"sessions": sessions}).sessions for p in s.people] == ["Lampyrid", "Ana Berg"]


def test_days_that_hold_sessions_are_none_whatever_clock_they_begin_at() -> None:
    """A moment called a date says which day it is where sessions with times of their own stand in the record."""
    days = [
        {"title": "Friday", "date": "2027-05-07T09:00:00", "talks": [{"title": "Bees", "start": "2027-05-07T09:30:00"}]},
        {"title": "Saturday", "date": "2027-05-08T10:00:00", "talks": [{"title": "Wax", "start": "2027-05-08T10:30:00"}]},
        {"title": "Sunday", "date": "2027-05-09T10:00:00", "talks": [{"title": "Hives", "start": "2027-05-09T11:00:00"}]},
    ]

    assert [s.title for s in read_records({"programme": days}).sessions] == ["Bees", "Wax", "Hives"]


def test_what_will_be_told_is_no_job_and_no_company() -> None:
    """A host has a job all the same, whatever else the word stands for in lists of people."""
    people = [
        {"name": "Ana Berg", "job": "Host", "company": "TBA"},
        {"name": "Tom Lindqvist", "job": "TBD", "company": "Tarn AG"},
    ]

    assert [(p.title, p.company) for p in read_records({"speakers": people}).people] == [("Host", None), (None, "Tarn AG")]


def test_what_stands_in_a_slot_keeps_its_own_end() -> None:
    """The slot around tells the start, each entry in it when it ends, and a field nobody knows the day in full."""
    days = [
        {
            "dia": f"{n} nov · Seg",
            "data_completa": f"{n} de novembro de 2026",
            "blocos": [{"horario": "08:00", "itens": [{"titulo": "Barro", "fim": "9:00"}, {"titulo": "Vidro", "fim": "9:30"}]}],
        }
        for n in (23, 24)
    ]

    assert [(s.start, s.end, s.title) for s in read_records({"PLANO": days}).sessions] == [
        (f"2026-11-{n}T08:00:00", f"2026-11-{n}T{end}:00", title)
        for n in (23, 24)
        for title, end in (("Barro", "09:00"), ("Vidro", "09:30"))
    ]


def test_entries_of_a_slot_are_sessions_unless_they_say_nothing_of_talks() -> None:
    """A room, a kind or an end tells that something takes place at the time around; a cast of people stays one."""
    slots = [
        {"uhrzeit": "9:00", "punkte": [{"bezeichnung": "Ton", "art": "Vortrag"}, {"bezeichnung": "Glas", "art": "Workshop"}]},
        {"uhrzeit": "10:00", "punkte": [{"bezeichnung": "Holz", "art": "Vortrag"}]},
    ]
    casts = [
        {"time": "9:00", "cast": [{"name": "Ana Berg"}, {"name": "Tom Lind"}]},
        {"time": "10:00", "cast": [{"name": "Mei Fong"}]},
    ]

    assert [(s.start, s.title) for s in read_records(slots).sessions] == [
        ("09:00", "Ton"),
        ("09:00", "Glas"),
        ("10:00", "Holz"),
    ]
    assert read_records(casts).sessions == []


def test_what_people_speak_about_is_a_talk_where_nothing_lists_talks() -> None:
    """A topic of several words is the title of a person's talk; a word or two are what somebody knows about."""
    topics = ["Clay of the old towns", "Kilns both cold and hot", "Glass that answers back"]
    people = [
        {"name": n, "topic": t, "company": "Tarn AG"} for n, t in zip(("Ana Berg", "Tom Lind", "Mei Fong"), topics, strict=True)
    ]
    fields = [person | {"topic": word} for person, word in zip(people, ("Clay", "Hot kilns", "Glass"), strict=True)]

    assert [(s.title, s.people[0].name) for s in read_records({"speakers": people}).sessions] == [
        ("Clay of the old towns", "Ana Berg"),
        ("Kilns both cold and hot", "Tom Lind"),
        ("Glass that answers back", "Mei Fong"),
    ]
    assert read_records({"speakers": fields}).sessions == []


def test_biographies_in_data_tell_jobs_that_no_field_does() -> None:
    """The job and company a biography begins with, or says somebody has, are theirs; one of studies tells none."""
    lives = {
        "Ana Berg": "Senior Engineer at Tarn Labs. She builds kilns and writes about sand.",
        "Tom Lind": "Geschäftsführer der Norvik AG. Er leitet das Labor seit 2012.",
        "Mei Fong": "Product Manager de Hornos en Lumen. Especialista en vidrio.",
        "Eva Horn": "Eva Horn is Director of Research at the Tarn Institute, where she looks after clay.",
        "Ida Nowak": "She studied glass in Leeds and has written two books about the sea.",
    }
    rows = [
        {"time": f"9:{n}0 AM", "topic": f"How clay {n} breathes", "speakerName": name, "speakerDescription": life}
        for n, (name, life) in enumerate(lives.items())
    ]
    told = [
        ("Ana Berg", "Senior Engineer", "Tarn Labs"),
        ("Tom Lind", "Geschäftsführer", "Norvik AG"),
        ("Mei Fong", "Product Manager de Hornos", "Lumen"),
        ("Eva Horn", "Director of Research", "Tarn Institute"),
        ("Ida Nowak", None, None),
    ]

    assert [(p.name, p.title, p.company) for s in read_records({"sessions": rows}).sessions for p in s.people] == told
    people = [{"name": name, "bio": life} for name, life in lives.items()]
    assert [(p.name, p.title, p.company) for p in read_records({"speakers": people}).people] == told
