"""What a line that names a kind of session is: a title, a label of one, or what heads several."""

from __future__ import annotations

from slot_pages import CARD, PAPERS, ROMAN, TALKS, read, rows, titles

from scrapers import any_page
from scrapers._document import Document
from scrapers._language.kinds import kind_of
from scrapers._structured.joins import read_records


def test_a_kind_of_session_above_a_title_is_not_the_title() -> None:
    """Where a bold line only says "Panel discussion", the line below it names the session."""
    talks = [*TALKS[:4], ("11:45", "Panel discussion</h3><h3>Who pays for the last mile", "Ines Kovač")]

    assert titles(read(rows(CARD, talks)))[-1] == "Who pays for the last mile"


def test_formats_that_follow_kinds_of_session_hold_titles_whatever_they_look_like() -> None:
    """Below "WORKSHOP" again and again stand titles, even in the format of the names and where they might be some."""
    block = (
        "<p>WORKSHOP<br><b>{1}</b></p><p>Bring a pencil and the numbers of last year, and be ready to share what did not work, "
        "why it did not, and what you would do today.</p><p><b>{2}</b><br>Acme Labs</p>"
    )
    halves = (("09:00", TALKS[:3]), ("11:00", TALKS[3:]))

    agenda = read("".join(f"<p class='t'>{clock}</p><h3>Workshops</h3>{rows(block, part)}" for clock, part in halves))

    assert titles(agenda) == [title for _, title, _ in TALKS]
    assert [len(s.speakers) for s in agenda.sessions] == [1] * 5


def test_a_column_that_says_what_kind_each_row_is_holds_no_titles() -> None:
    """Where "Full paper" or "Keynote" comes again and again beside the titles, it is no session of its own."""
    kinds = ["Keynote", "Full paper", "Full paper", "Short paper", "Full paper"]
    row = "<tr><td>{}</td><td>{}<div>(live)</div></td><td>{}<div>({})</div></td></tr>"
    table = "".join(row.format(clock, kind, title, who) for kind, (clock, title, who) in zip(kinds, TALKS, strict=True))

    assert titles(read(f"<table>{table}</table>")) == [talk[1] for talk in TALKS]


def test_the_kinds_of_one_day_are_known_by_those_of_another() -> None:
    """Where every day has a table of its own, one with a kind of row seen nowhere else has a column of kinds all the same."""
    days = [("Thursday, 3 September 2026", ["Keynote", "Full paper", "Full paper", "Short paper", "Full paper"], "")]
    days.append(("Friday, 4 September 2026", ["Keynote", "Full paper", "Closing"], " again"))
    row = "<tr><td>{}</td><td>{}<div>(live)</div></td><td>{}<div>({})</div></td></tr>"
    page = "".join(
        f'<table><tr><th colspan="3">{day}</th></tr>'
        + "".join(row.format(clock, kind, title + more, who) for kind, (clock, title, who) in zip(kinds, TALKS, strict=False))
        + "</table>"
        for day, kinds, more in days
    )

    assert titles(read(page)) == [talk[1] for talk in TALKS] + [f"{talk[1]} again" for talk in TALKS[:3]]


def test_a_kind_of_session_set_as_all_titles_are_is_the_title() -> None:
    """A "Keynote" where the heading of every talk stands is what the session is called, whatever is told below."""
    card = '<div class="slot"><p class="time">{0}</p><h3>{1}</h3><p>{2}</p></div>'
    talks = [("08:30", "Keynote", "Show off your work"), *((clock, title, "Bring a laptop") for clock, title, _ in TALKS)]

    assert titles(read(rows(card, talks))) == [title for _, title, _ in talks]


def test_a_kind_of_session_then_a_person_then_the_title() -> None:
    """A line "Keynote - Ann Archer - Why bees dance" is told apart by itself; a kind and a person are all of a slot."""
    first = '<div class="slot"><p class="time">08:00</p><h3>Keynote - Hannah Ortega - Nothing is offline any more</h3></div>'
    last = '<div class="slot"><p class="time">17:00</p><p class="who">Keynote: Hannah Ortega</p></div>'

    agenda = read(first + rows(CARD) + last)

    names = {p.id: p.name for p in agenda.speakers}
    assert titles(agenda) == ["Keynote: Nothing is offline any more", *(title for _, title, _ in TALKS), "Keynote"]
    assert [[names[i] for i in s.speakers] for s in (agenda.sessions[0], agenda.sessions[-1])] == [["Hannah Ortega"]] * 2


def test_what_a_label_with_a_colon_announces_is_the_title() -> None:
    """Below "Panel discussion:" stands what is discussed, in whatever format; a name there is somebody's."""
    card = '<li class="event"><b>{0}</b><h3>{1}</h3><div class="name">{2},</div><div>CEO, Acme</div></li>'
    talks = [
        *TALKS[:4],
        ("11:45", "Panel discussion:</h3><div class='name'>Who pays for the last mile</div><h3>", "Ines Kovač"),
    ]

    assert titles(read(f"<ul>{rows(card, talks)}</ul>")) == [*(t[1] for t in TALKS[:4]), "Who pays for the last mile"]


