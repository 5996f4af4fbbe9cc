"""Which section of a page people stand in, judged by the words of its heading: speakers, or others such as committees."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise

from scrapers._html.page import Node
from scrapers._html.slots import Slots
from scrapers._language.vocabulary import table
from scrapers._language.words import Lexicon, items
from scrapers._remembered import remembered

_BACK = 400
_QUOTED = 4
_QUOTE = re.compile(r"""["“”„«»‘‚'].{20,}[.!?…]\s*["“”«»’']""", re.DOTALL)
_LEAST = 9
"""A level below that of all headings."""


@cache
def _lexicons() -> dict[str, Lexicon]:
    named = {name: items(text) for name, text in table("sections").items()}
    return {name: Lexicon.of(said + named["judges"] * (name == "others")) for name, said in named.items()}


@remembered
def heading_says(text: str) -> str | None:
    """What a heading says of the people under it: "speakers", "others" (committee, sponsors, judges) or None.

    What stands behind a colon tells, if anything does: "Day 1: speakers" heads people, "Keynote: why wool, why now" is a talk.
    """
    if len(text) > 60 or len(text.split()) > 7:
        return None
    text = text.rstrip(" :").rpartition(": ")[2]
    said = {name for name, words in _lexicons().items() if words.hits(text)}
    if "speakers" in said:
        return "others" if said & {"errands", "earlier"} else "speakers"
    return "others" if "others" in said else "speakers" if "leads" in said else None


def sections_of(page: Slots, cards: list[tuple[int, int]]) -> list[str | None]:
    """What the nearest heading before each card (they stand in page order) says of the people under it, or None."""
    if not cards:
        return []
    if page.headings is None:
        page.headings = _headings(page)
    sections: list[str | None] = []
    done = 0
    for first, last in cards:
        own = page.slots[first].level if done else 0
        said = _said_between(page, page.headings, max(done, first - _BACK), first, own + 1 if own else _LEAST)
        sections.append(said if said or not sections else sections[-1])
        done = max(done, last)
    return sections


def signs_quote(page: Slots, at: int) -> bool:
    """Whether a line signs what somebody said: it stands below a sentence in quotation marks, or within a quotation."""
    node: Node | None = page.slots[at].node
    for _ in range(_QUOTED):
        if node is None or node.tag == "blockquote":
            break
        node = node.parent
    within = node is not None and node.tag == "blockquote"
    return within or bool(at and _QUOTE.fullmatch(page.slots[at - 1].text))


def are_judges(page: Slots, at: int) -> bool:
    """Whether the last heading before a line that says who stands below it names judges, as contests have them."""
    headings = _headings(page) if page.headings is None else page.headings
    last = bisect_left(headings, (at,))
    telling = next((headings[n][0] for n in range(last - 1, max(-1, last - _BACK), -1) if headings[n][2]), None)
    return telling is not None and bool(_lexicons()["judges"].hits(page.slots[telling].text))


def _headings(page: Slots) -> list[tuple[int, int, str | None]]:
    """The lines that may head a section: (line, level, what it says); without a level only those of a format of such words.

    Lines of one format that follow each other at once are figures, links or captions side by side and head nothing.
    """
    marks = [(i, slot.level, heading_says(slot.text)) for i, slot in enumerate(page.slots) if not slot.zone]
    telling = Counter(page.slots[i].key for i, _, says in marks if says)
    places: dict[str, list[int]] = defaultdict(list)
    for i, slot in enumerate(page.slots):
        if slot.key in telling:
            places[slot.key].append(i)
    heading = {
        key
        for key, at in places.items()
        if 3 * telling[key] >= len(at) and sum(b - a < 3 for a, b in pairwise(at)) <= 0.5 * (len(at) - 1)
    }
    return [mark for mark in marks if mark[1] or (mark[2] and page.slots[mark[0]].key in heading)]


def _said_between(page: Slots, headings: list[tuple[int, int, str | None]], first: int, last: int, nearest: int) -> str | None:
    """What the headings between say, those above level `nearest`: between people the lesser ones stand in somebody's card."""
    among = False
    for index, level, says in reversed(headings[bisect_left(headings, (first,)) : bisect_left(headings, (last,))]):
        among = among or level > 0
        if level and level < nearest:
            nearest = level
            if says:
                return says
        elif says and not (level or among or page.slots[last].level) and len(page.slots[index].text.split()) <= 4:
            return says
    return None
