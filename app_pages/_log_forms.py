"""Forms for logging what happens: who, what, and the few words it needs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import streamlit as st

from app_pages._shared import get_store, log
from app_pages._text import ENTRY_WORDS, WAY_WORDS, plain
from app_pages._view import EventView
from planner.journal import WAYS, Entry, EntryKind, new_id, take_back
from planner.people import Person

SOMEONE_NEW = "new"

LOG_KINDS: tuple[EntryKind, ...] = (
    "met", "meeting_held", "favour_given", "favour_promised", "need_heard", "introduction", "source_found",
    "favour_received", "idea",
)  # fmt: skip
"""What can be logged by hand, in the order of the buttons."""

FAVOUR_KINDS: tuple[EntryKind, ...] = ("favour_given", "favour_received", "favour_promised", "favour_declined")


def people_choices(view: EventView) -> dict[str, str]:
    """Everybody who can be logged, chosen people first: reference -> name. A reference is `speaker:ID` or `person:ID`."""
    chosen = view.accepted
    others = tuple(p for p in view.agenda.speakers if p not in chosen)
    known = set(view.person_ids.values())
    choices = {f"speaker:{p.id}": ", ".join(x for x in (p.name, p.company) if x) for p in (*chosen, *others)}
    choices |= {
        f"person:{p.id}": ", ".join(x for x in (p.name, p.company) if x) for p in view.people.values() if p.id not in known
    }
    return choices


def person_of(view: EventView, reference: str) -> str:
    """The person id behind a reference from `people_choices`; makes the person of a speaker on first use."""
    kind, _, value = reference.partition(":")
    if kind == "speaker":
        speaker = view.agenda.speaker(value)
        assert speaker is not None
        return view.person_for(speaker).id
    return value


def add_new_person(name: str, company: str, event: str) -> str:
    """Keep somebody who is not on the agenda, and return their id."""
    person = Person(id=new_id(), name=name.strip(), company=company.strip() or None, source=f"met at {event}")
    get_store().save_person(person)
    return person.id


def show_log_form(view: EventView) -> None:
    """Choose a person and what happened; the form asks only what that needs."""
    choices = people_choices(view)
    who = st.selectbox(
        "Who?", [*choices, SOMEONE_NEW], index=None, key="log_who", placeholder="Type a name",
        format_func=lambda ref: "Someone who is not on the agenda" if ref == SOMEONE_NEW else choices[ref],
    )  # fmt: skip
    what = st.pills("What happened?", LOG_KINDS, format_func=ENTRY_WORDS.__getitem__, key="log_what")
    if not what or (who is None and what != "idea"):
        return
    with st.form("log_form", clear_on_submit=True):
        name = company = ""
        if who == SOMEONE_NEW:
            name = st.text_input("Their name")
            company = st.text_input("Their company")
        fields = _ask_details(what, choices, who)
        if not st.form_submit_button("Log it", type="primary", icon=":material/add:", width="stretch"):
            return
    if who == SOMEONE_NEW and not name.strip():
        st.warning("A name is needed, so that you find them again.")
        return
    person = None
    if who is not None:
        person = (
            add_new_person(name, company, view.event.event.name or "an event") if who == SOMEONE_NEW else person_of(view, who)
        )
    shown = name or choices.get(who or "", "you")
    if sources := fields.pop("others", None):
        fields["others"] = tuple(person_of(view, ref) for ref in sources)
    if log(what, f"{ENTRY_WORDS[what]}: {shown}.", event=view.event.id, person=person, **fields):
        st.rerun()


def _ask_details(what: str, choices: dict[str, str], who: str | None) -> dict[str, Any]:
    """The inputs one kind of entry needs, as fields of the entry."""
    if what in ("favour_given", "favour_received", "favour_declined"):
        way = st.selectbox("Which way?", WAYS, format_func=WAY_WORDS.__getitem__)
        return {"way": way, "text": st.text_input("What exactly?")}
    if what == "favour_promised":
        text = st.text_input("What did you promise?")
        due = st.date_input("By when?", date.today() + timedelta(days=3), min_value=date.today())
        return {"text": text, "due": due.isoformat()}
    if what == "introduction":
        sources = st.multiselect("Who introduced you?", [c for c in choices if c != who], format_func=choices.__getitem__)
        return {"others": sources, "text": st.text_input("In what context?")}
    label = {"need_heard": "What do they need?", "idea": "What is the idea?"}.get(what, "Anything to remember? (optional)")
    return {"text": st.text_input(label)}


def show_favour_form(person_id: str) -> None:
    """Add a favour, given or received, or a promise, to one person."""
    what: EntryKind = st.segmented_control(
        "What?", FAVOUR_KINDS, default="favour_given", required=True, format_func=ENTRY_WORDS.__getitem__, key="favour_what"
    )
    with st.form("favour_form", clear_on_submit=True):
        fields = _ask_details(what, {}, None)
        proof = st.text_input("Proof or link (optional)") or None
        if st.form_submit_button("Add to the ledger", type="primary", icon=":material/add:"):
            log(what, f"{ENTRY_WORDS[what]}: {fields['text']}", person=person_id, proof=proof, **fields)
            st.rerun()


def show_todays_log(view: EventView) -> None:
    """What was logged for this event, newest first, each with an undo."""
    shown = [e for e in view.entries if e.kind in LOG_KINDS]
    favours = sum(e.kind == "favour_given" for e in shown if e.day == date.today())
    st.write(f"Favours done today: **{favours}**")
    for entry in reversed(shown[-30:]):
        with st.container(horizontal=True, vertical_alignment="center"):
            who = view.name_of(entry.person) if entry.person else ""
            st.markdown(f"{ENTRY_WORDS[entry.kind]} **{who}** {plain(entry.text)}", width="stretch")
            st.button("Undo", key=f"log_undo_{entry.id}", type="tertiary", on_click=_take_back, args=(entry,))


def _take_back(entry: Entry) -> None:
    get_store().add(take_back(entry))
