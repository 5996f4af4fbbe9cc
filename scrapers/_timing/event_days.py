"""On which days an event takes place, told by its page as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from scrapers._language.dates import DateSpan, find_dates, resolve
from scrapers._timing.unit import Page, Unit, is_up_to, tells_other_day

_YEAR = re.compile(r"(?<!\d)(20[0-4]\d|19[89]\d)(?!\d)")
_LONG = 120
_SENTENCES = 600
_LONGEST_EVENT = 14
"""Days."""


@dataclass(frozen=True, slots=True)
class ToldDay:
    """The one day of an event and the line that tells it, as printed."""

    day: date
    text: str


def known_days(page: Page, named: Sequence[str] = ()) -> list[date]:
    """Days the page prints in full; else for a date without a year the one that stands where years can be trusted.

    `named` are the page's title and address. After them come headings, lines that hold a date, and a year alone; never
    running text, pictures or links, which speak of other years. A year that contradicts the printed weekdays is none; one that
    all of them agree with may stand in a footer.
    """
    spans = [d for u in page.units if u.dates and not tells_other_day(u.text) for d in u.dates]
    full = [date(s.year, s.month, s.day) for s in spans if s.year]
    if full or not spans:
        return full
    visible = [u for u in page.units if u.piece.zone not in ("foot", "nav") and "©" not in u.text and len(u.text) < _LONG]
    heads = [u.text for u in visible if u.piece.level == 1 or (u.piece.level and not u.piece.link)]
    beside = [u.text for u in visible if not u.piece.link and (u.dates or _YEAR.fullmatch(u.text.strip(" ,")))]
    for place in (heads[:1], *([text] for text in named), heads, beside):
        years = {int(year) for text in place for year in _YEAR.findall(text)}
        fitting = [days for year in sorted(years) if (days := _days_in(year, spans))]
        if len(fitting) == 1:
            return fitting[0]
    texts = [*named, *(u.text for u in page.units if len(u.text) < _LONG and not u.piece.link)]
    years = {int(year) for text in texts for year in _YEAR.findall(text)}
    fitting = [_days_in(year, spans) for year in sorted(years) if _weekdays_agree(year, spans)]
    return fitting[0] if len(fitting) == 1 else []


def _days_in(year: int, spans: list[DateSpan]) -> list[date]:
    """The days that dates mean in a year; none when most of the weekdays printed with them say otherwise."""
    days: list[date] = []
    wrong = 0
    for span in spans:
        try:
            day = date(year, span.month, span.day)
        except ValueError:
            continue
        if span.weekday in (None, day.weekday()):
            days.append(day)
        else:
            wrong += 1
    return days if wrong <= len(days) else []


def _weekdays_agree(year: int, spans: list[DateSpan]) -> bool:
    """Whether all weekdays printed with dates, one at least, are those of a year: then it may stand anywhere, "© 2027" too."""
    told = [span for span in spans if span.weekday is not None]
    return bool(told) and len(_days_in(year, told)) == len(told)


def event_day(page: Page, known: list[date], named: Sequence[str] = ()) -> ToldDay | None:
    """The day of an event of one day whose programme prints none, told beside it ("4 May 2027, Norvik Congress Centre").

    The lines above the programme are asked first, then all others but those of menus and footers, then sentences, then `named`
    texts (the page's title, its description). None where they tell several days, or a range of them; of several above the
    programme the only one with its weekday counts.
    """
    begin = page.zones[0].time if page.zones else 0
    above = [told for unit in page.units[:begin] for told in _told_in(unit)]
    around = [told for unit in page.units for told in _told_in(unit) if told[0].year]
    texts = [u.text[:_SENTENCES] for u in page.units if len(u.text) > _LONG and not _is_aside(u)]
    sentences, beside = ([(s, text) for text in many for s in find_dates(text) if s.year] for many in (texts, named))
    if len(days := _days_told(above, known)) > 1:
        above = [told for told in above if told[0].weekday is not None]
    for told in (above, around, sentences, beside):
        if any(span.last for span, _ in told):
            return None
        if days := _days_told(told, known):
            return ToldDay(*next(iter(days.items()))) if len(days) == 1 else None
    return None


def _days_told(told: list[tuple[DateSpan, str]], known: list[date]) -> dict[date, str]:
    """Each day with the first line that tells it; those printed behind "until" and the like are left out."""
    return {
        day: text
        for span, text in reversed(told)
        if not tells_other_day(text) and not is_up_to(text[: span.at]) and (day := resolve(span, known))
    }


def _told_in(unit: Unit) -> list[tuple[DateSpan, str]]:
    """The dates in a line outside the programme that may be the event's, each with the line."""
    return [] if _is_aside(unit) else [(span, unit.text) for span in unit.dates]


def _is_aside(unit: Unit) -> bool:
    return unit.zone >= 0 or unit.piece.zone in ("foot", "nav")


def first_range(page: Page, known: list[date]) -> tuple[date, date] | None:
    """The event's first and last day where the page prints a range ("22-23 October 2025")."""
    for unit in page.units:
        if unit.dates and tells_other_day(unit.text):
            continue
        for span in unit.dates:
            if span.last:
                first = resolve(span, known)
                if first:
                    try:
                        last = date(first.year + (span.last < (span.month, span.day)), *span.last)
                    except ValueError:
                        continue
                    if (last - first).days <= _LONGEST_EVENT:
                        return first, last
        days = [day for day in (resolve(span, known) for span in unit.dates) if day] if len(unit.dates) == 2 else []
        if len(days) == 2 and 0 < (days[1] - days[0]).days <= _LONGEST_EVENT:
            return days[0], days[1]
    return None
