"""People out of the records of some data: from a record of their own, an id, a name in a text, or numbered fields."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import Any

from scrapers._found import FoundPerson, fold
from scrapers._html.plain import line_of, plain_text, text_of, words_of_slug
from scrapers._language.awaited import is_placeholder
from scrapers._language.fields import holding, roles_in
from scrapers._language.jobs import opens_with_job, says_job
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._people.affiliation import split_affiliation
from scrapers._people.biographies import tell_opening, with_told_jobs
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._people.people_signs import Signs, people_by, signs_of
from scrapers._structured.nodes import Family, Node
from scrapers._structured.people_values import are_pairs, names_people, people_in_map, person_in_cells
from scrapers._structured.person_links import add_link, site_of
from scrapers._structured.records import Records

_HANDLE = re.compile(r"[a-z]+\d?[a-z]+")
_NO_DIGITS = str.maketrans("", "", "0123456789")
_NO_SIGNS = Signs()
_MOST_LINES = 4
_SENTENCES = re.compile(r"[^\W\d]{3}\. [^\W\d]")
"""More than a job title: a text about a person."""
_PARTS = re.compile(r"[;\n|·]| / ")
_NAME = 0.6
_JOB_BEHIND = re.compile(r"(\S[^()]{1,60}?)\s?\(([^()]{2,60})\)")
"""A company with what somebody does there ("Acme (Founder)")."""
_JOINED = re.compile(r" & | / |/| [+] | [a-zà-ÿа-я]{1,3} ")
"""What joins the names of several people."""
_LISTED = re.compile(r"[\s,;|]+")
_SAMPLE, _MOST_ALIKE = 300, 20


class PeopleReader:
    """Makes people of records; knows all records, so that ids can be followed."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._made: dict[int, FoundPerson | None] = {}
        self._named: dict[tuple[str, str], bool] = {}
        self._parts: dict[tuple[str, str], bool] = {}
        self._signs: dict[tuple[str, str], Signs] = {}
        self._read_texts: dict[tuple[str, bool, Signs], list[FoundPerson]] = {}

    def of_node(self, node: Node) -> FoundPerson | None:
        """The person a record describes, None when it names nobody."""
        if id(node) not in self._made:
            self._made[id(node)] = self._read(node)
        return self._made[id(node)]

    def all_of_node(self, node: Node) -> list[FoundPerson]:
        """The people a record describes: one, or several whose names it joins ("Ann Archer & Bob Baker"), at one company."""
        person = self.of_node(node)
        parts = split_people(person.name) if person is not None and _JOINED.search(person.name) else []
        if person is None or len(parts) < 2 or not all(" " in p.name and looks_like_name(p.name) >= _NAME for p in parts):
            return [] if person is None else [person]
        return [replace(part, company=part.company or person.company) for part in parts]

    def of_field(self, node: Node, key: str) -> list[FoundPerson]:
        """The people a field of a record names."""
        value = node.value.get(key)
        if isinstance(value, str):
            found = self._of_scalar(value, signs=self._signs_of(node.family, key))
            return found or ([FoundPerson(value)] if _may_be_handle(value) and self._has_names(node.family, key) else [])
        return self.of_value(value)

    def _has_names(self, family: Family, key: str) -> bool:
        """Whether most values of a field are names of people, so that a word in small letters is what somebody goes by."""
        if (family.path, key) not in self._named:
            texts = {v for n in family.nodes[:400] if isinstance(v := n.value.get(key), str) and v}
            names = sum(_worded(text) and looks_like_name(text) >= _NAME for text in texts)
            handles = sum(map(_may_be_handle, texts))
            self._named[family.path, key] = handles < names and names * 2 >= len(texts) - handles
        return self._named[family.path, key]

    def _signs_of(self, family: Family, key: str) -> Signs:
        """What commas and other signs do in a field, found out once over all its records."""
        if (family.path, key) not in self._signs:
            texts = [v for n in family.nodes[:400] if isinstance(v := n.value.get(key), str) and 0 < len(v) < 400]
            self._signs[family.path, key] = signs_of(texts, self._by_name.keys())
        return self._signs[family.path, key]

    @cached_property
    def _by_name(self) -> dict[str, FoundPerson]:
        """Those who have a record of their own, by their folded names; of several of one name the first."""
        people = (self.of_node(node) for family in self._records.of_kind("person") for node in reversed(family.nodes))
        return {fold(person.name): person for person in people if person is not None}

    def of_value(self, value: Any) -> list[FoundPerson]:
        """The people a value names: by record, by id, by text, in a list of any of these."""
        if isinstance(value, list):
            if (row := person_in_cells(value)) is not None:
                return [row]
            value = [pair[0] for pair in value] if are_pairs(value) else self._known(self._presenting(value))
            return [p for v in value for p in (self._of_scalar(v, alone=True) if isinstance(v, str) else self.of_value(v))]
        if isinstance(value, bool) or value is None or value == "":
            return []
        if isinstance(value, str | int):
            return self._of_scalar(value)
        if not isinstance(value, dict):
            return []
        if value and all(map(names_people, value)):
            return [person for item in value.values() for person in self.of_value(item)]
        if told := people_in_map(value):
            return told
        node = self._records.node_of.get(id(value))
        if node is not None and (people := self.all_of_node(node)):
            return people
        if node is None or ((values := list(value.values())) and all(isinstance(v, dict | list | bool) for v in values)):
            return [p for key, v in value.items() for p in (self.of_value(v) or (self._of_scalar(key) if v is True else []))]
        return self._through(value)

    def _known(self, people: list[Any]) -> list[Any]:
        """Of a list half of which or more are ids, those that refer to somebody, and names of several words."""
        ids = [v for v in people if isinstance(v, str) and self._records.referred(v, "person", "people", "crowd") is not None]
        if not ids or 2 * len(ids) < len(people):
            return people
        return [v for v in people if not isinstance(v, str) or v in ids or " " in v.strip()]

    def _presenting(self, people: list[Any]) -> list[Any]:
        """Of authors some of whom are marked as presenting, those."""
        marked = [v for v in people if isinstance(v, dict) and self._presents(v)]
        return marked or people

    def _presents(self, value: dict[str, Any]) -> bool:
        node = self._records.node_of.get(id(value))
        return node is not None and any(str(told).lower() in ("1", "true", "yes", "x") for told in node.told("presents"))

    def of_flat(self, node: Node) -> list[FoundPerson]:
        """The people described by numbered fields of a session's record ("Speaker 2", "Speaker 2 Company")."""
        found: list[FoundPerson] = []
        for roles in node.family.flat_people.values():
            texts = {role: next((t for k in keys if (t := line_of(node.value.get(k)))), None) for role, keys in roles.items()}
            name = texts.get("name") or " ".join(filter(None, (texts.get("first"), texts.get("last"))))
            key = next((k for k in roles.get("name", ()) if line_of(node.value.get(k))), None)
            people = self.of_field(node, key) if key else [FoundPerson(name)] if name else []
            if len(people) == 1:
                self._describe(people[0], texts)
                _tell_life(people[0], next((t for k in roles.get("bio", ()) if (t := text_of(node.value.get(k)))), None))
            else:
                _share_out(people, node, roles)
            found += people
        return found

    def _of_scalar(self, value: str | int, *, alone: bool = False, signs: Signs = _NO_SIGNS) -> list[FoundPerson]:
        node = self._records.referred(value, "person", "people", "crowd")
        if node is not None and (person := self.of_node(node)) is not None:
            return [person]
        if isinstance(value, int):
            return []
        value = plain_text(value) if "&" in value and "<" not in value else value
        if several := self._of_ids(value):
            return several
        if (named := self._by_name.get(fold(value))) is not None:
            return [named]
        if not _worded(value):
            return name_of_slug(value)
        if (value, alone, signs) not in self._read_texts:
            self._read_texts[value, alone, signs] = people_by(value, signs, alone=alone)
        return [replace(person, links=dict(person.links)) for person in self._read_texts[value, alone, signs]]

    def _of_ids(self, text: str) -> list[FoundPerson]:
        """The people whose ids or addresses a text lists ("12, 15", "ana@tarn.example; tom@norvik.example")."""
        nodes = [self._records.referred(part, "person", "people", "crowd") for part in _LISTED.split(text.strip())]
        people = [self.of_node(node) for node in nodes if node is not None] if len(nodes) > 1 and all(nodes) else []
        return [person for person in people if person is not None]

    def _through(self, value: dict[str, Any]) -> list[FoundPerson]:
        """A record without a name of its own that holds or refers to the person (`{"role": "Chair", "speaker": 12}`)."""
        for key, item in value.items():
            if names_people(key) or holding(key) in ("people", "crowd") or key.lower() in ("id", "data", "ref"):
                node = self._records.referred(item, "person", "people", "crowd") if isinstance(item, str | int) else None
                if node is not None and (person := self.of_node(node)):
                    return [person]
                if isinstance(item, dict | list) and (people := self.of_value(item)):
                    return people
        return []

    def _read(self, node: Node) -> FoundPerson | None:
        family, fields = node.family, node.family.fields
        if family.kind != "person" or not fields:
            return None
        texts = {role: next((t for k in keys if (t := _line(node.value.get(k), role))), None) for role, keys in fields.items()}
        if not any(map(str.isalpha, texts.get("company") or "")):
            texts["company"] = None  # the number of one
        first, last = texts.get("first"), texts.get("last")
        name = texts.get("name")
        if parts := next((v for k in fields.get("name", ())[:1] if isinstance(v := node.value.get(k), list)), None):
            name = " ".join(str(part) for part in parts)
        if first and last and (not name or "," in name or first in (name,) or last in (name,)):
            name = " ".join(filter(None, (first, texts.get("middle"), last)))
        elif name and family.swapped and name.count(",") == 1:
            name = " ".join(reversed([part.strip() for part in name.split(",")]))
        name = name or first or last
        if not name or is_placeholder(name) or len(name) > 120:
            return None
        if texts.get("job") and all(self._tells_parts(family, key) for key in fields["job"]):
            texts["job"] = None
        if any(sign in name for sign in ",(") and not (texts.get("company") or texts.get("tagline")):
            parted = people_by(name, _NO_SIGNS, alone=True)
            if len(parted) == 1 and not (texts.get("job") and parted[0].title):
                name, texts["company"] = parted[0].name, parted[0].company
                texts["job"] = texts.get("job") or parted[0].title
        key = next((f"{value}" for value in node.told("id") if value != 0), node.key)
        person = FoundPerson(name, key=key, url=node.url())
        self._describe(person, texts)
        _tell_life(person, node.text("bio"))
        person.links = {**self._links(node), **person.links}
        return person

    def _tells_parts(self, family: Family, key: str) -> bool:
        """Whether a field tells the parts people play at the event ("Moderator", "Palestrante"), rather than their jobs."""
        if (family.path, key) not in self._parts:
            told = [text for n in family.nodes[:_SAMPLE] if (text := line_of(n.value.get(key)))]
            self._parts[family.path, key] = sum(split_role(f"{text}: X")[0] is not None for text in told) > 0.8 * len(told)
        return self._parts[family.path, key]

    @staticmethod
    def _describe(person: FoundPerson, texts: dict[str, str | None]) -> None:
        """Job and company, cut apart where one text holds both and evidence says where."""
        said = (None if text and _says_nothing(text) else text for text in map(texts.get, ("job", "company", "tagline")))
        job, company, tagline = said
        if job and _SENTENCES.search(job):
            job, person.bio = None, job
        if job and not company:
            job, company = split_affiliation(job)
        elif company and not job and not tagline and "," in company and opens_with_job(company.partition(",")[0]):
            parts = split_affiliation(company)
            job, company = parts if all(parts) else (None, company)
        elif company and not job and (told := _JOB_BEHIND.fullmatch(company)) and says_job(told[2]):
            company, job = told[1], told[2]
        if job and company and job.casefold().endswith(tuple(f"{sign}{company.casefold()}" for sign in (" at ", " @ ", ", "))):
            job = job[: -len(company)].rstrip(" ,@").removesuffix(" at") or None
        if tagline and not job and tagline != company:
            job, guessed = split_affiliation(tagline)
            company = company or guessed
        person.title, person.company = job or person.title, company or person.company
        for role, text in texts.items():
            if role.startswith("links.") and text:
                add_link(person.links, role.removeprefix("links."), text)

    @staticmethod
    def _links(node: Node) -> dict[str, str]:
        """Links given as records or a list of addresses (`[{"title": "LinkedIn", "url": "..."}]`)."""
        found: dict[str, str] = {}
        for value in node.told("links"):
            items = (
                value
                if isinstance(value, list)
                else [{"type": k, "url": v} for k, v in value.items()]
                if isinstance(value, dict)
                else []
            )
            for item in items[:20]:
                low = {str(k).lower(): v for k, v in item.items()} if isinstance(item, dict) else {"url": item}
                address = next((low[k] for k in ("url", "link", "href", "value", "uri") if isinstance(low.get(k), str)), None)
                label = next(
                    (
                        low[k]
                        for k in ("linktype", "type", "icon", "service", "platform", "site", "title", "name", "label")
                        if isinstance(low.get(k), str)
                    ),
                    "",
                )
                if address:
                    add_link(found, site_of(label, address), address)
        return found


