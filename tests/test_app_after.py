"""The screens for at the event and after it: what each button logs, what undo takes back, and text shown as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from app_screens import open_own_store, open_page, press

from app_pages._contact_card import my_card, qr_png
from app_pages._drafts import draft_key, standing_key
from app_pages._finding import settle
from app_pages._text import plain
from planner._codec import dump
from planner._documents import Document
from planner.agenda import Agenda, Event, Session, Speaker
from planner.identity import settle_ids
from planner.journal import Entry, EntryKind, effective, new_entry
from planner.ledger import Ask, make_ask
from planner.people import Person
from planner.profile import Profile
from planner.records import Draft
from planner.referrals import introductions
from planner.storage import Store

ROOT = Path(__file__).resolve().parent.parent
ODD = "Pricing <b>x</b> ![y](http://z) [l](http://m)"


def sample_day() -> Agenda:
    """A programme of today with two speakers; one title is full of markup."""
    now, today = datetime.now(), date.today().isoformat()
    start, end = f"{today}T{max(now.hour - 1, 0):02}:00:00", f"{today}T{min(now.hour + 1, 23):02}:59:00"
    return settle_ids(
        Agenda(
            source="programme.html", scraper="any", event=Event(name="Harbour Sales Day", start=today, end=today),
            sessions=(
                Session("s1", ODD, start, end, "Hall", speakers=("p1",)),
                Session("s2", "Evening on the quay", start, end, kind="networking"),
            ),
            speakers=(Speaker("p1", "Nora Quist", "VP Sales", "Kelp & Sons"), Speaker("p2", "Milo Brandt", "COO", "Odenwerk")),
        )
    )  # fmt: skip


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store with the day and one person chosen."""
    with open_own_store(tmp_path, monkeypatch) as opened:
        event = opened.add_event(sample_day())
        nora = sample_day().speakers[0]
        person = opened.person_for_speaker(event, nora.id, nora)
        opened.add(new_entry("accepted", event=event, person=person.id))
        yield opened


def logged(store: Store, kind: EntryKind) -> list[Entry]:
    """What counts now of one kind."""
    return [e for e in effective(store.entries()) if e.kind == kind]


def test_met_is_one_tap_and_undo_takes_it_back(store: Store) -> None:
    """The chosen person's button logs the meeting; the undo in their panel takes it back."""
    app = open_page("at_the_event")
    press(app, "Met")
    (met,) = logged(store, "met")
    assert store.person(met.person or "") is not None

    press(app, "Undo")
    assert logged(store, "met") == []


def test_a_favour_is_logged_with_its_way(store: Store) -> None:
    """Favour, words, log: kept with the way, and offered as the answer to the evening's question."""
    app = open_page("at_the_event")
    press(app, "Log more")
    press(app, "Did a favour")
    app.text_input(key="log_field_text_0").set_value("read her offer")
    press(app, "Log it")

    (favour,) = logged(store, "favour_given")
    assert (favour.text, favour.way) == ("read her offer", "advice")
    assert any("read her offer" in m.value for m in app.markdown)


def test_what_was_typed_stays_when_something_is_missing(store: Store) -> None:
    """A promise without words is not kept, and the form says so and stays open."""
    app = open_page("at_the_event")
    press(app, "Log more")
    press(app, "Promised")
    press(app, "Log it")
    assert logged(store, "favour_promised") == []
    assert "A few words are needed" in app.error[0].value

    app.text_input(key="log_field_text_0").set_value("send the plan")
    press(app, "Log it")
    (promise,) = logged(store, "favour_promised")
    assert (promise.due or "") > date.today().isoformat()


def test_an_introduction_received_names_the_source(store: Store) -> None:
    """Nora introduced me to Milo: Milo is the person, Nora the source."""
    app = open_page("at_the_event")
    press(app, "Log more")
    press(app, "They introduced me to…")
    milo = next(p for p in sample_day().speakers if p.name == "Milo Brandt")
    app.selectbox(key="log_field_other_0").select(f"speaker:{milo.id}")
    press(app, "Log it")

    (intro,) = logged(store, "introduction")
    names = {p.id: p.name for p in store.people()}
    assert names[intro.person or ""] == "Milo Brandt"
    assert [names[p] for p in intro.others] == ["Nora Quist"]


def test_bringing_two_people_together_is_a_favour_to_both(store: Store) -> None:
    """I introduced Nora to Milo: one favour, given to each of them."""
    app = open_page("at_the_event")
    press(app, "Log more")
    press(app, "Introduced them to…")
    milo = next(p for p in sample_day().speakers if p.name == "Milo Brandt")
    app.selectbox(key="log_field_other_0").select(f"speaker:{milo.id}")
    press(app, "Log it")

    (favour,) = logged(store, "favour_given")
    assert (favour.way, len(favour.people)) == ("connect_peer", 2)


