"""The two sales leaders of the articles, replayed from the pasted agenda to one month later, through the public functions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.agenda import Agenda, Event, Session, Speaker
from planner.checklist import Item, checklist, digest, finish
from planner.giving import find_gifts
from planner.journal import Entry, EntryKind, new_entry
from planner.ledger import Ask, AskNotReady, balance, gate, make_ask
from planner.people import Person
from planner.profile import Profile
from planner.referrals import chains, figures_by_event, report_back_due, sources
from planner.report import draft_review
from planner.scorecard import scorecard
from planner.storage import Store

SUMMIT = Agenda(
    source="https://summit.example/agenda",
    scraper="file",
    event=Event("Northwind Revenue Summit", "2026-03-03", "2026-03-03", "Europe/Berlin", "Hafenhalle"),
    sessions=(
        Session("s1", "What ramp-up really costs", "2026-03-03T09:00:00+01:00", speakers=("p1",)),
        Session("s2", "Forecasts people believe", "2026-03-03T11:00:00+01:00", speakers=("p2",)),
        Session("s3", "Evening reception", "2026-03-03T18:00:00+01:00", kind="networking"),
    ),
    speakers=(
        Speaker("p1", "Ines Talbot", "VP Sales", "Corvia Medical"),
        Speaker("p2", "Ruben Achterberg", "Head of Revenue", "Polder Logistics"),
    ),
)


class Diary:
    """Somebody living through the event and logging it."""

    def __init__(self, store: Store, me: Profile) -> None:
        store.save_profile(me)
        self.store = store
        self.event = store.add_event(SUMMIT)

    def log(self, kind: EntryKind, at: str, person: Person | None = None, **what: object) -> Entry:
        """Log one thing; `at` is month, day and time."""
        entry = new_entry(kind, at=f"2026-{at}", person=person.id if person else None, event=self.event, **what)
        self.store.add(entry)
        return entry

    def items(self, today: date) -> tuple[Item, ...]:
        """The checklist on a day."""
        return checklist(self.store.entries(), people=self.store.people(), events=self.store.events(), today=today)

    def score(self, today: date) -> int:
        """The gauge on a day."""
        kept = self.store
        return scorecard(kept.entries(), self.event, people=kept.people(), events=kept.events(), today=today).score


def live_as_mark(store: Store) -> tuple[Diary, Person, tuple[Person, ...]]:
    """Prepare, meet two people briefly, give an idea, be introduced to four others, stay to the end."""
    diary = Diary(store, Profile(name="Mark", title="VP Sales", company="Talentry", industry="HR software"))
    agenda = store.agenda(diary.event)
    assert agenda is not None
    ines, ruben = (store.person_for_speaker(diary.event, s.id, s) for s in agenda.speakers)
    diary.log("sessions_reviewed", "02-20T19:00")
    diary.log("people_reviewed", "02-20T19:10")
    for person in (ines, ruben):
        diary.log("accepted", "02-20T19:15", person)
        diary.log("give_first_ready", "02-20T19:20", person, way="advice", text="How we halved ramp-up")
        diary.log("note_sent", "02-21T08:00", person, text="Shall we compare notes?")
        diary.log("note_replied", "02-22T08:00", person)
        diary.log("meeting_booked", "02-22T09:00", person)
    diary.log("session_stayed", "03-03T10:00", session=agenda.sessions[0].id)
    diary.log("meeting_held", "03-03T10:15", ines)
    diary.log("need_heard", "03-03T10:20", ines, text="New hires take nine months to sell")
    diary.log("favour_given", "03-03T10:25", ines, way="advice", text="An idea for her ramp-up problem")
    diary.log("favour_promised", "03-03T10:30", ines, way="advice", text="send the ramp-up sheet", due="2026-03-06")
    diary.log("session_stayed", "03-03T12:00", session=agenda.sessions[1].id)
    diary.log("meeting_held", "03-03T12:15", ruben)
    diary.log("networking_attended", "03-03T18:00")
    names = ("Ada Brandt", "Luca Ferri", "Mei Tan", "Omar Said")
    met = tuple(Person(f"new{i}", name, company=f"House {i}", source="met at the summit") for i, name in enumerate(names))
    store.save_people(met)
    for i, person in enumerate(met):
        diary.log("introduction", f"03-03T18:{10 + i}", person, others=(ines.id,))
        diary.log("met", f"03-03T18:{20 + i}", person)
        diary.log("source_found", f"03-03T18:{30 + i}", person, text="knows the people I want to know")
    return diary, ines, met


def follow_up(diary: Diary, *, until: date) -> None:
    """Every day, do what the checklist says for today; the ask keeps its own words."""
    day = date(2026, 3, 4)
    while day <= until:
        for item in digest(diary.items(day), today=day).today:
            if item.kind not in ("ask", "ask_outcome"):
                diary.store.add(*finish(item, at=f"{day}T08:00:00"))
        day += timedelta(days=1)


def test_mark_ends_near_a_hundred(store: Store) -> None:
    """Prepared, two meetings, an idea given, four referral sources, everything followed up: the gauge says Mark."""
    diary, ines, met = live_as_mark(store)
    assert 70 <= diary.score(date(2026, 3, 3)) <= 90
    follow_up(diary, until=date(2026, 4, 3))
    assert diary.score(date(2026, 4, 3)) >= 95
    assert {s.person for s in sources(store.entries())} == {ines.id, *(p.id for p in met)}


def test_a_month_later_mark_has_kept_every_promise(store: Store) -> None:
    """Nothing of the event is overdue, the promise was kept as a favour, and thanks and the review were in time."""
    diary, ines, _ = live_as_mark(store)
    follow_up(diary, until=date(2026, 4, 3))
    assert not [i for i in diary.items(date(2026, 4, 3)) if i.is_overdue(date(2026, 4, 3)) and i.kind != "ask"]
    account = balance(store.entries(), ines.id)
    assert account.promised == ()
    assert [(e.way, e.day) for e in account.given if e.text == "send the ramp-up sheet"] == [("advice", date(2026, 3, 6))]
    reviewed = [i for i in diary.items(date(2026, 4, 3)) if i.kind == "review"]
    assert [(i.state, i.done_on is not None and i.done_on <= i.due) for i in reviewed] == [("done", True)]


def test_every_day_of_that_month_each_thing_to_do_can_be_begun_at_once(store: Store) -> None:
    """Whatever the list asks for that concerns a person names its note, and there is always something to give."""
    diary, _, _ = live_as_mark(store)
    known, me = store.people(), Profile(name="Mark", title="VP Sales", offers=("How we halved ramp-up",))
    for day in (date(2026, 3, 4), date(2026, 3, 12), date(2026, 3, 20)):
        for item in digest(diary.items(day), today=day).today:
            assert item.step or item.kind == "review"
            assert 0 <= (day - item.due).days <= 16
            if item.kind == "favour":
                person = next(p for p in known if p.id == item.person)
                assert find_gifts(person, me, contacts=known, entries=store.entries()).ideas
    assert draft_review(store.entries(), store.events()[0], people=known, today=date(2026, 3, 10)).startswith(
        "Meetings held: 2."
    )


def test_mark_asks_once_he_has_earned_it(store: Store) -> None:
    """Before three favours the gate is shut; after the third the checklist offers the ask, which pinpoints the introduction."""
    diary, ines, _ = live_as_mark(store)
    ask = Ask("the head of sales", "Borealis Foods", "They are hiring twenty reps", "You ran a panel together", "I can ...")
    with pytest.raises(AskNotReady) as refused:
        make_ask(store.entries(), ines.id, ask)
    assert "2 more before you ask" in refused.value.problems[-1]
    follow_up(diary, until=date(2026, 4, 20))
    assert gate(store.entries(), ines.id).open
    assert [i.person for i in diary.items(date(2026, 4, 20)) if i.kind == "ask" and i.person == ines.id] == [ines.id]
    store.add(make_ask(store.entries(), ines.id, ask, event=diary.event, at="2026-04-20T09:00"))
    assert not [i for i in diary.items(date(2026, 4, 20)) if i.kind == "ask" and i.person == ines.id]


def test_what_came_of_it_is_traced_back_to_the_event(store: Store) -> None:
    """An introduction that is won counts for its source and the event, and the source is told."""
    diary, ines, met = live_as_mark(store)
    intro = next(e for e in store.entries() if e.kind == "introduction" and e.person == met[0].id)
    diary.log("introduction_outcome", "06-01T10:00", met[0], refers_to=intro.id, outcome="won", value=40000.0, currency="EUR")
    assert figures_by_event(store.entries())[diary.event].worth == {"EUR": 40000.0}
    assert sources(store.entries())[0].person == ines.id
    assert [d.source for d in report_back_due(store.entries()) if d.change.state == "won"] == [ines.id]
    chain = chains(store.entries())[0]
    assert (chain.event, chain.through, chain.introduction.person) == (diary.event, (ines.id,), met[0].id)


def test_evan_ends_near_zero(store: Store) -> None:
    """He looked at the agenda and turned up; a month later nothing has changed."""
    diary = Diary(store, Profile(name="Evan", title="VP Sales"))
    diary.log("sessions_reviewed", "03-02T22:00")
    assert diary.score(date(2026, 3, 3)) <= 5
    assert diary.score(date(2026, 4, 3)) <= 5
    assert [i.kind for i in diary.items(date(2026, 4, 3))] == ["review"]
