"""Which lines of a page are slots of its programme: where it begins and ends, what stands at one time, what is none."""

from __future__ import annotations

import pytest
from slot_pages import CARD, PAPERS, TALKS, read, rows, titles

from scrapers._errors import NothingFound


def test_hours_of_the_day_beside_a_programme_open_no_slot() -> None:
    """A banner with the day's hours and a box with office hours are no sessions: no slot has its clock in their formats."""
    banner = '<div class="banner"><b>Ideas for a new decade</b><i>08:30 – 18:00</i></div>'
    box = '<div class="info"><dl><dt>Info desk</dt><dd>08:00 – 17:00</dd><dt>Place</dt><dd>Old Mill</dd></dl></div>'

    agenda = read(banner + rows(CARD) + box)

    assert titles(agenda) == [talk[1] for talk in TALKS]


def test_text_shown_when_a_link_is_pointed_at_is_no_part_of_the_title() -> None:
    """The element behind the words of a link holds the abstract that a style sheet shows on top of the page."""
    tip = "How a small firm stopped planning on the wall, what it kept from the wall, and what it would never do again."
    link = f'<a href="/t">{{1}} <span>{tip}</span></a>'
    card = f'<div class="slot"><p class="time">{{0}}</p><p class="t">{link}</p><p>{{2}}</p></div>'

    assert titles(read(rows(card))) == [talk[1] for talk in TALKS]


def test_a_time_that_ends_a_row_and_one_that_heads_the_next_are_two() -> None:
    """On a time line with clocks on alternating sides no start is taken for the end of the one before."""
    left = '<div class="row"><div><h3>{1}</h3><p>{2}</p></div><div class="at">{0}</div><div></div></div>'
    right = '<div class="row"><div></div><div class="at">{0}</div><div><h3>{1}</h3><p>{2}</p></div></div>'

    agenda = read("".join((right if number % 2 else left).format(*talk) for number, talk in enumerate(TALKS)))

    assert [((s.start or "")[11:16], s.title) for s in agenda.sessions] == [talk[:2] for talk in TALKS]


def test_a_fireside_chat_does_not_end_the_programme() -> None:
    """A heading that names a kind of session, or heads a row with a clock, is no list of comments or other events."""
    talks = [
        ("09:00", "Registration", ""),
        ("09:30", "Fireside Chat", "Ann Archer"),
        ("10:15", "Questions and answers", ""),
        *TALKS[3:],
    ]
    agenda = read(rows("<div><h4>{0}</h4><div><h3>{1}</h3><p>{2}</p></div></div>", talks))

    assert [s.start and s.start[-8:-3] for s in agenda.sessions] == [clock for clock, _, _ in talks]


def test_rooms_at_the_ends_of_titles_are_rooms() -> None:
    """Where several titles end in names of places, these are cut off; a lone one, or one in small letters, stays."""
    talks = [(a, f"{title}, Grand Ballroom {at}, 3rd Floor", who) for at, (a, title, who) in enumerate(TALKS)]
    agenda = read(rows(CARD, talks))

    assert titles(agenda) == [title for _, title, _ in TALKS]
    assert [s.room for s in agenda.sessions] == [f"Grand Ballroom {at}, 3rd Floor" for at in range(5)]
    assert titles(read(rows(CARD, [("09:00", "Life behind the curtain, on the stage", "Ann Archer"), *TALKS[1:]])))[0].endswith(
        "stage"
    )


def test_a_page_of_speakers_holds_no_sessions() -> None:
    """Where the page says at its head that it shows speakers, records of people without a clock are no sessions."""
    cards = "".join(
        f"<div class=c><h4>{who}</h4><p>Chief Engineer, Acme GmbH</p><p>About {t}.</p></div>" for _, t, who in TALKS if who
    )
    agenda = read(f"<html><body><h1>2026 Speakers</h1><h2>Track A: Money</h2>{cards}</body></html>")

    assert not agenda.sessions
    assert {p.name for p in agenda.speakers} == {who for _, _, who in TALKS if who}


