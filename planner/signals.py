"""Why somebody is worth meeting: signals from 0 to 1, each with a sentence that is true of this person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from planner._signs import find_sign
from planner.candidates import Candidate, Me
from planner.dream import Dream, place_fit, role_fit
from planner.industries import Business, circles, industries
from planner.matching import Known, WarmPath
from planner.offers import Help, find_help, say_where, usual_buyers
from planner.titles import Level, are_adjacent, assists, field_of, functions, functions_of
from planner.topics import Match, Texts

_NEAR: dict[tuple[Level, Level], float] = {
    ("executive", "senior_manager"): 0.95, ("executive", "professional"): 0.6, ("senior_manager", "professional"): 0.75,
}  # fmt: skip
_SURELY = 0.95  # of a role from 0 to 1: this very post, not one close to it
_PUBLIC_FIGURES = frozenset({"arts", "sport", "media", "public"})
_INWARD = frozenset({"data", "engineering", "research", "it", "design", "security", "finance"})  # seldom meet customers
_CUSTOMER_FACING = frozenset({"sales", "customer", "partnerships", "marketing", "communications"})


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason with its strength from 0 to 1; `KIND_OF_REASON` holds its code."""

    code: str
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen in one person, whatever the weights: the signals they give, which of my offers would help them, and which
    of my topics they speak about.
    """

    signals: tuple[Signal, ...] = ()
    helps: tuple[Help, ...] = ()
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What all signals may look at: me, the event's texts, my contacts, and who fits a dream customer."""

    me: Me
    texts: Texts
    known: Mapping[str, Known] = field(default_factory=dict)
    warm: Mapping[str, WarmPath] = field(default_factory=dict)
    dreamt: Mapping[str, Candidate] = field(default_factory=dict)
    after: Mapping[str, str] = field(default_factory=dict)
    met: frozenset[str] = frozenset()


def in_industry(business: Business, company: str | None) -> str:
    """The industry as the end of a sentence, honest about what it rests on."""
    if business.label is None:
        return f"; I don't know what {company} does: tell me" if company else "; the agenda names no company"
    if business.evidence == "name":
        return f", in {business.label} going by its name"
    if business.evidence == "text":
        return f", in {business.label} going by the agenda"
    if business.evidence == "title":
        return f", in {business.label} going by the title"
    return f", in {business.label}"


def nearness(one: Level, other: Level) -> float:
    """How near two levels are; academics are as near to anybody as a professional is to a chief."""
    if one == other:
        return 1.0
    return _NEAR.get((one, other)) or _NEAR.get((other, one)) or 0.5


def other_industry(me: Me, business: Business, craft: str | None = None) -> float:
    """1 for another industry than mine, a little less when unknown, little for the same.

    Who has the `craft` that my trade sells ("consulting" to a consultant), at a company unknown, may well be in my trade.
    """
    if business.industry is None or me.industry is None:
        return 0.6 if me.industry is not None and craft == me.industry.craft != "general" else 0.95
    if business.industry.key == me.industry.key:
        return 0.4
    return 1.0


def _does(candidate: Candidate, function: str) -> str:
    label = functions()[function]
    if function == "general":
        if candidate.business.kind != "company":
            return "Leads an organisation"
        if candidate.role.craft and not candidate.role.owner:
            return "Has a leading role in a company"
        return "Founded or owns a company" if candidate.role.owner else "Runs a company"
    return f"Runs {label}" if candidate.role.level in ("executive", "senior_manager") else f"Works in {label}"


def _like_business(me: Me, business: Business) -> float:
    """How much those who run companies have to compare: most in one sort of trade, which an unknown company may be in."""
    near = {i.group for i in (*me.trade.industries, *me.trade.markets)}
    if business.industry is None:
        return 0.65
    return 0.7 if business.industry.group in near else 0.6


