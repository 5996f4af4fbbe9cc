"""The days of an event that only its first page tells: "12 and 13 May 2027", where the programme counts days or names none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape

from planner.agenda import Agenda
from scrapers._document import Document
from scrapers._html.lines import lines_of_page, whole_lines
from scrapers._html.page import parse
from scrapers._language.dates import find_dates, resolve
from scrapers._timing.unit import tells_other_day

_LONG = 120
_BODY = re.compile(r"<body\b[^<>]{0,2000}>", re.I)


def days_told(document: Document) -> str | None:
    """The line of a page that tells from which day to which the event lasts, or its only day; None where no line does."""
    lines = [
        line for line in whole_lines(lines_of_page(parse(document.text))) if len(line) <= _LONG and not tells_other_day(line)
    ]
    told = [(span, line) for line in lines for span in find_dates(line) if span.year]
    if lasting := next((line for span, line in told if span.last), None):
        return lasting
    days = {resolve(span, ()): line for span, line in reversed(told)}
    return next(iter(days.values())) if len(days) == 1 else None


def dated(agenda: Agenda, document: Document, told: str, read: Callable[[Document], Agenda | None]) -> Agenda:
    """The agenda of a page that prints no full date, read again below the line that tells the event's days."""
    if not agenda.sessions or any("T" in (session.start or "") for session in agenda.sessions):
        return agenda
    head = _BODY.search(document.text)
    at = head.end() if head else 0
    text = f"{document.text[:at]}<p>{escape(told)}</p>{document.text[at:]}"
    again = read(replace(document, data=text.encode("utf-8", "replace"), content_type="text/html; charset=utf-8"))
    if again is None or [s.title for s in again.sessions] != [s.title for s in agenda.sessions]:
        return agenda
    return again if all("T" in s.start for s in again.sessions if s.start) else agenda
