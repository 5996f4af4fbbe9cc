"""Timetables in two directions: days and sessions side by side, cells over several rows, codes before titles."""

from __future__ import annotations

from typing import Any

from planner.agenda import to_json
from scrapers import read_document
from scrapers._document import Document


def read(page: str) -> list[dict[str, Any]]:
    """The sessions of a page in the published shape."""
    return list(to_json(read_document(Document("page.html", f"<!DOCTYPE html><html>{page}</html>".encode())))["sessions"])


def table(*rows: str, head: str = "") -> str:
    """A page with a table of rows, cells parted by "|"; `td2:-` before a cell spans two rows, `across2:-` two columns."""
    body = ""
    for row in rows:
        cells = ""
        for cell in row.split("|"):
            span, mark, text = cell.strip().rpartition(":-")
            attribute = f' rowspan="{span[2:]}"' if span[:2] == "td" else f' colspan="{span[6:]}"' if mark else ""
            cells += f"<td{attribute}>{text}</td>"
        body += f"<tr>{cells}</tr>"
    return f"<h1>School of Rivers</h1><p>{head}</p><table>{body}</table>"


WEEK = table(
    "|<b>Monday 6 July</b>|<b>Tuesday 7 July</b>",
    "09:00|How rivers carry sand|Dams and their lakes",
    "10:30|across2:-Coffee",
    "11:00|td2:-A walk along the delta|Weirs for fish",
    "12:00|Maps before satellites",
    "13:00|Lunch|Lunch",
    head="6-7 July 2026",
)


def test_what_stands_below_a_day_takes_place_on_that_day() -> None:
    """In a timetable with a column a day the sessions of one row have one time and different dates."""
    days = {s["title"]: s["start"][:16] for s in read(WEEK)}

    assert days["How rivers carry sand"] == "2026-07-06T09:00"
    assert days["Dams and their lakes"] == "2026-07-07T09:00"
    assert days["Maps before satellites"] == "2026-07-07T12:00"


def test_a_cell_across_days_takes_place_on_each() -> None:
    """A coffee break printed once for both days is in both."""
    assert sorted(s["start"][:16] for s in read(WEEK) if s["title"] == "Coffee") == ["2026-07-06T10:30", "2026-07-07T10:30"]


def test_a_cell_over_two_rows_lasts_until_the_second_ends() -> None:
    """Its end is the start of the row below the last it spans."""
    walk = next(s for s in read(WEEK) if s["title"] == "A walk along the delta")

    assert (walk["start"][:16], walk["end"][:16]) == ("2026-07-06T11:00", "2026-07-06T13:00")


def test_every_column_has_a_session_even_if_it_names_but_a_speaker() -> None:
    """Where columns are days, a name alone in a cell is the session of whoever speaks."""
    page = table(
        "|<b>6 July 2026</b>|<b>7 July 2026</b>|<b>8 July 2026</b>",
        "09:00|Welcome and information|Paolo Bergamin|Ingrid Solheim",
        "10:30|Coffee|Coffee|Coffee",
        "11:00|Manuela Prado|Ingrid Solheim|Panel discussion",
        "12:30|Lunch|Lunch|Lunch",
        "14:00|Paolo Bergamin|Social event|Closing",
    )
    titles = [(s["start"][:16], s["title"]) for s in read(page)]

    assert ("2026-07-07T09:00", "Paolo Bergamin") in titles
    assert ("2026-07-08T11:00", "Panel discussion") in titles
    assert ("2026-07-06T14:00", "Paolo Bergamin") in titles


def test_a_code_is_no_title() -> None:
    """What stands below code and authors is the title, in each of the boxes side by side."""
    box = '<div class="talk"><h4>{0} <span>{1}</span></h4><p>{2}</p></div>'
    talks = [
        ("10:30", ("1A-1", "Marten Kahn and Patricia Bradwell", "Closing galleries from broken lidar strips"),
         ("1B-1", "Hana Rashid", "Converting mine plans to parcels for a cadastre")),
        ("10:45", ("1A-2", "Bence Duray and Stella Vital", "How well automatically closed shafts hold"),
         ("1B-2", "Anka Lisjak", "Who owns the colony of bats in a show cave")),
        ("11:00", ("1A-3", "Lukas Hermann", "What visitors make of interactive cave models"),
         ("1B-3", "Dimitra Kitsaki", "Old rights in new tunnels below the city")),
    ]  # fmt: skip
    rows = "".join(f"<div class='slot'><time>{at}</time>{box.format(*a)}{box.format(*b)}</div>" for at, a, b in talks)

    assert [s["title"] for s in read(f"<h1>Caves</h1>{rows}")] == [t[2] for _, *both in talks for t in both]


def test_rooms_named_anew_below_every_row_hold_no_sessions() -> None:
    """Rows that name the rooms of the row below them leave every cell of it a session, linked titles or not."""
    rooms = "Room|Forum 1|Forum 2|Main"
    page = table(
        rooms,
        "10:00|<a>Map your strategy in eight steps</a><br><i>Ann Archer</i>|Productive joy<br><i>Bob Baxter</i>|Open space 1",
        rooms,
        "11:00|Best and worst practices<br><i>Carla Mendes</i>|Learn, then burn<br><i>Deepak Rao</i>|Open space 2",
        rooms,
        "12:00|How to make sure that change sticks<br><i>Greta Holm</i>|Driving front desks<br><i>Ines Cole</i>|Open space 3",
        head="6 July 2026",
    )

    titles = {s["title"] for s in read(page)}

    assert {"Map your strategy in eight steps", "Productive joy", "Learn, then burn", "Driving front desks"} <= titles
    assert titles.isdisjoint({"Forum 1", "Forum 2", "Main", "Room"})


def test_beside_a_column_of_titles_no_other_holds_any() -> None:
    """What comes of a session stands in a column with another head, and is none itself."""
    page = table(
        "Time|Session|Owner|Outcome",
        "09:00|Welcome and purpose|Ann Archer, CRO|The team knows why it is here",
        "09:20|State of the union|Bob Baxter, CEO|All understand the priorities",
        "10:00|Revenue plan and quotas|Carla Mendes, CFO|Every rep knows how quota was built",
        "11:00|Negotiation clinic|Deepak Rao, Partner|Give-get lists to take home",
        head="6 July 2026",
    )

    assert [s["title"] for s in read(page)] == [
        "Welcome and purpose", "State of the union", "Revenue plan and quotas", "Negotiation clinic"
    ]  # fmt: skip


def test_what_stands_above_several_sessions_of_one_time_is_no_room() -> None:
    """The day above a whole table of talks side by side is not where they are; what stands above one column is."""
    talks = ("13:00|How rivers learn|Ships without crews", "14:00|Salty water|Paint that lasts", "15:00|Harbours|Ropes")

    assert {s["room"] for s in read(table("across3:-Friday, 3 September 2027", *talks))} == {None}
    assert {s["room"] for s in read(table("|Lock House|Weir House", *talks))} == {"Lock House", "Weir House"}
