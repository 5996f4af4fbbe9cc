"""People on pages, found by the repeated structure around their names."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from scrapers import any_page
from scrapers._cards.card_talks import talks_in_cards
from scrapers._cards.cards import find_people
from scrapers._cards.presented import settle_people
from scrapers._document import Document
from scrapers._found import FoundPerson, assemble
from scrapers._html.page import parse

FOLDER = Path(__file__).parent / "data" / "cards"
PAGES = sorted(FOLDER.glob("*.html"))


def people_of(markup: str) -> list[dict[str, object]]:
    """The people found in a page, with what is known of each."""
    fields = ("name", "title", "company", "bio", "links")
    return [{f: getattr(p, f) for f in fields if getattr(p, f)} for p in find_people(parse(markup))]


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


def test_figures_side_by_side_head_no_section() -> None:
    """A row of numbers that ends in "Media Partners" does not make the people below it partners."""
    figures = "".join(
        f"<div><h2>{n}+</h2><p>{t}</p></div>" for n, t in [(27, "Years"), (340, "Events"), (90, "Media Partners")]
    )
    cards = "".join(f"<div><img src=p.png><h5>{name}</h5></div>" for name in ("Anna Muster", "Ben Sample", "Carla Exempel"))

    assert [p["name"] for p in people_of(f"{figures}<section>{cards}</section>")] == [
        "Anna Muster",
        "Ben Sample",
        "Carla Exempel",
    ]


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


COMMITTEES = ["کمیته برگزاری", "Arrangörer", "Programový výbor", "Szervezők", "Comitetul științific"]
ERRANDS = ["Speaker enquiries", "Become a speaker", "Kontakt für Referenten", "Devenir intervenant", "講師募集"]


@pytest.mark.parametrize("heading", COMMITTEES + ERRANDS)
def test_committees_and_whom_to_ask_are_left_out_in_many_languages(heading: str) -> None:
    """The heading of their section tells them from speakers, even where it speaks of speakers."""
    lists = [["Ann Archer", "Bob Baxter", "Carla Cole"], ["Daniel Duncan", "Emma Ekberg", "Frank Fisher"]]
    speakers, others = ("".join(f"<li><h4>{name}</h4><p>Acme Ltd</p></li>" for name in names) for names in lists)
    page = f"<h2>Speakers</h2><ul>{speakers}</ul><h2>{heading}</h2><ul>{others}</ul>"
    assert [p["name"] for p in people_of(page)] == lists[0]


@pytest.mark.parametrize("heading", ["Judges", "Das ist unsere Jury", "Jurado", "Жюри", "審査員"])
def test_judges_are_the_people_of_a_contest_that_presents_nobody_else(heading: str) -> None:
    """They are who to meet there; beside speakers they are none, and those who organise it never are."""
    told = [("Ann Archer", "Tarn AG"), ("Bob Baxter", "Moss Ltd"), ("Carla Cole", "Fern Bank"), ("Dan Duncan", "Tarn AG")]
    cards = "".join(f"<div><img src='p.jpg'><h4>{name}</h4><h5>{firm}</h5></div>" for name, firm in told)
    others = "".join(f"<div><h4>{name}</h4><p>Miller, Tarn AG</p></div>" for name in ("Eve Easton", "Finn Ford", "Gil Grant"))
    judges = f"<h1>Mendathon</h1><h2>{heading}</h2>{cards}"
    assert [p["name"] for p in people_of(f"{judges}<h2>Organizing team</h2>{others}")] == [name for name, _ in told]
    assert [p["name"] for p in people_of(f"{judges}<h2>Speakers</h2>{others}")] == ["Eve Easton", "Finn Ford", "Gil Grant"]


def test_the_lesser_heading_in_a_card_heads_no_section_of_people() -> None:
    """Below a name "Partner" is a job in that card; "Our partners" above names would head those who pay."""
    told = [("Ann Archer", "Engineer"), ("Bob Baxter", "Partner"), ("Carla Cole", "Surveyor"), ("Dan Duncan", "Miller")]
    cards = "".join(f"<div><h3>{name}</h3><h5>{job}</h5></div>" for name, job in [*told, ("TBA", ""), ("To be named", "")])
    assert [(p["name"], p["title"]) for p in people_of(f"<h1>Speakers</h1>{cards}")] == told
    assert not people_of(f"<h1>Harbour days</h1><h2>Our partners</h2>{cards}")


def test_whom_a_label_leads_to_beside_the_programme_takes_part_in_it() -> None:
    """Chairs above the tables of their sessions count, also where nothing tells what they do."""
    head = (
        "<div><h4>Session {0}</h4><p>{1}</p></div><table><tr><td>{0}:00</td><td>How {2} sail home</td><td>{3}</td></tr></table>"
    )
    told = [("Ann Archer", "cogs", "Dan Duncan"), ("Bob Baxter", "hulks", "Eve Easton"), ("Carla Cole", "rafts", "Finn Ford")]

    body = "".join(head.format(9 + at, f"Chairperson: {chair}", what, who) for at, (chair, what, who) in enumerate(told))
    page = f"<html><body><h1>Ship days, 14 October 2026</h1>{body}</body></html>"

    agenda = assemble("page.html", "any_page", any_page.read(Document("page.html", page.encode()), None))

    assert {p.name for p in agenda.speakers} == {name for chair, _, who in told for name in (chair, who)}


def test_a_heading_that_goes_on_behind_a_word_set_off_is_nobody() -> None:
    """A page that is somebody's own has the name alone in its heading; "Harbour Crane Suppliers Meet" is an event."""
    rest = "<p>Sales Director, Tarn AG</p><p>Has sold cranes for twenty years.</p>"
    assert [p["name"] for p in people_of(f"<h1>Clara Crane</h1>{rest}")] == ["Clara Crane"]
    assert not people_of(f"<h1>Clara Crane <span>Suppliers</span> Meet</h1>{rest}")


