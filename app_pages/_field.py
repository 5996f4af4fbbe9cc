"""Around the cards: questions about companies, what matters to me, introductions to make, the picture of the field."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

import altair as alt
import pandas as pd
import streamlit as st

from app_pages._choosing import read_weights
from app_pages._shared import get_store, keep
from app_pages._text import plain
from app_pages._view import EventView
from planner.industries import industries
from planner.plan import Plan
from planner.ranking import USUAL
from planner.records import Fact

WEIGHT_WORDS = {
    "peer": "My craft in another industry",
    "dream": "Dream customers",
    "neighbour": "A craft next to mine",
    "bridge": "Knows people I want to know",
    "warm": "Somebody I know is there",
    "need": "Hiring, on either side",
    "offer": "I can give them something",
    "topic": "Speaks about what I want to learn",
    "known": "I know them already",
    "reach": "Easy to speak to",
}


def show_questions_about_companies(plan: Plan) -> None:
    """The unknown companies whose answer matters most; answers are kept for all events."""
    if not plan.unknown_companies:
        return
    with st.expander(f"What do these companies do? ({len(plan.unknown_companies)} unknown)", icon=":material/help:"):
        st.caption("A peer counts most in another industry. Answer those you know; the answers are kept.")
        labels = {i.label: i for i in sorted(industries().values(), key=lambda i: i.label)}
        with st.form("companies", border=False):
            answers = {}
            for question in plan.unknown_companies:
                who = ", ".join(question.people[:3])
                answers[question.company] = st.selectbox(
                    f"{plain(question.company)} ({plain(who)})", list(labels), index=None, accept_new_options=True,
                    placeholder="Choose or type", key=f"company_{question.company}",
                )  # fmt: skip
            if st.form_submit_button("Keep the answers", type="primary"):
                facts = [
                    Fact("industry", company, answer, "you", date.today().isoformat())
                    for company, answer in answers.items()
                    if answer
                ]
                if keep(lambda: get_store().save_facts(*facts), "Kept. The order is new."):
                    st.rerun()


def show_weights() -> None:
    """Plain sliders for what matters to the user."""
    with st.expander("What matters to me", icon=":material/tune:"), st.form("weights", border=False):
        now = asdict(read_weights())
        columns = st.columns(2)
        chosen = {
            name: columns[number % 2].slider(label, 0.0, 1.0, float(now[name]), 0.05, key=f"weight_{name}")
            for number, (name, label) in enumerate(WEIGHT_WORDS.items())
        }
        save, usual = st.columns(2)
        if save.form_submit_button("Use these"):
            keep(lambda: get_store().save_settings(weights=chosen), "Kept.")
            st.rerun()
        if usual.form_submit_button("Back to the usual"):
            keep(lambda: get_store().save_settings(weights=asdict(USUAL)), "Back to the usual.")
            for name in WEIGHT_WORDS:
                st.session_state.pop(f"weight_{name}", None)
            st.rerun()


def show_pairs(plan: Plan) -> None:
    """People who should know each other: introducing them is a favour to both."""
    if plan.pairs:
        with st.expander(f"Introductions you could make ({len(plan.pairs)})", icon=":material/diversity_3:"):
            st.caption("Introducing two people to each other is two favours in one.")
            for pair in plan.pairs[:10]:
                st.markdown(f"- **{plain(pair.one.name)}** and **{plain(pair.other.name)}**: {plain(pair.text)}")


def show_field(view: EventView, plan: Plan) -> None:
    """Who is there, by function and industry; the chosen ones stand out."""
    rows = [
        (s.functions[0] if s.functions else "unknown", s.industry or "unknown", s.speaker.id in {p.id for p in view.accepted})
        for s in plan.suggestions
    ]
    if len(rows) < 4:
        return
    table = pd.DataFrame(rows, columns=["Function", "Industry", "Chosen"])
    counted = table.groupby(["Function", "Industry", "Chosen"], as_index=False).size()
    with st.expander("The field: who is there, and whom you chose", icon=":material/grid_on:"):
        chart = alt.Chart(counted).mark_circle().encode(
            x=alt.X("Function:N", title=None), y=alt.Y("Industry:N", title=None),
            size=alt.Size("size:Q", title="People", scale=alt.Scale(range=[60, 500])),
            color=alt.Color("Chosen:N", scale=alt.Scale(domain=[True, False], range=["#0b6e63", "#b9c4c2"])),
            tooltip=["Function", "Industry", "size"],
        )  # fmt: skip
        st.altair_chart(chart)
