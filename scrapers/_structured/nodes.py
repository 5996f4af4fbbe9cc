"""Nested data as a flat list of records that know where they stand, and families of records alike.

A record stands in an array or in a map of a certain name; records at the same place of the nesting are a family and are
read the same way. Maps with ids, dates or names for keys (`{"2026-03-03": [...]}`, `{"abc123": {...}}`) count as arrays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from scrapers._html.plain import line_of, text_of
from scrapers._language.fields import holding, meanings, words_of
from scrapers._language.stamps import is_moment
from scrapers._structured.record_roles import Roles

_ODD_KEY = re.compile(r"\d+|.*\d.*\d.*|[0-9a-fA-F-]{16,}|[A-Za-z]+:.+|-[\w-]{10,}")

_NUMBERED = re.compile(r"[^\W\d]{1,20}(?: [^\W\d]{1,20}){0,2} ?\d{1,3}[a-z]?|[A-Z]")
"""Labels such as "Oral Session 3", "Talk 12a", "B"."""


@dataclass(slots=True, eq=False)
class Family:
    """Records alike: what they are, and which of their fields mean what (best first)."""

    path: str
    nodes: list[Node]
    kind: str = "other"
    fields: Roles = field(default_factory=dict)
    flat_people: dict[int | None, Roles] = field(default_factory=dict)
    holds: str | None = None
    """What the array's name promises: sessions, people, crowd, rooms, tracks, days, never or None."""
    hosts_speak: bool = False
    """Whether those who are called hosts or authors are the speakers: nobody else is, or far fewer are."""
    topics: list[str] = field(default_factory=list)
    """Further titles, which tell what is behind a label ("Session 1")."""
    rare: Sequence[str] = ()
    """Fields called titles that only some records fill, whose other one may then say no more than the kind."""
    swapped: bool = False
    """Whether names are printed family name first ("Lovelace, Ada")."""

    instead: list[str] = field(default_factory=list)
    """Fields of titles that are filled only where the title is not."""
    labels: Set[str] = frozenset()
    """Titles that several records bear."""

    def is_label(self, title: str) -> bool:
        """Whether a title only labels a session: several are called so, or it ends in a number."""
        return title in self.labels or _NUMBERED.fullmatch(title) is not None

    def has(self, *roles: str) -> bool:
        """Whether any field has one of these roles."""
        return any(role in self.fields for role in roles)


@dataclass(slots=True, eq=False)
class Node:
    """One record, or one entry of a map (`is_entry`: it holds nothing itself but stands around what is under `key`).

    `name` is the name of the array, map or field it stands in; `path` that of its family; `index` its place in an array.
    """

    value: dict[str, Any]
    name: str
    path: str
    parent: Node | None = None
    key: str | None = None
    index: int | None = None
    is_entry: bool = False
    children: list[Node] = field(default_factory=list)
    family: Family = field(default_factory=lambda: Family("", []))
    """The records alike; an empty one of entries of maps."""

    def told(self, role: str) -> list[Any]:
        """The values of the fields of a role that say anything, best field first."""
        values = (self.value.get(key) for key in self.family.fields.get(role, ()))
        return [value for value in values if value not in (None, "", [], {})]

    def line(self, role: str) -> str | None:
        """What the best field of a role says in one line."""
        return next(filter(None, map(line_of, self.told(role))), None)

    def text(self, role: str) -> str | None:
        """What the best field of a role says, in its lines."""
        return next(filter(None, map(text_of, self.told(role))), None)

    def url(self) -> str | None:
        """The web address a record gives of itself."""
        return next((v.strip() for v in self.told("url") if isinstance(v, str) and v.startswith(("http://", "https://"))), None)

    def up(self) -> Iterator[Node]:
        """The records around this one, nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


def nodes_of(data: Any) -> list[Node]:
    """Every record in simplified data, in document order."""
    found: list[Node] = []
    stack: list[tuple[Any, str, str, Node | None, str | None, int | None]] = [(data, "", "", None, None, None)]
    while stack:
        value, name, path, parent, key, index = stack.pop()
        below: list[tuple[Any, str, str, Node | None, str | None, int | None]] = []
        if isinstance(value, list):
            if key is not None:
                parent = Node({}, name, path, parent, key, is_entry=True)
                found.append(parent)
            below = [
                (v, *_typed(v, name, path + "[]"), parent, None, i) for i, v in enumerate(value) if isinstance(v, dict | list)
            ]
        elif is_moment(value):
            continue
        elif isinstance(value, dict) and is_map(value, name):
            if key is not None:
                parent = Node({}, name, path, parent, key, is_entry=True)
                found.append(parent)
            below = [
                (v, *_typed(v, name, path + "{}"), parent, k, None) for k, v in value.items() if isinstance(v, dict | list)
            ]
        elif isinstance(value, dict):
            node = Node(value, name, path, parent, key, index)
            if parent is not None:
                parent.children.append(node)
            found.append(node)
            below = [(v, k, f"{path}.{k}", node, None, None) for k, v in value.items() if isinstance(v, dict | list)]
        stack.extend(reversed(below))
    return found


def _typed(value: Any, name: str, path: str) -> tuple[str, str]:
    """Name and family of a member of an array or map; members that state a type are of a family of that type."""
    kind = value.get("__typename") if isinstance(value, dict) else None
    return (kind, f"{path}<{kind}>") if isinstance(kind, str) and kind else (name, path)


def is_map(value: dict[str, Any], name: str) -> bool:
    """Whether a record is rather a map: its keys are ids, dates or names, its values records or arrays of one kind."""
    items = list(value.values())
    if not items or not all(isinstance(v, dict | list) for v in items):
        return False
    if len(items) > 1 and sum(isinstance(v, dict) and "__typename" in v for v in items) * 2 > len(items):
        return True
    keys = list(value)[:200]
    if sum(bool(_ODD_KEY.fullmatch(k)) for k in keys) * 5 >= 4 * len(keys):
        return True
    sample = items[:50]
    kinds = {type(v) for v in sample}
    if len(kinds) > 1:
        return False
    if holding(name) in ("rooms", "days", "tracks"):
        return True
    if sum(bool(_is_field(k)) for k in keys) * 2 >= len(keys):
        return False
    records = [v for v in sample if isinstance(v, dict)] or [
        v[0] for v in sample if isinstance(v, list) and v and isinstance(v[0], dict)
    ]
    if len(records) < 2:
        return False
    first, fully = set(records[0]), holding(name) != "people"  # records of people are often filled in part
    alike = (2 * len(first & set(r)) >= (len(first | set(r)) if fully else min(len(first), len(r))) for r in records)
    return sum(alike) * 3 >= 2 * len(records)


def _is_field(key: str) -> bool:
    if len(words_of(key)) == 1 and holding(key):
        return True
    return any(m.rank < 12 for kind in ("session", "person") for m in meanings(key, kind)[:1])


def families_of(nodes: list[Node]) -> list[Family]:
    """The families of records, in the order of their first ones; map entries belong to none."""
    families: dict[str, Family] = {}
    for node in nodes:
        if not node.is_entry:
            node.family = families.setdefault(node.path, Family(node.path, []))
            node.family.nodes.append(node)
    return list(families.values())
