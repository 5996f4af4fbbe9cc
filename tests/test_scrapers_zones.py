"""Which part of a page each time owns: clocks in pieces, in attributes, in several zones; records in any order."""

from __future__ import annotations

import pytest

from planner.agenda import Agenda
from scrapers import read_document, read_upload
from scrapers._document import Document

TALKS = [
    ("09:00", "09:30", "Opening the day with fresh numbers", "Ann Archer"),
    ("09:30", "10:15", "Pricing experiments that went wrong", "Carla Mendes"),
    ("10:15", "11:00", "Negotiating with procurement departments", "Deepak Rao"),
    ("11:00", "11:45", "What two hundred buyers told us", "Greta Holm"),
]
HEAD = "<title>Forum 2026</title><body><h1>Forum 2026</h1><h2>Programme, 12 May 2026</h2>"


def read(body: str) -> Agenda:
    """The agenda of a page with this body."""
    return read_document(Document("page.html", f"<!DOCTYPE html><html>{HEAD}{body}</body></html>".encode()))


def told(agenda: Agenda) -> list[tuple[str | None, str | None, str]]:
    """Clocks and title of every session."""
    return [(s.start and s.start[-8:-3], s.end and s.end[-8:-3], s.title) for s in agenda.sessions]


CLOCKS = {
    "a connective between two elements": "<span class=from>{0}</span> to <span class=until>{1}</span>",
    "start and end in blocks, a word in a block between": "<div>{0}</div><div>–</div><div>bis</div><div>{1}</div>",
    "the name of the zone behind the range": "<time>{0}</time> - <time>{1}</time> EST",
    "only in attributes": '<time datetime="2026-05-12T{0}" data-end="2026-05-12T{1}"><i class=icon></i></time>',
}


@pytest.mark.parametrize("form", CLOCKS.values(), ids=CLOCKS)
def test_a_range_is_read_from_several_elements(form: str) -> None:
    """Start and end may stand in elements or attributes of their own; words between and behind them are no titles."""
    body = "".join(f"<li><div>{form.format(a, b)}</div><h3>{title}</h3><p>{who}</p></li>" for a, b, title, who in TALKS)

    assert told(read(f"<ul>{body}</ul>")) == [talk[:3] for talk in TALKS]


def test_only_the_first_of_several_zones_counts() -> None:
    """Columns that give the same moments in other zones are neither ends nor slots."""
    rows = "".join(
        f"<tr><td>{a}<td>{int(a[:2]) - 6}{a[2:]}<td>{int(a[:2]) + 7}{a[2:]}<td><b>{title}</b><br>{who}"
        for a, _, title, who in TALKS
    )

    agenda = read(f"<table><tr><th>CET<th>EST<th>JST<th>Talk{rows}</table>")

    assert told(agenda) == [(a, None, title) for a, _, title, _ in TALKS]


def test_headings_before_their_times_are_the_titles() -> None:
    """In a flat run of elements a heading right before each time opens the record, also behind the last time."""
    body = "".join(f"<h4>{title}</h4><p><em>{a}–{b}</em></p><p><b>{who}</b></p>" for a, b, title, who in TALKS)

    agenda = read(f"{body}<h4>Dinner</h4><p><em>afterwards</em></p>")

    assert told(agenda)[:4] == [talk[:3] for talk in TALKS]


def test_touching_elements_are_read_apart() -> None:
    """Elements that a style sheet sets apart are parted also where the source leaves no white space between them."""
    body = "".join(
        f"<li><span class=place>Hall</span><span class=when>{a}–{b}</span><h3><span>{title}</span></h3>"
        f"<p><span class=firstname>{who.split()[0]}</span> <span class=lastname>{who.split()[1]}</span>"
        "<span class=job>Editor</span></p></li>"
        for a, b, title, who in TALKS
    )

    agenda = read(f"<ul>{body}</ul>")

    assert told(agenda) == [talk[:3] for talk in TALKS]
    assert [p.name for p in agenda.speakers] == [talk[3] for talk in TALKS]


