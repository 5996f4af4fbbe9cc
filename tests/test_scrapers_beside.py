"""Sessions that stand side by side in one row or record, told apart by what their fields begin or end with."""

from __future__ import annotations

import pytest

from scrapers import read_upload
from scrapers._structured.joins import read_records
from scrapers._tables.beside import beside_in
from scrapers._tables.tables import records_of


@pytest.mark.parametrize(
    ("header", "labels"),
    [
        ("Tag,Zeit,Kuppel_Titel,Kuppel_Typ,Steg_Titel,Steg_Typ", ["Kuppel", "Steg"]),
        (
            "Heure,Grande salle - Titre,Grande salle - Orateur,Verger - Titre,Verger - Orateur",
            ["Grande salle", "Verger"],
        ),
        ("時間,Aホール タイトル,Aホール 講演者,Bホール タイトル,Bホール 講演者", ["Aホール", "Bホール"]),
        ("Time,Title Room A,Speaker Room A,Title Room B,Speaker Room B", ["Room A", "Room B"]),
        ("fecha,hora,charla1,ponente1,charla2,ponente2", ["1", "2"]),
        ("day,morningTitle,morningTime,afternoonTitle,afternoonTime", ["morning", "afternoon"]),
        ("dia,aula_1,aula_1_horario,aula_1_local,oficina,oficina_horario,oficina_local", ["aula 1", "oficina"]),
    ],
)
def test_fields_that_begin_or_end_alike_tell_one_session_each(header: str, labels: list[str]) -> None:
    """Places, numbers and parts of a day before or behind the names of fields part a record into sessions."""
    assert [session.label for session in beside_in(header.split(","))] == labels


@pytest.mark.parametrize(
    "header",
    [
        "Session,Time,Speaker 1,Title 1,Speaker 2,Title 2",
        "title,description,start,og_title,og_description,meta_title,meta_description",
        "title_en,title_de,description_en,description_de,start",
        "Session Title,Session Start,Paper Title,Paper Abstract,Speaker",
        "name,start,start_time,start_place,end,end_time,end_place",
        "id,start,end,venue_title,venue_description,event_title,event_description",
        "start,speaker_1_name,speaker_1_title,speaker_2_name,speaker_2_title",
    ],
)
def test_people_languages_and_umbrellas_part_no_record(header: str) -> None:
    """Titles of people, languages, what search engines read and the session around a paper are one record's."""
    assert beside_in(header.split(",")) == ()


def test_a_row_with_several_sessions_gives_each_its_time() -> None:
    """What belongs to no session belongs to all of the row; where a place is empty at an hour, nothing takes place there."""
    table = (
        "Tag,Zeit,Kuppel_Typ,Kuppel_Titel,Steg_Typ,Steg_Titel\n"
        "4.5.2027,09:00,Vortrag,Bienen im Beton,Workshop,Knoten für alle\n"
        "4.5.2027,10:30,Vortrag,Dächer aus Gras,,\n"
    )
    agenda = read_upload("plan.csv", table.encode())

    assert [(s.start, s.title, s.track) for s in agenda.sessions] == [
        ("2027-05-04T09:00:00", "Bienen im Beton", "Kuppel"),
        ("2027-05-04T09:00:00", "Knoten für alle", "Steg"),
        ("2027-05-04T10:30:00", "Dächer aus Gras", "Kuppel"),
    ]


def test_data_may_lack_the_fields_of_what_does_not_take_place() -> None:
    """Records of one list are parted alike, whichever of the fields each has."""
    days = [
        {"dia": "04/05/2027", "aula_1": "Barro", "aula_1_horario": "17:00", "oficina": "Fornos", "oficina_horario": "18:00"},
        {"dia": "05/05/2027", "aula_1": "Vidro", "aula_1_horario": "17:00"},
    ]

    assert [(s.title, s.start) for s in read_records({"programa": days}).sessions] == [
        ("Barro", "2027-05-04T17:00:00"),
        ("Fornos", "2027-05-04T18:00:00"),
        ("Vidro", "2027-05-05T17:00:00"),
    ]


def test_rows_without_a_title_are_left_out() -> None:
    """A cell that only names a kind is no session."""
    rows = [["Zeit", "Kuppel Titel", "Kuppel Typ", "Steg Titel", "Steg Typ"], ["9:00", "Bienen", "Vortrag", "", "Vortrag"]]

    assert records_of(rows) == [{"Zeit": "9:00", "talks": [{"track": "Kuppel", "Titel": "Bienen", "Typ": "Vortrag"}]}]
