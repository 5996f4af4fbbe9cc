"""The checklist: what follows from what happened, when, and what one does with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.agenda import Event
from planner.checklist import Item, checklist, digest, drop, finish, snooze
from planner.journal import Entry, new_entry, take_back
from planner.people import Person
from planner.records import KeptEvent

PEOPLE = tuple(Person(p, p.title()) for p in ("ana", "bob", "zed"))
SUMMIT = KeptEvent("e", "src", Event("Summit", "2026-03-03", "2026-03-04"), "2026-02-01", "2026-02-01")
MET = new_entry("met", at="2026-03-03T10:00", person="ana", event="e")


def items(journal: list[Entry], today: date, people: tuple[Person, ...] = PEOPLE) -> dict[str, Item]:
    """The items by kind (the tests have one of each)."""
    return {i.kind: i for i in checklist(journal, people=people, events=[SUMMIT], today=today)}


def test_nothing_happened_nothing_to_do() -> None:
    """Neither people nor events make items by themselves."""
    assert items([], date(2026, 3, 10)) == {}


def test_a_meeting_asks_for_thanks_a_favour_and_a_review() -> None:
    """Thanks within two days, a favour within two weeks, the review a week after the event's last day."""
    found = items([MET], date(2026, 3, 5))
    assert {kind: i.due for kind, i in found.items()} == {
        "thanks": date(2026, 3, 5), "review": date(2026, 3, 11), "favour": date(2026, 3, 17),
    }  # fmt: skip
    assert (found["thanks"].what, found["thanks"].step) == ("Thank Ana personally", "thanks")
    assert "Summit" in found["review"].what


def test_thanks_are_done_by_thanking() -> None:
    """A tick is not needed when it was logged; two weeks later nobody is asked to."""
    thanked = new_entry("thanked", at="2026-03-04T09:00", person="ana")
    done = items([MET, thanked], date(2026, 3, 5))["thanks"]
    assert (done.state, done.done_on) == ("done", date(2026, 3, 4))
    assert "thanks" not in items([MET], date(2026, 4, 1))


def test_thanks_for_an_introduction_name_it_and_never_lapse() -> None:
    """One item for each source and event."""
    intro = new_entry("introduction", at="2026-03-03T18:00", person="zed", others=("ana",), event="e")
    another = new_entry("introduction", at="2026-03-03T18:05", person="bob", others=("ana",), event="e")
    found = items([MET, intro, another], date(2026, 5, 1))["thanks"]
    assert "introduced you to Zed and Bob" in found.reason


def test_a_promise_is_due_by_its_date() -> None:
    """Or within a week; keeping it as a favour does it, and undoing that opens it again."""
    promise = new_entry(
        "favour_promised", at="2026-03-03T10:00", person="ana", text="the sheet", due="2026-03-06", way="advice"
    )
    assert items([promise], date(2026, 3, 4))["promise"].due == date(2026, 3, 6)
    assert items([replace(promise, due=None)], date(2026, 3, 4))["promise"].due == date(2026, 3, 10)
    tick, kept = finish(items([promise], date(2026, 3, 4))["promise"], at="2026-03-05T09:00")
    assert (kept.kind, kept.way, kept.text, kept.refers_to) == ("favour_given", "advice", "the sheet", promise.id)
    assert items([promise, tick, kept], date(2026, 3, 6))["promise"].done_on == date(2026, 3, 5)
    undone = [promise, tick, kept, take_back(tick), take_back(kept)]
    assert items(undone, date(2026, 3, 6))["promise"].state == "open"


def test_a_changed_introduction_is_reported_back() -> None:
    """Within two days of the change, with a new item for each change."""
    intro = new_entry("introduction", at="2026-03-03T18:00", person="zed", others=("ana",), event="e")
    won = new_entry("introduction_outcome", at="2026-05-01T10:00", refers_to=intro.id, outcome="won")
    found = items([intro, won], date(2026, 5, 2))["report_back"]
    assert (found.due, found.person, found.step) == (date(2026, 5, 3), "ana", "report_back")
    told = finish(found, at="2026-05-02T10:00")
    assert items([intro, won, *told], date(2026, 5, 3))["report_back"].state == "done"


