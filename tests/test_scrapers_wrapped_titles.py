"""Titles printed over several lines, and slots known by who speaks in them."""

from __future__ import annotations

from scrapers import any_page
from scrapers._document import Document
from scrapers._found import Found

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
