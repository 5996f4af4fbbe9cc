"""What is kept beside the journal and the people: events and their readings, drafts, meetings, facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from planner.agenda import Agenda, Event

MeetingStatus = Literal["proposed", "booked", "held", "cancelled"]


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """An event in the store. `event` is what its latest reading says; `added_at` and `read_at` are UTC, ISO 8601.

    Of a `removed` event only this is left (see `planner.removal`).
    """

    id: str
    source: str
    event: Event
    added_at: str
    read_at: str
    removed: bool = False

    @property
    def read_on(self) -> date:
        """The day of the latest reading where the user is: just after midnight in Tokyo it is still yesterday in UTC."""
        return datetime.fromisoformat(self.read_at).astimezone().date()


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of an event's agenda, as it was read. `at` is UTC, ISO 8601."""

    id: str
    at: str
    agenda: Agenda


@dataclass(frozen=True, slots=True)
class Draft:
    """A note being written to a person, for one event (or none), one step ("thanks", ...), one channel and one language.

    `version` is the version this text started from, 0 for a new draft: a text saved over a newer one is a conflict. Colleagues
    see a draft only when it is `shared`.
    """

    person: str
    step: str
    channel: str
    text: str
    event: str | None = None
    subject: str | None = None
    version: int = 0
    language: str = "en"
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting with one person or a few. Times are ISO 8601 local wall-clock at the venue, with the offset when known.

    `sequence` counts the changes that calendars must follow (iCalendar SEQUENCE); `id` is its stable UID. `pinned`
    meetings stay when the rest is rearranged. `version` is the version this started from, 0 for a new one.
    """

    id: str
    event: str | None
    people: tuple[str, ...]
    start: str
    end: str
    place: str | None = None
    status: MeetingStatus = "proposed"
    pinned: bool = False
    sequence: int = 0
    remarks: str | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the user told us or allowed us to look up: of `kind` ("industry"), about `key` ("Acme"), from `source`."""

    kind: str
    key: str
    value: str
    source: str
    date: str