def test_one_line_becomes_entries_after_a_yes(store: Store) -> None:
    """Somebody who is not on the agenda is met and promised something, in one line."""
    app = open_page("at_the_event")
    app.text_input(key="one_line").set_value("met Tilda Moss from Ferrybank, send her the plan Friday").run()
    assert logged(store, "met") == []
    press(app, "Yes, log this")

    assert len(logged(store, "met")) == len(logged(store, "favour_promised")) == 1
    assert "Tilda Moss" in {p.name for p in store.people()}


def test_a_networking_event_is_counted_and_can_be_taken_back(store: Store) -> None:
    """One tap on what is on now, one tap back."""
    app = open_page("at_the_event")
    press(app, "I was there")
    assert len(logged(store, "networking_attended")) == 1
    press(app, "There")
    assert logged(store, "networking_attended") == []


def test_text_from_an_agenda_shows_letter_by_letter(store: Store) -> None:
    """No title becomes bold, a picture or a link on the screen."""
    app = open_page("at_the_event")
    assert any(plain(ODD) in m.value for m in app.markdown)
    assert not any(ODD in m.value for m in app.markdown)


def test_done_and_undo_on_the_checklist(store: Store) -> None:
    """The thanks for a meeting are ticked off and come back."""
    met = logged(store, "accepted")[0]
    store.add(new_entry("met", event=met.event, person=met.person))
    app = open_page("follow_up")
    next(b for b in app.button if str(b.key).startswith("done_thanks:")).click().run()
    assert len(logged(store, "thanked")) == 1
    press(app, "Undo")
    assert logged(store, "thanked") == logged(store, "item_done") == []


def test_an_ask_before_three_favours_needs_a_reason(store: Store) -> None:
    """The gate stays closed without a word, and records the reason with one."""
    person = store.people()[0]
    app = open_page("ledger")
    app.selectbox(key="ledger_person").select(person.id).run()
    app.toggle(key=f"ask_anyway_{person.id}").set_value(True).run()
    for field, words in (
        ("wanted", "Head of purchasing"), ("company", "Odenwerk"), ("reason", "They change their system"),
        ("connection", "Worked together"), ("in_return", "Two buyers"),
    ):  # fmt: skip
        app.text_input(key=f"ask_{field}_{person.id}_0").set_value(words)
    press(app, "Log the ask")
    assert logged(store, "ask") == []
    assert app.warning

    app.text_input(key=f"ask_override_{person.id}_0").set_value("She offered")
    press(app, "Log the ask")
    (ask,) = logged(store, "ask")
    assert ask.details["override"] == "She offered"


def test_reporting_back_clears_the_reminder(store: Store) -> None:
    """Whoever introduced me is to be thanked until it is ticked."""
    accepted = logged(store, "accepted")[0]
    milo = store.person_for_speaker(accepted.event or "", "milo", Speaker("milo", "Milo Brandt"))
    store.add(new_entry("introduction", event=accepted.event, person=milo.id, others=(accepted.person,)))
    app = open_page("referrals")
    press(app, "Done")
    assert len(logged(store, "reported_back")) == 1
    assert "Thank and report back" not in [s.value for s in app.subheader]


def test_a_first_name_that_one_person_has_means_that_person() -> None:
    """Typing "milo" picks Milo; a name two people share, or nobody has, is somebody new."""
    choices = {"speaker:a": "Milo Brandt, Odenwerk", "speaker:b": "Nora Quist, Kelp & Sons", "person:c": "Nora Lund"}

    assert settle("milo", choices) == "speaker:a"
    assert settle("Nora Lund, Fjell", choices) == "person:c"
    assert settle("Nora", choices) == "Nora"
    assert settle("Tilda Moss, Ferrybank", choices) == "Tilda Moss, Ferrybank"


def test_my_card_is_a_picture_of_what_i_chose() -> None:
    """Name and job from the profile, the rest from my choice; a PNG made here."""
    card = my_card(Profile(name="Nora Quist", title="VP Sales"), {"my_card": {"email": "nora@kelp.example"}})
    assert (card.name, card.email, card.phone) == ("Nora Quist", "nora@kelp.example", None)
    assert qr_png(card).startswith(b"\x89PNG")


def test_a_correction_can_name_another_person(store: Store) -> None:
    """Met logged for the wrong one: the correction counts for the other, and the first version stays in the journal."""
    accepted = logged(store, "accepted")[0]
    milo = store.person_for_speaker(accepted.event or "", "milo", Speaker("milo", "Milo Brandt"))
    met = new_entry("met", event=accepted.event, person=accepted.person)
    store.add(met)
    app = open_page("at_the_event")
    app.session_state[f"entry_{met.id}"] = True
    app.run()
    app.selectbox(key=standing_key("change", "person", met.id, over=str(met.person))).select(milo.id)
    app.text_input(key=standing_key("change", "text", met.id, over=met.text)).set_value("at the buffet")
    press(app, "Save the correction")

    (counts,) = logged(store, "met")
    assert (counts.person, counts.text) == (milo.id, "at the buffet")
    assert met in store.entries()


