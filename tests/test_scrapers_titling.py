"""Which lines of a page are titles of sessions."""

from __future__ import annotations

from pathlib import Path

import pytest
from slot_pages import CARD, PAPERS, TALKS, read, rows, titles

from scrapers import any_page, read_document
from scrapers._bylines.bylines import part_bylines
from scrapers._document import Document
from scrapers._html.lines import lines_of_page
from scrapers._html.page import parse
from scrapers._parts.roles import ROLES, TITLE, Chances
from scrapers._programme.records import records_of
from scrapers._timing.unit import Zone
from scrapers._timing.zones import page_of


def test_lines_that_describe_people_are_no_titles_above_the_next_names() -> None:
    """Names by turns with where they work stay that, though each company stands right above the next name."""
    people = "".join(f"<p><b>{who}</b></p><p>{who.split()[1]} &amp; Sons Ltd</p>" for _, _, who in TALKS)

    agenda = read(rows(CARD) + f"<div class='slot'><p class='time'>14:00</p><h3>Who pays in the end</h3>{people}</div>")

    assert titles(agenda) == [*(talk[1] for talk in TALKS), "Who pays in the end"]
    assert len(agenda.sessions[-1].speakers) == 5


def test_rows_that_hold_only_a_person_are_sessions() -> None:
    """A slot for which the page names nobody but its speaker is a session called by that name."""
    table = "<table>{}</table>"
    talks = [f"<tr><td>{clock}</td><td>{who} (University of Aldo)</td></tr>" for clock, _, who in TALKS]
    breaks = "<tr><td>12:30</td><td>Lunch</td></tr><tr><td>13:30</td><td>Poster session</td></tr>"

    agenda = read(table.format("".join(talks) + breaks))

    assert titles(agenda)[:5] == [talk[2] for talk in TALKS]
    assert [len(s.speakers) for s in agenda.sessions][:5] == [1] * 5


def test_a_title_goes_on_where_a_line_stops_in_the_middle() -> None:
    """Editors leave spans in spans and breaks in titles; a line that ends with an article or a preposition goes on."""
    talks = [*TALKS[:4], ("11:45", "A walk through the<br>archives of the harbour", "Ines Kovač")]
    spans = '<p><span class="rich">{0} <span class="rich">{1}</span></span></p><p class="who">{2}</p>'

    assert titles(read(rows(CARD, talks)))[-1] == "A walk through the archives of the harbour"
    assert titles(read(rows(spans))) == [talk[1] for talk in TALKS]


def test_talks_of_one_slot_are_all_read() -> None:
    """Under a heading of parallel sessions every talk of the same format is a session at the slot's time."""
    inner = "".join(f"<details><summary><b>{t}</b></summary><p>{w}</p></details>" for _, t, w in TALKS[1:4])
    slot = f'<div class="slot"><p class="time">13:00</p><h3>Parallel sessions</h3>{inner}</div>'

    agenda = read(rows(CARD, TALKS[:1]) + slot + rows(CARD, [("15:00", "What we take home", "Greta Holm")]))

    assert {talk[1] for talk in TALKS[1:4]} <= {s.title for s in agenda.sessions if (s.start or "")[11:16] == "13:00"}


def test_the_line_that_says_it_is_the_topic_is_the_title() -> None:
    """Beside "Topic: ..." a line with a kind of session and a person names who speaks, and is no second title."""
    agenda = read(rows("<li><b>{0}</b><p>Session 3: {2}, Chief Engineer, Acme GmbH</p><p><b>Topic:</b> {1}</p></li>"))

    assert titles(agenda) == [title for _, title, _ in TALKS]
    assert {p.name for p in agenda.speakers} == {name for _, _, name in TALKS}


def test_who_pays_is_no_title() -> None:
    """A line that names a sponsor below a break is neither a session nor a person."""
    paid = '<div class="slot"><p class="time">10:00</p><h3>Coffee break</h3><h3>Sponsored by Morgan Pickard</h3></div>'

    agenda = read(rows(CARD, TALKS[:2]) + paid + rows(CARD, TALKS[2:]))

    assert titles(agenda) == [TALKS[0][1], TALKS[1][1], "Coffee break", *(title for _, title, _ in TALKS[2:])]
    assert "Morgan Pickard" not in [p.name for p in agenda.speakers]


