"""Logging an introduction with its sources, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from app_pages._drafts import draft_key, forget_drafts
from app_pages._finding import choose_person, offer, settle
from app_pages._log_forms import people_choices, person_of
from app_pages._shared import current_event, get_store, log
from app_pages._text import plain
from app_pages._view import view_event
from planner.journal import OUTCOMES
from planner.referrals import Introduction

OUTCOME_WORDS = {
    "introduced": "Introduced", "meeting": "We met", "opportunity": "Opportunity", "won": "Won", "lost": "Lost",
    "declined": "Declined", "nothing": "Nothing came of it",
}  # fmt: skip
"""What came of an introduction, as shown."""


def show_new_introduction() -> None:
    """Who introduced me to whom; several sources for one introduction are fine, and people not kept yet too."""
    event = current_event()
    view = view_event(event) if event is not None else None
    choices = people_choices(view)
    if problem := st.session_state.pop("intro_problem", None):
        st.error(problem)
    turn = st.session_state.get("intro_turn", 0)
    choose_person(choices, "Introduced to", key=f"intro_person_{turn}")
    st.multiselect(
        "By whom? Several are fine", offer(choices, *(st.session_state.get(f"intro_sources_{turn}") or ())),
        key=f"intro_sources_{turn}", format_func=lambda r: choices.get(r, r),
        accept_new_options=True, select_all=False, placeholder="Type names; new ones are added", persist_state="session",
    )  # fmt: skip
    st.text_input("In what context?", key=f"intro_text_{turn}", persist_state="session")
    st.date_input("When?", date.today(), key=f"intro_day_{turn}", max_value=date.today())

    def keep_introduction() -> None:
        typed = str(st.session_state.get(f"intro_person_{turn}") or "")
        who, by = settle(typed, choices), [settle(r, choices) for r in st.session_state.get(f"intro_sources_{turn}") or ()]
        if not who or not by or who in by:
            st.session_state["intro_problem"] = "Say to whom you were introduced, and by whom: two different people."
            return
        day: date | None = st.session_state.get(f"intro_day_{turn}")
        person, sources = person_of(view, who), tuple(person_of(view, ref) for ref in by)
        when = {"at": f"{day.isoformat()}T12:00:00"} if day and day != date.today() else {}
        said, text = f"Introduced to {choices.get(who, who)}.", str(st.session_state.get(f"intro_text_{turn}") or "").strip()
        if log("introduction", said, event=event.id if event else None, person=person, others=sources, text=text, **when):
            st.session_state["intro_turn"] = turn + 1
            forget_drafts("intro_")
            st.session_state["intro_new"] = False

    st.button("Log the introduction", type="primary", icon=":material/add:", on_click=keep_introduction)


def show_introduction(intro: Introduction, names: Mapping[str, str], event: str) -> None:
    """One introduction with its steps so far, and a form for what came of it."""
    who = plain(names.get(intro.person or "", "somebody"))
    by = ", ".join(plain(names.get(s, "somebody")) for s in intro.sources) or "nobody named"
    worth = f" · {intro.value:,.0f} {plain(intro.currency)}" if intro.value is not None else ""
    steps = " → ".join(f"{OUTCOME_WORDS[c.state]} {c.at[:10]}" for c in intro.changes)
    words = "; ".join(plain(c.text) for c in intro.changes if c.text)
    with st.container(border=True, gap="small"):
        st.markdown(
            f"**{who}**, introduced by {by}{worth}  \n:small[:gray[{steps}{event}]]" + (f"  \n{words}" if words else "")
        )
        fold = st.expander("What came of it?", key=f"came_{intro.id}", on_change="rerun")
        if fold.open:
            with fold:
                _show_outcome(intro, who)


def _show_outcome(intro: Introduction, who: str) -> None:
    usual = str(get_store().settings().get("currency") or "EUR")

    def key(field: str) -> str:
        return draft_key("outcome", field, intro.id)

    states = [o for o in OUTCOMES if o != "introduced"]
    st.session_state.setdefault(key("state"), "meeting")
    st.pills("Now", states, format_func=OUTCOME_WORDS.__getitem__, key=key("state"), required=True, persist_state="session")
    st.session_state.setdefault(key("currency"), usual)
    with st.form(f"outcome_{intro.id}", border=False):
        left, right = st.columns(2)
        left.number_input("Worth (optional)", min_value=0.0, step=1000.0, value=None, key=key("value"))
        right.text_input("Currency", max_chars=3, key=key("currency"), help="Three letters, such as EUR or USD.")
        st.text_input("In a few words", key=key("text"), persist_state="session")
        st.form_submit_button("Keep", type="primary", on_click=_keep_outcome, args=(intro, who))


def _keep_outcome(intro: Introduction, who: str) -> None:
    def typed(field: str) -> str:
        return str(st.session_state.get(draft_key("outcome", field, intro.id)) or "").strip()

    state, currency = typed("state"), typed("currency").upper()
    value = st.session_state.get(draft_key("outcome_value", intro.id))
    if value is not None and not (len(currency) == 3 and currency.isalpha()):
        st.session_state["shared_problem"] = "Write the currency as three letters, such as EUR or USD; the value was not kept."
        return
    kept = log(
        "introduction_outcome", f"{who}: {OUTCOME_WORDS[state].lower()}.", person=intro.person, event=intro.event,
        refers_to=intro.id, outcome=state, value=value, currency=currency if value is not None else None, text=typed("text"),
    )  # fmt: skip
    if kept:
        forget_drafts("outcome_")
        st.session_state[f"came_{intro.id}"] = False
        st.session_state[draft_key("outcome_text", intro.id)] = ""
    if kept and value is not None:
        get_store().save_settings(currency=currency)
