"""Sessions and people found in any nested data, whatever its shape, by what its fields are called and what they hold.

Families of records (see `nodes.py`) are judged once each: sessions, people, slots that place sessions in time and room, or
something else. Then records are joined by nesting, by id or by name. One mechanism for JSON, YAML, tables and page state.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from scrapers._html.plain import line_of
from scrapers._language.fields import holding, is_vague, roles_in, words_of
from scrapers._language.jobs import says_job, words_say
from scrapers._language.namelike import looks_like_name
from scrapers._people.pieces import known_given
from scrapers._structured.field_shapes import has_clock
from scrapers._structured.headed_texts import cut_numbered, date_below, part_lines, raise_headings
from scrapers._structured.nodes import Family, Node, families_of, nodes_of
from scrapers._structured.record_clocks import cut_clocks, spell_clocks
from scrapers._structured.record_roles import Roles, are_houses, are_moments, people_beside, roles_of, session_roles
from scrapers._structured.simplify import simplify

_SAMPLE = 300
_ID = re.compile(r"(?=\D*\d)[\w:.-]{3,60}")
_SAID_OF_TALKS = frozenset(["end", "room", "kind", "abstract", "duration"])
"""What, beside a title, tells that something in a record of a time takes place then."""
_FEW, _BODY = 2, 0.5
"""Of more names than so few commas tell that they are printed family name first, where no job nor body stands behind one."""
_SPEAKING_ID = re.compile(r"[^\W\d_]")
_LEAST_REFERENCES, _MOST_ALIKE = 2, 20
_REFERRED = ("id", "title", "slot", "room", "track", "speakers", "moderators", "hosts", "sessions", "abstract")
_ROLE_HELD = {"days": "slot", "rooms": "room", "tracks": "track"}
_ROLE_OF = {"slot": "slot", "person": "speakers"}
"""The roles of fields that refer to what an array holds, and to records of a kind."""


@dataclass(slots=True)
class Records:
    """The families of some data, and its records by id and by the dict they hold."""

    families: list[Family]
    node_of: dict[int, Node]
    by_id: dict[str, list[Node]]

    def of_kind(self, kind: str) -> list[Family]:
        """All families of one kind."""
        return [f for f in self.families if f.kind == kind]

    def referred(self, key: Any, *kinds: str) -> Node | None:
        """The record of one of these kinds (of family, or of what its array holds) that a value refers to."""
        for node in self.by_id.get(str(key), ()):
            kind, holds = node.family.kind, node.family.holds
            if kind in kinds or (kind == "other" and holds in kinds and holds in ("rooms", "tracks", "days")):
                return node
        return None


def sort_records(data: Any) -> Records:
    """Find the records in data and decide what each family of them is. Raises ValueError for data too big."""
    nodes = nodes_of(simplify(data))
    families = families_of(nodes)
    for family in families:
        spell_clocks(family.nodes)
        cut_clocks(family.nodes)
        raise_headings(family.nodes)
        part_lines(family.nodes)
        cut_numbered(family.nodes)
        date_below(family.nodes)
        _name_by_keys(family)
        _judge(family)
    _title_slots(families)
    by_id: dict[str, list[Node]] = {}
    for family in families:
        for node in family.nodes:
            for key in _ids(node):
                by_id.setdefault(key, []).append(node)
    for family in families:
        _unname_references(family, by_id)
        if family.kind in ("session", "slot"):
            _refer_by_values(family, by_id)
    return Records(families, {id(n.value): n for n in nodes}, by_id)


def _name_by_keys(family: Family) -> None:
    """Give records about people the names that are the keys of the map they stand in (`{"Ann Archer": {"bio": ...}}`)."""
    keys = [node.key for node in family.nodes if node.key]
    if len(keys) < 2 or sum(looks_like_name(key) >= 0.5 for key in keys) * 3 < 2 * len(family.nodes):
        return
    told = roles_in((key for node in family.nodes[:_SAMPLE] for key in node.value), "person")
    if told & {"bio", "job", "company", "tagline"} and not told & {"name", "first", "last"}:
        for node in family.nodes:
            node.value.setdefault("name", node.key)


def _unname_references(family: Family, by_id: dict[str, list[Node]]) -> None:
    """Records whose title or name is the id of another record only refer to it."""
    for kind, role, other in (("session", "title", "slot"), ("person", "name", "other")):
        for key in family.fields.get(role, ())[:1] if family.kind == kind else ():
            values = [node.value.get(key) for node in family.nodes[:_SAMPLE]]
            refs = [v for v in values if isinstance(v, str) and _ID.fullmatch(v) and v in by_id]
            if len(refs) * 2 > len(values):
                del family.fields[role]
                family.kind = other


def _refer_by_values(family: Family, by_id: dict[str, list[Node]]) -> None:
    """Fields of sessions that hold nothing but ids of slots, days, rooms or people elsewhere, whatever they are called."""
    known = {key for role in _REFERRED for key in family.fields.get(role, ())}
    named = set(family.fields.get("speakers", ())) - set(family.fields.get("moderators", ()))
    sample = family.nodes[:_SAMPLE]
    for key in dict.fromkeys(key for node in sample for key in node.value if key not in known):
        values = [value for node in sample for value in _listed(node.value.get(key)) if value not in ("", None)]
        if len(values) < _LEAST_REFERENCES or not all(isinstance(v, str | int) and str(v) in by_id for v in values):
            continue
        speaking = all(isinstance(value, str) and _SPEAKING_ID.search(value) for value in values)
        others = {id(n.family): n.family for v in values for n in by_id[str(v)][:_MOST_ALIKE]}
        for other in others.values():
            role = _ROLE_OF.get(other.kind) or _ROLE_HELD.get(other.holds or "")
            told = other is not family and role and (speaking or _is_called_alike(key, other.nodes[0].name))
            if told and not (named and role == "speakers"):
                family.fields.setdefault(role or "", []).insert(0, key)


def _is_called_alike(key: str, name: str) -> bool:
    """Whether a field is called like an array, but for the end of its first word ("creneau" and "creneaux")."""
    return bool(words_of(key)) and [w[:4] for w in words_of(key)[:1]] == [w[:4] for w in words_of(name)[:1]]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_either(family: Family, roles: Roles) -> bool:
    """Whether several records name authors or hosts where others name speakers, and none names both."""
    people, hosts = (
        {id(n) for n in family.nodes[:_SAMPLE] for k in roles.get(role, ()) if n.value.get(k)} for role in ("speakers", "hosts")
    )
    return len(hosts) > 1 and bool(people) and not people & hosts


def _ids(node: Node) -> list[str]:
    told = [*node.told("id"), *(node.told("email") if node.family.kind == "person" else ())]
    ids = [str(value) for value in told if isinstance(value, str | int) and not isinstance(value, bool)]
    return list(dict.fromkeys([node.key, *ids] if node.key is not None else ids))


def _judge(family: Family) -> None:
    """Decide what the records of a family are."""
    first = family.nodes[0]
    family.holds = holding(first.name) if first.name else None
    filled = Counter(key for node in family.nodes[:_SAMPLE] for key, v in node.value.items() if v not in (None, "", [], {}))
    values = {key: [v for n in family.nodes[:_SAMPLE] if (v := n.value.get(key)) not in (None, "", [], {})] for key in filled}
    roles = roles_of(values, family.holds)
    as_session, as_person = roles.session, roles.person
    if not {"start", "time"} & as_session.keys() and (
        moments := [k for k in as_session.get("date", ()) if are_moments(values[k])]
    ):
        as_session["time"] = moments
    kind = "session" if roles.own else _kind(family, as_session, as_person, roles.flat)
    family.kind = kind
    family.fields = as_person if kind == "person" else as_session
    if kind in ("session", "slot"):
        family.flat_people = roles.flat if roles.own else people_beside(values, as_session, roles.flat)
        family.topics, family.rare = roles.topics, roles.rare
        main = as_session.get("title", ())[:1]
        family.instead = [
            key for key in roles.titles if not any(n.value.get(key) and n.value.get(k) for n in family.nodes for k in main)
        ]
        if roles.topics:
            titles = Counter(str(node.value.get(key)) for key in as_session.get("title", ())[:1] for node in family.nodes)
            family.labels = {title for title, count in titles.items() if count > 1}
    others = [filled[key] for key in as_session.get("speakers", ())]
    if houses := [key for key in as_session.get("hosts", ()) if are_houses(key, values[key])]:
        as_session["hosts"] = [key for key in as_session["hosts"] if key not in houses]
    hosts = max((filled[key] for key in as_session.get("hosts", ())), default=0)
    family.hosts_speak = not family.flat_people and (hosts > 2 * max(others, default=0) or _is_either(family, as_session))
    if kind == "person" and (
        names := [v for key in family.fields.get("name", [])[:1] for v in values[key] if isinstance(v, str)]
    ):
        behind = [v.partition(",")[2] for v in names if v.count(",") == 1]
        told = len(names) > _FEW or any(known_given(text) > 0 for text in behind)
        family.swapped = told and len(behind) == len(names) and not any(says_job(t) or words_say(t)[1] > _BODY for t in behind)


def _kind(family: Family, session: Roles, person: Roles, flat: dict[int | None, Roles]) -> str:
    keyed = all(node.key and has_clock(node.key) for node in family.nodes[:20])
    timed = "start" in session or "time" in session or keyed
    titled = "title" in session
    named = "name" in person or ("first" in person and "last" in person)
    described = sum(role in person for role in ("job", "company", "tagline", "bio", "first")) + any(
        r.startswith("links") for r in person
    )
    around = [n.name for n in family.nodes[0].up()]
    if family.holds == "never" or (any(holding(n) == "never" for n in around if n) and not (timed and titled)):
        return "other"
    if family.holds == "people" and named:
        return "person"
    if titled and timed:
        return "session"
    if family.holds in ("rooms", "tracks", "days") and not (titled and (keyed or "speakers" in session)):
        return "slot" if timed else "other"
    if family.holds == "crowd" and named:
        return "person"
    vague = is_vague(family.nodes[0].name) and not {"speakers", "abstract", "duration"} & session.keys() and not flat
    placed = all(n.parent is not None and _is_time(n.parent.value, "time") for n in family.nodes[:20])
    vague = vague and not placed
    if titled and family.holds == "sessions" and not vague and not ("first" in person and "last" in person):
        return "session"
    personal = named and described >= 2 and not placed
    if titled and ("speakers" in session or flat) and (not personal or _tells_talks(family, session)):
        return "session"
    if named and described and not timed:
        return "person"
    if titled and "hosts" in session and "abstract" in session:
        return "session"
    if titled and any(_is_time(c.value) for n in family.nodes[:20] for c in n.children):
        return "session"
    if titled and placed and family.holds is None and _SAID_OF_TALKS & session.keys():
        return "session"
    return "slot" if timed else "other"


def _tells_talks(family: Family, session: Roles) -> bool:
    """Whether records that describe people are talks all the same: abstracts, and titles of several words, say so."""
    titles = [str(node.value.get(session["title"][0]) or "") for node in family.nodes[:_SAMPLE]]
    wordy = sum(len(title.split()) > 3 for title in titles) * 2 > len(titles)
    return "abstract" in session and wordy and sum(map(says_job, titles)) * 2 <= len(titles)


def _is_time(value: dict[str, Any], *also: str) -> bool:
    """Whether a record says when that takes place which it is in or which is in it (`"slot": {"start": ..., "end": ...}`)."""
    roles = session_roles(value)
    return any(role in roles for role in ("start", *also)) and "title" not in roles


def _title_slots(families: list[Family]) -> None:
    """Records with a time and a short text are sessions, where no record anywhere has a title ("content", "text")."""
    for family in families:
        outside = [f for f in families if f.kind == "session" and not f.path.startswith(family.path)]
        if family.kind != "slot" or outside or "title" in family.fields or not {"start", "time", "date"} & family.fields.keys():
            continue
        for key in family.fields.get("abstract", ())[:1]:
            texts = [text for node in family.nodes[:_SAMPLE] if (text := line_of(node.value.get(key)))]
            if len(texts) > 1 and all(len(text) < 160 for text in texts):
                family.fields["title"], family.kind = [key], "session"
