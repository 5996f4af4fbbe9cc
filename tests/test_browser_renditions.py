"""The same programmes as pages, as text copied out of a browser, and printed: how well the readers of text and PDF do."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

import layout_pages  # noqa: E402

EVERY = 16
"""One page in so many is read; `python benchmarks/layout_pages.py --as copied` reads all."""

LETTERS = "aก中あ"
"""One of each kind of letters in those pages: a print made without a font for them holds no text of theirs."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not layout_pages.SCORE.exists(), reason="the score function of the shared corpus is not there"),
]


@pytest.mark.parametrize("form", ["copied", "printed"])
def test_pages_are_read_as_text_and_print_as_well_as_before(form: str, page: Page, tmp_path: Path) -> None:
    """The averages do not fall below the committed floors, which lie below those of the pages: type and place tell less."""
    floors = json.loads((ROOT / "tests" / "data" / "floors.json").read_text(encoding="utf-8"))[form]
    if form == "printed" and not os.environ.get("CI") and (lacking := [a for a in LETTERS if not _has_font(a)]):
        pytest.skip(f"no font is installed that has {', '.join(lacking)}")
    page.route("http*://**", lambda route: route.abort())
    cases = layout_pages.rendered(layout_pages.cases()[::EVERY], tmp_path, form, page)
    found = layout_pages.averages(layout_pages.scored(cases))

    assert {figure: found[figure] for figure, floor in floors.items() if found[figure] < floor} == {}


def _has_font(letter: str) -> bool:
    """Whether an installed font has a letter, as far as this machine can tell."""
    if (command := shutil.which("fc-list")) is None:
        return True
    return bool(subprocess.run([command, f":charset={ord(letter):x}"], capture_output=True, check=True).stdout)
