"""One suggested meeting as a card: who, where, why, what to give, what to ask, and the buttons to decide."""

from __future__ import annotations

import streamlit as st

from app_pages._shared import get_store, log
from app_pages._text import WAY_WORDS, plain, when_words
from app_pages._view import EventView
from planner.agenda import Speaker
from planner.journal import EntryKind, take_back
from planner.suggestion import Suggestion

BUTTONS: dict[EntryKind, tuple[str, str]] = {
    "accepted": ("Meet", ":material/handshake:"),
    "not_now": ("Not now", ":material/schedule:"),
    "no_thanks": ("No thanks", ":material/close:"),
    "met_before": ("Met before", ":material/history:"),
}
DECIDED = {"accepted": "Chosen", "not_now": "Not now", "no_thanks": "No thanks", "met_before": "Met before"}


def show_card(view: EventView, suggestion: Suggestion) -> None:
    """Show one person; the buttons log the decision and run the page again."""
    speaker = suggestion.speaker
    with st.container(border=True):
        job = ", ".join(plain(x) for x in (speaker.title, speaker.company) if x) or "job unknown"
        industry = plain(suggestion.industry) if suggestion.industry else "industry unknown"
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{suggestion.rank}. {plain(speaker.name)}**  \n{job} · {industry}", width="stretch")
            if suggestion.unlikely:
                st.badge("unlikely, but", icon=":material/lightbulb:", color="violet")
        for session in view.agenda.sessions_of(speaker.id)[:3]:
            where = f" · {plain(session.room)}" if session.room else ""
            st.caption(f"{when_words(session.start, session.end)}{where} · {plain(session.title)}")
        why, give = st.columns(2)
        with why:
            st.markdown("**Why**\n\n" + "\n".join(f"- {plain(r.text)}" for r in suggestion.reasons[:3]))
        with give:
            ideas = "\n".join(f"- {WAY_WORDS[idea.way]}: {plain(idea.text)}" for idea in suggestion.give_first[:3])
            st.markdown(f"**Give first**\n\n{ideas}")
        with st.container(horizontal=True, vertical_alignment="center"):
            show_decision(view, speaker)
        if suggestion.questions or speaker.bio or len(suggestion.reasons) > 3:
            with st.expander("What to ask, and more"):
                for question in suggestion.questions:
                    st.markdown(f"- {plain(question)}")
                for reason in suggestion.reasons:
                    st.caption(f"{plain(reason.text)} ({reason.weight:.2f} of {suggestion.score:.2f})")
                if speaker.bio:
                    st.caption(plain(speaker.bio[:600]))


def show_decision(view: EventView, speaker: Speaker) -> None:
    """What was decided about a person with an undo, else the buttons to decide."""
    decision = view.decisions.get(speaker.id)
    if decision is not None:
        st.badge(DECIDED[decision.kind], icon=":material/check:", color="green" if decision.kind == "accepted" else "gray")
        st.button("Undo", key=f"undo_{speaker.id}", type="tertiary", on_click=lambda: get_store().add(take_back(decision)))
        return
    for kind, (label, icon) in BUTTONS.items():
        first = kind == "accepted"
        st.button(
            label, key=f"{kind}_{speaker.id}", icon=icon if first else None, type="primary" if first else "tertiary",
            on_click=_decide, args=(view, speaker, kind),
        )  # fmt: skip


def _decide(view: EventView, speaker: Speaker, kind: EntryKind) -> None:
    person = view.person_for(speaker)
    log(kind, f"{DECIDED[kind]}: {speaker.name}.", event=view.event.id, person=person.id)
