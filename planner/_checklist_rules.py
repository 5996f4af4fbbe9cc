"""The rules of the checklist: each looks at the journal and makes the items that follow from it.

To add a rule, write a function of the facts and today that yields items, and name it in `RULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from planner.journal import Entry, EntryKind, Way, effective
from planner.ledger import RULE_OF_THREE, asks, balances
from planner.people import Person
from planner.records import KeptEvent
from planner.referrals import introductions, report_back_due

ItemKind = Literal["thanks", "promise", "review", "report_back", "nudge", "favour", "ask", "ask_outcome", "reconnect"]
ItemState = Literal["open", "snoozed", "done", "dropped"]

RHYTHM = (21, 61, 182, 365)
"""Days until the next contact: three weeks, two months, six months, then once a year."""

_ENCOUNTERS: tuple[EntryKind, ...] = ("met", "meeting_held")
_CONTACTS: tuple[EntryKind, ...] = (
    *_ENCOUNTERS, "contacted", "thanked", "reported_back", "note_replied", "favour_given", "favour_received",
    "introduction", "ask",
)  # fmt: skip
_DECISIONS = ("accepted", "not_now", "no_thanks", "met_before", "undecided")
_THANKS_FORGOTTEN = timedelta(days=14)  # after that, thanks for a talk are odd; getting in touch by rhythm takes over
_ONE_EPISODE = timedelta(days=14)  # contacts closer together than this are one step of the rhythm
_NEWS = {
    "meeting": "You met them", "opportunity": "It became an opportunity", "won": "You won the business",
    "lost": "It came to nothing in the end", "declined": "They declined", "nothing": "Nothing came of it",
    "introduced": "They introduced you",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do. `what` says it, `reason` why, `due` by when; `step` names the note to draft, None when there is none.

    `about` is the entry it comes from (the promise, the ask, the introduction); of a promise `way` and `words` are its own.
    `done_on` is the day it was done, by a tick or because what it asks for was logged.
    """

    key: str
    kind: ItemKind
    what: str
    reason: str
    due: date
    person: str | None = None
    event: str | None = None
    step: str | None = None
    about: str | None = None
    way: Way | None = None
    words: str = ""
    done_on: date | None = None
    state: ItemState = "open"

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been done before today."""
        return self.state == "open" and self.due < today


@dataclass(slots=True)
class Facts:
    """What the rules look at, worked out once."""

    entries: tuple[Entry, ...]
    people: Mapping[str, Person]
    events: Mapping[str, KeptEvent]
    by_person: dict[str, list[Entry]] = field(default_factory=dict)
    declined: frozenset[str] = frozenset()

    def name(self, person: str | None) -> str:
        """What to call somebody."""
        known = self.people.get(person or "")
        return known.name if known else "somebody"

    def at(self, event: str | None) -> str:
        """Where it happened, as words to append."""
        known = self.events.get(event or "")
        return f" at {known.event.name}" if known and known.event.name else ""

    def is_open_to(self, person: str) -> bool:
        """Whether we keep up with this person: still known (not erased), and not turned down."""
        return person in self.people and person not in self.declined

    def first(self, person: str, kinds: tuple[EntryKind, ...], since: str, *, about: str | None = None) -> date | None:
        """The first day from a moment on when something of these kinds was logged with a person."""
        after = (
            e.day
            for e in self.by_person.get(person, ())
            if e.kind in kinds and e.at >= since and (about is None or e.refers_to in (None, about))
        )
        return min(after, default=None)

    def last_contact(self, person: str) -> date | None:
        """The last day anything passed between us, as far as the journal knows."""
        return max((e.day for e in self.by_person.get(person, ()) if e.kind in _CONTACTS), default=None)


def gather(entries: Iterable[Entry], people: Iterable[Person], events: Iterable[KeptEvent]) -> Facts:
    """Work out what the rules look at."""
    facts = Facts(effective(entries), {p.id: p for p in people}, {e.id: e for e in events})
    decided: dict[str, str] = {}
    for entry in facts.entries:
        for person in entry.people:
            facts.by_person.setdefault(person, []).append(entry)
        if entry.kind in _DECISIONS and entry.person:
            decided[entry.person] = entry.kind
    facts.declined = frozenset(person for person, word in decided.items() if word == "no_thanks")
    return facts


def last_days(entries: Iterable[Entry], events: Iterable[KeptEvent]) -> dict[str, date]:
    """The last day of each event something was logged about: as its agenda says, else the last day something happened there."""
    current = effective(entries)
    touched = {e.event for e in current}
    found: dict[str, date] = {}
    for entry in current:
        if entry.event and entry.kind in (*_ENCOUNTERS, "session_stayed", "networking_attended", "introduction"):
            found[entry.event] = max(found.get(entry.event, entry.day), entry.day)
    for kept in events:
        last = day_of(kept.event.end or kept.event.start)
        if kept.id in touched and last:
            found[kept.id] = last
    return found


def day_of(text: str | None) -> date | None:
    """The day of an ISO 8601 date or time, None when there is none."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _thanks(facts: Facts, today: date) -> Iterable[Item]:
    """Within two days, to everybody met, who did me a favour, or who introduced me to somebody; one for each event."""
    reasons: dict[tuple[str, str], Entry] = {}
    introduced: dict[tuple[str, str], list[str]] = {}
    for entry in facts.entries:
        if entry.kind in (*_ENCOUNTERS, "favour_received", "introduction"):
            for person in entry.others if entry.kind == "introduction" else entry.people:
                key = (entry.event or "", person)
                known = reasons.get(key)
                if known is None or entry.kind == "introduction" or (entry.at >= known.at and known.kind != "introduction"):
                    reasons[key] = entry
                if entry.kind == "introduction":
                    introduced.setdefault(key, []).append(facts.name(entry.person))
    for (event, person), entry in reasons.items():
        done = facts.first(person, ("thanked", "contacted"), entry.at)
        late = entry.kind in _ENCOUNTERS and today > entry.day + _THANKS_FORGOTTEN
        if not facts.is_open_to(person) or (late and done is None):
            continue
        why = {
            "favour_received": "They did you a favour",
            "introduction": f"They introduced you to {_join(introduced.get((event, person), []))}",
        }
        yield Item(
            key=f"thanks:{event}:{person}",
            kind="thanks",
            what=f"Thank {facts.name(person)} personally",
            reason=f"{why.get(entry.kind, 'You met')}{facts.at(event)} on {_say(entry.day)}: say thanks within two days.",
            due=entry.day + timedelta(days=2),
            person=person,
            event=event or None,
            step="thanks",
            about=entry.id,
            done_on=done,
        )


