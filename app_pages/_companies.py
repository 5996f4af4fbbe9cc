"""What companies do: asked of the user, looked up online after a yes, kept as facts that can be changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from app_pages._drafts import forget_drafts, keep_drafts, stand
from app_pages._errand import IsStopped, Report, find_errand, forget_errand, show_errand, start_errand
from app_pages._remarks import mark_of
from app_pages._shared import attempt, get_store, in_rows, keep, say_soon
from app_pages._text import plain, plural
from app_pages._view import EventView, view_event
from planner.industries import industries, read_own_words
from planner.plan import Plan
from planner.records import Fact, KeptEvent
from planner.storage import Store
from scrapers import Finding, is_own_page, look_up_industries, read_own_page

_YOU = "you"
_LOOK_UP = "companies"


def show_questions_about_companies(event: KeptEvent, plan: Plan) -> None:
    """The unknown companies whose answer matters most; answers are kept for all events and can be changed."""
    view = view_event(event)
    told = view.store.facts("industry")
    given = {name: fact for name, fact in told.items() if fact.value}
    _show_look_up()
    if not plan.unknown_companies and not given:
        return
    label = _say_questions(len(plan.unknown_companies), len(given))
    panel = st.expander(label, icon=":material/help:", key="companies_panel", on_change="rerun")
    if not panel.open:
        return
    with panel:
        if plan.unknown_companies:
            _ask_about_companies(plan)
            keep_drafts("companies")
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
    keys = {question.company: stand(f"company_{mark_of(question.company)}", None) for question in plan.unknown_companies}
    for place, question in zip(in_rows(len(plan.unknown_companies), 2), plan.unknown_companies, strict=False):
        who = ", ".join(question.people[:3])
        place.selectbox(
            f"{plain(question.company)} ({plain(who)})", labels, index=None, accept_new_options=True,
            placeholder="Choose or type", key=keys[question.company], persist_state="session",
        )  # fmt: skip
    st.button("Keep the answers", type="primary", key="companies_keep", on_click=_keep_answers, args=(keys,))


def _keep_answers(keys: dict[str, str]) -> None:
    answers = {company: str(st.session_state.get(key) or "").strip() for company, key in keys.items()}
    day = date.today().isoformat()
    facts = [Fact("industry", company, answer, _YOU, day) for company, answer in answers.items() if answer]
    if facts and attempt(lambda: get_store().save_facts(*facts)):
        forget_drafts("company_")
        say_soon("Kept. The order is new.")
    st.rerun()


def _offer_look_up(view: EventView, plan: Plan) -> None:
    """Ask online, once for each press: names leave this machine only then."""
    asked = find_errand(_LOOK_UP)
    if asked is not None and asked.is_running:
        return
    companies = [question.company for question in plan.unknown_companies]
    own = _own_pages(view, companies)
    menu = st.popover(
        "Look them up online", icon=":material/travel_explore:", key=f"companies_online_{id(asked)}", on_change="rerun"
    )  # it stays open when the page is drawn anew
    with menu:
        st.write(
            f"This sends {plural(len(companies), 'company name')} to wikidata.org: {plain(', '.join(companies))}. "
            + (f"It also opens the own pages of {plain(', '.join(own))}, which the agenda links to. " if own else "")
            + "Nothing about you or the people is sent, and nothing is asked without this button."
        )
        st.button(
            "Yes, look them up now", key="companies_look_up", type="primary", on_click=_start_look_up, args=(companies, own)
        )


def _start_look_up(companies: list[str], own: dict[str, str]) -> None:
    store = get_store()
    start_errand(_LOOK_UP, "Looking up what companies do", lambda report, stop: _look_up(store, companies, own, report, stop))


def _show_look_up() -> None:
    """How far the look-up is; afterwards what came of it."""
    asked = find_errand(_LOOK_UP)
    if asked is None:
        return
    if asked.is_running:
        show_errand(asked)
        return
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.info(plain(asked.problem or asked.outcome), icon=":material/travel_explore:", width="stretch")
        st.button("OK", key="companies_looked_up", on_click=forget_errand, args=(_LOOK_UP,))


def _own_pages(view: EventView, companies: list[str]) -> dict[str, str]:
    """Company -> the address of its own page, where the agenda links one."""
    found: dict[str, str] = {}
    for speaker in view.agenda.speakers:
        if speaker.company in companies:
            for address in (*speaker.links.values(), *filter(None, [speaker.url])):
                if is_own_page(speaker.company, address):
                    found.setdefault(speaker.company, address)
    return found


def _look_up(store: Store, companies: list[str], own: dict[str, str], report: Report, stop: IsStopped) -> str:
    """Keep what was found as facts with their source, but for companies answered meanwhile; how it went, as a sentence."""
    found, problems = look_up_industries(companies, report=report, stop=stop)
    facts = {f.company: _as_fact(f, f.words) for f in found}
    for company, address in own.items():
        if company in facts or stop():
            continue
        report(f"Opening the page of {company}")
        page = read_own_page(company, address, stop=stop)
        business = read_own_words(company, page.words) if page else None
        if page and business and business.label:
            facts[company] = _as_fact(page, business.label)
    told = {company for company, fact in store.facts("industry").items() if fact.value}
    if news := [fact for company, fact in facts.items() if company not in told]:
        store.save_facts(*news)
    missing = len(set(companies) - facts.keys() - told)
    how = f"{plural(len(news), 'answer')} found" + (f", {missing} still unknown." if missing else ".")
    return " ".join(["Stopped.", how] if stop() else [*problems, how])


def _as_fact(finding: Finding, words: str) -> Fact:
    return Fact("industry", finding.company, words, finding.source, date.today().isoformat())
