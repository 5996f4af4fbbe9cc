"""Better wordings for what the linter flags, built from the note, its context and our own templates."""

from __future__ import annotations

import re
from zlib import crc32

from planner._lint_text import NoteText
from planner.agenda import Event, Session, Speaker
from planner.channels import Channel, excess_of
from planner.note_templates import Templates, fill_variant, names_in, read_templates, reduce_variant
from planner.placeholders import Matter, first_name_of, gather_facts

_FOR_A_FIRST_NAME = re.compile(r"first|\bfname|vorname|pr[eé]nom|voornaam", re.IGNORECASE)
_FOR_A_NAME = re.compile(r"name|nom\b|nome|nombre|naam", re.IGNORECASE)


def word_better(
    code: str, why: str, text: str, note: NoteText, *, person: str, event: str, session: str, debts: int, channel: Channel
) -> str:
    """What to do instead, with a sample in the language of the note where we have templates for it."""
    if code == "too_long":
        return _shorten(text, note, channel)
    if code == "placeholder":
        name = person.split(",")[0].strip()
        known = name and _FOR_A_NAME.search(why)
        name = first_name_of(name) if _FOR_A_FIRST_NAME.search(why) else name
        return f"Put in the real word{f', here “{name}”,' if known else ''} or leave the phrase out."
    advice, step, part = _ADVICE[code]
    sample = note.language.instead.get(code) or _sample(
        note.language.name, step, part, person=person, event=event, session=session
    )
    if code == "ask_too_early":
        advice = advice.format(favours=_FAVOURS[min(max(debts, 0), 2)])
    return f"{advice} For example: “{sample}”" if sample else advice


_FAVOURS = ("three favours first", "two more favours first", "one more favour first")

_ADVICE = {
    "attachment": ("Send nothing yet; say in one line what you have, and ask.", "", ()),
    "pushy": ("You have asked; make a no easy.", "", ()),
    "ask_too_early": (
        "Take the request out and do {favours}: a name, an introduction, a piece of advice. End with an offer instead.",
        "",
        (),
    ),
    "vague_ask": (
        "Name the person or role and the company, the reason, and what you offer in return.",
        "",
        (),
    ),
    "pitch": (
        "Leave your product and customers out; they can ask. Say what in your work is like theirs and ask how they do it.",
        "first_contact",
        (0, 1, 2),
    ),
    "generic": (
        "Name one thing from their session and one from your own work that is like it, then ask one question.",
        "first_contact",
        (0, 1),
    ),
    "flattery_only": (
        "Keep one line of praise, say what it made you try or ask, and add something you can give.",
        "first_contact",
        (0, 1, 2),
    ),
}


def _shorten(text: str, note: NoteText, channel: Channel) -> str:
    for sentence in sorted(note.sentences[1:-1], key=lambda s: len(s.raw)):
        rest = text.replace(sentence.raw, "", 1)
        if not excess_of(" ".join(rest.split()), channel):
            return f"It fits without “{sentence.raw}”; tell that part when you meet."
    return "Keep one thought and one question; tell the rest when you meet."


def _sample(language: str, step: str, parts: tuple[int, ...], *, person: str, event: str, session: str) -> str | None:
    if not parts or not person:
        return None
    try:
        templates: Templates = read_templates(language)
    except ValueError:
        return None
    pieces = [p.strip() for p in person.split(",")]
    facts = gather_facts(
        Speaker(
            id="reader",
            name=pieces[0],
            title=pieces[1] if len(pieces) > 2 else None,
            company=pieces[-1] if len(pieces) > 1 else None,
        ),
        session=Session(id="session", title=session) if session else None,
        event=Event(name=event or None),
        profile=None,
        slot=None,
        matter=Matter(),
        calendar=templates.calendar,
    )
    values = {name: fact.value for name, fact in facts.items()}
    turn = crc32(person.encode())  # another reader gets another sample, the same one the same again
    found = []
    for place, part in enumerate(parts):
        bare = [reduce_variant(v, values.keys(), clauses=False) for v in templates.parts[(step, "note")][part]]
        usable = [b for b in bare if b]
        telling = [b for b in usable if "session" in names_in(b)] or usable[-1:] if place == 0 else usable
        if telling:
            found.append(fill_variant(telling[turn // (place + 1) % len(telling)], values))
    return " ".join(found) or None
