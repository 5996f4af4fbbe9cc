"""People whom the lines of a programme call in short, and lines of people with more in them than one post."""

from __future__ import annotations

import pytest
from slot_pages import read

from scrapers import read_text
from scrapers._bylines.bylines import part_bylines
from scrapers._errors import NothingFound
from scrapers._people.affiliation import split_affiliation
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._people.people_lines import people_fill

_TITLES = ["Wells that age slowly", "What does a bridge cost?", "Old grids, new loads", "Paying for water in winter",
           "Ferries without fuel", "Who mends the dykes of the north"]  # fmt: skip


@pytest.mark.parametrize("mark", [" - ", " – ", " | ", " / "])
def test_surnames_behind_titles_are_people_where_other_lines_end_in_whole_names(mark: str) -> None:
    """Two whole names prove what stands behind the mark; the same words again and again are rooms or levels."""
    names = ["Anna Bauer", "Falkner", "Rossini, Morvani", "Peter Novak", "De Falco", "Ostrander"]
    lines = [f"{title}{mark}{name}" for title, name in zip(_TITLES, names, strict=True)]
    assert [cut and cut[:2] for cut in part_bylines(lines)] == list(zip(_TITLES, names, strict=True))
    rooms = ["Anna Bauer", "Kuppel", "Kuppel", "Peter Novak", "Kuppel", "Kuppel"]
    parted = part_bylines([f"{title}{mark}{name}" for title, name in zip(_TITLES, rooms, strict=True)])
    assert all(cut is None or cut[1] != "Kuppel" for cut in parted)


def test_a_grid_names_those_who_speak_by_surname() -> None:
    """Cells of a title and a surname, as fairs print them, give both."""
    names = ["Anna Bauer", "Falkner", "Rossini e Morvani", "Peter Novak", "De Falco", "Ostrander"]
    cells = [f"<td>{title} - {name}</td>" for title, name in zip(_TITLES, names, strict=True)]
    head = "<tr><th>Orari</th><th>Sala 1</th><th>Sala 2</th><th>Sala 3</th></tr>"
    rows = f"<tr><td>9 - 11</td>{''.join(cells[:3])}</tr><tr><td>11 - 13</td>{''.join(cells[3:])}</tr>"
    agenda = read_text(f"<table>{head}{rows}</table>")
    assert [s.title for s in agenda.sessions] == _TITLES
    called = {s.title: [p.name for p in agenda.speakers if p.id in s.speakers] for s in agenda.sessions}
    assert called[_TITLES[2]] == ["Rossini", "Morvani"]
    assert called[_TITLES[4]] == ["De Falco"]


def test_a_label_behind_a_point_introduces_people() -> None:
    """The sign of a list before "Moderator:" hides no label, and is no label by itself."""
    assert split_role("- Moderação: Sandra Tarn, diretora") == ("Moderação", "Sandra Tarn, diretora")
    assert split_role("• Moderator: Ann Archer") == ("Moderator", "Ann Archer")
    assert split_role("- Wells that age") == (None, "- Wells that age")


def test_somebody_behind_a_label_with_several_posts_is_a_person() -> None:
    """What follows the first post of a moderator makes the line no text; without a label it may tell a life."""
    posts = "head of wells at Tarn, member of the board of the Dyke Council, author and consultant for water in the north"
    assert people_fill(f"Moderator: Anna Bauer, {posts}") >= 0.6
    assert people_fill(f"Anna Bauer, {posts}") == 0


def test_a_cell_of_words_that_are_given_names_elsewhere_names_nobody() -> None:
    """Small words such as "per" and "nella" are no given names: a long cell that no name begins or ends is a title."""
    titles = ["Rendite e costi: ecco come spendere bene nella casa nuova", "Le città per l'impresa: dal sale ai mulini",
              "Strumenti utili: come sceglierli nella stagione lunga", "Acqua per tutti: dalla valle al mare"]  # fmt: skip
    head = "<tr><th>Orari</th><th>Sala 1</th><th>Sala 2</th></tr>"
    cells = [f"<td><p>{title}</p></td>" for title in titles]
    rows = f"<tr><td>9 - 11</td>{''.join(cells[:2])}</tr><tr><td>11 - 13</td>{''.join(cells[2:])}</tr>"
    assert [s.title for s in read_text(f"<table>{head}{rows}</table>").sessions] == titles


