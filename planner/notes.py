"""Drafting notes: one for every person and step, from templates and known facts only. Nothing is ever sent."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from planner.agenda import Event, Session, Speaker
from planner.channels import Channel, excess_of, find_channel
from planner.lint import NoteContext, lint_note
from planner.note_templates import FORMS, Parts, Step, Templates, fill_variant, names_in, read_templates, reduce_variant
from planner.people import Person
from planner.placeholders import PLACEHOLDERS, Fact, Matter, gather_facts
from planner.places import translate_place
from planner.profile import Profile
from planner.suggestion import Flag, Slot

NOTHING = Matter()

_MOST_COMBINATIONS = 20_000
_LONGEST_SUBJECT = 70


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


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    names: frozenset[str]


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
    words. The same person always gets the same variants; `turn` (their place in the list) spreads the variants evenly.
    `templates` is the user's own folder, laid over ours. Raises ValueError for an unknown channel or language, and when no
    variant can be filled with what is known, or none is short enough.
    """
    way = find_channel(channel)
    texts = read_templates(language, folder=templates)
    slot = slot and replace(slot, place=translate_place(slot.place, language))
    facts = gather_facts(
        person, session=session, event=event, profile=profile, slot=slot, matter=matter, calendar=texts.calendar
    )
    if "name" not in facts:
        raise ValueError(f"Too little is known to draft this note: it needs {PLACEHOLDERS['name'].meaning}.")
    values = {name: fact.value for name, fact in facts.items()}
    start = turn if turn is not None else int.from_bytes(hashlib.sha256(f"{person.id}/{person.name}".encode()).digest()[:4])
    parts, needed = _parts_of(texts, step, way)
    body, used = _compose(parts, needed, values, way, start=start)
    subject = _pick_subject(texts.subjects.get(step, ()), values, start) if way.subject else None
    if subject:
        used |= subject.names
    context = NoteContext(
        debts_with_person=debts_with_person,
        known_before=step != "first_contact",
        person=", ".join(filter(None, (person.name, person.title, person.company))),
        event=event.name or "" if event else "",
        session=session.title if session else "",
        sender=profile.name if profile else "",
    )
    return Draft(
        text=body,
        channel=channel,
        step=step,
        language=language,
        subject=subject.text if subject else None,
        facts=tuple(facts[name] for name in PLACEHOLDERS if name in used),
        flags=lint_note(body, channel=channel, context=context),
    )


def _parts_of(texts: Templates, step: Step, channel: Channel) -> tuple[Parts, int]:
    """The parts of the step in the channel's form, and the place of the first that cannot be left out."""
    form = FORMS[channel.name]
    parts = texts.parts.get((step, form)) or texts.parts.get((step, "note"))
    if parts is None:
        raise ValueError(f"There is no template for the step {step!r} in {texts.language!r}.")
    return ((texts.greeting, *parts, texts.closing), 1) if form == "letter" else (parts, 0)


def _compose(parts: Parts, needed: int, values: dict[str, str], channel: Channel, *, start: int) -> tuple[str, set[str]]:
    """The fullest combination that fits: most parts, then most key facts told once, then the variants whose turn it is."""
    joint = "\n\n" if FORMS[channel.name] == "letter" else " "
    choices = [_pieces(part, values, start + index) for index, part in enumerate(parts)]
    if not choices[needed]:
        raise ValueError(f"Too little is known to draft this note: it needs {_missing(parts[needed], values)}.")
    most = int(_MOST_COMBINATIONS ** (1 / len(parts)))
    ranked = [
        list(enumerate([*_shortlist(found, most - 1), *([None] if index != needed else [])]))
        for index, found in enumerate(choices)
    ]
    best: tuple[tuple[int, int, int], list[_Piece]] | None = None
    for combination in product(*ranked):
        pieces = [piece for _, piece in combination if piece]
        named = [name for piece in pieces for name in piece.names if PLACEHOLDERS[name].key]
        score = (len(pieces), 2 * len(set(named)) - len(named), -sum(place for place, _ in combination))
        if (best is None or score > best[0]) and not excess_of(joint.join(p.text for p in pieces), channel):
            best = score, pieces
    if best is None:
        raise ValueError(f"No wording of this note fits {channel.label}; choose another channel or shorten a template.")
    return joint.join(piece.text for piece in best[1]), {n for piece in best[1] for n in piece.names}


def _pieces(part: Sequence[str], values: dict[str, str], start: int) -> list[_Piece]:
    """The usable variants of a part, the one whose turn it is first, forms without their clauses after full ones."""
    turned = [part[(start + i) % len(part)] for i in range(len(part))]
    bare = [reduce_variant(variant, values.keys(), clauses=clauses) for clauses in (True, False) for variant in turned]
    return [_Piece(fill_variant(text, values), frozenset(names_in(text))) for text in dict.fromkeys(bare) if text]


def _shortlist(pieces: list[_Piece], most: int) -> list[_Piece]:
    """At most so many pieces, in order, the shortest always among them."""
    if len(pieces) <= most:
        return pieces
    return [*pieces[: most - 1], min(pieces[most - 1 :], key=lambda piece: len(piece.text))]


def _missing(part: Sequence[str], values: dict[str, str]) -> str:
    """What the variant that needs least still lacks, in words."""
    lacks = [
        [n for n in names_in(reduce_variant(v, PLACEHOLDERS.keys(), clauses=False) or "") if n not in values] for v in part
    ]
    return " and ".join(PLACEHOLDERS[name].meaning for name in min(lacks, key=len))


def _pick_subject(variants: Sequence[str], values: dict[str, str], start: int) -> _Piece | None:
    if not variants:
        return None
    return next((piece for piece in _pieces(variants, values, start) if len(piece.text) <= _LONGEST_SUBJECT), None)
