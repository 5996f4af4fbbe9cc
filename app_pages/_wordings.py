"""My own phrases in another language: without my wording they are left out of its notes, so that no sentence mixes two."""

from __future__ import annotations

import streamlit as st

from app_pages._drafting import matter_for, my_language, wordings_in
from app_pages._drafts import forget_drafts, stand
from app_pages._remarks import mark_of
from app_pages._shared import get_store, keep
from app_pages._text import plain
from app_pages._view import EventView
from planner.agenda import Speaker
from planner.note_templates import Step
from planner.people import Person
from planner.phrases import LANGUAGE_NAMES, phrases_to_word


def show_wordings(view: EventView, person: Person, speaker: Speaker | None, *, step: Step, language: str) -> None:
    """A field for each phrase of mine that this note could use, and which language I write my profile in."""
    mine = my_language(view)
    said = LANGUAGE_NAMES.get(language, language.upper())
    if language == mine:
        return
    kept = wordings_in(language)
    phrases = phrases_to_word(view.profile, matter_for(view, person, speaker, step=step, language=language))
    missing = sum(phrase not in kept for phrase in phrases)
    label = f"Say it in {said}" + (f": {missing} of your phrases left out" if missing else "")
    with st.expander(label, icon=":material/translate:", key="notes_wordings"):
        st.caption(f"Your profile is not in {said}. Word your phrases here once; what has no wording is left out of the note.")
        with st.form(f"wordings_{language}", border=False):
            new = {p: st.text_input(plain(p), key=stand(f"wording_{language}_{mark_of(p)}", kept.get(p, ""))) for p in phrases}
            written_in = st.selectbox(
                "My profile is written in", list(LANGUAGE_NAMES), index=list(LANGUAGE_NAMES).index(mine),
                format_func=LANGUAGE_NAMES.__getitem__,
            )  # fmt: skip
            if st.form_submit_button("Use these", icon=":material/save:"):
                every = get_store().settings().get("wordings") or {}
                words = {p: w.strip() for p, w in {**kept, **new}.items() if w.strip()}
                if keep(
                    lambda: get_store().save_settings(wordings={**every, language: words}, profile_language=written_in), "Kept."
                ):
                    forget_drafts("wording_")
                    st.rerun()
