"""Logging by hand: who, what happened in one tap, and only the few words that kind of thing needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

import streamlit as st

from app_pages._drafts import forget_drafts
from app_pages._finding import choose_person, offer, settle
from app_pages._shared import get_store, log, write_entries
from app_pages._text import WAY_WORDS, plain
from app_pages._view import EventView
from planner.journal import WAYS, EntryKind, Way, new_entry, new_id
from planner.people import Person


class Action(NamedTuple):
    """A button of the log: its words, the kind of entry it makes, its icon, and whether one tap is enough."""

    label: str
    kind: EntryKind
    icon: str
    at_once: bool = False


ACTIONS: Mapping[str, Action] = {
    "met": Action("Met", "met", ":material/handshake:", at_once=True),
    "held": Action("Held our meeting", "meeting_held", ":material/event_available:", at_once=True),
    "favour": Action("Did a favour", "favour_given", ":material/volunteer_activism:"),
    "connected": Action("Introduced them to…", "favour_given", ":material/group_add:"),
    "promise": Action("Promised", "favour_promised", ":material/schedule_send:"),
    "need": Action("Heard a need", "need_heard", ":material/hearing:"),
    "introduced_me": Action("They introduced me to…", "introduction", ":material/share:"),
    "introduced_by": Action("I was introduced by…", "introduction", ":material/share_reviews:"),
    "source": Action("Can introduce me", "source_found", ":material/diversity_3:", at_once=True),
    "received": Action("Got a favour", "favour_received", ":material/redeem:"),
    "declined": Action("Favour declined", "favour_declined", ":material/block:"),
    "idea": Action("Idea", "idea", ":material/lightbulb:"),
}
"""What can be logged by hand, in the order of the buttons."""

PANEL = "log_panel"
"""The key of the panel's place on the page; no more than one is open."""

_DUE = {1: "Tomorrow", 3: "In three days", 7: "In a week", 14: "In two weeks", 30: "In a month"}
_CONNECTING: tuple[Way, ...] = ("connect_peer", "dream_customer")
_DONE_WAYS: tuple[Way, ...] = tuple(way for way in WAYS if way != "connect_peer")  # that one has a button of its own


def people_choices(view: EventView | None) -> dict[str, str]:
    """Everybody who can be logged, chosen people first: reference -> name. A reference is `speaker:ID` or `person:ID`."""
    store = get_store()

    def list_people() -> dict[str, str]:
        chosen = view.accepted if view is not None else ()
        here = {p.id for p in chosen}
        others = [p for p in view.agenda.speakers if p.id not in here] if view is not None else []
        known = set(view.person_ids.values()) if view is not None else set()
        logged = (p for p in store.people_logged() if p.id not in known)
        choices = {f"speaker:{p.id}": _label(p.name, p.company) for p in chosen}
        choices |= {f"person:{p.id}": _label(p.name, p.company) for p in logged} if others else {}
        choices |= {f"speaker:{p.id}": _label(p.name, p.company) for p in others}
        return choices | {f"person:{p.id}": _label(p.name, p.company) for p in store.people() if p.id not in known}

    return store.remember(f"people to log at {view.event.id}" if view is not None else "people to log", list_people)


def _label(name: str, company: str | None) -> str:
    return f"{name}, {company}" if company else name


def person_of(view: EventView | None, reference: str) -> str:
    """The person id behind a reference from `people_choices`; makes the person of a speaker on first use.

    Anything else is taken for somebody new, typed as `NAME, COMPANY`, and kept.
    """
    kind, _, value = reference.partition(":")
    if kind == "person" and value:
        return value
    if kind == "speaker" and view is not None and (speaker := view.agenda.speaker(value)) is not None:
        return view.person_for(speaker).id
    name, _, company = reference.partition(",")
    return add_new_person(name, company, view)


def add_new_person(name: str, company: str, view: EventView | None) -> str:
    """Keep somebody who is not on the agenda, and return their id. Where they come from is that I typed them, when and where:

    whether we met is for the journal to say.
    """
    at = f" at {view.event.event.name}" if view is not None and view.event.event.name else ""
    source = f"typed in{at}, {date.today().isoformat()}"
    person = Person(id=new_id(), name=name.strip(), company=company.strip() or None, source=source)
    get_store().save_person(person)
    return person.id


