"""My network: contacts imported from the user's own exports, how I know them, and whom they connect me to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from app_pages._shared import current_event, get_store, keep
from app_pages._text import RELATION_WORDS, plain, plural
from app_pages._view import view_event
from planner.contacts import read_contacts
from planner.matching import find_known, find_stale, find_warm_paths
from planner.merging import Doubt, Merge, merge_contacts, merge_person
from planner.people import RELATIONS, Person, Relation

PAGE = 50

store = get_store()
people = store.people()


def show_import(people: tuple[Person, ...]) -> None:
    """Choose a file, see what it would change, then keep it."""
    st.write(
        "LinkedIn: Settings → Data privacy → Get a copy of your data → Connections. "
        "Google, Outlook and phone contacts work too, as CSV or vCard, and any table with names."
    )
    upload = st.file_uploader("Contacts file", type=["csv", "vcf", "xlsx", "xls", "ods", "txt"], key="network_file")
    if upload is None:
        return
    try:
        found = read_contacts(upload.getvalue())
    except ValueError as problem:
        st.error(plain(str(problem)))
        return
    merge = merge_contacts(people, found.people)
    st.markdown(
        f"**{found.kind}**: {plural(len(merge.added), 'new contact')}, {len(merge.updated)} with news, "
        f"{len(merge.unchanged)} unchanged, {len(merge.doubts)} to decide."
    )
    for sentence in found.problems:
        st.caption(plain(sentence))
    if (merge.added or merge.updated) and st.button("Keep these contacts", type="primary", icon=":material/save:"):
        changed = [*merge.added, *(u.after for u in merge.updated)]
        if keep(lambda: store.save_people(changed), f"{plural(len(changed), 'contact')} kept."):
            st.rerun()
    show_doubts(merge)


def show_doubts(merge: Merge) -> None:
    """Likely doubles, for the user to decide."""
    for doubt in merge.doubts[:20]:
        with st.container(border=True):
            st.markdown(f"**{describe(doubt.imported)}** in the file, **{describe(doubt.known)}** known. {plain(doubt.why)}")
            with st.container(horizontal=True):
                st.button("The same person", key=f"same_{doubt.imported.id}", on_click=settle, args=(doubt, True))
                st.button("Two people", key=f"two_{doubt.imported.id}", on_click=settle, args=(doubt, False))


def settle(doubt: Doubt, same: bool) -> None:
    """Keep the user's answer about a likely double."""
    store.save_person(merge_person(doubt.known, doubt.imported) if same else doubt.imported)


def describe(person: Person) -> str:
    """Name, job title and company as far as known."""
    return ", ".join(plain(x) for x in (person.name, person.title, person.company) if x)


def show_event_matches(people: tuple[Person, ...]) -> None:
    """Who of the network is at the event, and whom the network knows at the speakers' companies."""
    event = current_event()
    if event is None or not people:
        return
    view = view_event(event)
    linked = set(view.person_ids.values())
    contacts = [p for p in people if p.id not in linked]
    names = {s.id: s.name for s in view.agenda.speakers}
    known = find_known(contacts, view.agenda.speakers)
    paths = find_warm_paths(contacts, view.agenda.speakers, dream_customers=view.profile.dream_customers)
    if known or paths:
        st.subheader("At this event")
    for match in known:
        st.markdown(f"- **{plain(names[match.speaker])}**: {match.certainty} a contact of yours. {plain(match.why)}")
    for path in paths[:30]:
        st.markdown(f"- {plain(path.text)}")


def show_contacts(people: tuple[Person, ...]) -> None:
    """Everybody kept, with how I know them; edits are saved at once."""
    wanted = st.text_input("Search", placeholder="Name or company", key="network_search").casefold().strip()
    found = [p for p in people if wanted in f"{p.name} {p.company or ''} {p.title or ''}".casefold()]
    pages = max(1, -(-len(found) // PAGE))
    page = st.pagination(pages, key="network_page") if pages > 1 else 1
    shown = found[(page - 1) * PAGE : page * PAGE]
    table: pd.DataFrame = pd.DataFrame(
        [(p.name, p.title, p.company, p.relation, p.last_contact, p.email) for p in shown],
        columns=["Name", "Job title", "Company", "How I know them", "Last contact", "E-mail"],
    )
    key = f"network_table_{page}_{wanted}_{st.session_state.get('network_edit', 0)}"
    edited = st.data_editor(
        table, key=key, hide_index=True, disabled=["Name"],
        column_config={
            "How I know them": st.column_config.SelectboxColumn(
                options=list(RELATION_WORDS), format_func=lambda r: RELATION_WORDS.get(str(r), "")
            ),
        },
    )  # fmt: skip
    rows = [_with_row(person, row) for person, row in zip(shown, edited.itertuples(index=False), strict=True)]
    changed = [new for new, old in zip(rows, shown, strict=True) if new != old]
    save = bool(changed) and st.button(f"Save {plural(len(changed), 'change')}", type="primary")
    if save and keep(lambda: store.save_people(changed), "Saved."):
        st.session_state["network_edit"] = st.session_state.get("network_edit", 0) + 1
        st.rerun()


def _relation(word: str | None) -> Relation | None:
    return next((relation for relation in RELATIONS if relation == word), None)


def _with_row(person: Person, row: tuple[object, ...]) -> Person:
    _, title, company, relation, last_contact, email = (str(v) if isinstance(v, str) and v else None for v in row)
    return replace(person, title=title, company=company, relation=_relation(relation), last_contact=last_contact, email=email)


st.title("My network")
st.write("Colleagues, clients past and present, friends: the people you know are the warmest path to those you want to know.")
if not people:
    st.info("Start with your LinkedIn connections: the file stays on this machine.", icon=":material/contacts:")
with st.expander("Import contacts", icon=":material/upload_file:", expanded=not people):
    show_import(people)
show_event_matches(people)
stale = find_stale(people, date.today())
if stale:
    with st.expander(f"Gone quiet for a year or more ({len(stale)})"):
        st.caption("Reconnect and ask how they are; do not ask for anything.")
        for person in stale[:30]:
            st.markdown(f"- {describe(person)}, last contact {person.last_contact}")
if people:
    st.subheader(plural(len(people), "person", "people"))
    show_contacts(people)
