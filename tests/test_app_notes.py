"""The Notes and Meetings pages: how far each got, nudges, several events, coffee for three, an agenda that moved."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from app_screens import finish, open_own_store, open_page, press, unfold, write
from streamlit.testing.v1 import AppTest

from planner.agenda import Agenda, Event, Session, Speaker
from planner.journal import effective, new_entry
from planner.people import Person
from planner.profile import Profile
from planner.records import Meeting
from planner.standing import standing_of
from planner.storage import Store

ROOT = Path(__file__).resolve().parent.parent
ME = Profile(
    "Kim Holm", "VP Sales", "Fernhill", "HR software", offers=("a sheet for onboarding new sales people",),
    topics=("onboarding",),
)  # fmt: skip
SOON = (date.today() + timedelta(days=20)).isoformat()
PEOPLE = (
    Speaker("ada-berg", "Ada Berg", "VP Sales", "Linden Insurance"),
    Speaker("bo-lind", "Bo Lind", "Head of HR", "Harbour Insurance"),
    Speaker("cy-dahl", "Cy Dahl", "Chief Revenue Officer", "Zorvex"),
)
SESSIONS = (
    Session("opening", "Onboarding new sales people", f"{SOON}T09:00:00", f"{SOON}T09:45:00", "Hall", speakers=("ada-berg",)),
    Session("coffee", "Coffee break", f"{SOON}T09:45:00", f"{SOON}T10:45:00", "Foyer", kind="break"),
    Session("panel", "Panel: hiring", f"{SOON}T11:00:00", f"{SOON}T12:00:00", "Hall", "HR", speakers=("bo-lind", "cy-dahl")),
)
AGENDA = Agenda("test", "file", Event("Test Forum", SOON, SOON, "Europe/Berlin"), SESSIONS, PEOPLE)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A database of its own with an event at which all three are chosen."""
    with open_own_store(tmp_path, monkeypatch) as opened:
        opened.add_event(AGENDA, event_id="forum")
        opened.save_profile(ME)
        for speaker in PEOPLE:
            opened.add(new_entry("accepted", event="forum", person=opened.person_for_speaker("forum", speaker.id, speaker).id))
        yield opened


def words(app: AppTest) -> str:
    """Everything said on the page."""
    return "\n".join(
        str(getattr(e, "value", "")) for kind in ("markdown", "caption", "warning", "info", "success") for e in app.get(kind)
    )


def note_in(app: AppTest) -> str:
    """The text of the note."""
    return str(next(t for t in app.text_area if t.label == "Note").value)


def person_of(store: Store, speaker: str) -> Person:
    """The person behind a speaker of the forum."""
    person = store.person(store.people_of("forum")[speaker])
    assert person is not None
    return person


def state(store: Store, speaker: str) -> str:
    """How far it got with a speaker."""
    return standing_of(effective(store.entries(event="forum")), person_of(store, speaker).id).state


def choose_in_a_session() -> None:
    """What a page does to show whom to meet."""
    import streamlit as st

    from app_pages._choosing import choose_people
    from app_pages._shared import get_store
    from app_pages._view import view_event

    event = get_store().event("forum")
    assert event is not None
    st.session_state["plan"] = choose_people(view_event(event))


def test_whom_to_meet_is_chosen_once_for_all_tabs_of_a_user(store: Store) -> None:
    """A new tab finds the plan that another one made, until something it rests on changes."""
    first, second = (AppTest.from_function(choose_in_a_session, default_timeout=120).run() for _ in range(2))
    assert first.session_state["plan"].suggestions
    assert second.session_state["plan"] is first.session_state["plan"]
    store.save_profile(replace(ME, offers=("two tickets for the harbour tour",)))
    assert second.run().session_state["plan"] is not first.session_state["plan"]


def test_the_state_is_changed_in_one_tap_and_taken_back(store: Store) -> None:
    """Sent, then replied, then undone; the list of people says it too."""
    app = open_page("notes")
    first = store.people_of("forum")["ada-berg"]
    app.selectbox(key="notes_person").select(first).run()
    press(app, "Mark as sent")
    assert state(store, "ada-berg") == "sent"
    sent = next(e for e in store.entries(event="forum") if e.kind == "note_sent")
    assert sent.text
    assert sent.details["channel"] == "linkedin-free"
    app.segmented_control(key=f"notes_state_{first}_sent").set_value("replied").run()
    assert state(store, "ada-berg") == "replied"
    assert "(replied)" in " ".join(app.selectbox(key="notes_person").options)
    press(app, "Undo")
    assert state(store, "ada-berg") == "sent"


def test_one_nudge_is_offered_after_three_days_and_no_second(store: Store) -> None:
    """Without an answer the page offers the nudge; once it is sent neither the button nor the step is there."""
    ada = person_of(store, "ada-berg").id
    then = datetime.now() - timedelta(days=4)
    store.add(new_entry("note_sent", at=then, event="forum", person=ada, details={"step": "first_contact"}))
    app = press(open_page("notes"), "Nudge Ada Berg")
    assert app.selectbox(key="notes_step").value == "nudge"
    press(app, "Mark as sent")
    assert not [b for b in app.button if b.label.startswith("Nudge")]
    assert "nudge" not in app.selectbox(key="notes_step").options
    assert "One friendly nudge" not in app.selectbox(key="notes_step").options


