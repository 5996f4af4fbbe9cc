"""Everything about one person: what is known, promises, introductions both ways, the next step, and the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

from app_pages._colleagues import show_colleagues_of_person
from app_pages._conflict import close_opened, opened
from app_pages._drafts import forget_drafts, standing_key
from app_pages._entry import show_entry
from app_pages._shared import get_store, keep, log
from app_pages._text import ENTRY_WORDS, RELATION_WORDS, WAY_WORDS, plain
from app_pages._todo import show_item
from planner.checklist import RHYTHM, checklist
from planner.journal import Entry, choose
from planner.ledger import balance
from planner.people import RELATIONS, Person, Relation
from planner.records import KeptEvent
from planner.referrals import introductions
from planner.sources import say_sources

_HIDDEN = ("item_done", "item_snoozed", "item_dropped", "undecided")
_FIRST = 10
_RHYTHMS = (0, 14, *RHYTHM)
_RHYTHM_WORDS = {
    0: "The usual rhythm: longer and longer", 14: "Every two weeks", 21: "Every three weeks", 61: "Every two months",
    182: "Every six months", 365: "Once a year",
}  # fmt: skip


def show_person(
    person: Person, entries: tuple[Entry, ...], people: Mapping[str, Person], events: Mapping[str, KeptEvent]
) -> None:
    """Who they are, what comes next, what passed between us, and what I remark about them."""
    facts = [plain(x) for x in (person.title, person.company, person.email, person.phone) if x]
    how = RELATION_WORDS.get(person.relation or "")
    st.markdown(" · ".join([*facts, *([f"**{how}**"] if how else [])]) or "Nothing known but the name.")
    st.caption(f"Source and date: {plain(say_sources(person))}")
    show_colleagues_of_person(person.id)
    _show_balance(entries, person)
    _show_promises(entries, person)
    _show_introductions(entries, person, people)
    _show_next(person, entries, people, events)
    _show_timeline(person, entries, people, events)


def _show_balance(entries: tuple[Entry, ...], person: Person) -> None:
    account = balance(entries, person.id)
    for label, ways in (("Done", account.given_by_way), ("Received", account.received_by_way)):
        if ways:
            listed = ", ".join(f"{WAY_WORDS[way].lower()} ({count})" for way, count in ways.items())
            st.markdown(f"**{label}: {sum(ways.values())}** · {listed}")


def _show_promises(entries: tuple[Entry, ...], person: Person) -> None:
    for promise in balance(entries, person.id).promised:
        due = f", by {date.fromisoformat(promise.due):%a %d %b}" if promise.due else ""
        with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
            st.markdown(f":material/schedule_send: Promised: {plain(promise.text)}{due}", width="stretch")
            st.button("Kept", key=f"kept_{promise.id}", icon=":material/done:", on_click=_keep_promise, args=(promise, person))


def _keep_promise(promise: Entry, person: Person) -> None:
    log(
        "favour_given", f"Promise to {person.name} kept.", person=person.id, event=promise.event,
        way=promise.way or "other", text=promise.text, refers_to=promise.id,
    )  # fmt: skip


def _show_introductions(entries: tuple[Entry, ...], person: Person, people: Mapping[str, Person]) -> None:
    def names(ids: tuple[str, ...]) -> str:
        return ", ".join(plain(people[i].name) for i in ids if i in people) or "somebody"

    for intro in introductions(entries):
        if intro.person == person.id:
            st.markdown(f":material/share: Introduced to me by {names(intro.sources)}, {intro.at[:10]}")
        elif person.id in intro.sources:
            whom = names((intro.person,) if intro.person else ())
            st.markdown(f":material/share: Introduced me to {whom}, {intro.at[:10]}: {intro.state}")
    for entry in entries:
        if entry.kind == "favour_given" and entry.others and person.id in entry.people:
            whom = names(tuple(p for p in entry.people if p != person.id))
            st.markdown(f":material/group_add: I introduced them to {whom}, {entry.at[:10]}")


def _show_next(
    person: Person, entries: tuple[Entry, ...], people: Mapping[str, Person], events: Mapping[str, KeptEvent]
) -> None:
    today = date.today()
    items = checklist(entries, people=get_store().people_logged(), events=events.values(), today=today)
    mine = [i for i in items if i.person == person.id and i.state == "open"]
    st.markdown("**Next step**")
    if mine:
        show_item(mine[0], today, with_person=False)
    else:
        st.caption("Nothing is due. The list makes itself from what you log.")
    if len(mine) > 1:
        st.caption("After that: " + "; ".join(plain(i.what) for i in mine[1:4]))


def show_facts(person: Person) -> None:
    """What I remark, how I know them, and how often I want to be in touch; all to be changed."""
    opening = f"facts {person.id}"
    person = opened(opening, person)
    with st.form(f"facts_{person.id}", border=False):

        def words(field: str) -> str:
            kept = getattr(person, field) or ""
            key = standing_key("facts", field, person.id, over=kept)
            st.session_state.setdefault(key, kept)
            return key

        remarks = st.text_area("My remarks (they never leave the app with a contact)", key=words("remarks"), height=110)
        relations: list[Relation | None] = [None, *RELATIONS]
        left, right = st.columns(2)
        relation = left.selectbox(
            "How I know them", relations, index=relations.index(person.relation),
            format_func=lambda r: RELATION_WORDS.get(r or "", "Not known before"),
        )  # fmt: skip
        rhythms = sorted({*_RHYTHMS, person.rhythm_days or 0})
        rhythm = right.selectbox(
            "How often to be in touch", rhythms, index=rhythms.index(person.rhythm_days or 0),
            format_func=lambda d: _RHYTHM_WORDS.get(d, f"Every {d} days"),
        )  # fmt: skip
        email = left.text_input("E-mail", key=words("email"))
        phone = right.text_input("Phone", key=words("phone"))
        if st.form_submit_button("Save", icon=":material/save:"):
            changed = replace(
                person, remarks=remarks.strip() or None, relation=relation, rhythm_days=rhythm or None,
                email=email.strip() or None, phone=phone.strip() or None,
            )  # fmt: skip
            saved = keep(lambda: get_store().change_people([(person, changed)]), "Saved.")
            close_opened(opening)
            if saved:
                forget_drafts("facts_")
                st.rerun()


def _show_timeline(
    person: Person, entries: tuple[Entry, ...], people: Mapping[str, Person], events: Mapping[str, KeptEvent]
) -> None:
    st.markdown("**Timeline**")
    timeline = [e for e in choose(entries, person=person.id) if e.kind not in _HIDDEN]
    timeline.sort(key=lambda e: e.at, reverse=True)
    if not timeline:
        st.caption("Nothing logged yet.")
    for entry in timeline[:_FIRST]:
        _show_line(entry, person, people, events)
    if len(timeline) > _FIRST:
        with (rest := st.expander(f"Earlier ({len(timeline) - _FIRST})", key=f"earlier_{person.id}", on_change="rerun")):
            for entry in timeline[_FIRST:] if rest.open else ():
                _show_line(entry, person, people, events)


def _show_line(entry: Entry, person: Person, people: Mapping[str, Person], events: Mapping[str, KeptEvent]) -> None:
    me = "them" if "{who}" in ENTRY_WORDS.get(entry.kind, "") else ""  # it is their own page: no need to name them

    def name(person_id: str) -> str:
        return me if person_id == person.id else plain(people[person_id].name) if person_id in people else "somebody"

    event = events.get(entry.event or "")
    show_entry(entry, name, where=f" · {plain(event.event.name)}" if event else "")
