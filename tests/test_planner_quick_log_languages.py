"""One typed line in German, French, Spanish and Portuguese: the same statements as in English."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from planner._quick_words import languages
from planner.quick_log import Known, read_line

TUESDAY = date(2026, 3, 3)
KNOWN = (Known("s1", "Ana Ruiz", "Acme"), Known("s2", "Luca Ferri", "Pasta AG"))
Said = tuple[str, str | None, str | None]


def understood(line: str) -> list[Said]:
    """Kind, name and company of each proposal."""
    found = read_line(line, today=TUESDAY, known=KNOWN)
    return [(p.kind, p.who.name if p.who else None, p.who.company if p.who else None) for p in found]


LUCA = ("Luca Ferri", "Pasta AG")
LINES: list[tuple[str, list[Said]]] = [
    # somebody met, from where, and a promise
    ("Mei Tan von Nudelhaus getroffen, ihr bis Freitag die Liste schicken",
     [("met", "Mei Tan", "Nudelhaus"), ("favour_promised", "Mei Tan", "Nudelhaus")]),
    ("rencontré Mei Tan de chez Nouilles, lui envoyer la fiche vendredi",
     [("met", "Mei Tan", "Nouilles"), ("favour_promised", "Mei Tan", "Nouilles")]),
    ("conocí a Mei Tan de Fideos, enviarle la ficha el viernes",
     [("met", "Mei Tan", "Fideos"), ("favour_promised", "Mei Tan", "Fideos")]),
    ("conheci a Mei Tan da Massas, enviar-lhe a ficha na sexta",
     [("met", "Mei Tan", "Massas"), ("favour_promised", "Mei Tan", "Massas")]),
    # a need heard; who it is stands in the verb or the pronoun
    ("mit Luca über Preise gesprochen, er braucht einen Verkaufsleiter", [("met", *LUCA), ("need_heard", *LUCA)]),
    ("discuté avec Luca à propos des prix ; il a besoin d'un directeur", [("met", *LUCA), ("need_heard", *LUCA)]),
    ("hablé con Luca sobre precios; necesita un jefe de ventas", [("met", *LUCA), ("need_heard", *LUCA)]),
    ("falei com Luca sobre preços; precisa de um diretor", [("met", *LUCA), ("need_heard", *LUCA)]),
    # introduced by somebody
    ("Luca hat mich mit Omar Said von Dune bekannt gemacht", [("introduction", "Omar Said", "Dune")]),
    ("Luca m'a présenté à Omar Said de Dune", [("introduction", "Omar Said", "Dune")]),
    ("Luca me presentó a Omar Said de Dune", [("introduction", "Omar Said", "Dune")]),
    ("Luca me apresentou o Omar Said da Dune", [("introduction", "Omar Said", "Dune")]),
    # favours
    ("habe Luca die Preisliste gezeigt", [("favour_given", *LUCA)]),
    ("donné à Luca la liste des prix", [("favour_given", *LUCA)]),
    ("le di a Luca la lista de precios", [("favour_given", *LUCA)]),
    ("dei ao Luca a lista de preços", [("favour_given", *LUCA)]),
    ("Luca gab mir einen Tipp", [("favour_received", *LUCA)]),
    ("Luca m'a donné un conseil", [("favour_received", *LUCA)]),
    ("Luca me dio un consejo", [("favour_received", *LUCA)]),
    ("Luca deu-me um conselho", [("favour_received", *LUCA)]),
    # sources, sessions, evenings, ideas
    ("Luca kennt die Einkaufsleiterin", [("source_found", *LUCA)]),
    ("Luca connaît la directrice", [("source_found", *LUCA)]),
    ("Luca conoce a la directora", [("source_found", *LUCA)]),
    ("Luca conhece a diretora", [("source_found", *LUCA)]),
    ("bis zum Ende geblieben", [("session_stayed", None, None)]),
    ("resté jusqu'à la fin de La vente lente", [("session_stayed", None, None)]),
    ("me quedé hasta el final de La venta lenta", [("session_stayed", None, None)]),
    ("fiquei até ao fim de A venda lenta", [("session_stayed", None, None)]),
    ("beim Empfang", [("networking_attended", None, None)]),
    ("au cocktail", [("networking_attended", None, None)]),
    ("en el cóctel", [("networking_attended", None, None)]),
    ("na festa", [("networking_attended", None, None)]),
    ("Idee: ein Frühstück", [("idea", None, None)]),
    ("idée : un petit déjeuner", [("idea", None, None)]),
    ("ideia: um almoço", [("idea", None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_the_same_statements_in_five_languages(line: str, expected: list[Said]) -> None:
    """The language is told from the words; kind, person and company are found."""
    assert understood(line) == expected


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_accents_may_be_left_out(line: str, expected: list[Said]) -> None:
    """As one types in a hurry on a phone."""
    bare = "".join(c for c in unicodedata.normalize("NFD", line) if not unicodedata.combining(c))

    assert [kind for kind, *_ in understood(bare)] == [kind for kind, *_ in expected]


@pytest.mark.parametrize(
    "line",
    [
        "Ana Ruiz mit Luca bekannt gemacht",
        "présenté Ana Ruiz à Luca",
        "presenté a Ana Ruiz a Luca",
        "apresentei Ana Ruiz ao Luca",
        "Ana Ruiz Luca vorgestellt",
        "habe Ana Luca vorgestellt",
        "stellte Ana Ruiz Luca vor",
    ],
)
def test_bringing_two_people_together_is_a_favour_to_both(line: str) -> None:
    """Both are named, and the way is known."""
    (found,) = read_line(line, today=TUESDAY, known=KNOWN)

    assert (found.kind, found.way) == ("favour_given", "connect_peer")
    assert [m.ref for m in (found.who, *found.others) if m] == ["s1", "s2"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ina Moe Tom Kern vorgestellt", ["Ina Moe", "Tom Kern"]),
        ("Frau Weber Herrn Kraus vorgestellt", ["Weber", "Kraus"]),
        ("Ana Ruiz Tom Kern vorgestellt", ["Ana Ruiz", "Tom Kern"]),
        ("Tom Kern Ana Ruiz vorgestellt", ["Tom Kern", "Ana Ruiz"]),
        ("habe Ana unser Produkt vorgestellt", ["Ana Ruiz"]),
        ("Ana Ruiz vorgestellt", ["Ana Ruiz"]),
    ],
)
def test_german_names_stand_side_by_side(line: str, names: list[str]) -> None:
    """Two people introduced without a word between them are told apart where it is clear where; one stays one."""
    (found,) = read_line(line, today=TUESDAY, known=KNOWN)

    assert [m.name for m in (found.who, *found.others) if m] == names


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Luca morgen anrufen", "2026-03-04"), ("Luca bis Monatsende anrufen", "2026-03-31"),
        ("Luca in zwei Wochen anrufen", "2026-03-17"), ("schicke Luca die Liste bis 12.3.", "2026-03-12"),
        ("schicke Luca die Liste am 12. März", "2026-03-12"), ("schicke Luca die Liste nächste Woche", "2026-03-13"),
        ("appeler Luca demain", "2026-03-04"), ("appeler Luca d'ici fin de semaine", "2026-03-06"),
        ("appeler Luca dans deux jours", "2026-03-05"), ("appeler Luca mardi prochain", "2026-03-10"),
        ("appeler Luca avant le 15 mars", "2026-03-15"), ("appeler Luca la semaine prochaine", "2026-03-13"),
        ("llamar a Luca mañana", "2026-03-04"), ("llamar a Luca antes del 12 de marzo", "2026-03-12"),
        ("llamar a Luca dentro de tres días", "2026-03-06"), ("llamar a Luca el próximo lunes", "2026-03-09"),
        ("llamar a Luca a finales de mes", "2026-03-31"), ("ligar para Luca amanhã", "2026-03-04"),
        ("ligar para Luca até ao fim do mês", "2026-03-31"), ("ligar para Luca na sexta", "2026-03-06"),
        ("ligar para Luca daqui a duas semanas", "2026-03-17"), ("enviar a Luca a segunda versão", None),
    ],
)  # fmt: skip
def test_days_are_read_as_each_language_says_them(line: str, due: str | None) -> None:
    """From Tuesday, 3 March 2026 on; numbers are day before month."""
    (found,) = read_line(line, today=TUESDAY, known=KNOWN)

    assert (found.kind, found.who and found.who.ref) == ("favour_promised", "s2")
    assert (found.due.isoformat() if found.due else None) == due


def test_a_family_name_with_de_is_no_company() -> None:
    """A company after "de" needs a full name before it."""
    assert understood("almocei com Maria de Sousa") == [("met", "Maria de Sousa", None)]
    assert understood("almocei com Maria Reis de Sousa Motores") == [("met", "Maria Reis", "Sousa Motores")]


def test_every_language_knows_the_same_kinds() -> None:
    """What can be said in one can be said in all."""

    def kinds(language_table: dict[str, list[dict[str, str]]]) -> set[str]:
        return {group["kind"] for table in ("starts", "ends", "subjects") for group in language_table.get(table, ())}

    every = [kinds(dict(language.table)) for language in languages()]
    assert all(found == every[0] for found in every)
