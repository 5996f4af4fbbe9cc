"""Where every unit of a page stands: in its zone, its box, its part of a grid; as numbers for the role model."""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np
from numpy.typing import NDArray

from scrapers._timing.unit import Page, Zone

PLACE = (
    "in_zone", "offset", "zone_size", "first", "last", "from_end", "same_line", "same_box", "same_row", "longest",
    "style_in_zone",
    "style_first", "top_level", "only_bold", "copies", "box_size", "box_first",
    "parts", "part_size", "part_index", "part_last", "part_longest", "part_style_first", "part_same",
)  # fmt: skip
_IN_ZONE = PLACE.index("copies")
_NO_LEVEL = 99
Array = NDArray[np.float64]
Numbers = NDArray[np.int64]


def place_features(page: Page, styles: list[str]) -> Array:
    """Where every unit stands in its zone and its box, in the order of `PLACE`."""
    units, kinds = page.units, _numbered(styles)
    copies = Counter(unit.text for unit in units)
    spans = np.array([page.spans[u.piece.box] for u in units])
    rare = np.minimum([copies[u.text] for u in units], 9)
    place = np.arange(len(units))
    box = [rare, np.minimum(spans[:, 1] - spans[:, 0], 20), place == spans[:, 0]]
    out = np.zeros((len(units), len(PLACE)))
    out[:, _IN_ZONE : _IN_ZONE + len(box)] = np.column_stack(box)
    zone = np.array([u.zone if u.clock is None else -1 for u in units])
    inside = np.flatnonzero(zone >= 0)
    if len(inside):
        out[inside, :_IN_ZONE] = _in_zones(page, kinds, inside, zone[inside])
        parts = {at: row for each in page.zones for at, row in _parts(page, each, styles).items() if units[at].zone >= 0}
        if parts:
            out[list(parts), _IN_ZONE + len(box) :] = list(parts.values())
    return out


def _numbered(styles: list[str]) -> Numbers:
    known: dict[str, int] = {}
    return np.array([known.setdefault(style, len(known)) for style in styles])


def _in_zones(page: Page, kinds: Numbers, inside: Numbers, zone: Numbers) -> Array:
    """How the units `inside` zones stand in them."""
    units = page.units
    firsts, lasts, clocks = np.array([(z.first, z.last, z.time) for z in page.zones]).T
    pieces = [u.piece for u in units]
    lines, boxes, levels, bolds = np.array([(p.line, p.box, p.tag_level, p.bold) for p in pieces]).T
    cells = np.array([(p.cell.table, p.cell.row) if p.cell else (-1, at) for at, p in enumerate(pieces)])
    is_text = np.array([u.clock is None for u in units])
    lengths = np.array([len(u.text) for u in units]) * is_text
    before = np.concatenate(([0], np.cumsum(is_text)))
    bold_before = np.concatenate(([0], np.cumsum(bolds * is_text)))
    edges = np.column_stack([firsts, lasts]).ravel()
    longest = np.maximum.reduceat(np.append(lengths, 0), edges)[::2]
    top = np.minimum.reduceat(np.append(np.where(is_text & (levels > 0), levels, _NO_LEVEL), _NO_LEVEL), edges)[::2]
    size = (before[lasts] - before[firsts])[zone]
    index = before[inside] - before[firsts[zone]]
    held = np.concatenate([np.arange(first, last) for first, last in zip(firsts, lasts, strict=True)])
    owner = np.repeat(np.arange(len(firsts)), lasts - firsts)
    many = int(kinds.max()) + 1
    keys, counts = np.unique((owner * many + kinds[held])[is_text[held]], return_counts=True)
    own = zone * many + kinds[inside]
    _, leading = np.unique(own, return_index=True)
    is_first = np.zeros(len(inside), bool)
    is_first[leading] = True
    time = clocks[zone]
    return np.column_stack([
        np.ones(len(inside)), np.clip(inside - time, -9, 9), np.minimum(size, 30), index == 0, index == size - 1,
        np.minimum(size - 1 - index, 9), lines[inside] == lines[time], boxes[inside] == boxes[time],
        (cells[inside] == cells[time]).all(axis=1), lengths[inside] == longest[zone],
        np.minimum(counts[np.searchsorted(keys, own)], 9), is_first, (levels[inside] > 0) & (levels[inside] == top[zone]),
        (bolds[inside] > 0) & ((bold_before[lasts] - bold_before[firsts])[zone] == 1),
    ])  # fmt: skip


def _parts(page: Page, zone: Zone, styles: list[str]) -> dict[int, list[float]]:
    """How every unit stands in its part of a zone: one of the like boxes (cards, cells) that share the zone's time, if any."""
    texts = [at for at in range(zone.first, zone.last) if page.units[at].clock is None]
    groups = like_boxes(page, zone, texts)
    out: dict[int, list[float]] = {}
    for group in groups:
        longest = max(len(page.units[at].text) for at in group)
        seen: set[str] = set()
        same = {styles[at] for at in groups[0]}
        for place, at in enumerate(group):
            out[at] = [
                float(min(len(groups), 12)), float(min(len(group), 12)), float(min(place, 9)), float(at == group[-1]),
                float(len(page.units[at].text) == longest), float(styles[at] not in seen), float(styles[at] in same),
            ]  # fmt: skip
            seen.add(styles[at])
    return out


def like_boxes(page: Page, zone: Zone, texts: list[int], least: int = 2) -> list[list[int]]:
    """The units of a zone by the largest boxes in it that do not hold its time, where several of them are alike.

    Boxes that hold fewer than `least` units on average are no cards.
    """
    boxes, spans = page.lines.boxes, page.spans
    tops: dict[int, list[int]] = {}
    for at in texts:
        box = page.units[at].piece.box
        top = -1
        while box:
            first, last = spans[box]
            if first < zone.first or last > zone.last or first <= zone.time < last:
                break
            top, box = box, boxes[box].parent
        tops.setdefault(top, []).append(at)
    while len(tops) == 1 and (only := next(iter(tops))) >= 0:
        inner: dict[int, list[int]] = {}
        for at in tops[only]:
            box = page.units[at].piece.box
            while box != only and boxes[box].parent != only:
                box = boxes[box].parent
            inner.setdefault(-1 if box == only else box, []).append(at)
        tops = inner
    styles: dict[str, list[list[int]]] = defaultdict(list)
    for top, members in tops.items():
        if top >= 0:
            styles[boxes[top].tag].append(members)
    best = max(styles.values(), key=lambda groups: sum(map(len, groups)), default=[])
    alike = len(best) > 1 and sum(map(len, best)) >= max(least * len(best), 0.5 * len(texts))
    return best if alike else ([texts] if texts else [])
