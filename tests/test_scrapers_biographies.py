"""What the first sentence of a biography says somebody is."""

from __future__ import annotations

import pytest

from scrapers._biographies import with_told_jobs
from scrapers._found import FoundPerson


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Dr. Ann Archer is an associate professor of law at Keele University. She likes tea.",
         "associate professor of law", "Keele University"),
        ("About the speaker: Ann Archer is Head of Sales at Acme, where she leads a team of nine.", "Head of Sales", "Acme"),
        ("Ann Archer (she/her) is the Director of Research at Odoria and Bren Professor at Calmech.",
         "Director of Research", "Odoria"),
        ("Ann ist Professorin an der Universität Kiel. Sie forscht seit 2012.", "Professorin", "Universität Kiel"),
        ("Ann Archer is passionate about doors and windows of all kinds.", None, None),
        ("Bob Baxter is a professor of chemistry at Keele University.", None, None),
        ("The talk of Ann Archer is a professor's view on doors.", None, None),
    ],
)  # fmt: skip
def test_a_biography_says_what_somebody_is(text: str, title: str | None, company: str | None) -> None:
    """The job and the company of its first sentence are those of the person it begins with, whatever follows."""
    ann = FoundPerson("Ann Archer")

    with_told_jobs([ann], [text])

    assert (ann.title, ann.company) == (title, company)


def test_what_a_line_says_of_a_job_counts_more_than_a_biography() -> None:
    """A printed job title stays, and so does a printed company."""
    ann, bob = FoundPerson("Ann Archer", "CEO", None), FoundPerson("Bob Baxter", None, "Acme")

    with_told_jobs([ann, bob], ["Ann Archer is a writer at Norvik.", "Bob Baxter is a postdoctoral researcher at Keele."])

    assert (ann.title, ann.company, bob.title, bob.company) == ("CEO", None, "postdoctoral researcher", "Acme")
