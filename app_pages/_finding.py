"""Finding one of many people: short lists to choose from, and for long ones whoever is meant by the name typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice

import streamlit as st

from app_pages._text import plain
from planner.naming import fold_name, fold_text

OFFERED = 500
"""How many of a longer list are offered: tens of thousands would be sent to the browser at every click."""
_ALIKE = 20
_NEW = "(somebody new)"
_MARKS = set("'`.")  # folding drops them


def offer(choices: Mapping[str, str], *chosen: str) -> list[str]:
    """The references to offer of a list (reference -> name): all of a short one, else the first and those `chosen`."""
    if len(choices) <= 2 * OFFERED:
        return list(choices)
    return list(dict.fromkeys([*islice(choices, OFFERED), *(ref for ref in chosen if ref in choices)]))


def settle(typed: str, choices: Mapping[str, str]) -> str:
    """The reference meant by what was chosen or typed: a first or last name that only one person has means that person."""
    if typed in choices:
        return typed
    folded = fold_name(typed.partition(",")[0])
    named = {ref: fold_name(name.partition(",")[0]) for ref, name in _with_words(folded.split()[:1], choices)}
    found = [ref for ref, name in named.items() if name == folded]
    found = found or [ref for ref, name in named.items() if folded and folded in (name.split()[:1] + name.split()[-1:])]
    return found[0] if len(found) == 1 else typed


def choose_person(
    choices: Mapping[str, str], label: str, *, key: str, new: bool = True, placeholder: str = "",
    on_change: Callable[[], None] | None = None,
) -> str | None:  # fmt: skip
    """The reference of somebody chosen, or found by typing; with `new` also somebody new as typed, `NAME, COMPANY`."""
    options = offer(choices, st.session_state.get(key) or "")
    long = len(options) < len(choices)
    typed = st.selectbox(
        label, options, index=None, key=key, format_func=lambda ref: choices.get(ref, ref), on_change=on_change,
        placeholder=placeholder or "Type a name; a new one is added", accept_new_options=new or long, persist_state="session",
    )  # fmt: skip
    found = settle(typed, choices) if typed else None
    if found is None or found in choices or not long:
        return found
    return _ask_which(found, choices, key, new, on_change)


def _ask_which(typed: str, choices: Mapping[str, str], key: str, new: bool, on_change: Callable[[], None] | None) -> str | None:
    """Whom what was typed means, when it may be several of a long list; who is chosen takes the place of what was typed."""
    alike = [ref for ref, _ in islice(_with_words(fold_text(typed).split(), choices), _ALIKE + 1)]
    if not alike:
        if not new:
            st.caption(f"Nobody here is called {plain(typed)}. Type a part of the name or the company.")
        return typed if new else None
    which = f"{key}_which"

    def take() -> None:
        if (ref := st.session_state.get(which)) is not None and ref != typed:
            st.session_state[key] = ref
            if on_change:
                on_change()

    label = "Who is meant?" if len(alike) <= _ALIKE else "Who is meant? There are more; type more of the name"
    refs = [*alike[:_ALIKE], *([typed] if new else [])]
    return st.selectbox(label, refs, index=None, key=which, on_change=take, placeholder="Choose",
                        format_func=lambda ref: choices.get(ref, f"{ref} {_NEW}"))  # fmt: skip


def _with_words(words: list[str], choices: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Those in whose name or company all the words stand. Only what may hide a word is folded, which takes longer."""
    for ref, name in choices.items():
        low = name.casefold() if name.isascii() and not _MARKS & set(name) else fold_text(name)
        if all(word in low for word in words):
            yield ref, name
