"""How long a rerun takes as the browser sees it: every page with 1,000 people and 30,000 contacts beside an empty app; and
how long a click on the card of a person.

Run as `python benchmarks/browser.py`; needs requirements-dev.txt and Chromium. Both apps run as servers of their own and are
open in tabs of one browser. A rerun is asked for as a user does with the key R; it ends with the last change of the page.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from app_server import serve  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402
from screens import PAGES, fill  # noqa: E402

TIMES = 7
EMPTY = "import streamlit as st\nst.title('Empty')\nst.button('Nothing', key='nothing')\n"
AS_IT_COMES = ("--runner.postScriptGC=true",)
"""What Streamlit does in any app unless told otherwise: the empty app shall do it too."""
CLICKS = ("[class*=st-key-not_now_] button, [class*=st-key-undo_] button", ".st-key-nothing button")
"""What is clicked on: a button on the card of a person, and that of the empty app."""
WATCH = """clicked => new Promise(done => {
  const app = document.querySelector('[data-testid=stApp]');
  const begin = performance.now();
  let last = begin, ran = false;
  const watcher = new MutationObserver(changes => {
    last = performance.now();
    ran = ran || changes.some(change => change.attributeName === 'data-test-script-state');
  });
  watcher.observe(app, {attributes: true, childList: true, subtree: true, characterData: true});
  const timer = setInterval(() => {
    const now = performance.now();
    const still = app.dataset.testScriptState === 'notRunning' && now - last > 250;
    if ((ran && still) || now - begin > 20000) {
      clearInterval(timer); watcher.disconnect();
      done(ran ? last - begin : NaN);
    }
  }, 20);
  if (clicked) document.querySelector(clicked).click();
  else for (const event of ['keydown', 'keyup']) document.body.dispatchEvent(
    new KeyboardEvent(event, {key: 'r', code: 'KeyR', keyCode: 82, which: 82, bubbles: true}));
})"""


def settle(page: Page, address: str) -> None:
    """Open an address and wait until nothing runs any more."""
    page.goto(address)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=120_000)
    page.wait_for_timeout(1500)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=120_000)


def measure(pages: tuple[str, ...] = PAGES, times: int = TIMES) -> dict[str, tuple[float, float]]:
    """Milliseconds of a page's rerun and of the empty app's between them: medians, by what was measured."""
    found = {}

    def compare(tab: Page, beside: Page, on: tuple[str | None, str | None] = (None, None)) -> tuple[float, float]:
        both: tuple[list[float], list[float]] = [], []
        for _ in range(times):
            for page, into, clicked in ((tab, both[0], on[0]), (beside, both[1], on[1])):
                page.bring_to_front()
                into.append(page.evaluate(WATCH, clicked))
        return median(both[0]), median(both[1])

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = f"sqlite:///{folder}/planner.sqlite3"
        os.environ["DATABASE_URL"] = database
        fill()
        (bare := Path(folder) / "empty.py").write_text(EMPTY, encoding="utf-8")
        with serve(bare, database, *AS_IT_COMES) as empty, serve(ROOT / "app.py", database) as ours:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
            beside, tab = browser.new_page(), browser.new_page()
            settle(beside, empty)
            for name in pages:
                settle(tab, f"{ours}/{name if name != 'event' else ''}")
                found[f"{name.replace('_', ' ')}: rerun in the browser"] = compare(tab, beside)
            settle(tab, f"{ours}/people")
            found["people: click on a card in the browser"] = compare(tab, beside, CLICKS)
            browser.close()
    return found


if __name__ == "__main__":
    for name, (time_of_ours, time_of_empty) in measure().items():
        print(f"{name}: {time_of_ours:.0f} ms, empty {time_of_empty:.0f} ms, {time_of_ours / time_of_empty:.1f} ×")
