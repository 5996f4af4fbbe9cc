"""Programmes that are but an outline: items below a heading such as "Agenda", with neither clocks nor, mostly, names."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from scrapers._bylines.bylines import part_titles
from scrapers._found import FoundSession, fold
from scrapers._language.kinds import is_opening, kind_of
from scrapers._language.vocabulary import page_words
from scrapers._people.names import split_people
from scrapers._people.people_lines import people_fill
from scrapers._timing.unit import Page

_LEAST = 4
_MOST_HEAD = 5
_LONGEST = 140
_MOST_TEXT = 2000


def outline_of(page: Page) -> list[FoundSession]:
    """The items of the first outline of a programme, in its order; empty where the page has none that is surely one.

    They are lines of one format right below a heading that speaks of the programme. A third of them open or close the event
    or name a kind of session, so that what an event has to offer is none ("Workshops", "Networking", "Great food").
    """
    for at, unit in enumerate(page.units):
        heads = unit.piece.level and not unit.piece.zone and len(unit.words) <= _MOST_HEAD
        if heads and page_words()["talks"].within(unit.text) and (items := _items_below(page, at)):
            return _sessions(page, items)
    return []


def _items_below(page: Page, head: int) -> list[int]:
    """The lines of the format of the first one below a heading, up to the next heading like it; empty where they are none."""
    level = page.units[head].piece.level
    last = next((n for n in range(head + 1, len(page.units)) if 0 < page.units[n].piece.level <= level), len(page.units))
    first = page.units[head + 1].piece if head + 1 < last else None
    if first is None or not (first.level or first.bold or page.lines.boxes[first.box].tag == "li"):
        return []
    looks = (first.style, first.level)
    below = [(at, page.units[at]) for at in range(head + 1, last)]
    items = [at for at, unit in below if (unit.piece.style, unit.piece.level) == looks and not unit.is_date]
    return items if _are_items([page.units[at].text for at in items], [page.units[at].words for at in items]) else []


def _are_items(texts: Sequence[str], words: Sequence[tuple[str, ...]]) -> bool:
    openings = sum(map(is_opening, words))
    told = sum(is_opening(said) or kind_of(text) != "talk" for text, said in zip(texts, words, strict=True))
    return (
        len({fold(text) for text in texts}) >= _LEAST
        and openings > 0
        and told >= max(3, len(texts) / 3)
        and max(map(len, texts)) <= _LONGEST
    )


def _sessions(page: Page, items: list[int]) -> list[FoundSession]:
    """A session for every item, with the text below it; who is named behind a title or in a line of their own speaks."""
    texts = [page.units[at].text for at in items]
    ends = [*items[1:], items[-1] + max(b - a for a, b in itertools.pairwise(items))]
    found = []
    for at, end, text, cut in zip(items, ends, texts, part_titles(texts), strict=True):
        title, names = (cut[0], cut[1]) if cut else (text, "")
        below = [page.units[n].text for n in range(at + 1, min(end, len(page.units))) if not page.units[n].piece.level]
        lines = [line for line in below if people_fill(line) >= 0.6]
        people = [person for line in (names, *lines) if line for person in split_people(line)]
        told = "\n".join(line for line in below if line not in lines)[:_MOST_TEXT]
        found.append(FoundSession(title, abstract=told or None, kind=kind_of(title, bool(people)), people=people))
    return found
