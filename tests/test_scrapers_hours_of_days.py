"""Hours that a page prints behind its days, which are no slot of the programme."""

from __future__ import annotations

from slot_pages import TALKS, read, rows, titles


def test_the_hours_of_a_day_open_no_slot_where_its_programme_stands_below() -> None:
    """A line such as "Tuesday, 12 May 2026, 9:00 to 12:30" with the clocks of that day below tells when the day is."""
    slot = "<div><div>{0}</div><div>{1}</div><div>{2}</div></div>"
    days = [f"<div><h3>Tarn meeting</h3><p>{day} May 2026, 9:00 to 12:30</p></div>" for day in ("Tuesday, 12", "Wednesday, 13")]

    agenda = read("".join(f"<section>{day}{rows(slot)}</section>" for day in days))

    assert titles(agenda) == 2 * [title for _, title, _ in TALKS]
    assert {(s.start or "")[:10] for s in agenda.sessions} == {"2026-05-12", "2026-05-13"}


def test_a_dated_time_with_others_outside_of_it_is_a_slot() -> None:
    """Talks that each have their day and their hours in one line are as many sessions."""
    talk = "<div><div>{1}</div><div>Tuesday, 12 May 2026, {0} to 12:30</div></div>"

    assert len(read(rows(talk)).sessions) == 5
