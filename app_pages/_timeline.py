"""The day as bars: sessions by room, and my meetings above them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from app_pages._view import EventView
from planner.agenda import moment

STATUS_WORDS = {"proposed": "Proposed", "booked": "Booked", "held": "Held", "cancelled": "Called off"}
_COLOURS = {"Session": "#cfd8d6", "Proposed": "#e0a43a", "Booked": "#0b6e63", "Held": "#5b7fa6"}
_CHART = {  # written out: having it built and checked takes a fifth of a rerun
    "height": {"step": 34},
    "mark": {"type": "bar", "cornerRadius": 3},
    "encoding": {
        "x": {"field": "Start", "type": "temporal", "timeUnit": "hoursminutes", "title": None,
              "axis": {"format": "%H:%M", "labelOverlap": True}},
        "x2": {"field": "End", "timeUnit": "hoursminutes"},
        "y": {"field": "Place", "type": "nominal", "title": None, "sort": ["My meetings"], "axis": {"labelLimit": 110}},
        "color": {"field": "Kind", "type": "nominal", "title": None, "legend": {"orient": "bottom"},
                  "scale": {"domain": list(_COLOURS), "range": list(_COLOURS.values())}},
        "tooltip": [{"field": name, "type": "nominal"} for name in ("What", "Place", "From", "To")],
    },
}  # fmt: skip


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
    st.vega_lite_chart(table, _CHART)


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
