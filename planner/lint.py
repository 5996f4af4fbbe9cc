"""The linter: what in a note would put its reader off, why, and a better wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from planner._lint_acts import EARNED, find_ask, find_flattery, find_pitch, find_pressure, is_generic, names_wanted
from planner._lint_advice import give_advice
from planner._lint_model import Features, features_of, ways_it_is_bad
from planner._lint_surface import find_attachment, find_placeholder
from planner._lint_text import NoteText, read_note
from planner._lint_wording import word_better
from planner.channels import Channel, excess_of, find_channel
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


def features_in_context(note: NoteText, context: NoteContext) -> Features:
    """What the model looks at, for a note in its context."""
    return features_of(
        note,
        names=f"{context.person} {context.event}",
        session=context.session,
        debts=context.debts_with_person,
        known=context.known_before,
    )


def lint_note(text: str, *, channel: str, context: NoteContext) -> tuple[Flag, ...]:
    """Everything in the note that would put its reader off, each with why and a better wording.

    Raises ValueError for a channel nobody knows.
    """
    way = find_channel(channel)
    text = text.strip()
    note = read_note(text)
    found = dict(_findings(text, note, way, context))
    return tuple(
        Flag(
            code,
            why,
            word_better(
                code, why, text, note, person=context.person, event=context.event, session=context.session, channel=way
            ),
        )
        for code, why in found.items()
    )


def advise_on(text: str, *, context: NoteContext) -> tuple[Flag, ...]:
    """What could be better in a note without being a fault: names spelt otherwise, many questions, long sentences."""
    known = " ".join((context.event, context.session, context.sender))
    return tuple(give_advice(text.strip(), read_note(text), person=context.person, known=known))


def _findings(text: str, note: NoteText, channel: Channel, context: NoteContext) -> Iterator[tuple[str, str]]:
    """Code and reason: first what rules are sure of, then what the model finds likely."""
    known = " ".join((context.person, context.event, context.session))
    if excess := excess_of(text, channel):
        yield "too_long", f"The note is {excess}."
    if unfilled := find_placeholder(text, known):
        yield "placeholder", f"“{unfilled}” was never filled in."
    doubts = ways_it_is_bad(note, features_in_context(note, context))
    for code in map(partial(_code_of, context=context), doubts):
        yield code, _REASONS[code].format(sentence=_telling(note, code))
    if enclosed := find_attachment(note, known=context.known_before):
        yield "attachment", _REASONS["attachment"].format(sentence=enclosed)
    if pressure := find_pressure(note):
        yield "pushy", _REASONS["pushy"].format(sentence=pressure.sentence)
    ask = find_ask(note)
    if ask and context.debts_with_person < EARNED:
        yield "ask_too_early", _REASONS["ask_too_early"].format(sentence=ask.raw)
    elif ask and (missing := _missing_in_ask(note, text, f"{known} {context.sender}")):
        yield "vague_ask", f"The request does not say {' or '.join(missing)}."
    elif not ask and not doubts and is_generic(note, known, known=context.known_before):
        yield "generic", _REASONS["generic"]
    if not (ask and context.debts_with_person >= EARNED) and (pitch := find_pitch(note)):
        yield "pitch", _REASONS["pitch"].format(sentence=pitch.sentence)
    if find_flattery(note):
        yield "flattery_only", _REASONS["flattery_only"]


_REASONS = {
    "attachment": "It sends material nobody asked for: “{sentence}”",
    "pushy": "It presses the reader: “{sentence}”",
    "ask_too_early": "It asks for something before three favours were done: “{sentence}”",
    "vague_ask": "The request does not make clear whom you want to meet, why, and what you offer in return: “{sentence}”",
    "pitch": "It sells: “{sentence}”",
    "generic": "It could have been sent to anybody: nothing in it is about this reader.",
    "flattery_only": "It praises and does nothing else.",
}

_TELLING = {"pitch": "pitch", "ask_too_early": "ask", "vague_ask": "ask", "pushy": "push", "attachment": "attached"}


def _code_of(way: str, *, context: NoteContext) -> str:
    if way == "ask":
        return "ask_too_early" if context.debts_with_person < EARNED else "vague_ask"
    return way


def _telling(note: NoteText, code: str) -> str:
    """The sentence with most cues of what the code is about."""
    about = _TELLING.get(code, "")
    return max(note.sentences, key=lambda s: sum(cue.startswith(about) for cue in s.cues)).raw if note.sentences else ""


def _missing_in_ask(note: NoteText, text: str, known: str) -> list[str]:
    missing = []
    if not names_wanted(text, known):
        missing.append("whom you want to meet")
    if not note.has("reason"):
        missing.append("why")
    if not note.has("in_return"):
        missing.append("what you can do in return")
    return missing
