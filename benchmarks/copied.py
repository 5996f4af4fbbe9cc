"""The text a person gets who selects all of a page in a browser and copies it; needs Chromium."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

_COPY = """() => {
  const chosen = window.getSelection();
  chosen.removeAllRanges();
  chosen.selectAllChildren(document.body);
  return chosen.toString();
}"""


@contextlib.contextmanager
def copying() -> Iterator[Callable[[Path | str], str]]:
    """A browser as a function: the text of the page in a file, or of one's markup, as it is copied. It opens no connection."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        tab = browser.new_context(offline=True).new_page()

        def copy(page: Path | str) -> str:
            if isinstance(page, Path):
                tab.goto(page.resolve().as_uri(), wait_until="domcontentloaded")
            else:
                tab.set_content(page)
            return str(tab.evaluate(_COPY))

        yield copy
        browser.close()
