"""Agendas written into the descriptions of sessions: a day, or a whole event, of which a source says only when it begins."""

from __future__ import annotations

from datetime import date

from scrapers._found import FoundSession
from scrapers._language.times import clock_head
from scrapers._text.readings import read_text_lines

_LEAST_CLOCKS = 3
"""So many lines that begin with a clock make a description an agenda."""
_MOST_TEXT = 200_000


def with_agendas(sessions: list[FoundSession]) -> list[FoundSession]:
    """The sessions with those of the agendas in their descriptions.

    Where most sessions have one, they are days or the event, whose agenda stands for them; else they stay beside it.
    """
    told = {id(session): lines for session in sessions if (lines := _agenda(session))}
    if not told:
        return sessions
    days: dict[date, list[str]] = {}
    for session in (s for s in sessions if id(s) in told):
        days.setdefault(date.fromisoformat(str(session.start)[:10]), []).extend(told[id(session)])
    found = read_days(days)
    rooms = {session.room for session in sessions if id(session) in told}
    for session in found if len(rooms) == 1 else ():
        session.room = session.room or next(iter(rooms))
    kept = [session for session in sessions if id(session) not in told] if len(told) * 2 > len(sessions) else sessions
    return [*found, *kept] if found else sessions


def read_days(days: dict[date, list[str]]) -> list[FoundSession]:
    """The sessions on the lines of some days, read as those of one text."""
    text = "\n\n".join("\n".join([f"{day:%A} {day.day} {day:%B %Y}", *lines]) for day, lines in sorted(days.items()))
    return read_text_lines(text[:_MOST_TEXT]).sessions if text else []


def _agenda(session: FoundSession) -> list[str]:
    """The lines of a session's description from its first clock on, where several begin with one; else none."""
    lines = (session.abstract or "").splitlines() if str(session.start or "")[4:5] == "-" else []
    headed = [at for at, line in enumerate(lines) if clock_head(line)]
    return lines[headed[0] :] if len(headed) >= _LEAST_CLOCKS else []