def show_log_panel(view: EventView | None, ref: str, choices: Mapping[str, str], *, event: str | None = None) -> None:
    """The buttons for what happened with one person; the one that was tapped gives way to the few fields it needs.

    Without a view, off any event's page, `event` says to which event it belongs, and a proof can be added.
    """
    with st.container(key=PANEL):
        _show_panel(view, ref, choices, event)


def what_is_open() -> str:
    """Which panel or form is open, empty when none is: another word for another one."""
    state = st.session_state
    place = state.get("log_open") or state.get("log_who")
    return f"{place} {state.get('log_what') or ''} {state.get('log_turn', 0)}" if place else ""


def _show_panel(view: EventView | None, ref: str, choices: Mapping[str, str], event: str | None) -> None:
    shown = plain(choices.get(ref, ref))
    event = view.event.id if view is not None else event
    code = str(st.session_state.get("log_what") or "")
    if code in ACTIONS:
        with st.container(border=True):
            _show_form(view, event, ref, shown, code, {r: n for r, n in choices.items() if r != ref})
        return
    if ref not in choices:
        st.caption(f"{shown} is new and will be added." + ("" if "," in ref else " Write the company after a comma."))
    with st.container(horizontal=True, gap="xsmall"):
        for code, action in ACTIONS.items():
            if code == "met" and _has_met(view, ref):
                continue
            key, icon = f"log_{code}_{ref}", action.icon
            if action.at_once:
                st.button(action.label, key=key, icon=icon, on_click=_log_at_once,
                          args=(view, event, ref, shown, action))  # fmt: skip
            else:
                st.button(action.label, key=key, icon=icon, on_click=_open_form, args=(code,))


def _has_met(view: EventView | None, ref: str) -> bool:
    """Whether it is logged already that I met this person at this event: once is enough."""
    if view is None:
        return False
    kind, _, value = ref.partition(":")
    person = view.person_ids.get(value) if kind == "speaker" else value
    return any(e.kind == "met" and e.person == person for e in view.entries)


def open_panel(place: str | None) -> None:
    """Open the panel of one place on the page (a reference, perhaps with a prefix), and close any other."""
    start_with_somebody()
    st.session_state["log_who"] = None
    st.session_state["log_open"] = place


def start_with_somebody() -> None:
    """Somebody else was chosen by name: their panel takes the place of the one that was open."""
    for key in ("log_what", "log_open", "shared_last", "log_problem"):
        st.session_state.pop(key, None)


def _open_form(code: str | None) -> None:
    st.session_state["log_what"] = code


def _log_at_once(view: EventView | None, event: str | None, ref: str, shown: str, action: Action) -> None:
    person = person_of(view, ref)
    if log(action.kind, f"{action.label}: {shown}.", event=event, person=person):
        _close(ref, person)


def _close(ref: str, person: str | None) -> None:
    """Ready for the next thing about the same person, under the name they are kept by from now on."""
    st.session_state["log_what"] = None
    forget_drafts("log_field_")
    st.session_state["log_turn"] = st.session_state.get("log_turn", 0) + 1
    if st.session_state.get("log_who") == ref and person is not None and not ref.startswith(("speaker:", "person:")):
        st.session_state["log_who"] = f"person:{person}"


def _field(name: str) -> str:
    """The key of a field: what is typed stays until it is logged, and the next form starts empty."""
    return f"log_field_{name}_{st.session_state.get('log_turn', 0)}"


