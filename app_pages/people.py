"""People: whom to meet, why, and what to give first; accept, put off or refuse, with an undo."""

from __future__ import annotations

import streamlit as st

from app_pages._attendees import show_attendees_import
from app_pages._card import HEAD, WEIGHTS, card_key, decide, show_card, show_decided
from app_pages._choosing import Choice, make_choice
from app_pages._colleagues import known_by_others, picked_by_others
from app_pages._companies import show_questions_about_companies
from app_pages._field import PAIRS, show_field, show_pairs, show_weights
from app_pages._reading import is_sample, take_sample_profile
from app_pages._shared import log, need_event, show_last_action, undo_entry
from app_pages._text import day_words, plain, plural
from app_pages._view import EventView, view_event
from planner.agenda import Speaker, moment
from planner.journal import Entry
from planner.plan import Plan
from planner.ranking import WEIGHT_LABELS
from planner.records import KeptEvent
from planner.signals import KIND_OF_REASON
from planner.suggestion import LeftOut, Suggestion
from planner.titles import functions as function_labels

PAGE = 10
OUT_PAGE = 25
STANDS = ["Everybody", "Not decided", "Chosen"]


def show_filters(view: EventView, plan: Plan) -> list[Suggestion]:
    """Search and filters; returns who is left, in order."""
    search, more = st.columns([4, 1], vertical_alignment="bottom")
    words = search.text_input("Search", placeholder="Name, company or job title", key="people_search").casefold().split()
    with more.popover("Filter", icon=":material/filter_list:", width="stretch"):
        industries = sorted({s.industry for s in plan.suggestions if s.industry})
        functions = sorted({f for s in plan.suggestions for f in s.functions})
        days = sorted({at.date().isoformat() for s in view.agenda.sessions if (at := moment(s.start))})
        stand = st.segmented_control("Show", STANDS, default=STANDS[0], key="people_stand") or STANDS[0]
        reason = st.selectbox(
            "Because they are", list(WEIGHT_LABELS), index=None, key="people_reason", placeholder="Any reason",
            format_func=WEIGHT_LABELS.__getitem__,
        )  # fmt: skip
        industry = st.selectbox("Industry", industries, index=None, key="people_industry", placeholder="Any")
        function = st.selectbox(
            "Function", functions, index=None, key="people_function", placeholder="Any",
            format_func=lambda f: str(function_labels().get(f, f)).capitalize(),
        )  # fmt: skip
        day = st.selectbox("Speaks on", days, index=None, key="people_day", placeholder="Any day", format_func=day_words)
    there = {p for s in view.agenda.sessions if (s.start or "").startswith(day) for p in s.speakers} if day else set()

    def fits(s: Suggestion) -> bool:
        text = f"{s.speaker.name} {s.speaker.title or ''} {s.speaker.company or ''}".casefold()
        decision = view.decisions.get(s.speaker.id)
        return (
            all(word in text for word in words)
            and (not reason or reason in {KIND_OF_REASON.get(r.code) for r in s.reasons})
            and (not industry or s.industry == industry)
            and (not function or function in s.functions)
            and (not day or s.speaker.id in there)
            and (stand != "Not decided" or decision is None)
            and (stand != "Chosen" or (decision is not None and decision.kind == "accepted"))
        )

    return [s for s in plan.suggestions if fits(s)]