def test_lines_under_a_running_number_above_people_are_titles() -> None:
    """Where a session's talks are lines of its paragraph, their numbers and the people below tell them from other lines."""
    talks = "<br>".join(f"O{n} {title}<br>{who} (Acme)" for n, (_, title, who) in enumerate(TALKS[:3], 1))

    agenda = read(f"<p>10:00 – 11:30 Oral presentations<br>{talks}<br>11:30 – 12:00 Coffee break<br>12:00 – 13:00 Lunch</p>")

    numbered = [s for s in agenda.sessions if s.title[1:2].isdigit()]
    assert [s.title for s in numbered] == [f"O{n} {title}" for n, (_, title, _) in enumerate(TALKS[:3], 1)]
    assert [len(s.speakers) for s in numbered] == [1, 1, 1]


def test_a_title_goes_on_in_a_line_that_begins_in_small_letters() -> None:
    """A line break within a title ends no title: "of what we sell" is no sentence of its own."""
    card = "<p><b>Talk -</b> {1}<br>of the small towns<br><b>Time:</b> {0}<br><b>Speaker:</b> {2}</p>"

    assert titles(read(rows(card))) == [f"Talk - {title} of the small towns" for _, title, _ in TALKS]


def test_a_keynote_above_the_papers_of_its_session_is_a_session_too() -> None:
    """In another format than the papers, it is kept where who speaks stands right behind it in its line."""
    paper = '<li><em><a href="/{1}">{0}</a></em>. {1}.</li>'
    papers = "".join(paper.format(title, who) for _, title, who in TALKS)
    keynote = "<p><strong>Keynote Address</strong>: <em>What a pebble remembers</em> by Krishna Gupta.</p>"
    page = f"<h2>Session 1 (9:00–10:30)</h2><ul><li>{keynote}<ol>{papers}</ol></li></ul><h2>Lunch (12:30–14:00)</h2>"

    assert any("What a pebble remembers" in title for title in titles(read(page)))


@pytest.mark.parametrize(
    "card",
    [
        "<tr><td>{0}</td><td><h3>{1}</h3><ul><li>The cost of a wheel</li><li>Wind</li></ul><p>{2}, Acme</p></td></tr>",
        "<tr><td>{0}</td><td><h3>{1}</h3><p>{2}</p><ol><li>What bakers ask for</li></ol></td></tr>",
        "<tr><td><p>{0} <b>{1}</b></p><ul><li>A walk through the quarry</li></ul><em>{2}</em></td></tr>",
    ],
)
def test_points_of_a_list_below_a_title_are_no_talks(card: str) -> None:
    """A list that names nobody in a slot that names its speaker says what the talk is about."""
    assert titles(read(f"<table>{rows(card)}</table>")) == [title for _, title, _ in TALKS]


def test_lines_that_take_turns_with_people_are_titles() -> None:
    """Under one time of a panel, each line above a name in its own format is a talk, and who chairs leads the panel."""
    papers = "".join(f"<h5>{title}</h5><h6>{who}</h6>" for title, who in PAPERS)
    panel = f"<h6>11:00 – 12:30</h6><h3>Panel 1: Rope and its makers</h3><h5>Chair: Greta Holm</h5>{papers}"
    other = "<h6>14:00 – 15:00</h6><h3>Panel 2: Rope today</h3><h5>Chair: Ines Kovač</h5>"
    talk = "<h5>Ropes that mend themselves</h5><h6>Marc Lund, Tarn University</h6>"

    agenda = read(f"<h6>09:00 Coffee</h6><h6>09:30 Opening remarks</h6>{panel}<h6>12:30 Lunch</h6>{other}{talk}")

    found = {s.title: [p.name for p in agenda.speakers if p.id in s.speakers] for s in agenda.sessions}
    assert found["Panel 1: Rope and its makers"] == ["Greta Holm"]
    assert [found[title] for title, _ in PAPERS] == [["Ann Archer"], ["Carla Mendes"], ["Deepak Rao"]]


