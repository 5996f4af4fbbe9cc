"""Scorecard: where this event stands between Evan and Mark, and what to do next to move it."""

from __future__ import annotations

from datetime import date
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from app_pages._shared import event_name, get_store, need_event
from app_pages._text import ENTRY_WORDS, plain
from planner.journal import effective
from planner.scorecard import Part, Scorecard, best_sources, drifted, scorecard, stock, trend

PHASES = {"before": "Before the event", "during": "At the event", "after": "Afterwards"}

store = get_store()
event = need_event()
today = date.today()
entries, people, events = store.entries(), store.people(), store.events()
names = {p.id: p.name for p in people}
card = scorecard(entries, event.id, people=people, events=events, today=today)
logged = {e.id: e for e in effective(entries)}


def gauge(card: Scorecard) -> Any:
    """One bar from Evan to Mark with the event on it."""
    scale = alt.Scale(domain=[0, 100])
    axis = alt.Axis(values=[0, 50, 100], labelExpr="datum.value == 0 ? 'Evan' : datum.value == 100 ? 'Mark' : ''", title=None)
    whole = (
        alt.Chart(pd.DataFrame({"score": [100]}))
        .mark_bar(color="#e3e8e7", size=26)
        .encode(x=alt.X("score:Q", scale=scale, axis=axis))
    )
    done = (
        alt.Chart(pd.DataFrame({"score": [card.score]}))
        .mark_bar(color="#0b6e63", size=26)
        .encode(x=alt.X("score:Q", scale=scale))
    )
    return (whole + done).properties(height=70)


def show_part(part: Part) -> None:
    """One part of the gauge: how far it is, what it is made of, what to do next."""
    with st.expander(f"{part.label}: {part.have} of {part.want} · {part.points:.0f} of {part.most} points"):
        for entry_id in part.entries[:30]:
            entry = logged.get(entry_id)
            if entry is not None:
                who = plain(names.get(entry.person or "", ""))
                st.markdown(
                    f"- {entry.at[:10]} {ENTRY_WORDS.get(entry.kind, entry.kind.replace('_', ' '))} {who} {plain(entry.text)}"
                )
        if not part.entries:
            st.caption("Nothing logged yet.")
        if part.next:
            st.markdown(f"**Next:** {part.next}")


st.title("Scorecard")
st.markdown(f"**{plain(event_name(event))}** · {card.score} of 100")
st.altair_chart(gauge(card))
st.caption(
    "Evan just turned up: 0. Mark did his homework, met people, gave first and came home with four referral sources: 100. "
    "Each part gives its points in proportion to what was logged; the points add up to the score."
)
following = [part for part in card.parts if part.next]
if following:
    best = max(following, key=lambda part: part.most - part.points)
    st.info(f"What moves it most now: {best.next}", icon=":material/trending_up:")
for column, (phase, label) in zip(st.columns(3), PHASES.items(), strict=True):
    with column:
        st.subheader(label)
        for part in card.parts:
            if part.phase == phase:
                show_part(part)

steps = trend(entries, people=people, events=events, today=today)
if len(steps) > 1:
    st.subheader("Event by event")
    st.line_chart(pd.DataFrame({"Event": [s.name for s in steps], "Score": [s.score for s in steps]}), x="Event", y="Score")
piled = stock(entries)
if piled:
    st.subheader("Stock of social debt")
    st.area_chart(
        pd.DataFrame([(s.day, s.given, s.received) for s in piled], columns=["Day", "Done", "Received"]),
        x="Day", y=["Done", "Received"],
    )  # fmt: skip
left, right = st.columns(2)
with left:
    fruitful = best_sources(entries)
    if fruitful:
        st.subheader("Best sources")
        for source in fruitful[:5]:
            st.markdown(f"- {plain(names.get(source.person, 'somebody'))}: {source.figures.introductions} introductions")
with right:
    stale = drifted(entries, people, today=today)
    if stale:
        st.subheader("Gone quiet")
        st.caption("No contact for a year or more. Ask how they are; do not ask for anything.")
        for person in stale[:8]:
            st.markdown(f"- {plain(person.name)}")
st.caption(f"Figures of {plain(event_name(event))}, computed only from what was logged.")
