"""Which part every unit of a page plays: title, person, affiliation, room, text or other; weights learnt from known agendas.

Two models in a row. The first, boosted trees, looks at a unit and its surroundings; the second, linear, also at what the
first made of the unit's neighbours, of its zone and of all units of the same format, so that the choice is made for the page
together. Both stand in `data/roles.json`, made by `benchmarks/train_roles.py`.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scrapers._features import NAMES, Seen
from scrapers._names import split_people
from scrapers._trees import Trees, trees_from
from scrapers._unit import Page
from scrapers._vocabulary import DATA

ROLES = ("title", "person", "affil", "room", "text", "other", "mixed")
TITLE, PERSON, AFFIL, ROOM, TEXT, OTHER, MIXED = range(7)
CONTEXT = (
    *(f"own_{r}" for r in ROLES), *(f"style_{r}" for r in ROLES), *(f"before_{r}" for r in ROLES),
    *(f"after_{r}" for r in ROLES),
    "rival_title", "rival_step", "titles_before", "titles_else", "titles_above", "person_else", "person_before",
)  # fmt: skip
Array = NDArray[np.float64]
Chances = list[float]
LEVEL = 0.15


@dataclass(frozen=True, eq=False)
class Linear:
    """A row of weights and a bias for every role."""

    weights: Array
    bias: Array

    def scores(self, rows: Array) -> Array:
        """The weighted sums of every row."""
        return rows @ self.weights.T + self.bias


@dataclass(frozen=True)
class Model:
    """Both layers."""

    first: Trees
    second: Linear


def model_from(data: dict[str, dict[str, Any]]) -> Model:
    """A model from its exported form. Raises ValueError when it was made for other features."""
    first, second = data["first"], data["second"]
    if first["width"] != len(NAMES) or len(second["weights"][0]) != len(NAMES) + len(CONTEXT):
        raise ValueError("The role model was made for other features: run benchmarks/train_roles.py again.")
    return Model(trees_from(first), Linear(np.array(second["weights"]), np.array(second["bias"])))


@cache
def default_model() -> Model:
    """The model delivered with the program."""
    return model_from(json.loads((DATA / "roles.json").read_text(encoding="utf-8")))


def chances_of(scores: Array) -> Array:
    """Scores of all roles as chances."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Array = raised / raised.sum(axis=1, keepdims=True)
    return chances


def roles_of(page: Page, seen: Seen, model: Model | None = None) -> list[Chances]:
    """The chances of all roles for every unit, in the order of `ROLES`; empty lists for times."""
    model = model or default_model()
    places = [at for at, row in enumerate(seen.rows) if row]
    if not places:
        return [[] for _ in seen.rows]
    rows = np.array([seen.rows[at] for at in places])
    first: list[Chances] = [[] for _ in seen.rows]
    for at, chances in zip(places, chances_of(model.first.scores(rows)).tolist(), strict=True):
        first[at] = chances
    context = context_of(page, seen.styles, first)
    both = np.hstack([rows, np.array([context[at] for at in places])])
    second: list[Chances] = [[] for _ in seen.rows]
    for at, chances in zip(places, chances_of(model.second.scores(both)).tolist(), strict=True):
        second[at] = chances
    return [
        _drawn_to_person(row) if unit.is_people and row and not split_people(unit.text) else row
        for unit, row in zip(page.units, _levelled(second, seen.styles), strict=True)
    ]


def _drawn_to_person(chances: Chances) -> Chances:
    """The chances of odd names cut off a title line: only the other lines of its format show what they are."""
    return [0.2 * c + (0.8 if role == PERSON else 0.0) for role, c in enumerate(chances)]


def role_of(chances: Chances) -> int:
    """The likeliest role."""
    return chances.index(max(chances))


def _levelled(chances: list[Chances], styles: list[str]) -> list[Chances]:
    """Chances drawn towards the (geometric) mean of their format: lines of one format mostly play one part."""
    logs = [[math.log(c + 1e-4) for c in row] for row in chances]
    groups: dict[str, list[int]] = defaultdict(list)
    for at, style in enumerate(styles):
        if logs[at]:
            groups[style].append(at)
    out: list[Chances] = [[] for _ in chances]
    for members in groups.values():
        share = LEVEL * len(members) / (len(members) + 2)
        means = [sum(column) / len(members) for column in zip(*(logs[at] for at in members), strict=True)]
        for at in members:
            raised = [math.exp((1 - share) * own + share * mean) for own, mean in zip(logs[at], means, strict=True)]
            total = sum(raised)
            out[at] = [r / total for r in raised]
    return out


def context_of(page: Page, styles: list[str], first: list[Chances]) -> list[list[float]]:
    """What the first model made of every unit's surroundings, in the order of `CONTEXT`."""
    nothing = [0.0] * len(ROLES)
    groups: dict[str, list[Chances]] = defaultdict(list)
    for style, chances in zip(styles, first, strict=True):
        if chances:
            groups[style].append(chances)
    means = {style: [sum(column) / len(rows) for column in zip(*rows, strict=True)] for style, rows in groups.items()}
    rivals = [_rivals(range(z.first, z.last), first) for z in page.zones]
    out: list[list[float]] = []
    for at, chances in enumerate(first):
        if not chances:
            out.append([])
            continue
        before = first[at - 1] if at else nothing
        after = first[at + 1] if at + 1 < len(first) else nothing
        zone = page.units[at].zone
        extra = rivals[zone].get(at, [0.0] * 7) if zone >= 0 else [0.0] * 7
        out.append([*chances, *means[styles[at]], *(before or nothing), *(after or nothing), *extra])
    return out


def _rivals(span: range, first: list[Chances]) -> dict[int, list[float]]:
    """For every unit of a zone: the best other title and how far, the titles and people before it and elsewhere."""
    members = [at for at in span if first[at]]
    ranked = sorted(members, key=lambda at: (-first[at][TITLE], -at))
    titles, people = sum(first[at][TITLE] for at in members), sorted((first[at][PERSON] for at in members), reverse=True)
    out = {}
    titles_before, person_before = 0.0, 0.0
    place = {at: n for n, at in enumerate(ranked)}
    for at in members:
        own = first[at]
        best = next((r for r in ranked[:2] if r != at), None)
        person = next((p for p in people[:2] if p != own[PERSON]), 0.0)
        out[at] = [
            first[best][TITLE] if best is not None else 0.0, float(max(-5, min(5, at - best))) if best is not None else 0.0,
            titles_before, titles - own[TITLE], float(min(place[at], 9)), person, person_before,
        ]  # fmt: skip
        titles_before += own[TITLE]
        person_before = max(person_before, own[PERSON])
    return out