def test_inline_records_side_by_side_are_read_apart() -> None:
    """Spans that a style sheet sets side by side, a title and its speaker in each, are sessions of their own."""
    beside = [
        ("Platforms without forklifts - what a small harbour learnt in four winters", "Sofia Lindqvist"),
        ("Reading a balance sheet aloud", "Tomas Benik"),
        ("Sponsored talk - Second sources for spare parts, and who pays for them?", "Ines Duarte"),
        ("Warehouses and the weather", "Yusuf Kaplan"),
    ]
    cells = (
        "<span><strong>{0}</strong> {1} - Senior Analyst for Materials and Logistics, Chamber of Commerce of Tarnholm</span>"
    )
    body = "".join(
        f"<li><span class=time>{a} - {b}</span> {cells.format(title, who)} {cells.format(*other)}</li>"
        for (a, b, title, who), other in zip(TALKS, beside, strict=True)
    )

    agenda = read(f"<ul>{body}</ul>")

    assert {s.title for s in agenda.sessions} == {title for *_, title, _ in TALKS} | {title for title, _ in beside}
    assert {p.name for p in agenda.speakers} == {who for *_, who in TALKS} | {who for _, who in beside}


def test_a_hidden_translation_is_not_glued_on() -> None:
    """Of two languages side by side the one that the page's own style sheet hides is left out."""
    body = "".join(
        f"<li><b>{a}–{b}</b><h3><span>{title}</span><span class='en off'>Another title {a[:2]}</span></h3><p>{who}</p></li>"
        for a, b, title, who in TALKS
    )

    style = (
        "<style>@media (max-width: 500px) { .en { display: block } span { display: none } } .x, .off { display: none }</style>"
    )

    assert told(read(f"{style}<ul>{body}</ul>")) == [talk[:3] for talk in TALKS]


def test_a_hidden_edition_of_another_year_is_left_out() -> None:
    """A hidden section whose heading names another year than the page's is last year's programme; hidden panes are read."""
    old, new = TALKS[:2], TALKS[2:]
    rows = ["".join(f"<p><b>{a}–{b}</b></p><h4>{title}</h4><p>{who}</p>" for a, b, title, who in talks) for talks in (old, new)]

    agenda = read(f"<div style='display: none'><h2>Programme 2025</h2>{rows[0]}</div><div hidden>{rows[1]}</div>")

    assert told(agenda) == [talk[:3] for talk in new]


def test_a_day_and_its_month_in_two_elements_are_a_date() -> None:
    """Event lists print the day large and the month below it; both together date what follows in the same box."""
    days = zip(("3", "17", "24", "31"), TALKS, strict=True)
    body = "".join(
        f"<div class=act><div><b>{day}</b><i>October 2026</i></div><h3>{title}</h3><p>{a}</p><p>{who}</p></div>"
        for day, (a, _, title, who) in days
    )

    starts = [s.start for s in read(body).sessions]

    assert starts == ["2026-10-03T09:00:00", "2026-10-17T09:30:00", "2026-10-24T10:15:00", "2026-10-31T11:00:00"]


WHO = ["Ann Archer", "Carla Mendes", "Deepak Rao", "Greta Holm", "Ingrid Solbakken"]
TITLES = [
    "Selling abroad from a kitchen table",
    "Pricing experiments that went wrong",
    "Negotiating with procurement departments",
    "What two hundred buyers told us",
    "How we halved our churn in a year",
]
UNTIMED = {
    "list items": "<h2>Confirmed talks</h2><ul>{}</ul>|<li><em>{}</em> – {}, Norvik Systems</li>",
    "cards with quoted titles": "<h2>Line-up</h2>{}|<div class=card><b>{1}</b><p class=job>CEO, Acme</p><p>“{0}”</p></div>",
    "labelled titles": "<h2>Invited lecturers</h2>{}|<section><h3>{1}</h3><p><b>Title:</b> {0}</p><p>Soon.</p></section>",
    "a table with heads": "<p>Kuratorium</p><table><tr><td>Paper<td>Invited Speaker (1)</tr>{}</table>|<tr><td>{}<td>{}</tr>",
    "a catalogue": "<h1>Session catalog</h1>{}|<div class=res><div><a href=/s>{0}</a></div><div>{1} (Acme Lifts)</div></div>",
}


@pytest.mark.parametrize("form", UNTIMED.values(), ids=UNTIMED)
def test_talks_without_times_are_sessions(form: str) -> None:
    """Lists, cards and catalogues of talks give sessions with their people and without a time, and say so."""
    page, record = form.split("|")

    agenda = read(page.format("".join(record.format(title, who) for title, who in zip(TITLES, WHO, strict=True))))

    names = {p.id: p.name for p in agenda.speakers}
    assert [(s.title, s.start, [names[i] for i in s.speakers]) for s in agenda.sessions] == [
        (title, None, [who]) for title, who in zip(TITLES, WHO, strict=True)
    ]
    assert any("no times" in warning for warning in agenda.warnings)


