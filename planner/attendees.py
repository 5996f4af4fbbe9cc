"""A list of attendees as people of an event without sessions: who is new, who is there already, and who may be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from planner.agenda import Agenda, Speaker
from planner.identity import settle_ids
from planner.matching import Known, company_key, find_known
from planner.naming import fold_name
from planner.people import Person


@dataclass(frozen=True, slots=True)
class Attendees:
    """A list compared with an agenda. `doubts` may be somebody on it under another spelling or company: the user decides."""

    fresh: tuple[Person, ...] = ()
    there: tuple[Person, ...] = ()
    doubts: tuple[Known, ...] = ()


def compare_attendees(agenda: Agenda, attendees: Iterable[Person]) -> Attendees:
    """Who of a list is on the agenda already, surely or perhaps.

    Surely: one name at one company, or where one of the two has none; one LinkedIn address.
    """
    people = [replace(p, id=f"attendee-{number}") for number, p in enumerate(attendees, 1)]
    speakers = {s.id: s for s in agenda.speakers}
    sure: set[str] = set()
    doubts: dict[str, Known] = {}
    for match in find_known(people, agenda.speakers):
        if match.certainty == "sure" or _is_namesake_without_company(match.person, speakers[match.speaker]):
            sure.add(match.person.id)
        else:
            doubts.setdefault(match.person.id, match)
    return Attendees(
        tuple(p for p in people if p.id not in sure and p.id not in doubts),
        tuple(p for p in people if p.id in sure),
        tuple(match for person, match in doubts.items() if person not in sure),
    )


def _is_namesake_without_company(person: Person, speaker: Speaker) -> bool:
    known = company_key(person.company) and company_key(speaker.company)
    return not known and fold_name(person.name) == fold_name(speaker.name)


def add_attendees(agenda: Agenda, people: Iterable[Person]) -> Agenda:
    """The agenda with these as people of the event without sessions."""
    added = tuple(
        Speaker(p.id, p.name, p.title, p.company, links={"linkedin": p.linkedin} if p.linkedin else {}) for p in people
    )
    return settle_ids(replace(agenda, speakers=(*agenda.speakers, *added)), agenda)
