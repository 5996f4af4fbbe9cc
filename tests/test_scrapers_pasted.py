"""Text pasted from pages: put right, cut into lines and records, its people found."""

from __future__ import annotations

from pathlib import Path

from scrapers import read_source, read_text
from scrapers._document import Document
from scrapers._html.lines import lines_of_page
from scrapers._parts.features import is_bare
from scrapers._text.page import page_of_text
from scrapers._text.records import lines_of, records_in
from scrapers._text.repair import repaired
from scrapers._text.rows import parts_of
from scrapers._timing.zones import page_of

CARDS = """
9:00 AM - 9:30 AM
Pricing by hand
Main Stage
Rosalind Berg
Chief Operating Officer
Parcelwise
Add to my agenda
9:30 AM - 10:15 AM
Selling at night
Main Stage
Kwame Boateng
Founder & CEO
Calder Homes
Add to my agenda
10:15 AM - 11:00 AM
Doorsteps of the future
Main Stage
Ines Cardoso
Editor
Last Mile Weekly
Tom Whitlock
Director of Logistics
Brightmart
Add to my agenda
"""


def test_cards_of_three_lines_tell_job_and_company(tmp_path: Path) -> None:
    """Pasted from a page: name, job and company below each other, though a company may look like a name."""
    source = tmp_path / "pasted.txt"
    source.write_text(CARDS, encoding="utf-8")

    assert [(p.name, p.title, p.company) for p in read_source(str(source)).speakers] == [
        ("Rosalind Berg", "Chief Operating Officer", "Parcelwise"),
        ("Kwame Boateng", "Founder & CEO", "Calder Homes"),
        ("Ines Cardoso", "Editor", "Last Mile Weekly"),
        ("Tom Whitlock", "Director of Logistics", "Brightmart"),
    ]


def test_a_programme_on_one_line_is_cut_at_its_clocks(tmp_path: Path) -> None:
    """Text copied out of a PDF may have lost its lines: each range of clocks begins one, each point of a list too."""
    source = tmp_path / "line.txt"
    source.write_text(
        "River Summit Tuesday, 7 December 2027 08.00 – 08.30 Registration 08.30 – 09.00 Rivers at work: remarks by · Ana Berg, "
        "CEO, Tarn · Tom Lindqvist, Head of Water, Norvik 09.00 – 10.30 Dams and damages 10.30 – 11.00 Coffee break "
        "11.00 – 12.00 Closing the sluice",
        encoding="utf-8",
    )
    agenda = read_source(str(source))

    assert [s.start for s in agenda.sessions] == [f"2027-12-07T{t}:00" for t in ("08:00", "08:30", "09:00", "10:30", "11:00")]
    assert [p.name for p in agenda.speakers] == ["Ana Berg", "Tom Lindqvist"]


def test_labels_above_what_they_name_are_no_titles(tmp_path: Path) -> None:
    """Details pasted from a page repeat the time below a label; they are those of the session above."""
    source = tmp_path / "details.txt"
    details = "Location\nMain Stage\nTime\n{0}\n\nSession Description\n\nWhat remains of a harbour when ships leave.\n"
    slots = [("9:00 am - 9:45 am", "Ferries for islands"), ("9:45 am - 10:30 am", "Harbours after oil")]
    source.write_text("\n".join(f"{what}\n{when}\n{what}\n{details.format(when)}" for when, what in slots), encoding="utf-8")
    agenda = read_source(str(source))

    assert [(s.title, s.room) for s in agenda.sessions] == [(what, "Main Stage") for _, what in slots]


def test_a_title_told_again_behind_its_clock_is_one(tmp_path: Path) -> None:
    """Pages that show and hide details have each title twice, before and behind its time."""
    source = tmp_path / "twice.txt"
    slots = [
        ("9:00 am - 9:45 am", "Ferries for islands"),
        ("9:45 am - 10:00 am", "Coffee break"),
        ("10:00 am - 11:00 am", "Oil"),
    ]
    source.write_text("\n".join(f"{what}\n{when}\n{what}" for when, what in slots), encoding="utf-8")

    found = [(s.title, s.start) for s in read_source(str(source)).sessions]

    assert found == [("Ferries for islands", "09:00"), ("Coffee break", "09:45"), ("Oil", "10:00")]


