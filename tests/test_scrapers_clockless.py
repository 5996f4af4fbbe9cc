"""Days of a programme whose items print no clocks, beside days that do."""

from __future__ import annotations

import pytest

from scrapers import any_page
from scrapers._document import Document

_TIMED = [("10:00 - 10:30", "Opening of the fair"), ("10:30 - 12:00", "Grain at sea"), ("13:00 - 14:00", "Ropes and sails")]
_BARE = ["Arrival of the guests", "Welcome dinner at the mill"]


def read(body: str) -> list[tuple[str, str | None]]:
    page = Document("page.html", f"<html><body><h1>Agenda</h1>{body}</body></html>".encode(), "text/html")
    return [(s.title, s.start) for s in any_page.read(page, None).sessions]


def page_of(day: str, item: str, around: str) -> str:
    """Two days: the first of items without clocks, the second of items with them."""
    bare = "".join(item.format(time="", title=title) for title in _BARE)
    timed = "".join(item.format(time=time, title=title) for time, title in _TIMED)
    first, second = (day.format(f"November {n}, 2027") for n in (12, 13))
    return (
        around.format(first + bare + second + timed)
        if "<table" in around
        else first + around.format(bare) + second + around.format(timed)
    )


@pytest.mark.parametrize(
    ("day", "item", "around"),
    [
        ("<h2>{}</h2>", "<li>{time} {title}</li>", "<ul>{}</ul>"),
        ("<tr><td colspan=2><b>{}</b></td></tr>", "<tr><td>{time}</td><td>{title}</td></tr>", "<table>{}</table>"),
        ("<h2>{}</h2>", "<div class=row><b>{time}</b><p>{title}</p></div>", "{}"),
    ],
)
def test_what_stands_below_a_day_in_items_like_the_timed_ones_is_a_session_without_a_time(
    day: str, item: str, around: str
) -> None:
    """Its clock stays unknown."""
    clocks = [f"2027-11-13T{time[:5]}" for time, _ in _TIMED]
    want = [(title, None) for title in _BARE] + [(title, start) for (_, title), start in zip(_TIMED, clocks, strict=True)]
    assert read(page_of(day, item, around)) == want


def test_a_note_below_a_day_is_no_session() -> None:
    """It stands in a paragraph, or spans the columns of a table, as no session of the programme does."""
    titles = [title for _, title in _TIMED]
    rows = "".join(f"<tr><td>{time}</td><td>{title}</td></tr>" for time, title in _TIMED)
    heads = [
        f"<tr><td colspan=2>{text}</td></tr>"
        for text in ("November 13, 2027", "All of it in the old mill", "November 12, 2027")
    ]
    assert [t for t, _ in read(f"<table>{heads[2]}{heads[1]}{heads[0]}{heads[1]}{rows}</table>")] == titles
    items = "".join(f"<p>{time} {title}</p>" for time, title in _TIMED)
    assert [t for t, _ in read(f"<h2>November 12, 2027</h2><p>Doors open early</p><h2>November 13, 2027</h2>{items}")] == titles


def test_a_row_of_rooms_below_a_day_is_no_session() -> None:
    """It heads the columns of the rows with clocks below it."""
    rooms = "<tr><td></td><td>Room A - Larch</td><td>Room B - Elm</td></tr>"
    slots = "".join(f"<tr><td>{time}</td><td>{title}</td><td>{title} again</td></tr>" for time, title in _TIMED)
    days = (f"<tr><td colspan=3><b>November {n}, 2027</b></td></tr>{rooms}{slots}" for n in (12, 13))

    assert all(start for _, start in read(f"<table>{''.join(days)}</table>"))


@pytest.mark.parametrize("cell", ["<td>{title}<br><b>{time}</b></td>", "<td>{time}<br>{title}</td>", "<td>{time} {title}</td>"])
@pytest.mark.parametrize("year", [" 2027", " '27", " ’27"])
def test_a_cell_without_a_clock_in_a_week_whose_cells_print_them_is_a_session_without_a_time(cell: str, year: str) -> None:
    """It takes no clock from the cell beside it; the columns give the days, the year maybe in two digits."""
    days = "".join(
        f"<th>{n} June{year} <span>{name}</span></th>" for n, name in ((7, "Monday"), (8, "Tuesday"), (9, "Wednesday"))
    )
    rows = [
        ["<td>Arrival of the guests</td>", cell.format(time="9:00 - 10:00", title="Opening of the fair"),
         cell.format(time="9:00 - 11:00", title="Grain at sea")],
        ["<td></td>", cell.format(time="10:00 - 12:00", title="Ropes and sails"), "<td>Excursion to the mill</td>"],
        [cell.format(time="19:00 - 20:00", title="Welcome of the mayor"), "<td></td>",
         cell.format(time="13:00 - 14:00", title="Lunch")],
    ]  # fmt: skip
    body = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    assert dict(read(f"<table><tr>{days}</tr>{body}</table>")) == {
        "Arrival of the guests": None,
        "Opening of the fair": "2027-06-08T09:00",
        "Grain at sea": "2027-06-09T09:00",
        "Ropes and sails": "2027-06-08T10:00",
        "Excursion to the mill": None,
        "Welcome of the mayor": "2027-06-07T19:00",
        "Lunch": "2027-06-09T13:00",
    }
