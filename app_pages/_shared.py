"""What every page needs: the store, the event at hand, and one way to act and say so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NoReturn

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from app_pages._sign_in import asks_for_sign_in, check_membership, is_member, member_of_session, show_signed_in
from app_pages._text import plain, plural
from planner.journal import Entry, EntryKind, new_entry, take_back
from planner.privacy import drop_when_due
from planner.records import KeptEvent
from planner.storage import Conflict, Database, StorageError, Store
from planner.team import colleagues

_DROPPED = "People whom nobody picked were dropped from the agenda of"


@st.cache_resource(show_spinner="Opening your data …")
def _opened_database() -> Database:
    return Database()


@st.cache_resource(show_spinner=False, max_entries=200)
def _store_of(member: str, _database: Database) -> Store:
    return Store(_database, member)


def get_store() -> Store:
    """The store of whoever this session belongs to. Stops the page with a sentence when there is none to be had."""
    known: Store | None = st.session_state.get("store")  # as this run began: see open_session
    return known or _find_store()


def _find_store() -> Store:
    try:
        database = _opened_database()
        return _store_of(member_of_session(database), database)
    except StorageError as problem:
        st.error(str(problem), icon=":material/database_off:")
        st.stop()


def open_session() -> None:
    """Let the user in and say who they are: first thing of every run."""
    st.session_state.pop("store", None)
    store = st.session_state["store"] = _find_store()
    store.look()
    if asks_for_sign_in():
        check_membership(store.database)
        show_signed_in(next((m.name for m in colleagues(store) if m.id == store.member), ""))
    _drop_unpicked(store)


def _drop_unpicked(store: Store) -> None:
    """Let people go whom nobody picked, on the first run of a day: a server may run for months."""
    today = date.today()
    if st.session_state.get("dropped_on") == today:
        return
    st.session_state["dropped_on"] = today
    try:
        dropped = drop_when_due(store, today=today)
    except StorageError:
        return  # another day
    if dropped and (dropped.people or dropped.speakers):
        store.database.notices += (f"{_DROPPED} {plural(dropped.events, 'past event')}, as set under Your data.",)


def event_name(event: KeptEvent) -> str:
    """What to call an event: its name, else where it was read from."""
    if event.event.name:
        return event.event.name
    name = event.source.rsplit("/", 1)[-1] or event.source
    return name if "." in name else name[:1].upper() + name[1:]  # "pasted text" is no file's name


def choose_event() -> None:
    """The sidebar's choice of event, kept through pages and restarts."""
    store = get_store()
    events = store.events()
    if not events:
        return
    ids = [e.id for e in events]
    names = {e.id: event_name(e) for e in events}
    if st.session_state.get("event_id") not in ids:
        last = store.settings().get("event")
        st.session_state["event_id"] = last if last in ids else ids[0]
    with st.sidebar:
        st.selectbox("Event", ids, format_func=lambda i: names[i], key="event_id", on_change=_remember_event)


def _remember_event() -> None:
    attempt(lambda: get_store().save_settings(event=st.session_state["event_id"]))


def open_event(event_id: str) -> None:
    """Make this the event at hand; call it before the sidebar is drawn again (it reruns the page)."""
    get_store().save_settings(event=event_id)
    st.session_state.pop("event_id", None)
    st.rerun()


def current_event() -> KeptEvent | None:
    """The event at hand, or None when there is none yet."""
    event_id = st.session_state.get("event_id")
    return get_store().event(event_id) if event_id else None


def need_event() -> KeptEvent:
    """The event at hand; without one the page says what to do first and stops."""
    event = current_event()
    if event is None:
        st.info("First read an event's agenda: then this page has something to show.", icon=":material/event:")
        st.page_link("app_pages/event.py", label="Go to Event", icon=":material/arrow_forward:")
        st.stop()
    return event


