"""People in cards and lists of a page, with job, company and biography."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from card_pages import people_of

from scrapers._cards.card_talks import talks_in_cards
from scrapers._cards.cards import find_people
from scrapers._cards.presented import settle_people
from scrapers._found import FoundPerson, FoundSession
from scrapers._html.page import parse

FOLDER = Path(__file__).parent / "data" / "cards"
PAGES = sorted(FOLDER.glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_the_people_of_a_page_are_found_with_title_company_and_biography(path: Path) -> None:
    """Grids over several rows, flat headings and tables give their speakers; committees, sponsors and placeholders do not."""
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    found = people_of(path.read_text(encoding="utf-8"))

    assert [{name: person.get(name) for name in wanted} for person, wanted in zip(found, expected, strict=True)] == expected


def without_classes(markup: str) -> str:
    """The page without classes."""
    return re.sub(r' class="[^"]*"', "", markup)


def headings_as_divs(markup: str) -> str:
    """The page with its lesser headings as plain blocks."""
    return re.sub(r"<(/?)h[34]>", r"<\1div>", markup)


def wrapped(markup: str) -> str:
    """The page with one more element around every paragraph."""
    return markup.replace("<p>", "<div><p>").replace("</p>", "</p></div>")


@pytest.mark.parametrize("change", [without_classes, headings_as_divs, wrapped])
@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_names_do_not_hang_on_class_names_or_tags(path: Path, change: Callable[[str], str]) -> None:
    """The same people are found when classes are gone, headings are plain blocks or more elements stand around."""
    markup = path.read_text(encoding="utf-8")

    assert [p["name"] for p in people_of(change(markup))] == [p["name"] for p in people_of(markup)]


def test_names_and_companies_in_headings_of_one_format_are_told_apart() -> None:
    """A card of heading, text, heading gives the person, the job and the company of it."""
    cards = [
        ("Engr. Nadim Muster", "Country Head KSA, Kuwait and Jordan", "MBF International"),
        ("Priya Beispiel", "General Manager - Service", "Polar Bear Cooling LLC"),
        ("Omar Sample", "Director, Sustainability", "Majlis Properties"),
        ("Ingrid Exempel", "Lead - MEP", "Stantrek Middle East"),
    ]
    rows = "".join(f"<li><h3>{name}</h3><p>{job}</p><h3>{company}</h3></li>" for name, job, company in cards)

    found = people_of(f"<h1>Speakers</h1><ul>{rows}</ul>")

    assert [(p["name"], p["title"], p["company"]) for p in found] == cards


def test_a_card_set_apart_by_a_class_is_a_card_like_the_others() -> None:
    """The featured card and the one of another colour give their people, with job and company, as all others do."""
    people = [
        ("Ann Archer", "Head of Sales", "Tarn AG"),
        ("Bob Baxter", "CEO", "Birch Mills"),
        ("Carla Cole", "CFO", "Fen Ltd"),
    ]
    people += [("Dan Duncan", "Director", "Moss GmbH"), ("Eve Easton", "Engineer", "Heath SE")]
    tones = [("card lead", "blue"), ("card", "blue"), ("card", "blue"), ("card", "red"), ("card", "blue")]
    cards = "".join(
        f"<div class='{box}'><div class='box {tone}'><h3>{name}</h3><p class=job>{job}</p><p class=at>{firm}</p></div></div>"
        for (box, tone), (name, job, firm) in zip(tones, people, strict=True)
    )

    found = people_of(f"<main>{cards}</main>")

    assert [(p["name"], p.get("title"), p.get("company")) for p in found] == people


def test_headings_in_the_cards_of_speakers_are_their_talks() -> None:
    """A page that presents people, each with the title of a talk set apart, gives the talks; a tagline of jobs gives none."""
    people = ["Anna Muster", "Boris Beispiel", "Carla Prova", "Dan Sample"]
    titles = ["How owls hear in the dark", "What bees do all day", "What a river remembers", "Why moss is never late"]
    cards = [
        f"<article><img src=p><h3>{name}</h3><p>Baker</p><h4>{title}</h4></article>"
        for name, title in zip(people, titles, strict=True)
    ]
    plain = [f"<article><img src=p><h3>{name}</h3><h4>Head of Sales</h4></article>" for name in people]

    talks = talks_in_cards(parse(f"<h1>Speakers</h1>{''.join(cards)}"))

    assert [(t.title, [p.name for p in t.people]) for t in talks] == [(t, [n]) for t, n in zip(titles, people, strict=True)]
    assert not talks_in_cards(parse(f"<h1>Speakers</h1>{''.join(plain)}"))


def test_what_a_card_says_of_pictures_and_sites_is_no_company() -> None:
    """The descriptions of portraits, also of the next card's, whoever took them and the person's own site."""
    names = ["Ann Archer", "Bob Baxter", "Carla Cole", "Daniel Duncan"]
    cards = "".join(
        f"<li><img src='p' alt='portrait of {name.split()[0]} J. {name.split()[1]}'><h3>{name}</h3><p>Photo: Nora Benz</p>"
        f"<p><a href='#'>{name.replace(' ', '').lower()}.example</a></p></li>"
        for name in names
    )
    assert people_of(f"<h2>Speakers</h2><ul>{cards}</ul>") == [{"name": name} for name in names]
    honoured = "".join(f"<li><h3>{name}</h3><img src='p' alt='Dr. {name[::-1].title()}'></li>" for name in names)
    assert people_of(f"<h2>Speakers</h2><ul>{honoured}</ul>") == [{"name": name} for name in names]
    firms = "".join(
        f"<li><h3>{name}</h3><img src='l' alt='{firm}'></li>"
        for name, firm in zip(names, "Acme Tarn Norvik Beta".split(), strict=True)
    )
    assert [p["company"] for p in people_of(f"<h2>Speakers</h2><ul>{firms}</ul>")] == ["Acme", "Tarn", "Norvik", "Beta"]


def test_a_network_is_a_company_too_but_a_button_is_none() -> None:
    """Below a name and a job "Facebook" says where somebody works, "View more" where to click."""
    people = [
        ("Ann Archer", "Head of Sales", "Facebook"),
        ("Bob Baxter", "Designer", "Tarn Labs"),
        ("Carla Cole", "Engineer", "Twitter"),
    ]
    cards = "".join(f"<li><h3>{n}</h3><p>{t}</p><p>{c}</p><p><a href='#'>View more</a></p></li>" for n, t, c in people)

    assert people_of(f"<h2>Speakers</h2><ul>{cards}</ul>") == [{"name": n, "title": t, "company": c} for n, t, c in people]


def test_small_print_beside_a_name_is_no_part_of_it() -> None:
    """A heading whose second half is set small: the name, then job and company, however short these are."""
    told = {
        "Anne Woodman": "CEO @ Tarn",
        "Tony Falke": "CEO @ 4scale",
        "Mia Ross": "Author @ Acme",
        "Jon Lund": "Lead Developer @ Beta",
    }
    cards = "".join(f"<div><h4>{name} <small>{job}</small></h4></div>" for name, job in told.items())
    assert people_of(f"<h2>Speakers</h2>{cards}") == [
        {"name": name, "title": job.split(" @ ")[0], "company": job.split(" @ ")[1]} for name, job in told.items()
    ]


def test_a_job_above_a_name_is_read_however_much_stands_below() -> None:
    """Cards that begin with the job, then name the person, then tell of country, biography and talks."""
    below = "".join(
        f"<div><h4>{line}</h4></div>" for line in ("Spain", "Talks:", "Doors and walls", "Workshops:", "Keys", "Locks")
    )
    told = {"Ann Archer": "Head of Sales", "Bob Baxter": "Editor", "Carla Cole": "Professor", "Dan Duncan": "Chief Engineer"}
    cards = "".join(f"<section><div>{job}<br><b>{name}</b></div>{below}</section>" for name, job in told.items())
    assert {p["name"]: p.get("title") for p in people_of(f"<h1>Speakers</h1>{cards}")} == told


def test_the_part_somebody_plays_is_no_company() -> None:
    """A tag "Panellist", "Moderator" or "Opening Keynote" on a card tells no company."""
    told = [("Ayo Lindqvist", "Panellist", "Chief Risk Officer"), ("Mette Holm", "Moderator", "Commissioner")]
    told += [
        ("Tomasz Verhulst", "Closing Panellist", "Head of Digital Banking"),
        ("Ines Calder", "Opening Keynote", "Senior Lecturer"),
    ]
    cards = "".join(
        f"<article class=card><div><img src=p.jpg alt=''><span>{part}</span></div><h3>{name}</h3><p><b>{job}</b></p></article>"
        for name, part, job in told
    )

    assert [(p["name"], p.get("title"), p.get("company")) for p in people_of(f"<h1>Speakers</h1>{cards}")] == [
        (name, job, None) for name, _, job in told
    ]


@pytest.mark.parametrize("row", ["<p>{}: {}</p>", "<p><b>{}:</b> {}</p>", "<p>{}: <b>{}</b></p>", "<p>{}:<br>{}</p>"])
def test_labels_in_cards_say_what_a_line_holds(row: str) -> None:
    """Wherever a labelled line stands, and whatever else it looks like; other labels say that it is neither job nor company."""
    told = [("Ann Archer", "Arrow Works", "Head of Sales"), ("Bob Baxter", "Volta", "Dean, Faculty of Law"),
            ("Carla Cole", "Garden City University", "Analyst")]  # fmt: skip
    cards = "".join(
        f"<div><h3>{name}</h3>{row.format('Organisation', firm)}{row.format('Topic', 'Growing Trees')}"
        f"{row.format('Position', job)}</div>" for name, firm, job in told
    )  # fmt: skip
    assert people_of(f"<h1>Speakers</h1>{cards}") == [{"name": n, "title": j, "company": c} for n, c, j in told]


def test_nobody_takes_the_job_of_the_next_in_a_list_that_a_label_parts() -> None:
    """A moderator above a label "Panelists:" has the job in their own line or none, never that of the first panelist."""
    talks = [
        ("Rufus Mordin", "Bo Ek", "Partner", "Bakke Ltd", "Jonas Hooy", "Head of Claims", "Torp Ltd"),
        ("Greta Rossi", "Ida Lund", "Editor", "Alm Press", "Karin Barr", "Treasurer", "Orrik Bank"),
    ]
    panels = "".join(
        f"<h4>Panel {at}</h4><p><b>Moderator:</b><br><b>{chair}</b>, Mail: <a>{at}@x.example</a><br><b>Panelists:</b><br>"
        f"<b>{one}</b>, {job}, {firm}<br><b>{two}</b>, {other_job}, {other}<br></p>"
        for at, (chair, one, job, firm, two, other_job, other) in enumerate(talks)
    )
    found = {p["name"]: (p.get("title"), p.get("company")) for p in people_of(f"<h1>Dock Day</h1>{panels}")}
    assert found.get("Rufus Mordin", (None, None)) == found.get("Greta Rossi", (None, None)) == (None, None)
    assert found["Bo Ek"] == ("Partner", "Bakke Ltd")
    assert found["Karin Barr"] == ("Treasurer", "Orrik Bank")


def test_a_day_beside_a_name_is_no_company() -> None:
    """In a timetable of rows "Friday | 9:00 | Ann Archer (" the cells around a name say when, not where somebody works."""
    shown = [FoundPerson("Ann Archer", title="Omar Haddal (", company="Friday"), FoundPerson("Bo Ek", company="Sun")]

    assert [(p.title, p.company) for p in settle_people([], shown, parse(""))] == [(None, None), (None, "Sun")]


def test_a_heading_with_more_around_it_is_one_of_the_cards() -> None:
    """Most names of the list stand in links, one in no link but in a box of its own, with two classes."""
    names = ["Ann Archer", "Bob Baxter", "Carla Cole", "Dan Duncan", "Eve Ellis", "Fred Fisher"]
    cards = [
        f"<div class='who'><div class='in'><a href='{n}'><h3>{n}</h3><p>Analyst of Acme</p></a></div></div>" for n in names
    ]
    cards[3] = "<div class='who'><div class='in bare'><div><h3>Dan Duncan</h3><p>Analyst of Acme</p></div></div></div>"
    assert [p["name"] for p in people_of(f"<h2>Speakers</h2>{''.join(cards)}")] == names


def test_lines_beside_headings_are_told_apart_in_every_card() -> None:
    """Cards of inline elements in one block, each begun by a heading: what stands first behind it has one format in all."""
    told = [("Ann Archer", "Head of Grain", "Tarn"), ("Bob Baxter", "Miller", "Volta"), ("Carla Cole", "Analyst", "Norvik")]
    cards = "".join(f"<span><h3>{n}</h3><span class='t'>{j}</span> <span class='c'>{c}</span></span>" for n, j, c in told)
    assert people_of(f"<section><h2>Speakers</h2>{cards}</section>") == [
        {"name": n, "title": j, "company": c} for n, j, c in told
    ]


def test_labels_in_cards_of_speakers_name_their_talks() -> None:
    """A label of its own before a text says that it is a talk, whatever the text looks like."""
    told = [
        ("Ann Archer", "The tide of trade"),
        ("Bob Baxter", "Grain in the hold"),
        ("Carla Cole", "What mills want"),
        ("Dan Duncan", "Sails and ropes"),
    ]
    cards = "".join(f"<div><h3>{n}</h3><p>Miller, Tarn AG</p><p><label>Topic:</label>{t}</p></div>" for n, t in told)
    talks = talks_in_cards(parse(f"<h1>Speakers</h1>{cards}"))
    assert [(talk.title, [p.name for p in talk.people]) for talk in talks] == [(title, [name]) for name, title in told]


def test_lines_below_heads_in_cards_are_talks() -> None:
    """Heads such as "Talks" and "Workshops" in most cards have talks below them, several each; who shares one speaks too."""
    told = [
        ("Ann Archer", "<h4>TALKS:</h4><div>- The tide of trade<br>- Grain in the hold</div>"),
        ("Bob Baxter", "<h4>TALKS:</h4><div>- What mills want</div><h4>WORKSHOPS:</h4><div>Knots and ropes</div>"),
        ("Carla Cole", "<h4>WORKSHOPS:</h4><div>- Knots and ropes</div>"),
        ("Dan Duncan", "<h4>TALKS:</h4><div>- Sails of tomorrow</div>"),
    ]
    cards = "".join(f"<article><h3>{n}</h3><p>Miller</p>{talks}</article>" for n, talks in told)
    talks = talks_in_cards(parse(f"<h1>Speakers</h1>{cards}"))
    assert [(talk.title, [p.name for p in talk.people]) for talk in talks] == [
        ("The tide of trade", ["Ann Archer"]), ("Grain in the hold", ["Ann Archer"]), ("What mills want", ["Bob Baxter"]),
        ("Knots and ropes", ["Bob Baxter", "Carla Cole"]), ("Sails of tomorrow", ["Dan Duncan"]),
    ]  # fmt: skip


def test_a_country_below_a_job_is_no_company() -> None:
    """Cards that tell of everybody's country tell nothing of where they work."""
    told = [("Ann Archer", "Miller", "Chile"), ("Bob Baxter", "Head of Grain", "Spain"), ("Carla Cole", "Analyst", "Mexico")]
    cards = "".join(f"<div><h3>{n}</h3><p>{job}</p><p>{land}</p></div>" for n, job, land in told)
    assert people_of(f"<h2>Speakers</h2>{cards}") == [{"name": n, "title": job} for n, job, _ in told]


