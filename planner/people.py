"""People I know or have picked: one entry per person, over all events."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from planner.agenda import Speaker
from planner.naming import fold_company, fold_name

Relation = Literal["colleague", "ex_colleague", "client", "past_client", "friend", "other"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
RELATIONS_IN_WORDS: Mapping[Relation, str] = {
    "colleague": "colleague", "ex_colleague": "former colleague", "client": "client", "past_client": "former client",
    "friend": "friend", "other": "known",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """A contact or a speaker I have picked.

    `relation` is how I know them, None for someone I have not met. `last_contact` and `known_since` are ISO 8601 dates,
    `rhythm_days` how often I want to be in touch (None: the usual rhythm). `source` says where the facts come from
    ("LinkedIn export of 2026-05-02"; see `planner.sources`). `industry` holds what the user told us about their company.
    """

    id: str
    name: str
    title: str | None = None
    company: str | None = None
    industry: str | None = None
    email: str | None = None
    phone: str | None = None
    linkedin: str | None = None
    relation: Relation | None = None
    last_contact: str | None = None
    rhythm_days: int | None = None
    remarks: str | None = None
    source: str | None = None
    known_since: str | None = None


def is_same(person: Person, speaker: Speaker) -> bool:
    """Whether these are surely one person: the same name, and the same company or the same LinkedIn address.

    A name alone is not enough: two people may share it.
    """
    if fold_name(person.name) != fold_name(speaker.name):
        return False
    company, linkedin = fold_company(speaker.company or ""), _address(speaker.links.get("linkedin"))
    same_company = bool(company) and company == fold_company(person.company or "")
    return same_company or (bool(linkedin) and linkedin == _address(person.linkedin))


def complete(person: Person, speaker: Speaker, *, source: str) -> Person:
    """The person with what was unknown filled in from an agenda; what is known already is never overwritten."""
    found = {"title": speaker.title, "company": speaker.company, "linkedin": speaker.links.get("linkedin")}
    new: dict[str, Any] = {name: value for name, value in found.items() if value and not getattr(person, name)}
    if not new:
        return person
    return replace(person, **new, source="; ".join(filter(None, (person.source, f"{', '.join(new)} from {source}"))))


def mark_of(name: str, company: str | None) -> str:
    """A mark by which an erased person is recognised on an agenda, without holding the name."""
    return hashlib.sha256(f"{fold_name(name)}|{fold_company(company or '')}".encode()).hexdigest()


def _address(url: str | None) -> str:
    return (url or "").split("?")[0].split("://")[-1].removeprefix("www.").rstrip("/").casefold()
