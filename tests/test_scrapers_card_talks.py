"""Talks that stand in the cards of speakers, on pages without a programme."""

from __future__ import annotations

import pytest
from slot_pages import TALKS, read, titles

from scrapers._cards.card_talks import talks_in_cards
from scrapers._cards.cards import find_people
from scrapers._html.page import parse


@pytest.mark.parametrize("label", ["Topic", "Imparte", "Spricht über", "Workshop"])
def test_a_label_in_an_element_of_its_own_names_the_talks_of_a_card(label: str) -> None:
    """Whatever element it stands in, beside the title or above it; a card may name two talks and another none."""
    told = [
        ("Ann Archer", ["The tide of trade", "Ropes, again."]),
        ("Bob Baxter", ["Grain in the hold."]),
        ("Carla Cole", ["What mills want."]),
        ("Dan Duncan", []),
        ("Eve Easton", []),
        ("Finn Ford", ["Sails and ropes."]),
    ]
    talks = {name: "".join(f"<span><label>{label}:</label>{title}</span>" for title in titles) for name, titles in told}
    cards = "".join(f"<div><span>{n}</span><span>Miller, Tarn AG</span>{t}</div>" for n, t in talks.items())
    found = talks_in_cards(parse(f"<h1>Speakers</h1>{cards}"))
    assert [(t.title, [p.name for p in t.people]) for t in found] == [(t, [n]) for n, titles in told for t in titles]


def test_the_points_of_a_list_below_a_label_are_talks_of_the_same_card() -> None:
    """One head stands above all that somebody gives."""
    told = [("Ann Archer", 2), ("Bob Baxter", 3), ("Carla Cole", 1), ("Dan Duncan", 2)]
    titles = {name: [f"The {word} of {name.split()[0]}'s mill" for word in ("grain", "wheel", "owl")[:n]] for name, n in told}
    points = {name: "".join(f"<li>{title}</li>" for title in those) for name, those in titles.items()}
    cards = "".join(f"<div><h3>{n}</h3><p>Miller, Tarn AG</p><p>Talks:</p><ul>{p}</ul></div>" for n, p in points.items())
    found = talks_in_cards(parse(f"<h1>Speakers</h1>{cards}"))
    assert [(t.title, [p.name for p in t.people]) for t in found] == [(t, [n]) for n, those in titles.items() for t in those]


def test_a_line_in_which_every_part_has_a_style_is_cut_however_many_parts_it_has() -> None:
    """Running text with many marked words stays whole; a row of five spans is five parts, of which the first is the name."""
    told = [("Ann Archer", "Bolt Works"), ("Bob Baxter", "Tarn AG"), ("Carla Cole", "Moss Ltd"), ("Dan Duncan", "Fern Bank")]
    cards = "".join(
        f"<div><b>{n}</b> <i>{f}</i> <em>Engineer</em> <u><b>Hall 4</b></u> <i><b>Day {at}</b></i></div>"
        for at, (n, f) in enumerate(told)
    )
    assert [p.name for p in find_people(parse(f"<h1>Speakers</h1>{cards}"))] == [name for name, _ in told]


def test_cards_of_a_name_and_a_title_tell_of_talks() -> None:
    """Where cards hold nothing but names and words that read like titles, these are talks; jobs and companies are none."""
    card = "<div class='clip'><h1>{}</h1><p>{}</p></div>"
    names = ["Anna Muster and Boris Beispiel", "Carla Prova", "Dan Sample", "Eve Easton"]
    words = ["How owls hear in the dark", "What bees do all day", "What a river remembers", "Why moss is never late"]
    jobs = [
        "Director of the Tarn Harbour Board",
        "Head of Sales, Acme",
        "Professor at the University of Elm",
        "CEO, Bolt Works",
    ]
    told, working = ("".join(card.format(*pair) for pair in zip(names, texts, strict=True)) for texts in (words, jobs))

    found = talks_in_cards(parse(f"<h1>Videos</h1>{told}"))

    assert [talk.title for talk in found] == words
    assert [p.name for p in found[0].people] == ["Anna Muster", "Boris Beispiel"]
    assert talks_in_cards(parse(f"<h1>Videos</h1>{working}")) == []


def test_a_label_in_the_format_of_the_names_is_nobody_and_leads_to_talks() -> None:
    """In windows with the name, "Charlas:" and "Talleres:" as headings alike, the lines below the latter are talks."""
    window = "<div><h2>{}</h2><p>Panadero</p><h2>Charlas:</h2><div>- {}.<br>- {}.</div><h2>Talleres:</h2><div>{}.</div></div>"
    told = [
        (name, *(f"{what} {word}" for word in ("contado en breve", "contado entero", "con las manos")))
        for name, what in zip(
            ("Ana Arquero", "Juan Paredes", "Marta Molino", "Luis Vega"), ("Pan", "Sal", "Trigo", "Agua"), strict=True
        )
    ]

    found = talks_in_cards(parse(f"<h1>Ponentes</h1>{''.join(window.format(*card) for card in told)}"))

    assert [(talk.title, [p.name for p in talk.people]) for talk in found] == [
        (f"{title}.", [name]) for name, *those in told for title in those
    ]


def test_headings_that_tell_what_people_do_are_no_talks() -> None:
    """A page of speakers whose cards lead with a job gives no sessions of that name."""
    jobs = [
        "Director of the Tarn Board",
        "Head of Sales at Acme",
        "Professor of Tides",
        "Founder and Director of Elm",
        "CEO of Bolt",
    ]
    cards = "".join(
        f"<article><div>{job} <b>{who}</b></div><h3>{job}</h3><p>Has worked by the sea for years and tells of it.</p></article>"
        for job, (_, _, who) in zip(jobs, TALKS, strict=True)
    )

    assert titles(read(f"<h2>Speakers and talks</h2>{cards}")) == []
