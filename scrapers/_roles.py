"""Which part every unit of a page plays: title, person, affiliation, room, text or other; weights learnt from known agendas.

Two linear models in a row. The first looks at a unit and its surroundings; the second also at what the first made of the
unit's neighbours, of its zone and of all units of the same format, so that the choice is made for the page together. The
weights stand in `data/roles.json`, made by `benchmarks/train_roles.py`.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul

from scrapers._features import NAMES, Seen
from scrapers._names import split_people
from scrapers._unit import Page
from scrapers._vocabulary import DATA

ROLES = ("title", "person", "affil", "room", "text", "other", "mixed")
TITLE, PERSON, AFFIL, ROOM, TEXT, OTHER, MIXED = range(7)
CONTEXT = (
    *(f"own_{r}" for r in ROLES), *(f"style_{r}" for r in ROLES), *(f"before_{r}" for r in ROLES),
    *(f"after_{r}" for r in ROLES),
    "rival_title", "rival_step", "titles_before", "titles_else", "titles_above", "person_else", "person_before",
)  # fmt: skip
Chances = list[float]
LEVEL = 0.3


@dataclass(frozen=True)
class Layer:
    """One linear model: a row of weights and a bias for every role."""

    weights: list[list[float]]
    bias: list[float]

    def chances(self, row: Sequence[float]) -> Chances:
        """The chance of every role."""
        scores = [b + sum(map(mul, w, row)) for w, b in zip(self.weights, self.bias, strict=True)]
        top = max(scores)
        raised = [math.exp(s - top) for s in scores]
        total = sum(raised)
        return [r / total for r in raised]


@dataclass(frozen=True)
class Model:
    """Both layers."""

    first: Layer
    second: Layer


def model_from(data: dict[str, dict[str, list[list[float]]]]) -> Model:
    """A model from its exported form. Raises ValueError when it was made for other features."""
    layers = []
    for name, width in (("first", len(NAMES)), ("second", len(NAMES) + len(CONTEXT))):
        weights = data[name]["weights"]
        if any(len(w) != width for w in weights):
            raise ValueError("The role weights were made for other features: run benchmarks/train_roles.py again.")
        layers.append(Layer(weights, data[name]["bias"][0]))
    return Model(*layers)


@cache
def default_model() -> Model:
    """The weights delivered with the program."""
    return model_from(json.loads((DATA / "roles.json").read_text(encoding="utf-8")))


def roles_of(page: Page, seen: Seen, model: Model | None = None) -> list[Chances]:
    """The chances of all roles for every unit, in the order of `ROLES`; empty lists for times."""
    model = model or default_model()
    first = [model.first.chances(row) if row else [] for row in seen.rows]
    context = context_of(page, seen.styles, first)
    second = [model.second.chances([*row, *more]) if row else [] for row, more in zip(seen.rows, context, strict=True)]
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
