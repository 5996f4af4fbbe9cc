"""Ordinary pages: one agenda in many layouts and languages, damage that must not matter."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.agenda import to_json
from scrapers import any_page, read_upload
from scrapers._document import Document
from scrapers._errors import NothingFound
from scrapers._found import assemble
from scrapers._text.readings import read_text_lines

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "data" / "any_page"
sys.path.insert(0, str(ROOT / "benchmarks"))

from layout_sessions import Item, Programme, Who  # noqa: E402
from layouts import LAYOUTS, lay_out  # noqa: E402


def read(markup: bytes) -> dict[str, Any]:
    """The agenda of a page, people by name."""
    document = Document("page.html", markup)
    assert any_page.recognises(document)
    agenda = to_json(assemble(document.address, "any_page", any_page.read(document, None)))
    names = {p["id"]: p["name"] for p in agenda["speakers"]}
    keys = ("title", "start", "end", "room", "kind")
    sessions = [{k: s[k] for k in keys} | {"people": [names[i] for i in s["speakers"]]} for s in agenda["sessions"]]
    people = {p["name"]: [p["title"], p["company"]] for p in agenda["speakers"]}
    return {"sessions": sessions, "people": dict(sorted(people.items())), "warnings": agenda["warnings"]}


@pytest.mark.parametrize("name", ["template", "shop", "shell"])
def test_a_page_without_an_agenda_gives_nothing(name: str) -> None:
    """Templates, ticket shops and empty shells hold no sessions, and none are invented."""
    found = any_page.read(Document("page.html", (FOLDER / "malformed" / f"{name}.html").read_bytes()), None)

    assert (found.sessions, found.people) == ([], [])


def test_nothing_found_is_an_error_for_the_user() -> None:
    """The registry turns an empty reading into a sentence."""
    from scrapers import read_document

    with pytest.raises(NothingFound):
        read_document(Document("page.html", (FOLDER / "malformed" / "shell.html").read_bytes()))


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (" \n", "There is nothing in it"),
        (
            "<title>Sign in</title><h1>Sign in</h1><form><input name=mail><input type=password></form>",
            "sign in with your browser",
        ),
        ("<title>Bakery</title><h1>Our bakery</h1><p>Bread every day from seven.</p>", "Try the page that lists the sessions"),
    ],
)
def test_what_to_try_depends_on_what_the_page_is(page: str, says: str) -> None:
    """An empty page, one that lets nobody in without a password, and one about other things."""
    from scrapers import read_document

    with pytest.raises(NothingFound, match=says):
        read_document(
            Document("http://site.example/agenda", f"<!doctype html>{page}".encode() if page.strip() else b" ", "text/html")
        )


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n" + b"0" * 300, "holds no text"),
        ("song.mp3", b"ID3" + b"\xff" * 300, "holds no text"),
        ("slides.zip", b"PK\x03\x04" + b"\x00" * 300, "Unpack it, or save it again"),
        ("minutes.doc", b"\xd0\xcf\x11\xe0" + b"\x00" * 300, "Save it as .docx"),
        ("letter.txt", b"Dear all, see you on Tuesday.", "Copy the whole page with its headings"),
    ],
)
def test_what_to_try_depends_on_what_a_file_is(name: str, data: bytes, says: str) -> None:
    """Who hands over a picture is not told to try another page."""
    with pytest.raises(NothingFound, match=says):
        read_upload(name, data)


def programme(language: str) -> Programme:
    """One small event of two days."""
    who = [Who("Mirela Popescu", "Head of Sales", "Norvik Systems"), Who("Tomás Ribeiro", "CEO", "Atlanta Foods"),
           Who("Hannah Lindqvist", "Marketing Director", "Bluewake Energy"),
           Who("Jonas Weidner", "Founder", "Kranich Software")]  # fmt: skip
    titles = ["Selling to customers who never answer", "What a small bank learnt from big data",
              "The end of the quarterly forecast",
              "Pricing when nobody knows the cost", "Growing a team without losing it", "Machines that listen to farmers",
              "Ten mistakes in our first export year", "Why our best customers left us"]  # fmt: skip
    items = [Item(540 + 60 * n, 585 + 60 * n, t, (who[n % 4],), "Room 1") for n, t in enumerate(titles)]
    return Programme(
        "Northern Growth Summit 2027", ((date(2027, 5, 4), tuple(items[:4])), (date(2027, 5, 5), tuple(items[4:]))), language
    )


PLAIN = {
    "clock": "24", "dash": " - ", "range": "yes", "time_tag": "div", "time_place": "before", "title_tag": "h3",
    "title_case": "as",
    "people": "names", "byline": "no", "order": "title_people", "meta": "no", "classes": "none", "days": "weekday", "wrap": "1",
    "service": "same", "section": "none",
}  # fmt: skip


def essence(markup: str) -> list[tuple[str, str, list[str]]]:
    """Title, start and people of every session."""
    return [(s["title"], s["start"], s["people"]) for s in read(markup.encode())["sessions"]]


def known(event: Programme) -> list[tuple[str, str, list[str]]]:
    """The same of the programme itself."""
    clock = [(d, i, f"{d.isoformat()}T{i.start // 60:02d}:{i.start % 60:02d}:00") for d, items in event.days for i in items]
    return [(i.title, start, [w.name for w in i.people]) for _, i, start in clock]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_agenda_is_read_exactly_in_every_layout_and_language(layout: str, language: str) -> None:
    """The reader knows agendas, not pages: sixteen layouts, five languages, every session, start, day and speaker."""
    event = programme(language)

    assert essence(lay_out(event, random.Random(3), layout=layout, **PLAIN)) == known(event)


MUTATIONS: dict[str, Callable[[str], str]] = {
    "classes and ids stripped": lambda m: re.sub(r"\s(?:class|id)=(?:\"[^\"]*\"|'[^']*')", "", m),
    "headings to div": lambda m: re.sub(r"<(/?)h[2-6]\b", r"<\1div", m),
    "bold to span": lambda m: re.sub(r"<(/?)(?:b|strong)>", r"<\1span>", m),
    "extra wrappers": lambda m: m.replace("<main>", "<main><div><div><section>").replace(
        "</main>", "</section></div></div></main>"
    ),
    "white space everywhere": lambda m: m.replace("><", ">\n   <"),
    "attributes added": lambda m: re.sub(r"<(div|td|li|p)\b", r"<\1 data-x='1' style='color:red'", m),
}


@pytest.mark.parametrize("damage", MUTATIONS)
@pytest.mark.parametrize("layout", ["cards", "table", "definitions", "list", "rows"])
def test_a_page_is_read_the_same_when_its_markup_changes(layout: str, damage: str) -> None:
    """A reading that hangs on class names or tags would break here."""
    event = programme("en")
    markup = lay_out(event, random.Random(5), layout=layout, **{**PLAIN, "classes": "semantic"})

    assert essence(str(MUTATIONS[damage](markup))) == known(event)


TIMES = {
    "24 hours": lambda a, b: f"{a:02d}:00 - {b:02d}:00",
    "hours of twelve": lambda a, b: f"{(a - 1) % 12 + 1}:00 - {(b - 1) % 12 + 1}:00",
    "another zone in brackets": lambda a, b: f"{a:02d}:00 CET ({a - 1:02d}:00 UTC)",
    "another zone behind a slash": lambda a, b: f"{a:02d}:00 PT / {a + 3:02d}:00 ET",
    "length in brackets": lambda a, b: f"{a:02d}:00 (60 min)",
    "weekday before": lambda a, b: f"Tue {a:02d}:00 - {b:02d}:00",
    "date before": lambda a, b: f"March 16, 2027 at {(a - 1) % 12 + 1}:00 {'AM' if a < 12 else 'PM'}",
    "German": lambda a, b: f"{a}.00 - {b}.00 Uhr",
    "French": lambda a, b: f"{a}h00 - {b}h00",
}
ROWS = {
    "cards": ("<div>{}</div>", "<div class='row'><div>{}</div><h4>{}</h4><p>{}</p></div>"),
    "table": ("<table>{}</table>", "<tr><td>{}</td><td><b>{}</b><br>{}</td></tr>"),
    "definitions": ("<dl>{}</dl>", "<dt>{}</dt><dd><strong>{}</strong> <em>{}</em></dd>"),
    "list": ("<ul>{}</ul>", "<li><span>{}</span> {} ({})</li>"),
}
TALKS = [
    ("Forecasting with little data", "Tobias Ankersen"), ("Selling to hospitals in winter", "Priyanka Nair"),
    ("Prices nobody asks about", "Declan Byrne"), ("What the buyer sees first", "Kenji Morisato"),
    ("A ramp-up plan in ninety days", "Ingrid Solbakken"), ("Renewals begin on day one", "Rafael Quintero"),
]  # fmt: skip


@pytest.mark.parametrize("form", TIMES)
@pytest.mark.parametrize("layout", ROWS)
def test_times_of_any_form_are_read_in_any_layout(layout: str, form: str) -> None:
    """What stands beside a clock (weekday, date, length, the same moment elsewhere) is neither a title nor a session."""
    around, row = ROWS[layout]
    body = "".join(row.format(TIMES[form](9 + i, 10 + i), *talk) for i, talk in enumerate(TALKS))
    sessions = read(f"<html><body><h1>Sales Day</h1>{around.format(body)}</body></html>".encode())["sessions"]

    assert [(s["title"], s["start"][-8:].removeprefix("T")[:5], s["people"]) for s in sessions] == [
        (title, f"{9 + i:02d}:00", [name]) for i, (title, name) in enumerate(TALKS)
    ]


TITLES = {
    "label": "Topic: {}", "quotes": "“{}”", "two lines": "{}",
}  # fmt: skip


@pytest.mark.parametrize("form", TITLES)
def test_a_title_is_read_without_label_quotes_or_breaks(form: str) -> None:
    """What stands around a title is none of it, and no line of it is anybody's company."""
    rows = ""
    for i, (talk, name) in enumerate(TALKS):
        first, last = talk.rsplit(" ", 2)[0], " ".join(talk.split()[-2:])
        title = TITLES[form].format(f"{first}<br>{last}" if form == "two lines" else talk)
        rows += f"<div class='row'><div>{9 + i:02d}:00 - {9 + i:02d}:45</div><h4>{title}</h4><p>{name}</p></div>"
    agenda = read(f"<html><body><h1>Sales Day</h1>{rows}</body></html>".encode())

    assert [(s["title"], s["people"]) for s in agenda["sessions"]] == [(talk, [name]) for talk, name in TALKS]
    assert all(company is None for _, company in agenda["people"].values())


