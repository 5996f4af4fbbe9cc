"""Lines that head what stands below them, whatever element they are written in."""

from __future__ import annotations

import pytest
from slot_pages import read, titles

from scrapers._html.headings import mark_headings
from scrapers._html.page import parse

_OUTLINE = (
    "<{0}>About the day</{1}><p>We meet in the old rope works for a day on tides, nets and the people who mend them.</p>"
    "<{0}>Programme Overview</{1}>"
    "<{2}>Welcome and Opening Remarks</{3}><p>Why the harbour needs its menders more than ever, said in a few words.</p>"
    "<{2}>Keynote: What the Tide Leaves</{3}><p>A look at forty years of things washed ashore, and who picks them up.</p>"
    "<{2}>Panel Discussion: Who Mends the Nets</{3}><p>Four voices from four harbours tell how the craft is passed on.</p>"
    "<{2}>Closing Remarks</{3}><p>What we take home, what we leave to the sea, and when we shall meet again.</p>"
    "<{0}>Who Should Attend</{1}><p>Everybody who lives from the sea, and all who would like to learn how that is done.</p>"
)
_WRITTEN = {
    "headings": ("h2", "h2", "h4", "h4"),
    "divs with a class": ("div class='kapitel'", "div", "div class='punkt'", "div"),
    "divs that differ in margins": ("div class='mb-1 kapitel'", "div", "div class='col-12 punkt'", "div"),
    "large print": ("p style='font-size:30px'", "p", "p style='font-size: 18px; font-weight:bold'", "p"),
}


def _levels(markup: str) -> list[int]:
    tree = parse(f"<body>{markup}</body>")
    mark_headings(tree)
    return [node.level for node in tree.walk() if node.tag in ("div", "p", "h2", "h4")]


@pytest.mark.parametrize("way", _WRITTEN)
def test_an_outline_is_read_below_whatever_looks_like_a_heading(way: str) -> None:
    """The programme of an event without clocks is found under its heading, be that a heading or a styled div."""
    agenda = read(_OUTLINE.format(*_WRITTEN[way]))

    assert titles(agenda) == [
        "Welcome and Opening Remarks",
        "Keynote: What the Tide Leaves",
        "Panel Discussion: Who Mends the Nets",
        "Closing Remarks",
    ]


def test_what_heads_fewer_lines_stands_higher() -> None:
    """A look that stands above several of another one heads sections, the other one their parts."""
    levels = _levels(_OUTLINE.format(*_WRITTEN["divs with a class"]))

    chapters, points = {levels[0], levels[2], levels[-2]}, {levels[3], levels[5], levels[7], levels[9]}
    assert len(chapters) == len(points) == 1
    assert 0 < chapters.pop() < points.pop()


def test_lines_that_belong_to_the_one_above_head_nothing() -> None:
    """A job below each name has a look of its own and stands above the biography, and yet heads nothing; the name does."""
    people = ("Ann Archer", "Bo Baker", "Cy Cooper")
    card = "<p class='who'>{}</p><p class='job'>Keeper of the quay</p><p>Has mended nets since the harbour was dug.</p>"

    assert _levels("".join(map(card.format, people))) == [6, 0, 0] * 3


def test_text_clocks_and_menus_head_nothing() -> None:
    """Lines without a look of their own, sentences, clocks and furniture are no headings, nor are rows all in one look."""
    plain = "<p>Ropes</p><div>Nets and more of them</div>" * 3
    sentences = "<p class='a'>It ends with a stop.</p><p>So does this, more or less.</p>" * 3
    clocks = "<p class='b'>09:30</p><p>Doors</p>" * 3
    menu = "<nav><div class='c'>Start</div><p>News</p></nav>" * 3
    rows = "<p class='d'>Rope</p>" * 5

    assert not any(map(any, map(_levels, (plain, sentences, clocks, menu, rows))))


def test_who_speaks_below_a_clock_and_a_title_heads_nothing() -> None:
    """Lines in print of their own that end every slot are no headings of the next one."""
    slots = "".join(f"<p>{clock}:15 Wire ropes</p><p class='who'>Ann Archer, Partner</p>" for clock in range(9, 13))

    assert not any(_levels(slots))