def see_peer(candidate: Candidate, scene: Scene) -> Signal | None:
    """The same craft at a near level in another industry; running a company alone counts less."""
    me, role, business = scene.me, candidate.role, candidate.business
    shared = [f for f in me.role.craft if f in role.craft]
    same_kind = me.industry is None or business.kind == me.industry.kind
    if shared:
        fit = 1.0 if role.craft[0] == me.role.craft[0] else 0.85
        fit *= 1.0 if same_kind or business.kind == "company" else 0.7
    elif "general" in role.functions and "general" in me.role.functions and same_kind and not _PUBLIC_FIGURES & set(role.craft):
        fit, shared = _like_business(me, business) - (0.1 if me.role.owner != role.owner else 0.0), ["general"]
    else:
        return None
    value = fit * nearness(me.role.level, role.level) * other_industry(me, business, shared[0])
    code = "peer_same_industry" if business.industry and business.industry == me.industry else "peer_other_industry"
    alike = " as you do" if shared[0] != "general" or me.role.owner == role.owner else ", as a leader like you"
    return Signal(code, value, f"{_does(candidate, shared[0])}{alike}{in_industry(business, candidate.speaker.company)}")


def see_neighbour(candidate: Candidate, scene: Scene) -> Signal | None:
    """A function next to mine."""
    me, role = scene.me, candidate.role
    theirs = [f for f in role.craft[:2] if f not in me.role.craft]
    pairs = [(f, g) for f in theirs for g in me.role.craft[:2] if are_adjacent(f, g)]
    if not pairs:
        return None
    value = nearness(me.role.level, role.level) * other_industry(me, candidate.business)
    near, mine = pairs[0]
    trade = in_industry(candidate.business, candidate.speaker.company)
    text = f"{_does(candidate, near)}, next to your {functions()[mine]}{trade}"
    return Signal("adjacent_function", value, text)


def fits_dream(candidate: Candidate, dream: Dream) -> tuple[float, float | None]:
    """How well somebody's role and company fit a dream customer; None when what the company does is unknown."""
    founder = "founder" if find_sign("founder", candidate.speaker.title) else "owner"
    owner = founder if candidate.role.owner else None
    place = place_fit(dream, candidate.speaker.company, candidate.business, owner=owner)
    return role_fit(dream, candidate.role, candidate.speaker.title, giant=candidate.business.famous), place


def _buys_from_me(candidate: Candidate, me: Me) -> bool:
    """Whether this craft usually buys what my trade sells, whoever is named in the wish: security heads from security firms."""
    usual = {f for i in (*me.trade.industries, *me.trade.markets) for f in usual_buyers(i.key)}
    return bool(usual & set(candidate.role.craft[:1])) and candidate.role.level in ("executive", "senior_manager")


def see_dream(candidate: Candidate, scene: Scene) -> Signal | None:
    """The role I want at the kind of company I want, or at the company I named."""
    best: Signal | None = None
    for dream in scene.me.dreams if not _assists(candidate) else ():
        role, place = fits_dream(candidate, dream)
        if role < 0.8 and dream.functions and (place or 0) >= 0.8 and _buys_from_me(candidate, scene.me):
            role = 0.8
        named = place is None and role > 0.8 and bool(dream.functions or dream.words)
        value = 0.4 * role if named else role * (place or 0.0)
        if value >= 0.2 and (best is None or value > best.value):
            best = Signal("dream_customer", value, _say_dream(candidate, dream, role))
    return best


def _say_dream(candidate: Candidate, dream: Dream, role: float) -> str:
    company, business = candidate.speaker.company, candidate.business
    trade = business.among(dream.kinds) or business.industry
    firm = trade.firm if trade else company or "a company"
    if dream.company:
        return f"Works at {company}, which is among your dream customers (“{dream.text}”)"
    if dream.any_company or dream.startup:
        near = "may be" if role >= _SURELY else "is by the job close to"
        return f"{candidate.speaker.title}{f' at {company}' if company else ''}: {near} what you look for, “{dream.text}”"
    if not business.known:
        near = "By the title could be" if role >= _SURELY else "By the title is close to"
        return f"{near} “{dream.text}”; I don't know what {company or 'the company'} does: tell me"
    if role < _SURELY or (dream.smaller and business.famous):
        return f"Is at {firm}, close to your dream customer “{dream.text}”"
    if dream.any_role:
        return f"Has a say at {firm}: your dream customer “{dream.text}”"
    return f"{candidate.speaker.title} at {firm}: your dream customer “{dream.text}”"


