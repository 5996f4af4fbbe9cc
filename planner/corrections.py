"""What the user set right in an agenda: kept beside the readings, laid over each new one.

A correction names a session or person by its settled id (see `planner.identity`), so it survives a new reading. It holds only
the fields the user changed; the rest keeps following the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Literal, TypeVar

from planner.agenda import KINDS, Agenda, Event, Session, Speaker

T = TypeVar("T", Session, Speaker)
Thing = Literal["session", "speaker", "event"]
Action = Literal["edit", "add", "delete", "merge"]

_SESSION_FIELDS = ("title", "start", "end", "room", "track", "kind", "abstract", "url", "speakers")
_SPEAKER_FIELDS = ("name", "title", "company", "bio", "url", "links")
_EVENT_FIELDS = ("name", "start", "end", "venue")
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
        sessions[correction.id] = Session(id=correction.id, **values)
    elif known is None:
        return
    elif correction.action == "edit":
        sessions[correction.id] = replace(known, **values, unsure=tuple(f for f in known.unsure if f not in values))
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
        speakers[correction.id] = Speaker(id=correction.id, **values)
    elif known is None:
        return
    elif correction.action == "edit":
        speakers[correction.id] = replace(known, **values, unsure=tuple(f for f in known.unsure if f not in values))
    elif correction.action == "delete":
        del speakers[correction.id]
    elif correction.into in speakers:
        speakers[correction.into] = _complete(speakers[correction.into], known)
        del speakers[correction.id]
        for session in list(sessions.values()):
            if correction.id in session.speakers:
                people = dict.fromkeys(correction.into if i == correction.id else i for i in session.speakers)
                sessions[session.id] = replace(session, speakers=tuple(people))


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
        sure = set(olds[i].unsure) - set(new.unsure)  # also as it stands
        changed = {name: value for name, value in now.items() if name in sure or value != _plain(getattr(olds[i], name))}
        if changed:
            found.append(Correction("edit", thing, i, changed))
    return found


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else dict(value) if isinstance(value, Mapping) else value
