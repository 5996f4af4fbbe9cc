"""Pages that only point at their programme are read from the feed behind them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scrapers import AgendaError, Document, read_document
from scrapers._errors import NotReachable

DATA = Path(__file__).parent / "data"
SHELL = "<!DOCTYPE html><html><head><title>Event</title></head><body>{}</body></html>"


def web(**pages: str) -> tuple[Callable[[str], Document], list[str]]:
    """A small web: addresses with the fixture each answers with, and the list of what was opened."""
    opened: list[str] = []
    answers = {address.replace("__", "://", 1): file for address, file in pages.items()}

    def get(address: str) -> Document:
        opened.append(address)
        if address not in answers:
            raise NotReachable(address, "the site says there is no such page.")
        return Document(address, (DATA / answers[address]).read_bytes())

    return get, opened


def test_a_pretalx_page_is_read_from_its_export() -> None:
    """The schedule export of the event in the page's address is opened, no other event's."""
    get, opened = web(**{"https__talks.example/boats/schedule/export/schedule.json": "frab/rooms_by_name.json"})
    page = Document("https://talks.example/boats/schedule/", SHELL.format("powered by pretalx").encode())

    agenda = read_document(page, get)

    assert agenda.scraper == "pretalx"
    assert [s.title for s in agenda.sessions] == ["Ink is not dead"]
    assert opened == ["https://talks.example/boats/schedule/export/schedule.json"]


def test_a_pretalx_widget_in_any_page_is_followed_to_its_event() -> None:
    """When the first export is missing, the next one is tried."""
    get, opened = web(**{"https__cfp.example/np27/schedule/widgets/schedule.json": "pretalx/widget.json"})
    widget = '<pretalx-schedule event-url="https://cfp.example/np27/" locale="en"></pretalx-schedule>'
    page = Document("https://press.example/programme", SHELL.format(widget).encode())

    agenda = read_document(page, get)

    assert [s.title for s in agenda.sessions] == ["Rivers as roads", "Lunch"]
    assert len(opened) == 2


def test_an_indico_event_page_is_read_from_its_json_export() -> None:
    """The number of the event is taken from the page's address."""
    get, _ = web(**{"https__indico.example/export/event/77.json?detail=contributions": "indico/contributions.json"})
    page = Document("https://indico.example/event/77/timetable/", SHELL.format("Powered by Indico").encode())

    agenda = read_document(page, get)

    assert agenda.scraper == "indico"
    assert [p.name for p in agenda.speakers] == ["Ottavia Serra"]


def test_a_page_that_embeds_sessionize_is_read_from_the_api() -> None:
    """The embed's id, found in the page's script, leads to the view with everything in it."""
    get, opened = web(**{"https__sessionize.com/api/v2/l4k2m9xa/view/All": "sessionize/all_view_with_tracks.json"})
    script = '<script src="https://sessionize.com/api/v2/l4k2m9xa/view/GridSmart"></script>'
    page = Document("https://boxes.example/agenda", SHELL.format(script).encode())

    agenda = read_document(page, get)

    assert [s.track for s in agenda.sessions] == ["Storage", None]
    assert opened == ["https://sessionize.com/api/v2/l4k2m9xa/view/All"]


def test_a_sched_page_is_read_from_its_calendar() -> None:
    """Any page of the event leads to its calendar, which names no speakers, and says so."""
    get, _ = web(**{"https__harness2027.sched.com/all.ics": "sched/all.ics"})
    page = Document("https://harness2027.sched.com/", SHELL.format("Schedule").encode())

    agenda = read_document(page, get)

    assert len(agenda.sessions) == 2
    assert any("no speakers" in warning for warning in agenda.warnings)


def test_a_feed_that_does_not_answer_is_no_disaster() -> None:
    """Without an answer, and with nothing on the page, the error says what to try."""
    get, opened = web()
    page = Document("https://talks.example/boats/schedule/", SHELL.format("powered by pretalx").encode())

    with pytest.raises(AgendaError, match="No agenda was found"):
        read_document(page, get)

    assert opened
