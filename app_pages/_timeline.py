"""The day as bars: sessions by room, and my meetings above them."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from app_pages._view import EventView
from planner.agenda import moment

STATUS_WORDS = {"proposed": "Proposed", "booked": "Booked", "held": "Held", "cancelled": "Called off"}
_COLOURS = {"Session": "#cfd8d6", "Proposed": "#e0a43a", "Booked": "#0b6e63", "Held": "#5b7fa6"}


def show_timeline(view: EventView) -> None:
    """Sessions and meetings of one day; nothing where no times are known."""
    table = _table(view)
    if table.empty:
        return
    days = sorted({start.date() for start in table["Start"]})
    day = days[0]
    if len(days) > 1:
        day = st.segmented_control(
            "Day", days, default=days[0], required=True, format_func=lambda d: f"{d:%a %d %b}", key="meetings_day"
        )
    table = table[table["Start"].dt.date == day]
    table = table.assign(From=table["Start"].dt.strftime("%H:%M"), To=table["End"].dt.strftime("%H:%M"))
    bars: Any = alt.Chart(table).mark_bar(cornerRadius=3)
    chart = bars.encode(
        x=alt.X("hoursminutes(Start):T", title=None, axis=alt.Axis(format="%H:%M", labelOverlap=True)),
        x2="hoursminutes(End):T",
        y=alt.Y("Place:N", title=None, sort=["My meetings"], axis=alt.Axis(labelLimit=110)),
        color=alt.Color(
            "Kind:N", title=None, legend=alt.Legend(orient="bottom"),
            scale=alt.Scale(domain=list(_COLOURS), range=list(_COLOURS.values())),
        ),
        tooltip=["What", "Place", "From", "To"],
    )  # fmt: skip
    st.altair_chart(chart.properties(height=alt.Step(34)))


def _table(view: EventView) -> pd.DataFrame:
    rows = []
    for session in view.agenda.sessions:
        start, end = moment(session.start), moment(session.end)
        if start and end and session.kind != "break":
            rows.append((session.room or "Programme", session.title, start, end, "Session"))
    for meeting in view.meetings:
        start, end = moment(meeting.start), moment(meeting.end)
        if start and end and meeting.status != "cancelled":
            names = ", ".join(view.people[p].name for p in meeting.people if p in view.people)
            rows.append(("My meetings", names, start, end, STATUS_WORDS[meeting.status]))
    return pd.DataFrame(rows, columns=["Place", "What", "Start", "End", "Kind"])