def test_the_last_card_runs_on_as_the_others_do() -> None:
    """Where the job stands behind the element of the name up to the next one, so it does behind the last, and no further."""
    told = [("Ann Archer", "Miller"), ("Bob Baxter", "Head of Grain"), ("Carla Cole", "Analyst")]
    cards = "".join(f"<div class=face><b>{n}</b><i>more</i></div><div class=more><p>{job}</p></div>" for n, job in told)
    found = people_of(f"<h2>Speakers</h2><section>{cards}<div class=foot><p>Baker</p></div></section>")
    assert found == [{"name": n, "title": job} for n, job in told]


def test_a_line_of_a_card_is_not_cut_in_the_middle_of_what_it_says() -> None:
    """What is set off behind "of" or "de la" goes on with the job, where most other lines change their style at a stop."""
    told = [("Ana Arquero", "Delegada de la <b>TARNA</b>"), ("Beto Bosque", "Consejero. <b>Banco de Molinos</b>")]
    cards = "".join(f"<p><strong>{n}. </strong>{work}</p>" for n, work in told)
    people = {p["name"]: p for p in people_of(f"<h2>Ponentes</h2><div>{cards}</div>")}
    assert (people["Ana Arquero"]["title"], people["Ana Arquero"]["company"]) == ("Delegada", "TARNA")


