"""Where each fact about a person comes from and of which day: kept in one text, `Person.source`, that a person can read.

It is made of parts divided by semicolons: "title, company from agenda of Forum, 2026-11-22" speaks of two facts, a part that
names none ("LinkedIn export of 2026-05-02") of all that no other part names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from planner.people import Person

FACTS: Mapping[str, str] = {
    "name": "name", "title": "job title", "company": "company", "industry": "industry", "email": "e-mail", "phone": "phone",
    "linkedin": "LinkedIn",
}  # fmt: skip
"""The fields of a person that come from somewhere, as shown."""


def _parts(source: str | None) -> list[tuple[tuple[str, ...], str]]:
    """Each part as the fields it names (none: all others) and the source."""
    found = []
    for part in filter(None, (source or "").split("; ")):
        names, separator, origin = part.partition(" from ")
        fields = tuple(names.split(", "))
        named = bool(separator) and all(field in FACTS for field in fields)
        found.append((fields, origin) if named else ((), part))
    return found


def add_source(person: Person, fields: Iterable[str], source: str) -> Person:
    """The person with a newer source for some facts; what was said of these before is dropped."""
    new = tuple(field for field in FACTS if field in set(fields))
    if not new or not source:
        return person
    kept = []
    for old, origin in _parts(person.source):
        left = tuple(field for field in old if field not in new)
        if left or not old:
            kept.append(f"{', '.join(left)} from {origin}" if old else origin)
    return replace(person, source="; ".join([*kept, f"{', '.join(new)} from {source.replace(';', ',')}"]))


def sources_of(person: Person) -> dict[str, str]:
    """The source of every fact that is known, by field; empty where nothing was noted."""
    parts = _parts(person.source)
    others = "; ".join(origin for fields, origin in parts if not fields)
    named = {field: origin for fields, origin in parts for field in fields}
    return {field: named.get(field, others) for field in FACTS if getattr(person, field)}


def say_sources(person: Person) -> str:
    """The facts by their source, for reading: "Name, job title: agenda of Forum, 2026-11-22. E-mail: you, 2026-11-23"."""
    by_source: dict[str, list[str]] = {}
    for field, source in sources_of(person).items():
        by_source.setdefault(source or "not noted", []).append(FACTS[field])
    sentences = (", ".join(words) + f": {source}" for source, words in by_source.items())
    return ". ".join(sentence[:1].upper() + sentence[1:] for sentence in sentences)


def changed_by_me(before: Person, after: Person, today: date) -> Person:
    """What the user made of a person, with the facts they changed marked as theirs."""
    fields = [field for field in FACTS if getattr(before, field) != getattr(after, field)]
    return add_source(after, fields, f"you, {today.isoformat()}")
