"""Free time at an event: where a short meeting fits between the sessions, and which moment suits whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from planner.agenda import Agenda
from planner.places import say_after, say_before, say_between, say_during, say_last
from planner.suggestion import Slot
from planner.timeline import Timed, Timeline, is_dated, read_timeline, slot_times

_STEP = timedelta(minutes=5)  # meetings start on a full five minutes
_EARLIEST, _LATEST = 7, 22  # hours between which to meet before the first and after the last session
_JUST_AFTER, _SINCE_STAGE = timedelta(minutes=25), timedelta(hours=1)
_LONG_GAP = timedelta(hours=2)  # people stay about for an hour of it
_HOUR = timedelta(hours=1)
_SOON_ON_STAGE = timedelta(minutes=40)


@dataclass(frozen=True, slots=True)
class Rules:
    """How I want to meet: minutes a meeting, minutes to walk, at most so many a day, which share of the slots stays free.

    Fifteen minutes and a tenth left free are what event platforms have found to work; `margin` is how long before the first
    and after the last session of a day to meet.
    """

    minutes: int = 15
    walk: int = 5
    per_day: int = 5
    free_share: float = 0.1
    margin: int = 30

    def __post_init__(self) -> None:
        if self.minutes < 5 or self.walk < 0 or self.per_day < 0 or not 0 <= self.free_share < 1:
            raise ValueError("A meeting takes five minutes or more, and less than all of the slots can stay free.")


USUAL = Rules()


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of time without sessions, or one that is free for another reason."""

    start: datetime
    end: datetime
    place: str


def free_slots(
    agenda: Agenda,
    *,
    must_see: Iterable[str] = (),
    busy: Iterable[Slot] = (),
    speakers: Iterable[str] = (),
    rules: Rules = USUAL,
) -> tuple[Slot, ...]:
    """Where a meeting fits, in order of time: in breaks, in gaps common to all rooms, before and after each day's programme.

    With `speakers`, also right after each of their sessions. `must_see` holds the ids of sessions I stay in to the end and
    `busy` what is booked; both are kept clear, with the time to walk. Slots in one stretch of time lie a walk apart; those
    after a session may overlap others: `place_meetings` never uses two that clash. Sessions without a time give no slots.
    """
    timeline = read_timeline(agenda)
    return _lay_slots(timeline, _blocked(timeline, set(must_see), busy, rules), set(speakers), rules)


def propose_slots(
    agenda: Agenda,
    speaker_ids: Iterable[str],
    *,
    taken: Iterable[Slot] = (),
    must_see: Iterable[str] = (),
    rules: Rules = USUAL,
) -> dict[str, Slot]:
    """The best moment for each speaker, the first in the list choosing first. Whoever finds none is not in the answer.

    At most `rules.per_day` a day are given out, counting those `taken`. For the best set as a whole see `place_meetings`.
    """
    timeline = read_timeline(agenda)
    wanted, used = tuple(speaker_ids), tuple(taken)
    counts = Counter(when[0].date() for slot in used if (when := slot_times(slot)) is not None)
    slots = _lay_slots(timeline, _blocked(timeline, set(must_see), used, rules), set(wanted), rules)
    left = _openings(timeline, slots)
    gap = timedelta(minutes=rules.walk)
    given: dict[str, Slot] = {}
    for speaker in wanted:
        stage = _stage_times(timeline, speaker)
        rated = [(_rate(o, stage), -i) for i, o in enumerate(left) if counts[o.start.date()] < rules.per_day]
        worth, index = max(rated, default=(0.0, 0))
        if worth > 0:
            best = left[-index]
            given[speaker] = _place_near(timeline, stage, best)
            counts[best.start.date()] += 1
            left = [o for o in left if o.end + gap <= best.start or best.end + gap <= o.start]
    return given


def rate_slots(agenda: Agenda, speaker_ids: Iterable[str], slots: Sequence[Slot]) -> dict[str, dict[Slot, float]]:
    """How well each slot suits each speaker: 0 while they are on stage, 1 in a break right after their session.

    The day they speak is better than another day, a break better than the time when others speak, and the last half hour
    before they go on stage is theirs. Slots that cannot be placed on a day are left out.
    """
    timeline = read_timeline(agenda)
    openings = _openings(timeline, slots)
    stages = {speaker: _stage_times(timeline, speaker) for speaker in speaker_ids}
    return {speaker: {o.slot: _rate(o, stage) for o in openings} for speaker, stage in stages.items()}


def place_near(agenda: Agenda, given: Mapping[str, Slot]) -> dict[str, Slot]:
    """The slots given to speakers (by id) with the place said for each: near their room when they have just spoken there."""
    timeline = read_timeline(agenda)
    openings = {o.slot: o for o in _openings(timeline, set(given.values()))}
    return {
        speaker: _place_near(timeline, _stage_times(timeline, speaker), openings[slot]) if slot in openings else slot
        for speaker, slot in given.items()
    }


@dataclass(frozen=True, slots=True)
class _Opening:
    """A slot on the timeline: whether people have a pause then, and whether somebody speaks on some stage."""

    slot: Slot
    start: datetime
    end: datetime
    pause: bool
    stage: bool


def _openings(timeline: Timeline, slots: Iterable[Slot]) -> list[_Opening]:
    openings = []
    days = {day: timeline.on(day) for day in timeline.days}
    for slot in slots:
        if (when := slot_times(slot)) is None:
            continue
        start, end = when
        day = days.get(start.date(), ())
        pause = any(t.is_pause and t.start <= start and end <= t.end for t in day)
        stage = any(t.start < end and start < t.end for t in day if not t.is_pause and not t.is_frame)
        openings.append(_Opening(slot, start, end, pause, stage))
    return openings


