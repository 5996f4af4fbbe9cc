"""A hostile agenda in a real browser: on no page does it run, fetch, or become anything but text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from planner.agenda import Agenda, Event, Session, Speaker
from planner.journal import EntryKind, new_entry
from planner.people import Person
from planner.profile import read_profile
from planner.records import Draft, Meeting
from planner.storage import open_store

ROOT = Path(__file__).resolve().parent.parent
PATHS = sorted(p.stem for p in (ROOT / "app_pages").glob("*.py") if not p.name.startswith("_") and p.stem != "team")
EVIL = (
    "<img src=http://evil.example/a.png onerror=window.evil=1> ![p](http://evil.example/b.png) [c](http://evil.example/c)"
    " <script>window.evil=1</script> <http://evil.example/d> www.evil.example/e https://evil.example/f me@evil.example"
    " :material/home: :red[red] $x$ `y` </div> **bold**"
)
KINDS: tuple[EntryKind, ...] = (
    "accepted", "give_first_ready", "note_sent", "met", "need_heard", "idea", "favour_given", "favour_promised", "source_found",
    "ask", "contacted",
)  # fmt: skip


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The app on an event of which every text is hostile, with everything logged that can be."""
    url = f"sqlite:///{tmp_path_factory.mktemp('data') / 'planner.sqlite3'}"
    store = open_store(url)
    speakers = tuple(Speaker(f"p{i}", f"Ana {EVIL} Berg{i}", f"VP Sales {EVIL}", f"Acme {EVIL}", EVIL) for i in range(3))
    sessions = tuple(
        Session(f"s{i}", f"Talk {EVIL}", f"2027-03-16T{9 + i:02}:00", f"2027-03-16T{9 + i:02}:45", EVIL, EVIL, abstract=EVIL,
                speakers=tuple(s.id for s in speakers))
        for i in range(4)
    )  # fmt: skip
    event = Event(f"Forum {EVIL}", "2027-03-16", "2027-03-16", venue=EVIL)
    store.add_event(Agenda("forum.html", "file", event, sessions, speakers, (f"Odd: {EVIL}",)), event_id="forum")
    profile = read_profile((ROOT / "sample_agendas" / "profile.toml").read_text(encoding="utf-8"))
    store.save_profile(replace(profile, offers=(EVIL,), topics=(EVIL,), dream_customers=(EVIL,)))
    agenda = store.agenda("forum")
    assert agenda is not None
    for speaker in agenda.speakers:
        person = store.person_for_speaker("forum", speaker.id, speaker)
        store.save_person(replace(person, remarks=EVIL, relation="client", email="me@evil.example"))
        store.add(*(new_entry(kind, person=person.id, event="forum", text=EVIL) for kind in KINDS))
        store.save_draft(Draft(person.id, "first_contact", "linkedin", EVIL, event="forum"))
        store.save_meetings(Meeting(f"m{person.id}", "forum", (person.id,), "2027-03-16T13:00", "2027-03-16T13:15", EVIL))
    store.save_person(Person("known", f"Bo {EVIL}", "CEO", f"Acme {EVIL}", relation="friend", email="bo@evil.example"))
    store.close()
    return serve(url)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """A tab that is never let out to another host."""
    tab = browser.new_page()
    tab.set_default_timeout(60_000)
    return tab


@pytest.mark.parametrize("path", PATHS)
def test_nothing_of_an_agenda_runs_is_fetched_or_becomes_a_link(address: str, page: Page, path: str) -> None:
    """Names, titles, rooms, notes and remarks full of HTML, Markdown and addresses stay the letters they are."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(f"{address}/{path if path != 'event' else ''}")
    page.locator("[data-testid=stMain] h1").wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    folded = page.locator("[data-testid=stMain] details:not([open]) > summary")
    for at in range(min(folded.count(), 6)):
        folded.nth(0).click()
        page.evaluate("time => new Promise(done => setTimeout(done, time))", 300 if at else 600)
    page.remove_listener("request", note)

    assert [url for url in asked if "evil.example" in url] == []
    shown = page.locator("[data-testid=stApp]")
    assert [a.get_attribute("href") for a in shown.locator("a[href*='evil.example']").all()] == []
    expect(shown.locator("img[src*='evil'], script, [onerror]")).to_have_count(0)
    assert page.evaluate("window.evil") is None
