"""Importing contacts again and again: known people are updated, new ones added, and likely doubles asked about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from rapidfuzz import fuzz, process

from planner.identity import fold_link
from planner.matching import NEARLY, company_key, near_names
from planner.naming import fold_company, fold_name, loosen_name
from planner.people import Person
from planner.sources import FACTS, add_source

_CROWD = 2_000  # colleagues in one company, beyond whom near names are not looked for: it would take too long
_RELATED = 55  # of 100: names less alike, under one address, may be two people who share it

_FOLLOW_FILE = ("title", "company", "email", "phone", "linkedin")  # facts that change: the newer file is right
_KEEP_MINE = ("remarks", "relation", "industry", "rhythm_days")  # what the user said: the file only fills gaps


@dataclass(frozen=True, slots=True)
class Update:
    """A person known before, and with what the file adds or changes."""

    before: Person
    after: Person

    @property
    def changes(self) -> tuple[str, ...]:
        """The names of the fields that differ."""
        names = ("name", *_FOLLOW_FILE, *_KEEP_MINE, "last_contact", "known_since")
        return tuple(name for name in names if getattr(self.before, name) != getattr(self.after, name))


@dataclass(frozen=True, slots=True)
class Doubt:
    """An imported person who may be somebody known: the user decides, nothing is merged before."""

    imported: Person
    known: Person
    why: str


@dataclass(frozen=True, slots=True)
class Merge:
    """What an import would change. `added` and the `after` of `updated` are to be saved; `doubts` wait for a decision.

    A doubt is settled by saving `merge_person(known, imported)` when they are one, or `imported` as it is when they are two;
    the next import then finds each of them.
    """

    added: tuple[Person, ...]
    updated: tuple[Update, ...]
    unchanged: tuple[Person, ...]
    doubts: tuple[Doubt, ...]


def merge_contacts(known: Iterable[Person], imported: Iterable[Person]) -> Merge:
    """Compare imported people with those known, and with each other.

    Surely the same: one LinkedIn or e-mail address and names that are alike; one name at one company, unless their
    LinkedIn addresses differ. A likeness short of that is a doubt. People keep their ids, relations, remarks and rhythm;
    job, company and addresses follow the file; the last contact only moves forward.
    """
    book = _Book()
    before: dict[str, Person] = {}
    for person in known:
        before[person.id] = person
        book.add(person)
    fresh: dict[str, None] = {}
    touched: dict[str, None] = {}
    doubts: list[Doubt] = []
    for person in imported:
        if (same := book.find(person)) is not None:
            book.replace(merge_person(same, person))
            touched[same.id] = None
        elif (doubt := book.doubt(person)) is not None:
            doubts.append(doubt)
        else:
            book.add(person)
            fresh[person.id] = None
    updates = [Update(before[i], book.people[i]) for i in touched if i in before]
    return Merge(
        added=tuple(book.people[i] for i in fresh),
        updated=tuple(u for u in updates if u.changes),
        unchanged=tuple(u.before for u in updates if not u.changes),
        doubts=tuple(doubts),
    )


def merge_person(known: Person, imported: Person) -> Person:
    """The known person with what the file says: same id, newer facts, the user's own words kept."""
    values: dict[str, Any] = {name: getattr(imported, name) or getattr(known, name) for name in _FOLLOW_FILE}
    values |= {name: getattr(known, name) or getattr(imported, name) for name in _KEEP_MINE}
    if known.company and imported.company and fold_company(known.company) != fold_company(imported.company):
        values["industry"] = imported.industry  # what was said about the former company does not hold for the new one
    values["last_contact"] = max(filter(None, (known.last_contact, imported.last_contact)), default=None)
    values["known_since"] = min(filter(None, (known.known_since, imported.known_since)), default=None)
    renamed = fold_link(known.linkedin) and fold_link(known.linkedin) == fold_link(imported.linkedin)
    if renamed and loosen_name(fold_name(known.name)) != loosen_name(fold_name(imported.name)):
        values["name"] = imported.name
    merged = replace(known, **values)
    fresh = [field for field in FACTS if getattr(merged, field) not in (None, getattr(known, field))]
    return add_source(merged, fresh, imported.source or "")


