"""Sessions and people found in any nested data, whatever its shape, by what its fields are called and what they hold.

Families of records (see `_nodes`) are judged once each: sessions, people, slots that place sessions in time and room, or
something else. Then records are joined by nesting, by id or by name. One mechanism for JSON, YAML, tables and page state.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from scrapers._dates import day_number, find_dates
from scrapers._fields import Meaning, holding, is_vague, meanings, vocabulary, words_of
from scrapers._jobs import says_job
from scrapers._names import looks_like_name
from scrapers._nodes import Node, families_of, nodes_of
from scrapers._plain import line_of
from scrapers._simplify import simplify
from scrapers._stamps import stamp_of
from scrapers._times import clock_head

_SAMPLE = 300
_LEAST_CLOCKS = 3
"""So many titles must begin with a clock before it is cut off."""
_DIGITS = re.compile(r"(?:[01]?\d|2[0-3])[0-5][05]")
_ID = re.compile(r"(?=\D*\d)[\w:.-]{3,60}")
_REFERRING = frozenset(["room", "track", "speakers", "moderators", "hosts", "sessions", "slot", "date"])
"""Roles whose fields may hold the id of another record instead of a value."""


@dataclass(slots=True)
class Family:
    """Records alike: what they are, and which of their fields mean what (best first)."""

    path: str
    nodes: list[Node]
    kind: str = "other"
    fields: dict[str, list[str]] = field(default_factory=dict)
    flat_people: dict[int | None, dict[str, list[str]]] = field(default_factory=dict)
    holds: str | None = None
    """What the array's name promises: sessions, people, crowd, rooms, tracks, days, never or None."""
    hosts_speak: bool = False
    """Whether those who are called hosts or authors are the speakers: nobody else is, or far fewer are."""
    swapped: bool = False
    """Whether names are printed family name first ("Lovelace, Ada")."""

    def has(self, *roles: str) -> bool:
        """Whether any field has one of these roles."""
        return any(role in self.fields for role in roles)


@dataclass(slots=True)
class Records:
    """The families of some data, and its records by id and by the dict they hold."""

    families: list[Family]
    family_of: dict[int, Family]
    node_of: dict[int, Node]
    by_id: dict[str, list[Node]]

    def of_kind(self, kind: str) -> list[Family]:
        """All families of one kind."""
        return [f for f in self.families if f.kind == kind]

    def referred(self, key: Any, *kinds: str) -> Node | None:
        """The record of one of these kinds (of family, or of what its array holds) that a value refers to."""
        for node in self.by_id.get(str(key), ()):
            family = self.family_of[id(node.value)]
            if family.kind in kinds or (
                family.kind == "other" and family.holds in kinds and family.holds in ("rooms", "tracks", "days")
            ):
                return node
        return None


def sort_records(data: Any) -> Records:
    """Find the records in data and decide what each family of them is. Raises ValueError for data too big."""
    nodes = nodes_of(simplify(data))
    families = [Family(path, members) for path, members in families_of(nodes).items()]
    family_of = {id(node.value): family for family in families for node in family.nodes}
    for family in families:
        _spell_clocks(family)
        _cut_clocks(family)
        _judge(family)
    _title_slots(families)
    by_id: dict[str, list[Node]] = {}
    for family in families:
        for node in family.nodes:
            for key in _ids(node, family):
                by_id.setdefault(key, []).append(node)
    for family in families:
        _unname_references(family, by_id)
    return Records(families, family_of, {id(n.value): n for n in nodes}, by_id)


def _unname_references(family: Family, by_id: dict[str, list[Node]]) -> None:
    """Records whose title or name is the id of another record only refer to it."""
    for kind, role, other in (("session", "title", "slot"), ("person", "name", "other")):
        for key in family.fields.get(role, ())[:1] if family.kind == kind else ():
            values = [node.value.get(key) for node in family.nodes[:_SAMPLE]]
            refs = [v for v in values if isinstance(v, str) and _ID.fullmatch(v) and v in by_id]
            if len(refs) * 2 > len(values):
                del family.fields[role]
                family.kind = other


def _is_either(family: Family, roles: dict[str, list[str]]) -> bool:
    """Whether several records name authors or hosts where others name speakers, and none names both."""
    people, hosts = (
        {id(n) for n in family.nodes[:_SAMPLE] for k in roles.get(role, ()) if n.value.get(k)} for role in ("speakers", "hosts")
    )
    return len(hosts) > 1 and bool(people) and not people & hosts


