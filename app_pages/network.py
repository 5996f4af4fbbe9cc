"""My network: contacts imported from the user's own exports, how I know them, and whom they connect me to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from app_pages._choosing import contacts_of
from app_pages._columns import FILE_TYPES, read_people
from app_pages._conflict import close_opened, opened
from app_pages._doubles import describe, show_doubles
from app_pages._shared import attempt, current_event, get_store, keep, say_soon, show_both
from app_pages._text import RELATION_WORDS, plain, plural
from app_pages._view import view_event
from planner.matching import find_known, find_stale, find_warm_paths
from planner.merging import Doubt, Merge, merge_contacts, merge_person
from planner.people import RELATIONS, Person, Relation
from planner.storage import Conflict

PAGE = 50
_SURE = {"sure": "is", "probable": "may be"}

store = get_store()
people = store.people()


def show_import(people: tuple[Person, ...]) -> None:
    """Choose a file, see what it would change, then keep it."""
    st.write(
        "LinkedIn: Settings → Data privacy → Get a copy of your data → Connections. "
        "Google, Outlook and phone contacts work too, as CSV or vCard, and any table with names."
    )
    upload = st.file_uploader("Contacts file", type=FILE_TYPES, key="network_file")
    if upload is None:
        return
    found = read_people(upload, key="network")
    if found is None:
        return
    merge = merge_contacts(people, found.people)
    st.markdown(
        f"**{found.kind}**: {plural(len(merge.added), 'new contact')}, {len(merge.updated)} with news, "
        f"{len(merge.unchanged)} unchanged, {len(merge.doubts)} to decide."
    )
    for sentence in found.problems:
        st.caption(plain(sentence))
    changed = [*merge.added, *(u.after for u in merge.updated)]
    save = bool(changed) and st.button("Keep these contacts", type="primary", icon=":material/save:")
    if save and keep(lambda: store.save_people(changed), f"{plural(len(changed), 'contact')} kept."):
        st.rerun()
    show_doubts(merge)


def show_doubts(merge: Merge) -> None:
    """People in the file who are likely known already, for the user to decide."""
    for doubt in merge.doubts[:20]:
        with st.container(border=True):
            st.markdown(f"**{describe(doubt.imported)}** in the file, **{describe(doubt.known)}** known. {plain(doubt.why)}")
            with st.container(horizontal=True):
                key = f"{doubt.imported.name}_{doubt.known.id}"
                st.button("The same person", key=f"same_{key}", on_click=settle, args=(doubt, True))
                st.button("Two people", key=f"two_{key}", on_click=settle, args=(doubt, False))
    if len(merge.doubts) > 20:
        st.caption(f"{len(merge.doubts) - 20} more follow once these are decided.")


def settle(doubt: Doubt, same: bool) -> None:
    """Keep the user's answer about a likely double."""
    attempt(lambda: store.save_person(merge_person(doubt.known, doubt.imported) if same else doubt.imported))


def show_event_matches(people: tuple[Person, ...]) -> None:
    """Who of the network is at the event, and whom the network knows at the speakers' companies."""
    event = current_event()
    if event is None or not people:
        return
    view = view_event(event)
    contacts = contacts_of(view)
    names = {s.id: s.name for s in view.agenda.speakers}
    inputs = (contacts.people, view.agenda.speakers, view.profile.dream_customers)
    kept = st.session_state.get("network_matches")
    if kept is None or kept[0] != inputs:  # it takes a while with thousands of contacts
        paths = find_warm_paths(contacts, view.agenda.speakers, dream_customers=view.profile.dream_customers)
        kept = st.session_state["network_matches"] = (inputs, find_known(contacts, view.agenda.speakers), paths)
    _, known, paths = kept
    st.subheader("At this event")
    if not known and not paths:
        st.caption("Nobody you know is on the agenda, nor at the companies of those who are, as far as your contacts tell.")
    lines = [f"- **{plain(names[m.speaker])}** {_SURE[m.certainty]} a contact of yours. {plain(m.why)}" for m in known]
    lines += [f"- {plain(path.text)}" for path in paths]
    for line in lines[:15]:
        st.markdown(line)
    if len(lines) > 15:
        with st.expander(f"{len(lines) - 15} more"):
            st.markdown("\n".join(lines[15:200]))


