"""Titles and people that only the style within a line, or brackets around the next one, tell apart."""

from __future__ import annotations

from planner.agenda import Agenda
from scrapers import read_document
from scrapers._document import Document

HEAD = '<meta charset="utf-8"><title>Forum 2026</title><body><h1>Forum 2026</h1><h2>Programme, 12 May 2026</h2>'


def read(body: str) -> Agenda:
    """The agenda of a page with this body."""
    return read_document(Document("page.html", f"<!DOCTYPE html><html>{HEAD}{body}</body></html>".encode()))


def told(agenda: Agenda) -> list[tuple[str, list[str]]]:
    """Each title with the names of who speaks."""
    names = {p.id: p.name for p in agenda.speakers}
    return [(s.title, [names[i] for i in s.speakers]) for s in agenda.sessions]


def test_a_change_of_style_parts_title_and_people() -> None:
    agenda = read(
        "<ul><li>9:00 <b>Ann Archer (Bolt Works):</b> Pricing experiments that went wrong</li>"
        "<li>9:30 <b>Peter Novak (Mill House):</b> What two hundred buyers told us</li>"
        "<li>10:00 <b>Susan Weber (Dock Lab):</b> Renewals nobody wrote down</li></ul>"
    )
    assert told(agenda) == [
        ("Pricing experiments that went wrong", ["Ann Archer"]),
        ("What two hundred buyers told us", ["Peter Novak"]),
        ("Renewals nobody wrote down", ["Susan Weber"]),
    ]


def test_a_line_in_brackets_below_a_name_tells_where_they_work() -> None:
    agenda = read(
        "<table><tr><td>9:00</td><td>Pricing experiments that went wrong</td><td>Ann Archer<br>(Bolt Works)</td></tr>"
        "<tr><td>9:30</td><td>What two hundred buyers told us</td><td>Peter Novak<br>(Mill House)</td></tr>"
        "<tr><td>10:00</td><td>Renewals nobody wrote down</td><td>Susan Weber<br>(Dock Lab)</td></tr></table>"
    )
    assert [(p.name, p.company) for p in agenda.speakers] == [
        ("Ann Archer", "Bolt Works"),
        ("Peter Novak", "Mill House"),
        ("Susan Weber", "Dock Lab"),
    ]


def test_a_title_ends_before_the_words_that_lead_to_people() -> None:
    agenda = read(
        "<p>9:00 Welkom door dagvoorzitter <i>Ann Archer</i></p><p>9:30 Waarom kopers weglopen door <i>Peter Novak</i></p>"
        "<p>10:00 De prijs van een belofte door <i>Susan Weber</i></p>"
    )
    assert [s.title for s in agenda.sessions] == ["Welkom", "Waarom kopers weglopen", "De prijs van een belofte"]


def test_durations_are_no_clocks_and_an_end_of_something_is_no_open_end() -> None:
    agenda = read(
        "<p>9:00 Pricing experiments that went wrong</p><p>1h 20m</p><p>10:20 What two hundred buyers told us</p><p>1h 10m</p>"
        "<p>11:30 Renewals nobody wrote down</p><p>16h – Fin des travaux</p>"
    )
    assert [(s.start[11:16] if s.start else "", s.title) for s in agenda.sessions][-1] == ("16:00", "Fin des travaux")
    assert len(agenda.sessions) == 4


def test_people_behind_their_jobs_are_people() -> None:
    card = '<div><p>{0}</p><h4>{1}</h4><p class="who">{2}</p><p>我們會談談這個題目的細節。</p></div>'
    agenda = read(
        card.format("9:00", "無障礙不是外掛", "聽見科技 設計總監 / 汪若晴")
        + card.format("9:30", "小團隊的自動化測試", "貓爪遊戲 工程師 / 鄧以安、譚承恩")
        + card.format("10:10", "協程踩坑筆記", "自由工作者 / 施柏翰")
    )
    assert [(p.name, p.title) for p in agenda.speakers][:3] == [
        ("汪若晴", "設計總監"),
        ("鄧以安", "工程師"),
        ("譚承恩", "工程師"),
    ]


def test_a_raised_ending_parts_no_title_and_a_name_that_tells_on_something_speaks() -> None:
    agenda = read(
        "<table><tr><td>9:00</td><td><b>News of the 10<sup>th</sup> Harbour Forum</b></td></tr>"
        "<tr><td>9:30</td><td><b>When chandlers must supply</b> — Susan Weber on the rules in practice</td></tr>"
        "<tr><td>10:00</td><td><b>Who pays first</b><p>Panel: <b>Ann Archer</b> (Bolt Works), <b>Peter Novak</b> (Mill House)"
        " and <b>Ina Kopp</b> (Dock Lab)</p></td></tr></table>"
    )
    assert told(agenda) == [
        ("News of the 10th Harbour Forum", []),
        ("When chandlers must supply", ["Susan Weber"]),
        ("Who pays first", ["Ann Archer", "Peter Novak", "Ina Kopp"]),
    ]


def test_twelve_in_the_morning_between_eleven_and_one_is_noon() -> None:
    agenda = read(
        "<table><tr><td>11:00 AM</td><td>Pricing experiments that went wrong</td></tr>"
        "<tr><td>12:00 AM</td><td>What two hundred buyers told us</td></tr>"
        "<tr><td>1:00 PM</td><td>Renewals nobody wrote down</td></tr></table>"
    )
    assert [(s.start or "")[5:16] for s in agenda.sessions] == ["05-12T11:00", "05-12T12:00", "05-12T13:00"]


