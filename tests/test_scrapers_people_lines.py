"""Who stands beside whom on a page: affiliations of several people, people named in short, people in a lone title."""

from __future__ import annotations

import pytest

from planner.agenda import Agenda
from scrapers import any_page
from scrapers._bylines.bylines import part_title
from scrapers._bylines.proven_bylines import at_people
from scrapers._cards.cards import find_people
from scrapers._document import Document
from scrapers._found import FoundPerson, assemble
from scrapers._html.name_parts import join_names
from scrapers._html.page import parse
from scrapers._language.jobs import opens_with_job
from scrapers._people.names import split_people
from scrapers._people.prose import people_introduced, people_told
from scrapers._people.shared_affiliation import legend_of, spread


def read(programme: str) -> Agenda:
    page = f"<!doctype html><html><body><h1>Dock Day</h1><p>4 May 2026</p>{programme}</body></html>"
    return assemble("page.html", "any_page", any_page.read(Document("page.html", page.encode()), None))


def speakers(agenda: Agenda) -> dict[str, list[str]]:
    names = {p.id: p.name for p in agenda.speakers}
    return {s.title: [names[i] for i in s.speakers] for s in agenda.sessions}


def test_a_legend_of_numbers_gives_each_person_their_own() -> None:
    """Raised or bracketed marks behind names point into the numbered list below them."""
    people = [FoundPerson("Ann Archer"), FoundPerson("Bob Baxter"), FoundPerson("Carla Cole")]
    assert spread(people, ["Ann Archer[1], Bob Baxter[2], Carla Cole[1]"], "1 Acme University, 2 Beta Institute")
    assert [p.company for p in people] == ["Acme University", "Beta Institute", "Acme University"]
    assert legend_of("1 Ann Archer, 2 Bob Baxter") == {}
    assert legend_of("(a) Acme, (b) Beta") == {"a": "Acme", "b": "Beta"}
    assert legend_of("24 Hours Ltd") == {}


def test_an_affiliation_below_a_line_of_people_is_one_each_or_that_of_all() -> None:
    """As many as people: one each; one: everybody's; a job title: that of the last alone."""
    people = [FoundPerson("Ann Archer"), FoundPerson("Bob Baxter")]
    assert spread(people, ["Ann Archer, Bob Baxter"], "Acme University; Beta Institute")
    assert [p.company for p in people] == ["Acme University", "Beta Institute"]
    people = [FoundPerson("Ann Archer"), FoundPerson("Bob Baxter")]
    assert spread(people, ["Ann Archer and Bob Baxter"], "Acme University")
    assert [p.company for p in people] == ["Acme University", "Acme University"]
    assert not spread([FoundPerson("Ann Archer"), FoundPerson("Bob Baxter")], ["Ann Archer and Bob Baxter"], "Head of Sales")


def test_first_names_in_the_programme_are_the_people_of_the_cards() -> None:
    """A programme among friends says "Ann & Bob"; the section of speakers gives them in full."""
    cards = "".join(
        f"<div class='c'><h3>{name}</h3><p>{job}</p></div>"
        for name, job in (("Annika Archer", "Head of Sales"), ("Robert Baxter", "Chief Engineer"), ("Carla Cole", "Buyer"))
    )
    slots = "".join(
        f"<li><b>{time}</b><span>{title}</span><em>{names}</em></li>"
        for time, title, names in (
            ("9:00 - 9:30", "Why docks leak after winter", "Annika"),
            ("9:30 - 10:00", "Pumps for people in a hurry", "Robert &amp; Carla"),
            ("10:00 - 10:30", "Ask us about the new quay", "Carla"),
        )
    )
    agenda = read(f"<h2>Speakers</h2><div>{cards}</div><h2>Programme</h2><ul>{slots}</ul>")
    assert speakers(agenda) == {
        "Why docks leak after winter": ["Annika Archer"],
        "Pumps for people in a hurry": ["Robert Baxter", "Carla Cole"],
        "Ask us about the new quay": ["Carla Cole"],
    }


