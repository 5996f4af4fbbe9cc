"""Titles printed over several lines, and slots known by who speaks in them."""

from __future__ import annotations

from scrapers import any_page
from scrapers._document import Document
from scrapers._found import Found
from scrapers._html.lines import lines_of_page
from scrapers._html.page import parse
from scrapers._parts.roles import ROLES, Chances
from scrapers._programme.records import records_of
from scrapers._timing.zones import page_of

_TALK = "<p><b>{kind} -</b> {title}<br><b>Horário:</b> {time}<br><b>Ministrante:</b> {who}<br><b>Local:</b> Sala {room}</p>"


def _read(body: str) -> Found:
    page = f"<!doctype html><html><body><h1>Encontro das Marés</h1>{body}</body></html>"
    return any_page.read(Document("page.html", page.encode()), None)


def _talks(*titles: str) -> str:
    people = ("Ana Prado (UFX)", "Bruno Leal (UFX)", "Carla Nunes (Tarn)", "Davi Rocha (Tarn)")
    return "".join(
        _TALK.format(kind="PALESTRA", title=title, time=f"{9 + at}:00hs às {10 + at}:00hs", who=who, room=at + 1)
        for at, (title, who) in enumerate(zip(titles, people, strict=True))
    )


def test_a_title_goes_on_over_three_lines() -> None:
    """Each line goes on the one before; the next label ends it."""
    wrapped = "Colheita e secagem de algas nativas e exóticas da<br>costa do norte para alimentação<br>animal"
    found = _read(f"<h2>28/05/2027</h2>{_talks('As bombas e o vento', wrapped, 'Moinhos de maré', 'Redes sem nós')}")

    assert "PALESTRA - Colheita e secagem de algas nativas e exóticas da costa do norte para alimentação animal" in [
        session.title for session in found.sessions
    ]


def test_a_long_slot_that_says_who_speaks_is_none_of_the_hours_of_the_day() -> None:
    """The one slot of a day may be set otherwise than those of the next day, and last half a day."""
    first = (
        "<div><div><b>OFICINA</b> - Redes à mão (Parte 1)<br><b>Horário:</b> 8:00hs às 12:00hs<br>"
        "<b>Ministrantes:</b> Ana Prado e Bruno Leal (UFX)<br><b>Local:</b> Museu do Vento</div></div>"
    )
    rest = _talks("As bombas e o vento", "O sal das marés altas", "Moinhos de maré", "Redes sem nós")
    found = _read(f"<h2>28/05/2027</h2>{first}<h2>29/05/2027</h2><div>{rest}</div>")

    assert (found.sessions[0].title, [p.name for p in found.sessions[0].people]) == (
        "OFICINA - Redes à mão (Parte 1)",
        ["Ana Prado", "Bruno Leal"],
    )


def test_titles_side_by_side_in_a_block_need_nothing_behind_it() -> None:
    """Lines of titles to the very end of their block, and a title behind it, are a record each."""
    page = page_of(lines_of_page(parse("<div>09:00</div><div>Old wells<br>New wells</div><div>Dry wells</div>")))
    title = Chances([1.0, *[0.0] * (len(ROLES) - 1)])

    found = records_of(page, [Chances(), title, title, title], page.zones[0], [1, 2, 3])

    assert [record.titles for record in found] == [[1], [2], [3]]
