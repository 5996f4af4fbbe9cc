"""Following links: which pages of a site are opened, what each adds, and where the walk ends."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from followed_sites import HOST, ROWS, people, read, web

from planner.agenda import Agenda
from scrapers import read_document
from scrapers._document import Document
from scrapers._errors import AgendaError, NothingFound, NotReachable
from scrapers._site.follow import read_site
from scrapers._site.walk import Budget, Progress

DATA = Path(__file__).parent / "data"
SITES = DATA / "sites"


class Site:
    """A folder of pages as a web site, and the addresses that were asked for."""

    def __init__(self, name: str) -> None:
        self.folder = SITES / name
        self.asked: list[str] = []

    def get(self, address: str) -> Document:
        """The page at an address, as a Get."""
        path = address.removeprefix(HOST).partition("?")[0]
        self.asked.append(path)
        file = self.folder / (path.lstrip("/") or "index.html")
        if not address.startswith(HOST) or not file.is_file():
            raise NotReachable(address, "the site answered 404 Not Found.", 404)
        return Document(address, file.read_bytes().replace(b"http://HOST", HOST.encode()), "text/html")


def walked(name: str, start: str = "/", **options: object) -> tuple[Agenda, Site]:
    site = Site(name)
    return read_site(HOST + start, site.get, read, **options), site  # type: ignore[arg-type]


def titles(agenda: Agenda) -> list[str]:
    return [session.title for session in agenda.sessions]


def test_a_home_page_leads_to_every_day_and_to_the_speakers() -> None:
    """Programme, day pages, speakers and the own pages of those without a job title; nothing of last year, no committee."""
    agenda, site = walked("harbour_forum", "/index.html")

    assert len(titles(agenda)) == 9
    assert titles(agenda)[0] == "Opening of the quay"
    assert titles(agenda)[-1] == "Closing talk on the pier"
    assert people(agenda) == {
        "Wilhelmina Brandsma": ("VP Sales", "Kadewerk"),
        "Tobias Achterberg": ("Head of Automation", "Kraanbouw Noord"),
        "Esi Quartey": ("Commercial Director", "Tema Berths"),
        "Ludovic Peyrat": ("Safety Manager", "Docks du Ponant"),
    }
    opened = {"/index.html", "/programme.html", "/programme-day-1.html", "/programme-day-2.html", "/speakers.html"}
    assert set(site.asked) == opened | {"/people/quartey.html", "/people/peyrat.html"}
    assert len(site.asked) == len(set(site.asked))


def test_what_another_page_added_says_so() -> None:
    """A job title that comes from the speakers page or a person's own page carries that page's address."""
    agenda, _ = walked("harbour_forum", "/index.html")
    found_in = {person.name: person.found_in for person in agenda.speakers}
    assert found_in["Tobias Achterberg"]["title"] == f"{HOST}/speakers.html"
    assert found_in["Esi Quartey"]["company"] == f"{HOST}/people/quartey.html"


def test_a_day_page_leads_to_the_rest() -> None:
    """Whoever pastes the page of one day gets the other days and the speakers too."""
    agenda, _ = walked("harbour_forum", "/programme-day-2.html")
    assert len(titles(agenda)) == 9
    assert people(agenda)["Tobias Achterberg"] == ("Head of Automation", "Kraanbouw Noord")


def test_an_earlier_edition_is_read_when_it_was_asked_for() -> None:
    """The year of the pasted address decides, not the newest."""
    agenda, site = walked("harbour_forum", "/2025/programme.html")
    assert titles(agenda) == ["Old cranes, old stories", "Dredging for beginners", "A look back"]
    assert site.asked == ["/2025/programme.html"]


def test_one_language_is_read() -> None:
    """A start page that sends on is followed; of two languages the one it leads to is taken."""
    agenda, site = walked("zwei_sprachen")
    assert titles(agenda) == ["Begrüßung", "Aufträge ohne Akquise", "Kaffeepause", "Lehrlinge finden und halten"]
    assert people(agenda)["Bertil Oppermann"] == ("Leiter Vertrieb", "Sägewerk Ost")
    assert not any(path.startswith("/en/") for path in site.asked)


def test_session_pages_are_opened_when_the_schedule_names_nobody() -> None:
    """Pages found under another ending are understood, and their people join the sessions of the schedule."""
    agenda, _ = walked("meridian_day")
    names = {person.id: person.name for person in agenda.speakers}
    assert [(s.start, s.title, [names[i] for i in s.speakers]) for s in agenda.sessions] == [
        ("09:00", "Opening remarks", ["Nadezhda Orlova"]),
        ("09:30", "Buying without regret", ["Jabulani Mthethwa"]),
        ("10:30", "Contracts people can read", ["Siobhan Kerrigan"]),
        ("11:30", "The renewal that nobody noticed", ["Jabulani Mthethwa"]),
    ]
    assert people(agenda)["Siobhan Kerrigan"] == ("General Counsel", "Liffey Software")


def test_a_sitemap_helps_where_a_home_page_has_no_links() -> None:
    """Menus drawn by script leave no links; the pages the site lists for machines do."""
    agenda, site = walked("silent_home")
    assert "Pricing perishable goods" in titles(agenda)
    assert people(agenda)["Hiroto Sakamoto"] == ("Logistics Lead", "Aomori Apples")
    assert "/sponsors-agenda.html" not in site.asked


def test_without_following_only_the_page_itself_is_opened() -> None:
    """`follow=False` reads one page."""
    agenda, site = walked("harbour_forum", "/programme-day-1.html", follow=False)
    assert (len(titles(agenda)), site.asked) == (5, ["/programme-day-1.html"])


def test_a_site_without_an_agenda_is_an_error() -> None:
    """No sessions are made out of a venue page."""
    with pytest.raises(NothingFound, match="Try the page"):
        walked("meridian_day", "/venue.html", budget=Budget(pages=1))


def test_an_address_of_a_damaged_file_is_told_as_such() -> None:
    """What its reader says of the file is not lost on the way to the site."""
    get, _ = web(programme__pdf="%PDF-1.7 nothing more")
    with pytest.raises(NothingFound, match="PDF seems damaged"):
        read_site(f"{HOST}/programme.pdf", get, read_document)


def listing(time: str, people: str) -> dict[str, str]:
    """A site whose home page lists five talks by links, each with a page that says this."""
    titles = ["How boats float", "Why ropes hold", "Where gulls go", "When tides turn", "Who owns the pier"]
    links = "".join(f"<li><a href='/talks/{n}-talk'>{title}</a></li>" for n, title in enumerate(titles))
    pages = {
        f"talks_{n}-talk": f"<html><body><h1>{title}</h1><p>{time.format(n)}</p>{people}<p>We look at {title.lower()}."
        for n, title in enumerate(titles)
    }
    return {"": f"<html><title>Quay Days 2027</title><body><h1>Quay Days 2027</h1><ul>{links}</ul>", **pages}


def test_a_site_that_only_lists_its_talks_is_read_from_their_own_pages() -> None:
    """Titles from the links, times, days and people from the pages of the talks."""
    get, _ = web(
        **listing("5 May, 1{}:00 - 1{}:40, Hall 1".replace("{}", "{0}"), "<h3>Ana Berg</h3><p>Head of Sales, Tarn AG</p>")
    )

    agenda = read_site(HOST + "/", get, read_document)

    assert [(s.title, s.start) for s in agenda.sessions][:2] == [
        ("How boats float", "2027-05-05T10:00:00"),
        ("Why ropes hold", "2027-05-05T11:00:00"),
    ]
    assert len(agenda.sessions) == 5


@pytest.mark.parametrize("time", ["Posted by the team at 1{0}:00", "Read more"])
def test_lists_of_other_things_are_no_sessions(time: str) -> None:
    """Links whose pages do not say when something takes place are articles, products, anything; a few show it."""
    get, asked = web(**listing(time, ""))

    with pytest.raises(NothingFound):
        read_site(HOST + "/", get, read_document)
    assert sum(path.startswith("/talks/") for path in asked) <= 4


MENU = "<html><title>Quay Days 2027</title><h1>Quay Days</h1><a href=/venue>Venue</a>" + "".join(
    f"<a href=/{name}>{name.title()}</a>" for name in ("about", "philosophy", "gathering", "harbour")
)


@pytest.mark.parametrize(
    "pages",
    [
        {"gathering": f"<table>{ROWS}</table>"},
        {"gathering": "<html><p>Come!</p><a href=/timetable>Timetable</a>", "timetable": f"<table>{ROWS}</table>"},
    ],
    ids=["the page itself", "a page it leads to"],
)
def test_a_programme_under_a_name_of_its_own_is_found(pages: dict[str, str]) -> None:
    """No link speaks of a programme: the pages of the menu are looked into, until one shows it or leads to it."""
    get, asked = web(**{"": MENU, "philosophy": "<p>We like harbours.</p>", **pages})

    agenda = read_site(HOST + "/", get, read)

    assert len(agenda.sessions) == 4
    assert {"/philosophy", "/gathering"} <= set(asked)
    assert "/venue" not in asked


def test_pages_of_the_menu_without_a_programme_of_this_event_add_nothing() -> None:
    """Neither a few times nor the programme of another year make an agenda; the menu's first pages alone are asked for."""
    other = "<html><h2>5 May 2024</h2><table><tr><th>Time</th><th>Title</th></tr>" + ROWS
    many = MENU + "".join(f"<a href=/p{n}>Part {n}</a>" for n in range(50))
    get, asked = web(**{"": many, "philosophy": "<table><tr><td>10:00</td><td>Doors</td><td></td></tr>", "gathering": other})

    with pytest.raises(NothingFound):
        read_site(HOST + "/", get, read_document)
    assert len({path for path in asked if not path.endswith((".html", ".xml"))}) <= 8


