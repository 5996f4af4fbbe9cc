"""Lines of more than one sentence, of which a later one brings on somebody else: "Interview with Ann. Moderator: Bob"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from scrapers._language.namelike import looks_like_name
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._timing.unit import Unit

_STOP = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=[)”\"»]))\.\s+(?=[^\W\d_])")
_LONGEST, _MOST = 600, 6
_NAMED = 0.6


def with_sentences_apart(units: list[Unit]) -> list[Unit]:
    """The units, those of several sentences cut where one names people behind a label, while those before it name others.

    Where the first sentence names nobody it is a title, and `part_bylines` cuts it.
    """
    return [one for unit in units for one in (_parted(unit) if unit.clock is None and ". " in unit.text else (unit,))]


def _parted(unit: Unit) -> Iterator[Unit]:
    for place in itertools.islice(_STOP.finditer(unit.text), _MOST) if len(unit.text) <= _LONGEST else ():
        head, rest = unit.text[: place.start()], unit.text[place.end() :]
        label, names = split_role(rest)
        people = split_people(names) if label else []
        if people and names.startswith(people[0].name) and looks_like_name(people[0].name) >= _NAMED and split_people(head):
            yield replace(unit, text=head)
            yield replace(unit, text=rest, led=True, is_people=True)
            return
    yield unit