def show_cards(view: EventView, choice: Choice, shown: list[Suggestion]) -> None:
    """One card a person, ten a page."""
    pages = max(1, -(-len(shown) // PAGE))
    page = min(st.session_state.get("people_page") or 1, pages)
    acquaintances, picked = known_by_others(view), picked_by_others(view)
    for suggestion in shown[(page - 1) * PAGE : page * PAGE]:
        speaker = suggestion.speaker.id
        st.fragment(show_card, key=card_key(suggestion.speaker))(
            view.event,
            suggestion,
            choice.known.get(speaker),
            acquaintances=acquaintances.get(speaker, ()),
            picked=picked.get(speaker, ()),
        )
    if pages > 1:
        st.pagination(pages, key="people_page")


def show_left_out(event: KeptEvent, left_out: tuple[LeftOut, ...]) -> None:
    """Who is not suggested and why; anybody can still be chosen, and a refusal taken back."""
    if not left_out:
        return
    view = view_event(event)
    label = f"Left out on purpose ({len(left_out)})"
    panel = st.expander(label, icon=":material/visibility_off:", key="people_out", on_change="rerun")
    if not panel.open:
        return
    with panel:
        pages = -(-len(left_out) // OUT_PAGE)
        page = min(st.session_state.get("people_out_page") or 1, pages)
        for out in left_out[(page - 1) * OUT_PAGE : page * OUT_PAGE]:
            with st.container(horizontal=True, vertical_alignment="center"):
                company = f", {plain(out.speaker.company)}" if out.speaker.company else ""
                st.markdown(f"**{plain(out.speaker.name)}**{company}: {plain(out.text)}", width="stretch")
                if (decision := view.decisions.get(out.speaker.id)) is not None:
                    show_decided(decision, out.speaker, _take_back)
                else:
                    st.button("Meet all the same", key=f"anyway_{out.speaker.id}", type="tertiary",
                              on_click=_meet, args=(view, out.speaker))  # fmt: skip
        if pages > 1:
            st.pagination(pages, key="people_out_page")


def _take_back(decision: Entry) -> None:
    undo_entry(decision)
    st.rerun()


def _meet(view: EventView, speaker: Speaker) -> None:
    decide(view, speaker, "accepted")
    st.rerun()


def show_import(event: KeptEvent) -> None:
    """Attendees from a list, folded away."""
    panel = st.expander("Import a list of attendees", icon=":material/group_add:", key="people_import", on_change="rerun")
    if panel.open:
        with panel:
            show_attendees_import(view_event(event))


@st.fragment(key=HEAD)
def show_head(event: KeptEvent, people: int) -> None:
    """What was decided last, with an undo, and how many are chosen."""
    show_last_action()
    chosen = len(view_event(event).accepted)
    st.write(
        f"{plural(people, 'person', 'people')}, best first: peers in another industry, people you can help, "
        f"people who know those you want to know. **{chosen} chosen**{'; two is the floor.' if chosen < 2 else '.'}"
    )


def _log_reviewed(event_id: str) -> None:
    log("people_reviewed", "People reviewed.", event=event_id)


st.title("People")
view = view_event(need_event())
if not view.agenda.speakers:
    st.info("This agenda names nobody. Add people on the Event page, or import the list of attendees here.",
            icon=":material/person_search:")  # fmt: skip
    show_attendees_import(view)
    st.stop()
if not view.profile.title:
    st.warning("Whom you should meet depends on who you are: fill in your profile first.", icon=":material/person:")
    st.page_link("app_pages/profile.py", label="Fill in my profile", icon=":material/arrow_forward:")
    if is_sample(view.event):
        st.button("Look around with a sample profile", icon=":material/play_circle:", on_click=take_sample_profile)
choice = make_choice(view)
plan = choice.plan
show_head(view.event, len(plan.suggestions))
st.page_link("app_pages/notes.py", label="Write to those you chose", icon=":material/edit_note:")
st.fragment(show_questions_about_companies)(view.event, plan)
st.fragment(show_weights, key=WEIGHTS)(view.event)
shown = show_filters(view, plan)
if not shown:
    st.info("Nobody fits. Take a filter off, or search for another word." if plan.suggestions else
            "Nobody is suggested. Look at who is left out below, or say in your profile what you can offer.")  # fmt: skip
elif len(shown) < len(plan.suggestions):
    st.caption(f"{len(shown)} of {len(plan.suggestions)} shown.")
show_cards(view, choice, shown)
if "people_reviewed" not in {e.kind for e in view.entries}:
    st.button("I have looked through the people", icon=":material/task_alt:", on_click=_log_reviewed, args=(view.event.id,))
st.fragment(show_pairs, key=PAIRS)(view.event, plan)
st.fragment(show_field)(view.event, plan)
st.fragment(show_left_out)(view.event, plan.left_out)
st.fragment(show_import)(view.event)
