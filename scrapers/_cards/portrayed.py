"""People a page portrays alone: a name by itself, and below it a text that goes on to tell of the person by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scrapers._found import FoundPerson, fold
from scrapers._html.sections import sections_of
from scrapers._html.slots import Slot, Slots
from scrapers._language.called import holds_given
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._people.labels import split_role
from scrapers._people.names import split_people

_NAME, _MOST_WORDS = 0.6, 6
_LEAST_TOLD, _OPENING = 60, 120
_NEAR = 3


def portrayed(page: Slots) -> Iterator[FoundPerson]:
    """Whoever a line of its own names and the text below it speaks of ("Ann Archer" above "Ann lives in Leeds …")."""
    found = [
        (at, replace(person, bio=bio))
        for at, slot in enumerate(page.slots)
        if (person := _alone(slot)) and (bio := _told_of(person, page, at))
    ]
    for (_, person), section in zip(found, sections_of(page, [(at, at + 1) for at, _ in found]), strict=True):
        if section != "others":
            yield person


def _alone(slot: Slot) -> FoundPerson | None:
    """The only person a line names, where it names nothing else."""
    text = split_role(slot.text)[1] if len(slot.text) < _LEAST_TOLD and not slot.zone else ""
    first = fold(split_honours(text)[1]).split()[:1]
    if not 1 < len(text.split()) <= _MOST_WORDS or looks_like_name(text) < _NAME or not holds_given(first) or text[-1:] == ".":
        return None
    people = split_people(text)
    return people[0] if len(people) == 1 and fold(people[0].name) == fold(text) else None


def _told_of(person: FoundPerson, page: Slots, at: int) -> str:
    """The first long line below a name where it begins with the first or last word of it; empty where it does not."""
    words = fold(split_honours(person.name)[1]).split()
    told = next((s.text for s in page.slots[at + 1 : at + 1 + _NEAR] if len(s.text) >= _LEAST_TOLD), "")
    begins = fold(split_honours(told[:_OPENING])[1]).split()[:1]
    return told if begins in (words[:1], words[-1:]) else ""