def test_a_company_before_the_name_is_told_from_a_title() -> None:
    """In a format of "Acme – Ann Archer, Head of Sales" what stands before the dash is no title and no person."""
    slots = "".join(
        f"<div class='r'><div>{time}</div><div><h4>{title}</h4><div>{company} – {name}, {job}</div></div></div>"
        for time, title, company, name, job in (
            ("9:00 - 9:30", "Why docks leak after winter", "Harbour Nine", "Annika Archer", "Head of Sales"),
            ("9:30 - 10:00", "Pumps for people in a hurry", "Pump &amp; Pipe", "Robert Baxter", "Chief Engineer"),
            ("10:00 - 10:30", "Ask us about the new quay", "Port of Wells", "Carla Cole", "Managing Director"),
        )
    )
    people = {p.name: (p.title, p.company) for p in read(f"<div>{slots}</div>").speakers}
    assert people == {
        "Annika Archer": ("Head of Sales", "Harbour Nine"),
        "Robert Baxter": ("Chief Engineer", "Pump & Pipe"),
        "Carla Cole": ("Managing Director", "Port of Wells"),
    }


def test_a_logo_in_a_card_names_the_company() -> None:
    """The picture of a card that does not show the person is that of the company."""
    cards = "".join(
        f"<div class='c'><img src='a.jpg' alt='{name}'><h3>{name}</h3><p>{job}</p><img src='b.png' alt='{company} logo'></div>"
        for name, job, company in (
            ("Annika Archer", "Head of Sales", "Harbour Nine"),
            ("Robert Baxter", "Chief Engineer", "Pump and Pipe"),
            ("Carla Cole", "Managing Director", "Port of Wells"),
        )
    )
    people = find_people(Document("page.html", f"<body><h2>Speakers</h2><div>{cards}</div></body>".encode()).tree)
    assert [(p.name, p.company) for p in people] == [
        ("Annika Archer", "Harbour Nine"),
        ("Robert Baxter", "Pump and Pipe"),
        ("Carla Cole", "Port of Wells"),
    ]


def test_people_told_of_in_running_text_are_found_where_no_line_names_any() -> None:
    """Whoever opens a sentence or is led to by "with", "by"; not whom a text thanks."""
    told = people_told("A masterclass with Anna Archer (director, Acme Films) and Robert Baxter (Beta Studio). With songs.")
    assert [(p.name, p.title, p.company) for p in told] == [
        ("Anna Archer", "director", "Acme Films"),
        ("Robert Baxter", None, "Beta Studio"),
    ]
    assert [(p.name, p.title) for p in people_told("Introduced by film critic Robert Baxter.")] == [
        ("Robert Baxter", "film critic")
    ]
    told = people_told("A chat with two past members: Robert Baxter (Acme) and Anna Archer (Boston Lumen)")
    assert [(p.name, p.company) for p in told] == [("Robert Baxter", "Acme"), ("Anna Archer", "Boston Lumen")]
    assert people_told("With thanks to Robert Baxter for the loan of the barn.") == []


def test_the_names_of_portraits_are_read_where_nothing_else_names_the_people() -> None:
    """Faces without captions: their descriptions; logos of another format stay out."""
    faces = {"Why docks leak": "Anna Archer", "Pumps for people in a hurry": "Robert Baxter", "The quay": "Carla Cole"}
    slots = "".join(
        f"<article><p>{9 + n}:00 - {9 + n}:45</p><h3>{title}</h3><div class='f'><img src='a' alt='{name}'></div></article>"
        for n, (title, name) in enumerate(faces.items())
    )
    agenda = read(f"<div>{slots}</div><footer><img src='x.png' alt='Hugo Braun'></footer>")
    assert speakers(agenda) == {title: [name] for title, name in faces.items()}


def test_a_title_before_several_people_and_nothing_else_needs_no_known_label() -> None:
    """A line like "Lightning round: Ann Archer, Bob Baxter" is a session of both; who chairs or backs a day is none."""
    lines = ("Lightning round: Anna Archer, Robert Baxter, Carla Cole", "Lunch", "Daniel Duncan - “The quay that sank”")
    slots = "".join(f"<li><div class='time'>{10 + n}:00</div>{line}</li>" for n, line in enumerate(lines))

    told = speakers(read(f"<ul>{slots}</ul>"))

    assert told["Lightning round"] == ["Anna Archer", "Robert Baxter", "Carla Cole"]
    assert at_people("Directors: Anna Archer, Robert Baxter") is None
    assert at_people("Sponsors: Anna Archer, Robert Baxter") is None


