"""How surely a line names people and nothing else."""

from __future__ import annotations

import re

from scrapers._found import FoundPerson
from scrapers._language.awaited import is_placeholder
from scrapers._language.called import remembered_by_page
from scrapers._language.jobs import says_job
from scrapers._language.kinds import is_kind, kind_of
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.vocabulary import plain, words_of
from scrapers._language.words import CJK
from scrapers._people.labels import split_role
from scrapers._people.names import share_told, split_people
from scrapers._people.pieces import known_given

_LONGEST = 240
_ALL, _NAME = 0.8, 0.5
_SIGNS = re.compile(r"^\W{1,6}")
_LABELLED = 0.6
"""How surely a text behind a label of people is a name, however odd."""


def only_people(text: str) -> list[FoundPerson]:
    """The people of a text that tells of them and of nothing else ("Ann Archer, Acme Labs"); none of any other."""
    people = split_people(text) if len(text) <= _LONGEST else []
    whole = share_told(people, text) >= _ALL and all(looks_like_name(person.name) >= _NAME for person in people)
    return people if whole else []


@remembered_by_page
def people_fill(text: str) -> float:
    """How surely a line names people and nothing else, 0 to 1."""
    if not 4 < len(text) <= _LONGEST or is_placeholder(text) or kind_of(text) in ("break", "networking"):
        return 0.0
    label, rest = split_role(text)
    head, mark, tail = text.partition(": ")
    if led := bool(label is None and mark and says_job(head) and not is_kind(words_of(plain(head)))):
        label, rest = head, tail  # "Director of Acme: Ann Archer"
    people = split_people(rest if led else text)
    first = people[0] if people else None
    opens = [first.name[:3], *(t for t in (first.company, first.title) if t and CJK.search(text))] if first else []
    if not _SIGNS.sub("", rest).startswith(tuple(opens)):
        return 0.0
    if share_told(people, rest) < 0.7:
        if first is None or len(people) > 1 or "," not in rest or not (first.title and says_job(first.title)):
            return 0.0
        introduced = split_honours(first.name)[0] or (label is not None and known_given(first.name) > 0)
        return 0.6 if introduced else 0.0  # "Prof. Ann Archer, dean, who wrote a book on bees"
    name = max(min(looks_like_name(p.name) for p in people), 0.8 * rest.endswith("氏"), _LABELLED * (label is not None))
    told = any((p.title and says_job(p.title)) or split_honours(p.name)[0] for p in people)
    return min(1.0, name + 0.1 * (label is not None) + 0.1 * told - 0.2 * (len(people) == 1 and not told and label is None))
