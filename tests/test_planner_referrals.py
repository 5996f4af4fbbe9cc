"""Referral sources, introductions, what came of them, and whom to tell."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from planner.journal import Entry, new_entry, take_back
from planner.referrals import chains, chains_dot, figures_by_event, introductions, report_back_due, sources


def introduced(person: str, *by: str, at: str = "2026-03-03T18:00", **what: object) -> Entry:
    """An introduction."""
    return new_entry("introduction", at=at, person=person, others=by, **{"event": "e1", **what})


def outcome(intro: Entry, state: str, at: str, **what: object) -> Entry:
    """What came of it."""
    return new_entry("introduction_outcome", at=at, person=intro.person, refers_to=intro.id, outcome=state, **what)


def test_the_latest_outcome_is_the_state_and_the_furthest_is_kept() -> None:
    """Whatever the order of logging; a lost opportunity was one."""
    intro = introduced("zed", "ana")
    journal = [intro, outcome(intro, "lost", "2026-06-01"), outcome(intro, "opportunity", "2026-04-01", value=9.0)]
    (found,) = introductions(journal)
    assert (found.state, found.reached, found.value) == ("lost", 2, 9.0)
    assert [c.state for c in found.changes] == ["introduced", "opportunity", "lost"]


def test_a_meeting_with_them_counts_without_being_logged_again() -> None:
    """Only after the introduction, and only once."""
    before = new_entry("meeting_held", at="2026-03-01T10:00", person="zed")
    intro = introduced("zed", "ana")
    after = new_entry("meeting_held", at="2026-03-09T10:00", person="zed")
    assert introductions([before, intro])[0].state == "introduced"
    assert [c.state for c in introductions([before, intro, after, after])[0].changes] == ["introduced", "meeting"]


def test_several_sources_share_one_introduction() -> None:
    """Each is credited in full, the event counts it once."""
    intro = introduced("zed", "ana", "bob")
    journal = [intro, outcome(intro, "won", "2026-05-01", value=1000.0, currency="EUR")]
    assert {s.person: s.figures.worth for s in sources(journal)} == {"ana": {"EUR": 1000.0}, "bob": {"EUR": 1000.0}}
    assert figures_by_event(journal)["e1"].worth == {"EUR": 1000.0}


def test_currencies_are_never_added_up() -> None:
    """Each has its own sum; what is not won yet is pipeline."""
    one, two, three = introduced("x", "ana"), introduced("y", "ana"), introduced("z", "ana")
    journal = [
        one, two, three,
        outcome(one, "won", "2026-05-01", value=5.0, currency="EUR"),
        outcome(two, "won", "2026-05-01", value=7.0, currency="USD"),
        outcome(three, "opportunity", "2026-05-01", value=9.0, currency="EUR"),
    ]  # fmt: skip
    figures = sources(journal)[0].figures
    assert (figures.worth, figures.pipeline) == ({"EUR": 5.0, "USD": 7.0}, {"EUR": 9.0})
    assert (figures.introductions, figures.opportunities, figures.won) == (3, 3, 2)


def test_the_best_source_comes_first() -> None:
    """By what was won, then opportunities, meetings, introductions; one merely noted as a source comes last."""
    a, b, c = introduced("x", "one"), introduced("y", "two"), introduced("z", "two")
    noted = new_entry("source_found", person="three")
    journal = [noted, b, c, a, outcome(a, "won", "2026-05-01")]
    assert [s.person for s in sources(journal)] == ["one", "two", "three"]


def test_the_source_is_told_after_each_change() -> None:
    """Thanks for the introduction, a report after every step; undoing the outcome undoes the duty."""
    intro = introduced("zed", "ana")
    assert [d.source for d in report_back_due([intro])] == ["ana"]
    thanks = new_entry("thanked", at="2026-03-04T09:00", person="ana")
    assert report_back_due([intro, thanks]) == ()
    won = outcome(intro, "won", "2026-05-01")
    assert [d.change.state for d in report_back_due([intro, thanks, won])] == ["won"]
    assert report_back_due([intro, thanks, won, take_back(won)]) == ()
    told = new_entry("reported_back", at="2026-05-02T09:00", person="ana", refers_to=intro.id)
    assert report_back_due([intro, thanks, won, told]) == ()
    other = new_entry("reported_back", at="2026-05-02T09:00", person="ana", refers_to="another introduction")
    assert len(report_back_due([intro, thanks, won, other])) == 1


def test_an_introduction_is_traced_to_where_it_began() -> None:
    """Event, the person met there, whom they led to, and so on to the result; circles end."""
    met = new_entry("met", at="2026-03-03T10:00", person="ana", event="e1")
    first = introduced("bob", "ana", at="2026-03-03T18:00")
    second = introduced("cy", "bob", at="2026-06-01T10:00", event=None)
    back = introduced("ana", "cy", at="2026-07-01T10:00", event=None)
    found = {c.introduction.person: c for c in chains([met, first, second, back])}
    assert (found["cy"].event, found["cy"].through) == ("e1", ("ana", "bob"))
    assert found["ana"].through == ("bob", "cy")
    assert figures_by_event([met, first, second])["e1"].introductions == 2


@given(st.text(max_size=80), st.text(max_size=80))
def test_no_name_breaks_out_of_the_picture(person: str, event: str) -> None:
    """Every line is a quoted node or edge, whatever people and events are called."""
    met = new_entry("met", at="2026-03-03T10:00", person="ana", event="e1")
    intro = introduced("zed", "ana", "bob")
    journal = [met, intro, outcome(intro, "won", "2026-05-01", value=1.0, currency=person)]
    dot = chains_dot(journal, names={"ana": person, "zed": person}, events={"e1": event})
    text = r'"(?:[^"\\]|\\["\\n])*"'
    line = re.compile(rf"  {text} (?:-> {text}|\[label={text}(?:, (?:shape|style)=\w+)?\]);")
    first, style, *rest = dot.split("\n")
    assert (first, rest[-1]) == ("digraph referrals {", "}")
    assert style.startswith("  rankdir")
    assert [r for r in rest[:-1] if not line.fullmatch(r)] == []
