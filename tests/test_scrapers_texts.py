"""Text marked up by hand: Markdown, AsciiDoc, reStructuredText, Org; mails and text laid out in columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrapers import read_source
from scrapers._documents.markup import page_of_markup
from scrapers._tables.tables import records_of


def test_tables_of_markdown_are_rows_without_marks() -> None:
    """Headings stay as rows of one cell, links and emphasis give their text."""
    text = "## Day 1\n\n| Time | Talk |\n| --- | :-: |\n| 9:00 | [**Robots**](#robots) |\n"

    assert page_of_markup(text)[1] == [["Day 1"], ["Time", "Talk"], ["9:00", "Robots"]]


def test_a_clock_may_head_a_table() -> None:
    """Rows below a line of one clock take place then, when they have no time of their own."""
    text = "## 10:35 - 11:20\n\n| Room | Title | Speaker |\n| --- | --- | --- |\n| Hall 1 | Robots | Ana Berg |\n"

    assert records_of(page_of_markup(text)[1]) == [
        {"Room": "Hall 1", "Title": "Robots", "Speaker": "Ana Berg", "time": "10:35 - 11:20"}
    ]


def test_who_signs_a_mail_is_no_speaker(tmp_path: Path) -> None:
    """The signature below a closing formula is left out of the last session."""
    source = tmp_path / "mail.txt"
    source.write_text(
        "14 May 2026\n\n9:00 Pricing by hand - Ana Berg, CEO, Tarn AG\n10:00 Lunch\n\nKind regards,\nTom Lindqvist\n",
        encoding="utf-8",
    )

    assert [speaker.name for speaker in read_source(str(source)).speakers] == ["Ana Berg"]


MAIL = """From: Events <events@tarn.example>
To: Delegates
Date: Tue, 2 Mar 2027 16:41:07 +0000
Subject: Pricing day - running order

We look forward to Thursday 11 March 2027. Questions? Call 01286 555 010 between 10:00 and 16:00.

    0900  Arrival
    0930  Pricing by hand - Ana Berg
    1030  Selling at night - Tom Lindqvist
    1115  Break
"""


def test_a_mail_is_its_programme_not_its_head(tmp_path: Path) -> None:
    """When a mail was sent and when somebody answers the telephone is no session; clocks may lack their colon."""
    source = tmp_path / "mail.txt"
    source.write_text(MAIL, encoding="utf-8")

    assert [(s.start, s.title) for s in read_source(str(source)).sessions] == [
        ("2027-03-11T09:00:00", "Arrival"),
        ("2027-03-11T09:30:00", "Pricing by hand"),
        ("2027-03-11T10:30:00", "Selling at night"),
        ("2027-03-11T11:15:00", "Break"),
    ]


COLUMNS = """
 Time            Ballroom                       Gallery

 09:30 - 10:15   Rust never sleeps: sensors     Ropeways of the Andes
                 for hidden steel               Tom Lindqvist
                 Ana Berg                       Norvik Labs
                 CEO, Tarn AG

 10:15 - 10:30                Coffee break

 10:30 - 11:15   Timber spans beyond            Reading old drawings
                 forty metres                   Mei Fong
                 Priya Nair                     Lumen GmbH
