"""Entries of my network that may be one person, for a decision that can be taken back."""

from __future__ import annotations

import streamlit as st

from app_pages._shared import get_store, keep
from app_pages._text import now, plain
from planner.doubles import merge_people, split_people
from planner.identity import fold_link
from planner.matching import company_key
from planner.merging import Doubt, merge_contacts
from planner.naming import fold_name
from planner.people import Person
from planner.records import Fact

TWO, ONE = "two_people", "one_person"


def describe(person: Person) -> str:
    """Name, job title and company as far as known."""
    return ", ".join(plain(x) for x in (person.name, person.title, person.company) if x)


def find_doubles(people: tuple[Person, ...]) -> list[Doubt]:
    """Pairs that are or may be one person, those excepted about whom the user said they are two."""
    kept = st.session_state.get("doubles_found")
    if kept is None or kept[0] != people:
        merge = merge_contacts((), people)
        single = {p.id for p in merge.added} | {d.imported.id for d in merge.doubts}
        first: dict[str, Person] = {}
        for person in people:
            if person.id in single:
                for sign in _signs(person):
                    first.setdefault(sign, person)
        sure = [
            Doubt(person, known, "The same name at the same company, or the same address.")
            for person in people
            if person.id not in single
            for known in [next((first[sign] for sign in _signs(person) if sign in first), None)]
            if known is not None
        ]
        kept = st.session_state["doubles_found"] = (people, sure + list(merge.doubts))
    told = get_store().facts(TWO)
    return [d for d in kept[1] if _pair(d) not in told]


def _signs(person: Person) -> list[str]:
    """What a person is found again by, the surest first."""
    name = f"{fold_name(person.name)} at {company_key(person.company)}"
    return [sign for sign in (fold_link(person.linkedin), (person.email or "").casefold(), name) if sign]


def _pair(doubt: Doubt) -> str:
    return f"{doubt.known.id} {doubt.imported.id}"


def show_doubles(people: tuple[Person, ...]) -> None:
    """Likely doubles one by one, and those put together, with a way back."""
    found = find_doubles(people)
    together = {key: fact for key, fact in get_store().facts(ONE).items() if fact.value}
    if not found and not together:
        return
    with st.expander(f"One person twice? ({len(found)} to decide)", icon=":material/group_work:"):
        for doubt in found[:10]:
            with st.container(border=True):
                st.markdown(f"**{describe(doubt.known)}** and **{describe(doubt.imported)}**. {plain(doubt.why)}")
                with st.container(horizontal=True):
                    st.button("The same person", key=f"one_{_pair(doubt)}", on_click=_make_one, args=(doubt,))
                    st.button("Two people", key=f"two_{_pair(doubt)}", type="tertiary", on_click=_keep_two, args=(doubt,))
        for key, fact in together.items():
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"Put together: {plain(fact.value)}", width="stretch")
                st.button("Take apart", key=f"apart_{key}", type="tertiary", on_click=_take_apart, args=(fact,))


def _make_one(doubt: Doubt) -> None:
    def act() -> None:
        merge_people(get_store(), doubt.known.id, doubt.imported.id)
        both = f"{doubt.known.name} and {doubt.imported.name}"
        get_store().save_facts(Fact(ONE, doubt.imported.id, both, "you", now()[:10]))

    keep(act, "They are one now.")


def _keep_two(doubt: Doubt) -> None:
    keep(lambda: get_store().save_facts(Fact(TWO, _pair(doubt), "yes", "you", now()[:10])), "Two people, then.")


def _take_apart(fact: Fact) -> None:
    def act() -> None:
        split_people(get_store(), fact.key)
        get_store().save_facts(Fact(ONE, fact.key, "", "you", now()[:10]))

    keep(act, "They are two again.")
