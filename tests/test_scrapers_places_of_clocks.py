"""Where pages put the clocks of their sessions: beside, below, in attributes, in rows of a grid, twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planner.agenda import Agenda
from scrapers import read_upload

TALKS = (
    ("9:00", "9:45", "Rivers that remember their maps", "Greta Albran, Head of Water, Fischli AG"),
    ("9:45", "10:30", "What a harbour owes its city", "Jonas Duval, Director, Lomax Group"),
    ("10:30", "11:00", "Coffee break", ""),
    ("11:00", "11:45", "Pricing cold rooms by the hour", "Mei Castell, Chief Engineer, Nordkuhl"),
    ("13:15", "14:00", "Insurance for small boats", "Oskar Iversen, Underwriter, Brandsma"),
    ("14:00", "14:45", "Teaching pilots to rest", "Priya Kordes, Trainer, Haverkamp"),
)
DAY = "Tuesday, 12 May 2026"


def _four(clock: str) -> str:
    return clock.replace(":", "").zfill(4)


def _six_hours_on(clock: str) -> str:
    hour, minute = clock.split(":")
    return f"{int(hour) + 6}:{minute}"


def _talk(title: str, who: str) -> str:
    return f"<h4>{title}</h4><p>{who}</p>"


PLACES: dict[str, Callable[[str, str, str, str], str]] = {
    "attributes": lambda a, b, t, w: f'<div class="s" data-start="{a}" data-end="{b}">{_talk(t, w)}</div>',
    "one attribute": lambda a, b, t, w: f'<div class="s" data-time="{a} - {b}">{_talk(t, w)}</div>',
    "a label": lambda a, b, t, w: f'<div class="s" aria-label="{a} to {b}">{_talk(t, w)}</div>',
    "a calendar's link": lambda a, b, t, w: (
        f'<div class="s">{_talk(t, w)}<a href="https://calendar.example/r?text=x&amp;dates=20260512T{_four(a)}00/20260512T{_four(b)}00">'
        "Add</a></div>"
    ),
    "the foot of a card": lambda a, b, t, w: f"<article>{_talk(t, w)}<footer><b>{a}</b> <i>Hall 2</i></footer></article>",
    "a card with its length": lambda a, b, t, w: f'<div class="s">{_talk(t, w)}<div>{a} - {b} | Hall 2 | 0:45</div></div>',
    "a card with labels": lambda a, b, t, w: (
        f'<div class="s"><p>Start</p><p>{a}</p><p>End</p><p>{b}</p>{_talk(t, w)}</div>'
    ),
    "two zones": lambda a, b, t, w: (
        f'<div class="s"><div>{a}-{b} ET</div><div>{_six_hours_on(a)}-{_six_hours_on(b)} CET</div>{_talk(t, w)}</div>'
    ),
    "before its date": lambda a, b, t, w: f"<p>{a}</p><p>{DAY}</p>{_talk(t, w)}",
    "behind title and date": lambda a, b, t, w: f"{_talk(t, w)}<p>{DAY}</p><p>{a} - {b}</p>",
    "raised minutes": lambda a, b, t, w: (
        f'<div class="s"><p>{a.split(":")[0]}.<sup>{a.split(":")[1]}</sup></p>{_talk(t, w)}</div>'
    ),
    "range in an attribute for dates": lambda a, b, t, w: (
        f'<li class="event" data-date="{a.replace(":", ".")} – {b.replace(":", ".")}">{_talk(t, w)}</li>'
    ),
    "odd marks": lambda a, b, t, w: f'<div class="s"><p class="t">{a.replace(":", "’")}</p>{_talk(t, w)}</div>',
}  # fmt: skip


def _read(body: str) -> Agenda:
    page = f"<html><head><title>Harbour Days 2026</title></head><body><h1>Programme</h1><h2>{DAY}</h2>{body}</body></html>"
    return read_upload("page.html", page.encode())


def _starts(agenda: Agenda) -> dict[str, str]:
    return {s.title: (s.start or "")[11:16] for s in agenda.sessions}


EXPECTED = {title: start.zfill(5) for start, _, title, _ in TALKS}


@pytest.mark.parametrize("place", PLACES)
def test_clocks_are_found_where_pages_put_them(place: str) -> None:
    """Every session has the start that the page gives it, wherever the page puts it."""
    assert _starts(_read("".join(PLACES[place](*talk) for talk in TALKS))) == EXPECTED


def test_the_two_sides_of_a_timeline_are_kept_apart() -> None:
    """Where clock and words change sides, the last clock of one record and the first of the next make no range."""
    sides = [
        f'<div class="row"><div class="l">{_talk(t, w)}</div><div class="r">{a}</div></div>'
        if number % 2
        else f'<div class="row"><div class="l">{a}</div><div class="r">{_talk(t, w)}</div></div>'
        for number, (a, _, t, w) in enumerate(TALKS)
    ]
    assert _starts(_read("".join(sides))) == EXPECTED


def test_clocks_of_a_grid_head_what_begins_in_their_row() -> None:
    """Clocks at the rows of a grid count for the cells placed there, though these come later in the source."""
    heads = "".join(f'<div style="grid-row: {n}">{a}</div>' for n, (a, *_) in enumerate(TALKS))
    cells = "".join(f'<div style="grid-column: 2; grid-row: {n}">{_talk(t, w)}</div>' for n, (_, _, t, w) in enumerate(TALKS))
    assert _starts(_read(f"<div>{heads}{cells}</div>")) == EXPECTED


def test_clocks_in_a_column_of_their_own_go_with_the_lines_beside() -> None:
    """A list of clocks and a list of as many titles belong together line by line."""
    clocks, titles = ("".join(f"<p>{talk[n]}</p>" for talk in TALKS) for n in (0, 2))
    assert _starts(_read(f'<div class="a">{clocks}</div><div class="b">{titles}</div>')) == EXPECTED


def test_shown_clocks_are_believed_before_data_in_universal_time() -> None:
    """Structured data in UTC gets the clocks that the page shows, all the same hours away."""
    events = ",".join(
        f'{{"@type":"Event","name":"{t}","startDate":"2026-05-12T{int(a.split(":")[0]) - 2:02}:{a.split(":")[1]}:00Z"}}'
        for a, _, t, _ in TALKS
    )
    data = f'<script type="application/ld+json">{{"@type":"Event","name":"Harbour Days","subEvent":[{events}]}}</script>'
    shown = "".join(f'<div class="s"><b>{a}</b>{_talk(t, w)}</div>' for a, _, t, w in TALKS)
    assert _starts(_read(data + shown)) == EXPECTED