def test_a_name_without_a_letter_stops_no_reading() -> None:
    """Among names written twice, in two scripts, one may be kept back ("…")."""
    names = ["Ann Archer", "Bob Baxter", "Carla Cole", "…", "Daniel Duncan"]
    others = ["Анна Арчер", "Борис Бакстер", "Карла Коул", "Вера Лебедева", "Даниил Данкан"]
    cards = "".join(f"<li><h3>{one}</h3><h4>{two}</h4><p>Acme Ltd</p></li>" for one, two in zip(names, others, strict=True))

    assert "Ann Archer" in [p["name"] for p in people_of(f"<h2>Speakers</h2><ul>{cards}</ul>")]


def test_companies_called_like_people_are_no_guests() -> None:
    """Who stands in a card under a heading of speakers, but is where somebody of the programme works, is no person."""
    cards = [("Ann Archer", "Ilse Berg"), ("Hugo Stern", "Paul Mond"), ("Otto Frost", "Mara Stone")]
    markup = "<h2>Speakers</h2>" + "".join(f"<div><b>{firm}</b><i>{who}</i></div>" for firm, who in cards)
    talks = [FoundSession(f"Talk by {who}", people=[FoundPerson(who, company=firm)]) for firm, who in cards]

    settled = settle_people(talks, find_people(parse(markup)), parse(markup))

    assert not {firm for firm, _ in cards} & {p.name for p in settled}


