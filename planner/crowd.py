"""Who could be introduced to whom: the people of an event and my contacts, arranged for finding partners."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from planner.agenda import Speaker
from planner.candidates import Candidate, may_be_partner, read_candidate
from planner.industries import Industry
from planner.matching import Contacts, arrange_contacts, same_company
from planner.offers import buying_crafts, buys_from
from planner.people import Person
from planner.signals import nearness
from planner.titles import assists, read_title
from planner.topics import topics_of

_SEEN = 24  # how many of one craft are looked at for the best partner
_AGAIN = 0.25  # of a fit from 0 to 1: what each earlier naming of a partner counts against them
_OFTEN_NAMED = 3  # times one contact of mine is named on a list
_NAMESAKES = 5  # likely customers kept of one trade: nobody is introduced to somebody of their own name
_CARDS = 10  # people on one page of a list: what is offered to each of them reads alike


def _pair_strength(one: Candidate, other: Candidate) -> tuple[float, str | None]:
    """How well two people fit each other as peers, and the function they share."""
    theirs = other.role.functions
    shared = next((f for f in one.role.functions if f in theirs), None)
    if shared is None or not one.company or not other.company:
        return 0.0, None
    a, b = one.business.industry, other.business.industry
    if (a is not None and a is b and a.kind == "company") or are_colleagues(one, other):
        return 0.0, None
    apart = 1.0 if a is not None and b is not None else 0.7
    craft = 1.0 if shared != "general" and shared == one.role.functions[0] == theirs[0] else 0.7
    acquainted = any(s is t for s in one.sessions for t in other.sessions)
    return craft * apart * nearness(one.role.level, other.role.level) * (0.3 if acquainted else 1.0), shared


class Circle:
    """Whom of my contacts I could introduce, by craft and as customers: of all of them titles are read, companies of few."""

    def __init__(self, contacts: Iterable[Person]) -> None:
        self._people = {p.id: p for p in contacts if p.relation is not None or p.last_contact}
        self._read: dict[str, Candidate] = {}
        self._customers: dict[str, tuple[Candidate, ...]] = {}
        self._crafts = {p.id: self._functions_of(p) for p in self._people.values()}
        self.by_craft: dict[str, list[Candidate]] = defaultdict(list)
        for known, functions in self._crafts.items():
            for function in functions[:2]:
                if len(self.by_craft[function]) < _SEEN:
                    self.by_craft[function].append(self._understood(known))

    def customers_of(self, industry: Industry) -> tuple[Candidate, ...]:
        """Contacts of other trades who usually buy what companies of this industry sell."""
        if industry.key not in self._customers:
            crafts = buying_crafts(industry.key)
            fitting = (
                self._understood(known) for known, functions in self._crafts.items() if functions[:1] and functions[0] in crafts
            )
            others = (c for c in fitting if c.speaker.company and c.business.industry != industry)
            self._customers[industry.key] = tuple(islice((c for c in others if buys_from(c, industry.key)), _NAMESAKES))
        return self._customers[industry.key]

    def find(self, person: str) -> Candidate | None:
        """One of my contacts by id."""
        return self._understood(person) if person in self._people else None

    def _understood(self, person: str) -> Candidate:
        if person not in self._read:
            self._read[person] = _read_contact(self._people[person])
        return self._read[person]

    def _functions_of(self, person: Person) -> tuple[str, ...]:
        return (self._understood(person.id).role if may_be_partner(person.title) else read_title(person.title)).functions


@lru_cache(maxsize=4)
def _read_circle(contacts: Contacts) -> Circle:
    """Kept while the contacts are the same: an answer or a decision changes only the event's people."""
    return Circle(contacts)


def _read_contact(person: Person) -> Candidate:
    told = {person.company: person.industry} if person.company and person.industry else None
    return read_candidate(Speaker(person.id, person.name, person.title, person.company), answers=told)


