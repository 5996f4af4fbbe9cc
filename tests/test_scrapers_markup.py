"""Text marked up by hand: what of its source is text, what is an element, what tells a program what to do."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from scrapers import read_source
from scrapers._documents.markup import is_markup, page_of_markup
from scrapers._html.page import parse
from scrapers._people.affiliation import split_affiliation


def shown(text: str) -> str:
    """What the body of the page a text stands for shows, its lines parted by bars."""
    page = page_of_markup(text)[0].replace("<br>", " | ").replace("</p>", " | ")
    return " ".join(parse(page).find_all("body")[0].text().split()).strip(" |")


def read(folder: Path, text: str, name: str = "programme.md") -> list[tuple[str, str | None, list[str]]]:
    """Title, start and people of each session in a file of a text."""
    (folder / name).write_text(text)
    agenda = read_source(str(folder / name))
    names = {p.id: p.name for p in agenda.speakers}
    return [(s.title, s.start, [names[i] for i in s.speakers]) for s in agenda.sessions]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('Talk ![a reed](img/reed.svg "Reed") ![][logo]', "Talk"),
        ('[Reeds](t/1){:target="_blank"} and rushes[^2]', "Reeds and rushes"),
        ("[Reeds][1] and [rushes]\n\n[1]: t/1\n[rushes]: <t/2> 'Rushes'", "Reeds and rushes"),
        ("See :ref:`the talk <t1>`, `that one`_", "See the talk, that one"),
        (r"10\:00 \- Reeds \[new\] 5\*", "10:00 - Reeds [new] 5*"),
        ("** Reeds ** at dawn", "Reeds at dawn"),
        ("> ## Reeds\n> Rushes", "Reeds Rushes"),
        ("## Reeds in C# ##\n## Rushes {#r}\n=== Eels ===", "Reeds in C# Rushes Eels"),
        ("Reeds\n{: .note}\n{#reeds}", "Reeds"),
        ("- [ ] Reeds\n- [x] Rushes", "Reeds Rushes"),
        ("Reeds <a/> and rushes", "Reeds and rushes"),
        ("<style>\n\ntd { color: red }\n</style>\nReeds", "Reeds"),
    ],
)
def test_only_what_a_reader_sees_is_text(source: str, text: str) -> None:
    """Attributes, references, notes, escapes and quotes of the source are no text; the links they make are."""
    assert shown(source) == text


def test_a_line_that_its_author_ends_is_not_joined_to_the_next() -> None:
    """Two blanks or a stroke at the end break a line, also where the next begins small."""
    text = "**14 May 2027**  \nbefore nine: tea\\\nafter: reeds\nthat goes on"

    assert shown(text) == "14 May 2027 | before nine: tea | after: reeds that goes on"


def test_what_a_generator_is_told_of_a_page_makes_it_markup() -> None:
    """A text below front matter is marked up by hand however plain it is; its title, if no page's, is the event's."""
    front = '---\ntitle: "{}"\n---\n\n# Reed Days\n\nNine talks'

    assert is_markup("---\nlayout: page\n---\nNine talks")
    assert not is_markup("---\nNine talks\n---\n")
    assert "<title>Rush Week</title>" in page_of_markup(front.format("Rush Week"))[0]
    assert "<title>Reed Days</title>" in page_of_markup(front.format("Programme"))[0]


TABLE = """---
layout: page
title: Programme
---

Programme
=========

<table>
  <tr>
    <th>Time</th>
    <th>3 May 2027</th>
  </tr>

  <tr>
    <td>9:00</td>
    <td>
      <a
        href="/t/1">Reeds by night</a><br/>
      {{ site.talks }}
      Ana Berg
    </td>
  </tr>
  <tr>
    <td>10:00</td>
    <td>Coffee</td>
  </tr>
  <tr>
    <td>10:30</td>
    <td>**Rushes** at dawn</td>
  </tr>
</table>

Speakers
========