def _ids(node: Node, family: Family) -> list[str]:
    keys = [node.key] if node.key is not None else []
    for name in (*family.fields.get("id", ()), *(family.fields.get("email", ()) if family.kind == "person" else ())):
        value = node.value.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value):
            keys.append(str(value))
    return list(dict.fromkeys(keys))


def _judge(family: Family) -> None:
    """Decide what the records of a family are."""
    first = family.nodes[0]
    family.holds = holding(first.name) if first.name else None
    filled = Counter(key for node in family.nodes[:_SAMPLE] for key, v in node.value.items() if v not in (None, "", [], {}))
    values = {key: [v for n in family.nodes[:_SAMPLE] if (v := n.value.get(key)) not in (None, "", [], {})] for key in filled}
    as_session, flat = _roles(values, "session")
    as_person, _ = _roles(values, "person")
    if not {"start", "time"} & as_session.keys() and (
        moments := [k for k in as_session.get("date", ()) if _are_moments(values[k])]
    ):
        as_session["time"] = moments
    if family.holds == "people" and "title" in as_session and not {"name", "first", "last"} & as_person.keys():
        as_person["name"] = as_session["title"][:1]
        as_person["job"] = [key for key in as_person.get("job", ()) if key not in as_person["name"]]
    lone = not flat and "speakers" not in as_session and family.holds not in ("people", "crowd")
    own = _apart(as_session, as_person, values) if lone else {}
    flat = flat or own
    kind = _kind(family, as_session, as_person, flat) if not own else "session"
    family.kind = kind
    family.fields = as_person if kind == "person" else as_session
    if kind in ("session", "slot"):
        family.flat_people = flat or _beside(values, as_session)
    others = [filled[key] for key in as_session.get("speakers", ())]
    hosts = max((filled[key] for key in as_session.get("hosts", ())), default=0)
    family.hosts_speak = not family.flat_people and (hosts > 2 * max(others, default=0) or _is_either(family, as_session))
    if kind == "person" and (
        names := [v for key in family.fields.get("name", [])[:1] for v in values[key] if isinstance(v, str)]
    ):
        family.swapped = all(v.count(",") == 1 for v in names)


def _apart(
    session: dict[str, list[str]], person: dict[str, list[str]], values: dict[str, list[Any]]
) -> dict[int | None, dict[str, list[str]]]:
    """The fields of the person where each record is somebody's talk: a title that says whose it is ("Title of your talk")."""
    whole = {"first", "last"} <= person.keys()
    own = vocabulary()["subjects"]["session"][:7]
    theirs = {role for key in session.get("title", ())[:1] for role in (m.role for m in meanings(key, "person"))}
    named = (k for k in session.get("title", ()) if (words_of(k)[0] in own and len(words_of(k)) > 1) or (whole and not theirs))
    title = next(named, None)
    names = [key for key in person.get("name", ())[:1] if _holds_names(values[key])]
    if names:
        title = title or next((k for k in session.get("title", ())[:1] if k not in names and not _holds_jobs(values[k])), None)
    taken = {title, *session.get("abstract", ())[:1]}
    roles = {role: [k for k in keys if k not in taken] for role, keys in person.items() if role not in ("id", "url", "links")}
    roles = {role: keys for role, keys in roles.items() if keys and all(isinstance(v, str) for v in values[keys[0]])}
    if title is None or not ("name" in roles or {"first", "last"} <= roles.keys()):
        return {}
    session["title"] = [title, *(key for key in session["title"] if key not in (title, *roles.get("name", ())))]
    return {None: roles}


def _kind(
    family: Family, session: dict[str, list[str]], person: dict[str, list[str]], flat: dict[int | None, dict[str, list[str]]]
) -> str:
    keyed = all(node.key and _has_clock(node.key) for node in family.nodes[:20])
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
    vague = vague and not all(n.parent is not None and _is_time(n.parent.value, "time") for n in family.nodes[:20])
    if titled and family.holds == "sessions" and not vague and not ("first" in person and "last" in person):
        return "session"
    if titled and ("speakers" in session or flat) and not (named and described >= 2):
        return "session"
    if named and described and not timed:
        return "person"
    if titled and "hosts" in session and "abstract" in session:
        return "session"
    if titled and any(_is_time(c.value) for n in family.nodes[:20] for c in n.children):
        return "session"
    return "slot" if timed else "other"


