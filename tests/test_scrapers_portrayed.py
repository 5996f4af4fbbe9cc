"""People whom a page portrays alone, below their name."""

from __future__ import annotations

from scrapers import any_page
from scrapers._document import Document
from scrapers._found import FoundPerson
from scrapers._people.biographies import tell_opening, with_told_jobs


def test_a_single_guest_is_known_by_the_text_that_speaks_of_them() -> None:
    """One name by itself with a biography below that begins with it is a person; a heading above other words is none."""
    page = """<h2>The day</h2><h3>Ann Archer</h3><p><b>Guest.</b></p><p>Ann was born by the sea, has four children and tells
    of nets and boats all over the north.</p><h3>Iris Meadow</h3><p>The field behind the mill is where we meet for the walk
    at noon, whatever the weather.</p>"""
    found = any_page.read(Document("page.html", f"<!doctype html><html><body>{page}</body></html>".encode()), None)

    assert [(p.name, (p.bio or "")[:12]) for p in found.people] == [("Ann Archer", "Ann was born")]


def test_a_line_of_a_life_that_says_since_when_tells_the_job() -> None:
    """It counts like one that begins with the job; what was before tells nothing."""
    ann, bob = FoundPerson("Ann Archer"), FoundPerson("Bob Baxter")

    tell_opening(ann, ["2009–2014 researcher at Norvik University", "Since 2014 lecturer at Tarn University"])
    with_told_jobs([bob], ["Bob Baxter", "Seit 2019 wissenschaftlicher Mitarbeiter am Institut für Brunnenbau"])

    assert [(p.title, p.company) for p in (ann, bob)] == [
        ("lecturer", "Tarn University"),
        ("wissenschaftlicher Mitarbeiter", "Institut für Brunnenbau"),
    ]
