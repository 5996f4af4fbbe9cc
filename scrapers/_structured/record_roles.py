"""Which field of a family of records has which role: what all its fields are called and hold, weighed together."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scrapers._found import fold
from scrapers._html.plain import line_of
from scrapers._language.dates import find_dates
from scrapers._language.days import day_number
from scrapers._language.fields import AS_LABEL, Meaning, label_meaning, meanings, plural_meaning, roles_in, vocabulary, words_of
from scrapers._language.jobs import says_job
from scrapers._language.namelike import looks_like_name
from scrapers._language.stamps import stamp_of
from scrapers._people.names import split_people
from scrapers._structured.field_shapes import Shapes, Values, are_plain, has_clock, is_text, says_whether

Roles = dict[str, list[str]]
"""The fields of each role, best first."""
_NAME = 0.6
_OFTEN = 4
"""So often the same host has a session at least when it is the house."""
_AUTHORS = ("author", "autor", "auteur")
_FEW = 2
_APART = 3
"""Of so many names fewer than one may hold the other part of a name, where that stands in a field of its own."""
_RARE = 50
"""From this place on in the list of names for titles, what the texts look like tells more than the name."""
_LINE = 14
"""So many words on average are a line about a person, no biography."""
_REFERRING = frozenset(["room", "track", "speakers", "moderators", "hosts", "sessions", "slot", "date"])
"""Roles whose fields may hold the id of another record instead of a value."""


@dataclass(frozen=True, slots=True)
class FieldRoles:
    """What the fields of a family are, taken as sessions and as people; `flat` are people described in a session's record.

    `titles` are the fields that may hold titles but the first, `topics` those that say what is behind a label like "Session 1",
    `rare` those called titles before the first that few records fill; `own` says that each record is somebody's talk, whose
    name it bears.
    """

    session: Roles
    person: Roles
    flat: dict[int | None, Roles]
    topics: list[str]
    titles: list[str]
    own: bool = False
    rare: Sequence[str] = ()


def roles_of(values: Values, holds: str | None) -> FieldRoles:
    """Decide the roles of all fields at once: one title, other names beside it, and what unknown fields hold by their looks."""
    session, flat = _by_names(values, "session")
    person, _ = _by_names(values, "person")
    shapes = Shapes(values)
    titles = [key for _, key in session.get("title", ())]
    owned = [option for option in session.get("title", ()) if not shapes.is_beside_person(option[1], titles)]
    ranked = sorted(owned, key=lambda option: min(option[0], _RARE) + shapes.title_cost(option[1], titles))
    roles = {role: _best_first(role, options, values) for role, options in session.items() if options and role != "title"}
    if ranked:
        roles["title"] = _best_first("title", ranked, values)
    described = _with_parted_names(
        {role: _best_first(role, options, values) for role, options in person.items() if options}, values
    )
    flat = {number: _with_parted_names(group, values) for number, group in flat.items()}
    named = {"name", "first", "last"} & described.keys()
    if lines := [
        key
        for key in described.get("bio", ())
        if named and shapes.of(key).words <= _LINE and shapes.of(key).jobs > 0.5 and not shapes.are_sentences(key)
    ]:
        described["bio"] = [key for key in described["bio"] if key not in lines]
        described["tagline"] = [*described.get("tagline", ()), *lines]
        roles["abstract"] = [key for key in roles.get("abstract", ()) if key not in lines]
    _fill_vacancies(roles, described, values, shapes, bool(flat))
    if also := [key for key in roles.get("speakers", ()) if key not in roles.get("moderators", ())]:
        roles["speakers"] = also
    for role in ("track", "room", "kind"):
        roles[role] = [key for key in roles.get(role, ()) if key not in roles.get("title", ())[:1]]
    topics = [key for _, key in ranked if key not in roles.get("title", ())[:1] and shapes.is_topic(key)]
    rare = [key for _, key in itertools.takewhile(lambda option: option[1] not in roles.get("title", ())[:1], ranked)]
    roles["track"] = [key for key in roles["track"] if key not in topics]
    roles = {role: keys for role, keys in roles.items() if keys}
    if holds == "people" and "title" in roles and not {"name", "first", "last"} & described.keys():
        described["name"] = roles["title"][:1]
        described["job"] = [key for key in described.get("job", ()) if key not in described["name"]]
    own = not flat and "speakers" not in roles and holds not in ("people", "crowd")
    whose = _whose_talk(roles, described, values, shapes) if own else {}
    if "speakers" in roles and "title" in roles and shapes.of(roles["title"][0]).jobs < 0.25:  # "Title" is no job title here
        described["job"] = [key for key in described.get("job", ()) if key != roles["title"][0]]
    if named and "sessions" not in described and not {"start", "time", "speakers"} & roles.keys():
        taken = set(itertools.chain(*described.values()))
        described |= {"sessions": [k for _, k in ranked if k not in taken and shapes.are_own_titles(k)][:1]}
    described = {role: keys for role, keys in described.items() if keys}
    further = [key for _, key in ranked if key not in roles.get("title", ())[:1] and shapes.of(key).names < 0.4]
    return FieldRoles(roles, described, flat or whose, topics, further, bool(whose), rare)


def _with_parted_names(roles: Roles, values: Values) -> Roles:
    """The roles with a name that is only the rest of one ("Name; Surname", "Name; Vorname") taken for what it is."""
    for part, rest in (("last", "first"), ("first", "last")):
        if "name" not in roles or part not in roles or rest in roles:
            continue
        known = {word for value in values[roles[part][0]] if isinstance(value, str) for word in fold(value).split()}
        names = [fold(value).split() for value in values[roles["name"][0]] if isinstance(value, str)]
        if names and sum(not known.isdisjoint(words) for words in names) * _APART < len(names):
            roles = {rest if role == "name" else role: keys for role, keys in roles.items()}
    return roles


def session_roles(value: Mapping[str, Any]) -> Roles:
    """The roles of one record's fields, by their names and values."""
    found, _ = _by_names({k: [v] for k, v in value.items() if v not in (None, "", [], {})}, "session")
    return {role: [key for _, key in options] for role, options in found.items() if options}


