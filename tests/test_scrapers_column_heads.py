"""What the heads of a table's columns say, and words that address people."""

from __future__ import annotations

import pytest
from slot_pages import read, titles

from planner.agenda import Agenda


def _people(agenda: Agenda) -> list[list[tuple[str, str | None]]]:
    known = {p.id: (p.name, p.company) for p in agenda.speakers}
    return [[known[i] for i in s.speakers] for s in agenda.sessions]


def _table(heads: list[str], *rows: tuple[str, ...]) -> str:
    head = "".join(f"<th>{text}</th>" for text in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


@pytest.mark.parametrize(
    ("heads", "rows", "expected"),
    [
        (
            ["Zeit", "Inhalt", "Referent", "Bemerkungen"],
            [
                ("10:00", "Dächer als Weiden", "Tarn Bienen GmbH<br>Greta Holm", "Unterlagen zum Mitnehmen"),
                ("11:00", "Wachs und Wärme", "Wabe AG<br>Carla Mendes", "Bitte Schürze mitbringen"),
            ],
            ["Dächer als Weiden", "Wachs und Wärme"],
        ),
        (
            ["時間帯", "内容", "担当"],
            [
                ("10:00", "屋根の牧草地について", "株式会社ハチミツ<br>部長 田中 一郎 様"),
                ("11:00", "蜂と蝋のぬくもり", "東西大学 農学部<br>教授 山田 花子 様"),
            ],
            ["屋根の牧草地について", "蜂と蝋のぬくもり"],
        ),
    ],
)
def test_the_first_column_of_contents_holds_the_titles_beside_people(
    heads: list[str], rows: list[tuple[str, ...]], expected: list[str]
) -> None:
    """Where no other head names titles, "Content" does; remarks are none, and where people work is told of them."""
    agenda = read(_table(heads, *rows))

    assert titles(agenda) == expected
    assert [len(people) for people in _people(agenda)] == [1, 1]
    assert all(people[0][1] for people in _people(agenda))


def test_a_head_over_several_columns_counts_among_those_that_are_known() -> None:
    """A head of times over two columns, and one of titles, make the remarks beside these no sessions."""
    rows = [
        '<tr><td rowspan="2">上午</td><td>9:00</td><td>开场致辞</td><td></td></tr>',
        "<tr><td>9:30</td><td>屋顶上的草地</td><td>主题：蜜蜂与城市的未来</td></tr>",
    ]
    head = '<tr><th colspan="2">时间</th><th>会议内容</th><th>备注</th></tr>'

    assert titles(read(f"<table>{head}{''.join(rows)}</table>")) == ["开场致辞", "屋顶上的草地"]


def test_a_word_that_addresses_somebody_named_apart_is_no_line_of_its_own() -> None:
    """What stands before "<b>Ann Archer</b>" as "Mrs" is neither her job nor a title, also behind a label."""
    rows = [
        ("9:00", "<i>Roofs as Meadows</i><br>Ibu <b>Greta Holm</b><br>Moderator: Mrs <b>Ann Archer</b>"),
        ("10:00", "<i>Wax and Warmth</i><br>Bapak <b>Deepak Rao</b><br>Moderator: Mrs <b>Ann Archer</b>"),
        ("11:00", "<i>Rivers at Night</i><br>Sayın <b>Carla Mendes</b><br>Moderator: Mrs <b>Ann Archer</b>"),
    ]
    agenda = read(_table(["Time", "Session"], *rows))

    assert titles(agenda) == ["Roofs as Meadows", "Wax and Warmth", "Rivers at Night"]
    assert [[name for name, _ in people] for people in _people(agenda)] == [
        ["Greta Holm", "Ann Archer"],
        ["Deepak Rao", "Ann Archer"],
        ["Carla Mendes", "Ann Archer"],
    ]


def test_a_time_behind_a_word_in_the_format_of_times_opens_a_slot() -> None:
    """With "From 12:30" among bare times begins a slot; "until 18:00" in a sentence is told in passing."""
    times = ["8:00", "8:30", "9:00", "10:00", "11:30", "Not before 12:30"]
    talks = ["Bread and Honey", "Why we meet", "Roofs as Meadows", "Wax and Warmth", "Rivers at Night", "Walk to the hives"]
    items = "".join(
        f'<div class="item"><div class="when">{clock}</div><div class="label">{title}</div></div>'
        for clock, title in zip(times, talks, strict=True)
    )
    agenda = read(f"{items}<p>The garden stays open until 18:00</p>")

    assert titles(agenda) == talks
    assert (agenda.sessions[-1].start or "").partition("T")[2][:5] == "12:30"


def test_two_lines_beside_the_one_person_of_their_row_are_one_title() -> None:
    """Two talks in a cell have two people beside them, in two lines or in one."""
    rows = [
        ("9:00", "How to keep bees warm", "Greta Holm"),
        ("10:00", "Roofs as Meadows<br>Gardens for Everybody", "Carla Mendes, Tarn AG"),
        ("11:00", "Ropes that hold<br>Grain in the winter", "Deepak Rao<br>Ines Kovač"),
    ]

    assert titles(read(_table(["Time", "Activity", "Presenter"], *rows))) == [
        "How to keep bees warm",
        "Roofs as Meadows Gardens for Everybody",
        "Ropes that hold",
        "Grain in the winter",
    ]
