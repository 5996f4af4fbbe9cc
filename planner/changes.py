"""When the agenda moves: what a new reading changed, in sentences, and which meetings now need another time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Literal

from planner.agenda import Agenda, Session, Speaker
from planner.naming import fold_company, fold_text
from planner.records import KeptEvent, Meeting
from planner.schedule import arrange_meetings, slots_clash
from planner.slots import USUAL, Rules
from planner.suggestion import Slot
from planner.timeline import Timed, Timeline, is_dated, read_timeline, slot_times

ChangeKind = Literal["new", "cancelled", "moved", "renamed", "line_up", "details"]

_JUST_AFTER = timedelta(minutes=25)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two readings: of the session or speaker with this settled id."""

    kind: ChangeKind
    thing: Literal["session", "speaker"]
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A meeting that no longer fits, why, and the slot to offer instead (None when there is none or it would not help)."""

    meeting: Meeting
    why: str
    proposal: Slot | None


def describe_changes(old: Agenda, new: Agenda) -> tuple[Change, ...]:
    """What a new reading changed, sessions first, each as a sentence. Both readings carry settled ids (`settle_ids`)."""
    before, after = _Reading(old), _Reading(new)
    changes: list[Change] = []
    for session in (*new.sessions, *(s for s in old.sessions if s.id not in after.sessions)):
        known = before.sessions.get(session.id)
        if known is None:
            who = f", with {_list([p.name for p in after.cast(session)])}" if session.speakers else ""
            changes.append(Change("new", "session", session.id, f"New: “{session.title}”{after.when(session)}{who}."))
        elif session.id not in after.sessions:
            text = f"“{session.title}”{before.when(session)} is no longer on the agenda."
            changes.append(Change("cancelled", "session", session.id, text))
        else:
            changes.extend(_session_changes(known, session, before, after))
    for person in new.speakers:
        changes.extend(_person_changes(before.people.get(person.id), person))
    gone = [p for p in old.speakers if p.id not in after.people]
    changes += [Change("cancelled", "speaker", p.id, f"{_introduce(p)} is no longer on the agenda.") for p in gone]
    return tuple(changes)


def doubt_reading(old: Agenda, new: Agenda) -> str | None:
    """A warning when more than half of the sessions or people are gone: the source was more likely read badly than emptied."""
    for things, rest, word in ((old.sessions, new.sessions, "sessions"), (old.speakers, new.speakers, "people")):
        left = {t.id for t in rest} & {t.id for t in things}
        if len(things) >= 4 and len(left) * 2 < len(things):
            return (
                f"Only {len(left)} of the {len(things)} {word} known before were found this time. The page may have changed or "
                "not loaded whole: look at it before you take this reading over. Nothing you kept is lost either way."
            )
    return None


def find_clashes(
    agenda: Agenda, meetings: Iterable[Meeting], speakers: Mapping[str, str], *, before: Agenda | None = None,
    must_see: Iterable[str] = (), rules: Rules = USUAL,
) -> tuple[Clash, ...]:  # fmt: skip
    """Meetings that do not fit the agenda as it is now, each with a slot to propose; nothing is changed here.

    `speakers` says which speaker of the agenda a person is (person id -> settled speaker id). With `before`, the reading the
    meetings were made on, also those are named that stood right after a session which has moved or left. Meetings held or
    called off are past clashing.
    """
    open_meetings = [m for m in meetings if m.status in ("proposed", "booked")]
    must_see = tuple(must_see)
    found: dict[str, str] = {}
    timeline = read_timeline(agenda)
    for meeting in open_meetings:
        if why := _why_clash(meeting, agenda, timeline, speakers, must_see, before):
            found[meeting.id] = why
    for one, other in combinations(open_meetings, 2):
        if slots_clash(_slot(one), _slot(other), Rules(walk=0)):
            loser = one if other.pinned and not one.pinned else other
            found.setdefault(loser.id, "It is at the same time as another of your meetings.")
    proposals = _propose([m for m in open_meetings if m.id in found], open_meetings, agenda, speakers, must_see, rules)
    return tuple(Clash(m, found[m.id], proposals.get(m.id)) for m in open_meetings if m.id in found)


def reread_due(event: KeptEvent) -> date | None:
    """The day from which the agenda was read too long ago to be relied on; None where a day is unknown or none comes.

    That begins two weeks before the event and lasts while it is on. The nearer the event, the fresher the reading should be:
    a week old at most, then three days, and a day in the last two days.
    """
    begins, read = _day(event.event.start), event.read_on
    ends = _day(event.event.end) or begins
    if begins is None or ends is None:
        return None
    day = max(read + timedelta(days=1), begins - timedelta(days=14))
    while (day - read).days < (1 if (left := (begins - day).days) <= 2 else 3 if left <= 7 else 7):
        day += timedelta(days=1)
    return day if day <= ends else None


def reread_advice(event: KeptEvent, today: date) -> str | None:
    """A sentence when the agenda was read too long ago to be relied on (see `reread_due`), while the event is not over."""
    due, begins, read = reread_due(event), _day(event.event.start), event.read_on
    if due is None or begins is None or not due <= today <= (_day(event.event.end) or begins):
        return None
    left, age = (begins - today).days, (today - read).days
    begun = "is on" if left < 1 else "begins tomorrow" if left == 1 else f"begins in {left} days"
    days = "yesterday" if age == 1 else f"{age} days ago"
    return f"The event {begun}, and its agenda was read {days}. Agendas move until the last day: read it again."


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


class _Reading:
    """One reading, by ids, and how it says times."""

    def __init__(self, agenda: Agenda) -> None:
        self.sessions = {s.id: s for s in agenda.sessions}
        self.people = {p.id: p for p in agenda.speakers}
        self.timeline = read_timeline(agenda)
        self.timed = {t.session.id: t for t in self.timeline.timed}

    def cast(self, session: Session) -> list[Speaker]:
        return [self.people[i] for i in session.speakers if i in self.people]

    def moment(self, session: Session) -> str:
        """`Tuesday 16 March, 09:00`, or nothing for a session without a time."""
        timed = self.timed.get(session.id)
        return f"{self.timeline.name_day(timed.start.date())}, {timed.start:%H:%M}" if timed else ""

    def when(self, session: Session) -> str:
        said = ", ".join(filter(None, (self.moment(session), session.room)))
        return f" ({said})" if said else ""


def _session_changes(old: Session, new: Session, before: _Reading, after: _Reading) -> list[Change]:
    changes: list[Change] = []
    if fold_text(old.title) != fold_text(new.title):
        changes.append(Change("renamed", "session", new.id, f"“{old.title}” is now called “{new.title}”."))
    then, now = before.moment(old), after.moment(new)
    if then != now:
        room = f" in {new.room}" if new.room and new.room != old.room else ""
        text = f"from {then or 'no time'} to {now}{room}" if now else f"from {then} to a time not yet known"
        changes.append(Change("moved", "session", new.id, f"“{new.title}” moved {text}."))
    elif new.room and old.room and fold_text(new.room) != fold_text(old.room):
        changes.append(Change("moved", "session", new.id, f"“{new.title}” is now in {new.room} instead of {old.room}."))
    elif then and (ends := _new_end(before.timed[old.id], after.timed[new.id])):
        changes.append(Change("moved", "session", new.id, f"“{new.title}” {ends}."))
    left = [p.name for p in before.cast(old) if p.id not in new.speakers]
    joined = [p.name for p in after.cast(new) if p.id not in old.speakers]
    parts = [f"without {_list(left)}"] * bool(left) + [f"with {_list(joined)}"] * bool(joined)
    if parts:
        changes.append(Change("line_up", "session", new.id, f"“{new.title}” is now {' and '.join(parts)}."))
    return changes


def _new_end(old: Timed, new: Timed) -> str | None:
    if old.end - old.start == new.end - new.start or not (old.sure and new.sure):
        return None
    return f"now ends at {new.end:%H:%M} instead of {old.end:%H:%M}"


def _person_changes(old: Speaker | None, new: Speaker) -> list[Change]:
    if old is None:
        return [Change("new", "speaker", new.id, f"New: {_introduce(new)}.")]
    changes = []
    if fold_text(old.name) != fold_text(new.name):
        changes.append(Change("renamed", "speaker", new.id, f"{old.name} is now written {new.name}."))
    job, company = new.title or "", new.company or ""
    other_job = job and fold_text(job) != fold_text(old.title or "")
    other_company = company and fold_company(company) != fold_company(old.company or "")
    if other_job or other_company:
        was = _job(old.title, old.company)
        text = f"{new.name} is now given as {_job(new.title, new.company)}{f' (before: {was})' if was else ''}."
        changes.append(Change("details", "speaker", new.id, text))
    return changes


def _why_clash(
    meeting: Meeting, agenda: Agenda, timeline: Timeline, speakers: Mapping[str, str], must_see: Sequence[str],
    before: Agenda | None,
) -> str | None:  # fmt: skip
    when = slot_times(_slot(meeting))
    if when is None:
        return None
    start, end = when
    there = {p.id: p for p in agenda.speakers}
    theirs = {speakers[p] for p in meeting.people if p in speakers}
    known = {p.id: p for p in before.speakers} if before else {}
    if gone := [known[i].name for i in sorted(theirs) if i not in there and i in known]:
        return f"{_list(gone)} is no longer on the agenda. Ask whether you can still meet."
    for timed in timeline.timed:
        title = timed.session.title
        if timed.start < end and start < timed.end:
            if cast := [there[i].name for i in timed.session.speakers if i in theirs and i in there]:
                return f"{_list(cast)} will be on stage then, in “{title}”."
            if timed.session.id in must_see:
                return f"You want to be in “{title}” then ({timed.start:%H:%M} to {timed.end:%H:%M})."
    if timeline.timed and is_dated(timeline.days[0]) and not is_dated(start.date()):
        return "When it was made the day was not known; now the agenda has dates."
    if timeline.timed and start.date() not in timeline.days:
        return "The event has no programme on that day any more."
    if before is None:
        return None
    return _left_behind(start, theirs, timeline, before) or _out_of_pause(start, end, timeline, before)


def _out_of_pause(start: datetime, end: datetime, timeline: Timeline, before: Agenda) -> str | None:
    """Whether the meeting was in a break that is now at another time, while sessions run when it is to take place."""
    there = [t for t in timeline.timed if t.start < end and start < t.end and not t.is_frame]
    if not there or any(t.is_pause for t in there):
        return None
    now = {t.session.id: t for t in timeline.timed}
    for old in read_timeline(before).timed:
        if old.is_pause and old.start <= start and end <= old.end:
            new = now.get(old.session.id)
            if new is None:
                return f"It was in “{old.session.title}”, which is no longer on the agenda."
            day = f"{timeline.name_day(new.start.date())}, " if new.start.date() != start.date() else ""
            return f"It was in “{old.session.title}”, which is now from {day}{new.start:%H:%M} to {new.end:%H:%M}."
    return None


def _left_behind(start: datetime, theirs: set[str], timeline: Timeline, before: Agenda) -> str | None:
    """Whether the meeting stood right after a session of theirs that is now at another time."""
    now = {t.session.id: t for t in timeline.timed}
    for old in read_timeline(before).timed:
        if not theirs.intersection(old.session.speakers) or not timedelta(0) <= start - old.end <= _JUST_AFTER:
            continue
        new = now.get(old.session.id)
        if new is None:
            return f"It was right after “{old.session.title}”, which is no longer on the agenda."
        if new.end != old.end:
            day = f"{timeline.name_day(new.end.date())}, " if new.end.date() != old.end.date() else ""
            return f"It was right after “{old.session.title}”, which now ends at {day}{new.end:%H:%M}."
    return None


def _propose(
    clashing: Sequence[Meeting], meetings: Sequence[Meeting], agenda: Agenda, speakers: Mapping[str, str],
    must_see: Sequence[str], rules: Rules,
) -> dict[str, Slot]:  # fmt: skip
    """The best slots for the clashing meetings around the others, all placed at once."""
    there = {p.id for p in agenda.speakers}
    whole = {m.id: m for m in clashing}
    ids = {m.id: tuple(dict.fromkeys(speakers[p] for p in m.people if speakers.get(p) in there)) for m in clashing}
    first = {people: i for i, people in reversed(ids.items())}  # people who meet twice get one proposal at a time
    movable = {i: people for people, i in first.items() if people and len(people) == len(whole[i].people)}
    staying: dict[tuple[str, ...], Slot] = {(f"meeting {m.id}",): _slot(m) for m in meetings if m.id not in ids}
    values = {person: 1.0 for people in movable.values() for person in people}
    groups = [people for people in movable.values() if len(people) > 1]
    placed = arrange_meetings(agenda, values, pinned=staying, must_see=must_see, rules=rules, groups=groups).meetings
    found = {i: placed[people] for i, people in movable.items() if people in placed}
    return {i: slot for i, slot in found.items() if slot_times(slot) != slot_times(_slot(whole[i]))}


def _slot(meeting: Meeting) -> Slot:
    return Slot(meeting.start, meeting.end, meeting.place)


def _introduce(person: Speaker) -> str:
    job = _job(person.title, person.company)
    return f"{person.name} ({job})" if job else person.name


def _job(title: str | None, company: str | None) -> str:
    return " at ".join(filter(None, (title, company))) if title else company or ""


def _list(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
