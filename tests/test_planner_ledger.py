"""The ledger: balances, promises, and the gate before an ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planner.journal import Entry, Way, correct, new_entry, take_back
from planner.ledger import Ask, AskNotReady, asks, balance, balances, check_ask, favours_on, gate, make_ask, open_promises

ASK = Ask("the CRO", "Borealis", "They are hiring twenty reps", "You were on a panel together", "I can find them a trainer")


def gave(person: str = "ana", way: Way = "advice", **what: Any) -> Entry:
    """A favour given."""
    return new_entry("favour_given", person=person, way=way, **what)


def test_favours_are_counted_by_person_and_way() -> None:
    """Given and received, each of its way."""
    journal = [gave(), gave(way="job_search"), new_entry("favour_received", person="ana", way="advice"), gave("bob")]
    account = balance(journal, "ana")
    assert account.given_by_way == {"advice": 1, "job_search": 1}
    assert account.received_by_way == {"advice": 1}
    assert len(balance(journal, "bob").given) == 1
    assert balance(journal, "nobody").given == ()


def test_introducing_two_people_is_a_favour_to_each() -> None:
    """It counts once for both, also when one is named twice."""
    journal = [gave("ana", others=("bob", "ana"), way="connect_peer")]
    assert {person: len(account.given) for person, account in balances(journal).items()} == {"ana": 1, "bob": 1}


def test_a_promise_is_open_until_kept_or_declined() -> None:
    """Undoing the favour that kept it opens it again."""
    promise = new_entry("favour_promised", person="ana", due="2026-03-06")
    kept = gave(refers_to=promise.id)
    assert balance([promise], "ana").promised == (promise,)
    assert balance([promise, kept], "ana").promised == ()
    assert open_promises([promise, kept, take_back(kept)]) == (promise,)
    declined = new_entry("favour_declined", person="ana", refers_to=promise.id)
    assert open_promises([promise, declined]) == ()
    assert balance([promise, declined], "ana").declined == (declined,)


def test_promises_come_by_due_date() -> None:
    """Those without a date last."""
    late, none, soon = (new_entry("favour_promised", person="ana", due=d) for d in ("2026-04-01", None, "2026-03-01"))
    assert open_promises([late, none, soon]) == (soon, late, none)


def test_the_gate_opens_at_three() -> None:
    """What was taken back does not count, what was corrected to somebody else neither."""
    journal = [gave(), gave(), gave()]
    assert gate(journal, "ana").open
    assert (gate(journal[:2], "ana").open, gate(journal[:2], "ana").missing) == (False, 1)
    assert gate([*journal, take_back(journal[0])], "ana").missing == 1
    assert gate([*journal, correct(journal[0], person="bob")], "ana").missing == 1
    assert gate([], "ana").sentence == "You have done no favour yet for this person; 3 more before you ask."


def test_asking_early_needs_a_reason_and_is_recorded() -> None:
    """A blank reason is none."""
    assert not gate([gave()], "ana", override="  ").open
    with pytest.raises(AskNotReady, match="2 more before you ask"):
        make_ask([gave()], "ana", ASK)
    entry = make_ask([gave()], "ana", ASK, override="She offered it herself")
    assert asks([entry])[0].override == "She offered it herself"
    assert asks([make_ask([gave(), gave(), gave()], "ana", ASK, override="not needed")])[0].override is None


def test_an_ask_pinpoints_the_introduction() -> None:
    """A person or role, a company, the reason, the connection and what is offered in return."""
    assert check_ask(ASK) == ()
    assert len(check_ask(Ask())) == 5
    with pytest.raises(AskNotReady, match="Name the company"):
        make_ask([gave(), gave(), gave()], "ana", replace(ASK, company=" "))


def test_what_came_of_an_ask_is_tracked() -> None:
    """The latest answer counts; an introduction that answers it is an answer."""
    ask = make_ask([gave(), gave(), gave()], "ana", ASK, at="2026-03-01T10:00")
    assert asks([ask])[0].outcome is None
    said = new_entry("ask_outcome", at="2026-03-02T10:00", refers_to=ask.id, outcome="declined")
    assert asks([ask, said])[0].outcome == "declined"
    intro = new_entry("introduction", at="2026-03-09T10:00", person="zed", others=("ana",), refers_to=ask.id)
    assert (asks([ask, said, intro])[0].outcome, asks([ask, said, intro])[0].ask) == ("introduced", ASK)


def test_the_evening_question_is_answered_by_the_day() -> None:
    """What social debt have I created today?"""
    journal = [gave(at="2026-03-03T10:00"), gave(at="2026-03-04T10:00")]
    assert favours_on(journal, date(2026, 3, 3)) == (journal[0],)
