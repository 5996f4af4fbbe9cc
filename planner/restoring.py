"""Our own exports read back: what of a ledger, referrals or contacts file is not here yet, shown first and then kept.

Every row carries a reference (`planner._references`), so that reading a file twice, or into the very journal it came from,
changes nothing. What was taken back here since stays taken back. A row written by hand, without a reference, gets an id made
of its words.
"""

from __future__ import annotations

import re
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from planner._codec import dump
from planner._documents import Document, Documents, utc_now
from planner._references import COLUMN, read_reference
from planner._rows import Rows, decode_text, read_sheets
from planner.contacts import read_contacts
from planner.exports import CAN_INTRODUCE, CHECKLIST_HEADER, LEDGER_HEADER, LEDGER_WORDS, REFERRALS_HEADER, WAYS_IN_WORDS
from planner.journal import OUTCOMES, Entry, Outcome
from planner.merging import Update, merge_contacts
from planner.naming import fold_name
from planner.people import Person
from planner.referrals import introductions
from planner.storage import Store

_KINDS = {words: kind for kind, words in LEDGER_WORDS.items()}
_WAYS = {words: way for way, words in WAYS_IN_WORDS.items()}
_STEP = re.compile(r"(\d{4}-\d\d-\d\d) ([a-z]+)(?:: (.*))?")
_MOST_PROBLEMS = 20

Named = tuple[str | None, str]  # somebody or some event in a row: the id, where the row has one, and the name


@dataclass(frozen=True, slots=True)
class Restoration:
    """What keeping a file would change: people `added` and `updated`, `entries` to write, and the names of `events` not here.

    `there` counts the entries that are here already; `problems` are sentences on rows that cannot be read.
    """

    added: tuple[Person, ...] = ()
    updated: tuple[Update, ...] = ()
    entries: tuple[Entry, ...] = ()
    events: Mapping[str, str] = field(default_factory=dict)
    there: int = 0
    problems: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not (self.added or self.updated or self.entries)


def read_export(store: Store, data: bytes) -> Restoration:
    """What of one of our own exports (CSV, XLSX, vCard) is not in the store yet; nothing is kept before `restore`.

    Raises ValueError with a sentence fit to show when the file is none of them.
    """
    reader = _Reader(store)
    if decode_text(data[:40]).lstrip(" \r\n").upper().startswith("BEGIN:VCARD"):
        reader.read_people(data)
        return reader.result()
    sheets = [_with_header(rows) for rows in read_sheets(data, _judge)]
    if any(set(CHECKLIST_HEADER) <= set(sheet.header) for sheet in sheets):
        raise ValueError("This is a checklist. It makes itself from what was logged, so there is nothing to put back from it.")
    ledgers = [sheet for sheet in sheets if set(LEDGER_HEADER[:5]) <= set(sheet.header)]
    referrals = [sheet for sheet in sheets if set(REFERRALS_HEADER[:6]) <= set(sheet.header)]
    has_people = any({"Name", COLUMN} <= set(sheet.header) for sheet in sheets)
    if not (ledgers or referrals or has_people):
        raise ValueError(
            "This is no ledger, referrals or contacts file of this program. Contacts of other programs go to My network."
        )
    if has_people:
        reader.read_people(data)
    for sheet in ledgers:
        reader.read_ledger(sheet)
    for sheet in referrals:
        reader.read_referrals(sheet)
    return reader.result()


def restore(store: Store, found: Restoration) -> None:
    """Keep what a file holds, all of it or nothing; doing it twice changes nothing."""
    people = [*found.added, *(update.after for update in found.updated)]
    rows = [row for person in people for row in store.rows_of(person)]
    now = utc_now()

    def work(docs: Documents) -> None:
        for event, name in found.events.items():
            if docs.get("event", event) is None:  # as a removed event is kept: what happened there goes by its name
                body = {"id": event, "source": "", "event": {"name": name}, "added_at": now, "read_at": now, "removed_at": now}
                docs.write(Document("event", event, dump(body), event=event))
        docs.write(*rows)
        docs.add(found.entries)

    store.write(work)


# ---------------------------------------------------------------------- rows