def test_what_stands_below_the_head_of_titles_beside_people_is_a_title() -> None:
    """Rows without a clock whose topic reads like a job or a company ("Clinical Networks"), below a head that tells."""
    talks = [("9:20", "Welcome and Opening Remarks", "Ann Archer, Tarn Health"), ("9:45", "<b>Session 1</b>", "Bo Ek, Alm"),
             ("", "Clinical Networks", "Carla Cole, Tarn University"), ("", "Getting the Basics Right", "Dan Duncan, Torp Ltd"),
             ("", "NetMed - An Open Platform", "Eva Ekberg, NetMed Project")]  # fmt: skip
    cells = "".join(f"<tr><td>{clock}</td><td>{topic}</td><td>{who}</td></tr>" for clock, topic, who in talks)
    agenda = read(f"<table><tr><th>Time</th><th>Agenda Item / Talk</th><th>Presenter</th></tr>{cells}</table>")
    assert titles(agenda) == [topic.replace("<b>", "").replace("</b>", "") for _, topic, _ in talks]
    assert [len(s.speakers) for s in agenda.sessions] == [1] * len(talks)


def test_a_title_ends_before_somebody_with_an_honorific() -> None:
    """A full stop parts title and speaker where an honorific follows it in most lines of a format."""
    talks = [(clock, f"{title}. Dr. {who} (UK)", "") for clock, title, who in TALKS]

    agenda = read("<table>" + rows("<tr><td>{0}</td><td>{1}</td></tr>", talks) + "</table>")

    assert [t.rstrip(".") for t in titles(agenda)] == [talk[1] for talk in TALKS]
    assert [s.name.removeprefix("Dr. ") for s in agenda.speakers] == [talk[2] for talk in TALKS]


def test_a_title_ends_before_a_colon_and_somebody_with_an_honorific() -> None:
    """One line alone proves it where whole names with honorifics stand behind the mark; a role is no title."""
    row = "<tr><td>{0}</td><td>{1}</td></tr>"
    talks = [("09:00", "Registrasi", ""), ("09:30", "Penyampaian Materi 1 : Bpk. Prof. Dr. Kuwat Triyanto, M.Si.", "")]

    agenda = read("<table>" + rows(row, [*talks, ("10:30", "Istirahat", ""), ("11:00", "Tanya Jawab", "")]) + "</table>")

    assert titles(agenda) == ["Registrasi", "Penyampaian Materi 1", "Istirahat", "Tanya Jawab"]
    assert [s.name for s in agenda.speakers] == ["Bpk. Prof. Dr. Kuwat Triyanto"]


def test_a_keynote_told_as_name_and_title_is_parted() -> None:
    """Behind a kind of session somebody whose given name all know comes before the title, behind a comma."""
    talks = [("09:00", "Keynote: Peter Lund, Why ropes remember their knots", ""), *TALKS[1:]]

    agenda = read("<table>" + rows("<tr><td>{0}</td><td><b>{1}</b></td><td>{2}</td></tr>", talks) + "</table>")

    assert titles(agenda)[0] == "Keynote: Why ropes remember their knots"
    assert "Peter Lund" in {s.name for s in agenda.speakers}


def test_bold_titles_in_a_flat_run_of_lines_are_talks() -> None:
    """A list of posters set in one block, a bold line for each title and its authors below, is read without any boxes."""
    posters = "".join(
        f"<b>P{number:03} {title}</b><br>{who.split(',')[0]}; Marc Lund<br><br>" for number, (title, who) in enumerate(PAPERS)
    )

    agenda = read(f"<div><h2>Poster session</h2>{posters}</div>")

    assert [len(s.speakers) for s in agenda.sessions] == [2, 2, 2]
    assert "Marc Lund" in {s.name for s in agenda.speakers}


def test_a_colon_in_titles_of_a_script_without_capitals_parts_off_nobody_where_speakers_have_lines_of_their_own() -> None:
    """In Arabic any two words look like a name: below a line for who speaks they stay the title, whatever stands before."""
    talks = [
        ("09:00", "مكتبة الحي: كيف نعيد القارئ إلى الرف", "سليم بوعزيز"),
        ("09:30", "جلسة حوارية: الكتاب الصوتي وحقوق المؤلف", "خالد المنصوري"),
        ("10:30", "ورشة عمل: فهرسة المخطوطات العائلية", "هدى الكبيسي"),
    ]

    agenda = read(rows("<div><h4>{1}</h4><b>{0}</b><p>المتحدث: {2}</p></div>", talks))

    assert titles(agenda) == [title for _, title, _ in talks]
    assert [p.name for p in agenda.speakers] == [name for *_, name in talks]


