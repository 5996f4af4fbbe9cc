"""What names of fields and columns mean in any language: words for talks around words for what is said of them."""

from __future__ import annotations

import pytest

from scrapers import read_upload
from scrapers._language.fields import meanings, roles_in
from scrapers._structured.joins import read_records
from scrapers._timing.heads import part_named


@pytest.mark.parametrize(
    "name",
    [
        "Workshop Title", "Title of Workshop", "Název přednášky", "Název talku", "Titel Vortrag", "Titre atelier",
        "tytuł prelekcji", "Заголовок доклада", "Titolo workshop", "Naslov predavanja", "Titel föredrag",
    ],
)  # fmt: skip
def test_a_title_may_be_called_that_of_any_kind_of_talk(name: str) -> None:
    """Words for talks before or behind the word for titles add nothing, whatever ending they bear."""
    assert roles_in([name]) == {"title"}


@pytest.mark.parametrize("name", ["Lecturer", "Panelist", "Докладчик", "Conférencier", "講演者", "Konuşmacı"])
def test_who_gives_a_talk_is_no_talk(name: str) -> None:
    """Names of people made from words for talks stay names of people, before what is said of them too."""
    assert roles_in([name]) <= {"speakers", "moderators"}
    assert not any(m.role == "title" and m.of == "session" and m.rank < 40 for m in meanings(f"{name} name", "session"))


@pytest.mark.parametrize("name", ["Committee Session", "Día 2 Seminario", "Workshop A", "Atelier à"])
def test_what_a_session_may_be_called_names_no_field(name: str) -> None:
    """Words before one for talks that only say which session it is."""
    assert not part_named(name)


def test_a_list_of_people_with_the_titles_of_their_talks_is_read_as_both() -> None:
    """Most columns of an organiser's list mean nothing to us; a topic of a word or two is no title beside one of many."""
    table = (
        "Name,Firma,Název talku/workshopu,Topic,Kolik chce?,Rozhodnutí,Stav,Poznámky,Pohlaví,Medailon\n"
        'Ana Berg,Tarn,How clay learnt to breathe,"Clay, Air",nic,ano,ok,,F,x1\n'
        "Tom Lind,Norvik,A kiln in every kitchen,Fire,nic,ano,ok,,M,x2\n"
        'Mei Fong,Lumen,What glass remembers of sand,"Glass, Sand",nic,ano,ok,"přijede, snad",F,x3\n'
    )
    agenda = read_upload("talks.csv", table.encode())

    assert [s.title for s in agenda.sessions] == [
        "How clay learnt to breathe", "A kiln in every kitchen", "What glass remembers of sand",
    ]  # fmt: skip
    assert [(p.name, p.company) for p in agenda.speakers] == [
        ("Ana Berg", "Tarn"),
        ("Tom Lind", "Norvik"),
        ("Mei Fong", "Lumen"),
    ]


def test_moments_of_a_field_nobody_knows_are_when_sessions_start() -> None:
    """Full hours and minutes do; a log of when a form was filled in, or one moment for all, does not."""
    titles = ["Clay", "Kilns", "Glass"]

    def starts(*moments: str) -> list[str | None]:
        rows = [{"Horodateur": m, "Titre": t, "Lieu": "Cour"} for m, t in zip(moments, titles, strict=True)]
        return [s.start for s in read_records({"sessions": rows}).sessions]

    assert starts("18/05/2027 08:15:00", "18/05/2027 09:00:00", "18/05/2027 09:55:00") == [
        "2027-05-18T08:15:00", "2027-05-18T09:00:00", "2027-05-18T09:55:00",
    ]  # fmt: skip
    assert starts("18/05/2027 08:13:22", "18/05/2027 09:01:07", "18/05/2027 09:57:41") == [None, None, None]
    assert starts("18/05/2027 08:00:00", "18/05/2027 08:00:00", "18/05/2027 08:00:00") == [None, None, None]


def test_a_kind_of_session_from_somebody_names_who_speaks() -> None:
    """A keynote "from" somebody is theirs where the given name is known; "from" a place or a body names nobody."""
    table = "Time,Talk\n9:00,Keynote from Anna Lindqvist\n10:00,Talk from Lisbon\n11:00,Word from the Board\n12:00,Clay\n"
    agenda = read_upload("plan.csv", table.encode())

    assert [len(session.speakers) for session in agenda.sessions] == [1, 0, 0, 0]
    assert [person.name for person in agenda.speakers] == ["Anna Lindqvist"]


def test_where_somebody_works_stands_beside_them() -> None:
    """A field called by working somewhere holds the company of who speaks."""
    rows = [
        {"headline": "How clay breathes", "time": "9:00", "speaker": "Ana Berg", "work": "Tarn AG"},
        {"headline": "Fire indoors", "time": "9:30", "speaker": "Tom Lind", "work": "Norvik"},
    ]

    assert [(p.name, p.company) for s in read_records(rows).sessions for p in s.people] == [
        ("Ana Berg", "Tarn AG"),
        ("Tom Lind", "Norvik"),
    ]


@pytest.mark.parametrize("head", ["Main hall", "Workshop room"])
def test_a_head_that_is_a_room_itself_heads_what_takes_place_there(head: str) -> None:
    """What a room is called says of no column that it holds rooms, as the word for rooms alone does."""
    assert part_named(head) != "room"
    assert part_named("Room") == part_named("Sala") == "room"
