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
from scrapers._people.names import share_told, split_people
from scrapers._people.people_texts import labelled_people
from scrapers._people.pieces import known_given
from scrapers._structured.nodes import Node
from scrapers._structured.people_records import PeopleReader
from scrapers._structured.record_roles import names_authors
from scrapers._structured.records import Family, Records

_LONGEST, _LONGEST_LINE = 100, 300
_ALL = 0.8
"""So much of a line is told by its people where it tells of nothing else."""
_NAME = 0.6
_BESIDE = ("kind", "subtitle", "track")
_LABEL = re.compile(r"(?:[^\W\d]{3,20} ){0,2}[^\W\d]{3,20} ?#?\d{0,2}")
_BEHIND_NAME = re.compile(r" ?[(,;:—–|]| - ")


class SessionPeople:
    """Finds the people of sessions in their records."""

    def __init__(self, records: Records, people: PeopleReader) -> None:
        self._records = records
        self._people = people

    def of_session(self, node: Node, family: Family) -> list[FoundPerson]:
        """Everybody who gives the session of a record, each once."""
        roles = ["speakers", "moderators", *(["hosts"] if family.hosts_speak else [])]
        found: list[FoundPerson] = []
        flat = self._people.of_flat(node, family)
        apart = {key for group in family.flat_people.values() for key in group.get("name", ())}
        apart |= {key for key in family.fields.get("speakers", ()) if flat and self._is_id_of_nobody(node.value.get(key))}
        for role in roles:
            first = None
            for key in sorted(family.fields.get(role, ()), key=lambda key: self._is_id_of_nobody(node.value.get(key))):
                if key in apart or (first is not None and _unnumbered(key) != first):
                    continue
                value = node.value.get(key)
                named = self._people.of_field(node, family, key)
                if role == "hosts" and isinstance(value, str):
                    least = 0.01 if names_authors(key) else _NAME
                    named = [p for p in named if looks_like_name(p.name) >= least]
                if named and isinstance(value, str) and self._is_service(node, family):
                    named = [p for p in named if looks_like_name(p.name) >= _NAME or known_given(p.name) > 0]
                found += [p for p in named if not key.lower().startswith("organi") or looks_like_name(p.name) >= 0.5]
                if found and role == "speakers":
                    first = first or _unnumbered(key)
        found += flat
        found += self._labelled_in_lines(node, family)
        if found and family.has("hosts") and not family.hosts_speak:
            self._describe(found, node, family)
        if not found:
            texts = [text for key in family.fields.get("abstract", ()) if (text := text_of(node.value.get(key)))]
            found = next(filter(None, map(labelled_people, texts)), [])
            if not found and not family.has("speakers"):
                found = self._named_first(node, family) or self._named_below(node, family)
        for outer in node.up():
            outside = self._records.family_of.get(id(outer.value))
            if outside is not None and outside.kind == "person" and (person := self._people.of_node(outer)):
                found.append(person)
                break
        return list({(p.key, fold(p.name)): p for p in found}.values())

    def _is_id_of_nobody(self, value: Any) -> bool:
        """Whether a value is one word in small letters that is the id of no person; a field of names beside it tells more."""
        word = isinstance(value, str) and " " not in value and value.islower()
        return word and self._records.referred(value, "person", "people", "crowd") is None

    @staticmethod
    def _labelled_in_lines(node: Node, family: Family) -> list[FoundPerson]:
        """Whom a label names in a line that is there for something else ("Panel. Moderator: Ann Archer" as the kind)."""
        lines = [line_of(node.value.get(key)) or "" for role in _BESIDE for key in family.fields.get(role, ())]
        named = (_behind_label(line) for line in lines if len(line) < _LONGEST_LINE)
        return [person for people in named for person in people if looks_like_name(person.name) >= _NAME]

    @staticmethod
    def _is_service(node: Node, family: Family) -> bool:
        """Whether a session is called a break, a reception or the like: where others name people may stand what is served."""
        titles = (line_of(node.value.get(key)) or "" for key in family.fields.get("title", ())[:1])
        return any(kind_of(title) in ("break", "networking") for title in titles)

    @staticmethod
    def _named_first(node: Node, family: Family) -> list[FoundPerson]:
        """Who gives a session that a mere label is the title of, where its description begins so ("Ann Archer (TBC)")."""
        titles = (line_of(node.value.get(key)) or "" for key in family.fields["title"][:1])
        if not any(_LABEL.fullmatch(title) for title in titles):
            return []
        texts = (line_of(node.value.get(key)) or "" for key in family.fields.get("abstract", ()))
        heads = [_BEHIND_NAME.split(text, 1)[0].strip() for text in texts if len(text) < _LONGEST]
        return [FoundPerson(head) for head in heads if looks_like_name(head) >= _NAME]

    @staticmethod
    def _named_below(node: Node, family: Family) -> list[FoundPerson]:
        """Who gives a session whose line below the title tells of people and nothing else ("Ann Archer, Acme Labs")."""
        for text in filter(None, (line_of(node.value.get(key)) for key in family.fields.get("subtitle", ()))):
            people = split_people(text) if len(text) < _LONGEST_LINE else []
            if people and share_told(people, text) >= _ALL and all(looks_like_name(p.name) >= _NAME for p in people):
                return people
        return []

    def _describe(self, people: list[FoundPerson], node: Node, family: Family) -> None:
        """Where people work, from the field of authors that tells more of them ("Ann Archer (Acme); Bob Baker (Beta)")."""
        authors = {fold(p.name): p for key in family.fields["hosts"] for p in self._people.of_field(node, family, key)}
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
