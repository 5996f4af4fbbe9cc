"""What is typed into the tables of an agenda is there until it is saved, whatever is looked at meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from app_screens import go_to
from playwright.sync_api import Page, expect

from planner.agenda import Agenda, Event, Session, Speaker
from planner.corrections import apply_corrections, from_json
from planner.storage import Store, open_store

pytestmark = pytest.mark.browser

SPEAKERS = tuple(
    Speaker(f"p{i}", name, "CFO", "Zorvex") for i, name in enumerate(("Ada Berg", "Bo Lind", "Cleo Marsh", "Dov Tarn"))
)
SESSIONS = tuple(
    Session(f"s{i}", f"Ropes {i}", f"2027-05-03T1{i}:00:00", f"2027-05-03T1{i}:30:00", speakers=(f"p{i}",)) for i in range(4)
)
DOUBTED = (*SESSIONS[:3], replace(SESSIONS[3], unsure=("title",)))
AGENDA = Agenda("page.html", "any_page", Event("Harbour Days", "2027-05-03", "2027-05-03"), DOUBTED, SPEAKERS)
ROW, HEAD, TITLE = 35, 35, 600
"""Of a table with marks, in pixels: the heights of a row and of the head, and where titles stand."""


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with an agenda of four sessions, one of them unsure."""
    opened = open_store(f"sqlite:///{tmp_path_factory.mktemp('data') / 'planner.sqlite3'}")
    opened.add_event(AGENDA, event_id="harbour")
    yield opened
    opened.close()


def type_into(page: Page, row: int, column: int, text: str) -> None:
    """Write into a cell of the table of sessions, told by its row and its distance from the left."""
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    box = table.bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + column, box["y"] + HEAD + ROW * row + ROW / 2)
    page.locator("#portal textarea, #portal input").first.wait_for()
    page.keyboard.press("Control+A")
    page.keyboard.type(text, delay=20)
    page.keyboard.press("Enter")


def open_event(page: Page, address: str) -> None:
    """Open the event and wait until its table is drawn."""
    page.goto(address)
    expect(page.get_by_text("Only what to check (1)")).to_be_visible()
    settle(page)


def settle(page: Page) -> None:
    """Wait until nothing runs and the table, which paints itself, is painted."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.wait_for_timeout(1500)


def titles(store: Store) -> list[str]:
    """The titles of the sessions with all corrections."""
    store.look()
    agenda = store.agenda("harbour")
    assert agenda is not None
    return [s.title for s in apply_corrections(agenda, map(from_json, store.corrections("harbour"))).sessions]


def test_what_is_typed_waits_until_it_is_saved(serve: Callable[..., str], store: Store, page: Page) -> None:
    """Only the row to check is shown, changed, and looked for among all; another page is opened in between."""
    open_event(page, serve(str(store.database.url)))
    page.get_by_text("Only what to check (1)").click()
    settle(page)
    type_into(page, 0, TITLE, "Lights at sea")
    save = page.get_by_role("button", name="Save 1 correction")
    expect(save).to_be_visible()
    page.get_by_text("Only what to check").click()
    expect(save).to_be_visible()
    go_to(page, "People")
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Event", exact=True).click()
    expect(save).to_be_visible()
    expect(page.get_by_test_id("stDataFrame").first.get_by_text("Lights at sea")).to_be_attached()
    assert titles(store) == ["Ropes 0", "Ropes 1", "Ropes 2", "Ropes 3"]
    save.click()
    undo = page.get_by_role("button", name="Undo the last corrections")
    expect(undo).to_be_visible()
    expect(page.get_by_text("Only what to check")).to_be_hidden()
    assert titles(store) == ["Ropes 0", "Ropes 1", "Ropes 2", "Lights at sea"]
    undo.click()
    settle(page)
    assert titles(store) == ["Ropes 0", "Ropes 1", "Ropes 2", "Ropes 3"]


def test_what_was_typed_can_be_thrown_away(serve: Callable[..., str], store: Store, page: Page) -> None:
    """The table shows again what was read."""
    open_event(page, serve(str(store.database.url)))
    type_into(page, 0, TITLE, "Tea")
    page.get_by_role("button", name="Throw away").click()
    expect(page.get_by_role("button", name="Save 1 correction")).to_be_hidden()
    assert titles(store) == ["Ropes 0", "Ropes 1", "Ropes 2", "Ropes 3"]
