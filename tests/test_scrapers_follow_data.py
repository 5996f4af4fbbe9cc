"""What scripts of a site fetch or hold is read as its programme."""

from __future__ import annotations

import json

import pytest
from followed_sites import HOST, people, web

from scrapers import read_document
from scrapers._errors import NothingFound
from scrapers._site.follow import read_site

SHELL = "<!DOCTYPE html><html><title>Quay Days</title><body><h1>Quay Days</h1><a href='/agenda'>Agenda</a><div id=list></div>{}"
TALKS = "[" + ",".join(f'{{"title": "Talk about {n}", "start": "1{n}:00", "speakers": ["Ana Berg"]}}' for n in range(4)) + "]"


def test_a_programme_that_scripts_fetch_is_read_from_the_file() -> None:
    """No page shows a time: the data that a script of the agenda page names is opened, no library, no other file."""
    script = "<script src='/js/jquery.min.js'></script><script>fetch('data/sessions.json').then(show)</script>"
    get, asked = web(**{"": SHELL.format(""), "agenda": SHELL.format(script), "data_sessions__json": TALKS})

    agenda = read_site(HOST + "/", get, read_document)

    assert [s.start for s in agenda.sessions] == ["10:00", "11:00", "12:00", "13:00"]
    assert [p.name for p in agenda.speakers] == ["Ana Berg"]
    assert "/js/jquery.min.js" not in asked


def test_a_programme_that_stands_in_a_script_is_read_from_it() -> None:
    """A script of the site's own that holds the data is as good as a file."""
    get, _ = web(
        **{"": SHELL.format("<script src=app.js></script>"), "agenda": SHELL.format(""), "app__js": f"const rows = {TALKS};"}
    )

    assert len(read_site(HOST + "/", get, read_document).sessions) == 4


@pytest.mark.parametrize(
    "script",
    [
        "const at = './data/'; const load = (n) => fetch(`${at}${n}.json`); load('sessions'); load('speakers');",
        "const at = 'data/'; $.getJSON(at + 'sessions.json', show); $.getJSON(at + 'speakers.json', show);",
        "fetch(`${root}/data/sessions.json`); fetch(`${root}/data/speakers.json`);",
    ],
    ids=["names of calls", "a folder added", "a folder unknown"],
)
def test_files_that_a_script_puts_together_are_found_and_joined(script: str) -> None:
    """Folder and name stand apart in the script; what the files are called says which holds the people of the sessions."""
    rows = [{"id": n, "title": f"Talk about {n}", "startsAt": f"2027-05-05T1{n}:00", "speakers": ["u1"]} for n in range(4)]
    get, _ = web(
        **{
            "": SHELL.format(""),
            "agenda": SHELL.format(f"<script>{script}</script>"),
            "data_sessions__json": json.dumps(rows),
            "data_speakers__json": json.dumps([{"id": "u1", "firstName": "Ana", "lastName": "Berg", "company": "Tarn AG"}]),
        }
    )

    agenda = read_site(HOST + "/", get, read_document)

    assert [len(s.speakers) for s in agenda.sessions] == [1] * 4
    assert people(agenda) == {"Ana Berg": (None, "Tarn AG")}


TALK = "<talk><time>{}</time><title>{}</title><speaker>{}</speaker></talk>"
DAY = (("10:00", "How boats float", "Ana Berg"), ("11:00", "Why ropes hold", "Ivo Lindt"), ("12:00", "Lunch", ""))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("rows__csv", "time,title,speaker\n10:00,How boats float,Ana Berg\n11:00,Why ropes hold,Ivo Lindt\n12:00,Lunch,"),
        ("agenda__md", "# Agenda\n\n- **10:00** How boats float – *Ana Berg*\n- **11:00** Why ropes hold – *Ivo Lindt*\n"
                       "- **12:00** Lunch\n"),
        ("agenda__xml", f"<agenda>{''.join(map(TALK.format, *zip(*DAY, strict=True)))}</agenda>"),
    ],
)  # fmt: skip
def test_rows_and_marked_up_text_that_scripts_fetch_are_read(name: str, text: str) -> None:
    """What a script shows need not be JSON."""
    file = f"data_{name}"
    script = f"<script>Papa.parse('{file.replace('__', '.').replace('_', '/')}', show)</script>"
    get, _ = web(**{"": SHELL.format(""), "agenda": SHELL.format(script), file: text})

    agenda = read_site(HOST + "/", get, read_document)

    assert [s.start for s in agenda.sessions] == ["10:00", "11:00", "12:00"]
    assert {p.name for p in agenda.speakers} == {"Ana Berg", "Ivo Lindt"}


def test_a_script_without_a_programme_is_none() -> None:
    """Settings and texts in scripts are no sessions."""
    get, _ = web(
        **{
            "": SHELL.format("<script src=app.js></script>"),
            "agenda": SHELL.format(""),
            "app__js": "const a = {slides: [1, 2, 3]};",
        }
    )

    with pytest.raises(NothingFound):
        read_site(HOST + "/", get, read_document)


def test_pages_of_people_that_scripts_fill_are_read_from_their_files() -> None:
    """A page about the speakers that shows nobody takes them from the script beside it, whatever the programme's page shows."""
    rows = "<table>" + "".join(f"<tr><td>1{n}:00</td><td>Talk about kiln {n}</td></tr>" for n in range(4)) + "</table>"
    guests = [
        {"nome": n, "instituicao": c} for n, c in (("Ana Berg", "Tarn AG"), ("Tom Lind", "Norvik"), ("Mei Fong", "Lumen"))
    ]
    get, _ = web(
        **{
            "": SHELL.format("<a href='/speakers'>Speakers</a>"),
            "agenda": f"<!DOCTYPE html><html><title>Quay Days</title><h1>Agenda</h1>{rows}</html>",
            "speakers": "<!DOCTYPE html><html><h1>Speakers</h1><script src='/data/people.js'></script></html>",
            "data_people__js": f"const PESSOAS = {json.dumps(guests)};",
        }
    )

    agenda = read_site(HOST + "/", get, read_document)

    assert [s.start for s in agenda.sessions] == ["10:00", "11:00", "12:00", "13:00"]
    assert {(p.name, p.company) for p in agenda.speakers} == {
        ("Ana Berg", "Tarn AG"),
        ("Tom Lind", "Norvik"),
        ("Mei Fong", "Lumen"),
    }
