"""People: whom to meet, why, and what to give first; accept, put off or refuse, with an undo."""

from __future__ import annotations

import streamlit as st

from app_pages._card import show_card, show_decision
from app_pages._choosing import choose_people
from app_pages._field import show_field, show_pairs, show_questions_about_companies, show_weights
from app_pages._shared import log, need_event, show_last_action
from app_pages._text import day_words, plain, plural
from app_pages._view import EventView, view_event
from planner.agenda import moment
from planner.plan import Plan
from planner.suggestion import Suggestion

PAGE = 10


def show_filters(view: EventView, choice: Plan) -> list[Suggestion]:
    """Search and filters; returns who is left, in order."""
    words = st.text_input("Search", placeholder="Name, company or job title", key="people_search").casefold().split()
    with st.popover("Filter", icon=":material/filter_list:"):
        industries = sorted({s.industry for s in choice.suggestions if s.industry})
        functions = sorted({f for s in choice.suggestions for f in s.functions})
        days = sorted({at.date().isoformat() for s in view.agenda.sessions if (at := moment(s.start))})
        industry = st.selectbox("Industry", industries, index=None, key="people_industry", placeholder="Any")
        function = st.selectbox("Function", functions, index=None, key="people_function", placeholder="Any")
        day = st.selectbox("Speaks on", days, index=None, key="people_day", placeholder="Any day", format_func=day_words)
        open_only = st.toggle("Only people I have not decided about", key="people_open")

    def fits(s: Suggestion) -> bool:
        text = f"{s.speaker.name} {s.speaker.title or ''} {s.speaker.company or ''}".casefold()
        return (
            all(word in text for word in words)
            and (not industry or s.industry == industry)
            and (not function or function in s.functions)
            and (not day or any((x.start or "").startswith(day) for x in view.agenda.sessions_of(s.speaker.id)))
            and (not open_only or s.speaker.id not in view.decisions)
        )

    return [s for s in choice.suggestions if fits(s)]


def show_cards(view: EventView, choice: Plan, shown: list[Suggestion]) -> None:
    """One card a person, ten a page."""
    pages = max(1, -(-len(shown) // PAGE))
    page = min(st.session_state.get("people_page") or 1, pages)
    for suggestion in shown[(page - 1) * PAGE : page * PAGE]:
        show_card(view, suggestion)
    if pages > 1:
        st.pagination(pages, key="people_page")


view = view_event(need_event())
st.title("People")
show_last_action()
if not view.agenda.speakers:
    st.info(
        "This agenda names nobody. Add people on the Event page, or import the list of attendees under My network.",
        icon=":material/person_search:",
    )
    st.stop()
if not view.profile.title:
    st.warning("Whom you should meet depends on who you are: fill in your profile first.", icon=":material/person:")
    st.page_link("app_pages/profile.py", label="Fill in my profile", icon=":material/arrow_forward:")
choice = choose_people(view)
chosen = len(view.accepted)
st.write(
    f"{plural(len(choice.suggestions), 'person', 'people')}, best first: peers in another industry, people you can help, "
    f"people who know those you want to know. **{chosen} chosen**{'; two is the floor.' if chosen < 2 else '.'}"
)
show_questions_about_companies(choice)
show_weights()
shown = show_filters(view, choice)
if not shown:
    st.info("Nobody fits. Take a filter off, or search for another word.")
show_cards(view, choice, shown)
if "people_reviewed" not in {e.kind for e in view.entries} and st.button(
    "I have looked through the people", icon=":material/task_alt:"
):
    log("people_reviewed", "People reviewed.", event=view.event.id)
    st.rerun()
show_pairs(choice)
show_field(view, choice)
if choice.left_out:
    with st.expander(f"Left out on purpose ({len(choice.left_out)})"):
        for out in choice.left_out:
            with st.container(horizontal=True, vertical_alignment="center"):
                company = f", {plain(out.speaker.company)}" if out.speaker.company else ""
                st.markdown(f"**{plain(out.speaker.name)}**{company}: {plain(out.text)}", width="stretch")
                if out.speaker.id in view.decisions:
                    show_decision(view, out.speaker)
