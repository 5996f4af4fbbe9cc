"""How a person is kept: the facts the workspace shares in one document, how a member knows them in another."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, replace

from planner._codec import dump, plain, unpack
from planner._database import Conflict
from planner._documents import Document, Documents, chunks
from planner.naming import fold_name
from planner.people import Person

KINDS = ("person", "bond", "alias")
"""The kinds of documents that people are made from."""

_MY_FACTS = (
    "relation",
    "last_contact",
    "known_since",
    "rhythm_days",
    "remarks",
)  # how I know a person: not the workspace's business


def person_rows(person: Person, member: str, *, version: int | None = None) -> list[Document]:
    """What a person is kept as: the facts the workspace shares, and how the member knows them."""
    every = plain(person)
    shared = {name: value for name, value in every.items() if name not in _MY_FACTS}
    mine = {name: value for name, value in every.items() if name in _MY_FACTS}
    bond = dump({"id": person.id} | mine) if mine else ""
    return [
        Document("person", person.id, dump(shared), person=person.id, find=find_by(person.name), version=version),
        Document("bond", person.id, bond, owner=member, person=person.id),
    ]


def find_by(name: str) -> str:
    """What people of this name are looked up by."""
    return fold_name(name)[:255]


def read_person(kept: Documents, person_id: str) -> Person | None:
    """One person, or None; the id of somebody merged into another gives that other."""
    person_id = kept.aliases().get(person_id, person_id)
    found = kept.get("person", person_id)
    bond = kept.get("bond", person_id, owner=kept.member)
    return unpack(Person, found | (bond or {})) if found else None


def read_people(kept: Documents) -> dict[str, Person]:
    """Everybody by id, in the order they were added."""
    everybody, alias = kept.every("person"), kept.aliases()
    bonds = {data["id"]: data for data in kept.every("bond", owner=kept.member)}
    return {data["id"]: unpack(Person, data | bonds.get(data["id"], {})) for data in everybody if data["id"] not in alias}


def reread_people(kept: Documents, known: Mapping[str, Person], changed: Collection[tuple[str, str]]) -> dict[str, Person]:
    """Everybody, when of those `known` only some documents (kind and id) changed: what was read stays."""
    ids = list({key for _, key in changed})
    if any(kind == "alias" for kind, _ in changed) or len(ids) > len(known) // 4:
        return read_people(kept)
    people, alias = dict(known), kept.aliases()
    for some in chunks(ids):
        there = {data["id"]: data for data in kept.some("person", some)}
        bonds = {data["id"]: data for data in kept.some("bond", some, owner=kept.member)}
        for key in some:
            if key in there and key not in alias:
                people[key] = unpack(Person, there[key] | bonds.get(key, {}))
            else:
                people.pop(key, None)
    return people


def merge_facts(before: Person, after: Person, there: Person) -> Person:
    """What is kept of a person, with the facts the user changed since `before`; raises Conflict where both changed one."""
    old, new, kept = asdict(before), asdict(after), asdict(there)
    mine = {name: value for name, value in new.items() if value != old[name]}
    both = [name for name, value in mine.items() if kept[name] not in (old[name], value)]
    if both:
        texts = ("\n".join(f"{name.replace('_', ' ')}: {facts[name] or ''}" for name in both) for facts in (new, kept))
        raise Conflict(what="person", mine=f"{after.name}\n{next(texts)}", theirs=f"{there.name}\n{next(texts)}", version=0)
    return replace(there, **mine)
