"""The People and My network pages: deciding, giving first, telling, importing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from app_screens import open_own_store, open_page, unfold

from planner.agenda import Agenda, Event, Session, Speaker
from planner.corrections import apply_corrections, from_json
from planner.journal import effective
from planner.people import Person
from planner.profile import Profile
from planner.records import Fact
from planner.storage import Store

ROOT = Path(__file__).resolve().parent.parent
ME = Profile(
    "Kim Holm", "VP Sales", "Fernhill", "HR software", offers=("a sheet for onboarding new sales people",),
    topics=("onboarding",), dream_customers=("head of HR at an insurer",),
)  # fmt: skip
PEOPLE = (
    Speaker("ada-berg", "Ada Berg", "VP Sales", "Linden Insurance"),
    Speaker("bo-lind", "Bo Lind", "Head of HR", "Harbour Insurance"),
    Speaker("cy-dahl", "Cy Dahl", "Chief Revenue Officer", "Zorvex"),
    Speaker("di-moe", "Di Moe", "Data Engineer", "Fernhill"),
)
SESSIONS = (
    Session("opening", "Onboarding new sales people", "2027-03-16T09:00:00", "2027-03-16T09:45:00", speakers=("ada-berg",)),
    Session("panel", "Panel on hiring", "2027-03-17T09:00:00", "2027-03-17T09:45:00", speakers=("bo-lind", "cy-dahl")),
)
AGENDA = Agenda("test", "file", Event("Test Forum", "2027-03-16", "2027-03-17"), SESSIONS, PEOPLE)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A database of its own with an event, a profile and one contact."""
    with open_own_store(tmp_path, monkeypatch) as opened:
        opened.add_event(AGENDA, event_id="forum")
        opened.save_profile(ME)
        opened.save_person(Person("c1", "Ada Berg", company="Old Mill Bank", relation="client", last_contact="2020-01-02"))
        yield opened


def kinds(store: Store) -> list[str]:
    """The kinds of the effective entries."""
    return [e.kind for e in effective(store.entries())]


def test_accepting_remembers_the_reason_and_can_be_undone(store: Store) -> None:
    """Meet is logged with the code of the first reason, from which the weights learn; Undo takes it back."""
    app = open_page("people")
    app.button(key="accepted_ada-berg").click().run()
    entry = effective(store.entries())[0]
    app.button(key="undo_ada-berg").click().run()

    assert (entry.kind, entry.event) == ("accepted", "forum")
    assert entry.details["reason"]
    assert kinds(store) == []


def test_a_refusal_moves_the_person_to_those_left_out(store: Store) -> None:
    """No thanks takes the card away; the undo waits in the folded list."""
    app = open_page("people")
    app.button(key="no_thanks_cy-dahl").click().run()
    app.run()
    refused = "accepted_cy-dahl" not in {b.key for b in app.button}
    unfold(app, "people_out").button(key="undo_cy-dahl").click().run()

    assert refused
    assert "accepted_cy-dahl" in {b.key for b in app.button}


def test_what_was_learnt_is_said_and_can_be_put_to_use(store: Store) -> None:
    """A decision teaches gently; the order changes only when asked for."""
    app = open_page("people")
    unfold(app, "weights_panel").button(key="no_thanks_cy-dahl").click().run()
    said = [c.value for c in app.caption if " % less: " in str(c.value)]
    app.button(key="weights_anew").click().run()

    assert len(said) == 1
    assert "weights_anew" not in {b.key for b in app.button}


def test_an_idea_of_a_chosen_person_is_marked_as_ready(store: Store) -> None:
    """One click logs the idea with its way; another takes it back."""
    app = open_page("people")
    app.button(key="accepted_ada-berg").click().run()
    app.button(key="give_0_ada-berg").click().run()
    ready = next(e for e in effective(store.entries()) if e.kind == "give_first_ready")
    app.button(key="ungive_0_ada-berg").click().run()

    assert ready.way is not None
    assert ready.text
    assert kinds(store) == ["accepted"]


def test_an_answer_about_a_company_is_kept_and_shown(store: Store) -> None:
    """The answer becomes a fact and the company is no longer asked about."""
    app = open_page("people")
    unfold(app, "companies_panel")
    next(s for s in app.selectbox if s.label.startswith("Zorvex")).set_value("insurance")
    next(b for b in app.button if b.label == "Keep the answers").click().run()
    unfold(app, "companies_panel")

    assert store.facts("industry")["Zorvex"].value == "insurance"
    assert not any(s.label.startswith("Zorvex") for s in app.selectbox)
    assert any("Zorvex" in frame.value.to_string() for frame in app.dataframe)


