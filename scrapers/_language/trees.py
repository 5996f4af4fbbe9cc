"""Boosted decision trees, evaluated for all rows of a page at once.

Each question of a tree is a condition: is a feature at most a limit? Every condition is looked at once for all rows. A tree
keeps the leaves a row may still come to, as bits; a condition that does not hold takes away those on its `yes` side, and the
first that is left is the row's (QuickScorer: Lucchese et al., SIGIR 2015). What all rows of a page answer alike is settled
for the page, and rows that answer everything alike are scored once.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Places = NDArray[np.int32]
Bits = NDArray[np.uint16]
Steps = NDArray[np.uint8]
_SLICE = 512
_MOST_LEAVES = 16


@dataclass(frozen=True, eq=False)
class _Questions:
    """Every question of the trees: its tree, its condition, the leaves on both its sides; the leaves of every tree.

    `limits` are those a feature is compared with anywhere, in order; condition `n` asks whether feature `feature[n]` is at most
    the one at `step[n]` of its limits. `first` are the places of the first questions of trees that ask any.
    """

    limits: list[Array]
    feature: Places
    step: Steps
    tree: Places
    first: Places
    condition: Places
    yes: Bits
    no: Bits
    leaves: Bits
    values: Array


@dataclass(frozen=True, eq=False)
class Trees:
    """Boosted decision trees, all in one table of nodes; no tree has more than 16 leaves.

    A node asks whether a feature is at most its limit, then goes on to `yes` or `no`; a leaf goes on to itself. `starts`: the
    root of every tree, in turns one for each role; `base`: what every role's sum begins with.
    """

    feature: Places
    limit: Array
    yes: Places
    no: Places
    value: Array
    starts: Places
    base: Array

    def scores(self, rows: Array) -> Array:
        """The sum of the values of the leaves that every row comes to, for each role; in slices, to spare memory."""
        asked = self._questions
        steps = np.zeros((len(asked.limits), len(rows)), np.uint8)
        for feature, limits in enumerate(asked.limits):
            if len(limits):
                steps[feature] = np.searchsorted(limits, rows[:, feature])
        _, first, place = np.unique(_as_keys(steps.T), return_index=True, return_inverse=True)
        steps = steps[:, first]
        slices = range(0, len(first), _SLICE)
        total: Array = np.vstack([self._score(steps[:, at : at + _SLICE]) for at in slices])[place.ravel()]
        return total

    def _score(self, steps: Steps) -> Array:
        """The scores of rows by the number of limits that each of their features passes, a column a row."""
        asked = self._questions
        answers = steps[asked.feature] <= asked.step[:, None]
        always = np.asarray(answers.all(axis=1))
        sometimes = np.asarray(answers.any(axis=1))
        settled = np.where(sometimes[asked.condition], 0, asked.yes) | np.where(always[asked.condition], asked.no, 0)
        leaves = asked.leaves.copy()
        leaves[asked.tree[asked.first]] &= ~np.bitwise_or.reduceat(settled, asked.first)
        left = leaves[asked.tree]
        undecided = np.flatnonzero((left & asked.yes).astype(bool) & (left & asked.no).astype(bool))
        count = np.bincount(asked.tree[undecided], minlength=len(leaves))
        order = np.argsort(-count, kind="stable")
        state = np.repeat(leaves[order, None], answers.shape[1], axis=1)
        keeps = np.where(answers, np.uint16(0xFFFF), np.uint16(0))
        begins = np.cumsum(count) - count
        for turn in range(int(count.max(initial=0))):
            trees = order[: np.count_nonzero(count > turn)]
            now = undecided[begins[trees] + turn]
            state[: len(trees)] &= keeps[asked.condition[now]] | ~asked.yes[now, None]
        reached = np.empty(state.shape, np.int32)
        reached[order] = _FIRST_BIT[state]
        reached += np.arange(len(leaves), dtype=np.int32)[:, None] * _MOST_LEAVES
        sums: Array = asked.values[reached].reshape(-1, len(self.base), answers.shape[1]).sum(axis=0)
        return self.base + sums.T

    @cached_property
    def _questions(self) -> _Questions:
        feature, limit, yes, no, value = (
            column.tolist() for column in (self.feature, self.limit, self.yes, self.no, self.value)
        )
        asked = sorted({(f, x) for f, x, at, node in zip(feature, limit, itertools.count(), yes, strict=False) if at != node})
        steps_of: list[list[float]] = [[] for _ in range(max(feature) + 1)]
        for f, x in asked:
            steps_of[f].append(x)
        conditions = {condition: place for place, condition in enumerate(asked)}
        rows: list[tuple[int, int, int, int]] = []
        values: list[list[float]] = []

        def leaves_below(node: int) -> int:
            if yes[node] == node:
                values[-1].append(value[node])
                return 1 << (len(values[-1]) - 1)
            here, there = leaves_below(yes[node]), leaves_below(no[node])
            place = conditions[feature[node], limit[node]]
            rows.append((len(values) - 1, place, here, there))
            return here | there

        leaves = []
        for start in self.starts.tolist():
            values.append([])
            leaves.append(leaves_below(start))
            if len(values[-1]) > _MOST_LEAVES:
                raise ValueError(f"A tree of the model has more than {_MOST_LEAVES} leaves.")
            values[-1] += [0.0] * (_MOST_LEAVES - len(values[-1]))
        tree, condition, here, there = zip(*rows, strict=True)
        first = {f: place for place, (f, _) in reversed(list(enumerate(asked)))}
        steps = np.array([place - first[f] for place, (f, _) in enumerate(asked)], np.uint8)
        return _Questions(
            [np.array(each) for each in steps_of], np.array([f for f, _ in asked], np.int32), steps, np.array(tree, np.int32),
            np.unique(tree, return_index=True)[1].astype(np.int32), np.array(condition, np.int32),
            np.array(here, np.uint16), np.array(there, np.uint16), np.array(leaves, np.uint16), np.array(values).ravel(),
        )  # fmt: skip


def _as_keys(rows: Steps) -> NDArray[np.void]:
    """Every row as one value that can be compared."""
    rows = np.ascontiguousarray(rows)
    return rows.view(f"V{rows.shape[1]}").ravel()


def trees_from(data: dict[str, Any]) -> Trees:
    """Boosted trees from their exported form."""
    feature, yes, no, starts = (np.array(data[name], dtype=np.int32) for name in ("feature", "yes", "no", "starts"))
    limit, value, base = (np.array(data[name], dtype=np.float64) for name in ("limit", "value", "base"))
    return Trees(feature, limit, yes, no, value, starts, base)


_LEAVES = np.arange(1 << _MOST_LEAVES)
_FIRST_BIT = (np.frexp((_LEAVES & -_LEAVES).astype(np.float64))[1] - 1).astype(np.uint8)
"""The place of the lowest bit of every set of leaves."""
