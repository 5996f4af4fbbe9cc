"""Now and next at the event: sessions and meetings by the venue's clock, and who of the chosen is where."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from app_pages._shared import log, undo_entry
from app_pages._text import plain
from app_pages._view import EventView
from planner.agenda import Session, Speaker
from planner.journal import Entry
from planner.records import Meeting
from planner.suggestion import Slot
from planner.timeline import Timed, Timeline, is_dated, slot_times

_JUST_OVER = timedelta(minutes=20)
_SOON_OVER = timedelta(minutes=15)
_SOON = timedelta(minutes=45)


class Where(NamedTuple):
    """Something on at a time: a session or a meeting of mine."""

    start: datetime
    end: datetime
    what: Timed | Meeting


def clock_at(view: EventView) -> datetime:
    """The wall clock at the venue when its time zone is known, else of this machine."""
    try:
        zone = ZoneInfo(view.agenda.event.timezone) if view.agenda.event.timezone else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = None
    return datetime.now(zone).replace(tzinfo=None, second=0, microsecond=0)


def choose_day(timeline: Timeline, today: date) -> date | None:
    """Today if the event is on, else a day the user picks (the first one to begin with)."""
    days = list(timeline.days)
    if not days or today in days:
        return today if today in days else None
    st.caption("The event is not on today. Look at a day:" if len(days) > 1 else "The event is not on today.")
    if len(days) == 1:
        return days[0]
    return st.segmented_control(
        "Day", days, default=days[0], required=True, label_visibility="collapsed", key="there_day",
        format_func=lambda d: f"{d:%a %d %b}" if is_dated(d) else timeline.name_day(d).capitalize(),
    )  # fmt: skip


def day_of_event(view: EventView, timeline: Timeline, day: date | None) -> list[Where]:
    """The sessions and my standing meetings of one day, in order of time."""
    if day is None:
        return []
    found = [Where(t.start, t.end, t) for t in timeline.on(day) if not t.is_frame or t.session.kind == "networking"]
    for meeting in view.meetings:
        when = slot_times(Slot(meeting.start, meeting.end, meeting.place))
        if when and when[0].date() == day and meeting.status != "cancelled":
            found.append(Where(*when, meeting))
    return sorted(found, key=lambda w: (w.start, w.end))


def show_now_and_next(view: EventView, found: list[Where], clock: datetime) -> None:
    """What has just ended, is on now and comes next; what is over or on can be counted with one tap."""
    if not found:
        st.caption("The agenda has no times for this day.")
        return
    if found[0].start.date() != clock.date():
        _show_group(view, "First", [w for w in found if w.start == found[0].start])
        return
    over = [w for w in found if clock - _JUST_OVER <= w.end <= clock and isinstance(w.what, Timed) and not w.what.is_pause]
    later = [w for w in found if w.start > clock]
    _show_group(view, "Just over", over)
    _show_group(view, "Now", [w for w in found if w.start <= clock < w.end])
    _show_group(view, "Next", [w for w in later if w.start == later[0].start])
    meeting = next((w for w in later if isinstance(w.what, Meeting)), None)
    if meeting is not None and meeting.start != later[0].start:
        _show_group(view, "Then", [meeting])


def _show_group(view: EventView, label: str, group: list[Where]) -> None:
    wanted = {p.id for p in view.accepted}
    group = sorted(group, key=lambda w: isinstance(w.what, Timed) and not wanted & set(w.what.session.speakers))
    for where in group[:4]:
        if isinstance(where.what, Meeting):
            names = ", ".join(view.name_of(p) for p in where.what.people) or "somebody"
            place = f" · {plain(where.what.place)}" if where.what.place else ""
            unsure = " (not confirmed)" if where.what.status == "proposed" else ""
            st.markdown(f":green-badge[{label}] {_hours(where)}{place}  \n**Meet {names}**{unsure}")
        else:
            _show_session(view, label, where, where.what.session)
    if len(group) > 4:
        st.caption(f"and {len(group) - 4} more at the same time; see Sessions below.")


def _show_session(view: EventView, label: str, where: Where, session: Session) -> None:
    room = f" · {plain(session.room)}" if session.room else ""
    names = [p.name for p in view.accepted if p.id in session.speakers]
    chosen = f"  \n:material/visibility: {', '.join(map(plain, names))}" if names else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        badge = "gray" if label in ("First", "Just over") else "blue" if label == "Next" else "green"
        st.markdown(f":{badge}-badge[{label}] {_hours(where)}{room}  \n{plain(session.title)}{chosen}", width="stretch")
        if label == "Just over" or (
            label == "Now" and (session.kind == "networking" or where.end - clock_at(view) <= _SOON_OVER)
        ):
            show_presence(view, session, where="now")


def _hours(where: Where) -> str:
    sure = not isinstance(where.what, Timed) or where.what.sure
    return f"{where.start:%H:%M}–{where.end:%H:%M}" if sure else f"{where.start:%H:%M}"


def show_presence(view: EventView, session: Session, *, where: str) -> None:
    """One tap for a session stayed to the end or a networking event attended, and one to take it back."""
    if session.kind == "break":
        return
    networking = session.kind == "networking"
    done = next(
        (e for e in view.entries if e.session == session.id and e.kind in ("session_stayed", "networking_attended")), None
    )
    if done is not None:
        st.button(
            "There" if networking else "Stayed", key=f"unstay_{where}_{session.id}", icon=":material/check:", type="tertiary",
            help="Tap to take it back", on_click=_leave, args=(done,),
        )  # fmt: skip
    else:
        st.button(
            "I was there" if networking else "I stayed", key=f"stay_{where}_{session.id}", on_click=_stay, args=(view, session)
        )


def _stay(view: EventView, session: Session) -> None:
    networking = session.kind == "networking"
    said = "Networking counted" if networking else "Stayed to the end: counted"
    log(
        "networking_attended" if networking else "session_stayed", f"{said}: {session.title}",
        event=view.event.id, session=session.id, text=session.title,
    )  # fmt: skip


def show_networking(view: EventView, today: date) -> None:
    """One tap for a reception or a dinner that no agenda lists, once a day; another takes it back."""
    there = next((e for e in view.entries if e.kind == "networking_attended" and e.day == today), None)
    if there is not None:
        said = f": {plain(there.text)}" if there.text else ""
        st.button(f"Networking today{said}", key="networking_gone", icon=":material/check:", type="tertiary",
                  help="Tap to take it back", on_click=_leave, args=(there,))  # fmt: skip
    else:
        st.button("I went to a networking event", key="networking_went", icon=":material/local_bar:", on_click=_attend,
                  args=(view,), help="A reception, dinner or drinks, on the agenda or not. It counts once a day.")  # fmt: skip


def _attend(view: EventView) -> None:
    log("networking_attended", "Networking counted. Whom did you meet there?", event=view.event.id)


def _leave(entry: Entry) -> None:
    undo_entry(entry)
    st.session_state.pop("shared_last", None)


def whereabouts(view: EventView, speaker: Speaker, found: list[Where], clock: datetime) -> tuple[datetime, str]:
    """When and where a person can be found this day: the moment to sort by, and the words."""
    person = view.person_ids.get(speaker.id)
    theirs = [
        w for w in found
        if (speaker.id in w.what.session.speakers if isinstance(w.what, Timed) else person in w.what.people)
    ]  # fmt: skip
    if not theirs:
        return datetime.max, ""
    is_on = theirs[0].start.date() == clock.date()
    ahead = [w for w in theirs if w.end > clock] if is_on else theirs
    if not ahead:
        last = theirs[-1]
        return datetime.max - timedelta(days=1), f"was on at {last.start:%H:%M}{_place(last)}"
    first = ahead[0]
    verb = "meets you" if isinstance(first.what, Meeting) else "speaks"
    if is_on and first.start <= clock:
        return first.start, f":green[**{verb} now**{_place(first)}, until {first.end:%H:%M}]"
    soon = is_on and first.start - clock <= _SOON
    words = f"{verb} {first.start:%H:%M}{_place(first)}"
    return first.start, f":orange[**{words}**]" if soon else words


def _place(where: Where) -> str:
    place = where.what.place if isinstance(where.what, Meeting) else where.what.session.room
    return f", {plain(place)}" if place else ""
