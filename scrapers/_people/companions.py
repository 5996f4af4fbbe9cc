"""People read in the place of another's job or company ("Ann Archer, Bo Berg"), known by where else the source names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scrapers._found import FoundPerson, FoundSession, fold
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._people.pieces import known_given

_LIKELY = 0.5
_JOINT = 5
"""So many letters join two names at most (" and ")."""


def with_companions(sessions: Sequence[FoundSession], people: Sequence[FoundPerson]) -> list[FoundPerson]:
    """The people without jobs and companies that name others of the agenda; in sessions these speak beside them.

    Whom a label introduces there ("Chair: Ann Archer") leads more than this talk and is only taken from the job.
    """
    known = _Known([*people, *(p for s in sessions for p in s.people)])
    for session in sessions:
        there = {fold(p.name) for p in session.people}
        joined = []
        for person in session.people:
            unlabelled = [text for text in (person.title, person.company) if text and not split_role(text)[0]]
            others = [p for text in unlabelled for p in known.named_in(text, person)]
            joined += [_alone(person, known), *(p for p in others if fold(p.name) not in there)]
        session.people = joined
    return [_alone(p, known) for p in people]


class _Known:
    """Who of an agenda is a person beyond doubt: by a likely name of several words, a known given name among them."""

    def __init__(self, people: Sequence[FoundPerson]) -> None:
        several = (p for p in people if " " in p.name and looks_like_name(p.name) > _LIKELY)
        sure = (p for p in several if known_given(split_honours(p.name)[1]) >= 0)
        self._by_name = {fold(p.name): replace(p, title=None, company=None) for p in sure}
        self._ends = {_end_of(name) for name in self._by_name}

    def named_in(self, text: str | None, person: FoundPerson) -> list[FoundPerson]:
        """The known people a text about a person names, where it names others and nothing else."""
        if not text or _end_of(fold(text)) not in self._ends:
            return []
        rest = split_role(text)[1]
        named = [fold(p.name) for p in split_people(rest)]
        whole = len(rest) <= sum(len(name) + _JOINT for name in named)
        others = whole and self._by_name.keys() - {fold(person.name)} >= set(named)
        return [self._by_name[name] for name in named] if others else []


def _end_of(name: str) -> str:
    return " ".join(name.split()[-2:])


def _alone(person: FoundPerson, known: _Known) -> FoundPerson:
    """The person without a job or company that is somebody else."""
    title, company = (None if known.named_in(text, person) else text for text in (person.title, person.company))
    return replace(person, title=title, company=company) if (title, company) != (person.title, person.company) else person