class _Row(NamedTuple):
    """One row: its number in the file, its cells by heading, and what its reference holds."""

    number: int
    cells: Mapping[str, str]
    reference: Mapping[str, Sequence[str]]

    def get(self, heading: str) -> str:
        return self.cells.get(heading, "")

    def ids(self, name: str) -> Sequence[str]:
        return self.reference.get(name, ())

    def id(self, name: str) -> str | None:
        return next(iter(self.ids(name)), None)

    def own(self, headings: Sequence[str]) -> str:
        """The id of the entry: of the reference, else made of the words."""
        return self.id("entry") or _made_id(*map(self.get, headings))

    @property
    def event(self) -> Named:
        return self.id("event"), self.get("Event")


class _Sheet(NamedTuple):
    header: tuple[str, ...]
    rows: tuple[_Row, ...]


def _judge(rows: Rows) -> int:
    known = {*LEDGER_HEADER, *REFERRALS_HEADER, "Name"}
    return max((len(known & set(row)) for row in rows[:1]), default=0)


def _with_header(rows: Rows) -> _Sheet:
    header = tuple(rows[0]) if rows else ()
    cells = [(number, dict(zip(header, row, strict=False))) for number, row in enumerate(rows[1:], 2) if any(row)]
    return _Sheet(header, tuple(_Row(number, row, read_reference(row.get(COLUMN, ""))) for number, row in cells))


def _made_id(*words: object) -> str:
    """An id made of what is said: the same words give the same id."""
    return uuid.uuid5(uuid.NAMESPACE_OID, "/".join(map(str, words))).hex


