"""The plan of an event as the People page shows it, computed once for the same inputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

import streamlit as st

from app_pages._shared import get_store
from app_pages._view import EventView
from planner.agenda import Agenda
from planner.people import Person
from planner.plan import Plan, plan_meetings
from planner.profile import Profile
from planner.ranking import USUAL, Weights


@st.cache_data(max_entries=16, show_spinner="Choosing people …")
def _plan(
    agenda: Agenda,
    profile: Profile,
    contacts: tuple[Person, ...],
    answers: Mapping[str, str],
    decisions: Mapping[str, str],
    weights: Weights,
) -> Plan:
    return plan_meetings(
        agenda, profile, contacts=contacts, answers=answers, decisions=decisions, weights=weights, top=0, drafts=False
    )


def choose_people(view: EventView) -> Plan:
    """Everybody on the agenda, best first, with what the user told us, decided and weighs."""
    answers = {name: fact.value for name, fact in view.store.facts("industry").items()}
    decisions = {speaker: entry.kind for speaker, entry in view.decisions.items()}
    return _plan(view.agenda, view.profile, contacts_of(view), answers, decisions, read_weights())


def contacts_of(view: EventView) -> tuple[Person, ...]:
    """The people I know: those with a relation, and those I have met."""
    met = {p for e in view.journal if e.kind in ("met", "meeting_held") for p in e.people}
    return tuple(p for p in view.people.values() if p.relation is not None or p.id in met)


def read_weights() -> Weights:
    """How much each kind of reason counts for this user."""
    kept = get_store().settings().get("weights") or {}
    known = {f.name for f in fields(Weights)}
    return Weights(**{name: float(value) for name, value in kept.items() if name in known}) if kept else USUAL
