"""What a reading left out, put into the agenda by a word of the user: a line as a session, or as somebody who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from planner.agenda import Agenda, Session, Speaker, UnreadLine, clock_of, moment
from planner.identity import free_id, session_key, speaker_key


def sessions_at(agenda: Agenda, line: UnreadLine) -> tuple[Session, ...]:
    """The sessions at the time a line stands under, breaks aside; an unknown day is any day."""
    clock, day = clock_of(line.start), _day(line.start)
    if clock is None:
        return ()
    return tuple(
        s for s in agenda.sessions
        if s.kind != "break" and clock_of(s.start) == clock and (not day or not _day(s.start) or _day(s.start) == day)
    )  # fmt: skip


def with_people(agenda: Agenda, named: Sequence[Speaker], session_id: str | None = None) -> Agenda:
    """The agenda with these people, in a session where one is told; who is on the agenda already is not there twice."""
    speakers, ids = list(agenda.speakers), []
    for person in named:
        key = speaker_key(person)
        known = next((p for p in speakers if speaker_key(p) == key), None)
        if known is None:
            known = Speaker(free_id(key, speakers), person.name, person.title, person.company)
            speakers.append(known)
        ids.append(known.id)
    sessions = tuple(
        replace(s, speakers=tuple(dict.fromkeys((*s.speakers, *ids)))) if s.id == session_id else s for s in agenda.sessions
    )
    return replace(agenda, sessions=sessions, speakers=tuple(speakers))


def with_session(agenda: Agenda, line: UnreadLine) -> Agenda:
    """The agenda with a line as a session of its own, at the time it stands under, on the only day there is."""
    days = {day for s in agenda.sessions if (day := _day(s.start))}
    only = days.pop() if len(days) == 1 else None
    start, end = (f"{only}T{at}:00" if only and at and len(at) == 5 else at for at in (line.start, line.end))
    added = Session("", line.text, start, end)
    return replace(agenda, sessions=(*agenda.sessions, replace(added, id=free_id(session_key(added), agenda.sessions))))


def _day(time: str | None) -> str | None:
    at = moment(time)
    return at.date().isoformat() if at else None
