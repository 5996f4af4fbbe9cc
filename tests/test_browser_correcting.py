"""What is typed into the tables of an agenda is kept as it is typed, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from app_screens import open_at
from playwright.sync_api import Page, expect

from planner.agenda import Agenda, Event, Session, Speaker, UnreadLine
from planner.corrections import apply_corrections, from_json
from planner.people import Person
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
ROW, HEAD, START, TITLE = 35, 35, 390, 600
"""Of a table with marks, in pixels: the heights of a row and of the head, and where starts and titles stand."""


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
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()  # nothing moves the table meanwhile
    box = table.bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + column, box["y"] + HEAD + ROW * row + ROW / 2)
    page.locator("#portal textarea, #portal input").first.wait_for()
    page.keyboard.press("Control+A")
    page.keyboard.type(text, delay=20)
    page.keyboard.press("Enter")
    page.locator("#portal textarea, #portal input").first.wait_for(state="detached")  # a second click would only close it


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


def test_what_is_typed_is_kept_whatever_happens_next(serve: Callable[..., str], store: Store, page: Page) -> None:
    """Only the row to check is shown and changed; the browser is closed without a word, and what was typed is there."""
    open_event(page, serve(str(store.database.url)))
    page.get_by_text("Only what to check (1)").click()
    settle(page)
    type_into(page, 0, TITLE, "Lights at sea")
    expect(page.get_by_text("Kept: title of “Lights at sea”")).to_be_visible()
    assert titles(store) == ["Ropes 0", "Ropes 1", "Ropes 2", "Lights at sea"]
    page.reload()
    expect(page.get_by_test_id("stDataFrame").first.get_by_text("Lights at sea")).to_be_attached()
    expect(page.get_by_text("Only what to check")).to_be_hidden()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("button", name="Redo", exact=True)).to_be_visible()
    expect(page.get_by_text("Only what to check (1)")).to_be_visible()
    assert titles(store) == ["Ropes 0", "Ropes 1", "Ropes 2", "Ropes 3"]
    page.get_by_role("button", name="Redo", exact=True).click()
    expect(page.get_by_role("button", name="Redo", exact=True)).to_be_hidden()
    assert titles(store) == ["Ropes 0", "Ropes 1", "Ropes 2", "Lights at sea"]


def test_one_cell_after_the_other_is_kept_and_the_table_stays(serve: Callable[..., str], store: Store, page: Page) -> None:
    """Typing goes on where it was: keeping draws no new table, and what is no time costs none of the rest."""
    open_event(page, serve(str(store.database.url)))
    type_into(page, 0, TITLE, "Tea")
    type_into(page, 1, TITLE, "Knots")
    expect(page.get_by_text("Kept: title of “Knots”")).to_be_visible()
    type_into(page, 2, START, "nine")
    expect(page.get_by_text("“nine” is not a time. Write it as 09:30.")).to_be_visible()
    type_into(page, 2, TITLE, "Sails")
    expect(page.get_by_text("Kept: title of “Sails”")).to_be_visible()
    assert titles(store) == ["Tea", "Knots", "Sails", "Ropes 3"]
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_text("Kept: title of “Knots”")).to_be_visible()
    assert titles(store) == ["Tea", "Knots", "Ropes 2", "Ropes 3"]


def test_a_table_of_few_rows_is_no_higher_than_they_are(serve: Callable[..., str], store: Store, page: Page) -> None:
    """Four sessions and two rows for the head and a new one; with one row to check it shrinks."""
    open_event(page, serve(str(store.database.url)))
    table = page.get_by_test_id("stDataFrame").first
    whole = table.bounding_box()
    page.get_by_text("Only what to check (1)").click()
    settle(page)
    short = table.bounding_box()
    assert whole is not None
    assert short is not None
    assert HEAD + 5 * ROW <= whole["height"] < HEAD + 7 * ROW
    assert short["height"] == whole["height"] - 3 * ROW


def test_what_is_typed_about_contacts_is_kept_and_can_be_taken_back(
    serve: Callable[..., str], store: Store, page: Page
) -> None:
    """Another search, another page or a reload loses nothing."""
    store.save_person(Person("c1", "Ada Berg", title="CFO", company="Zorvex"))

    def title() -> str | None:
        store.look()
        person = store.person("c1")
        return person.title if person else None

    address = serve(str(store.database.url))
    open_at(page, f"{address}/network", "My network")
    settle(page)
    box = page.get_by_test_id("stDataFrame").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 40, box["y"] + HEAD + ROW / 2)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.locator("#portal textarea, #portal input").first.wait_for()
    page.keyboard.press("Control+A")
    page.keyboard.type("Chief Harbour Master", delay=20)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kept: Ada Berg")).to_be_visible()
    assert title() == "Chief Harbour Master"
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_text("Kept: Ada Berg")).to_be_hidden()
    assert title() == "CFO"


def test_a_line_left_out_is_added_on_a_phone(serve: Callable[..., str], store: Store, page: Page) -> None:
    """One tap makes a person of it, another takes that back."""
    line = UnreadLine("Casimir Oyelaran", "person", "2027-05-03T11:00:00")
    store.add_reading("harbour", replace(AGENDA, left_out=(line,)))
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(serve(str(store.database.url)))
    page.get_by_role("button", name="Add as a person").click()
    expect(page.get_by_text("Kept: “Casimir Oyelaran” added").first).to_be_visible()
    expect(page.get_by_role("tab", name="People (5)")).to_be_attached()
    page.get_by_role("button", name="Undo", exact=True).first.click()
    expect(page.get_by_role("button", name="Add as a person")).to_be_visible()
    expect(page.get_by_role("tab", name="People (4)")).to_be_attached()


def test_a_form_for_one_session_that_was_not_sent_is_there_after_a_reload(
    serve: Callable[..., str], store: Store, page: Page
) -> None:
    """The tab, what is wrong, which session, and the words typed; once they are saved the browser lets go of them."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(serve(str(store.database.url)))
    page.get_by_role("tab", name="One by one").click()
    settle(page)
    page.get_by_text("Something in a session is wrong").click()
    page.get_by_label("Which entry?").click()
    page.get_by_role("option").filter(has_text="Ropes 1").click()
    title = page.get_by_label("Title", exact=True)
    expect(title).to_have_value("Ropes 1")
    title.fill("Lights at sea")
    page.reload()
    expect(title).to_have_value("Lights at sea")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Kept: title")).to_be_visible()
    assert titles(store) == ["Ropes 0", "Lights at sea", "Ropes 2", "Ropes 3"]
    page.reload()
    expect(page.get_by_text("Kept: title")).to_be_visible()
    settle(page)
    expect(page.get_by_text("What you had typed is back.")).to_be_hidden()


