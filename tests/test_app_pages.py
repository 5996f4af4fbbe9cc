"""Every page opens through the app, empty and with the sample event."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from app_screens import finish, press
from streamlit.testing.v1 import AppTest

from app_pages._text import plain
from planner.identity import settle_ids
from planner.journal import new_entry
from planner.profile import read_profile
from planner.storage import open_store
from scrapers import read_upload

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(p.name for p in (ROOT / "app_pages").glob("*.py") if p.name != "team.py" and not p.name.startswith("_"))
SAMPLE = ROOT / "sample_agendas" / "revenue_leaders_summit.html"


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The app on a database of its own."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'planner.sqlite3'}")
    st.cache_resource.clear()
    st.cache_data.clear()
    yield AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
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
    assert len(app.title) == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_page_with_an_event_opens(app: AppTest, page: str) -> None:
    """Every page shows the sample event."""
    fill()
    app.run()
    app.switch_page(f"app_pages/{page}").run()

    assert [e.value for e in app.exception] == []
    assert len(app.title) == 1


def choose_two(event_id: str) -> None:
    """Accept the first two people of the event."""
    store = open_store()
    agenda = store.agenda(event_id)
    assert agenda is not None
    for speaker in agenda.speakers[:2]:
        person = store.person_for_speaker(event_id, speaker.id, speaker)
        store.add(new_entry("accepted", event=event_id, person=person.id))
    store.close()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_with_people_chosen_opens(app: AppTest, page: str) -> None:
    """Every page shows the event after two people were accepted."""
    choose_two(fill())
    app.run()
    app.switch_page(f"app_pages/{page}").run()

    assert [e.value for e in app.exception] == []


def test_an_accepted_person_has_a_draft_that_names_them(app: AppTest) -> None:
    """The draft is there at once, and marking it sent is logged with its channel."""
    event_id = fill()
    choose_two(event_id)
    app.run()
    app.switch_page("app_pages/notes.py").run()
    note = next(area for area in app.text_area if area.label == "Note")
    first_name = app.selectbox(key="notes_person").options[0].split()[0]
    next(b for b in app.button if b.label == "Mark as sent").click().run()

    assert first_name in (note.value or "")
    store = open_store()
    sent = [e for e in store.entries() if e.kind == "note_sent"]
    store.close()
    assert [(e.event, e.text) for e in sent] == [(event_id, note.value)]


def test_slots_are_proposed_for_everybody_chosen(app: AppTest) -> None:
    """One click places the meetings; a yes books one and logs it."""
    event_id = fill()
    choose_two(event_id)
    app.run()
    app.switch_page("app_pages/meetings.py").run()
    next(b for b in app.button if b.label == "Propose slots").click().run()
    next(b for b in app.button if b.label == "They said yes").click().run()

    assert [e.value for e in app.exception] == []
    store = open_store()
    statuses = sorted(m.status for m in store.meetings(event=event_id))
    booked = [e.kind for e in store.entries() if e.kind == "meeting_booked"]
    store.close()
    assert statuses == ["booked", "proposed"]
    assert booked == ["meeting_booked"]


def test_text_from_an_agenda_is_shown_letter_by_letter() -> None:
    """Markdown, HTML and images in a title stay what they are: characters."""
    hostile = "<b>x</b> ![pixel](http://example.org/x.png) [l](javascript:1) :red[y] $z$ `c`"

    shown = plain(hostile)

    assert "![" not in shown
    assert "<b>" not in shown
    assert ":red[" not in shown
    assert shown.replace("\\", "").replace(":small[]", "") == hostile


def test_a_sample_is_looked_at_with_a_sample_profile(app: AppTest) -> None:
    """From nothing to people worth meeting in three taps; where a profile is there nothing is offered."""
    app.run()
    app.button(key="try_sample").click().run()
    finish(app)
    app.switch_page("app_pages/people.py").run()
    press(app, "Look around with a sample profile")

    assert "fill in your profile" not in " ".join(str(w.value) for w in app.warning)
    assert any("peer" in str(m.value).lower() or "as you do" in str(m.value) for m in app.markdown)
    assert "Look around with a sample profile" not in [b.label for b in app.button]


def test_a_file_of_any_kind_can_be_opened(app: AppTest) -> None:
    """What it is shows when it is read: a programme in Markdown is one, whatever its name ends in."""
    programme = b"# Harbour Day\n\n## 4 May 2027\n\n| Time | Title | Speaker |\n|---|---|---|\n" + b"".join(
        b"| %d:00 | %s | %s |\n" % row
        for row in ((9, b"Mending nets", b"Ada Berg"), (10, b"Salt and bread", b"Bo Lind"), (11, b"Rope", b"Cy Dahl"))
    )
    app.run()
    app.file_uploader[0].set_value(("programme.markdown", programme, "text/markdown"))
    press(app, "Read the file")
    finish(app)

    assert app.title[0].value == "Harbour Day"
