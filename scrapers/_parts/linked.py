"""Lists of talks whose every line is a link: what the format as a whole shows to be titles."""

from __future__ import annotations

from scrapers._parts.roles import AFFIL, PERSON, ROOM, TITLE, Chances
from scrapers._timing.unit import Page

_LEAST = 4
_WORDS = 4
_AS_TITLE = 0.2


def titles_by_link(page: Page, chances: list[Chances]) -> list[Chances]:
    """The chances with all lines of one format made titles that are links of many words, each elsewhere, several at a time.

    So where the model takes them for titles rather than for people or rooms in the mean: what is listed so, each with a page
    of its own, plays one part.
    """
    formats: dict[str, list[int]] = {}
    for at, (unit, row) in enumerate(zip(page.units, chances, strict=True)):
        if row and unit.zone >= 0 and unit.piece.link:
            formats.setdefault(unit.piece.style, []).append(at)
    placed = list(chances)
    for lines in formats.values():
        for at in lines if _are_talks(page, chances, lines) else ():
            placed[at] = placed[at] if placed[at].is_title else placed[at].drawn_to(TITLE)
    return placed


def _are_talks(page: Page, chances: list[Chances], lines: list[int]) -> bool:
    units = [page.units[at] for at in lines]
    many = len(lines) >= _LEAST and 2 * len({unit.zone for unit in units}) <= len(lines)
    apart = many and 10 * len({unit.piece.link for unit in units}) >= 9 * len(lines)
    if not apart or sum(len(unit.words) for unit in units) < _WORDS * len(lines):
        return False
    title = sum(chances[at].as_title for at in lines)
    others = (sum(chances[at][role] for at in lines) for role in (PERSON, AFFIL, ROOM))
    return title >= _AS_TITLE * len(lines) and title > max(others)
