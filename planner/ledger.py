"""The ledger: favours given, received, promised and declined, per person; and the gate: no ask before three favours.

Everything here is computed from the journal. Balances are private: they say what I have done, never what anybody owes me.
Introducing people to each other is a favour to each of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime

from planner.journal import Entry, Outcome, Way, effective, new_entry

RULE_OF_THREE = 3
"""So many favours to a person come before asking that person for anything (the articles' rule of three)."""


@dataclass(frozen=True, slots=True)
class Balance:
    """What has passed between me and one person. `promised` are my promises still open, the earliest due first."""

    person: str
    given: tuple[Entry, ...] = ()
    received: tuple[Entry, ...] = ()
    promised: tuple[Entry, ...] = ()
    declined: tuple[Entry, ...] = ()

    @property
    def given_by_way(self) -> Mapping[Way, int]:
        """How many favours I did of each of the five ways (and other)."""
        return Counter(e.way or "other" for e in self.given)

    @property
    def received_by_way(self) -> Mapping[Way, int]:
        """How many favours I was done of each way."""
        return Counter(e.way or "other" for e in self.received)

    @property
    def last(self) -> date | None:
        """The day of the latest favour, either way."""
        return max((e.day for e in self.given + self.received), default=None)


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether I have earned the right to ask a person for something: `given` favours of three, `missing` to go.

    `override` is the reason given for asking all the same, None when there was none.
    """

    open: bool
    given: int
    missing: int
    sentence: str
    override: str | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """A request for a referral, an introduction or advice.

    `wanted` is the person or role I want to be introduced to, `company` where; `reason` the business reason,
    `connection` how the person I ask knows them, `in_return` how I can reciprocate.
    """

    wanted: str = ""
    company: str = ""
    reason: str = ""
    connection: str = ""
    in_return: str = ""


@dataclass(frozen=True, slots=True)
class AskMade:
    """An ask that was made and where it stands; `outcome` is None as long as there is no answer."""

    id: str
    person: str
    at: str
    event: str | None
    ask: Ask
    override: str | None = None
    outcome: Outcome | None = None
    outcome_at: str | None = None


class AskNotReady(ValueError):
    """The ask cannot be made: it is not earned yet, or says too little; `problems` are sentences fit to show."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(self.problems))


@dataclass(slots=True)
class _Account:
    given: list[Entry] = field(default_factory=list)
    received: list[Entry] = field(default_factory=list)
    promised: list[Entry] = field(default_factory=list)
    declined: list[Entry] = field(default_factory=list)


def balances(entries: Iterable[Entry]) -> dict[str, Balance]:
    """The balance with everybody who did or was done a favour, was promised one, or declined one."""
    current = effective(entries)
    open_now = {e.id for e in open_promises(current)}
    accounts: dict[str, _Account] = {}
    for entry in current:
        for person in entry.people:
            match entry.kind:
                case "favour_given":
                    accounts.setdefault(person, _Account()).given.append(entry)
                case "favour_received":
                    accounts.setdefault(person, _Account()).received.append(entry)
                case "favour_declined":
                    accounts.setdefault(person, _Account()).declined.append(entry)
                case "favour_promised" if entry.id in open_now:
                    accounts.setdefault(person, _Account()).promised.append(entry)
    return {
        person: Balance(person, tuple(a.given), tuple(a.received), tuple(sorted(a.promised, key=_by_due)), tuple(a.declined))
        for person, a in accounts.items()
    }


def balance(entries: Iterable[Entry], person: str) -> Balance:
    """The balance with one person; empty when there is nothing yet."""
    return balances(entries).get(person, Balance(person))


def open_promises(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """My promises neither kept nor declined, the earliest due first.

    A promise is kept by a `favour_given`, or ended by a `favour_declined`, that refers to it.
    """
    current = effective(entries)
    ended = {e.refers_to for e in current if e.kind in ("favour_given", "favour_declined")}
    return tuple(sorted((e for e in current if e.kind == "favour_promised" and e.id not in ended), key=_by_due))


def _by_due(promise: Entry) -> tuple[str, str]:
    return (promise.due or "9999", promise.at)


def favours_on(entries: Iterable[Entry], day: date) -> tuple[Entry, ...]:
    """The answer to "What social debt have I created today?": the favours given on one day."""
    return tuple(e for e in effective(entries) if e.kind == "favour_given" and e.day == day)


def gate(entries: Iterable[Entry], person: str, *, override: str | None = None) -> Gate:
    """Whether I may ask this person: after three favours, or before when `override` gives a reason."""
    return gate_of(balance(entries, person), override=override)


def gate_of(account: Balance, *, override: str | None = None) -> Gate:
    """The same from a balance that is known already."""
    given = len(account.given)
    missing = max(0, RULE_OF_THREE - given)
    reason = (override or "").strip() or None
    if not missing:
        return Gate(True, given, 0, f"You have done {_favours(given)} for this person: you have earned the right to ask.")
    sentence = f"You have done {_favours(given) if given else 'no favour yet'} for this person; {missing} more before you ask."
    if reason:
        return Gate(True, given, missing, f"{sentence} You decided to ask all the same: {reason}", reason)
    return Gate(False, given, missing, sentence)


def _favours(count: int) -> str:
    return {1: "one favour", 2: "two favours", 3: "three favours"}.get(count, f"{count} favours")


def check_ask(ask: Ask) -> tuple[str, ...]:
    """What an ask still lacks, as sentences fit to show; empty when it pinpoints the introduction."""
    lacking = (
        (ask.wanted, "Name the person or the role you want to be introduced to."),
        (ask.company, "Name the company: an ask without one is too vague to act on."),
        (ask.reason, "Give the business reason: why you want to talk to them."),
        (ask.connection, "Say how the person you ask knows them."),
        (ask.in_return, "Say how you can reciprocate."),
    )
    return tuple(sentence for value, sentence in lacking if not value.strip())


def make_ask(
    entries: Iterable[Entry],
    person: str,
    ask: Ask,
    *,
    override: str | None = None,
    event: str | None = None,
    at: datetime | str | None = None,
) -> Entry:
    """The journal entry of an ask to a person, with the reason for overriding the gate when it was closed.

    Raises `AskNotReady` when the ask lacks something, or is not earned and no reason for asking all the same is given.
    """
    now = gate(entries, person, override=override)
    problems = list(check_ask(ask))
    if not now.open:
        problems.append(f"{now.sentence} Give a reason if you want to ask all the same.")
    if problems:
        raise AskNotReady(problems)
    details = {name: value.strip() for name, value in asdict(ask).items()}
    if now.override:
        details["override"] = now.override
    return new_entry("ask", at=at, person=person, event=event, text=f"{ask.wanted}, {ask.company}", details=details)


def asks(entries: Iterable[Entry]) -> tuple[AskMade, ...]:
    """Every ask made and what came of it, in the order made.

    The latest `ask_outcome` that refers to it counts; an `introduction` that refers to it counts as "introduced".
    """
    current = effective(entries)
    answers: dict[str, Entry] = {}
    for entry in current:
        if entry.refers_to and entry.kind in ("ask_outcome", "introduction"):
            known = answers.get(entry.refers_to)
            if known is None or entry.at >= known.at:
                answers[entry.refers_to] = entry
    return tuple(_ask_made(e, answers.get(e.id)) for e in current if e.kind == "ask" and e.person)


def _ask_made(entry: Entry, answer: Entry | None) -> AskMade:
    outcome: Outcome | None = None
    if answer is not None:
        outcome = "introduced" if answer.kind == "introduction" else (answer.outcome or "nothing")
    return AskMade(
        id=entry.id,
        person=entry.person or "",
        at=entry.at,
        event=entry.event,
        ask=Ask(**{f.name: entry.details.get(f.name, "") for f in fields(Ask)}),
        override=entry.details.get("override"),
        outcome=outcome,
        outcome_at=answer.at if answer else None,
    )