def test_the_first_page_dates_a_programme_that_only_counts_days() -> None:
    """The home page tells the days of the event, its programme clocks below "Day 1" and "Day 2"."""
    rows = [f"<p><b>1{n}:00</b> Talk of number {n}<br><i>Ana Berg</i></p>" for n in range(3)]
    menu = "<html><title>Quay Days</title><a href=/agenda>Agenda</a>"
    get, _ = web(
        **{
            "": menu + "<h2>5 and 6 May 2027, Harbour Hall</h2><p>Submissions until 1 January 2027</p>",
            "agenda": menu + f"<h2>Day 1</h2>{''.join(rows)}<h2>Day 2</h2>{''.join(rows).replace('Talk', 'Tale')}",
        }
    )

    agenda = read_site(HOST + "/", get, read_document)

    assert [s.start for s in agenda.sessions][2:4] == ["2027-05-05T12:00:00", "2027-05-06T10:00:00"]
    assert (agenda.event.start, agenda.event.end) == ("2027-05-05", "2027-05-06")


def test_a_programme_in_two_languages_is_read_once() -> None:
    """The same people at the same times under other titles are the same sessions, whatever the pages are called."""
    cast = ["Ana Berg", "Ivo Lindt", "Mara Stone", "Olga Petrova"]

    def table(titles: str) -> str:
        rows = (f"<tr><td>1{n}:00</td><td>{t}</td><td>{cast[n]}</td></tr>" for n, t in enumerate(titles.split(";")))
        return f"<html><table>{''.join(rows)}</table>"

    get, _ = web(
        **{
            "": "<html><title>Quay Days</title><a href=/programm>Programm</a><a href=/programme>Programme</a>",
            "programm": table("Wie Boote schwimmen;Warum Seile halten;Wohin Möwen fliegen;Wem der Kai gehört"),
            "programme": table("How boats float;Why ropes hold;Where gulls go;Who owns the pier"),
        }
    )

    agenda = read_site(HOST + "/", get, read)

    assert titles(agenda) == ["Wie Boote schwimmen", "Warum Seile halten", "Wohin Möwen fliegen", "Wem der Kai gehört"]


