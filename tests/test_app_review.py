"""What was read is checked on the event's page: remarks are settled, the event gets its name and day, entries their facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from app_screens import choose, open_own_store, open_page, press, write
from streamlit.testing.v1 import AppTest

from app_pages._one_entry import with_person_in
from planner.agenda import Agenda, Event, Session, Speaker
from planner.corrections import Correction, apply_corrections, from_json, to_json
from planner.storage import Store
from scrapers._doubts import doubts

REMARK = "Titles, speakers and companies are hard to tell apart on this page. Compare the sessions with it."
SPEAKERS = tuple(
    Speaker(f"p{i}", name, "CFO", "Zorvex") for i, name in enumerate(("Ada Berg", "Bo Lind", "Cleo Marsh", "Dov Tarn"))
)
SESSIONS = tuple(Session(f"s{i}", f"Ropes {i}", f"1{i}:00", f"1{i}:30", speakers=(f"p{i}",)) for i in range(4))
AGENDA = Agenda("page.html", "any_page", Event("October"), SESSIONS, SPEAKERS, (REMARK,))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store with an event that gives no date."""
    with open_own_store(tmp_path, monkeypatch) as opened:
        opened.add_event(replace(AGENDA, warnings=(REMARK, *doubts(AGENDA))), event_id="forum")
        yield opened


def agenda_of(store: Store) -> Agenda:
    """The event's agenda as it is shown, with all corrections."""
    agenda = store.agenda("forum")
    assert agenda is not None
    return apply_corrections(agenda, map(from_json, store.corrections("forum")))


def remarks(app: AppTest) -> list[str]:
    """What the page asks the user to look at."""
    return [warning.value.replace("\\", "") for warning in app.warning]


def set_day(app: AppTest) -> AppTest:
    """Say on which day the event is."""
    next(d for d in app.date_input if d.label.startswith("The agenda gives no date")).set_value(date(2027, 5, 11))
    return press(app, "Set the day")


def test_a_remark_that_is_settled_is_not_made_any_more(store: Store) -> None:
    """A session that got its time is not said to have none; what no correction settles is said still."""
    timeless = replace(AGENDA, sessions=(replace(SESSIONS[0], start=None, end=None), *SESSIONS[1:]))
    store.add_reading("forum", replace(timeless, warnings=(REMARK, *doubts(timeless))))
    assert remarks(open_page("event")) == [REMARK, "One session has no time: “Ropes 0”; enter it where you know it."]
    one = agenda_of(store).sessions[0].id
    store.add_corrections("forum", to_json(Correction("edit", "session", one, {"start": "09:00"})))
    assert remarks(open_page("event")) == [REMARK]


def test_what_a_form_asks_for_is_not_said_once_more(store: Store) -> None:
    """Where the day is asked for no remark says that it is missing."""
    app = open_page("event")
    assert remarks(app) == [REMARK]
    assert any(d.label.startswith("The agenda gives no date") for d in app.date_input)


def test_a_remark_that_was_looked_at_is_put_away(store: Store) -> None:
    """It stays away in the next session, and does not come back with a reading that makes it again."""
    app = open_page("event")
    press(app, "OK")
    assert REMARK not in remarks(app)
    store.add_reading("forum", replace(AGENDA, event=Event("November")))
    assert REMARK not in remarks(open_page("event"))


def test_the_day_that_is_set_is_the_day_of_the_event(store: Store) -> None:
    """What is due before and after the event is counted from it."""
    set_day(open_page("event"))
    event = store.event("forum")
    assert event is not None
    assert (event.event.start, event.event.end) == ("2027-05-11", "2027-05-11")


def test_an_event_read_under_a_wrong_name_gets_its_own(store: Store) -> None:
    """Everywhere, and also after the agenda was read again; undoing brings the old one back."""
    app = open_page("event")
    next(t for t in app.text_input if t.label == "Name of the event").set_value("Quayside Meetup")
    press(app, "Save")
    assert app.title[0].value == "Quayside Meetup"
    store.add_reading("forum", replace(AGENDA, event=Event("October", "2026-10-13")))
    event = store.event("forum")
    assert event is not None
    assert (event.event.name, event.event.start) == ("Quayside Meetup", "2026-10-13")
    press(app, "Undo")
    assert app.title[0].value == "October"
    press(app, "Redo")
    assert app.title[0].value == "Quayside Meetup"


def test_every_correction_can_be_taken_back_one_after_the_other(store: Store) -> None:
    """Also those of another day: what was corrected last goes first, and another correction ends the making again."""
    ids = [s.id for s in agenda_of(store).sessions]
    for number in (0, 1):
        store.add_corrections("forum", to_json(Correction("edit", "session", ids[number], {"title": f"Knots {number}"})))
    app = open_page("event")
    press(app, "Undo")
    assert [s.title for s in agenda_of(store).sessions[:2]] == ["Knots 0", "Ropes 1"]
    press(app, "Undo")
    assert [s.title for s in agenda_of(store).sessions[:2]] == ["Ropes 0", "Ropes 1"]
    assert not [b for b in app.button if b.label == "Undo"]
    press(app, "Redo")
    assert [s.title for s in agenda_of(store).sessions[:2]] == ["Knots 0", "Ropes 1"]
    store.add_corrections("forum", to_json(Correction("edit", "session", ids[2], {"title": "Sails"})))
    assert not [b for b in open_page("event").button if b.label == "Redo"]


