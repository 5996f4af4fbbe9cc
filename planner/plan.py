"""The plan for an event: suggested meetings with reasons, give-first ideas, note and slot; who is left out; what to tell us."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from planner.agenda import Agenda
from planner.candidates import Candidate, Me, read_candidates, read_me
from planner.crowd import Crowd
from planner.dream import role_fit
from planner.give_first import Pair, best_pairs, find_ideas
from planner.matching import Known, arrange_contacts, company_key, find_known, find_warm_paths
from planner.note_templates import Step
from planner.notes import draft_note, session_to_mention
from planner.people import Person
from planner.phrases import language_of, trade_in
from planner.placeholders import Matter
from planner.profile import Profile
from planner.questions import ask_questions
from planner.ranking import USUAL, Ranked, Weights, leave_out, make_scene, rank_people
from planner.sight import Sight
from planner.signals import Scene
from planner.slots import propose_slots
from planner.suggestion import Channel, GiveFirst, LeftOut, Note, Suggestion


@dataclass(frozen=True, slots=True)
class Question:
    """A company whose trade is unknown: how much the answer could change, and the people it is about."""

    company: str
    people: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything proposed for one event. `unknown_companies` are those worth asking the user about, most important first."""

    suggestions: tuple[Suggestion, ...]
    left_out: tuple[LeftOut, ...] = ()
    unknown_companies: tuple[Question, ...] = ()
    pairs: tuple[Pair, ...] = ()


def plan_meetings(
    agenda: Agenda,
    profile: Profile,
    *,
    contacts: Iterable[Person] = (),
    known: Sequence[Known] | None = None,
    answers: Mapping[str, str] | None = None,
    decisions: Mapping[str, str] | None = None,
    weights: Weights = USUAL,
    top: int = 10,
    channel: Channel = "linkedin-free",
    drafts: bool = True,
    sight: Sight | None = None,
) -> Plan:
    """Choose whom to meet at an event, best first; `top` 0 ranks everybody.

    `contacts` are people I know, `known` who of them is on the agenda (None: found by name), `answers` what the user said
    companies do (company -> industry; they win over the tables), `decisions` speaker id -> accepted, not_now, no_thanks or
    met_before. Nobody is suggested without an idea what to give first. With `drafts` each suggestion has a note; slots are
    proposed while the day has room. `sight` and arranged `contacts` (`planner.matching.Contacts`) keep from one plan to the
    next what stays the same.
    """
    decided, contacts = decisions or {}, arrange_contacts(contacts)
    me, everybody = read_me(profile, answers=answers), read_candidates(agenda, answers=answers)
    out = {c.speaker.id: reason for c in everybody if (reason := leave_out(c, me, decision=decided.get(c.speaker.id)))}
    field = [c for c in everybody if c.speaker.id not in out]
    speakers = [c.speaker for c in field]
    scene = make_scene(
        agenda, field, me,
        known=find_known(contacts, speakers) if known is None else known, warm=find_warm_paths(contacts, speakers),
        met=(i for i, d in decided.items() if d == "met_before"),
    )  # fmt: skip
    ranked = rank_people(field, scene, weights, sight=sight)
    crowd = Crowd([r.candidate for r in ranked], contacts)
    chosen, giftless = _choose(ranked, me, crowd, top)
    out |= {left.speaker.id: left for left in giftless}
    slots = propose_slots(agenda, [r.candidate.speaker.id for r, _ in chosen]) if drafts else {}
    suggestions, asked = [], Counter[str]()
    for rank, (person, ideas) in enumerate(chosen, start=1):
        suggestion = _suggest(rank, person, ideas, scene, asked)
        suggestion = replace(suggestion, slot=slots.get(person.candidate.speaker.id))
        if drafts:
            suggestion = replace(suggestion, note=_write_note(suggestion, person.candidate, agenda, scene, channel, rank))
        suggestions.append(suggestion)
    return Plan(
        tuple(suggestions),
        tuple(out.values()),
        unknown_companies((r.candidate for r in ranked), scene, weights),
        best_pairs(crowd),
    )


