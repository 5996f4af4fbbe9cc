"""What to give first: concrete favours of the five ways, made of known facts only, and whom to bring together."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from planner._signs import find_sign, words_of
from planner.agenda import Speaker
from planner.candidates import Candidate, Me, read_candidate
from planner.industries import Industry
from planner.matching import Contacts, arrange_contacts, same_company
from planner.offers import Help, buys_from, may_suit
from planner.people import Person
from planner.signals import nearness
from planner.suggestion import GiveFirst
from planner.titles import assists, functions
from planner.topics import topics_of

_SEEN = 24  # how many of one craft are looked at for the best partner
_SURELY = 0.9  # of a fit from 0 to 1: what they say they need, or what surely is worth most to them
_AGAIN = 0.25  # of a fit from 0 to 1: what each earlier naming of a partner counts against them
_PAIRED = 150  # people whose best partner is looked for among the best pairs
_OFTEN = 2  # times one person is listed among the best pairs
_OFTEN_NAMED = 3  # times one contact of mine is named on a list
_NAMESAKES = 5  # likely customers kept of one trade: nobody is introduced to somebody of their own name
_IDEAS = 3
_CARDS = 10  # people on one page of a list: what is offered to each of them reads alike
_OFFERED = 3  # times one offer is named on it, while there is something else to give
_UNSURE = (
    "Little is known about their needs: ask what they are working on, and offer “{offer}” if it helps.",
    "The agenda does not say what they need. Ask first; “{offer}” may be of use.",
    "Ask what is on their desk this season, and where it fits share “{offer}”: what they need is not known yet.",
)
_ARTICLE = re.compile(r"^(?:an?|the|our|my)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people of the event who should know each other, and why; `strength` is 0 to 1."""

    one: Speaker
    other: Speaker
    strength: float
    text: str


def _label(function: str, *people: Candidate) -> str:
    if function == "general":
        return "run a company" if all(p.business.kind == "company" for p in people) else "lead an organisation"
    return f"are in {functions()[function]}"


def _pair_strength(one: Candidate, other: Candidate) -> tuple[float, str | None]:
    """How well two people fit each other as peers, and the function they share."""
    theirs = other.role.functions
    shared = next((f for f in one.role.functions if f in theirs), None)
    if shared is None or not one.company or not other.company:
        return 0.0, None
    a, b = one.business.industry, other.business.industry
    if (a is not None and a is b and a.kind == "company") or _colleagues(one, other):
        return 0.0, None
    apart = 1.0 if a is not None and b is not None else 0.7
    craft = 1.0 if shared != "general" and shared == one.role.functions[0] == theirs[0] else 0.7
    acquainted = any(s is t for s in one.sessions for t in other.sessions)
    return craft * apart * nearness(one.role.level, other.role.level) * (0.3 if acquainted else 1.0), shared


class Circle:
    """My contacts understood: whom I could introduce, by craft and as customers."""

    def __init__(self, contacts: Iterable[Person]) -> None:
        self.people = tuple(_read_contact(p) for p in contacts if p.relation is not None or p.last_contact)
        self.by_craft = _by_craft(self.people)
        self._customers: dict[str, tuple[Candidate, ...]] = {}

    def customers_of(self, industry: Industry) -> tuple[Candidate, ...]:
        """Contacts of other trades who usually buy what companies of this industry sell."""
        if industry.key not in self._customers:
            fitting = (c for c in self.people if c.speaker.company and c.business.industry != industry)
            self._customers[industry.key] = tuple(islice((c for c in fitting if buys_from(c, industry.key)), _NAMESAKES))
        return self._customers[industry.key]


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
        others = [c for c in self._by_industry[industry.key] if not _colleagues(one, c)]
        return min(others[:_SEEN], key=lambda c: self._named[c.speaker.id], default=None)

    def same_topic(self, one: Candidate) -> tuple[Candidate, str] | None:
        """Somebody of another company who speaks about the same thing in another session; the rarest thing first."""
        own = {s.id for s in one.sessions}
        for topic in sorted(_themes(one), key=lambda t: len(self._by_topic[t])):
            others = [
                other
                for other in self._by_topic[topic][:_SEEN]
                if not (own & {s.id for s in other.sessions} or _colleagues(one, other) or _out_of_reach(one, other))
            ]
            if others:
                return min(others, key=lambda o: self._named[o.speaker.id]), topic
        return None


def _colleagues(one: Candidate, other: Candidate) -> bool:
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


def find_ideas(candidate: Candidate, offered: Sequence[Help], me: Me, crowd: Crowd) -> tuple[GiveFirst, ...]:
    """Concrete favours for this person, best first; none when nothing is known to give.

    `offered` are the offers of mine that fit them, best first.
    """
    fresh = [h for h in offered if h.strength >= _SURELY or crowd.times_offered(h.offer.text) < _OFFERED]
    helps = {_say_help(h): h.offer.text for h in sorted(fresh, key=lambda h: crowd.times_offered(h.offer.text))[:2]}
    makers = (_job_search(candidate, helps), _customer(candidate, crowd), *helps, _contact(candidate, crowd),
              _partner(candidate, crowd))  # fmt: skip
    ideas = [idea for idea in makers if idea is not None]
    if not ideas:
        helps |= {_say_help(h): h.offer.text for h in offered[:1]}
        ideas = [idea for idea in (*helps, _track(candidate, crowd), _offer(candidate, me, crowd)) if idea][:1]
    kept = ideas[:_IDEAS]
    crowd.remember((idea.person or idea.text for idea in kept), (helps[idea] for idea in kept if idea in helps))
    return tuple(kept)


