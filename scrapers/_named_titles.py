"""People named in the titles of data that has no other place for them ("Keynote: Ann Archer", "Mail (talk by Ann Archer)")."""

from __future__ import annotations

import re

from scrapers._bylines import part_title
from scrapers._found import FoundPerson, FoundSession
from scrapers._kinds import is_kind, kind_of
from scrapers._names import looks_like_name, split_people
from scrapers._text_titles import split_title
from scrapers._vocabulary import words_of
from scrapers._words import plain

_SURE = 0.75
_MADE_BY = re.compile(r"[(（][^()（）]{0,30}\b(?:by|von|par|por|di|av|af|door)\s[^()（）]{3,120}[)）]$")


def name_people_of_titles(sessions: list[FoundSession]) -> None:
    """Give sessions that name nobody the people of their titles; what only says the kind ("Keynote") keeps the name in it.

    A name behind a dash or "with" is part of the title ("An evening with Ann Archer"), unless most titles end so.
    """
    bare = [s for s in sessions if not s.people and s.kind not in ("break", "networking")]
    cuts = [_cut(session.title) for session in bare]
    often = sum(bool(people) for _, people in cuts) * 2 > len(bare)
    for session, (title, people) in zip(bare, cuts, strict=True):
        if people and (often or _MADE_BY.search(session.title)):
            session.title, session.people = title, people
        else:
            session.people = _behind_kind(session.title)
        session.kind = kind_of(session.title, True) if session.people else session.kind


def _cut(text: str) -> tuple[str, list[FoundPerson]]:
    title = split_title(text)
    sure = title.people and title.text and looks_like_name(title.people[0].name) >= _SURE
    return (title.text, title.people) if sure else (text, [])


def _behind_kind(text: str) -> list[FoundPerson]:
    """The people of a title that is nothing else but its kind: "Keynote: Ann Archer, Acme"."""
    cut = part_title(text)
    if cut is None or not is_kind(words_of(plain(cut[0]))):
        return []
    people = split_people(cut[1])
    return people if people and looks_like_name(people[0].name) >= _SURE and cut[1].startswith(people[0].name) else []