def _stage_times(timeline: Timeline, speaker: str) -> tuple[Timed, ...]:
    return tuple(t for t in timeline.timed if speaker in t.session.speakers)


def _rate(opening: _Opening, stage: Sequence[Timed]) -> float:
    if any(t.start < opening.end and opening.start < t.end for t in stage):
        return 0.0
    worth = 0.6
    if stage:
        worth = 0.7 if any(t.start.date() == opening.start.date() for t in stage) else 0.4
    since = [opening.start - t.end for t in stage if opening.start >= t.end]
    if since and min(since) <= _SINCE_STAGE:
        worth += 0.2 if min(since) <= _JUST_AFTER else 0.1
    if any(timedelta(0) <= t.start - opening.end <= _SOON_ON_STAGE for t in stage):
        worth -= 0.3
    return round(worth + 0.1 * opening.pause - 0.25 * opening.stage, 2)


def _place_near(timeline: Timeline, stage: Sequence[Timed], opening: _Opening) -> Slot:
    just = [t for t in stage if t.sure and timedelta(0) <= opening.start - t.end <= _JUST_AFTER]
    if not just or (opening.pause and opening.slot.place and not just[-1].session.room):
        return opening.slot  # a break is a better-known place than the end of a session in an unknown room
    return replace(opening.slot, place=_say_place(timeline, opening.start.date(), say_after(just[-1].session)))


def _say_place(timeline: Timeline, day: date, place: str) -> str:
    """The place, with the day before it where times alone do not tell the day."""
    return place if is_dated(day) or len(timeline.days) == 1 else f"{timeline.name_day(day)}, {place}"


def _blocked(timeline: Timeline, must_see: set[str], busy: Iterable[Slot], rules: Rules) -> list[tuple[datetime, datetime]]:
    gap = timedelta(minutes=rules.walk)
    mine = [(t.start, t.end) for t in timeline.timed if t.session.id in must_see]
    booked = [when for slot in busy if (when := slot_times(slot)) is not None]
    return [(start - gap, end + gap) for start, end in (*mine, *booked)]


def _lay_slots(
    timeline: Timeline, blocked: Sequence[tuple[datetime, datetime]], speakers: set[str], rules: Rules
) -> tuple[Slot, ...]:
    found: dict[tuple[datetime, datetime], Slot] = {}
    length, gap = timedelta(minutes=rules.minutes), timedelta(minutes=rules.walk)
    for day in timeline.days:
        near = [b for b in blocked if b[0].date() <= day <= b[1].date()]
        for window in _windows(timeline.on(day), speakers, rules):
            for start, end in _subtract(window.start, window.end, near):
                free = end - start
                at = _round_up(start + gap if start == window.start and free >= length + gap else start)
                last = end - gap if end == window.end and free >= length + 2 * gap else end
                if not is_dated(day):
                    last = min(last, datetime.combine(day, time.max))  # without dates, nothing tells the next morning
                while at + length <= last:
                    slot = Slot(timeline.write(at), timeline.write(at + length), _say_place(timeline, day, window.place))
                    found.setdefault((at, at + length), slot)
                    at = _round_up(at + length + gap)
    return tuple(found[when] for when in sorted(found))


def _windows(day: Sequence[Timed], speakers: set[str], rules: Rules) -> list[_Window]:
    """The stretches of one day in which to meet: pauses, gaps, before, after, and after the sessions of these speakers."""
    pauses = [t for t in day if t.is_pause]
    talks = [t for t in day if not t.is_pause and not t.is_frame]
    windows = [_Window(t.start, t.end, say_during(t.session)) for t in pauses]
    programme = sorted((*pauses, *talks), key=lambda t: t.start)
    margin = timedelta(minutes=rules.margin)
    if programme:
        latest = programme[0].end
        for t in programme[1:]:
            if t.start - latest > _LONG_GAP:
                windows.append(_Window(latest, latest + _HOUR, say_between()))
                windows.append(_Window(t.start - margin, t.start, say_between()))
            elif t.start > latest:
                windows.append(_Window(latest, t.start, say_between()))
            latest = max(latest, t.end)
        first = programme[0].start
        if not programme[0].is_pause and (first - margin).hour >= _EARLIEST and (first - margin).date() == first.date():
            windows.append(_Window(first - margin, first, say_before()))
        if (latest + margin).hour < _LATEST and (latest + margin).date() == first.date():
            windows.append(_Window(latest, latest + margin, say_last()))
    reach = timedelta(minutes=rules.walk + rules.minutes)
    windows += [
        _Window(t.end, t.end + reach, say_after(t.session))
        for t in talks
        if t.sure and speakers.intersection(t.session.speakers)
    ]
    return windows


def _subtract(
    start: datetime, end: datetime, blocked: Iterable[tuple[datetime, datetime]]
) -> Iterable[tuple[datetime, datetime]]:
    """What is left of a stretch of time without the blocked ones."""
    for b_start, b_end in sorted(blocked):
        if b_end <= start or b_start >= end:
            continue
        if b_start > start:
            yield start, b_start
        start = max(start, b_end)
    if start < end:
        yield start, end


def _round_up(when: datetime) -> datetime:
    over = (when - datetime.min) % _STEP
    return when + (_STEP - over) if over else when
