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
    """Terms and their definitions as well as paragraphs by turns are read, whichever comes first, though no box parts them."""
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


CARDS = {
    "in_speaker_cards": ("<h2>Speakers</h2>{}", "<figure><b>{2}</b><span>Tarn AG</span><em>{1}</em></figure>"),
    "under_days": ("<nav><a>Programme</a></nav><h2>Day 1</h2><ul>{}</ul>", "<li>{1} ({2})</li>"),
    "under_names": ("<ul><li><a>Speakers</a></li></ul>{}", "<h2>{2}</h2><p>{1}</p><a><img></a>"),
}


@pytest.mark.parametrize(("page", "talk"), CARDS.values(), ids=CARDS)
def test_the_lines_of_a_page_tell_its_talks_where_nothing_else_does(page: str, talk: str) -> None:
    """No label, heading or box says that these are talks: titles are told from names as on a page with clocks."""
    agenda = read(page.format(rows(talk)))

    assert titles(agenda) == [title for _, title, _ in TALKS]
    assert _speaking(agenda) == [[who] for _, _, who in TALKS]


def test_what_people_do_makes_no_talks() -> None:
    """Lists of posts below names are no titles, on a page of speakers as anywhere."""
    posts = [
        "Director of the harbour board",
        "Professor of economics",
        "Head of sales",
        "Chairman of the fund",
        "Editor in chief",
    ]
    cards = [f"<p><b>{talk[2]}</b></p><p>Posts held:</p><p>- {post}</p>" for talk, post in zip(TALKS, posts, strict=True)]

    assert not read(f"<h2>Speakers</h2>{''.join(cards)}").sessions


def _speaking(agenda: Agenda) -> list[list[str]]:
    names = {p.id: p.name for p in agenda.speakers}
    return [[names[one] for one in s.speakers] for s in agenda.sessions]


def test_talks_listed_below_their_sections_are_read_one_by_one() -> None:
    """Each entry is a talk, not each section; several are called by nothing but their kind and told apart by who gives them."""
    named = iter(["Ivo Lindt", "Mara Stone", "Olga Petrova", "Jan Novak"])
    talks = [(title, who) for _, title, who in TALKS]
    sections = [talks[at : at + 2] for at in range(0, len(talks), 2)]
    sections = [[("Keynote", next(named)), *section] for section in sections[:4]]
    entries = ["".join(f"<li><h6>{who}</h6><p>{title}</p></li>" for title, who in section) for section in sections]
    blocks = "".join(f"<h3>S{number}: Part {number}</h3><div>{entry}</div>" for number, entry in enumerate(entries))

    agenda = read(f"<h2>Abstracts</h2>{blocks}")

    told = [(title, [who]) for section in sections for title, who in section]
    assert list(zip(titles(agenda), _speaking(agenda), strict=True)) == told


def test_talks_are_read_whole_where_boxes_within_them_hold_the_same() -> None:
    """A box holds the title and who speaks, a box beside it in the same entry where they studied: one talk, not two."""
    cards = "".join(
        f"<section><div>Keynote {number}: {title}<br>Speaker: {who}</div>"
        f"<div>Education:<br>Studied at Tarn {number}<br>and at Elm College</div></section>"
        for number, (_, title, who) in enumerate(TALKS, 1)
    )

    agenda = read(f"<h2>Abstracts of talks</h2>{cards}")

    assert _speaking(agenda) == [[who] for _, _, who in TALKS]