def _choose(
    ranked: Iterable[Ranked], me: Me, crowd: Crowd, top: int
) -> tuple[list[tuple[Ranked, tuple[GiveFirst, ...]]], list[LeftOut]]:
    """The first `top` people (0: all) to whom something can be given, with what; and those before them to whom nothing can."""
    chosen: list[tuple[Ranked, tuple[GiveFirst, ...]]] = []
    giftless: list[LeftOut] = []
    for person in ranked:
        if top and len(chosen) == top:
            break
        if ideas := find_ideas(person.candidate, person.seen.helps, me, crowd):
            chosen.append((person, ideas))
        else:
            why = "Nothing is known that you could give them first: say in your profile what you can offer"
            giftless.append(LeftOut(person.candidate.speaker, "nothing_to_give", why))
    return chosen, giftless


def _suggest(rank: int, person: Ranked, ideas: tuple[GiveFirst, ...], scene: Scene, asked: Counter[str]) -> Suggestion:
    candidate = person.candidate
    helps, topic = person.seen.helps, person.seen.topic
    return Suggestion(
        rank, candidate.speaker, person.score, person.reasons, ideas, ask_questions(candidate, scene.me, topic, asked),
        unlikely=person.unlikely, industry=candidate.business.label,
        evidence=candidate.business.evidence, functions=candidate.role.functions,
        offer=next((h.offer.text for h in helps if h.way == "advice"), None),
        topic=topic,
        trade=_other_trade(candidate, scene.me),
    )  # fmt: skip


def _other_trade(candidate: Candidate, me: Me) -> str | None:
    """What their company does, where that is known well enough to be written to them and is not my own trade."""
    business = candidate.business
    sure = business.evidence in ("told", "known") and business.kind == "company"
    return (
        business.label if sure and business.industry and me.industry and business.industry.group != me.industry.group else None
    )


def _write_note(
    suggestion: Suggestion, candidate: Candidate, agenda: Agenda, scene: Scene, channel: Channel, turn: int
) -> Note | None:
    session = session_to_mention(candidate.sessions)
    known = scene.known.get(candidate.speaker.id)
    step: Step = "reconnect" if known and known.certainty == "sure" else "first_contact"
    language = language_of(scene.me.profile)
    matter = Matter(topic=suggestion.topic, offer=suggestion.offer, trade=trade_in(language, suggestion.trade))
    try:
        draft = draft_note(
            candidate.speaker, step=step, channel=channel, language=language, session=session, event=agenda.event,
            profile=scene.me.profile,
            slot=suggestion.slot, matter=matter, turn=turn,
        )  # fmt: skip
    except ValueError:
        return None  # too little is known to write without inventing: the user writes this one
    return Note(channel, draft.text, len(draft.text), draft.flags)


def unknown_companies(
    field: Iterable[Candidate], scene: Scene, weights: Weights = USUAL, *, top: int = 10
) -> tuple[Question, ...]:
    """The unknown companies whose trade matters most for the order: "what do these do?"

    A company matters as much as its people could gain from being known to be just what I look for.
    """
    gains: dict[str, float] = defaultdict(float)
    people: dict[str, list[str]] = defaultdict(list)
    for candidate in field:
        company = candidate.speaker.company
        if not company or not company_key(company) or candidate.business.known:
            continue
        gains[company] += _possible(candidate, scene.me, weights)
        people[company].append(candidate.speaker.name)
    order = sorted((c for c in gains if gains[c] > 0), key=lambda c: -gains[c])[:top]
    return tuple(Question(c, tuple(people[c]), round(gains[c], 3)) for c in order)


def _possible(candidate: Candidate, me: Me, weights: Weights) -> float:
    """The most that knowing the company could bring this person: a peer confirmed or lost, a dream customer found."""
    dreams = [role_fit(d, candidate.role, candidate.speaker.title) for d in me.dreams if d.kinds]
    peer = 0.3 if set(me.role.craft) & set(candidate.role.craft) else 0.0
    return max(weights.dream * max(dreams, default=0.0), weights.peer * peer)
