"""One event as the pages see it: the corrected agenda, who is who, and what has been decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from app_pages._shared import get_store
from app_pages._text import plain
from planner.agenda import Agenda, Speaker
from planner.corrections import apply_corrections, from_json
from planner.journal import Entry
from planner.people import Person
from planner.profile import Profile
from planner.records import KeptEvent, Meeting
from planner.storage import Store

DECISIONS = ("accepted", "not_now", "no_thanks", "met_before", "undecided")


@dataclass
class EventView:
    """An event opened for one run of a page; everything is read once, when first asked for."""

    event: KeptEvent
    store: Store

    @cached_property
    def agenda(self) -> Agenda:
        """The latest reading with the user's corrections."""

        def correct() -> Agenda:
            read = self.store.agenda(self.event.id)
            assert read is not None
            return apply_corrections(read, map(from_json, self.store.corrections(self.event.id)))

        return self.store.remember(f"corrected {self.event.id}", correct, rests_on=("reading", "correction"))

    @cached_property
    def journal(self) -> tuple[Entry, ...]:
        """Every effective entry, of all events."""
        return self.store.journal()

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The effective entries of this event."""
        return tuple(e for e in self.journal if e.event == self.event.id)

    @cached_property
    def profile(self) -> Profile:
        """Who I am."""
        return self.store.profile()

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings of this event, by start."""
        return self.store.meetings(event=self.event.id)

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Everybody kept, by id."""
        return self.store.people_by_id()

    @cached_property
    def person_ids(self) -> dict[str, str]:
        """Speaker id to person id, for the speakers who were picked or logged."""
        return self.store.people_of(self.event.id)

    @cached_property
    def speaker_ids(self) -> dict[str, str]:
        """Person id to speaker id, the other way round."""
        return {person: speaker for speaker, person in self.person_ids.items()}

    @cached_property
    def decisions(self) -> dict[str, Entry]:
        """The latest decision about each speaker, by speaker id."""
        latest: dict[str, Entry] = {}
        for entry in self.entries:
            if entry.kind in DECISIONS and entry.person in self.speaker_ids:
                latest[self.speaker_ids[entry.person]] = entry
        return {speaker: entry for speaker, entry in latest.items() if entry.kind != "undecided"}

    @cached_property
    def accepted(self) -> tuple[Speaker, ...]:
        """The people chosen to meet, in the order of the agenda."""
        return tuple(p for p in self.agenda.speakers if p.id in self.decisions and self.decisions[p.id].kind == "accepted")

    def person_for(self, speaker: Speaker) -> Person:
        """The person behind a speaker, made on first use."""
        return self.store.person_for_speaker(self.event.id, speaker.id, speaker)

    def name_of(self, person_id: str | None) -> str:
        """A kept person's name, ready to show."""
        known = self.people.get(person_id or "")
        return plain(known.name) if known else "somebody"


def view_event(event: KeptEvent) -> EventView:
    """Open an event for this run of the page."""
    return EventView(event, get_store())
