"""Who speaks in the entries of a calendar, which has no field for that.

They stand in ATTENDEE or ORGANIZER, behind "Speakers:" or on one of the first lines of DESCRIPTION, or behind a dash in
SUMMARY. Where, is found out over all entries.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from scrapers._found import FoundPerson, fold
from scrapers._html.plain import line_of
from scrapers._language.awaited import is_placeholder
from scrapers._language.fields import roles_in
from scrapers._language.jobs import job_and_company
from scrapers._language.kinds import is_opening, kind_of
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.vocabulary import words_of
from scrapers._language.words import given_names, plain
from scrapers._people.affiliation import split_affiliation
from scrapers._people.names import share_told, split_people
from scrapers._people.people_texts import do_commas_part_people, labelled_people, people_in
from scrapers._structured.calendars import Entry, Property, text_of_entry

_DASH = re.compile(r"(?<!\s)\s+[-–—|]\s+")
_BARE_CLOCKS = re.compile(r"[\W\d]*(?:(?:h|Uhr|am|pm)[\W\d]*)*", re.I)
_AND = ("and", "und", "et", "y", "e", "og", "och", "i")
_MOST_ATTENDEES = 12
_LONGEST_LINE = 160
_NAME, _ALL = 0.5, 0.7


class CalendarPeople:
    """Where a calendar names who speaks, found out over all its entries."""

    def __init__(self, entries: list[Entry]) -> None:
        hosts = Counter(name for e in entries if (name := _called(e.get("ORGANIZER", [])[:1])))
        self._hosts = hosts if len(hosts) >= 3 and max(hosts.values()) * 3 <= max(6, sum(hosts.values())) else Counter()
        self._often = {name for name, count in hosts.items() if count > 3 and looks_like_name(name) < _NAME}
        self._often |= {name for name, count in hosts.items() if count > 1 and name in self._serving(entries)}
        tails = [t for e in entries if (t := _tail(text_of_entry(e, "SUMMARY")))]
        named = sum(bool(split_people(t)) for t in tails)
        self._tails = len(tails) * 2 >= len(entries) and named * 3 >= 2 * len(tails)
        self._tail_commas = do_commas_part_people(tails, frozenset()) if self._tails else None
        self._line = next((line for line, share in _LINES if _names_people(entries, line, share)), None)

    @staticmethod
    def _serving(entries: list[Entry]) -> set[str]:
        """Who is named as organiser of breaks, openings and closings: the house."""
        return {
            name
            for e in entries
            if (name := _called(e.get("ORGANIZER", [])[:1])) and (title := text_of_entry(e, "SUMMARY"))
            and (kind_of(title) in ("break", "networking") or is_opening(words_of(plain(title))))
        }  # fmt: skip

    def of_entry(self, entry: Entry) -> list[FoundPerson]:
        """Everybody who gives what an entry tells of, each once."""
        found = (
            _attending(entry)
            or _in_fields(entry)
            or labelled_people(text_of_entry(entry, "DESCRIPTION"))
            or self._organising(entry)
        )
        if not found and self._tails and (tail := _tail(text_of_entry(entry, "SUMMARY"))):
            found = people_in(tail, commas_part_people=self._tail_commas) if split_people(tail) else []
        if not found and self._line is not None and (line := self._line(entry)):
            found = _on_line(line)
        return list({fold(p.name): p for p in found}.values())

    def _organising(self, entry: Entry) -> list[FoundPerson]:
        organiser = entry.get("ORGANIZER", [])[:1]
        name = _called(organiser) if self._hosts else None
        if not name or name in self._often or _is_house(name, organiser[0].value):
            return []
        return split_people(name) if any(sign in name for sign in ",;&") else [FoundPerson(name)]


def _attending(entry: Entry) -> list[FoundPerson]:
    """Who is named as attending, where these are few; many are the audience."""
    present = [p for p in entry.get("ATTENDEE", ()) if p.params.get("ROLE") != "NON-PARTICIPANT"]
    names = [name for p in present if (name := _called([p]))] if len(present) <= _MOST_ATTENDEES else []
    return [person for name in names for person in _behind_comma(name)]


def _in_fields(entry: Entry) -> list[FoundPerson]:
    """Who is named in properties of the publisher's own that are called after speakers ("X-SPEAKER", "NAME=Speaker")."""
    own = [(p.params.get("NAME") or name[2:], p.value) for name in entry if name.startswith("X-") for p in entry[name]]
    told = [value for name, value in own if roles_in([name.title()]) & {"speakers", "moderators"}]
    return [person for value in told for person in people_in(line_of(value) or "")]


