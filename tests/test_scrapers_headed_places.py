"""Tables whose heads say which column holds places, and which what takes place."""

from __future__ import annotations

import pytest
from slot_pages import read

HEADS = {
    "en": ("Time", "Event", "Venue"),
    "de": ("Zeit", "Veranstaltung", "Ort"),
    "fr": ("Heure", "Session", "Lieu"),
    "es": ("Hora", "Actividad", "Lugar"),
    "it": ("Orario", "Evento", "Luogo"),
    "order": ("Venue", "Time", "Event"),
}
ROWS = [
    ("9:00 - 10:00", "Keynote", "Tudor Rose"),
    ("10:00 - 11:00", "Basalt Panel", "Winter Garden"),
    ("11:00 - 12:00", "Energy and Harbours Panel", "Lady Marian"),
    ("12:00 - 13:00", "Lunch", "Winter Garden"),
]


@pytest.mark.parametrize("heads", HEADS.values(), ids=HEADS)
def test_what_stands_below_a_head_for_places_is_where_not_who(heads: tuple[str, ...]) -> None:
    """A place that reads like a name is the room, and the cell below the head for sessions the title."""
    turned = [(room, clock, title) if heads[0] == "Venue" else (clock, title, room) for clock, title, room in ROWS]
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in turned)

    agenda = read(f"<table><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr>{body}</table>")

    assert agenda.speakers == ()
    assert [(s.title, s.room) for s in agenda.sessions] == [(title, room) for _, title, room in ROWS]


def test_rows_that_share_a_time_have_a_title_each() -> None:
    """The cell below the head for sessions names what takes place in the place beside it, in every row of one time."""
    rows = (
        "<tr><td>9:00 - 10:00</td><td>Registration</td><td>Winter Garden</td></tr>"
        "<tr><td rowspan=3>10:00 - 11:00</td><td>Basalt Panel</td><td>K2210</td></tr>"
        "<tr><td>Energy Panel</td><td>K2220</td></tr><tr><td>Harbour Panel</td><td>K2230</td></tr>"
    )

    agenda = read(f"<table><tr><th>Time</th><th>Event</th><th>Venue</th></tr>{rows}</table>")

    assert [(s.title, s.room) for s in agenda.sessions] == [
        ("Registration", "Winter Garden"),
        ("Basalt Panel", "K2210"),
        ("Energy Panel", "K2220"),
        ("Harbour Panel", "K2230"),
    ]