def test_the_moment_of_an_empty_time_element_is_read() -> None:
    """Where a script prints the times later, their elements already hold them."""
    moment = "<time datetime='2027-03-16T{:02d}:00:00'></time>"
    rows = "".join(f"<div>{moment.format(9 + i)}<h4>{talk}</h4><p>{name}</p></div>" for i, (talk, name) in enumerate(TALKS))

    assert essence(f"<html><body><h1>Sales Day</h1>{rows}</body></html>") == [
        (talk, f"2027-03-16T{9 + i:02d}:00:00", [name]) for i, (talk, name) in enumerate(TALKS)
    ]


def dated(heading: str, *, title: str = "Mobile Meet", before: str = "") -> str | None:
    """The first start of a page whose day heading lacks the year."""
    rows = "".join(
        f"<div><b>{9 + i}:00 - {9 + i}:45</b><h4>{talk}</h4><p>{name}</p></div>" for i, (talk, name) in enumerate(TALKS)
    )
    page = f"<html><head><title>{title}</title></head><body><h1>Mobile Meet</h1>{before}<h2>{heading}</h2>{rows}</body></html>"
    start: str | None = read(page.encode())["sessions"][0]["start"]
    return start


def test_a_year_comes_from_the_title_or_a_heading() -> None:
    """A date printed without its year belongs to the year the event is named after."""
    assert dated("23 May", title="Mobile Meet 2024") == "2024-05-23T09:00:00"
    assert dated("23 May", before="<h2>Programme 2024</h2>") == "2024-05-23T09:00:00"
    assert dated("Thursday 23 May", title="Mobile Meet 2024") == "2024-05-23T09:00:00"


