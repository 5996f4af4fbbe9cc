"""An affiliation of several people, behind them or in a line below: for all, one each, or by numbers ("1 Acme, 2 Beta")."""

from __future__ import annotations

import re

from scrapers._found import FoundPerson
from scrapers._language.jobs import words_say
from scrapers._language.namelike import looks_like_name
from scrapers._language.words import lexicon, plain
from scrapers._people.affiliation import split_affiliation
from scrapers._people.pieces import Atom

_SIGN = r"(?:\d{1,2}|[*†‡§¹²³⁴⁵⁶⁷⁸⁹])"
_BEHIND = re.compile(rf"\s?(?:[(\[]\s?([a-h]|{_SIGN})(?:\s?[,;]\s?(?:[a-h]|{_SIGN}))*\s?[)\]]|({_SIGN})(?!\w))")
_ENTRY = re.compile(rf"(?:^|(?<=[\s,;|]))(?:[(\[]\s?([a-h]|{_SIGN})\s?[)\]]|({_SIGN})[.:)]?)\s?(?=[^\W\d_])")
_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
_EDGES = " \t\n,;.|"
_MOST_BELOW = 4
_BOTH = re.compile(
    r"(?:both|beide|alle|all|tous|toutes|ambos|entrambi|ambedue|oba|obie)\s*[,:]?\s+(?:von\s+|from\s+|de\s+)?", re.I
)
_SEVERAL = re.compile(r"(?P<job>(?:[Cc]o-)?[^\W\d_]{3,20})s(?: (?:of|at|@) (?P<company>\S.*))?")
_MOST_SHARING = 6


def spread_over_list(people: list[FoundPerson], atoms: list[Atom], kinds: list[str]) -> list[FoundPerson]:
    """Give the people of one line what ends it, where it is the job or company of all ("A and B (Acme)", "founders of Acme").

    `kinds` are those of the pieces, by `kinds_of_pieces`; the people are changed and returned.
    """
    last = kinds[-1] == "A" and kinds[:-1] == ["N"] * (len(atoms) - 1)
    if last and len(people) > 1 and (several := jobs_of_several(atoms[-1].text)):
        for person in people:
            person.title, person.company = several
    listed = (last and atoms[-1].mark == "(") or _is_common_end(atoms, kinds)
    if listed and 1 < len(people) <= _MOST_SHARING and people[-1].company and not people[-1].title:
        company = _BOTH.sub("", people[-1].company)
        for person in people:
            person.company = person.company if person is not people[-1] and person.company else company
    return people


def _is_common_end(atoms: list[Atom], kinds: list[str]) -> bool:
    """Whether what ends a list stands behind names that commas or "and" part, and are of several families."""
    names = [atom for atom, kind in zip(atoms, kinds, strict=True) if kind == "N"]
    families = {tuple(plain(atom.text).split()[-1:]) for atom in names}
    ended = kinds[-1] == "A" and not "".join(kinds).lstrip("N").strip("A")
    return ended and len(families) == len(names) and all(atom.mark in ",&" for atom in names)


def jobs_of_several(text: str) -> tuple[str, str | None] | None:
    """The job and company of those before it, where a piece gives their job in the plural ("founders of Acme")."""
    match = _SEVERAL.fullmatch(text)
    return (match["job"], match["company"]) if match and lexicon("job").holds(plain(match["job"])) else None


def spread(people: list[FoundPerson], printed: list[str], text: str) -> bool:
    """Give people without affiliations what a line below them says of each; False when it says it of the last one alone.

    `printed` are the lines that name the people, `text` the affiliation line, both with raised marks in brackets.
    """
    if not people or any(p.title or p.company for p in people):
        return False
    legend = legend_of(text)
    if legend:
        signs = [_sign_behind(p.name, printed) for p in people]
        orgs = [legend.get(sign or "", "") for sign in signs]
        if not any(signs):
            orgs = list(legend.values()) if len(legend) == len(people) else [next(iter(legend.values()))] * (len(legend) == 1)
        for person, org in zip(people, orgs, strict=False):
            person.title, person.company = split_affiliation(org) if org else (None, None)
        return any(orgs)
    if len(people) < 2:
        return False
    parts = _parts(text, len(people))
    if parts:
        for person, part in zip(people, parts, strict=True):
            person.title, person.company = split_affiliation(part)
        return True
    title, company = split_affiliation(text)
    if title or len(people) > _MOST_BELOW or len(printed) > 1:
        return False
    for person in people:
        person.company = company
    return True


def legend_of(text: str) -> dict[str, str]:
    """The entries of a numbered list of affiliations by number; empty when the text is none."""
    if not (_ENTRY.match(text) or _ENTRY.match(text, 1)):
        return {}
    places = list(_ENTRY.finditer(text[:2000]))
    signs = [(m[1] or m[2]).translate(_RAISED) for m in places]
    if signs[0] not in ("1", "a", "*") or len(set(signs)) < len(signs):
        return {}
    ends = [*(m.start() for m in places[1:]), len(text)]
    entries = {sign: text[m.end() : end].strip(_EDGES) for sign, m, end in zip(signs, places, ends, strict=True)}
    names = sum(looks_like_name(entry) >= 0.6 for entry in entries.values())
    return entries if 2 * names <= len(entries) else {}  # "1. Ann Archer, 2. Bob Baxter" are people


def _sign_behind(name: str, printed: list[str]) -> str | None:
    for line in printed:
        at = line.find(name)
        if at >= 0 and (match := _BEHIND.match(line, at + len(name))):
            return (match[1] or match[2]).translate(_RAISED)
    return None


def _parts(text: str, count: int) -> list[str]:
    """As many affiliations as people, parted by semicolons, else by commas where each says by itself that it is a body."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    if len(parts) == count:
        return parts
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return parts if len(parts) == count and all(words_say(part)[1] for part in parts) else []