def test_a_copy_is_read_as_the_page_it_was() -> None:
    """Two columns under one clock: the page says who speaks where, its bare lines do not."""
    rows = "".join(
        f"<tr><td>{hour}:00</td><td><b>{left}</b><p>{one}</td><td><b>{right}</b><p>{two}</td></tr>"
        for hour, left, one, right, two in (
            (9, "Cranes that think", "Ada Berg", "Harbours at night", "Bo Lind"),
            (10, "Tides as a service", "Cleo Marsh", "Ropes and their ends", "Dan Okoro"),
            (11, "Pilots wanted", "Eva Holm", "Buoys for everyone", "Finn Aalto"),
        )
    )
    page = f"<h2>12 May 2027</h2><table><tr><th>Time</th><th>Hall North</th><th>Hall South</th></tr>{rows}</table>"
    text = "12 May 2027\nTime\tHall North\tHall South\n9:00\tCranes that think\n\nAda Berg\n\t..."
    agenda = read_text(text, page=page)
    names = {p.id: p.name for p in agenda.speakers}
    told = {(s.start, s.title, s.room, *(names[i] for i in s.speakers)) for s in agenda.sessions}
    assert len(told) == 6
    assert ("2027-05-12T10:00:00", "Ropes and their ends", "Hall South", "Dan Okoro") in told


def test_data_copied_from_a_page_is_data() -> None:
    """An editor colours what is copied from it; the text is what counts."""
    text = '[{"title": "Pilots wanted", "start": "2027-05-12T09:00", "speakers": [{"name": "Eva Holm"}]}]'
    page = "<pre><span style='color:red'>[{</span>09:00 <b>Pilots wanted</b> 10:00 <b>Nothing</b></pre>"
    assert [s.title for s in read_text(text, page=page).sessions] == ["Pilots wanted"]


def test_a_copy_whose_page_tells_nothing_is_read_as_text() -> None:
    """Some programs copy a picture of the text, or nothing, as its page."""
    text = "12 May 2027\n09:00 - 09:45 Cranes that think\n10:00 - 10:45 Tides as a service\n"
    assert len(read_text(text, page="<img alt='picture'>").sessions) == 2


def test_lines_of_a_text_are_known_by_their_place_in_each_entry() -> None:
    """What kind a session is stands above each title here; no look tells the two apart, their place does."""
    talks = (
        ("9:00 - 9:45", "Plenary talk", "Selling by video call", "Ligaya Sandoval"),
        ("9:45 - 10:30", "Workshop", "Pricing by hand", "Ana Berg"),
        ("11:00 - 11:45", "Plenary talk", "Nobody renews a login screen", "Gwen Ashby"),
        ("11:45 - 12:30", "Workshop", "Letters that are answered", "Tom Lindqvist"),
    )
    agenda = read_text("Sales Day\n14 May 2026\n\n" + "\n\n".join("\n".join(talk) for talk in talks))

    assert [(s.title, list(s.speakers)) for s in agenda.sessions] == [
        (title, [next(p.id for p in agenda.speakers if p.name == name)]) for _, _, title, name in talks
    ]


def test_a_page_with_styles_is_not_taken_for_a_text() -> None:
    """Only what was made of plain text is read by the weights learnt from such; one class or heading shows another page."""
    text = page_of_text("14 May 2026\n\n9:00\nPricing by hand\n\n10:00\tLunch\n11:00\tLetters\n")
    styled = text.replace("<div>Pricing by hand</div>", "<h3>Pricing by hand</h3>").replace("<td>", '<td class="what">')

    assert [is_bare(page_of(lines_of_page(Document("", page.encode()).tree))) for page in (text, styled)] == [True, False]


def test_what_a_copy_left_without_blanks_is_parted() -> None:
    """Names, jobs and companies, clocks and their ends that touch stand apart; a brand stays whole."""
    text = "09:0009:30\nAna LindholmHead of SalesTarn AG\n10:0025 min\nSelling on TikTok\nOla BrekkeSales DirectorFjord AS"

    assert repaired(text).split("\n") == [
        "09:00 – 09:30", "Ana Lindholm", "Head of Sales", "Tarn AG", "10:00 25 min", "Selling on TikTok",
        "Ola Brekke", "Sales Director", "Fjord AS",
    ]  # fmt: skip


def test_captions_of_portraits_are_told_below() -> None:
    """Names run together above the lines that tell each with a job are left out; so is a single one."""
    text = "Ana BergOla Brekke\nAna Berg,\nCEO, Tarn AG\nOla Brekke,\nSales Director\n\nIda Moe\nIda Moe,\nBuyer"

    assert repaired(text) == "Ana Berg,\nCEO, Tarn AG\nOla Brekke,\nSales Director\n\nIda Moe,\nBuyer"


