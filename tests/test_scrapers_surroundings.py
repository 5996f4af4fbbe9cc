"""What stands around programmes on pages and is no part of them: the people who run an event, praise of it, hours of hotels."""

from __future__ import annotations

import pytest

from scrapers import read_upload
from scrapers._cards.cards import find_people
from scrapers._html.page import parse
from scrapers._html.sections import heading_says

CARDS = "".join(
    f"<div class='card'><img src='{name[0]}.jpg' alt='{name}'><h3>{name}</h3><p>{job}</p></div>"
    for name, job in (
        ("Petra Lindqvist", "Event Director"),
        ("Omar Haddadi", "Head of Data"),
        ("Ann Archer", "Marketing Manager"),
    )
)
TALKS = "".join(
    f"<li><h3>{title}</h3><p>{name}, {company}</p><p>{title} is told from the first thread to the last knot.</p></li>"
    for title, name, company in (
        ("A wheel that sings", "Ana Berg", "Tarn AG"),
        ("What looms remember", "Marco Sella", "Sella Looms"),
        ("The cord as a language", "Mei Fong", "Quay Fibres"),
        ("Seven ways to say felt", "Hugo Zabal", "Felt House"),
    )
)


@pytest.mark.parametrize(
    ("heading", "says"),
    [
        ("Meet the team", "others"),
        ("Featured partners", "others"),
        ("Meet the makers", "speakers"),
        ("Our line-up", "speakers"),
        ("Keynote speakers of previous years", "others"),
        ("Referenten der letzten Jahre", "others"),
        ("Ponentes de ediciones anteriores", "others"),
        ("Nos équipes", "others"),
        ("Ils nous font confiance", "others"),
    ],
)
def test_headings_tell_who_does_not_speak_though_they_sound_like_speakers(heading: str, says: str) -> None:
    """A word for others wins over what merely leads to people, and a word for another year over one for speakers."""
    assert heading_says(heading) == says


@pytest.mark.parametrize(("heading", "found"), [("Meet the team", 0), ("Meet the makers", 3)])
def test_the_team_of_an_event_is_no_list_of_speakers(heading: str, found: int) -> None:
    """Cards of people are judged by what their heading calls them."""
    assert len(find_people(parse(f"<body><h2>{heading}</h2>{CARDS}</body>"))) == found


@pytest.mark.parametrize(
    "praise",
    [
        "<div><p>“I came for the talks and stayed for the people.”</p><p>Solène Castellan, directrice, Héron SA</p></div>",
        "<blockquote>Two days that I shall not forget.<br>Solène Castellan, directrice, Héron SA</blockquote>",
    ],
)
def test_who_signs_a_praise_is_no_speaker(praise: str) -> None:
    """What visitors said stands on many a page without a heading that says so."""
    assert find_people(parse(f"<body><h2>Deux journées</h2>{praise}</body>")) == []


def test_hours_told_in_passing_hide_no_talks() -> None:
    """Breakfast at a hotel and trains to the venue make no timetable of a page whose talks have no times."""
    hotel = (
        "<h2>Where to stay</h2><p>From 98 € a night, breakfast 6:30 - 10:00</p><p>From 140 € a night, check-in from 15:00</p>"
    )
    page = f"<title>Wool Day</title><h1>Wool Day</h1><h2>Talks</h2><ul>{TALKS}</ul>{hotel}"

    assert [(s.title, s.start) for s in read_upload("page.html", page.encode()).sessions] == [
        ("A wheel that sings", None),
        ("What looms remember", None),
        ("The cord as a language", None),
        ("Seven ways to say felt", None),
    ]


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Where to stay", "From 98 € a night, breakfast 6:30 - 10:00"),
        ("How to get there", "Trains leave the central station at 7:12, 7:42 and 8:12."),
        ("Häufige Fragen", "Die Garderobe schließt um 22:30 Uhr."),
        ("Cómo llegar", "El último autobús sale a las 23:15."),
    ],
)
def test_hours_below_what_visitors_ask_for_are_no_sessions(heading: str, told: str) -> None:
    """However few times the programme itself has."""
    rows = "".join(
        f"<p>{clock} {title}</p>" for clock, title in (("9:00", "A wheel that sings"), ("9:45", "What looms remember"))
    )
    page = f"<title>Wool Day</title><h1>Wool Day</h1><h2>Programme</h2>{rows}<h2>{heading}</h2><h3>Castellan</h3><p>{told}</p>"

    assert [s.title for s in read_upload("page.html", page.encode()).sessions] == ["A wheel that sings", "What looms remember"]


def test_rows_below_a_heading_of_visitors_that_begin_with_their_time_stay() -> None:
    """A page of nothing but a shuttle's stops, or a programme that follows such a heading without one of its own."""
    rows = "".join(
        f"<p>{clock} {title}</p>"
        for clock, title in (("9:00", "A wheel that sings"), ("9:45", "What looms remember"), ("10:30", "Felt for beginners"))
    )
    page = f"<title>Wool Day</title><h1>Wool Day</h1><h2>Travel</h2><p>Take the tram.</p><p><b>Programme</b></p>{rows}"

    assert len(read_upload("page.html", page.encode()).sessions) == 3