def test_lines_in_the_format_of_badges_are_no_titles() -> None:
    """Where most lines of a format name kinds of session, one that adds a sponsor's word is a badge too."""
    kinds = ["Keynote", "Keynote Acme", "Workshop", "Talk", "Keynote"]
    card = '<div class="slot"><p>{0}</p><h6>{1}</h6><p class="link"><a href="#">{2}</a></p></div>'
    talks = [(clock, kind, f"{who} - {title}") for kind, (clock, title, who) in zip(kinds, TALKS, strict=True)]

    assert titles(read(rows(card, talks))) == [talk[1] for talk in TALKS]


def test_a_break_stays_one_whatever_follows_behind_a_mark() -> None:
    """Who pays for the smoothies and where they stand makes a break no talk."""
    assert kind_of("Break (Hallway and Exhibit Hall): Smoothie Station - Sponsored by Acme Yogurt of Elsewhere") == "break"
    assert kind_of("Why coffee prices break records in a year without frost anywhere") == "talk"


def test_a_line_that_names_a_kind_heads_the_talks_below() -> None:
    """A line such as "Session 2" above several talks with people of their own is a session too, with who chairs it."""
    talks = "".join(f"<li><i>{title}</i><br>{who.split(',')[0]}</li>" for title, who in PAPERS)
    slot = '<div class="slot"><p class="time">13:00</p><h3>Session 2</h3><p class="who">Chair: Marc Lund</p><ul>{0}</ul></div>'

    agenda = read(rows(CARD) + slot.format(talks))

    assert {"Session 2", *(title for title, _ in PAPERS)} <= set(titles(agenda))


def test_a_heading_that_tells_the_kind_and_time_of_the_talk_below_is_no_session() -> None:
    """What stands above the card of a talk as "09:00 - Keynote" names its kind; a break that has no card stays one."""
    card = '<div><p class="time">{0}</p><h4>{1}</h4><p class="who">{2}</p></div>'
    head = "<h2>{0} - Keynote</h2>" + card

    agenda = read(rows(head) + "<h2>12:30 - Lunch</h2>")

    assert titles(agenda) == [*(title for _, title, _ in TALKS), "Lunch"]


def test_a_column_of_titles_keeps_kinds_above_them_though_another_column_sets_people_so() -> None:
    """What names kinds of session above small titles is no title, whatever stands above small lines among the speakers."""
    row = (
        "<tr><td>{clock}</td><td>{kind}<br><small><em>{title}</em></small></td><td>What three years taught us.</td>"
        "<td>{name}<br><small><em>Head of Sales, Acme Archers</em></small></td></tr>"
    )
    kinds = ("Keynote Message", "Panel Discussion + Q&A", "Keynote Address and Panel", "Panel Session", "Keynote Presentation")
    talks = zip(TALKS, kinds, strict=True)
    table = "".join(row.format(clock=c, kind=k, title=t, name=n) for (c, t, n), k in talks)
    head = "<tr><th>Time</th><th>Session Title</th><th>Description</th><th>Speakers</th></tr>"

    agenda = read(f"<table>{head}{table}</table>")

    assert titles(agenda) == [title for _, title, _ in TALKS]


def test_a_kind_in_brackets_before_who_holds_it_is_what_a_session_is_called_where_nothing_else_tells() -> None:
    """A line "[Talk 2] who (job)" above a title is who speaks; "[Panel discussion] who (job)" above names is the panel."""
    talks = [
        ("13:30", "[발제 1] 안본 (보기청 디지털팀 팀장)", "갯벌 그림책의 목표와 전략", "안본"),
        ("14:00", "[발제 2] 박견본 (견본정보진흥원 융합본부장)", "동네 서점에서 여는 그림책 교실", "박견본"),
        ("14:30", "[발제 3] 최표본 (표본소프트)", "그림책을 오래 두는 종이 이야기", "최표본"),
    ]
    panel = ("15:00", "[패널 토론] 이보기 (그림책전 조직위원장)", "안본, 박견본, 최표본")
    table = rows("<tr><td>{0}</td><td><span>{1}<br>{2}</span></td></tr>", [*(talk[:3] for talk in talks), panel])

    agenda = read(f"<table>{table}</table>")

    assert titles(agenda) == [*(title for _, _, title, _ in talks), "패널 토론"]
    assert {p.name for p in agenda.speakers} == {"안본", "박견본", "최표본", "이보기"}


