"""The follow-up checklist: what to do next, made from what happened and nothing else.

Every item has a key that stays the same however often the list is made, so that "done", "snoozed" and "dropped" are
entries of the journal like everything else, and each can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from planner._checklist_facts import Item, ItemKind, ItemState, gather, last_days
from planner._checklist_rules import RHYTHM, RULES, reconnects
from planner.journal import Entry, EntryKind, Way, effective, new_entry, take_back
from planner.people import Person
from planner.records import KeptEvent

__all__ = [
    "RHYTHM", "Digest", "Item", "ItemKind", "ItemState", "checklist", "digest", "drop", "finish", "last_days", "reopen",
    "snooze",
]  # fmt: skip

_MEANS: Mapping[ItemKind, EntryKind] = {
    "thanks": "thanked",
    "promise": "favour_given",
    "review": "event_reviewed",
    "report_back": "reported_back",
    "nudge": "note_sent",
    "favour": "favour_given",
    "reconnect": "contacted",
}
_NEVER_PARKED = ("promise", "review", "reread")
_WAITS_LEAST: tuple[ItemKind, ...] = ("report_back", "thanks", "ask_outcome", "nudge", "ask", "favour", "reconnect")
"""What is parked last comes first: who did something for me, or waits for word from me, is not made to wait."""
_TOUCHES = ("thanks", "promise", "report_back", "favour", "ask")


@dataclass(frozen=True, slots=True)
class Digest:
    """The list as one sees it: no more for now than a person can do. Each list has the most urgent first.

    `today` is overdue or due today, `week` due within seven days, `later` after that; `parked` is due by then but too much
    for now; `snoozed`, `done` and `dropped` are out of the way.
    """

    today: tuple[Item, ...] = ()
    week: tuple[Item, ...] = ()
    later: tuple[Item, ...] = ()
    parked: tuple[Item, ...] = ()
    snoozed: tuple[Item, ...] = ()
    done: tuple[Item, ...] = ()
    dropped: tuple[Item, ...] = ()


def checklist(
    entries: Iterable[Entry], *, people: Iterable[Person], events: Iterable[KeptEvent] = (), today: date
) -> tuple[Item, ...]:
    """Every item that follows from the journal, done ones included, the most urgent first.

    `people` gives names and each one's own rhythm, `events` names and last days. People I said "no thanks" to, and those
    no longer kept, give no items; getting in touch by rhythm waits where something else is due that week.
    """
    facts = gather(entries, people, events)
    items = _settle((item for rule in RULES for item in rule(facts, today)), facts.entries, today)
    busy = [i for i in items if i.state == "open" and i.kind in _TOUCHES]
    items += _settle(reconnects(facts, today, busy), facts.entries, today)
    return tuple(sorted(items, key=_urgency))


def digest(items: Iterable[Item], *, today: date, at_once: int = 7) -> Digest:
    """Sort the items for showing: overdue first, at most `at_once` for today and as many for the week, the rest parked.

    What is bound to a day (`_NEVER_PARKED`) is never parked; of the rest, what can wait best is (`_WAITS_LEAST`).
    """
    by_state: dict[ItemState, list[Item]] = {"open": [], "snoozed": [], "done": [], "dropped": []}
    for item in sorted(items, key=_urgency):
        by_state[item.state].append(item)
    in_a_week = today + timedelta(days=7)
    now, too_much_now = _limit([i for i in by_state["open"] if i.due <= today], at_once)
    week, too_much = _limit([i for i in by_state["open"] if today < i.due <= in_a_week], at_once)
    return Digest(
        today=now,
        week=week,
        later=tuple(i for i in by_state["open"] if i.due > in_a_week),
        parked=too_much_now + too_much,
        snoozed=tuple(by_state["snoozed"]),
        done=tuple(by_state["done"]),
        dropped=tuple(by_state["dropped"]),
    )


def _limit(items: list[Item], at_once: int) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items for now and those too many, both in order."""
    room = at_once - sum(i.kind in _NEVER_PARKED for i in items)
    others = sorted((i for i in items if i.kind not in _NEVER_PARKED), key=lambda i: _WAITS_LEAST.index(i.kind))
    parked = {i.key for i in others[max(0, room) :]}
    return tuple(i for i in items if i.key not in parked), tuple(i for i in items if i.key in parked)


def finish(item: Item, *, at: datetime | str | None = None, text: str = "", way: Way | None = None) -> tuple[Entry, ...]:
    """The entries that say an item is done: the tick, and what it means (thanked, promise kept, in touch again...).

    `text` and `way` say what favour was done and how, those of the promise when not told. An earned ask and the answer to
    one are logged with their own words (`ledger.make_ask`, an `ask_outcome`), so they are only ticked. To undo, take back
    every entry returned.
    """
    done = new_entry("item_done", at=at, item=item.key, person=item.person, event=item.event)
    means = _MEANS.get(item.kind)
    if means is None:
        return (done,)
    refers_to = item.about if item.kind in ("promise", "report_back") else None
    words = text or item.words
    entry = new_entry(means, at=done.at, person=item.person, event=item.event, refers_to=refers_to, text=words)
    return done, replace(entry, way=way or item.way or "other") if means == "favour_given" else entry


def snooze(item: Item, until: date, *, at: datetime | str | None = None) -> Entry:
    """The entry that puts an item off until a day."""
    return new_entry("item_snoozed", at=at, item=item.key, person=item.person, event=item.event, due=until.isoformat())


def drop(item: Item, *, reason: str = "", at: datetime | str | None = None) -> Entry:
    """The entry that takes an item off the list for good."""
    return new_entry("item_dropped", at=at, item=item.key, person=item.person, event=item.event, text=reason)


def reopen(item: Item, entries: Iterable[Entry], *, at: datetime | str | None = None) -> tuple[Entry, ...]:
    """The entries that bring an item back that was done, put off or dropped: its last word, and what `finish` logged with it.

    Empty when the item is open, or done because what it asks for was logged by itself: then that entry is to be taken back.
    """
    current = effective(entries)
    said = [e for e in current if e.item == item.key and e.kind in ("item_done", "item_snoozed", "item_dropped")]
    if not said or item.state == "open":
        return ()
    word, means = said[-1], _MEANS.get(item.kind)
    both = [word]
    if word.kind == "item_done":
        same = (e for e in current if (e.kind, e.at, e.person, e.event) == (means, word.at, word.person, word.event))
        both += list(same)[:1]
    return tuple(take_back(e, at=at) for e in both)


def _settle(items: Iterable[Item], entries: Iterable[Entry], today: date) -> list[Item]:
    """Items with what was said about them: the last word counts, and what is done by itself stays done."""
    said = {e.item: e for e in entries if e.item and e.kind in ("item_done", "item_snoozed", "item_dropped")}
    return [_with_word(item, said.get(item.key), today) for item in items]


def _with_word(item: Item, word: Entry | None, today: date) -> Item:
    if item.done_on:
        return replace(item, state="done")
    if word is None:
        return item
    if word.kind == "item_done":
        return replace(item, state="done", done_on=word.day)
    if word.kind == "item_dropped":
        return replace(item, state="dropped")
    until = date.fromisoformat(word.due) if word.due else today
    return replace(item, state="snoozed" if until > today else "open", due=until)


def _urgency(item: Item) -> tuple[date, str, str]:
    return (item.due, item.kind, item.key)
