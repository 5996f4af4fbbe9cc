"""The pictures of the scorecard: the gauge, what a part is made of, and how it goes over events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import altair as alt
import pandas as pd
import streamlit as st

from app_pages._text import plain, plural, say_entry
from app_pages._todo import open_person
from planner.journal import Entry
from planner.people import Person
from planner.records import KeptEvent
from planner.referrals import Source
from planner.scorecard import Part, Scorecard, Step, best_sources, drifted, stock, trend

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
            {"Event": _labels(steps), "Score": [s.score for s in steps], "order": range(len(steps)),
             "Referral sources": [s.referral_sources for s in steps], "New contacts": [s.new_contacts for s in steps]}
        )  # fmt: skip
        bars = alt.Chart(frame).mark_bar(color=GREEN).encode(
            x=alt.X("Score:Q", scale=alt.Scale(domain=[0, 100]), axis=alt.Axis(values=[0, 25, 50, 75, 100], title=None)),
            y=alt.Y("Event:N", sort=alt.EncodingSortField("order"), title=None, axis=alt.Axis(labelLimit=220)),
            tooltip=["Event", "Score", "Referral sources", "New contacts"],
        )  # fmt: skip
        st.altair_chart(bars.properties(height=alt.Step(34)))
    piled = stock(entries)
    if piled:
        st.subheader("Stock of social debt")
        st.markdown(f"**{piled[-1].given}** favours done, **{piled[-1].received}** received. They never expire.")
    if len(piled) > 1:
        rows = [(s.day, kind, n) for s in piled for kind, n in (("Done", s.given), ("Received", s.received))]
        frame = pd.DataFrame(rows, columns=["Day", "Favours", "Count"])
        span = (piled[-1].day - piled[0].day).days
        days = alt.Axis(format="%b %Y" if span > 300 else "%d %b", tickCount="day" if span < 8 else 5)
        colors = alt.Scale(range=[GREEN, "#e0a43a"])
        line = alt.Chart(frame).mark_line(interpolate="step-after", point=True).encode(
            x=alt.X("yearmonthdate(Day):T", title=None, axis=days),
            y=alt.Y("Count:Q", title=None, axis=alt.Axis(tickMinStep=1)),
            color=alt.Color("Favours:N", scale=colors, legend=alt.Legend(orient="top", title=None)),
        )  # fmt: skip
        st.altair_chart(line.properties(height=220))
    left, right = st.columns(2)
    with left:
        _show_best(best_sources(entries), names)
    with right:
        _show_quiet(drifted(entries, people, today=today))


def _labels(steps: Sequence[Step]) -> list[str]:
    """What to call each event in a picture; two of one name would be drawn as one."""
    called = [f"{s.name}, {s.start[:4]}" if s.start else s.name for s in steps]
    return [label if called.count(label) == 1 else f"{label} ({n})" for n, label in enumerate(called, start=1)]


def _show_best(fruitful: Sequence[Source], names: Mapping[str, str]) -> None:
    if not fruitful:
        return
    st.subheader("Best sources")
    for source in fruitful[:5]:
        count = source.figures.introductions
        won = f", {source.figures.won} won" if source.figures.won else ""
        said = f"{plural(count, 'introduction')}{won}" if count else "could introduce you"
        _show_name(source.person, names.get(source.person, "somebody"), said, "best")


def _show_quiet(stale: Sequence[Person]) -> None:
    if not stale:
        return
    st.subheader("Gone quiet")
    st.caption("No contact for a year or more. Ask how they are; do not ask for anything.")
    for person in stale[:8]:
        _show_name(person.id, person.name, "", "quiet")
    if len(stale) > 8:
        st.caption(f"and {len(stale) - 8} more")


def _show_name(person: str, name: str, said: str, where: str) -> None:
    """A name that opens the person, with a word on them."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(plain(name), key=f"{where}_{person}", type="tertiary", on_click=open_person, args=(person,))
        if said:
            st.caption(said)
