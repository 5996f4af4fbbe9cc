"""Pages whose class names are no words: those of one name look alike all the same."""

from __future__ import annotations

import pytest

from scrapers._html.class_names import class_of, spell_shared
from scrapers._html.lines import lines_of_page
from scrapers._html.page import parse


def _styles(markup: str, times: int = 3) -> list[str]:
    """The formats of the pieces of one record in a page of several."""
    pieces = lines_of_page(parse(f"<body>{markup * times}</body>")).pieces
    return [piece.style for piece in pieces[: len(pieces) // times]]


@pytest.mark.parametrize("names", ["c48211 c91730 c20114", "_x7f2k_1 _t3hq9_2 _who_k81x_3", "css-1tuq0 css-9vk2e css-77xkp"])
def test_names_made_of_numbers_tell_looks_apart(names: str) -> None:
    """What shares a name that some tool made has one format, and what has another name has another."""
    time, title, who = names.split()
    record = (
        f'<div><div class="{time}">09:00</div><div class="{title}">Old wells</div><div class="{who}">Ann Archer</div></div>'
    )

    assert len(set(_styles(record))) == 3
    assert len(set(_styles(record, times=1))) == 1


@pytest.mark.parametrize(
    "names", [("col-md-4", "col-md-8"), ("w40", "w60"), ("text-gray-500", "text-gray-900"), ("p-2", "mt-4")]
)
def test_names_of_places_and_distances_tell_no_looks(names: tuple[str, str]) -> None:
    """Columns of a grid, widths and margins differ between lines that look alike."""
    one, two = names

    assert len(set(_styles(f'<div class="{one}">Old wells</div><div class="{two}">New wells</div>'))) == 1


def test_the_weight_of_letters_tells_a_look() -> None:
    """Of several names for colours and distances the one for bold letters names the format."""
    record = '<p class="mt-2 text-sm font-semibold">Old wells</p><p class="mt-2 text-sm">Ann Archer</p>'

    assert len(set(_styles(record))) == 2


def test_words_name_an_element_before_numbers_do() -> None:
    """A name that is a word stays the one by which an element goes, and what style sheets hide keeps its name."""
    tree = parse(
        '<p class="c4811 title">A</p><p class="c4811 title">B</p><p class="c4811 title">C</p>' + '<p class="c77">D</p>' * 3
    )
    spell_shared(tree, {"c77"})

    assert [class_of(node) for node in tree.find_all("p")] == [".title"] * 3 + [""] * 3
