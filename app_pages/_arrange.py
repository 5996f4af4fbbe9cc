"""Placing the meetings: what to keep free, how to meet, everybody chosen at once, and who could meet in a coffee for three."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from app_pages._choosing import choose_people
from app_pages._moving import put_back
from app_pages._shared import get_store, keep, write_entries
from app_pages._text import plain, plural
from app_pages._view import EventView
from planner.agenda import Speaker
from planner.arranging import NO_ROOM, arrange_anew
from planner.records import Meeting
from planner.schedule import suggest_groups
from planner.slots import USUAL, Rules
from planner.standing import standing_of


def open_meetings(view: EventView) -> list[Meeting]:
    """The meetings that stand: neither called off nor refused."""
    return [m for m in view.meetings if m.status != "cancelled"]


def to_meet(view: EventView) -> list[Speaker]:
    """The people chosen who have not said no."""
    return [s for s in view.accepted if standing_of(view.entries, view.person_for(s).id).state != "declined"]


def without_slot(view: EventView) -> list[Speaker]:
    """Of those to meet the ones without a meeting, whom I have not met already."""
    covered = {p for m in open_meetings(view) for p in m.people}
    people = {s.id: view.person_for(s).id for s in to_meet(view)}
    return [
        s for s in to_meet(view) if people[s.id] not in covered and standing_of(view.entries, people[s.id]).state != "met"
    ]  # fmt: skip


def must_see(view: EventView) -> tuple[str, ...]:
    """The ids of the sessions the user stays in to the end."""
    kept = (get_store().settings().get("must_see") or {}).get(view.event.id) or ()
    there = {s.id for s in view.agenda.sessions}
    return tuple(i for i in kept if i in there)


def choose_must_see(view: EventView) -> None:
    """Which sessions to keep free; changing it is kept at once."""
    titles = {s.id: s.title for s in view.agenda.sessions if s.kind not in ("break", "networking")}
    before = list(must_see(view))
    chosen = st.multiselect(
        "Sessions I stay in to the end", list(titles), default=before, format_func=titles.__getitem__, key="meetings_must_see",
        placeholder="No meeting is placed in these",
    )  # fmt: skip
    if chosen != before:
        every = get_store().settings().get("must_see") or {}
        keep(lambda: get_store().save_settings(must_see={**every, view.event.id: chosen}), "Kept free.")


def meeting_rules() -> Rules:
    """How the user wants to meet; the usual way where nothing was said."""
    kept = get_store().settings().get("meeting_rules") or {}
    try:
        return Rules(**{name: int(value) for name, value in kept.items() if name in ("minutes", "walk", "per_day")})
    except (TypeError, ValueError):
        return USUAL


def choose_rules() -> None:
    """How long a meeting is, how many a day, how long a walk takes."""
    now = meeting_rules()
    with st.popover("How I meet", icon=":material/tune:"), st.form("meeting_rules", border=False):
        minutes = st.number_input("Minutes a meeting", 5, 60, now.minutes, step=5)
        per_day = st.number_input("At most so many a day", 1, 20, now.per_day)
        walk = st.number_input("Minutes to walk between two", 0, 30, now.walk, step=5)
        st.caption("One slot in ten stays free in any case: the best talks are not planned.")
        if st.form_submit_button("Keep this"):
            rules = {"minutes": minutes, "per_day": per_day, "walk": walk}
            if keep(lambda: get_store().save_settings(meeting_rules=rules), "Kept. Arrange anew to apply it."):
                st.rerun()


def arrange(view: EventView, groups: Iterable[tuple[str, ...]] = ()) -> None:
    """Place a meeting with everybody to meet, as a callback; what was proposed before can be brought back."""
    scores = {s.speaker.id: s.score for s in choose_people(view).suggestions}
    wanted = {view.person_for(s).id: 0.1 + scores.get(s.id, 0.0) for s in to_meet(view)}
    found = arrange_anew(
        view.agenda, view.meetings, wanted, view.speaker_ids, event=view.event.id, groups=tuple(groups),
        must_see=must_see(view), rules=meeting_rules(),
    )  # fmt: skip
    before = {m.id: m for m in view.meetings}
    proposed = [m for m in found.changed if m.status == "proposed"]
    gone = [m for m in found.changed if m.status != "proposed"]
    said = f"{plural(len(proposed), 'slot')} proposed." if proposed else "Everything is in its best place already."
    if gone:
        said += f" {plural(len(gone), 'proposal')} gave way."
    back = [before.get(m.id) or replace(m, status="cancelled", remarks=NO_ROOM) for m in found.changed]
    if not write_entries((), said, write=lambda: get_store().save_meetings(*found.changed), undo=lambda: put_back(view, back)):
        return
    settle_clashes(view, *found.changed)
    st.session_state["meetings_unplaced"] = (view.event.id, dict(found.unplaced))


def show_unplaced(view: EventView) -> None:
    """For whom the last arrangement found no slot, and why."""
    event, unplaced = st.session_state.get("meetings_unplaced") or (None, {})
    waiting = {view.person_for(s).id for s in without_slot(view)}
    if event != view.event.id:
        return
    for people, why in unplaced.items():
        if waiting & set(people):
            st.caption(f":material/info: {', '.join(view.name_of(p) for p in people)}: {plain(why)}")


def settle_clashes(view: EventView, *meetings: Meeting) -> None:
    """Remember that these meetings were looked at with the latest reading of the agenda."""
    reading = view.store.readings(view.event.id)[-1].id
    kept = get_store().settings().get("clashes_settled") or {}
    get_store().save_settings(clashes_settled={**kept, **{m.id: f"{reading} {m.start}" for m in meetings}})


def show_groups(view: EventView) -> None:
    """Pairs of the people chosen who share a session, and any two the user picks, to meet over one coffee."""
    people = {s.id: view.person_for(s).id for s in to_meet(view)}
    fixed = {p for m in view.meetings if m.status in ("booked", "held") or (len(m.people) > 1 and m.status == "proposed")
             for p in m.people}  # fmt: skip
    scores = {s.speaker.id: s.score for s in choose_people(view).suggestions}
    values = {i: 0.1 + scores.get(i, 0.0) for i, person in people.items() if person not in fixed}
    if len(values) < 2:
        return
    with st.expander("A coffee for three", icon=":material/groups:"):
        st.caption(
            "Two people who share a session are easily met together: one slot, and they get to know each other through you."
        )
        for pair, why in suggest_groups(view.agenda, values).items():
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(plain(why), width="stretch")
                st.button("Meet both together", key=f"group_{'_'.join(pair)}", icon=":material/groups:",
                          on_click=arrange, args=(view, [tuple(people[i] for i in pair)]))  # fmt: skip
        with st.form("group_own", border=False):
            names = {i: s.name for s in view.accepted if (i := s.id) in values}
            two = st.multiselect(
                "Or any two you chose", list(names), format_func=names.__getitem__, max_selections=2, key="group_two"
            )
            if st.form_submit_button("Meet these two together") and len(two) == 2:
                arrange(view, [tuple(people[i] for i in two)])
                st.rerun()
