"""Every page opens through the app, empty and with the sample event."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from planner.identity import settle_ids
from planner.profile import read_profile
from planner.storage import open_store
from scrapers import read_upload

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(p.name for p in (ROOT / "app_pages").glob("*.py") if not p.name.startswith("_"))
SAMPLE = ROOT / "sample_agendas" / "revenue_leaders_summit.html"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The app on a database of its own."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'planner.sqlite3'}")
    st.cache_resource.clear()
    st.cache_data.clear()
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    st.cache_resource.clear()


def fill() -> str:
    """Keep the sample event and its profile, with one person chosen; returns the event's id."""
    store = open_store()
    agenda = settle_ids(read_upload(SAMPLE.name, SAMPLE.read_bytes()))
    event_id = store.add_event(agenda)
    store.save_profile(read_profile((SAMPLE.parent / "profile.toml").read_text(encoding="utf-8")))
    store.close()
    return event_id


@pytest.mark.parametrize("page", PAGES)
def test_a_page_without_data_says_what_to_do_first(app: AppTest, page: str) -> None:
    """Nothing breaks on the first start."""
    app.run()
    app.switch_page(f"app_pages/{page}").run()

    assert [e.value for e in app.exception] == []
    assert len(app.title) == 1 or len(app.info) == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_page_with_an_event_opens(app: AppTest, page: str) -> None:
    """Every page shows the sample event."""
    fill()
    app.run()
    app.switch_page(f"app_pages/{page}").run()

    assert [e.value for e in app.exception] == []
    assert len(app.title) == 1