def test_who_pays_for_the_coffee_is_no_speaker() -> None:
    """A line "Sponsored by Archer Bell" or "Supported by ..." names a company, though it looks like a name."""
    talks = [("08:30", "Breakfast", "Sponsored by Archer Bell"), *TALKS, ("13:00", "Coffee", "Supported by Morgan Stanley")]
    agenda = read(rows(CARD, talks))

    assert {p.name for p in agenda.speakers} == {who for _, _, who in TALKS}


OUTLINE = [
    ("Welcome and Opening Remarks", "Why risk matters now, and to whom."),
    ("Our strategy", "Where we want to go."),
    ("Keynote: The state of the harbour", "What comes next for docks."),
    ("Panel: Women at the helm", "A talk among five."),
    ("Closing Remarks", "What to take home."),
]


@pytest.mark.parametrize("head", ["Agenda", "Programme Overview", "💡 Our programme"])
def test_items_below_a_heading_are_a_programme_without_clocks_and_names(head: str) -> None:
    """An outline under "Agenda", each item a heading with a text below, is read; what stands under the next heading is not."""
    items = "".join(f"<h6>{title}</h6><p>{text}</p>" for title, text in OUTLINE)
    agenda = read(
        f"<h5>About us</h5><p>Since 1990.</p><h5>{head}</h5>{items}<h5>Who should come?</h5><ul><li>Captains</li></ul>"
    )
    assert [(s.title, s.abstract) for s in agenda.sessions] == OUTLINE


def test_what_an_event_has_to_offer_is_no_programme() -> None:
    """Kinds of session praised below a heading, none of which opens or closes the event, are no items of it."""
    offers = "".join(
        f"<h6>{kind}</h6><p>Much to learn.</p>" for kind in ("Keynotes", "Panels", "Workshops", "Great food", "Prizes")
    )
    with pytest.raises(NothingFound):
        read(f"<h5>The programme</h5>{offers}")


def test_headings_of_other_cards_between_the_days_are_no_talks() -> None:
    """Cards to read or watch, in a format that no slot has but the one the page ends with, stand beside the programme."""
    reads = ["How to gain control of your free time", "Servant leadership and how to lead with the heart",
             "Three ways to motivate a team in a crisis", "Creating the conditions for belonging", "What makes work feel good",
             "Leaders as the lynchpins of a workplace", "Beyond burnout and towards meaningful work"]  # fmt: skip
    cards = [
        f'<div class="box"><p>Read this</p><h4>{title}</h4><p>Ann Archer (2019). A short book.</p></div>' for title in reads
    ]
    days = "".join(
        f"<h2>{day} May 2026</h2><div>{card}</div><section><p>12:00</p><h4>{title}</h4><p><b>{who}</b></p></section>"
        for day, card, (_, title, who) in zip(range(12, 17), cards, TALKS, strict=False)
    )
    assert [s.title for s in read(days + "".join(cards[5:])).sessions if s.start is None] == []


def test_the_programme_ends_at_a_heading_like_those_of_its_days() -> None:
    """Below the last day a heading in the format of the days begins something else, here what to watch at any time."""
    card = '<div class="box"><h4>{0}</h4><p>Ann Archer (2019). A short book.</p></div>'
    read_on = [
        "How to gain control of time",
        "Servant leadership from the heart",
        "Ways to lead a team",
        "Belonging",
        "Good work",
    ]
    days = "".join(
        f"<h2>{day} May 2026</h2>{card.format(book)}<section><p>12:00</p><h4>{title}</h4><p><b>{who}</b></p></section>"
        for day, book, (_, title, who) in zip(range(12, 17), read_on, TALKS, strict=True)
    )
    films = card.format("Beyond burnout and towards meaningful work") + card.format("Leaders as the lynchpins of a workplace")
    found = read(f"{days}<h2>On demand</h2>{films}").sessions
    assert [s.title for s in found if s.start] == [title for _, title, _ in TALKS]


def test_when_the_event_begins_is_no_slot() -> None:
    """The line with the event's date, hour and house stands before a programme that begins at the same hour."""
    head = '<p class="when"><i></i> Tuesday, 12 May 2026 at 9:00 &nbsp; <i></i> Harbour Lodge, Sealtown</p>'

    agenda = read(head + rows(CARD))

    assert titles(agenda) == [title for _, title, _ in TALKS]


