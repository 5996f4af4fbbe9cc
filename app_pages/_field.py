"""Around the cards: what matters to me, introductions to make, the picture of the field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

import streamlit as st

from app_pages._card import HEAD
from app_pages._choosing import is_learning, order_anew, read_weights, say_lessons, taught_weights, weights_in_use
from app_pages._shared import attempt, get_store, in_rows, log, redraw, say_soon
from app_pages._text import plain
from app_pages._view import EventView, view_event
from planner.give_first import Pair
from planner.plan import Plan
from planner.ranking import USUAL, WEIGHT_LABELS
from planner.records import KeptEvent
from planner.suggestion import Suggestion
from planner.titles import functions as function_labels

_ACROSS, _DOWN = 10, 16  # functions and industries drawn by name: more cannot be read on a phone
_UNKNOWN, _OTHER = "unknown", "others"

PAIRS = "people_pairs"
"""The part of the page with the introductions to make."""


def show_weights(event: KeptEvent) -> None:
    """Plain sliders for what matters to the user, and what their decisions taught."""
    panel = st.expander("What matters to me", icon=":material/tune:", key="weights_panel", on_change="rerun")
    if not panel.open:
        return
    with panel:
        _show_learning(view_event(event))
        with st.form("weights", border=False):
            now = asdict(read_weights())
            for place, (name, label) in zip(in_rows(len(WEIGHT_LABELS), 2), WEIGHT_LABELS.items(), strict=False):
                place.slider(label, 0.0, 1.0, float(now[name]), 0.05, key=f"weight_{name}")
            with st.container(horizontal=True):
                st.form_submit_button("Use these", type="primary", on_click=_use_weights)
                st.form_submit_button("Back to the usual", on_click=_use_usual_weights)


def _use_weights() -> None:
    chosen = {name: st.session_state[f"weight_{name}"] for name in WEIGHT_LABELS}
    if attempt(lambda: get_store().save_settings(weights=chosen)):
        say_soon("Kept.")
    st.rerun()


def _use_usual_weights() -> None:
    if attempt(lambda: get_store().save_settings(weights=asdict(USUAL))):
        for name in WEIGHT_LABELS:
            st.session_state.pop(f"weight_{name}", None)
        say_soon("Back to the usual.")
    st.rerun()


def _show_learning(view: EventView) -> None:
    learning = is_learning()
    st.toggle("Learn gently from whom I choose and refuse", learning, key="weights_learn", on_change=_set_learning)
    if not learning:
        return
    taught = taught_weights(view)
    lessons = say_lessons(read_weights(), taught)
    if not lessons:
        st.caption(
            "Nothing learnt yet that changes the order. Each Meet, Not now and No thanks counts a little, "
            "and taking one back takes its effect back."
        )
    else:
        st.caption(f"Learnt so far: {'; '.join(lessons)}. At most by a third; an undo takes its effect back.")
    if taught != weights_in_use(view):
        st.button("Put the people in the new order", icon=":material/refresh:", key="weights_anew", on_click=_order_anew)


def _set_learning() -> None:
    attempt(lambda: get_store().save_settings(learn=st.session_state["weights_learn"]))
    st.rerun()


def _order_anew() -> None:
    order_anew()
    st.rerun()


def show_pairs(event: KeptEvent, plan: Plan) -> None:
    """People who should know each other: introducing them is a favour to both."""
    if not plan.pairs:
        return
    view = view_event(event)
    label = f"Introductions you could make ({len(plan.pairs)})"
    panel = st.expander(label, icon=":material/diversity_3:", key="pairs_panel", on_change="rerun")
    if not panel.open:
        return
    done = {frozenset(e.people) for e in view.entries if e.kind == "favour_given" and e.others}
    with panel:
        st.caption("Introducing two people to each other is two favours in one. Log it once you have done it.")
        for number, pair in enumerate(plan.pairs):
            both = frozenset(view.person_ids.get(s.id, s.id) for s in (pair.one, pair.other))
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(plain(pair.text), width="stretch")
                if both in done:
                    st.badge("Introduced", icon=":material/check:", color="green")
                else:
                    st.button("I introduced them", key=f"pair_{number}", on_click=_log_pair, args=(view, pair))


def _log_pair(view: EventView, pair: Pair) -> None:
    one, other = view.person_for(pair.one), view.person_for(pair.other)
    log(
        "favour_given", f"A favour to both: you introduced {one.name} and {other.name}.", event=view.event.id, person=one.id,
        others=(other.id,), way="connect_peer", text=f"Introduced {one.name} and {other.name}",
    )  # fmt: skip
    redraw(HEAD, PAIRS)


def show_field(event: KeptEvent, plan: Plan) -> None:
    """Who is there, by function and industry; the chosen ones stand out."""
    if len(plan.suggestions) < 4:
        return
    label = "The field: who is there, and whom you chose"
    panel = st.expander(label, icon=":material/grid_on:", key="field_panel", on_change="rerun")
    if not panel.open:
        return
    with panel:
        chosen = {speaker.id for speaker in view_event(event).accepted}
        st.vega_lite_chart(_draw_field(plan.suggestions, chosen))
        st.caption("Grey: everybody. Green: whom you chose. The larger, the more people.")


def _draw_field(people: Sequence[Suggestion], chosen: Collection[str]) -> dict[str, Any]:
    """A picture in Vega-Lite: a grey disc for all of one function and industry, and on it a green one for those chosen."""
    cells = [
        (function_labels()[s.functions[0]] if s.functions else _UNKNOWN, s.industry or _UNKNOWN, s.speaker.id in chosen)
        for s in people
    ]
    across = _most_telling([(function, picked) for function, _, picked in cells], _ACROSS)
    down = _most_telling([(industry, picked) for _, industry, picked in cells], _DOWN)
    everybody, picked = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for function, industry, is_chosen in cells:
        cell = (function if function in across else _OTHER, industry if industry in down else _OTHER)
        everybody[cell] += 1
        picked[cell] += is_chosen
    rows = [{"Function": f, "Industry": i, "People": n, "Chosen": picked[f, i]} for (f, i), n in everybody.items()]

    def discs(field: str, **look: Any) -> dict[str, Any]:
        return {
            "mark": {"type": "circle", "opacity": 1, **look},
            "transform": [{"filter": f"datum.{field} > 0"}],
            "encoding": {
                "size": {"field": field, "type": "quantitative", "legend": None,
                         "scale": {"type": "sqrt", "domain": [0, max(everybody.values())], "range": [60, 460]}},
                "tooltip": [{"field": name} for name in ("Function", "Industry", "People", "Chosen")],
            },
        }  # fmt: skip

    return {
        "data": {"values": rows},
        "height": {"step": 24},
        "encoding": {
            "x": {"field": "Function", "type": "nominal", "sort": [*across, _OTHER], "title": None,
                  "axis": {"labelAngle": -60, "labelLimit": 110, "labelOverlap": False, "grid": True, "orient": "top"}},
            "y": {"field": "Industry", "type": "nominal", "sort": [*down, _OTHER], "title": None,
                  "axis": {"labelLimit": 120, "grid": True}},
        },
        "layer": [discs("People", color="#ccd6d4"), discs("Chosen", color="#0b6e63", stroke="white", strokeWidth=1.5)],
    }  # fmt: skip


def _most_telling(named: Sequence[tuple[str, bool]], most: int) -> list[str]:
    """The names to show: those with the most people chosen, then those with the most people; the unknown last."""
    count, picked = Counter(name for name, _ in named), Counter(name for name, is_chosen in named if is_chosen)
    kept = sorted(count, key=lambda name: (-picked[name], -count[name], name))[:most]
    return sorted(kept, key=lambda name: name == _UNKNOWN)