def _share_out(people: list[FoundPerson], node: Node, roles: dict[str, list[str]]) -> None:
    """Give several people of one cell the jobs and companies of the cells beside it, where these hold as many entries."""
    for role, attribute in (("job", "title"), ("company", "company")):
        for key in roles.get(role, ()):
            value = node.value.get(key)
            parts = value if isinstance(value, list) else _PARTS.split(str(value or "").strip())
            if len(parts) == 1 < len(people) and isinstance(parts[0], str) and parts[0].count(",") == len(people) - 1:
                parts = parts[0].split(",")
            parts = [line if (line := line_of(part)) and not _says_nothing(line) else "" for part in parts]
            if len(parts) == len(people):
                for person, part in zip(people, parts, strict=True):
                    setattr(person, attribute, getattr(person, attribute) or part or None)
            if role == "company" and len(parts) == 1 < len(people) < 4 and "," not in parts[0]:
                for person in people:
                    person.company = person.company or parts[0] or None


def _says_nothing(text: str) -> bool:
    """Whether a text stands where a job or a company will come; a host is one who has that job."""
    return is_placeholder(text) and not says_job(text)


def _line(value: Any, role: str) -> str | None:
    """What a field says in one line; of a record that tells of a company, its name (`[{"institution": "Tarn"}]`)."""
    if (text := line_of(value)) or role != "company":
        return text
    inner = next((item for item in value if isinstance(item, dict)), {}) if isinstance(value, list) else value
    keys = inner if isinstance(inner, dict) else {}
    return next((t for key in keys if "company" in roles_in([key], "person") and (t := line_of(inner[key]))), None)


