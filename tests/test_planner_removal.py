"""Taking an event away: what goes, what stays, and the way back."""

from __future__ import annotations

from datetime import date

import pytest

from planner.agenda import Agenda, Event, Session, Speaker
from planner.checklist import checklist
from planner.journal import new_entry
from planner.ledger import balance
from planner.records import Draft, Meeting
from planner.removal import describe_removal, put_event_back, remove_event
from planner.storage import Store

DAY = Agenda(
    "day.html", "any", Event("Kelp Sales Day", "2026-03-03", "2026-03-03"),
    (Session("s1", "Forecasts", "2026-03-03T09:00:00", speakers=("p1",)),), (Speaker("p1", "Nora Quist", "VP Sales", "Kelp"),),
)  # fmt: skip


def live_through(store: Store) -> tuple[str, str]:
    """An event with a person met there, a favour done, a draft and a meeting; the ids of event and person."""
    event = store.add_event(DAY)
    nora = store.agenda(event).speakers[0]  # type: ignore[union-attr]
    person = store.person_for_speaker(event, nora.id, nora)
    store.add(new_entry("met", at="2026-03-03T09:40:00", event=event, person=person.id))
    store.add(new_entry("favour_given", at="2026-03-03T09:50:00", event=event, person=person.id, way="advice", text="a tip"))
    store.save_draft(Draft(person.id, "thanks", "email", "Dear Nora", event))
    store.save_meetings(Meeting("m1", event, (person.id,), "2026-03-03T10:00:00", "2026-03-03T10:15:00"))
    return event, person.id


def test_an_event_goes_and_what_happened_stays(store: Store) -> None:
    """Agenda, draft and meeting are gone; person, entries and balance are there, and the event's name when asked for."""
    event, person = live_through(store)
    removed = remove_event(store, event)

    assert (store.event(event), store.events(), store.agenda(event)) == (None, (), None)
    assert (store.drafts(), store.meetings()) == ((), ())
    assert [e.event.name for e in store.events(removed=True)] == ["Kelp Sales Day"]
    assert len(balance(store.entries(), person).given) == 1
    assert [p.name for p in store.people()] == ["Nora Quist"]
    assert describe_removal(removed) == "Its agenda, 1 meeting, 1 draft went; people, favours and introductions stayed."


def test_undo_puts_everything_back(store: Store) -> None:
    """After the undo everything reads as before, and a second undo changes nothing."""
    event, _ = live_through(store)
    before = (store.events(), store.agenda(event), store.drafts(), store.meetings(), store.people_of(event), store.entries())
    removed = remove_event(store, event)
    put_event_back(store, removed)
    put_event_back(store, removed)

    assert (
        store.events(), store.agenda(event), store.drafts(), store.meetings(), store.people_of(event), store.entries()
    ) == before  # fmt: skip


def test_a_removed_event_is_not_reviewed_any_more(store: Store) -> None:
    """No checklist item asks whether it was worth it; the thanks stay."""
    event, _ = live_through(store)

    def kinds() -> set[str]:
        found = checklist(store.entries(), people=store.people(), events=store.events(removed=True), today=date(2026, 3, 5))
        return {i.kind for i in found}

    assert "review" in kinds()
    remove_event(store, event)
    assert "review" not in kinds()
    assert "thanks" in kinds()


def test_removing_twice_is_refused(store: Store) -> None:
    """An event that is gone, or never was, cannot be removed."""
    event, _ = live_through(store)
    remove_event(store, event)
    with pytest.raises(KeyError):
        remove_event(store, event)
    with pytest.raises(KeyError):
        remove_event(store, "nothing")
