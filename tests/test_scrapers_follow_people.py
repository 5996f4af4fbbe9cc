"""Pages of people on a site: whom they add, what they tell of those who speak, and whose they are."""

from __future__ import annotations

import pytest
from followed_sites import HOST, ROWS, people, read, web

from planner.agenda import Agenda
from scrapers import read_document
from scrapers._document import Document, Get
from scrapers._found import Found, FoundPerson, FoundSession, assemble
from scrapers._site.follow import read_site


@pytest.mark.parametrize(("first", "given"), [("title", True), ("name", False)])
def test_a_list_of_talks_tells_who_gives_those_of_the_timetable(first: str, given: bool) -> None:
    """The timetable names nobody, the page of sessions each title with people below it; with people above nothing is told."""
    named = [(f"<h3>Talk of number {n}</h3>", f"<p><b>{name}</b>, Captain, Tarn AG</p>") for n, name in enumerate(CAST)]
    cards = "".join(f"<div>{t}{n}</div>" if first == "title" else f"<div><h4>{n[6:14]}</h4>{t}</div>" for t, n in named)
    menu = "<html><title>Quay Days</title><a href=/agenda>Timetable</a><a href=/sessions>Sessions</a>"
    get, _ = web(**{"": menu, "agenda": f"<html><table>{ROWS}</table>", "sessions": f"<html><h1>Sessions</h1>{cards}"})

    agenda = read_site(HOST + "/", get, read)

    names = {p.id: p.name for p in agenda.speakers}
    told = [[names[i] for i in s.speakers] for s in agenda.sessions]
    assert told == ([[name] for name in CAST] + [[]] if given else [[]] * 4)


@pytest.mark.parametrize(("job", "opened"), [("Head of Sales", 7), ("", 4)], ids=["tells", "tells nothing"])
def test_own_pages_are_opened_as_long_as_they_tell_something(job: str, opened: int) -> None:
    """Companies are known, jobs are not: the first few pages of people show whether the others are worth opening."""
    names = ["Ana Berg", "Tom Lind", "Mei Fong", "Esi Owusu", "Ivo Marin", "Lea Roth", "Max Hale"]
    cards = "".join(f"<h3><a href='/p/{n.split()[0]}'>{n}</a></h3><p>, Tarn AG</p>" for n in names)
    pages = {f"p_{n.split()[0]}": f"<html><body><h1>{n}</h1><p>{job}</p><p>{n} likes the sea.</p>" for n in names}
    get, asked = web(**{"speakers": f"<html><body>{cards}", **pages})

    agenda = read_site(HOST + "/speakers", get, read)

    assert sum(path.startswith("/p/") for path in asked) == opened
    assert {p.title for p in agenda.speakers} == {job or None}


@pytest.mark.parametrize(("own", "kept"), [(False, 0), (True, 4)])
def test_a_page_of_other_people_adds_nobody(own: bool, kept: int) -> None:
    """A university's faculty, or the speakers of all events, who share nobody with the programme are left out."""
    cast = ["Ana Berg", "Ivo Lindt", "Mara Stone", "Olga Petrova", "Jan Novak"]
    rows = "".join(f"<tr><td>1{n}:00</td><td>Talk of number {n}</td><td>{name}</td></tr>" for n, name in enumerate(cast))
    listed = [cast[0] if own else "Eva Horn", "Paul Weiss", "Nina Wolf", "Max Huber", "Lisa Braun"]
    cards = "".join(f"<div><h3>{name}</h3><p>Professor</p><p>Tarn University</p></div>" for name in listed)
    menu = "<html><title>Quay Days 2027</title><a href='/agenda'>Agenda</a><a href='/faculty'>Faculty</a>"
    get, _ = web(
        **{
            "": menu,
            "agenda": f"<html><h2>5 May 2027</h2><table><tr><th>Time</th><th>Title</th><th>Speaker</th></tr>{rows}</table>",
            "faculty": f"<html><h1>Faculty</h1>{cards}",
        }
    )

    agenda = read_site(HOST + "/", get, read_document)

    assert {person.name for person in agenda.speakers} >= set(cast)
    assert sum(person.name in listed[1:] for person in agenda.speakers) == kept