@pytest.mark.parametrize("clocks", [("9 - 11", "11 - 13"), ("9–10", "10–12"), ("9", "12")])
@pytest.mark.parametrize("head", ["Orari", "Time", "Uhrzeit", "Horas"])
def test_two_bare_hours_below_a_head_that_says_time_are_clocks(clocks: tuple[str, str], head: str) -> None:
    """What the column is called proves its numbers; below another head two of them prove nothing."""
    rows = "".join(f"<tr><td>{clock}</td><td>{title}</td></tr>" for clock, title in zip(clocks, _TITLES, strict=False))
    agenda = read_text(f"<table><tr><th>{head}</th><th>Sala 1</th></tr>{rows}</table>")
    assert [(s.title, s.start and s.start[:2]) for s in agenda.sessions] == [
        (title, clock.partition("–")[0].partition(" ")[0].zfill(2)) for clock, title in zip(clocks, _TITLES, strict=False)
    ]
    with pytest.raises(NothingFound):
        read_text(f"<table><tr><th>Age</th><th>Sala 1</th></tr>{rows}</table>")


@pytest.mark.parametrize("name", ["Robert (Bob) Falkner", "Dr. Anna (Nan) De Falco", "Faith (Mokala) Ostrander"])
@pytest.mark.parametrize(
    ("told", "job", "company"), [("", None, None), (", Head of Wells, Tarn AG", "Head of Wells", "Tarn AG")]
)
def test_what_somebody_is_called_may_stand_in_brackets_inside_a_name(
    name: str, told: str, job: str | None, company: str | None
) -> None:
    """It parts nothing, and stays as printed; behind a whole name it is where somebody works."""
    assert [(p.name, p.title, p.company) for p in split_people(name + told)] == [(name, job, company)]
    assert [p.name for p in split_people("Anna Falkner (Tarn), Peter Novak (Moor)")] == ["Anna Falkner", "Peter Novak"]


@pytest.mark.parametrize(
    ("text", "job", "company"),
    [
        ("Chair of the Board of Directors of Tarn", "Chair of the Board of Directors", "Tarn"),
        ("presidente do conselho do Instituto Tarn", "presidente do conselho", "Instituto Tarn"),
        ("presidente del consejo de administración de Tarn Sol", "presidente del consejo de administración", "Tarn Sol"),
        ("Présidente du conseil d'administration de la Fondation Tarn", "Présidente du conseil d'administration",
         "Fondation Tarn"),
        ("Präsidentin des Verwaltungsrats der Tarn AG", "Präsidentin des Verwaltungsrats", "Tarn AG"),
        ("Presidente del Consejo de la Judicatura", "Presidente", "Consejo de la Judicatura"),
    ],
)  # fmt: skip
def test_a_body_that_leads_a_company_belongs_to_the_job(text: str, job: str, company: str) -> None:
    """A board is no place to work at where its company follows; a council in a capitalised word is one by itself."""
    assert split_affiliation(text) == (job, company)


def test_first_names_in_brackets_below_titles_are_people() -> None:
    """Also those that no list knows, as long as the most of them are known; rooms in brackets repeat."""
    called = [
        ["Eugene"],
        ["Dawit"],
        ["Tobi", "Mukwe", "Libere"],
        ["Francoise"],
        ["Placide"],
        ["David"],
        ["Rosemary"],
        ["Matthias"],
    ]
    talks = ["Why wool lasts", "Ropes that hold", "Nets for small boats", "Counting the tide", "Salt in the grain",
             "Mending in winter", "What the ferry costs", "Wells and how they age"]  # fmt: skip

    def page(held: list[str]) -> str:
        cells = [f"<td>{title}<br>({one})</td>" for title, one in zip(talks, held, strict=True)]
        rows = "".join(f"<tr><td>{9 + at}:00</td>{cells[at]}{cells[at + 4]}</tr>" for at in range(4))
        return f"<h2>12 May 2027</h2><table>{rows}</table>"

    agenda = read(page([", ".join(names) for names in called]))

    assert {p.name for p in agenda.speakers} == {name for names in called for name in names}
    assert not read(page(["Elm Room", "Harbour"] * 4)).speakers
