"""What the lines of a session beside its title and clock tell: people with their jobs and companies, the room, the abstract."""

from __future__ import annotations

import re
from collections import Counter

from scrapers._affiliation import split_affiliation
from scrapers._found import FoundPerson, FoundSession, fold
from scrapers._jobs import job_and_company
from scrapers._names import looks_like_name, split_role
from scrapers._people_texts import people_on

_OFTEN = 3
"""So often a line is a room, a button or a label, no company below a job."""
LABEL = re.compile(
    r"(?i)(?P<room>room|location|venue|where|ort|raum|saal|lieu|salle|sala|lugar|luogo|場所|會場)|(?P<track>track|stream|theme)"
)
_ABOVE_CLOCKS = re.compile(r"(?i)(?:time|when|date (?:and|&) time|zeit|uhrzeit|wann|heure|horaire|hora|horario|ora|orario)")
_OF_TEXT = re.compile(
    r"(?i)(?:session |talk |event )?(?:description|abstract|details|summary|beschreibung|descripción|descrizione)"
)
_NEAR = 8
"""So many lines above, a clock is that of the same session."""
LABELLED = re.compile(r"\s*+(?:[*_•-]++\s*+)?(?P<label>[^\W\d_][\w ./]{1,24}?)\s*+(?:[*_]++\s*+)?[:：]\s*[*_]*\s*(?P<text>.*)")


def in_cards(text: str) -> str:
    """A text in which name, job and company one below the other are one line ("Ann Archer (CEO, Acme)")."""
    lines = text.splitlines()
    often = {line for line, count in Counter(map(fold, lines)).items() if count >= _OFTEN}
    found: list[str] = []
    at = 0
    while at < len(lines):
        name, job, company, after = (line.strip() for line in (*lines[at : at + 4], "", "", "", "")[:4])
        if _tells_job(job) and looks_like_name(name) >= 0.5 and _may_be_company(company, often) and not _tells_job(after):
            found.append(f"{name} ({job}, {company})")
            at += 3
        else:
            found.append(lines[at])
            at += 1
    return "\n".join(found)


def with_labels(text: str) -> str:
    """A text in which labels that stand above what they name ("Location", below it "Hall 1") are before it on its line.

    Clocks so labelled that the text told a few lines above, and headings of descriptions, are left out.
    """
    lines = text.splitlines()
    often = Counter(fold(line) for line in lines)
    found: list[str] = []
    at = 0
    while at < len(lines):
        label, below = lines[at].strip(), (lines[at + 1 : at + 2] or [""])[0].strip()
        if often[fold(label)] < 2:
            found.append(lines[at])
        elif _ABOVE_CLOCKS.fullmatch(label) and fold(below) in map(fold, found[-_NEAR:]):
            at += 1
        elif LABEL.fullmatch(label) and below and len(below) < 60:
            found.append(f"{label}: {below}")
            at += 1
        elif not _OF_TEXT.fullmatch(label):
            found.append(lines[at])
        at += 1
    return "\n".join(found)


def _tells_job(text: str) -> bool:
    return bool(text) and "," not in text and job_and_company(text)[0] > 0.5 and looks_like_name(text) < 0.5


def _may_be_company(text: str, often: set[str]) -> bool:
    """Whether a line below a job may say where: short, no button or room that many sessions show, no label, no sentence."""
    plain = 2 < len(text) < 60 and fold(text) not in often and not LABELLED.match(text) and split_role(text)[0] is None
    return plain and text[:1].isupper() and not _is_prose(text) and not _tells_job(text)


def take(text: str, made: FoundSession, prose: list[str], rooms: set[str]) -> None:
    """Give one further line of a session its place: people, room, track or abstract."""
    role, rest = split_role(text)
    labelled = LABELLED.match(text)
    label = LABEL.match(labelled["label"]) if labelled else None
    if labelled and label and label.lastgroup and labelled["text"]:
        setattr(made, label.lastgroup, getattr(made, label.lastgroup) or labelled["text"])
        return
    if fold(text) in rooms:
        made.room = made.room or text
        return
    people = people_on(rest, listed=role is not None) if len(text) < 300 else []
    sure = [p for p in people if looks_like_name(p.name) >= 0.5]
    last = made.people[-1] if made.people else None
    waiting = last is not None and not (last.title or last.company)
    job = job_and_company(text.split(",")[0])[0] > 0.5 and looks_like_name(text.split(",")[0]) < 0.5
    if last is not None and waiting and not role and job and len(text) < 120:
        last.title, last.company = split_affiliation(text)
        return
    if people and (
        role
        or (
            sure
            and (people[0].title or people[0].company or looks_like_name(text) >= 0.6 or len(sure) > 1)
            and not _is_prose(text)
        )
    ):
        made.people += [p for p in people if fold(p.name) not in {fold(k.name) for k in made.people}]
    else:
        prose.append(text)


def _is_prose(text: str) -> bool:
    return len(text) > 160 or (text.endswith((".", "!", "?")) and len(text.split()) > 8)


def without_runs(people: list[FoundPerson]) -> list[FoundPerson]:
    """The people without entries that are several others' names run together ("Ann ArcherBob Baker")."""
    letters = {id(p): fold(p.name).replace(" ", "") for p in people}
    kept = []
    for person in people:
        inside = [
            other
            for other in people
            if other is not person and letters[id(other)] and letters[id(other)] in letters[id(person)]
        ]
        if len(inside) < 2 and not (inside and not (person.title or person.company) and (inside[0].title or inside[0].company)):
            kept.append(person)
    return kept
