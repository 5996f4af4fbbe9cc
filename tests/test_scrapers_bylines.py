"""Lines that hold a title and who speaks, parted by what the lines of their format have in common."""

from __future__ import annotations

from pathlib import Path

from scrapers import read_document
from scrapers._bylines.bylines import part_bylines, part_title
from scrapers._bylines.proven_bylines import cut_alone
from scrapers._cards.cards import find_people
from scrapers._document import Document
from scrapers._html.page import parse
from scrapers._people.people_lines import people_fill


def test_a_title_and_who_speaks_are_parted_by_the_vote_of_their_lines() -> None:
    """One mark between title and name is found for all lines of a format, odd names included."""
    lines = ["Soil and salt by Marta Feldhaus", "Counting rain by Kofi Amoah", "Seeds of tomorrow by Ravi", "Lunch"]

    assert part_bylines(lines) == [
        ("Soil and salt", "Marta Feldhaus", False),
        ("Counting rain", "Kofi Amoah", False),
        ("Seeds of tomorrow", "Ravi", False),
        None,
    ]


def test_a_job_title_behind_a_name_is_no_session() -> None:
    """Lines of people with what they do are left whole."""
    lines = ["Marta Feldhaus – Head of Irrigation", "Kofi Amoah – Professor of Botany", "Lin Xiaomei – Chief Agronomist"]

    assert part_bylines(lines) == [None, None, None]


def test_the_company_behind_a_name_and_a_job_of_several_parts_is_no_session() -> None:
    """Behind a name, a comma and a job stands where somebody works, however many commas the job holds."""
    lines = ["Marta Feldhaus, Director & Leader, Irrigation, Acme Wells", "Kofi Amoah, Practice Lead (Big Data), Terradyne",
             "Lin Xiaomei, Director – Public Services, Utilities & Telco, Saxony",
             "Anna Muster, Associate Director and Strategy Lead for Government and Public Sector, Pwx"]  # fmt: skip

    assert part_bylines(lines) == [None] * 4


def test_the_second_sentence_of_a_life_is_no_title() -> None:
    """A full stop parts a title from who speaks only where a name stands on one side, not the sentence before."""
    lines = [
        "Ann Archer works at the meeting point of trade and weather. She joined the faculty in 2009.",
        "Robert Baxter is Head of Terminology at the Norvane Institute. He has edited two handbooks.",
        "Carla Cole, the founder of the Tarn days, is among those who are cited most. Her work led to the Plain Rule of Ropes.",
    ]
    assert part_bylines(lines) == [None] * 3
    assert part_bylines(["Ropes that hold. Ann Archer, Tarn AG.", "Grain in winter. Robert Baxter, Elm."] * 2) == [
        ("Ropes that hold", "Ann Archer, Tarn AG", False), ("Grain in winter", "Robert Baxter, Elm", False),
    ] * 2  # fmt: skip


def test_people_stand_behind_titles_in_quotation_marks() -> None:
    """Where titles stand in quotation marks, what follows the closing one in every line is who speaks."""
    lines = [
        "“Growth Without Burnout” Kestutis Brannigan, Head of People, Larkfield Health",
        "“Quantum for Treasurers”, Tomasz Verhulst",
        "“Selling to People Who Hate Selling” Priscilla Nakagawa, Founder, Kindly",
        "“Back Home” and the cost of moving",
    ]
    assert [cut and cut[1] for cut in part_bylines(lines)] == [
        "Kestutis Brannigan, Head of People, Larkfield Health", "Tomasz Verhulst", "Priscilla Nakagawa, Founder, Kindly", None,
    ]  # fmt: skip


def test_companies_behind_names_in_the_same_style_as_jobs_are_no_people() -> None:
    """Job and company share one class: their order in the card tells them apart, and no company becomes a person."""
    people = [("Anna Muster", "Head of Sales", "Orti Verdi"), ("Boris Beispiel", "Buyer", "Lago Blu"),
              ("Carla Prova", "Engineer", "Mercati Rossi"), ("Dan Sample", "Designer", "Casa Bruna")]  # fmt: skip
    cards = "".join(f"<div><p class=n>{n}</p><p class=r>{j}</p><p class=r>{o}</p></div>" for n, j, o in people)
    found = find_people(parse(f"<h2>Speakers</h2><div>{cards}</div>"))
    assert [(p.name, p.title, p.company) for p in found] == people


def test_a_line_is_cut_at_a_label_inside_it() -> None:
    """One line may hold the title and, behind a label, who speaks; it needs no other lines of its kind."""
    lines = ["Saving water. Moderator: Anna Muster; Boris Beispiel", "Coffee", "Session Chair: Anna Muster"]
    lines += ["Panel, moderated by Anna Muster"]
    cuts = [cut and cut[:2] for cut in part_bylines(lines)]
    assert cuts == [("Saving water", "Anna Muster; Boris Beispiel"), None, None, ("Panel", "Anna Muster")]


def test_first_names_in_brackets_at_the_ends_of_most_lines_are_people() -> None:
    """The cells of a barcamp's grid end in first names; a bracket that stands alone or repeats says something else."""
    cells = [
        "Mend your bike (Tina)",
        "Sourdough clinic (Uwe + Nele)",
        "Heat pumps (Dr. Rolf)",
        "Zines (Ahmet)",
        "Podcasts (Jo)",
    ]
    assert [cut and cut[1] for cut in part_bylines([*cells, "Lunch"])] == [
        "Tina",
        "Uwe + Nele",
        "Dr. Rolf",
        "Ahmet",
        "Jo",
        None,
    ]
    rooms = [f"{title} (Saal)" for title in ("Mend your bike", "Sourdough clinic", "Heat pumps", "Zines made easy", "Podcasts")]
    assert part_bylines(rooms) == [None] * 5


