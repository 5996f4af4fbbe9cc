"""The user's own wordings for notes: one line a variant, checked, with a sample, kept as a file over ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import streamlit as st

from app_pages._drafts import forget_drafts, stand
from app_pages._shared import get_store, keep
from app_pages._sign_in import LOCAL_MEMBER
from app_pages._text import STEP_WORDS, plain
from planner.note_templates import FORMS, STEPS, Step, Templates, languages, read_templates, show_sample
from planner.own_templates import drop_own, save_frame, save_step
from planner.phrases import LANGUAGE_NAMES
from planner.placeholders import PLACEHOLDERS
from planner.storage import data_folder

FORM_WORDS = {"note": "LinkedIn note", "letter": "E-mail or message", "spoken": "Spoken opener"}


def own_templates() -> Path:
    """The folder of the user's own templates."""
    member = get_store().member
    folder = data_folder() / "templates"
    return folder if member == LOCAL_MEMBER else folder / member


def show_templates_editor(language: str, step_now: Step, channel: str) -> None:
    """Choose a step and a form, first those of the note at hand; each part of a note is a field with one variant a line."""
    fold = st.expander(
        "Change the wording of the drafts", icon=":material/edit_document:", key="templates_fold", on_change="rerun"
    )
    if not fold.open:
        return
    with fold:
        st.caption(
            "A draft takes one line of each part. {name} and the like are filled in; what stands in [brackets] is left out "
            "when it is unknown or there is no room."
        )
        left, middle, right = st.columns(3)
        there = languages(own_templates())
        wanted = left.selectbox(
            "In", there, index=there.index(language), format_func=lambda code: LANGUAGE_NAMES.get(code, code.upper())
        )
        kinds: list[Step | Literal["frame"]] = [*STEPS, "frame"]
        step = middle.selectbox(
            "For", kinds, index=kinds.index(step_now), format_func=lambda s: STEP_WORDS.get(s, "How letters begin and end"),
            key=f"template_step_{step_now}",
        )  # fmt: skip
        texts = _texts_in_use(wanted)
        if step == "frame":
            _edit_frame(wanted, texts)
        else:
            forms = list(FORM_WORDS)
            form = right.selectbox(
                "As", forms, index=forms.index(FORMS[channel]), format_func=FORM_WORDS.__getitem__,
                key=f"template_form_{channel}",
            )  # fmt: skip
            _edit_step(wanted, texts, step, form)
        if (own_templates() / f"{wanted}.toml").is_file() and st.button("Back to our wording", type="tertiary"):
            keep(lambda: drop_own(own_templates(), wanted), "Our wording is back.")
            st.rerun()


def _texts_in_use(language: str) -> Templates:
    try:
        return read_templates(language, folder=own_templates())
    except ValueError as problem:
        st.error(plain(str(problem)))
        return read_templates(language)


def _edit_step(language: str, texts: Templates, step: Step, form: str) -> None:
    """Each part as a field, an empty one for a further part, and for letters the subjects."""
    key = f"template_{language}_{step}_{form}"
    with st.form(key, border=False):
        parts = [*texts.parts.get((step, form), ()), ()]
        edited = [
            _lines(st.text_area(
                f"Part {number}" if part else "A further part (optional)", height=120 if part else 68,
                key=stand(f"{key}_{number}", "\n".join(part)),
            ))
            for number, part in enumerate(parts, 1)
        ]  # fmt: skip
        subject = None
        if form == "letter":
            subject = _lines(
                st.text_area("Subject", height=100, key=stand(f"{key}_subject", "\n".join(texts.subjects.get(step, ()))))
            )
        st.caption("You may use: " + " · ".join(f"`{{{p.name}}}` {p.meaning}" for p in PLACEHOLDERS.values()))
        if st.form_submit_button("Use this wording", icon=":material/save:"):
            _save(lambda: save_step(own_templates(), language, step=step, form=form, parts=edited, subject=subject))
    if sample := " ".join(_sample(part) for part in edited if part).strip():
        st.caption(f"For example: {plain(sample)}")


def _edit_frame(language: str, texts: Templates) -> None:
    """Greetings and closings; a closing's lines are divided by a slash."""
    with st.form(f"template_{language}_frame", border=False):
        greeting = _lines(st.text_area("Greetings", key=stand(f"template_{language}_greeting", "\n".join(texts.greeting))))
        closings = "\n".join(closing.replace("\n", " / ") for closing in texts.closing)
        closing = [
            c.replace(" / ", "\n")
            for c in _lines(st.text_area("Closings", key=stand(f"template_{language}_closing", closings)))
        ]
        if st.form_submit_button("Use these", icon=":material/save:"):
            _save(lambda: save_frame(own_templates(), language, greeting=greeting, closing=closing))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _sample(part: Sequence[str]) -> str:
    try:
        return show_sample(part[0])
    except ValueError:
        return ""  # saving it says why


def _save(save: Callable[[], None]) -> None:
    if keep(save, "Your wording is used from now on."):
        forget_drafts("template_")
        st.rerun()
