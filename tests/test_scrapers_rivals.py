"""Lines that only look like titles beside the title of their session."""

from __future__ import annotations

from slot_pages import TALKS, read, rows, titles

_ROOMS = "<table><tr><th></th><th>Hall A</th></tr>{}</table>"


def test_a_fact_told_of_every_session_behind_one_label_is_no_title() -> None:
    """Where each talk of a grid says "Sprache der Sitzung: deutsch" in a line of its own, the talks are all the sessions."""
    facts = "<div class='lang'>Sprache der Sitzung: <span>deutsch</span></div><div class='type'>Art der Sitzung: Vortrag</div>"
    cell = "<p class='title'><a href='#'>{1}</a></p><ul><li><a href='#'>{2}</a></li></ul><a href='#'>" + facts + "</a>"

    agenda = read(_ROOMS.format(rows("<tr><td class='time'>{0}</td><td>" + cell + "</td></tr>")))

    assert titles(agenda) == [title for _, title, _ in TALKS]
    assert [len(s.speakers) for s in agenda.sessions] == [1] * 5


def test_a_label_may_lead_to_the_title_itself() -> None:
    """What every session says behind one label is its title where no other line is."""
    agenda = read(rows("<div><p class='t'>{0}</p><p class='s'>Beitrag: {1}</p><p class='w'>{2}</p></div>"))

    assert [title.removeprefix("Beitrag: ") for title in titles(agenda)] == [title for _, title, _ in TALKS]


def test_a_subtitle_is_told_of_its_session_and_is_none() -> None:
    """A line that some titles have between them and their people, always in one format, says more of those sessions."""
    more = ["Two years of lists and what they cost", "", "How the quiet ones win", "", "A year of letters nobody answered"]
    talks = [(clock, f"{title}|{below}", who) for (clock, title, who), below in zip(TALKS, more, strict=True)]
    cells = "".join(
        f"<tr><td class='time'>{clock}</td><td><p class='title'><a href='#'>{title}</a></p>"
        f"<p class='subtitle'><a href='#'>{below}</a></p><ul><li><a href='#'>{who}</a></li></ul></td></tr>"
        for clock, both, who in talks
        for title, _, below in [both.partition("|")]
    )

    agenda = read(_ROOMS.format(cells))

    assert titles(agenda) == [title for _, title, _ in TALKS]
    assert [s.abstract for s in agenda.sessions] == [below or None for below in more]
    assert [len(s.speakers) for s in agenda.sessions] == [1] * 5


def test_a_range_between_strokes_opens_a_slot() -> None:
    """Where most cards tell their time alone, one may tell the hall before it and the language behind it."""
    card = "<div class='card'><h4>{2}</h4><h6>{1}</h6><div><small>{0} - 23:00 / EN</small></div></div>"
    foot = "Hall 1 / 16:00 - 17:00 / EN"
    late = f"<div class='card'><h4>Tomas Lind</h4><h6>Soup for two hundred</h6><div><small>{foot}</small></div></div>"

    agenda = read(rows(card) + late)

    assert [(s.title, (s.start or "")[11:16], (s.end or "")[11:16]) for s in agenda.sessions][-1] == (
        "Soup for two hundred", "16:00", "17:00"
    )  # fmt: skip
