"""Which links of a page lead to an agenda, to speakers, to a further day, and which belong to the event at all."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from scrapers._document import Document
from scrapers._links.links import Link, language_of, links_of, names_day, names_next, ranked, scope_of, score

HOST = "http://site.example"


def link(text: str, path: str = "/x") -> Link:
    return Link(HOST + path, (text,))


@pytest.mark.parametrize(
    "text",
    ["Agenda", "Conference Programme", "Full schedule", "Tagungsprogramm", "Programme du colloque", "Programación",
     "Programação", "Programma", "Расписание", "プログラム", "日程安排", "프로그램", "Program 2026",
     "تصفح البرنامج", "Ohjelma", "Πρόγραμμα"],
)  # fmt: skip
def test_agenda_links_are_known_in_many_languages(text: str) -> None:
    """A link whose text names the programme is worth opening."""
    assert score(link(text), "agenda") >= 5


@pytest.mark.parametrize(
    "text",
    ["Speakers", "Our speakers", "Referenten", "Intervenants", "Ponentes", "Palestrantes", "Relatori", "Sprekers", "Talare",
     "Prelegenci", "Спикеры", "登壇者", "演讲嘉宾", "연사", "المتحدثون", "Konuşmacılar"],
)  # fmt: skip
def test_speaker_links_are_known_in_many_languages(text: str) -> None:
    """A link whose text names the speakers is worth opening."""
    assert score(link(text), "speakers") >= 5


@pytest.mark.parametrize("text", ["Accepted papers", "Abstracts", "Titles and abstracts", "Contributions", "Resúmenes"])
def test_lists_of_talks_are_known_by_what_scholars_call_them(text: str) -> None:
    """What is accepted is given; what is called for, submitted or published is not."""
    assert score(link(text), "talks") >= 5
    assert score(link(f"Call for {text}"), "talks") < 5
    assert score(link("Submission of papers"), "talks") < 5


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Programme Committee", "/programme-committee"),
        ("Become a speaker", "/speakers/apply"),
        ("Call for speakers", "/cfp"),
        ("Past speakers", "/speakers/past"),
        ("Speaker registration", "/speaker-registration.php"),
        ("Sponsorship programme", "/sponsorship"),
        ("Award agenda", "/awards"),
        ("Archiv: Programm 2019", "/archiv/2019"),
        ("Programmkomitee", "/komitee"),
        ("Partnerprogramm", "/partnerprogramm"),
        ("About", "/about"),
        ("", "/img"),
    ],
)
def test_other_links_are_not(text: str, path: str) -> None:
    """Committees, calls, sponsors, awards and archives use the same words and are left alone."""
    assert score(link(text, path), "agenda") < 5
    assert score(link(text, path), "speakers") < 5


@pytest.mark.parametrize("text", ["Day 2", "Tuesday", "3 March", "Tag 1", "Mittwoch, 5. Mai", "2日目", "Jour 3"])
def test_day_links_are_known(text: str) -> None:
    """A day's name, number or date makes a link to a day's programme."""
    assert names_day(link(text))


@pytest.mark.parametrize("text", ["Photos of day 2", "Register by 3 March", "Home", "Our partner of the day", ""])
def test_other_short_links_are_no_days(text: str) -> None:
    """A date beside another purpose is no day of the programme."""
    assert not names_day(link(text))


@pytest.mark.parametrize(
    ("text", "path", "here"),
    [
        ("Page 2", "/programm?page=1", "/programm"),
        ("Nächste Seite ››", "/programm?track=a&page=2", "/programm?track=a&page=1"),
        ("3", "/talks/page/3/", "/talks/page/2/"),
        ("Next", "/talks/older", "/talks"),
    ],
)
def test_links_to_further_pages_of_a_list_are_known(text: str, path: str, here: str) -> None:
    """The page's number in the address tells what the text does not."""
    assert names_next(link(text, path), HOST + here)


@pytest.mark.parametrize(
    ("text", "path", "here"),
    [
        ("1", "/programm?page=0", "/programm?page=1"),
        ("2", "/blog?page=2", "/programm"),
        ("2", "/talks/page/2", "/talks/page/2/"),
        ("A talk", "/talks?id=2", "/talks"),
    ],
)
def test_other_numbers_in_addresses_lead_no_further(text: str, path: str, here: str) -> None:
    """Earlier pages, other lists and other numbers are no next pages."""
    assert not names_next(link(text, path), HOST + here)


