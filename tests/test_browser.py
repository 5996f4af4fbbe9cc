"""The whole journey in a real browser, from a pasted address to the checklist and the scorecard."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from app_screens import ROOT, go_to
from app_server import start_app, stop_app
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing on the test's output."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a web server with the sample agendas."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(ROOT / "sample_agendas"))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture(scope="module")
def app(serve: Callable[[], str]) -> str:
    """The address of the running app, on an empty database of its own."""
    return serve()


def test_a_pasted_address_leads_to_a_checklist_and_a_score(app: str, site: str, page: Page) -> None:
    """Paste, check, fill in the profile, choose two, write, book, log, follow up; nothing is fetched from elsewhere."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.goto(app)
    expect(page.get_by_role("heading", name="Which event are you going to?")).to_be_visible()
    page.get_by_label("Address of the agenda").fill(f"{site}/revenue_leaders_summit.html")
    page.get_by_role("button", name="Read the agenda").click()
    expect(page.get_by_role("heading", name="Revenue Leaders Summit 2027")).to_be_visible()
    expect(page.get_by_text("27 sessions")).to_be_visible()
    page.get_by_role("button", name="Everything looks right").click()
    expect(page.get_by_role("button", name="Everything looks right")).to_be_hidden()

    go_to(page, "Profile")
    page.get_by_label("Your name").fill("Marcus Thornbury")
    page.get_by_label("Your job title").fill("VP Sales")
    page.get_by_label("Your company").fill("Peoplewise")
    page.get_by_label("Its industry").fill("HR software")
    page.get_by_role("textbox", name="What I can give").fill("our ninety-day checklist for new salespeople")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Profile saved.")).to_be_visible()

    go_to(page, "People")
    expect(page.get_by_text("0 chosen")).to_be_visible()
    page.get_by_role("button", name="Meet", exact=True).first.click()
    expect(page.get_by_text("1 chosen")).to_be_visible()
    expect(page.get_by_role("button", name="Undo", exact=True)).to_have_count(2)  # above, and on its card
    page.get_by_role("button", name="Meet", exact=True).first.click()
    expect(page.get_by_text("2 chosen")).to_be_visible()

    go_to(page, "Notes")
    note = page.get_by_label("Note", exact=True)
    expect(note).not_to_have_value("")
    page.get_by_role("button", name="Mark as sent").click()
    expect(page.get_by_test_id("stAlert").get_by_text("Sent")).to_be_visible()

    go_to(page, "Meetings")
    page.get_by_role("button", name="Propose slots").click()
    page.get_by_role("button", name="They said yes").first.click()
    expect(page.get_by_text("1 booked so far")).to_be_visible()

    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{app}/at_the_event")
    expect(page.get_by_role("heading", name="At the event")).to_be_visible()
    page.get_by_role("button", name="Met", exact=True).first.click()
    expect(page.get_by_test_id("stAlert").get_by_text("Met ")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 900})

    page.goto(app)
    go_to(page, "Follow-up")
    done = page.get_by_role("button", name="Done", exact=True)
    thanks = page.get_by_test_id("stVerticalBlock").filter(has_text="Thank ").filter(has=done).last  # a year on there is more
    thanks.get_by_role("button", name="Done", exact=True).click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()

    go_to(page, "Scorecard")
    expect(page.get_by_text("of 100").first).to_be_visible()

    assert {url.split("/")[2] for url in asked if url.startswith(("http", "ws"))} == {app.split("/")[2]}


def test_what_was_kept_is_there_after_a_reload(app: str, page: Page) -> None:
    """A new tab finds the event again."""
    page.goto(app)

    expect(page.get_by_role("heading", name="Revenue Leaders Summit 2027")).to_be_visible()


@pytest.mark.skipif(not Path("/proc/self/fdinfo").exists(), reason="what a process watches is told by Linux only")
def test_the_server_watches_no_folder(page: Page, port: int, tmp_path: Path) -> None:
    """The folder of the program may hold an environment of thousands of folders, and nobody edits the program."""
    server = start_app(ROOT / "app.py", f"sqlite:///{tmp_path / 'planner.sqlite3'}", port)
    try:
        page.goto(f"http://localhost:{port}")
        expect(page.get_by_role("heading", name="Which event are you going to?")).to_be_visible()
        told = ""
        for path in Path(f"/proc/{server.pid}/fdinfo").iterdir():
            with contextlib.suppress(FileNotFoundError):  # closed since the folder was listed
                told += path.read_text()
    finally:
        stop_app(server)

    assert "inotify" not in told
