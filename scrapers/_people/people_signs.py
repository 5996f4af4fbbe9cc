"""What signs do in one field of people, found out over all its values: commas, bars, bold type.

A single value leaves open whether "Berg, Ana" is one person and "Tarn | Ana Berg" begins with a house; all together tell.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import takewhile

from scrapers._found import FoundPerson, fold
from scrapers._html.plain import plain_text
from scrapers._language.awaited import is_placeholder
from scrapers._language.jobs import job_and_company, says_job, words_say
from scrapers._language.namelike import is_group, looks_like_name
from scrapers._language.words import given_names
from scrapers._people.affiliation import split_affiliation
from scrapers._people.people_texts import do_commas_part_people, people_in
from scrapers._people.pieces import known_given

_ENTRIES = re.compile(r"[;\n|]")
_INVERTED = re.compile(r"([^,()\n]{2,40}),\s*([^,()\n]{2,60}?)\s*(?:\(([^()\n]{2,120})\))?")
_MARKED = re.compile(r"<(b|strong|u)>([^<>]{3,60})</\1>|\*\*([^*]{3,60})\*\*|__([^_]{3,60})__")
_LEAST = 3
_BODY = 0.5
_NAME, _APART, _TURNED = 0.5, 0.1, 0.15
"""So much like names must the texts on one side of bars be on average, and so much more than those on the other; and so much
more than it a text on the other side, to be the person of its value."""


@dataclass(frozen=True, slots=True)
class Signs:
    """`commas` part people (True), or a person from a house (False); `inverted`: "Berg, Ana (Tarn)" is one person.

    `person_at`: one bar parts a person from a house, and on this side of it (0 or 1) mostly stands the person; `marked`: among
    several people those in bold type present.
    """

    commas: bool | None = None
    inverted: bool = False
    person_at: int | None = None
    marked: bool = False


def signs_of(texts: Sequence[str], names: Set[str]) -> Signs:
    """What the signs of a field do; `names` are people's names known from elsewhere in the source, folded."""
    barred = [text for text in texts if text.count("|") == 1]
    several = [text for text in texts if "," in text or " et " in text or " and " in text or "&" in text]
    return Signs(
        do_commas_part_people(texts, names),
        inverted=_are_inverted(texts),
        person_at=_side(barred) if len(barred) >= _LEAST else None,
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
    if signs.person_at is not None and text.count("|") == 1:
        parts = [part.strip() for part in text.split("|")]
        turned = _likeness(parts[1 - signs.person_at]) > _likeness(parts[signs.person_at]) + _TURNED
        at = 1 - signs.person_at if turned else signs.person_at
        job, company = split_affiliation(parts[1 - at])
        return [FoundPerson(person.name, job, company) for person in people_in(parts[at])]
    return people_in(text, alone=alone, commas_part_people=signs.commas)


def _are_inverted(texts: Sequence[str]) -> bool:
    """Whether most entries are a family name, a comma and a given name, which lists of people are not.

    Given names known stand behind the commas then, mostly; or more often than before them, and most family names are one word.
    """
    entries = [entry.strip() for text in texts for entry in _ENTRIES.split(text) if "," in entry]
    found = [match for entry in entries if (match := _INVERTED.fullmatch(entry)) and not says_job(match[1])]
    behind, before = (sum(_tells_given(m[side], m[3 - side]) for m in found) for side in (2, 1))
    short = sum(" " not in m[1] for m in found) * 3 >= 2 * len(found) and behind > before
    return len(found) >= _LEAST and len(found) * 3 >= 2 * len(entries) and (short or behind * 3 >= 2 * len(found))


def _tells_given(part: str, other: str) -> bool:
    """Whether a known given name stands in this part and none in the other."""
    known, unlike = (not given_names().isdisjoint(fold(text).split()) for text in (part, other))
    return known and not unlike


def _turned(text: str) -> list[FoundPerson]:
    people: list[FoundPerson] = []
    for entry in _ENTRIES.split(text.strip()):
        if match := _INVERTED.fullmatch(entry.strip()):
            if words_say(match[1])[1] > _BODY:
                continue  # "Organising committee, Tarn"
            given, house = _without_house(match[2])
            told = " ".join(filter(None, (house, f"({match[3]})" if house and match[3] else match[3])))
            job, company = split_affiliation(told) if told else (None, None)
            people.append(FoundPerson(f"{given} {match[1]}", job, company or None))
        elif entry.strip() and not is_placeholder(entry):
            people += people_in(entry)
    return people


def _without_house(given: str) -> tuple[str, str]:
    """Given names apart from a house behind them that nothing parts from them ("Ana University of Tarn")."""
    words = given.split()
    if words_say(given)[1] <= _BODY or words_say(words[0])[1] > 0:
        return given, ""
    count = max(1, sum(1 for _ in takewhile(lambda word: fold(word) in given_names(), words)))
    return " ".join(words[:count]), " ".join(words[count:])


def _side(texts: Sequence[str]) -> int | None:
    """On which side of their bars texts have the person, over all of them; None where neither does or both may."""
    left, right = (statistics.fmean(map(_likeness, side)) for side in zip(*(text.split("|") for text in texts), strict=True))
    return None if max(left, right) < _NAME or abs(left - right) < _APART else int(right > left)


def _likeness(part: str) -> float:
    return looks_like_name(part) * (1 + (known_given(part) > 0)) - max(job_and_company(part))
