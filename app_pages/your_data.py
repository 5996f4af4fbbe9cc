"""Your data: take it out, back it up, put it back, and erase a person."""

from __future__ import annotations

import json
from datetime import date

import streamlit as st

from app_pages._download import offer_file
from app_pages._put_back import show_put_back
from app_pages._shared import event_name, get_store, keep
from app_pages._text import plain
from planner.backup import export_everything, make_backup, restore_backup
from planner.exports import Program, contacts_table, ledger_table, referrals_table, to_csv, to_vcard, to_xlsx
from planner.privacy import KEEP_UNPICKED_DAYS, erase_person, export_person
from planner.storage import StorageError, Store
from planner.team import require_owner, role_of

PROGRAMS: dict[Program, str] = {
    "plain": "Any program",
    "hubspot": "HubSpot",
    "salesforce": "Salesforce",
    "google": "Google Contacts",
}


def show_downloads(store: Store) -> None:
    """Contacts, ledger and referrals in the forms other programs read."""
    people, entries = store.people(), store.entries()
    names = {p.id: p.name for p in people}
    events = {e.id: event_name(e) for e in store.events(removed=True)}
    today = date.today().isoformat()
    program = st.selectbox("Contacts for", list(PROGRAMS), format_func=PROGRAMS.__getitem__)
    with st.container(horizontal=True):
        contacts = contacts_table(people, program=program)
        st.download_button(
            "Contacts (CSV)",
            to_csv(contacts, for_excel=program == "plain"),
            f"contacts-{today}.csv",
            "text/csv",
            icon=":material/download:",
        )
        st.download_button(
            "Contacts (vCard)", to_vcard(people), f"contacts-{today}.vcf", "text/vcard", icon=":material/download:"
        )
        ledger = ledger_table(entries, names=names, events=events)
        referrals = referrals_table(entries, names=names, events=events)
        st.download_button("Ledger (CSV)", to_csv(ledger), f"ledger-{today}.csv", "text/csv", icon=":material/download:")
        st.download_button(
            "Referrals (CSV)", to_csv(referrals), f"referrals-{today}.csv", "text/csv", icon=":material/download:"
        )
        offer_file(
            "Ledger, referrals and contacts (Excel)",
            lambda: to_xlsx([ledger, referrals, contacts_table(people)]),
            f"planner-{today}.xlsx",
            icon=":material/download:",
        )
    st.caption("Favours go out as facts; nothing says that anybody owes anything, and your remarks on people stay here.")
    with st.container(horizontal=True):
        st.page_link("app_pages/follow_up.py", label="The checklist for a calendar: on Follow-up", icon=":material/checklist:")
        st.page_link("app_pages/scorecard.py", label="The report of an event: on Scorecard", icon=":material/summarize:")


def show_backup(store: Store, *, owns: bool) -> None:
    """Everything in one file; everybody's data only for owners."""
    today = date.today().isoformat()
    with st.container(horizontal=True):
        if owns:
            offer_file("Back up everything", lambda: make_backup(store), f"planner-{today}.backup", icon=":material/save:")
        offer_file(
            "Everything as JSON", lambda: json.dumps(export_everything(store), ensure_ascii=False), f"planner-{today}.json"
        )


def show_restore(store: Store) -> None:
    """Put a backup in place of everything here, after a yes."""
    with st.expander("Put a backup back", icon=":material/restore:"):
        upload = st.file_uploader("Backup file", type=["backup"], key="data_backup")
        st.caption(
            "It takes the place of everything that is here now. What is here is copied beside it first, where it can be."
        )
        sure = st.checkbox("Replace everything with this backup", key="data_backup_sure", disabled=upload is None)
        if upload is None or not st.button("Replace", disabled=not sure, icon=":material/restore:"):
            return
        try:
            require_owner(store)  # it reaches into everybody's data
            restore_backup(upload.getvalue())
        except StorageError as problem:
            st.error(str(problem))
            return
        store.close()
        st.cache_resource.clear()
        st.session_state.clear()
        st.rerun()


def show_person_rights(store: Store) -> None:
    """What is held on one person, and erasing it."""
    people = {p.id: p for p in store.people()}
    chosen = st.selectbox(
        "Person", list(people), index=None, key="data_person", placeholder="Choose a person",
        format_func=lambda i: ", ".join(x for x in (people[i].name, people[i].company) if x),
    )  # fmt: skip
    if not chosen:
        return
    held = json.dumps(export_person(store, chosen), ensure_ascii=False, indent=1)
    st.download_button("Everything held on this person", held, "person.json", "application/json")
    sure = st.checkbox(f"Erase {plain(people[chosen].name)} everywhere. This cannot be undone.", key=f"data_sure_{chosen}")
    if st.button("Erase", disabled=not sure, icon=":material/delete_forever:"):
        try:
            erase_person(store, chosen)
        except StorageError as problem:
            st.error(str(problem))
        else:
            st.rerun()


def show_choices(store: Store, *, owns: bool) -> None:
    """How long people never picked are kept, and which LinkedIn account notes are written for."""
    settings = store.settings()
    premium = st.toggle(
        "I have LinkedIn Premium (notes of 300 characters, no monthly limit)", settings.get("linkedin_premium", False)
    )
    if premium != settings.get("linkedin_premium", False):
        keep(lambda: store.save_settings(linkedin_premium=premium), "Saved.")
    if not owns:
        return  # for the workspace an owner says how long
    kept = settings.get("keep_unpicked_days", KEEP_UNPICKED_DAYS)
    days = st.number_input("Days to keep people from an agenda whom you never picked (0: always)", 0, 3650, kept, step=30)
    if days != kept:
        keep(lambda: store.save_settings(keep_unpicked_days=days), "Saved.")


store = get_store()
st.title("Your data")
st.write(f"Everything is kept in {plain(store.database.place)}. Nothing is sent anywhere, and there is no telemetry.")
st.subheader("Settings")
owns = role_of(store.database, store.member) == "owner"
show_choices(store, owns=owns)
st.subheader("Take it out")
show_downloads(store)
st.subheader("Back it up")
show_backup(store, owns=owns)
st.subheader("Put it back")
show_put_back(store)
if owns:
    show_restore(store)
st.subheader("What is held on one person")
show_person_rights(store)
st.page_link("app_pages/privacy.py", label="Privacy in plain words", icon=":material/shield_person:")