def _say_help(help_: Help) -> GiveFirst:
    offer = _ARTICLE.sub("", help_.offer.text)
    text = {
        "fill_position": f"{help_.why}: if they have a post to fill, you offer “{help_.offer.text}”.",
        "job_search": f"{help_.why}: tell them of “{help_.offer.text}”.",
        "dream_customer": f"{help_.why}: your “{offer}” may be worth most to them.",
        "connect_peer": f"{help_.why}: offer them “{help_.offer.text}”.",
    }.get(help_.way, f"{help_.why}: share your “{offer}”, without asking for anything.")
    return GiveFirst(help_.way, text)


def _job_search(candidate: Candidate, helps: Iterable[GiveFirst]) -> GiveFirst | None:
    said = find_sign("seeks_work", candidate.says)
    if not said or any(idea.way == "job_search" for idea in helps):
        return None
    text = f"Their text says “{said}”: offer to read their CV, or a word with somebody who hires in their field."
    return GiveFirst("job_search", text)


def _customer(candidate: Candidate, crowd: Crowd) -> GiveFirst | None:
    buyer = crowd.customer_for(candidate)
    if buyer is None or candidate.business.industry is None:
        return None
    firm = candidate.business.industry.firm
    text = f"Introduce {buyer.who}, whom you know: a likely customer for {firm}. Ask {buyer.speaker.name} first."
    return GiveFirst("dream_customer", text, buyer.speaker.id)


def _contact(candidate: Candidate, crowd: Crowd) -> GiveFirst | None:
    found = crowd.contact_for(candidate)
    if found is None or found[2] < 0.5:
        return None
    peer, function, _ = found
    text = f"Introduce {peer.who}, whom you know: both {_label(function, candidate, peer)}{_contrast(candidate, peer)}."
    return GiveFirst("connect_peer", f"{text} Ask {peer.speaker.name} first.", peer.speaker.id)


def _partner(candidate: Candidate, crowd: Crowd) -> GiveFirst | None:
    """Somebody of the event they should know: of their craft, else of their topic, else somebody who runs a company too."""
    found = crowd.partner_of(candidate)
    if found is None and (alike := crowd.same_body(candidate)) is not None:
        return _bring_together(alike, f"both work in {alike.business.label}")
    if found is not None and found[2] >= 0.25 and found[1] != "general":
        return _bring_together(found[0], f"both {_label(found[1], candidate, found[0])}{_contrast(candidate, found[0])}")
    if (same := crowd.same_topic(candidate)) is not None:
        return _bring_together(same[0], f"both speak about {same[1]}")
    if found is None or found[2] < 0.25:
        return None
    return _bring_together(found[0], f"both {_label(found[1], candidate, found[0])}{_contrast(candidate, found[0])}")


def _bring_together(peer: Candidate, why: str) -> GiveFirst:
    return GiveFirst("connect_peer", f"Bring them together with {peer.who}, who is here too: {why}.", peer.speaker.id)


def _contrast(one: Candidate, other: Candidate) -> str:
    a, b = one.business.label, other.business.label
    return f", one in {a}, the other in {b}" if a and b and a != b else ""


def _track(candidate: Candidate, crowd: Crowd) -> GiveFirst | None:
    """Somebody of another company in the same track: the least one can offer a person of whom little is known."""
    tracks = {s.track for s in candidate.sessions if s.track and s.track.casefold() not in words_of("formats")}
    own = {s.id for s in candidate.sessions}
    for other in crowd.people:
        shared = [s for s in other.sessions if s.track in tracks and s.id not in own]
        if shared and not _colleagues(candidate, other):
            text = f"Bring them together with {other.who}: both speak in the track “{shared[0].track}”."
            return GiveFirst("connect_peer", text, other.speaker.id)
    return None


def _offer(candidate: Candidate, me: Me, crowd: Crowd) -> GiveFirst | None:
    """One of my offers that may be of use in their trade, each in its turn; it is said that little is known."""
    if not me.profile.offers:
        return None
    fitting = [o for o in me.profile.offers if may_suit(o, candidate)]
    texts = [words.format(offer=o) for words in _UNSURE for o in fitting]
    texts = texts or ["Little is known about their needs: ask what they are working on, and whom they would like to meet here."]
    return GiveFirst("advice", min(texts, key=crowd.times_named))


def _describe(person: Candidate) -> str:
    """Name, with title and company in brackets: two of these stand side by side in a sentence."""
    name = person.speaker.name
    post = person.who.removeprefix(name).removeprefix(", ")
    return f"{name} ({post})" if post else name


def best_pairs(crowd: Crowd, *, top: int = 10) -> tuple[Pair, ...]:
    """The people of the event who should know each other: one craft, different companies and trades, no shared session.

    Nobody is listed more than twice.
    """
    fits = [
        (strength, one, other, function)
        for one in crowd.people[:_PAIRED]
        for other, function, strength in crowd.peers_of(one)
        if strength >= 0.5
    ]
    named: Counter[str] = Counter()
    found: dict[frozenset[str], Pair] = {}
    for strength, one, other, function in sorted(fits, key=lambda f: -f[0]):
        both = frozenset((one.speaker.id, other.speaker.id))
        if both in found or max(named[i] for i in both) >= _OFTEN:
            continue
        text = f"{_describe(one)} and {_describe(other)} both {_label(function, one, other)}{_contrast(one, other)}."
        found[both] = Pair(one.speaker, other.speaker, strength, text)
        named.update(both)
        if len(found) == top:
            break
    return tuple(found.values())
