"""One thing to follow up: why, by when, its draft, and done, later or drop; each can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import streamlit as st

from app_pages._drafts import draft_key, forget_drafts
from app_pages._ideas import show_gifts
from app_pages._shared import attempt, get_store, write_entries
from app_pages._text import WAY_WORDS, plain
from app_pages._worth import review_draft
from planner.checklist import Item, drop, finish, reopen, snooze
from planner.journal import WAYS, Entry

_LONG = 60  # days overdue, after which counting them helps nobody
_LATER = (("Tomorrow", 1), ("In three days", 3), ("Next week", 7), ("Next month", 30))


def act(item: Item, said: str, make: Callable[[], tuple[Entry, ...]]) -> None:
    """Write what a button means and offer to undo it."""
    write_entries(make(), f"{said}: {item.what}")


def show_item(item: Item, today: date, *, with_person: bool = True) -> None:
    """One thing to do, with its reason and what can be done about it."""
    late = (today - item.due).days
    due = f":red[**{_say_late(late)} overdue**]" if late > 0 else "due today" if not late else (
        f"due {item.due:%a} {item.due.day} {item.due:%b}"
    )  # fmt: skip
    with st.container(border=True, gap="small"):
        st.markdown(f"**{plain(item.what)}** · {due}  \n:small[:gray[{plain(item.reason)}]]")
        with st.container(horizontal=True, gap="xsmall"):
            _show_done(item)
            if item.kind in ("ask", "ask_outcome") and item.person:
                label = "Prepare the ask" if item.kind == "ask" else "Note the answer"
                st.button(label, key=f"ask_{item.key}", icon=":material/campaign:", on_click=_want, args=("ledger", item))
            if item.kind == "favour":
                _show_ideas(item)
            if item.kind == "reread":
                st.button("Read it", key=f"reread_{item.key}", icon=":material/refresh:", on_click=_want, args=("event", item))
            if item.step and item.person:
                st.button("Draft", key=f"note_{item.key}", icon=":material/edit_note:", on_click=_want, args=("notes", item))
            _show_later(item, today)
            if item.person and with_person:
                st.button("Person", key=f"person_{item.key}", type="tertiary", on_click=_want, args=("ledger", item))


def _say_late(days: int) -> str:
    return "a day" if days == 1 else f"{days} days" if days <= _LONG else "long"


def _show_ideas(item: Item) -> None:
    """What to do for them, found when it is asked for."""
    menu = st.popover("Ideas", icon=":material/lightbulb:", key=f"ideas_{item.key}", on_change="rerun")
    person = get_store().person(item.person or "") if menu.open else None
    if person is not None:
        with menu:
            show_gifts(person)


def _want(page: str, item: Item) -> None:
    """Remember where to go; the page goes there once it runs again, since a callback cannot."""
    if page == "ledger":
        open_person(item.person or "")
        return
    if page == "event":
        get_store().save_settings(event=item.event)
        st.session_state.pop("event_id", None)
    else:
        st.session_state["notes_open"] = (item.person, item.step, item.event)
    st.session_state["todo_go"] = f"app_pages/{page}.py"


def open_person(person: str) -> None:
    """Ask for the page of one person, from a callback."""
    st.session_state["ledger_open"] = person
    st.session_state["todo_go"] = "app_pages/ledger.py"


def go_where_asked() -> None:
    """Open the page that a button of an item asked for; a page with items begins with this."""
    if page := st.session_state.pop("todo_go", None):
        st.switch_page(page)


def _show_done(item: Item) -> None:
    if item.kind in ("ask", "ask_outcome"):
        return
    if item.kind not in ("favour", "review"):
        st.button(
            "Done", key=f"done_{item.key}", icon=":material/done:", type="primary",
            on_click=act, args=(item, "Done", lambda: finish(item)),
        )  # fmt: skip
        return
    menu = st.popover("Done", icon=":material/done:", key=f"done_open_{item.key}", on_change="rerun")
    if not menu.open:
        return
    with menu, st.form(f"done_{item.key}", border=False):
        if item.kind == "favour":
            st.selectbox(
                "Which way?", WAYS, index=WAYS.index("advice"), format_func=WAY_WORDS.__getitem__, key=_key(item, "way")
            )
            st.text_input("What exactly?", key=_key(item, "text"), required=True)
        else:
            st.session_state.setdefault(_key(item, "text"), review_draft(item.event or ""))
            st.text_area("Was it worth it?", key=_key(item, "text"), height=140)
        st.form_submit_button("Keep it", on_click=_finish_with_words, args=(item,))


def _key(item: Item, field: str) -> str:
    return draft_key("todo", field, item.key)


def _finish_with_words(item: Item) -> None:
    text, way = str(st.session_state.get(_key(item, "text")) or "").strip(), st.session_state.get(_key(item, "way"))
    if not text:
        st.session_state["shared_problem"] = "A few words are needed, so that you know later what it was."
        return
    act(item, "Done", lambda: finish(item, text=text, way=way))
    forget_drafts("todo_")


def _show_later(item: Item, today: date) -> None:
    menu = st.popover("Later", type="tertiary", key=f"later_{item.key}", on_change="rerun")
    if not menu.open:
        return
    with menu:
        for label, days in _LATER:
            until = today + timedelta(days=days)
            st.button(
                label, key=f"later_{days}_{item.key}", type="tertiary",
                on_click=act, args=(item, f"Put off to {until:%d %b}", lambda u=until: (snooze(item, u),)),
            )  # fmt: skip
        st.button(
            "Drop it for good", key=f"drop_{item.key}", type="tertiary", icon=":material/close:",
            on_click=act, args=(item, "Dropped", lambda: (drop(item),)),
        )  # fmt: skip


def show_settled(item: Item, entries: tuple[Entry, ...]) -> None:
    """One thing that is out of the way, with a way back."""
    when = item.done_on if item.state == "done" and item.done_on else item.due
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        st.markdown(f"{plain(item.what)}  \n:small[:gray[{when.day} {when:%b %Y}]]", width="stretch")
        if back := reopen(item, entries):
            st.button("Bring back", key=f"back_{item.key}", type="tertiary", icon=":material/undo:",
                      on_click=_bring_back, args=(back,))  # fmt: skip
        elif item.state == "done":
            st.caption("as logged")


def _bring_back(back: tuple[Entry, ...]) -> None:
    if attempt(lambda: get_store().add(*back)):
        st.session_state.pop("shared_last", None)
        st.toast("Back on the list.")
