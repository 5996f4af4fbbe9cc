"""The zone of the page each time owns.

A time owns the largest box that holds no other time, and what follows that box up to the next time's: cards, table rows,
definition lists and loose paragraphs all come out alike. Where times stand in a flat run of elements, the run itself shows
whether its records begin with their times or with what stands before them.
"""

from __future__ import annotations

import itertools
from collections import Counter

from scrapers._html.lines import Lines
from scrapers._html.sections import heading_says
from scrapers._people.labels import split_role
from scrapers._timing.behind import is_plain, led_by_titles
from scrapers._timing.unit import Page, Unit, Zone
from scrapers._timing.units import units_of


def page_of(lines: Lines) -> Page:
    """Tell times from text in all pieces and give every time its zone."""
    return page_of_units(lines, units_of(lines))


def page_of_units(lines: Lines, units: list[Unit]) -> Page:
    """Give every time among the units its zone."""
    first_of = _first_units(lines, units)
    page = Page(lines, units, [], [(first_of[b.first], first_of[b.last]) for b in lines.boxes])
    page.zones = _zones(page)
    for number, zone in enumerate(page.zones):
        for unit in units[zone.first : zone.last]:
            unit.zone = number
    return page


def _first_units(lines: Lines, units: list[Unit]) -> list[int]:
    """For every piece number (and one more) the first unit at or after it."""
    first = [len(units)] * (len(lines.pieces) + 1)
    for number in range(len(units) - 1, -1, -1):
        first[units[number].at] = number
    for at in range(len(lines.pieces) - 1, -1, -1):
        first[at] = min(first[at], first[at + 1])
    return first


def _zones(page: Page) -> list[Zone]:
    lines, units = page.lines, page.units
    times = [i for i, u in enumerate(units) if u.clock is not None]
    if not times:
        return []
    count = [0] * (len(units) + 1)
    for i, unit in enumerate(units):
        count[i + 1] = count[i] + (unit.clock is not None)
    owners = []
    for time in times:
        box = units[time].piece.box
        while box and (up := lines.boxes[box].parent) != box:
            first, last = page.spans[up]
            if count[last] - count[first] != 1 or up == 0:
                break
            box = up
        owners.append(box)
    zones = []
    for number, (time, box) in enumerate(zip(times, owners, strict=True)):
        first, last = page.spans[box]
        alone = count[last] - count[first] == 1
        up = page.spans[lines.boxes[box].parent][1]
        flows = number + 1 < len(times) and last <= times[number + 1] < up and box == units[time].piece.box
        if not alone:
            first, last = time, last
        follower = times[number + 1] if number + 1 < len(times) else len(units)
        if number + 1 < len(times):
            start, end = page.spans[owners[number + 1]]
            follower = start if count[end] - count[start] == 1 and start > time else follower
        parent = up if alone or flows else last
        zones.append(Zone(time, first, max(min(follower, parent), min(last, follower)), box))
    return _without_tails(page, _led_by_headings(page, led_by_titles(page, _led_by_times(page, zones))))


def _led_by_times(page: Page, zones: list[Zone]) -> list[Zone]:
    """Zones that leave what stands above their time in its paragraph to the one before, where times open most paragraphs."""
    units = page.units
    within = [z for z in zones if z.owner == units[z.time].piece.box]
    late = [z for z in within if z.first < z.time and units[z.time - 1].piece.line != units[z.time].piece.line]
    if len(within) > 3 and 4 * len(late) < len(within):
        for one, two in itertools.pairwise(zones):
            if two in late and one.last == two.first:
                one.last = two.first = two.time
    return zones


def _led_by_headings(page: Page, zones: list[Zone]) -> list[Zone]:
    """Zones that take in the heading right above the paragraph with their time, where most have one in the same format."""
    units = page.units
    late = [
        z for z in zones if z.first and z.first < z.time and units[z.first - 1].piece.level and is_plain(units[z.first - 1])
    ]
    style = Counter(units[z.first - 1].piece.style for z in late).most_common(1)[0][0] if late else ""
    headed = [
        z for z in late
        if units[z.first - 1].piece.style == style and all(u.piece.style != style for u in units[z.first : z.time])
    ]  # fmt: skip
    if len(headed) > 2 and 5 * len(headed) >= 4 * len(zones):
        for zone in headed:
            zone.first -= 1
        for one, two in itertools.pairwise(zones):
            one.last = max(one.time + 1, min(one.last, two.first))
    return zones


def _without_tails(page: Page, zones: list[Zone]) -> list[Zone]:
    """Zones cut short where something else begins: a date, past their own box a format that no other zone holds.

    The last zone of a programme would otherwise take in what follows it on the page (biographies, sponsors, directions); there
    the heading of a section about others ends it too.
    """
    owns = [max(zone.time + 1, min(zone.last, page.spans[zone.owner][1])) for zone in zones]
    for zone, own in zip(zones, owns, strict=True):
        days = (at for at in range(own, zone.last) if page.units[at].is_date and page.units[at].dates)
        zone.last = next(days, zone.last)
    holders: dict[str, set[int]] = {}
    for number, zone in enumerate(zones):
        for unit in page.units[zone.first : zone.last]:
            holders.setdefault(unit.piece.style, set()).add(number)
    for number, (zone, own) in enumerate(zip(zones, owns, strict=True)):
        final = number + 1 == len(zones) or zones[number + 1].first - zone.last > 3
        for at in range(zone.time + 1, zone.last):
            unit = page.units[at]
            first = at == zone.time + 1 == zone.first + 1  # all there is of a bare time so far
            headed = unit.piece.level > 0 and not first and not _is_beside_times(page.units[zone.time], unit)
            alien = at >= own and len(holders[unit.piece.style]) < 2 and len(zones) > 3 and (final or headed)
            ends = final and at > own + 1 and heading_says(unit.text) == "others" and split_role(unit.text)[0] is None
            if alien or ends:
                zone.last = at
                break
    return zones


def _is_beside_times(time: Unit, unit: Unit) -> bool:
    """Whether a unit stands in a row that leaves the column of times empty: it goes on the row above."""
    one, two = time.piece.cell, unit.piece.cell
    return one is not None and two is not None and one.table == two.table and two.column > one.column