def see_bridge(candidate: Candidate, scene: Scene) -> Signal | None:
    """Somebody who is likely to know my dream customers."""
    inside = [d for d in scene.me.dreams if not d.any_company and _is_there(d, candidate)]
    if inside:
        assisting = _assists(candidate)
        facing = assisting or bool(_CUSTOMER_FACING & set(candidate.role.functions)) or candidate.role.level == "executive"
        kind = "company" if candidate.business.kind == "company" else "organisation"
        text = f"Works at {candidate.speaker.company}, which is the kind of {kind} in “{inside[0].text}”"
        text += "; assistants know whom to speak to" if assisting else ""
        return Signal("bridge_inside", 0.7 if facing else 0.5, text)
    near = _near_dream(candidate, scene)
    if near is not None:
        return near
    for session in candidate.sessions:
        others = [scene.dreamt[i] for i in session.speakers if i in scene.dreamt and i != candidate.speaker.id]
        if others and len(session.speakers) <= 5:
            text = f"Shares a session with {others[0].who}, one of your dream customers"
            return Signal("bridge_shared_session", 0.7, text)
    return _connector(candidate, scene)


def _assists(candidate: Candidate) -> bool:
    """Whether somebody works for a chief; at an authority a secretary may be one."""
    return candidate.business.kind == "company" and assists(candidate.speaker.title)


def _near_dream(candidate: Candidate, scene: Scene) -> Signal | None:
    """Somebody next door to my dream customers: another trade of the same group, such as an agency or federation in sport."""
    industry = candidate.business.industry
    for dream in scene.me.dreams:
        groups = {industries()[key].group for key in dream.kinds}
        if industry is not None and groups == {industry.group} <= circles() and _has_standing(candidate):
            text = f"Is in {industry.label}, close to “{dream.text}”, and may know the right people there"
            return Signal("bridge_near", 0.9, text)
    return None


def _has_standing(candidate: Candidate) -> bool:
    """Whether the title says that they deal with people outside, or that they lead without a craft kept inside."""
    outward = not _INWARD & set(candidate.role.craft[:1])
    return outward and (bool(candidate.role.functions) or candidate.role.level in ("executive", "senior_manager"))


def _is_there(dream: Dream, candidate: Candidate) -> bool:
    return not dream.startup and (place_fit(dream, candidate.speaker.company, candidate.business) or 0) >= 0.8


def _connector(candidate: Candidate, scene: Scene) -> Signal | None:
    role, business = candidate.role, candidate.business
    if business.industry is not None and business.industry.key in ("association", "sports_bodies"):
        text = f"Is with {candidate.speaker.company}, and people there know many companies"
        return Signal("bridge_association", 0.8, text)
    if "community" in role.functions[:2] or find_sign("hosts", candidate.speaker.title):
        return Signal("bridge_organiser", 0.6, "Organises, moderates or runs a community, and so meets many people")
    if "investment" in role.functions[:1] or (business.kind == "fund" and not role.craft):
        return Signal("bridge_investor", 0.5, "Invests in companies and knows the people who run them")
    if "media" in role.functions[:1] or (business.kind == "press" and not role.craft):
        return Signal("bridge_journalist", 0.5, "Works in the media and talks to many companies")
    return None


def best_match(phrases: Iterable[str], candidate: Candidate, texts: Texts) -> tuple[Match, str, bool] | None:
    """The phrase of mine that meets somebody best, and whether in what they say; else in their title or company, for less."""
    said = [(m, phrase, True) for phrase in phrases if (m := texts.match(phrase, candidate.says))]
    if not said:
        post = f"{field_of(candidate.speaker.title)} . {candidate.speaker.company or ''}"
        found = [(m, phrase) for phrase in phrases if (m := texts.match(phrase, post))]
        said = [(replace(m, strength=0.7 * m.strength), phrase, False) for m, phrase in found]
    return max(said, key=lambda f: f[0].strength, default=None)


def _see_offer(help_: Help) -> Signal:
    """Something I can give would help them."""
    return Signal("offer_fits", help_.strength, f"{help_.why}; you offer “{help_.offer.text}”")


def _see_both(help_: Help, topic: str) -> Signal:
    """Both sides gain: I have something for them, and they something for me."""
    text = f"{help_.why}; you offer “{help_.offer.text}”, and both of you gain, for they speak about your topic “{topic}”"
    return Signal("both_gain", help_.strength, text)


