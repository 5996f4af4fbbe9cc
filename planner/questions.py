"""Three questions to put to somebody, made of what is known of them; the last is always whom I should know here."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from planner._signs import find_sign
from planner.candidates import Candidate
from planner.signals import Scene
from planner.titles import functions

LAST = "Whom should I know here?"
_LONE = 2  # speakers at most of a talk that is one's own


@cache
def _wordings() -> dict[str, list[str]]:
    return tomllib.loads((Path(__file__).parent / "data" / "questions.toml").read_text(encoding="utf-8"))


def ask_questions(candidate: Candidate, scene: Scene, *, turn: int = 0) -> tuple[str, str, str]:
    """Three questions for the talk. `turn` is the place on the list: neighbours are asked in different words."""
    session = next((s for s in candidate.sessions if s.kind not in ("break", "networking")), None)
    if session is None:
        first = _word("no_session", turn)
    else:
        own = len(session.speakers) <= _LONE and session.kind != "panel" and not find_sign("hosts", candidate.speaker.title)
        first = _word("talk" if own else "shared", turn, session=session.title)
    return first, _second(candidate, scene, turn), LAST


def _second(candidate: Candidate, scene: Scene, turn: int) -> str:
    role, kind = candidate.role, candidate.business.kind
    company = candidate.speaker.company if candidate.company else None
    trade = f" in {candidate.business.label}" if candidate.business.label and candidate.business.evidence != "name" else ""
    topic = next((t for t in scene.me.profile.topics if scene.texts.match(t, candidate.says)), None)
    if topic:
        return _word("my_topic", turn, topic=topic)
    mine = next((f for f in role.craft if f in scene.me.role.craft), None)
    if mine:
        return _word("same_craft", turn, field=functions()[mine], company=company, trade=trade)
    industry = candidate.business.industry
    if industry is not None and (industry.key == "association" or kind in ("public", "fund")):
        return _word(kind, turn)
    if company and role.owner and find_sign("founder", candidate.speaker.title):
        return _word("founder", turn, company=company)
    if role.craft:
        return _word("craft", turn, field=functions()[role.craft[0]], company=company, trade=trade)
    if company and "general" in role.functions:
        return _word("general", turn, company=company)
    return _word("unknown", turn)


def _word(kind: str, turn: int, **facts: str | None) -> str:
    """The wording whose turn it is, of those for which every fact is known."""
    missing = [f"{{{name}}}" for name, value in facts.items() if value is None]
    fitting = [w for w in _wordings()[kind] if not any(m in w for m in missing)]
    return fitting[turn % len(fitting)].format(**{name: value or "" for name, value in facts.items()})
