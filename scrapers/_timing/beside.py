"""Programmes whose clocks stand in a list of their own beside the records: two columns, two cells of many lines.

Where as many boxes or lines alike as there are such clocks hold no clock themselves, each takes the clock of its place.
"""

from __future__ import annotations

import itertools
from collections import defaultdict

from scrapers._timing.unit import Page, Unit
from scrapers._timing.zones import page_of_units

_LEAST = 4


def paired_page(page: Page) -> Page | None:
    """The page with the clocks of its list moved before the records they belong to; None where nothing shows which."""
    clocks = _listed(page.units)
    others = sum(unit.clock is not None for unit in page.units) - len(clocks)
    starts = _records(page, len(clocks)) if len(clocks) >= max(_LEAST, 4 * others) else []
    if not starts:
        return None
    listed = {id(unit) for unit in clocks}
    heads = dict(zip(starts, clocks, strict=True))
    units: list[Unit] = []
    for at, unit in enumerate(page.units):
        if at in heads:
            units.append(Unit("", unit.piece, unit.at, heads[at].clock, heads[at].dates))
        if id(unit) not in listed:
            units.append(unit)
    for unit in units:
        unit.zone = -1
    return page_of_units(page.lines, units)


def _listed(units: list[Unit]) -> list[Unit]:
    """The clocks that stand in runs of clocks and nothing else."""
    found: list[Unit] = []
    run: list[Unit] = []
    for unit in [*units, None]:
        if unit is not None and unit.clock is not None and (not run or unit.at != run[-1].at):
            run.append(unit)
            continue
        if len(run) >= _LEAST:
            found += run
        run = []
    return found


def _records(page: Page, count: int) -> list[int]:
    """The first units of so many boxes or lines alike, without clocks, that hold most of the page's text."""
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for box, (first, last) in zip(page.lines.boxes, page.spans, strict=True):
        if (
            first < last
            and not page.units[first].piece.zone
            and all(u.clock is None for u in page.units[first : min(last, first + 40)])
        ):
            groups[box.tag].append((first, last))
    for at, unit in enumerate(page.units):
        if unit.clock is None and not unit.piece.zone:
            groups[f"|{unit.piece.style}"].append((at, at + 1))
    fitting = [
        spans for spans in groups.values() if len(spans) == count and all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    ]
    best = max(fitting, key=lambda spans: sum(last - first for first, last in spans), default=[])
    return [first for first, _ in best]
