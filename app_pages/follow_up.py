"""Follow-up: the checklist made from what happened, overdue first, never more than one can do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import streamlit as st

from app_pages._shared import get_store, log, need_event, show_last_action, write_entries
from app_pages._text import WAY_WORDS, plain, plural
from app_pages._view import view_event
from planner.checklist import Digest, Item, checklist, digest, drop, finish, snooze
from planner.journal import WAYS, Entry

store = get_store()
need_event()
today = date.today()
entries, people, events = store.entries(), store.people(), store.events()
names = {p.id: p.name for p in people}
todo = digest(checklist(entries, people=people, events=events, today=today), today=today)


def act(item: Item, said: str, make: Callable[[], tuple[Entry, ...]]) -> None:
    """Write what a button means and offer to undo it."""
    write_entries(make(), f"{said}: {item.what}")


def show_item(item: Item) -> None:
    """One thing to do, with its reason and what can be done about it."""
    late = " · :red[overdue]" if item.due < today else ""
    with st.container(border=True):
        st.markdown(f"**{plain(item.what)}**  \n{plain(item.reason)} Due {item.due:%a %d %b %Y}{late}")
        with st.container(horizontal=True):
            if item.kind == "favour":
                with st.popover("Done", icon=":material/done:"), st.form(f"done_{item.key}", border=False):
                    way = st.selectbox("Which way?", WAYS, format_func=WAY_WORDS.__getitem__)
                    text = st.text_input("What exactly?")
                    if st.form_submit_button("Add to the ledger"):
                        act(item, "Done", lambda: finish(item, text=text, way=way))
                        st.rerun()
            else:
                st.button(
                    "Done", key=f"done_{item.key}", icon=":material/done:",
                    on_click=act, args=(item, "Done", lambda: finish(item)),
                )  # fmt: skip
            if item.step and item.person and st.button("Draft the note", key=f"note_{item.key}", icon=":material/edit_note:"):
                st.session_state["notes_open"] = (item.person, item.step, item.event)
                st.switch_page("app_pages/notes.py")
            with st.popover("Later", type="tertiary"):
                for label, days in (("Tomorrow", 1), ("In three days", 3), ("Next week", 7), ("Next month", 30)):
                    until = today + timedelta(days=days)
                    st.button(
                        label, key=f"later_{days}_{item.key}", type="tertiary",
                        on_click=act, args=(item, f"Put off to {until:%d %b}", lambda u=until: (snooze(item, u),)),
                    )  # fmt: skip
            st.button(
                "Drop", key=f"drop_{item.key}", type="tertiary",
                on_click=act, args=(item, "Dropped", lambda: (drop(item),)),
            )  # fmt: skip


def show_list(heading: str, items: tuple[Item, ...], empty: str = "") -> None:
    """A heading with its items."""
    if items or empty:
        st.subheader(heading)
    if not items and empty:
        st.caption(empty)
    for item in items:
        show_item(item)


def show_rest(todo: Digest) -> None:
    """What is out of the way for now, folded."""
    for label, items in (
        ("Later", todo.later), ("Parked: too much for now", todo.parked), ("Put off", todo.snoozed), ("Done", todo.done),
        ("Dropped", todo.dropped),
    ):  # fmt: skip
        if items:
            with st.expander(f"{label} ({len(items)})"):
                for item in items:
                    st.markdown(f"- {plain(item.what)} · {item.due:%d %b %Y}")


st.title("Follow-up")
show_last_action()
count = len(todo.today) + len(todo.week)
if not count and not todo.done:
    st.info(
        "Nothing to follow up yet. The list makes itself from what you log: people met, promises, introductions.",
        icon=":material/checklist:",
    )
    st.page_link("app_pages/at_the_event.py", label="Log what happened", icon=":material/arrow_forward:")
else:
    st.write(f"{plural(count, 'thing')} to do this week.")
show_list("Today", todo.today, "Nothing is due today." if count else "")
show_list("This week", todo.week)
show_rest(todo)

view = view_event(need_event())
st.subheader("Was it worth it?")
reviewed = [e for e in view.entries if e.kind == "event_reviewed"]
if reviewed:
    st.markdown(f"You answered: {plain(reviewed[-1].text)}")
else:
    with st.form("review"):
        answer = st.text_area("One week after the event: was it worth it?", height=90)
        if st.form_submit_button("Keep the answer") and answer.strip():
            log("event_reviewed", "Your answer is kept.", event=view.event.id, text=answer.strip())
            st.rerun()
st.page_link("app_pages/scorecard.py", label="See the figures on the scorecard", icon=":material/speed:")
