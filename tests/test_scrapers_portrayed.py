"""People whom a page portrays alone, below their name."""

from __future__ import annotations

from scrapers import any_page
from scrapers._document import Document


def test_a_single_guest_is_known_by_the_text_that_speaks_of_them() -> None:
    """One name by itself with a biography below that begins with it is a person; a heading above other words is none."""
    page = """<h2>The day</h2><h3>Ann Archer</h3><p><b>Guest.</b></p><p>Ann was born by the sea, has four children and tells
    of nets and boats all over the north.</p><h3>Iris Meadow</h3><p>The field behind the mill is where we meet for the walk
    at noon, whatever the weather.</p>"""
    found = any_page.read(Document("page.html", f"<!doctype html><html><body>{page}</body></html>".encode()), None)

    assert [(p.name, (p.bio or "")[:12]) for p in found.people] == [("Ann Archer", "Ann was born")]
