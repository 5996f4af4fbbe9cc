"""Everything about one person: what has been, what is promised, and the ask behind its gate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import streamlit as st

from app_pages._shared import get_store, log
from app_pages._text import ENTRY_WORDS, WAY_WORDS, plain
from planner.journal import OUTCOMES, Entry, choose, correct, take_back
from planner.ledger import Ask, AskNotReady, asks, balance, check_ask, gate, make_ask
from planner.people import Person
from planner.referrals import introductions
from planner.storage import StorageError


def show_person(person: Person, entries: tuple[Entry, ...], people: Mapping[str, Person]) -> None:
    """Who they are, open promises, introductions both ways, and the timeline with corrections."""

    def names(ids: tuple[str, ...]) -> str:
        return ", ".join(plain(people[i].name) for i in ids if i in people) or "somebody"

    facts = [plain(x) for x in (person.title, person.company, person.email, person.phone) if x]
    st.markdown(" · ".join(facts) or "Nothing known but the name.")
    if person.source:
        st.caption(f"From {plain(person.source)}")
    if person.remarks:
        st.markdown(plain(person.remarks))
    for promise in balance(entries, person.id).promised:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"Promised: {plain(promise.text)}, by {plain(promise.due or 'no date')}", width="stretch")
            if st.button("Kept", key=f"kept_{promise.id}", icon=":material/done:"):
                log(
                    "favour_given", f"Promise to {person.name} kept.", person=person.id, event=promise.event,
                    way=promise.way or "other", text=promise.text, refers_to=promise.id,
                )  # fmt: skip
                st.rerun()
    for intro in introductions(entries):
        if intro.person == person.id:
            st.markdown(f"Introduced to me by {names(intro.sources)}, {intro.at[:10]}")
        elif person.id in intro.sources:
            st.markdown(f"Introduced me to {names((intro.person,) if intro.person else ())}, {intro.at[:10]}: {intro.state}")
    st.markdown("**Timeline**")
    timeline = choose(entries, person=person.id)
    if not timeline:
        st.caption("Nothing logged yet.")
    for entry in sorted(timeline, key=lambda e: e.at, reverse=True)[:60]:
        _show_entry(entry)


def _show_entry(entry: Entry) -> None:
    when = datetime.fromisoformat(entry.at)
    way = f" ({WAY_WORDS[entry.way]})" if entry.way else ""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{when:%d %b %Y} · {ENTRY_WORDS.get(entry.kind, entry.kind)}{way}: {plain(entry.text)}", width="stretch")
        with st.popover("Change", type="tertiary"):
            text = st.text_input("What exactly", entry.text, key=f"text_{entry.id}")
            if st.button("Save the correction", key=f"correct_{entry.id}", disabled=text == entry.text):
                get_store().add(correct(entry, text=text))
                st.rerun()
            st.button("Take it back", key=f"back_{entry.id}", on_click=_take_back, args=(entry,))


def _take_back(entry: Entry) -> None:
    get_store().add(take_back(entry))


def show_ask(person: Person, entries: tuple[Entry, ...]) -> None:
    """The ask: closed until three favours are done, unless a reason is given; and what came of earlier asks."""
    state = gate(entries, person.id)
    if state.open:
        st.success(state.sentence, icon=":material/lock_open:")
    else:
        st.info(f"{state.sentence} What could you do for them next?", icon=":material/lock:")
    with st.form(f"ask_{person.id}"):
        ask = Ask(
            wanted=st.text_input("Whom do you want to meet? A person or a role", placeholder="Head of purchasing"),
            company=st.text_input("At which company?"),
            reason=st.text_area("The business reason", height=70),
            connection=st.text_input(f"How does {person.name} know them?"),
            in_return=st.text_input("How can you reciprocate?"),
        )
        override = None
        if not state.open:
            override = st.text_input("You ask all the same? Then say why; it is kept with the ask.")
        if st.form_submit_button("Log the ask", icon=":material/campaign:"):
            _keep_ask(entries, person, ask, override)
    for made in asks(entries):
        if made.person != person.id:
            continue
        st.markdown(
            f"{made.at[:10]} · {plain(made.ask.wanted)} at {plain(made.ask.company)}: **{made.outcome or 'no answer yet'}**"
        )
        if made.outcome is None:
            answers = [o for o in OUTCOMES if o in ("introduced", "declined", "nothing")]
            answer = st.segmented_control("What came of it?", answers, key=f"answer_{made.id}")
            if answer:
                log("ask_outcome", "Answer kept.", person=person.id, event=made.event, refers_to=made.id, outcome=answer)
                st.rerun()


def _keep_ask(entries: tuple[Entry, ...], person: Person, ask: Ask, override: str | None) -> None:
    try:
        get_store().add(make_ask(entries, person.id, ask, override=override))
    except AskNotReady as problem:
        for sentence in dict.fromkeys((*check_ask(ask), *problem.problems)):
            st.warning(sentence)
    except StorageError as problem:
        st.error(str(problem))
    else:
        st.toast("The ask is logged.")
        st.rerun()