def _fill_vacancies(roles: Roles, person: Roles, values: Values, shapes: Shapes, has_flat: bool) -> None:
    """Give roles that no known field has to fields nobody knows, where their values look it all through."""
    unknown = [key for key in values if not meanings(key, "session") and not meanings(key, "person")]
    _fill_times(roles, [key for key in unknown if len(values[key]) > _FEW], shapes)
    if roles.get("date") and not any(map(shapes.are_days, roles["date"])):
        roles["date"] += [key for key in unknown if shapes.are_days(key) and shapes.of(key).distinct == 1]
    if not roles.get("title") and {"start", "time", "speakers", "moderators"} & roles.keys() | {"room"} & roles.keys():
        texts = [key for key in unknown if shapes.are_texts(key)]
        if texts:
            roles["title"] = [max(texts, key=lambda key: len(values[key]))]
    if not roles.get("title"):
        return
    if not {"start", "time"} & roles.keys():
        clocks = [key for key in unknown if shapes.are_clocks(key)]
        roles.update(
            {role: [key] for role, key in zip(("time",) if len(clocks) == 1 else ("start", "end"), clocks, strict=False)}
        )
    if not has_flat and not {"speakers", "moderators"} & roles.keys() and not person.get("name"):
        people = [key for key in unknown if key not in roles["title"] and shapes.are_names(key)]
        if people:
            roles["speakers"] = [min(people, key=lambda key: any(isinstance(value, list) for value in values[key]))]


def _fill_times(roles: Roles, unknown: list[str], shapes: Shapes) -> None:
    """Give clocks and days to records that no field's name tells of, where one field looks like each, and one like people."""
    if not {"start", "time"} & roles.keys() and len(moments := [key for key in unknown if shapes.are_starts(key)]) == 1:
        roles["time"] = moments
    if {"start", "time", "title"} & roles.keys():
        return
    clocks, days = [key for key in unknown if shapes.are_clocks(key)], [key for key in unknown if shapes.are_days(key)]
    if len(clocks) == 1 and any(map(shapes.are_names, unknown)) and any(map(shapes.are_texts, unknown)):
        roles.update({"time": clocks, **({"date": days} if len(days) == 1 else {})})