def test_a_year_is_never_guessed() -> None:
    """Sentences, logos and links speak of other years; a weekday that contradicts the year leaves the date open."""
    assert dated("23 May", before="<p>In 2013 mobile traffic grew 81 %.</p><img alt='Meet 2013'>") == "09:00"
    assert dated("Thursday 23 May", before="<p><a href='/2013'>Mobile Meet 2013</a></p>") == "09:00"
    assert dated("Friday 23 May", title="Mobile Meet 2024") == "09:00"


def test_plain_text_is_read_by_the_same_rules() -> None:
    """Pasted text makes lines like a page does."""
    text = "Day one\n\n09:00 - 09:30  Registration\n\n09:30 - 10:15  Cranes that never sleep\nYlva Brandt\n\n"
    text += "10:15 - 11:00  Paperless berths\nTomasz Wilk\n"

    found = read_text_lines(text)

    assert [(s.title, s.start, [p.name for p in s.people]) for s in found.sessions] == [
        ("Registration", "09:00", []), ("Cranes that never sleep", "09:30", ["Ylva Brandt"]),
        ("Paperless berths", "10:15", ["Tomasz Wilk"]),
    ]  # fmt: skip


def test_times_no_session_uses_are_confessed() -> None:
    """A time on the page that led to nothing is named in the warnings."""
    page = (
        (FOLDER / "table_de.html")
        .read_text(encoding="utf-8")
        .replace("</table>", "<tr><td>15.00 Uhr</td><td></td></tr></table>")
    )

    assert any("15.00 Uhr" in warning for warning in read(page.encode())["warnings"])


