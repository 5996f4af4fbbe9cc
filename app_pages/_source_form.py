"""Where an agenda comes from: a link, a file, pasted text or a sample; shown on the Event page."""

from __future__ import annotations

import streamlit as st

from app_pages._drafts import forget_drafts
from app_pages._paste import note_pasted_pages, pasted_page
from app_pages._reading import SAMPLES, read_address, read_sample, start_reading
from app_pages._shared import get_store
from app_pages._text import plain
from scrapers import read_text, read_upload

BEST_SAMPLE = "revenue_leaders_summit.html"
_LINK, _FILE, _TEXT = "Link", "File", "Pasted text"
_FIELDS = {_LINK: "event_address", _TEXT: "event_text"}
_TABS = "event_tabs_source"
_TRIED, _PROBLEM, _ANOTHER = "source_tried", "source_problem", "event_another"
"""What is being read: its tab and what was typed there. Streamlit forgets fields that are not on the screen meanwhile."""


def show_source_form() -> None:
    """Link first, since that is what people have; the other ways beside it. Starting a read reruns the page."""
    _show_problem()
    for tab, field in _FIELDS.items():
        st.session_state.setdefault(field, _tried(tab))
    link, file, pasted, sample = st.tabs(
        [_LINK, _FILE, _TEXT, "Sample"], default=st.session_state.get(_TRIED, (_LINK, ""))[0], key=_TABS, on_change="rerun"
    )
    with link, st.form("source_link", border=False):
        address = st.text_input("Address of the agenda", placeholder="https://…", key="event_address")
        if st.form_submit_button("Read the agenda", type="primary", icon=":material/travel_explore:"):
            if address.strip():
                note_tried(_LINK, address)
                read_address(address.strip())
                st.rerun()
            st.warning("Paste the address of the event's agenda or speakers page first.")
    with file, st.form("source_file", border=False):
        upload = st.file_uploader("Agenda as a file (saved page, PDF, spreadsheet, calendar, JSON, Markdown …)")
        if st.form_submit_button("Read the file", icon=":material/upload_file:"):
            if upload is not None:
                name, data = upload.name, upload.getvalue()
                note_tried(_FILE, "")
                start_reading(name, lambda report, stop: read_upload(name, data))
                st.rerun()
            st.warning("Choose a file first.")
    with pasted:
        _show_text_form()
    with sample:
        st.write("Invented events, to try things out:")
        for path in sorted(
            p for p in SAMPLES.iterdir() if p.suffix not in (".md", ".toml") and not p.name.endswith(".expected.json")
        ):
            label = path.stem.replace("_", " ").capitalize()
            if st.button(f"{plain(label)} ({path.suffix[1:]})", key=f"sample_{path.name}", type="tertiary"):
                read_sample(path.name)
                st.rerun()


def note_tried(tab: str, typed: str) -> None:
    """Remember what is about to be read, to stand there again when it cannot be."""
    st.session_state[_TRIED] = (tab, typed)
    for key in (_PROBLEM, _TABS):
        st.session_state.pop(key, None)


def note_problem(problem: str, *, is_stopped: bool) -> None:
    """Why what was tried could not be read: it is said until something else is tried, or nothing more."""
    st.session_state.setdefault(_TRIED, (_LINK, ""))
    st.session_state[_PROBLEM] = (problem, is_stopped)


def is_tried() -> bool:
    """Whether something was typed or pasted that could not be read."""
    return _TRIED in st.session_state


def forget_tried() -> None:
    """What was typed or pasted has been read: the fields are empty for the next event, and folded away."""
    forget_drafts("event_address", "event_text")
    for key in (_TRIED, _PROBLEM, _ANOTHER, _TABS):
        st.session_state.pop(key, None)


def show_another() -> None:
    """The same form for a further event: folded away unless something could not be read."""
    another = st.expander("Read another event", icon=":material/add:", key=_ANOTHER, on_change="rerun", expanded=is_tried())
    if another.open:
        with another:
            show_source_form()


def _show_problem() -> None:
    problem, is_stopped = st.session_state.get(_PROBLEM, ("", False))
    if not problem:
        return
    if is_stopped:
        st.info("You stopped the reading before anything was found.", icon=":material/stop_circle:")
    else:
        st.error(plain(problem), icon=":material/error:")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Nothing was lost. Mend it below, or try another way: a file, or the text of the page.", width="stretch")
        if get_store().events():
            st.button("Never mind", icon=":material/close:", key="source_never_mind", on_click=forget_tried)


def _tried(tab: str) -> str:
    """What was typed under a tab and could not be read: it stands there again."""
    last, text = st.session_state.get(_TRIED, ("", ""))
    return text if last == tab else ""


def _is_address(text: str) -> bool:
    """Whether what was pasted as a text is the address of one."""
    return text.strip().startswith(("http://", "https://")) and len(text.split()) == 1


def _show_text_form() -> None:
    with st.form("source_text", border=False):
        st.caption(
            "From a web page: select all of it (Ctrl+A, on a Mac ⌘A), copy it, and paste it as it is. Its headings and columns "
            "come along unseen and help the reading; menus do no harm. Further days, or its page of speakers: paste them below."
        )
        text = st.text_area(
            "Text of the agenda",
            height=220,
            key="event_text",
            placeholder="09:00 – 09:45  Title of the session\nName, Job title, Company",
        )
        if st.form_submit_button("Read the text", icon=":material/content_paste:"):
            if _is_address(text):
                note_tried(_LINK, text.strip())
                read_address(text.strip())
                st.rerun()
            if text.strip():
                note_tried(_TEXT, text)
                page = pasted_page(text)
                start_reading("pasted text", lambda report, stop: read_text(text, page=page))
                st.rerun()
            st.warning("Paste some text first.")
    note_pasted_pages("event_text")


def show_welcome() -> None:
    """The first start: one clear thing to do, and a sample one click away."""
    st.title("Which event are you going to?")
    st.write(
        "Paste the address of its agenda. You get a short list of people worth meeting, why, what you could give them "
        "first, a note to send and a free slot to meet in."
    )
    show_source_form()
    st.divider()
    st.write("No event at hand?")
    if st.button("Try it with a sample summit", icon=":material/play_circle:", key="try_sample"):
        read_sample(BEST_SAMPLE)
        st.rerun()
