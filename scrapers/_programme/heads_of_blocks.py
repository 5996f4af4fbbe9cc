"""Who leads a block of the programme that has no time of its own: "Chairs: Ann Archer, Bob Baxter" above its table."""

from __future__ import annotations

from scrapers._found import FoundPerson
from scrapers._language.namelike import looks_like_name
from scrapers._parts.roles import PERSON, Chances
from scrapers._people.labels import split_role
from scrapers._people.people_lines import people_fill
from scrapers._programme.participants import habits_of, people_of
from scrapers._timing.unit import Page

_NAME = 0.6


def people_in_heads(page: Page, chances: list[Chances]) -> list[FoundPerson]:
    """The people between the slots of a programme whom a label leads to, in their line or right above in their block."""
    if not page.zones:
        return []
    led: list[int] = []
    for at in range(page.zones[0].first, page.zones[-1].last):
        row, unit = chances[at], page.units[at]
        if row and unit.zone < 0 and not unit.piece.zone and (_is_led(page, at) or _goes_on(page, at, led)):
            led.append(at)
    told = [at for at in led if chances[at].role == PERSON or people_fill(page.units[at].text) >= _NAME]
    if not told:
        return []
    sure = list(chances)
    for at in told:
        sure[at] = chances[at].drawn_to(PERSON)
    people = people_of(page, sure, told, habits_of(page, chances))
    for person in people:
        person.led = True
    return [p for p in people if looks_like_name(p.name) >= _NAME and " " in p.name]


def _is_led(page: Page, at: int) -> bool:
    """Whether a label of people with a colon heads a line, or is all of the line above it in its block."""
    unit, above = page.units[at], page.units[at - 1] if at else None
    own = split_role(unit.text)[0] is not None and any(mark in unit.text for mark in ":：")
    beside = above is not None and above.piece.box == unit.piece.box and above.text[-1:] in ":："
    return own or (beside and above is not None and split_role(f"{above.text} {unit.text}")[0] is not None)


def _goes_on(page: Page, at: int, led: list[int]) -> bool:
    """Whether a unit stands in the line of one that a label leads to."""
    return led[-1:] == [at - 1] and page.units[at].piece.line == page.units[at - 1].piece.line
