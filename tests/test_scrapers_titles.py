"""What the titles of an event's pages say it is called."""

from __future__ import annotations

import pytest

from scrapers._document import Document
from scrapers._links.titles import event_name

HOST = "http://site.example"


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (["Programme | Summit 2026", "Speakers | Summit 2026"], "Summit 2026"),
        (["Agenda - Quay Days", "Home - Quay Days"], "Quay Days"),
        (["Tagungsprogramm"], None),
        (["Unsere Referenten – Holzbautag"], "Holzbautag"),
        ([""], None),
    ],
)
def test_the_titles_of_pages_name_the_event(titles: list[str], name: str | None) -> None:
    """What the titles share, and what is no page's own name."""
    assert event_name(Document(HOST, f"<html><title>{title}</title>".encode()) for title in titles) == name


def test_a_name_from_data_is_kept() -> None:
    """What a page's data calls the event stands, unless it is but the title of one page."""
    pages = [
        Document(HOST, f"<html><title>{title}</title>".encode()) for title in ("Talks & Panel | Quay Days", "Home | Quay Days")
    ]

    assert event_name(pages, "Harbour Summit") == "Harbour Summit"
    assert event_name(pages, "Talks & Panel") == "Quay Days"