def _is_time(value: dict[str, Any], *also: str) -> bool:
    """Whether a record says when that takes place which it is in or which is in it (`"slot": {"start": ..., "end": ...}`)."""
    roles, _ = _roles({k: [v] for k, v in value.items() if v not in (None, "", [], {})}, "session")
    return any(role in roles for role in ("start", *also)) and "title" not in roles


def _spell_clocks(family: Family) -> None:
    """Put the colon into clocks written as digits ("0930", 1315), where all values of a field of clocks are such."""
    for key in {key for node in family.nodes[:_SAMPLE] for key in node.value}:
        if not any(m.role in ("start", "end", "time") and m.of == "session" for m in meanings(key, "session")[:2]):
            continue
        values = [value for node in family.nodes if (value := node.value.get(key)) not in (None, "")]
        digits = {str(value) for value in values if isinstance(value, str | int) and _DIGITS.fullmatch(str(value))}
        if len(values) > 1 and digits == set(map(str, values)) and not all(1900 <= int(text) <= 2100 for text in digits):
            for node in family.nodes:
                if text := str(node.value.get(key) or ""):
                    node.value[key] = f"{text[:-2]}:{text[-2:]}"


def _cut_clocks(family: Family) -> None:
    """Give records their clocks that stand at the head of their titles ("14:00-14:30 Welcome"), where most do."""
    for key in {key for node in family.nodes[:_SAMPLE] for key in node.value}:
        if not any(m.role == "title" and m.of == "session" for m in meanings(key, "session")[:2]):
            continue
        titled = [(node, text) for node in family.nodes if isinstance(text := node.value.get(key), str) and text.strip()]
        if len(titled) < _LEAST_CLOCKS or not any(text[:1].isdigit() for _, text in titled[:20]):
            continue
        cut = [(node, text, head) for node, text in titled if (head := clock_head(text))]
        if len(cut) >= _LEAST_CLOCKS and len(cut) * 2 > len(titled):
            for node, text, head in cut:
                node.value[key] = text[head:].lstrip(" \t\n-–—:|,.")
                node.value.setdefault("time", text[:head].strip())


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


def _roles(values: dict[str, list[Any]], kind: str) -> tuple[dict[str, list[str]], dict[int | None, dict[str, list[str]]]]:
    """The fields for each role, best first, and those that describe people inside a session's own record, by number."""
    found: dict[str, list[tuple[float, str]]] = {}
    flat: dict[int | None, dict[str, list[tuple[float, str]]]] = {}
    for key, sample in values.items():
        for meaning in meanings(key, kind):
            if meaning.of == "person" and kind == "session":
                if meaning.role != "id" and all(isinstance(v, str | list) for v in sample):
                    flat.setdefault(meaning.number, {}).setdefault(meaning.role, []).append((meaning.rank, key))
            elif (not meaning.is_ref or meaning.role in _REFERRING) and _fits(meaning, sample):
                found.setdefault(meaning.role, []).append((meaning.rank + 0.3 * (meaning.number is not None), key))
    if kind == "session" and len(found.get("title", ())) > 1:
        found["title"] = [(rank + 99 * _holds_jobs(values[key]), key) for rank, key in found["title"]]
    titles = {key for _, key in sorted(found.get("title", ()))[:1]}
    for role in ("track", "room", "kind"):
        found[role] = [option for option in found.get(role, ()) if option[1] not in titles]
    return (
        {role: _best_first(role, options, values) for role, options in found.items() if options},
        {
            n: {r: [k for _, k in sorted(o)] for r, o in roles.items()}
            for n, roles in flat.items()
            if {"name", "first"} & roles.keys()
        },
    )


def _holds_names(sample: list[Any]) -> bool:
    """Whether most values of a field called "Name" are names of people."""
    texts = [value for value in sample[:60] if isinstance(value, str)]
    return len(texts) > 1 and sum(looks_like_name(text) >= 0.3 for text in texts) * 3 >= 2 * len(sample[:60])


def _holds_jobs(sample: list[Any]) -> bool:
    """Whether most values of a field called "Title" are job titles."""
    texts = [value for value in sample[:60] if isinstance(value, str)]
    return bool(texts) and sum(says_job(text) for text in texts) * 2 > len(sample[:60])


