"""The pictures of the scorecard: the gauge, what a part is made of, and how it goes over events."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import altair as alt
import pandas as pd
import streamlit as st

from app_pages._text import plain, plural, say_entry
from planner.journal import Entry
from planner.people import Person
from planner.records import KeptEvent
from planner.scorecard import Part, Scorecard, best_sources, drifted, stock, trend

GREEN, GREY = "#0b6e63", "#e3e8e7"
_SHOWN = 12


def show_gauge(card: Scorecard) -> None:
    """One bar from Evan to Mark with the event on it."""
    axis = alt.Axis(values=[0, 50, 100], labelExpr="datum.value == 0 ? 'Evan' : datum.value == 100 ? 'Mark' : ''", title=None)
    x = alt.X("score:Q", scale=alt.Scale(domain=[0, 100]), axis=axis)
    bars = [
        alt.Chart(pd.DataFrame({"score": [value]})).mark_bar(color=color, size=26).encode(x=x)
        for value, color in ((100, GREY), (card.score, GREEN))
    ]
    st.altair_chart(alt.layer(*bars).properties(height=70))


def show_part(part: Part, logged: Mapping[str, Entry], names: Mapping[str, str]) -> None:
    """One part of the gauge: how far it is, what it is made of, how its points come about, what to do next."""
    reached = min(part.have, part.want)
    dots = "●" * reached + "○" * (part.want - reached)
    shown = f"**{part.label}**  \n:green[{dots}] {part.have} of {part.want}"
    fold = st.expander(shown, key=f"part_{part.code}", on_change="rerun")
    if not fold.open:
        return
    with fold:
        st.caption(
            f"{part.points:.1f} points = {part.most} × {min(part.have, part.want)} ÷ {part.want}"
            + (f". More than {part.want} count no further." if part.have > part.want else "")
        )
        for entry in (logged[i] for i in part.entries[:_SHOWN] if i in logged):
            who, *others = [plain(names.get(p)) or "somebody" for p in entry.people] or [""]
            words = ": ".join(filter(None, (say_entry(entry.kind, who, others), plain(entry.text))))
            st.markdown(f"- {entry.at[:10]} {words}")
        if len(part.entries) > _SHOWN:
            st.caption(f"and {len(part.entries) - _SHOWN} more")
        if not part.entries:
            st.caption("Nothing logged yet.")
        if part.next:
            st.markdown(f"**Next:** {part.next}")


def show_over_events(
    entries: tuple[Entry, ...], people: tuple[Person, ...], events: tuple[KeptEvent, ...], names: Mapping[str, str], today: date
) -> None:
    """The trend, the stock of social debt, the best sources, and who has gone quiet."""
    steps = trend(entries, people=people, events=events, today=today)
    if len(steps) > 1:
        st.subheader("Event by event")
        frame = pd.DataFrame(
            {"Event": [s.name for s in steps], "Score": [s.score for s in steps], "order": range(len(steps)),
             "Referral sources": [s.referral_sources for s in steps], "New contacts": [s.new_contacts for s in steps]}
        )  # fmt: skip
        bars = alt.Chart(frame).mark_bar(color=GREEN).encode(
            x=alt.X("Score:Q", scale=alt.Scale(domain=[0, 100])),
            y=alt.Y("Event:N", sort=alt.EncodingSortField("order"), title=None, axis=alt.Axis(labelLimit=220)),
            tooltip=["Event", "Score", "Referral sources", "New contacts"],
        )  # fmt: skip
        st.altair_chart(bars.properties(height=40 + 34 * len(steps)))
    piled = stock(entries)
    if piled:
        st.subheader("Stock of social debt")
        st.markdown(f"**{piled[-1].given}** favours done, **{piled[-1].received}** received. They never expire.")
    if len(piled) > 1:
        rows = [(s.day, kind, n) for s in piled for kind, n in (("Done", s.given), ("Received", s.received))]
        frame = pd.DataFrame(rows, columns=["Day", "Favours", "Count"])
        days = alt.Axis(format="%d %b", tickCount="day" if len(piled) < 8 else 6)
        colors = alt.Scale(range=[GREEN, "#e0a43a"])
        line = alt.Chart(frame).mark_line(interpolate="step-after", point=True).encode(
            x=alt.X("yearmonthdate(Day):T", title=None, axis=days),
            y=alt.Y("Count:Q", title=None, axis=alt.Axis(tickMinStep=1)),
            color=alt.Color("Favours:N", scale=colors, legend=alt.Legend(orient="top", title=None)),
        )  # fmt: skip
        st.altair_chart(line.properties(height=220))
    left, right = st.columns(2)
    fruitful = best_sources(entries)
    if fruitful:
        left.subheader("Best sources")
        for source in fruitful[:5]:
            won = f", {source.figures.won} won" if source.figures.won else ""
            count = plural(source.figures.introductions, "introduction")
            left.markdown(f"- {plain(names.get(source.person, 'somebody'))}: {count}{won}")
    stale = drifted(entries, people, today=today)
    if stale:
        right.subheader("Gone quiet")
        right.caption("No contact for a year or more. Ask how they are; do not ask for anything.")
        for person in stale[:8]:
            right.markdown(f"- {plain(person.name)}")