def test_a_brand_is_not_cut_where_only_a_company_shows() -> None:
    """A capital inside a word parts it where both sides tell what they are, or one is a name or a job."""
    text = "How to survive in a FenRamp World\nWhat growers learnt in OctoberPhilippa Oduya\nOla BrekkeSales Director"

    assert repaired(text).split("\n") == [
        "How to survive in a FenRamp World", "What growers learnt in October", "Philippa Oduya", "Ola Brekke", "Sales Director",
    ]  # fmt: skip


def test_cells_of_a_copied_table_may_hold_several_lines() -> None:
    """What follows a line that ends with a tab, up to the next clock, is in the cell behind that tab."""
    lines = ["Time\tHall 1", "9:00\t", "Pricing by hand", "Ana Berg", "10:00\tLunch", "11:00\tSelling at night"]

    [part] = parts_of(lines)

    assert part.rows == [
        [["Time"], ["Hall 1"]],
        [["9:00"], ["", "Pricing by hand", "Ana Berg"]],
        [["10:00"], ["Lunch"]],
        [["11:00"], ["Selling at night"]],
    ]


def test_records_begin_with_what_stands_above_their_clocks() -> None:
    """Titles above clocks, where blank lines part them so; a button above every clock is no title."""
    titled = lines_of("Why\n9:00\nHall 1\n\nHow\n10:00\nHall 2\n\nWhen\n11:00\nHall 1".split("\n"))
    buttons = lines_of("Join\n9:00\nWhy\n\nJoin\n10:00\nHow\n\nJoin\n11:00\nWhen".split("\n"))

    assert list(records_in(titled)) == [(0, 3), (3, 6), (6, 9)]
    assert [buttons[first].text for first, _ in records_in(buttons)] == ["9:00", "10:00", "11:00"]


def test_the_hours_beside_a_calendar_are_no_sessions() -> None:
    """Hours one below the other with nothing between are the scale of a calendar; three clocks may be three sessions."""
    assert repaired("7 am\n8 am\n9 am\n10 am\nPlenary\n8:00 Letters").split() == ["Plenary", "8:00", "Letters"]
    assert repaired("7 am\n8 am\n9 am\nPlenary") == "7 am\n8 am\n9 am\nPlenary"


def test_a_text_is_named_by_its_first_line() -> None:
    """Not by a greeting, a label, a date or what a kind of page is called."""
    text = "Hello everybody,\nAgenda\n{}\n\n12 May 2027\n9:00 Letters\n10:00 Pricing by hand\n"

    assert [read_text(text.format(line)).event.name for line in ("Tarn Pottery Day", "Where: Hall 1")] == [
        "Tarn Pottery Day",
        None,
    ]


def test_people_follow_the_last_dash_of_a_line() -> None:
    """A kind of session before the first dash, or an opening, goes on up to the people."""
    lines = (
        "9:00 Session 1 - Clay and method - Martine Berg (Tarn AG)",
        "10:00 Session 2 - Fire and patience - Anna Lind (Norvik AB)",
        "11:00 Conclusion of all that was said - Hélène Moreau (Lumen SA) & Ilirjan Moyo (Fjord AS)",
    )

    assert [s.title for s in read_text("12 May 2027\n" + "\n".join(lines)).sessions] == [
        "Session 1 - Clay and method",
        "Session 2 - Fire and patience",
        "Conclusion of all that was said",
    ]


def test_companies_stand_in_brackets_where_people_do() -> None:
    """Where the brackets behind titles name people, those of a company or a partner are no part of a title either."""
    lines = (
        "9:00 Pricing by hand (Ana Berg)",
        "10:00 Letters that are answered (Tom Lind & Mia Moe)",
        "11:00 Fire and water (Mei Fong)",
        "12:00 Clay at its best (Hilltop Pottery Ltd)",
        "13:00 Wheels (in partnership with Tarn)",
        "14:00 Kilns (part two)",
    )
    plain = [line.partition(" (")[0] for line in lines[:3]] + list(lines[3:])

    agenda, other = (read_text("12 May 2027\n" + "\n".join(told)) for told in (lines, plain))

    assert [s.title for s in agenda.sessions][3:] == ["Clay at its best", "Wheels", "Kilns (part two)"]
    assert [s.title for s in other.sessions][3:] == [line[6:] for line in lines[3:]]