def test_a_line_that_says_who_somebody_is_names_nobody_else() -> None:
    """What stands below the names of cards is their work there, even where a post follows a country or a trade like a name."""
    told = [
        ("Ann Archer", "Sao Tome Prime Minister"),
        ("Bob Baxter", "Tarn Valley Sales Director"),
        ("Carla Cole", "Minister, Rowland"),
        ("Dan Duncan", "Head of Sales, Tarn AG"),
    ]
    cards = "".join(f"<div><h5>{name}<small>{work}</small></h5></div>" for name, work in told)
    assert [p["name"] for p in people_of(f"<h2>Speakers</h2>{cards}")] == [name for name, _ in told]


def test_windows_behind_the_sponsors_tell_who_the_speakers_of_the_programme_are() -> None:
    """Who speaks keeps the job and company shown under a heading of sponsors; who does not speak is no speaker."""
    items = "".join(
        f"<div class='row'><span class='time'>{clock}</span><p>Panel Discussion</p><h4>{title}</h4><div><span>{name}</span>"
        "<a>View More</a></div></div>"
        for clock, title, name in (
            ("09:00 – 10:00", "Cranes that never sleep", "Rafael Kirwan"),
            ("10:00 – 11:00", "Paying for the next fleet", "Mona Rashdi"),
            ("11:30 – 12:30", "A harbour without paper", "Pieter Tollenaar"),
        )
    )
    windows = "".join(
        f"<div class='modal'><h1>{name}</h1><p>{title}<br>{company}</p><div><p>Went to sea at seventeen.</p></div></div>"
        for name, title, company in (
            ("Rafael Kirwan", "Managing Partner", "Kirwan Maritime Law"),
            ("Mona Rashdi", "General Manager", "Gulf Salvage Services"),
            ("Pieter Tollenaar", "Technical Director", "Drydocks Zeebrugge"),
            ("Lena Storvik", "Head of Marketing", "Nordfjell Marine"),
        )
    )
    page = f"<html><body><h1>Agenda</h1><p>14 October 2026</p>{items}<h3>Our Sponsors</h3>{windows}</body></html>"

    agenda = assemble("page.html", "any_page", any_page.read(Document("page.html", page.encode()), None))

    assert {p.name: (p.title, p.company) for p in agenda.speakers} == {
        "Rafael Kirwan": ("Managing Partner", "Kirwan Maritime Law"),
        "Mona Rashdi": ("General Manager", "Gulf Salvage Services"),
        "Pieter Tollenaar": ("Technical Director", "Drydocks Zeebrugge"),
    }


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


def test_people_called_by_one_name_are_found_under_a_fitting_heading() -> None:
    """Artists and founders with one name among others; below them a job here and a company there, each told as what it is."""
    told = {"Nourou": "Satoshi Day", "Ann Archer": "Consultant", "Alphonse": "Coin Club", "Carla Cole": "Software Developer",
            "Bob Baxter": "Managing Director", "Emma Ekberg": "Editor"}  # fmt: skip
    cards = "".join(f"<div><img src='p' alt=''><h3>{name}</h3><p>{line}</p></div>" for name, line in told.items())
    found = people_of(f"<h1>Speakers</h1>{cards}")
    assert [p["name"] for p in found] == list(told)
    assert [p.get("title") or p.get("company") for p in found] == list(told.values())