def test_one_correction_after_the_other_without_choosing_anew(serve: Callable[..., str], store: Store, page: Page) -> None:
    """An entry stays chosen under its new name, the tab stays open when it counts one more, and no list offers all at once."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(serve(str(store.database.url)))
    page.get_by_role("tab", name="One by one").click()
    settle(page)
    page.get_by_text("Something in a session is wrong").click()
    page.get_by_label("Which entry?").click()
    page.get_by_role("option").filter(has_text="Ropes 1").click()
    title, start, save = (
        page.get_by_label("Title", exact=True), page.get_by_label("Start", exact=True), page.get_by_role("button", name="Save")
    )  # fmt: skip
    title.fill("Lights at sea")
    save.click()
    expect(page.get_by_text("Kept: title of “Lights at sea”")).to_be_visible()
    start.fill("11:05")
    save.click()
    expect(page.get_by_text("Kept: time of “Lights at sea”")).to_be_visible()
    page.get_by_text("A session is missing").click()
    expect(page.get_by_label("Which entry?")).to_be_hidden()
    expect(title).to_have_count(1)  # the field of the entry before is gone
    title.fill("Tea on deck")
    start.fill("15:00")
    people = page.get_by_role("combobox", name="People")
    people.scroll_into_view_if_needed()
    settle(page)  # an open list closes when the page scrolls under it
    people.click()
    expect(page.get_by_role("option", name="Ada Berg")).to_be_visible()
    expect(page.get_by_role("option", name="Select all")).to_be_hidden()
    page.keyboard.press("Escape")
    save.click()
    expect(page.get_by_text("Kept: “Tea on deck” added")).to_be_visible()
    settle(page)
    expect(page.get_by_role("tab", name="One by one")).to_have_attribute("aria-selected", "true")
    assert titles(store) == ["Ropes 0", "Lights at sea", "Ropes 2", "Ropes 3", "Tea on deck"]
