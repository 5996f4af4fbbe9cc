"""Titles by their place among the lines of a slot, where slots of one shape agree on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scrapers._language.jobs import opens_with_job
from scrapers._language.namelike import looks_like_name
from scrapers._parts.bracketed import is_in_brackets
from scrapers._parts.roles import OTHER, PERSON, Chances
from scrapers._people.people_lines import people_fill
from scrapers._timing.unit import Page, Zone

_Slot = tuple[int, list[int]]
"""The number of a slot and its lines."""
_FEW, _SEVERAL = 2, 3
_NEARLY_ALL = 0.8
_LIKELY, _NAME, _FULL = 0.4, 0.5, 0.8
_LONGEST = 12
"""Lines of a slot that are compared."""


def titles_by_place(page: Page, chances: list[Chances], zones: Sequence[Zone], titles: list[list[int]]) -> list[list[int]]:
    """The titles of all zones, where a slot called by who speaks is called by the line that titles slots of its shape.

    Of the slots whose lines have the same formats in the same order, those count whose title is nobody's name. Where most of
    them have it at one place, and that comes behind the name in a slot called by it, the line there is its title, and the name
    becomes a person's in `chances`.
    """
    shapes: dict[tuple[str, ...], list[_Slot]] = {}
    for number, (zone, found) in enumerate(zip(zones, titles, strict=True)):
        members = [at for at in range(zone.first, zone.last) if chances[at]]
        if len(found) == 1 and found[0] in members and 1 < len(members) <= _LONGEST:
            shapes.setdefault(tuple(page.units[at].format for at in members), []).append((number, members))
    settled = list(titles)
    for slots in shapes.values():
        place = _place_told(page, chances, titles, slots) or _place_left(page, chances, titles, slots)
        for number, members in slots if place is not None else ():
            called, there = titles[number][0], members[place or 0]
            may_be = not page.units[there].is_date and not _is_somebody(page, chances, there)
            if may_be and called < there and _is_somebody(page, chances, called):
                settled[number] = [there]
                chances[called] = chances[called].drawn_to(PERSON)
    return settled


def _place_told(page: Page, chances: list[Chances], titles: list[list[int]], slots: list[_Slot]) -> int | None:
    """The place where the most of several slots of one shape have a title that is nobody's name, if any."""
    places = Counter(members.index(titles[at][0]) for at, members in slots if not _is_somebody(page, chances, titles[at][0]))
    place, count = places.most_common(1)[0] if places else (0, 0)
    return place if count >= _FEW and 3 * count >= 2 * places.total() else None


def _place_left(page: Page, chances: list[Chances], titles: list[list[int]], slots: list[_Slot]) -> int | None:
    """The place behind the names by which nearly all slots of one shape are called, if what stands there may be titles.

    Those are no names, jobs, companies, rooms nor texts, and differ from slot to slot.
    """
    named = [members for at, members in slots if titles[at][0] == members[0] and _is_somebody(page, chances, members[0])]
    if len(named) < _SEVERAL or len(named) < _NEARLY_ALL * len(slots) or len(named[0]) < _FEW:
        return None
    lines = [members[1] for members in named]
    likely = sum(chances[at].as_title + chances[at][OTHER] > _LIKELY and not _is_aside(page, chances, at) for at in lines)
    different = len({page.units[at].text for at in lines})
    return 1 if min(likely, different) >= _NEARLY_ALL * len(lines) else None


def _is_aside(page: Page, chances: list[Chances], at: int) -> bool:
    """Whether a line rather tells of somebody, or says when or where, than what about."""
    unit = page.units[at]
    return unit.is_date or is_in_brackets(unit.text) or opens_with_job(unit.text) or _is_somebody(page, chances, at)


def _is_somebody(page: Page, chances: list[Chances], at: int) -> bool:
    text = page.units[at].text
    return chances[at].role == PERSON or looks_like_name(text) >= _NAME or people_fill(text) >= _FULL