def test_the_page_of_speakers_tells_names_in_full() -> None:
    """Whom the programme calls by an initial is called as the page of speakers does."""
    get, _ = web(
        **{
            "": "<html><title>Quay Days</title><a href=/agenda>Agenda</a><a href=/speakers>Speakers</a>",
            "agenda": "<html><table><tr><td>10:00</td><td>How boats float</td><td>A. Berg</td></tr></table>",
            "speakers": "<html><h3>Ana Berg</h3><p>CEO, Tarn AG</p>",
        }
    )

    agenda = read_site(HOST + "/", get, read)

    assert people(agenda) == {"Ana Berg": ("CEO", "Tarn AG")}
    assert len(agenda.sessions[0].speakers) == 1


def test_what_belongs_to_a_programme_under_a_name_of_its_own_is_found_too() -> None:
    """Stages on pages of their own, and a page of the people on them; the people of a committee and other days do not."""
    cast = ["Ana Berg", "Ivo Lindt"]

    def stage(first: int, day: str) -> str:
        rows = (f"<tr><td>{n}:00</td><td>Talk of number {n}</td><td>{cast[n % 2]}</td></tr>" for n in range(first, first + 3))
        return f"<html><h2>{day}</h2><table><tr><th>Time</th><th>Title</th><th>Speaker</th></tr>{''.join(rows)}</table>"

    def cards(names: list[str]) -> str:
        return "<html>" + "".join(f"<div><h3>{name}</h3><p>Head of Sales</p><p>Tarn AG</p></div>" for name in names)

    pages = {"north": "North", "south": "South", "mingling": "Mingling", "faces": "Faces", "crew": "Crew"}
    get, _ = web(
        **{
            "": "<html><title>Quay Days</title>" + "".join(f"<a href=/{name}>{text}</a>" for name, text in pages.items()),
            "north": stage(10, "5 May 2027"),
            "south": stage(14, "5 May 2027"),
            "mingling": stage(17, "9 June 2027"),
            "faces": cards(cast),
            "crew": cards(["Eva Horn", "Paul Weiss"]),
        }
    )

    agenda = read_site(HOST + "/", get, read_document)

    assert [(s.start or "")[8:13] for s in agenda.sessions] == ["05T10", "05T11", "05T12", "05T14", "05T15", "05T16"]
    assert people(agenda) == dict.fromkeys(cast, ("Head of Sales", "Tarn AG"))


def test_who_people_are_is_looked_for_where_no_link_speaks_of_them() -> None:
    """The programme names people alone, and a page beside leads to what presents them; other pages add nothing."""
    rows = "".join(f"<tr><td>1{n}:00</td><td>Talk of number {n}</td><td>{name}</td></tr>" for n, name in enumerate(CAST))
    get, _ = web(
        **{
            "": "<html><title>Quay Days</title><a href=/agenda>Agenda</a><a href=/about>About</a><a href=/crew>Crew</a>",
            "agenda": f"<html><table>{rows}</table>",
            "about": "<html><p>With <a href=/guests>invited speakers</a> from all harbours.</p>",
            "guests": "<html>" + "".join(f"<h3>{name}</h3><p>Captain, Tarn AG</p>" for name in CAST),
            "crew": "<html><h3>Eva Horn</h3><p>Chair, Quay Club</p>",
        }
    )

    agenda = read_site(HOST + "/", get, read)

    assert people(agenda) == dict.fromkeys(CAST, ("Captain", "Tarn AG"))


def test_companies_taken_for_people_are_known_by_the_page_of_people() -> None:
    """Who works where says which "names" of a programme are companies, and whom it names behind them."""
    cards = "<h3>Ana Berg</h3><p>CEO, Tarn Hill</p><h3>Ivo Lindt</h3><p>CFO, Save The Fox</p>"

    def odd(document: Document, get: Get | None) -> Agenda:
        if not document.address.endswith("agenda"):
            return read(document, get)
        firms = [FoundPerson("Tarn Hill", "CEO", "Ana Berg"), FoundPerson("Save The Fox", "CFO"), FoundPerson("Ivo Lindt")]
        return assemble(document.address, "test", Found(sessions=[FoundSession("Panel", start="10:00", people=firms)]))

    get, _ = web(
        **{
            "": "<html><title>Quay Days</title><a href=/agenda>Agenda</a><a href=/speakers>Speakers</a>",
            "agenda": "<html>",
            "speakers": f"<html>{cards}",
        }
    )

    agenda = read_site(HOST + "/", get, odd)

    assert people(agenda) == {"Ana Berg": ("CEO", "Tarn Hill"), "Ivo Lindt": ("CFO", "Save The Fox")}
    assert len(agenda.sessions[0].speakers) == 2


CAST = ("Ana Berg", "Ivo Lindt", "Mara Stone")