def test_a_table_of_people_and_their_jobs_gives_no_sessions() -> None:
    """A head may call jobs titles: what stands below it tells that they are no talks."""
    jobs = ["Head of Sales", "Chief Data Officer", "Managing Director", "Professor of Law", "Growth Wizard"]
    rows = "".join(f"<tr><td>{who}<td>{job}<td>Norvik</tr>" for who, job in zip(WHO, jobs, strict=True))

    agenda = read_document(Document("page.html", f"<table><tr><th>Name<th>Title<th>Company</tr>{rows}</table>".encode()))

    assert agenda.sessions == ()
    assert [(p.name, p.title) for p in agenda.speakers] == list(zip(WHO, jobs, strict=True))


def test_a_seminar_series_gives_one_talk_a_date() -> None:
    """Under date headings stand one talk each; the first and last day are the event's."""
    body = "".join(
        f"<h3>October {day}, 2026</h3><p><b>{who}</b> (Bell College)<br><i>{title}</i></p>"
        for day, title, who in zip((1, 8, 15, 22, 29), TITLES, WHO, strict=True)
    )

    agenda = read_document(Document("page.html", f"<title>Seminar</title><h1>Lunch seminar</h1>{body}".encode()))

    assert [(s.title, s.start) for s in agenda.sessions] == [(title, None) for title in TITLES]
    assert (agenda.event.start, agenda.event.end) == ("2026-10-01", "2026-10-29")


def test_speaker_cards_without_talks_give_no_sessions() -> None:
    """Names, job titles and biographies are no talks, also on a page that speaks of its sessions."""
    cards = "".join(
        f"<div class=card><h4>{who}</h4><p>Head of Sales</p><p>Norvik Systems</p><p>{who} has sold lifts for years.</p></div>"
        for who in WHO
    )

    agenda = read(f"<h2>Speakers</h2>{cards}")

    assert agenda.sessions == ()
    assert [p.name for p in agenda.speakers] == WHO


ASIDES = {
    "a comment": "<div class=comment-list><p>Dorota, 2 June 2026, 8:14</p><p>See you there!</p></div>",
    "opening hours": "<h3>Opening hours</h3><p>Monday to Friday 8:00–16:00</p>",
    "a stamp": "<p>This page was last modified on 2 April 2026, at 17:41</p>",
    "a deadline": "<p>Submission deadline: 7 March 2026 (23:59)</p>",
    "office hours": "<div class=foot>Geschäftsstelle Mo–Do 9–16 Uhr</div>",
    "office hours of two days": "<div><b>Sportello</b></div><div>Lunedì e giovedì: ore 9.00-12.30 / 15.00-18.00</div>",
    "office hours, letters": "<p><i class=clock></i> Secretaría: L-V 9:00 a 14:00</p>",
    "a closing list": "<div>Inscrições até 15 de maio, às 23h59.</div>",
    "other events": "<h3>More events from us</h3><h4>Breakfast</h4><p>Thu, 4 Jun, 08:00</p><h4>Web</h4><p>6 Oct, 13:00</p>",
    "a sentence": "<p>Please register in time. The office can be reached on working days from 9:00 to 12:00</p>",
}


@pytest.mark.parametrize("aside", ASIDES.values(), ids=ASIDES)
def test_clocks_beside_the_programme_open_no_slots(aside: str) -> None:
    """Comments, opening hours, stamps, deadlines and sentences hold clocks that are not the programme's."""
    body = "".join(f"<div class=slot><b>{a}–{b}</b><h4>{title}</h4><p>{who}</p></div>" for a, b, title, who in TALKS)

    assert told(read(body + aside)) == [talk[:3] for talk in TALKS]


def test_a_deadline_that_its_clock_heads_is_a_row() -> None:
    """What would be office hours or a deadline in passing is a session where it stands like the others."""
    rows = [*TALKS, ("17:00", "17:15", "Submission deadline", "")]
    body = "".join(f"<div class=slot><b>{a}–{b}</b><h4>{title}</h4><p>{who}</p></div>" for a, b, title, who in rows)

    assert [s.title for s in read(body).sessions] == [title for _, _, title, _ in rows]


