"""Whom a page with cards presents: speakers and judges, no committees, headings, menus or teams."""

from __future__ import annotations

import pytest
from card_pages import people_of

from scrapers import any_page
from scrapers._cards.cards import find_people
from scrapers._document import Document
from scrapers._found import assemble
from scrapers._html.page import parse


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


def test_a_menu_of_the_same_make_hides_no_list_of_people() -> None:
    """A list under a heading that announces speakers is judged by itself, whatever other lists share its format."""
    menu = "".join(
        f"<li>{text}</li>" for text in ("Home", "Programme", "Fees and registration", "How to get there", "Twitter!")
    )
    names = ("Ann Archer (Tarn University)", "Omar Haddal (Lund)", "Kasia Brzezicka (Polar Institute)")
    people = "".join(f"<li>{name}</li>" for name in names)
    page = f"<div><div><ul>{menu}</ul></div></div><div><div><h1>Lecturers</h1><ul>{people}</ul></div></div>"

    assert [p["name"] for p in people_of(page)] == ["Ann Archer", "Omar Haddal", "Kasia Brzezicka"]


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


def test_the_head_of_a_column_heads_no_section_of_headings() -> None:
    """What stands below a table in headings of its own is not said by a cell "Topic/speaker" in it."""
    rows = (
        "<tr><th>Topic/speaker</th></tr><tr><td>Why wool lasts</td></tr><tr><td>Nets</td></tr><tr><td>Ropes and knots</td></tr>"
    )
    table = f"<table>{rows * 2}</table>"
    aside = "<h4>Anna Winter</h4><p>1 March</p><h4>Hugo Stern</h4><p>2 March</p>"

    assert not any(p.led for p in find_people(parse(f"{table}<aside>{aside}</aside>")))


def test_a_heading_of_organizers_ends_the_card_of_the_last_speaker() -> None:
    """Though the names are no headings, and the rows below it are alike."""
    row = "<table><tr>{}</tr></table>"
    cell = "<td><img src=a.jpg><br><b>{}</b><br>{}</td>"
    speakers = "".join(cell.format(*one) for one in (("Ritu Malhotra", "Tarn College"), ("Joost Dekkers", "Delta Ropes")))
    others = "".join(
        cell.format(*one).replace("<img src=a.jpg><br>", "") for one in (("Tim Aldous", "Elm"), ("Maya Reiss", "ETW"))
    )
    page = f"<h2>Invited speakers</h2>{row.format(speakers)}<h2>Organizers</h2>{row.format(others)}"

    assert not {"Tim Aldous", "Maya Reiss"} & {str(p["name"]) for p in people_of(page)}
