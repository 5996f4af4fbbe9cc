"""What a field of a record means, judged from its name ("startTime", "Session Title", "speaker_2_company", "講者").

The names stand in `data/fields.toml`, several languages in one list. `meanings` reads one name; how well values fit is the
reader's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase
from typing import Any

from scrapers._language.vocabulary import table, without_accents
from scrapers._language.words import parts
from scrapers._remembered import remembered

_PARTS = re.compile(r"[A-Z]{2,}s(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\d_A-Za-z]+")
LANGUAGES = frozenset(
    "en de fr es it pt nl pl cs sv da no nb fi ru uk bg tr ja jp zh ko ar he el hu ro ca eu gl th vi id hi "
    "en-us en-gb en_us en_gb de-de de_de de-ch de-at fr-fr fr_fr fr-ca es-es es_es es-mx pt-br pt_br "
    "pt-pt it-it nl-nl ja-jp ja_jp zh-tw zh_tw zh-hant "
    "zh-hans zh-cn zh_cn ko-kr ko_kr de-informal und".split()
)
"""Keys under which a value stands in several languages."""

_TAILS = frozenset(["name", "names", "text", "html", "value", "string", "label", "list", "plain", "iso", "local", "data"])
_ENDINGS = frozenset("s e a as o os es in innen r n en ne nes re rice rices trice trices euse euses".split())
"""What stands behind a sign in names of people of any number and gender ("Referent*in", "Orador(a)", "Speaker's")."""
_STEM = 5
_MOST_ENDING, _VOWELS, _FIRST_WITHOUT_ENDINGS = 2, "aeiouyаеиіоуяюηια", "\u2e80"
"""What words for talks bear at their ends, where their script has endings."""
_OF_A_TALK = 10
"""The place among names at worst of one that says it is a talk's, however rare the rest of it is."""
_PEOPLE = frozenset(["speakers", "moderators", "hosts"])
_NAMED_SO = _PEOPLE | {"date"}
"""What the name of a session may begin with as well ("Speaker session", "Day seminar")."""
_PLURAL = frozenset(["job", "company"])
_PLURAL_ENDS = ("s", "es", "n", "en", "e", "r", "er")
_MISSPELT = 20.0
"""What a misspelt name costs: any that is spelt well comes first."""
AS_LABEL = 40.0
"""The rank of a field that may hold people for what it is called like on pages, where its values look so."""
_LEAST_LETTERS, _MOST_LETTERS = 6, 30


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing a field may mean: its role, how sure (0 is best), and for "Speaker 2 Company" whose: person 2.

    `of` is `session` or `person`; `is_ref` says that the value refers to another record ("roomId").
    """

    role: str
    rank: float
    of: str
    number: int | None = None
    is_ref: bool = False


@cache
def vocabulary() -> dict[str, dict[str, tuple[str, ...]]]:
    """The tables of `data/fields.toml`."""
    return {name: {role: tuple(words) for role, words in roles.items()} for name, roles in table("fields").items()}


@cache
def _lookup(kind: str) -> dict[str, dict[str, int]]:
    """For each known name, the roles it may have with its place in each list."""
    found: dict[str, dict[str, int]] = {}
    for role, names in vocabulary()[kind].items():
        for place, name in enumerate(names):
            found.setdefault(" ".join(words_of(name)), {}).setdefault(role, place)
    return found


@remembered
def words_of(key: str) -> tuple[str, ...]:
    """A field's name as lower-case words without accents: `startTime`, `start_time` and `Start Time` are the same."""
    return tuple(word.casefold() for word in _PARTS.findall(without_accents(key[:120])))


@remembered
def meanings(key: str, kind: str) -> tuple[Meaning, ...]:
    """What a field called `key` may mean in a record of this kind (`session` or `person`), best first."""
    words = words_of(key)
    number = next((int(w) for w in words if w.isdigit() and len(w) < 3), None)
    words = tuple(w for w in words if not w.isdigit())
    read = _read(words, kind, number) or _read(_without_endings(words), kind, number) or _read_misspelt(words, kind, number)
    found = {(m.role, m.of): m for m in sorted(read, key=lambda m: -m.rank)}
    return tuple(sorted(found.values(), key=lambda m: m.rank))


