"""Titles told by their place, where every slot begins with the names of who speaks."""

from __future__ import annotations

import pytest
from slot_pages import read, rows, titles

NAMED_FIRST = [
    ("09:00", "Ann Archer", "Opening the day with fresh numbers"),
    ("09:30", "Carla Mendes and Bo Lind", "Pricing experiments that went wrong"),
    ("10:15", "Deepak Rao", "Negotiating with procurement departments"),
    ("11:00", "Greta Holm and Priya Raghavan", "What two hundred buyers told us"),
]
TEXT = "We look at it for an hour. Bring a pen."


@pytest.mark.parametrize("card", ["<p>{0} {1}<br>{2}</p>", f"<p>{{0}} <b>{{1}}</b><br>{{2}}<br>{TEXT}</p>"])
def test_what_stands_below_names_in_all_slots_titles_them(card: str) -> None:
    """Where every slot begins with who speaks, also in the bold type of breaks, the line below is what about."""
    agenda = read(rows(card, NAMED_FIRST) + "<p>12:00 <b>Lunch</b></p>")

    assert titles(agenda) == [*(title for _, _, title in NAMED_FIRST), "Lunch"]
    assert len(agenda.speakers) == 6