def test_an_unanswered_note_is_nudged_once() -> None:
    """Three days later, never again, and not once there is an answer or the event is over."""
    sent = new_entry("note_sent", at="2026-02-20T08:00", person="ana", event="e")
    assert items([sent], date(2026, 2, 24))["nudge"].due == date(2026, 2, 23)
    nudged = finish(items([sent], date(2026, 2, 24))["nudge"], at="2026-02-24T08:00")
    assert items([sent, *nudged], date(2026, 2, 28))["nudge"].state == "done"
    replied = new_entry("note_replied", at="2026-02-21T08:00", person="ana", event="e")
    assert "nudge" not in items([sent, replied], date(2026, 2, 24))
    assert "nudge" not in items([sent], date(2026, 3, 5))


def test_after_three_favours_an_ask_is_earned_once() -> None:
    """The next one after three more."""
    gave = [new_entry("favour_given", at=f"2026-03-0{d}T10:00", person="ana", way="advice") for d in range(1, 7)]
    assert "ask" not in items(gave[:2], date(2026, 3, 9))
    assert items(gave[:3], date(2026, 3, 9))["ask"].key == "ask:ana:1"
    ask = new_entry("ask", at="2026-03-05T10:00", person="ana")
    assert "ask" not in items([*gave[:3], ask], date(2026, 3, 9))
    assert items([*gave, ask], date(2026, 3, 9))["ask"].key == "ask:ana:2"
    assert items([*gave[:3], ask], date(2026, 3, 25))["ask_outcome"].is_overdue(date(2026, 3, 25))


@pytest.mark.parametrize(
    ("contacts", "days"),
    [(["2026-01-01"], 21), (["2026-01-01", "2026-01-03"], 21), (["2026-01-01", "2026-01-20"], 61),
     (["2026-01-01", "2026-01-20", "2026-03-20"], 182),
     (["2025-01-01", "2025-02-01", "2025-05-01", "2025-11-01", "2026-06-01"], 365)],
)  # fmt: skip
def test_the_rhythm_slows_with_every_contact(contacts: list[str], days: int) -> None:
    """Three weeks, two months, six months, a year, counted from the last; contacts close together are one."""
    three = [new_entry("favour_given", at=contacts[0], person="ana", way="advice") for _ in range(3)]
    journal = [
        *three,
        new_entry("ask", at=contacts[0], person="ana"),
        *(new_entry("contacted", at=d, person="ana") for d in contacts),
    ]
    assert items(journal, date(2026, 8, 1))["reconnect"].due == date.fromisoformat(contacts[-1]) + timedelta(days=days)


def test_a_person_may_have_a_rhythm_of_their_own() -> None:
    """And a contact known from elsewhere counts."""
    person = Person("ana", "Ana", rhythm_days=10, last_contact="2026-03-20")
    journal = [MET, drop(items([MET], date(2026, 3, 5))["favour"])]
    assert items(journal, date(2026, 3, 25), (person,))["reconnect"].due == date(2026, 3, 30)
    assert items([], date(2026, 3, 25), (person,))["reconnect"].due == date(2026, 3, 30)
    assert items([], date(2026, 3, 25), (replace(person, rhythm_days=None),)) == {}


def test_one_touch_at_a_time() -> None:
    """While a favour is due that week, nobody is asked to get in touch as well."""
    assert "reconnect" not in items([MET], date(2026, 3, 20))
    assert "favour" in items([MET], date(2026, 3, 20))


def test_who_was_turned_down_or_erased_is_left_in_peace() -> None:
    """No items about them."""
    no = new_entry("no_thanks", at="2026-03-06T10:00", person="ana")
    assert set(items([MET, no], date(2026, 3, 20))) == {"review"}
    assert set(items([MET], date(2026, 3, 20), ())) == {"review"}


def test_items_are_done_snoozed_and_dropped_and_it_can_be_undone() -> None:
    """By entries like everything else; the last word counts."""
    item = items([MET], date(2026, 3, 5))["review"]
    later = snooze(item, date(2026, 4, 1))
    assert items([MET, later], date(2026, 3, 20))["review"].state == "snoozed"
    back = items([MET, later], date(2026, 4, 2))["review"]
    assert (back.state, back.due) == ("open", date(2026, 4, 1))
    gone = drop(item, reason="did it on paper")
    assert items([MET, gone], date(2026, 3, 20))["review"].state == "dropped"
    assert items([MET, gone, take_back(gone)], date(2026, 3, 20))["review"].state == "open"
    done = finish(item, at="2026-03-08T10:00")
    assert items([MET, *done], date(2026, 3, 20))["review"].state == "done"


