"""Referrals: who introduced me to whom, and what came of it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app_pages._shared import event_name, get_store, log, show_last_action
from app_pages._text import plain
from planner.journal import OUTCOMES, effective
from planner.referrals import (
    Figures,
    Introduction,
    chains,
    chains_dot,
    figures_by_event,
    introductions,
    report_back_due,
    sources,
)

store = get_store()
entries = effective(store.entries())
people = {p.id: p for p in store.people()}
names = {i: p.name for i, p in people.items()}
events = {e.id: event_name(e) for e in store.events()}

OUTCOME_WORDS = {
    "introduced": "Introduced", "meeting": "We met", "opportunity": "Opportunity", "won": "Won", "lost": "Lost",
    "declined": "Declined", "nothing": "Nothing came of it",
}  # fmt: skip


def money(amounts: dict[str, float]) -> str:
    """Values by currency, `12,000 EUR`."""
    return ", ".join(f"{value:,.0f} {currency}" for currency, value in amounts.items())


def figures_row(name: str, found: Figures) -> tuple[object, ...]:
    """One line of a table of figures."""
    return (name, found.introductions, found.meetings, found.opportunities, found.won, money(dict(found.worth)))


def show_introduction(intro: Introduction) -> None:
    """One introduction with its latest state, and a form for what came of it."""
    who = plain(names.get(intro.person or "", "somebody"))
    by = ", ".join(plain(names.get(s, "somebody")) for s in intro.sources) or "nobody named"
    with st.container(border=True):
        st.markdown(f"**{who}**, introduced by {by} on {intro.at[:10]}  \n{OUTCOME_WORDS[intro.state]} {plain(intro.text)}")
        with st.popover("What came of it?"), st.form(f"outcome_{intro.id}", border=False):
            state = st.selectbox("Now", [o for o in OUTCOMES if o != "introduced"], format_func=OUTCOME_WORDS.__getitem__)
            value = st.number_input("Worth", min_value=0.0, step=1000.0, value=None)
            currency = st.text_input("Currency", "EUR", max_chars=3)
            text = st.text_input("In a few words")
            if st.form_submit_button("Keep"):
                log(
                    "introduction_outcome", f"{who}: {OUTCOME_WORDS[state].lower()}.", person=intro.person, event=intro.event,
                    refers_to=intro.id, outcome=state, value=value, currency=currency.upper() if value else None, text=text,
                )  # fmt: skip
                st.rerun()


st.title("Referrals")
show_last_action()
every = introductions(entries)
if not every and not sources(entries):
    st.info(
        "No introduction logged yet. When somebody introduces you to a person, log it under At the event: "
        "here you will see what became of it, and whom you have to thank.",
        icon=":material/share:",
    )
    st.page_link("app_pages/at_the_event.py", label="Log an introduction", icon=":material/arrow_forward:")
    st.stop()

for due in report_back_due(entries):
    source, met = plain(names.get(due.source, "somebody")), plain(names.get(due.introduction.person or "", "somebody"))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.warning(f"Thank {source} and report back: {met}, {OUTCOME_WORDS[due.change.state].lower()}.", width="stretch")
        if st.button("Done", key=f"report_{due.introduction.id}_{due.source}"):
            log("reported_back", "Reported back.", person=due.source, refers_to=due.introduction.id)
            st.rerun()

st.subheader("Referral sources")
columns = ["", "Introductions", "Meetings", "Opportunities", "Won", "Worth"]
st.dataframe(
    pd.DataFrame([figures_row(names.get(s.person, "somebody"), s.figures) for s in sources(entries)], columns=columns),
    hide_index=True,
)
if every:
    st.subheader("Introductions")
    for intro in reversed(every):
        show_introduction(intro)
    st.subheader("From event to result")
    st.graphviz_chart(chains_dot(entries, names=names, events=events), width="content")
    rows = [
        (
            events.get(c.event or "", "elsewhere"), " → ".join(names.get(p, "somebody") for p in c.through),
            names.get(c.introduction.person or "", "somebody"), OUTCOME_WORDS[c.introduction.state], c.introduction.at[:10],
        )
        for c in chains(entries)
    ]  # fmt: skip
    st.dataframe(pd.DataFrame(rows, columns=["Event", "Through", "Introduced to", "Came of it", "Date"]), hide_index=True)
    by_event = [figures_row(events.get(e or "", "elsewhere"), f) for e, f in figures_by_event(entries).items()]
    st.dataframe(pd.DataFrame(by_event, columns=columns), hide_index=True)