def test_a_table_row_that_its_clock_heads_keeps_its_cells() -> None:
    """Heads of the columns above look like the cells below them; they are no titles that would push every time one row on."""
    rows = "".join(f"<tr><td>{a}</td><td>{title} - {who}</td><td>{title} again - {who}</td></tr>" for a, _, title, who in TALKS)

    sessions = read(f"<table><tr><td></td><td>Room 101</td><td>Room 102</td></tr>{rows}</table>").sessions

    assert [(s.title, (s.start or "")[-8:-3], s.room) for s in sessions] == [
        (f"{title}{more}", a, room) for a, _, title, _ in TALKS for more, room in (("", "Room 101"), (" again", "Room 102"))
    ]


WRAPPERS = {"flat": "{}", "div": "<div>{}</div>", "list": "<li>{}</li>", "rule": "{}<hr>"}
ORDERS = [
    "time title person",
    "time person title",
    "title time person",
    "title person time",
    "person time title",
    "person title time",
]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("wrapper", WRAPPERS.values(), ids=WRAPPERS)
def test_records_are_read_in_any_order_of_their_parts(order: str, wrapper: str) -> None:
    """Time, title and person may come in any order, in boxes of their own or in one flat run of elements."""
    record = {"time": "<p>{}–{}</p>", "title": "<h3>{}</h3>", "person": "<p class=who>{}</p>"}
    body = ""
    for a, b, title, who in TALKS:
        parts = {
            "time": record["time"].format(a, b),
            "title": record["title"].format(title),
            "person": record["person"].format(who),
        }
        body += wrapper.format("".join(parts[part] for part in order.split()))

    assert told(read(f"{body}<h2>Sponsors</h2><p>Acme</p>")) == [talk[:3] for talk in TALKS]


LAST_LINES = [
    "{0}",
    "{0} - {1}",
    "<b>Tue</b> {0}",
    "<b>Day 1</b> {0}",
    "<b>Room 4</b> {0}",
    "{0}, Room 4",
    "Tue, {0}",
    "<b>When:</b> {0}",
]
FLAT = {
    "paragraphs": "<p>{title}</p><p>{who}</p><p>{time}</p>",
    "headings": "<h3>{title}</h3><p>{who}</p><p>{time}</p>",
    "breaks": "{title}<br>{who}<br>{time}<br><br>",
    "time before people": "<p>{title}</p><p>{time}</p><p>{who}</p>",
}


@pytest.mark.parametrize("line", LAST_LINES)
@pytest.mark.parametrize("record", FLAT.values(), ids=FLAT)
def test_records_of_lines_alike_end_with_their_times_or_people(record: str, line: str) -> None:
    """Nothing but the order tells whose a time is, where its day or room stands in its line; some records name nobody."""
    body = ""
    for a, b, title, who in [*TALKS, ("12:00", "13:00", "Lunch", "")]:
        body += (
            record.format(title=title, who=who, time=line.format(a, b))
            .replace("<p></p>", "")
            .replace("<br><br><br>", "<br><br>")
        )

    agenda = read(f"<section>{body}</section>")

    assert [(s.start and s.start[-8:-3], s.title) for s in agenda.sessions] == [
        *((a, title) for a, _, title, _ in TALKS),
        ("12:00", "Lunch"),
    ]


@pytest.mark.parametrize(
    ("printed", "hours"),
    [
        ("0900|0945|1030|1100|1330|1415", "09 09 10 11 13 14"),
        ("9-10|10-11|11-12|12-1|1-2|2-3", "09 10 11 12 13 14"),
        ("9<sup>00</sup>|9<sup>45</sup>|10<sup>30</sup>|13<sup>30</sup>", "09 09 10 13"),
        ("9 Uhr|9 Uhr 45|10 Uhr 30|13 Uhr 30", "09 09 10 13"),
        ("Day 1 - 09:00|Day 1 - 09:45|Day 1 - 10:30|Day 1 - 13:30", "09 09 10 13"),
    ],
)
@pytest.mark.parametrize("row", ["<div><p>{}</p><h4>{}</h4></div>", "<table><tr><td>{}</td><td><b>{}</b></td></tr></table>"])
def test_odd_forms_of_clocks_are_known_by_their_company(printed: str, hours: str, row: str) -> None:
    """Four digits, whole hours, raised minutes and counted days open slots where all lines of their format do."""
    talks = ["Forecasting with little data", "What buyers hear first", "Coffee break", "Selling in winter", "Renewals", "Lunch"]
    rows = "".join(row.format(clock, talk) for clock, talk in zip(printed.split("|"), talks, strict=False))

    agenda = read_upload("day.html", f"<html><body><h1>Sales Day</h1><h2>Programme</h2>{rows}</body></html>".encode())

    assert " ".join((s.start or "")[-5:-3] for s in agenda.sessions) == hours


