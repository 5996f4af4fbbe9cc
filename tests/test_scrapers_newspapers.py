"""Programmes as newspapers and mails print them: people in sentences, dots that lead to clocks, copies that repeat."""

from __future__ import annotations

import pytest

from scrapers import read_text
from scrapers._bylines.conversations import in_conversation
from scrapers._people.openers import people_opening

Told = list[tuple[str, list[str]]]


def read(text: str) -> Told:
    """Titles and who speaks."""
    agenda = read_text(text)
    names = {p.id: p.name for p in agenda.speakers}
    return [(s.title, [names[i] for i in s.speakers]) for s in agenda.sessions]


def test_rows_of_dots_lead_to_the_clock_of_what_stands_before_them() -> None:
    """Dots, also with blanks between them, are no part of a title, and a long line before them is no sentence."""
    text = (
        "Salt Day, 18 September 2027\n\nCoffee ........................ 8:30\n"
        "“Salt, a trade with a future?” by Gilda Marsh, salter ....... 9:15\n"
        "Panel: “Marshes and visitors”, moderated by Jan Goff, journalist at Radio Tarn, with Helen Tanner, deputy mayor, "
        "and Paul Morrow, president of the Friends of the Marsh ..... 11:00\nLunch . . . . . . . . . . . 12:30\n"
    )
    agenda = read_text(text)

    assert [(s.start[11:16], s.title) for s in agenda.sessions if s.start] == [
        ("08:30", "Coffee"),
        ("09:15", "Salt, a trade with a future?"),
        ("11:00", "Panel: “Marshes and visitors”"),
        ("12:30", "Lunch"),
    ]
    assert [p.name for p in agenda.speakers] == ["Gilda Marsh", "Jan Goff", "Helen Tanner", "Paul Morrow"]


def test_a_quotation_that_opens_as_it_closes_does_not_end_a_line() -> None:
    """In Swedish ”both signs” are alike: only the second one may touch what stands on the next line."""
    text = (
        "4 maj 2027\n\n10.30\n\nPanelsamtal om torsk:\n\nKarin Ahlgren, yrkesfiskare\n\n"
        "Mikael Strand, forskare och författare till boken ”Tomma nät och fulla hamnar” och rådgivare\n\n"
        "Eva Lindgren, vd Saltverket\n\n12.00\n\nLunch\n\n13.00\n\nKaffe\n"
    )

    assert read(text)[0] == ("Panelsamtal om torsk", ["Karin Ahlgren", "Mikael Strand", "Eva Lindgren"])


def test_what_a_copy_repeats_before_the_next_name_is_told_once() -> None:
    """Names that are links are copied with what stood behind the one before."""
    text = (
        "5 May 2027\n\n10:00 Round table: Housing on islands\n\nAnn Archer , president of Abinor\n\n"
        ", president of Abinor Robert Baxter , chair of Ferry Union\n\n, chair of Ferry Union Carla Diaz, councillor\n\n"
        "11:00 Coffee\n\n12:00 Lunch\n"
    )

    assert read(text)[0] == ("Round table: Housing on islands", ["Ann Archer", "Robert Baxter", "Carla Diaz"])


@pytest.mark.parametrize(
    ("line", "title", "names"),
    [
        ("Interview with Ann Archer, CEO of Tarn", "Interview with Ann Archer", ["Ann Archer"]),
        (
            "Entrevista a Javier Montes, alcalde de Tarn. Será entrevistado por Lucía Prieto, directora de El Faro",
            "Entrevista a Javier Montes",
            ["Javier Montes", "Lucía Prieto"],
        ),
        (
            "Gespräch zwischen Anna Berg (Tarn AG) und Stefan Braun, Bürgermeister. Moderation: Peter Hansen, Redakteur",
            "Gespräch zwischen Anna Berg (Tarn AG) und Stefan Braun, Bürgermeister",
            ["Anna Berg", "Stefan Braun", "Peter Hansen"],
        ),
        ("Conversación con Lucía Ferrán, directora de Albor", "Conversación con Lucía Ferrán", ["Lucía Ferrán"]),
    ],
)
def test_a_conversation_keeps_in_its_title_with_whom_it_is(line: str, title: str, names: list[str]) -> None:
    """Its partners speak in it, and so does whom a later sentence of the line brings on."""
    text = f"12 May 2027\n\n9:00 Registration\n10:00 {line}\n11:00 Coffee\n12:00 How to sell by night\n"

    assert (title, names) in read(text)