def _show_form(view: EventView | None, event: str | None, ref: str, shown: str, code: str, others: Mapping[str, str]) -> None:
    """The few inputs of one kind of entry. What is chosen is sent at once; only the words wait for the form to be sent."""
    if problem := st.session_state.pop("log_problem", None):
        st.error(problem)
    st.markdown(f"**{ACTIONS[code].label}** · {shown}")
    _show_choices(code, shown, others)
    with st.form(f"log_form_{code}", border=False):
        words = {
            "need": "What do they need?", "idea": "What is the idea?", "promise": "What did you promise?",
            "connected": "In a few words (optional)", "introduced_me": "In what context? (optional)",
            "introduced_by": "In what context? (optional)",
        }.get(code, "What exactly?")  # fmt: skip
        st.text_input(words, key=_field("text"), persist_state="session")
        if view is None and code in ("favour", "connected", "received"):
            st.text_input("Proof or link (optional)", key=_field("proof"), persist_state="session")
        with st.container(horizontal=True):
            st.form_submit_button("Log it", type="primary", icon=":material/add:", on_click=_log_form,
                                  args=(view, event, ref, shown, code, others))  # fmt: skip
            st.form_submit_button("Back", type="tertiary", on_click=_open_form, args=(None,))


def _show_choices(code: str, shown: str, others: Mapping[str, str]) -> None:
    """The people, the way or the day that one kind of entry needs."""
    if code in ("connected", "introduced_me"):
        asked = f"Whom did you introduce {shown} to?" if code == "connected" else f"Whom did {shown} introduce you to?"
        choose_person(others, asked, key=_field("other"))
    elif code == "introduced_by":
        st.multiselect(
            f"Who introduced you to {shown}? Several are fine", offer(others, *(st.session_state.get(_field("others")) or ())),
            key=_field("others"), select_all=False,
            format_func=lambda r: others.get(r, r), accept_new_options=True, persist_state="session",
            placeholder="Type names; new ones are added",
        )  # fmt: skip
    if code in ("favour", "received", "declined", "connected"):
        ways = _CONNECTING if code == "connected" else _DONE_WAYS if code == "favour" else WAYS
        _show_pills("Which way?", ways, _field("way"), "connect_peer" if code == "connected" else "advice",
                    WAY_WORDS.__getitem__)  # fmt: skip
    elif code == "promise":
        today = date.today()
        _show_pills(
            "By when?", list(_DUE), _field("due"), 3, lambda days: f"{_DUE[days]}, {today + timedelta(days=days):%a %d}"
        )


def _show_pills(label: str, options: Sequence[Any], key: str, usual: object, words: Callable[[Any], str]) -> None:
    """One of a few; what was chosen before a reload stands again."""
    if st.session_state.get(key) not in options:
        st.session_state[key] = usual
    st.pills(label, options, required=True, format_func=words, key=key, persist_state="session")


def _log_form(view: EventView | None, event: str | None, ref: str, shown: str, code: str, choices: Mapping[str, str]) -> None:
    """Make the entry of a form that was sent; what is missing is said, and everything typed stays."""
    state, action = st.session_state, ACTIONS[code]
    text = str(state.get(_field("text")) or "").strip()
    typed = (state.get(_field("other")), *(state.get(_field("others")) or ()))
    named = list(dict.fromkeys(settle(r, choices) for r in typed if r and r.strip(" ,")))
    if code in ("connected", "introduced_me", "introduced_by") and not named:
        state["log_problem"] = "Say who the other person is: choose a name, or type a new one."
        return
    if code in ("promise", "need", "idea", "favour") and not text:
        state["log_problem"] = "A few words are needed, so that you know later what it was."
        return
    first, others = person_of(view, ref), tuple(person_of(view, r) for r in named)
    person = first
    if code == "introduced_me":
        person, others = others[0], (first,)
    due = date.today() + timedelta(days=state[_field("due")]) if code == "promise" else None
    proof = str(state.get(_field("proof")) or "").strip() or None
    entry = new_entry(
        action.kind, event=event, person=person, others=others, text=text, way=state.get(_field("way")),
        due=due.isoformat() if due else None, proof=proof,
    )  # fmt: skip
    by_name = ", ".join(choices.get(r, r) for r in named)
    said = {
        "connected": f"Introduced {shown} to {by_name}", "introduced_me": f"{shown} introduced you to {by_name}",
        "introduced_by": f"Introduced to {shown} by {by_name}",
    }.get(code, f"{action.label}: {shown}")  # fmt: skip
    if write_entries((entry,), f"{said}{f', {text}' if text else ''}."):
        _close(ref, first)