def test_a_page_without_dates_says_so() -> None:
    """Clock times alone stay alone, and the user is told."""
    agenda = read((FOLDER / "table_de.html").read_bytes().replace(b", Donnerstag, 12. November 2026", b""))

    assert agenda["sessions"][0]["start"] == "09:00"
    assert any("no date" in warning for warning in agenda["warnings"])


def rows_of(*rows: tuple[str, str]) -> str:
    """A table of times and cells."""
    return "<table>" + "".join(f"<tr><td>{time}</td>{cells}</tr>" for time, cells in rows) + "</table>"


def test_who_opens_is_cut_off_although_no_other_line_names_anybody() -> None:
    """A welcome is never called after who speaks it."""
    rows = [
        ("9:00", "Welcome – Ann Archer, Acme"),
        ("9:30", "Rivers and how they are paid for"),
        ("10:30", "Boats of the north"),
    ]
    page = f"<h1>Day</h1>{rows_of(*((time, f'<td>{text}</td>') for time, text in rows))}"

    assert [(s["title"], s["people"]) for s in read(page.encode())["sessions"]] == [
        ("Welcome", ["Ann Archer"]), *((text, []) for _, text in rows[1:])
    ]  # fmt: skip


def test_rooms_at_the_heads_of_titles_are_rooms() -> None:
    """The same labels side by side at one time after another are where, not what."""
    slots = {"9:00": ("Knit and talk", "Seeds on loan"), "10:00": ("Fines, three years on", "Maps for children")}
    page = "<h1>Camp</h1>" + "".join(
        f"<h3>{time}</h3><ul><li>Attic: {one}</li><li>Local studies: {two}</li></ul>" for time, (one, two) in slots.items()
    )

    assert [(s["room"], s["title"]) for s in read(page.encode())["sessions"]] == [
        (room, title) for titles in slots.values() for room, title in zip(("Attic", "Local studies"), titles, strict=True)
    ]


def test_whole_hours_and_times_that_are_not_exact_open_slots() -> None:
    """A few hours with their word are times, and so are those behind "ab ca."; nothing of them is text."""
    rows = {
        "ab ca. 9.00 Uhr": "Anreise mit dem Schiff",
        "10 Uhr": "Wie Brunnen altern",
        "ab etwa 12 Uhr": "Wasser in der Stadt",
    }
    page = f"<h1>Tag der Brunnen</h1>{rows_of(*((time, f'<td>{title}</td>') for time, title in rows.items()))}"

    assert [(s["title"], s["start"]) for s in read(page.encode())["sessions"]] == [
        (title, start) for title, start in zip(rows.values(), ("09:00", "10:00", "12:00"), strict=True)
    ]


def test_titles_in_two_languages_stay_whole() -> None:
    """What stands behind the slash is no name: hardly any word of it is a given name."""
    titles = ["Growing without loans / Tyfu heb fenthyg", "Selling online / Gwerthu ar-lein", "Ask the bank / Holi'r banc",
              "Farm visit / Ymweld Fferm Bryn"]  # fmt: skip
    page = f"<h1>Day</h1>{rows_of(*((f'{9 + i}:00', f'<td>{title}</td>') for i, title in enumerate(titles)))}"

    assert [s["title"] for s in read(page.encode())["sessions"]] == titles