@pytest.mark.parametrize(
    "face", ["<a href='#p'><img src='a' title='{} (host)'></a>", "<a href='#p' title='{}'><img src='a' alt=''></a>"]
)
def test_whom_faces_show_is_also_told_by_what_they_or_their_links_are_called(face: str) -> None:
    """A title shown when the pointer rests on a picture, of it or of the link around it, without its aside."""
    faces = {"Why docks leak": "Anna Archer", "Pumps for people in a hurry": "Robert Baxter", "The quay": "Carla Cole"}
    slots = "".join(
        f"<article><p>{9 + n}:00 - {9 + n}:45</p><h3>{title}</h3><div>{face.format(name)}</div></article>"
        for n, (title, name) in enumerate(faces.items())
    )
    assert speakers(read(slots)) == {title: [name] for title, name in faces.items()}


@pytest.mark.parametrize("form", ["{} <span>{}</span>", "<a href='#'>{}<br>{}</a>", "<b>{}</b>\n<i>{}</i>"])
def test_names_printed_in_parts_are_one_name(form: str) -> None:
    """The family name in a style or on a line of its own, in the headings of cards; not a first name above a company."""
    names = [("Anna", "Archer"), ("Robert", "Baxter"), ("Carla", "Cole"), ("Daniel", "Duncan")]
    cards = "".join(f"<li><h3>{form.format(*name)}</h3><p>Head of Sales, Acme Ltd</p></li>" for name in names)
    agenda = read(f"<h2>Speakers</h2><ul>{cards}</ul>")
    assert [p.name for p in agenda.speakers] == [" ".join(name) for name in names]
    tree = parse("".join(f"<li><h3>{first} {last} <span>Acme</span></h3></li>" for first, last in names))
    join_names(tree.walk())
    assert len(tree.find_all("span")) == len(names)


def test_people_below_a_title_that_stands_again_outside_the_timetable_speak_there() -> None:
    """A day at a glance, then each session in full: the details name the people."""
    told = {"Why docks leak": "Annika Archer", "Pumps for people in a hurry": "Robert Baxter", "The quay": "Carla Cole"}
    rows = "".join(f"<tr><td>{9 + n}:00 - {9 + n}:45</td><td>{title}</td></tr>" for n, title in enumerate(told))
    full = "".join(
        f"<article><h3>{title}</h3><p class='by'>{name}, Head of Sales, Acme Ltd</p></article>" for title, name in told.items()
    )
    agenda = read(f"<table>{rows}</table><h2>The sessions</h2><div>{full}</div>")
    assert speakers(agenda) == {title: [name] for title, name in told.items()}


def test_a_post_below_a_name_tells_of_that_person() -> None:
    """A line that opens with a job title and says whose it is is no title, whatever the model makes of it."""
    assert opens_with_job("Minister of Trade Licences and Chair of the Registry Committee")
    assert opens_with_job("Deputy General Secretary, Port Authority")
    assert not opens_with_job("CFO roundtable")
    assert not opens_with_job("Director of Sales: a dying job")
    assert not opens_with_job("Meet the director")


def test_an_unknown_name_behind_with_is_a_tool() -> None:
    """Work is done with products as well as with people: the name has to be known, or to say what its bearer does."""
    assert part_title("Faster payroll with Nightrunner Desk") is None
    assert part_title("Faster payroll with Ann Archer") == ("Faster payroll", "Ann Archer", False)
    assert part_title("Fireside chat with Zub Quorl") is not None


