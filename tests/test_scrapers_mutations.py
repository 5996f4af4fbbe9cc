"""Pages in other markup that shows a reader the same: what is read of them hangs on what stands there alone."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

import layout_pages  # noqa: E402
from mutations import KINDS  # noqa: E402

SAMPLE = layout_pages.cases()[::50]
"""One page in fifty; `python benchmarks/mutated.py` reads all of them."""

ALIKE = ("same", "boldspan", "spanblock", "lidiv", "pdiv", "brdiv", "minify", "nbsp", "noimg")
"""Kinds that change nothing in what is read of any page of the sample."""

FLOORS = json.loads((ROOT / "tests" / "data" / "floors.json").read_text(encoding="utf-8"))["mutated"]
"""The least averages of the sample by kind, of those that change something."""


@cache
def read_as_it_is(page: Path) -> dict[str, Any]:
    """The agenda of a page, once for all tests."""
    return layout_pages.read(page)


@pytest.mark.parametrize("kind", ALIKE)
def test_pages_read_the_same_in_other_markup(kind: str, tmp_path: Path) -> None:
    """Paragraphs, lists or boxes, spans, breaks, white space, pictures, and how a page was written out change nothing."""
    other = layout_pages.mutated(SAMPLE, tmp_path, kind)
    changed = [
        page.stem
        for (page, _), (copy, _) in zip(SAMPLE, other, strict=True)
        if _of(read_as_it_is(page)) != _of(layout_pages.read(copy))
    ]

    assert changed == []


@pytest.mark.skipif(not layout_pages.SCORE.exists(), reason="the score function of the shared corpus is not there")
@pytest.mark.parametrize("kind", FLOORS)
def test_pages_are_read_as_well_in_other_markup_as_before(kind: str, tmp_path: Path) -> None:
    """Classes, headings, bold, tables, links and what stands around still decide something: floors hold the averages."""
    found = layout_pages.averages(layout_pages.scored(layout_pages.mutated(SAMPLE, tmp_path, kind)))

    assert {figure: found[figure] for figure, floor in FLOORS[kind].items() if found[figure] < floor} == {}


def test_every_kind_is_held() -> None:
    """A kind of markup added later gets floors, or changes nothing."""
    assert set(KINDS) <= {*ALIKE, *FLOORS}


def _of(agenda: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in agenda.items() if key in ("sessions", "speakers", "error")}