def _whose_talk(session: Roles, person: Roles, values: Values, shapes: Shapes) -> dict[int | None, Roles]:
    """The fields of the person where each record is somebody's talk: a title that says whose it is ("Title of your talk")."""
    own = vocabulary()["subjects"]["session"][:7]
    theirs = {
        role
        for key in session.get("title", ())[:1]
        for role in (m.role for m in meanings(key, "person") if m.role != "sessions")
    }
    whole = {"first", "last"} <= person.keys()
    named = (k for k in session.get("title", ()) if (words_of(k)[0] in own and len(words_of(k)) > 1) or (whole and not theirs))
    title = next(named, None)
    names = [key for key in person.get("name", ())[:1] if any(shapes.may_name(key, k) for k in session.get("title", ())[:1])]
    if names:
        title = title or next((k for k in session.get("title", ())[:1] if k not in names and shapes.of(k).jobs <= 0.5), None)
    taken = {title, *session.get("abstract", ())[:1]}
    roles = {role: [k for k in keys if k not in taken] for role, keys in person.items() if role not in ("id", "url", "links")}
    roles = {role: keys for role, keys in roles.items() if keys and all(isinstance(v, str) for v in values[keys[0]])}
    if title is None or not ("name" in roles or {"first", "last"} <= roles.keys()):
        return {}
    session["title"] = [title, *(key for key in session["title"] if key not in (title, *roles.get("name", ())))]
    return {None: roles}


Options = dict[str, list[tuple[float, str]]]


def _by_names(values: Values, kind: str) -> tuple[Options, dict[int | None, Roles]]:
    """The fields that may have each role, with how sure (0 is best), and those about people inside a session, by number."""
    found: Options = {}
    flat: dict[int | None, Options] = {}
    for key, sample in values.items():
        for meaning in meanings(key, kind) or (label_meaning(key) if kind == "session" else plural_meaning(key)):
            if meaning.of == "person" and kind == "session":
                if meaning.role != "id" and all(isinstance(v, str | list) for v in sample):
                    flat.setdefault(meaning.number, {}).setdefault(meaning.role, []).append((meaning.rank, key))
            elif (not meaning.is_ref or meaning.role in _REFERRING) and _fits(meaning, sample):
                found.setdefault(meaning.role, []).append((meaning.rank + 0.3 * (meaning.number is not None), key))
    sorted_flat = {
        n: {r: [k for _, k in sorted(o)] for r, o in roles.items()}
        for n, roles in flat.items()
        if {"name", "first"} & roles.keys()
    }
    return {role: sorted(options, key=lambda option: option[0]) for role, options in found.items()}, sorted_flat


def people_beside(values: Values, session: Roles, told: dict[int | None, Roles]) -> dict[int | None, Roles]:
    """Columns that describe the people of others, speakers and chairs ("Speaker 2 ... Company 2"), and those `told` already.

    Chairs are counted downwards from -1, so that "Chair 1" is nobody's "Speaker 1".
    """
    groups: dict[int | None, Roles] = {n: {role: [*keys] for role, keys in roles.items()} for n, roles in told.items()}
    known = {key for roles in told.values() for keys in roles.values() for key in keys}
    names = {key for role in ("speakers", "moderators") for key in session.get(role, ()) if are_plain(values[key])} - known
    for key in sorted(names):
        if (whose := _whose(key, "session")) not in told:
            groups.setdefault(whose, {}).setdefault("name", []).append(key)
    taken = {key for role, keys in session.items() if role not in ("speakers", "url", "subtitle") for key in keys[:1]}
    for key, sample in values.items():
        found = [m for m in meanings(key, "person") or plural_meaning(key) if m.role != "role"]
        if key in names | known or not found or not are_plain(sample):
            continue
        if key in session.get("title", ()) and 2 * sum(isinstance(v, str) and says_job(v) for v in sample) <= len(sample):
            continue  # a title in another language
        group = groups.get(_whose(key, "person"))
        described = found[0].role in ("job", "company", "bio", "tagline") or found[0].role.startswith("links.")
        if group is not None and described and (key not in taken or found[0].number is not None):
            group.setdefault(found[0].role, []).append(key)
    return {number: roles for number, roles in groups.items() if len(roles) > 1 or number in told}