def test_lines_of_one_shape_share_what_a_comma_does() -> None:
    """A cell of another class holds a name and a company too, where the other cells do."""
    rows = "".join(
        f"<tr><td>{clock}</td><td class='{side}'><b>{title}</b><br><i>{who}</i></td></tr>"
        for clock, side, title, who in [
            ("09:00", "left", "Bonds in a drought", "Ewan Strachan, Castle Row Capital"),
            ("10:00", "left", "Grain and guesswork", "Hugo van Aalst, Delta Commodities"),
            ("11:00", "left", "Central banks", "Nadia Rahmani, Thistle Bank"),
            ("12:00", "right", "Mergers without tears", "Priyanka Bhandari, Feldman Lyle"),
        ]
    )
    agenda = read(f"<table>{rows}</table>")

    assert speakers(agenda)["Mergers without tears"] == ["Priyanka Bhandari"]
    assert {p.name: p.company for p in agenda.speakers}["Priyanka Bhandari"] == "Feldman Lyle"


def test_a_part_of_a_line_between_bars_may_be_who_speaks() -> None:
    """Behind what is told of a session its speaker and room may stand in the same line."""
    told = people_told("What claims teach a port. · Peter Archer, Head of Marine, Reef Mutual · Ballroom B")

    assert [(p.name, p.title, p.company) for p in told] == [("Peter Archer", "Head of Marine", "Reef Mutual")]
    told = people_told("Panel moderated by Kent Archer, VP Operations, Bay Authority.")
    assert [(p.name, p.title, p.company) for p in told] == [("Kent Archer", "VP Operations", "Bay Authority")]


def test_hosts_of_an_event_are_no_speakers() -> None:
    """Cards under "Your hosts" or "Advisory board" tell whom to call, not who speaks."""
    card = "<div><b>{}</b><br>{}</div>"
    cards = card.format("Danielle Frost", "Event Manager") + card.format("Marcus Tembo", "Network Director")
    programme = "".join(f"<p>{hour}:00 Talk number {hour} of the day</p>" for hour in range(10, 14))

    for heading in ("Your hosts", "Advisory Board", "Organising team"):
        agenda = read(f"{programme}<h3>{heading}</h3>{cards}")
        assert not agenda.speakers, heading


def test_a_clock_is_no_company() -> None:
    """In a table the next row's time stands behind a name, and describes nobody."""
    row = "<tr><td>{}AM – {}AM</td><td>{}</td><td><p>{}</p></td></tr>"
    agenda = read(
        "<table>"
        + row.format("09:00", "09:30", "Beds are no bottleneck", "Dr. Ann Archer")
        + row.format("09:30", "10:00", "Stock without heroics", "Dr. Bob Baxter")
        + row.format("10:00", "10:30", "Billing disputes", "Dr. Carla Cole")
        + "</table>"
    )
    assert [(p.title, p.company) for p in agenda.speakers] == [(None, None)] * 3


def test_a_list_of_names_among_lines_of_posts_stays_a_list() -> None:
    """In a column of "Name, Job" three names known to all are three people, one of them in brackets with a part to play."""
    rows = [
        ("09:00", "Welcome and purpose", "Hannah Archer, CRO"),
        ("10:00", "State of the union", "Piers Baxter, CEO"),
        ("11:00", "Product roadmap", "Dmitri Cole, CPO"),
        ("12:00", "How we won it", "Grace Drew (moderator), Omar Haddad, Lucy Tran"),
    ]
    table = "".join(f"<tr><td>{at}</td><td>{title}</td><td>{who}</td></tr>" for at, title, who in rows)

    agenda = read(f"<table><tr><th>Time</th><th>Session</th><th>Owner</th></tr>{table}</table>")

    assert speakers(agenda)["How we won it"] == ["Grace Drew", "Omar Haddad", "Lucy Tran"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Speaker: Dr. Leda Hammel is a professor at Tarn. She wrote much.", ["Dr. Leda Hammel"]),
        ("Speakers: David and Mary Sherlin are designers of teams.", ["David Sherlin", "Mary Sherlin"]),
        ("Moderator: Ann Archer, M.A., is a coach and a trainer.", ["Ann Archer"]),
        ("Speaker: This talk is given by nobody yet.", []),
        ("Ann Archer is a coach.", []),
    ],
)
def test_whom_a_label_leads_to_in_running_text_speaks(text: str, names: list[str]) -> None:
    """A paragraph "Speaker: Ann Archer is a professor ..." names who speaks; without a label it tells of anybody."""
    assert [p.name for p in people_introduced(text)] == names