def test_when_a_table_of_facts_says_the_event_begins_is_no_slot() -> None:
    """The hour in a table of labels and facts above the programme opens no slot, nor do the facts below it."""
    facts = [
        ("Date", "12 May 2026"),
        ("Time", "9:00 - late"),
        ("Where", "Town Hall"),
        ("Price", "free!"),
        ("Dinner", "The Eel"),
    ]
    head = "<table>" + "".join(f"<tr><td><b>{label}:</b></td><td>{fact}</td></tr>" for label, fact in facts) + "</table>"

    agenda = read(f"{head}<table>{rows('<tr><td>{0}</td><td>{1}</td><td>{2}</td></tr>')}</table>")

    assert titles(agenda) == [title for _, title, _ in TALKS]


def test_brackets_that_recur_are_rooms_where_others_are() -> None:
    """What several titles have in brackets is where they are held, once one of the brackets names a room."""
    rooms = ["Booth", "Booth", "Hospitality Room", "Booth", "Second edition"]
    talks = [(clock, f"{title} ({room})", "") for (clock, title, _), room in zip(TALKS, rooms, strict=True)]

    agenda = read(rows('<div class="slot"><p class="time">{0}</p><h3>{1}</h3></div>', talks))

    assert [s.room for s in agenda.sessions] == ["Booth", "Booth", "Hospitality Room", "Booth", None]
    assert titles(agenda)[-2:] == [TALKS[3][1], f"{TALKS[4][1]} (Second edition)"]


def test_tabs_with_date_and_hours_head_the_days_below_in_their_order() -> None:
    """Days listed above the programme with the hours of each take turns whenever the clock runs back."""
    tabs = "".join(f"<a href='#d'><h2>{day}</h2><p>{date} [08.00am - 5.00pm]</p></a>" for day, date in [
        ("Tuesday", "12 May, 2026"), ("Wednesday", "13 May ,2026")
    ])  # fmt: skip

    agenda = read(f"<nav>{tabs}</nav>" + rows(CARD) + rows(CARD))

    assert [s.start[:10] for s in agenda.sessions if s.start] == ["2026-05-12"] * 5 + ["2026-05-13"] * 5


def test_a_copy_for_paper_is_left_out_and_hours_set_apart_are_one_clock() -> None:
    """What is shown in print alone says nothing new; `09<span>30</span>` in a `time` is half past nine."""
    slots = [(clock.replace(":", "<span>") + "</span>", title, who) for clock, title, who in TALKS]
    paper = '<div class="list hidden print:block"><p>09:30</p><p>On paper</p></div>'

    agenda = read(
        f"<main>{rows(CARD.replace('p class', 'time class').replace('</p><h3>', '</time><h3>'), slots)}</main>{paper}"
    )

    assert [(s.start[11:16], s.title) for s in agenda.sessions if s.start] == [(clock, title) for clock, title, _ in TALKS]


def test_a_room_follows_its_label_and_people_theirs() -> None:
    """Labels in elements of their own name the part of what stands right below them, odd names included."""
    card = (
        '<div class="slot"><p class="time">{0}</p><h3>{1}</h3><label>Presenters:</label><div class="item">{2}</div>'
        '<label>Track:</label><div class="item">Being human</div><label>Room:</label><div class="place">Attic</div></div>'
    )
    talks = [(clock, title, "Mairead O'Dowd" if who == "Greta Holm" else who) for clock, title, who in TALKS]

    agenda = read(rows(card, talks))

    names = {p.id: p.name for p in agenda.speakers}
    assert [[names[i] for i in s.speakers] for s in agenda.sessions] == [[who] for _, _, who in talks]
    assert {s.room for s in agenda.sessions} == {"Attic"}


def test_a_numbered_day_in_a_title_dates_nothing() -> None:
    """A session "Prototype sprint, day 1" among the titles of the second day moves none of the slots below it."""
    talks = [*TALKS[:2], ("10:15", "Prototype sprint day 1", ""), *TALKS[3:]]
    days = "<p>12–13 May 2026</p><h2>12 May 2026</h2>" + rows(CARD) + "<h2>13 May 2026</h2>" + rows(CARD, talks)

    assert [s.start[:10] for s in read(days).sessions if s.start] == ["2026-05-12"] * 5 + ["2026-05-13"] * 5


