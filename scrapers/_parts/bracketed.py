"""Blocks that end with people in brackets ("Why we sell<br>to the North<br>(Ann Archer, Acme)"): all above is the title."""

from __future__ import annotations

import re

from scrapers._found import fold
from scrapers._language.called import is_given
from scrapers._language.namelike import looks_like_name
from scrapers._parts.roles import PERSON, TITLE, Chances
from scrapers._people.labels import may_be_called
from scrapers._people.names import share_told, split_people
from scrapers._timing.unit import Page

_LEAST, _MOST_LINES = 3, 5
_USUAL = 0.7
_KNOWN = 2
_JOINTS = re.compile(r"\s*[+&,/]\s*")
_NAME = 0.5


def titles_above_brackets(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with people in brackets that end a block made such, and what stands above them its title.

    Blocks of one format are judged together: in most brackets must stand people and in few of the lines above.
    """
    styles: dict[str, list[tuple[int, int]]] = {}
    for first, last in page.spans:
        if 1 < last - first <= _MOST_LINES and _ends_in_brackets(page, chances, first, last):
            styles.setdefault(page.units[first].piece.style, []).append((first, last))
    placed = list(chances)
    for blocks in styles.values():
        held = [page.units[last - 1].text[1:-1] for _, last in blocks]
        named = sum(map(_holds_people, held)) + _called(held)
        above = sum(_holds_people(page.units[first].text) for first, _ in blocks)
        if len(blocks) < _LEAST or named < _USUAL * len(blocks) or above > (1 - _USUAL) * len(blocks):
            continue
        for first, last in blocks:
            placed[last - 1] = chances[last - 1].drawn_to(PERSON)
            for at in range(first, last - 1):
                placed[at] = chances[at] if chances[at].is_title else chances[at].drawn_to(TITLE)
    return placed


def is_in_brackets(text: str) -> bool:
    """Whether brackets stand around the whole of a line."""
    return text[:1] in "(（" and text[-1:] in ")）"


def _ends_in_brackets(page: Page, chances: list[Chances], first: int, last: int) -> bool:
    """Whether lines of one block and one format end with one in brackets, the only one of them."""
    units = page.units[first:last]
    texts = [unit.text for unit in units]
    alike = all(u.piece.box == units[0].piece.box and u.piece.style == units[0].piece.style for u in units)
    whole = len({u.piece.line for u in units}) == len(units) and all(u.zone >= 0 and not u.is_date for u in units)
    in_brackets = [is_in_brackets(text) for text in texts]
    return alike and whole and all(chances[first:last]) and in_brackets == [False] * (len(units) - 1) + [True]


def _called(texts: list[str]) -> int:
    """How many texts are what people are called in short ("Ann", "Ann, Bob & Carla"); given names all know are among them.

    Rooms and kinds of session repeat; first names hardly do.
    """
    names = [_JOINTS.split(text) for text in texts]
    called = [words for words in names if all(map(may_be_called, words))]
    known = sum(any(is_given(fold(word)) for word in words) for words in called)
    different = len({word for words in called for word in words})
    sure = _KNOWN * known >= len(called) and different >= _USUAL * sum(map(len, called))
    return len(called) if sure else 0


def _holds_people(text: str) -> bool:
    """Whether a text begins with people and tells of them alone."""
    people = split_people(text)
    return (
        bool(people)
        and text.startswith(people[0].name)
        and share_told(people, text) >= _USUAL
        and all(looks_like_name(p.name) >= _NAME for p in people)
    )