def test_who_pays_among_people_of_one_format_is_nobody() -> None:
    """A line "Sponsored by Bingham McAllister" below a luncheon, in the format of the people of the other sessions."""
    people = ["Moderator: <a>Ann Archer</a> - Partner, Bingham McAllister<br><a>Bob Baxter</a> - Chairman, Acme<br>",
              "<a>Carla Cole</a> - CEO, Volta<br><a>Dan Duncan</a> - Director, Torp<br>"]  # fmt: skip
    row = "<li><span class=time>{0}:00-{0}:45</span> <span class=event><b>{1}</b><br>{2}</span></li>"
    titles = ["Good governance off the street", "Outlook for pay", "A look into the black box", "What the law wants"]
    panels = "".join(row.format(at + 9, title, people[at % 2]) for at, title in enumerate(titles))
    lunch = row.format(13, "DIRECTORS NETWORKING LUNCHEON", " Sponsored by Bingham McAllister<br>")
    assert speakers(read(f"<ul>{panels}{lunch}</ul>"))["DIRECTORS NETWORKING LUNCHEON"] == []


def test_an_address_of_mail_in_a_list_of_people_is_nobody() -> None:
    """The address behind a moderator's name, a link of its own, stands for no further person."""
    people = (
        "<b>Ann Archer</b>, Partner at Bakke Ltd. Email: <a href='mailto:a@b.example'><u>a.archer@bakke.example</u></a><br>"
    )
    people += "<b>Bob Baxter</b>, Partner at Torp Ltd<br><b>Carla Cole</b>, Editor at Alm Press"
    programme = f"<p>9:00</p><h4>Doors of tomorrow</h4><p>{people}</p><p>10:00</p><h4>Walls of today</h4><p>{people}</p>"
    assert speakers(read(programme))["Doors of tomorrow"] == ["Ann Archer", "Bob Baxter", "Carla Cole"]


def test_a_short_job_behind_a_full_stop_is_no_part_of_the_name() -> None:
    """A full stop parts a name from its job also where that is no more than letters."""
    people = [(p.name, p.title, p.company) for p in split_people("Modera: Ana Arquero Robles. CEO de La Tarna")]
    assert people == [("Ana Arquero Robles", "CEO", "La Tarna")]


@pytest.mark.parametrize(("text", "name"), [("Marta Peñalba.", "Marta Peñalba"), ("Ann Archer Jr.", "Ann Archer Jr.")])
def test_a_full_stop_behind_a_name_is_no_part_of_it(text: str, name: str) -> None:
    """A stop that ends a whole word ends the name; one that shortens a word is part of it."""
    assert [p.name for p in split_people(text)] == [name]


def test_a_break_in_the_format_of_names_is_a_session_and_nobody() -> None:
    """Where names head their talks, the one word that stands in their place for a service item is what takes place."""
    told = [
        ("Ігор Криниця", "Вода під містом"), ("Лариса Гайова", "Ліс без межі"), ("Надія Польова", "Зерно і час"),
        ("Марина Степова", "Сіль та вітер"), ("Світлана Лугова", "Трава біля дороги"),
    ]  # fmt: skip
    row = "<div class=item><time>{}</time><div><h4>{}</h4></div></div>"
    rows = [row.format("09:30", "Реєстрація") + "<p>Деталі реєстрації.</p>"]
    rows += [row.format(f"{hour}:00", f"{name} <span><a>{title}</a></span>") for hour, (name, title) in enumerate(told, 10)]
    agenda = read("".join(rows))
    assert speakers(agenda) == {"Реєстрація": [], **{title: [name] for name, title in told}}


def test_jobs_above_names_are_no_talks() -> None:
    """Cards that show a job above each name, on a page that speaks of talks, hold no sessions."""
    told = [
        ("Ann Archer", "Director and founder of Tarn"),
        ("Bob Baxter", "Head of the mill"),
        ("Carla Cole", "Senior analyst"),
    ]
    cards = "".join(f"<li>{job}<br><b>{name}</b></li>" for name, job in told)
    assert not read(f"<h2>Conference talks</h2><ul>{cards}</ul>").sessions