def test_a_field_that_was_taken_back_follows_the_source_again(store: Store) -> None:
    """Nothing of the correction is left: what a later reading says counts."""
    one = agenda_of(store).sessions[0].id
    store.add_corrections("forum", to_json(Correction("edit", "session", one, {"room": "Pier 4"})))
    press(open_page("event"), "Undo")
    store.add_reading("forum", replace(AGENDA, sessions=(replace(SESSIONS[0], room="Hall 2"), *SESSIONS[1:])))
    assert agenda_of(store).sessions[0].room == "Hall 2"


def test_the_same_agenda_read_again_counts_as_read_today(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told to read it again because nothing had changed; no second reading is kept."""
    (reading,) = store.readings("forum")
    monkeypatch.setattr("planner._event_rows.utc_now", lambda: "2099-01-01T08:00:00+00:00")
    store.add_reading("forum", reading.agenda)
    event = store.event("forum")
    assert event is not None
    assert event.read_at == "2099-01-01T08:00:00+00:00"
    assert len(store.readings("forum")) == 1


def one_by_one(wrong: str) -> AppTest:
    """Open the forms for single entries and say what stands wrong."""
    app = open_page("event")
    app.session_state["event_tabs_forum"] = "One by one"
    app.run()
    app.radio(key="regroup_forum").set_value(wrong).run()
    return app


def test_a_session_is_corrected_in_a_form(store: Store) -> None:
    """Day, times and a person nobody knew yet; what was not touched stays."""
    app = one_by_one("Something in a session is wrong")
    one = agenda_of(store).sessions[0].id
    app.selectbox(key="correct_session").set_value(one).run()
    write(app, "Start", "9:15 am")
    next(d for d in app.date_input if d.label == "Day").set_value(date(2027, 5, 11))
    choose(app, "People", ["Ada Berg", "Elin Voss"])
    press(app, "Save", nth=-1)

    session = next(s for s in agenda_of(store).sessions if s.id == one)
    assert (session.title, session.start, session.end) == ("Ropes 0", "2027-05-11T09:15:00", "2027-05-11T10:30:00")
    assert [p.name for p in agenda_of(store).speakers if p.id in session.speakers] == ["Ada Berg", "Elin Voss"]


def test_a_person_left_out_is_added_where_they_speak(store: Store) -> None:
    """One form says who they are and in which sessions."""
    app = one_by_one("A person is missing")
    write(app, "Name", "Elin Voss")
    write(app, "Company", "Fernhill")
    there = [s.id for s in agenda_of(store).sessions[1:3]]
    choose(app, "Speaks in", there)
    press(app, "Save", nth=-1)
    assert not [t.value for t in app.text_input if t.label == "Name" and t.value]  # ready for the next

    agenda = agenda_of(store)
    added = next(p for p in agenda.speakers if p.name == "Elin Voss")
    assert added.company == "Fernhill"
    assert [s.id for s in agenda.sessions_of(added.id)] == there


def test_an_entry_that_is_none_is_taken_out(store: Store) -> None:
    """A line that was taken for a person leaves the agenda and its sessions."""
    app = one_by_one("Something about a person is wrong")
    one = agenda_of(store).speakers[1].id
    app.selectbox(key="correct_person").set_value(one).run()
    press(app, "Take it out")

    assert [p.name for p in agenda_of(store).speakers] == ["Ada Berg", "Cleo Marsh", "Dov Tarn"]
    assert agenda_of(store).sessions[1].speakers == ()


def test_a_person_is_in_the_sessions_chosen_and_in_no_others() -> None:
    """The others of each session stay, in their order."""
    after = with_person_in(AGENDA, "p0", ["s1"])

    assert [s.speakers for s in after.sessions] == [(), ("p1", "p0"), ("p2",), ("p3",)]


def test_a_tab_stays_open_when_its_count_changes(store: Store) -> None:
    """Whoever takes people out is not sent back to the sessions after each."""
    app = open_page("event")
    app.session_state["event_tabs_forum"] = "People (4)"
    app.run()
    store.add_corrections("forum", to_json(Correction("delete", "speaker", agenda_of(store).speakers[0].id)))
    app.run()
    assert app.session_state["event_tabs_forum"] == "People (3)"


def test_how_much_there_is_to_check_is_said_above_the_tables(store: Store) -> None:
    """A mark below the edge of the screen or in the other tab is found; where there is none, that is said too."""
    assert any("no single row stands out" in text.value for text in open_page("event").markdown)
    marked = replace(AGENDA, speakers=(replace(SPEAKERS[0], unsure=("name",)), *SPEAKERS[1:]))
    store.add_reading("forum", marked)
    assert any("first of all **1 person**" in text.value for text in open_page("event").markdown)
