"""People written into one field of data: "Ada Lovelace, Engineer, Acme", "A & B", "Name | Title | Company"."""

from __future__ import annotations

import re

from scrapers._found import FoundPerson

_ROLE_WORDS = re.compile(
    r"^(?:(?:moderator|moderated by|chair|chaired by|host|hosted by|panell?ists?|speakers?|presenters?|with|by)\s*[:：-]\s*)",
    re.I,
)
_AND = re.compile(r"\s+(?:and|und|et|y|&|\+|with)\s+|\s*&\s*|\s*[;；、\n|]\s*|\s*/\s+")


def people_in(text: str) -> list[FoundPerson]:
    """The people a speaker field's text names, in its order."""
    text = _ROLE_WORDS.sub("", " ".join(text.split()))
    if "|" in text:
        name, *rest = (part.strip() for part in text.split("|"))
        return [_person(name, rest[0] if len(rest) > 1 else "", rest[-1] if rest else "")]
    found: list[FoundPerson] = []
    for part in _AND.split(text):
        found += _commas(part.strip())
    return found


def _commas(text: str) -> list[FoundPerson]:
    if match := re.fullmatch(r"([^()]+?)\s*[(（](.+)[)）]", text):
        title, company = split_job(match[2])
        return [FoundPerson(match[1], title, company or match[2] if title is None else company)]
    pieces = [p.strip() for p in re.split(r"[,，]", text) if p.strip()]
    if len(pieces) > 1 and all(_nameish(p) for p in pieces):
        return [FoundPerson(p) for p in pieces]
    if len(pieces) > 1:
        return (
            [_person(pieces[0], ", ".join(pieces[1:-1]), pieces[-1])]
            if len(pieces) > 2
            else [FoundPerson(pieces[0], pieces[1])]
        )
    return [FoundPerson(text)] if text else []


def _nameish(text: str) -> bool:
    return 1 < len(text.split()) <= 4 and all(w[:1].isupper() or (w.islower() and len(w) < 4) for w in text.split())


def _person(name: str, title: str, company: str) -> FoundPerson:
    return FoundPerson(name, title or None, company or None)


def person_in(text: str) -> FoundPerson | None:
    """The one person a text names."""
    people = people_in(text)
    return people[0] if people else None


def split_job(text: str) -> tuple[str | None, str | None]:
    """Job title and company of a line that may hold both, cut apart only where a sign says so (" at ", " @ ", a comma)."""
    for cut in (" at ", " @ ", " bei ", " chez "):
        if text.count(cut) == 1:
            job, _, company = text.partition(cut)
            return job.strip(" ,") or None, company.strip() or None
    if text.count(",") == 1:
        job, _, company = text.partition(",")
        return job.strip() or None, company.strip() or None
    return text or None, None
