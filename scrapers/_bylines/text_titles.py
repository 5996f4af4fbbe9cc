"""What one line holds beside a title: people, companies, a room."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from scrapers._found import FoundPerson
from scrapers._language.namelike import looks_like_name
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._people.people_texts import people_on

_COLUMNS = re.compile(r"\t+|\s{3,}|\s+[|•·]\s+")
_DASH = re.compile(r"(?<!\s)\s+[-–—]+\s+|(?<!\s)\s+//\s+")
_BRACKETS = re.compile(r"(?:(?<!\s)\s+)?[(（]([^()（）]{2,160})[)）]\s*$")
_BY = re.compile(
    r"(?i:(?<!\s)\s+(?:hosted|presented|given|led|moderated|chaired))?(?<!\s)\s+(?:by|with|von|mit|par|avec|por|con|di)\s+(?=[A-ZÀ-Þ])"
)
_HOSTED = re.compile(
    r"(?i)^(?:in partnership with|presented by|sponsored by|hosted by|powered by|supported by|in collaboration with)\b"
)
_ROOM = re.compile(
    r"(?i)^(?:room|hall|stage|main stage|auditorium|theat(?:re|er)|raum|saal|hörsaal|salle|amphi|sala|aula|foyer|plenary)\b"
    r"[\w .,/-]{0,40}$"
    r"|\b(?:room|hall|stage|auditorium|foyer|lobby)$"
)


@dataclass(slots=True)
class Title:
    """A title with what stood on its line."""

    text: str
    people: list[FoundPerson] = field(default_factory=list)
    room: str | None = None


def split_title(line: str) -> Title:
    """Cut the people, their companies and the room off a title's line, where signs and names show them."""
    title = Title("")
    pieces = [piece.strip() for piece in _COLUMNS.split(line) if piece.strip()]
    texts: list[str] = []
    for piece in pieces or [line]:
        if texts and _ROOM.search(piece):
            title.room = title.room or piece
        elif texts and (people := _people(piece)):
            title.people += people
        else:
            texts.append(piece)
    if len(texts) > 1 and len(pieces) > 1 and (people := _people(texts[0])) and len(texts[0]) < 60:
        title.people += people
        texts = texts[1:]
    title.text = " – ".join(texts) if len(texts) < 3 else texts[0]
    _cut_tail(title)
    if not title.people:
        _cut_brackets(title)
        _cut_tail(title)
    _cut_room(title)
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
    """Brackets at the end that name people ("Ann Archer, Acme") or a company ("Acme Labs", "hosted by Acme")."""
    match = _BRACKETS.search(title.text)
    if match is None or not title.text[: match.start()].strip():
        return
    inner = match[1].strip()
    people = [p for part in re.split(r"\s*;\s*", inner) for p in _people(part)]
    words = [w for w in inner.split() if w[:1].isalpha()]
    named = len(words) > 1 and all(w[:1].isupper() or len(w) < 4 for w in words) and not any(c.isdigit() for c in inner)
    if people or _HOSTED.match(inner) or named:
        title.people += people
        title.text = title.text[: match.start()].strip()


def _cut_room(title: Title) -> None:
    """The room in brackets at the end."""
    match = _BRACKETS.search(title.text)
    if match is not None and _ROOM.search(match[1].strip()) and title.text[: match.start()].strip():
        title.room = title.room or match[1].strip()
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
    """The speaker before a colon ("Ann Archer: Why we sell"), or behind one ("Keynote Speaker: Ann Archer, Acme")."""
    if title.people or not re.search(r"[:：]", title.text):
        return
    head, _, tail = title.text.partition(":")
    if looks_like_name(head.strip()) >= 0.7 and len(tail.strip()) > 8:
        title.people += split_people(head)
        title.text = tail.strip()
    elif re.search(r"(?i)\b(?:speaker|presenter|referent|redner|ponente|relatore|orateur)s?$", head.strip()):
        title.people += _people(tail.strip())
