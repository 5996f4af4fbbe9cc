"""From what is known about a person to the inputs of a draft."""

from __future__ import annotations

from datetime import date

from app_pages._choosing import choose_people
from app_pages._ideas import gifts_for
from app_pages._shared import get_store
from app_pages._templates_editor import own_templates
from app_pages._view import EventView
from planner.agenda import Session, Speaker
from planner.channels import find_channel, spend_notes
from planner.giving import Gifts
from planner.ledger import asks, balance, open_promises
from planner.lint import NoteContext
from planner.note_templates import STEPS, Step, read_templates
from planner.notes import Draft, draft_note, session_to_mention
from planner.people import Person
from planner.phrases import language_of, say_in, thing_in
from planner.placeholders import Matter
from planner.records import Meeting
from planner.referrals import introductions
from planner.standing import State, standing_of
from planner.suggestion import Slot, Suggestion


def steps_for(view: EventView, person: Person) -> list[Step]:
    """The steps a note can be for, the most likely first; a second nudge is not among them."""
    standing = standing_of(view.entries, person.id)
    shared = next((m for m in view.meetings if person.id in m.people and len(m.people) > 1 and m.status == "proposed"), None)
    first: Step = "group_coffee" if shared else "first_contact"
    if person.last_contact and person.relation is not None:
        first = "reconnect"
    by_state: dict[State, Step] = {
        "drafted": first, "sent": "nudge", "replied": "confirm_slot", "booked": "confirm_slot", "met": "thanks",
        "declined": "reconnect",
    }  # fmt: skip
    likely = by_state[standing.state]
    if likely == "nudge" and standing.nudges:
        likely = "confirm_slot"
    steps = [step for step in STEPS if step != "nudge" or not standing.nudges]
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
    """The session of theirs that a note refers to."""
    return session_to_mention(s for s in view.agenda.sessions if speaker_id and speaker_id in s.speakers)


def meeting_of(view: EventView, person_id: str) -> Meeting | None:
    """The meeting planned with this person, the first that still lies ahead; else nothing."""
    return next((m for m in view.meetings if person_id in m.people and m.status in ("proposed", "booked")), None)


def matter_for(view: EventView, person: Person, speaker: Speaker | None, *, step: Step, language: str) -> Matter:
    """What a note to this person is about: what of mine fits them, what I promised, what they need, when we last spoke."""
    promised = next((p.text for p in open_promises(view.journal) if p.person == person.id), "")
    need = next((e.text for e in reversed(view.journal) if e.kind == "need_heard" and e.person == person.id), "")
    fits = next((s for s in choose_people(view).suggestions if speaker and s.speaker.id == speaker.id), None)
    intro = next((i for i in reversed(introductions(view.journal)) if person.id in i.sources), None)
    introduced = view.people.get(intro.person or "") if intro else None
    made = next((a for a in reversed(asks(view.journal)) if a.person == person.id), None)
    shared = meeting_of(view, person.id)
    others = [view.people[p].name for p in shared.people if p != person.id and p in view.people] if shared else []
    gifts = gifts_for(person) if step == "give_first" else Gifts()
    return Matter(
        offer=(fits.offer if fits else None) or gifts.offer,
        topic=fits.topic if fits else None,
        trade=fits.trade if fits else None,
        other=" & ".join(others) or None,
        peer=_peer(view, fits),
        promise=thing_in(promised),
        need=thing_in(need),
        partner=gifts.partner,
        introduced=introduced.name if introduced else None,
        outcome=read_templates(language, folder=own_templates()).outcomes.get(intro.state) if intro else None,
        since=person.last_contact[:4] if person.last_contact else None,
        wanted=f"{made.ask.wanted}, {made.ask.company}" if made else None,
        reason=made.ask.reason if made else None,
        connection=made.ask.connection if made else None,
        in_return=made.ask.in_return if made else None,
    )


def _peer(view: EventView, fits: Suggestion | None) -> str | None:
    """Somebody else at the event to bring them together with, when that is what to give first."""
    ideas = fits.give_first if fits else ()
    there = (view.agenda.speaker(idea.person or "") for idea in ideas if idea.way == "connect_peer")
    return next((speaker.name for speaker in there if speaker), None)


def fresh_draft(
    view: EventView, person: Person, speaker: Speaker | None, *, step: Step, channel: str, language: str, turn: int = 0
) -> Draft | None:
    """Our draft for one step, or None when too little is known for it; `turn` asks for other wordings."""
    order = [p.id for p in view.accepted]
    place = order.index(speaker.id) if speaker and speaker.id in order else None
    meeting = meeting_of(view, person.id)
    try:
        profile, matter = say_in(
            language, view.profile, matter_for(view, person, speaker, step=step, language=language),
            written_in=my_language(view), wordings=wordings_in(language),
        )  # fmt: skip
        return draft_note(
            speaker or person, step=step, channel=channel, language=language, session=_session_for(view, speaker, step),
            event=view.agenda.event, profile=profile, matter=matter,
            slot=Slot(meeting.start, meeting.end, meeting.place) if meeting else None,
            debts_with_person=len(balance(view.journal, person.id).given),
            turn=turn if place is None else place + turn * len(order), templates=own_templates(),
        )  # fmt: skip
    except ValueError:
        return None


def _session_for(view: EventView, speaker: Speaker | None, step: Step) -> Session | None:
    """The session to refer to; for a coffee for three only one that the others are in too."""
    if speaker is None:
        return None
    meeting = meeting_of(view, view.person_for(speaker).id)
    if step != "group_coffee" or meeting is None:
        return session_of(view, speaker.id)
    all_of_them = {view.speaker_ids.get(p, "") for p in meeting.people}
    return session_to_mention(s for s in view.agenda.sessions if all_of_them <= set(s.speakers))


def my_language(view: EventView) -> str:
    """The language my profile is written in: as the user said, else as its words show."""
    return str(get_store().settings().get("profile_language") or language_of(view.profile))


def wordings_in(language: str) -> dict[str, str]:
    """My wordings of my phrases in another language: phrase -> wording."""
    return dict((get_store().settings().get("wordings") or {}).get(language) or {})


def notes_left(view: EventView) -> int | None:
    """How many personalised LinkedIn notes are left this month; None with Premium, which has no such limit."""
    if get_store().settings().get("linkedin_premium"):
        return None
    month = date.today().isoformat()[:7]
    sent = sum(
        e.kind == "note_sent" and e.at.startswith(month) and e.details.get("channel") == "linkedin-free" for e in view.journal
    )
    return max(0, (find_channel("linkedin-free").per_month or 0) - sent)


def advised_channels(view: EventView) -> dict[str, str]:
    """A channel for each chosen person, best person first.

    What is left of this month's personalised notes goes to the best of those not yet written to; the others keep theirs.
    """
    scores = {s.speaker.id: s.score for s in choose_people(view).suggestions}
    best_first = sorted(view.accepted, key=lambda s: -scores.get(s.id, 0.0))
    ids = [view.person_for(speaker).id for speaker in best_first]
    used = {e.person: e.details.get("channel", "") for e in view.entries if e.kind == "note_sent" and e.person}
    waiting = [i for i in ids if i not in used]
    with_email = frozenset(i for i in ids if i in view.people and view.people[i].email)
    left = notes_left(view)
    budget = find_channel("linkedin-free").per_month or 0
    spent = spend_notes(waiting, premium=left is None, used_this_month=budget - (left or 0), with_email=with_email)
    usual = "linkedin-free" if left is not None else "linkedin"
    return {i: spent.get(i) or used.get(i) or usual for i in ids}
