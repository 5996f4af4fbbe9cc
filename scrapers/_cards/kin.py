"""Formats that differ from a page's usual ones in the elements around them alone.

One card of many is the first, the open, the featured or the red one: its element, or one within it, has a class of its
own, and so every line of it a format of its own. Such a format stands for the usual one.
Headings of cards go together even where the elements around them differ.
"""

from __future__ import annotations

import re
from collections import defaultdict

from scrapers._html.slots import Slot, Slots
from scrapers._remembered import remembered

_CLASS = re.compile(r"\.[^.\d]+")
_LEAST = 3
"""So many lines make a format the usual one, and a third of them at most the odd one."""


def give_usual_formats(page: Slots) -> None:
    """Give the lines of every odd format the usual one: of the same elements, the innermost with the same classes."""
    members: dict[str, list[Slot]] = defaultdict(list)
    for slot in page.slots:
        if not slot.zone:
            members[slot.key].append(slot)
    kin: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, slots in members.items():
        kin[_without_classes_around(slots[0].path), key[len(slots[0].path) :]].append(key)
    for keys in kin.values():
        best = max(keys, key=lambda key: len(members[key]))
        most = len(members[best])
        for key in keys if most >= _LEAST else ():
            if key != best and _LEAST * len(members[key]) <= most:
                for slot in members[key]:
                    slot.key = best


def join_odd_headings(lines: dict[str, list[int]], page: Slots) -> None:
    """Put the few headings of cards in which more or less is wrapped around them to the lines of the others.

    A link stands around the heading of most cards, say, and a `div` where somebody has no page.
    `lines` are those of each format.
    """
    alike: dict[tuple[int, tuple[str, ...]], list[str]] = defaultdict(list)
    for key, at in lines.items():
        if page.slots[at[0]].level:
            alike[page.slots[at[0]].level, tuple(key.split(">")[-2:])].append(key)
    for keys in alike.values():
        best = max(keys, key=lambda key: len(lines[key]))
        classes = {part for part in best.split(">")[:-2] if "." in part}
        for key in keys:
            if key != best and len(lines[best]) > max(_LEAST - 1, 4 * len(lines[key])) and classes & {*key.split(">")[:-2]}:
                lines[best] = sorted([*lines[best], *lines.pop(key)])


@remembered
def _without_classes_around(path: str) -> str:
    """A block and those around it, with the classes of the block alone; a cell stays one of its column."""
    *around, own = path.split(">")
    return ">".join([*(_CLASS.sub("", name) for name in around), own])