def test_an_hour_that_looks_like_a_date_is_an_hour() -> None:
    """The end of "9.00 - 10.10." is no October; the day in "am 18. März" opens no slot."""
    rows = "".join(f"<p>{9 + i}.00 - {10 + i}.10. {talk}</p>" for i, (talk, _) in enumerate(TALKS))
    page = f"<h1>Tag</h1><p>am 18. März 2026 im Gasthof zur Post</p>{rows}"

    assert [(s["title"], s["start"]) for s in read(page.encode())["sessions"]] == [
        (talk, f"2026-03-18T{9 + i:02d}:00:00") for i, (talk, _) in enumerate(TALKS)
    ]


def test_a_head_of_talks_that_has_no_time_itself_is_a_session() -> None:
    """Its format is that of other titles, and the talks below it have the times."""
    page = ROOT / "tests" / "data" / "layouts" / "a_it_h4_type_rooms_chair.html"
    heads = [s["title"] for s in read(page.read_bytes())["sessions"] if s["start"] is None]

    assert len(heads) == 1
    assert heads[0].startswith("Sessione Testi e versioni")


def test_who_is_honoured_is_cut_off_although_no_other_line_names_anybody() -> None:
    """A lecture "von Prof. ..." or a professor in brackets needs no habit of the page; "Treffen mit Ann" stays a title."""
    rows = [
        ("9:00", "Mittagsvorlesung von Prof. Dr. Anna Muster", "Mittagsvorlesung", ["Prof. Dr. Anna Muster"]),
        ("10:00", "Wer fehlt auf der Liste? (Dr. Martin Beispiel)", "Wer fehlt auf der Liste?", ["Dr. Martin Beispiel"]),
        ("11:00", "Saluto della Prof.ssa Anna Esempio, Rettrice dell’Università di Prova", "Saluto", ["Prof.ssa Anna Esempio"]),
        ("12:00", "Boote des Nordens", "Boote des Nordens", []),
    ]
    page = f"<h1>Tag</h1>{rows_of(*((time, f'<td>{text}</td>') for time, text, _, _ in rows))}"

    assert [(s["title"], s["people"]) for s in read(page.encode())["sessions"]] == [
        (title, people) for *_, title, people in rows
    ]


def test_words_set_with_blanks_between_their_signs_are_read() -> None:
    """A Korean break "휴 식" is one, and "축 사 :" is a label of people."""
    rows = [
        ("9:00", "<b>개회식</b><br>축&nbsp; 사 : 류한석 국장(식생활안전처)"),
        ("9:30", "급식의 미래"),
        ("10:20", "휴&nbsp;&nbsp;식"),
        ("10:40", "알레르기 표시의 현장"),
    ]
    sessions = read(f"<h1>대회</h1>{rows_of(*((time, f'<td>{text}</td>') for time, text in rows))}".encode())["sessions"]

    assert [s["kind"] for s in sessions][2] == "break"
    assert sessions[0]["people"] == ["류한석"]


def test_a_page_whose_lines_are_hard_to_tell_apart_says_so() -> None:
    """Words that may be people, firms or titles in one format make a reading doubtful; a plain programme is not called so."""
    names = ["Osprey Finch", "Wren", "Lantern", "Slate Brook", "Moor Partners", "Ivory", "Amber Vale", "Rowan", "Cliff House"]
    muddle = "".join(f"<p>{9 + n}:00<br>{'<br>'.join(names[3 * n : 3 * n + 3])}</p>" for n in range(3))
    rows = [
        ("9:00", "<b>How harbours learn to breathe</b><p>Ottilie Brandvold, Head of Dredging, Tarn AG</p>"),
        ("10:00", "<b>Lamps for deep cellars</b><p>Casimir Oyelaran, CEO, Lumo Ltd</p>"),
        ("11:00", "<b>A ferry without a captain</b><p>Perpetua Lindqvist, Engineer, Esk Lines</p>"),
    ]

    def doubts(markup: str) -> list[str]:
        return [warning for warning in read(markup.encode())["warnings"] if "hard to tell apart" in warning]

    assert len(doubts(f"<h1>Day</h1>{muddle}")) == 1
    assert not doubts(f"<h1>Day</h1>{rows_of(*((time, f'<td>{text}</td>') for time, text in rows))}")