def _behind_comma(text: str) -> list[FoundPerson]:
    """The person of a field for one, with what a comma parts from the name: "Ann Archer, Acme", "Archer, Ann"."""
    name, comma, rest = (part.strip() for part in text.partition(","))
    if not comma or not name or not rest:
        return [FoundPerson(text)]
    if " " not in name and fold(rest.split()[0]) in given_names() and looks_like_name(f"{rest} {name}") >= _NAME:
        return [FoundPerson(f"{rest} {name}")]
    if do_commas_part_people([text], frozenset()) and looks_like_name(name) >= _NAME:
        return split_people(text, commas_part_people=True)
    return [FoundPerson(name, *split_affiliation(rest))]


def _called(properties: list[Property]) -> str | None:
    """The name of an attendee or organiser: the parameter CN, or the value itself where it is none of an address."""
    value = properties[0].value if properties else ""
    address = ":" in value or "@" in value
    name = line_of(properties[0].params.get("CN") or ("" if address else value)) if properties else None
    return name if name and "@" not in name and name.casefold() not in ("unknown", "none", "organizer") else None


def _is_house(name: str, address: str) -> bool:
    """Whether an organiser's name is that of the house itself, whose address it is under ("Acme Forum", info@acme.example)."""
    domain = address.rpartition("@")[2].casefold()
    return any(len(word) > 3 and word in domain for word in fold(name).split())


def _tail(summary: str | None) -> str | None:
    """What follows the last dash of a title."""
    pieces = _DASH.split(summary or "")
    return pieces[-1].strip() if len(pieces) > 1 else None


def without_tail(summary: str, people: list[FoundPerson]) -> str:
    """A title without what follows its last dash, where that names these people and nobody else."""
    tail = _tail(summary)
    names = [word for person in people for word in words_of(plain(person.name)) if word not in _AND]
    told = [word for word in words_of(plain(tail or "")) if word not in _AND] == names
    return summary[: summary.rindex(tail)].rstrip(" -–—|") if tail and told else summary


def _names_people(entries: list[Entry], line_in: Callable[[Entry], str | None], share: float) -> bool:
    """Whether a line of the descriptions, found by a function, names people in such a share of the entries that have it."""
    lines = [line for e in entries if kind_of(text_of_entry(e, "SUMMARY") or "") != "break" and (line := line_in(e))]
    named = sum(bool(_on_line(line)) for line in lines)
    return len(lines) * 2 >= len(entries) and named > 1 and named >= share * len(lines)


def _on_line(line: str) -> list[FoundPerson]:
    """The people of a line that begins with one."""
    people = split_people(line)
    if not people or not line.startswith(people[0].name):
        return []
    sure = [p for p in people if looks_like_name(p.name) >= _NAME]
    return people if sure and share_told(people, line) >= _ALL else sure


def _second_line(entry: Entry) -> str | None:
    """The line below one that repeats the title."""
    lines = (text_of_entry(entry, "DESCRIPTION") or "").splitlines()
    title = fold(text_of_entry(entry, "SUMMARY") or "")
    return lines[1] if len(lines) > 1 and fold(lines[0]) == title and len(lines[1]) < _LONGEST_LINE else None


def _first_line(entry: Entry) -> str | None:
    """The first line that is no clock and no date, with the next behind it where that tells a name's job and company."""
    lines = [t for t in (text_of_entry(entry, "DESCRIPTION") or "").splitlines() if not _BARE_CLOCKS.fullmatch(t)][:2]
    if not lines or len(lines[0]) > _LONGEST_LINE:
        return None
    alone = looks_like_name(split_honours(lines[0])[1] or lines[0]) >= _NAME
    told = alone and len(lines) > 1 and max(job_and_company(lines[1])) >= _NAME and looks_like_name(lines[1]) < _NAME
    return ", ".join(lines) if told else None if is_placeholder(lines[0]) else lines[0]


_LINES = ((_second_line, 0.25), (_first_line, 0.5))
"""Where people may stand in descriptions, with the share of entries that must name them there: less where a title is above."""