def test_papers_listed_below_the_timetable_are_sessions_without_a_time() -> None:
    """A glance at the day is followed by the papers of its sessions; who is listed with a job is no paper."""
    papers = [("Dov Baker", "Tracking the journey from smell to regret"), ("Erin Clarke", "The language of itching"),
              ("Priya Sharma", "Holidays and false memories")]  # fmt: skip
    listed = "<h2>Accepted papers</h2><table>{}</table>".format(
        "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in papers)
    )
    team = "<h2>Organisers of the talks</h2>" + "".join(
        f"<li><b>{who}</b><br>Head of Sales, Acme Ltd</li>" for who in ("Ann Hall", "Bob Stone", "Carla Reed")
    )

    agenda = read(rows(CARD) + listed + team)

    assert titles(agenda) == [talk[1] for talk in TALKS] + [title for _, title in papers]
    assert [s.start for s in agenda.sessions][-3:] == [None] * 3


def test_times_of_which_only_the_speaker_is_told_are_slots() -> None:
    """Cards of speakers between those of sessions open slots of their own, named after who speaks."""
    card = '<dl class="talk"><dt>{0}</dt><dd><ul><li>{2} (Acme)</li></ul></dd></dl>'
    head = "<dl><dt>{0}</dt><dd><p>{1}</p><ul><li>Chair: {2}</li></ul></dd></dl>"
    blocks = [
        head.format(*TALKS[0]),
        *(card.format(*talk) for talk in TALKS[1:3]),
        head.format(*TALKS[3]),
        card.format(*TALKS[4]),
    ]
    more = "".join(head.format(f"1{n}:00", f"Block {n} on buyers and sellers", "Ann Archer") for n in (3, 4, 5, 6))

    agenda = read("".join(blocks) + more)

    assert [title for title in titles(agenda) if title in {talk[2] for talk in TALKS}] == [TALKS[at][2] for at in (1, 2, 4)]


def test_heads_with_their_chair_above_timed_talks_are_sessions_without_a_time() -> None:
    """In a format of their own, above the first time too, they are told from other headings by the chair behind them."""
    head = '<p class="head"><b>Session {}:</b> Papers<br><i>Chair: {}</i></p>'
    slot = "<div><p>{0}</p></div><div><p>{1}<br><em>{2}</em></p></div>"
    one, two = (f"<div class='row'>{rows(slot, talks)}</div>" for talks in (TALKS[:2], TALKS[2:]))
    page = head.format(1, "Fiona Clarke") + one + head.format(2, "Hans Weber") + two

    agenda = read(page)

    assert [s.title for s in agenda.sessions if s.start is None] == ["Session 1: Papers", "Session 2: Papers"]
    assert [p.name for p in agenda.speakers if p.name in ("Fiona Clarke", "Hans Weber")] == ["Fiona Clarke", "Hans Weber"]


def test_the_lines_of_one_block_prove_who_gives_which_talk() -> None:
    """Three lines "Name: title" in one cell are talks, although the other cells of the column hold titles alone."""
    row = "<tr><td>{0}</td><td>{1}</td></tr>"
    short = "<b>Charlas</b><br>Mora Echegaray: El yuyo y la vereda<br>Santino Paz: Ruda macho<br>Delfina Ocampo: Qué mide un té"
    plain = [(f"{hour}:00", f"Paseo número {hour} por la orilla", "") for hour in range(8, 17)]

    agenda = read("<table>" + rows(row, [*plain, ("17:00", short, "")]) + "</table>")

    assert {"El yuyo y la vereda", "Ruda macho", "Qué mide un té"} <= set(titles(agenda))
    assert [s.name for s in agenda.speakers] == ["Mora Echegaray", "Santino Paz", "Delfina Ocampo"]


def test_rows_that_leave_the_time_empty_go_on_the_row_above() -> None:
    """A row without a time that holds headings and talks belongs to the time above, with its talks."""
    talks = "".join(f"<p><b>{title}</b><br>{who.split(',')[0]}</p>" for title, who in PAPERS)
    row = "<tr><th>{0}</th><td><p><b>{1}</b><br>{2}</p></td></tr>"
    parallel = f"<tr><th>13:00</th><td>Parallel tracks</td></tr><tr><th></th><td><h2><b>Track 1</b></h2>{talks}</td></tr>"

    agenda = read(f"<table>{rows(row)}{parallel}<tr><th>15:00</th><td>Closing</td></tr></table>")

    assert {title for title, _ in PAPERS} <= set(titles(agenda))


