"""The plan of an event as the pages show it: computed when what it rests on changes, taught by decisions when asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from threading import Timer

import streamlit as st

from app_pages._shared import get_store
from app_pages._text import now
from app_pages._view import DECISIONS, EventView
from planner.journal import Entry
from planner.matching import Contacts, Known, find_known
from planner.plan import Plan, plan_meetings
from planner.ranking import USUAL, WEIGHT_LABELS, Weights, learn_weights
from planner.records import Fact
from planner.sight import Sight
from planner.suggestion import LeftOut

SAME = "same_person"
_MOMENT = 0.5  # seconds
_NO = {"no_thanks": "You said no thanks", "not_now": "You said not now"}


@dataclass(frozen=True, slots=True)
class Choice:
    """The plan of an event, and which of its people are contacts of mine, surely or probably."""

    plan: Plan
    known: Mapping[str, Known]


@st.cache_resource(show_spinner=False, max_entries=50)
def warm_up_choosing(event: str, _view: EventView) -> None:
    """Once a process and event, a moment after its agenda is shown: what choosing looks up is loaded behind the page."""
    timer = Timer(_MOMENT, plan_meetings, (_view.agenda, _view.profile), {"top": 1, "drafts": False})
    timer.daemon = True
    timer.start()


def choose_people(view: EventView) -> Plan:
    """Everybody on the agenda, best first, with what the user told us, decided and weighs; refused people are left out."""
    return make_choice(view).plan


def make_choice(view: EventView) -> Choice:
    """The plan with the contacts found on the agenda. Accepting and refusing people computes nothing anew."""
    answers = {name: fact.value for name, fact in view.store.facts("industry").items()}
    met = {speaker: "met_before" for speaker, entry in view.decisions.items() if entry.kind == "met_before"}
    contacts = contacts_of(view)
    settled = _settled(view)
    inputs = (view.agenda, view.profile, contacts.people, answers, met, weights_in_use(view), settled)
    kept = st.session_state.get("choosing_plan")
    if kept is None or kept[0] != inputs:
        with st.spinner("Choosing people …"):
            known = _find_known(view, contacts, settled)
            plan = plan_meetings(
                view.agenda, view.profile, contacts=contacts, known=tuple(known.values()), answers=answers, decisions=met,
                weights=weights_in_use(view), top=0, drafts=False, sight=st.session_state.setdefault("choosing_sight", Sight()),
            )  # fmt: skip
            kept = st.session_state["choosing_plan"] = (inputs, Choice(plan, known))
    choice: Choice = kept[1]
    return replace(choice, plan=_without_refused(view, choice.plan))


def _find_known(view: EventView, contacts: Contacts, settled: Mapping[str, str]) -> dict[str, Known]:
    found: dict[str, Known] = {}
    for match in find_known(contacts, view.agenda.speakers):
        told = settled.get(same_key(view, match.speaker, match.person.id))
        if told == "no":
            continue
        if told:
            match = replace(match, certainty="sure", why="You said so.")
        if match.speaker not in found or told:
            found[match.speaker] = match
    return found


def same_key(view: EventView, speaker: str, person: str) -> str:
    """What the answer to "the same person?" is kept under."""
    return f"{view.event.id} {speaker} {person}"


def _settled(view: EventView) -> dict[str, str]:
    return {key: fact.value for key, fact in view.store.facts(SAME).items() if fact.value}


def keep_same(view: EventView, match: Known, answer: str) -> None:
    """Remember whether a speaker and a contact are one: the id of the entry merged, "yes", "no", or empty for undecided."""
    get_store().save_facts(Fact(SAME, same_key(view, match.speaker, match.person.id), answer, "you", now()[:10]))


def same_answer(view: EventView, match: Known) -> str:
    """What was answered, empty when nothing was."""
    return _settled(view).get(same_key(view, match.speaker, match.person.id), "")


def _without_refused(view: EventView, plan: Plan) -> Plan:
    """The plan without those I said no to; they are listed as left out, with the undo there."""
    refused = {speaker: entry.kind for speaker, entry in view.decisions.items() if entry.kind in _NO}
    if not refused:
        return plan
    out = [LeftOut(s.speaker, refused[s.speaker.id], _NO[refused[s.speaker.id]]) for s in plan.suggestions
           if s.speaker.id in refused]  # fmt: skip
    left = [s for s in plan.suggestions if s.speaker.id not in refused]
    ranked = tuple(replace(s, rank=rank) for rank, s in enumerate(left, start=1))
    return replace(plan, suggestions=ranked, left_out=(*out, *plan.left_out))


def contacts_of(view: EventView) -> Contacts:
    """The people I know: those with a relation, and those I have met; arranged anew only when they are others."""
    people = view.store.people_known()
    kept: Contacts | None = st.session_state.get("choosing_contacts")
    if kept is None or kept.people != people:
        kept = st.session_state["choosing_contacts"] = Contacts(people)
    return kept


def read_weights() -> Weights:
    """How much each kind of reason counts for this user, as the sliders say."""
    kept = get_store().settings().get("weights") or {}
    known = {f.name for f in fields(Weights)}
    return Weights(**{name: float(value) for name, value in kept.items() if name in known}) if kept else USUAL


def is_learning() -> bool:
    """Whether my decisions may teach the weights."""
    return bool(get_store().settings().get("learn", True))


def taught_weights(view: EventView) -> Weights:
    """The sliders' weights with what all my decisions teach; an undone decision teaches nothing."""
    latest: dict[tuple[str | None, str | None], Entry] = {}
    for entry in view.journal:
        if entry.kind in DECISIONS:
            latest[entry.event, entry.person] = entry
    return learn_weights(read_weights(), ((e.details.get("reason", ""), e.kind) for e in latest.values()))


def weights_in_use(view: EventView) -> Weights:
    """The weights of the present order. What decisions taught since takes effect when asked for, or at the next visit,

    so that cards do not move under the user's finger.
    """
    base, learning = read_weights(), is_learning()
    kept = st.session_state.get("choosing_weights")
    if kept is None or kept[:2] != (base, learning):
        kept = st.session_state["choosing_weights"] = (base, learning, taught_weights(view) if learning else base)
    weights: Weights = kept[2]
    return weights


def order_anew() -> None:
    """Let the latest decisions take effect."""
    st.session_state.pop("choosing_weights", None)


def say_lessons(base: Weights, taught: Weights) -> list[str]:
    """What was learnt, a phrase a weight: "12 % more: my dream customers"."""
    words = []
    for item in fields(Weights):
        before, after = getattr(base, item.name), getattr(taught, item.name)
        if abs(after - before) > 0.02:
            label = WEIGHT_LABELS[item.name]
            share = round(100 * abs(after - before) / before) if before else 0
            words.append(f"{share} % {'more' if after > before else 'less'}: {label[0].lower()}{label[1:]}")
    return words
