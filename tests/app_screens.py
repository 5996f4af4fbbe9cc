"""What the tests of the screens do to a page: open it, press a button, unfold a panel, read what it says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import streamlit as st
from playwright.sync_api import Error, Page, expect
from streamlit.testing.v1 import AppTest

from planner.storage import Store, open_store

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def open_own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store with nothing in it, on a database that the app opens too."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'planner.sqlite3'}")
    st.cache_resource.clear()
    opened = open_store()
    yield opened
    opened.close()
    st.cache_resource.clear()


def open_page(page: str) -> AppTest:
    """A page of the app, run once."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.switch_page(f"app_pages/{page}.py").run()
    assert [e.value for e in app.exception] == []
    return app


def press(app: AppTest, label: str, *, nth: int = 0) -> AppTest:
    """Press the button with this label."""
    [b for b in app.button if b.label == label][nth].click().run()
    assert [e.value for e in app.exception] == []
    return app


def write(app: AppTest, label: str, text: str, *, nth: int = 0) -> None:
    """Write into the field of text with this label."""
    [t for t in app.text_input if t.label == label][nth].set_value(text)


def choose(app: AppTest, label: str, values: list[str], *, nth: int = 0) -> None:
    """Choose these in the field of several with this label."""
    [m for m in app.multiselect if m.label == label][nth].set_value(values)


def finish(app: AppTest) -> AppTest:
    """The page once all that goes on in the background has come to its end."""
    for errand in app.session_state["errands"].values():
        errand.join()
    app.run()
    assert [e.value for e in app.exception] == []
    return app


def unfold(app: AppTest, panel: str) -> AppTest:
    """The page with one of its folded panels opened."""
    app.session_state[panel] = True
    return app.run()


def go_to(page: Page, name: str) -> None:
    """Open another page by its name in the navigation, in a browser."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()


def open_at(page: Page, address: str, name: str) -> None:
    """Open a page of the app in a browser and wait until it is all there."""
    page.goto(address)
    expect(page.get_by_role("heading", level=1, name=name)).to_be_visible()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def read_another(page: Page) -> None:
    """Open the form for a further event once the one before is read: the form it was read by, still there, would be closed."""
    expect(page.get_by_label("Text of the agenda")).to_have_count(0)  # for a moment the old form and a new one are there
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.get_by_text("Read another event").click()


def press_within(page: Page, window: str, button: str) -> None:
    """Open a small window by its button and press another in it; where a page just drawn closes it, it is opened again."""
    for _ in range(5):
        page.get_by_role("button", name=window).click()
        with suppress(Error):
            page.get_by_role("button", name=button).click(timeout=5_000)
            return
    page.get_by_role("button", name=button).click()