def test_a_note_asked_for_opens_in_the_event_it_is_for(store: Store) -> None:
    """With another event at hand the page changes over to the one meant."""
    store.add_event(replace(AGENDA, source="other", event=Event("Other Days", SOON, SOON)), event_id="other")
    store.save_settings(event="other")
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120).run()
    app.session_state["notes_open"] = (person_of(store, "bo-lind").id, "confirm_slot", "forum")
    app.switch_page("app_pages/notes.py").run()
    assert [e.value for e in app.exception] == []
    assert app.session_state["event_id"] == "forum"
    assert app.selectbox(key="notes_person").value == person_of(store, "bo-lind").id
    assert app.selectbox(key="notes_step").value == "confirm_slot"


def test_the_step_follows_how_far_things_got(store: Store) -> None:
    """Once they replied the note at hand is to confirm the slot."""
    app = open_page("notes")
    assert app.selectbox(key="notes_step").value == "first_contact"
    person = app.selectbox(key="notes_person").value
    store.add(new_entry("note_replied", event="forum", person=person))
    assert app.run().selectbox(key="notes_step").value == "confirm_slot"


def place_of(app: AppTest, meeting: Meeting) -> str | None:
    """What stands in the field for a meeting's place."""
    return next(t.value for t in app.text_input if str(t.key).startswith(f"place_{meeting.id}_{meeting.sequence}"))


def test_the_menu_of_a_changed_meeting_is_filled_in_anew(store: Store) -> None:
    """After a refusal the place to edit is that of the new proposal."""
    app = press(open_page("meetings"), "Propose slots")
    meeting = store.meetings(event="forum")[0]
    unfold(app, f"change_{meeting.id}_{meeting.sequence}")
    assert place_of(app, meeting) == (meeting.place or "")
    app.button(key=f"refuse_{meeting.id}").click().run()
    assert [e.value for e in app.exception] == []
    new = next(m for m in store.meetings(event="forum") if m.people == meeting.people and m.status == "proposed")
    unfold(app, f"change_{new.id}_{new.sequence}")
    assert place_of(app, new) == (new.place or "")


def test_the_month_s_notes_go_to_the_best_and_the_others_way_is_named(store: Store) -> None:
    """With four of five notes used, one person keeps the LinkedIn note; the others get an opening line or an e-mail."""
    for _ in range(4):
        store.add(new_entry("note_sent", event="forum", person="x", details={"channel": "linkedin-free"}))
    store.save_person(replace(person_of(store, "cy-dahl"), email="cy@example.org"))
    said = words(unfold(open_page("notes"), "notes_overview"))
    assert "1 left, kept for the best" in said
    assert said.count("· LinkedIn note") == 1
    assert said.count("· e-mail") + said.count("· opening line in the hallway") == 2


def test_phrases_of_mine_are_worded_once_for_another_language(store: Store) -> None:
    """In German the English offer is left out, until I say it in German."""
    app = open_page("notes")
    app.selectbox(key="notes_person").select(person_of(store, "ada-berg").id).run()
    app.selectbox(key="notes_language").select("de").run()
    assert "onboarding" not in note_in(app).replace("Onboarding new sales people", "")
    assert any(e.label.startswith("Say it in German") for e in app.expander)
    write(app, ME.offers[0], "ein Blatt zur Einarbeitung")
    press(app, "Use these")
    assert store.settings()["wordings"]["de"] == {ME.offers[0]: "ein Blatt zur Einarbeitung"}
    assert "ein Blatt zur Einarbeitung" in note_in(app)


def test_another_wording_says_the_same_facts_in_other_words(store: Store) -> None:
    """The text changes and is kept; our first draft is one tap away."""
    app = open_page("notes")
    before = note_in(app)
    press(app, "Another wording")
    after = note_in(app)
    assert after != before
    assert [d.text for d in store.drafts(event="forum")] == [after]


def test_two_who_share_a_session_meet_over_one_coffee(store: Store) -> None:
    """The suggestion becomes one meeting of three with a note for each; nobody is met twice; undo brings the old ones back."""
    app = press(open_page("meetings"), "Propose slots")
    assert len(store.meetings(event="forum")) == 3
    press(app, "Meet both together")
    standing = [m for m in store.meetings(event="forum") if m.status != "cancelled"]
    both = {person_of(store, "bo-lind").id, person_of(store, "cy-dahl").id}
    assert sorted(len(m.people) for m in standing) == [1, 2]
    assert next(set(m.people) for m in standing if len(m.people) == 2) == both
    notes = open_page("notes")
    notes.selectbox(key="notes_person").select(person_of(store, "bo-lind").id).run()
    assert notes.selectbox(key="notes_step").value == "group_coffee"
    assert "Cy Dahl" in note_in(notes)
    press(app, "Undo")
    assert sorted(len(m.people) for m in store.meetings(event="forum") if m.status != "cancelled") == [1, 1, 1]


