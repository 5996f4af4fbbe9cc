"""Talks whose lines begin with their codes in the programme."""

from __future__ import annotations

import pytest
from slot_pages import PAPERS, read, titles

from scrapers._language.times import find_clocks

NAMED = [("P1a", "Ann Archer, Ursula Fenwick"), ("P1b", "Carla Mendes"), ("P1c", "Deepak Rao, Greta Holm, Ines Kovač")]


@pytest.mark.parametrize(
    "line",
    ["<p>{0}: {1}: {2}</p>", "<p><b>{0} {1}:</b> {2}</p>", "<p>{0}. {1} – {2}</p>", "<p>{0}) {2} ({1})</p>"],
)
def test_people_stand_behind_the_code_of_their_talk(line: str) -> None:
    """What numbers a talk is neither part of who speaks nor an obstacle to finding them, however lines go on behind it."""
    talks = [(*named, title) for named, (title, _) in zip(NAMED, PAPERS, strict=True)]
    lines = "".join(line.format(*talk) for talk in talks)
    agenda = read(f"<p>9:00 Papers on rope</p>{lines}<p>11:00 Lunch</p><p>12:00 Walk along the river</p>")
    names = {p.id: p.name for p in agenda.speakers}

    assert [[names[i] for i in s.speakers] for s in agenda.sessions if s.speakers] == [n.split(", ") for _, n in NAMED]
    assert [
        t.split(" ", 1)[-1] if t.startswith("P1") else t for t in titles(agenda) if t.endswith(tuple(t for t, _ in PAPERS))
    ] == [title for title, _ in PAPERS]


def test_a_code_behind_a_time_ends_no_range() -> None:
    """In "9:00 A1" stand a time and a code, though "a" leads to the end of a range in several languages."""
    assert [(c.start, c.end) for c in find_clocks("9:00 A1: Why bees dance")] == [(540, None)]
    assert [(c.start, c.end) for c in find_clocks("de 9:00 a 11")] == [(540, 660)]
