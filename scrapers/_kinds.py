"""What kind of item a session is, judged from its title; the words stand in `data/kinds.toml`, one table a language."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from planner.agenda import Kind

_WORDS = Path(__file__).parent / "data" / "kinds.toml"
_ORDER: tuple[Kind, ...] = ("break", "networking", "keynote", "panel", "workshop")


@cache
def _patterns() -> dict[Kind, re.Pattern[str]]:
    tables = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return {
        kind: re.compile("|".join(rf"(?<!\w){re.escape(w)}(?!\w)" for t in tables.values() for w in t.get(kind, ())), re.I)
        for kind in _ORDER
    }


def kind_of(title: str, has_people: bool = False) -> Kind:
    """The kind of session a title names; someone who speaks at it makes a break or a reception a talk."""
    for kind, pattern in _patterns().items():
        if pattern.search(title) and not (has_people and kind in ("break", "networking")):
            return kind
    return "talk"
