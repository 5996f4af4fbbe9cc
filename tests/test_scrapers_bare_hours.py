"""Hours without minutes: proven by the order of a day, or by the word beside them."""

from __future__ import annotations

import pytest
from slot_pages import read

LINES = {
    "to": "{0} to {1} - {2}<br>",
    "bis": "<li>{0} bis {1}: {2}</li>",
    "a dash": "<p>{0} – {1} {2}</p>",
    "à": "<div>{0} à {1} – {2}</div>",
    "до": "<p>{0} до {1}, {2}</p>",
    "two digits": "<tr><td>{0:02d}-{1:02d} | {2}</td></tr>",
}
DAY = [
    (8, 9, "Breakfast"),
    (9, 12, "Grinding lenses by hand"),
    (12, 13, "Lunch"),
    (14, 17, "Drift of old clocks"),
    (17, 18, "Tea"),
]


def clocks(body: str) -> list[tuple[str | None, str | None, str]]:
    return [(s.start and s.start[11:16], s.end and s.end[11:16], s.title) for s in read(body).sessions]


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_whole_hours_before_words_are_times_where_one_ends_as_the_next_begins(line: str) -> None:
    """Ranges of bare hours at the head of lines are the clocks of a day when they run on from line to line."""
    body = "".join(line.format(*part) for part in DAY)
    page = f"<table>{body}</table>" if line.startswith("<tr>") else f"<div>{body}</div>"

    assert clocks(page) == [(f"{a:02d}:00", f"{b:02d}:00", title) for a, b, title in DAY]


def test_numbers_that_count_something_are_no_hours() -> None:
    """Ranges that run on but count years, each with the same word behind it, open no slots beside the programme."""
    groups = "".join(f"<p>{n} to {n + 1} years old bring a lamp number {n}</p>" for n in range(5, 13))
    programme = "".join(f"<li>{a}:00 {title}</li>" for a, _, title in DAY)

    assert len(clocks(f"<ul>{programme}</ul><div>{groups}</div>")) == len(DAY)


@pytest.mark.parametrize(
    "word", ["<span class=sr-only>Uhr</span>", "<small>h</small>", "<i>uur</i>", "<b>часов</b>", "<em>godz.</em>"]
)
def test_a_word_for_hours_in_an_element_of_its_own_makes_the_number_beside_it_a_clock(word: str) -> None:
    """The hour and its word are one clock, however the word is set apart."""
    rows = "".join(f"<tr><td>{a} {word}</td><td>{title}</td></tr>" for a, _, title in DAY)

    assert [(a, title) for a, _, title in clocks(f"<table>{rows}</table>")] == [(f"{a:02d}:00", title) for a, _, title in DAY]
