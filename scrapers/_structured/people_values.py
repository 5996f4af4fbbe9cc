"""People in values of data that are no records of theirs: keys of maps, cells of a row, pairs with where they are from."""

from __future__ import annotations

import re
from typing import Any

from scrapers._found import FoundPerson
from scrapers._language.fields import label_meaning, meanings
from scrapers._language.jobs import job_and_company
from scrapers._language.namelike import looks_like_name
from scrapers._people.affiliation import split_affiliation

_NAME, _TOLD = 0.6, 0.5
_BEHIND_NAME = re.compile(r"\s?[,(|–]")


def names_people(key: str) -> bool:
    """Whether a field is called like what somebody does in a session ("moderator", "panelists", "intervengono")."""
    first = (meanings(key, "session") or label_meaning(key))[:1]
    return any(m.role in ("speakers", "moderators", "hosts") and not m.is_ref for m in first)


def people_in_map(value: dict[str, Any]) -> list[FoundPerson]:
    """The people who are the keys of a map to what they do and where (`{"Ann Archer": "CEO, Acme"}`)."""
    if not value or not all(isinstance(item, str | None) for item in value.values()):
        return []
    if not all(" " in key and looks_like_name(key) >= _NAME for key in value):
        return []
    return [FoundPerson(key, *split_affiliation(item or "")) for key, item in value.items()]


def person_in_cells(value: list[Any]) -> FoundPerson | None:
    """The person of a list that is their name, then what they do and where (`["Ann Archer", "CEO", "Acme"]`)."""
    if not 2 <= len(value) <= 3 or not all(isinstance(cell, str) for cell in value):
        return None
    name, *told = value
    firsts = [_BEHIND_NAME.split(cell, 1)[0] for cell in told]
    if (
        looks_like_name(name) < _NAME
        or any(sign in name for sign in "(,")
        or any(looks_like_name(t) >= _NAME for t in firsts[:1])
    ):
        return None
    if max(max(job_and_company(cell)) for cell in told) < _TOLD:
        return None
    return FoundPerson(name, *(told if len(told) == 2 else split_affiliation(told[0])))


def are_pairs(value: list[Any]) -> bool:
    """Whether a list is one of names, each with where its bearer is from (`[["Ann Archer", "London"], ...]`)."""
    if not value or not all(isinstance(v, list) and len(v) == 2 and all(isinstance(t, str) for t in v) for v in value):
        return False
    return all(looks_like_name(name) >= _NAME and " " in name for name, _ in value)
