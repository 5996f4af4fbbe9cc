"""Changing kept meetings so that the change can be taken back, and calendars follow both times."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app_pages._shared import get_store, write_entries
from app_pages._text import when_words
from app_pages._view import EventView
from planner.journal import Entry, EntryKind, new_entry
from planner.records import Meeting


def change_meeting(view: EventView, meeting: Meeting, kind: EntryKind | None, said: str, **fields: Any) -> None:
    """Keep a changed meeting and log what it means, with an undo for both; for use as a callback."""
    new = replace(meeting, sequence=meeting.sequence + 1, **fields)
    entries: tuple[Entry, ...] = ()
    if kind:
        entries = (
            new_entry(
                kind, event=view.event.id, person=meeting.people[0], others=meeting.people[1:], text=when_words(new.start)
            ),
        )
    write_entries(
        entries,
        said,
        write=lambda: get_store().save_meetings(new, entries=entries),
        undo=lambda: put_back(view, [meeting]),
    )


def put_back(view: EventView, meetings: list[Meeting]) -> None:
    """Meetings as they were; their SEQUENCE still grows, so that calendars take them back too."""
    now = {m.id: m for m in get_store().meetings(event=view.event.id)}
    there = ((meeting, now[meeting.id]) for meeting in meetings if meeting.id in now)
    get_store().save_meetings(*(replace(old, sequence=new.sequence + 1, version=new.version) for old, new in there))


def book_with(view: EventView, person: str, *, booked: bool) -> tuple[list[Meeting], list[Meeting]]:
    """The meetings proposed with a person, or booked, as they are, and booked, or proposals again, to be kept."""
    old, new = ("proposed", "booked") if booked else ("booked", "proposed")
    before = [m for m in view.meetings if person in m.people and m.status == old]
    return before, [replace(m, status=new, pinned=booked, sequence=m.sequence + 1) for m in before]  # type: ignore[arg-type]
