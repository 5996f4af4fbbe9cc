"""One typed line as proposed entries."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.quick_log import Known, Proposal, people_in, read_line, to_entries

TUESDAY = date(2026, 3, 3)
KNOWN = (Known("s1", "Ana Ruiz", "Acme"), Known("s2", "Luca Ferri", "Pasta AG"), Known("s3", "Ana Gomez", "Orbit"))


def understood(line: str) -> list[tuple[str, str | None, str]]:
    """Kind, name and words of each proposal."""
    return [(p.kind, p.who.name if p.who else None, p.text) for p in read_line(line, today=TUESDAY, known=KNOWN)]


def only(line: str) -> Proposal:
    """The one proposal of a line."""
    (found,) = read_line(line, today=TUESDAY, known=KNOWN)
    return found


def test_the_line_everybody_types() -> None:
    """Somebody met, from where, and what was promised by when."""
    met, promise = read_line("met Mei Tan from Noodle House, send the ramp-up sheet Friday", today=TUESDAY)
    assert met.kind == "met"
    assert met.who
    assert (met.who.name, met.who.company, met.who.ref) == ("Mei Tan", "Noodle House", None)
    assert (promise.kind, promise.who, promise.text, promise.due) == (
        "favour_promised", met.who, "send the ramp-up sheet", date(2026, 3, 6),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("talked to Luca about churn; he needs a head of sales",
         [("met", "Luca Ferri", "churn"), ("need_heard", "Luca Ferri", "a head of sales")]),
        ("coffee with Luca and Ana Gomez", [("met", "Luca Ferri", ""), ("met", "Ana Gomez", "")]),
        ("Luca introduced me to Omar Said from Dune", [("introduction", "Omar Said", "")]),
        ("met Omar Said from Dune via Luca Ferri", [("introduction", "Omar Said", ""), ("met", "Omar Said", "")]),
        ("gave Luca the pricing checklist", [("favour_given", "Luca Ferri", "gave Luca the pricing checklist")]),
        ("Luca gave me a tip on pricing", [("favour_received", "Luca Ferri", "a tip on pricing")]),
        ("I promised Luca to send the deck tomorrow", [("favour_promised", "Luca Ferri", "send the deck")]),
        ("met Tom Hill, then met Eva Lang, email Tom the paper",
         [("met", "Tom Hill", ""), ("met", "Eva Lang", ""), ("favour_promised", "Tom Hill", "email Tom the paper")]),
        ("met Priya from Acme and she knows the CRO of Borealis",
         [("met", "Priya", ""), ("source_found", "Priya", "the CRO of Borealis")]),
        ("idea: a booth for two", [("idea", None, "a booth for two")]),
        ("stayed to the end of Pricing for grown-ups", [("session_stayed", None, "Pricing for grown-ups")]),
        ("went to the reception", [("networking_attended", None, "")]),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_understood(line: str, expected: list[tuple[str, str | None, str]]) -> None:
    """Statements in their order; "he" and "she" are whoever was named last."""
    assert understood(line) == expected


def test_introducing_two_people_is_a_favour_to_both() -> None:
    """Both sides are named."""
    found = only("introduced Ana Ruiz to Luca")
    assert (found.kind, found.way, found.who and found.who.ref, [m.ref for m in found.others]) == (
        "favour_given", "connect_peer", "s1", ["s2"],
    )  # fmt: skip


def test_a_first_name_two_people_share_is_asked_about() -> None:
    """It is never guessed which Ana."""
    who = only("met Ana").who
    assert who
    assert (who.ref, who.choices) == (None, ("s1", "s3"))


def test_what_is_not_understood_becomes_a_note() -> None:
    """Nothing typed is lost."""
    assert understood("purple elephants at noon") == [("idea", None, "purple elephants at noon")]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("today", "2026-03-03"), ("tomorrow", "2026-03-04"), ("by Friday", "2026-03-06"), ("on Tuesday", "2026-03-10"),
        ("next Friday", "2026-03-13"), ("next week", "2026-03-13"), ("in two days", "2026-03-05"), ("in 3 weeks", "2026-03-24"),
        ("by the end of the week", "2026-03-06"), ("end of month", "2026-03-31"), ("on 12 March", "2026-03-12"),
        ("by March 12th", "2026-03-12"), ("on 1 February", "2027-02-01"), ("by 2026-04-01", "2026-04-01"),
        ("on 31 June", None), ("some day", None),
    ],
)  # fmt: skip
def test_days_are_read_as_they_are_said(words: str, due: str | None) -> None:
    """From today on; what is no day is none."""
    found = only(f"send Luca the sheet {words}")
    assert (found.due.isoformat() if found.due else None) == due
    if due:
        assert found.text == "send Luca the sheet"


def test_proposals_become_entries_once_everybody_has_an_id() -> None:
    """The caller says who is who; the entries carry event, due date and way."""
    proposals = read_line("met Mei Tan from Noodle House, introduce her to Luca by Friday", today=TUESDAY, known=KNOWN)
    ids = {m.key: f"id-{m.name}" for m in people_in(proposals)}
    met, promise = to_entries(proposals, ids, event="e", at="2026-03-03T10:00")
    assert (met.kind, met.person, met.event) == ("met", "id-Mei Tan", "e")
    assert (promise.kind, promise.due, promise.way) == ("favour_promised", "2026-03-06", "connect_peer")


def test_a_session_is_found_by_its_title() -> None:
    """Part of the title is enough when only one session has it; else the words stand alone."""
    sessions = {"x1": "Pricing for grown-ups: a panel", "x2": "Pricing in practice", "x3": "Churn"}

    def session(line: str) -> str | None:
        (entry,) = to_entries(read_line(line, today=TUESDAY), {}, sessions=sessions)
        return entry.session

    assert session("stayed to the end of pricing for grown-ups") == "x1"
    assert session("stayed to the end of pricing") is None
    assert session("stayed to the end") is None


@given(st.text(max_size=400))
def test_any_line_is_read(line: str) -> None:
    """Whatever is typed, nothing breaks, and a line that says something is not lost."""
    found = read_line(line, today=TUESDAY, known=KNOWN)
    assert found or not any(c.isalnum() for c in line)


@given(st.lists(st.sampled_from(["met", "Ana", "send", "her", "the sheet", "and", ",", "from", "Acme", "needs", "Friday", "to",
                                 "introduced", "me", "via", ";", "by", "."]), max_size=14).map(" ".join))  # fmt: skip
def test_any_mix_of_our_words_is_read(line: str) -> None:
    """Our own words in any order."""
    for proposal in read_line(line, today=TUESDAY, known=KNOWN):
        assert proposal.kind
