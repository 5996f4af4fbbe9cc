"""People named in the titles of data that has no other place for them ("Keynote: Ann Archer", "Mail (talk by Ann Archer)")."""

from __future__ import annotations

import re
from dataclasses import replace

from scrapers._bylines import part_title
from scrapers._found import FoundPerson, FoundSession
from scrapers._kinds import is_kind, kind_of
from scrapers._marks import Cut
from scrapers._names import is_placeholder, looks_like_name, split_honours, split_people
from scrapers._proof import people_fill
from scrapers._proven_bylines import at_known, at_opening, in_phrase
from scrapers._text_titles import split_title
from scrapers._vocabulary import words_of
from scrapers._words import plain

_SURE = 0.75
_FEW = 2
"""So many names in brackets at the end of titles show that these are people's."""
_ALONE = 0.6
_BY = r"\b(?:by|von|par|por|di|av|af|door)\s"
_MADE_BY = re.compile(rf"[(（][^()（）]{{0,30}}{_BY}[^()（）]{{3,120}}[)）]$")


def name_people_of_titles(sessions: list[FoundSession]) -> None:
    """Give sessions that name nobody the people of their titles; what only says the kind ("Keynote") keeps the name in it.

    A name behind a dash or "with" is part of the title ("An evening with Ann Archer"), unless most titles end so.
    """
    bare = [s for s in sessions if not s.people and s.kind not in ("break", "networking")]
    cuts = [_cut(session.title) for session in bare]
    often = sum(bool(people) for _, people in cuts) * 2 > len(bare)
    asides = {s.title for s, (_, people) in zip(bare, cuts, strict=True) if _ends_in_brackets(s.title, people)}
    for session, (title, people) in zip(bare, cuts, strict=True):
        aside = session.title in asides and len(asides) >= _FEW
        if people and (often or aside or _MADE_BY.search(session.title) or _proven(session.title)):
            session.title, session.people = title, people
        else:
            session.people = _behind_kind(session.title)
        session.kind = kind_of(session.title, True) if session.people else session.kind


def _proven(text: str) -> Cut | None:
    """The cut of a title that says by itself who gives it, whatever others do."""
    return in_phrase(text) or at_opening(text) or at_known(text)


def _ends_in_brackets(text: str, people: list[FoundPerson]) -> bool:
    return bool(people) and text.endswith(")") and text.rpartition("(")[2].startswith(people[0].name)


def _cut(text: str) -> tuple[str, list[FoundPerson]]:
    if proven := _proven(text):
        return proven[0], [replace(p, name=split_honours(p.name)[1]) for p in split_people(proven[1])]
    title = split_title(text)
    sure = title.people and title.text and looks_like_name(split_honours(title.people[0].name)[1]) >= _SURE
    return (title.text, title.people) if sure else (text, [])


def _behind_kind(text: str) -> list[FoundPerson]:
    """The people of a title that is nothing else but its kind ("Keynote: Ann Archer, Acme"), or a name and no more."""
    if looks_like_name(text) >= _SURE and people_fill(text) >= _ALONE and not any(map(is_placeholder, text.split())):
        return split_people(text)
    cut = part_title(text)
    if cut is None or not is_kind(words_of(plain(cut[0]))):
        return []
    people = split_people(cut[1])
    return people if people and looks_like_name(people[0].name) >= _SURE and cut[1].startswith(people[0].name) else []
