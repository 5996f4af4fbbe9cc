"""At the event: now and next, whom to look out for, and a log that takes two taps. Made for a phone."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from app_pages._log_forms import show_log_form, show_todays_log
from app_pages._one_line import show_one_line_log
from app_pages._shared import log, need_event, show_last_action
from app_pages._text import plain, plural, time_words
from app_pages._view import EventView, view_event
from planner.agenda import Session, moment


def days_of(view: EventView) -> list[str]:
    """The days of the event that have sessions, ISO dates."""
    days = {at.date().isoformat() for s in view.agenda.sessions if (at := moment(s.start)) is not None}
    return sorted(days)


def chosen_day(days: list[str]) -> str | None:
    """Today if the event is on, else a day the user picks (the first one to begin with)."""
    today = datetime.now().date().isoformat()
    if not days:
        return None
    if today in days:
        return today
    st.caption("The event is not on today. Look at a day:")
    return st.segmented_control(
        "Day", days, default=days[0], required=True, label_visibility="collapsed", key="there_day",
        format_func=lambda d: f"{datetime.fromisoformat(d):%a %d %b}",
    )  # fmt: skip


def show_now_and_next(sessions: list[Session]) -> None:
    """What is on now and what comes next, by the clock of this device's time zone."""
    now = datetime.now()
    on = [s for s in sessions if (a := moment(s.start)) and a <= now and ((b := moment(s.end)) is None or now < b)]
    later = [s for s in sessions if (a := moment(s.start)) and a > now]
    coming = [s for s in later if s.start == later[0].start] if later else []
    for label, group in (("Now", on[-4:]), ("Next", coming[:4])):
        for session in group:
            room = f" · {plain(session.room)}" if session.room else ""
            st.markdown(f"**{label}** {time_words(session.start, session.end)}{room}  \n{plain(session.title)}")


def show_sessions(view: EventView, sessions: list[Session]) -> None:
    """One tap for each session stayed to the end and each networking event attended."""
    done = {e.session for e in view.entries if e.kind in ("session_stayed", "networking_attended")}
    for session in sessions:
        if session.kind == "break":
            continue
        networking = session.kind == "networking"
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"{time_words(session.start)} {plain(session.title)}", width="stretch")
            if session.id in done:
                st.badge("there" if networking else "stayed", icon=":material/check:", color="green")
            elif st.button("I was there" if networking else "Stayed", key=f"there_session_{session.id}"):
                log(
                    "networking_attended" if networking else "session_stayed",
                    "Networking counted." if networking else "Stayed to the end: counted.",
                    event=view.event.id,
                    session=session.id,
                    text=session.title,
                )
                st.rerun()


view = view_event(need_event())
st.title("At the event")
show_last_action()
days = days_of(view)
day = chosen_day(days)
sessions = [s for s in view.agenda.sessions if day is None or (s.start or "").startswith(day)]
show_now_and_next(sessions)

st.subheader("Log it")
show_one_line_log(view)
show_log_form(view)

st.subheader("Look out for")
if not view.accepted:
    st.info("Nobody chosen yet. Choose whom to meet on the People page; you can log anybody here all the same.")
met = {e.person for e in view.entries if e.kind in ("met", "meeting_held")}
for speaker in view.accepted:
    person_id = view.person_ids.get(speaker.id)
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        job = ", ".join(plain(x) for x in (speaker.title, speaker.company) if x)
        here = next((s for s in sessions if speaker.id in s.speakers), None)
        place = f"  \n{time_words(here.start, here.end)} {plain(here.room)}" if here else ""
        st.markdown(f"**{plain(speaker.name)}**  \n{job}{place}", width="stretch")
        if person_id in met:
            st.badge("met", icon=":material/check:", color="green")
        elif st.button("Met", key=f"there_met_{speaker.id}", icon=":material/handshake:"):
            log("met", f"Met {speaker.name}.", event=view.event.id, person=view.person_for(speaker).id)
            st.rerun()

with st.expander(f"Sessions ({plural(len([s for s in sessions if s.kind != 'break']), 'session')} this day)"):
    show_sessions(view, sessions)

st.subheader("What social debt have I created today?")
show_todays_log(view)
