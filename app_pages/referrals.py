"""Referrals: who introduced me to whom, and what came of it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app_pages._referral_forms import OUTCOME_WORDS, show_introduction, show_new_introduction
from app_pages._shared import event_name, get_store, log, show_last_action
from app_pages._text import plain
from planner.exports import referrals_table, to_csv
from planner.referrals import (
    Chain,
    Figures,
    ReportDue,
    chains,
    chains_dot,
    figures,
    figures_by_event,
    introductions,
    report_back_due,
    sources,
)

if page := st.session_state.pop("referrals_go", None):
    st.switch_page(page)
store = get_store()
entries = store.journal()
people = store.people_by_id()
names = {p.id: p.name for p in store.people_logged()}
events = {e.id: event_name(e) for e in store.events(removed=True)}
COLUMNS = ["Won", "Worth", "Still open", "Introductions", "Meetings", "Opportunities"]


def money(amounts: dict[str, float]) -> str:
    """Values by currency, `12,000 EUR`."""
    return ", ".join(f"{value:,.0f} {currency}" for currency, value in amounts.items())


def figures_row(name: str, found: Figures) -> tuple[object, ...]:
    """One line of a table of figures."""
    return (
        name, found.won, money(dict(found.worth)), money(dict(found.pipeline)), found.introductions, found.meetings,
        found.opportunities,
    )  # fmt: skip


def show_due(due: ReportDue) -> None:
    """One source to thank and tell, with the draft and the tick."""
    source, met = plain(names.get(due.source, "somebody")), plain(names.get(due.introduction.person or "", "somebody"))
    with st.container(border=True, gap="small"):
        st.markdown(f"Thank **{source}** and report back: {met}, {OUTCOME_WORDS[due.change.state].lower()}.")
        with st.container(horizontal=True, gap="xsmall"):
            st.button("Done", key=f"report_{due.introduction.id}_{due.source}", icon=":material/done:", type="primary",
                      on_click=_reported, args=(due, source))  # fmt: skip
            st.button("Draft", key=f"draft_{due.introduction.id}_{due.source}", icon=":material/edit_note:",
                      on_click=_draft, args=(due,))  # fmt: skip


def _reported(due: ReportDue, source: str) -> None:
    log("reported_back", f"Reported back to {source}.", person=due.source, event=due.introduction.event,
        refers_to=due.introduction.id)  # fmt: skip


def _draft(due: ReportDue) -> None:
    st.session_state["notes_open"] = (due.source, "report_back", due.introduction.event)
    st.session_state["referrals_go"] = "app_pages/notes.py"


def say_path(chain: Chain) -> str:
    """The people an introduction went through, and who else made it."""
    others = [names.get(s, "somebody") for s in chain.introduction.sources if s not in chain.through]
    also = f" (and {', '.join(others)})" if others else ""
    return " → ".join(names.get(p, "somebody") for p in chain.through) + also


def show_download() -> None:
    """The introductions for a spreadsheet."""
    table = referrals_table(entries, names=names, events=events)
    st.download_button("Introductions (CSV)", to_csv(table), "referrals.csv", "text/csv", icon=":material/download:")


def show_chains() -> None:
    """From the event to the result: a picture and the same as a table."""
    st.subheader("From event to result")
    st.graphviz_chart(chains_dot(entries, names=names, events=events), width="content")
    rows = [
        (
            names.get(c.introduction.person or "", "somebody"), say_path(c),
            OUTCOME_WORDS[c.introduction.state], events.get(c.event or "", "elsewhere"), c.introduction.at[:10],
        )
        for c in chains(entries)
    ]  # fmt: skip
    st.caption("The same as a table:")
    st.dataframe(pd.DataFrame(rows, columns=["Introduced to", "Through", "Came of it", "Event", "Date"]), hide_index=True)
    st.subheader("Event by event")
    by_event = [figures_row(events.get(e or "", "elsewhere"), f) for e, f in figures_by_event(entries).items()]
    st.dataframe(pd.DataFrame(by_event, columns=["Event", *COLUMNS]), hide_index=True)


st.title("Referrals")
show_last_action()
every, found = introductions(entries), sources(entries)
if not every and not found:
    st.info(
        "No introduction logged yet. When somebody introduces you to a person, log it here or At the event: "
        "you will see what became of it, and whom you have to thank.",
        icon=":material/share:",
    )
else:
    total = figures(every)
    worth = f" · **{money(dict(total.worth))}** won" if total.worth else ""
    st.markdown(
        f"**{len(found)}** referral sources · **{total.introductions}** introductions · **{total.meetings}** meetings · "
        f"**{total.opportunities}** opportunities · **{total.won}** won{worth}"
    )
with (fold := st.expander("Log an introduction", icon=":material/add:", key="intro_new", on_change="rerun")):
    if fold.open:
        show_new_introduction()

if due := report_back_due(entries):
    st.subheader("Thank and report back")
    for one in due:
        show_due(one)
if every:
    st.subheader("Introductions")
    for intro in reversed(every):
        show_introduction(intro, names, f" · {plain(events[intro.event])}" if intro.event in events else "")
if found:
    st.subheader("Referral sources")
    st.dataframe(
        pd.DataFrame([figures_row(names.get(s.person, "somebody"), s.figures) for s in found], columns=["Source", *COLUMNS]),
        hide_index=True,
    )
if every:
    show_chains()
    show_download()
