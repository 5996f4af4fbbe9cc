"""The day plan: sessions to stay in, meetings, the networking event, in order, safe to print."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from planner.agenda import Agenda, Event, Session, Speaker
from planner.day_plan import DayPlan, plan_days, write_html, write_markdown
from planner.people import Person
from planner.records import Meeting

AGENDA = Agenda(
    "x", "test", Event("Forum"),
    (
        Session("key", "Opening", "2027-03-16T09:00:00", "2027-03-16T10:00:00", "Hall", kind="keynote", speakers=("bo",)),
        Session("other", "Pricing", "2027-03-16T10:30:00", "2027-03-16T11:15:00", "Room B"),
        Session("evening", "Reception", "2027-03-16T19:00:00", None, "Terrace", kind="networking"),
        Session("two", "Second day", "2027-03-17T09:00:00", "2027-03-17T10:00:00", "Hall"),
    ),
    (Speaker("bo", "Bo Jansen"),),
)  # fmt: skip
PEOPLE = {"1": Person("1", "Ana Novak", "VP Sales", "Ostfeld AG"), "2": Person("2", "Mei Larsen")}
MEETING = Meeting(
    "m1", "e", ("1", "2"), "2027-03-16T10:05:00", "2027-03-16T10:20:00", "outside Hall", "booked", remarks="Bring the book"
)


def test_a_day_says_where_to_be_in_order() -> None:
    """Chosen sessions, meetings and networking events appear; other sessions do not."""
    days = plan_days(AGENDA, [MEETING], PEOPLE, must_see=["key", "two"], remember={"m1": ("Know-how on openings",)})
    assert [(d.name, [(i.kind, i.start, i.end, i.title, i.place) for i in d.items]) for d in days] == [
        ("Tuesday 16 March", [
            ("session", "09:00", "10:00", "Opening", "Hall"),
            ("meeting", "10:05", "10:20", "Meet Ana Novak (VP Sales, Ostfeld AG), Mei Larsen", "outside Hall"),
            ("networking", "19:00", None, "Reception", "Terrace"),
        ]),
        ("Wednesday 17 March", [("session", "09:00", "10:00", "Second day", "Hall")]),
    ]  # fmt: skip
    assert days[0].items[0].remember == ("With Bo Jansen.", "Stay to the end, with the phone away.")
    assert days[0].items[1].remember == (
        "Know-how on openings", "Bring the book", "Give first. Ask whom you should know here."
    )  # fmt: skip


def test_overlaps_and_open_meetings_are_marked_and_cancelled_ones_left_out() -> None:
    """What cannot both be kept is said where it stands."""
    early = replace(MEETING, start="2027-03-16T09:50:00", status="proposed")
    items = plan_days(AGENDA, [early, replace(MEETING, id="m2", status="cancelled")], PEOPLE, must_see=["key"])[0].items
    assert [i.overlaps for i in items] == [False, True, False]
    assert items[1].title.endswith("(not confirmed)")


def test_an_agenda_without_dates_has_a_plan_by_day_number() -> None:
    """HH:MM alone is enough: one day is "The day", several are numbered."""
    one = Agenda("x", "test", sessions=(Session("a", "Talk", "09:00", "10:00"),))
    assert plan_days(one, [], {}, must_see=["a"])[0].name == "The day"
    talks = (Session("a", "Talk", "09:00", "10:00", "Hall"), Session("z", "End", "16:00", "17:00", "Hall"),
             Session("b", "More", "09:00", "10:00", "Hall"))  # fmt: skip
    two = Agenda("x", "test", sessions=talks)
    meeting = Meeting("m", "e", ("2",), "10:05", "10:20", "day 2, outside Hall", "booked")
    days = plan_days(two, [meeting], PEOPLE, must_see=["a", "b"])
    assert [(d.name, [(i.title, i.place) for i in d.items]) for d in days] == [
        ("Day 1", [("Talk", "Hall")]),
        ("Day 2", [("More", "Hall"), ("Meet Mei Larsen", "outside Hall")]),
    ]


def test_a_plan_reads_as_markdown() -> None:
    """One section a day, one line an entry, what to remember below it."""
    text = write_markdown(plan_days(AGENDA, [MEETING], PEOPLE, must_see=["key"]), title="Forum")
    assert text.startswith("# Forum\n\n## Tuesday 16 March\n\n- **09:00–10:00** Opening, Hall\n  - With Bo Jansen.\n")
    assert "- **19:00** Reception, Terrace\n" in text


class Tags(HTMLParser):
    """Collects the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Remember that this tag was there."""
        self.seen.add(tag)


@given(st.text(max_size=60))
def test_no_text_becomes_part_of_the_page(text: str) -> None:
    """Titles, names and places from outside are shown, never obeyed; nothing is loaded from elsewhere."""
    hostile = f"{text}<script>alert(1)</script><img src=x onerror=y>"
    session = Session("s", hostile, "09:00", "10:00", hostile, speakers=("p",))
    agenda = Agenda("x", "test", sessions=(session,), speakers=(Speaker("p", hostile),))
    days = plan_days(agenda, [replace(MEETING, remarks=hostile)], {"1": Person("1", hostile)}, must_see=["s"])
    page = Tags()
    page.feed(write_html(days, title=hostile))
    assert page.seen <= {"html", "head", "meta", "title", "style", "body", "h1", "h2", "section", "ol", "ul", "li", "time",
                         "strong", "span", "em", "p"}  # fmt: skip
    assert "http" not in write_html((), title="")
    marked = write_markdown([DayPlan("d", days[0].items)], title=hostile)
    assert "<script" not in marked
    assert all(line.startswith(("#", "- **", "  - ", "In the evening")) for line in marked.splitlines() if line)