"""


def test_titles_may_go_on_below_in_their_column(tmp_path: Path) -> None:
    """Text laid out in columns is a table: lines of a cell belong together, what stands between columns is for all."""
    source = tmp_path / "programme.txt"
    source.write_text(COLUMNS, encoding="utf-8")
    agenda = read_source(str(source))

    assert [(s.title, s.room) for s in agenda.sessions if s.kind != "break"] == [
        ("Rust never sleeps: sensors for hidden steel", "Ballroom"),
        ("Ropeways of the Andes", "Gallery"),
        ("Timber spans beyond forty metres", "Ballroom"),
        ("Reading old drawings", "Gallery"),
    ]
    assert [(p.name, p.company) for p in agenda.speakers][:2] == [("Ana Berg", "Tarn AG"), ("Tom Lindqvist", "Norvik Labs")]


def test_headings_of_talks_without_times_name_their_speakers(tmp_path: Path) -> None:
    """A Markdown list of accepted talks is read though no clock stands anywhere."""
    source = tmp_path / "talks.md"
    talks = (
        ("Ana Berg", "Pricing things by hand"),
        ("Tom Lindqvist", "Selling at night"),
        ("Mei Fong", "Rethinking a calendar"),
    )
    texts = ("How it goes, in detail, with many examples.", "Why not, after all?", "The wall and its dates, reconsidered.")
    body = "\n\n".join(f"### {who}: {what}\n\nAbstract: {text}" for (who, what), text in zip(talks, texts, strict=True))
    source.write_text(f"# Accepted talks\n\n{body}\n", encoding="utf-8")
    agenda = read_source(str(source))

    assert [s.title for s in agenda.sessions] == [what for _, what in talks]
    assert [p.name for p in agenda.speakers] == [who for who, _ in talks]


def test_what_a_page_says_above_its_text_may_be_the_programme(tmp_path: Path) -> None:
    """TOML or YAML at the top of a Markdown file is read when it holds sessions; else the text below is."""
    rows = "".join(f'{{ title = "Talk about {word}", start = 2027-05-10T{10 + i}:00:00 }},\n' for i, word in enumerate("abc"))
    source = tmp_path / "program.md"
    source.write_text(f"+++\ntitle = 'Programme'\nprogram_elements = [\n{rows}]\n+++\n\nSubject to change.\n")
    below = tmp_path / "below.md"
    below.write_text("---\ntitle: Programme\ndate: 2027-05-10\n---\n\n- 9:00 Pricing by hand\n- 10:00 Selling at night\n")

    assert [session.start for session in read_source(str(source)).sessions] == [
        f"2027-05-10T{hour}:00:00" for hour in (10, 11, 12)
    ]
    assert [session.title for session in read_source(str(below)).sessions] == ["Pricing by hand", "Selling at night"]


def names_of(source: Path) -> list[tuple[str, str | None, list[str]]]:
    """Title, start and people of each session read from a file."""
    agenda = read_source(str(source))
    names = {speaker.id: speaker.name for speaker in agenda.speakers}
    return [(s.title, s.start, [names[i] for i in s.speakers]) for s in agenda.sessions]


MARKUPS = {
    "program.md": "# Cold Chain Day\n\n## 14 May 2027\n\n* 9:00 - 9:30 Ana Berg: Pricing by hand\n"
    "* 9:30 - 10:00 Tom Lindqvist: Selling at night\n* 10:00 - 10:30 Coffee\n* 10:30 - 11:00 Mei Fong: Roads of salt\n",
    "program.adoc": '= Cold Chain Day\n\n[cols="1,3,2",options="header"]\n|===\n|Time |What |Who\n3+|*14 May 2027*\n'
    "|9:00-9:30 |Pricing by hand |Ana Berg\n|9:30-10:00 |Selling at night\na|Tom Lindqvist\n|10:00-10:30 |Coffee |\n"
    "|10:30-11:00 |Roads of salt |Mei Fong\n|===\n",
    "program.rst": "Cold Chain Day\n==============\n\n14 May 2027\n-----------\n\n.. list-table::\n   :header-rows: 1\n\n"
    "   * - Time\n     - Title\n     - Speaker\n   * - 9:00-9:30\n     - Pricing by hand\n     - Ana Berg\n   * - 9:30-10:00\n"
    "     - Selling at night\n     - Tom Lindqvist\n   * - 10:00-10:30\n     - Coffee\n     -\n   * - 10:30-11:00\n"
    "     - Roads of salt\n     - Mei Fong\n",
    "program.org": "#+TITLE: Cold Chain Day\n\n* 14 May 2027\n\n| Start | End   | Title            | Speaker       |\n"
    "|-------+-------+------------------+---------------|\n| 9:00  | 9:30  | Pricing by hand  | Ana Berg      |\n"
    "| 9:30  | 10:00 | Selling at night | Tom Lindqvist |\n| 10:00 | 10:30 | Coffee           |               |\n"
    "| 10:30 | 11:00 | Roads of salt    | Mei Fong      |\n",
}


@pytest.mark.parametrize("name", MARKUPS)
def test_text_marked_up_by_hand_is_read_like_a_page(name: str, tmp_path: Path) -> None:
    """Headings, points of lists and tables mean the same in Markdown, AsciiDoc, reStructuredText and Org."""
    (tmp_path / name).write_text(MARKUPS[name])

    assert names_of(tmp_path / name) == [
        ("Pricing by hand", "2027-05-14T09:00:00", ["Ana Berg"]),
        ("Selling at night", "2027-05-14T09:30:00", ["Tom Lindqvist"]),
        ("Coffee", "2027-05-14T10:00:00", []),
        ("Roads of salt", "2027-05-14T10:30:00", ["Mei Fong"]),
    ]


def test_a_cell_of_speakers_may_hold_what_takes_place(tmp_path: Path) -> None:
    """Where the cell of titles is empty and nobody is named, the cell of speakers is the title."""
    source = tmp_path / "program.md"
    source.write_text(
        "| Time | Speaker | Title |\n|--|--|--|\n| 9:00 | Ana Berg | Pricing by hand |\n| 10:00 | *Open discussion* | |\n"
    )

    assert [(title, people) for title, _, people in names_of(source)] == [
        ("Pricing by hand", ["Ana Berg"]),
        ("Open discussion", []),
    ]


def test_brackets_that_only_point_elsewhere_are_no_part_of_a_title() -> None:
    """Links to slides in brackets fall away; lines wrapped at a width are one line; comments of the source are not read."""
    text = "# Talks\n\n<!-- - 8:00 Old\n -->\n- 9:00 Pricing by hand ([slides](a.pdf), [video](b))\n\n"
    text += "A line of a text that is wrapped at\nForty letters\n"

    assert page_of_markup(text)[0] == (
        "<html><title>Talks</title><body><h1>Talks</h1><ul><li>9:00 Pricing by hand</li></ul>"
        "<p>A line of a text that is wrapped at Forty letters</p></body></html>"
    )
