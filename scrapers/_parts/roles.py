"""Which part every unit of a page plays: title, person, affiliation, room, text or other; weights learnt from known agendas.

Two models in a row. The first, boosted trees, looks at a unit and its surroundings; the second, linear, also at what the
first made of the unit's neighbours, of its zone and of all units of the same format, so that the choice is made for the page
together. Both stand in `data/roles.json`, made by `benchmarks/train_roles.py`; those in `data/roles_of_text.json` have learnt
from plain text, where places stand for styles. A text is judged by both pairs, since they err differently.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scrapers._language.trees import Trees, trees_from
from scrapers._language.vocabulary import DATA
from scrapers._parts.features import NAMES, Seen
from scrapers._people.names import split_people
from scrapers._timing.unit import Page

ROLES = ("title", "person", "affil", "room", "text", "other", "mixed")
TITLE, PERSON, AFFIL, ROOM, TEXT, OTHER, MIXED = range(7)
CONTEXT = (
    *(f"own_{r}" for r in ROLES), *(f"style_{r}" for r in ROLES), *(f"before_{r}" for r in ROLES),
    *(f"after_{r}" for r in ROLES),
    "rival_title", "rival_step", "titles_before", "titles_else", "titles_above", "person_else", "person_before",
)  # fmt: skip
Array = NDArray[np.float64]
Places = NDArray[np.int64]
LEVEL = 0.15


class Chances(list[float]):
    """The chances of all roles, in the order of `ROLES`, none for a time; `role` is the likeliest one."""

    __slots__ = ("role",)

    def __init__(self, chances: Iterable[float] = ()) -> None:
        super().__init__(chances)
        self.role = self.index(max(self)) if self else -1

    @property
    def is_title(self) -> bool:
        """Whether the likeliest role is a title, alone or with its people in the same line."""
        return self.role in (TITLE, MIXED)

    @property
    def as_title(self) -> float:
        """How likely it is a title, alone or with its people."""
        return self[TITLE] + self[MIXED]

    def drawn_to(self, role: int, keep: float = 0.3) -> Chances:
        """The chances drawn to one role, so that they keep but this share of what they were."""
        return Chances([keep * c + (1 - keep if at == role else 0.0) for at, c in enumerate(self)])


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
def default_model(*, bare: bool = False) -> Model:
    """The model delivered with the program; `bare`: that for plain text."""
    return model_from(json.loads((DATA / ("roles_of_text.json" if bare else "roles.json")).read_text(encoding="utf-8")))


def chances_of(scores: Array) -> Array:
    """Scores of all roles as chances."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Array = raised / raised.sum(axis=1, keepdims=True)
    return chances


def roles_of(page: Page, seen: Seen, model: Model | None = None) -> list[Chances]:
    """The chances of all roles for every unit."""
    texts = seen.texts
    found = [Chances()] * len(page.units)
    if not len(texts):
        return found
    second = _chances_by(model or default_model(), page, seen)
    if seen.bare and model is None:
        second = (second + _chances_by(default_model(bare=True), page, seen)) / 2
    groups = _groups_of(seen.styles)[texts]
    for at, row in zip(texts.tolist(), _levelled(second, groups).tolist(), strict=True):
        unit, found[at] = page.units[at], Chances(row)
        if unit.is_people and not split_people(unit.text):  # odd names cut off a title: only their format shows what they are
            found[at] = found[at].drawn_to(PERSON, keep=0.2)
    return found


def _chances_by(model: Model, page: Page, seen: Seen) -> Array:
    """The chances of all roles for every text unit by both layers of one model."""
    texts = seen.texts
    rows = seen.rows[texts]
    first = np.zeros((len(page.units), len(ROLES)))
    first[texts] = chances_of(model.first.scores(rows))
    context = context_of(page, seen, first)
    return chances_of(model.second.scores(np.hstack([rows, context[texts]])))


def _groups_of(styles: list[str]) -> Places:
    """The formats as numbers, from 0 on."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(style, len(known)) for style in styles], np.int64)


def _means(rows: Array, groups: Places) -> Array:
    """The mean row of every group."""
    count = np.maximum(np.bincount(groups), 1)
    return np.column_stack([np.bincount(groups, column) / count for column in rows.T])


def _levelled(chances: Array, groups: Places) -> Array:
    """Chances drawn towards the (geometric) mean of their format: lines of one format mostly play one part."""
    logs = np.log(chances + 1e-4)
    count = np.bincount(groups)
    share = (LEVEL * count / (count + 2))[groups, None]
    raised = np.exp((1 - share) * logs + share * _means(logs, groups)[groups])
    levelled: Array = raised / raised.sum(axis=1, keepdims=True)
    return levelled


def context_of(page: Page, seen: Seen, first: Array) -> Array:
    """What the first model made of every unit's surroundings, a row a unit, in the order of `CONTEXT`.

    `first` are the chances it gives every unit, none to times.
    """
    groups = _groups_of(seen.styles)
    means = np.zeros((len(first), len(ROLES)))
    means[seen.texts] = _means(first[seen.texts], groups[seen.texts])[groups[seen.texts]]
    nothing = np.zeros((1, len(ROLES)))
    before, after = np.vstack([nothing, first[:-1]]), np.vstack([first[1:], nothing])
    titles, people, asked = first[:, TITLE].tolist(), first[:, PERSON].tolist(), set(seen.texts.tolist())
    told: dict[int, tuple[float, ...]] = {}
    for number, zone in enumerate(page.zones):
        members = [at for at in range(zone.first, zone.last) if at in asked]
        told |= {at: row for at, row in _rivals(members, titles, people) if page.units[at].zone == number}
    rivals = np.zeros((len(first), len(CONTEXT) - 4 * len(ROLES)))
    if told:
        rivals[list(told)] = list(told.values())
    return np.hstack([first, means, before, after, rivals])


def _rivals(members: list[int], titles: list[float], people: list[float]) -> Iterator[tuple[int, tuple[float, ...]]]:
    """For every unit of a zone: the best other title and how far, the titles and people before it and elsewhere."""
    ranked = sorted(members, key=lambda at: (-titles[at], -at))
    place = {at: float(min(n, 9)) for n, at in enumerate(ranked)}
    total = sum(titles[at] for at in members)
    best_people = sorted((people[at] for at in members), reverse=True)[:2]
    titles_before, person_before = 0.0, 0.0
    for at in members:
        title, person = titles[at], people[at]
        best = ranked[0] if ranked[0] != at else ranked[1] if len(ranked) > 1 else None
        other = next((p for p in best_people if p != person), 0.0)
        rival, step = (0.0, 0.0) if best is None else (titles[best], float(max(-5, min(5, at - best))))
        yield at, (rival, step, titles_before, total - title, place[at], other, person_before)
        titles_before += title
        person_before = max(person_before, person)
