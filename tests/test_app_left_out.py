"""Lines of the programme that nothing was read from are one click from being people and sessions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from app_screens import open_own_store, open_page, press
from streamlit.testing.v1 import AppTest

from planner.agenda import Agenda, Event, Session, Speaker, UnreadLine
from planner.corrections import apply_corrections, from_json
from planner.storage import Store
from scrapers._doubts import doubted

NAMED = UnreadLine("Casimir Oyelaran, CFO, Fernhill", "person", "09:00", "09:30")
TITLED = UnreadLine("Lamps for deep cellars", "session", "11:00")
READ = Agenda(
    "page.html", "any_page", Event("Harbour Days", "2027-05-03", "2027-05-03"),
    (
        Session("s1", "Ropes", "2027-05-03T09:00:00", "2027-05-03T09:30:00", speakers=("p1",)),
        Session("s2", "Knots", "2027-05-03T10:00:00"), Session("s3", "Sails", "2027-05-03T10:00:00"),
    ),
    (Speaker("p1", "Ada Berg"),),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store with an agenda of which a title and a name were left out."""
    with open_own_store(tmp_path, monkeypatch) as opened:
        opened.add_event(doubted(READ, [NAMED, TITLED]), event_id="harbour")
        yield opened


def agenda_of(store: Store) -> Agenda:
    """The event's agenda with all corrections."""
    store.look()
    agenda = store.agenda("harbour")
    assert agenda is not None
    return apply_corrections(agenda, map(from_json, store.corrections("harbour")))


def says(app: AppTest, text: str) -> bool:
    """Whether the page says this anywhere."""
    return any(text in each.value.replace("\\", "") for kind in (app.markdown, app.caption, app.warning) for each in kind)


def test_a_name_left_out_is_one_click_from_speaking(store: Store) -> None:
    """With job and company, in the session at its time; the line is asked about no more, also after a new reading."""
    app = open_page("event")
    assert says(app, "2 lines of the programme were not used")
    assert not says(app, "belong to no session")
    press(app, "Add as a person")
    added = agenda_of(store).speakers[-1]
    assert (added.name, added.title, added.company) == ("Casimir Oyelaran", "CFO", "Fernhill")
    assert added.id in agenda_of(store).sessions[0].speakers
    assert says(app, "1 line of the programme was not used")
    store.add_reading("harbour", doubted(READ, [NAMED]))
    assert added in agenda_of(store).speakers
    assert not says(open_page("event"), "of the programme")


def test_what_was_added_is_taken_back_beside_it(store: Store) -> None:
    """The line is asked about again."""
    app = press(open_page("event"), "Add as a person")
    press(app, "Undo")
    assert [p.name for p in agenda_of(store).speakers] == ["Ada Berg"]
    assert says(app, "2 lines of the programme were not used")


def test_a_title_left_out_is_one_click_from_being_a_session(store: Store) -> None:
    """At the time it stands under, on the day of the event."""
    press(open_page("event"), "Add as a session", nth=1)
    added = agenda_of(store).sessions[-1]
    assert (added.title, added.start) == ("Lamps for deep cellars", "2027-05-03T11:00:00")


def test_where_two_sessions_may_be_meant_the_click_says_which(store: Store) -> None:
    """Nobody is put into a session by a guess."""
    store.add_reading("harbour", doubted(READ, [UnreadLine("Casimir Oyelaran", "person", "10:00")]))
    press(open_page("event"), "Sails")
    added = agenda_of(store).speakers[-1].id
    assert [s.title for s in agenda_of(store).sessions if added in s.speakers] == ["Sails"]


def test_a_line_that_is_neither_is_put_away(store: Store) -> None:
    """It is not asked about in the next session either; the other still is."""
    press(open_page("event"), "OK")
    app = open_page("event")
    assert says(app, "1 line of the programme was not used")
    assert len(agenda_of(store).speakers) == 1
