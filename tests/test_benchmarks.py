"""The scheduled check of the figures: what counts as worse."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

RUN = runpy.run_path(str(Path(__file__).parent.parent / "benchmarks" / "run.py"), run_name="run")
KEPT = {"read": 10.0, "match": 0.6}


def test_up_to_a_fifth_more_and_anything_less_is_no_regression() -> None:
    """Noise is let pass, and so is a figure that is new."""
    assert RUN["find_worse"](KEPT, {"read": 12.0, "match": 0.2, "new": 99.0}) == []


def test_more_than_a_fifth_more_is_named_with_both_ratios() -> None:
    """Who reads the failure sees what grew and by how much."""
    assert RUN["find_worse"](KEPT, {"read": 13.0, "match": 0.6}) == ["read: 13.00 ×, was 10.00 × (+30%)"]


def test_a_figure_that_is_not_measured_any_more_is_named() -> None:
    """A renamed or dropped figure does not pass in silence."""
    assert RUN["find_worse"](KEPT, {"read": 9.0}) == ["match: kept, but no longer measured"]


def test_a_quick_run_does_not_miss_what_it_leaves_out() -> None:
    """It measures less on purpose."""
    assert RUN["find_worse"](KEPT, {"read": 9.0}, whole=False) == []


def test_of_several_rounds_the_middle_counts_and_how_far_they_lie_apart_is_kept() -> None:
    """One round beside a busy neighbour changes nothing."""
    figure = RUN["Figure"]
    found = RUN["gather"]([[figure("read", 10.0, 1.0)], [figure("read", 30.0, 1.0)], [figure("read", 11.0, 1.0)]])

    assert RUN["ratios_of"](found) == {"read": 11.0}
    assert found["read"].apart == pytest.approx(20 / 11)
