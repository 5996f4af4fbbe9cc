"""Scorecard: where this event stands between Evan and Mark, and what to do next to move it."""

from __future__ import annotations

from datetime import date

import streamlit as st

from app_pages._gauge import show_gauge, show_over_events, show_part
from app_pages._shared import event_name, get_store, need_event
from app_pages._text import plain
from app_pages._todo import go_where_asked
from planner.report import event_report, event_report_page
from planner.scorecard import Part, scorecard

PHASES = {"before": "Before the event", "during": "At the event", "after": "Afterwards"}
WHERE_NEXT = {
    "sessions_reviewed": ("event", "Look through the sessions"), "people_reviewed": ("people", "Look through the people"),
    "people_chosen": ("people", "Choose people"), "give_first_ready": ("people", "Give-first ideas"),
    "notes_sent": ("notes", "Write the notes"), "meetings_booked": ("meetings", "Book meetings"),
    "follow_ups": ("follow_up", "Open the checklist"), "introductions": ("ledger", "Whom may I ask?"),
}  # fmt: skip

go_where_asked()
st.title("Scorecard")
store = get_store()
event = need_event()
today = date.today()
entries, people, events = store.journal(), store.people_logged(), store.events(removed=True)
card = store.remember(
    f"scorecard {event.id} {today}", lambda: scorecard(entries, event.id, people=people, events=events, today=today)
)
logged = {e.id: e for e in entries}
names = {p.id: p.name for p in people}


def show_next_steps(parts: tuple[Part, ...]) -> None:
    """The three things that would move the gauge most, with the way there."""
    st.subheader("What moves it most now")
    for part in parts[:3]:
        page, label = WHERE_NEXT.get(part.code, ("at_the_event", "Log it"))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**+{part.most - part.points:.0f}** {part.next}", width="stretch")
            st.page_link(f"app_pages/{page}.py", label=label, icon=":material/arrow_forward:")


def show_report() -> None:
    """The report of the event, to keep, send or print."""
    menu = st.popover("Event report", icon=":material/summarize:", key="report", on_change="rerun")
    if not menu.open:
        return
    report = event_report(entries, event, people=people, events=events, today=today)
    with menu:
        st.caption("Figures, people met, what came of introductions. It says nothing of who owes whom.")
        st.download_button(
            "To print or send (HTML)", event_report_page(report, event), "event-report.html", "text/html",
            icon=":material/print:", width="stretch",
        )  # fmt: skip
        st.download_button("As text (Markdown)", report, "event-report.md", "text/markdown", width="stretch")


with st.container(horizontal=True, vertical_alignment="center"):
    st.markdown(f"**{plain(event_name(event))}** · **{card.score} of 100**. {card.verdict}", width="stretch")
    show_report()
show_gauge(card)
if card.next_steps:
    show_next_steps(card.next_steps)
for column, (phase, label) in zip(st.columns(3), PHASES.items(), strict=True):
    with column:
        points, most = card.phase(phase)  # type: ignore[arg-type]
        st.subheader(label)
        st.caption(f"{points:.0f} of {most} points")
        for part in card.parts:
            if part.phase == phase:
                show_part(part, logged, names)
with st.expander("How the score is made"):
    st.markdown(
        "Evan just turned up: 0. Mark did his homework, met people, gave first and came home with four referral sources: 100. "
        "Each part gives its points in proportion to how much of its target was reached, and never more than its most:\n\n"
        "`points = most × min(done, target) ÷ target`\n\nThe points of all parts add up to the score."
    )
    st.table([{"Part": p.label, "Done": p.have, "Target": p.want, "Points": f"{p.points:.1f} of {p.most}"} for p in card.parts])
show_over_events(entries, people, events, names, today)
st.caption(f"Figures of {plain(event_name(event))}, computed only from what was logged.")
