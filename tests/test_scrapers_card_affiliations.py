"""Job titles and companies in cards of people, where single cards tell them in a way of their own."""

from __future__ import annotations

from scrapers import any_page
from scrapers._document import Document
from scrapers._found import FoundPerson
from scrapers._people.alike import split_alike
from scrapers._people.biographies import with_told_jobs


def _people(*cards: str) -> dict[str, tuple[str | None, str | None]]:
    body = "".join(f'<div class="card"><img src="x.png">{card}</div>' for card in cards)
    page = f"<!doctype html><html><body><h2>Relatori</h2><div>{body}</div></body></html>"
    found = any_page.read(Document("page.html", page.encode()), None)
    return {person.name: (person.title, person.company) for person in found.people}


def test_the_second_line_of_a_paragraph_may_tell_the_company() -> None:
    """One card in four breaks the line where the others run on."""
    told = _people(
        "<h4>Anna Arciere</h4><h6>CEO Tarnlow</h6>",
        "<h4>Bruno Balestra</h4><h6>Presidente Quillfen Italia</h6>",
        "<h4>Carla Corda</h4><h6>Direttrice Norvik</h6>",
        "<h4>Dario Dardo</h4><h6>Senior Partner e Managing Director<br>The Harbour Consulting Group</h6>",
    )

    assert told["Dario Dardo"] == ("Senior Partner e Managing Director", "The Harbour Consulting Group")


def test_a_text_in_a_card_tells_the_company_of_a_printed_job() -> None:
    """It begins with the same job; what begins with another tells nothing of where somebody holds the printed one."""
    told = _people(
        "<h3>Anna Arciere</h3><p>Fisiatra</p><p>Fisiatra presso Poliambulatorio Tarnlow, dove segue chi corre e chi nuota.</p>",
        "<h3>Bruno Balestra</h3><p>Radiologo</p><p>Assessore presso Comune di Norvik, ama il mare e le vele bianche.</p>",
        "<h3>Carla Corda</h3><p>Geriatra</p><p>Ama il mare, le vele bianche e i gatti che dormono al sole.</p>",
    )

    assert told["Anna Arciere"] == ("Fisiatra", "Poliambulatorio Tarnlow")
    assert told["Bruno Balestra"] == ("Radiologo", None)


def test_a_text_below_a_line_of_name_and_job_tells_the_company() -> None:
    """The name is what stands before the dash."""
    carlo = FoundPerson("Carlo Corda", "Giornalista")

    with_told_jobs([carlo], ["Carlo Corda - Giornalista", "Giornalista e segretario dell'associazione Tarnlow."])

    assert (carlo.title, carlo.company) == ("Giornalista", "associazione Tarnlow")


def test_companies_right_behind_jobs_are_cut_as_in_the_other_lines() -> None:
    """Letters alone would make "Veleristey" part of the job."""
    lines = ["CEO Tarnlow", "Presidente Norvik", "Co-CEO Quillfen Harbour", "Presidente Veleristey"]

    assert split_alike(lines)[-1] == ("Presidente", "Veleristey")
