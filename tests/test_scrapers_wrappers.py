"""Elements that only wrap: a page reads the same however many boxes its texts stand in."""

from __future__ import annotations

import time

import pytest

from scrapers._html.lines import Lines, lines_of_page
from scrapers._html.page import parse


def _lines(markup: str) -> Lines:
    return lines_of_page(parse(markup))


PLAIN = (
    "<table><tr><td class='when'>09:00</td><td>Opening <b>Ida Holm</b></td></tr></table><ul class='talks'><li>Kelp</li></ul>"
)


@pytest.mark.parametrize(
    "wrapped",
    [
        PLAIN.replace("Opening <b>Ida Holm</b>", "<div>Opening <b>Ida Holm</b></div>"),
        PLAIN.replace("Opening <b>Ida Holm</b>", "\n<p>Opening <b>Ida Holm</b></p>\n"),
        PLAIN.replace("09:00", "<div><div> <p>09:00</p></div></div>"),
        PLAIN.replace("09:00", "<div><span><span>09:00</span></span></div>"),
    ],
)
def test_bare_elements_around_all_a_box_holds_change_nothing(wrapped: str) -> None:
    """A bare `div`, `p` or `span` that holds all a cell or an item holds is nothing a reader sees."""
    assert _lines(wrapped) == _lines(PLAIN)


def test_a_bare_span_stays_where_other_elements_of_its_kind_have_none() -> None:
    """Titles in spans and speakers without, in paragraphs that are otherwise alike: the span sets them apart."""
    styles = [p.style for p in _lines("<div><p><span>Kelp at scale</span></p><p>Ida Holm</p></div>").pieces]
    assert len(set(styles)) == 2


def test_an_element_with_a_name_stays() -> None:
    """A class tells what a text is, also on the only element of a box."""
    styles = {p.style for p in _lines("<table><tr><td><p class='title'>Kelp</p></td><td>Ida</td></tr></table>").pieces}
    assert styles == {"td>p.title", "tr>td"}


def test_boxes_thousands_deep_are_left_out_in_no_time() -> None:
    """Every box is looked at once, also where thousands stand one within the other around many texts."""
    markup = "<div class=a>" + "<div>" * 400 + "<b>Kelp</b> <i>Eels</i>" * 8000 + "</div>" * 401
    tree = parse(markup)
    begun = time.process_time()
    lines_of_page(tree)
    assert time.process_time() - begun < 2
