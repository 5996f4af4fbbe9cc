"""Times on the venue's clock."""

from __future__ import annotations

from planner.agenda import Agenda, Event, Session, at_venue


def test_universal_time_becomes_the_clock_at_the_venue() -> None:
    """A feed in UTC with a stated zone is shown as the clocks there show it, summer time included."""
    session = Session(id="s1", title="Talk", start="2026-07-02T14:00:00+00:00", end="2026-07-02T14:45:00+00:00")
    agenda = at_venue(Agenda("feed", "ical", Event(timezone="Europe/Madrid"), (session,)))

    assert (agenda.sessions[0].start, agenda.sessions[0].end) == ("2026-07-02T16:00:00+02:00", "2026-07-02T16:45:00+02:00")


def test_wall_clock_times_and_unknown_zones_stay() -> None:
    """No zone is guessed, and what is local already is not moved; a zone the user names counts."""
    session = Session(id="s1", title="Talk", start="2026-07-02T14:00:00", end="15:00")
    utc = Session(id="s2", title="Other", start="2026-07-02T14:00:00+00:00")

    assert at_venue(Agenda("x", "y", Event(timezone="Europe/Madrid"), (session,))).sessions == (session,)
    assert at_venue(Agenda("x", "y", Event(), (utc,))).sessions == (utc,)
    assert at_venue(Agenda("x", "y", Event(), (utc,)), "Asia/Tokyo").sessions[0].start == "2026-07-02T23:00:00+09:00"