@dataclass(slots=True)
class _Book:
    """People by everything they are found again by."""

    people: dict[str, Person] = field(default_factory=dict)
    by_link: dict[str, str] = field(default_factory=dict)
    by_email: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    at_company: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))  # id -> name
    by_word: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))  # company and word of a name

    def add(self, person: Person) -> None:
        self.people[person.id] = person
        name = _name(person)
        if person.id not in self.by_name[name]:
            self.by_name[name].append(person.id)
        if link := fold_link(person.linkedin):
            self.by_link.setdefault(link, person.id)
        if person.email:
            self.by_email.setdefault(person.email.casefold(), person.id)
        if company := company_key(person.company):
            self.at_company[company][person.id] = name
            for word in name.split():
                self.by_word[company, word].append(person.id)

    replace = add  # the old keys stay valid: a person is also found by what was true before

    def find(self, person: Person) -> Person | None:
        """The one surely the same; a person of our own export is known by their id."""
        if person.id in self.people:
            return self.people[person.id]
        link = fold_link(person.linkedin)
        if link and (key := self.by_link.get(link)):
            there = self.people[key]
            return there if fuzz.ratio(_name(person), _name(there)) >= _RELATED else None
        if person.email and (key := self.by_email.get(person.email.casefold())):
            there = self.people[key]
            if fuzz.ratio(_name(person), _name(there)) >= _RELATED and not _other_links(person, there):
                return there
        company = company_key(person.company)
        near = [self.people[key] for key in self.by_name.get(_name(person), [])]
        same = [p for p in near if company_key(p.company) == company and not _other_links(person, p)]
        sure = [
            p
            for p in same
            if company or (p.email == person.email and p.linkedin == person.linkedin and p.phone == person.phone)
        ]
        return sure[0] if len(sure) == 1 else None

    def doubt(self, person: Person) -> Doubt | None:
        """Somebody who may be the same, and why it looks so."""
        if key := self.by_link.get(fold_link(person.linkedin) or ""):
            return Doubt(person, self.people[key], "Both have the same LinkedIn address, under different names.")
        key = self.by_email.get((person.email or "").casefold())
        if key and not _other_links(person, self.people[key]):
            return Doubt(person, self.people[key], f"Both have the address {person.email}, under different names.")
        for key in self.by_name.get(_name(person), []):
            there = self.people[key]
            if not _other_links(person, there):
                return Doubt(person, there, _say_companies(person, there))
        names = self.at_company.get(company_key(person.company), {})
        if len(names) > _CROWD:
            return None
        found = process.extract(_name(person), names, scorer=fuzz.ratio, score_cutoff=NEARLY, limit=3)
        alike = [key for _, _, key in found] or self._near_in_words(person)
        for key in alike:
            if not _other_links(person, self.people[key]):
                return Doubt(person, self.people[key], f"Nearly the same name at {person.company}.")
        return None

    def _near_in_words(self, person: Person) -> list[str]:
        """Colleagues with a family name more or less, or an initial instead of a given name."""
        name, company = _name(person), company_key(person.company)
        some = dict.fromkeys(key for word in name.split() for key in self.by_word.get((company, word), ()))
        return [key for key in some if near_names(name, _name(self.people[key])) >= NEARLY]


def _name(person: Person) -> str:
    return loosen_name(fold_name(person.name))


def _other_links(one: Person, other: Person) -> bool:
    """Whether two LinkedIn addresses show that these are two people."""
    a, b = fold_link(one.linkedin), fold_link(other.linkedin)
    return bool(a and b and a != b)


def _say_companies(imported: Person, known: Person) -> str:
    if imported.company and known.company:
        return f"The same name; one at {known.company}, the other at {imported.company}."
    if imported.company or known.company:
        return "The same name; only one of the two has a company."
    return "The same name, and nothing else to tell them apart."
