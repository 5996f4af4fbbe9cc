"""How far things got with each chosen person: seen at a glance, changed in one tap, taken back in another."""

from __future__ import annotations

from datetime import date

import streamlit as st

from app_pages._drafting import advised_channels, notes_left
from app_pages._moving import book_with, put_back
from app_pages._shared import get_store, write_entries
from app_pages._text import STATE_WORDS, plural
from app_pages._view import EventView
from planner.channels import find_channel
from planner.checklist import Item, checklist
from planner.people import Person
from planner.standing import STATES, State, change_standing, standing_of

_SHORT = {
    "linkedin-free": "LinkedIn note",
    "linkedin": "LinkedIn note",
    "email": "e-mail",
    "spoken": "opening line in the hallway",
}
_ICONS = {
    "drafted": "edit_note", "sent": "send", "replied": "mark_email_read", "declined": "do_not_disturb_on",
    "booked": "event_available", "met": "handshake",
}  # fmt: skip


def show_state(view: EventView, person: Person) -> None:
    """Where things stand with this person, to change in one tap."""
    state = standing_of(view.entries, person.id).state
    key = f"notes_state_{person.id}_{state}"
    st.segmented_control(
        "How far it got", STATES, default=state, required=True, key=key, on_change=_change, args=(view, person, key),
        format_func=lambda s: f":material/{_ICONS[s]}: {STATE_WORDS[s]}",
    )  # fmt: skip


def _change(view: EventView, person: Person, key: str) -> None:
    to: State = st.session_state[key]
    entries = change_standing(standing_of(view.entries, person.id), to, event=view.event.id, person=person.id)
    before, after = book_with(view, person.id, booked=to == "booked")
    write_entries(
        entries,
        f"{STATE_WORDS[to]}: {person.name}.",
        write=lambda: get_store().save_meetings(*after, entries=entries),
        undo=lambda: put_back(view, before),
    )


def nudges_due(view: EventView, today: date) -> list[Item]:
    """Whom a friendly nudge is due for at this event; the checklist says so, once for each person."""
    items = checklist(view.journal, people=view.people.values(), events=(view.event,), today=today)
    return [i for i in items if i.kind == "nudge" and i.state == "open" and i.due <= today and i.event == view.event.id]


def show_nudges(view: EventView) -> None:
    """Who has not answered for three days, each with the one nudge that is in order."""
    due = nudges_due(view, date.today())
    if not due:
        return
    with st.container(border=True, gap="small"):
        st.markdown("**No answer for three days.** One friendly nudge is enough; after that, leave it to the event.")
        with st.container(horizontal=True, gap="small"):
            for item in due:
                st.button(f"Nudge {view.name_of(item.person)}", key=f"nudge_{item.person}", icon=":material/notifications:",
                          on_click=_write_nudge, args=(item,))  # fmt: skip


def _write_nudge(item: Item) -> None:
    st.session_state["notes_open"] = (item.person, "nudge", item.event)


def show_overview(view: EventView) -> None:
    """Everybody chosen, best first: how far it got, and which kind of note is theirs while the month's notes last."""
    people = {view.person_for(speaker).id: speaker for speaker in view.accepted}
    if not people:
        return
    states = {i: standing_of(view.entries, i).state for i in people}
    counts = [f"{n} {STATE_WORDS[s].lower()}" for s in STATES if (n := sum(state == s for state in states.values()))]
    st.caption(f"{plural(len(people), 'person', 'people')}: {', '.join(counts)}")
    fold = st.expander("Everybody at a glance", icon=":material/checklist_rtl:", key="notes_overview", on_change="rerun")
    if not fold.open:
        return
    left = notes_left(view)
    budget = find_channel("linkedin-free").per_month or 0
    with fold:
        if left is not None:
            st.caption(
                f"A free LinkedIn account sends about {budget} personalised notes a month: {left} left, kept for the best. "
                "The others get an e-mail, or an opening line where no address is known."
            )
        for person, channel in advised_channels(view).items():
            word = _SHORT.get(channel, channel)
            way = f" · {word}" if states[person] == "drafted" else ""
            with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
                said = f":material/{_ICONS[states[person]]}: **{view.name_of(person)}**"
                st.markdown(f"{said}  \n:small[{STATE_WORDS[states[person]]}{way}]", width="stretch")
                st.button("Open", key=f"notes_go_{person}", type="tertiary", on_click=_open, args=(person,))


def _open(person: str) -> None:
    st.session_state["notes_person"] = person
    st.session_state.pop("notes_step", None)


def label_of(view: EventView, person: Person) -> str:
    """A person in the list of those to write to, with how far it got."""
    state = standing_of(view.entries, person.id).state
    company = f", {person.company}" if person.company else ""
    return f"{person.name}{company}" + (f" ({STATE_WORDS[state].lower()})" if state != "drafted" else "")


def nudged_already(view: EventView, person: Person) -> bool:
    """Whether the one nudge is spent."""
    return standing_of(view.entries, person.id).nudges > 0
