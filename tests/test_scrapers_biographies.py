"""What the first sentence of a biography says somebody is."""

from __future__ import annotations

import pytest

from scrapers import any_page
from scrapers._document import Document
from scrapers._found import FoundPerson
from scrapers._people.biographies import with_told_jobs


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("Dr. Ann Archer is an associate professor of law at Keele University. She likes tea.",
         "associate professor of law", "Keele University"),
        ("About the speaker: Ann Archer is Head of Sales at Acme, where she leads a team of nine.", "Head of Sales", "Acme"),
        ("Ann Archer (she/her) is the Director of Research at Odoria and Bren Professor at Calmech.",
         "Director of Research", "Odoria"),
        ("Ann ist Professorin an der Universität Kiel. Sie forscht seit 2012.", "Professorin", "Universität Kiel"),
        ("Prof. Ann B. Archer ist seit 1997 Leiterin der Tarn AG und auch Präsidentin des Hafenvereins. Sie schwimmt.",
         "Leiterin", "Tarn AG"),
        ("Ann Archer is journalist en leest al tien jaar kranten voor op zolder.", "journalist", None),
        ("Ann är forskare vid Keele University.", "forskare", "Keele University"),
        ("Ann Archer is CEO of Tarn and lives in Leeds with two dogs.", "CEO", "Tarn"),
        ("Ann Archer ist Gründerin der Tarn GmbH und berät Städte. Sie lehrt in Kiel.", "Gründerin", "Tarn GmbH"),
        ("Ann Archer er seniorforsker ved Keele University og arbeider med dører.", "seniorforsker", "Keele University"),
        ("Ann Archer, geografe, 53 ans, est directrice de la Banque du Lac et habite à Metz.", "directrice", "Banque du Lac"),
        ("Ann ist als Leiterin bei der Tarn e.V. Sie schwimmt gern im Meer und liest.", "Leiterin", "Tarn e.V"),
        ("Ann Archer is head of research and development at Tarn.", "head of research and development", "Tarn"),
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


def test_a_name_in_bold_or_with_honours_begins_its_biography() -> None:
    """Whatever its style, a name and what follows in its line are one sentence; a line that goes on from a name is no job."""
    page = """<h2>Keynote speakers</h2>
    <h3>Ann Archer</h3><div>Doors and windows are all that a wall needs.</div>
    <p><b>Ann Archer</b> is a senior researcher at Tarn.</p>
    <h3>Dr. Bob Baxter</h3><div>A talk on how to open what is shut.</div>
    <p><b>Bob Baxter</b> is a professor at Keele University.</p>
    <h3>Carla Cole</h3><div>A talk on how to shut what is open.</div>
    <p><b>Carla Cole</b> is Head of Doors at Norvik.</p>"""
    found = any_page.read(Document("page.html", f"<!doctype html><html><body>{page}</body></html>".encode()), None)

    assert [(p.name.removeprefix("Dr. "), p.title, p.company) for p in found.people] == [
        ("Ann Archer", "senior researcher", "Tarn"),
        ("Bob Baxter", "professor", "Keele University"),
        ("Carla Cole", "Head of Doors", "Norvik"),
    ]


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        (
            "Head of Sales at Tarnlow, long-time swimmer, and friend of every good pump in the north.",
            "Head of Sales",
            "Tarnlow",
        ),
        ("Co-founder and CTO of Quillfen, a company that sells pumps to farmers.", "Co-founder and CTO", "Quillfen"),
        ("Director of engineering at a large bank and mother of three children.", None, None),
        ("How the head of sales at Tarnlow learnt to sell fewer and better pumps.", None, None),
    ],
)
def test_a_text_right_below_a_name_may_begin_with_the_job(text: str, title: str | None, company: str | None) -> None:
    """It does where a job and a company open it; a text that stands elsewhere tells nothing of anybody."""
    ann, bob = FoundPerson("Ann Archer"), FoundPerson("Bob Baxter")

    with_told_jobs([ann, bob], ["Bob Baxter", "Hall 3", "Ann Archer", text])

    assert (ann.title, ann.company, bob.title) == (title, company, None)


def test_a_text_behind_a_place_below_a_name_may_begin_with_the_job() -> None:
    """Where somebody comes from stands between the two; a further name there takes the text to itself."""
    ana, bruno = FoundPerson("Ana Arquero"), FoundPerson("Bruno Barquero")
    texts = ["Ana Arquero", "(Villalinda)", "Profesora en la Universidad de Tarnal, donde estudia las bombas de agua."]

    with_told_jobs([ana], texts)
    with_told_jobs([bruno], ["Bruno Barquero", "Carla Caldera", "Profesora en la Universidad de Tarnal, donde estudia."])

    assert (ana.title, ana.company, bruno.title) == ("Profesora", "Universidad de Tarnal", None)