class Crowd:
    """The people of the event, those I should meet first, and my contacts, arranged for finding partners.

    Partners are given out jointly: whoever was named for somebody already is named less readily for the next.
    """

    def __init__(self, candidates: Sequence[Candidate], contacts: Iterable[Person] = ()) -> None:
        self.people = tuple(candidates)
        self.circle = _read_circle(arrange_contacts(contacts))
        self._by_craft = _by_craft(self.people)
        self._by_topic = _by_topic(self.people)
        self._by_industry = _by_industry(self.people)
        self._named: Counter[str] = Counter()
        self._offered: deque[frozenset[str]] = deque(maxlen=_CARDS - 1)

    def remember(self, named: Iterable[str], offers: Iterable[str] = ()) -> None:
        """Remember who was named in the ideas for somebody, the ideas that name nobody, and which offers of mine."""
        self._named.update(named)
        self._offered.append(frozenset(offers))

    def times_offered(self, offer: str) -> int:
        """To how many of the people just before on the list an offer of mine is made already."""
        return sum(offer in each for each in self._offered)

    def times_named(self, person_or_text: str) -> int:
        """How often a person, or an idea that names nobody, is on the list already."""
        return self._named[person_or_text]

    def peers_of(self, one: Candidate) -> Iterable[tuple[Candidate, str, float]]:
        """The peers of somebody among the others of the event, each with the function they share and how well they fit."""
        for other in self._alike(one, self._by_craft):
            strength, shared = _pair_strength(one, other)
            if shared:
                yield other, shared, strength

    def partner_of(self, one: Candidate) -> tuple[Candidate, str, float] | None:
        """The best peer of the event for somebody whom not everybody was offered yet."""
        return self._least_named(one, self._alike(one, self._by_craft))

    def contact_for(self, one: Candidate) -> tuple[Candidate, str, float] | None:
        """The best peer for somebody among my contacts."""
        return self._least_named(one, (c for c in self._alike(one, self.circle.by_craft) if self._is_free(c, one)))

    def _is_free(self, contact: Candidate, one: Candidate) -> bool:
        """Whether a contact may be named for somebody: not themselves, and not named often already, for nobody likes to be
        passed round.
        """
        return self._named[contact.speaker.id] < _OFTEN_NAMED and contact.speaker.name != one.speaker.name

    def _alike(self, one: Candidate, index: Mapping[str, Sequence[Candidate]]) -> Iterable[Candidate]:
        """The first of those in the fields of somebody."""
        for function in one.role.functions[:2]:
            yield from index.get(function, ())[:_SEEN]

    def _least_named(self, one: Candidate, others: Iterable[Candidate]) -> tuple[Candidate, str, float] | None:
        """The best fit, each time somebody was named before counting against them.

        Nobody fits better than fully: who was named too often for that is not compared.
        """
        best, most = None, -float("inf")
        for other in others:
            named = _AGAIN * self._named[other.speaker.id]
            if 1.0 - named <= most:
                continue
            strength, shared = _pair_strength(one, other)
            if shared and strength - named > most:
                best, most = (other, shared, strength), strength - named
                if most >= 1.0:
                    break
        return best

    def customer_for(self, one: Candidate) -> Candidate | None:
        """A contact of mine who usually buys what this person's company sells."""
        industry = one.business.industry
        if industry is None:
            return None
        others = [c for c in self.circle.customers_of(industry) if self._is_free(c, one)]
        return min(others, key=lambda c: self._named[c.speaker.id], default=None)

    def same_body(self, one: Candidate) -> Candidate | None:
        """Somebody of another organisation of the same sort: universities and authorities do not compete."""
        industry = one.business.industry
        if industry is None or industry.kind not in ("public", "academic", "association"):
            return None
        others = [c for c in self._by_industry[industry.key] if not are_colleagues(one, c)]
        return min(others[:_SEEN], key=lambda c: self._named[c.speaker.id], default=None)

    def same_topic(self, one: Candidate) -> tuple[Candidate, str] | None:
        """Somebody of another company who speaks about the same thing in another session; the rarest thing first."""
        own = {s.id for s in one.sessions}
        for topic in sorted(_themes(one), key=lambda t: len(self._by_topic[t])):
            others = [
                other
                for other in self._by_topic[topic][:_SEEN]
                if not (own & {s.id for s in other.sessions} or are_colleagues(one, other) or _out_of_reach(one, other))
            ]
            if others:
                return min(others, key=lambda o: self._named[o.speaker.id]), topic
        return None


def are_colleagues(one: Candidate, other: Candidate) -> bool:
    """Whether two people work at one company, or are one; an office of a company is the company."""
    if one.speaker.id == other.speaker.id:
        return True
    mine, theirs = one.company, other.company
    if mine[:2] == theirs[:2]:
        return same_company(mine, theirs)
    return bool(mine and theirs) and (mine.endswith(f" {theirs}") or theirs.endswith(f" {mine}"))  # an office of the other


def _out_of_reach(one: Candidate, other: Candidate) -> bool:
    """Whether somebody holds a high office, and the other none: a minister is not brought together with a founder."""
    high = other.role.level == "executive" or assists(other.speaker.title)  # the secretary of a department heads it
    return high and other.business.kind == "public" and one.business.kind != "public"


def _by_craft(people: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    index: dict[str, list[Candidate]] = defaultdict(list)
    for person in people:
        for function in person.role.functions[:2]:
            index[function].append(person)
    return index


def _by_industry(people: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    index: dict[str, list[Candidate]] = defaultdict(list)
    for person in people:
        if person.business.industry is not None and person.company:
            index[person.business.industry.key].append(person)
    return index


def _by_topic(people: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    index: dict[str, list[Candidate]] = defaultdict(list)
    for person in people:
        for topic in _themes(person):
            index[topic].append(person)
    return index


def _themes(person: Candidate) -> Iterable[str]:
    """What somebody speaks about for sure: a title says so, not a word in passing."""
    return topics_of(" . ".join(part for s in person.sessions for part in (s.title, s.track) if part))