def _beside(values: dict[str, list[Any]], session: dict[str, list[str]]) -> dict[int | None, dict[str, list[str]]]:
    """Columns that describe the people of a speaker column ("Speaker; Job title; Company", "Speaker 2 ... Company 2")."""
    names = {key for key in session.get("speakers", ()) if all(isinstance(v, str) for v in values[key])}
    groups: dict[int | None, dict[str, list[str]]] = {}
    for key in sorted(names):
        groups.setdefault(meanings(key, "session")[0].number, {}).setdefault("name", []).append(key)
    taken = {key for role, keys in session.items() if role not in ("speakers", "url", "subtitle") for key in keys[:1]}
    for key, sample in values.items():
        found = [m for m in meanings(key, "person") if m.role != "role"]
        if key in names or not found or not all(isinstance(v, str) for v in sample):
            continue
        group = groups.get(found[0].number)
        described = found[0].role in ("job", "company", "bio", "tagline") or found[0].role.startswith("links.")
        if group is not None and described and (key not in taken or found[0].number is not None):
            group.setdefault(found[0].role, []).append(key)
    return {number: roles for number, roles in groups.items() if len(roles) > 1}


def _best_first(role: str, options: list[tuple[float, str]], values: dict[str, list[Any]]) -> list[str]:
    """Fields of one role by rank; a title must be filled nearly as often as the fullest."""
    most = max(len(values[key]) for _, key in options)
    share = 2 if role in ("title", "name") else 20
    return [key for _, key in sorted(options) if len(values[key]) * share >= most] or [sorted(options)[0][1]]


def _fits(meaning: Meaning, sample: list[Any]) -> bool:
    """Whether values look like what the field's name says."""
    test = _TESTS.get(meaning.role)
    if test is None or not sample:
        return bool(sample)
    good = sum(bool(test(value)) for value in sample[:60])
    return good * 2 >= min(len(sample), 60)


def _is_text(value: Any) -> bool:
    if isinstance(value, dict):
        return len(value) <= 4 and (text := line_of(value)) is not None and not text.isdigit()
    return isinstance(value, str) and len(value) <= 500 and any(c.isalpha() for c in value) and "://" not in value[:8]


def _is_name(value: Any) -> bool:
    return _is_text(value) or (isinstance(value, list) and 1 < len(value) < 4 and all(isinstance(part, str) for part in value))


def _is_line(value: Any) -> bool:
    return isinstance(value, list | dict) or (isinstance(value, str) and len(value) <= 300 and "://" not in value[:8])


def _has_moment(value: Any) -> bool:
    stamp = stamp_of(value, day_first=True)
    return stamp is not None and (stamp.clock is not None or stamp.day is not None)


def _has_clock(value: Any) -> bool:
    stamp = stamp_of(value, day_first=True)
    return stamp is not None and stamp.clock is not None


def _are_moments(sample: list[Any]) -> bool:
    """Whether most values of a field called "Date" state a clock too."""
    return sum(map(_has_clock, sample[:60])) * 2 > len(sample[:60])


def _has_day(value: Any) -> bool:
    if isinstance(value, str) and words_of(value) and not any(c.isdigit() for c in value):
        return False
    stamp = stamp_of(value, day_first=True)
    return (stamp is not None and stamp.day is not None) or (isinstance(value, str) and _dates_without_year(value))


def _dates_without_year(text: str) -> bool:
    return len(text) < 60 and bool(find_dates(text, day_first=True) or day_number(text))


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool) or value in (0, 1)


def _is_prose(value: Any) -> bool:
    return isinstance(value, str | list | dict)


def _is_something(value: Any) -> bool:
    return not isinstance(value, bool | float)


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and ("/" in value or "." in value) and " " not in value.strip()


_TESTS: dict[str, Callable[[Any], bool]] = {
    "title": _is_text, "name": _is_name, "first": _is_text, "last": _is_text,
    "job": _is_line, "company": _is_line, "tagline": _is_line,
    "start": _has_moment, "end": _has_moment, "time": _has_clock, "date": _has_day,
    "duration": lambda v: isinstance(v, int | float | str) and not isinstance(v, bool),
    "break_flag": _is_flag, "social_flag": _is_flag, "dropped": _is_flag,
    "id": lambda v: isinstance(v, str | int) and len(str(v)) <= 200,
    "abstract": _is_prose, "bio": _is_prose, "url": _is_address,
    "speakers": _is_something, "moderators": _is_something, "room": _is_something,
    "slot": lambda v: isinstance(v, str | int) and not isinstance(v, bool),
    "status": lambda v: isinstance(v, str),
}  # fmt: skip
