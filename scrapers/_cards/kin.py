"""Formats that differ from a page's usual ones in the classes of the elements around them alone.

One card of many is the first, the open, the featured or the red one: its element, or one within it, has a class of its
own, and so every line of it a format of its own. Such a format stands for the usual one.
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


@remembered
def _without_classes_around(path: str) -> str:
    """A block and those around it, with the classes of the block alone; a cell stays one of its column."""
    *around, own = path.split(">")
    return ">".join([*(_CLASS.sub("", name) for name in around), own])
