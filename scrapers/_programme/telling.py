"""The lines of a programme that tell of talks or people, for the finished agenda to be held against them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from planner.agenda import UnreadLine
from scrapers._language.awaited import is_placeholder
from scrapers._language.kinds import is_kind, kind_of
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.text_kinds import name_chance
from scrapers._parts.roles import MIXED, OTHER, PERSON, Chances
from scrapers._people.names import split_people
from scrapers._people.pieces import known_given
from scrapers._timing.schedule import Slot
from scrapers._timing.unit import Page

_LONGEST = 200
_TITLE, _PERSON = 0.8, 0.6
"""So likely to be one a line is told of where nobody read it; less likely ones are mostly notes and labels."""
_LIKE, _LIKELY = 0.8, 0.9


def telling_lines(page: Page, chances: list[Chances], slots: Sequence[Slot]) -> list[UnreadLine]:
    """Lines of slots that are likely titles or people, and the names beyond doubt in lines of no other part, each once.

    Not what only says the kind of a session, breaks, and who is not known yet.
    """
    found: dict[str, UnreadLine] = {}
    for zone, kind, text in _telling(page, chances):
        start, end = (slots[zone].start, slots[zone].end) if zone < len(slots) else (None, None)
        found.setdefault(text, UnreadLine(text, kind, start, end))
    return list(found.values())


def _telling(page: Page, chances: list[Chances]) -> Iterator[tuple[int, Literal["session", "person"], str]]:
    for unit, row in zip(page.units, chances, strict=True):
        if not row or unit.zone < 0 or unit.is_date or len(unit.text) > _LONGEST:
            continue
        is_title = row.is_title and row.as_title > _TITLE
        if is_title or (row.role == PERSON and row[PERSON] > _PERSON):
            if not (
                is_kind(unit.words) or kind_of(unit.text) == "break" or is_placeholder(unit.text.rpartition(":")[2].strip())
            ):
                yield unit.zone, "session" if is_title else "person", unit.text
        elif row.role in (OTHER, MIXED):
            yield from ((unit.zone, "person", p.name) for p in split_people(unit.text) if _is_sure(p.name))


def _is_sure(name: str) -> bool:
    bare = split_honours(name)[1]
    return known_given(bare) > 0 and name_chance(bare) >= _LIKELY and looks_like_name(name) >= _LIKE
