"""Rooms at the ends of lines, behind a title and who speaks, and rows that share one time."""

from __future__ import annotations

from scrapers import any_page
from scrapers._document import Document
from scrapers._found import assemble

Read = list[tuple[str, str | None, str | None, list[str]]]


def read(page: str) -> Read:
    found = any_page.read(Document("page.html", f"<html><body><h1>Semana do Mel</h1>{page}</body></html>".encode()), None)
    agenda = assemble("page.html", "any_page", found)
    names = {p.id: p.name for p in agenda.speakers}
    return [(s.title, s.start, s.room, [names[key] for key in s.speakers]) for s in agenda.sessions]


def shared(clock: str, *lines: str) -> str:
    rows = [f"<td>{line}</td></tr>" for line in lines]
    return f"<tr><td rowspan='{len(rows)}'>{clock}</td>" + "<tr>".join(rows)


def test_rooms_behind_the_last_dash_are_rooms_of_their_sessions() -> None:
    """However the titles read, with speakers between or not; a room that was named in full may stand without its kind."""
    page = "<table>{}{}</table>".format(
        shared(
            "9:00 - 10:30",
            "Apresentação de colmeias (CA / CB) - Salas A, B e C",
            "Minicurso “Cera e velas” - Prof. Bruno Telhado – Auditório Serra Azul",
            "Apresentação de pôsteres - Salão Colmeia (Setor Norte)",
            "Debate 01 - Auditório Serra Azul",
        ),
        shared(
            "11:00 - 12:30",
            "Apresentação de colmeias (CA / CB) - Salas A, B e C",
            "Minicurso “Flores da primavera” - Profa. Marina Ribeiro – Auditório Serra Azul",
            "Apresentação de pôsteres - Salão Colmeia (Setor Norte)",
            "Debate 02 - Serra Azul",
        ),
    )
    hall = "Salão Colmeia (Setor Norte)"
    assert read(page) == [
        ("Apresentação de colmeias (CA / CB)", "09:00", "Salas A, B e C", []),
        ("Minicurso “Cera e velas”", "09:00", "Auditório Serra Azul", ["Prof. Bruno Telhado"]),
        ("Apresentação de pôsteres", "09:00", hall, []),
        ("Debate 01", "09:00", "Auditório Serra Azul", []),
        ("Apresentação de colmeias (CA / CB)", "11:00", "Salas A, B e C", []),
        ("Minicurso “Flores da primavera”", "11:00", "Auditório Serra Azul", ["Profa. Marina Ribeiro"]),
        ("Apresentação de pôsteres", "11:00", hall, []),
        ("Debate 02", "11:00", "Serra Azul", []),
    ]


def test_a_room_word_behind_a_name_is_where_somebody_works() -> None:
    """Where somebody works behind a name and a dash is no room, however often it comes ("Library of Norvane")."""
    people = [("Ann Archer", "Library of Norvane"), ("Robert Baxter", "Hall of Bees"), ("Carla Cole", "Library of Norvane")]
    rows = "".join(
        f"<li><b>{9 + n}:00</b> <h3>Why honey keeps for {n + 2} years</h3><p>{name} - {house}</p></li>"
        for n, (name, house) in enumerate(people * 2)
    )
    assert all(room is None for _, _, room, _ in read(f"<ul>{rows}</ul>"))


def test_rows_below_each_other_that_share_one_time_are_sessions_each() -> None:
    """Also one that only names its kind, where nearly all rows hold titles."""
    page = "<table>{}{}</table>".format(
        shared("9:00 - 10:30", "How to keep bees on a roof", "Debate", "Wax and candles for beginners"),
        shared("11:00 - 12:30", "The honey market in numbers", "Which flowers bees like best and why", "Selling honey abroad"),
    )
    assert [(title, start) for title, start, *_ in read(page)] == [
        ("How to keep bees on a roof", "09:00"),
        ("Debate", "09:00"),
        ("Wax and candles for beginners", "09:00"),
        ("The honey market in numbers", "11:00"),
        ("Which flowers bees like best and why", "11:00"),
        ("Selling honey abroad", "11:00"),
    ]


def test_a_row_between_rooms_and_the_next_clock_heads_columns() -> None:
    """In the middle of a timetable: the names of its parallel sessions are no talks of the time above."""
    talks = [
        ("9:00 - 9:30", "How bees find their way home", "Candles for every season", "Honey on the world market"),
        ("9:30 - 10:00", "What a hive says in winter", "Wax that never cracks", "Labels that customers read"),
    ]
    cells = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in talks)
    heads = "<td rowspan='2'></td><td>Room A</td><td>Room B</td><td>Room C</td></tr>"
    heads += "<tr><td>S1. Life of the hive</td><td>S2. Craft and wax</td><td>S3. Trade and sales</td>"
    page = f"<table><tr><td>8:30 - 9:00</td><td colspan='3'>Registration</td></tr><tr>{heads}</tr>{cells}</table>"
    titles = {title for title, *_ in read(page)}
    assert {"Registration", "How bees find their way home", "Labels that customers read"} <= titles
    assert not any(title.startswith("S") for title in titles)


def test_names_of_tracks_and_kinds_before_rooms_stay_with_them() -> None:
    """A badge such as "Nordic - Hall 2" on talk after talk, or "Plenary 1 - Hall 2", is no title in a room."""
    talks = ["Ropes that hold", "Grain in winter", "Who owns the pier", "Bees at sea"]
    for badges in (("Main - Hall 1", "Nordic - Hall 2") * 2, [f"Plenary {n} - Hall {1 + n % 2}" for n in range(4)]):
        rows = "".join(
            f"<li><b>{9 + n}:00</b><h4>{talk}</h4><p>Ann Archer</p><i>{badge}</i></li>"
            for n, (talk, badge) in enumerate(zip(talks, badges, strict=True))
        )
        assert [title for title, *_ in read(f"<ul>{rows}</ul>")] == talks


def test_brackets_behind_several_titles_that_name_a_room_are_rooms() -> None:
    """Also where only the first word of the room has a capital; brackets that name no room stay with their title."""
    rows = [("10:00", "Avajaiset (Kellarin aula)"), ("11:00", "Lautapelit (Vanha sali)"), ("12:00", "Lounas (omakustanteinen)")]
    table = "".join(f"<tr><td>{clock}</td><td>{title}</td></tr>" for clock, title in rows)
    assert read(f"<table>{table}</table>") == [
        ("Avajaiset", "10:00", "Kellarin aula", []),
        ("Lautapelit", "11:00", "Vanha sali", []),
        ("Lounas (omakustanteinen)", "12:00", None, []),
    ]


def test_rooms_together_are_a_room_too() -> None:
    """What is "Market one - Heron Rooms" takes place in the Heron Rooms."""
    talks = [("9:00", "Ropes that hold - Heron Rooms"), ("10:00", "Grain in winter - Otter Hall")]
    talks += [("11:00", "Who owns the pier - Heron Rooms"), ("12:00", "Bees at sea - Otter Hall")]
    rows = "".join(f"<tr><td>{clock}</td><td><b>{title}</b></td></tr>" for clock, title in talks)
    assert [(title, room) for title, _, room, _ in read(f"<table>{rows}</table>")] == [
        ("Ropes that hold", "Heron Rooms"),
        ("Grain in winter", "Otter Hall"),
        ("Who owns the pier", "Heron Rooms"),
        ("Bees at sea", "Otter Hall"),
    ]
