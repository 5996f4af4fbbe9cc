"""When the agenda moved: meetings that no longer fit, each with a slot to take after a yes; and when to read it again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from app_pages._arrange import meeting_rules, must_see, settle_clashes
from app_pages._moving import change_meeting
from app_pages._reading import read_address
from app_pages._shared import get_store
from app_pages._text import plain, when_words
from app_pages._view import EventView
from planner.changes import Clash, find_clashes, reread_advice
from planner.corrections import apply_corrections, from_json
from planner.records import Meeting, Reading
from planner.suggestion import Slot


def show_clashes(view: EventView) -> None:
    """Each meeting that no longer fits: why, and what could be done; nothing moves without a yes."""
    clashes = open_clashes(view)
    if clashes:
        st.markdown("**The agenda moved.** These meetings no longer fit it:")
    for clash in clashes:
        meeting = clash.meeting
        with st.container(border=True, gap="small"):
            names = ", ".join(view.name_of(p) for p in meeting.people)
            st.markdown(f":material/warning: **{names}**, {when_words(meeting.start, meeting.end)}: {plain(clash.why)}")
            if clash.proposal is not None:
                st.markdown(f"A slot that fits: {_say(clash.proposal)}")
            with st.container(horizontal=True, gap="small"):
                if clash.proposal is not None:
                    st.button("Move it there", key=f"clash_{meeting.id}", type="primary",
                              on_click=_move, args=(view, meeting, clash.proposal))  # fmt: skip
                st.button("Keep it as it is", key=f"clash_keep_{meeting.id}", on_click=settle_clashes, args=(view, meeting))
            if clash.proposal is None:
                st.caption("No free slot suits them. Agree on a time with them, or call the meeting off below.")


def open_clashes(view: EventView) -> list[Clash]:
    """The clashes that the user has not settled since the agenda was last read."""
    readings = view.store.readings(view.event.id)
    settled = get_store().settings().get("clashes_settled") or {}
    found = view.store.remember(f"clashes {view.event.id}", lambda: _all_clashes(view, readings))
    return [c for c in found if settled.get(c.meeting.id) != f"{readings[-1].id} {c.meeting.start}"]


def _all_clashes(view: EventView, readings: Sequence[Reading]) -> tuple[Clash, ...]:
    """The same with those that were settled."""
    corrections = tuple(map(from_json, view.store.corrections(view.event.id)))
    before = apply_corrections(readings[-2].agenda, corrections) if len(readings) > 1 else None
    return find_clashes(
        view.agenda, view.meetings, view.speaker_ids, before=before, must_see=must_see(view), rules=meeting_rules()
    )


def _say(slot: Slot) -> str:
    return ", ".join(filter(None, (when_words(slot.start, slot.end), slot.place and plain(slot.place))))


def _move(view: EventView, meeting: Meeting, slot: Slot) -> None:
    tell = " Tell them: Notes has a draft to confirm the time." if meeting.status == "booked" else ""
    said = f"Moved to {when_words(slot.start, slot.end)}.{tell}"
    change_meeting(view, meeting, None, said, start=slot.start, end=slot.end, place=slot.place)
    settle_clashes(view, replace(meeting, start=slot.start))


def show_reread_advice(view: EventView) -> None:
    """Shortly before the event: that the agenda was read a while ago, with a button to read it again."""
    advice = reread_advice(view.event, date.today())
    if advice is None:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/update: {plain(advice)}", width="stretch")
        if view.event.source.startswith(("http://", "https://")):
            if st.button("Read it again", key="reread", icon=":material/refresh:"):
                read_address(view.event.source, event_id=view.event.id)
                st.switch_page("app_pages/event.py")
        else:
            st.page_link("app_pages/event.py", label="Upload it again", icon=":material/upload_file:")
