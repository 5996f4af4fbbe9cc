"""Where the inline elements of a line part it into pieces."""

from __future__ import annotations

import pytest

from scrapers._html.lines import lines_of_page
from scrapers._html.page import parse


@pytest.mark.parametrize(
    ("markup", "pieces"),
    [
        ("Ines Sollberg <span>Fleet Director, Norvik Parcels</span>", ["Ines Sollberg", "Fleet Director, Norvik Parcels"]),
        ("<span>Carla Reyes</span> <span>Editor</span>", ["Carla Reyes", "Editor"]),
        ("Thursday <span>5 March</span> 2026", ["Thursday 5 March 2026"]),
        ("<span>09:00</span> <span>to 10:30</span>", ["09:00 to 10:30"]),
        ("佐々木 梢<span>氏</span>", ["佐々木 梢氏"]),
        ("<b>Keynote 2</b><em>The New Mangrove Imperative</em>", ["Keynote 2", "The New Mangrove Imperative"]),
        ("<b>Keynote 2</b> <em>from the coast</em>", ["Keynote 2 from the coast"]),
        ("<span class='name'><b>Lunch</b> on a <b>boat</b></span>", ["Lunch on a boat"]),
    ],
)
def test_a_bare_span_parts_a_line_but_no_moment_and_no_word(markup: str, pieces: list[str]) -> None:
    """A span without a class is a mark its writer set; dates, clocks and honorifics stay whole, and what has a name."""
    assert [p.text for p in lines_of_page(parse(f"<p>{markup}</p>")).pieces] == pieces


@pytest.mark.parametrize(
    ("markup", "pieces"),
    [
        ("<b>Learning to see</b>, <a>Ann Archer</a> (Acme)", ["Learning to see, Ann Archer (Acme)"]),
        ("<b>Ann Archer</b> (Acme)", ["Ann Archer (Acme)"]),
        ("<b>Learning to see</b> (Room 4)", ["Learning to see", "(Room 4)"]),
    ],
)
def test_a_bracket_behind_a_name_stays_with_it(markup: str, pieces: list[str]) -> None:
    """In whatever style a name is set, the bare bracket behind it says where that person works."""
    assert [p.text for p in lines_of_page(parse(f"<p>{markup}</p>")).pieces] == pieces


@pytest.mark.parametrize(
    ("markup", "pieces"),
    [
        ("王小明,样例云        从零写一个异步运行时", ["王小明,样例云", "从零写一个异步运行时"]),
        ("Why we sell&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; Ann Archer, Acme", ["Why we sell", "Ann Archer, Acme"]),
        ("Why we sell   what we make", ["Why we sell what we make"]),
        ("Why we sell\n          what we make", ["Why we sell what we make"]),
    ],
)
def test_a_row_of_blanks_parts_a_line_into_columns(markup: str, pieces: list[str]) -> None:
    """Who types many blanks side by side makes columns; blanks behind a line's end only indent the source."""
    assert [p.text for p in lines_of_page(parse(f"<p>{markup}</p>")).pieces] == pieces


@pytest.mark.parametrize(
    ("markup", "pieces"),
    [
        ("Glass of Li<sub>4</sub>Ti<sub>5</sub>O<sub>12</sub> in kilns", ["Glass of Li4Ti5O12 in kilns"]),
        ("<i>The 10<sup>th</sup> forum of mills</i>", ["The 10th forum of mills"]),
        ("<span class='what'>The LiNH<sub>2-x</sub> jar</span>", ["The LiNH2-x jar"]),
        ("<b>Ines Sollberg</b> <sub>Norvik Parcels, Bern</sub>", ["Ines Sollberg", "Norvik Parcels, Bern"]),
    ],
)
def test_raised_and_lowered_signs_are_part_of_their_word(markup: str, pieces: list[str]) -> None:
    """A formula or an ordinal number parts no line, whatever style it stands in; a whole phrase set small does."""
    assert [p.text for p in lines_of_page(parse(f"<p>{markup}</p>")).pieces] == pieces