def test_the_topic_of_a_keynote_vouches_for_nobody() -> None:
    """A heading such as "Keynote: why wool" is a talk's; people in cards are presented under "Day 1: speakers"."""
    names = ("Ann Archer", "Hugo Stern", "Otto Frost")
    cards = "".join(f"<div><b>{name}</b></div>" for name in names)

    found = [p for p in find_people(parse(f"<h2>Day 1: speakers</h2>{cards}")) if p.led]
    beside = [p for p in find_people(parse(f"<h2>Keynote: why wool, why now</h2>{cards}")) if p.led]

    assert [p.name for p in found] == list(names)
    assert not beside


def test_cards_side_by_side_in_a_table_keep_their_own_lines() -> None:
    """Nobody takes the company of whoever stands in the cell before theirs."""
    told = [("Ann Archer", "Miller", "Tarn Mills"), ("Bob Baxter", "Head of Grain", "Orvex Foods"),
            ("Carla Cole", "Analyst", "Elm Institute"), ("Dan Duncan", "Founder", "Fernhill Ropes")]  # fmt: skip
    cells = [f"<td><b>{name}</b><p>{job}</p><p>{firm}</p></td>" for name, job, firm in told]
    rows = "".join(f"<tr>{left}{right}</tr>" for left, right in zip(cells[::2], cells[1::2], strict=True))

    found = people_of(f"<h2>Speakers</h2><table>{rows}</table>")

    assert sorted((p["name"], p["title"], p["company"]) for p in found) == told


def test_a_sentence_that_begins_with_the_name_above_it_is_no_job() -> None:
    """What "Ann Archer is …" says before the company is not what she is."""
    told = ["Ann Archer is Miller at Tarn Mills.", "Bob Baxter is a Head of Grain at Orvex.", "Carla Cole is Analyst at Elm."]
    cards = "".join(f"<div><h3>{' '.join(line.split()[:2])}</h3><p>{line}</p></div>" for line in told)

    found = people_of(f"<h2>Speakers</h2>{cards}")

    assert [p["name"] for p in found] == ["Ann Archer", "Bob Baxter", "Carla Cole"]
    assert not [p["title"] for p in found if str(p.get("title", "")).startswith(str(p["name"]))]