def test_what_happened_at_the_start_is_said_until_it_was_read(store: Store) -> None:
    """Speakers of an event long over were dropped: a sentence on every page, gone with one tap."""
    old = replace(sample_day(), source="old.html", event=Event("Old Fair", "2020-03-03", "2020-03-03"), sessions=())
    event = store.add_event(old)
    kept = next(e for e in store.events() if e.id == event)
    data = {"id": event, "source": kept.source, "event": asdict(kept.event), "added_at": "2020-01-01", "read_at": "2020-01-01"}
    store.write(lambda docs: docs.write(Document("event", event, dump(data), event=event)))

    app = open_page("follow_up")
    assert any("dropped from the agenda of 1 past event" in i.value for i in app.info)
    press(app, "OK")
    assert not any("dropped" in i.value for i in app.info)


def test_an_ask_that_was_answered_leads_to_its_introduction(store: Store) -> None:
    """They introduced me: to whom is asked, and the introduction belongs to the ask and its source."""
    accepted = logged(store, "accepted")[0]
    wanted = Ask("Head of purchasing", "Korvala", "They replace their system", "Worked together", "Two buyers")
    ask = make_ask(store.entries(), accepted.person or "", wanted, override="They offered", event=accepted.event)
    ada = Person("ada", "Ada Lund", company="Korvala")
    store.save_person(ada)
    store.add(ask)
    app = open_page("ledger")
    app.session_state["ledger_person"] = accepted.person
    app.run()
    press(app, "They introduced me")
    app.selectbox(key=draft_key("ask", "led_to", ask.id)).select(f"person:{ada.id}").run()
    press(app, "Log the introduction")

    (made,) = introductions(store.entries())
    assert (made.ask, made.person, made.sources) == (ask.id, ada.id, (accepted.person,))
    assert not any(b.label == "Log the introduction" for b in app.button)


def test_the_next_favour_has_ideas_and_a_draft(store: Store) -> None:
    """For somebody off every agenda too: what they said they need is the idea, and the draft offers it."""
    store.save_person(Person("zoe", "Zoe Quill", "HR Director", "St Hilda Hospital"))
    at = (datetime.now() - timedelta(days=21)).isoformat(timespec="seconds")
    for kind, text in (("met", ""), ("thanked", ""), ("need_heard", "a night nurse")):
        store.add(new_entry(kind, person="zoe", text=text, at=at))  # type: ignore[arg-type]
    app = open_page("ledger")
    app.selectbox(key="ledger_person").set_value("zoe").run()
    assert any("a night nurse" in m.value for m in app.markdown if "They told you" in m.value)

    press(app, "Draft")
    assert [s.value for s in app.selectbox if s.label == "Step"] == ["give_first"]
    assert "a night nurse" in str(next(t.value for t in app.text_area if t.label == "Note"))


def test_a_reception_off_the_agenda_counts_with_one_tap(store: Store) -> None:
    """Once a day, and a second tap takes it back."""
    app = open_page("at_the_event")
    press(app, "I went to a networking event")
    assert len(logged(store, "networking_attended")) == 1
    assert not [b for b in app.button if b.label == "I went to a networking event"]
    press(app, "Networking today")
    assert logged(store, "networking_attended") == []


def test_somebody_typed_is_said_to_be_typed_not_met(store: Store) -> None:
    """Where a person comes from is what I did; that we met is for the journal to say."""
    app = open_page("at_the_event")
    app.text_input(key="one_line").input("Nora introduced me to Zed Quo from Bramble").run()
    press(app, "Yes, log this")
    (zed,) = [p for p in store.people() if p.name == "Zed Quo"]
    assert (zed.source or "").startswith("typed in at ")
    assert logged(store, "met") == []


def test_notes_to_a_person_are_with_the_person(store: Store) -> None:
    """What was sent, word for word, with its date and the answer; and what is still a draft."""
    (event,) = store.events()
    (nora,) = store.people()
    what = {"event": event.id, "person": nora.id}
    store.add(new_entry("note_sent", at="2026-11-02T10:00:00", text="Dear *Nora*,\nshall we compare?", **what))
    store.add(new_entry("note_replied", at="2026-11-03T10:00:00", **what))
    store.save_draft(Draft(nora.id, "thanks", "email", "Thank you for", event=event.id))
    app = open_page("ledger")
    app.selectbox(key="ledger_person").set_value(nora.id).run()
    shown = [m.value for m in app.markdown]
    assert any(r"Dear \*Nora\*,  " in m for m in shown)
    assert [m.split("**")[1] for m in shown if m.startswith(("**Replied**", "**Draft**"))] == ["Replied", "Draft"]


@pytest.mark.usefixtures("store")
def test_a_file_made_on_a_click_leaves_its_page_as_it_is() -> None:
    """Drawn anew, the page would forget what it offered before the file is made, and nothing would be saved."""
    buttons = [each.proto for each in open_page("your_data").get("download_button")]
    made = [each for each in buttons if each.deferred_file_id]
    assert {each.label for each in made} >= {"Back up everything", "Everything as JSON"}
    assert all(each.ignore_rerun for each in made)
