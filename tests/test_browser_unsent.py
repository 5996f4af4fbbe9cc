"""Words typed anywhere and not sent yet are there after a reload and after a visit to another page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from app_screens import go_to, open_at
from playwright.sync_api import Page, expect

from planner.agenda import Agenda, Event, Session, Speaker
from planner.corrections import apply_corrections, from_json
from planner.profile import Profile
from planner.storage import Store, open_store

pytestmark = pytest.mark.browser

SPEAKERS = tuple(Speaker(f"p{i}", name, "VP Sales", "Zorvex") for i, name in enumerate(("Ada Berg", "Bo Lind", "Cleo Marsh")))
SESSIONS = tuple(
    Session(f"s{i}", f"Ropes {i}", f"2027-05-03T1{i}:00:00", f"2027-05-03T1{i}:30:00", speakers=(f"p{i}",)) for i in range(3)
)
AGENDA = Agenda("page.html", "any_page", Event("Harbour Days", "2027-05-03", "2027-05-03"), SESSIONS, SPEAKERS)
BACK = "What you had typed is back."


@pytest.fixture
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with an agenda of three sessions and a profile."""
    opened = open_store(f"sqlite:///{tmp_path_factory.mktemp('data') / 'planner.sqlite3'}")
    opened.add_event(AGENDA, event_id="harbour")
    opened.save_profile(Profile("Kim Holm", "VP Sales", "Fernhill", "HR software"))
    yield opened
    opened.close()


@pytest.fixture
def app(serve: Callable[..., str], store: Store) -> str:
    """The address of the app on that store."""
    return serve(str(store.database.url))


def settle(page: Page) -> None:
    """Wait until nothing runs, and what paints itself is painted."""
    page.wait_for_timeout(300)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.wait_for_timeout(1000)


def agenda(store: Store) -> Agenda:
    """The agenda with all corrections."""
    store.look()
    read = store.agenda("harbour")
    assert read is not None
    return apply_corrections(read, map(from_json, store.corrections("harbour")))


def open_cell(page: Page, row: int, text: str) -> None:
    """Type into the title of a session in the table, and leave the cell open."""
    box = page.get_by_test_id("stDataFrame").first.bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + 400, box["y"] + 35 + 35 * row + 17)
    page.locator("#portal textarea").first.wait_for()
    page.keyboard.press("Control+A")
    page.keyboard.type(text, delay=20)


def test_a_cell_still_being_typed_in_is_finished_after_a_reload(app: str, store: Store, page: Page) -> None:
    """The cell is kept with what stood in it, once, and one press takes it back; a cell given up with Escape is not."""
    open_at(page, app, "Harbour Days")
    settle(page)
    open_cell(page, 1, "Lights at sea")
    page.reload()
    expect(page.get_by_text("Kept: title of “Lights at sea”")).to_be_visible()
    assert [s.title for s in agenda(store).sessions] == ["Ropes 0", "Lights at sea", "Ropes 2"]
    settle(page)
    open_cell(page, 2, "Given up")
    page.keyboard.press("Escape")
    page.reload()
    expect(page.get_by_text("Kept: title of “Lights at sea”")).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("button", name="Redo", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="Redo", exact=True)).to_be_visible()
    assert [s.title for s in agenda(store).sessions] == ["Ropes 0", "Ropes 1", "Ropes 2"]


def test_a_profile_half_filled_in_outlives_other_pages_and_reloads(app: str, store: Store, page: Page) -> None:
    """New words, words typed over older ones, and a field that was emptied; once saved the browser lets go of them."""
    open_at(page, f"{app}/profile", "Profile")
    name, company, offers = (
        page.get_by_label("Your name"), page.get_by_label("Your company"), page.get_by_role("textbox", name="What I can give"),
    )  # fmt: skip
    name.fill("Kim Holm-Reyes")
    company.fill("")
    offers.fill("our ninety-day checklist\na visit to our harbour")
    go_to(page, "People")
    settle(page)
    go_to(page, "Profile")
    expect(name).to_have_value("Kim Holm-Reyes")
    expect(company).to_have_value("")
    page.reload()
    expect(page.get_by_text(BACK)).to_be_visible()
    expect(company).to_have_value("")
    expect(offers).to_have_value("our ninety-day checklist\na visit to our harbour")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Profile saved.")).to_be_visible()
    assert store.profile().name == "Kim Holm-Reyes"
    assert len(store.profile().offers) == 2
    page.reload()
    expect(name).to_have_value("Kim Holm-Reyes")
    settle(page)
    expect(page.get_by_text(BACK)).to_be_hidden()


def test_the_name_the_days_and_the_place_outlive_a_reload(app: str, store: Store, page: Page) -> None:
    """Words and a day that was chosen."""
    open_at(page, app, "Harbour Days")
    settle(page)
    page.get_by_role("button", name="Name, days, place").click()
    page.get_by_role("textbox", name="Place").fill("Pier 4, Lund")
    page.get_by_role("spinbutton", name="day, Last day").click()
    page.get_by_role("button", name="Wednesday, May 5, 2027").click()
    settle(page)
    page.reload()
    settle(page)
    page.get_by_role("button", name="Name, days, place").click()
    expect(page.get_by_role("textbox", name="Place")).to_have_value("Pier 4, Lund")
    expect(page.get_by_role("spinbutton", name="day, Last day")).to_have_text("05")
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="Save").click()
    expect(page.get_by_text("3 May 2027 · Pier 4, Lund")).to_be_visible()
    assert (agenda(store).event.venue, agenda(store).event.end) == ("Pier 4, Lund", "2027-05-05")


def test_an_answer_about_a_company_outlives_other_pages_and_reloads(app: str, store: Store, page: Page) -> None:
    """It is chosen, and not kept yet."""
    open_at(page, f"{app}/people", "People")
    settle(page)
    page.get_by_text("What do these companies do?").click()
    answer = page.get_by_role("combobox", name="Zorvex")
    answer.fill("Ship building")
    answer.press("Enter")
    page.wait_for_function("Object.values(localStorage).some(kept => kept.includes('Ship building'))")  # the server knows it
    page.reload()
    settle(page)
    go_to(page, "Profile")
    go_to(page, "People")
    settle(page)
    page.get_by_text("What do these companies do?").click()
    expect(answer).to_have_value("Ship building")
    page.reload()
    settle(page)
    page.get_by_text("What do these companies do?").click()
    expect(answer).to_have_value("Ship building")
    page.get_by_role("button", name="Keep the answers").click()
    expect(page.get_by_text("Kept. The order is new.")).to_be_visible()
    store.look()
    assert store.facts("industry")["Zorvex"].value == "Ship building"


def test_an_agenda_half_pasted_stands_under_its_tab_after_a_reload(serve: Callable[..., str], page: Page) -> None:
    """The text and the tab it was typed under."""
    page.goto(serve())
    page.get_by_role("tab", name="Pasted text").click()
    settle(page)
    text = page.get_by_label("Text of the agenda")
    text.fill("09:00 Ropes\nAda Berg, CFO, Zorvex")
    page.wait_for_function("Object.values(localStorage).some(kept => kept.includes('Pasted text'))")  # the server knows the tab
    page.reload()
    expect(text).to_be_visible()
    expect(text).to_have_value("09:00 Ropes\nAda Berg, CFO, Zorvex")
