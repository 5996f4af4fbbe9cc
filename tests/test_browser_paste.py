"""A page copied in a browser and pasted: read with the headings and columns that come along, unless the text was changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from app_screens import ROOT, read_another
from playwright.sync_api import Page, expect

from planner.agenda import Agenda
from planner.storage import open_store
from scrapers import read_upload

pytestmark = pytest.mark.browser

SUMMIT = ROOT / "sample_agendas" / "revenue_leaders_summit.html"


def copy_all(page: Page, source: Path) -> None:
    """Open a page, select everything and copy it."""
    page.goto(source.as_uri())
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+C")


def paste(page: Page) -> None:
    """Paste what was copied into the field for text."""
    page.get_by_role("tab", name="Pasted text").click()
    page.get_by_label("Text of the agenda").click()
    page.keyboard.press("Control+V")


def read_by(page: Page, database: str) -> tuple[Agenda, ...]:
    """Have the pasted text read; the agendas that are kept."""
    page.get_by_role("button", name="Read the text").click()
    expect(page.get_by_text("Read from pasted text")).to_be_visible()
    store = open_store(database)
    agendas = tuple(store.agenda(event.id) for event in store.events())
    store.close()
    return tuple(agenda for agenda in agendas if agenda is not None)


def told(agenda: Agenda) -> tuple[object, object]:
    """The sessions with their people by name, and what is known of each person."""
    names = {p.id: p.name for p in agenda.speakers}
    sessions = {(s.title, s.start, s.end, s.room, frozenset(names[i] for i in s.speakers)) for s in agenda.sessions}
    return sessions, {(p.name, p.title, p.company) for p in agenda.speakers}


def test_a_copied_page_is_read_as_the_page_it_was(serve: Callable[..., str], page: Page, tmp_path: Path) -> None:
    """Every session with its people, jobs and companies, as if the page itself had been opened."""
    database = f"sqlite:///{tmp_path / 'planner.sqlite3'}"
    address = serve(database)
    copy_all(page, SUMMIT)
    page.goto(address)
    paste(page)
    (agenda,) = read_by(page, database)
    assert told(agenda) == told(read_upload(SUMMIT.name, SUMMIT.read_bytes()))


def test_pages_pasted_one_below_the_other_are_one_agenda(serve: Callable[..., str], page: Page, tmp_path: Path) -> None:
    """A day each, and the page that says who the people are."""
    database = f"sqlite:///{tmp_path / 'planner.sqlite3'}"
    address = serve(database)
    days = (
        ("3 May 2027", "Why cranes fail", "Bo Lind", "Lights at sea"),
        ("4 May 2027", "Ropes", "Ada Berg", "Tides and trade"),
    )
    copies = [
        f"<h2>{day}</h2><ul><li>09:00 <b>{first}</b> <i>{name}</i></li><li>10:00 <b>{second}</b></li></ul>"
        for day, first, name, second in days
    ]
    cards = ("Bo Lind", "Head of Sales", "Quilltern"), ("Ada Berg", "Founder", "Zorvex"), ("Cleo Marsh", "CFO", "Fernhill")
    copies.append("<h2>Speakers</h2>" + "".join(f"<div><h3>{n}</h3><p>{job}</p><p>{firm}</p></div>" for n, job, firm in cards))
    page.goto(address)
    page.get_by_role("tab", name="Pasted text").click()
    for number, copy in enumerate(copies):
        source = tmp_path / f"{number}.html"
        source.write_text(f"<!doctype html><meta charset=utf-8>{copy}", encoding="utf-8")
        tab = page.context.browser.new_page()  # type: ignore[union-attr]
        copy_all(tab, source)
        tab.close()
        page.get_by_label("Text of the agenda").press("Control+End")
        page.keyboard.press("Control+V")
    (agenda,) = read_by(page, database)
    assert [(s.start, s.title) for s in agenda.sessions] == [
        ("2027-05-03T09:00:00", "Why cranes fail"),
        ("2027-05-03T10:00:00", "Lights at sea"),
        ("2027-05-04T09:00:00", "Ropes"),
        ("2027-05-04T10:00:00", "Tides and trade"),
    ]
    assert {(p.name, p.title, p.company) for p in agenda.speakers} == set(cards)


def test_words_typed_over_a_copy_are_what_is_read(serve: Callable[..., str], page: Page, tmp_path: Path) -> None:
    """What stands in the field counts: once it was changed, the copy it came from does not. Another text is another event."""
    database = f"sqlite:///{tmp_path / 'planner.sqlite3'}"
    address = serve(database)
    copy_all(page, SUMMIT)
    page.goto(address)
    paste(page)
    page.keyboard.press("Control+A")
    page.keyboard.type("Harbour Evening\n3 May 2027\n18:00 - 18:30 Why cranes fail\n19:00 - 19:30 Lights\n")
    (evening,) = read_by(page, database)
    assert [s.title for s in evening.sessions] == ["Why cranes fail", "Lights"]

    read_another(page)
    paste(page)
    expect(page.get_by_label("Text of the agenda")).to_have_value(re.compile("Opening keynote"))
    page.get_by_role("button", name="Read the text").click()
    expect(page.get_by_role("heading", name="Revenue Leaders Summit 2027")).to_be_visible()
    store = open_store(database)
    assert len(store.events()) == 2
    store.close()


def test_what_could_not_be_read_stands_there_again(serve: Callable[..., str], page: Page, tmp_path: Path) -> None:
    """Under its tab, for a first event and for a further one; what was read is gone from the field."""
    page.goto(serve(f"sqlite:///{tmp_path / 'planner.sqlite3'}"))
    field = page.get_by_label("Text of the agenda")
    for text, button in (("Nothing of an agenda", "No event at hand?"), ("Nothing again", "Read another event")):
        page.get_by_role("tab", name="Pasted text").click()
        field.fill(text)
        page.get_by_role("button", name="Read the text").click()
        expect(page.get_by_text("Nothing was lost.")).to_be_visible()
        expect(page.get_by_text(button)).to_have_count(1)  # the one of the run before is gone
        expect(field).to_have_value(text)
        field.fill("Harbour Evening\n3 May 2027\n18:00 - 18:30 Why cranes fail\n19:00 - 19:30 Lights\n")
        page.get_by_role("button", name="Read the text").click()
        expect(page.get_by_text("Read from pasted text")).to_be_visible()
        read_another(page)
        page.get_by_role("tab", name="Pasted text").click()
        expect(field).to_have_value("")
