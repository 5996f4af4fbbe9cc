"""The people of a session's lines, with what stands beside their names, and the names inside title lines."""

from __future__ import annotations

from scrapers._found import FoundPerson, fold
from scrapers._kinds import kind_of
from scrapers._names import looks_like_name, split_affiliation, split_people
from scrapers._roles import AFFIL, MIXED, PERSON, TITLE, Chances, role_of
from scrapers._units import Page


def people_of(page: Page, chances: list[Chances], members: list[int], commas: dict[str, bool]) -> list[FoundPerson]:
    """The people among a record's units, each with what stands beside the name."""
    people: list[FoundPerson] = []
    waiting: list[str] = []
    for at in members:
        unit, role = page.units[at], role_of(chances[at])
        if role == PERSON:
            named = _named(unit.text, commas.get(unit.piece.style)) or _odd_name(unit.text, chances[at][PERSON])
            for person in named:
                person.links = _links(unit.piece.link)
            if waiting and len(named) == 1 and not (named[0].title or named[0].company):
                _describe(named[0], waiting.pop())
            waiting = []
            people += named
        elif role == AFFIL:
            if people:
                _describe(people[-1], unit.text)
            else:
                waiting.append(unit.text)
    return people


def _named(text: str, commas_part_people: bool | None) -> list[FoundPerson]:
    """The people of a line; in a format of "Name, Job, Company" what follows the name is never a second person."""
    people = split_people(text, commas_part_people=commas_part_people)
    name, comma, rest = text.partition(", ")
    if commas_part_people is False and len(people) > 1 and comma and looks_like_name(name) > 0.5:
        title, company = split_affiliation(rest)
        return [FoundPerson(name, title, company)]
    return people


def commas_of(page: Page, chances: list[Chances]) -> dict[str, bool]:
    """The formats of people where a comma parts no people ("Name, Job, Company"): those whose lines mostly name one person."""
    counts: dict[str, list[int]] = {}
    for unit, row in zip(page.units, chances, strict=True):
        if row and role_of(row) == PERSON and "," in unit.text and ";" not in unit.text:
            counts.setdefault(unit.piece.style, []).append(len(split_people(unit.text)))
    return {style: False for style, found in counts.items() if len(found) > 2 and found.count(1) >= 0.6 * len(found)}


def _odd_name(text: str, chance: float) -> list[FoundPerson]:
    words = text.split()
    if chance > 0.7 and 1 <= len(words) <= 4 and len(text) <= 40 and (looks_like_name(text) > 0.2 or len(words) > 1):
        return [FoundPerson(text.strip(" ,;:"))]
    return []


def _links(link: str | None) -> dict[str, str]:
    if link and link.startswith(("http://", "https://")):
        for name in ("linkedin", "twitter", "github"):
            if f"{name}.com/" in link:
                return {name: link}
    return {}


def _describe(person: FoundPerson, text: str) -> None:
    """Add what an affiliation line says to a person."""
    if (person.title and person.company) or fold(text) in (fold(person.title or ""), fold(person.company or "")):
        return
    title, company = split_affiliation(text)
    if person.title:
        person.company = company or title
    elif person.company:
        person.title = title or company
    else:
        person.title, person.company = title, company


_MARKS = (
    " – ",
    " - ",
    " — ",
    " | ",
    ": ",
    " (",
    " by ",
    " with ",
    " / ",
    ", ",
    "：",
    "｜",
    "（",
    " ~ ",
    "- ",
    "» ",
    " von ",
    " mit ",
    " par ",
    " por ",
)


def split_byline(text: str, mark: str | None = None) -> tuple[str, list[FoundPerson]]:
    """Cut a line that holds a title and who speaks ("Title – Ann Archer (Acme)", "Ann Archer: Title") in two.

    `mark` is the separator other lines of the same format use; without it every separator is tried.
    """
    best: tuple[float, str, list[FoundPerson]] = (0.45, text, [])
    for option in (mark,) if mark else _MARKS:
        at = text.find(option)
        while at > 0:
            best = max(best, *_cuts(text, at, option), key=lambda b: b[0])
            at = text.find(option, at + 1)
    return best[1], best[2]


def _cuts(text: str, at: int, mark: str) -> list[tuple[float, str, list[FoundPerson]]]:
    """Both readings of a cut, names behind it or before it, with how likely each is."""
    left, right = text[:at].strip(), text[at + len(mark) :].strip()
    if mark in (" (", "（"):
        right = right.rstrip(") ）")
    out: list[tuple[float, str, list[FoundPerson]]] = [(0.0, text, [])]
    for title, names, side in ((left, right, 0.05), (right, left, 0.0)):
        people = split_people(names) if 2 < len(names) < 300 else []
        if people and len(title) > 2 and not (names is left and mark.strip().isalpha()):
            score = min(looks_like_name(p.name) for p in people) + side - (0.5 if looks_like_name(title) > 0.6 else 0.0)
            score += 0.1 * mark.strip().isalpha() - 0.3 * (mark == ", ") + 0.1 * (len(title) >= len(names))
            out.append((score, title, people))
    return out


def bylines_of(page: Page, chances: list[Chances]) -> dict[str, str]:
    """For every format of titles the separator that parts title and names in most of its lines, where there is one."""
    texts: dict[str, list[str]] = {}
    for unit, row in zip(page.units, chances, strict=True):
        if (
            row
            and unit.zone >= 0
            and role_of(row) in (TITLE, MIXED)
            and kind_of(unit.text) not in ("break", "networking")
            and len(unit.text) < 300
        ):
            texts.setdefault(unit.piece.style, []).append(unit.text)
    found = {}
    for style, lines in texts.items():
        for mark in _MARKS:
            having = [line for line in lines if mark in line]
            if len(having) >= max(3, 0.5 * len(lines)) and sum(bool(split_byline(t, mark)[1]) for t in having) >= 0.7 * len(
                having
            ):
                found[style] = mark
                break
    return found
