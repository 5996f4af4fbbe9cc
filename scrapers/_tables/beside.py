"""Sessions that stand side by side in one record, each in fields that begin or end alike ("Talk 1 Title", "beach_time").

Rows of tables and records of data say so alike: what is called by no session belongs to all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from scrapers._language.fields import LANGUAGES, holding, meanings, roles_in, vocabulary, words_of

_TOKENS = re.compile(r"[\s_.:/–-]+|(?<=[a-zà-ÿ])(?=[A-Z])|(?<=[^\W\d])(?=\d)")
_FEWEST, _MOST = 4, 200
"""So many fields at least, and at most, does such a record have."""
_MOST_WORDS, _SHORT_NAME = 7, 2
_WHEN = frozenset(["start", "time"])
_BESIDE = frozenset(["start", "time", "end", "duration", "room", "kind", "abstract", "speakers", "moderators", "hosts"])
"""What else a session's fields say, beside its title."""
_PLACES = frozenset(["room", "track"])
_OF_A_PERSON = frozenset(["name", "first", "last", "company", "email"])
_OF_THE_SITE = frozenset(
    ["og", "meta", "seo", "twitter", "page", "site", "form", "image", "photo", "video", "link", "button", "ticket"]
)


@dataclass(frozen=True, slots=True)
class Beside:
    """The fields of one of several sessions in a record: by their names, what each is called within it."""

    label: str
    kind: str | None
    fields: Mapping[str, str]


def beside_in(names: Iterable[Any]) -> tuple[Beside, ...]:
    """The sessions that fields of these names tell side by side; none where they tell of one."""
    names = tuple(dict.fromkeys(name for name in names if isinstance(name, str) and name))
    return _found(names) if _FEWEST <= len(names) <= _MOST else ()


def parted(record: dict[str, Any], sessions: Sequence[Beside]) -> dict[str, Any]:
    """The record with sessions that stood side by side in it as records of their own, those without a title left out."""
    if not sessions:
        return record
    taken = {name for session in sessions for name in session.fields}
    held = []
    for session in sessions:
        fields = {field: record[name] for name, field in session.fields.items() if record.get(name) not in (None, "")}
        if any(_says(field, "title") for field in fields):
            held.append(({session.kind: session.label} if session.kind else {}) | fields)
    return {**{key: item for key, item in record.items() if key not in taken}, "talks": held}


@cache
def _found(names: tuple[str, ...]) -> tuple[Beside, ...]:
    cut = [(name, tokens) for name in names if 0 < len(tokens := _tokens(name)) <= _MOST_WORDS]
    options = [_grouped(cut, names, ends=ends) for ends in (False, True)]
    return max(options, key=lambda found: sum(len(session.fields) for session in found))


def _tokens(name: str) -> tuple[str, ...]:
    return tuple(token for token in _TOKENS.split(name[:80]) if token)


def _grouped(cut: list[tuple[str, tuple[str, ...]]], names: tuple[str, ...], *, ends: bool) -> tuple[Beside, ...]:
    """The sessions by what their fields begin with, or end with, that take in most fields."""
    groups: dict[str, dict[str, str]] = {}
    labels: dict[str, str] = {}
    for name, tokens in cut:
        for at in range(0 if ends else 1, len(tokens) if ends else len(tokens) + 1):
            stem, rest = (tokens[at:], tokens[:at]) if ends else (tokens[:at], tokens[at:])
            key = " ".join(word for token in stem for word in words_of(token))
            if key and (rest or not ends) and _may_head(key, ends=ends):
                groups.setdefault(key, {})[name] = " ".join(rest)
                labels.setdefault(key, " ".join(stem))
    best: tuple[Beside, ...] = ()
    for title in dict.fromkeys(field for fields in groups.values() for field in fields.values() if _says(field, "title")):
        found = {stem: fields for stem, fields in groups.items() if title in fields.values() and len(fields) > 1}
        counted = {stem: fields for stem, fields in found.items() if _is_counted(stem)}
        if found := _proven(found, title, names) or _proven(counted, title, names):
            sessions = tuple(Beside(labels[s], _kind(s), {n: f or "title" for n, f in found[s].items()}) for s in found)
            best = max(best, sessions, key=lambda them: sum(len(session.fields) for session in them))
    return best


