"""Follow-up: the checklist made from what happened, overdue first, never more than one can do."""

from __future__ import annotations

from datetime import date

import streamlit as st

from app_pages._shared import event_name, get_store, show_last_action
from app_pages._text import plural
from app_pages._todo import go_where_asked, show_item, show_settled
from app_pages._worth import ask_worth
from planner.checklist import Digest, Item, checklist, digest
from planner.exports import checklist_table, to_calendar, to_csv

go_where_asked()
store = get_store()
today = date.today()
entries, people, events = store.journal(), store.people_logged(), store.events(removed=True)
items = checklist(entries, people=people, events=events, today=today)
todo = digest(items, today=today)


def show_list(heading: str, some: tuple[Item, ...], empty: str = "") -> None:
    """A heading with its items."""
    if some or empty:
        st.subheader(heading)
    if not some and empty:
        st.caption(empty)
    for item in some:
        show_item(item, today)


def show_rest(todo: Digest) -> None:
    """What is out of the way for now, folded; nothing is hidden."""
    for name, label, some in (
        ("parked", "Parked, so that today and this week can be done", todo.parked), ("later", "Later", todo.later),
        ("snoozed", "Put off", todo.snoozed), ("done", "Done", todo.done), ("dropped", "Dropped", todo.dropped),
    ):  # fmt: skip
        if not some:
            continue
        with (fold := st.expander(f"{label} ({len(some)})", key=f"follow_up_{name}", on_change="rerun")):
            for item in some if fold.open else ():
                if name in ("parked", "later"):
                    show_item(item, today)
                else:
                    show_settled(item, entries)


def show_exports() -> None:
    """The list for a calendar, a task list or a spreadsheet."""
    menu = st.popover("Take the list with you", icon=":material/download:", key="follow_up_take", on_change="rerun")
    if not menu.open:
        return
    names, titles = {p.id: p.name for p in people}, {e.id: event_name(e) for e in events}
    with menu:
        st.download_button("Tasks for a calendar (ICS)", to_calendar(items), "follow-up-tasks.ics", "text/calendar")
        st.download_button(
            "Whole-day events (ICS)", to_calendar(items, as_events=True), "follow-up-events.ics", "text/calendar",
            help="For calendars that take no tasks, Google's and Outlook's for example.",
        )  # fmt: skip
        table = checklist_table(items, names=names, events=titles)
        st.download_button("Spreadsheet (CSV)", to_csv(table), "follow-up.csv", "text/csv")


st.title("Follow-up")
show_last_action()
if not items:
    st.info(
        "Nothing to follow up yet. The list makes itself from what you log: people met, promises, introductions.",
        icon=":material/checklist:",
    )
    st.page_link("app_pages/at_the_event.py", label="Log what happened", icon=":material/arrow_forward:")
else:
    overdue = sum(item.is_overdue(today) for item in items)
    said = f"{plural(len(todo.today), 'thing')} for today, {len(todo.week)} for this week."
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(said + (f" :red[{overdue} overdue.]" if overdue else ""), width="stretch")
        show_exports()
    show_list("Today", todo.today, "Nothing is due today.")
    show_list("This week", todo.week)
    show_rest(todo)
ask_worth(entries)
