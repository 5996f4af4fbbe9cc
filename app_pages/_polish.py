"""Polishing a note with a language model: off unless switched on; what says anything new is refused, and the draft stays."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from app_pages._shared import get_store
from app_pages._sign_in import asks_for_sign_in
from app_pages._text import plain
from planner.lint import NoteContext
from planner.polish import clean_answer, judge_polish, polish_request
from planner.records import Draft
from scrapers import MODEL_ADDRESS, ModelError, ask_model

_USUAL_MODEL = "llama3.2"


class Model(NamedTuple):
    """Where a language model is asked, and its name there."""

    address: str
    name: str


def model_in_use() -> Model | None:
    """The model to ask, None while polishing is off. On a server for a team its owner says which, never a member."""
    kept = get_store().settings().get("polish") or {}
    if not kept.get("on"):
        return None
    address, name = os.environ.get("POLISH_ADDRESS", ""), os.environ.get("POLISH_MODEL", "")
    if asks_for_sign_in():
        return Model(address, name or _USUAL_MODEL) if address else None
    return Model(kept.get("address") or address or MODEL_ADDRESS, kept.get("model") or name or _USUAL_MODEL)


def show_polish(
    field: str, draft: Draft, language: str, context: NoteContext, *, keep: Callable[[str, Draft, str], None]
) -> None:
    """The button where it is on, what came of it, and the switch. `keep` puts a text in place of the one in the field."""
    model = model_in_use()
    fold = st.expander(
        "Polish with a language model (optional)", icon=":material/auto_fix_high:", key="polish_fold", on_change="rerun"
    )
    if not fold.open:
        return
    with fold:
        if model:
            _show_button(model, field, draft, language, context, keep)
        _show_switch()


def _show_button(
    model: Model, field: str, draft: Draft, language: str, context: NoteContext, keep: Callable[[str, Draft, str], None]
) -> None:
    outcome = f"polished_{field}"
    text = str(st.session_state[field])
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Polish this note", icon=":material/auto_fix_high:", disabled=not text.strip()):
            with st.spinner(f"{model.name} is writing …"):
                st.session_state[outcome] = _polish(model, text, draft.channel, language, context)
        before, after, reasons = st.session_state.get(outcome) or ("", "", ())
        if after and not reasons and before == text:
            st.button("Use the polished text", type="primary", on_click=keep, args=(field, draft, after))
        if after and not reasons and after == text:
            st.button("Back to mine", on_click=keep, args=(field, draft, before))
    if before != text:
        return
    if reasons:
        st.warning(
            "Not taken; your text is as it was.  \n" + "  \n".join(plain(r) for r in reasons[:5]), icon=":material/block:"
        )
    if after:
        st.code(after, language=None, wrap_lines=True)


def _polish(model: Model, text: str, channel: str, language: str, context: NoteContext) -> tuple[str, str, tuple[str, ...]]:
    """The text before and after, and why the text after must not be used."""
    try:
        answer = ask_model(model.address, model.name, polish_request(text, channel=channel, language=language))
    except ModelError as problem:
        return text, "", (str(problem),)
    after = clean_answer(answer)
    return text, after, judge_polish(text, after, language=language, channel=channel, context=context)


def _show_switch() -> None:
    kept = get_store().settings().get("polish") or {}
    st.caption(
        "The text of the note, and nothing else, is sent to the address below when you press the button. What comes back is "
        "checked: a text that adds, loses or turns round a fact is refused."
    )
    with st.form("polish_settings", border=False):
        on = st.toggle("Let me polish notes", bool(kept.get("on")))
        address, name = kept.get("address", MODEL_ADDRESS), kept.get("model", _USUAL_MODEL)
        if asks_for_sign_in():
            st.caption(f"On this server it is {plain(os.environ.get('POLISH_ADDRESS') or 'not set up')}.")
        else:
            address = st.text_input("Address of the model (OpenAI-compatible; Ollama on this computer by default)", address)
            name = st.text_input("Its name there", name)
        if st.form_submit_button("Keep this"):
            get_store().save_settings(polish={"on": on, "address": address.strip(), "model": name.strip()})
            st.rerun(scope="fragment")
