"""What asks a site or a model goes on in the background: no click waits, it can be stopped, what came of it is there later."""

from __future__ import annotations

import http.server
import json
import re
import threading
from collections.abc import Callable, Iterator

import pytest
from app_screens import go_to, open_at, press_within, read_another
from playwright.sync_api import Page, expect

from planner.agenda import Agenda, Event, Session, Speaker
from planner.journal import new_entry
from planner.profile import Profile
from planner.storage import Store, open_store

pytestmark = pytest.mark.browser

SPEAKERS = (
    Speaker("ada-berg", "Ada Berg", "VP Sales", "Zorvex", links={"web": "http://zorvex.example/"}),
    Speaker("bo-lind", "Bo Lind", "Chief Revenue Officer", "Quilltern"),
)
SESSIONS = (Session("talk", "On hiring", "2027-03-16T09:00:00", "2027-03-16T09:45:00", speakers=("ada-berg", "bo-lind")),)
AGENDA = Agenda("test", "file", Event("Test Forum", "2027-03-16", "2027-03-16"), SESSIONS, SPEAKERS)
PAGE = b'<html><head><title>Zorvex</title><meta name="description" content="Zorvex is a leading insurer"></head></html>'
PROGRAMME = "".join(
    ["<!doctype html><title>Slow Forum</title><h1>Slow Forum</h1><h2>10 May 2027</h2><ul>"]
    + [f"<li>{hour:02}:00 <b>Talk about {what}</b></li>" for hour, what in ((9, "hiring"), (10, "pricing"), (11, "service"))]
).encode()


class Outside(http.server.BaseHTTPRequestHandler):
    """All there is outside: a proxy that lets nobody through to Wikidata, pages, a model. It answers when let."""

    let = threading.Event()

    def do_CONNECT(self) -> None:
        """Nobody gets through."""
        self.let.wait(60)
        self.send_error(502)

    def do_GET(self) -> None:
        """The page of a company, or a slow agenda, through the proxy."""
        if self.path == "http://slow.example/":
            self.let.wait(60)
            self.reply(200, PROGRAMME)
        else:
            self.reply(404 if self.path.endswith("robots.txt") else 200, PAGE)

    def do_POST(self) -> None:
        """The model gives the note back with one word changed."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.let.wait(60)
        text = asked["messages"][-1]["content"].replace(" to ", " so to ")
        self.reply(200, json.dumps({"choices": [{"message": {"content": text}}]}).encode())

    def reply(self, status: int, body: bytes) -> None:
        """One whole answer; whoever asked may have gone."""
        try:
            self.send_response(status)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    def log_message(self, *args: object) -> None:
        """Say nothing on the test's output."""


@pytest.fixture(scope="module")
def outside() -> Iterator[str]:
    """The address of the one server outside, which is slow until it is let."""
    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Outside)
    running.daemon_threads = True
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    Outside.let.set()
    running.shutdown()


@pytest.fixture(scope="module")
def store(outside: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The event's data, with a model to polish notes and one person to write to."""
    opened = open_store(f"sqlite:///{tmp_path_factory.mktemp('data') / 'planner.sqlite3'}")
    opened.add_event(AGENDA, event_id="forum")
    opened.save_profile(Profile("Kim Holm", "VP Sales", "Fernhill", "HR software", offers=("a sheet for hiring",)))
    opened.save_settings(polish={"on": True, "address": f"{outside}/v1", "model": "tiny"})
    person = opened.person_for_speaker("forum", "ada-berg", SPEAKERS[0])
    opened.add(new_entry("accepted", event="forum", person=person.id))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def app(outside: str, store: Store, serve: Callable[..., str]) -> Iterator[str]:
    """The address of the app, for which the server outside is the way to everywhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AGENDA_PROXY", outside)
        yield serve(str(store.database.url))


@pytest.fixture(autouse=True)
def slow_outside() -> None:
    """The server outside keeps everybody waiting."""
    Outside.let.clear()


def start_look_up(page: Page, app: str) -> None:
    """Open the People page and press what asks online."""
    open_at(page, f"{app}/people", "People")
    page.get_by_text("What do these companies do?").click()
    press_within(page, "Look them up online", "Yes, look them up now")
    expect(page.get_by_text("(1 of 2)")).to_be_visible()


def test_a_look_up_is_stopped_while_nobody_answers(app: str, page: Page) -> None:
    """It says whom it asks; a card is decided meanwhile; stopping does not wait for the answer."""
    start_look_up(page, app)
    page.get_by_role("button", name="Meet", exact=True).last.click()
    expect(page.get_by_text("2 chosen")).to_be_visible()
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.get_by_text("Stopped. 0 answers found, 2 still unknown.")).to_be_visible()
    page.get_by_role("button", name="OK", exact=True).click()
    expect(page.get_by_text("Stopped.")).to_be_hidden()


def test_a_look_up_goes_on_when_its_page_is_left(app: str, page: Page, store: Store) -> None:
    """Another page opens at once and says what goes on; what was found is kept, what failed is said in plain words."""
    start_look_up(page, app)
    go_to(page, "Ledger")
    expect(page.get_by_text("Looking up what companies do …")).to_be_visible()
    Outside.let.set()
    expect(page.get_by_text("Looking up what companies do: done. See People.")).to_be_visible()
    assert {f.key: (f.value, f.source) for f in store.facts("industry").values()} == {
        "Zorvex": ("insurance", "http://zorvex.example/")
    }
    go_to(page, "People")
    expect(page.get_by_text("Wikidata gave no answer about Zorvex, Quilltern:")).to_be_visible()
    expect(page.get_by_text("1 answer found, 1 still unknown.")).to_be_visible()


def test_a_note_is_polished_while_its_page_is_left(app: str, page: Page) -> None:
    """The note can be stopped being polished; polished again, it waits on the Notes page."""
    open_at(page, f"{app}/notes", "Notes")
    page.get_by_text("Polish with a language model").click()
    page.get_by_role("button", name="Polish this note").click()
    page.get_by_role("button", name="Stop", exact=True).click()
    expect(page.get_by_text("Stopped. Your draft is as it was.")).to_be_visible()
    page.get_by_role("button", name="Polish this note").click()
    expect(page.get_by_role("button", name="Stop", exact=True)).to_be_visible()
    go_to(page, "Ledger")
    Outside.let.set()
    expect(page.get_by_text("tiny is polishing your note: done. See Notes.")).to_be_visible()
    go_to(page, "Notes")
    page.get_by_text("Polish with a language model").click()
    page.get_by_role("button", name="Use the polished text").click()
    expect(page.get_by_label("Note", exact=True)).to_have_value(re.compile(" so to "))


def test_an_agenda_is_read_and_kept_while_its_page_is_left(app: str, page: Page, store: Store) -> None:
    """Who goes elsewhere, or closes the tab, finds the event; coming back opens it."""
    page.goto(app)
    read_another(page)
    page.get_by_label("Address of the agenda").fill("http://slow.example/")
    page.get_by_role("button", name="Read the agenda").click()
    expect(page.get_by_role("heading", name="Reading the agenda")).to_be_visible()
    go_to(page, "Ledger")
    Outside.let.set()
    expect(page.get_by_text("Reading http://slow.example/: done. See Event.")).to_be_visible()
    assert "http://slow.example/" in {event.source for event in store.events()}
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Event", exact=True).click()
    expect(page.get_by_role("heading", name="Slow Forum")).to_be_visible()
