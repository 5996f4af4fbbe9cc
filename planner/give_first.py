"""What to give first: concrete favours of the five ways, made of known facts only, and whom to bring together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner._signs import find_sign, words_of
from planner.agenda import Speaker
from planner.candidates import Candidate, Me
from planner.crowd import Crowd, are_colleagues
from planner.offers import Help, may_suit
from planner.suggestion import GiveFirst
from planner.titles import functions

_SURELY = 0.9  # of a fit from 0 to 1: what they say they need, or what surely is worth most to them
_PAIRED = 150  # people whose best partner is looked for among the best pairs
_OFTEN = 2  # times one person is listed among the best pairs
_IDEAS = 3
_OFFERED = 3  # times one offer is made to the people of one page, while there is something else to give
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
    kept = _once_each(ideas)[:_IDEAS]
    crowd.remember((idea.person or idea.text for idea in kept), (helps[idea] for idea in kept if idea in helps))
    return tuple(kept)


def _once_each(ideas: Iterable[GiveFirst]) -> list[GiveFirst]:
    """The ideas without those that name a person again."""
    named: dict[str, GiveFirst] = {}
    for idea in ideas:
        named.setdefault(idea.person or idea.text, idea)
    return list(named.values())


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
        if shared and not are_colleagues(candidate, other):
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
