"""Taking an event away: what goes and what stays, a backup first for the careful, and an undo."""

from __future__ import annotations

from datetime import date

import streamlit as st

from app_pages._download import offer_file
from app_pages._shared import event_name, get_store
from app_pages._text import plain
from planner.backup import make_backup
from planner.records import KeptEvent
from planner.removal import RemovedEvent, describe_removal, put_event_back, remove_event
from planner.storage import StorageError
from planner.team import role_of


def show_removed() -> None:
    """The event just taken away, with the way back."""
    last: tuple[RemovedEvent, str] | None = st.session_state.get("event_removed")
    if last is None:
        return
    removed, name = last
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(f"{plain(name)} was removed. {describe_removal(removed)}", icon=":material/check:", width="stretch")
        st.button("Undo", key="event_unremove", icon=":material/undo:", on_click=_put_back, args=(removed,))


def show_remove(event: KeptEvent) -> None:
    """The button, behind a word on what it does and a yes; for owners, since it goes for everybody."""
    store = get_store()
    if role_of(store.database, store.member) != "owner":
        return
    fold = st.expander("Remove this event", icon=":material/delete:", key="event_remove", on_change="rerun")
    if not fold.open:
        return
    with fold:
        st.markdown("Its agenda, corrections, meetings and drafts go. People, favours, introductions and promises stay.")
        sure = st.checkbox("Yes, remove it", key=f"event_remove_sure_{event.id}")
        with st.container(horizontal=True):
            st.button("Remove", disabled=not sure, icon=":material/delete:", on_click=_remove, args=(event,))
            offer_file(
                "Back up everything first", lambda: make_backup(store), f"planner-{date.today().isoformat()}.backup",
                icon=":material/save:", kind="tertiary",
            )  # fmt: skip


def _remove(event: KeptEvent) -> None:
    try:
        removed = remove_event(get_store(), event.id)
    except StorageError as problem:
        st.session_state["shared_problem"] = str(problem)
        return
    st.session_state["event_removed"] = (removed, event_name(event))
    st.session_state.pop("event_id", None)


def _put_back(removed: RemovedEvent) -> None:
    try:
        put_event_back(get_store(), removed)
        get_store().save_settings(event=removed.event)
    except StorageError as problem:
        st.session_state["shared_problem"] = str(problem)
        return
    st.session_state.pop("event_removed", None)
    st.session_state.pop("event_id", None)
