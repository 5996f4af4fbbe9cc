"""People named in the titles of data that has no other place for them ("Keynote: Ann Archer", "Mail (talk by Ann Archer)")."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from scrapers._bylines.bylines import part_bylines, part_title
from scrapers._bylines.marks import Cut, makes_sense, marks_in
from scrapers._bylines.proven_bylines import at_kind, at_opening, in_phrase, with_kind
from scrapers._bylines.text_titles import split_title
from scrapers._found import FoundPerson, FoundSession, fold
from scrapers._language.awaited import is_placeholder
from scrapers._language.kinds import is_kind, kind_of
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.vocabulary import words_of
from scrapers._language.words import given_names, plain
from scrapers._people.biographies import with_told_jobs
from scrapers._people.names import split_people
from scrapers._people.people_lines import people_fill
from scrapers._people.pieces import known_given
from scrapers._people.prose import people_introduced, people_told

_SURE, _IN_BRACKETS = 0.75, 0.6
_FEW = 2
"""So many names in brackets at the end of titles show that these are people's."""
_MANY = 20
"""Lines of a description that may all be short talks."""
_LONGEST_TITLE = 24
"""Words of a title."""
_ALONE = 0.45
"""So surely a title must name people and nothing else to be taken for who speaks, where one of such has a known given name."""
_BY = r"\b(?:by|von|par|por|di|av|af|door)\s"
_MADE_BY = re.compile(rf"[(（][^()（）]{{0,30}}{_BY}([^()（）]{{2,120}})[)）]$")
_AND = re.compile(r"[&+,/]|\s(?:and|und|et|y|e|og|och)\s")


def name_people_of_titles(sessions: list[FoundSession]) -> None:
    """Give sessions that name nobody the people of their titles; what only says the kind ("Keynote") keeps the name in it.

    Titles are judged together, as lines of one format: a name behind a dash or "with" is part of the title ("An evening with
    Ann Archer"), unless most titles end so.
    """
    bare = [s for s in sessions if not s.people and s.kind not in ("break", "networking")]
    titles = [session.title for session in bare]
    cuts = [in_phrase(title) or cut for title, cut in zip(titles, part_bylines(titles), strict=True)]
    marked = [title for title in titles if marks_in(title) and not any(map(is_placeholder, title.split()))]
    count = sum(map(bool, cuts))
    often = count * 2 > (len(marked) if count >= _FEW else len(cuts))
    asides = {title: cut for title in titles if (cut := _in_brackets(title))}
    lone = {title for title in titles if people_fill(title) >= _ALONE and not any(map(is_placeholder, title.split()))}
    lone = lone if any(known_given(title) > 0 for title in lone) else set()
    for session, cut in zip(bare, cuts, strict=True):
        cut = cut or part_title(session.title) if often else _proven(session.title)
        if len(asides) >= _FEW or _MADE_BY.search(session.title):
            cut = cut or asides.get(session.title)
        if cut:
            _name(session, cut)
        elif session.title in lone:
            session.people = _people(session.title)
            told = any(person.name in (session.abstract or "") for person in session.people)
            if 4 * len(lone) > len(bare) and 3 < len((session.abstract or "").split()) < _LONGEST_TITLE and not told:
                session.title, session.abstract = session.abstract or "", None
        else:
            abstract = session.abstract or ""
            introduced = [person for line in abstract.split("\n") for person in people_introduced(line)]
            listed = _listed_people(abstract) or _on_lines(session)
            session.people = split_people(with_kind(session.title)) or listed or introduced or people_told(abstract)
        session.kind = kind_of(session.title, True) if session.people else session.kind
    for session in sessions:
        with_told_jobs(session.people, (session.abstract or "").split("\n"))


def name_proven_people(sessions: list[FoundSession]) -> None:
    """Give sessions that name nobody, unlike others, the people of their titles that need no other title as proof."""
    for session in sessions:
        if not session.people and (cut := _proven(session.title)):
            _name(session, cut)


def _name(session: FoundSession, cut: Cut) -> None:
    """Give a session the people of its title; one that tells who between its kind and what it is about stays whole."""
    only_kind = is_kind(words_of(plain(cut[0])))
    session.people = _people(cut[1])
    session.title = cut[0] if session.people and cut[0] in session.title and not only_kind else session.title
    session.kind = kind_of(session.title, True) if session.people else session.kind


def name_known_people(sessions: list[FoundSession], names: Set[str]) -> None:
    """Give sessions that name nobody the people of their titles whose names, folded, are known from elsewhere in the data."""
    for session in sessions:
        cut = part_title(session.title) if not session.people else None
        if cut and (people := split_people(cut[1])) and all(fold(person.name) in names for person in people):
            _name(session, cut)


def _proven(title: str) -> Cut | None:
    """The cut of a title that needs no other as proof: a phrase, an opening, or somebody with an honorific beside a title."""
    cut = at_kind(title) or at_opening(title)
    if cut is None and (cut := part_title(title)) is not None:
        people = split_people(cut[1])
        cut = cut if all(split_honours(p.name)[0] for p in people) and makes_sense(cut[0], cut[1]) else None
    return cut


def _on_lines(session: FoundSession) -> list[FoundPerson]:
    """The people of a session's short talks, where its description is nothing but these ("Ann Archer – Bees"), one a line."""
    lines = list(filter(None, map(str.strip, (session.abstract or "").split("\n"))))
    cuts = part_bylines(lines) if 1 < len(lines) < _MANY else []
    return [person for cut in cuts if cut for person in _people(cut[1])] if cuts and all(cuts) else []


def _people(names: str) -> list[FoundPerson]:
    """The people of some names, without honorifics of more than a letter ("M." may be a given name)."""
    if given := _given_in(names):
        return [FoundPerson(name) for name in given]
    found = ((person, split_honours(person.name)) for person in split_people(names))
    return [replace(person, name=name) if len(before) > 2 else person for person, (before, name, _) in found]


def _given_in(names: str) -> list[str]:
    """The given names of a text that is nothing else ("Ann & Bob"), else none."""
    called = [name.strip() for name in _AND.split(names)]
    return called if all(fold(name) in given_names() for name in called) else []


def _listed_people(abstract: str) -> list[FoundPerson]:
    """The people of a text that is nothing but a list of several, in the place of an abstract."""
    people = split_people(abstract, commas_part_people=True) if len(abstract) < 200 and "\n" not in abstract else []
    listed = len(people) > 1 and sum(len(p.name) for p in people) > 0.8 * len(abstract.replace(" and ", "")) - 2 * len(people)
    return people if listed and all(looks_like_name(p.name) >= 0.5 for p in people) else []


def _in_brackets(text: str) -> Cut | None:
    """A title cut before a name in brackets at its end, or before who gives it ("Mail (talk by Ann Archer)")."""
    by = _MADE_BY.search(text)
    title, names, people = (text[: by.start()].rstrip(), by[1], split_people(by[1])) if by else _behind_bracket(text)
    sure = people and looks_like_name(split_honours(people[0].name)[1]) >= _IN_BRACKETS
    return (title, names, False) if title and (sure or (by and _given_in(names))) else None


def _behind_bracket(text: str) -> tuple[str, str, list[FoundPerson]]:
    """A title, the names and the people that its last bracket begins with, if it does."""
    split, inside = split_title(text), text.rpartition("(")[2]
    fits = text.endswith(")") and split.text != text and split.people and inside.startswith(split.people[0].name)
    return (split.text, ", ".join(p.name for p in split.people), split.people) if fits else ("", "", [])
