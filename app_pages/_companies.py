"""What companies do: asked of the user, looked up online after a yes, kept as facts that can be changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from app_pages._shared import attempt, get_store, in_rows, keep, say_soon
from app_pages._text import plain, plural
from app_pages._view import EventView, view_event
from planner.industries import industries, read_own_words
from planner.plan import Plan
from planner.records import Fact, KeptEvent
from scrapers import Finding, is_own_page, look_up_industries, read_own_page

_YOU = "you"


def show_questions_about_companies(event: KeptEvent, plan: Plan) -> None:
    """The unknown companies whose answer matters most; answers are kept for all events and can be changed."""
    view = view_event(event)
    told = view.store.facts("industry")
    given = {name: fact for name, fact in told.items() if fact.value}
    if not plan.unknown_companies and not given:
        return
    label = _say_questions(len(plan.unknown_companies), len(given))
    panel = st.expander(label, icon=":material/help:", key="companies_panel", on_change="rerun")
    if not panel.open:
        return
    with panel:
        if plan.unknown_companies:
            _ask_about_companies(plan)
            _offer_look_up(view, plan)
        if given:
            st.markdown("**What is known by now**")
            table: pd.DataFrame = pd.DataFrame(
                [(f.key, f.value, f.source, f.date) for f in given.values()], columns=["Company", "Does", "Source", "Day"]
            )
            edited = st.data_editor(
                table, hide_index=True, disabled=["Company", "Source", "Day"],
                key=f"companies_told_{hash(tuple(given.values()))}",
            )  # fmt: skip
            after = [str(value).strip() if isinstance(value, str) else "" for value in edited["Does"]]
            news = [
                replace(fact, value=value, source=_YOU, date=date.today().isoformat())
                for fact, value in zip(given.values(), after, strict=True)
                if value != fact.value
            ]
            st.caption("What was looked up names its source. Change an answer to correct it, empty it to forget it.")
            if news and st.button(f"Save {plural(len(news), 'change')}", key="companies_save"):
                keep(lambda: get_store().save_facts(*news), "Kept. The order is new.")
                st.rerun()


def _say_questions(unknown: int, given: int) -> str:
    if not unknown:
        return f"What companies do ({plural(given, 'answer')})"
    return f"What do these companies do? ({plural(unknown, 'question')} that matter{'s' if unknown == 1 else ''})"


def _ask_about_companies(plan: Plan) -> None:
    st.caption("A peer counts most in another industry. Answer those you know; the answers are kept.")
    labels = sorted(i.label for i in industries().values())
    with st.form("companies", border=False):
        for place, question in zip(in_rows(len(plan.unknown_companies), 2), plan.unknown_companies, strict=False):
            who = ", ".join(question.people[:3])
            place.selectbox(
                f"{plain(question.company)} ({plain(who)})", labels, index=None, accept_new_options=True,
                placeholder="Choose or type", key=f"company_{question.company}",
            )  # fmt: skip
        companies = [question.company for question in plan.unknown_companies]
        st.form_submit_button("Keep the answers", type="primary", on_click=_keep_answers, args=(companies,))


def _keep_answers(companies: list[str]) -> None:
    answers = {company: str(st.session_state.get(f"company_{company}") or "").strip() for company in companies}
    day = date.today().isoformat()
    facts = [Fact("industry", company, answer, _YOU, day) for company, answer in answers.items() if answer]
    if facts and attempt(lambda: get_store().save_facts(*facts)):
        say_soon("Kept. The order is new.")
    st.rerun()


def _offer_look_up(view: EventView, plan: Plan) -> None:
    """Ask online, once for each press: names leave this machine only then."""
    companies = [question.company for question in plan.unknown_companies]
    own = _own_pages(view, companies)
    times = st.session_state.get("companies_asked", 0)  # a new key closes the popover after the answer
    with st.popover("Look them up online", icon=":material/travel_explore:", key=f"companies_online_{times}"):
        st.write(
            f"This sends {plural(len(companies), 'company name')} to wikidata.org: {plain(', '.join(companies))}. "
            + (f"It also opens the own pages of {plain(', '.join(own))}, which the agenda links to. " if own else "")
            + "Nothing about you or the people is sent, and nothing is asked without this button."
        )
        if st.button("Yes, look them up now", key="companies_look_up", type="primary"):
            with st.spinner("Asking …"):
                _look_up(companies, own)
            st.session_state["companies_asked"] = times + 1
            st.rerun()
    if (said := st.session_state.pop("companies_looked_up", None)) is not None:
        st.info(plain(said), icon=":material/travel_explore:")


def _own_pages(view: EventView, companies: list[str]) -> dict[str, str]:
    """Company -> the address of its own page, where the agenda links one."""
    found: dict[str, str] = {}
    for speaker in view.agenda.speakers:
        if speaker.company in companies:
            for address in (*speaker.links.values(), *filter(None, [speaker.url])):
                if is_own_page(speaker.company, address):
                    found.setdefault(speaker.company, address)
    return found


def _look_up(companies: list[str], own: dict[str, str]) -> None:
    """Keep what was found as facts with their source, and say how it went."""
    found, problems = look_up_industries(companies)
    pages = [read_own_page(c, own[c]) for c in companies if c in own and c not in {f.company for f in found}]
    facts = [_as_fact(f, f.words) for f in found]
    for page in pages:
        business = read_own_words(page.company, page.words) if page else None
        if page and business and business.label:
            facts.append(_as_fact(page, business.label))
    if facts:
        keep(lambda: get_store().save_facts(*facts), f"{plural(len(facts), 'answer')} found.")
    missing = len(companies) - len(facts)
    sentences = [*problems, f"{plural(len(facts), 'answer')} found" + (f", {missing} still unknown." if missing else ".")]
    st.session_state["companies_looked_up"] = " ".join(sentences)


def _as_fact(finding: Finding, words: str) -> Fact:
    return Fact("industry", finding.company, words, finding.source, date.today().isoformat())
