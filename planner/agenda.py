"""The agenda: one event's sessions and speakers, as read from a source. The vocabulary every other module shares."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, time
from typing import Any, Literal, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Kind = Literal["keynote", "talk", "panel", "workshop", "break", "networking", "other"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Event:
    """What the source says about the event as a whole; dates are ISO 8601 (`2026-03-03`), `timezone` an IANA name."""

    name: str | None = None
    start: str | None = None
    end: str | None = None
    timezone: str | None = None
    venue: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One item of the programme, breaks included.

    `start` and `end` are ISO 8601 local wall-clock times at the venue, with the offset only when the zone is known, or
    `"HH:MM"` alone when the source gives a time but no date. `speakers` holds the ids of people in `Agenda.speakers`.
    `unsure` names the fields that were guessed, `found_in` says where a field came from when not from the source itself.
    `settled` are fields of which the user said that they may stay as they are, though something lacks there.
    """

    id: str
    title: str
    start: str | None = None
    end: str | None = None
    room: str | None = None
    track: str | None = None
    kind: Kind = "talk"
    abstract: str | None = None
    url: str | None = None
    speakers: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    found_in: Mapping[str, str] = field(default_factory=dict)
    settled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person who presents, moderates or chairs: one entry per person over the whole event."""

    id: str
    name: str
    title: str | None = None
    company: str | None = None
    bio: str | None = None
    url: str | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()
    found_in: Mapping[str, str] = field(default_factory=dict)
    settled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line of the programme from which nothing was read: by its looks the title of a session, or somebody who speaks.

    `start` and `end` are the time it stands under, as in `Session`.
    """

    text: str
    kind: Literal["session", "person"]
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything read from one source. `warnings` are sentences fit to show: what is missing, doubtful or contradictory.

    `left_out` are lines of the programme from which nothing was read.
    """

    source: str
    scraper: str
    event: Event = Event()
    sessions: tuple[Session, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    warnings: tuple[str, ...] = ()
    left_out: tuple[UnreadLine, ...] = ()

    def speaker(self, speaker_id: str) -> Speaker | None:
        """The person with this id, or None."""
        return next((s for s in self.speakers if s.id == speaker_id), None)

    def sessions_of(self, speaker_id: str) -> tuple[Session, ...]:
        """The sessions this person takes part in, in programme order."""
        return tuple(s for s in self.sessions if speaker_id in s.speakers)


def moment(value: str | None, day: date | None = None) -> datetime | None:
    """Turn an agenda time into a naive wall-clock datetime at the venue.

    `"HH:MM"` alone needs `day`; a time that cannot be placed on a day, or is not a time, gives None.
    """
    if not value:
        return None
    if (clock := _CLOCK.fullmatch(value)) is not None:
        return datetime.combine(day, time(int(clock[1]), int(clock[2]))) if day else None
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return None


def clock_of(value: str | None) -> str | None:
    """The `HH:MM` of an agenda time, or None when it holds no time of day."""
    match = re.search(r"(?:T|^)(\d\d:\d\d)", value or "")
    return match[1] if match else None


def at_venue(agenda: Agenda, timezone: str | None = None) -> Agenda:
    """The agenda with every time on the clock of the venue's zone: `timezone`, an IANA name, or the one the source states.

    Readers keep moments as the source states them; a feed in universal time says `09:00:00+00:00` where the venue's clocks
    show 11:00. Times without offset are wall-clock already. Nothing changes when no zone is known.
    """
    try:
        zone = ZoneInfo(timezone or agenda.event.timezone or "")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return agenda
    sessions = tuple(replace(s, start=_in_zone(s.start, zone), end=_in_zone(s.end, zone)) for s in agenda.sessions)
    left = tuple(replace(line, start=_in_zone(line.start, zone), end=_in_zone(line.end, zone)) for line in agenda.left_out)
    return replace(agenda, sessions=sessions, left_out=left, event=replace(agenda.event, timezone=zone.key))


def _in_zone(value: str | None, zone: ZoneInfo) -> str | None:
    """An agenda time on the zone's clock; a clock or date without offset stays as it is."""
    try:
        when = datetime.fromisoformat(value) if value and len(value) > 5 else None
    except ValueError:
        return value
    return when.astimezone(zone).isoformat() if when is not None and when.tzinfo is not None else value


