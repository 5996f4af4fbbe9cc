"""What job titles say."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from planner.titles import are_adjacent, field_of, functions, level_of, read_title

FLOORS = Path(__file__).parent / "data" / "floors.json"
TITLES = Path(__file__).parents[2] / "shared" / "titles" / "level_dev.csv"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("VP Sales", ("sales",)),
        ("Head of Sales & Marketing", ("sales", "marketing")),
        ("Vertriebsleiterin", ("sales",)),
        ("Directrice des ressources humaines", ("hr",)),
        ("Diretor de marketing", ("marketing",)),
        ("Jefe de compras", ("procurement",)),
        ("Responsabile acquisti", ("procurement",)),
        ("Hoofd inkoop", ("procurement",)),
        ("Founder & CEO", ("general",)),
        ("Co-Founder and CTO", ("engineering", "general")),
        ("Professor of Machine Learning", ("education", "data")),
        ("営業部長", ("sales",)),
        ("市场总监", ("marketing",)),
        ("Коммерческий директор", ("sales",)),
        ("Customer Success Manager", ("customer",)),
        ("Beekeeper", ()),
    ],
)
def test_functions_are_read_in_many_languages(title: str, expected: tuple[str, ...]) -> None:
    """Each title names its functions, a craft before running a company."""
    assert read_title(title).functions == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Chief Revenue Officer", "executive"),
        ("Vice President of Operations", "executive"),
        ("Geschäftsführerin", "executive"),
        ("Head of Data", "senior_manager"),
        ("Leiter Einkauf", "senior_manager"),
        ("Product Manager", "professional"),
        ("Principal Software Engineer", "professional"),
        ("Lead Data Scientist", "professional"),
        ("Principal", "senior_manager"),
        ("Account Executive", "professional"),
        ("Executive Assistant to the CEO", "professional"),
        ("Assistenz der Geschäftsführung", "professional"),
        ("Lecturer", "academic"),
        ("", "professional"),
    ],
)
def test_the_level_is_the_highest_of_the_roles(title: str, expected: str) -> None:
    """Chiefs and owners, heads, doers, academics; an assistant to a chief is not a chief."""
    assert level_of(title) == expected


def test_a_vice_president_does_not_run_the_company() -> None:
    """`President` inside `Vice President` counts for the level and not as a function."""
    assert read_title("Senior Vice President").functions == ()
    assert read_title("President").functions == ("general",)


@pytest.mark.parametrize(
    ("title", "owner"), [("Inhaber", True), ("Founder & CEO", True), ("Product Owner", False), ("CEO", False)]
)
def test_owners_are_told_from_employees(title: str, owner: bool) -> None:
    """Who founded or owns the company is marked, a product owner is not."""
    assert read_title(title).owner is owner


def test_an_unknown_title_says_nothing() -> None:
    """No title gives a role without functions."""
    assert read_title(None).functions == ()


def test_the_field_is_what_remains_without_rank() -> None:
    """Rank and ownership are taken out of a title."""
    assert field_of("Founder and Head of Growth Marketing") == "and growth marketing"


def test_adjacency_counts_both_ways() -> None:
    """Sales and marketing are neighbours, whichever is named first; only known functions are named."""
    assert are_adjacent("sales", "marketing")
    assert are_adjacent("marketing", "sales")
    assert not are_adjacent("sales", "medical")
    assert {"sales", "hr", "general"} <= functions().keys()


@pytest.mark.skipif(not TITLES.exists(), reason="the list of titles with their levels lies outside the project")
def test_levels_of_real_titles_reach_the_floor() -> None:
    """Share of real titles whose self-declared level is told right: never below the committed floor."""
    rows = list(csv.DictReader(TITLES.open(encoding="utf-8")))
    right = sum(level_of(row["title"]) == row["level"] for row in rows) / len(rows)
    assert right >= json.loads(FLOORS.read_text())["title_levels"]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("CFO of Acme Robotics", ("finance",)),
        ("CEO @ Loop Analytics", ("general",)),
        ("Head of Marketing at Ridge Insurance", ("marketing",)),
        ("Co-founder and CTO, Kestrel Security", ("engineering", "general")),
        ("Directrice marketing chez Banque du Littoral", ("marketing",)),
        ("Diretor de Operações da Viva Marketing", ("operations",)),
        ("VP of Engineering", ("engineering",)),
        ("Head of Sales for Northern Europe and VP Product", ("sales", "product")),
        ("Chief of Staff to the CFO", ("strategy",)),
        ("Professor of Nuclear Engineering", ("education", "engineering")),
    ],
)
def test_an_employer_named_in_a_title_is_no_craft(title: str, expected: tuple[str, ...]) -> None:
    """The name of a company after a job tells nothing of what somebody does there."""
    assert read_title(title).functions == expected


def test_who_directs_without_a_field_runs_the_whole() -> None:
    """A bare "Director" leads the organisation, one "of Nursing" does not."""
    assert read_title("Directora").functions == ("general",)
    assert read_title("Director of Nursing").functions == ("medical",)


@pytest.mark.parametrize(("name", "floor"), [("roles", 0.93), ("more_roles", 0.93)])
def test_titles_of_many_kinds_are_read_as_a_reader_reads_them(name: str, floor: float) -> None:
    """Functions agree with those a person wrote down beforehand, in seven languages and native Chinese, Japanese, Korean."""
    with (Path(__file__).parent / "data" / "titles" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    right = [set(read_title(row["title"]).functions) == set(row["functions"].split()) for row in rows]
    assert sum(right) / len(right) >= floor


def test_fresh_titles_name_a_function_a_reader_would_accept() -> None:
    """63 titles in seven languages, written down with the functions and the level that fit before they were read here."""
    with (Path(__file__).parent / "data" / "titles" / "fresh_roles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    right = [bool(set(read_title(row["title"]).functions[:2]) & set(row["functions"].split())) for row in rows]
    levels = [level_of(row["title"]) == row["level"] for row in rows]
    assert sum(right) / len(right) >= 0.96
    assert sum(levels) / len(levels) >= 0.9