def test_booking_can_be_taken_back_whole(store: Store) -> None:
    """Undo takes back the log and the meeting; SEQUENCE grows each time, so that calendars follow."""
    app = press(press(open_page("meetings"), "Propose slots"), "They said yes")
    assert sum(m.status == "booked" for m in store.meetings(event="forum")) == 1
    press(app, "Undo")
    assert all(m.status == "proposed" for m in store.meetings(event="forum"))
    assert max(m.sequence for m in store.meetings(event="forum")) == 2
    assert not any(e.kind == "meeting_booked" for e in effective(store.entries()))


def test_when_the_agenda_moves_a_meeting_moves_only_after_a_yes(store: Store) -> None:
    """The clash is named with a proposal; nothing changes before the tap, and "keep" silences it."""
    app = press(open_page("meetings"), "Propose slots")
    before = {m.id: m for m in store.meetings(event="forum")}
    hers = next(m for m in before.values() if m.people == (person_of(store, "ada-berg").id,))
    moved = replace(SESSIONS[0], start=hers.start, end=f"{SOON}T10:40:00")
    store.add_reading("forum", replace(AGENDA, sessions=(moved, *SESSIONS[1:])))
    app = open_page("meetings")
    assert "will be on stage then" in words(app)
    assert {m.id: m.start for m in store.meetings(event="forum")} == {i: m.start for i, m in before.items()}
    app.button(key=f"clash_{hers.id}").click().run()
    assert next(m for m in store.meetings(event="forum") if m.id == hers.id).start != hers.start
    assert "will be on stage then" not in words(app)
    press(app, "Undo")
    app = press(open_page("meetings"), "Keep it as it is")
    assert "will be on stage then" not in words(open_page("meetings"))


def test_shortly_before_the_event_a_stale_reading_is_named(store: Store) -> None:
    """An agenda read today gives no advice; whoever said no gets no slot."""
    assert "read it again" not in words(open_page("meetings"))
    store.add(new_entry("note_declined", event="forum", person=person_of(store, "cy-dahl").id))
    app = press(open_page("meetings"), "Propose slots")
    assert len(store.meetings(event="forum")) == 2
    assert "Cy Dahl" not in words(app)


class Model(http.server.BaseHTTPRequestHandler):
    """Plays a language model: it answers with the note, changed as `change` says."""

    change: ClassVar[tuple[str, str]] = ("", "")

    def do_POST(self) -> None:
        """Answer with the changed note."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        text = asked["messages"][-1]["content"].replace(*self.change)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"choices": [{"message": {"content": text}}]}).encode())

    def log_message(self, *args: object) -> None:
        """Say nothing on the test's output."""


@pytest.fixture
def model(store: Store) -> Iterator[None]:
    """A model on this computer, switched on."""
    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    store.save_settings(polish={"on": True, "address": f"http://127.0.0.1:{running.server_address[1]}/v1", "model": "tiny"})
    yield
    running.shutdown()


def test_polishing_is_off_unless_switched_on(store: Store) -> None:
    """There is no button to press before the switch was used."""
    app = unfold(open_page("notes"), "polish_fold")
    assert "Polish this note" not in [b.label for b in app.button]
    next(t for t in app.toggle if t.label == "Let me polish notes" and not t.value).set_value(True)
    app.text_input(key="polish_model").set_value(" tiny ")
    press(app, "Keep this")
    assert store.settings()["polish"] == {"on": True, "address": "http://localhost:11434/v1", "model": "tiny"}
    assert "Polish this note" in [b.label for b in app.button]


@pytest.mark.usefixtures("model")
def test_a_polished_note_is_taken_only_after_a_yes_and_given_back(store: Store) -> None:
    """The model's words are shown, used when asked, and mine are one tap away."""
    app = unfold(open_page("notes"), "polish_fold")
    before = note_in(app)
    Model.change = (" to ", " so to ")
    finish(press(app, "Polish this note"))
    assert note_in(app) == before
    press(app, "Use the polished text")
    assert note_in(app) == before.replace(" to ", " so to ")
    press(app, "Back to mine")
    assert note_in(app) == before


@pytest.mark.usefixtures("model")
def test_a_polished_note_with_a_new_fact_is_refused_and_the_draft_stays(store: Store) -> None:
    """The reason names the word; the button to use it is not there."""
    app = unfold(open_page("notes"), "polish_fold")
    before = note_in(app)
    Model.change = ("", "")
    Model.change = (before[-1], f" 30 firms such as Zorvexia trust us{before[-1]}")
    finish(press(app, "Polish this note"))
    assert "Zorvexia" in words(app)
    assert "Not taken" in words(app)
    assert note_in(app) == before
    assert "Use the polished text" not in [b.label for b in app.button]
    assert store.drafts(event="forum") == ()