def test_pages_of_other_events_called_alike_are_left_out() -> None:
    """An organiser's other events, and its list of all speakers, stand beside the event's own pages."""
    links = [link("Agenda", f"/events/{name}/agenda/") for name in ("b", "a")] + [link("Speakers", "/speakers/")]
    own = scope_of(Document(HOST + "/events/a/", b"<title>Event A</title>"))
    assert [found.address for _, found in ranked(links, "agenda", own)] == [HOST + "/events/a/agenda/"]
    assert [found.address for _, found in ranked(links, "speakers", own)] == [HOST + "/speakers/"]


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/en/agenda", "en"),
        ("/pt-br/", "pt"),
        ("/en.html", "en"),
        ("/agenda_de.html", "de"),
        ("/x?lang=fr", "fr"),
        ("/programme-en/", "en"),
        ("/speakers_de", "de"),
        ("/agenda", None),
        ("/2026/talks/it", None),
        ("/how-to-sign-it", None),
    ],
)
def test_the_language_of_an_address_is_known(address: str, language: str | None) -> None:
    """Folders, endings and parameters name a language."""
    assert language_of(HOST + address) == language


def scope(address: str, markup: str = "") -> Callable[[str], bool]:
    return scope_of(Document(address, f"<html><title>Expo</title>{markup}".encode())).holds


@pytest.mark.parametrize(
    ("start", "other", "same"),
    [
        ("https://e.example/2026/", "https://e.example/2026/agenda", True),
        ("https://e.example/2026/", "https://e.example/2025/agenda", False),
        ("https://e.example/", "https://www.e.example/agenda", True),
        ("https://e.example/", "https://other.example/agenda", False),
        ("https://conf26.example/", "https://conf26.example/agenda", True),
        ("https://e.example/conf26/", "https://e.example/conf25/agenda", False),
        ("https://e.example/en/", "https://e.example/fr/agenda", False),
        ("https://e.example/en/", "https://e.example/agenda", True),
        ("https://e.example/2026/", "https://e.example/2026/day-2", True),
    ],
)
def test_the_event_ends_at_its_site_edition_and_language(start: str, other: str, same: bool) -> None:
    """Another host, year, numbered edition or language is another event."""
    assert scope(start)(other) is same


def test_a_year_in_the_title_excludes_other_years() -> None:
    """Where the address names no year, the page's title does."""
    holds = scope("https://e.example/", "<h1>Summit 2026</h1>")
    assert holds("https://e.example/agenda")
    assert not holds("https://e.example/2024/agenda")


def test_the_days_of_an_event_tell_its_year_before_deadlines_do() -> None:
    """An event in January names the year before more often than its own, in deadlines and footers."""
    holds = scope(
        "https://e.example/", "<p>14-15 January 2027</p><p>Submit by 1 September 2026</p><p>Camera ready: 1.10.2026</p>"
    )
    assert holds("https://e.example/program-2027")
    assert not holds("https://e.example/program-2026")


def test_links_are_read_with_all_their_texts() -> None:
    """Base addresses, pictures' descriptions, labels and frames count; files that are no pages do not."""
    markup = b"""<base href="/2026/"><a href="a.html">One</a><a href="a.html#x">Two</a>
    <a href="b"><img alt="Agenda"></a>
    <a href="c" aria-label="Days"></a><iframe src="d.html" name="schedule"></iframe>
    <a href="poster.jpg">Agenda</a><a href="javascript:x()">Agenda</a><a href="#top">Up</a>
    <a href="http://[bad">x</a>"""
    found = {found.address: found.texts for found in links_of(Document(HOST + "/", markup))}
    assert found == {
        HOST + "/2026/a.html": ("One", "Two"),
        HOST + "/2026/b": ("Agenda",),
        HOST + "/2026/c": ("Days",),
        HOST + "/2026/d.html": ("schedule",),
    }


@pytest.mark.parametrize(
    "markup", ["<a href='/p{i}/agenda'>The programme of room {i}, 3 March</a>", "<a href='{i}'>{i}{i}</a>"]
)
def test_thousands_of_links_are_chosen_from_quickly(markup: str) -> None:
    """A page of links costs less than a millisecond of computing each."""
    page = Document(HOST, ("<html>" + "".join(markup.format(i=i) for i in range(4000))).encode())
    began = time.process_time()
    found = links_of(page)
    assert len(list(ranked(found, "agenda", scope_of(page)))) <= len(found)
    assert time.process_time() - began < 4
