"""Rooms told by their code at the ends of titles."""

from __future__ import annotations

import pytest
from slot_pages import read

TITLES = [
    "Grinding lenses by hand",
    "Drift of old clocks",
    "Questions to the watchmakers",
    "Tin and its sorrows",
    "Bells under water",
]
ROOMS = ["KB-101", "KB-101", "KB-204", "KB foyer", "KB-204"]
HOUSES = ["Tarnum A111", "Elmum C10", "Tarnum A111", "Tarnum B204", "Elmum C10"]


def rooms(ends: str, codes: list[str]) -> list[tuple[str, str | None]]:
    lines = "".join(
        f"<li><b>{9 + n}:00</b> {ends.format(title, room)}</li>"
        for n, (title, room) in enumerate(zip(TITLES, codes, strict=True))
    )
    return [(s.title, s.room) for s in read(f"<ul>{lines}</ul>").sessions]


@pytest.mark.parametrize("ends", ["{0} ({1})", "{0}, {1}", "{0}，{1}", "{0}: {1}", "{0} [{1}]", "{0}（{1}）"])
@pytest.mark.parametrize("codes", [ROOMS, HOUSES], ids=["one house", "two houses"])
def test_codes_that_several_titles_end_in_are_rooms(ends: str, codes: list[str]) -> None:
    """However they are set off; what begins with the house of such a code is a room too."""
    assert rooms(ends, codes) == list(zip(TITLES, codes, strict=True))


def test_codes_behind_one_title_each_stay_in_it() -> None:
    """What no two titles end in may be a name of something: "G20" tells what a talk is about."""
    codes = ["G20", "SDG17", "H100", "CAT12", "RS232"]

    assert rooms("{0}: {1}", codes) == [(f"{title}: {code}", None) for title, code in zip(TITLES, codes, strict=True)]


def test_a_place_in_brackets_behind_a_kind_of_session_is_its_room() -> None:
    """A title that is but the kind needs no second one that ends in a room."""
    lines = "".join(f"<li>{9 + n}:00 {title}</li>" for n, title in enumerate([*TITLES, "Lecture (Elm Town Hall)"]))

    assert [(s.title, s.room) for s in read(f"<ul>{lines}</ul>").sessions][-1] == ("Lecture", "Elm Town Hall")


@pytest.mark.parametrize(
    "title", ["Panel 3 – Building Trust That Lasts", "Panel – Stage Fright and Its Uses", "Talk - Hall Effect Sensors"]
)
def test_a_title_behind_its_kind_is_no_room_for_a_word_of_places_in_it(title: str) -> None:
    """One title alone says too little without brackets."""
    lines = "".join(f"<li>{9 + n}:00 {text}</li>" for n, text in enumerate([*TITLES, title]))

    assert [(s.title, s.room) for s in read(f"<ul>{lines}</ul>").sessions][-1] == (title, None)


@pytest.mark.parametrize("mark", [", ", "，", " – "])
def test_a_room_in_brackets_leaves_what_stands_before_them_in_the_title(mark: str) -> None:
    """However the title goes on before them, without a word of places there."""
    ends = [f"{title} (Elm Hall {n})" for n, title in enumerate([*TITLES[:4], f"Awards{mark}Closing"], 1)]
    lines = "".join(f"<li>{9 + n}:00 {text}</li>" for n, text in enumerate(ends))

    assert [(s.title, s.room) for s in read(f"<ul>{lines}</ul>").sessions][-1] == (f"Awards{mark}Closing", "Elm Hall 5")