def log(kind: EntryKind, said: str, **what: Any) -> Entry | None:
    """Write one journal entry, say so with an undo, and return it; None when it could not be kept (the page says why)."""
    try:
        entry = new_entry(kind, **what)
    except ValueError as problem:
        st.session_state["shared_problem"] = str(problem)
        return None
    return entry if write_entries((entry,), said) else None


def write_entries(
    entries: tuple[Entry, ...], said: str, *,
    write: Callable[[], object] | None = None, undo: Callable[[], object] | None = None,
) -> bool:  # fmt: skip
    """Write entries that belong together, all or none, and remember them for the undo that the next run shows.

    `write` keeps them together with what changes beside the journal, which `undo` puts back.
    """
    try:
        write() if write else get_store().add(*entries)
    except StorageError as problem:
        st.session_state["shared_problem"] = str(problem)
        return False
    st.session_state["shared_last"] = (entries, said, st.session_state.get("page"), undo)
    return True


def attempt(action: Callable[[], object]) -> bool:
    """Run something that saves, from a callback; True when it was kept, else the page that follows says why."""
    try:
        action()
    except (StorageError, ValueError) as problem:
        st.session_state["shared_problem"] = str(problem)
        return False
    return True


def undo_entry(entry: Entry) -> None:
    """Take an entry back, from a callback."""
    attempt(lambda: get_store().add(take_back(entry)))


def _undo(entries: tuple[Entry, ...], undo: Callable[[], object] | None) -> None:
    if attempt(lambda: get_store().add(*(take_back(entry) for entry in entries))) and (undo is None or attempt(undo)):
        st.session_state.pop("shared_last", None)
        say_soon("Taken back.")
    st.rerun()  # the whole page, also where this stands in a part of it


def say_soon(said: str) -> None:
    """Say in passing that something was kept, from a callback, when the page is drawn again."""
    st.session_state["shared_said"] = said


def redraw(*parts: str) -> NoReturn:
    """Last in a callback: draw only these parts of the page anew, fragments by their keys, instead of all of it."""
    store = get_store()
    if not is_member(store.database):
        st.rerun()  # the page as a whole says so
    store.look()
    st.rerun(parts)


def show_problem() -> None:
    """What could not be kept a moment ago, above every page.

    It has a place of its own: when it came and went between other elements, tabs below would jump and popovers close.
    """
    with st.container():
        if problem := st.session_state.pop("shared_problem", None):
            st.error(plain(problem))
        if said := st.session_state.pop("shared_said", None):
            st.toast(said, icon=":material/check:")


def show_last_action() -> None:
    """What was just logged on this page, with an undo, in a place of its own."""
    show_problem()
    last = st.session_state.get("shared_last")
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        if last is not None and last[2] == st.session_state.get("page"):
            entries, said, _, undo = last
            st.success(plain(said), icon=":material/check:", width="stretch")
            st.button("Undo", icon=":material/undo:", key="shared_undo", on_click=_undo, args=(entries, undo))


def keep(action: Callable[[], object], said: str, *, on_conflict: Callable[[Conflict], object] | None = None) -> bool:
    """Run something that saves, and say so; True when it was kept, else the page says why.

    When it was changed elsewhere meanwhile both texts are shown, by `on_conflict` where the page has a way of its own.
    """
    try:
        action()
    except Conflict as problem:
        (on_conflict or show_both)(problem)
        return False
    except (StorageError, ValueError) as problem:
        st.error(plain(str(problem)))
        return False
    st.toast(said, icon=":material/check:")
    return True


def show_both(problem: Conflict) -> None:
    """What I wrote and what was kept meanwhile, beside each other."""
    st.error(str(problem))
    mine, theirs = st.columns(2)
    mine.caption("Yours, not saved")
    mine.code(problem.mine, language=None, wrap_lines=True)
    theirs.caption("Kept, changed meanwhile")
    theirs.code(problem.theirs, language=None, wrap_lines=True)


def in_rows(count: int, across: int) -> list[DeltaGenerator]:
    """Places for a number of inputs, so many across; on a narrow screen they stand in their order, one below the other."""
    return [place for _ in range(-(-count // across)) for place in st.columns(across)]