def _promises(facts: Facts, today: date) -> Iterable[Item]:
    """Every promise by its date, or within a week when none was named."""
    ended = {e.refers_to: e.day for e in facts.entries if e.kind in ("favour_given", "favour_declined") and e.refers_to}
    for promise in facts.entries:
        if promise.kind == "favour_promised":
            words = f": {promise.text}" if promise.text else ""
            yield Item(
                key=f"promise:{promise.id}",
                kind="promise",
                what=f"Keep your promise to {facts.name(promise.person)}{words}",
                reason=f"You promised it on {_say(promise.day)}{facts.at(promise.event)}.",
                due=day_of(promise.due) or promise.day + timedelta(days=7),
                person=promise.person,
                event=promise.event,
                step="keep_promise",
                about=promise.id,
                way=promise.way,
                words=promise.text,
                done_on=ended.get(promise.id),
            )


def _reviews(facts: Facts, today: date) -> Iterable[Item]:
    """Within a week after each event: was it worth it?"""
    reviewed = {e.event: e.day for e in facts.entries if e.kind == "event_reviewed"}
    for event, last in last_days(facts.entries, facts.events.values()).items():
        if today > last:
            yield Item(
                key=f"review:{event}",
                kind="review",
                what=f"Review {facts.at(event).removeprefix(' at ') or 'the event'}: was it worth it?",
                reason=f"It ended on {_say(last)}. The scorecard answers with figures.",
                due=last + timedelta(days=7),
                event=event,
                done_on=reviewed.get(event),
            )


def _reports(facts: Facts, today: date) -> Iterable[Item]:
    """Tell the person who made an introduction when something came of it, and say thanks."""
    untold = {(due.introduction.id, due.source) for due in report_back_due(facts.entries)}
    for intro in introductions(facts.entries):
        change = intro.changes[-1]
        when = datetime.fromisoformat(change.at).date()
        for source in intro.sources if change.state != "introduced" else ():
            told = facts.first(source, ("reported_back",), change.at, about=intro.id)
            if facts.is_open_to(source):
                yield Item(
                    key=f"report:{intro.id}:{source}:{change.entry}",
                    kind="report_back",
                    what=f"Tell {facts.name(source)} what came of meeting {facts.name(intro.person)}, and say thanks",
                    reason=f"{_NEWS[change.state]} on {_say(when)}.",
                    due=when + timedelta(days=2),
                    person=source,
                    event=intro.event,
                    step="report_back",
                    about=intro.id,
                    done_on=None if (intro.id, source) in untold else told,
                )


def _nudges(facts: Facts, today: date) -> Iterable[Item]:
    """One nudge, three days after a first note without an answer, as long as the event is not over."""
    ends = {event: day for event, kept in facts.events.items() if (day := day_of(kept.event.end or kept.event.start))}
    notes: dict[tuple[str, str], list[Entry]] = {}
    for entry in facts.entries:
        if entry.kind == "note_sent" and entry.event:
            for person in entry.people:
                notes.setdefault((entry.event, person), []).append(entry)
    for (event, person), sent in notes.items():
        first = sent[0]
        answered = facts.first(person, ("note_replied", "note_declined", "meeting_booked", *_ENCOUNTERS), first.at)
        if answered or not facts.is_open_to(person) or today > ends.get(event, today):
            continue
        yield Item(
            key=f"nudge:{event}:{person}",
            kind="nudge",
            what=f"Nudge {facts.name(person)} once, kindly",
            reason=f"No answer to your note of {_say(first.day)} yet. One nudge is enough.",
            due=first.day + timedelta(days=3),
            person=person,
            event=event,
            step="nudge",
            about=first.id,
            done_on=sent[1].day if len(sent) > 1 else None,
        )


