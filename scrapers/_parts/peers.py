"""Which texts of a page are names, told by their places: beside a label, honours or a job, and where names stand elsewhere.

Each text that may be a name is weighed: what its letters say, what stands around it, and what its peers are, the texts in the
same place of lines of the same format. All of it adds up, in the logarithm of odds.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from scrapers._bylines.marks import HELD
from scrapers._found import FoundPerson
from scrapers._html.lines import Piece
from scrapers._language.awaited import is_placeholder
from scrapers._language.called import Called, holds_given
from scrapers._language.jobs import job_and_company, words_say
from scrapers._language.kinds import is_kind
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.text_kinds import name_chance, text_kinds
from scrapers._language.vocabulary import any_of, words_of
from scrapers._language.words import loses_accents, parts, plain, printed_parts, unlike_names
from scrapers._people.glued import unglue
from scrapers._people.labels import split_role

_LONGEST = 300
_LAST_LETTER = "\u0530"
"""Scripts before this sign have capitals, which names are known by."""
_WITH = frozenset("with mit avec con com met med di w/ zu o".split())
_LISTING = frozenset(",;&")
_BETWEEN = re.compile(
    r"(?:(?P<sign>[,;:|•·–—―/+&()\[\]，、：（）]|(?<=\s)-(?=\s))"
    rf"|(?<=\s)(?P<by>{any_of(w for w in HELD['by'] if w.isalpha())})(?=\s)"
    rf"|(?<=\s)(?P<joint>{any_of(sorted(w for w in printed_parts('joints') if w.isalpha()))})(?=\s))\s*"
)
_SIGNS = {"–": "-", "—": "-", "―": "-", "，": ",", "、": ",", "：": ":", "[": "(", "（": "(", "]": ")", "）": ")", "+": "&"}
_ODD = re.compile(r"[^\w\s.'’-]|\d|(?<!\S)[IVX]+$")
_TOLD, _WORK = 0.7, 1.2
_SHAPED, _LIKE = 0.2, 0.5
_LABEL, _HONOURS, _BY, _WITH_BY, _JOB, _LED, _SHOWN, _JOINED, _BESIDE = 3.0, 4.0, 1.5, -1.0, 1.5, 1.5, 3.0, 2.5, -3.0
_PEERS = 4.0
_MANY = 4
_USUAL = 0.45
_FIRM, _UNLIKE = 2.0, 0.8
_GIVEN, _PROVEN = 1.2, 2.5


class _Part(NamedTuple):
    """A text between marks: with the marks before and behind it, and where it begins in its line."""

    text: str
    before: str
    behind: str
    start: int


def proven_names(pieces: Iterable[Piece], shown: Iterable[FoundPerson]) -> Called:
    """The names that their places on a page prove; `shown` are people the page presents beside its programme."""
    places: dict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
    told: dict[str, dict[str, float]] = defaultdict(dict)
    lists: list[list[str]] = []
    parted: dict[str, list[_Part]] = {}
    for piece in pieces:
        if 4 < len(piece.text) <= _LONGEST and piece.text[:1] < _LAST_LETTER:
            if piece.text not in parted:
                parted[piece.text] = _parts_of(piece.text)
                _weigh_places(piece.text, parted[piece.text], told)
            for part in parted[piece.text]:
                places[piece.style, part.before, part.behind][part.text] = None
            lists += _lists_among(parted[piece.text])
    for person in shown:
        if _may_name(person.name):
            told[person.name]["shown"] = _SHOWN
    sure = {text: sum(signs.values()) for text, signs in told.items()}
    odds = _with_peers(sure, places.values())
    for names in lists:
        likely = [odds[name] > _GIVEN if name in odds else looks_like_name(name) > _LIKE for name in names]
        for name, known in zip(names, likely, strict=True):
            others = sum(likely) - known
            if name in odds and 2 * others > len(names) - 1:
                odds[name] = max(odds[name], sure[name] + _JOINED + min(others, _MANY) - 1)
    return _called(odds)


def _lists_among(found: Sequence[_Part]) -> Iterator[list[str]]:
    """The parts of a line that stand in lists with "and" before the last."""
    ends = [at for at, part in enumerate(found) if part.before not in _LISTING] + [len(found)]
    for first, last in pairwise(ends):
        if last - first > 1 and found[last - 1].before == "&":
            yield [part.text for part in found[first:last]]


def _parts_of(text: str) -> list[_Part]:
    """The parts of a line between its marks and small words, each with what stands around it."""
    found: list[_Part] = []
    start, before = 0, ""
    for match in [*_BETWEEN.finditer(text), None]:
        end = match.start() if match else len(text)
        sign = "" if match is None else "&" if match["joint"] else match["by"] or _SIGNS.get(match["sign"], match["sign"])
        part = text[start:end].strip(' .*"“”')
        if any(map(str.isalpha, part)):
            found.append(_Part(part, before, sign, start))
        start, before = match.end() if match else end, sign
    return found


def _weigh_places(text: str, found: Sequence[_Part], told: dict[str, dict[str, float]]) -> None:
    """Add what the places of the parts of a line say of those that may be names."""
    role, rest = split_role(text)
    labelled = len(text) - len(rest) if role and rest and text.endswith(rest) else len(text)
    led_by = False
    for at, part in enumerate(found):
        name = part.text
        led_by = led_by and part.before in (")", "(", "&", ";")
        if not _may_name(name):
            led = unglue(name) if len(name) < 80 else []
            if len(led) != 1 or not led[0].title or not _may_name(led[0].name):
                continue
            name = led[0].name
            told[name]["led"] = _LED
        signs = told[name]
        signs["own"] = _own(name)
        if split_honours(name)[0]:
            signs["honours"] = _HONOURS
        led_by = part.start == labelled or (led_by and part.before != "(")
        if led_by:
            signs["label"] = _LABEL
        if part.before in HELD["by"]:
            signs["by"] = max(signs.get("by", 0.0), _WITH_BY if part.before in _WITH else _BY)
        if at and part.before == "(" and _may_name(found[at - 1].text):
            signs["beside"] = _BESIDE  # "Ann Archer (Baxter Cole)"
        behind = found[at + 1].text if at + 1 < len(found) and part.behind in (",", "-", "(") else ""
        if behind and words_say(behind)[0] >= _TOLD and not _may_name(behind):
            signs["job"] = _JOB


def _own(name: str) -> float:
    """What the letters of a text say, and the given names in it."""
    chance = min(max(name_chance(name), 0.08), 0.92)
    known = 1.5 if holds_given(plain(split_honours(name)[1]).split()) else 0.0
    firm = _FIRM * text_kinds(name).company
    return math.log(chance / (1 - chance)) + known - _UNLIKE * (looks_like_name(name) < _LIKE) - firm


def _may_name(text: str) -> bool:
    """Whether a text has the shape of a name, and no word that names do not hold."""
    bare = split_honours(text)[1]
    words = bare.split()
    if not 2 <= len(words) <= 4 or not bare[0].isupper() or _ODD.search(bare) or bare[0] >= _LAST_LETTER:
        return False
    if looks_like_name(text) < _SHAPED or is_placeholder(bare) or is_kind(words_of(plain(bare))):
        return False
    own = " ".join(word for word in words if not loses_accents(word))
    return unlike_names().isdisjoint(plain(own).split()) and max(job_and_company(bare)) < _WORK


def _with_peers(sure: dict[str, float], places: Iterable[dict[str, None]]) -> dict[str, float]:
    """The odds of each text with what its peers are, in the place of it that says most."""
    best: dict[str, float] = {}
    for peers in places:
        chances = {text: 1 / (1 + math.exp(-sure[text])) if text in sure else 0.0 for text in peers}
        total, count = sum(chances.values()), len(chances) - 1
        for text in chances if count > 0 else ():
            if text in sure:
                value = _PEERS * ((total - chances[text]) / count - _USUAL) * count / (count + 1.5)
                best[text] = max(best.get(text, -_PEERS), value)
    return {text: value + best.get(text, 0.0) for text, value in sure.items()}


def _called(odds: dict[str, float]) -> Called:
    names = {text: plain(split_honours(text)[1]) for text, value in odds.items() if value >= _GIVEN}
    given = {word.strip(".,'’") for name in names.values() for word in name.split()[:-1]}
    given = {word for word in given if len(word) > 2 and word not in parts("particles")}
    return Called(frozenset(names[text] for text in names if odds[text] >= _PROVEN), frozenset(given))
