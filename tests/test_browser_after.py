"""At the event and after it, in a browser as wide as a phone: by thumb, on a bad network, from the first tap to the result."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, WebSocketRoute, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from planner.agenda import Agenda, Event, Session, Speaker
from planner.journal import Entry, EntryKind, effective, new_entry
from planner.ledger import asks
from planner.referrals import introductions, report_back_due
from planner.storage import Store, open_store

pytestmark = pytest.mark.browser
TODAY = date.today().isoformat()
NAMES = ("Nora Quist", "Milo Brandt", "Ines Okafor", "Piet Vos", "Rosa Lindqvist", "Omar Said")


class Phone:
    """A phone with the app open, whose network can fail, and whose taps are counted."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.tab: Page = browser.new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
        self.tab.set_default_timeout(60_000)
        self.address, self.taps = address, 0
        self.connections: list[WebSocketRoute] = []
        self.is_down = self.swallows = self.waits_for_answer = False
        self.messages = 0
        self.tab.route_web_socket(re.compile("_stcore/stream"), self._connect)

    def _connect(self, connection: WebSocketRoute) -> None:
        if self.is_down:
            connection.close()
            return
        server = connection.connect_to_server()
        self.connections.append(connection)

        def ask(message: str | bytes) -> None:
            if not self.swallows:
                self.messages += 1
                self.waits_for_answer |= isinstance(message, bytes) and BackMsg.FromString(message).HasField("rerun_script")
                server.send(message)

        def answer(message: str | bytes) -> None:
            connection.send(message)
            self.messages += 1
            said = ForwardMsg.FromString(message) if isinstance(message, bytes) else ForwardMsg()
            if said.HasField("script_finished"):
                self.waits_for_answer = said.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
            elif said.HasField("new_session"):  # the run of what was asked second: a field left by the tap on a button
                self.waits_for_answer = True

        connection.on_message(ask)
        server.on_message(answer)

    def lose_connection(self) -> None:
        """The network is gone, and comes back when `is_down` is made False."""
        self.is_down, self.waits_for_answer = True, False
        for connection in self.connections:
            connection.close()
        self.connections.clear()

    def open(self, page: str) -> None:
        """Open a page of the app anew, as after a reload."""
        self.tab.goto(f"{self.address}/{page}")
        expect(self.tab.get_by_role("heading", level=1)).to_be_visible()
        self.tab.wait_for_function("window.eventPlannerDrafts?.data")
        self.rest()

    def rest(self) -> None:
        """Wait until all that was asked of the server is answered, however busy the machine, and shown."""
        end, before = time.monotonic() + 60, -1
        while (self.waits_for_answer or self.messages != before) and time.monotonic() < end:
            before = self.messages
            self.pause(350)
        assert not self.waits_for_answer, "the server did not answer within a minute"
        self.tab.wait_for_selector('[data-test-script-state="notRunning"]', state="attached")

    def pause(self, milliseconds: int) -> None:
        """Wait as the page itself counts, so that what it has to do before is done, however busy the machine."""
        self.tab.evaluate("time => new Promise(done => setTimeout(done, time))", milliseconds)

    def tap(self, what: str | Locator) -> None:
        """Tap a button by its name, or anything else."""
        self.taps += 1
        found = self.tab.get_by_role("button", name=what, exact=True) if isinstance(what, str) else what
        found.first.tap()
        self.rest()

    def type(self, label: str, words: str) -> Locator:
        """Type into a field, key by key."""
        self.taps += 1
        field = self.tab.get_by_label(label, exact=False).and_(self.tab.locator("input, textarea")).first
        field.press_sequentially(words)
        return field

    def choose(self, label: str, words: str) -> None:
        """Choose from a list by typing, and Enter."""
        self.taps += 1
        field = self.tab.get_by_role("combobox", name=label).first
        field.tap()
        field.fill(words)
        self.pause(300)
        field.press("Enter")
        self.rest()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with an event of today, three of whose speakers are chosen."""
    opened = open_store(f"sqlite:///{tmp_path / 'planner.sqlite3'}")
    speakers = tuple(Speaker(f"p{n}", name, "VP Sales", f"{name.split()[1]} Works") for n, name in enumerate(NAMES))
    sessions = (
        Session("s1", "Forecasts people believe", f"{TODAY}T00:00:00", f"{TODAY}T23:59:00", speakers=("p0",)),
        Session("s2", "Exhibition and drinks", f"{TODAY}T00:00:00", f"{TODAY}T23:59:00", kind="networking"),
    )
    agenda = Agenda("day.html", "any", Event("Harbour Sales Day", TODAY, TODAY), sessions, speakers)
    event = opened.add_event(agenda)
    for speaker in opened.agenda(event).speakers[:3]:  # type: ignore[union-attr]
        opened.add(new_entry("accepted", event=event, person=opened.person_for_speaker(event, speaker.id, speaker).id))
    yield opened
    opened.close()


@pytest.fixture
def phone(browser: Browser, serve: Callable[..., str], store: Store) -> Iterator[Phone]:
    """A phone on the app, on that store."""
    expect.set_options(timeout=60_000)
    opened = Phone(browser, serve(store.database.url.render_as_string()))
    yield opened
    opened.tab.close()


def logged(store: Store, kind: EntryKind) -> list[Entry]:
    """What counts now of one kind."""
    return [e for e in effective(store.entries()) if e.kind == kind]


def named(store: Store, entry: Entry) -> list[str]:
    """The people an entry is about."""
    names = {p.id: p.name for p in store.people()}
    return [names[p] for p in entry.people]


def test_nothing_typed_is_lost_on_a_bad_network(phone: Phone, store: Store) -> None:
    """A lost connection, a tap that never arrives and a reload in the middle of a form: the words and the day chosen stay."""
    phone.open("at_the_event")
    phone.tap("Log more")
    phone.tap("Promised")
    phone.tap(phone.tab.get_by_text("Tomorrow"))
    words = phone.type("What did you promise?", "send the price list")

    phone.lose_connection()
    phone.pause(1000)
    expect(words).to_have_value("send the price list")
    phone.is_down = False
    expect(words).to_be_enabled()
    expect(words).to_have_value("send the price list")

    phone.swallows = True
    phone.tap("Log it")
    phone.lose_connection()
    phone.is_down = phone.swallows = False
    expect(words).to_be_enabled()
    assert logged(store, "favour_promised") == []

    phone.open("at_the_event")
    words = phone.tab.get_by_label("What did you promise?")
    expect(words).to_have_value("send the price list")
    phone.tap("Log it")
    (promise,) = logged(store, "favour_promised")
    assert (promise.text, promise.due) == ("send the price list", (date.today() + timedelta(days=1)).isoformat())

    phone.open("at_the_event")
    expect(phone.tab.get_by_text("What you had typed is back.")).to_have_count(0)
    expect(phone.tab.get_by_label("What did you promise?")).to_have_count(0)


def test_a_line_an_ask_and_a_review_come_back_too(phone: Phone) -> None:
    """Wherever words wait to be sent, a reload brings them back."""
    phone.open("at_the_event")
    phone.type("In one line", "met Zoe Quill from Bramble")
    phone.open("at_the_event")
    line = phone.tab.get_by_role("textbox", name="In one line")
    expect(line).to_have_value("met Zoe Quill from Bramble")
    line.press("Enter")
    phone.rest()
    phone.tap("Yes, log this")

    phone.open("ledger")
    phone.choose("Person", "Nora Quist")
    phone.tap(phone.tab.get_by_role("tab", name="Ask"))
    phone.tap(phone.tab.get_by_text("Ask all the same"))
    phone.type("At which company?", "Korvala")
    phone.open("ledger")
    phone.tap(phone.tab.get_by_role("tab", name="Ask"))
    expect(phone.tab.get_by_label("At which company?")).to_have_value("Korvala")


def test_a_day_of_twelve_encounters_by_thumb(phone: Phone, store: Store) -> None:
    """Twelve encounters of every kind take 40 taps at most, beside the words typed; each is kept as it was."""
    phone.open("at_the_event")
    phone.tap("Met")
    phone.tap("Did a favour")
    phone.type("What exactly?", "showed her our sheet")
    phone.tap("Log it")
    phone.tap("Promised")
    phone.type("What did you promise?", "send it")
    phone.tap("Log it")
    phone.type("In one line", "met Milo, send him the guide Friday").press("Enter")
    phone.rest()
    phone.tap("Yes, log this")
    phone.choose("Or choose a person", "Tom Fry, Acme")
    phone.tap("Met")
    phone.tap("They introduced me to…")
    phone.choose("Whom did Tom Fry", "Una Bell, Bellco")
    phone.tap("Log it")
    phone.tap("Heard a need")
    phone.type("What do they need?", "a new CRM")
    phone.tap("Log it")
    phone.choose("Or choose a person", "Ines")
    phone.tap("Met")
    phone.tap("Introduced them to…")
    phone.choose("Whom did you introduce", "Piet")
    phone.tap("Log it")
    phone.tap("Idea")
    phone.type("What is the idea?", "a breakfast for heads of sales")
    phone.tap("Log it")
    phone.tap("Can introduce me")
    phone.type("In one line", "Rosa Lindqvist introduced me to Omar Said; stayed to the end").press("Enter")
    phone.rest()
    phone.tap("Yes, log this")
    phone.tap("I was there")
    phone.tap(phone.tab.get_by_role("button", name="A favour for Milo Brandt"))
    phone.type("What exactly?", "told him whom to call")
    phone.tap("Log it")

    assert phone.taps <= 40
    count = {kind: len(logged(store, kind)) for kind in ("met", "favour_given", "favour_promised", "introduction")}
    assert count == {"met": 4, "favour_given": 3, "favour_promised": 2, "introduction": 2}
    assert len(logged(store, "networking_attended")) == len(logged(store, "session_stayed")) == len(logged(store, "idea")) == 1
    phone.tap("Undo")
    assert len(logged(store, "favour_given")) == 2


def test_what_opens_is_in_view_and_ready_for_words(phone: Phone, store: Store) -> None:
    """A panel that opens below the edge of a small screen is brought up, the cursor in its field; two taps do."""
    phone.open("at_the_event")
    phone.tap("Met")
    expect(phone.tab.get_by_role("button", name="Idea", exact=True)).to_be_in_viewport()
    before = phone.taps
    phone.tap("Heard a need")
    expect(phone.tab.get_by_label("What do they need?")).to_be_focused()
    phone.tab.keyboard.type("a new CRM")
    phone.tab.keyboard.press("Enter")
    phone.rest()
    assert [e.text for e in logged(store, "need_heard")] == ["a new CRM"]
    assert phone.taps - before == 1  # and the Enter of the phone's keyboard


def test_a_ledger_file_is_read_back_after_a_yes(phone: Phone, store: Store, tmp_path: Path) -> None:
    """What is new in it is said first; our own file, read back, has nothing new."""
    nora = next(p.id for p in store.people() if p.name == "Nora Quist")
    store.add(new_entry("favour_given", person=nora, way="advice", text="a sheet"))
    phone.open("your_data")
    with phone.tab.expect_download() as download:
        phone.tap("Ledger (CSV)")
    saved = tmp_path / "ledger.csv"
    download.value.save_as(saved)
    files = phone.tab.locator("input[type=file]").first
    files.set_input_files(saved)
    phone.rest()
    expect(phone.tab.get_by_text("Everything in this file is here.")).to_be_visible()

    with saved.open("a", encoding="utf-8") as more:
        more.write("2026-05-02,Zoe Quill,received,,a name,,,,\r\n")
    phone.open("your_data")
    phone.tab.locator("input[type=file]").first.set_input_files(saved)
    phone.rest()
    expect(phone.tab.get_by_text("1 entry, 1 new person.")).to_be_visible()
    assert logged(store, "favour_received") == []
    phone.tap("Put this back")
    assert [named(store, e) for e in logged(store, "favour_received")] == [["Zoe Quill"]]


def test_an_ask_before_its_time_from_the_gate_to_the_answer(phone: Phone, store: Store) -> None:
    """The gate says what is missing; with a reason the ask is kept with it, answered, and the answer taken back."""
    phone.open("ledger")
    phone.choose("Person", "Nora Quist")
    phone.tap(phone.tab.get_by_role("tab", name="Ask"))
    expect(phone.tab.get_by_text("3 more before you ask")).to_be_visible()
    phone.tap(phone.tab.get_by_text("Ask all the same"))
    for label, words in (
        ("Whom do you want to meet?", "Head of purchasing"), ("At which company?", "Korvala"),
        ("The business reason", "They change their system"), ("know them?", "Worked together"),
        ("How can you reciprocate?", "Two buyers"),
    ):  # fmt: skip
        phone.type(label, words)
    phone.tap("Log the ask")
    expect(phone.tab.get_by_text("Give a reason")).to_be_visible()
    expect(phone.tab.get_by_label("At which company?")).to_have_value("Korvala")
    phone.type("Why do you ask all the same?", "She offered")
    phone.tap("Log the ask")
    expect(phone.tab.get_by_text("asked before three favours: She offered")).to_be_visible()
    (ask,) = asks(store.entries())
    assert (ask.override, ask.outcome) == ("She offered", None)

    phone.tap("They declined")
    assert asks(store.entries())[0].outcome == "declined"
    phone.tap("Undo")
    assert asks(store.entries())[0].outcome is None


def test_an_introduction_from_the_handshake_to_the_deal(phone: Phone, store: Store) -> None:
    """Logged with two sources, won with its worth in a currency, reported back to each, and the worst tap taken back."""
    phone.open("referrals")
    phone.tap(phone.tab.get_by_text("Log an introduction"))
    phone.choose("Introduced to", "Zoe Quill, Bramble")
    phone.choose("By whom?", "Nora")
    phone.choose("By whom?", "Milo")
    phone.tab.keyboard.press("Escape")  # closes the list
    phone.type("In what context?", "at the dinner")
    phone.tap("Log the introduction")
    (intro,) = introductions(store.entries())
    assert len(intro.sources) == 2
    phone.tap(phone.tab.get_by_text("What came of it?"))
    phone.tap(phone.tab.get_by_role("radio", name="Won"))
    phone.type("Worth", "48000")
    phone.type("In a few words", "signed")
    phone.tap("Keep")
    expect(phone.tab.get_by_role("radio", name="Won")).to_be_hidden()
    (intro,) = introductions(store.entries())
    assert (intro.state, intro.value, intro.currency) == ("won", 48_000.0, "EUR")
    expect(phone.tab.get_by_text("48,000 EUR").first).to_be_visible()

    assert len(report_back_due(store.entries())) == 2
    phone.tap("Done")
    phone.tap("Done")
    assert report_back_due(store.entries()) == ()
    phone.tap("Undo")
    assert len(report_back_due(store.entries())) == 1


def test_an_event_is_removed_and_put_back(phone: Phone, store: Store) -> None:
    """After a yes it is gone, what was logged stays, and the undo brings it back."""
    store.add(new_entry("met", event=store.events()[0].id, person=store.people()[0].id))
    phone.open("")
    phone.tap(phone.tab.get_by_text("Remove this event"))
    expect(phone.tab.get_by_role("button", name="Remove", exact=True)).to_be_disabled()
    phone.tap(phone.tab.get_by_text("Yes, remove it"))
    phone.tap("Remove")
    assert store.events() == ()
    assert len(logged(store, "met")) == 1
    phone.tap("Undo")
    assert [e.event.name for e in store.events()] == ["Harbour Sales Day"]
    expect(phone.tab.get_by_role("heading", level=1, name="Harbour Sales Day")).to_be_visible()


def test_a_backup_is_put_back_through_the_screen(phone: Phone, store: Store, tmp_path: Path) -> None:
    """What was logged since is gone, what was there then is back, and the page goes on."""
    phone.open("your_data")
    with phone.tab.expect_download() as download:
        phone.tap("Back up everything")
    saved = tmp_path / "mine.backup"
    download.value.save_as(saved)
    store.add(new_entry("idea", text="after the backup"))

    phone.tap(phone.tab.get_by_text("Put a backup back"))
    phone.tab.locator("input[type=file]").last.set_input_files(saved)
    phone.rest()
    phone.tap(phone.tab.get_by_text("Replace everything with this backup"))
    phone.tap("Replace")
    expect(phone.tab.get_by_role("heading", level=1)).to_be_visible()
    phone.rest()
    assert logged(store, "idea") == []
    assert len(logged(store, "accepted")) == 3


def test_an_old_address_never_takes_the_place_of_a_newer_one(phone: Phone, store: Store) -> None:
    """What was typed over an e-mail comes back after a reload, but not once another one has been kept meanwhile."""
    nora = next(p for p in store.people() if p.name == "Nora Quist")

    def open_facts() -> Locator:
        phone.open("ledger")
        if phone.tab.get_by_role("tab", name="About them").count() == 0:
            phone.choose("Person", "Nora Quist")
        phone.tap(phone.tab.get_by_role("tab", name="About them"))
        return phone.tab.get_by_role("textbox", name="E-mail")

    open_facts()
    phone.type("E-mail", "nora@old.example")
    expect(open_facts()).to_have_value("nora@old.example")

    expect(phone.tab.get_by_text("What you had typed is back.")).to_be_visible()

    store.change_people([(nora, replace(nora, email="nora@new.example"))])
    expect(open_facts()).to_have_value("nora@new.example")
    phone.pause(2500)
    expect(phone.tab.get_by_text("What you had typed is back.")).to_have_count(0)  # nothing that shows is back
    phone.type("Phone", "+44 20 7946 0000")
    phone.tap("Save")
    kept = store.person(nora.id)
    assert kept is not None
    assert (kept.email, kept.phone) == ("nora@new.example", "+44 20 7946 0000")
