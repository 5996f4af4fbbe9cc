"""Titles by their place among the lines of a slot, where slots of one shape agree on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scrapers._language.namelike import looks_like_name
from scrapers._parts.roles import PERSON, Chances
from scrapers._timing.unit import Page, Zone

_FEW = 2
_LONGEST = 12
"""Lines of a slot that are compared."""


def titles_by_place(page: Page, chances: list[Chances], zones: Sequence[Zone], titles: list[list[int]]) -> list[list[int]]:
    """The titles of all zones, where a slot called by who speaks is called by the line that titles slots of its shape.

    Of the slots whose lines have the same formats in the same order, those count whose title is nobody's name. Where most of
    them have it at one place, and that comes behind the name in a slot called by it, the line there is its title, and the name
    becomes a person's in `chances`.
    """
    shapes: dict[tuple[str, ...], list[tuple[int, list[int]]]] = {}
    for number, (zone, found) in enumerate(zip(zones, titles, strict=True)):
        members = [at for at in range(zone.first, zone.last) if chances[at]]
        if len(found) == 1 and found[0] in members and 1 < len(members) <= _LONGEST:
            shapes.setdefault(tuple(page.units[at].format for at in members), []).append((number, members))
    settled = list(titles)
    for slots in shapes.values():
        places = Counter(
            members.index(titles[number][0]) for number, members in slots if not _is_somebody(page, chances, titles[number][0])
        )
        place, count = places.most_common(1)[0] if places else (0, 0)
        for number, members in slots if count >= _FEW and 3 * count >= 2 * places.total() else ():
            called, there = titles[number][0], members[place]
            may_be = not page.units[there].is_date and not _is_somebody(page, chances, there)
            if may_be and called < there and _is_somebody(page, chances, called):
                settled[number] = [there]
                chances[called] = chances[called].drawn_to(PERSON)
    return settled


def _is_somebody(page: Page, chances: list[Chances], at: int) -> bool:
    return chances[at].role == PERSON or looks_like_name(page.units[at].text) >= 0.5