def test_talks_in_a_list_are_cut_behind_what_stands_out_though_nobody_knows_where_their_people_work() -> None:
    """A list of short talks tells title, name and place with commas; one whose speaker is open is a talk as the others are."""
    talks = [("Owls in the dark", "Ann Archer, Tarn"), ("Mossgrid", "Carla Mendes, Upper Fen"), ("River clocks", "TBD, Heath")]
    talks += [("Nets that mend themselves", "Deepak Rao, Tarn")]
    items = "".join(f"<li><i>{title}</i>, {who}</li>" for title, who in talks)
    table = f"<tr><td>13:00</td><td>Lunch</td></tr><tr><td>15:30</td><td>Short talks<ul>{items}</ul></td></tr>"

    agenda = read(f"<table>{table}<tr><td>17:00</td><td>Reception</td></tr></table>")

    names = {p.id: p.name for p in agenda.speakers}
    told = {s.title: [names[key] for key in s.speakers] for s in agenda.sessions}
    assert {title: told.get(title) for title, _ in talks} == {
        "Owls in the dark": ["Ann Archer"],
        "Mossgrid": ["Carla Mendes"],
        "River clocks": [],
        "Nets that mend themselves": ["Deepak Rao"],
    }
    assert set(names.values()) == {"Ann Archer", "Carla Mendes", "Deepak Rao"}


def test_what_heads_people_in_block_after_block_is_a_title() -> None:
    """Between two far times talks may stand without any: what heads each block, people below it, is the talk's title."""
    talks = [
        ("Building a slipway beside an old harbour", "Skender Zahir, mag. farm. (brodogradilište Lukovo)"),
        (
            "Planning Movable Cranes under Tight Budgets",
            "izr. prof. dr. Mojca Bencin (Centar za luke, Pomorski institut)",
        ),
        (
            "The quiet half of rope making: How hemp outlives steel",
            "Ivica Živec, mag. sanit. (JGD, Technology Expert)",
        ),
        ("Drying Time (Norm 88-2) vs. Painting Time (Part 4)", "mag. Nataša Štiran (Slovenian Dockyard Society)"),
        ("From sketches into timber — Hull Selection", "Michel Domingues (Global Technical Consultant, Ekolap)"),
        ("How to choose brushes for barnacles", "Jürgen Ledermann (WELLMANN Bootstechnik)"),
        ("Lower costs through shared moorings", "Thomas Kühler & Dominik Zack (WELLMANN Bootstechnik)"),
    ]
    clock = "<div class=row><span class=t>{}</span><p>{}</p></div>"
    block = "<div class=row><span class=t></span><div><p class=font-medium>{}</p><p class=text-sm>{}</p></div></div>"
    opening = clock.format("07:40 – 08:20", "Registracija") + clock.format("08:20", "Početak predavanja")
    body = "".join(block.format(*talk) for talk in talks[:4]) + clock.format("", "☕ Pauza za kavu")
    body += "".join(block.format(*talk) for talk in talks[4:])

    agenda = read(f"{opening}{body}{clock.format('17:00', 'Završetak')}")

    assert [t for t in titles(agenda) if t in dict(talks)] == list(dict(talks))


def test_bylines_of_one_column_are_cut_though_clocks_and_rooms_share_its_format() -> None:
    """In a table whose cells look alike the column of titles alone shows that names stand before some of them."""
    talks = [
        ("09.00-10.00", "Arno Kahar- Eesti metsad ja protsessid metsades"),
        ("10.00-11.00", "Karin Kippar- Ravimijäägid jõgedes"),
        ("11.15-12.15", "Jaak Jaanus- Ilmamuutused Arktikas"),
        ("12.15-13.30", "Tõnu Ora- Globaalsest jõest"),
        ("14.00-15.00", "Ülo Manner- Jõgede üldised arengud ja probleemid"),
    ]
    others = ["metsaprogramm", "ilma mõõtmine", "jõgede kaardid", "andmed ja kaardid", "rahvalaulud", "linnuvaatlus", "rabas"]
    lines = [(f"{17 + at // 4}.{at % 4}0-{17 + at // 4}.{at % 4}5", title) for at, title in enumerate(others)]
    cells = "<tr><td><p>{}</p></td><td><p>{}</p></td><td><p>Tähe 4-{}</p></td></tr>"
    body = "".join(cells.format(*line, 160 + at) for at, line in enumerate([*talks, *lines]))

    agenda = read(f"<table>{body}</table>")

    assert [p.name for p in agenda.speakers] == [line.partition("-")[0] for _, line in talks]