def test_a_section_about_others_ends_the_last_slot() -> None:
    """Sponsors below the last time of a flat document are no people of it, though their heading looks like any line."""
    lines = "".join(f"<p><b>{clock}</b></p><p>{title}</p><p>{who}, Partner, Acme</p>" for clock, title, who in TALKS)

    agenda = read(f"{lines}<p>Thank You to Our Sponsors</p><p>Delmonte Rail, Office of Ruth Baxter LLC</p>")

    assert {p.name for p in agenda.speakers} == {talk[2] for talk in TALKS}


def test_cities_behind_the_clocks_of_two_zones_are_no_text() -> None:
    """Of "9:00 (London) / 10:00 (Rome)" only the first clock counts."""
    talks = [(f"{clock} (London) / {int(clock[:2]) + 1}{clock[2:]} (Rome)", title, who) for clock, title, who in TALKS]

    agenda = read(rows(CARD, talks))

    assert titles(agenda) == [talk[1] for talk in TALKS]
    assert [s.start[-8:-3] for s in agenda.sessions if s.start] == [talk[0] for talk in TALKS]


def test_windows_that_say_their_time_twice_repeat_the_sessions_of_the_list() -> None:
    """A window for each session has its labels, its time again at its foot, and data for calendars that nobody sees."""
    listed = "".join(f"<a href='#m{n}'><div>{clock}</div><div>{title}</div></a>" for n, (clock, title, _) in enumerate(TALKS))
    windows = "".join(
        f"<div class='modal' id='m{n}'><h4>{title}</h4><div><div>Date</div><div>12 May 2026</div></div>"
        f"<div><div>Time</div><div>{clock}</div></div><div><div>Location</div><div>{room}</div></div>"
        f"<div><div>Description</div><div>{name}, Acme Archers, tells what three years of it taught everybody.</div></div>"
        f"<div class='foot'><span>Tuesday @ {clock}</span><div class='addeventatc'>Add to Calendar<span>05/12/2026 {clock}"
        f"</span><span>{title.split()[-1]}</span></div></div></div>"
        for n, ((clock, title, name), room) in enumerate(
            zip(TALKS, ("Martello", "Barbuda", "Martello", "Grand Cay", "Barbuda"), strict=True)
        )
    )

    agenda = read(f"<div>{listed}</div>{windows}")

    assert titles(agenda) == [title for _, title, _ in TALKS]


@pytest.mark.parametrize(
    "times", ["8:30-9:30 or 10:00-11:00", "<b>8:30-9:30</b> or <b>10:00-11:00</b>", "8:30-9:30 oder 10:00-11:00"]
)
def test_what_is_held_at_one_time_or_another_is_held_twice(times: str) -> None:
    """Two ranges that "or" parts belong to the one title above or beside them."""
    card = "<div class='card'><h5>{1}</h5><p>{2}</p><p class='when'>{0}</p></div>"
    talks = [(times, *TALKS[0][1:]), ("8:30-11:00", *TALKS[1][1:]), ("13:00-14:00", *TALKS[2][1:])]

    agenda = read(rows(card, talks))

    assert [(s.title, s.start[11:16]) for s in agenda.sessions if s.start] == [
        (TALKS[0][1], "08:30"), (TALKS[0][1], "10:00"), (TALKS[1][1], "08:30"), (TALKS[2][1], "13:00"),
    ]  # fmt: skip


def test_a_date_in_the_format_of_dates_begins_a_day_whatever_is_told_of_it() -> None:
    """The last day's line says more than the others', yet what stands below is on that day."""
    told = ["28 June 2027 · Arrival", "29 June 2027", "1 July 2027 · Walks, farewells and a late lunch"]
    days = [f"<section><p class=day>{day}</p>{rows(CARD, TALKS[at : at + 2])}</section>" for at, day in enumerate(told)]
    starts = [(s.start or "")[:10] for s in read("".join(days)).sessions]
    assert sorted(set(starts)) == ["2027-06-28", "2027-06-29", "2027-07-01"]