def test_text_that_flows_on_past_its_paragraph_keeps_to_its_time() -> None:
    """What stands above a time in its paragraph belongs to the time before, where times open nearly all paragraphs."""
    heads = [f"<b>{a} – {title}</b>" for a, _, title, _ in TALKS]
    people = [f"<b>{who}, Head of Sales, Acme</b>" for _, _, _, who in TALKS]
    one, two, three, four = (f"{head}</p><p>{who}" for head, who in zip(heads, people, strict=True))
    rest = "".join(f"<p><b>{a} – Round table on quays</b></p>" for a in ("13:00", "14:00", "15:00"))

    agenda = read(f"<p>{one}<br><br>{two}</p><p>{three}</p><p>{four}</p>{rest}")

    names = {p.id: p.name for p in agenda.speakers}
    assert [[names[i] for i in s.speakers] for s in agenda.sessions[:4]] == [[talk[3]] for talk in TALKS]


def test_a_clock_behind_until_ends_the_one_before_it() -> None:
    """A line that opens with a clock and closes with "until" and another has both ends, and neither in its title."""
    body = "".join(f"<li>{a} - {title} until {b}</li>" for a, b, title, _ in TALKS)

    assert told(read(f"<ul>{body}</ul>")) == [talk[:3] for talk in TALKS]


def test_a_row_keeps_what_stands_in_it_whatever_heads_it() -> None:
    """In a table whose first row has a head of its own no row gives what stands in it to the time of the next one."""
    heads = ["<th>Main hall</th>", "<th rowspan=5></th>", "", ""]
    rows = [
        f"<tr>{head}<td>{a}-{b}</td><td>{title}</td><td>{who if a < '11' else ''}</td></tr>"
        for head, (a, b, title, who) in zip(heads, TALKS, strict=True)
    ]
    rows.insert(2, "<tr><td></td><td>Selling abroad</td><td></td></tr>")

    assert set(told(read(f"<table>{''.join(rows)}</table>"))) >= {talk[:3] for talk in TALKS}


def test_hours_that_a_break_parts_belong_to_one_session() -> None:
    """Of "9:00 to 12:00 and 14:00 to 18:00" the first tell when it begins; the second open no other session."""
    talks = [(a, b, title, who) for a, b, title, who in TALKS]
    body = "".join(f"<p>{title}<br>{a} to {b} and 14:00 to 15:00<br>{who}</p>" for a, b, title, who in talks)

    assert told(read(body)) == [talk[:3] for talk in TALKS]


def test_a_time_takes_nothing_from_the_paragraph_above_it() -> None:
    """A line above the first time looks like those of the people below each; it does not make the last of these lead."""
    people = ("Ann Archer, Partner, Acme<br>Bob Baxter, Director, Beta", "Carla Cole, CEO, Gamma<br>Dan Drew, Chair, Delta")
    body = "".join(
        f"<p><b>{a} - {b}</b> <b>{title}</b></p><p>{people[number % 2]}</p>" for number, (a, b, title, _) in enumerate(TALKS)
    )

    agenda = read(f"<p>Elm Hall, Larch School of Law</p>{body}")

    assert [len(s.speakers) for s in agenda.sessions] == [2, 2, 2, 2]


@pytest.mark.parametrize("between", ["", "<p>Venue: <a>Wharf 17</a></p>", "<p>Tickets at the door</p><p>Bring a friend</p>"])
def test_days_above_titles_with_times_below_them_are_not_those_of_the_times_above(between: str) -> None:
    """In a flat run a day stands right behind the time of the event before it, and heads its own."""
    events = (
        ("Thursday, 21 January 2027", "Market Visit for Buyers", "18:30 - 20:00"),
        ("Friday, 22 January 2027", "Easy Run with the Ledger Runners", "18:30 - 19:30"),
        ("Saturday, 23 January 2027", "Screening of The Unpaid", "17:30 - 19:00"),
        ("Sunday, 24 January 2027", "Open Padel Tournament", "07:00 - 10:00"),
    )
    rows = "".join(f"<p>{day}</p><h3>{title}</h3>{between}<p>{clock}</p>" for day, title, clock in events)
    found = read_document(Document("page.html", f"<h1>Side events</h1>{rows}".encode())).sessions

    assert [(s.title, s.start) for s in found] == [
        (title, f"2027-01-{day}T{clock[:5]}:00") for day, (_, title, clock) in zip((21, 22, 23, 24), events, strict=True)
    ]
