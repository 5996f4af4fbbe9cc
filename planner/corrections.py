"""What the user set right in an agenda: kept beside the readings, laid over each new one.

A correction names a session or person by its settled id (see `planner.identity`), so it survives a new reading. It holds only
the fields the user changed; the rest keeps following the source.

What is changed at one time is a batch, which can be taken back as a whole and made again. Both are marks kept beside the
corrections, so that a field taken back follows the source again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Literal, TypeVar

from planner.agenda import KINDS, Agenda, Event, Session, Speaker

T = TypeVar("T", Session, Speaker)
Thing = Literal["session", "speaker", "event"]
Action = Literal["edit", "add", "delete", "merge"]

_SESSION_FIELDS = ("title", "start", "end", "room", "track", "kind", "abstract", "url", "speakers")
_SPEAKER_FIELDS = ("name", "title", "company", "bio", "url", "links")
_EVENT_FIELDS = ("name", "start", "end", "venue")
MARKS = ("undo", "redo")
"""What is kept beside corrections: that a batch of them was taken back, or made again."""
_EVENT = "event"
"""The id of an agenda's event in corrections: there is one."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One change: `edit` sets `values`, `add` makes a session or person of them, `delete` takes it out, and `merge` makes
    this entry the same as the one whose id is `into`, which keeps its own facts and gains those it lacks. What is said of the
    event as a whole is only ever edited.
    """

    action: Action
    thing: Thing
    id: str
    values: Mapping[str, Any] = field(default_factory=dict)
    into: str | None = None

    def __post_init__(self) -> None:
        wrong = self.thing not in ("session", "speaker", "event") or (self.thing == "event" and self.action != "edit")
        if wrong or self.action not in ("edit", "add", "delete", "merge"):
            raise ValueError(f"There is no correction called {self.action!r} of a {self.thing!r}.")
        if self.action == "merge" and (not self.into or self.into == self.id):
            raise ValueError("A merge must say which other entry it is the same as.")


def to_json(correction: Correction) -> dict[str, Any]:
    """The correction as plain JSON values."""
    return asdict(correction)


@dataclass(frozen=True, slots=True)
class History:
    """The batches of one member that count, and those taken back that can be made again, each with the last one at its end."""

    done: tuple[str, ...] = ()
    undone: tuple[str, ...] = ()


def history_of(kept: Iterable[Mapping[str, Any]], member: str) -> History:
    """What a member may take back or make again, from all that is kept; after a new batch nothing is made again."""
    done: list[str] = []
    undone: list[str] = []
    for data in kept:
        batch, action = data.get("batch"), data.get("action")
        if not batch or data.get("by") != member:
            continue
        if action in MARKS:
            here, there = (done, undone) if action == "undo" else (undone, done)
            if batch in here:
                here.remove(batch)
                there.append(batch)
        elif batch not in done:
            done.append(batch)
            undone.clear()
    return History(tuple(done), tuple(undone))


def standing(kept: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """The corrections that count, of all that is kept: neither marks nor what they took back."""
    gone: set[Any] = set()
    for data in kept:
        if data.get("action") in MARKS:
            (gone.add if data["action"] == "undo" else gone.discard)(data.get("batch"))
    return tuple(data for data in kept if data.get("action") not in MARKS and data.get("batch") not in gone)


def check_json(data: Mapping[str, Any]) -> None:
    """Raises ValueError when this is neither a correction nor a mark."""
    if data.get("action") not in MARKS:
        from_json(data)
    elif not data.get("batch"):
        raise ValueError("This takes back nothing.")


def from_json(data: Mapping[str, Any]) -> Correction:
    """Read a correction back. Raises ValueError when it is not one."""
    try:
        return Correction(data["action"], data["thing"], data["id"], dict(data.get("values") or {}), data.get("into"))
    except (KeyError, TypeError) as problem:
        raise ValueError(f"This is not a correction: {problem!r} is missing or wrong.") from problem


def apply_corrections(agenda: Agenda, corrections: Iterable[Correction]) -> Agenda:
    """The agenda with the corrections laid over it in the order made; those about things no longer there change nothing."""
    sessions = {s.id: s for s in agenda.sessions}
    speakers = {p.id: p for p in agenda.speakers}
    event = agenda.event
    for correction in corrections:
        if correction.thing == "event":
            event = replace(
                event, **{name: value or None for name, value in correction.values.items() if name in _EVENT_FIELDS}
            )
        elif correction.thing == "session":
            _correct_session(sessions, correction)
        else:
            _correct_speaker(sessions, speakers, correction)
    result = [replace(s, speakers=tuple(i for i in s.speakers if i in speakers)) for s in sessions.values()]
    starts = {s.id: s.start for s in agenda.sessions}
    if any(starts.get(s.id, "") != s.start for s in result):  # something was added or moved
        result.sort(key=lambda s: (s.start is None, s.start or ""))
    return replace(agenda, event=event, sessions=tuple(result), speakers=tuple(speakers.values()))


def correct_event(event: Event, corrections: Iterable[Correction]) -> Event:
    """What a source says of the event, with the corrections of it."""
    return apply_corrections(Agenda("", "", event), (c for c in corrections if c.thing == "event")).event


def _correct_session(sessions: dict[str, Session], correction: Correction) -> None:
    known = sessions.get(correction.id)
    values = _clean(correction.values, _SESSION_FIELDS)
    if correction.action == "add" and values.get("title"):
        sessions[correction.id] = _added(Session(id=correction.id, **values), known)
    elif known is None:
        return
    elif correction.action == "edit":
        sessions[correction.id] = replace(known, **values, **_doubts(known, correction.values))
    elif correction.action == "delete":
        del sessions[correction.id]
    elif correction.into in sessions:
        other = sessions[correction.into]
        people = tuple(dict.fromkeys((*other.speakers, *known.speakers)))
        sessions[correction.into] = replace(_complete(other, known), speakers=people)
        del sessions[correction.id]


def _correct_speaker(sessions: dict[str, Session], speakers: dict[str, Speaker], correction: Correction) -> None:
    known = speakers.get(correction.id)
    values = _clean(correction.values, _SPEAKER_FIELDS)
    if correction.action == "add" and values.get("name"):
        speakers[correction.id] = _added(Speaker(id=correction.id, **values), known)
    elif known is None:
        return
    elif correction.action == "edit":
        speakers[correction.id] = replace(known, **values, **_doubts(known, correction.values))
    elif correction.action == "delete":
        del speakers[correction.id]
    elif correction.into in speakers:
        speakers[correction.into] = _complete(speakers[correction.into], known)
        del speakers[correction.id]
        for session in list(sessions.values()):
            if correction.id in session.speakers:
                people = dict.fromkeys(correction.into if i == correction.id else i for i in session.speakers)
                sessions[session.id] = replace(session, speakers=tuple(people))


def _doubts(known: Session | Speaker, values: Mapping[str, Any]) -> dict[str, Any]:
    """What is still unsure, and what was said to be right though nothing stands there, when these values are set."""
    settled, unsure = (tuple(map(str, values.get(name, getattr(known, name)) or ())) for name in ("settled", "unsure"))
    return {
        "settled": settled,
        "unsure": tuple(f for f in unsure if f not in settled and ("unsure" in values or f not in values)),
    }


def _added(new: T, known: T | None) -> T:
    """What the user added, with what a later reading that found it too tells beyond that."""
    return replace(_complete(new, known), unsure=()) if known is not None else new


def _complete(kept: T, other: T) -> T:
    """The first with its empty fields filled from the second."""
    empty = {f.name: getattr(other, f.name) for f in fields(kept) if not getattr(kept, f.name)}
    return replace(kept, **empty)


def _clean(values: Mapping[str, Any], allowed: tuple[str, ...]) -> dict[str, Any]:
    """Only known fields, in the form the vocabulary wants: empty text is None, speakers are a tuple, kinds are kinds."""
    clean = {name: (value or None) for name, value in values.items() if name in allowed}
    if "speakers" in clean:
        clean["speakers"] = tuple(clean["speakers"] or ())
    if "links" in clean:
        clean["links"] = dict(clean["links"] or {})
    if "kind" in clean and clean["kind"] not in KINDS:
        clean["kind"] = "other"
    if not clean.get(allowed[0], True):  # a session keeps its title, a person their name
        del clean[allowed[0]]
    return clean


def corrections_between(before: Agenda, after: Agenda) -> tuple[Correction, ...]:
    """What turns one agenda into the other, entry by entry: people first, since sessions name them."""
    changed = {n: getattr(after.event, n) for n in _EVENT_FIELDS if getattr(after.event, n) != getattr(before.event, n)}
    found = [Correction("edit", "event", _EVENT, changed)] if changed else []
    for thing, names, olds, news in (
        ("speaker", _SPEAKER_FIELDS, before.speakers, after.speakers),
        ("session", _SESSION_FIELDS, before.sessions, after.sessions),
    ):
        found += _differences(thing, names, {o.id: o for o in olds}, {n.id: n for n in news})  # type: ignore[arg-type]
    return tuple(found)


def _differences(
    thing: Thing, names: tuple[str, ...], olds: Mapping[str, Session | Speaker], news: Mapping[str, Session | Speaker]
) -> list[Correction]:
    found = [Correction("delete", thing, i) for i in olds if i not in news]
    for i, new in news.items():
        if olds.get(i) is new:
            continue
        now = {name: _plain(getattr(new, name)) for name in names}
        if i not in olds:
            found.append(Correction("add", thing, i, {name: value for name, value in now.items() if value}))
            continue
        changed = _changes(olds[i], new, now)
        if changed:
            found.append(Correction("edit", thing, i, changed))
    return found


def _changes(old: Session | Speaker, new: Session | Speaker, now: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of one entry that differ, those that are sure now as they stand, and those that are in doubt again.

    Where nothing stands that may stay so, only this is noted: what a later reading finds there is welcome.
    """
    sure = set(old.unsure) - set(new.unsure)
    changed = {n: value for n, value in now.items() if (n in sure and value) or value != _plain(getattr(old, n))}
    settled = dict.fromkeys((*new.settled, *(n for n in old.unsure if n in sure and not now.get(n) and n not in changed)))
    if set(settled) != set(old.settled):
        changed["settled"] = list(settled)
    again = (set(new.unsure) - set(old.unsure)) | (set(old.settled) - set(settled))
    if again:
        changed["unsure"] = sorted({*new.unsure, *again})
    return changed


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else dict(value) if isinstance(value, Mapping) else value
