"""What was read wrongly is merged, split and taken back on the event's page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from app_screens import ROOT, choose, open_own_store, open_page, press, write
from streamlit.testing.v1 import AppTest

from planner.agenda import Agenda
from planner.corrections import apply_corrections, from_json
from planner.identity import settle_ids
from planner.storage import Store
from scrapers import read_upload

SAMPLE = ROOT / "sample_agendas" / "revenue_leaders_summit.html"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store with the sample event."""
    with open_own_store(tmp_path, monkeypatch) as opened:
        opened.add_event(settle_ids(read_upload(SAMPLE.name, SAMPLE.read_bytes())), event_id="summit")
        yield opened


def agenda_of(store: Store) -> Agenda:
    """The event's agenda as it is shown, with all corrections."""
    agenda = store.agenda("summit")
    assert agenda is not None
    return apply_corrections(agenda, map(from_json, store.corrections("summit")))


def regroup(wrong: str) -> AppTest:
    """Open the panel where entries are merged and split, and say what stands wrong."""
    app = open_page("event")
    app.session_state["event_tabs_summit"] = "One by one"
    app.run()
    app.radio(key="regroup_summit").set_value(wrong).run()
    return app


def test_a_correction_can_be_taken_back(store: Store) -> None:
    """Merging two people is undone by one click, and both are on the agenda again."""
    app = regroup("One person is listed twice")
    before = app.tabs[1].label
    app.selectbox(key="merge_speaker_keep").select_index(0)
    app.selectbox(key="merge_speaker_other").select_index(1)
    press(app, "Make them one person")
    merged = app.tabs[1].label
    press(app, "Undo")

    assert (before, merged, app.tabs[1].label) == ("People (22)", "People (21)", "People (22)")
    store.look()
    assert not store.corrections("summit")
    assert len(store.correction_history("summit").undone) == 1


def test_sessions_read_twice_are_made_one(store: Store) -> None:
    """The people of both are at the one that stays."""
    app = regroup("One session is listed twice")
    before = agenda_of(store)
    one, other = [s for s in before.sessions if s.speakers][:2]
    app.selectbox(key="merge_session_keep").set_value(one.id)
    app.selectbox(key="merge_session_other").set_value(other.id)
    press(app, "Make them one session")

    after = agenda_of(store)
    assert {s.id for s in before.sessions} - {s.id for s in after.sessions} == {other.id}
    kept = next(s for s in after.sessions if s.id == one.id)
    assert (kept.title, set(kept.speakers)) == (one.title, {*one.speakers, *other.speakers})


def test_two_people_read_as_one_are_split(store: Store) -> None:
    """Both have the sessions of the one, each their own job and company; the first keeps its id."""
    app = regroup("Two people were read as one")
    before = agenda_of(store)
    person = before.speakers[0]
    app.selectbox(key="split_person").set_value(person.id).run()
    assert next(t for t in app.text_input if t.label == "Name").value == person.name
    write(app, "Name", "Ada Berg", nth=0)
    write(app, "Name", "Bo Lind", nth=1)
    write(app, "Company", "Linden", nth=1)
    press(app, "Make them two people")

    after = agenda_of(store)
    one, other = (next(p for p in after.speakers if p.name == name) for name in ("Ada Berg", "Bo Lind"))
    assert (one.id, one.company, other.company) == (person.id, person.company, "Linden")
    talks = [{s.id for s in after.sessions if p.id in s.speakers} for p in (one, other)]
    assert talks[0] == talks[1] == {s.id for s in before.sessions if person.id in s.speakers} != set()


def test_two_sessions_read_as_one_are_split(store: Store) -> None:
    """Each has its title, times and people; day and room are the same, and a wrong time is answered with a sentence."""
    app = regroup("Two sessions were read as one")
    before = agenda_of(store)
    session = next(s for s in before.sessions if len(s.speakers) > 1)
    names = {p.id: p.name for p in before.speakers}
    app.selectbox(key="split_session").set_value(session.id).run()
    write(app, "Title", "First half", nth=0)
    write(app, "Title", "Second half", nth=1)
    write(app, "Start", "late", nth=1)
    press(app, "Make them two sessions")
    assert [e.value for e in app.error] == ["“late” is not a time. Write it as 09:30."]
    write(app, "Start", "18:05", nth=1)
    write(app, "End", "18:20", nth=1)
    choose(app, "People", [names[session.speakers[0]]], nth=0)
    choose(app, "People", [names[session.speakers[1]]], nth=1)
    press(app, "Make them two sessions")

    after = agenda_of(store)
    one, other = (next(s for s in after.sessions if s.title == title) for title in ("First half", "Second half"))
    assert session.start is not None
    assert (one.id, one.start, one.speakers) == (session.id, session.start, session.speakers[:1])
    assert (other.start, other.end) == (f"{session.start[:10]}T18:05:00", f"{session.start[:10]}T18:20:00")
    assert (other.room, other.track, other.speakers) == (session.room, session.track, session.speakers[1:2])
