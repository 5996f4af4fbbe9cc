"""Lines that only say where something is: "in the Small Hall, ground floor" below a title."""

from __future__ import annotations

from scrapers._language.vocabulary import page_words
from scrapers._parts.roles import OTHER, ROOM, TEXT, TITLE, Chances
from scrapers._timing.unit import Page

_LONGEST = 70


def with_places(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with rooms cut off lines made such, and lines that begin small with a word for where and follow a title."""
    placed = [row.drawn_to(ROOM) if unit.is_room else row for unit, row in zip(page.units, chances, strict=True)]
    for at in range(1, len(page.units)):
        one, two = page.units[at - 1], page.units[at]
        if two.is_room and one.at == two.at and not (one.is_people or one.is_date) and chances[at - 1]:
            placed[at - 1] = chances[at - 1].drawn_to(TITLE)
    for at in range(1, len(page.units)):
        one, two = page.units[at - 1], page.units[at]
        below = chances[at] and (chances[at - 1].is_title if chances[at - 1] else False) and one.piece.box == two.piece.box
        if below and (chances[at].is_title or chances[at].role in (OTHER, TEXT)) and says_where(two.text):
            placed[at] = chances[at].drawn_to(ROOM)
    return placed


def says_where(text: str) -> bool:
    """Whether a text is short, begins small with "in", "at" or their like, and names a kind of room."""
    first = text[:20].split(None, 1)[:1]
    return (
        len(text) <= _LONGEST
        and bool(first)
        and first[0] in page_words()["where"].openers
        and page_words()["room"].within(text)
    )
