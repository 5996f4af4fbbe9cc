"""Whom to meet, best first: the strongest reason plus a quarter of the next two, and who is left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import islice

from planner.agenda import Agenda, moment
from planner.candidates import Candidate, Me
from planner.dream import names_company, role_fit
from planner.industries import read_kind
from planner.matching import Known, WarmPath, company_key, same_company
from planner.sight import Sight
from planner.signals import KIND_OF_REASON, Scene, Seen, Signal, find_dreamt
from planner.suggestion import LeftOut, Reason
from planner.topics import Texts, topics_of

# Industries so wide that two companies in them seldom compete; there, what they say they do must meet too.
_GENERIC = frozenset(
    "software it_services consulting agency ai media machinery digital_health research edtech events internet fitness "
    "sports_business".split()
)
_SUBSTANCE = frozenset(
    "bridge_inside bridge_near bridge_organiser bridge_association offer_fits both_gain they_hire hiring_fits warm_path".split()
)
_PLACES, _UNLIKELY = 10, 2


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of reason counts, 0 (nothing) to 1. The two that decide are `peer` and `dream`.

    `peer` my craft in another industry, `neighbour` a craft next to mine, `dream` a dream customer, `bridge` likely to know
    dream customers, `offer` I can give something, `topic` they speak about what I want to learn, `need` hiring on either
    side, `warm` somebody I know is there, `known` I know them, `reach` easy to speak to.
    """

    peer: float = 1.0
    dream: float = 1.0
    neighbour: float = 0.5
    bridge: float = 0.5
    need: float = 0.3
    warm: float = 0.5
    known: float = 0.4
    offer: float = 0.3
    topic: float = 0.3
    reach: float = 0.1


USUAL = Weights()

WEIGHT_LABELS: dict[str, str] = {
    "peer": "People who do my job in another industry",
    "dream": "My dream customers",
    "neighbour": "People whose job is next to mine",
    "bridge": "People who are likely to know my dream customers",
    "need": "People who hire, or know whom I could hire",
    "warm": "People at companies where I know somebody",
    "known": "People I know already",
    "offer": "People I can give something to",
    "topic": "People who speak about what I want to learn",
    "reach": "People who are easy to speak to at the event",
}


@dataclass(frozen=True, slots=True)
class Ranked:
    """Somebody with a score from 0 to 1 that is the sum of the reasons' weights; `unlikely` marks the "not a snob" places."""

    candidate: Candidate
    score: float
    reasons: tuple[Reason, ...]
    seen: Seen = field(default_factory=Seen)
    unlikely: bool = False


def make_scene(
    agenda: Agenda,
    candidates: Sequence[Candidate],
    me: Me,
    *,
    known: Iterable[Known] = (),
    warm: Iterable[WarmPath] = (),
    met: Iterable[str] = (),
) -> Scene:
    """What the signals need to know about the event and my contacts."""
    paths: dict[str, WarmPath] = {}
    for path in warm:
        if path.speaker:
            paths.setdefault(path.speaker, path)
    acquaintances: dict[str, Known] = {}
    for match in known:
        acquaintances.setdefault(match.speaker, match)
    return Scene(
        me,
        Texts(c.says for c in candidates),
        acquaintances,
        paths,
        find_dreamt(candidates, me),
        _breaks_after(agenda),
        frozenset(met),
    )


def _breaks_after(agenda: Agenda) -> dict[str, str]:
    """Session id -> title of the break or reception that starts within ten minutes of its end."""
    pauses = [(start, s.title) for s in agenda.sessions if s.kind in ("break", "networking") and (start := moment(s.start))]
    found: dict[str, str] = {}
    for session in agenda.sessions:
        end = moment(session.end)
        if end is None or session.kind in ("break", "networking"):
            continue
        for start, title in pauses:
            if 0 <= (start - end).total_seconds() <= 600:
                found.setdefault(session.id, title)
    return found


def score_signals(signals: Iterable[Signal], weights: Weights = USUAL) -> tuple[float, tuple[Reason, ...]]:
    """The strongest signal plus a quarter of the next two, as a share of what three full ones would give; with the reasons.

    A weight taught above 1 is the new full one, so that scores stay within 1.
    """
    full = max(1.0, *(getattr(weights, f.name) for f in fields(weights)))
    weighed = sorted(
        ((getattr(weights, KIND_OF_REASON[s.code]) * s.value / full, s) for s in signals), key=lambda w: (-w[0], w[1].code)
    )
    shares = [1.0, 0.25, 0.25]
    reasons = [
        Reason(s.code, s.text, round(worth * (shares[place] if place < 3 else 0.0) / sum(shares), 4))
        for place, (worth, s) in enumerate(weighed)
        if worth > 0
    ]
    return round(min(1.0, sum(r.weight for r in reasons)), 4), tuple(reasons)