def test_bold_titles_among_bold_kinds_of_session_stay_titles() -> None:
    """Below "Panel Presentation" stands the title; a bold line that names no kind is one itself, whatever stands below it."""
    cells = [
        ("<b>Panel Presentation</b><br>What two hundred buyers told us", "What two hundred buyers told us"),
        (
            "<b>Panel Presentation</b><br>Careers in selling, told by: three beginners",
            "Careers in selling, told by: three beginners",
        ),
        ("<b>STUDENT/FACULTY SHOWCASE</b><br>CONCURRENT ROOMS", "STUDENT/FACULTY SHOWCASE"),
        ("<b>Panel Presentation</b><br>Renewals nobody wrote down", "Renewals nobody wrote down"),
        ("<b>STUDENT/FACULTY SHOWCASE</b><br>CONCURRENT ROOMS", "STUDENT/FACULTY SHOWCASE"),
    ]
    table = "".join(f"<tr><td>{9 + n}:00</td><td>{cell}</td></tr>" for n, (cell, _) in enumerate(cells))

    assert titles(read(f"<table>{table}</table>")) == [title for _, title in cells]


def test_a_lesser_heading_below_a_heading_that_tells_the_kind_is_the_title() -> None:
    """The kind of session in the larger heading and its name in the one below, beside talks whose name has the larger one."""
    talks = [("Writing for Owls", "Ann Archer"), ("Bee's Paradise", "Carla Mendes"), ("Finding Your River", "Deepak Rao")]
    talks += [("Getting Lost", "Greta Holm"), ("Moss, Hands On", "Ines Kovač"), ("Mending the Light", "Lena Brandt")]
    text = "Come and hear what it takes, from somebody who has done it for many years and likes to tell of it."
    heads = ["<h3>Session I</h3><h4>{}</h4>", "<h3>Session II</h3><h4>{}</h4>", *["Session III<h3>{}</h3>"] * 4]
    cards = "".join(
        f"<div class='talk'>{head.format(title)}<p>{text}</p><p class='who'>presenter: {who}</p></div>"
        for head, (title, who) in zip(heads, talks, strict=True)
    )

    assert titles(read(f"<h2>Sessions</h2>{cards}")) == [title for title, _ in talks]


def test_a_break_without_a_clock_behind_somebodys_slot_is_not_its_title() -> None:
    """Where a slot has but a kind of session above its people, the lunch that follows it names nothing."""
    talks = [*TALKS[:3], ("11:00", "[Keynote]", "Greta Holm</p><p class='rest'>Lunch and networking"), TALKS[4]]

    assert titles(read(rows(CARD, talks)))[3] == "[Keynote]"


def test_a_numbered_module_names_nobody_and_nothing() -> None:
    """Such as "MODULO II" above a title tells which part it is."""
    cards = [
        CARD.replace("<h3>", f"<p class='part'>MODULO {number}</p><h3>").format(*talk)
        for talk, number in zip(TALKS, ROMAN, strict=True)
    ]
    agenda = read("".join(cards))

    assert titles(agenda) == [title for _, title, _ in TALKS]
    assert [person.name for person in agenda.speakers] == [who for _, _, who in TALKS]


_RESEARCH = ["Conferencia invitada", "Conferencia 1", "Receso para el café", "Conferencia 2", "Coloquio", "Conferencia 3"]
_ABOUT = ["Cómo envejecen los pozos del norte.", "Puentes que respiran: ¿qué cuesta mirarlos?", "",
          "Can mills store the wind of a whole winter without any loss in spring?", "Quién paga los diques del mañana.",
          "Mareas y molinos: un nuevo cálculo."]  # fmt: skip


def test_a_column_of_kinds_beside_bold_titles_names_no_sessions() -> None:
    """What stands in bold beside "Conferencia 2" is its title, also as a sentence; where nothing does the kind is the title."""
    rows = "".join(
        f"<tr><td>{9 + n}.00-{9 + n}.45</td><td>{kind}</td><td>{f'<strong>{title}</strong>' if title else ''}</td></tr>"
        for n, (kind, title) in enumerate(zip(_RESEARCH, _ABOUT, strict=True))
    )
    page = Document("page.html", f"<html><body><h1>Programa</h1><table>{rows}</table></body></html>".encode(), "text/html")
    assert [s.title for s in any_page.read(page, None).sessions] == [
        title or kind for kind, title in zip(_RESEARCH, _ABOUT, strict=True)
    ]


def test_who_gives_a_talk_that_is_called_by_its_kind_is_its_speaker() -> None:
    """What is all that is told of a session, "Plenary talk by Ines Kovač", names who speaks, on a page as in data."""
    told = (("9:00", "Plenary talk by Ines Kovač"), ("10:00", "Coffee"), ("11:00", "Tides of the north"))
    page = read("<table>" + "".join(f"<tr><td>{clock}</td><td>{title}</td></tr>" for clock, title in told) + "</table>")
    data = read_records({"sessions": [{"title": title, "time": clock} for clock, title in told]})

    assert [len(s.speakers) for s in page.sessions] == [1, 0, 0]
    assert [[p.name for p in s.people] for s in data.sessions] == [["Ines Kovač"], [], []]
