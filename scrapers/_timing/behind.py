"""Times that stand behind what they belong to: where their records begin.

A time at the end of a line owns its line. In a flat run of elements ("title, time, people, title, time, people") the run
shows it: what its records begin with stands before the first time too, and not behind the last one; or each record ends with
its time ("title, people, time"), and nothing follows the last.
"""

from __future__ import annotations

import itertools
from collections import Counter

from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._timing.room_tails import is_room
from scrapers._timing.unit import Page, Unit, Zone

_LONG = 120
_NAME = 0.5


def led_by_titles(page: Page, zones: list[Zone]) -> list[Zone]:
    """Zones of times that stand behind what they belong to, moved to begin there."""
    units = page.units
    heads = {zone.time: _line_start(page, zone.time) for zone in zones}
    flat = [z for z in zones if heads[z.time] <= z.first]
    for zone in flat:
        zone.first = heads[zone.time]
    runs: list[list[Zone]] = []
    for zone in flat:
        if all(_tells_place(unit) for unit in units[zone.first : zone.time]):
            if runs and zone.first <= runs[-1][-1].last <= zone.time and _side_by_side(page, runs[-1][-1], zone):
                runs[-1].append(zone)
            else:
                runs.append([zone])
    _move_starts(page, zones, runs)
    for one, two in itertools.pairwise(zones):
        one.last = max(one.time + 1, min(one.last, two.first)) if two.first > one.time else one.last
    return zones


def _side_by_side(page: Page, one: Zone, two: Zone) -> bool:
    boxes = page.lines.boxes
    return boxes[one.owner].parent == boxes[two.owner].parent


def _move_starts(page: Page, zones: list[Zone], runs: list[list[Zone]]) -> None:
    """Let the zones of runs begin with what leads them, where most of the runs show that their times do not lead."""
    weights = Counter[tuple[str, ...]]()
    for run in runs:
        if len(run) > 2:
            weights[_lead_of(page, zones, run)] += len(run)
    styles = Counter[str]()
    for lead, weight in weights.items():
        styles[lead[0] if lead else ""] += weight
    style = styles.most_common(1)[0][0] if styles else ""
    closed = [_first_of_closed(page, zones, run, named=bool(style)) for run in runs]
    for run, first in zip(runs, closed, strict=True):
        if first is not None:
            for number, zone in enumerate(run):
                zone.first = _own_end(page, run, number - 1) if number else first
    if not style:
        return
    usual = len(max((lead for lead in weights if lead and lead[0] == style), key=lambda lead: weights[lead]))
    for run in (run for run, first in zip(runs, closed, strict=True) if first is None):
        for number, zone in enumerate(run):
            floor = _own_end(page, run, number - 1) if number else _floor(page, zones, zone)
            starts = [at for at in range(floor, zone.first) if page.units[at].piece.style == style]
            zone.first = min(starts, key=lambda at: (abs(zone.first - at - usual), at), default=zone.first)


def _lead_of(page: Page, zones: list[Zone], run: list[Zone]) -> tuple[str, ...]:
    """The formats of what stands before the first time of a run, when that is how its records begin; else nothing."""
    units = page.units
    if all(_own_end(page, run, number) == two.first for number, two in enumerate(run[1:])):
        return ()
    between = [units[_line_end(page, one.time) : two.first] for one, two in itertools.pairwise(run)]
    formats = {u.piece.style for segment in between for u in segment}
    longest = max((len(segment) for segment in between), default=0)
    start, floor = run[0].first, _floor(page, zones, run[0])
    while start > floor and units[start - 1].piece.style in formats:
        start -= 1
    behind = end = _line_end(page, run[-1].time)
    last = page.spans[page.lines.boxes[run[-1].owner].parent][1]
    while end < last and end - behind < longest and is_plain(units[end]) and units[end].piece.style in formats:
        end += 1
    tail = tuple(u.piece.style for u in units[behind:end])
    whole = [tuple(u.piece.style for u in segment) for segment in between]
    alone = sum(_is_alone(page, zone) for zone in run[:-1]) > 0.5 * len(between)
    for first in range(start, run[0].first):
        lead = tuple(u.piece.style for u in units[first : run[0].first])
        if any(_cuts_box(segment, len(lead)) for segment in between):
            continue
        shown = lead[0] not in tail or (alone and tail and tail + lead in whole)
        if shown and sum(lead[0] in styles for styles in whole) >= 0.8 * len(whole):
            return lead
    return ()