def _proven(found: dict[str, dict[str, str]], title: str, names: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """The groups that are sessions side by side: they share what else sessions have, none is what others are part of."""
    told = {
        stem: {r for f in fields.values() if f for r in roles_in([f]) | _role_of_person(f)} for stem, fields in found.items()
    }
    found = {stem: fields for stem, fields in found.items() if told[stem] & _BESIDE and not told[stem] & _OF_A_PERSON}
    found = {stem: f for stem, f in found.items() if not any(o != stem and f"{stem} ".startswith(f"{o} ") for o in found)}
    strong = [stem for stem in found if _is_counted(stem) or not roles_in([stem]) & _PLACES]
    shared = set.intersection(*(told[stem] & _BESIDE for stem in found)) if found else set()
    if len(strong) < 2 or not shared:
        return {}
    taken = {name for fields in found.values() for name in fields}
    others = {m.role for name in names if name not in taken for m in meanings(name, "session")}
    counted = all(_is_counted(stem) for stem in found)
    own = all(_base(stem) and _names_session(_base(stem)) for stem in found)
    if not (title or shared & (_WHEN if not (counted and own) else _BESIDE)):
        return {}
    if not (counted and own) and not ((others | shared) & _WHEN and "title" not in others and "speakers" not in others):
        return {}
    if not counted and not shared & _WHEN and any(_is_session(_base(stem)) for stem in found):
        return {}
    return found


def _role_of_person(field: str) -> set[str]:
    """What a field says of a person that it says of no session."""
    return {m.role for m in meanings(field, "person")[:1]} & _OF_A_PERSON if not meanings(field, "session") else set()


def _may_head(stem: str, *, ends: bool) -> bool:
    """Whether fields that begin or end so may be those of one of several sessions, and not of a person, a place, a language."""
    base = _base(stem)
    words = set(base.split())
    if stem in LANGUAGES or words & _OF_THE_SITE or (not base and not ends):
        return False
    if words & {*vocabulary()["subjects"]["person"], *vocabulary()["subjects"]["offstage"]}:
        return False
    if _is_counted(stem) and len(base) <= _SHORT_NAME:
        return True
    return _is_session(base) or _is_place(base) or not (meanings(base, "session") or meanings(base, "person"))


def _is_place(base: str) -> bool:
    """Whether what fields begin with is a word for rooms or tracks ("Strand", which is a beach as well)."""
    return bool(roles_in([base]) & _PLACES) or holding(base) in ("rooms", "tracks")


def _names_session(base: str) -> bool:
    """Whether what is counted is a session, or so short that it only says whose number follows ("p1_title")."""
    return _is_session(base) or len(base) <= _SHORT_NAME


def _is_session(base: str) -> bool:
    return _says(base, "title") or holding(base) == "sessions"


def _says(field: str, role: str) -> bool:
    """Whether a field's name, or the lack of one, says a role best."""
    return not field or role in roles_in([field])


def _base(stem: str) -> str:
    """What is counted, without the number or letter that counts it."""
    words = [word for word in stem.split() if not word.isdigit()]
    return " ".join(word for word in words if len(words) == 1 or len(word) > 1 or not word.isascii())


def _is_counted(stem: str) -> bool:
    return _base(stem) != stem


def _kind(stem: str) -> str | None:
    """As what a session bears the name of its fields: its room or its track, unless that only counts it or says its kind."""
    if _names_session(_base(stem)):
        return None
    return "room" if holding(_base(stem)) == "rooms" or "room" in roles_in([_base(stem)]) else "track"
