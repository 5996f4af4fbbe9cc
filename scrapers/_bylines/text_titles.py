"""What one line holds beside a title: people and companies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from scrapers._found import FoundPerson
from scrapers._language.namelike import looks_like_name
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._people.people_texts import people_on

_DASH = re.compile(r"(?<!\s)\s+[-–—]+\s+|(?<!\s)\s+//\s+")
_BRACKETS = re.compile(r"(?:(?<!\s)\s+)?[(（]([^()（）]{2,160})[)）]\s*$")
_BY = re.compile(
    r"(?i:(?<!\s)\s+(?:hosted|presented|given|led|moderated|chaired))?(?<!\s)\s+(?:by|with|von|mit|par|avec|por|con|di)\s+(?=[A-ZÀ-Þ])"
)


@dataclass(slots=True)
class Title:
    """A title with what stood on its line."""

    text: str
    people: list[FoundPerson] = field(default_factory=list)


def split_title(line: str) -> Title:
    """Cut the people and their companies off a title's line, where signs and names show them."""
    title = Title(line.strip())
    _cut_tail(title)
    if not title.people:
        _cut_brackets(title)
        _cut_tail(title)
    _cut_label(title)
    return title


def _people(text: str) -> list[FoundPerson]:
    """The people a piece names, when it names people and nothing else."""
    role, rest = split_role(text)
    pieces = [piece.strip() for piece in rest.split(",")]
    listed = len(pieces) > 2 and all(looks_like_name(piece) >= 0.6 for piece in pieces)
    people = people_on(rest, listed=bool(role)) if not listed else split_people(rest, commas_part_people=True)
    if not people or (not role and looks_like_name(people[0].name) < 0.5):
        return []
    return people if role or rest.startswith(people[0].name[:6]) else []


def _cut_brackets(title: Title) -> None:
    """Brackets at the end that name people ("Ann Archer, Acme") or a company ("Acme Labs")."""
    match = _BRACKETS.search(title.text)
    if match is None or not title.text[: match.start()].strip():
        return
    inner = match[1].strip()
    people = [p for part in re.split(r"\s*;\s*", inner) for p in _people(part)]
    words = [w for w in inner.split() if w[:1].isalpha()]
    named = len(words) > 1 and all(w[:1].isupper() or len(w) < 4 for w in words) and not any(c.isdigit() for c in inner)
    if people or named:
        title.people += people
        title.text = title.text[: match.start()].strip()


def _cut_tail(title: Title) -> None:
    """The speaker behind the title ("Title - Ann Archer, Acme", "Title by Ann Archer")."""
    pieces = _DASH.split(title.text)
    for cut in range(1, len(pieces)):
        tail = " – ".join(pieces[cut:])
        people = _people(tail)
        if people and looks_like_name(people[0].name) >= 0.6:
            title.people += people
            title.text = title.text[: title.text.rfind(pieces[cut - 1]) + len(pieces[cut - 1])].strip()
            return
    for match in _BY.finditer(title.text):
        people = split_people(title.text[match.end() :])
        if match.start() > 8 and people and looks_like_name(people[0].name) >= 0.6:
            title.people += people
            title.text = title.text[: match.start()].strip()
            return


def _cut_label(title: Title) -> None:
    """The speaker before a colon ("Ann Archer: Why we sell")."""
    head, _, tail = title.text.partition(":")
    if not title.people and looks_like_name(head.strip()) >= 0.7 and len(tail.strip()) > 8:
        title.people += split_people(head)
        title.text = tail.strip()
