"""What is worth a look in an agenda, entry by entry, in words: what the reader guessed, and what nearly all others have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.agenda import Agenda, Session, Speaker, moment

_FIELD_WORDS = {
    "start": "time", "end": "time", "room": "room", "track": "track", "kind": "kind", "abstract": "text",
    "url": "link", "speakers": "people", "name": "name", "company": "company", "bio": "biography", "links": "links",
}  # fmt: skip
_MANY = ("people", "links")
_MOST = 3 / 4
"""What so large a share of the entries has is missing where it is not; what fewer have, the source does not tell."""
_FEW = 4


@dataclass(frozen=True, slots=True)
class Checks:
    """What to check, by the ids of sessions and people; those with nothing to check are left out."""

    sessions: Mapping[str, str]
    people: Mapping[str, str]


def find_checks(agenda: Agenda) -> Checks:
    """What to look at: marks of the reader, and what one entry lacks that nearly all others have."""
    return Checks(_check_sessions(agenda.sessions), _check_people(agenda))


def _check_sessions(sessions: Sequence[Session]) -> dict[str, str]:
    timed, dated = _usual([bool(s.start) for s in sessions]), _usual([moment(s.start) is not None for s in sessions if s.start])
    return _said({
        s.id: [
            *(["no time"] if timed and not s.start else []),
            *(["no day"] if dated and s.start and moment(s.start) is None else []),
            *_asked(s.unsure, {"title": "title"}),
        ]
        for s in sessions
    })  # fmt: skip


def _check_people(agenda: Agenda) -> dict[str, str]:
    speaking = {i for s in agenda.sessions for i in s.speakers}
    placed = _usual([p.id in speaking for p in agenda.speakers])
    known = _usual([_is_known(p) for p in agenda.speakers])
    return _said({
        p.id: [
            *(["in no session"] if placed and p.id not in speaking else []),
            *(["no job title, no company"] if known and not _is_known(p) else []),
            *_asked(p.unsure, {"title": "job title"}),
        ]
        for p in agenda.speakers
    })  # fmt: skip


def _is_known(person: Speaker) -> bool:
    return bool(person.title or person.company)


def _usual(has: Sequence[bool]) -> bool:
    """Whether nearly all of several entries have something."""
    return len(has) >= _FEW and sum(has) >= _MOST * len(has)


def _asked(unsure: Sequence[str], words: Mapping[str, str]) -> list[str]:
    """The fields that were guessed, as one question; a field without a word here calls for a look at the whole entry."""
    known = {**_FIELD_WORDS, **words}
    fields = list(dict.fromkeys(known[f] for f in unsure if f in known))
    told = " and ".join(filter(None, (", ".join(fields[:-1]), *fields[-1:])))
    if not told:
        return ["compare with the source"] if unsure else []
    return [f"{'are' if len(fields) > 1 or fields[0].endswith(_MANY) else 'is'} the {told} right?"]


def _said(found: Mapping[str, list[str]]) -> dict[str, str]:
    """What was found as text that begins with a capital, entries without anything left out."""
    texts = {i: "; ".join(parts) for i, parts in found.items()}
    return {i: text[0].upper() + text[1:] for i, text in texts.items() if text}