def test_a_body_below_a_name_that_is_called_by_a_post_is_where_they_work() -> None:
    """Title, "許君毅老師", a hospital or society: three lines of one cell, also where the column is headed "Description"."""
    told = [("10:30", "水質安全與毒物", "顏宗河醫師", "林口醫院"), ("13:20", "巡守員的生涯", "許君毅老師", "中華河川學會"),
            ("15:10", "都市排水", "劉正平教授", "國立水利大學")]  # fmt: skip
    cells = [("09:00", "紀錄片播映座談"), *((clock, f"<b>{title}</b><br>{who}<br>{body}") for clock, title, who, body in told)]
    lines = "".join(
        f"<tr><td>{clock} - 16:40</td><td>{cell}</td></tr>" for clock, cell in [*cells, ("18:00", "Street Walking")]
    )
    agenda = read(f"<table><tr><th>Time</th><th>Description</th></tr>{lines}</table>")

    assert titles(agenda)[1:-1] == [title for _, title, _, _ in told]
    assert [person.company for person in agenda.speakers] == [body for *_, body in told]


def test_what_rooms_hold_side_by_side_are_titles_however_they_read() -> None:
    """Below columns headed by rooms every cell of a time is a session, also "Oral papers 1" beside "Posters 1"."""
    heads = "".join(f"<th>{head}</th>" for head in ("Time", "Main hall", "Room A", "Room B", "Foyer"))
    held = [
        ("Award talks 1", "Oral papers 1", "National papers 1", "Posters 1"),
        ("Demos", "Oral papers 2", "Student papers", "–"),
    ]
    cells = ["".join(f"<td class='c{at}'>{cell}</td>" for at, cell in enumerate(row)) for row in held]
    clocks = zip(("10:40", "14:40"), cells, strict=True)
    body = "".join(f"<tr><td>{clock}</td>{row}</tr>" for clock, row in clocks)
    lunch = "<tr><td>12:00</td><td colspan=4>Lunch</td></tr>"

    agenda = read(f"<table><tr>{heads}</tr><tr><td>09:00</td><td colspan=4>Opening</td></tr>{body}{lunch}</table>")

    assert {(s.title, s.room) for s in agenda.sessions if s.start and "T10:40" in s.start} == {
        ("Award talks 1", "Main hall"), ("Oral papers 1", "Room A"), ("National papers 1", "Room B"), ("Posters 1", "Foyer"),
    }  # fmt: skip
    assert "Student papers" in titles(agenda)


LINKED = [
    "Mapping reefs from a rowing boat", "Why small ponds freeze late", "Counting newts with cheap microphones",
    "Forecasting floods in old towns", "Moving weather stations by bicycle", "Salt marshes seen from kites",
]  # fmt: skip


def test_links_of_one_format_listed_below_tracks_are_titles_all_alike() -> None:
    """Talks that are links to a page each stand below "Track 1: Water", which is the track of nobody but them."""
    talks = [f"<a class='talk' href='/t#{number}'>{title}</a><br>" for number, title in enumerate(LINKED)]
    tracks = [("Water", talks[:2]), ("Ice", talks[2:3]), ("Floods", talks[3:4]), ("Air", talks[4:])]
    cells = [f"<td><h4>Track {n % 2 + 1}: {name}</h4>{''.join(part)}</td>" for n, (name, part) in enumerate(tracks)]
    row = "<tr><td rowspan=2>{}</td>{}<td>Hall</td></tr><tr>{}<td>Attic</td></tr>"
    coffee = "<tr><td>16:00</td><td>Coffee</td></tr>"

    agenda = read(f"<table>{row.format('10:00', *cells[:2])}{row.format('14:00', *cells[2:])}{coffee}</table>")

    assert titles(agenda) == [*LINKED, "Coffee"]


