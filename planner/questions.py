"""Three questions to put to somebody, made of what is known of them; the last is always whom I should know here."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

from planner._signs import find_sign
from planner.candidates import Candidate, Me
from planner.titles import functions

LAST = "Whom should I know here?"
_LONE = 2  # speakers at most of a talk that is one's own


@cache
def _wordings() -> dict[str, list[str]]:
    return tomllib.loads((Path(__file__).parent / "data" / "questions.toml").read_text(encoding="utf-8"))


def ask_questions(candidate: Candidate, me: Me, topic: str | None, asked: Counter[str]) -> tuple[str, str, str]:
    """Three questions for the talk; `topic` is which of my topics they speak about.

    `asked` counts what others on the list are asked already, in which wording, and is told of these: what was asked least
    comes first, so that nothing is heard twice while there is something else.
    """
    first, second = (
        min(options, key=lambda o: (asked[o[1]], asked[o[0]]))
        for options in (_openers(candidate), _about_work(candidate, me, topic))
    )
    asked.update((*first, *second))
    return first[1], second[1], LAST


def _openers(candidate: Candidate) -> list[tuple[str, str]]:
    """Questions on what they speak about here."""
    for session in candidate.sessions:
        if session.kind not in ("break", "networking"):
            own = len(session.speakers) <= _LONE and session.kind != "panel" and not find_sign("hosts", candidate.speaker.title)
            return _words("talk" if own else "shared", session=session.title)
    company = candidate.speaker.company if candidate.company else None
    return _words("no_session", company=company, title=candidate.speaker.title)


def _about_work(candidate: Candidate, me: Me, topic: str | None) -> list[tuple[str, str]]:
    """Questions on their work, the closest to both of us first."""
    role, business = candidate.role, candidate.business
    company = candidate.speaker.company if candidate.company else None
    trade = f" in {business.label}" if business.label and business.evidence != "name" else ""
    mine = next((f for f in role.craft if f in me.role.craft), None)
    field = functions()[mine or role.craft[0]] if role.craft else None
    body = "association" if business.industry and business.industry.key == "association" else business.kind
    facts: dict[str, str | None] = {"topic": topic, "field": field, "company": company, "trade": trade}
    kinds = [
        ("my_topic", topic is not None),
        ("same_craft", mine is not None),
        (body, body in ("association", "public", "fund")),
        ("founder", role.owner and find_sign("founder", candidate.speaker.title) is not None),
        ("craft", bool(role.craft) and mine is None),
        ("general", "general" in role.functions and business.kind == "company"),
        ("unknown", True),
    ]
    return [word for kind, fits in kinds if fits for word in _words(kind, **facts)]


def _words(kind: str, **facts: str | None) -> list[tuple[str, str]]:
    """The wordings of a kind for which every fact is known, each as it stands and filled in."""
    known = {name: value for name, value in facts.items() if value is not None}
    missing = [f"{{{name}}}" for name in facts if name not in known]
    return [(w, w.format(**known)) for w in _wordings()[kind] if not any(m in w for m in missing)]