def _see_topic(found: tuple[Match, str, bool], candidate: Candidate, scene: Scene) -> Signal:
    """They speak about what I want to learn."""
    match, topic, said = found
    where = say_where(topic, candidate, scene.texts) if said else f"Their job or company (“{match.theirs}”) has to do with"
    return Signal("topic_fits", match.strength, f"{where} {match.topic}; you want to talk about “{topic}”")


def see_need(candidate: Candidate, scene: Scene) -> Signal | None:
    """They hire, or could know whom I need to hire."""
    profile = scene.me.profile
    if find_sign("hires", candidate.says):
        return Signal("they_hire", 1.0, "Says they are hiring")
    for position in profile.hiring:
        if set(functions_of(position)) & set(candidate.role.craft[:1]):
            return Signal("hiring_fits", 0.7, f"Works in the field of your open position “{position}” and may know candidates")
    return None


def see_warmth(candidate: Candidate, scene: Scene) -> Signal | None:
    """Somebody I know is at their company, or I know them."""
    speaker = candidate.speaker
    if (known := scene.known.get(speaker.id)) is not None:
        if known.certainty == "sure":
            return Signal("already_known", 1.0, "You know each other already: good to meet again")
        return Signal("probably_known", 0.6, f"May be a contact of yours. {known.why}")
    if speaker.id in scene.met:
        return Signal("met_before", 0.8, "You have met before")
    if (path := scene.warm.get(speaker.id)) is not None:
        return Signal("warm_path", 1.0, path.text.rstrip("."))
    return None


def see_reach(candidate: Candidate, scene: Scene) -> Signal | None:
    """How easily they can be spoken to at the event."""
    small = [s for s in candidate.sessions if s.kind in ("panel", "workshop")]
    if small:
        return Signal("reachable", 1.0, f"Easy to reach: takes part in a {small[0].kind}")
    if any(s.kind == "keynote" for s in candidate.sessions):
        return None
    rest = next((scene.after[s.id] for s in candidate.sessions if s.id in scene.after), None)
    if rest:
        return Signal("reachable", 0.8, f"Easy to reach: “{rest}” follows right after their session")
    return None


KIND_OF_REASON: dict[str, str] = {
    "peer_other_industry": "peer", "peer_same_industry": "peer", "adjacent_function": "neighbour", "dream_customer": "dream",
    "bridge_inside": "bridge", "bridge_near": "bridge", "bridge_shared_session": "bridge", "bridge_association": "bridge",
    "bridge_organiser": "bridge", "bridge_investor": "bridge", "bridge_journalist": "bridge", "offer_fits": "offer",
    "both_gain": "offer",
    "topic_fits": "topic", "they_hire": "need", "hiring_fits": "need", "already_known": "known", "probably_known": "known",
    "met_before": "known", "warm_path": "warm", "reachable": "reach",
}  # fmt: skip
"""The code of a reason -> the field of `Weights` that says how much it counts."""

SIGNALS: tuple[Callable[[Candidate, Scene], Signal | None], ...] = (
    see_peer, see_dream, see_neighbour, see_bridge, see_need, see_warmth, see_reach,
)  # fmt: skip


def see_all(candidate: Candidate, scene: Scene) -> Seen:
    """Every signal that somebody gives, and the help and the topic behind two of them."""
    helps = find_help(scene.me.profile.offers, candidate, scene.texts)
    topic = best_match(scene.me.profile.topics, candidate, scene.texts)
    found = [s for see in SIGNALS if (s := see(candidate, scene)) is not None]
    if helps:
        found.append(_see_both(helps[0], topic[1]) if topic and topic[2] else _see_offer(helps[0]))
    found += [_see_topic(topic, candidate, scene)] if topic else []
    dreamt = any(s.code == "dream_customer" and s.value >= 0.4 for s in found)
    signals = tuple(s for s in found if not (dreamt and s.code == "bridge_inside"))
    return Seen(signals, helps, topic[1] if topic and topic[2] else None)


def find_dreamt(candidates: Iterable[Candidate], me: Me) -> dict[str, Candidate]:
    """Those who surely are dream customers: the right role at the right company."""
    return {
        c.speaker.id: c
        for c in candidates
        if any(role * (place or 0) >= 0.85 and not d.any_company for d in me.dreams for role, place in [fits_dream(c, d)])
    }