def test_the_list_is_never_more_than_a_person_can_do() -> None:
    """Overdue first, the rest visibly parked, nothing left out; promises and the review are never parked."""
    people = tuple(Person(f"p{n}", f"P {n}") for n in range(30))
    journal = [new_entry("met", at="2026-03-03T10:00", person=p.id, event="e") for p in people]
    journal += [new_entry("favour_promised", at="2026-03-04T10:00", person="p7", due="2026-03-08")]
    every = checklist(journal, people=people, events=[SUMMIT], today=date(2026, 3, 8))
    shown = digest(every, today=date(2026, 3, 8))
    assert [i.kind for i in shown.today] == ["thanks"] * 6 + ["promise"]
    assert all(i.is_overdue(date(2026, 3, 8)) for i in shown.today[:-1])
    assert "review" in [i.kind for i in shown.week]
    counted = shown.today + shown.week + shown.later + shown.parked + shown.snoozed + shown.done + shown.dropped
    assert sorted(i.key for i in counted) == sorted(i.key for i in every)


def test_whoever_waits_for_word_is_not_parked_before_a_favour_that_can_wait() -> None:
    """Ten old reconnects do not push out the thanks of yesterday; what is shown is still in order of urgency."""
    day = date(2026, 3, 10)
    old = [Item(f"reconnect:{n}", "reconnect", "w", "r", day - timedelta(days=300 + n)) for n in range(10)]
    thanks = Item("thanks:x", "thanks", "w", "r", day - timedelta(days=1))
    found = digest([*old, thanks], today=day)
    assert (len(found.today), found.today[-1]) == (7, thanks)
    assert {i.kind for i in found.parked} == {"reconnect"}


def test_somebody_silent_for_a_year_is_asked_how_they_are_first() -> None:
    """No favour is due after so long: getting in touch comes before it."""
    old = new_entry("met", at="2024-03-03T10:00", person="ana")
    found = items([old], date(2026, 3, 10))
    assert "favour" not in found
    assert found["reconnect"].step == "reconnect"


def test_every_item_with_a_person_has_a_note_to_begin_from() -> None:
    """Thanks, promise, report, nudge, favour, ask, its answer, keeping in touch: each names the draft that goes with it."""
    given = [new_entry("favour_given", at=f"2026-03-0{n}T10:00", person="bob", way="advice") for n in (3, 4, 5)]
    intro = new_entry("introduction", at="2026-03-03T12:00", person="zed", others=("ana",), event="e")
    journal = [
        MET, *given, intro,
        new_entry("introduction_outcome", at="2026-03-06T12:00", refers_to=intro.id, person="zed", outcome="meeting"),
        new_entry("favour_promised", at="2026-03-03T10:00", person="zed", text="the sheet"),
        new_entry("note_sent", at="2026-02-20T10:00", person="zed", event="e", text="Hello"),
        new_entry("ask", at="2026-03-08T10:00", person="ana", text="x"),
    ]  # fmt: skip
    every = checklist(journal, people=PEOPLE, events=[SUMMIT], today=date(2026, 3, 4))
    kinds = {"thanks", "promise", "report_back", "nudge", "favour", "ask", "ask_outcome", "reconnect"}
    assert {i.kind for i in every if i.person} == kinds
    assert [i.kind for i in every if i.person and i.step is None] == []


@pytest.mark.parametrize(
    ("read", "due"),
    [("2026-02-01", "2026-02-17"), ("2026-02-20", "2026-02-24"), ("2026-03-01", "2026-03-02"), ("2026-03-04", None)],
)
def test_an_old_reading_is_to_be_read_again_before_the_event(read: str, due: str | None) -> None:
    """Due as soon as it is too old for how near the event is, gone when it was read anew or the event is over."""
    event = replace(SUMMIT, read_at=f"{read}T08:00:00+00:00")
    chosen = new_entry("accepted", at="2026-02-01T10:00", person="ana", event="e")
    found = [i for i in checklist([chosen], people=PEOPLE, events=[event], today=date(2026, 2, 10)) if i.kind == "reread"]
    assert [(i.what, i.due.isoformat()) for i in found] == ([("Read the agenda of Summit again", due)] if due else [])
    later = checklist([chosen], people=PEOPLE, events=[event], today=date(2026, 3, 5))
    assert not [i for i in later if i.kind == "reread"]
