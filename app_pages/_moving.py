"""Changing kept meetings so that the change can be taken back, and calendars follow both times."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app_pages._shared import attempt, get_store, write_entries
from app_pages._text import when_words
from app_pages._view import EventView
from planner.journal import Entry, EntryKind, new_entry
from planner.records import Meeting


def change_meeting(view: EventView, meeting: Meeting, kind: EntryKind | None, said: str, **fields: Any) -> None:
    """Keep a changed meeting and log what it means, with an undo for both; for use as a callback."""
    new = replace(meeting, sequence=meeting.sequence + 1, **fields)
    if not attempt(lambda: get_store().save_meeting(new)):
        return
    entries: tuple[Entry, ...] = ()
    if kind:
        entries = (
            new_entry(
                kind, event=view.event.id, person=meeting.people[0], others=meeting.people[1:], text=when_words(new.start)
            ),
        )
    write_entries(entries, said, undo=lambda: put_back(view, [meeting]))


def put_back(view: EventView, meetings: list[Meeting]) -> None:
    """Meetings as they were; their SEQUENCE still grows, so that calendars take them back too."""
    now = {m.id: m for m in get_store().meetings(event=view.event.id)}
    for meeting in meetings:
        there = now.get(meeting.id)
        if there is not None:
            get_store().save_meeting(replace(meeting, sequence=there.sequence + 1, version=there.version))


def book_with(view: EventView, person: str, *, booked: bool) -> list[Meeting]:
    """Book the meeting proposed with a person, or make a booked one a proposal again; the meetings as they were before."""
    old, new = ("proposed", "booked") if booked else ("booked", "proposed")
    changed = [m for m in view.meetings if person in m.people and m.status == old]
    for meeting in changed:
        moved = replace(meeting, status=new, pinned=booked, sequence=meeting.sequence + 1)  # type: ignore[arg-type]
        attempt(lambda m=moved: get_store().save_meeting(m))  # type: ignore[misc]
    return changed
