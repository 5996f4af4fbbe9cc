"""At the event: now and next, whom to look out for, and a log that takes two taps. Made for a phone."""

from __future__ import annotations

from datetime import date, datetime

import streamlit as st

from app_pages._contact_card import show_contact_card
from app_pages._finding import choose_person
from app_pages._log_forms import PANEL, open_panel, people_choices, show_log_panel, start_with_somebody, what_is_open
from app_pages._look import look_at
from app_pages._one_line import show_one_line_log
from app_pages._shared import log, need_event, show_last_action, undo_entry
from app_pages._text import plain
from app_pages._todays_log import show_evening, show_log
from app_pages._view import EventView, view_event
from app_pages._whereabouts import (
    Where,
    choose_day,
    clock_at,
    day_of_event,
    show_networking,
    show_now_and_next,
    show_presence,
    whereabouts,
)
from planner.agenda import Speaker
from planner.journal import Entry
from planner.timeline import Timed, read_timeline


def show_lookout(view: EventView, found: list[Where], clock: datetime, choices: dict[str, str]) -> None:
    """The people chosen, those whose turn comes next first, each to be logged in place."""
    if not view.accepted:
        st.caption("Nobody chosen yet. Choose whom to meet on the People page; you can log anybody here all the same.")
    places = {p.id: whereabouts(view, p, found, clock) for p in view.accepted}
    met = {p: e for e in view.entries if e.kind in ("met", "meeting_held") for p in e.people}
    order = sorted(view.accepted, key=lambda p: places[p.id][0])
    still = [p for p in order if view.person_ids.get(p.id) not in met or st.session_state.get("log_open") == f"speaker:{p.id}"]
    for speaker in still:
        _show_chosen(view, speaker, places[speaker.id][1], met.get(view.person_ids.get(speaker.id, "")), choices)
    done = [p for p in order if p not in still]
    if done:
        names = ", ".join(plain(p.name) for p in done)
        with (fold := st.expander(f"Met already: {names}", icon=":material/check:", key="there_met", on_change="rerun")):
            for speaker in done if fold.open else ():
                _show_chosen(view, speaker, places[speaker.id][1], met[view.person_ids[speaker.id]], choices)


def _show_chosen(view: EventView, speaker: Speaker, place: str, met: Entry | None, choices: dict[str, str]) -> None:
    ref = f"speaker:{speaker.id}"
    job = ", ".join(plain(x) for x in (speaker.title, speaker.company) if x)
    lines = [f"**{plain(speaker.name)}**" + (f" · {place}" if place else ""), f":small[{job}]" if job else ""]
    is_open = st.session_state.get("log_open") == ref
    with st.container(border=True, gap="small"):
        st.markdown("  \n".join(filter(None, lines)))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if met is None:
                st.button("Met", key=f"there_met_{speaker.id}", icon=":material/handshake:", type="primary",
                          on_click=_meet, args=(view, speaker))  # fmt: skip
            else:
                st.button("Met", key=f"there_unmet_{speaker.id}", icon=":material/check:", type="tertiary",
                          help="Tap to take it back", on_click=_unmeet, args=(met,))  # fmt: skip
            st.button("Close" if is_open else "Log more", key=f"there_more_{speaker.id}", on_click=open_panel,
                      args=(None if is_open else ref,), icon=f":material/{'expand_less' if is_open else 'add'}:")  # fmt: skip
        if is_open:
            show_last_action()
            show_log_panel(view, ref, choices)


def _meet(view: EventView, speaker: Speaker) -> None:
    open_panel(f"speaker:{speaker.id}")
    log("met", f"Met {speaker.name}.", event=view.event.id, person=view.person_for(speaker).id)


def _unmeet(entry: Entry) -> None:
    undo_entry(entry)
    st.session_state.pop("shared_last", None)


st.title("At the event")
view = view_event(need_event())
choices = people_choices(view)
timeline = read_timeline(view.agenda)
clock = clock_at(view)

day = choose_day(timeline, clock.date())
found = day_of_event(view, timeline, day)
show_now_and_next(view, found, clock)

st.subheader("Log it")
if not (st.session_state.get("log_who") or st.session_state.get("log_open")):
    show_last_action()
show_one_line_log(view, choices)
who = choose_person(choices, "Or choose a person", key="log_who", on_change=start_with_somebody)
if who:
    show_last_action()
    show_log_panel(view, who, choices)

card = st.expander("My contact card as a QR code", icon=":material/qr_code_2:", key="there_card", on_change="rerun")
if card.open:
    with card:
        show_contact_card(view.profile)

st.subheader("Look out for")
show_lookout(view, found, clock, choices)

of_day = [(f"{w.start:%H:%M} ", w.what.session) for w in found if isinstance(w.what, Timed)]
ahead = {w.what.session.id for w in found if isinstance(w.what, Timed) and w.start > clock and w.start.date() == clock.date()}
placed = {t.session.id for t in timeline.timed}
listed = of_day + [("", s) for s in view.agenda.sessions if s.id not in placed]
listed = [(start, s) for start, s in listed if s.kind != "break"]
sessions = st.expander(f"Sessions ({len(listed)}): which did you stay in?", key="there_sessions", on_change="rerun")
if sessions.open:
    with sessions:
        for start, session in listed:
            with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
                st.markdown(f"{start}{plain(session.title)}", width="stretch")
                if session.id not in ahead:
                    show_presence(view, session, where="list")
show_networking(view, date.today())

st.subheader("What social debt have I created today?")
show_evening(view, choices)

st.subheader("Logged")
show_log(view)
look_at(PANEL, what_is_open())