ENTRIES = "<a href=timetable.html>Timetable</a><a href=speakers.html>Speakers</a>"


@pytest.mark.parametrize(
    "pages",
    [
        {"": "<html><script>window.location.replace('home.html')</script>", "home__html": f"<html>{ENTRIES}"},
        {"": "<html><div id=h></div><script>$('#h').load('parts/menu.html')</script>", "parts_menu__html": f"<html>{ENTRIES}"},
        {"": "<html><div w3-include-html=parts/menu.html></div>", "parts_menu__html": f"<html>{ENTRIES}"},
        {"": """<html><button onclick="location.href='timetable.html'">Timetable</button>"""
             """<li onclick="window.open('speakers.html')">Speakers</li>"""},
        {"": "<html><select><option value=timetable.html>Timetable<option value=speakers.html>Speakers</select>"},
        {"": "<html><a href=''>Home</a><a href='#'>Timetable</a><a href='javascript:void(0)'>Speakers</a>"},
    ],
    ids=["sent on", "loaded", "included", "buttons", "a list to choose from", "entries that lead nowhere yet"],
)  # fmt: skip
def test_ways_are_found_that_are_no_links(pages: dict[str, str]) -> None:
    """Scripts send visitors on and load menus, buttons and lists lead to pages, entries of a menu are called as their pages."""
    get, _ = web(
        **pages, timetable__html=f"<html><table>{ROWS}</table>", speakers__html="<html><h3>Ana Berg</h3><p>CEO, Tarn AG</p>"
    )

    agenda = read_site(HOST + "/", get, read)

    assert (len(agenda.sessions), people(agenda)) == (4, {"Ana Berg": ("CEO", "Tarn AG")})


def test_a_programme_in_a_frame_of_its_page_is_read() -> None:
    """The page shows the table of another page of its site; what other sites show in frames is not asked for."""
    frames = "<iframe src=grid.html></iframe><iframe src=http://maps.example/here></iframe>"
    get, asked = web(
        **{"": "<html><a href=agenda>Agenda</a>", "agenda": f"<html>{frames}", "grid__html": f"<html><table>{ROWS}</table>"}
    )

    assert len(read_site(HOST + "/", get, read).sessions) == 4
    assert not any("maps" in path for path in asked)