def test_the_marks_of_a_spelling_check_part_no_line() -> None:
    """Word saves pages with spans around names it does not know, and notes what is a place; neither is seen."""
    line = "Werner <span class=SpellE>Quistrup</span> (<st1:City><st1:place>Sealtown</st1:place></st1:City>)"

    assert [p.text for p in lines_of_page(parse(f"<p><span lang=EN>{line}</span></p>")).pieces] == [
        "Werner Quistrup (Sealtown)"
    ]


@pytest.mark.parametrize(
    ("markup", "pieces"),
    [
        ("■ Ann Archer", ["Ann Archer"]),
        ("<span class='mark'>●</span> <b>Ann Archer</b>", ["Ann Archer"]),
        ("▶\ufe0f <i>Why we sell</i>", ["Why we sell"]),
        ("<span class='mark'>■</span>", []),
        ("Tea ■ Cakes", ["Tea ■ Cakes"]),
        ("» Abelhas e ensino", ["Abelhas e ensino"]),
        ("› <b>Warum Bienen tanzen</b>", ["Warum Bienen tanzen"]),
        ("» Warum Bienen tanzen «", ["» Warum Bienen tanzen «"]),
    ],
)
def test_a_bullet_printed_before_a_line_is_no_part_of_it(markup: str, pieces: list[str]) -> None:
    """Also one in an element of its own; a line of nothing else is none."""
    assert [p.text for p in lines_of_page(parse(f"<p>{markup}</p>")).pieces] == pieces


@pytest.mark.parametrize("comma", ["،", "、", "，", "؛"])
def test_commas_of_other_scripts_go_on_a_line_as_ours_do(comma: str) -> None:
    """Behind a name in bold an Arabic or a Chinese comma begins no part of the line."""
    markup = f"<p><b>Ann Archer</b>{comma} Old wells and new</p>"

    assert [piece.text for piece in lines_of_page(parse(markup)).pieces] == [f"Ann Archer{comma} Old wells and new"]


SENTENCES = "Most of them are old. We look at what their owners could do."


@pytest.mark.parametrize(
    ("markup", "pieces"),
    [
        (f"<b>Why cranes fail</b> - {SENTENCES}", ["Why cranes fail", SENTENCES]),
        (f"<b>Why cranes fail:</b> {SENTENCES}", ["Why cranes fail", SENTENCES]),
        (f"9:30 am <b>Why cranes fail</b> - {SENTENCES}", ["9:30 am", "Why cranes fail", SENTENCES]),
        (f"<b>Why cranes fail –</b> {SENTENCES}", ["Why cranes fail", SENTENCES]),
        (f"<a href='/7'>Why cranes fail</a>: {SENTENCES}", ["Why cranes fail", SENTENCES]),
        (f"<b>Why cranes fail</b> - Ann Archer - {SENTENCES}", ["Why cranes fail", "Ann Archer", SENTENCES]),
        (f"<b>Moderator:</b> {SENTENCES}", [f"Moderator: {SENTENCES}"]),
        (f"<b>Panel discussion:</b> {SENTENCES}", [f"Panel discussion: {SENTENCES}"]),
        (f"<b>Talk outline:</b> {SENTENCES} <b>Talk outline:</b>", [f"Talk outline: {SENTENCES}", "Talk outline:"]),
        ("<b>Why cranes fail</b> - Ann Archer, CFO, Acme Ltd.", ["Why cranes fail - Ann Archer, CFO, Acme Ltd."]),
        ("<b>Why cranes fail:</b> what ten years of wind and salt have done", [
            "Why cranes fail: what ten years of wind and salt have done"
        ]),
    ],
)  # fmt: skip
def test_a_lead_is_parted_from_the_sentences_that_explain_it(markup: str, pieces: list[str]) -> None:
    """The dash or colon between them belongs to neither; labels, people and subtitles stay with what they stand at."""
    assert [p.text for p in lines_of_page(parse(f"<p>{markup}</p>")).pieces] == pieces
