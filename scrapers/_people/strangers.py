"""Phrases that were read as names ("Booth Visit", "Noisy Labels"), known by their words where the rest of a page is people."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from scrapers._found import FoundPerson, FoundSession, fold
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.text_kinds import name_chance, text_kinds
from scrapers._language.vocabulary import page_words
from scrapers._language.words import CJK, given_names, plain, unlike_names
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._people.pieces import known_given

_DOUBT = 0.4
_LESS = 0.3
_LEAST = 0.1
_FEW = 3
_LABEL = 40
_NO_NAME, _NO_LETTERS = 0.22, 0.1
"""Less than this a text looks like a name, and its letters are those of one, that is none even among names."""


def introduced_in(texts: Iterable[str]) -> set[str]:
    """The people (folded) whom a label presents in one of these texts ("Speaker: Ayo Bankole")."""
    return {fold(p.name) for text in texts if ":" in text[:_LABEL] and split_role(text)[0] for p in split_people(text)}


def leave_out_strangers(sessions: Sequence[FoundSession], named: Container[str] = (), introduced: Container[str] = ()) -> None:
    """Take people out of sessions whose names consist of common words and of whom nothing else is told.

    Less doubtful are those `named` (folded) where the page says that people are: in a column headed "Speaker". Nobody whom a
    label `introduced` is a stranger.

    Only where they are few: at most a third of all people, or all of the few whom hardly a session names. Where many are
    strange the page's people have names that are rare here. A company speaks for somebody with an unlikely name, yet not for
    a phrase, whose rest it may be ("Customs Forecasts, Ports and Harbours"), nor where the page seems to name nobody else.
    """
    people = [(fold(p.name), p) for s in sessions for p in s.people]
    telling = {key for key, p in people if key in introduced or not _is_strange(p, _LESS if key in named else _DOUBT)}
    odd = {key for key, _ in people} - telling
    naming = [s for s in sessions if s.people]
    alone = not telling and len(odd) <= _FEW and 4 * len(naming) <= len(sessions)
    strange = odd if alone else odd - {key for key, p in people if p.company and name_chance(p.name) >= _LEAST}
    if strange and (alone or _FEW * len(strange) <= len(telling | odd)):
        for session in naming:
            session.people = [p for p in session.people if fold(p.name) not in strange]


def strangers_among(people: Mapping[str, FoundPerson]) -> set[str]:
    """Of people in fields for them, by their folded names, the few that are houses, places or groups among people."""
    strange = {key for key, person in people.items() if _is_odd(person)}
    return strange if _FEW * len(strange) <= len(people) else set()


def _is_strange(person: FoundPerson, doubt: float) -> bool:
    """Whether a name has no known given name and words that names hardly have, and stands without job or honours."""
    honours, name, degrees = split_honours(person.name)
    told = honours or degrees or person.title or person.bio
    return not told and known_given(name) < 0 and not CJK.search(name) and name_chance(name) < doubt


def _is_odd(person: FoundPerson) -> bool:
    """Whether a name of whose bearer nothing else is told is none even where names stand: a room, a house, a group.

    An unusual name stays. So does what somebody is called in one word, unless it is in capitals or a word of agendas.
    """
    name, told = person.name, person.title or person.company or person.bio or split_honours(person.name)[0]
    if told or CJK.search(name):
        return False
    if " " in name:
        unlike = looks_like_name(name) < _NO_NAME and max(text_kinds(name).name, name_chance(name)) < _NO_LETTERS
        return unlike and any(map(_is_of_agendas, name.split()))
    known = plain(name) in given_names() or not name.isalpha() or name.lower() == name
    return not known and ((name.isupper() and len(name) > 2) or _is_of_agendas(name))


def _is_of_agendas(word: str) -> bool:
    return plain(word) in unlike_names() or page_words()["room"].within(word)