class _Reader:
    """Reads the tables of one file, against what is in the store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.journal = store.entries()
        self.known = {e.id for e in self.journal}
        self.said = {(e.kind, e.day, e.text.strip(), e.people) for e in self.journal}
        self.told = {(intro.id, change.state) for intro in introductions(self.journal) for change in intro.changes}
        self.people = {p.id: p for p in store.people()}
        self.events = {e.id: e.event.name or e.source for e in store.events(removed=True)}
        self.added: dict[str, Person] = {}
        self.updated: dict[str, Update] = {}
        self.entries: dict[str, Entry] = {}
        self.missing: dict[str, str] = {}
        self.there = 0
        self.problems: list[str] = []

    def result(self) -> Restoration:
        """What was found."""
        more = len(self.problems) - _MOST_PROBLEMS
        problems = [*self.problems[:_MOST_PROBLEMS], *([f"{more} more rows have such problems."] if more > 0 else [])]
        return Restoration(
            tuple(self.added.values()), tuple(self.updated.values()), tuple(self.entries.values()), self.missing, self.there,
            tuple(problems),
        )  # fmt: skip

    def read_people(self, data: bytes) -> None:
        """People as exported: known ones with their news, new ones under the id they had. Likely doubles stay two people."""
        found = read_contacts(data)
        self.problems += found.problems
        merge = merge_contacts(self.people.values(), found.people)
        self.added = {p.id: p for p in (*merge.added, *(doubt.imported for doubt in merge.doubts))}
        self.updated = {u.before.id: u for u in merge.updated}
        self.people |= self.added | {u.before.id: u.after for u in merge.updated}

    def read_ledger(self, sheet: _Sheet) -> None:
        """Favours, a row for each person: the rows of one entry make one again."""
        groups: dict[str, list[_Row]] = defaultdict(list)
        for row in sheet.rows:
            groups[row.own(LEDGER_HEADER[:-1])].append(row)
        for entry, rows in groups.items():
            row, people = rows[0], [(r.id("person"), r.get("Person")) for r in rows]
            kind = _KINDS.get(row.get("Favour").casefold())
            if kind is None:
                self.problems.append(f"Row {row.number} of the ledger does not say which kind of favour it was.")
                continue
            what = {
                "kind": kind, "at": row.get("Date"), "text": row.get("What"), "way": _WAYS.get(row.get("Way").casefold()),
                "due": row.get("Due") or None, "proof": row.get("Proof") or None, "refers_to": row.id("keeps"),
            }  # fmt: skip
            self._take(entry, row, what, people[0], people[1:])

    def read_referrals(self, sheet: _Sheet) -> None:
        """Introductions with what came of each, and who could introduce me."""
        for row in sheet.rows:
            entry = row.own(REFERRALS_HEADER[:5])
            by = _pair(row.ids("other"), [name.strip() for name in row.get("By").split(",")])
            what: dict[str, Any] = {"at": row.get("Date"), "text": row.get("Context")}
            if row.get("State") == CAN_INTRODUCE:
                self._take(entry, row, what | {"kind": "source_found"}, by[0] if by else (None, ""), ())
                continue
            person, worth, steps = (row.id("person"), row.get("Introduced to")), _worth(row), list(_steps(row, entry))
            what |= {"kind": "introduction", "refers_to": row.id("ask"), **({} if steps else worth)}
            is_new = self._take(entry, row, what, person, by)
            for step in steps:
                told = {"kind": "introduction_outcome", "at": step.at, "text": step.text, "outcome": step.outcome,
                        "refers_to": entry, **(worth if step is steps[-1] else {})}  # fmt: skip
                if is_new or (entry, step.outcome) not in self.told:
                    self._take(step.id, row, told, person, ())

    def _take(self, entry: str, row: _Row, what: Mapping[str, Any], person: Named, others: Sequence[Named]) -> bool:
        """Take one entry, when it is not here yet; a row that cannot be one is named."""
        if entry in self.known:
            self.there += 1
            return False
        ids = [found for one in others if (found := self._person(*one))]
        try:
            made = Entry(id=entry, person=self._person(*person), others=tuple(ids), event=self._event(*row.event), **what)
        except (ValueError, TypeError) as problem:
            self.problems.append(f"Row {row.number}: {problem}")
            return False
        if not row.reference and (made.kind, made.day, made.text.strip(), made.people) in self.said:
            self.there += 1
            return False
        self.entries[entry] = made
        self.known.add(entry)
        return True

    def _person(self, person_id: str | None, name: str) -> str | None:
        """The id to keep somebody by who is named in a row; somebody new is added."""
        if person_id in self.people:
            return person_id
        merged = self.store.person(person_id) if person_id else None  # into somebody else, since
        same = [p.id for p in self.people.values() if name and fold_name(p.name) == fold_name(name)]
        if merged or len(same) == 1 or not name:
            return merged.id if merged else next(iter(same), None)
        new = Person(person_id or _made_id("person", fold_name(name)), name, source="put back from an export")
        self.added[new.id] = self.people[new.id] = new
        return new.id

    def _event(self, event_id: str | None, name: str) -> str | None:
        """The id of an event named in a row; one that is not here is kept by its name."""
        same = [i for i, known in self.events.items() if name and known == name]
        if event_id in self.events or not name:
            return event_id
        if len(same) == 1:
            return same[0]
        found = event_id or _made_id("event", name)
        self.missing[found] = self.events[found] = name
        return found


class _Step(NamedTuple):
    id: str
    outcome: Outcome
    at: str
    text: str


def _steps(row: _Row, introduction: str) -> Iterator[_Step]:
    """What came of an introduction, step by step. One that was told by a meeting gets an id of its own."""
    ids = row.ids("step")
    for number, line in enumerate(filter(None, map(str.strip, row.get("What came of it").splitlines()))):
        said = _STEP.fullmatch(line)
        outcome = next((o for o in OUTCOMES if said and o == said[2]), None)
        if said and outcome:
            own = ids[number] if number < len(ids) and ids[number] != "-" else _made_id(introduction, said[1], outcome)
            yield _Step(own, outcome, said[1], said[3] or "")


def _pair(ids: Sequence[str], names: Iterable[str]) -> list[Named]:
    """The people of one cell by id and name; where the two do not go together, by one of them."""
    every = [name for name in names if name]
    if len(ids) == len(every):
        return list(zip(ids, every, strict=True))
    return [(i, "") for i in ids] if ids else [(None, name) for name in every]


def _worth(row: _Row) -> dict[str, Any]:
    try:
        return {"value": float(row.get("Value")), "currency": row.get("Currency") or None}
    except ValueError:
        return {}
