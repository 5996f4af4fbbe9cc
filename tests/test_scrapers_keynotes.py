"""Pages that present the two or three keynotes of an event, without a timetable."""

from __future__ import annotations

import pytest

from scrapers import any_page
from scrapers._document import Document

_TOLD = "We look at how this came to be and at what it tells us of all that others have built around it since."
_TALKS = [
    ("Ann Archer", "University of Leeds", "Grain at sea and what it tells of trade"),
    (
        "Maria Lopez",
        "Tarn College",
        "Learning to sail with broken ropes, and the many ways in which whoever tries comes to harm",
    ),
]


def read(body: str) -> list[tuple[str, list[str]]]:
    page = f"<html><head><title>Workshop on mills</title></head><body><h1>Workshop on mills</h1>{body}</body></html>"
    found = any_page.read(Document("page.html", page.encode(), "text/html"), None)
    return [(s.title, [p.name for p in s.people]) for s in found.sessions]


@pytest.mark.parametrize(
    "card",
    [
        "<div><h3>{name}</h3><p>{work}</p></div><div><h3>{title}</h3><p>{told}</p></div>",
        "<div><h3>{name}</h3><p>{work}</p><h4>{title}</h4><p><b>Abstract:</b> {told}</p></div>",
        "<div><h4>{title}</h4><p><b>{name}</b><br>{work}</p><p>{told}</p></div>",
    ],
)
def test_two_keynotes_are_talks_where_each_has_its_speaker_and_says_what_it_is_about(card: str) -> None:
    """Headings of one format that name people and titles by turns are cut before each name, however long a title is."""
    cards = "".join(card.format(name=name, work=work, title=title, told=_TOLD) for name, work, title in _TALKS)
    assert read(f"<h2>Keynotes</h2>{cards}") == [(title, [name]) for name, _, title in _TALKS]


def test_two_keynote_speakers_with_their_lives_give_no_talks() -> None:
    """What stands below a name is a job and a biography there."""
    told = "{name} is professor of mills at {work}, where she has looked at wheels and owls for more than twenty years."
    cards = "".join(
        f"<div><h3>{name}</h3><p>Professor, {work}</p><p>{told.format(name=name, work=work)}</p></div>"
        for name, work, _ in _TALKS
    )
    assert read(f"<h2>Keynote speakers</h2>{cards}") == []
