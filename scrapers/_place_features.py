"""Where every unit of a page stands: in its zone, its box, its part of a grid; as numbers for the role model."""

from __future__ import annotations

from collections import defaultdict

from scrapers._unit import Page, Zone

PLACE = (
    "in_zone", "offset", "zone_size", "first", "last", "from_end", "same_line", "same_box", "same_row", "longest",
    "style_in_zone",
    "style_first", "top_level", "only_bold", "copies", "box_size", "box_first",
    "parts", "part_size", "part_index", "part_last", "part_longest", "part_style_first", "part_same",
)  # fmt: skip
_NO_PART = [0.0] * 7


def place_features(page: Page, styles: list[str]) -> list[list[float]]:
    """Where every unit stands in its zone and its box, in the order of `PLACE`."""
    units = page.units
    copies: dict[str, int] = defaultdict(int)
    for unit in units:
        copies[unit.text] += 1
    out: list[list[float]] = []
    stats = [_zone_stats(page, z.first, z.last, styles) for z in page.zones]
    seen: dict[int, set[str]] = defaultdict(set)
    parts = {at: row for zone in page.zones for at, row in _parts(page, zone, styles).items()}
    for at, unit in enumerate(units):
        first, last = page.spans[unit.piece.box]
        box = [float(min(last - first, 20)), float(at == first)]
        rare = float(min(copies[unit.text], 9))
        if unit.zone < 0 or unit.clock is not None:
            out.append([0.0] * 14 + [rare, *box, *_NO_PART])
            continue
        zone = page.zones[unit.zone]
        time = units[zone.time].piece
        texts, longest, counts, top, bolds = stats[unit.zone]
        index = texts[at]
        cell = unit.piece.cell
        row = bool(cell and time.cell and cell.table == time.cell.table and cell.row == time.cell.row)
        out.append(
            [
                1.0, float(max(-9, min(9, at - zone.time))), float(min(len(texts), 30)), float(index == 0),
                float(index == len(texts) - 1),
                float(min(9, len(texts) - 1 - index)), float(unit.piece.line == time.line), float(unit.piece.box == time.box),
                float(row), float(len(unit.text) == longest), float(min(counts[styles[at]], 9)),
                float(styles[at] not in seen[unit.zone]), float(unit.piece.level > 0 and unit.piece.level == top),
                float(unit.piece.bold and bolds == 1), rare, *box, *parts.get(at, _NO_PART),
            ]
        )  # fmt: skip
        seen[unit.zone].add(styles[at])
    return out


def _parts(page: Page, zone: Zone, styles: list[str]) -> dict[int, list[float]]:
    """How every unit stands in its part of a zone: one of the like boxes (cards, cells) that share the zone's time, if any."""
    texts = [at for at in range(zone.first, zone.last) if page.units[at].clock is None]
    groups = _like_boxes(page, zone, texts)
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


def _like_boxes(page: Page, zone: Zone, texts: list[int]) -> list[list[int]]:
    """The units of a zone by the largest boxes in it that do not hold its time, where several of them are alike."""
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
    alike = len(best) > 1 and sum(map(len, best)) >= max(2 * len(best), 0.5 * len(texts))
    return best if alike else ([texts] if texts else [])


def _zone_stats(page: Page, first: int, last: int, styles: list[str]) -> tuple[dict[int, int], int, dict[str, int], int, int]:
    texts = [i for i in range(first, last) if page.units[i].clock is None]
    counts: dict[str, int] = defaultdict(int)
    for i in texts:
        counts[styles[i]] += 1
    levels = [page.units[i].piece.level for i in texts if page.units[i].piece.level]
    bolds = sum(page.units[i].piece.bold for i in texts)
    longest = max((len(page.units[i].text) for i in texts), default=0)
    return {i: n for n, i in enumerate(texts)}, longest, counts, min(levels, default=0), bolds