def rank_people(
    candidates: Iterable[Candidate], scene: Scene, weights: Weights = USUAL, *, sight: Sight | None = None
) -> tuple[Ranked, ...]:
    """Everybody best first; of every ten, two places go to people whom rank alone would have missed.

    `sight` keeps what was seen of each person, so that other weights look at nobody anew.
    """
    sight = sight or Sight()
    seen = [(c, sight.look(c, scene)) for c in candidates]
    ranked = [Ranked(c, *score_signals(s.signals, weights), s) for c, s in seen]
    ranked.sort(key=lambda r: -r.score)
    return _make_room(ranked)


def _make_room(ranked: list[Ranked]) -> tuple[Ranked, ...]:
    """Give the last two of the first ten places (and so on) to unlikely people with a reason, while there are any."""
    rest, order = list(ranked), []
    unlikely = {r.candidate.speaker.id for r in ranked if _is_unlikely(r)}
    while rest:
        room = _PLACES - _UNLIKELY
        block, rest = rest[:room], rest[room:]
        chosen = list(islice((r for r in rest if r.candidate.speaker.id in unlikely), _UNLIKELY))
        order += block + [replace(r, unlikely=True) for r in chosen]
        taken = {r.candidate.speaker.id for r in chosen}
        rest = [r for r in rest if r.candidate.speaker.id not in taken]
        while rest and len(order) % _PLACES:
            order.append(rest.pop(0))
    return tuple(order)


def _is_unlikely(ranked: Ranked) -> bool:
    """Nobody whom craft or dream company put forward, yet with a reason of substance: likely to know the right people, or
    somebody I can help.
    """
    person = ranked.candidate
    if not person.speaker.title or not person.speaker.company or not ranked.reasons:
        return False
    if KIND_OF_REASON[ranked.reasons[0].code] in ("peer", "dream"):
        return False
    return any(r.code in _SUBSTANCE and r.weight >= 0.2 for r in ranked.reasons[:1])


def leave_out(candidate: Candidate, me: Me, *, decision: str | None = None) -> LeftOut | None:
    """Why somebody is not suggested: my own company, the avoid list, a competitor, or my own no; None when they may be."""
    speaker, profile = candidate.speaker, me.profile
    key = company_key(speaker.company)
    if speaker.company and same_company(key, company_key(profile.company)):
        return LeftOut(speaker, "own_company", f"Works at {speaker.company}, as you do")
    if decision == "no_thanks":
        return LeftOut(speaker, "no_thanks", "You said no thanks")
    if decision == "not_now":
        return LeftOut(speaker, "not_now", "You said not now")
    for phrase in profile.avoid:
        if same_company(key, company_key(phrase)):
            return LeftOut(speaker, "avoid", f"{speaker.company} is on your avoid list")
        kinds = () if names_company(phrase) else read_kind(phrase).industries
        if candidate.business.industry is not None and candidate.business.industry in kinds:
            return LeftOut(
                speaker, "avoid", f"{speaker.company} is {candidate.business.industry.firm}: “{phrase}” is on your avoid list"
            )
    return _competitor(candidate, me)


def _competitor(candidate: Candidate, me: Me) -> LeftOut | None:
    industry = candidate.business.industry
    if (
        industry is None
        or me.industry is None
        or industry.key != me.industry.key
        or industry.kind in ("public", "academic", "association")
    ):
        return None
    if any(industry.key in d.kinds and role_fit(d, candidate.role, candidate.speaker.title) >= 0.85 for d in me.dreams):
        return None  # in my trade, yet among those I wish to sell to
    if industry.key in _GENERIC:
        mine = topics_of(me.profile.industry).keys() | topics_of(me.profile.company).keys()
        theirs = topics_of(f"{candidate.speaker.company} {candidate.speaker.title}")
        if not mine & theirs.keys():
            return None
    return LeftOut(
        candidate.speaker, "competitor", f"{candidate.speaker.company} is {industry.firm}, in the same business as you"
    )


def learn_weights(weights: Weights, decisions: Iterable[tuple[str, str]]) -> Weights:
    """Weights taught gently by what the user decided: pairs of a suggestion's first reason (its code) and the decision.

    Every `accepted` moves the weight of that reason up, every `no_thanks` down and `not_now` a little down, at most by a
    third whatever the number, beyond 1 too: what is taught up there outweighs all others. It is computed anew from the
    decisions each time, so taking one back takes its effect back.
    """
    balance: Counter[str] = Counter()
    for code, decision in decisions:
        if code in KIND_OF_REASON:
            balance[KIND_OF_REASON[code]] += {"accepted": 10, "no_thanks": -10, "not_now": -3}.get(decision, 0)
    taught = {}
    for item in fields(weights):
        tenths = balance[item.name]
        factor = 1 + tenths / (3 * (abs(tenths) + 50))
        taught[item.name] = round(getattr(weights, item.name) * factor, 3)
    return Weights(**taught)
