"""Team: who belongs to the workspace, letting people in and out, and what colleagues shared."""

from __future__ import annotations

import streamlit as st

from app_pages._colleagues import show_shared_entry
from app_pages._shared import attempt, get_store, keep
from app_pages._text import plain
from planner.storage import Store
from planner.team import Member, Role, change_role, colleagues, invite, shared_with_me

ROLE_WORDS = {"owner": "Owner", "member": "Member", "left": "No longer here"}
CHANGES: dict[Role, str] = {"owner": "Make owner", "member": "Make member", "left": "Take out of the workspace"}
SHOWN = 50


def show_member(store: Store, member: Member, *, may_change: bool) -> None:
    """One colleague; an owner may change what they are."""
    stand = ROLE_WORDS[member.role] if member.joined else f"{ROLE_WORDS[member.role]}, has not signed in yet"
    you = " (you)" if member.id == store.member else ""
    facts = [] if member.email in (None, member.name) else [plain(member.email)]
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(f"**{plain(member.name)}**{you}  \n:small[{' · '.join([*facts, stand])}]", width="stretch")
        if not may_change:
            return
        with st.popover("Change", type="tertiary", key=f"member_{member.id}"):
            for role, label in CHANGES.items():
                if role != member.role and not (role == "owner" and not member.joined):
                    st.button(
                        label, key=f"role_{role}_{member.id}", width="stretch",
                        on_click=_change_role, args=(store, member, role),
                    )  # fmt: skip


def _change_role(store: Store, member: Member, role: Role) -> None:
    attempt(lambda: change_role(store, member.id, role))


def show_members(store: Store, members: tuple[Member, ...]) -> None:
    """Everybody, and for owners the way to invite somebody."""
    may_change = any(m.id == store.member and m.role == "owner" for m in members)
    here, gone = [m for m in members if m.role != "left"], [m for m in members if m.role == "left"]
    for member in here:
        show_member(store, member, may_change=may_change)
    if gone:
        with st.expander(f"No longer here ({len(gone)})"):
            st.caption("What they wrote stays theirs and unseen; the people and events they added stay.")
            for member in gone:
                show_member(store, member, may_change=may_change)
    if not may_change:
        st.caption("An owner of this workspace can invite colleagues.")
        return
    with st.form("invite", clear_on_submit=True):
        address = st.text_input("Invite a colleague", placeholder="ana@yourcompany.example")
        if st.form_submit_button("Invite", icon=":material/person_add:") and keep(
            lambda: invite(store, address), "Invited. They come in as soon as they sign in with this address."
        ):
            st.rerun()
    st.caption("Nothing is sent: tell them the address of this page.")


def show_shared(store: Store) -> None:
    """What colleagues shared of their journals, the latest first."""
    shared = sorted(shared_with_me(store), key=lambda s: s.entry.at, reverse=True)
    st.subheader("Shared by colleagues")
    if not shared:
        st.caption("Nothing yet. On the Ledger, behind “Change” at each entry, you decide what colleagues may see.")
    people = store.people_by_id()
    for each in shared[:SHOWN]:
        person = people.get(each.entry.person or "")
        show_shared_entry(each.colleague, each.entry, plain(person.name) if person else "")
    if len(shared) > SHOWN:
        st.caption(f"The latest {SHOWN} of {len(shared)}.")


store = get_store()
st.title("Team")
st.write(
    "You share people, events and agendas, what companies do, whom you know and how, and whom you want to meet. Your notes, "
    "favours, asks, remarks and meetings are yours alone unless you share one."
)
show_members(store, colleagues(store))
show_shared(store)