def _is_alone(page: Page, zone: Zone) -> bool:
    """Whether no words follow a time in its line but days and places."""
    behind = _line_end(page, zone.time)
    return page.units[behind].piece.line != page.units[zone.time].piece.line


def _cuts_box(segment: list[Unit], lead: int) -> bool:
    """Whether what leads the next time would begin in the middle of a paragraph that follows the one before."""
    at = len(segment) - lead
    return (
        at > 0 and segment[at].piece.box == segment[at - 1].piece.box and segment[at].piece.line != segment[at - 1].piece.line
    )


def _first_of_closed(page: Page, zones: list[Zone], run: list[Zone], *, named: bool) -> int | None:
    """Where the first record of a run begins whose times close them: nothing like what parts the times follows the last one.

    `named`: names or long texts must show it, standing below what opens the records.
    """
    units = page.units
    if len(run) < 3:
        return None
    ends = [_own_end(page, run, number) for number in range(len(run))]
    between = [units[end : two.first] for end, two in zip(ends, run[1:], strict=False)]
    formats = {u.piece.style for segment in between for u in segment}
    last = page.spans[page.lines.boxes[run[-1].owner].parent][1]
    follows = ends[-1] < last and is_plain(units[ends[-1]]) and units[ends[-1]].piece.style in formats
    if follows or ends[-1] > _line_end(page, run[-1].time) or not all(between):
        return None
    if named and sum(_is_beside(segment[-1]) - _is_beside(segment[0]) for segment in between) <= 0:
        return None
    start, floor = run[0].first, _floor(page, zones, run[0])
    longest = max(map(len, between))
    while start > floor and run[0].first - start < longest and units[start - 1].piece.style in formats:
        start -= 1
    return start if start < run[0].first else None


def _is_beside(unit: Unit) -> bool:
    """Whether a unit looks like what stands below titles: a name, with what they are, or a long text."""
    name = split_honours(unit.text.split(",")[0].split("(")[0])[1]
    return len(unit.text) > _LONG or looks_like_name(name) >= _NAME


def _line_start(page: Page, at: int) -> int:
    """The first unit of the line of a time, behind other times."""
    start = at
    while start and page.units[start - 1].piece.line == page.units[at].piece.line and page.units[start - 1].clock is None:
        start -= 1
    return start


def _line_end(page: Page, at: int) -> int:
    """The unit behind a time and the days and places that follow it in its line."""
    end = at + 1
    while end < len(page.units) and page.units[end].piece.line == page.units[at].piece.line and _tells_place(page.units[end]):
        end += 1
    return end


def _tells_place(unit: Unit) -> bool:
    """Whether a unit tells no more than a day or a room."""
    return unit.clock is None and (unit.is_date or unit.is_room or is_room(unit.text))


def _own_end(page: Page, run: list[Zone], number: int) -> int:
    """Where ends what a time of a run surely holds: the rest of a box with no other time, as the cells of its table row."""
    time, following = run[number].time, run[number + 1].time if number + 1 < len(run) else len(page.units)
    first, last = page.spans[run[number].owner]
    alone = (number == 0 or first > run[number - 1].time) and last <= following
    return max(time + 1, last) if alone else _line_end(page, time)


def _floor(page: Page, zones: list[Zone], zone: Zone) -> int:
    """The first unit before the first time of a run that may belong to it: in its box, behind dates and others' rows."""
    at = zone.first
    inside = page.spans[page.lines.boxes[zone.owner].parent][0]
    before = next((z for z in reversed(zones) if z.time < at), None)
    own = page.spans[before.owner][1] if before else 0
    taken = max(before.time + 1, own if own <= at else 0) if before else 0
    while at > max(inside, taken) and is_plain(page.units[at - 1]):
        at -= 1
    return at


def is_plain(unit: Unit) -> bool:
    """Whether a unit is neither a time nor a date, and stands among what is no furniture of the page."""
    return unit.clock is None and not unit.is_date and not unit.piece.zone
