"""The linter: what in a note would put its reader off, why, and a better wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planner._lint_acts import EARNED, find_ask, find_flattery, find_pitch, find_pressure, is_generic, names_wanted
from planner._lint_surface import find_attachment, find_placeholder
from planner._lint_text import NoteText, read_note
from planner.channels import excess_of, find_channel
from planner.suggestion import Flag


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
    return tuple(_flags(text.strip(), channel, context))


def _flags(text: str, channel: str, context: NoteContext) -> Iterator[Flag]:
    note = read_note(text)
    if excess := excess_of(text, find_channel(channel)):
        yield Flag("too_long", f"The note is {excess}.", "Leave out what can be said when you meet.")
    if unfilled := find_placeholder(text, " ".join((context.person, context.event, context.session))):
        yield Flag(
            "placeholder", f"\u201c{unfilled}\u201d was never filled in.", "Put in the real word, or leave the phrase out."
        )
    if enclosed := find_attachment(note, known=context.known_before):
        yield Flag(
            "attachment",
            f"Sends material nobody asked for: \u201c{enclosed}\u201d.",
            "Say in one line what it holds and offer to bring it.",
        )
    if pressure := find_pressure(note):
        yield Flag("pushy", f"Presses the reader: \u201c{pressure.sentence}\u201d.", "Ask once, and make a no easy.")
    ask = find_ask(note)
    if ask:
        yield from _judge_ask(ask.raw, note, text, context)
    pitch = None if ask and context.debts_with_person >= EARNED else find_pitch(note)
    if pitch:
        yield Flag("pitch", f"Sells: \u201c{pitch.sentence}\u201d.", "Ask to compare how you both work instead.")
    if find_flattery(note):
        yield Flag("flattery_only", "Praises and says nothing else.", "Add a question or something you can give.")
    if (
        not ask
        and not pitch
        and is_generic(note, " ".join((context.person, context.event, context.session)), known=context.known_before)
    ):
        yield Flag("generic", "Could have been sent to anybody.", "Name their session and what you do that is like it.")


def _judge_ask(sentence: str, note: NoteText, text: str, context: NoteContext) -> Iterator[Flag]:
    if context.debts_with_person < EARNED:
        yield Flag("ask_too_early", f"Asks before it is earned: \u201c{sentence}\u201d.", "Give first.")
        return
    known = " ".join((context.person, context.event, context.session, context.sender))
    missing = []
    if not names_wanted(text, known):
        missing.append("whom you want to meet")
    if not note.has("reason"):
        missing.append("why")
    if not note.has("in_return"):
        missing.append("what you can do in return")
    if missing:
        yield Flag("vague_ask", f"Does not say {', '.join(missing)}.", "Name them.")
