"""Meetings: a slot for everybody chosen, beside the programme; booked ones go into the calendar."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from app_pages._arrange import (
    arrange,
    choose_must_see,
    choose_rules,
    meeting_rules,
    must_see,
    open_meetings,
    show_groups,
    show_unplaced,
    without_slot,
)
from app_pages._clashes import show_clashes, show_reread_advice
from app_pages._drafts import forget_drafts, stand
from app_pages._moving import change_meeting, put_back
from app_pages._shared import get_store, need_event, show_last_action, write_entries
from app_pages._take_along import show_downloads, show_meeting_file
from app_pages._text import plain, plural, when_words
from app_pages._timeline import STATUS_WORDS, show_timeline
from app_pages._view import EventView, view_event
from planner.arranging import NO_ROOM, refuse_time
from planner.records import Meeting
from planner.slots import free_slots
from planner.suggestion import Slot

COLOURS = {"proposed": "orange", "booked": "green", "held": "blue"}


def slot_words(slot: Slot) -> str:
    """A slot in words, for choosing."""
    return ", ".join(filter(None, (when_words(slot.start, slot.end), slot.place)))


def show_meeting(view: EventView, meeting: Meeting, slots: dict[str, Slot]) -> None:
    """One meeting: when, where, with whom, and what can be done with it."""
    names = " and ".join(view.people[p].name if p in view.people else "somebody" for p in meeting.people)
    with st.container(border=True, gap="small"):
        with st.container(horizontal=True, vertical_alignment="center"):
            place = f" · {plain(meeting.place)}" if meeting.place else ""
            st.markdown(f"**{plain(names)}**  \n{when_words(meeting.start, meeting.end)}{place}", width="stretch")
            pin = " · pinned" if meeting.pinned and meeting.status == "proposed" else ""
            st.badge(STATUS_WORDS[meeting.status] + pin, color=COLOURS[meeting.status])  # type: ignore[arg-type]
        with st.container(horizontal=True, gap="small"):
            show_next_step(view, meeting, names)
            if meeting.status != "held":
                this = f"{meeting.id}_{meeting.sequence}"  # closed again, and filled anew, once something was changed
                menu = st.popover("Change", icon=":material/edit_calendar:", key=f"change_{this}", on_change="rerun")
                if menu.open:
                    with menu:
                        show_moving(view, meeting, slots, names)
            st.button("Note", key=f"note_{meeting.id}", type="tertiary", icon=":material/edit_note:",
                      on_click=ask_for_note, args=(view, meeting))  # fmt: skip
            show_meeting_file(view, meeting)


def show_next_step(view: EventView, meeting: Meeting, names: str) -> None:
    """The one button that matters now."""
    if meeting.status == "proposed":
        st.button(
            "They said yes", key=f"book_{meeting.id}", icon=":material/event_available:", on_click=change_meeting,
            args=(view, meeting, "meeting_booked", f"Booked: {names}."), kwargs={"status": "booked", "pinned": True},
        )  # fmt: skip
    elif meeting.status == "booked":
        st.button(
            "It took place", key=f"held_{meeting.id}", icon=":material/handshake:", on_click=change_meeting,
            args=(view, meeting, "meeting_held", f"Meeting held: {names}."), kwargs={"status": "held"},
        )  # fmt: skip


def show_moving(view: EventView, meeting: Meeting, slots: dict[str, Slot], names: str) -> None:
    """Another time of my choice, another place, the next best time after a no, a pin, or no meeting at all."""
    with st.form(f"move_{meeting.id}", border=False):
        chosen = st.selectbox("Move to another free slot", list(slots), index=None, key=f"slot_{meeting.id}_{meeting.sequence}")
        place = st.text_input("Place", key=stand(f"place_{meeting.id}_{meeting.sequence}", meeting.place or "")).strip()
        if st.form_submit_button("Keep this"):
            slot = slots.get(chosen or "", Slot(meeting.start, meeting.end, meeting.place))
            where = place if place and place != meeting.place else slot.place
            change_meeting(view, meeting, None, f"Moved: {names}, {when_words(slot.start, slot.end)}.", start=slot.start,
                           end=slot.end, place=where, pinned=True)  # fmt: skip
            forget_drafts("place_")
            st.rerun()
    if meeting.status == "proposed":
        st.button("This time does not suit them", key=f"refuse_{meeting.id}", icon=":material/event_repeat:", on_click=refuse,
                  args=(view, meeting), help="Proposes the next best time; this one is not proposed again.")  # fmt: skip
        st.button(
            "Let it move again" if meeting.pinned else "Pin it here", key=f"pin_{meeting.id}", icon=":material/push_pin:",
            on_click=change_meeting, args=(view, meeting, None, "Free to move." if meeting.pinned else "Pinned."),
            kwargs={"pinned": not meeting.pinned},
        )  # fmt: skip
    st.button(
        "Call it off", key=f"off_{meeting.id}", icon=":material/event_busy:", on_click=change_meeting,
        args=(view, meeting, "meeting_cancelled", f"Called off: {names}."), kwargs={"status": "cancelled"},
    )  # fmt: skip


def refuse(view: EventView, meeting: Meeting) -> None:
    """They cannot make it at this time: take the next best one, if there is any."""
    changed = refuse_time(view.agenda, meeting, view.meetings, view.speaker_ids, must_see=must_see(view), rules=meeting_rules())
    if not changed:
        st.session_state["shared_problem"] = "There is no other free time that suits them. Move it by hand, or call it off."
        return
    new, refused = changed
    forgotten = replace(refused, remarks=NO_ROOM)
    write_entries(
        (),
        f"New proposal: {when_words(new.start, new.end)}.",
        write=lambda: get_store().save_meetings(*changed),
        undo=lambda: put_back(view, [meeting, forgotten]),
    )


def ask_for_note(view: EventView, meeting: Meeting) -> None:
    """Remember which note to open; the page goes there once it runs again, since a callback cannot."""
    step = "confirm_slot" if meeting.status == "booked" else "group_coffee" if len(meeting.people) > 1 else "first_contact"
    st.session_state["notes_open"] = (meeting.people[0], "thanks" if meeting.status == "held" else step, view.event.id)
    st.session_state["meetings_go"] = True


if st.session_state.pop("meetings_go", None):
    st.switch_page("app_pages/notes.py")
st.title("Meetings")
view = view_event(need_event())
show_last_action()
if not view.accepted and not view.meetings:
    st.info("Choose whom to meet first; then slots are proposed here.", icon=":material/groups:")
    st.page_link("app_pages/people.py", label="Go to People", icon=":material/arrow_forward:")
    st.stop()
booked = sum(m.status in ("booked", "held") for m in view.meetings)
st.write(
    "Short meetings, in breaks or right after their session. "
    + (f"{plural(booked, 'meeting')} booked." if booked > 1 else f"{booked} booked so far; two beforehand is the floor.")
)
show_reread_advice(view)
show_clashes(view)
choose_must_see(view)
standing = open_meetings(view)
waiting = without_slot(view)
if waiting:
    st.markdown(f"Without a slot: {', '.join(plain(s.name) for s in waiting)}")
with st.container(horizontal=True, gap="small"):
    if waiting:
        st.button("Propose slots", type="primary", icon=":material/auto_schedule:", on_click=arrange, args=(view,))
    elif any(m.status == "proposed" and not m.pinned for m in standing):
        st.button("Arrange anew", icon=":material/auto_schedule:", on_click=arrange, args=(view,),
                  help="Puts all proposals in the best places together; booked and pinned meetings stay.")  # fmt: skip
    choose_rules()
show_unplaced(view)
show_groups(view)
show_timeline(view)
busy = [Slot(m.start, m.end, m.place) for m in standing]
free = view.store.remember(
    f"free slots {view.event.id}",
    lambda: free_slots(view.agenda, busy=busy, must_see=must_see(view), rules=meeting_rules()),
)
slots = {slot_words(s): s for s in free}
for meeting in standing:
    show_meeting(view, meeting, slots)
if waiting and not slots:
    st.caption(
        "The agenda shows no free time. Add times to its breaks on the Event page, or meet before and after the programme."
    )
if standing or must_see(view):
    st.subheader("Take it with you")
    show_downloads(view)
