"""The pictures of the README anew: `python benchmarks/screenshots.py` fills a store with the sample summit and opens the app.

Needs Chromium. The state shown: programme and people reviewed, four people chosen, notes sent, two meetings booked.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from app_server import serve  # noqa: E402
from browser import settle  # noqa: E402
from capacity import EVENT, prepare  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from planner.journal import new_entry  # noqa: E402
from planner.plan import plan_meetings  # noqa: E402
from planner.records import Meeting  # noqa: E402
from planner.storage import open_store  # noqa: E402

PICTURES = {"people": (1280, 900), "at_the_event": (390, 844), "scorecard": (1280, 900)}
CHOSEN = 4


def fill(database: str) -> None:
    """Prepare the sample summit as Mark would."""
    prepare(database)
    store = open_store(database)
    agenda = store.agenda(EVENT)
    assert agenda is not None
    store.add(new_entry("sessions_reviewed", event=EVENT), new_entry("people_reviewed", event=EVENT))
    for number, suggestion in enumerate(plan_meetings(agenda, store.profile(), top=CHOSEN).suggestions):
        person = store.person_for_speaker(EVENT, suggestion.speaker.id, suggestion.speaker).id
        store.add(new_entry("accepted", event=EVENT, person=person), new_entry("note_sent", event=EVENT, person=person))
        if number == 0:
            idea = suggestion.give_first[0]
            store.add(new_entry("give_first_ready", event=EVENT, person=person, way=idea.way, text=idea.text))
        if number < 2 and suggestion.slot is not None:
            slot = suggestion.slot
            meeting = Meeting(f"meeting-{number}", EVENT, (person,), slot.start, slot.end, slot.place)
            store.save_meetings(replace(meeting, status="booked"))
            store.add(new_entry("meeting_booked", event=EVENT, person=person))
    store.close()


def main() -> None:
    """Write the pictures to docs/."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = f"sqlite:///{folder}/planner.sqlite3"
        fill(database)
        with serve(ROOT / "app.py", database) as address:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
            for page, (width, height) in PICTURES.items():
                tab = browser.new_page(viewport={"width": width, "height": height})
                settle(tab, f"{address}/{page}")
                tab.screenshot(path=ROOT / "docs" / f"{page}.png")
                tab.close()
            browser.close()


if __name__ == "__main__":
    main()
