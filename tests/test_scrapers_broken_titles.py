"""Titles that run over two lines of one format, of which the first looks like none."""

from __future__ import annotations

import pytest
from slot_pages import HEAD

from scrapers import read_document
from scrapers._document import Document

BROKEN = [
    ("On the path to an ideal knot:", "Considering wet rope in wooden harbours", "Ann Archer"),
    ("Telling apart old bells using", "Peak loudness in frozen weather", "Carla Mendes"),
    ("Models of slow clocks in towers:", "From pendulum to falling water", "Deepak Rao"),
]
LINES = {
    "breaks": "<b>{0}<br>{1}</b><br>{2}<br>",
    "bold lines": "<b>{0}</b><br><b>{1}</b><br>{2}<br>",
    "italics": "<i>{0}</i><br><i>{1}</i><br>{2}<br>",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_line_that_stops_in_its_middle_above_a_title_begins_it(line: str) -> None:
    """At a colon, or at a word that waits for more, whatever part the line seemed to play."""
    rows = "".join(f"<tr><td>{9 + n}:00</td><td>{line.format(*talk)}</td></tr>" for n, talk in enumerate(BROKEN))
    page = f"<!DOCTYPE html><html>{HEAD}<table>{rows}</table></body></html>"

    agenda = read_document(Document("page.html", page.encode()))

    assert [s.title for s in agenda.sessions] == [f"{one} {two}" for one, two, _ in BROKEN]
    assert [p.name for p in agenda.speakers] == [who for _, _, who in BROKEN]


@pytest.mark.parametrize(
    "note", ["(click for poster titles)", "- (click here)", "[klicken für mehr]", "(cliquez pour le programme)", "(clicca qui)"]
)
def test_a_note_that_asks_for_a_click_is_no_part_of_a_title(note: str) -> None:
    """What tells readers where to click for more says nothing of the session."""
    lines = "".join(f"<li>{9 + n}:00 Poster session {n + 1} {note}</li>" for n in range(4))
    page = f"<!DOCTYPE html><html>{HEAD}<ul>{lines}</ul></body></html>"

    agenda = read_document(Document("page.html", page.encode()))

    assert [s.title for s in agenda.sessions] == [f"Poster session {n + 1}" for n in range(4)]