def test_who_speaks_is_cut_from_the_one_title_whose_slot_names_nobody() -> None:
    """Where the other slots name their people, a whole name that all know before the title of this one speaks in it."""
    table = "".join(f"<tr><td>{t}</td><td>{title} <span class='author'>{who}</span></td></tr>" for t, title, who in TALKS)
    opening = "<tr><td>08:30</td><td>Astrid Keller - Harbours in a global context</td></tr>"

    first = read(f"<table>{opening}{table}</table>").sessions[0]

    assert (first.title, len(first.speakers)) == ("Harbours in a global context", 1)


def test_a_row_among_talks_of_one_time_is_one_itself_though_it_says_little() -> None:
    """Below one clock rows alike hold a talk each; so does one with but "Q&A" in it."""
    row = "<div class='row'><div><p>{1}</p><p class='who'>{2}</p></div></div>"
    odd = "<div class='row'><p><i>Q&amp;A</i></p></div>"
    talks = rows(row, TALKS[:3]) + odd + rows(row, TALKS[3:])

    agenda = read(f"<div><p class='time'>09:00</p>{talks}</div><p class='time'>12:00</p><p>End</p>")

    assert titles(agenda) == [*(title for _, title, _ in TALKS[:3]), "Q&A", *(title for _, title, _ in TALKS[3:]), "End"]


def test_the_points_of_a_list_with_a_speaker_each_are_talks_of_their_slot() -> None:
    """Below the time and the name of a block stand its talks, one a point, however little they look like titles."""
    page = Path(__file__).parent / "data" / "layouts" / "c_fi_municipal_klo_list.html"
    agenda = read_document(Document("page.html", page.read_bytes()))
    people = {speaker.id: speaker.name for speaker in agenda.speakers}
    found = {s.title: [people[key] for key in s.speakers] for s in agenda.sessions}
    assert found["Kasvisruoka, joka maistuu"] == ["Olli Räsänen"]
    assert found["Tilat uusiksi"] == ["Nelli Porkka"]


def test_a_reception_behind_a_closing_is_nobody() -> None:
    """Of what ends an event neither "Vino de Honor" nor "Cena de Gala" speaks at it; somebody known does."""
    for title in ("Clausura - Vino de Honor", "Clausura - Cena de Gala"):
        assert part_bylines([title]) == [None]
    assert part_bylines(["Clausura - Anna Bauer"]) == [("Clausura", "Anna Bauer", False)]


def test_a_line_of_clocks_is_no_title_and_sentences_behind_a_part_of_the_day_are_its_text() -> None:
    """Rounds of meetings are printed as clocks alone; what a part of the day holds is told behind it."""
    told = "Guests are led through the old mill in small groups, and every one of them is asked to bring a lamp and boots."
    lines = [f"<b>10:00 - 12:00</b> - Morning session. {told}", "10:00 - 10:10 / 10:15 - 10:25 / 10:30 - 10:40",
             "<b>12:00 - 13:00</b> - Lunch", f"<b>13:00 - 15:00</b> - Afternoon session. {told}"]  # fmt: skip
    page = Document("page.html", f"<html><body>{''.join(f'<p>{x}</p>' for x in lines)}</body></html>".encode(), "text/html")
    found = any_page.read(page, None).sessions
    assert [(s.title, s.abstract) for s in found] == [("Morning session", told), ("Lunch", None), ("Afternoon session", told)]


def test_titles_up_to_the_end_of_a_box_and_at_the_head_of_the_next_are_grouped() -> None:
    """Where nothing but titles stands, no people behind them are looked for beyond the last."""
    titles = [0, 1, 2]
    markup = "<body><div>A wheel that sings<br>A loom that rests</div><div>The last knot</div></body>"
    page = page_of(lines_of_page(parse(markup)))
    chances = [Chances(float(role == TITLE) for role in range(len(ROLES))) for _ in titles]

    assert [r.titles for r in records_of(page, chances, Zone(-1, 0, 3, 0), titles)] == [[0], [1], [2]]