def test_a_line_known_to_be_a_title_is_cut_with_less_proof() -> None:
    """A single line is cut where one side is people from its beginning; a name inside a sentence cuts nothing."""
    assert part_title("Mapping potholes with bus drivers | Marta Feldhaus, Head of Roads") == (
        "Mapping potholes with bus drivers",
        "Marta Feldhaus, Head of Roads",
        False,
    )
    assert part_title("Growing with fewer pumps: a story of salt") is None


def test_a_line_that_people_fill_is_known_by_its_words() -> None:
    """Names with what they do fill a line; titles, breaks and placeholders do not."""
    assert min(people_fill(text) for text in ("Marta Feldhaus & Kofi Amoah", "Marta Feldhaus, Head of Roads, Orti Verdi")) > 0.6
    assert max(people_fill(text) for text in ("Coffee with Marta Feldhaus", "Growing Together", "TBA", "Lunch")) < 0.6


def test_where_nearly_all_lines_name_somebody_first_an_odd_one_does_too() -> None:
    """A line "Lex Standish - Ledgers Matter" reads as two names; the lines of its format tell which is one."""
    lines = ["Carla Mendes - Pricing experiments that went wrong", "Deepak Rao - Negotiating with procurement",
             "Greta Holm - What two hundred buyers told us", "Ann Archer - Renewals nobody wrote down",
             "Lex Standish - Ledgers Matter"]  # fmt: skip

    assert part_bylines(lines)[-1] == ("Ledgers Matter", "Lex Standish", True)


def test_a_town_and_its_state_in_brackets_are_nobody() -> None:
    """Whole names alone stand in brackets behind a title; a town called like somebody has its state beside it."""
    assert cut_alone("Mending nets (Marta Feldhaus and Ann Archer)") == ("Mending nets", "Marta Feldhaus and Ann Archer", False)
    assert cut_alone("IT Tarn Circle (Palo Alto, CA)") is None


def test_a_kind_of_session_before_what_leads_to_people_is_a_title() -> None:
    """What leads to somebody may say what they give ("Intervento di")."""
    assert part_title("Intervento di Marta Feldhaus, Segretario nazionale") == (
        "Intervento",
        "Marta Feldhaus, Segretario nazionale",
        False,
    )


def test_signs_before_a_name_hide_nobody() -> None:
    """Behind the picture of a head somebody of whom no list knows the name is a person, as without it."""
    page = Path(__file__).parent / "data" / "layouts" / "f_en_notion_bootcamp_callouts.html"

    agenda = read_document(Document(page.name, page.read_bytes()))

    assert "Nanami Hirose" in {p.name for p in agenda.speakers}


def test_names_stand_behind_a_semicolon() -> None:
    """A semicolon parts a title from those who speak; those who speak may be parted from each other by another."""
    lines = ["Soil and salt; Marta Feldhaus", "Counting rain; Kofi Amoah, Bo Holm", "Why wells dry; Lena Hoffmann; Bo Lind"]

    assert part_bylines(lines) == [
        ("Soil and salt", "Marta Feldhaus", False),
        ("Counting rain", "Kofi Amoah, Bo Holm", False),
        ("Why wells dry", "Lena Hoffmann; Bo Lind", False),
    ]


def test_any_number_of_authors_stands_before_a_full_stop() -> None:
    """As in lists of references: however many are named, the sentence behind them is what they speak about."""
    many = "Ann Archer, Bob Baxter, Carla Cole, Kofi Amoah, Lena Hoffmann, Marta Feldhaus"
    lines = [f"{many}. Soil and salt.", "Kofi Amoah. Counting rain.", "Lena Hoffmann, Bo Lind. Where wells run dry."]

    assert part_bylines(lines) == [
        ("Soil and salt", many, True),
        ("Counting rain", "Kofi Amoah", True),
        ("Where wells run dry", "Lena Hoffmann, Bo Lind", True),
    ]


def test_a_line_whose_title_reads_like_a_company_is_cut_as_the_others() -> None:
    """Names that all know prove which side is people, whatever the words of the title are most often used for."""
    lines = ["Energy storage beyond lithium | Kofi Mensah | Verdant Foods",
             "Teaching adults to swim | Isabel Costa | Atlas Logistics",
             "A new look at old walls | Daniel Kim | Elm College"]  # fmt: skip

    assert [cut and cut[0] for cut in part_bylines(lines)] == [line.partition(" | ")[0] for line in lines]


def test_names_before_a_quotation_are_cut_off_behind_the_bracket_of_a_company() -> None:
    """What stands in brackets behind a name is no body that the quotation marks name."""
    lines = ["Kofi Mensah (Atlas Logistics GmbH) “Where rivers meet”", "Isabel Costa (Acme Institute) “Counting rain by hand”"]

    assert part_bylines(lines) == [
        ("“Where rivers meet”", "Kofi Mensah (Atlas Logistics GmbH)", True),
        ("“Counting rain by hand”", "Isabel Costa (Acme Institute)", True),
    ]
