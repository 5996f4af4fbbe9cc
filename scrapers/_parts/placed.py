"""Lines that only say where something is ("in the Small Hall, ground floor" below a title), or who pays for it."""

from __future__ import annotations

import re

from scrapers._language.vocabulary import page_words, plain, words_of
from scrapers._parts.roles import OTHER, ROOM, TEXT, TITLE, Chances
from scrapers._timing.unit import Page

_LONGEST = 70
_LABELLED = re.compile(r"[（(\[【]?([^\s:：)）\]】][^:：)）\]】]{0,29}?)\s?[:：)）\]】]\s?(?=\S)")


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


def without_sponsors(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with lines made plain text that tell who pays for a session or holds it with others."""
    return [
        row.drawn_to(TEXT, keep=0.0) if row and tells_sponsor(unit.text) else row
        for unit, row in zip(page.units, chances, strict=True)
    ]


def tells_sponsor(text: str) -> bool:
    """Whether a text names who pays for something, or holds it together with others ("Sponsored by Blue Mill", "共催：…")."""
    words, known = words_of(plain(text[:_LONGEST])), page_words()["sponsored"]
    if words and words[0] in known.openers and any(at == 0 < length < len(words) for at, length in known.find(words, "")):
        return True
    label = _LABELLED.match(text)
    return label is not None and words_of(plain(label[1])) in page_words()["sponsors"].phrases
