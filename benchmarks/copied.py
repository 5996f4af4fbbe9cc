"""What a person gets of a page out of a browser: its text as it is copied, a PDF as it is printed; needs Chromium."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

_COPY = """() => {
  const chosen = window.getSelection();
  chosen.removeAllRanges();
  chosen.selectAllChildren(document.body);
  return chosen.toString();
}"""


@contextlib.contextmanager
def browser_tab() -> Iterator[Page]:
    """A tab of a browser that opens no connection."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        yield browser.new_context(offline=True).new_page()
        browser.close()


def copied(tab: Page, page: Path | str) -> str:
    """The text of the page in a file, or of one's markup, that somebody gets who selects all of it and copies it."""
    _show(tab, page)
    return str(tab.evaluate(_COPY))


def printed(tab: Page, page: Path | str) -> bytes:
    """The page in a file, or one's markup, printed as a PDF on A4."""
    _show(tab, page)
    return tab.pdf(format="A4")


def _show(tab: Page, page: Path | str) -> None:
    if isinstance(page, Path):
        tab.goto(page.resolve().as_uri(), wait_until="domcontentloaded")
    else:
        tab.set_content(page)
