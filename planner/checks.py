"""What is worth a look in an agenda, entry by entry, in words: what its reader doubts, and sessions that alone lack a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.agenda import Agenda, Session, Speaker, moment

_FIELD_WORDS = {
    "title": "title", "start": "time", "end": "time", "room": "room", "track": "track", "kind": "kind", "abstract": "text",
    "url": "link", "speakers": "people", "name": "name", "company": "company", "bio": "biography", "links": "links",
}  # fmt: skip
_JOB = {"title": "job title"}
_OF_EVENT = {"start": "days", "end": "days", "venue": "place"}
_MANY = ("people", "links")
_MOST = 3 / 4
"""What so large a share of the sessions has is missing where it is not; what fewer have, the source does not tell."""
_FEW = 4


@dataclass(frozen=True, slots=True)
class Checks:
    """What to check, by the ids of sessions and people; those with nothing to check are left out."""

    sessions: Mapping[str, str]
    people: Mapping[str, str]


def find_checks(agenda: Agenda) -> Checks:
    """What to look at in each entry: a few words, or a question."""
    speaking = {i for s in agenda.sessions for i in s.speakers}
    timed = _usual([bool(s.start) for s in agenda.sessions])
    dated = _usual([moment(s.start) is not None for s in agenda.sessions if s.start])
    return Checks(
        _said((s.id, [*_lacks_of_session(s, timed, dated), *_asked(s, s.unsure, _FIELD_WORDS)]) for s in agenda.sessions),
        _said((p.id, [*_about_person(p, p.id in speaking)]) for p in agenda.speakers),
    )


def say_fields(thing: str, fields: Iterable[str]) -> str:
    """Fields of a "session", "speaker" or the "event" in the words of the screens, each once: "time and room"."""
    words = _FIELD_WORDS | (_JOB if thing == "speaker" else _OF_EVENT if thing == "event" else {})
    told = list(dict.fromkeys(words[field] for field in fields if field in words))
    return " and ".join(filter(None, (", ".join(told[:-1]), told[-1]))) if told else "a mark"


def _lacks_of_session(session: Session, timed: bool, dated: bool) -> Iterator[str]:
    """What nearly all others have, unless the user said that it may stay so."""
    if "start" in session.settled:
        return
    if timed and not session.start:
        yield "no time"
    if dated and session.start and moment(session.start) is None:
        yield "no day"


def _about_person(person: Speaker, speaks: bool) -> Iterator[str]:
    """A doubtful name is that of somebody who is in no session, or it is none, or one of two that look alike."""
    unsure = list(person.unsure)
    if "name" in unsure:
        unsure.remove("name")
        yield "is it one person, listed once?" if speaks else "in no session: do they speak?"
    yield from _asked(person, unsure, _FIELD_WORDS | _JOB)


def _usual(has: Sequence[bool]) -> bool:
    """Whether nearly all of several entries have something."""
    return len(has) >= _FEW and sum(has) >= _MOST * len(has)


def _asked(entry: Session | Speaker, unsure: Sequence[str], words: Mapping[str, str]) -> Iterator[str]:
    """What is missing, and the fields that were guessed as one question; an unknown field calls for a look at it all."""
    known: dict[str, bool] = {}  # whether anything stands there
    for field in unsure:
        if word := words.get(field):
            known[word] = known.get(word, False) or bool(getattr(entry, field, True))
    if unsure and not known:
        yield "compare with the source"
    yield from (f"no {word}" for word, is_there in known.items() if not is_there and word not in _MANY)
    there = [word for word, is_there in known.items() if is_there or word in _MANY]
    if there:
        told = " and ".join(filter(None, (", ".join(there[:-1]), there[-1])))
        yield f"{'are' if len(there) > 1 or there[0] in _MANY else 'is'} the {told} right?"


def _said(found: Iterable[tuple[str, list[str]]]) -> dict[str, str]:
    """What was found as text that begins with a capital, entries without anything left out."""
    texts = {i: "; ".join(dict.fromkeys(parts)) for i, parts in found}
    return {i: text[0].upper() + text[1:] for i, text in texts.items() if text}