def roles_in(keys: Iterable[Any], kind: str = "session") -> set[str]:
    """The roles of fields of these names in records of a kind, each taken for what its name means best."""
    return {m.role for key in keys for m in meanings(str(key), kind)[:1]}


def _without_endings(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words[:1], *(w for w, before in zip(words[1:], words, strict=False) if w not in _ENDINGS or len(before) < _STEM))


def label_meaning(key: str) -> tuple[Meaning, ...]:
    """The people of a session, where a field no list knows is called as what leads to people on pages ("intervengono")."""
    words = tuple(word for word in words_of(key) if not word.isdigit())
    return (Meaning("speakers", AS_LABEL, "session"),) if " ".join(words) in _labels() and not meanings(key, "person") else ()


@cache
def _labels() -> frozenset[str]:
    return frozenset(" ".join(words_of(label)) for label in parts("roles") | parts("led_by"))


def _read_misspelt(words: tuple[str, ...], kind: str, number: int | None) -> tuple[Meaning, ...]:
    """What a name means that no list knows but for a letter too few or too many ("fist name", "Speker", "Tittle")."""
    if not words or any(_read(words, other, None) for other in ("session", "person")):
        return ()
    return tuple(
        Meaning(role, place + cost + _MISSPELT, kind, number, is_ref)
        for rest, cost, is_ref in _shortened(words, kind)
        for name in _respelt(" ".join(rest), kind)
        for role, place in _lookup(kind).get(name, {}).items()
    )


@cache
def plural_meaning(key: str) -> tuple[Meaning, ...]:
    """What a list of jobs or companies in data may be, whose name no list knows but its singular ("positionen", "empresas")."""
    words = tuple(word for word in words_of(key) if not word.isdigit())
    roles = (found for name in _singular(" ".join(words)) for found in _lookup("person").get(name, {}).items())
    return tuple(Meaning(role, place + _MISSPELT, "person") for role, place in roles if role in _PLURAL)


def _singular(name: str) -> set[str]:
    return {name[: -len(end)] for end in _PLURAL_ENDS if name.endswith(end) and len(name) - len(end) >= _STEM - 1}


def _respelt(name: str, kind: str) -> set[str]:
    """What a name of some length may have been meant to be: with a letter more, with one of a pair, with two changed over."""
    if len(name) < _LEAST_LETTERS or len(name) > _MOST_LETTERS or not name.isascii():
        return set()
    cuts = [(name[:at], name[at:]) for at in range(1, len(name))]
    fewer = {head + tail[1:] for head, tail in cuts if head[-1:] == tail[:1]}
    turned = {f"{head}{tail[1]}{tail[0]}{tail[2:]}" for head, tail in cuts if len(tail) > 1}
    return {*_shorn(kind).get(name, ()), *fewer, *turned}


