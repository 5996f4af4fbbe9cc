"""The plan of an event as the pages show it: computed when what it rests on changes, taught by decisions when asked."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, fields, replace
from threading import Lock, Timer

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

_LOG = logging.getLogger(__name__)
SAME = "same_person"
_MOMENT = 0.5  # seconds
_CHOICES = 2  # kept of one event: two sessions may go by different weights
_NO = {"no_thanks": "You said no thanks", "not_now": "You said not now"}


@dataclass(frozen=True, slots=True)
class Choice:
    """The plan of an event, and which of its people are contacts of mine, surely or probably."""

    plan: Plan
    known: Mapping[str, Known]


@dataclass(slots=True)
class _Kept:
    """What was chosen lately for one event with what it rests on, the last first; sessions of one user share it."""

    choices: list[tuple[object, Choice]] = field(default_factory=list)
    contacts: Contacts = field(default_factory=lambda: Contacts(()))
    sight: Sight = field(default_factory=Sight)
    lock: Lock = field(default_factory=Lock)
    begun: bool = False


@st.cache_resource(show_spinner=False, max_entries=50)
def _kept_for(store: int, event: str) -> _Kept:
    return _Kept()


def _kept_of(view: EventView) -> _Kept:
    return _kept_for(id(view.store), view.event.id)


def warm_up_choosing(view: EventView) -> None:
    """Once a process, user and event, a moment after its agenda is shown: people are chosen behind the page."""
    kept = _kept_of(view)
    if not kept.begun:
        kept.begun = True
        timer = Timer(_MOMENT, _choose_ahead, (EventView(view.event, view.store), kept, weights_in_use(view)))
        timer.daemon = True
        timer.start()


def _choose_ahead(view: EventView, kept: _Kept, weights: Weights) -> None:
    try:
        _choose(view, kept, weights, nullcontext)
    except Exception:  # the event may be gone by now; the page that shows the people says what is wrong
        _LOG.debug("People could not be chosen ahead", exc_info=True)


def choose_people(view: EventView) -> Plan:
    """Everybody on the agenda, best first, with what the user told us, decided and weighs; refused people are left out."""
    return make_choice(view).plan


def make_choice(view: EventView) -> Choice:
    """The plan with the contacts found on the agenda. Accepting and refusing people computes nothing anew."""
    choice = _choose(view, _kept_of(view), weights_in_use(view), lambda: st.spinner("Choosing people …"))
    return replace(choice, plan=_without_refused(view, choice.plan))


def _choose(view: EventView, kept: _Kept, weights: Weights, waiting: Callable[[], AbstractContextManager[None]]) -> Choice:
    """What was chosen when all it rests on was the same, else chosen now; one session at a time chooses, the others wait."""
    answers = {name: fact.value for name, fact in view.store.facts("industry").items()}
    met = {speaker: "met_before" for speaker, entry in view.decisions.items() if entry.kind == "met_before"}
    settled = _settled(view)
    with waiting() if kept.lock.locked() else nullcontext(), kept.lock:
        contacts = _arranged(view, kept)
        inputs = (view.agenda, view.profile, contacts.people, answers, met, weights, settled)
        choice = next((choice for rests_on, choice in kept.choices if rests_on == inputs), None)
        if choice is None:
            with waiting():
                known = _find_known(view, contacts, settled)
                plan = plan_meetings(
                    view.agenda, view.profile, contacts=contacts, known=tuple(known.values()), answers=answers, decisions=met,
                    weights=weights, top=0, drafts=False, sight=kept.sight,
                )  # fmt: skip
            choice = Choice(plan, known)
            kept.choices = [(inputs, choice), *kept.choices][:_CHOICES]
        return choice


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
    kept = _kept_of(view)
    with kept.lock:
        return _arranged(view, kept)


def _arranged(view: EventView, kept: _Kept) -> Contacts:
    people = view.store.people_known()
    if kept.contacts.people != people:
        kept.contacts = Contacts(people)
    return kept.contacts


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
