"""What can be seen of every unit of a page, as numbers: its text, its format, its place, its neighbours.

The numbers feed the role model (`_roles.py`); none of them holds words of a page, only findings of our own word lists.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

from scrapers._heads import PARTS, part_labelled, part_named, parts_by_column
from scrapers._jobs import job_and_company
from scrapers._kinds import kind_of
from scrapers._known import Known
from scrapers._namelike import is_placeholder, looks_like_name
from scrapers._names import split_role
from scrapers._unit import Page, Unit, Zone
from scrapers._vocabulary import page_words

_HINTS = ("time", "title", "person", "job", "room", "track", "text", "session", "noise")
OWN = (
    "words", "chars", "capital", "upper", "lower_start", "end_stop", "end_ask", "end_colon", "colon", "commas", "bracket",
    "digits", "quote", "dash", "bar", "address", "spaceless", "name", "name_start", "label", "job", "company", "break",
    "special",
    "room", "track", "noise", "noise_whole", "people_word", "placeholder", "date", "day",
    "bold", "level", "link", "listed", "column", "header", "nav", "foot", "form", "led",
    *(f"hint_{h}" for h in _HINTS), "hint_session_up", "hint_noise_up", "hint_person_up",
    *(f"head_{p}" for p in PARTS), *(f"label_{p}" for p in PARTS), *(f"above_{p}" for p in PARTS), "known", "known_in",
)  # fmt: skip
PLACE = (
    "in_zone", "offset", "zone_size", "first", "last", "from_end", "same_line", "same_box", "same_row", "longest",
    "style_in_zone",
    "style_first", "top_level", "only_bold", "copies", "box_size", "box_first",
    "parts", "part_size", "part_index", "part_last", "part_longest", "part_style_first", "part_same",
)  # fmt: skip
STYLE = (
    "s_count", "s_zones", "s_per_zone", "s_distinct", "s_name", "s_job", "s_words", "s_in_zone", "s_offset", "s_label",
    "s_break",
    "s_name_max", "s_room", "s_noise", "s_known", "s_head",
)  # fmt: skip
NEAR = ("name", "job", "company", "words", "time", "date", "style", "box", "level", "label")
NEARS = (-2, -1, 1, 2)
NAMES: tuple[str, ...] = (*OWN, *PLACE, *STYLE, *(f"n{d}_{n}" for d in NEARS for n in NEAR), "p_zones", "p_units", "p_copies")
_AT = {name: i for i, name in enumerate(OWN)}


@dataclass(slots=True)
class Seen:
    """The features of all units of a page; rows of times are empty lists."""

    rows: list[list[float]]
    styles: list[str]


def features_of(page: Page, known: Known) -> Seen:
    """The numbers for every text unit, in the order of `NAMES`; linear in the page. `known`: people the page presents."""
    units = page.units
    cache: dict[tuple[str, bool], list[float]] = {}
    heads = parts_by_column(page)
    own = [
        [*_own(u, page, cache), *_named_parts(page, at, heads), *_known_parts(u, known)] if u.clock is None else []
        for at, u in enumerate(units)
    ]
    styles = [_style_key(u) for u in units]
    place = _places(page, styles)
    style = _style_stats(page, own, styles, place)
    rows: list[list[float]] = []
    zones, count = math.log1p(len(page.zones)), math.log1p(len(units))
    copied = len({u.text for u in units if u.clock is None}) / max(1, sum(u.clock is None for u in units))
    for at, unit in enumerate(units):
        if unit.clock is not None:
            rows.append([])
            continue
        near = [value for step in NEARS for value in _near(page, own, styles, at, at + step)]
        rows.append([*own[at], *place[at], *style[styles[at]], *near, zones, count, copied])
    return Seen(rows, styles)


def _style_key(unit: Unit) -> str:
    cell = unit.piece.cell
    return f"{unit.piece.style}|{min(cell.column, 1) if cell else ''}|{'+' if unit.led else ''}"


def _own(unit: Unit, page: Page, cache: dict[tuple[str, bool], list[float]]) -> list[float]:
    text = unit.text
    key = (text, unit.led)
    if key not in cache:
        cache[key] = _of_text(unit)
    piece = unit.piece
    hints = set(piece.hints.split())
    box = page.lines.boxes[piece.box]
    above: set[str] = set()
    for _ in range(3):
        box = page.lines.boxes[box.parent]
        above.update(box.hints.split())
    lists = page_words()
    flags = [float(any((h,) in lists[f"hint_{name}"].phrases for h in hints)) for name in _HINTS]
    up = [float(any((h,) in lists[f"hint_{name}"].phrases for h in above)) for name in ("session", "noise", "person")]
    return [
        *cache[key], float(piece.bold), float(piece.level), float(bool(piece.link)), float(piece.listed),
        float(piece.cell.column + 1) if piece.cell else 0.0, float(bool(piece.cell and piece.cell.header)),
        float(piece.zone == "nav"), float(piece.zone == "foot"), float(piece.zone == "form"), float(unit.led), *flags, *up,
    ]  # fmt: skip


_NO_PLACE = [0.0] * 7
_NO_PART = [0.0] * len(PARTS)
_FLAGS = {"": _NO_PART} | {part: [float(part == other) for other in PARTS] for part in PARTS}


def _named_parts(page: Page, at: int, heads: dict[tuple[int, int], str]) -> list[float]:
    """What the head of its column, its own label, and a label right above it say of a unit."""
    unit = page.units[at]
    cell = unit.piece.cell
    head = heads.get((cell.table, cell.column), "") if cell and cell.row else ""
    before = page.units[at - 1] if at else None
    above = part_named(before.text) if before is not None and before.clock is None and before.text[-1:] in ":：" else ""
    return [*_FLAGS[head], *_FLAGS[part_labelled(unit.text)], *_FLAGS[above]]


def _known_parts(unit: Unit, known: Known) -> list[float]:
    held = known.names_in(unit.text[:200]) if known.names else []
    return [float(bool(held) and known.is_name(unit.text)), float(bool(held))]


def _of_text(unit: Unit) -> list[float]:
    text = unit.text[:400]
    words = text.split()
    letters = [w for w in words if w[:1].isalpha()]
    lists = page_words()
    spaceless = sum("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in text) / len(text)
    short = len(text) <= 160
    label, rest = split_role(text) if short else (None, text)
    name = looks_like_name(rest) if short else 0.0
    start = max((looks_like_name(rest[: rest.find(mark)]) for mark in ",(-–—|" if 2 < rest.find(mark) < 50), default=0.0)
    job, company = job_and_company(text) if short else (0.0, 0.0)
    kind = kind_of(text) if short else "talk"

    def held(name: str) -> float:
        return float(short and next(iter(lists[name].find(unit.words, unit.plain)), None) is not None)

    noise_whole = tuple(unit.words) in lists["noise"].phrases
    count = len(words) if spaceless < 0.3 else len(text) / 2.5
    return [
        min(count, 60.0), min(len(text), 400) / 10,
        sum(w[0].isupper() for w in letters) / len(letters) if letters else 0.0,
        float(text.isupper()), float(text[:1].islower()), float(text[-1:] in ".。"), float(text[-1:] in "?？!"),
        float(text[-1:] in ":："), float(":" in text[:-1] or "：" in text[:-1]),
        float(min(text.count(",") + text.count("、"), 6)),
        float("(" in text or "（" in text), sum(c.isdigit() for c in text) / len(text),
        float(any(c in text for c in "\"“”„«»「『")),
        float(" - " in text or " – " in text or " — " in text), float("|" in text or " / " in text),
        float("@" in text or "://" in text),
        spaceless, name, start, float(label is not None), min(job, 3.0), min(company, 3.0),
        float(kind in ("break", "networking")),
        float(kind in ("keynote", "panel", "workshop")), held("room"), held("track"), held("noise"), float(noise_whole),
        held("people"),
        float(is_placeholder(text)), float(unit.is_date), float(unit.day or 0),
    ]  # fmt: skip


def _places(page: Page, styles: list[str]) -> list[list[float]]:
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
            out.append([0.0] * 14 + [rare, *box, *_NO_PLACE])
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
                float(unit.piece.bold and bolds == 1), rare, *box, *parts.get(at, _NO_PLACE),
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


def _style_stats(page: Page, own: list[list[float]], styles: list[str], place: list[list[float]]) -> dict[str, list[float]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for at, style in enumerate(styles):
        if own[at]:
            groups[style].append(at)
    out = {}
    for style, members in groups.items():
        n = len(members)

        def mean(name: str, members: list[int] = members, n: int = n) -> float:
            return sum(own[i][_AT[name]] for i in members) / n

        inside = [i for i in members if page.units[i].zone >= 0]
        zones = {page.units[i].zone for i in inside}
        out[style] = [
            math.log1p(n), len(zones) / max(1, len(page.zones)), len(inside) / max(1, len(zones)),
            len({page.units[i].text for i in members}) / n,
            sum(max(own[i][_AT["name"]], own[i][_AT["name_start"]]) for i in members) / n,
            mean("job"), mean("words"), len(inside) / n, sum(place[i][1] for i in inside) / max(1, len(inside)), mean("label"),
            mean("break"),
            mean("name"), mean("room"), mean("noise"), mean("known_in"), mean("head_person"),
        ]  # fmt: skip
    return out


def _near(page: Page, own: list[list[float]], styles: list[str], at: int, other: int) -> list[float]:
    if not 0 <= other < len(page.units):
        return [0.0] * 4 + [0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    unit, row = page.units[other], own[other]
    if not row:
        return [0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, float(unit.piece.box == page.units[at].piece.box), 0.0, 0.0]
    same_zone = unit.zone == page.units[at].zone
    return [
        max(row[_AT["name"]], row[_AT["name_start"]]), row[_AT["job"]], row[_AT["company"]], row[_AT["words"]],
        0.0 if same_zone else 0.5, float(unit.is_date), float(styles[other] == styles[at]),
        float(unit.piece.box == page.units[at].piece.box), float(unit.piece.level), row[_AT["label"]],
    ]  # fmt: skip
