"""Who gives a session, from all that its record says: speakers, chairs, authors, descriptions, the person it stands in."""

from __future__ import annotations

import re
from typing import Any

from scrapers._found import FoundPerson, fold
from scrapers._html.plain import line_of, text_of
from scrapers._language.fields import words_of
from scrapers._language.kinds import kind_of
from scrapers._language.namelike import looks_like_name
from scrapers._people.labels import label_inside, split_role
from scrapers._people.names import split_people
from scrapers._people.people_lines import only_people
from scrapers._people.people_texts import labelled_people
from scrapers._people.pieces import known_given
from scrapers._structured.nodes import Node
from scrapers._structured.people_records import PeopleReader
from scrapers._structured.record_roles import names_authors
from scrapers._structured.records import Records

_LONGEST, _LONGEST_LINE = 100, 300
_NAME = 0.6
_BESIDE = ("kind", "subtitle", "track")
_LABEL = re.compile(r"(?:[^\W\d]{3,20} ){0,2}[^\W\d]{3,20} ?#?\d{0,2}")
_BEHIND_NAME = re.compile(r" ?[(,;:—–|]| - ")


class SessionPeople:
    """Finds the people of sessions in their records."""

    def __init__(self, records: Records, people: PeopleReader) -> None:
        self._records = records
        self._people = people

    def of_session(self, node: Node) -> list[FoundPerson]:
        """Everybody who gives the session of a record, each once."""
        family = node.family
        roles = ["speakers", "moderators", *(["hosts"] if family.hosts_speak else [])]
        found: list[FoundPerson] = []
        flat = self._people.of_flat(node)
        apart = {key for group in family.flat_people.values() for key in group.get("name", ())}
        apart |= {key for key in family.fields.get("speakers", ()) if flat and self._is_id_of_nobody(node.value.get(key))}
        for role in roles:
            first = None
            for key in sorted(family.fields.get(role, ()), key=lambda key: self._is_id_of_nobody(node.value.get(key))):
                if key in apart or (first is not None and _unnumbered(key) != first):
                    continue
                value = node.value.get(key)
                named = self._people.of_field(node, key)
                if role == "hosts" and isinstance(value, str):
                    least = 0.01 if names_authors(key) else _NAME
                    named = [p for p in named if looks_like_name(p.name) >= least]
                if named and isinstance(value, str) and self._is_service(node):
                    named = [p for p in named if looks_like_name(p.name) >= _NAME or known_given(p.name) > 0]
                found += [p for p in named if not key.lower().startswith("organi") or looks_like_name(p.name) >= 0.5]
                if found and role == "speakers":
                    first = first or _unnumbered(key)
        found += flat
        found += self._labelled_in_lines(node)
        if found and family.has("hosts") and not family.hosts_speak:
            self._describe(found, node)
        if not found:
            texts = filter(None, map(text_of, node.told("abstract")))
            found = next(filter(None, map(labelled_people, texts)), [])
            if not found and not family.has("speakers"):
                found = self._named_first(node) or self._named_below(node)
        found += next(([person] for outer in node.up() if (person := self._people.of_node(outer))), [])
        return list({(p.key, fold(p.name)): p for p in found}.values())

    def _is_id_of_nobody(self, value: Any) -> bool:
        """Whether a value is one word in small letters that is the id of no person; a field of names beside it tells more."""
        word = isinstance(value, str) and " " not in value and value.islower()
        return word and self._records.referred(value, "person", "people", "crowd") is None

    @staticmethod
    def _labelled_in_lines(node: Node) -> list[FoundPerson]:
        """Whom a label names in a line that is there for something else ("Panel. Moderator: Ann Archer" as the kind)."""
        lines = [line_of(value) or "" for role in _BESIDE for value in node.told(role)]
        named = (_behind_label(line) for line in lines if len(line) < _LONGEST_LINE)
        return [person for people in named for person in people if looks_like_name(person.name) >= _NAME]

    @staticmethod
    def _is_service(node: Node) -> bool:
        """Whether a session is called a break, a reception or the like: where others name people may stand what is served."""
        return kind_of(node.line("title") or "") in ("break", "networking")

    @staticmethod
    def _named_first(node: Node) -> list[FoundPerson]:
        """Who gives a session that a mere label is the title of, where its description begins so ("Ann Archer (TBC)")."""
        if not _LABEL.fullmatch(node.line("title") or ""):
            return []
        texts = (line_of(value) or "" for value in node.told("abstract"))
        heads = [_BEHIND_NAME.split(text, 1)[0].strip() for text in texts if len(text) < _LONGEST]
        return [FoundPerson(head) for head in heads if looks_like_name(head) >= _NAME]

    @staticmethod
    def _named_below(node: Node) -> list[FoundPerson]:
        """Who gives a session whose line below the title tells of people and nothing else ("Ann Archer, Acme Labs")."""
        texts = filter(None, map(line_of, node.told("subtitle")))
        return next(filter(None, map(only_people, texts)), [])

    def _describe(self, people: list[FoundPerson], node: Node) -> None:
        """Where people work, from the field of authors that tells more of them ("Ann Archer (Acme); Bob Baker (Beta)")."""
        authors = {fold(p.name): p for key in node.family.fields["hosts"] for p in self._people.of_field(node, key)}
        for person in people:
            if other := authors.get(fold(person.name)):
                person.title, person.company = person.title or other.title, person.company or other.company


def _behind_label(line: str) -> list[FoundPerson]:
    label, names = split_role(line)
    inside = label_inside(line) if label is None else None
    return split_people(inside[1] if inside else names if label else "")


def _unnumbered(key: str) -> tuple[str, ...]:
    """The words of a field's name but for numbers: those of "Speaker 1" and "Speaker 2" are the same."""
    return tuple(word for word in words_of(key) if not word.isdigit())