def test_a_lone_name_in_brackets_is_one_where_other_titles_end_in_people_with_their_companies() -> None:
    agenda = read(
        "<p>9:00 Pricing experiments that went wrong (Ann Archer, Bolt Works)</p>"
        "<p>9:30 Renewals nobody wrote down (the sequel)</p>"
        "<p>10:00 What two hundred buyers told us (Peter Novak)</p><p>10:30 Dinner for two hundred (pizza, salad)</p>"
        "<p>11:00 Selling at sea (Susan Weber, Dock Lab)</p><p>11:30 A map of promises (with a walk)</p>"
    )
    assert told(agenda)[1:3] == [
        ("Renewals nobody wrote down (the sequel)", []),
        ("What two hundred buyers told us", ["Peter Novak"]),
    ]


def test_rows_that_a_template_left_behind_are_no_sessions() -> None:
    agenda = read(
        "<p>9:00 Pricing experiments that went wrong</p><p>9:30 Et voluptatem iusto dicta nobis.</p>"
        "<p>10:00 Lorem ipsum dolor sit amet</p><p>10:30 Renewals nobody wrote down</p>"
    )
    assert [s.title for s in agenda.sessions] == ["Pricing experiments that went wrong", "Renewals nobody wrote down"]


def test_faces_beside_known_ones_are_people_too() -> None:
    slot = '<div><span>{}</span><h4>{}</h4><ul class="faces"><li><img src="a.jpg" alt="{}"></li></ul></div>'
    agenda = read(
        slot.format("9:00", "Pricing experiments that went wrong", "Ann Archer")
        + slot.format("9:30", "What two hundred buyers told us", "Peter Novak")
        + slot.format("10:00", "Renewals nobody wrote down", "Susan Weber")
        + slot.format("10:30", "A map of promises", "Gwenola Madec")
    )
    assert told(agenda)[-1] == ("A map of promises", ["Gwenola Madec"])


def test_names_and_titles_by_turns_below_a_kind_are_sessions_of_their_own() -> None:
    agenda = read(
        "<div><time>9:00</time><h3>Check-in</h3></div>"
        "<div><time>10:00</time><h3>Keynotes</h3><p><a href='#a'>Ann Archer</a></p><p>Helpful Mischief</p>"
        "<p><a href='#b'>Peter Novak</a></p><p>What two hundred buyers told us</p>"
        "<p><a href='#c'>Susan Weber</a></p><p>Stop pricing what you know won't sell</p></div>"
        "<div><time>12:00</time><h3>Lunch</h3></div>"
    )
    assert told(agenda)[1:4] == [
        ("Helpful Mischief", ["Ann Archer"]),
        ("What two hundred buyers told us", ["Peter Novak"]),
        ("Stop pricing what you know won't sell", ["Susan Weber"]),
    ]


def test_a_bold_title_ends_before_the_names_behind_its_comma() -> None:
    agenda = read(
        "<p>09:00-09:20 <b>Graph Sieves for Coarse Gravel</b>, Ann Archer, Peter Novak, Susan Weber<br>"
        "09:20-09:40 <b>Contrastive Composting</b>, Peter Novak, Susan Weber<br>"
        "09:40-10:00 <b>Explaining clay to strangers</b>, Susan Weber, Ann Archer</p>"
    )
    assert told(agenda) == [
        ("Graph Sieves for Coarse Gravel", ["Ann Archer", "Peter Novak", "Susan Weber"]),
        ("Contrastive Composting", ["Peter Novak", "Susan Weber"]),
        ("Explaining clay to strangers", ["Susan Weber", "Ann Archer"]),
    ]


def test_a_day_that_is_struck_out_is_none_of_the_programme() -> None:
    agenda = read_document(
        Document(
            "page.html",
            b"<!DOCTYPE html><html><title>Forum</title><body><h1>Forum</h1><p>May 12, 2026, Hall 2</p>"
            b"<p>Submissions are due <s>February 20, 2026</s> soon.</p><ul><li>09:00 Opening of the forum</li>"
            b"<li>09:30 Pricing experiments that went wrong</li><li>10:00 Renewals nobody wrote down</li></ul></body></html>",
        )
    )
    assert {s.start[:10] for s in agenda.sessions if s.start} == {"2026-05-12"}


def test_a_first_row_with_a_time_is_no_head_and_links_to_more_are_no_part_of_a_title() -> None:
    agenda = read(
        "<table><tr><td>9:00</td><td>Opening Remarks</td></tr><tr><td>9:10</td><td>Pricing experiments [details]</td></tr>"
        "<tr><td>10:00</td><td>Break</td></tr><tr><td colspan=2><b>Session 1: Buyers</b></td></tr>"
        "<tr><td>10:20</td><td>What two hundred buyers told us [details] [pdf]</td></tr></table>"
    )
    titles = [s.title for s in agenda.sessions]
    assert titles == [
        "Opening Remarks", "Pricing experiments", "Break", "Session 1: Buyers", "What two hundred buyers told us",
    ]  # fmt: skip
    assert not any(s.room for s in agenda.sessions)


def test_a_bold_title_is_cut_from_somebody_known_and_what_they_do_behind_its_comma() -> None:
    cells = [
        "<b>Negotiating with procurement departments</b>, Susan Weber, Head of Purchasing, Acme Foods",
        "<b>Company presentation: Grasp Robotics</b>",
        "<b>Walking tour of the old harbour</b>, 5 euros",
    ]
    agenda = read("".join(f"<div><p>{9 + n}:00</p><p>{cell}</p></div>" for n, cell in enumerate(cells)))
    assert [s.title for s in agenda.sessions][:2] == [
        "Negotiating with procurement departments", "Company presentation: Grasp Robotics",
    ]  # fmt: skip
    assert [(p.name, p.title, p.company) for p in agenda.speakers] == [("Susan Weber", "Head of Purchasing", "Acme Foods")]
