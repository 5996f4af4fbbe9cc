"""Programmes without clocks."""

from __future__ import annotations

import pytest
from slot_pages import TALKS, read, rows, titles

from planner.agenda import Agenda

KEYNOTES = "<div><h3>Keynote {0} {mark} {2}</h3><p><strong>{1}</strong></p><p>What it took, what it cost, who paid.</p></div>"


@pytest.mark.parametrize(
    "talk",
    ["<dt>{2} (Tarn AG)</dt><dd>{1}</dd>", "<dt>{1}</dt><dd>{2}, Tarn AG</dd>", "<p><b>{1}</b></p><p>{2}, Tarn AG</p>"],
)
def test_lines_by_turns_in_two_formats_are_talks_and_who_gives_them(talk: str) -> None:
    """Terms and their definitions as well as paragraphs by turns part the records of a list, whichever comes first."""
    agenda = read(f"<h2>Talks</h2><dl>{rows(talk)}</dl>")

    assert titles(agenda) == [title for _, title, _ in TALKS]
    assert _speaking(agenda) == [[who] for _, _, who in TALKS]


@pytest.mark.parametrize("mark", ["–", "|", ":"])
def test_a_kind_and_a_name_above_a_title_tell_who_holds_it(mark: str) -> None:
    """A heading such as "Keynote 2 – Ann Archer" is no title where the next line is one."""
    keynotes = [(str(number), title, who) for number, (_, title, who) in enumerate(TALKS, 1)]

    agenda = read("<h2>Keynotes</h2>" + rows(KEYNOTES.replace("{mark}", mark), keynotes))

    assert titles(agenda) == [title for _, title, _ in TALKS]
    assert _speaking(agenda) == [[who] for _, _, who in TALKS]


def _speaking(agenda: Agenda) -> list[list[str]]:
    names = {p.id: p.name for p in agenda.speakers}
    return [[names[one] for one in s.speakers] for s in agenda.sessions]