def to_json(agenda: Agenda) -> dict[str, Any]:
    """The agenda in the published shape (see `agenda contract` in CONTRIBUTING.md): every key there, unknown is null."""
    event = agenda.event
    return {
        "source": agenda.source,
        "scraper": agenda.scraper,
        "warnings": list(agenda.warnings),
        "event": {name: getattr(event, name) for name in ("name", "start", "end", "timezone", "venue", "url")},
        "sessions": [
            {
                "id": s.id, "title": s.title, "start": s.start, "end": s.end, "room": s.room, "track": s.track,
                "kind": s.kind, "abstract": s.abstract, "url": s.url, "speakers": list(s.speakers),
                "unsure": list(s.unsure), "found_in": dict(s.found_in),
            }
            for s in agenda.sessions
        ],
        "speakers": [
            {
                "id": p.id, "name": p.name, "title": p.title, "company": p.company, "bio": p.bio, "url": p.url,
                "links": dict(p.links), "unsure": list(p.unsure), "found_in": dict(p.found_in),
            }
            for p in agenda.speakers
        ],
    }  # fmt: skip


def to_kept_json(agenda: Agenda) -> dict[str, Any]:
    """The same with the lines left out, which only the app asks about."""
    return to_json(agenda) | {"left_out": [asdict(line) for line in agenda.left_out]}


def from_json(data: Mapping[str, Any]) -> Agenda:
    """Read an agenda back from the published or the kept shape. Raises ValueError when the data is not such an agenda."""
    try:
        event = data.get("event") or {}
        return Agenda(
            source=str(data["source"]),
            scraper=str(data.get("scraper") or "file"),
            event=Event(**{name: event.get(name) for name in ("name", "start", "end", "timezone", "venue", "url")}),
            sessions=tuple(_session_from(entry) for entry in data["sessions"]),
            speakers=tuple(_speaker_from(entry) for entry in data["speakers"]),
            warnings=tuple(str(w) for w in data.get("warnings") or ()),
            left_out=tuple(_left_out_from(entry) for entry in data.get("left_out") or ()),
        )
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"This is not an agenda as this program writes it: {problem!r} is missing or wrong.") from problem


def _session_from(entry: Mapping[str, Any]) -> Session:
    kind = entry.get("kind")
    return Session(
        id=str(entry["id"]), title=str(entry["title"]), start=entry.get("start"), end=entry.get("end"),
        room=entry.get("room"), track=entry.get("track"), kind=kind if kind in KINDS else "other",
        abstract=entry.get("abstract"), url=entry.get("url"),
        speakers=tuple(str(i) for i in entry.get("speakers") or ()),
        unsure=tuple(entry.get("unsure") or ()), found_in=dict(entry.get("found_in") or {}),
    )  # fmt: skip


def _left_out_from(entry: Mapping[str, Any]) -> UnreadLine:
    kind = "person" if entry.get("kind") == "person" else "session"
    return UnreadLine(str(entry["text"]), kind, entry.get("start"), entry.get("end"))  # type: ignore[arg-type]


def _speaker_from(entry: Mapping[str, Any]) -> Speaker:
    return Speaker(
        id=str(entry["id"]), name=str(entry["name"]), title=entry.get("title"), company=entry.get("company"),
        bio=entry.get("bio"), url=entry.get("url"), links=dict(entry.get("links") or {}),
        unsure=tuple(entry.get("unsure") or ()), found_in=dict(entry.get("found_in") or {}),
    )  # fmt: skip
