"""Which stretches of a page are slots: times that are none, and heads that stand between the times with none of their own."""

from __future__ import annotations

from collections import Counter

from scrapers._language.kinds import is_kind
from scrapers._language.vocabulary import plain, words_of
from scrapers._parts.roles import AFFIL, OTHER, PERSON, ROOM, Chances
from scrapers._people.labels import split_role
from scrapers._timing.unit import Page, Zone

_NEAR = 4


def zones_between(page: Page, chances: list[Chances]) -> list[tuple[int, Zone]]:
    """What stands between the page's times, belongs to none and has a title like theirs, with the number of the time after it.

    Heads of sessions whose talks have the times ("Session 3: Ions"), further cards of one time.
    """
    titled = {(u.zone, u.format) for u, row in zip(page.units, chances, strict=True) if row and u.zone >= 0 and row.is_title}
    formats = Counter(style for _, style in titled)  # the last time may own much that stands below the programme
    chaired = Counter(page.units[at].format for at in range(len(chances)) if _is_chaired(page, chances, at))
    formats += Counter({style: count for style, count in chaired.items() if count > 1})
    found: list[tuple[int, Zone]] = []
    starts = [max(0, zone.first - _NEAR) for zone in page.zones[:1]] + [zone.last for zone in page.zones]
    for number, (start, two) in enumerate(zip(starts, page.zones, strict=False)):
        span = [at for at in range(start, two.first) if chances[at] and page.units[at].zone < 0]
        titles = [
            at for at in span
            if formats[page.units[at].format] > 1
            and (_is_chaired(page, chances, at) or (number and chances[at].is_title))  # above the first time stands much else
            and not (page.units[at].led and page.units[at - 1].day)  # the motto of a day
        ]  # fmt: skip
        rows = Counter((c.table, c.row) for at in span if (c := page.units[at].piece.cell) is not None)
        headed = any(count > 2 for count in rows.values())  # the heads of a table
        if titles and not headed and not any(page.units[at].is_date for at in range(titles[0], two.first)):
            found.append((number, Zone(titles[0], titles[0], two.first, page.units[titles[0]].piece.box)))
    return found


def _is_chaired(page: Page, chances: list[Chances], at: int) -> bool:
    """Whether a would-be title outside all slots has its chair behind it in its block ("Chair: Ann Archer")."""
    after = at + 1
    if after >= len(chances) or not chances[at] or not chances[after] or page.units[at].zone >= 0:
        return False
    one, two = page.units[at], page.units[after]
    titled = chances[at].is_title or (chances[at].role == OTHER and is_kind(words_of(plain(one.text.partition(":")[0]))))
    led = chances[after].role == PERSON and split_role(two.text)[0] is not None
    return titled and led and one.piece.box == two.piece.box


def odd_zones(page: Page, chances: list[Chances]) -> set[int]:
    """The numbers of the zones that are no slots: their time in a format no slot shares, no line like the titles of slots.

    Banners and boxes with the hours of a day, office hours, "updated at": they stand beside a programme, not in it.
    """
    titled = [[at for at in range(z.first, z.last) if chances[at] and chances[at].is_title] for z in page.zones]
    clocks = Counter(
        page.units[zone.time].piece.style
        for zone, titles in zip(page.zones, titled, strict=True)
        if titles or _speaks_only(chances[zone.first : zone.last])
    )
    formats = Counter(style for titles in titled for style in {page.units[at].format for at in titles})
    odd = {number for number, zone in enumerate(page.zones) if _is_no_slot(page, chances, zone)}
    odd |= {0} if _heads_event(page) else set()
    odd |= {number for number in range(len(page.zones) - 1) if _names_next(page, number)}
    if 10 * sum(map(bool, titled)) < 6 * len(titled):
        return odd
    for number, (zone, titles) in enumerate(zip(page.zones, titled, strict=True)):
        shared = clocks[page.units[zone.time].piece.style] - bool(titles)
        alike = any(formats[page.units[at].format] > 1 for at in titles)
        if shared < 2 and not alike and (_length(page, zone) >= 240 or not titles) and not _says_who(page, chances, zone):
            odd.add(number)
    return odd


def _says_who(page: Page, chances: list[Chances], zone: Zone) -> bool:
    """Whether a label introduces somebody beside a time ("Speaker: Ann Archer")."""
    people = [page.units[at].text for at in range(zone.first, zone.last) if chances[at] and chances[at].role == PERSON]
    return any(split_role(text)[0] is not None for text in people)


def _names_next(page: Page, number: int) -> bool:
    """Whether a heading with a time only says what kind the one session below is, which tells the same time again."""
    one, two = page.zones[number], page.zones[number + 1]
    lines = [unit for unit in page.units[one.first : one.last] if unit.clock is None]
    if len(lines) != 1 or not lines[0].piece.level or not is_kind(lines[0].words) or page.units[two.time].piece.level:
        return False
    starts = [clock.start for zone in page.zones[number : number + 3] if (clock := page.units[zone.time].clock)]
    return len(starts) > 1 and starts[0] == starts[1] and starts[0] not in starts[2:]


def _speaks_only(rows: list[Chances]) -> bool:
    """Whether people are all that is told of a time."""
    roles = {row.role for row in rows if row}
    return PERSON in roles and roles <= {PERSON, AFFIL, ROOM}


def _is_no_slot(page: Page, chances: list[Chances], zone: Zone) -> bool:
    """Whether a time is none of the programme's: in a footer or menu, or hours on end with nobody and nothing like a title."""
    unit = page.units[zone.time]
    if unit.piece.zone in ("foot", "nav"):
        return True
    rows = [chances[at] for at in range(zone.first, zone.last) if chances[at]]
    least = 0.2 if any(row.role == PERSON for row in rows) else 0.4
    return _length(page, zone) >= 240 and max((row.as_title for row in rows), default=0.0) < least


def _heads_event(page: Page) -> bool:
    """Whether the first time is when the event begins, in its own format beside the date, and the programme follows."""
    if len(page.zones) < 4:
        return False
    first, second, *others = (page.units[zone.time] for zone in page.zones)
    alone = first.piece.style not in {second.piece.style, *(unit.piece.style for unit in others)}
    dated = bool(first.dates) and not second.dates and not any(unit.dates for unit in others)
    if not (alone and dated and first.clock and second.clock):
        return False
    return second.clock.start <= first.clock.start


def _length(page: Page, zone: Zone) -> int:
    """The minutes a zone's time lasts, 0 when its end is not printed."""
    clock = page.units[zone.time].clock
    return (clock.end - clock.start) % (24 * 60) if clock and clock.end is not None else 0