def test_a_conversation_about_something_is_cut_as_any_title() -> None:
    """Only a line that names nothing but the conversation and people is left whole."""
    assert in_conversation("Interview with Ann Archer on why bees dance in the dark") is None
    assert in_conversation("Dialogue between Baxter Works and the city") is None


@pytest.mark.parametrize(
    ("title", "people"),
    [
        ("Vorstandsvorsitzender Henrik Petersen eröffnet die Tagung", [("Henrik Petersen", "Vorstandsvorsitzender")]),
        ("President Robert Baxter and secretary Carla Diaz open the fair",
         [("Robert Baxter", "President"), ("Carla Diaz", "secretary")]),
        ("Avslutande ord från minister Ola Nordin", [("Ola Nordin", "minister")]),
        ("Henrik Petersen welcomes the guests", [("Henrik Petersen", None)]),
        ("How President Robert Baxter lost the ferry", []),
        ("The mayor opens the bridge", []),
    ],
)  # fmt: skip
def test_who_opens_the_event_is_named_behind_a_job(title: str, people: list[tuple[str, str | None]]) -> None:
    """A title on another matter speaks of whom it names."""
    assert [(p.name, p.title) for p in people_opening(title)] == people


def test_known_names_in_a_row_are_a_list_of_people_among_lines_of_one_person() -> None:
    """What the comma parts in the other lines, a name and a house, it does not part before three known names."""
    text = (
        "7 September 2027\n\n10:00 Sleeping sensors at sea\nThomas Nyberg, Lakeside University\n\n"
        "10:30 How loud is a meter?\nAbigail Stone, Hertz & Daughters\n\n"
        "11:00 Hopping for the patient\nCarla Diaz, Peter Rowe, and Mike Holling, Grodno Polytechnic\n\n"
        "11:10 Wires that hum\nAnna Feld, Emma Stone, Tom Rao, Lakeside University\n\n"
        "11:30 Rust in the last mile\nEmma Brandt, Northgate Telecom\n"
    )

    assert read(text)[2] == ("Hopping for the patient", ["Carla Diaz", "Peter Rowe", "Mike Holling"])
    assert read(text)[3] == ("Wires that hum", ["Anna Feld", "Emma Stone", "Tom Rao"])


def test_talks_between_blank_lines_below_one_clock_are_sessions() -> None:
    """The first line of each block is a title where people fill the second, whatever the title looks like."""
    text = (
        "8 November 2027\n\n09:00 - 09:15  Welcome\n               Hugo Lind (Tarn University)\n"
        "10:45 - 12:15  Session 1: Memory   (Chair: Wei Zhang, Tarn University)\n\n"
        "               A Collector for Eight Kilobytes\n               Jonas Feld, Emma Rowe (Grodno Polytechnic)\n\n"
        "               Paging Without Pages\n               Abigail Stone (Hertz Labs)\n\n"
        "               Stacks, Considered\n               Vikram Rao (Lakeside University)\n"
        "12:15 - 13:30  Lunch\n13:30 - 14:00  Closing\n"
    )

    assert read(text)[1:5] == [
        ("Session 1: Memory", ["Wei Zhang"]),
        ("A Collector for Eight Kilobytes", ["Jonas Feld", "Emma Rowe"]),
        ("Paging Without Pages", ["Abigail Stone"]),
        ("Stacks, Considered", ["Vikram Rao"]),
    ]