def test_a_likely_contact_is_asked_about_and_the_answer_can_be_taken_back(store: Store) -> None:
    """A namesake at another company is a question; yes makes them one person, and back again."""
    app = open_page("people")
    app.button(key="same_yes_ada-berg").click().run()
    one = store.people_of("forum")["ada-berg"]
    app.button(key="unsame_ada-berg").click().run()

    assert one == "c1"
    assert store.people_of("forum")["ada-berg"] != "c1"


@pytest.mark.parametrize(("key", "value"), [("people_reason", "dream"), ("people_day", "2027-03-17")])
def test_filters_leave_those_who_fit(store: Store, key: str, value: str) -> None:
    """By reason or day; the others are not shown."""
    app = open_page("people")
    app.selectbox(key=key).set_value(value).run()

    assert "accepted_bo-lind" in {b.key for b in app.button}
    assert "accepted_ada-berg" not in {b.key for b in app.button}


def test_attendees_stay_when_the_agenda_is_read_again(store: Store) -> None:
    """An imported list becomes people without sessions, who survive a new reading; those there already are not doubled."""
    app = open_page("people")
    data = b"Name,Job title,Company\nEli Frost,CFO,Northgate Foods\nBo Lind,Head of HR,Harbour Insurance\n"
    unfold(app, "people_import").file_uploader(key="attendees_file_0").set_value(("list.csv", data, "text/csv")).run()
    next(b for b in app.button if b.label == "Add them to the event").click().run()
    store.add_reading("forum", Agenda("test", "file", AGENDA.event, SESSIONS[:1], PEOPLE[:3]))
    read = store.agenda("forum")
    assert read is not None

    after = apply_corrections(read, map(from_json, store.corrections("forum")))

    assert [p.name for p in after.speakers] == ["Ada Berg", "Bo Lind", "Cy Dahl", "Eli Frost"]


def test_an_attendee_who_may_be_on_the_agenda_is_a_question(store: Store) -> None:
    """Another spelling at one company is added only when told to be somebody else."""
    app = open_page("people")
    data = b"Name,Job title,Company\nBob Lind,HR,Harbour Insurance\n"
    unfold(app, "people_import").file_uploader(key="attendees_file_0").set_value(("list.csv", data, "text/csv")).run()
    asked = "Add them to the event" not in {b.label for b in app.button}
    app.checkbox(key="attendee_Bob Lind_Harbour Insurance_bo-lind").check().run()
    next(b for b in app.button if b.label == "Add them to the event").click().run()

    read = store.agenda("forum")
    assert read is not None
    assert asked
    assert "Bob Lind" in {p.name for p in apply_corrections(read, map(from_json, store.corrections("forum"))).speakers}


def test_contacts_with_headings_not_understood_are_mapped_by_hand(store: Store) -> None:
    """The user says which column holds the name; then the file is read."""
    app = open_page("network")
    data = b"Wer,Wo\nGus Holt,Brightwater\n"
    app.file_uploader(key="network_file").set_value(("list.csv", data, "text/csv")).run()
    app.selectbox(key="network_name").set_value(0).run()
    app.selectbox(key="network_company").set_value(1).run()
    next(b for b in app.button if b.label == "Keep these contacts").click().run()

    assert ("Gus Holt", "Brightwater") in {(p.name, p.company) for p in store.people()}


def test_two_entries_of_one_contact_are_put_together_and_taken_apart(store: Store) -> None:
    """A likely double is shown for a decision that can be taken back."""
    store.save_person(Person("c2", "Ada Berg", company="Harbour Insurance", relation="other"))
    app = open_page("network")
    next(b for b in app.button if b.label == "The same person").click().run()
    together = [p.id for p in store.people()]
    next(b for b in app.button if b.label == "Take apart").click().run()

    assert together == ["c1"]
    assert [p.id for p in store.people()] == ["c1", "c2"]


def test_a_contact_gone_quiet_gets_a_note_to_reconnect(store: Store) -> None:
    """The button opens the note about this person."""
    app = open_page("network")
    app.button(key="reconnect_c1").click().run()

    assert [e.value for e in app.exception] == []
    assert "Ada" in next(str(area.value) for area in app.text_area if area.label == "Note")


def test_what_was_looked_up_names_its_source_and_day(store: Store) -> None:
    """An industry from Wikidata is shown with where and when; one of mine as mine; nothing is asked without the button."""
    store.save_facts(
        Fact("industry", "Zorvex", "insurance", "https://www.wikidata.org/wiki/Q1", "2026-11-22"),
        Fact("industry", "Harbour Insurance", "banking", "you", "2026-11-20"),
    )
    app = open_page("people")
    words = " ".join(str(m.value) for m in app.markdown).replace("\\", "").replace(":small[]", "")

    assert "insurance (from www.wikidata.org, 2026-11-22)" in words
    assert "banking (you said so)" in words
    assert "companies_looked_up" not in app.session_state
