"""The programme in another language: the same people at the same times under other titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.agenda import Agenda, clock_of
from scrapers._found import fold
from scrapers._merge import person_key

_LEAST = 3
"""So many sessions must be told in other words before a page is taken for a translation."""

_Moment = tuple[str, frozenset[str]]


def without_translations(agendas: Sequence[Agenda]) -> list[Agenda]:
    """The agendas, those that only translate one before them without their sessions; nobody speaks twice at one time."""
    kept: list[Agenda] = []
    told: list[dict[_Moment, str]] = []
    for agenda in agendas:
        titles = _titles(agenda)
        translated = any(_translates(titles, before) for before in told)
        kept.append(replace(agenda, sessions=()) if translated else agenda)
        if not translated:
            told.append(titles)
    return kept


def _titles(agenda: Agenda) -> dict[_Moment, str]:
    """The titles of sessions that somebody gives at a time, by the time and who gives them."""
    names = {person.id: person_key(person.name) for person in agenda.speakers}
    found: dict[_Moment, str] = {}
    for session in agenda.sessions:
        if (clock := clock_of(session.start)) and session.speakers:
            found[clock, frozenset(names[i] for i in session.speakers)] = fold(session.title)
    return found


def _translates(titles: dict[_Moment, str], before: dict[_Moment, str]) -> bool:
    shared = [moment for moment in titles if moment in before]
    renamed = sum(titles[moment] not in before[moment] and before[moment] not in titles[moment] for moment in shared)
    return renamed >= _LEAST and len(shared) * 5 >= len(titles) * 4