def test_points_below_a_clock_are_a_list() -> None:
    """Each point that names what is held and who holds it is a session; the title above them ends where it ends."""
    text = (
        '20 May 2027\n\n* 09:30: "Ripening slowly" - Jan Visser (Akker Dairy)\n* 11:15: break\n* 12:00: lunch\n'
        "* 13:00: workshops in two rounds:\n   - Tasting for beginners, Els Jansen\n   - Drawing labels, Tom Martens\n"
        "* 15:00: drinks\n"
    )

    assert [s for s in read(text) if s[1]] == [
        ("Ripening slowly", ["Jan Visser"]),
        ("Tasting for beginners", ["Els Jansen"]),
        ("Drawing labels", ["Tom Martens"]),
    ]


PRESENTED = """Orchard Congress

What you will learn and whom you will meet there.

Key speakers

Ann Archer
Chief Executive
Fenline Trains

Robert Baxter
Professor of Pomology, University of Lowick

Carla Diaz
Founder
Haltstop
"""


@pytest.mark.parametrize(
    "text", [PRESENTED, PRESENTED.replace("\n\n", "\n"), PRESENTED.replace("\nFe", ", Fe").replace("\n", "\n\n")]
)
def test_people_one_below_the_other_are_read_without_a_programme(text: str) -> None:
    """Names with their jobs below, with blank lines, without or with them everywhere."""
    assert [(p.name, p.title) for p in read_text(text).speakers] == [
        ("Ann Archer", "Chief Executive"),
        ("Robert Baxter", "Professor of Pomology"),
        ("Carla Diaz", "Founder"),
    ]


def test_a_date_heads_the_line_of_each_lecture_of_a_series() -> None:
    """Blanks part it from what is held that day."""
    text = (
        "Autumn Seminars, 2027\n\nAll at 4pm in Room 2.\n\n5 October   Ann Archer (Lowick): What ships say to harbours\n"
        "12 October  Robert Baxter (Fenline): Counting passengers by ear\n19 October  Carla Diaz (Haltstop): Ears in the rain\n"
    )

    assert read(text) == [
        ("What ships say to harbours", ["Ann Archer"]),
        ("Counting passengers by ear", ["Robert Baxter"]),
        ("Ears in the rain", ["Carla Diaz"]),
    ]


@pytest.mark.parametrize(
    ("line", "title", "name"),
    [
        ("Sillens framtid, Jonas Wik, vd Saltverket", "Sillens framtid", "Jonas Wik"),
        ("Who drives the ferry? Director Jukka Saari, Ferries Oy", "Who drives the ferry?", "Jukka Saari"),
        ("Palestra com o jornalista Evandro Pires", "Palestra", "Evandro Pires"),
        ("Santa Messa Solenne presieduta da Mons. Angelo Rossi, vescovo", "Santa Messa Solenne", "Mons. Angelo Rossi"),
        ("Riflessione biblica Rosanna Verdi, biblista", "Riflessione biblica", "Rosanna Verdi"),
        ("Oficina de locução (Tânia Braga)", "Oficina de locução", "Tânia Braga"),
        ("開会挨拶 山田 太郎（風見大学 学長）", "開会挨拶", "山田 太郎"),
        ("Introduction de Martin Lacombe : « Semer sous la pluie ».", "Semer sous la pluie", "Martin Lacombe"),
        ('Silvia Taranti, "Breve storia del riso"', "Breve storia del riso", "Silvia Taranti"),
    ],
)
def test_one_line_among_others_may_end_in_who_speaks(line: str, title: str, name: str) -> None:
    """A job, or words that lead to who holds it, are proof without another line of the kind."""
    assert (title, [name]) in read(f"12 May 2027\n\n9:00 Registration\n10:00 {line}\n11:00 How to sell by night\n12:00 Lunch\n")


def test_what_leads_to_people_stays_with_them_on_the_line_below_a_title() -> None:
    """The words before the small one ("a cura" in "a cura di") are no part of the title."""
    text = (
        "12 maggio 2027\n\n9.30\nLE SFIDE DEL LAVORO\na cura di Francesco Pigna, Presidente della Regione\n\n"
        "10.45\nDOPO L'INVERNO. LAVORO E FUTURO\na cura di Mauro Mugnai, Segretario del Comitato\n\n13.00\nPranzo\n"
    )

    assert [title for title, _ in read(text)] == ["LE SFIDE DEL LAVORO", "DOPO L'INVERNO. LAVORO E FUTURO", "Pranzo"]


