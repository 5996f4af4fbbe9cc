"""What signs do in one field of people, found out over all its values: commas, bars, bold type.

A single value leaves open whether "Berg, Ana" is one person and "Tarn | Ana Berg" begins with a house; all together tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from scrapers._affiliation import split_affiliation
from scrapers._found import FoundPerson
from scrapers._names import is_group, is_placeholder, known_given, looks_like_name
from scrapers._people_texts import do_commas_part_people, people_in
from scrapers._plain import plain_text

_ENTRIES = re.compile(r"[;\n|]")
_INVERTED = re.compile(r"([^,()\n]{2,40}),\s*([^,()\n]{2,60}?)\s*(?:\(([^()\n]{2,120})\))?")
_MARKED = re.compile(r"<(b|strong|u)>([^<>]{3,60})</\1>|\*\*([^*]{3,60})\*\*|__([^_]{3,60})__")
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Signs:
    """`commas` part people (True), or a person from a house (False); `inverted`: "Berg, Ana (Tarn)" is one person.

    `bars`: one bar parts a person from a house; `marked`: among several people those in bold type present.
    """

    commas: bool | None = None
    inverted: bool = False
    bars: bool = False
    marked: bool = False


def signs_of(texts: Sequence[str], names: Set[str]) -> Signs:
    """What the signs of a field do; `names` are people's names known from elsewhere in the source, folded."""
    barred = [text for text in texts if text.count("|") == 1]
    several = [text for text in texts if "," in text or " et " in text or " and " in text or "&" in text]
    return Signs(
        do_commas_part_people(texts, names),
        inverted=_are_inverted(texts),
        bars=len(barred) >= _LEAST and sum(_side(text) is not None for text in barred) * 2 > len(barred),
        marked=len(several) > 1 and sum(len(_MARKED.findall(text)) == 1 for text in texts) * 3 >= 2 * len(texts),
    )


def people_by(text: str, signs: Signs, *, alone: bool = False) -> list[FoundPerson]:
    """The people a value names, its signs taken as in the whole field; groups ("Conference chairs") are none."""
    return [person for person in _people_by(text, signs, alone) if not is_group(person.name)]


def _people_by(text: str, signs: Signs, alone: bool) -> list[FoundPerson]:
    if signs.marked and (marked := _MARKED.search(text)):
        return people_in(plain_text(marked[2] or marked[3] or marked[4]))
    text = plain_text(text) if "<" in text else text
    if signs.inverted and (found := _turned(text)):
        return found
    if signs.bars and text.count("|") == 1 and (side := _side(text)) is not None:
        parts = [part.strip() for part in text.split("|")]
        job, company = split_affiliation(parts[1 - side])
        return [FoundPerson(person.name, job, company) for person in people_in(parts[side])]
    return people_in(text, alone=alone, commas_part_people=signs.commas)


def _are_inverted(texts: Sequence[str]) -> bool:
    """Whether most entries are a family name, a comma and a given name, which lists of people are not."""
    entries = [entry.strip() for text in texts for entry in _ENTRIES.split(text) if "," in entry]
    found = [match for entry in entries if (match := _INVERTED.fullmatch(entry))]
    given = [m for m in found if known_given(f"{m[2]} {m[1]}") > 0 and known_given(f"x{m[2]} {m[1]}") <= 0]
    return len(found) >= _LEAST and len(found) * 3 >= 2 * len(entries) and len(given) * 3 >= 2 * len(found)


def _turned(text: str) -> list[FoundPerson]:
    people: list[FoundPerson] = []
    for entry in _ENTRIES.split(text.strip()):
        if match := _INVERTED.fullmatch(entry.strip()):
            job, company = split_affiliation(match[3]) if match[3] else (None, None)
            people.append(FoundPerson(f"{match[2]} {match[1]}", job, company or None))
        elif entry.strip() and not is_placeholder(entry):
            people += people_in(entry)
    return people


def _side(text: str) -> int | None:
    """On which side of its bar a text has the person; None where neither is or both may be."""
    left, right = (looks_like_name(part) * (2 if known_given(part) > 0 else 1) for part in text.split("|"))
    return None if max(left, right) < 0.5 or abs(left - right) < 0.1 else int(right > left)
