"""Polishing a note with a language model: off unless switched on; what says anything new is refused, and the draft stays."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from app_pages._errand import IsStopped, Report, find_errand, show_errand, start_errand
from app_pages._shared import attempt, get_store
from app_pages._sign_in import asks_for_sign_in
from app_pages._text import plain
from planner.lint import NoteContext
from planner.polish import clean_answer, judge_polish, polish_request
from planner.records import Draft
from scrapers import MODEL_ADDRESS, ask_model

_USUAL_MODEL = "llama3.2"


class Model(NamedTuple):
    """Where a language model is asked, and its name there."""

    address: str
    name: str


class Polished(NamedTuple):
    """A note before and after, and why the text after must not be used."""

    before: str
    after: str
    reasons: tuple[str, ...]


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
    if (errand := find_errand(_errand_of(field))) is not None and errand.is_running:
        show_errand(errand)
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
    text = str(st.session_state[field])
    errand = find_errand(_errand_of(field))
    if errand is not None and errand.is_running:
        return
    polished: Polished | None = errand.outcome if errand else None
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "Polish this note", icon=":material/auto_fix_high:", disabled=not text.strip(),
            on_click=_start_polishing, args=(model, field, draft.channel, language, context),
        )  # fmt: skip
        if polished and polished.after and not polished.reasons and polished.before == text:
            st.button("Use the polished text", type="primary", on_click=keep, args=(field, draft, polished.after))
        if polished and polished.after and not polished.reasons and polished.after == text:
            st.button("Back to mine", on_click=keep, args=(field, draft, polished.before))
    if errand is not None and errand.problem:
        st.warning(plain(errand.problem), icon=":material/block:")
    elif polished and text == polished.before:
        _show_polished(polished)
    elif polished and text != polished.after:
        st.caption(
            "The polished text was made from an earlier state of this note, so it is not shown. Polish it again if you like."
        )


def _start_polishing(model: Model, field: str, channel: str, language: str, context: NoteContext) -> None:
    text = str(st.session_state[field])
    start_errand(
        _errand_of(field), f"{model.name} is polishing your note",
        lambda report, stop: _polish(model, text, channel, language, context, report, stop),
    )  # fmt: skip


def _show_polished(polished: Polished) -> None:
    if polished.reasons:
        why = "  \n".join(plain(r) for r in polished.reasons[:5])
        st.warning(f"Not taken; your text is as it was.  \n{why}", icon=":material/block:")
    if polished.after:
        st.code(polished.after, language=None, wrap_lines=True)


def _errand_of(field: str) -> str:
    return f"polish {field}"


def _polish(
    model: Model, text: str, channel: str, language: str, context: NoteContext, report: Report, stop: IsStopped
) -> Polished:
    report("It has a minute for its answer; your text stays as it is meanwhile.")
    answer = ask_model(model.address, model.name, polish_request(text, channel=channel, language=language), stop=stop)
    after = clean_answer(answer)
    return Polished(text, after, judge_polish(text, after, language=language, channel=channel, context=context))


def _show_switch() -> None:
    kept = get_store().settings().get("polish") or {}
    st.caption(
        "The text of the note, and nothing else, is sent to the address below when you press the button. What comes back is "
        "checked: a text that adds, loses or turns round a fact is refused."
    )
    with st.form("polish_settings", border=False):
        st.toggle("Let me polish notes", bool(kept.get("on")), key="polish_on")
        if asks_for_sign_in():
            st.caption(f"On this server it is {plain(os.environ.get('POLISH_ADDRESS') or 'not set up')}.")
        else:
            label = "Address of the model (OpenAI-compatible; Ollama on this computer by default)"
            st.text_input(label, kept.get("address", MODEL_ADDRESS), key="polish_address")
            st.text_input("Its name there", kept.get("model", _USUAL_MODEL), key="polish_model")
        st.form_submit_button("Keep this", on_click=_keep_switch)


def _keep_switch() -> None:
    kept = get_store().settings().get("polish") or {}
    if not asks_for_sign_in():
        kept |= {field: str(st.session_state[f"polish_{field}"]).strip() for field in ("address", "model")}
    attempt(lambda: get_store().save_settings(polish={**kept, "on": bool(st.session_state["polish_on"])}))