def test_a_line_below_a_break_tells_of_it() -> None:
    """What one may do in it is no session beside it."""
    text = (
        "27 June 2027\n\n13.00 - 14.00\n\nWater and what it costs\n\n17.00 - 17.40\n\nBreak\n"
        "Visit the fair and the exhibition\n\n"
        "17.40 - 18.00\n\nThe river in numbers\n"
    )

    assert [title for title, _ in read(text)] == ["Water and what it costs", "Break", "The river in numbers"]


def test_a_mail_quoted_as_a_whole_is_read_without_its_signs() -> None:
    """What was quoted in it before is another mail."""
    text = (
        ">> > Could you send the agenda?\n>\n> Sure:\n>\n> 9.30 Arrivals\n> 10.15 Budget 2028 -- Robert Baxter\n"
        "> 11.15 New website: where are we? -- Helen Tanner\n> 14.00 Finish\n"
    )

    assert [title for title, _ in read(text)] == ["Arrivals", "Budget 2028", "New website: where are we?", "Finish"]


def test_a_newspaper_in_quotes_behind_a_name_is_no_title() -> None:
    """Nor is what stands in quotes behind a label of people."""
    text = (
        "12 May 2027\n\n9:00 Registration\n10:00 Panel: Who pays for the river?\nModerator: Anna Lis, „Gazeta Tarn”\n"
        "Panelists: Marek Berg (Hydro), Johanna Kot (Clear Water)\n11:00 Lunch\n12:00 How to sell by night\n"
    )

    assert read(text)[1] == ("Panel: Who pays for the river?", ["Anna Lis", "Marek Berg", "Johanna Kot"])


def test_a_quotation_mark_that_closes_a_title_stays() -> None:
    """What stands around a title is trimmed, but not half of its quotation marks."""
    text = "12 mars 2027\n\n9h30 : Accueil\n10h00 : Table ronde – « 2027 : quels combats ? »\n12h00 : Déjeuner\n"

    assert read(text)[1] == ("Table ronde – « 2027 : quels combats ? »", [])


def test_comments_of_a_data_file_are_no_headings() -> None:
    """Lines in a row behind number signs say how the file is written, not what is held."""
    text = (
        "# Fields are parted by bars.\n# First comes the begin, then the end.\n# Notes follow below.\n\n"
        "# ---\n# TALKS\n# ---\n\n12 May 2027\n\n9:00 | 10:00 | Sleeping sensors\n10:00 | 11:00 | Wires that hum\n"
        "11:00 | 12:00 | Lunch\n"
    )

    assert [title for title, _ in read(text)] == ["Sleeping sensors", "Wires that hum", "Lunch"]


def test_a_sentence_on_what_somebody_does_besides_is_no_part_of_the_post() -> None:
    """Nor does it name who else speaks."""
    text = (
        "12 May 2027\n\n9:00 Registration\n10:00 Panel: Who reads the fairs?\n"
        "Speakers: Lucien Barrow, historian, Society of Fairs. He also edits the review Furrows with Helen Tanner.\n"
        "Odile Perrin, lecturer, University of Tarn\n11:00 Lunch\n12:00 How to sell by night\n"
    )

    assert [(p.name, p.title, p.company) for p in read_text(text).speakers] == [
        ("Lucien Barrow", "historian", "Society of Fairs"),
        ("Odile Perrin", "lecturer", "University of Tarn"),
    ]


def test_a_long_line_below_a_few_words_tells_of_them() -> None:
    """It names nobody and stands in the block of the title: what is done then, no session beside it."""
    text = (
        "27 June 2027\n\n13.00 - 14.00\n\nWater and what it costs\n\n17.40 - 18.00\n\nCultural intermezzo\n\n18.00 - 18.15\n\n"
        "Ceremonial moment\nPresentation of a gift of the authority for the whole country to a special guest\n\n"
        "18.15 - 20.00\n\nFair and drinks\n"
    )

    assert [title for title, _ in read(text)][2:] == ["Ceremonial moment", "Fair and drinks"]
