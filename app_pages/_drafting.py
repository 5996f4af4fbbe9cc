"""From what is known about a person to the inputs of a draft."""

from __future__ import annotations

from datetime import date
from typing import get_args

from app_pages._choosing import choose_people
from app_pages._shared import get_store
from app_pages._templates_editor import own_templates
from app_pages._view import EventView
from planner.agenda import Session, Speaker
from planner.channels import find_channel, spend_notes
from planner.ledger import asks, balance, open_promises
from planner.lint import NoteContext
from planner.note_templates import Step
from planner.notes import Draft, draft_note
from planner.people import Person
from planner.placeholders import Matter
from planner.referrals import introductions
from planner.suggestion import Slot


def steps_for(view: EventView, person: Person) -> list[Step]:
    """The steps a note can be for, the most likely first."""
    steps: list[Step] = list(get_args(Step))
    kinds = {e.kind for e in view.entries if e.person == person.id}
    likely: Step = (
        "thanks" if kinds & {"met", "meeting_held"} else "confirm_slot" if "note_replied" in kinds
        else "nudge" if "note_sent" in kinds else "first_contact"
    )  # fmt: skip
    return sorted(steps, key=lambda step: step != likely)


def context_of(view: EventView, person: Person) -> NoteContext:
    """What the linter should know about the two of us."""
    account = balance(view.journal, person.id)
    kinds = {e.kind for e in view.journal if person.id in e.people}
    return NoteContext(
        debts_with_person=len(account.given),
        known_before=person.relation is not None or bool(kinds & {"met", "meeting_held", "note_replied", "met_before"}),
        person=", ".join(x for x in (person.name, person.title, person.company) if x),
        event=view.event.event.name or "",
        session=_session_title(view, person),
        sender=view.profile.name,
    )


def _session_title(view: EventView, person: Person) -> str:
    session = session_of(view, view.speaker_ids.get(person.id))
    return session.title if session else ""


def session_of(view: EventView, speaker_id: str | None) -> Session | None:
    """The session to refer to: the first one the person speaks at."""
    return next((s for s in view.agenda.sessions if speaker_id and speaker_id in s.speakers), None)


def slot_of(view: EventView, person_id: str) -> Slot | None:
    """The meeting planned with this person, else nothing."""
    found = next((m for m in view.meetings if person_id in m.people and m.status != "cancelled"), None)
    return Slot(found.start, found.end, found.place) if found else None


def matter_for(view: EventView, person: Person, speaker: Speaker | None) -> Matter:
    """What a note to this person is about: what of mine fits them, what I promised, how long ago we last spoke."""
    promised = [p for p in open_promises(view.journal) if p.person == person.id]
    fits = next((s for s in choose_people(view).suggestions if speaker and s.speaker.id == speaker.id), None)
    intro = next((i for i in reversed(introductions(view.journal)) if person.id in i.sources), None)
    introduced = view.people.get(intro.person or "") if intro else None
    made = next((a for a in reversed(asks(view.journal)) if a.person == person.id), None)
    return Matter(
        offer=fits.offer if fits else None,
        topic=fits.topic if fits else None,
        promise=promised[0].text if promised else None,
        introduced=introduced.name if introduced else None,
        outcome=_OUTCOME_SENTENCES.get(intro.state) if intro else None,
        since=person.last_contact[:4] if person.last_contact else None,
        wanted=f"{made.ask.wanted} at {made.ask.company}" if made else None,
        reason=made.ask.reason if made else None,
        connection=made.ask.connection if made else None,
        in_return=made.ask.in_return if made else None,
    )


_OUTCOME_SENTENCES = {
    "meeting": "We have met.",
    "opportunity": "We are now talking about working together.",
    "won": "We are now working together.",
}
"""What came of an introduction, for telling the one who made it."""


def fresh_draft(
    view: EventView, person: Person, speaker: Speaker | None, *, step: Step, channel: str, language: str
) -> Draft | None:
    """Our draft for one step, or None when too little is known for it."""
    order = [p.id for p in view.accepted]
    try:
        return draft_note(
            speaker or person, step=step, channel=channel, language=language,
            session=session_of(view, speaker.id if speaker else None), event=view.agenda.event, profile=view.profile,
            slot=slot_of(view, person.id), matter=matter_for(view, person, speaker),
            debts_with_person=len(balance(view.journal, person.id).given),
            turn=order.index(speaker.id) if speaker and speaker.id in order else None, templates=own_templates(),
        )  # fmt: skip
    except ValueError:
        return None


def notes_left(view: EventView) -> int | None:
    """How many personalised LinkedIn notes are left this month; None with Premium, which has no such limit."""
    if get_store().settings().get("linkedin_premium"):
        return None
    month = date.today().isoformat()[:7]
    sent = sum(
        e.kind == "note_sent" and e.at.startswith(month) and e.details.get("channel") == "linkedin-free" for e in view.journal
    )
    return max(0, (find_channel("linkedin-free").per_month or 0) - sent)


def recommended_channels(view: EventView) -> dict[str, str]:
    """A channel for each chosen person: what is left of this month's personalised notes goes to the best of them."""
    scores = {s.speaker.id: s.score for s in choose_people(view).suggestions}
    best_first = sorted(view.accepted, key=lambda s: -scores.get(s.id, 0.0))
    ids = [view.person_for(speaker).id for speaker in best_first]
    with_email = frozenset(i for i in ids if i in view.people and view.people[i].email)
    left = notes_left(view)
    budget = find_channel("linkedin-free").per_month or 0
    return spend_notes(ids, premium=left is None, used_this_month=budget - (left or 0), with_email=with_email)
