"""Lines that only the source of a page breaks."""

from __future__ import annotations

import pytest
from slot_pages import TALKS, read, titles

from planner.agenda import Agenda


def _told(agenda: Agenda) -> list[tuple[str | None, str, list[str]]]:
    names = {p.id: p.name for p in agenda.speakers}
    return [(s.start and s.start.partition("T")[2][:5], s.title, [names[i] for i in s.speakers]) for s in agenda.sessions]


EXPECTED = [(clock, title, [name]) for clock, title, name in TALKS]


@pytest.mark.parametrize(
    "body",
    [
        "<p>" + "\n".join(f"{c} “{t}”, {n}" for c, t, n in TALKS) + "</p>",
        "<div>" + "\n".join(f"<b>{c}</b> {t} ({n})" for c, t, n in TALKS) + "</div>",
        "<p>" + "\n".join(f"• {c} {t} – {n}" for c, t, n in TALKS[:3]) + "</p><p>" + "\n".join(
            f"• {c} {t} – {n}" for c, t, n in TALKS[3:]
        ) + "</p>",
        '<p style="white-space: pre-line">' + "\n".join(f"{c} {t}\n{n}, Acme" for c, t, n in TALKS) + "</p>",
        '<div class="mt-2 whitespace-pre-wrap">' + "\n".join(f"{c} {t}\n{n}, Acme" for c, t, n in TALKS) + "</div>",
        "<pre>" + "\n".join(f"{c} {t} / {n}" for c, t, n in TALKS) + "</pre>",
    ],
)  # fmt: skip
def test_a_programme_pasted_in_one_line_a_time_keeps_its_lines(body: str) -> None:
    """Lines of the source that each begin with a time are lines, and so are those that the page shows as they are typed."""
    assert _told(read(body)) == EXPECTED


def test_lines_that_an_editor_wraps_are_one() -> None:
    """A title goes on in the next line of the source, also one that begins with a number or a time told in passing."""
    rows = "".join(f"<p>{c} {t.replace(' ', chr(10), 1)}<br>{n}</p>" for c, t, n in TALKS)
    passing = "<p>The doors open at 8:30 and close at\n18:00 sharp; the bar is open until\n19:00 for all who stay.</p>"

    assert titles(read(rows + passing)) == [t for _, t, _ in TALKS]


def test_people_stand_behind_a_kind_and_a_title_in_quotes() -> None:
    """In "Workshop “Healing with Bees” Ann Archer" nothing within the quotation parts the title from people."""
    lines = [
        ("9:00", "Keynote: “What markets owe to Bees by the River”, Ann Archer"),
        ("10:00", "Workshop ”Sharing wax with Carl and friends” Deepak Rao"),
        ("11:00", "Lunch"),
        ("12:00", "Vortrag „Wege mit dem Wind“, Leitung: Greta Holm"),
    ]
    told = _told(read("".join(f"<p>{clock} {text}</p>" for clock, text in lines)))

    assert [people for _, _, people in told] == [["Ann Archer"], ["Deepak Rao"], [], ["Greta Holm"]]
    assert told[1][1] == "Workshop ”Sharing wax with Carl and friends”"
