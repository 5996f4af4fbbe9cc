"""What can be seen of every unit of a page, as numbers: its text, its format, its place, its neighbours.

The numbers feed the role model (`roles.py`); none of them holds words of a page, only findings of our own word lists.
What depends on a text, a format or the classes around it alone is found once for each of these, then laid out for all units.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scrapers._html.lines import Piece
from scrapers._language.vocabulary import page_words
from scrapers._parts.place_features import PLACE, place_features
from scrapers._parts.text_features import TEXT, text_features
from scrapers._people.known import Known
from scrapers._timing.heads import PARTS, part_labelled, part_named, parts_by_column
from scrapers._timing.unit import Page, Unit

_HINTS = ("time", "title", "person", "job", "room", "track", "text", "session", "noise")
OWN = (
    *TEXT,
    "bold", "level", "link", "listed", "column", "header", "nav", "foot", "form", "led",
    *(f"hint_{h}" for h in _HINTS), "hint_session_up", "hint_noise_up", "hint_person_up",
    *(f"head_{p}" for p in PARTS), *(f"label_{p}" for p in PARTS), *(f"above_{p}" for p in PARTS), "known", "known_in",
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
_OFFSET = PLACE.index("offset")
_BARE = frozenset(("body>section", "div>div", "tr>td", "td>div"))
_BEFORE, _BEHIND = 3, 6
"""So many lines of a plain text before and behind a time are told apart by their place."""
_PART = {"": 0} | {part: place for place, part in enumerate(PARTS, 1)}
_PART_FLAGS = np.vstack([np.zeros(len(PARTS)), np.eye(len(PARTS))])
Array = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(slots=True)
class Seen:
    """The features of a page: a row a unit, in the order of `NAMES`; those of times are empty. `texts` are the other units.

    `bare`: the page is a plain text, so that `styles` tell places.
    """

    rows: Array
    texts: Numbers
    styles: list[str]
    bare: bool = False


def features_of(page: Page, known: Known) -> Seen:
    """The numbers for every text unit; linear in the page. `known`: people the page presents."""
    units = page.units
    texts = np.array([at for at, u in enumerate(units) if u.clock is None], np.int64)
    bare = is_bare(page)
    styles = _places_as_styles(page) if bare else [_style_key(u) for u in units]
    kinds: dict[str, int] = {}
    groups = np.array([kinds.setdefault(style, len(kinds)) for style in styles], np.int64)
    rows = np.zeros((len(units), len(NAMES)))
    if len(texts):
        own = np.zeros((len(units), len(OWN)))
        own[texts] = _own(page, texts.tolist(), known)
        place = place_features(page, styles)
        style = _style_stats(page, own, place, groups, texts)
        zones, count = math.log1p(len(page.zones)), math.log1p(len(units))
        copied = len({units[at].text for at in texts.tolist()}) / len(texts)
        whole = np.tile((zones, count, copied), (len(units), 1))
        rows[texts] = np.hstack([own, place, style[groups], *_near(page, own, groups), whole])[texts]
    return Seen(rows, texts, styles, bare)


def is_bare(page: Page) -> bool:
    """Whether the page is a plain text: nothing but the elements that `_text/page.py` writes, none with a class."""
    return {page.lines.boxes[u.piece.box].tag for u in page.units} <= _BARE


def _places_as_styles(page: Page) -> list[str]:
    """What the units of a plain text share in place of a look: how far they stand behind the time of their zone."""
    zones = page.zones
    return [
        f"{_style_key(unit)}|{max(-_BEFORE, min(_BEHIND, at - zones[unit.zone].time)) if unit.zone >= 0 else ''}"
        for at, unit in enumerate(page.units)
    ]


def _style_key(unit: Unit) -> str:
    cell = unit.piece.cell
    return f"{unit.piece.style}|{min(cell.column, 1) if cell else ''}|{'+' if unit.led else ''}"


def _own(page: Page, texts: list[int], known: Known) -> Array:
    """What every text unit shows by itself, its classes and what names its part, in the order of `OWN`."""
    said: dict[tuple[str, bool], int] = {}
    looks: dict[tuple[object, ...], int] = {}
    of_text: list[list[float]] = []
    of_look: list[list[float]] = []
    above = _hints_above(page)
    places = []
    for at in texts:
        unit = page.units[at]
        key = (unit.text, unit.led)
        if (text := said.get(key)) is None:
            text = said[key] = len(of_text)
            of_text.append([*text_features(unit), float(_PART[part_labelled(unit.text)]), *_known_parts(unit, known)])
        piece = unit.piece
        cell = piece.cell
        format_ = (
            piece.bold, piece.tag_level, bool(piece.link), piece.listed, cell.column + 1 if cell else 0,
            bool(cell and cell.header), piece.zone, unit.led, piece.hints, above[piece.box],
        )  # fmt: skip
        if (look := looks.get(format_)) is None:
            look = looks[format_] = len(of_look)
            of_look.append(_of_look(piece, led=unit.led, above=above[piece.box]))
        places.append((text, look))
    text_at, look_at = np.array(places).T
    found = np.array(of_text)[text_at]
    heads, labels = np.array(_parts_beside(page, texts)).T
    size = len(TEXT)
    return np.hstack([
        found[:, :size], np.array(of_look)[look_at], _PART_FLAGS[heads], _PART_FLAGS[found[:, size].astype(np.int64)],
        _PART_FLAGS[labels], found[:, size + 1 :],
    ])  # fmt: skip


def _hints_above(page: Page) -> list[str]:
    """For every box the words of the classes of the three around it."""
    boxes = page.lines.boxes
    up = [boxes[box.parent] for box in boxes]
    further = [(one, boxes[one.parent]) for one in up]
    return [f"{one.hints} {two.hints} {boxes[two.parent].hints}" for one, two in further]


def _of_look(piece: Piece, *, led: bool, above: str) -> list[float]:
    """The format of a unit and what the words of the classes of its element and of those above it name."""
    lists = page_words()
    cell = piece.cell
    hints, over = {(h,) for h in piece.hints.split()}, {(h,) for h in above.split()}
    return [
        float(piece.bold), float(piece.tag_level), float(bool(piece.link)), float(piece.listed),
        float(cell.column + 1) if cell else 0.0, float(bool(cell and cell.header)),
        float(piece.zone == "nav"), float(piece.zone == "foot"), float(piece.zone == "form"), float(led),
        *(float(not hints.isdisjoint(lists[f"hint_{name}"].phrases)) for name in _HINTS),
        *(float(not over.isdisjoint(lists[f"hint_{name}"].phrases)) for name in ("session", "noise", "person")),
    ]  # fmt: skip


def _parts_beside(page: Page, texts: list[int]) -> list[tuple[int, int]]:
    """What the head of its column and a label right above it say of every unit, as places in `PARTS` from 1 on; 0: nothing."""
    heads = parts_by_column(page)
    found = []
    for at in texts:
        cell = page.units[at].piece.cell
        head = heads.get((cell.table, cell.column), "") if cell and cell.row else ""
        before = page.units[at - 1] if at else None
        is_label = before is not None and before.clock is None and before.text[-1:] in ":："
        found.append((_PART[head], _PART[part_named(before.text)] if before is not None and is_label else 0))
    return found


def _known_parts(unit: Unit, known: Known) -> tuple[float, float]:
    held = known.names_in(unit.text[:200]) if known.names else []
    return float(bool(held) and known.is_name(unit.text)), float(bool(held))


def _style_stats(page: Page, own: Array, place: Array, groups: Numbers, texts: Numbers) -> Array:
    """What the units of every format have in common, a row a format."""
    units = page.units
    zones = np.array([u.zone for u in units])
    count = int(groups.max()) + 1
    inside = texts[zones[texts] >= 0]
    different: dict[int, set[str]] = defaultdict(set)
    held: dict[int, set[int]] = defaultdict(set)
    for at, group in zip(texts.tolist(), groups[texts].tolist(), strict=True):
        different[group].add(units[at].text)
        if units[at].zone >= 0:
            held[group].add(units[at].zone)
    many, within = np.bincount(groups[texts], minlength=count), np.bincount(groups[inside], minlength=count)
    spread = np.array([len(held[group]) for group in range(count)])
    members = np.maximum(many, 1)

    def mean(column: Array) -> Array:
        total: Array = np.bincount(groups[texts], column[texts], minlength=count) / members
        return total

    named = np.maximum(own[:, _AT["name"]], own[:, _AT["name_start"]])
    offsets = np.bincount(groups[inside], place[inside, _OFFSET], minlength=count) / np.maximum(within, 1)
    job, words, label, rest, name, room, noise, known_in, head = (
        mean(own[:, _AT[one]]) for one in ("job", "words", "label", "break", "name", "room", "noise", "known_in", "head_person")
    )
    return np.column_stack([
        [math.log1p(n) for n in many.tolist()], spread / max(1, len(page.zones)), within / np.maximum(spread, 1),
        np.array([len(different[group]) for group in range(count)]) / members, mean(named), job, words, within / members,
        offsets, label, rest, name, room, noise, known_in, head,
    ])  # fmt: skip


def _near(page: Page, own: Array, groups: Numbers) -> list[Array]:
    """What stands so many units before and behind every unit, in the order of `NEAR`, an array for each of `NEARS`."""
    units = page.units
    zones, boxes = np.array([u.zone for u in units]), np.array([u.piece.box for u in units])
    times = np.array([u.clock is not None for u in units])
    dates = np.array([float(u.is_date and u.clock is None) for u in units])
    levels = np.array([float(u.piece.tag_level if u.clock is None else 0) for u in units])
    named = np.maximum(own[:, _AT["name"]], own[:, _AT["name_start"]])
    columns = [named, *(own[:, _AT[name]] for name in ("job", "company", "words")), dates, levels, own[:, _AT["label"]]]
    found = []
    for step in NEARS:
        near = np.zeros((len(units), len(NEAR)))
        here, there = (slice(0, -step), slice(step, None)) if step > 0 else (slice(-step, None), slice(0, step))
        if len(units) > abs(step):
            name, job, company, words, date, level, label = (column[there] for column in columns)
            time = np.where(times[there], 1.0, np.where(zones[there] == zones[here], 0.0, 0.5))
            style = (groups[there] == groups[here]) & ~times[there]
            near[here] = np.column_stack([
                name, job, company, words, time, date, style, boxes[there] == boxes[here], level, label,
            ])  # fmt: skip
        found.append(near)
    return found