def test_heads_of_lists_and_tables_describe_nobody() -> None:
    """What a definition list or a table says will come next is no company, wherever a name stands beside it."""
    names = ["Ann Archer", "Bob Baxter", "Carla Cole", "Dan Duncan"]
    cards = "".join(f"<section><h4>{name}</h4><dl><dt>Software</dt><dd>none</dd></dl></section>" for name in names)
    assert people_of(f"<h1>Speakers</h1>{cards}") == [{"name": name} for name in names]


def test_a_name_written_again_in_another_script_is_nobody_else() -> None:
    """Headings that give a name in Chinese and, on a line below, in Latin letters, or the other way round."""
    names = [("程世家", "Seka Cheng"), ("林佳穎", "Ariel Lin"), ("黃柏翰", "Bo Huang"), ("Denny Kuo", "郭宗翰")]
    cards = "".join(f"<div><img src='p' alt=''><h2>{name}<br>{other}</h2></div>" for name, other in names)
    assert [p["name"] for p in people_of(f"<h1>講者介紹</h1>{cards}")] == [name for name, _ in names]


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


def test_a_menu_of_the_same_make_hides_no_list_of_people() -> None:
    """A list under a heading that announces speakers is judged by itself, whatever other lists share its format."""
    menu = "".join(
        f"<li>{text}</li>" for text in ("Home", "Programme", "Fees and registration", "How to get there", "Twitter!")
    )
    names = ("Ann Archer (Tarn University)", "Omar Haddal (Lund)", "Kasia Brzezicka (Polar Institute)")
    people = "".join(f"<li>{name}</li>" for name in names)
    page = f"<div><div><ul>{menu}</ul></div></div><div><div><h1>Lecturers</h1><ul>{people}</ul></div></div>"

    assert [p["name"] for p in people_of(page)] == ["Ann Archer", "Omar Haddal", "Kasia Brzezicka"]


def test_a_day_beside_a_name_is_no_company() -> None:
    """In a timetable of rows "Friday | 9:00 | Ann Archer (" the cells around a name say when, not where somebody works."""
    shown = [FoundPerson("Ann Archer", title="Omar Haddal (", company="Friday"), FoundPerson("Bo Ek", company="Sun")]

    assert [(p.title, p.company) for p in settle_people([], shown, parse(""))] == [(None, None), (None, "Sun")]


def test_a_name_written_again_in_other_letters_further_down_is_nobody_else() -> None:
    """Cards that present everybody in Russian and, in an element of their own below, in English."""
    told = [
        ("Анна Берг", "Anna Berg"),
        ("Павел Котов", "Pavel Kotov"),
        ("Юрий Лосев", "Yury Losev"),
        ("Инна Серова", "Inna Serova"),
    ]
    cards = "".join(
        f"<li><div><h4>{name}</h4><p>директор, ТАРН</p></div><div><div>{other}<br>Director, TARN</div></div></li>"
        for name, other in told
    )
    assert [p["name"] for p in people_of(f"<h1>Спикеры</h1><ul>{cards}</ul>")] == [name for name, _ in told]


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


def test_headings_of_sections_that_look_like_names_are_nobody() -> None:
    """Where several headings of one format tell of whom a section is, all of that format are headings."""
    section = "<section><div class='head'><h2>{}</h2></div>{}</section>"
    names = ("Lê Minh Khoa", "Phan Thu Trang", "Vũ Quốc Bảo")
    cards = "".join(f"<div class='card'><h3>{name}</h3><p>Giám đốc, Sông Xanh</p></div>" for name in names)
    text = "<p>Các hoạt động diễn ra trong cả ngày, có phòng trưng bày và khu ăn trưa cho tất cả mọi người.</p>"
    page = [("Diễn Giả", cards), ("Nội Dung Hội Thảo", text), ("Trưng Bày", text), ("Nhà Tài Trợ", text)]

    found = people_of("".join(section.format(*part) for part in page))

    assert [person["name"] for person in found] == list(names)


def test_people_below_a_heading_of_the_team_are_none_of_the_speakers() -> None:
    """Those who run an event are left out in Persian as in English."""
    card = "<div class='c'><img src='a.jpg'><h3>{}</h3><p>کارشناس نرم افزار</p></div>"
    names = ("آرش نیک‌پور", "مریم صادقیان", "بابک رستگار", "نیلوفر مهرجو")
    cards = [card.format(name) for name in names]

    found = people_of(f"<h2>سخنرانان</h2>{''.join(cards[:2])}<h2>تیم اجرایی</h2>{''.join(cards[2:])}")

    assert [person["name"] for person in found] == list(names[:2])


def test_whoever_coordinates_something_is_not_called_like_it() -> None:
    """A job right behind what holds no given name is a post there, as in a signature; behind a given name it is somebody's."""
    page = "<p>Yours sincerely,<br>TARN Norge koordinator</p><p>Ann Archer coordinator</p>"
    assert [p.name for p in find_people(parse(page))] == ["Ann Archer"]


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
