"""The suggested meeting: a person, why, what to give first, a drafted note and a proposed slot. Values only."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from planner.agenda import Speaker
from planner.journal import Way

Channel = Literal["linkedin-free", "linkedin", "email"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why to meet somebody. `weight` is the share of the person's score (0 to 1) that this reason brought."""

    code: str
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class GiveFirst:
    """A concrete favour for this person. `person` is the `Speaker.id` or `Person.id` of whom it connects them to, if any."""

    way: Way
    text: str
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A proposed time and place; `start` and `end` are ISO 8601 local wall-clock times at the venue."""

    start: str
    end: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """Something in a drafted note that would put the reader off, and a better wording."""

    code: str
    text: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class Note:
    """A drafted message; `length` counts characters as the channel counts them."""

    channel: Channel
    text: str
    length: int
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggested meeting. `score` is 0 to 1 and the sum of the reasons' weights.

    `reasons` are strongest first. `questions` are three, the last always whom I should know here. `unlikely` marks people
    whom the plain score would have missed (the "not a snob" places). `industry` is what their company is known to do, in
    words ("insurance"), None when it is unknown; `evidence` says how it is known (see `planner.industries.Evidence`).
    `offer` and `topic` are which of my offers fits them and which of my topics they speak about, in the profile's words,
    None where none does; `trade` what their company surely does, when that is another trade than mine.
    """

    rank: int
    speaker: Speaker
    score: float
    reasons: tuple[Reason, ...]
    give_first: tuple[GiveFirst, ...]
    questions: tuple[str, ...] = ()
    slot: Slot | None = None
    note: Note | None = None
    unlikely: bool = False
    industry: str | None = None
    evidence: str | None = None
    functions: tuple[str, ...] = ()
    offer: str | None = None
    topic: str | None = None
    trade: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who is not suggested, and the reason: a competitor, somebody to avoid, a colleague, a no."""

    speaker: Speaker
    code: str
    text: str


def to_json(suggestion: Suggestion) -> dict[str, Any]:
    """The suggestion in the published shape (see the planner contract in CONTRIBUTING.md): every key there, unknown is null."""
    person = suggestion.speaker
    return {
        "rank": suggestion.rank,
        "id": person.id,
        "name": person.name,
        "title": person.title,
        "company": person.company,
        "score": suggestion.score,
        "reasons": [asdict(reason) for reason in suggestion.reasons],
        "give_first": [asdict(idea) for idea in suggestion.give_first],
        "questions": list(suggestion.questions),
        "slot": asdict(suggestion.slot) if suggestion.slot else None,
        "note": asdict(suggestion.note) if suggestion.note else None,
        "unlikely": suggestion.unlikely,
        "industry": suggestion.industry,
        "industry_evidence": suggestion.evidence,
        "functions": list(suggestion.functions),
    }