def _favours(facts: Facts, today: date) -> Iterable[Item]:
    """The next favour for everybody I have begun with and done fewer than three, two weeks after the last contact."""
    accounts = balances(facts.entries)
    for person in facts.by_person:
        last, account = facts.last_contact(person), accounts.get(person)
        given = len(account.given) if account else 0
        promised = bool(account and account.promised)
        if last is None or promised or given >= RULE_OF_THREE or not facts.is_open_to(person):
            continue
        yield Item(
            key=f"favour:{person}:{given}",
            kind="favour",
            what=f"Do {facts.name(person)} a favour: the {('first', 'second', 'third')[given]} of three",
            reason="You have begun: keep paying it forward." if given else "Give first: what can you do for them?",
            due=last + timedelta(days=14),
            person=person,
        )


def _asks(facts: Facts, today: date) -> Iterable[Item]:
    """An ask that is earned: one for every three favours."""
    made = [ask.person for ask in asks(facts.entries)]
    for person, account in balances(facts.entries).items():
        given = len(account.given)
        earned = given // RULE_OF_THREE
        if earned > made.count(person) and facts.is_open_to(person):
            yield Item(
                key=f"ask:{person}:{earned}",
                kind="ask",
                what=f"You may ask {facts.name(person)} for an introduction now",
                reason=f"You have done {given} favours for them. Name whom you want to meet, why, and what you give back.",
                due=sorted(e.day for e in account.given)[earned * RULE_OF_THREE - 1] + timedelta(days=7),
                person=person,
                step="ask",
            )


def _answers(facts: Facts, today: date) -> Iterable[Item]:
    """What came of an ask, two weeks later."""
    for ask in asks(facts.entries):
        asked = datetime.fromisoformat(ask.at).date()
        yield Item(
            key=f"answer:{ask.id}",
            kind="ask_outcome",
            what=f"Note what came of your ask to {facts.name(ask.person)}",
            reason=f"You asked on {_say(asked)} and no answer is logged.",
            due=asked + timedelta(days=14),
            person=ask.person,
            event=ask.event,
            about=ask.id,
            done_on=day_of(ask.outcome_at),
        )


def reconnects(facts: Facts, today: date, busy: Iterable[Item]) -> Iterable[Item]:
    """Keep in touch by rhythm, counted from the last contact, unless a `busy` item brings us together that week anyway.

    That is for people in the journal, and for those I gave a rhythm of their own.
    """
    soon: dict[str | None, list[date]] = {}
    for item in busy:
        soon.setdefault(item.person, []).append(max(item.due, today))
    wished = {p.id for p in facts.people.values() if p.rhythm_days}
    for person in dict.fromkeys((*facts.by_person, *wished)):
        known = facts.people.get(person)
        days = {e.day for e in facts.by_person.get(person, ()) if e.kind in _CONTACTS}
        if known is None or not (days or person in wished) or not facts.is_open_to(person):
            continue
        every = sorted(days | ({day} if (day := day_of(known.last_contact)) else set()))
        if not every:
            continue
        interval = known.rhythm_days or RHYTHM[min(_episodes(every), len(RHYTHM)) - 1]
        due = every[-1] + timedelta(days=interval)
        if any(abs((day - max(due, today)).days) <= 7 for day in soon.get(person, ())):
            continue
        span = {21: "three weeks", 61: "two months", 182: "six months", 365: "a year"}.get(interval, f"{interval} days")
        yield Item(
            key=f"reconnect:{person}:{every[-1]}",
            kind="reconnect",
            what=f"Get in touch with {known.name}: ask how they are, ask for nothing",
            reason=f"Last contact on {_say(every[-1])}; the rhythm with them is {span}.",
            due=due,
            person=person,
            step="reconnect",
        )


RULES: tuple[Callable[[Facts, date], Iterable[Item]], ...] = (
    _thanks, _promises, _reviews, _reports, _nudges, _favours, _asks, _answers,
)  # fmt: skip


def _episodes(days: list[date]) -> int:
    """How many separate times we were in touch: contacts within two weeks are one."""
    count, last = 1, days[0]
    for day in days[1:]:
        if day - last >= _ONE_EPISODE:
            count, last = count + 1, day
    return count


def _join(names: list[str]) -> str:
    """Names as one says them, the first three."""
    if len(names) > 3:
        names = [*names[:3], "others"]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))


def _say(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