@cache
def _shorn(kind: str) -> dict[str, tuple[str, ...]]:
    """The known names by what is left of each without one of the letters within it."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _lookup(kind):
        for at in range(1, len(name) - 1) if _LEAST_LETTERS < len(name) <= _MOST_LETTERS + 1 else ():
            if name[at] in ascii_lowercase:
                left = name[:at] + name[at + 1 :]
                found[left] = (*found.get(left, ()), name)
    return found


@remembered
def _read(words: tuple[str, ...], kind: str, number: int | None) -> tuple[Meaning, ...]:
    if not words or len(words) > 8:
        return ()
    found: list[Meaning] = []
    subjects = vocabulary()["subjects"]
    for rest, cost, is_ref in _shortened(words, kind):
        for role, place in _lookup(kind).get(" ".join(rest), {}).items():
            found.append(Meaning(role, place + cost, kind, number, is_ref))
    if kind == "session" and words[0].rstrip("s") in subjects["person"]:
        for rest, cost, is_ref in _shortened(words[1:], "person"):
            for role, place in _lookup("person").get(" ".join(rest), {}).items():
                found.append(Meaning(role, place + cost, "person", number, is_ref))
            found += [Meaning("links." + site, 0, "person", number) for site in _lookup("links").get(" ".join(rest), {})]
    if at := _of_whom(words):
        whom = "person" if words[-1].rstrip("s") in subjects["person"] else "session"
        if whom == kind or kind == "session":
            places = _lookup(whom).get(" ".join(words[:at]), {})
            told, plainly = _is_talk(words[-1]), words[at] in subjects["of"]
            found += [
                Meaning(role, (min(place, _OF_A_TALK) if told else place) + 0.4, whom, number)
                for role, place in places.items()
                if plainly or role not in _NAMED_SO
            ]
    if kind == "person":
        for rest, cost, _ in _shortened(words, "person"):
            found += [Meaning("links." + site, cost, "person", number) for site in _lookup("links").get(" ".join(rest), {})]
    return tuple(found)


def _of_whom(words: tuple[str, ...]) -> int:
    """Where a name says at its end whose field it is ("Titre de la session", "Firma des Referenten"), 0 where it does not."""
    subjects = vocabulary()["subjects"]
    at, last = len(words), words[-1]
    if _is_talk(last):
        while at > 1 and (_is_talk(words[at - 1]) or words[at - 1] in subjects["of"]):
            at -= 1
        return at if at < len(words) else 0
    if len(words) < 3 or last.rstrip("s") not in (*subjects["session"], *subjects["whose"], *subjects["person"]):
        return 0
    at -= 1
    while at > 1 and words[at - 1] in subjects["of"]:
        at -= 1
    return at if at < len(words) - 1 else 0


@cache
def _is_talk(word: str) -> bool:
    """Whether a word of a field's name means something that somebody gives, whatever ending it bears ("prednasky", "Talks")."""
    if _lookup("session").get(word, {}).keys() & _PEOPLE or word.rstrip("s") in vocabulary()["subjects"]["person"]:
        return False
    most = _MOST_ENDING if word[:1] < _FIRST_WITHOUT_ENDINGS else 0
    return any(len(word) - len(stem) <= most and word.startswith(stem) for stem in _talk_stems().get(word[:2], ()))


@cache
def _talk_stems() -> dict[str, tuple[str, ...]]:
    """What words for talks begin with, by their first letters."""
    words = (w for name in vocabulary()["subjects"]["talk"] for w in words_of(name))
    stems = {word[:-1] if len(word) > _STEM and word[-1] in _VOWELS else word for word in words}
    return {head: tuple(stem for stem in stems if stem[:2] == head) for head in {stem[:2] for stem in stems}}


def _shortened(words: tuple[str, ...], kind: str) -> list[tuple[tuple[str, ...], float, bool]]:
    """The name itself and the same without words that add nothing, each with a cost and whether an "id" was taken off."""
    subjects = vocabulary()["subjects"]
    own = (*subjects[kind], *subjects["any"])
    options: list[tuple[tuple[str, ...], float, bool]] = []
    if not words:
        return options
    if len(words) == 1:
        word = words[0]
        options += [((word[len(s) :],), 0.5, False) for s in subjects[kind] if word.startswith(s) and len(word) > len(s) + 1]
    front = words
    cost = 0.0
    while front:
        tail, tail_cost, is_ref = front, cost, False
        while tail:
            options.append((tail, tail_cost, is_ref))
            if len(tail) < 2:
                break
            last = tail[-1]
            if last in ("id", "ids", "ref", "refs", "key", "keys", "slug", "slugs"):
                is_ref = True
            elif last not in _TAILS and last not in LANGUAGES:
                break
            tail, tail_cost = tail[:-1], tail_cost + 0.6
        of_talk = kind == "session" and len(front) > 1 and len(front[1]) > 1 and _is_talk(front[0])  # no "Workshop A"
        if len(front) < 2 or not (front[0] in own or of_talk):
            break
        front, cost = front[1:], cost + 0.4
    return options


@cache
def holding(key: str) -> str | None:
    """What an array or map of this name holds: sessions, people, crowd, rooms, tracks, days, never (none of these), or None."""
    words = words_of(key)
    tables = vocabulary()["collections"]
    if any(w in tables["never"] for w in words):
        return "never"
    for word in reversed(words):
        for kind, names in tables.items():
            if word in names and kind != "vague":
                return kind
    return None


def is_vague(key: str) -> bool:
    """Whether a name says only that there are several of something ("items", "entries")."""
    return words_of(key)[-1:] != () and words_of(key)[-1] in vocabulary()["collections"]["vague"]
