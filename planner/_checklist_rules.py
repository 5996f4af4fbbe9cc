"""The rules of the checklist: each looks at the journal and makes the items that follow from it.

To add a rule, write a function of the facts and today that yields items, and name it in `RULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from planner._checklist_facts import CONTACTS, ENCOUNTERS, Facts, Item, day_of, last_days
from planner.changes import reread_due
from planner.journal import Entry
from planner.ledger import RULE_OF_THREE, asks, balances
from planner.referrals import introductions, report_back_due

RHYTHM = (21, 61, 182, 365)
"""Days until the next contact: three weeks, two months, six months, then once a year."""

_THANKS_FORGOTTEN = timedelta(days=14)  # after that, thanks for a talk are odd; getting in touch by rhythm takes over
_STALE = timedelta(days=365)
_ONE_EPISODE = timedelta(days=14)  # contacts closer together than this are one step of the rhythm
_NEWS = {
    "meeting": "You met them", "opportunity": "It became an opportunity", "won": "You won the business",
    "lost": "It came to nothing in the end", "declined": "They declined", "nothing": "Nothing came of it",
    "introduced": "They introduced you",
}  # fmt: skip


def _thanks(facts: Facts, today: date) -> Iterable[Item]:
    """Within two days, to everybody met, who did me a favour, or who introduced me to somebody; one for each event."""
    reasons: dict[tuple[str, str], Entry] = {}
    introduced: dict[tuple[str, str], list[str]] = {}
    for entry in facts.entries:
        if entry.kind in (*ENCOUNTERS, "favour_received", "introduction"):
            for person in entry.others if entry.kind == "introduction" else entry.people:
                key = (entry.event or "", person)
                known = reasons.get(key)
                if known is None or entry.kind == "introduction" or (entry.at >= known.at and known.kind != "introduction"):
                    reasons[key] = entry
                if entry.kind == "introduction":
                    introduced.setdefault(key, []).append(facts.name(entry.person))
    for (event, person), entry in reasons.items():
        done = facts.first(person, ("thanked", "contacted"), entry.at)
        late = entry.kind in ENCOUNTERS and today > entry.day + _THANKS_FORGOTTEN
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
    removed = {e.id for e in facts.events.values() if e.removed}
    for event, last in last_days(facts.entries, facts.events.values()).items():
        if today > last and event not in removed:
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
    ends |= {event: date.min for event, kept in facts.events.items() if kept.removed}
    notes: dict[tuple[str, str], list[Entry]] = {}
    for entry in facts.entries:
        if entry.kind == "note_sent" and entry.event:
            for person in entry.people:
                notes.setdefault((entry.event, person), []).append(entry)
    for (event, person), sent in notes.items():
        first = sent[0]
        answered = facts.first(person, ("note_replied", "note_declined", "meeting_booked", *ENCOUNTERS), first.at)
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


def _rereads(facts: Facts, today: date) -> Iterable[Item]:
    """Read the agenda again before the event, once the reading is too old; only where somebody is planning with it."""
    planned = {e.event for e in facts.entries}
    for kept in facts.events.values():
        due = None if kept.removed or kept.id not in planned else reread_due(kept)
        last = day_of(kept.event.end or kept.event.start)
        if due is None or last is None or today > last:
            continue
        read = _say(kept.read_on)
        yield Item(
            key=f"reread:{kept.id}:{kept.read_at}",
            kind="reread",
            what=f"Read the agenda{facts.at(kept.id).replace(' at ', ' of ', 1)} again",
            reason=f"It was read on {read}, and agendas move until the last day: meetings may clash by now.",
            due=due,
            event=kept.id,
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
        if today - last > _STALE:  # after so long one asks how they are before anything else: the rhythm sees to that
            continue
        yield Item(
            key=f"favour:{person}:{given}",
            kind="favour",
            what=f"Do {facts.name(person)} a favour: the {('first', 'second', 'third')[given]} of three",
            reason="You have begun: keep paying it forward." if given else "Give first: what can you do for them?",
            due=last + timedelta(days=14),
            person=person,
            event=next((e.event for e in reversed(facts.by_person[person]) if e.event), None),
            step="give_first",
            outward=f"Do something for {facts.name(person)}",
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
                outward=f"Ask {facts.name(person)} for an introduction",
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
            step="reconnect",  # no answer yet: ask how they are, never twice for the same thing
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
        days = {e.day for e in facts.by_person.get(person, ()) if e.kind in CONTACTS}
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
    _thanks, _promises, _reviews, _reports, _nudges, _rereads, _favours, _asks, _answers,
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
