"""The linter: what in a note would put its reader off, why, and a better wording."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planner.channels import excess_of, find_channel
from planner.suggestion import Flag

_UNFILLED = re.compile(r"\{[^{}\n]{0,40}\}|<<[^<>\n]{0,40}>>|\[[^\[\]\n\d]{2,40}\]|%\w{2,30}%|\bX{3,}\b")


@dataclass(frozen=True, slots=True)
class NoteContext:
    """What is known about the reader and the occasion; empty where unknown.

    `person` reads "Name, job title, company". `debts_with_person` counts the favours I did for them.
    """

    debts_with_person: int = 0
    known_before: bool = False
    person: str = ""
    event: str = ""
    session: str = ""
    sender: str = ""


def context_from(data: Mapping[str, Any]) -> NoteContext:
    """Read a context from JSON data; missing or odd values count as unknown."""
    debts = data.get("debts_with_person")
    return NoteContext(
        debts_with_person=debts if isinstance(debts, int) else 0,
        known_before=data.get("known_before") is True,
        **{name: str(data.get(name) or "") for name in ("person", "event", "session", "sender")},
    )


def lint_note(text: str, *, channel: str, context: NoteContext) -> tuple[Flag, ...]:
    """Everything in the note that would put its reader off. Raises ValueError for a channel nobody knows."""
    flags = []
    if excess := excess_of(text, find_channel(channel)):
        flags.append(Flag("too_long", f"The note is {excess}.", "Leave out what can be said when you meet."))
    if match := _UNFILLED.search(text):
        flags.append(Flag("placeholder", f"{match[0]} was never filled in.", "Put in the real name, or leave the words out."))
    return tuple(flags)