def test_a_page_with_a_programme_sends_nobody_on() -> None:
    """Scripts that would leave a page for old browsers, or for a sign-in, are no way to the programme."""
    script = "<script>if (old) window.location = 'update.html'</script>"
    get, asked = web(**{"": f"<html>{script}<h1>Agenda</h1>{'<p>We meet by the sea.</p>' * 20}<table>{ROWS}</table>"})

    assert len(read_site(HOST + "/", get, read).sessions) == 4
    assert "/update.html" not in asked


def test_a_stop_keeps_what_was_read() -> None:
    """After the stop no page is opened; sessions read before it stay, and a warning says that pages are missing."""
    site = Site("harbour_forum")
    agenda = read_site(HOST + "/index.html", site.get, read, stop=lambda: len(site.asked) >= 3)
    assert len(site.asked) == 3
    assert len(titles(agenda)) == 5
    assert any("stopped" in warning for warning in agenda.warnings)


def test_a_stop_while_a_page_is_waited_for_is_said_once() -> None:
    """The page that was not waited for is no fault, and the warning says what to do."""
    site = Site("harbour_forum")

    def get(address: str) -> Document:
        if len(site.asked) == 2:
            site.asked.append(address)
            raise NotReachable(address, "reading was stopped.")
        return site.get(address)

    agenda = read_site(HOST + "/index.html", get, read, stop=lambda: len(site.asked) >= 3)
    assert [w for w in agenda.warnings if "read" in w] == [
        "You stopped the reading before every linked page was opened. Read it again to have them all."
    ]


def test_a_linked_page_that_fails_is_named_once() -> None:
    """Its address and why, in one sentence."""
    get, _ = web(**{"": f"<html><a href=agenda>Agenda</a><a href=speakers>Speakers</a><table>{ROWS}</table>", "speakers": ""})

    def fail(address: str) -> Document:
        if address.endswith("/speakers"):
            raise NotReachable(address, "the site answered 500.", 500)
        return get(address)

    warnings = read_site(HOST + "/", fail, read).warnings
    assert f"A linked page is missing: {HOST}/speakers could not be read: the site answered 500." in warnings


def test_a_budget_ends_the_walk() -> None:
    """No more pages than allowed are opened, and the agenda says so."""
    agenda, site = walked("harbour_forum", "/index.html", budget=Budget(pages=4))
    assert len(site.asked) == 4
    assert any("first 4" in warning for warning in agenda.warnings)


def endless(page: Callable[[int], str]) -> Callable[[str], Document]:
    """A site without end: page n links to page n + 1 as told."""

    def get(address: str) -> Document:
        number = int(re.search(r"\d+", address)[0]) if re.search(r"\d+", address) else 0  # type: ignore[index]
        return Document(address, page(number).encode(), "text/html")

    return get


@pytest.mark.parametrize(
    "page",
    [
        lambda n: f"<html><a href='/agenda?page={n + 1}'>Next</a><table><tr><td>09:00</td><td>Talk {n}</td><td></td></tr>",
        lambda n: f"<html><a href='/agenda/{n + 1}/agenda'>Agenda</a><p>{n}",
        lambda n: f"<html><meta http-equiv=refresh content='0;url=/agenda/{n + 1}'><p>{n}",
    ],
    ids=["next", "agenda", "refresh"],
)
def test_a_site_without_end_is_left(page: Callable[[int], str]) -> None:
    """Calendars and lists that go on for ever cost a budget, not a life."""
    asked: list[str] = []
    get = endless(page)

    def counted(address: str) -> Document:
        asked.append(address)
        return get(address)

    with contextlib.suppress(AgendaError):
        read_site("http://endless.example/agenda?page=1", counted, read, budget=Budget(pages=30))
    assert len(asked) <= 30


def test_progress_is_told_before_each_page() -> None:
    """Each page is announced with a sentence, the count never exceeds the plan."""
    told: list[Progress] = []
    _, site = walked("harbour_forum", "/index.html", progress=told.append)
    assert [one.address for one in told] == [HOST + path for path in site.asked]
    assert all(one.done < one.planned and one.sentence for one in told)
    assert [one.done for one in told] == list(range(len(told)))


def test_a_linked_page_that_fails_is_a_warning() -> None:
    """What cannot be read is named, the rest is kept."""
    site = Site("harbour_forum")

    def get(address: str) -> Document:
        if address.endswith("day-2.html"):
            raise NotReachable(address, "the site answered 500.", 500)
        return site.get(address)

    agenda = read_site(HOST + "/index.html", get, read)
    assert len(titles(agenda)) == 5
    assert any("linked page" in warning and "500" in warning for warning in agenda.warnings)
