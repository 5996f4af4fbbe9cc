"""Lines in Chinese or Japanese that end in who speaks, a blank before it: "開会挨拶 安井 奏（風見大学 学長）"."""

from __future__ import annotations

import itertools
import re

from scrapers._bylines.marks import LONGEST, PLACES, Cut, people_leading
from scrapers._language.namelike import looks_like_name
from scrapers._language.words import CJK
from scrapers._people.names import share_told, split_people

_BLANK = re.compile(r"(?<!\s)\s+")
_KOREAN = re.compile(r"[\uac00-\ud7a3]")
_NAMED, _TOLD = 0.6, 0.6


def at_eastern_end(text: str) -> Cut | None:
    """The line cut at its first blank behind which all tells one person, with brackets that say what that is; else None.

    In Korean all words have blanks between them, and many look like names.
    """
    if len(text) > LONGEST or text[-1:] not in ")）" or not CJK.search(text) or _KOREAN.search(text):
        return None
    names_within = [(text.find(p.name), p.name) for p in split_people(text)]
    for place in itertools.islice(_BLANK.finditer(text), PLACES):
        if any(first < place.start() < first + len(name) for first, name in names_within):
            continue  # "講師：谷口 恵子 氏（里山研究所 所長）"
        title, names = text[: place.start()], text[place.end() :]
        people = people_leading(names) if len(title) > 1 and CJK.search(title) else []
        if len(people) != 1 or not people[0].title or looks_like_name(people[0].name) < _NAMED:
            continue
        if share_told(people, names) >= _TOLD and not split_people(title):
            return title, names, False
    return None
