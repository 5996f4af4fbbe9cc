"""Ledger: the favours between me and each person, my promises, and whom I have earned the right to ask."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from app_pages._ask import show_ask
from app_pages._finding import choose_person
from app_pages._log_forms import people_choices, show_log_panel
from app_pages._person import show_facts, show_person
from app_pages._person_notes import show_notes
from app_pages._shared import event_name, get_store, show_last_action
from app_pages._text import plain, plural
from app_pages._todo import go_where_asked
from planner.ledger import RULE_OF_THREE, Balance, balances, gate_of
from planner.people import Person

go_where_asked()
store = get_store()
entries = store.journal()
people = store.people_by_id()
standing = store.remember("balances", lambda: balances(entries), rests_on=("entry", "alias"))


def list_people() -> dict[str, str]:
    """Everybody, those with the most favours first, then by name: id -> name and company."""
    order = sorted(people.values(), key=lambda p: (-len(standing[p.id].given) if p.id in standing else 1, p.name))
    return {p.id: ", ".join(x for x in (p.name, p.company) if x) for p in order}


def show_totals(standing: dict[str, Balance]) -> None:
    """The private stockpile in four figures."""
    figures = (
        ("favours done", len({e.id for b in standing.values() for e in b.given})),
        ("received", len({e.id for b in standing.values() for e in b.received})),
        ("promises open", len({e.id for b in standing.values() for e in b.promised})),
        ("may be asked", sum(len(b.given) >= RULE_OF_THREE for b in standing.values())),
    )
    st.markdown(" · ".join(f"**{count}** {label}" for label, count in figures))


def balance_table(people: Mapping[str, Person], standing: dict[str, Balance]) -> tuple[list[str], pd.DataFrame]:
    """One row per person with whom something has passed, the most favours first; and whom each row is about."""
    order = [i for i, _ in sorted(standing.items(), key=lambda item: -len(item[1].given)) if i in people]
    rows = [
        (
            people[i].name, min(len(standing[i].given), RULE_OF_THREE), len(standing[i].given), len(standing[i].received),
            len(standing[i].promised), "earned" if (gate := gate_of(standing[i])).open else f"{gate.missing} to go",
            people[i].company,
        )
        for i in order
    ]  # fmt: skip
    columns = ["Person", "Of three", "Done", "Received", "Promised", "Right to ask", "Company"]
    return order, pd.DataFrame(rows, columns=columns)


def show_table() -> None:
    """The table; a tap on a row opens that person."""
    order, table = balance_table(people, standing)

    def opened() -> None:
        rows = st.session_state["ledger_table"]["selection"]["rows"]
        if rows:
            st.session_state["ledger_person"] = order[rows[0]]

    st.dataframe(
        table, hide_index=True, key="ledger_table", on_select=opened, selection_mode="single-row",
        height=min(38 + 35 * len(order), 320),
        column_config={"Of three": st.column_config.ProgressColumn(max_value=RULE_OF_THREE, format="%d", width="small")},
    )  # fmt: skip


def choose_occasion(person: Person) -> str | None:
    """The event that what is logged here belongs to: where I last had to do with the person, unless told."""
    names = {e.id: event_name(e) for e in store.events()}
    last = next((e.event for e in reversed(entries) if person.id in e.people and e.event in names), None)
    return st.selectbox(
        "Counts for", [*names, None], index=[*names, None].index(last), key=f"ledger_event_{person.id}",
        format_func=lambda e: names.get(e, "No event"),
    )  # fmt: skip


def show_one(person: Person) -> None:
    """The page of one person."""
    st.subheader(plain(person.name))
    show_last_action()
    events = {e.id: e for e in store.events(removed=True)}
    details, favour, notes, ask, facts = st.tabs(["What has been", "Log", "Notes", "Ask", "About them"])
    with details:
        show_person(person, entries, people, events)
    with favour:
        show_log_panel(None, f"person:{person.id}", people_choices(None), event=choose_occasion(person))
    with notes:
        show_notes(person, entries, events)
    with ask:
        show_ask(person, entries)
    with facts:
        show_facts(person)


st.title("Ledger")
if asked := st.session_state.pop("ledger_open", None):
    st.session_state["ledger_person"] = asked
if not people:
    st.info("Nobody here yet. Choose people to meet, or log whom you met at the event.", icon=":material/group_add:")
    with st.container(horizontal=True):
        st.page_link("app_pages/people.py", label="Choose people", icon=":material/arrow_forward:")
        st.page_link("app_pages/at_the_event.py", label="Log what happened", icon=":material/arrow_forward:")
    st.stop()
listed = store.remember("people of the ledger", list_people, rests_on=("person", "bond", "alias", "entry"))
about = "Choose a person to see everything about them"
chosen = choose_person(listed, "Person", key="ledger_person", new=False, placeholder=about)
if chosen:
    show_one(people[chosen])
else:
    show_last_action()
    st.write(
        "Your private stockpile of social debt: it never expires and is never held against anybody. "
        "Three favours for a person, then you may ask for one."
    )
    show_totals(standing)
    if standing:
        show_table()
        st.caption("Tick a row to open the person.")
    else:
        st.caption(f"{plural(len(people), 'person', 'people')} kept, no favour logged yet.")
