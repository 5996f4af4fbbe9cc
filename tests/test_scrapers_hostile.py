"""Inputs made to exhaust time or memory are refused, or read in time in proportion to their size."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from scrapers import AgendaError, Document, read_document


def packed(name: str, size: int) -> bytes:
    """An archive whose one member unpacks to so many blanks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "")
        archive.writestr(name, b" " * size)
    return out.getvalue()


@pytest.mark.parametrize("name", ["word/document.xml", "xl/worksheets/sheet1.xml"])
def test_an_archive_that_unpacks_without_bound_is_refused(name: str) -> None:
    """The sizes are checked before anything is unpacked."""
    with pytest.raises(AgendaError):
        read_document(Document("bomb", packed(name, 310_000_000)))


@pytest.mark.parametrize(
    "data",
    [b'{"a":' * 50_000, b"[" * 200_000, b"var x = " + b"[{a:" * 30_000, b"var x = " + b"['" * 100_000, b"09:00 " * 100_000,
     b'<?xml version="1.0"?>' + b"<a>" * 50_000],
    ids=["deep_object", "deep_array", "deep_literal", "open_strings", "clocks_only", "deep_elements"],
)  # fmt: skip
def test_depth_and_repetition_cost_no_more_than_their_length(data: bytes) -> None:
    """Each of these is answered in seconds, with a sentence."""
    started = time.perf_counter()
    with pytest.raises(AgendaError):
        read_document(Document("deep", data))

    assert time.perf_counter() - started < 8


def test_an_entry_that_repeats_every_second_is_read_once() -> None:
    """Only rules by days or longer are written out, and those a bounded number of times."""
    rule = "BEGIN:VEVENT\nDTSTART:20270101T090000\nSUMMARY:Ticks\nRRULE:FREQ={}\nEND:VEVENT\n"
    calendar = (
        "BEGIN:VCALENDAR\n" + rule.format("SECONDLY") + rule.format("DAILY").replace("Ticks", "Breakfast") + "END:VCALENDAR\n"
    )

    agenda = read_document(Document("repeats.ics", calendar.encode()))

    titles = [s.title for s in agenda.sessions]
    assert titles.count("Ticks") == 1
    assert 1 <= titles.count("Breakfast") <= 30
