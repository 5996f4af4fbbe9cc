"""Drafting notes: one for every person and step, from templates and known facts only. Nothing is ever sent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from planner._composition import Piece, compose, fill_pieces
from planner.agenda import Event, Session, Speaker
from planner.channels import Channel, find_channel
from planner.lint import NoteContext, lint_note
from planner.note_templates import FORMS, Step, Templates, read_templates
from planner.people import Person
from planner.placeholders import PLACEHOLDERS, Fact, Matter, gather_facts, is_ceremony
from planner.places import translate_place
from planner.profile import Profile
from planner.suggestion import Flag, Slot

NOTHING = Matter()

_LONGEST_SUBJECT = 70
_TRIES = 6  # of the wordings that are as good, so many are tried for one that our own linter passes
_TO_STRANGERS = ("first_contact", "group_coffee", "nudge")


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted note: `facts` are the values it uses and where each comes from, `flags` what the linter says of it."""

    text: str
    channel: str
    step: Step
    language: str
    subject: str | None = None
    facts: tuple[Fact, ...] = ()
    flags: tuple[Flag, ...] = ()


def draft_note(
    person: Speaker | Person,
    *,
    step: Step = "first_contact",
    channel: str = "linkedin-free",
    language: str = "en",
    session: Session | None = None,
    event: Event | None = None,
    profile: Profile | None = None,
    slot: Slot | None = None,
    matter: Matter = NOTHING,
    debts_with_person: int = 0,
    turn: int | None = None,
    templates: Path | None = None,
) -> Draft:
    """Draft the note of one step to one person, from what is given and nothing else.

    What is unknown is left out. The draft fits the channel by choosing shorter variants or fewer parts, never by cutting
    words. The same person always gets the same variants; `turn` (their place in the list) spreads the variants evenly. Of
    wordings that say as much, one that our own linter passes is taken before one it flags. `templates` is the user's own
    folder, laid over ours. Raises ValueError for an unknown channel or language, and when no variant can be filled with what
    is known, or none is short enough.
    """
    way = find_channel(channel)
    texts = read_templates(language, folder=templates)
    slot = slot and replace(slot, place=translate_place(slot.place, language))
    facts = gather_facts(
        person, session=session, event=event, profile=profile, slot=slot, matter=matter, calendar=texts.calendar,
        with_date=FORMS[way.name] == "letter",
    )  # fmt: skip
    if "name" not in facts:
        raise ValueError(f"Too little is known to draft this note: it needs {PLACEHOLDERS['name'].meaning}.")
    values = {name: fact.value for name, fact in facts.items()}
    if turn is None:
        turn = int.from_bytes(hashlib.sha256(f"{person.id}/{person.name}".encode()).digest()[:4])
    context = NoteContext(
        debts_with_person=debts_with_person, known_before=step not in _TO_STRANGERS,
        person=", ".join(filter(None, (person.name, person.title, person.company))), event=event.name or "" if event else "",
        session=session.title if session else "", sender=profile.name if profile else "",
    )  # fmt: skip
    body, used, flags = _choose_body(
        (_write_body(texts, step, way, values, other) for other in range(turn, turn + _TRIES)), channel, context
    )
    subject = _pick_subject(texts.subjects.get(step, ()), values, turn) if way.subject else None
    used |= subject.names if subject else set()
    told = tuple(facts[name] for name in PLACEHOLDERS if name in used)
    return Draft(body, channel, step, language, subject=subject.text if subject else None, facts=told, flags=flags)


def _choose_body(
    bodies: Iterable[tuple[str, set[str]]], channel: str, context: NoteContext
) -> tuple[str, set[str], tuple[Flag, ...]]:
    """The first body our own linter passes, else the one it holds least against, with its flags."""
    tried = []
    for body, used in bodies:
        flags = lint_note(body, channel=channel, context=context)
        tried.append((body, used, flags))
        if not flags:
            break
    return min(tried, key=lambda found: len(found[2]))


def session_to_mention(sessions: Iterable[Session]) -> Session | None:
    """Of a person's sessions the one a note refers to: theirs alone before one with others.

    Never a break, a reception, or a welcome: nobody can have a question about that.
    """
    talks = [s for s in sessions if s.kind not in ("break", "networking") and not is_ceremony(s.title)]
    return min(talks, key=lambda s: (s.kind == "other", len(s.speakers) > 1), default=None)


def _write_body(texts: Templates, step: Step, channel: Channel, values: dict[str, str], turn: int) -> tuple[str, set[str]]:
    """The text of the step in the channel's form, and the placeholders it uses. A letter is greeted and closed by turn."""
    form = FORMS[channel.name]
    parts = texts.parts.get((step, form)) or texts.parts.get((step, "note"))
    if parts is None:
        raise ValueError(f"There is no template for the step {step!r} in {texts.language!r}.")
    if form != "letter":
        pieces = compose(parts, values, channel, joint=" ", turn=turn)
        return " ".join(p.text for p in pieces), {n for p in pieces for n in p.names}
    frame = [found[turn % len(found)] for part in (texts.greeting, texts.closing) if (found := fill_pieces(part, values))]
    room = replace(channel, words=channel.words and channel.words - sum(len(p.text.split()) for p in frame))
    pieces = [frame[0], *compose(parts, values, room, joint="\n\n", turn=turn), *frame[1:]]
    return "\n\n".join(p.text for p in pieces), {n for p in pieces for n in p.names}


def _pick_subject(variants: Sequence[str], values: dict[str, str], turn: int) -> Piece | None:
    """The subject whose turn it is among those short enough that name most of what is known."""
    short = [p for p in fill_pieces(variants, values) if len(p.text) <= _LONGEST_SUBJECT]
    telling = [p for p in short if p.names] or short
    return telling[turn % len(telling)] if telling else None