def _whose(key: str, kind: str) -> int | None:
    """The number of the person whom a field names or describes."""
    number = next((m.number for m in meanings(key, kind)), None)
    return -1 - (number or 0) if "moderators" in roles_in(words_of(key)[:1]) else number


def _best_first(role: str, options: list[tuple[float, str]], values: Values) -> list[str]:
    """Fields of one role, best first; a title or name must be filled nearly as often as the fullest."""
    most = max((len(values[key]) for _, key in options), default=0)
    share = 2 if role in ("title", "name") else 20
    return [key for _, key in options if len(values[key]) * share >= most] or [key for _, key in options[:1]]


def _fits(meaning: Meaning, sample: list[Any]) -> bool:
    """Whether values look like what the field's name says."""
    test = _may_be_people if meaning.rank == AS_LABEL else _TESTS.get(meaning.role)
    if test is None or not sample:
        return bool(sample)
    good = sum(bool(test(value)) for value in sample[:60])
    return good * 2 >= min(len(sample), 60)


def _is_name(value: Any) -> bool:
    return is_text(value) or (isinstance(value, list) and 1 < len(value) < 4 and all(isinstance(part, str) for part in value))


def _may_be_people(value: Any) -> bool:
    """Whether a value begins with a name, or holds records some field of which is called like one of a person's."""
    if isinstance(value, list):
        return bool(value) and all(map(_may_be_people, value[:5]))
    if isinstance(value, dict):
        return bool(roles_in(value, "person") & {"name", "first", "last"})
    return isinstance(value, str) and any(looks_like_name(p.name) >= _NAME for p in split_people(value[:300])[:1])


def _is_line(value: Any) -> bool:
    return isinstance(value, list | dict) or (isinstance(value, str) and len(value) <= 300 and "://" not in value[:8])


def _has_moment(value: Any) -> bool:
    stamp = stamp_of(value, day_first=True)
    return stamp is not None and (stamp.clock is not None or stamp.day is not None)


def are_moments(sample: list[Any]) -> bool:
    """Whether most values of a field called "Date" state a clock too, not midnight all of them."""
    clocks = [stamp.clock for value in sample[:60] if (stamp := stamp_of(value, day_first=True)) and stamp.clock is not None]
    return len(clocks) * 2 > len(sample[:60]) and any(clocks)


def are_houses(key: str, sample: list[Any]) -> bool:
    """Whether the hosts of sessions are the house that holds them and companies, rather than people: few, or not called so."""
    named = [line_of(value) for value in sample]
    if len(named) >= _OFTEN and named[0] and len(set(named)) == 1:
        return True  # who published all entries of a feed
    texts = [value for value in sample if isinstance(value, str)] if not names_authors(key) else []
    people = sum(any(looks_like_name(p.name) >= _NAME for p in split_people(text)[:1]) for text in texts)
    return bool(texts) and (len(set(texts)) * _OFTEN < len(texts) or people * 2 < len(texts))


def names_authors(key: str) -> bool:
    """Whether a field is called after authors, who are people; hosts may be houses."""
    return any(word.startswith(_AUTHORS) for word in words_of(key))


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
    return not isinstance(value, bool | float) and not says_whether(value)


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and ("/" in value or "." in value) and " " not in value.strip()


_TESTS: dict[str, Callable[[Any], bool]] = {
    "title": is_text, "name": _is_name, "first": is_text, "last": is_text,
    "job": _is_line, "company": _is_line, "tagline": _is_line,
    "start": _has_moment, "end": _has_moment, "time": has_clock, "date": _has_day,
    "duration": lambda v: isinstance(v, int | float | str) and not isinstance(v, bool),
    "break_flag": _is_flag, "dropped": _is_flag,
    "id": lambda v: isinstance(v, str | int) and len(str(v)) <= 200,
    "abstract": _is_prose, "bio": _is_prose, "url": _is_address,
    "speakers": _is_something, "moderators": _is_something, "room": _is_something,
    "slot": lambda v: isinstance(v, str | int) and not isinstance(v, bool),
    "status": lambda v: isinstance(v, str),
}  # fmt: skip