def name_of_slug(text: str) -> list[FoundPerson]:
    """The person whose name was made an id ("ana-berg"), when nothing in the data says who that is."""
    words = words_of_slug(text)
    name = split_honours(" ".join(words).title())[1]
    return [FoundPerson(name, key=text)] if 1 < len(name.split()) < 5 and looks_like_name(name) >= 0.5 else []


def _may_be_handle(text: str) -> bool:
    """Whether a word in small letters may be what somebody goes by ("moss", "r2dee"), rather than a group or an id."""
    return _HANDLE.fullmatch(text) is not None and looks_like_name(text.translate(_NO_DIGITS).capitalize()) > 0


def _worded(text: str) -> bool:
    """Whether a text may name people, rather than being an id of someone not listed."""
    words = text.split()
    if len(words) > 1:
        return True
    return (
        not re.fullmatch(r"[0-9a-fA-F-]{16,}|[\w-]*\d[\w-]*|[a-z]+[_-][a-z_-]+|[\w.-]+:[\w.-]+|[A-Za-z0-9]{16,}", text)
        and text[:1].isalpha()
        and not text.islower()
    )


def _tell_life(person: FoundPerson, bio: str | None) -> None:
    """Give a person a biography, and the job and company that it begins with or says they have, where no field tells them."""
    person.bio = bio
    if bio and not (person.title or person.company):
        with_told_jobs([person], bio.split("\n")[:_MOST_LINES])
        tell_opening(person, [bio])
