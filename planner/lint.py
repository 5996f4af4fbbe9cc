"""The linter: what in a note would put its reader off, why, and a better wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from planner._lint_acts import (
    EARNED,
    PITCH_SURELY,
    find_ask,
    find_flattery,
    find_pitch,
    find_pressure,
    is_generic,
    names_wanted,
)
from planner._lint_advice import give_advice
from planner._lint_model import DOUBT, DOUBT_WITH_CUES, Features, features_of, judge, telling_sentence
from planner._lint_names import find_wrong_names
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
        stranger=not context.known_before and not context.debts_with_person,
        known=context.known_before,
    )


def lint_note(text: str, *, channel: str, context: NoteContext) -> tuple[Flag, ...]:
    """Everything in the note that would put its reader off, each with why and a better wording.

    Raises ValueError for a channel nobody knows.
    """
    return _lint(text.strip(), find_channel(channel), context)


@lru_cache(maxsize=4000)  # screens draw the same drafts at every rerun
def _lint(text: str, way: Channel, context: NoteContext) -> tuple[Flag, ...]:
    note = read_note(text)
    found: dict[str, str] = {}
    for code, why in _findings(text, note, way, context):
        found.setdefault(code, why)
    said = tuple(
        Flag(
            code,
            why,
            word_better(
                code,
                why,
                text,
                note,
                person=context.person,
                event=context.event,
                session=context.session,
                debts=context.debts_with_person,
                channel=way,
            ),
        )
        for code, why in found.items()
    )
    return (*said, *find_wrong_names(text, person=context.person))


def warm_up() -> None:
    """Load what the first check of a note needs, some two seconds of work, before somebody waits for it."""
    lint_note("Hello, how do you go about it?", channel="email", context=NoteContext())


def advise_on(text: str, *, context: NoteContext) -> tuple[Flag, ...]:
    """What could be better in a note without being a fault: names spelt otherwise, many questions, long sentences."""
    return tuple(give_advice(text.strip(), read_note(text), person=context.person))


def _findings(text: str, note: NoteText, channel: Channel, context: NoteContext) -> Iterator[tuple[str, str]]:
    """Code and reason: what shows on the surface, then what the model finds likely, then cues where it doubts the note too."""
    known = " ".join((context.person, context.event, context.session))
    if excess := excess_of(text, channel):
        yield "too_long", f"The note is {excess}."
    if unfilled := find_placeholder(text, known):
        yield "placeholder", f"“{unfilled}” was never filled in."
    judgement = judge(features_in_context(note, context), earned=context.debts_with_person >= EARNED)
    if enclosed := find_attachment(note, trusted=context.known_before or judgement.good >= DOUBT):
        yield "attachment", _REASONS["attachment"].format(sentence=enclosed)
    if judgement.good < DOUBT_WITH_CUES:
        for way in judgement.ways:
            if judgement.good >= _DOUBT_ALONE and not _shows(note, way):
                continue
            code, sentence = _code_of(way, context=context), telling_sentence(note, way, cues=_TELLING.get(way, ()))
            yield code, _REASONS[code].format(sentence=sentence)
        yield from _findings_by_cues(text, note, context)
    elif context.debts_with_person < EARNED and (pitch := find_pitch(note)) and pitch.score >= PITCH_SURELY:
        yield "pitch", _REASONS["pitch"].format(sentence=pitch.sentence)


def _shows(note: NoteText, way: str) -> bool:
    """Whether anything in the note bears out what the model makes of it; what nobody can point at needs to be likelier."""
    if way in _REQUESTS and note.has("offer_them") and not find_ask(note):
        return False  # "shall I introduce you?" reads much like "would you introduce me?"
    signs = _SIGNS.get(way)
    return signs is None or any(cue.startswith(signs) for s in note.sentences for cue in s.cues)


def _findings_by_cues(text: str, note: NoteText, context: NoteContext) -> Iterator[tuple[str, str]]:
    known = " ".join((context.person, context.event, context.session))
    if pressure := find_pressure(note):
        yield "pushy", _REASONS["pushy"].format(sentence=pressure.sentence)
    ask = find_ask(note)
    if ask and context.debts_with_person < EARNED:
        yield "ask_too_early", _REASONS["ask_too_early"].format(sentence=ask.raw)
    elif ask and (missing := _missing_in_ask(note, text, f"{known} {context.sender}")):
        yield "vague_ask", f"The request does not say {' or '.join(missing)}: “{ask.raw}”"
    elif not ask and is_generic(note, known, known=context.known_before):
        yield "generic", _REASONS["generic"]
    if not (ask and context.debts_with_person >= EARNED) and (pitch := find_pitch(note)):
        yield "pitch", _REASONS["pitch"].format(sentence=pitch.sentence)
    if find_flattery(note):
        yield "flattery_only", _REASONS["flattery_only"]


_REQUESTS = frozenset(("ask", "vague_ask"))
_ASKING = ("ask_me", "soft_ask", "vague_help", "your_ties")
_SIGNS = {
    "ask": _ASKING, "vague_ask": _ASKING, "attachment": ("attached",), "flattery_only": ("praise",),
    "pushy": ("push_", "press_"), "pitch": ("pitch_", "trade_terms", "my_trade", "offer_them"),
}  # fmt: skip
_REQUESTING = (("ask_me", "soft_ask", "vague_help"), ("ask_form",), ("your_ties",))
_TELLING = {
    "ask": _REQUESTING,
    "vague_ask": _REQUESTING,
    **{way: (cues,) for way, cues in _SIGNS.items() if way not in _REQUESTS},
}
_DOUBT_ALONE = 0.35
_REASONS = {
    "attachment": "It sends material nobody asked for: “{sentence}”",
    "pushy": "It presses the reader: “{sentence}”",
    "ask_too_early": "It asks for something before three favours were done: “{sentence}”",
    "vague_ask": "The request does not make clear whom you want to meet, why, and what you offer in return: “{sentence}”",
    "pitch": "It sells: “{sentence}”",
    "generic": "It could have been sent to anybody: nothing in it is about this reader.",
    "flattery_only": "It praises and does nothing else.",
}


def _code_of(way: str, *, context: NoteContext) -> str:
    if way in _REQUESTS:
        return "ask_too_early" if context.debts_with_person < EARNED else "vague_ask"
    return way


def _missing_in_ask(note: NoteText, text: str, known: str) -> list[str]:
    missing = []
    if not names_wanted(text, known):
        missing.append("whom you want to meet")
    if not note.has("reason"):
        missing.append("why")
    if not note.has("in_return"):
        missing.append("what you can do in return")
    return missing