def test_a_name_of_one_word_is_one_where_the_others_are_names() -> None:
    """Lines that end in a comma above jobs name people; the date below a title is never the title."""
    talks = (
        ("Fireside Chat: Quill on making things last", "Quill,\nPotter and Podcast Host"),
        ("Fireside Chat: Faith Less. Build More.", "Jennifer Katz,\nHead of Sales, Tarn AG"),
        ("Keynote: Fire", "Jay Patt,\nCEO, Norvik AB"),
        ("Panel: Wheels at rest", "Simon Morris,\nBuyer, Fjord AS"),
    )
    text = "".join(f"{title}\nMay 12, 2027 | {9 + n}:00AM - {9 + n}:45AM\n{who}\n\n" for n, (title, who) in enumerate(talks))
    agenda = read_text(text)
    names = {p.id: p.name for p in agenda.speakers}

    assert [(s.title, *(names[i] for i in s.speakers)) for s in agenda.sessions][0::3] == [
        (talks[0][0], "Quill"), (talks[3][0], "Simon Morris"),
    ]  # fmt: skip
    assert agenda.sessions[1].title == talks[1][0]


def test_rooms_in_brackets_may_begin_small() -> None:
    """Brackets that come again and name a room are one, whatever their first letter."""
    lines = ["Opening (amphi Sciences 2 )", "Clay (amphi Sciences 2 )", "Fire (amphi Sciences 2 )", "Wheels (slowly)"]
    agenda = read_text("12 May 2027\n" + "\n".join(f"{9 + n}:00 {line}" for n, line in enumerate(lines)))

    assert [(s.title, s.room) for s in agenda.sessions] == [
        *((title, "amphi Sciences 2") for title in ("Opening", "Clay", "Fire")), ("Wheels (slowly)", None),
    ]  # fmt: skip


def test_who_speaks_is_no_title_by_itself() -> None:
    """What a slot tells with "Keynote speaker: Ana Berg" stays whole; of "Keynote: Ana Berg" the kind is the title."""
    text = "12 May 2027\n9:00 Keynote Speaker: Ana Berg, CEO, Tarn AG\n10:00 Letters that are answered\n11:00 Lunch\n"

    assert read_text(text).sessions[0].title == "Keynote Speaker: Ana Berg, CEO, Tarn AG"


def test_a_copied_list_of_talks_needs_no_times() -> None:
    """Its first line says that talks follow; each stands between blank lines, who speaks below its title."""
    talks = (("Hulls of flax", "Maren Berg, Tarn AG"), ("Who mends the ferry?", "Tom Lind, Norvik AB"),
             ("Batteries at sea", "Mei Fong, Lumen SA"), ("The oar, reconsidered", "Ana Moe, Fjord AS"))  # fmt: skip
    agenda = read_text("Accepted talks\n\n" + "\n\n".join(f"{n}. {t}\n   {who}" for n, (t, who) in enumerate(talks, 1)))

    assert [s.title.partition(". ")[2] for s in agenda.sessions] == [title for title, _ in talks]
    assert [p.name for p in agenda.speakers] == ["Maren Berg", "Tom Lind", "Mei Fong", "Ana Moe"]


def test_a_kind_of_session_may_list_who_speaks() -> None:
    """So may an opening name who speaks, behind a full stop."""
    text = (
        "12 May 2027\n\n9:00 Inauguración. D.ª Ana Berg, alcaldesa de Tarn\n\n10:00 Lightning round: Tom Lind, Mei Fong\n\n"
        "11:00 Pricing by hand. Dr. Ida Moe, Fjord AS\n"
    )
    agenda = read_text(text)
    names = {p.id: p.name for p in agenda.speakers}

    assert [(s.title, *(names[i] for i in s.speakers)) for s in agenda.sessions] == [
        ("Inauguración", "D.ª Ana Berg"),
        ("Lightning round", "Tom Lind", "Mei Fong"),
        ("Pricing by hand", "Dr. Ida Moe"),
    ]


def test_a_long_title_may_go_on_small_on_the_next_line() -> None:
    """What was copied from a PDF keeps the ends of its lines; a short title is over where its line is."""
    talks = (
        ("Measuring what nobody hears: a study with four\nhundred neighbours and one lawn mower", "Dr. Ida Moe, Fjord AS"),
        ("Gears that hum in tune", "Prof. Tom Lind, University of Tarn"),
        ("What fans say when nobody listens", "Dr. Mei Fong, Lumen Institute"),
        ("Pumps for people who live above them: ten years\nwithout a complaint", "Ana Berg, Norvik AB"),
    )
    text = "\n".join(f"{9 + n}:00-{9 + n}:40\n{title}\n{who}" for n, (title, who) in enumerate(talks))

    assert [s.title for s in read_text(f"Quiet Machines\n5 October 2027\n\n{text}\n").sessions] == [
        title.replace("\n", " ") for title, _ in talks
    ]
