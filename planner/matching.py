"""My contacts and the people of an event: who is known already, whom I know at their company, whom I lost touch with."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from rapidfuzz import fuzz, process

from planner.agenda import Speaker
from planner.identity import fold_link
from planner.naming import fold_company, fold_name, loosen_name
from planner.people import Person

Certainty = Literal["sure", "probable"]

NEARLY = 87
"""Of 100: two spellings of one name ("Jon Smith", "John Smith", "Jon Smyth"), counted only within one company."""
_BONDS = ("client", "past_client", "colleague", "ex_colleague", "friend", "other", None)  # who vouches best comes first


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker who is a contact of mine, surely or probably, and why it looks so."""

    speaker: str
    person: Person
    certainty: Certainty
    why: str


@dataclass(frozen=True, slots=True)
class WarmPath:
    """Somebody I know who can connect me to a company: the speaker's, or a dream customer when `speaker` is None."""

    person: Person
    company: str
    speaker: str | None
    text: str


class Contacts:
    """People I know, arranged once for being found by name, address or company, however often they are looked for."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = tuple(people)

    def __iter__(self) -> Iterator[Person]:
        return iter(self.people)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names as they are compared."""
        return tuple(loosen_name(fold_name(p.name)) for p in self.people)

    @cached_property
    def by_name(self) -> dict[str, list[int]]:
        """Name -> places in `people`."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(self.names):
            found[name].append(place)
        return dict(found)

    @cached_property
    def by_link(self) -> dict[str, int]:
        """LinkedIn address -> place in `people`."""
        return {link: place for place, p in enumerate(self.people) if (link := fold_link(p.linkedin))}

    @cached_property
    def by_company(self) -> dict[str, list[int]]:
        """Company -> places in `people`: who vouches best first, then whom I was in touch with last."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, person in enumerate(self.people):
            if key := company_key(person.company):
                found[key].append(place)
        for places in found.values():
            places.sort(key=lambda place: self.people[place].last_contact or "", reverse=True)
            places.sort(key=lambda place: _BONDS.index(self.people[place].relation))
        return dict(found)


def arrange_contacts(contacts: Iterable[Person]) -> Contacts:
    """The contacts arranged, as they are when they are so already."""
    return contacts if isinstance(contacts, Contacts) else Contacts(contacts)


def find_known(contacts: Iterable[Person], speakers: Iterable[Speaker]) -> tuple[Known, ...]:
    """Which speakers are contacts of mine, in the order of the speakers, sure ones first.

    Sure: the same LinkedIn address, or the same name at the same company. Probable, for the user to decide: the same name
    while the companies differ or one is unknown; nearly the same name at the same company. A name of one word is no match.
    """
    arranged = arrange_contacts(contacts)
    people, names, by_name = arranged.people, arranged.names, arranged.by_name
    found: list[Known] = []
    for speaker in speakers:
        name, company = loosen_name(fold_name(speaker.name)), company_key(speaker.company)
        link = fold_link(speaker.links.get("linkedin"))
        sure: dict[int, str] = {}
        if link and (index := arranged.by_link.get(link)) is not None and fuzz.ratio(name, names[index]) >= 45:
            sure[index] = "The same LinkedIn address."
        namesakes = by_name.get(name, []) if " " in name or not name.isascii() else []
        for index in namesakes:
            if company and same_company(company, company_key(people[index].company)):
                sure.setdefault(index, f"The same name at {speaker.company}.")
        if sure:
            found += [Known(speaker.id, people[i], "sure", why) for i, why in sure.items()]
            continue
        for index in namesakes:
            theirs = fold_link(people[index].linkedin)
            if not (link and theirs and link != theirs):
                found.append(Known(speaker.id, people[index], "probable", _say_namesake(people[index], speaker)))
        if not namesakes and company and " " in name:
            colleagues = arranged.by_company.get(company, [])
            near = process.extract(name, {i: names[i] for i in colleagues}, scorer=near_names, score_cutoff=NEARLY, limit=3)
            why = f"Nearly the same name at {speaker.company}."
            found += [Known(speaker.id, people[i], "probable", why) for _, _, i in near]
    return tuple(found)


def find_warm_paths(
    contacts: Iterable[Person], speakers: Iterable[Speaker] = (), *, dream_customers: Iterable[str] = (), limit: int = 5
) -> tuple[WarmPath, ...]:
    """Whom I know at the speakers' companies, and at the companies among my dream customers: the best `limit` for each.

    For each company clients, colleagues and friends come first, then whom I was in touch with last. A speaker is no warm
    path to themselves. What people write who have no company ("Freelance") connects nobody.
    """
    arranged = arrange_contacts(contacts)
    paths: list[WarmPath] = []
    for speaker in speakers:
        own = loosen_name(fold_name(speaker.name))
        there = arranged.by_company.get(company_key(speaker.company), [])[: limit + 1]  # one more, for they may be among them
        for person in [arranged.people[place] for place in there if arranged.names[place] != own][:limit]:
            company = speaker.company or ""
            text = f"You know {_introduce(person)} at {company}, where {speaker.name} works."
            paths.append(WarmPath(person, company, speaker.id, text))
    for dream in dream_customers:
        for person in (arranged.people[place] for place in arranged.by_company.get(company_key(dream), [])[:limit]):
            text = f"You know {_introduce(person)} at {dream}, one of your dream customers."
            paths.append(WarmPath(person, dream, None, text))
    return tuple(paths)


def find_stale(contacts: Iterable[Person], today: date, *, days: int = 365) -> tuple[Person, ...]:
    """Contacts silent for a year or more, the longest silence first; whose last contact is unknown is left out."""
    limit = (today - timedelta(days=days)).isoformat()
    return tuple(
        sorted((p for p in contacts if p.last_contact and p.last_contact <= limit), key=lambda p: p.last_contact or "")
    )


def company_key(company: str | None) -> str:
    """A company as it is compared, empty for "Freelance" and the like."""
    key = fold_company(company or "")
    return "" if key in _no_companies() else key


def same_company(one: str, other: str) -> bool:
    """Whether two company keys mean one company: equal, or one begins with the other (`acme`, `acme robotics`)."""
    return bool(one and other) and (one == other or f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} "))


@cache
def _no_companies() -> frozenset[str]:
    path = Path(__file__).parent / "data" / "no_companies.toml"
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["names"])


def near_names(one: str, other: str, **_: object) -> float:
    """Likeness of two names as they are compared, 0 to 100; all words of one among the other's (a second family name) is
    enough, and so is an initial ("J. Smith", "Jon Smith").
    """
    words, others = one.split(), other.split()
    both = set(words) & set(others)
    if len(both) > 1 and (set(words) <= set(others) or set(others) <= set(words)):
        return 100
    if len(words) == len(others) == 2 and both:
        (mine,), (theirs,) = [w for w in words if w not in both] or [""], [w for w in others if w not in both] or [""]
        if mine[:1] == theirs[:1] and 1 in (len(mine), len(theirs)):
            return 100
    return fuzz.ratio(one, other)


def _say_namesake(person: Person, speaker: Speaker) -> str:
    if person.company and speaker.company:
        return f"The same name; your contact was at {person.company}, the speaker is at {speaker.company}."
    return "The same name; the company of one of the two is unknown."


def _introduce(person: Person) -> str:
    words = {"client": "your client", "past_client": "your former client", "colleague": "your colleague",
             "ex_colleague": "your former colleague", "friend": "your friend"}  # fmt: skip
    known_as = words.get(person.relation or "", "")
    return ", ".join(filter(None, (person.name, known_as, person.title)))
