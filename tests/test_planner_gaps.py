"""Breaks that a programme leaves out."""

from __future__ import annotations

from planner.agenda import Agenda, Kind, Session
from planner.gaps import Gap, find_gaps, gaps_by_day


def at(number: int, start: str, end: str | None, room: str, kind: Kind = "talk") -> Session:
    """A session on 3 March 2026."""
    return Session(
        id=f"s{number}", title=f"Session {number}", start=f"2026-03-03T{start}:00", end=end and f"2026-03-03T{end}:00",
        room=room, kind=kind,
    )  # fmt: skip


def agenda(*sessions: Session) -> Agenda:
    """An agenda of these sessions alone."""
    return Agenda("field day", "own", sessions=sessions)


def test_a_time_at_which_no_room_has_a_session_is_a_gap() -> None:
    """Only what all rooms have in common counts; the pause of one room does not."""
    found = find_gaps(
        agenda(
            at(1, "09:00", "10:00", "A"),
            at(2, "09:00", "10:30", "B"),
            at(3, "11:00", "12:00", "A"),
            at(4, "11:00", "12:00", "B"),
        )
    )
    assert found == (Gap("Tuesday 3 March", "10:30", "11:00"),)
    assert gaps_by_day(found) == {"Tuesday 3 March": ["10:30–11:00"]}


def test_a_day_that_prints_its_breaks_has_no_inferred_ones() -> None:
    """What is printed is the programme; a walk between halls is not made a break beside it."""
    found = find_gaps(
        agenda(
            at(1, "09:00", "10:00", "A"), at(2, "10:00", "10:30", "Foyer", "break"), at(3, "10:45", "12:00", "A"),
            at(4, "12:30", "13:00", "A"),
        )
    )  # fmt: skip
    assert found == ()


def test_nothing_is_inferred_from_an_unknown_end_or_a_long_silence() -> None:
    """A session of unknown end may last into the gap, and hours without sessions are no break."""
    assert find_gaps(agenda(at(1, "09:00", None, "A"), at(2, "11:30", "12:00", "A"), at(3, "18:00", "19:00", "A"))) == ()
