"""The days of events: from where the page tells them, and never from another day it speaks of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planner.agenda import Agenda
from scrapers import read_source, read_text

LAYOUTS = Path(__file__).resolve().parent / "data" / "layouts"
EVERY = 8
"""One layout in so many is read."""
TALKS = ["Forecasting with little data", "Cranes that never sleep", "Paperless berths", "Ledgers of small debts"]


@pytest.mark.parametrize(
    "line",
    [
        "4 May 2027, Norvik Congress Centre", "Grand Hotel Norvik | May 4, 2027", "When: 4 May 2027. Where: Norvik",
        "Am 4. Mai 2027 im Gasthof zur Post", "Updated on 2 March 2027.</p><p>Join us on 4 May 2027 in Norvik",
        "4 May 2027, Norvik Town Hall</p><p>Register by 20 April 2027",
    ],
)  # fmt: skip
def test_the_day_beside_a_programme_that_prints_none_is_its_day(line: str) -> None:
    """The date of an event of one day is taken from where the page tells it, and the agenda says from where."""
    agenda = _read(line)

    assert {(s.start or "")[:10] for s in agenda.sessions} == {"2027-05-04"}
    assert any("taken from “" in warning and "2027" in warning for warning in agenda.warnings)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("4-5 May 2027, Norvik Congress Centre", ("2027-05-04", "2027-05-05")),
        ("Tickets until 20 April 2027", (None, None)),
        ("Submission deadline: 1 February 2027", (None, None)),
        ("The association was founded on 4 May 1989", (None, None)),
        ("Spring meeting 4 May 2027, autumn meeting 5 October 2027", (None, None)),
    ],
)
def test_a_day_that_is_not_surely_that_of_the_programme_is_left_open(line: str, days: tuple[str | None, str | None]) -> None:
    """Of two days, of several events, of deadlines and of anniversaries none dates the sessions."""
    agenda = _read(line)

    assert all(len(s.start or "") == len("09:00") for s in agenda.sessions)
    assert (agenda.event.start, agenda.event.end) == days


def test_the_day_linked_to_from_a_heading_is_not_its_day() -> None:
    """Below "Day 1 (4 May) go to day 2, 5 May" stands the programme of the fourth."""
    rows = "<h2>Day 1 (4 May 2027) <a href='#2'>Day 2, 5 May 2027</a></h2>" + "".join(
        f"<p>{9 + i}:00 {talk}</p>" for i, talk in enumerate(TALKS)
    )

    assert {(s.start or "")[:10] for s in _read("Programme of both days", rows).sessions} == {"2027-05-04"}


def test_numbers_of_a_list_are_no_dates() -> None:
    """Before titles "1.1.", "1.2." and "1.3." count them; the day stands elsewhere."""
    rows = "".join(f"<p>1.{i + 1}. {talk}</p><p>{9 + i}:00 Uhr, Saal 2</p>" for i, talk in enumerate(TALKS))

    assert {(s.start or "")[:10] for s in _read("4. Mai 2027", rows).sessions} == {"2027-05-04"}


def test_a_year_in_the_footer_counts_where_all_weekdays_agree() -> None:
    """With "Tuesday 4 May" above the programme, "© 2027" tells the year; "© 2026" does not."""
    assert {(s.start or "")[:4] for s in _read("Tuesday 4 May", after="<footer>© 2027 Norvik</footer>").sessions} == {"2027"}
    assert {(s.start or "")[:3] for s in _read("Tuesday 4 May", after="<footer>© 2026 Norvik</footer>").sessions} == {
        "09:", "10:", "11:", "12:",
    }  # fmt: skip


def test_most_sessions_of_all_kinds_of_pages_are_on_their_day() -> None:
    """Of the sessions of a sample of layouts whose title and start are read, nearly all are on the day the page tells."""
    right = wrong = missing = 0
    for page in sorted(LAYOUTS.glob("*.html"))[::EVERY]:
        told = {(s["title"], s["start"], s["date"]) for s in json.loads(page.with_suffix(".json").read_text())["sessions"]}
        days = {(title, start): {day for t, s, day in told if (t, s) == (title, start)} for title, start, _ in told}
        for session in read_source(str(page), follow=False).sessions if told else ():
            start = session.start or ""
            expected = days.get((session.title, start[11:16] if "T" in start else start), set())
            if expected and None not in expected:
                right += "T" in start and start[:10] in expected
                wrong += "T" in start and start[:10] not in expected
                missing += "T" not in start

    assert (right + wrong + missing > 500, wrong / right < 0.03, missing / right < 0.06) == (True, True, True)


def _read(line: str, rows: str = "", after: str = "") -> Agenda:
    """A page with a line above a small programme."""
    rows = rows or "".join(f"<p>{9 + i}:00 {talk}</p>" for i, talk in enumerate(TALKS))
    return read_text(f"<html><body><h1>Harbour Forum</h1><p>{line}</p><h2>Programme</h2>{rows}{after}</body></html>")
