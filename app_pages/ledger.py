"""Ledger: the favours between me and each person, my promises, and whom I have earned the right to ask."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app_pages._log_forms import people_choices, show_log_panel
from app_pages._person import show_ask, show_person
from app_pages._shared import get_store, show_last_action
from app_pages._text import plain, plural
from planner.journal import effective
from planner.ledger import RULE_OF_THREE, Balance, balances, gate, gate_of
from planner.people import Person

store = get_store()
entries = effective(store.entries())
people = {p.id: p for p in store.people()}
standing = balances(entries)


def show_totals(standing: dict[str, Balance]) -> None:
    """The private stockpile in four figures."""
    columns = st.columns(4)
    columns[0].metric("Favours done", len({e.id for b in standing.values() for e in b.given}))
    columns[1].metric("Favours received", len({e.id for b in standing.values() for e in b.received}))
    columns[2].metric("Promises open", len({e.id for b in standing.values() for e in b.promised}))
    columns[3].metric("Asks earned", sum(len(b.given) >= RULE_OF_THREE for b in standing.values()))


def balance_table(people: dict[str, Person], standing: dict[str, Balance]) -> pd.DataFrame:
    """One row per person with whom something has passed, the most favours first."""
    rows = [
        (
            people[i].name, people[i].company, len(b.given), len(b.received), len(b.promised),
            "earned" if gate_of(b).open else f"{gate_of(b).missing} to go",
        )
        for i, b in sorted(standing.items(), key=lambda item: -len(item[1].given))
        if i in people
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["Person", "Company", "Done", "Received", "Promised", "Right to ask"])


st.title("Ledger")
st.write(
    "Your private stockpile of social debt. Favours are never counted against anybody and never expire. "
    "Do three favours for a person before you ask for one."
)
show_last_action()
show_totals(standing)
if not people:
    st.info("Nobody here yet. Accept people on the People page, or log whom you met at the event.", icon=":material/group_add:")
    st.stop()
if standing:
    st.dataframe(balance_table(people, standing), hide_index=True)

order = sorted(people.values(), key=lambda p: (-len(standing[p.id].given) if p.id in standing else 1, p.name))
chosen = st.selectbox(
    "Person", [p.id for p in order], index=None, placeholder="Choose a person to see everything about them",
    key="ledger_person",
    format_func=lambda i: ", ".join(x for x in (people[i].name, people[i].company) if x),
)  # fmt: skip
if chosen:
    person = people[chosen]
    st.subheader(plain(person.name))
    st.caption(gate(entries, chosen).sentence)
    details, favour, ask = st.tabs(["What has been", "Add a favour or promise", "Ask"])
    with details:
        show_person(person, entries, people)
    with favour:
        show_log_panel(None, f"person:{chosen}", people_choices(None), with_proof=True)
    with ask:
        show_ask(person, entries)
elif not standing:
    st.caption(f"{plural(len(people), 'person', 'people')} kept, no favour logged yet.")
