"""When things happen: every timed session of an agenda placed on a day, whatever the source left out.

Sources give dates or not, ends or not, one day or several. A `Timeline` puts all of that on naive wall-clock moments at the
venue and writes moments back the way the agenda writes its own times.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import pairwise

from planner.agenda import Agenda, Session, clock_of, moment
from planner.naming import fold_text
from planner.suggestion import Slot

_DATELESS = date(1, 1, 2)  # days without a date are counted from here
_DAY_NUMBER = re.compile(r"day (\d{1,3}), ")
_YEARS = range(1900, 2200)  # a date outside is a mistake of the source
_PAUSES = ("break", "networking")
_LATEST_NIGHT = timedelta(hours=10)  # an end before the start belongs to the next morning only within this
_USUAL = {"break": timedelta(minutes=30), "networking": timedelta(hours=1)}  # where neither an end nor a next start is known
_USUAL_TALK = timedelta(minutes=45)
_LONGEST_GUESS = {"break": timedelta(hours=2)}
_LONGEST_TALK = timedelta(hours=1)
_JUMP_HOURS = 2.0  # the clock going back this far in a programme without dates may be a new day
_FRAME = timedelta(hours=4)  # a break or other item this long is opening hours (exhibition, registration desk), no break


@dataclass(frozen=True, slots=True)
class Timed:
    """A session on the timeline. `sure` is False when its end is neither given nor the start of what follows."""

    session: Session
    start: datetime
    end: datetime
    sure: bool

    @property
    def is_pause(self) -> bool:
        """A break or a networking event: people stand about and can talk."""
        return self.session.kind in _PAUSES and self.end - self.start < _FRAME

    @property
    def is_frame(self) -> bool:
        """Opening hours rather than an item of the programme."""
        return self.session.kind in (*_PAUSES, "other") and self.end - self.start >= _FRAME


@dataclass(frozen=True, slots=True)
class Timeline:
    """The timed sessions in order of time, and how the agenda writes times."""

    timed: tuple[Timed, ...]
    offsets: Mapping[date, tzinfo | None]

    @property
    def days(self) -> tuple[date, ...]:
        """The days of the programme; a day in the year 1 is one without a known date."""
        return tuple(sorted({t.start.date() for t in self.timed}))

    def on(self, day: date) -> tuple[Timed, ...]:
        """What starts on this day."""
        return tuple(t for t in self.timed if t.start.date() == day)

    def write(self, when: datetime) -> str:
        """A moment as the agenda writes it: ISO 8601, with the offset of that day when known; `HH:MM` without a date."""
        if not is_dated(when.date()):
            return when.strftime("%H:%M")
        return when.replace(tzinfo=self.offsets.get(when.date())).isoformat()

    def name_day(self, day: date) -> str:
        """The day in words for a sentence: `Tuesday 3 March`, or `day 2` of an agenda without dates."""
        if is_dated(day):
            return f"{day:%A} {day.day} {day:%B}"
        return f"day {(day - _DATELESS).days + 1}"


@lru_cache(maxsize=4096)
def slot_times(slot: Slot) -> tuple[datetime, datetime] | None:
    """Start and end of a slot as moments; None when they are no times, or the end is not after the start.

    Where the slot's times are `HH:MM` alone its place may begin with the day, `day 2, ...`; else it is the first.
    """
    number = _DAY_NUMBER.match(slot.place or "")
    day = _DATELESS + timedelta(days=int(number[1]) - 1 if number else 0)
    start, end = moment(slot.start, day), moment(slot.end, day)
    return (start, end) if start and end and start < end else None


def is_dated(day: date) -> bool:
    """Whether this is a calendar day, or one of an agenda that names none."""
    return day.year > 1


def read_timeline(agenda: Agenda) -> Timeline:
    """Place every session that has a time. Sessions without one are left out."""
    return _read(_Same(agenda))


class _Same:
    """An agenda as a key: the very one, since comparing two whole ones takes longer than reading one."""

    def __init__(self, agenda: Agenda) -> None:
        self.agenda = agenda

    def __hash__(self) -> int:
        return id(self.agenda)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.agenda is self.agenda


@lru_cache(maxsize=8)  # a screen asks some ten times for that of one agenda
def _read(key: _Same) -> Timeline:
    agenda = key.agenda
    days = _days_of_clocks(agenda)
    starts: list[tuple[datetime, Session]] = []
    offsets: dict[date, tzinfo | None] = {}
    for session in agenda.sessions:
        start = moment(session.start, days.get(session.id))
        if start is None or (start.year not in _YEARS and session.id not in days):
            continue
        starts.append((start, session))
        if session.start and "T" in session.start:
            offsets.setdefault(start.date(), datetime.fromisoformat(session.start).tzinfo)
    starts.sort(key=lambda pair: pair[0])
    next_in_room = _Starts((start, session.room or "") for start, session in starts)
    next_pause = _Starts((start, "") for start, session in starts if session.kind in _PAUSES)
    next_anywhere = _Starts((start, "") for start, _ in starts)
    timed = []
    for start, session in starts:
        end, sure = _known_end(start, session), True
        if end is None:
            if session.room and session.kind not in _PAUSES:
                candidates = next_in_room.after(start, session.room), next_pause.after(start, "")
                following = min((c for c in candidates if c), default=None)
            else:
                following = next_anywhere.after(start, "")
            end = _likely_end(start, session, following)
            sure = end == following
        timed.append(Timed(session, start, end, sure))
    return Timeline(tuple(timed), offsets)


class _Starts:
    """The start times of each room and day, to find the next one."""

    def __init__(self, pairs: Iterable[tuple[datetime, str]]) -> None:
        self._known: dict[tuple[date, str], list[datetime]] = defaultdict(list)
        for start, room in pairs:
            self._known[start.date(), room].append(start)

    def after(self, start: datetime, room: str) -> datetime | None:
        known = self._known[start.date(), room]
        index = bisect_right(known, start)
        return known[index] if index < len(known) else None


def _known_end(start: datetime, session: Session) -> datetime | None:
    end = moment(session.end, start.date())
    if end is not None and end <= start and clock_of(session.end) == session.end:
        end += timedelta(days=1)
        return end if start.hour >= 12 and end - start <= _LATEST_NIGHT else None
    return end if end is not None and end > start else None


def _likely_end(start: datetime, session: Session, following: datetime | None) -> datetime:
    if following is None:
        return start + _USUAL.get(session.kind, _USUAL_TALK)
    return min(following, start + _LONGEST_GUESS.get(session.kind, _LONGEST_TALK))


def _days_of_clocks(agenda: Agenda) -> dict[str, date]:
    """The day of each session whose time is `HH:MM` alone: a real date where only one is possible, else day 1, 2, ..."""
    clocks = [s for s in agenda.sessions if s.start and clock_of(s.start) == s.start]
    if not clocks:
        return {}
    runs = [clocks] if agenda.event.start and agenda.event.start == agenda.event.end else _split_days(clocks)
    dates = sorted({s.start[:10] for s in agenda.sessions if s.start and "T" in s.start})
    first = _date(agenda.event.start) or (_date(dates[0]) if len(dates) == 1 else None)
    last = _date(agenda.event.end) or (first if len(runs) == 1 else None)
    if first and last and (last - first).days + 1 == len(runs):
        start = first
    elif dates:
        return {}  # some sessions have dates: to put the others on a day would be a guess
    else:
        start = _DATELESS
    return {s.id: start + timedelta(days=n) for n, run in enumerate(runs) for s in run}


def _split_days(clocks: Sequence[Session], *, longest: int = 10) -> list[list[Session]]:
    """Cut a programme without dates where the clock jumps back and a room, or a pause common to all, comes round again.

    Where it jumps back but the rooms are others, the source lists one track after the other, all on the same day. A list that
    jumps about more than `longest` times is not in order of time, and taken as one day.
    """
    days: list[list[Session]] = [[clocks[0]]]
    run = days[0]
    for previous, session in pairwise(clocks):
        if _hours(previous) - _hours(session) >= _JUMP_HOURS:
            run = []
            days.append(run)
        run.append(session)
    if len(days) > longest:
        return [list(clocks)]
    merged = days[:1]
    for run in days[1:]:
        if _same_day(merged[-1], run):
            merged[-1].extend(run)
        else:
            merged.append(run)
    return merged


def _same_day(before: Sequence[Session], run: Sequence[Session]) -> bool:
    rooms, more = ({s.room for s in part if s.room} for part in (before, run))
    if rooms and more:
        return not rooms & more
    pauses, others = ({fold_text(s.title) for s in part if s.kind == "break"} for part in (before, run))
    return bool(pauses or others) and not pauses & others


def _hours(session: Session) -> float:
    hours, _, minutes = (session.start or "0:0").partition(":")
    return int(hours) + int(minutes) / 60


def _date(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
