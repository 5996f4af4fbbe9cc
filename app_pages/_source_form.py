"""Where an agenda comes from: a link, a file, pasted text or a sample; shown on the Event page."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from app_pages._reading import ReadingJob
from app_pages._text import plain
from scrapers import read_agenda, read_text, read_upload

SAMPLES = Path(__file__).resolve().parent.parent / "sample_agendas"
BEST_SAMPLE = "revenue_leaders_summit.html"
FILE_TYPES = ["html", "htm", "mhtml", "json", "xml", "ics", "csv", "tsv", "xls", "xlsx", "pdf", "docx", "txt", "yaml", "yml"]


def start_reading(job: ReadingJob) -> None:
    """Make this the read that the page shows progress of."""
    st.session_state["event_job"] = job
    st.rerun()


def sample_job(name: str) -> ReadingJob:
    """Read one of the bundled samples."""
    return ReadingJob(f"sample: {name}", lambda report, stop: read_upload(name, (SAMPLES / name).read_bytes()))


def address_job(address: str, event_id: str | None = None) -> ReadingJob:
    """Read a web address and the pages of the same event it links to."""
    return ReadingJob(
        address,
        lambda report, stop: read_agenda(address, progress=lambda step: report(step.sentence), stop=stop),
        event_id,
    )


def show_source_form() -> None:
    """Link first, since that is what people have; the other ways beside it. Starting a read reruns the page."""
    link, file, pasted, sample = st.tabs(["Link", "File", "Pasted text", "Sample"])
    with link, st.form("source_link", border=False):
        address = st.text_input("Address of the agenda", placeholder="https://…", key="event_address")
        if st.form_submit_button("Read the agenda", type="primary", icon=":material/travel_explore:"):
            if address.strip():
                start_reading(address_job(address.strip()))
            st.warning("Paste the address of the event's agenda or speakers page first.")
    with file, st.form("source_file", border=False):
        upload = st.file_uploader("Agenda as a file (saved page, PDF, spreadsheet, calendar, JSON …)", type=FILE_TYPES)
        if st.form_submit_button("Read the file", icon=":material/upload_file:"):
            if upload is not None:
                name, data = upload.name, upload.getvalue()
                start_reading(ReadingJob(name, lambda report, stop: read_upload(name, data)))
            st.warning("Choose a file first.")
    with pasted, st.form("source_text", border=False):
        text = st.text_area(
            "Text of the agenda",
            height=220,
            key="event_text",
            placeholder="09:00 – 09:45  Title of the session\nName, Job title, Company",
        )
        if st.form_submit_button("Read the text", icon=":material/content_paste:"):
            if text.strip():
                start_reading(ReadingJob("pasted text", lambda report, stop: read_text(text)))
            st.warning("Paste some text first.")
    with sample:
        st.write("Invented events, to try things out:")
        for path in sorted(
            p for p in SAMPLES.iterdir() if p.suffix not in (".md", ".toml") and not p.name.endswith(".expected.json")
        ):
            label = path.stem.replace("_", " ").capitalize()
            if st.button(f"{plain(label)} ({path.suffix[1:]})", key=f"sample_{path.name}", type="tertiary"):
                start_reading(sample_job(path.name))


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
        start_reading(sample_job(BEST_SAMPLE))
