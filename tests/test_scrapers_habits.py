"""Job titles and companies told apart by what the lines of one format show together."""

from __future__ import annotations

import pytest

from scrapers import any_page
from scrapers._document import Document
from scrapers._found import assemble
from scrapers._people.affiliation import split_affiliation
from scrapers._people.names import split_people
from scrapers._programme.habits import habit_of, people_by_habit

Told = list[tuple[str, str | None, str | None]]


def told(line: str) -> Told:
    return [(p.name, p.title, p.company) for p in split_people(line)]


def by_habit(lines: list[str]) -> Told:
    habit = habit_of(lines, set())
    return [(p.name, p.title, p.company) for line in lines for p in people_by_habit(line, habit)]


@pytest.mark.parametrize(
    ("line", "title", "company"),
    [
        ("Anna Archer | Sales Director | Purelane Quill", "Sales Director", "Purelane Quill"),
        ("Anna Archer / Orbis Fenwick / Talent Manager", "Talent Manager", "Orbis Fenwick"),
        ("Anna Archer • Orbis Fenwick • Talent Manager", "Talent Manager", "Orbis Fenwick"),
    ],
)
def test_between_like_marks_a_company_called_like_a_person_stays_a_company(line: str, title: str, company: str) -> None:
    """A name, a job and a company between marks of one kind are one person, in whatever order the last two stand."""
    assert told(line) == [("Anna Archer", title, company)]


@pytest.mark.parametrize(
    ("aside", "company"), [("Tarnlow Bank", "Tarnlow Bank"), ("Retd.", None), ("Annie", None), ("UK", None)]
)
def test_brackets_between_a_name_and_a_job_may_hold_the_company(aside: str, company: str | None) -> None:
    """As in "Anna Archer (Acme), CTO" it says where she works; a short name, a status or a place does not."""
    assert told(f"Anna Archer ({aside}), CTO") == [("Anna Archer", "CTO", company)]


def test_two_jobs_behind_a_company_are_both_told() -> None:
    """Where the company leads, "and" joins two jobs in it and begins no further post."""
    assert told("Anna Archer, Tarnlow Capital, Founder & Managing Partner") == [
        ("Anna Archer", "Founder & Managing Partner", "Tarnlow Capital")
    ]


def test_a_job_no_list_knows_is_one_where_the_other_lines_tell_jobs() -> None:
    """Lines of one format are cut alike; a body where the others have a job is none all the same."""
    lines = [
        "Anna Archer, Head of Sales, Tarnlow GmbH", "Robert Baxter, Chief Engineer, Quillfen Ltd",
        "Carla Cole, Director of Research, Orbis University", "Daniel Drake, Quayhand, Fenwick Harbours Ltd",
        "Emma Elton, Faculty of Law, Northmere",
    ]  # fmt: skip
    people = by_habit(lines)
    assert people[3] == ("Daniel Drake", "Quayhand", "Fenwick Harbours Ltd")
    assert people[4] == ("Emma Elton", None, "Faculty of Law, Northmere")


def test_companies_before_names_are_kept_in_lists_of_speakers() -> None:
    """A list of speakers says "Acme – Ann Archer, CEO" as a programme does."""
    rows = (
        "Tarnlow Grid – Anna Archer, Head of Sales", "Quillfen – Robert Baxter, Chief Engineer",
        "Orbis Freight – Carla Cole, CEO", "Exolane – Daniel Drake, Director of Research",
    )  # fmt: skip
    page = (
        f"<html><body><h1>Quay Forum</h1><h2>Speakers</h2><ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul></body></html>"
    )
    agenda = assemble("page.html", "any_page", any_page.read(Document("page.html", page.encode()), None))
    assert [(p.name, p.title, p.company) for p in agenda.speakers] == [
        ("Anna Archer", "Head of Sales", "Tarnlow Grid"),
        ("Robert Baxter", "Chief Engineer", "Quillfen"),
        ("Carla Cole", "CEO", "Orbis Freight"),
        ("Daniel Drake", "Director of Research", "Exolane"),
    ]


def test_what_a_job_is_about_stays_with_it_among_lines_of_a_job_and_a_company() -> None:
    """Of three pieces the last is the company where the other lines have two; what begins a body stays with the company."""
    lines = [
        "Anna Archer, Head of Sales, Tarnlow GmbH", "Robert Baxter, Chief Engineer, Quillfen Ltd",
        "Carla Cole, CEO, Exolane", "Daniel Drake, Director, Digital Payments, Exolane",
        "Emma Elton, Professor, Department of Physics, Orbis University",
    ]  # fmt: skip
    people = by_habit(lines)
    assert people[3] == ("Daniel Drake", "Director, Digital Payments", "Exolane")
    assert people[4] == ("Emma Elton", "Professor", "Department of Physics, Orbis University")


@pytest.mark.parametrize(
    ("text", "title", "company"),
    [
        ("CEO, Tarnlow Therapeutics", "CEO", "Tarnlow Therapeutics"),
        ("Deputy Secretary, Secretariat of the Harbour Committee", "Deputy Secretary", "Secretariat of the Harbour Committee"),
        ("Nestleder i Kystlaget", "Nestleder", "Kystlaget"),
        ("professor i statistik", "professor i statistik", None),
        ("바다타임즈 대표", "대표", "바다타임즈"),
        ("港湾祭実行委員会 委員長", "委員長", "港湾祭実行委員会"),
    ],
)
def test_posts_and_bodies_are_parted_by_the_words_that_fit_them_best(text: str, title: str, company: str | None) -> None:
    """A body's longer word wins over the job it begins with; Nordic "i" and blanks before Eastern posts part too."""
    assert split_affiliation(text) == (title, company)
