"""What I can give, understood: introductions, open posts, candidates, or know-how; and whom each of them would help."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from planner._signs import find_sign
from planner.candidates import Candidate
from planner.dream import Dream, read_dream
from planner.industries import DATA, Business
from planner.journal import Way
from planner.titles import functions, functions_of
from planner.topics import Texts, topics_of

OfferKind = Literal["introduction", "opening", "candidates", "service", "know_how"]

_TO = re.compile(
    r"\b(?:to|with|at|in|zu|mit|avec|com|con|a|à)\b\s+(?:(?:an?|the|some|a dozen|a few|\d+|two|three|four|five|several)\s+)*",
    re.IGNORECASE,
)


_COUNT = re.compile(r"^(?:an?|the|one|two|three|four|five|ten|a dozen|several|some|many|\d+)\s+", re.I)
_STARS = frozenset({"arts", "sport"})
_FUNDED = "They founded or own their company, and such people often look for investors"


@dataclass(frozen=True, slots=True)
class Offer:
    """One phrase of my offers. For introductions `whom` says who they are to; a `service` is a piece of work done for them."""

    text: str
    kind: OfferKind
    whom: Dream | None = None


@dataclass(frozen=True, slots=True)
class Help:
    """An offer that would help a person: how much (0 to 1), in which of the five ways, and why, as the start of a sentence."""

    offer: Offer
    strength: float
    way: Way
    why: str


@cache
def _customers() -> dict[str, dict[str, Any]]:
    return tomllib.loads((DATA / "customers.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=512)
def read_offer(text: str) -> Offer:
    """Understand one offer."""
    if find_sign("introduces", text):
        match = _TO.search(text)
        return Offer(text, "introduction", read_dream(text[match.end() :]) if match else None)
    if find_sign("candidates", text):
        return Offer(text, "candidates")
    if find_sign("opening", text):
        return Offer(text, "opening")
    return Offer(text, "service" if find_sign("service", text) else "know_how")


def usual_buyers(industry_key: str) -> frozenset[str]:
    """The functions that usually buy what companies of an industry sell."""
    return frozenset(_customers().get(industry_key, {}).get("functions", ()))


def buying_crafts(industry_key: str) -> frozenset[str]:
    """The functions of those who may buy what companies of an industry sell: the usual, and who decides at usual customers."""
    deciders = _customers()["deciders"]["functions"] if _customers().get(industry_key, {}).get("industries") else ()
    return usual_buyers(industry_key).union(deciders)


def buys_from(buyer: Candidate, industry_key: str) -> bool:
    """Whether this person usually buys what companies of an industry sell."""
    usual = _customers().get(industry_key, {})
    theirs, craft = buyer.business.industry, set(buyer.role.functions[:1])
    there = theirs is not None and theirs.key in usual.get("industries", ())
    return bool(set(usual.get("functions", ())) & craft) or (there and bool(set(_customers()["deciders"]["functions"]) & craft))


def find_help(offers: Iterable[str], candidate: Candidate, texts: Texts) -> tuple[Help, ...]:
    """The offers that would help somebody, by what is known of them, best first."""
    found = [_help(read_offer(text), candidate, texts) for text in offers]
    return tuple(sorted((h for h in found if h is not None), key=lambda h: -h.strength))


def _help(offer: Offer, candidate: Candidate, texts: Texts) -> Help | None:
    if offer.kind == "introduction":
        return _introduction(offer, candidate)
    craft = set(candidate.role.craft[:1])
    if offer.kind == "candidates":
        whom = offer.text.partition(" of ")[2] or offer.text
        hiring, field = find_sign("hires", candidate.says), set(functions_of(whom)) & craft
        if hiring or field:
            why = "They say they are hiring" if hiring else f"They are in {functions()[min(field)]}"
            return Help(offer, 0.9 if hiring else 0.6, "fill_position", why)
        return None
    if offer.kind == "opening":
        if find_sign("seeks_work", candidate.says):
            return Help(offer, 1.0, "job_search", "They say they look for work")
        return None
    match = texts.match(offer.text, candidate.says)
    if match is None or not fits_sector(match.topic, candidate.business):
        if offer.kind == "service":
            return None  # those whose craft it is do this themselves
        field = set(functions_of(offer.text)[:1]) & craft
        return Help(offer, 0.5, "advice", f"They are in {functions()[min(field)]}") if field else None
    return Help(offer, match.strength, "advice", f"{say_where(offer.text, candidate, texts)} {match.topic}")


@cache
def _sectors() -> dict[str, list[str]]:
    found: dict[str, list[str]] = tomllib.loads((DATA / "kinds.toml").read_text(encoding="utf-8"))["sectors"]
    return found


def fits_sector(topic: str, business: Business) -> bool:
    """Whether know-how of a trade ("healthcare") may be of use there; not at a company known to be of another trade."""
    groups = _sectors().get(topic)
    return groups is None or business.industry is None or business.industry.group in groups


def may_suit(text: str, candidate: Candidate) -> bool:
    """Whether an offer may be made to somebody of whose needs nothing is known: know-how that is of no other trade, or work
    they do not do for a living; athletes and artists are asked instead.
    """
    offer, craft = read_offer(text), set(candidate.role.craft[:1])
    own = offer.kind == "service" and set(functions_of(text)) & craft
    if own or craft & _STARS or offer.kind not in ("know_how", "service"):
        return False
    return all(fits_sector(topic, candidate.business) for topic in topics_of(text))


def say_where(phrase: str, candidate: Candidate, texts: Texts) -> str:
    """Where somebody touches a phrase of mine, as the start of a sentence: their session, its track, or their biography."""
    for session in candidate.sessions:
        if texts.match(phrase, session.title):
            return f"In “{session.title}” they speak about"
    if candidate.speaker.bio and texts.match(phrase, candidate.speaker.bio):
        return "Their biography tells of"
    for session in candidate.sessions:
        if session.abstract and texts.match(phrase, f"{session.title} . {session.abstract}"):
            return f"The text of “{session.title}” has to do with"
    track = next((s.track for s in candidate.sessions if s.track and texts.match(phrase, s.track)), None)
    return f"They speak in the track “{track}”, which is about" if track else "Their texts together are about"


def _bare(whom: str) -> str:
    """Whom an introduction is to, without how many: "two hospital buyers" are "hospital buyers"."""
    return _COUNT.sub("", whom.strip())


def _sells_to(usual: dict[str, Any], whom: Dream) -> bool:
    """Whether those whom an introduction is to are the usual buyers, by their craft and by their kind of company."""
    crafts, trades = set(usual.get("functions", ())), set(usual.get("industries", ()))
    craft, trade = crafts & set(whom.functions), trades & whom.kinds
    right_craft = bool((crafts or set(_customers()["deciders"]["functions"])) & set(whom.functions)) or not whom.functions
    right_trade = bool(trade) or not trades or not whom.kinds
    return right_craft and right_trade and bool(craft or trade)


def _introduction(offer: Offer, candidate: Candidate) -> Help | None:
    whom, industry = offer.whom, candidate.business.industry
    if whom is None:
        return None
    if "investment" in whom.functions or "venture_capital" in whom.kinds:
        if candidate.role.owner and candidate.business.kind == "company":
            return Help(offer, 0.6, "dream_customer", _FUNDED)
        return None
    usual = _customers().get(industry.key, {}) if industry else {}
    if _sells_to(usual, whom):
        sellers = industry.firms if industry else "such companies"
        sellers = f"{sellers[:1].upper()}{sellers[1:]}"
        if set(usual.get("industries", ())) & whom.kinds or not whom.kinds:
            return Help(offer, 0.9, "dream_customer", f"{sellers} often sell to {_bare(whom.text)}")
        craft = functions()[min(set(usual.get("functions", ())) & set(whom.functions))]
        return Help(offer, 0.7, "dream_customer", f"{sellers} often have their buyers in {craft}")
    if set(whom.functions) & set(candidate.role.craft[:1]):
        shared = functions()[min(set(whom.functions) & set(candidate.role.craft[:1]))]
        return Help(offer, 0.7, "connect_peer", f"They are in {shared} too")
    if industry is not None and industry.key in whom.kinds and not whom.functions:
        return Help(offer, 0.7, "connect_peer", f"They are in {industry.label} too")
    return None
