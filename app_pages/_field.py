"""Around the cards: what matters to me, introductions to make, the picture of the field."""

from __future__ import annotations

from dataclasses import asdict

import altair as alt
import pandas as pd
import streamlit as st

from app_pages._choosing import is_learning, order_anew, read_weights, say_lessons, taught_weights, weights_in_use
from app_pages._shared import get_store, in_rows, keep, log
from app_pages._text import plain
from app_pages._view import EventView
from planner.give_first import Pair
from planner.plan import Plan
from planner.ranking import USUAL, WEIGHT_LABELS
from planner.titles import functions as function_labels


def show_weights(view: EventView) -> None:
    """Plain sliders for what matters to the user, and what their decisions taught."""
    panel = st.expander("What matters to me", icon=":material/tune:", key="weights_panel", on_change="rerun")
    if not panel.open:
        return
    with panel:
        _show_learning(view)
        with st.form("weights", border=False):
            now = asdict(read_weights())
            chosen = {
                name: place.slider(label, 0.0, 1.0, float(now[name]), 0.05, key=f"weight_{name}")
                for place, (name, label) in zip(in_rows(len(WEIGHT_LABELS), 2), WEIGHT_LABELS.items(), strict=False)
            }
            with st.container(horizontal=True):
                save = st.form_submit_button("Use these", type="primary")
                usual = st.form_submit_button("Back to the usual")
        if save and keep(lambda: get_store().save_settings(weights=chosen), "Kept."):
            st.rerun()
        if usual and keep(lambda: get_store().save_settings(weights=asdict(USUAL)), "Back to the usual."):
            for name in WEIGHT_LABELS:
                st.session_state.pop(f"weight_{name}", None)
            st.rerun()


def _show_learning(view: EventView) -> None:
    learning = is_learning()
    wanted = st.toggle("Learn gently from whom I choose and refuse", learning, key="weights_learn")
    if wanted != learning and keep(lambda: get_store().save_settings(learn=wanted), "Kept."):
        st.rerun()
    if not wanted:
        return
    taught = taught_weights(view)
    lessons = say_lessons(read_weights(), taught)
    if not lessons:
        st.caption(
            "Nothing learnt yet that changes the order. Each Meet, Not now and No thanks counts a little, "
            "and taking one back takes its effect back."
        )
    else:
        st.caption(f"Learnt so far: {'; '.join(lessons)}. At most by a third; an undo takes its effect back.")
    if taught != weights_in_use(view):
        st.button("Put the people in the new order", icon=":material/refresh:", key="weights_anew", on_click=order_anew)


def show_pairs(view: EventView, plan: Plan) -> None:
    """People who should know each other: introducing them is a favour to both."""
    if not plan.pairs:
        return
    label = f"Introductions you could make ({len(plan.pairs)})"
    panel = st.expander(label, icon=":material/diversity_3:", key="pairs_panel", on_change="rerun")
    if not panel.open:
        return
    done = {frozenset(e.people) for e in view.entries if e.kind == "favour_given" and e.others}
    with panel:
        st.caption("Introducing two people to each other is two favours in one. Log it once you have done it.")
        for number, pair in enumerate(plan.pairs):
            both = frozenset(view.person_ids.get(s.id, s.id) for s in (pair.one, pair.other))
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(plain(pair.text), width="stretch")
                if both in done:
                    st.badge("Introduced", icon=":material/check:", color="green")
                else:
                    st.button("I introduced them", key=f"pair_{number}", on_click=_log_pair, args=(view, pair))


def _log_pair(view: EventView, pair: Pair) -> None:
    one, other = view.person_for(pair.one), view.person_for(pair.other)
    log(
        "favour_given", f"A favour to both: you introduced {one.name} and {other.name}.", event=view.event.id, person=one.id,
        others=(other.id,), way="connect_peer", text=f"Introduced {one.name} and {other.name}",
    )  # fmt: skip


def show_field(view: EventView, plan: Plan) -> None:
    """Who is there, by function and industry; the chosen ones stand out."""
    if len(plan.suggestions) < 4:
        return
    label = "The field: who is there, and whom you chose"
    panel = st.expander(label, icon=":material/grid_on:", key="field_panel", on_change="rerun")
    if not panel.open:
        return
    chosen = {p.id for p in view.accepted}
    labels = function_labels()
    rows = [
        (
            labels.get(s.functions[0], s.functions[0]) if s.functions else "unknown",
            s.industry or "unknown",
            "chosen" if s.speaker.id in chosen else "not chosen",
        )
        for s in plan.suggestions
    ]
    table = pd.DataFrame(rows, columns=["Function", "Industry", "Chosen"])
    counted = table.groupby(["Function", "Industry", "Chosen"], as_index=False).size()
    with panel:
        chart = alt.Chart(counted, height=alt.Step(24)).mark_circle().encode(
            x=alt.X("Function:N", title=None, axis=alt.Axis(labelAngle=-45, labelLimit=120, labelOverlap=False)),
            y=alt.Y("Industry:N", title=None, axis=alt.Axis(labelLimit=120)),
            size=alt.Size("size:Q", title="People", scale=alt.Scale(range=[60, 500]), legend=None),
            color=alt.Color(
                "Chosen:N", title=None, legend=alt.Legend(orient="top", direction="vertical"),
                scale=alt.Scale(domain=["chosen", "not chosen"], range=["#0b6e63", "#b9c4c2"]),
            ),
            tooltip=["Function", "Industry", alt.Tooltip("size:Q", title="People")],
        )  # fmt: skip
        st.altair_chart(chart)
