"""Lists that say what a talk is about: their lines are no talks of their own."""

from __future__ import annotations

from collections import Counter, defaultdict

from scrapers._language.kinds import is_kind
from scrapers._language.vocabulary import page_words
from scrapers._parts.roles import MIXED, OTHER, PERSON, TEXT, TITLE, Chances
from scrapers._people.labels import split_role
from scrapers._timing.unit import Page

_LISTS = frozenset(("ul", "ol"))


def without_points(page: Page, chances: list[Chances], members: list[int], titles: list[int]) -> list[int]:
    """The would-be titles of one time without the points of a list below its title ("What you will learn").

    Such a list names nobody, while the slot does beside it; below a kind of session ("Workshops") a list holds sessions.
    """
    listed = [at for at in titles if page.units[at].piece.listed]
    people = [at for at in members if chances[at].role == PERSON and split_role(page.units[at].text)[0] is None]
    if len(titles) < 2 or not listed or not people:
        return titles
    points: set[int] = set()
    for at in listed:
        first, last = _list_around(page, at)
        heads = [n for n in titles if n < first and n not in points]
        if not heads or _names_sessions(page, heads[-1]) or not any(n < first or n >= last for n in people):
            continue
        if not any(chances[n].role in (PERSON, MIXED) or page.units[n].is_people for n in range(first, last) if chances[n]):
            points.add(at)
    return [at for at in titles if at not in points]


def talks_in_lists(page: Page, chances: list[Chances], members: list[int]) -> list[int]:
    """What most points of a list in one slot tell before who speaks, each in one line: the titles of talks within it."""
    lines: dict[int, list[int]] = defaultdict(list)
    for at in members:
        if page.units[at].piece.listed:
            lines[page.units[at].piece.line].append(at)
    points: Counter[int] = Counter()
    told: dict[int, list[int]] = defaultdict(list)
    for units in lines.values():
        around = _list_around(page, units[0])[0]
        points[around] += 1
        if len(units) == 2 and chances[units[0]].role in (OTHER, TEXT, TITLE) and chances[units[1]].role == PERSON:
            told[around] += units[:1]
    return [at for around, titles in told.items() if len(titles) > 1 and 5 * len(titles) >= 3 * points[around] for at in titles]


def _list_around(page: Page, at: int) -> tuple[int, int]:
    """The first and last unit of the innermost list around a unit."""
    number = page.units[at].piece.box
    while number and page.lines.boxes[number].tag.rpartition(">")[2].partition(".")[0] not in _LISTS:
        number = page.lines.boxes[number].parent
    return page.spans[number]


def _names_sessions(page: Page, at: int) -> bool:
    """Whether a line only names a kind of session, or a block of them."""
    unit = page.units[at]
    return is_kind(unit.words) or page_words()["blocks"].within(unit.text)