def show_contacts(people: tuple[Person, ...]) -> None:
    """Everybody kept, with how I know them; edits are saved at once."""
    left, right = st.columns([3, 1])
    wanted = left.text_input("Search", placeholder="Name or company", key="network_search").casefold().strip()
    mark = right.selectbox(
        "How I know them", list(RELATION_WORDS), index=None, format_func=RELATION_WORDS.__getitem__, placeholder="Any",
        key="network_mark",
    )  # fmt: skip
    found = people if not wanted and mark is None else tuple(
        p for p in people
        if wanted in f"{p.name} {p.company or ''} {p.title or ''}".casefold() and mark in (None, p.relation)
    )  # fmt: skip
    if not found:
        st.info("Nobody fits. Search for another word, or take the mark off.")
        return
    pages = max(1, -(-len(found) // PAGE))
    page = min(st.session_state.get("network_page") or 1, pages)
    shown = found[(page - 1) * PAGE : page * PAGE]
    key = f"network_table_{page}_{wanted}_{mark}_{st.session_state.get('network_edit', 0)}"
    if not (st.session_state.get(key) or {}).get("edited_rows"):
        close_opened("network")
        close_opened("network_kept")
    shown = opened("network", shown)
    table: pd.DataFrame = pd.DataFrame(
        [(p.name, p.relation, p.title or "", p.company or "", p.last_contact or "", p.email or "") for p in shown],
        columns=["Name", "How I know them", "Job title", "Company", "Last contact", "E-mail"],
    )
    edited = st.data_editor(
        table, key=key, hide_index=True, disabled=["Name"], placeholder="",
        column_config={
            "How I know them": st.column_config.SelectboxColumn(
                options=list(RELATION_WORDS), format_func=lambda r: RELATION_WORDS.get(str(r), "")
            ),
        },
    )  # fmt: skip
    if pages > 1:
        st.pagination(pages, key="network_page")
    rows = [_with_row(person, row) for person, row in zip(shown, edited.itertuples(index=False), strict=True)]
    _keep_rows(shown, rows)


def _keep_rows(shown: tuple[Person, ...], rows: list[Person]) -> None:
    """Keep what was typed since the last run; the table stays as it is, for typing to go on."""
    kept = opened("network_kept", {p.id: p for p in shown})
    changed = [(kept[new.id], new) for new in rows if new != kept[new.id]]
    if changed and keep(lambda: store.change_people(changed), "Kept.", on_conflict=_begin_anew):
        kept.update((new.id, new) for _, new in changed)
        st.session_state.setdefault("network_undo", []).append([(new, old) for old, new in changed])
    if undo := st.session_state.get("network_undo"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(f":material/check: Kept: {', '.join(plain(new.name) for new, _ in undo[-1])}")
            st.button("Undo", key="network_undo_last", icon=":material/undo:", on_click=_undo)


def _undo() -> None:
    """Take the last change of the table back, from a callback."""
    if attempt(lambda: store.change_people(st.session_state["network_undo"][-1])):
        st.session_state["network_undo"].pop()
        say_soon("Taken back.")
    _begin_anew()


def _begin_anew(problem: Conflict | None = None) -> None:
    """Show the table as it is kept now, and both texts of what a colleague changed too. After any other fault it stays."""
    st.session_state["network_edit"] = st.session_state.get("network_edit", 0) + 1
    close_opened("network")
    close_opened("network_kept")
    if problem:
        show_both(problem)


def _relation(word: str | None) -> Relation | None:
    return next((relation for relation in RELATIONS if relation == word), None)


def _with_row(person: Person, row: tuple[object, ...]) -> Person:
    _, relation, title, company, last_contact, email = (str(v) if isinstance(v, str) and v else None for v in row)
    if last_contact != person.last_contact and last_contact:
        try:
            date.fromisoformat(last_contact)
        except ValueError:
            st.warning(f"“{plain(last_contact)}” is not a day. Write it as 2027-03-16.")
            last_contact = person.last_contact
    return replace(person, title=title, company=company, relation=_relation(relation), last_contact=last_contact, email=email)


def show_stale(people: tuple[Person, ...]) -> None:
    """Whom I lost touch with, a note to reconnect at hand."""
    today = date.today()
    stale = store.remember(f"stale {today}", lambda: find_stale(people, today), rests_on=("person", "bond", "alias"))
    if not stale:
        return
    event_id = st.session_state.get("event_id")
    with st.expander(f"Gone quiet for a year or more ({len(stale)})", icon=":material/bedtime:"):
        st.caption("Reconnect and ask how they are; do not ask for anything.")
        for person in stale[:20]:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{describe(person)}, last contact {person.last_contact}", width="stretch")
                if event_id and st.button("Draft a reconnect note", key=f"reconnect_{person.id}", icon=":material/edit_note:"):
                    st.session_state["notes_open"] = (person.id, "reconnect", event_id)
                    st.switch_page("app_pages/notes.py")
        if len(stale) > 20:
            st.caption(f"The twenty longest silences; {len(stale) - 20} more follow.")


st.title("My network")
st.write("Colleagues, clients past and present, friends: the people you know are the warmest path to those you want to know.")
if not people:
    st.info("Start with your LinkedIn connections: the file stays on this machine.", icon=":material/contacts:")
with st.expander("Import contacts", icon=":material/upload_file:", expanded=not people):
    show_import(people)
show_event_matches(people)
show_stale(people)
show_doubles(people)
if people:
    st.subheader(plural(len(people), "person", "people"))
    st.caption("Mark colleagues, clients and friends: they vouch for you best, and warm paths name them first.")
    show_contacts(people)