* Ana Berg
* Tom Lindqvist
* Gwen Ashby
* Mei Fong
"""


def test_html_within_markdown_stays_html(tmp_path: Path) -> None:
    """A table of elements is read as one, whatever its lines look like, and lists in Markdown may follow it.

    Who is listed under a heading of speakers is one, also where nothing else is told of them.
    """
    assert read(tmp_path, TABLE) == [
        ("Reeds by night", "2027-05-03T09:00:00", ["Ana Berg"]),
        ("Coffee", "2027-05-03T10:00:00", []),
        ("Rushes at dawn", "2027-05-03T10:30:00", []),
    ]
    speakers = [p.name for p in read_source(str(tmp_path / "programme.md")).speakers]
    assert speakers == ["Ana Berg", "Tom Lindqvist", "Gwen Ashby", "Mei Fong"]


def test_a_field_that_names_people_is_text(tmp_path: Path) -> None:
    """`:Speaker: Ana Berg`, in fields or properties, names who speaks; other fields tell a program what to do."""
    text = (
        "Reed Days\n=========\n\n14 May 2027\n\n9:00 Reeds by night\n---------------\n\n:Speaker: Ana Berg\n:toc-depth: 2\n\n"
    )
    text += "10:00 Rushes at dawn\n--------------------\n\n:Speaker: Tom Lindqvist\n:Language: en\n"

    assert read(tmp_path, text, "programme.rst") == [
        ("Reeds by night", "2027-05-14T09:00:00", ["Ana Berg"]),
        ("Rushes at dawn", "2027-05-14T10:00:00", ["Tom Lindqvist"]),
    ]


def test_lines_that_open_with_dates_and_are_followed_by_times_head_days(tmp_path: Path) -> None:
    """A theme as long as you like may stand behind the date, where the dates of such lines follow each other."""
    days = "".join(
        f"**2027-05-{day} {theme}**  \n09:00 - 10:00 {one}  \n11:00 - 12:00 {two}\n\n"
        for day, theme, one, two in (
            (14, "Foundations", "Reeds by night", "Rushes at dawn"),
            (15, "Instruments for measuring wetlands", "Eels that listen", "Counting by ear"),
        )
    )

    assert [(title, start) for title, start, _ in read(tmp_path, f"# Reed Days\n\n{days}")] == [
        ("Reeds by night", "2027-05-14T09:00:00"),
        ("Rushes at dawn", "2027-05-14T11:00:00"),
        ("Eels that listen", "2027-05-15T09:00:00"),
        ("Counting by ear", "2027-05-15T11:00:00"),
    ]


def test_a_long_title_may_end_with_a_stop(tmp_path: Path) -> None:
    """The one line beside the people of a time is what they speak of; several sentences are told about it."""
    talks = (
        ("9:00", "Ana Berg, Tom Lindqvist", "Sediment and memory in managed rivers of the lowland: a comparison of dredged "
         "and undredged reaches over twelve years."),
        ("9:30", "Gwen Ashby", "What the eels told us: tracking migration below thirty-one weirs between 2014 and 2026."),
        ("10:00", "Mei Fong, Eva Holm", "Short rivers."),
        ("10:30", "Finn Aalto", "Calibrating stage and discharge from photographs that passing anglers take of bridges."),
    )  # fmt: skip
    points = "".join(f"- **{at}** {people}  \n[*{title}*](abstracts/{at})\n\n" for at, people, title in talks)
    found = read(tmp_path, f"# Reed Days\n\n## Friday, 14 May 2027\n\n{points}")

    assert [(title, people) for title, _, people in found] == [(title, people.split(", ")) for _, people, title in talks]


def test_short_lines_are_not_taken_for_wrapped_ones() -> None:
    """A text is wrapped only where most of its lines had no room for the next word."""
    text = "**9:00**\nReeds by night\nAna Berg\n\n**10:00**\nThe memory of rushes\nTom Lindqvist"

    assert shown(text) == "9:00 | Reeds by night | Ana Berg | 10:00 | The memory of rushes | Tom Lindqvist"


def test_a_heading_leads_the_time_below_its_speaker(tmp_path: Path) -> None:
    """Who speaks may stand between a title and its time: a heading heads what follows it, not what stands above."""
    talks = (("Reeds by night", "Ana Berg", "9:00 - 9:45"), ("Rushes at dawn", "Tom Lindqvist", "9:45 - 10:30"),
             ("Counting by ear", "Gwen Ashby", "11:00 - 11:45"))  # fmt: skip
    text = "# Reed Days\n\n## 14 May 2027\n\n" + "".join(
        f"### {title}\n**Speaker:** {name}, Tarn AG  \n**When:** {time}  \n**Where:** Hall 2\n\nWe walk and look.\n\n"
        for title, name, time in talks
    )

    assert [(title, people) for title, _, people in read(tmp_path, text)] == [(title, [name]) for title, name, _ in talks]


def test_labels_in_bold_type_say_where_somebody_works(tmp_path: Path) -> None:
    """What stands behind a label is told without it, whether the colon is in bold type or behind it."""
    talks = (("Reeds by night", "9:00", "Ana Berg", "Tarn AG"), ("Rushes at dawn", "9:45", "Tom Lindqvist", "Moorwork"),
             ("Counting by ear", "11:00", "Gwen Ashby", "Fen GmbH"))  # fmt: skip
    text = "# Reed Days\n\n## 14 May 2027\n\n" + "".join(
        f"### {title}\n\n- **Time**: {time}\n- **Speaker**: {name}\n- **Company**: {company}\n\n"
        for title, time, name, company in talks
    )
    read(tmp_path, text)

    people = read_source(str(tmp_path / "programme.md")).speakers
    assert [(p.name, p.title, p.company) for p in people] == [(name, None, company) for *_, name, company in talks]
    assert split_affiliation("Affiliation: Head of Reeds, Tarn AG") == ("Head of Reeds", "Tarn AG")


def test_a_cell_may_name_who_speaks_above_the_title(tmp_path: Path) -> None:
    """Lines within the cell of a title are told apart as on a page."""
    text = "# Reed Days\n\n## 14 May 2027\n\n| Time | What |\n|--|--|\n| 9:00 | **Ana Berg** (Reed Lab)<br>Reeds by night |\n"
    text += "| 9:45 | **Tom Lindqvist** (Moor GmbH)<br>Rushes at dawn |\n| 10:30 | Gwen Ashby: Counting by ear |\n"

    assert [(title, people) for title, _, people in read(tmp_path, text)] == [
        ("Reeds by night", ["Ana Berg"]),
        ("Rushes at dawn", ["Tom Lindqvist"]),
        ("Counting by ear", ["Gwen Ashby"]),
    ]


def test_points_below_a_heading_are_no_table(tmp_path: Path) -> None:
    """Commas in every point of a list do not make columns of them."""
    points = "".join(
        f'- "{title}", {name}\n'
        for title, name in (
            ("Reeds by night", "Ana Berg"), ("Rushes at dawn", "Tom Lindqvist"), ("Counting by ear", "Gwen Ashby"),
            ("Eels that listen", "Mei Fong"),
        )
    )  # fmt: skip

    assert [title for title, _, _ in read(tmp_path, f"# Reed Days\n\n14 May 2027, Fenwick\n\n## Talks\n\n{points}")] == [
        "Reeds by night",
        "Rushes at dawn",
        "Counting by ear",
        "Eels that listen",
    ]


@pytest.mark.parametrize("panel", ["Panel Discussion - Unexpected Wetlands", "Panel – Digital Rivers"])
def test_what_a_panel_is_about_is_nobody(panel: str, tmp_path: Path) -> None:
    """Several sit on a panel: two words behind one, which may be a name for all we know, are its topic."""
    text = (
        f"# Reed Days\n\n## 14 May 2027\n\n| Time | What |\n|--|--|\n| 9:00 | Ana Berg: Reeds by night |\n| 9:45 | {panel} |\n"
    )
    text += "| 10:30 | Tom Lindqvist: Rushes at dawn |\n| 11:15 | Gwen Ashby - Counting by ear |\n"

    assert read(tmp_path, text)[1] == (panel, "2027-05-14T09:45:00", [])


def test_father_and_son_are_two_people(tmp_path: Path) -> None:
    """A junior and a senior of one name are told apart; what stands behind the kind and a name is a title like the others."""
    text = "# Reed Days\n\n## 14 May 2027\n\n09:00 - 10:00 Tom Lindqvist, Sr. - Reeds by night and what they tell us\n\n"
    text += "10:00 - 11:00 Workshop: Tom Lindqvist, Jr. - Data synthesis / feature engineering\n\n"
    text += "11:00 - 12:00 Workshop: Ana Berg - Introduction to rushes at dawn\n\n12:00 Gwen Ashby - Counting reeds by ear\n"

    assert [(title, people) for title, _, people in read(tmp_path, text)][:2] == [
        ("Reeds by night and what they tell us", ["Tom Lindqvist, Sr."]),
        ("Workshop: Data synthesis / feature engineering", ["Tom Lindqvist, Jr."]),
    ]


TALKS = [("9:00", "Reeds by night", "Ana Berg"), ("9:45", "Rushes at dawn", "Tom Lindqvist"), ("10:30", "Coffee", "")]
TABLES = {
    "a wiki": ("= Reed Days =\n== 14 May 2027 ==\n{| class=\"wikitable\"\n|-\n! Time !! Talk !! Speaker\n",
               "|-\n| {at} || style=\"x\" | '''{title}'''\n| [[User:X|{name}]]\n", "|}\n"),
    "bars in links": ("====== Reed Days ======\n===== 14 May 2027 =====\n| Time | Talk | Speaker |\n",
                      "| {at} | [[talk:x|{title}]] | {name} |\n", ""),
    "short rules": ("Reed Days\n=========\n\n14 May 2027\n-----------\n\n======  =================  ========\n"
                    "Time    Talk               Speaker\n======  =================  ========\n",
                    "{at:6}  {title:17}  {name}\n", "======  =================  ========\n"),
    "a rule below the head": ("# Reed Days\n\n## 14 May 2027\n\nTime    Talk               Speaker\n"
                              "------  -----------------  ------\n",
                              "{at:6}  {title:17}  {name}\n", ""),
    "commas": ("Reed Days\n=========\n\n14 May 2027\n-----------\n\n.. csv-table:: Talks\n"
               "   :header: \"Time\", \"Talk\", \"Speaker\"\n"
               "   :widths: 1, 2, 3\n\n", "   \"{at}\", \"{title}\", \"{name}\"\n", ""),
    "commas between bars": ("= Reed Days\n\n== 14 May 2027\n\n[format=csv]\n|===\nTime,Talk,Speaker\n", "{at},{title},{name}\n",
                            "|===\n"),
}  # fmt: skip


@pytest.mark.parametrize("kind", TABLES)
def test_every_markup_has_its_tables(kind: str, tmp_path: Path) -> None:
    """Wikis, reStructuredText, AsciiDoc and Markdown part cells by bars, rules, commas and columns of blanks."""
    above, row, below = TABLES[kind]
    text = above + "".join(row.format(at=at, title=title, name=name) for at, title, name in TALKS) + below

    assert [(title, people) for title, _, people in read(tmp_path, text, "programme.txt")] == [
        ("Reeds by night", ["Ana Berg"]),
        ("Rushes at dawn", ["Tom Lindqvist"]),
        ("Coffee", []),
    ]


def test_apostrophes_of_wikis_are_type() -> None:
    """Two and three of them around words make these slanted and bold; one is one."""
    assert shown("== Talks ==\n* '''9:00''' ''Reeds'' and the river's end [https://x.example slides]") == (
        "Talks 9:00 Reeds and the river's end slides"
    )


@pytest.mark.parametrize("line", ["# a" + "#" * 40_000 + "b", "= a" + "=" * 40_000 + "b", "{|\n" * 15_000, "''a" * 20_000])
def test_odd_lines_are_read_quickly(line: str) -> None:
    """No line makes the reader look at the rest of it again and again."""
    start = time.process_time()
    page_of_markup(f"# Talks\n\n{line}\n")
    assert time.process_time() - start < 2
