"""The user's own wordings for notes: one line a variant, checked, with a sample, kept as a file over ours."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import streamlit as st

from app_pages._shared import get_store, keep
from app_pages._sign_in import LOCAL_MEMBER
from app_pages._text import STEP_WORDS, plain
from planner.note_templates import STEPS, Step, check_templates, check_variant, languages, read_templates, show_sample
from planner.placeholders import PLACEHOLDERS
from planner.storage import data_folder

FORM_WORDS = {"note": "LinkedIn note", "letter": "E-mail or message", "spoken": "Spoken opener"}


def own_templates() -> Path:
    """The folder of the user's own templates."""
    member = get_store().member
    folder = data_folder() / "templates"
    return folder if member == LOCAL_MEMBER else folder / member


def show_templates_editor(language: str) -> None:
    """Choose a step and a form; each part of the note is a field with one variant a line."""
    with st.expander("Change the wording of the drafts", icon=":material/edit_document:"):
        st.caption(
            "A draft takes one line of each part. {name} and the like are filled in; what stands in [brackets] is left out "
            "when it is unknown or there is no room."
        )
        left, middle, right = st.columns(3)
        wanted = left.selectbox(
            "In", languages(own_templates()), index=languages(own_templates()).index(language), format_func=str.upper
        )
        step: Step = middle.selectbox("For", STEPS, format_func=lambda s: STEP_WORDS.get(s, s), key="template_step")
        form = right.selectbox("As", list(FORM_WORDS), format_func=FORM_WORDS.__getitem__, key="template_form")
        try:
            parts = read_templates(wanted, folder=own_templates()).parts.get((step, form), ())
        except ValueError as problem:
            st.error(plain(str(problem)))
            parts = read_templates(wanted).parts.get((step, form), ())
        with st.form(f"template_{wanted}_{step}_{form}", border=False):
            texts = [
                st.text_area(f"Part {number}", "\n".join(part), height=120, key=f"template_{wanted}_{step}_{form}_{number}")
                for number, part in enumerate(parts, 1)
            ]
            st.caption("You may use: " + ", ".join(f"{{{p.name}}} {p.meaning}" for p in PLACEHOLDERS.values()))
            save = st.form_submit_button("Use this wording", icon=":material/save:")
        edited = [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]
        if save:
            _save(wanted, step, form, edited)
        for part in edited:
            st.caption(f"For example: {plain(_sample(part))}")
        if (own_templates() / f"{wanted}.toml").is_file() and st.button("Back to our wording", type="tertiary"):
            keep(lambda: (own_templates() / f"{wanted}.toml").unlink(), "Our wording is back.")
            st.rerun()


def _sample(part: list[str]) -> str:
    try:
        return show_sample(part[0]) if part else ""
    except ValueError as problem:
        return str(problem)


def _save(language: str, step: str, form: str, parts: list[list[str]]) -> None:
    problems = [p for part in parts for variant in part for p in check_variant(variant)]
    if problems or not all(parts):
        st.error(plain(problems[0] if problems else "Each part needs at least one line."))
        return
    path = own_templates() / f"{language}.toml"
    known: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    steps = known.get("steps", {})
    steps[step] = {**steps.get(step, {}), form: parts}
    text = _to_toml({**known, "steps": steps})
    if problems := check_templates(text):
        st.error(plain(problems[0]))
        return

    def write() -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    if keep(write, "Your wording is used from now on."):
        st.rerun()


def _to_toml(data: dict[str, Any]) -> str:
    """Texts and lists of texts as TOML; JSON strings are valid TOML strings."""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in data.items() if isinstance(value, str | list)]
    for name, step in data["steps"].items():
        lines.append(f"\n[steps.{name}]")
        lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in step.items()]
    return "\n".join(lines) + "\n"
