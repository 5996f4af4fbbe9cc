"""One typed line about what happened, understood as entries and shown for a yes before it is kept."""

from __future__ import annotations

from datetime import date

import streamlit as st

from app_pages._drafts import forget_drafts
from app_pages._log_forms import add_new_person, open_panel, person_of
from app_pages._shared import write_entries
from app_pages._text import WAY_WORDS, plain, say_entry
from app_pages._view import EventView
from planner.quick_log import Known, Mention, Proposal, people_in, read_line, to_entries


def show_one_line_log(view: EventView, choices: dict[str, str]) -> None:
    """The line, what it was understood as, and a yes."""
    st.text_input(
        "In one line", key="one_line", placeholder="met Ana Ruiz from Acme, send the ramp-up sheet Friday",
        persist_state="session", help="English, German, French, Spanish or Portuguese. You see what was understood first.",
    )  # fmt: skip
    line = st.session_state.get("one_line") or ""
    if not line.strip():
        return
    known = [Known(ref, name.partition(", ")[0], name.partition(", ")[2] or None) for ref, name in choices.items()]
    proposals = read_line(line, today=date.today(), known=known)
    if not proposals:
        st.warning(
            "Nothing in this line was understood. Try “met NAME from COMPANY, promised to send X Friday”, or use the form."
        )
        return
    with st.container(border=True):
        for proposal in proposals:
            st.markdown(_describe(proposal, choices))
        chosen = {mention.key: _settle(mention, choices) for mention in people_in(proposals)}
        st.button(
            "Yes, log this", type="primary", icon=":material/check:", key="one_line_yes", width="stretch",
            on_click=_keep, args=(view, proposals, chosen),
        )  # fmt: skip


def _describe(proposal: Proposal, choices: dict[str, str]) -> str:
    who = _name(proposal.who, choices) if proposal.who else ""
    what = say_entry(proposal.kind, who, [_name(m, choices) for m in proposal.others])
    due = f"by {proposal.due:%a %d %b}" if proposal.due else ""
    way = WAY_WORDS[proposal.way].lower() if proposal.way else ""
    more = " · ".join(filter(None, (way, due)))
    return ": ".join(filter(None, (what, plain(proposal.text)))) + (f"  \n:small[:gray[{more}]]" if more else "")


def _name(mention: Mention, choices: dict[str, str]) -> str:
    return plain(choices.get(mention.ref or "", mention.name))


def _settle(mention: Mention, choices: dict[str, str]) -> tuple[str | None, str, str]:
    """Who is meant: a reference, or None with name and company for somebody new."""
    if mention.ref is None and mention.choices:
        options = [*mention.choices, ""]
        ref = st.selectbox(
            f"Who is {plain(mention.name)}?", options, key=f"one_line_{mention.key}",
            format_func=lambda r: choices[r] if r else "Somebody else",
        )  # fmt: skip
        return (ref or None, mention.name, mention.company or "")
    if mention.ref is None:
        st.caption(f"{plain(mention.name)} is not on the agenda and will be added.")
    return (mention.ref, mention.name, mention.company or "")


def _keep(view: EventView, proposals: tuple[Proposal, ...], chosen: dict[str, tuple[str | None, str, str]]) -> None:
    people = {
        key: person_of(view, ref) if ref else add_new_person(name, company, view)
        for key, (ref, name, company) in chosen.items()
    }
    line = st.session_state["one_line"]
    open_panel(None)
    sessions = {s.id: s.title for s in view.agenda.sessions}
    if write_entries(to_entries(proposals, people, event=view.event.id, sessions=sessions), f"Logged: {line}"):
        st.session_state["one_line"] = ""
        forget_drafts("one_line")
