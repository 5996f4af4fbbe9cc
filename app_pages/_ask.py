"""The ask: closed until three favours are done, unless a reason is given; and what came of earlier asks."""

from __future__ import annotations

import streamlit as st

from app_pages._drafts import draft_key, forget_drafts
from app_pages._finding import choose_person
from app_pages._ideas import show_gifts
from app_pages._log_forms import people_choices, person_of
from app_pages._shared import current_event, log, write_entries
from app_pages._text import plain
from planner.journal import OUTCOMES, Entry
from planner.ledger import Ask, AskMade, AskNotReady, asks, check_ask, gate, make_ask
from planner.people import Person
from planner.referrals import introductions

_ANSWERS = {"introduced": "They introduced me", "declined": "They declined", "nothing": "Nothing came of it"}
_FIELDS = ("wanted", "company", "reason", "connection", "in_return")


def show_ask(person: Person, entries: tuple[Entry, ...]) -> None:
    """The gate, the form behind it, and earlier asks with their answers."""
    state = gate(entries, person.id)
    if state.open:
        st.success(state.sentence, icon=":material/lock_open:")
    else:
        st.info(state.sentence, icon=":material/lock:")
        st.progress(min(state.given, 3) / 3, text=f"{state.given} of 3 favours")
        show_gifts(person)
    for problem in st.session_state.pop("ask_problems", ()):
        st.warning(problem)
    override = None
    if not state.open:
        override = st.toggle("Ask all the same", key=f"ask_anyway_{person.id}")
    if state.open or override:
        _show_form(person, entries, closed=not state.open)
    made = [ask for ask in asks(entries) if ask.person == person.id]
    if made:
        st.markdown("**Asks so far**")
    linked = {intro.ask for intro in introductions(entries)}
    for ask in made:
        _show_made(ask, person, is_linked=ask.id in linked)


def _key(person: Person, field: str) -> str:
    return draft_key("ask", field, person.id, st.session_state.get("ask_turn", 0))


def _show_form(person: Person, entries: tuple[Entry, ...], *, closed: bool) -> None:
    labels = {
        "wanted": "Whom do you want to meet? A person or a role", "company": "At which company?",
        "reason": "The business reason", "connection": f"How does {plain(person.name)} know them?",
        "in_return": "How can you reciprocate?",
    }  # fmt: skip
    with st.form(f"ask_{person.id}"):
        for field in _FIELDS:
            example = "Head of purchasing" if field == "wanted" else None
            st.text_input(labels[field], key=_key(person, field), placeholder=example, persist_state="session")
        if closed:
            st.text_input(
                "Why do you ask all the same? It is kept with the ask.", key=_key(person, "override"), persist_state="session"
            )
        st.form_submit_button("Log the ask", icon=":material/campaign:", type="primary", on_click=_keep, args=(person, entries))


def _keep(person: Person, entries: tuple[Entry, ...]) -> None:
    def typed(field: str) -> str:
        return str(st.session_state.get(_key(person, field)) or "").strip()

    ask = Ask(**{field: typed(field) for field in _FIELDS})
    event = current_event()
    try:
        entry = make_ask(entries, person.id, ask, override=typed("override") or None, event=event.id if event else None)
    except AskNotReady as problem:
        st.session_state["ask_problems"] = list(dict.fromkeys((*check_ask(ask), *problem.problems)))
        return
    if write_entries((entry,), f"Asked {person.name}: {entry.text}."):
        forget_drafts("ask_")
        st.session_state["ask_turn"] = st.session_state.get("ask_turn", 0) + 1


def _show_made(ask: AskMade, person: Person, *, is_linked: bool) -> None:
    outcome = _ANSWERS.get(ask.outcome or "", ask.outcome or "no answer yet")
    why = f"  \n:small[:gray[asked before three favours: {plain(ask.override)}]]" if ask.override else ""
    st.markdown(f"{ask.at[:10]} · {plain(ask.ask.wanted)} at {plain(ask.ask.company)}: **{outcome}**{why}")
    if ask.outcome is None:
        with st.container(horizontal=True, gap="xsmall"):
            for answer in (o for o in OUTCOMES if o in _ANSWERS):
                st.button(_ANSWERS[answer], key=f"answer_{answer}_{ask.id}", on_click=_answer, args=(ask, person, answer))
    elif ask.outcome == "introduced" and not is_linked:
        _show_introduced(ask, person)


def _answer(ask: AskMade, person: Person, answer: str) -> None:
    said = f"{_ANSWERS[answer]}: {ask.ask.wanted}."
    log("ask_outcome", said, person=person.id, event=ask.event, refers_to=ask.id, outcome=answer)


def _show_introduced(ask: AskMade, person: Person) -> None:
    """Whom the ask led to, so that what comes of it is counted for this person and this ask."""
    choices = {ref: name for ref, name in people_choices(None).items() if ref != f"person:{person.id}"}
    key = draft_key("ask", "led_to", ask.id)
    ref = choose_person(choices, f"Whom did {plain(person.name)} introduce you to?", key=key)
    st.button(
        "Log the introduction", key=f"led_to_{ask.id}", icon=":material/add:", disabled=not ref,
        on_click=_keep_introduction, args=(ask, person, ref, choices),
    )  # fmt: skip


def _keep_introduction(ask: AskMade, person: Person, ref: str, choices: dict[str, str]) -> None:
    said = f"{person.name} introduced you to {choices.get(ref, ref)}."
    if log("introduction", said, event=ask.event, person=person_of(None, ref), others=(person.id,), refers_to=ask.id):
        forget_drafts("ask_")
