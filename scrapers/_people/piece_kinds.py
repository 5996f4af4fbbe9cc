"""What each piece of a line is, a name, an affiliation or neither: the likeliest reading of all of them together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from scrapers._language.called import remembered_by_page
from scrapers._language.jobs import job_and_company
from scrapers._language.namelike import is_titled_surname, looks_like_name, split_honours
from scrapers._language.words import CJK, parts, plain
from scrapers._people.glued import unglue
from scrapers._people.labels import may_be_introduced
from scrapers._people.pieces import Atom, known_given
from scrapers._people.places import ends_in_town, is_place
from scrapers._people.shared_affiliation import jobs_of_several

_PATRONYMIC = re.compile(r"(?:вич|вна|ична)\b")
_GIVEN = 0.6
_KINDS = "NAX"
_BETWEEN = {",": 1.0, ";": 2.5}
"""How much less a piece between a name and a job reads as a name, by the marks on both of its sides."""
_STEP = {
    # mark: name->name, name->affiliation, affiliation->name, affiliation->affiliation
    ",": (-0.5, 0.3, -0.5, 0.2),
    ";": (0.4, -1.2, 0.5, -0.5),
    "&": (0.6, -3.0, 0.0, 0.4),
    "-": (-2.0, 0.6, -0.6, 0.2),
    "(": (-1.5, 1.0, -3.0, 0.3),
    ")": (0.2, -1.0, 0.3, -0.4),
}


def kinds_of_pieces(atoms: list[Atom], commas_part_people: bool | None, labelled: bool) -> list[str]:
    """The likeliest reading of the pieces as names (N), affiliations (A) and other text (X), chosen together (Viterbi).

    `commas_part_people` tells what a comma does, None where that is not known; `labelled` that a label of people leads to them.
    """
    lean = 0.0 if commas_part_people is None else 1.2 if commas_part_people else -1.2
    marks = [a.mark for a in atoms[1:]]
    if commas_part_people is None and marks.count(",") > marks.count(";") > 0:
        lean = -0.6  # what parts people is another mark
    scores: list[float] = []
    back: list[list[int]] = []
    listed = _are_listed(atoms) if lean < 0 else 0
    for at, (atom, (name, affiliation, lonely)) in enumerate(zip(atoms, _worths(tuple(atoms), labelled), strict=True)):
        if not scores:
            scores = [name, affiliation - 1.5, -0.9]
            continue
        now: list[float] = []
        came: list[int] = []
        as_name, as_affiliation, as_other = scores
        for value, (one, two, three) in zip(
            (name, affiliation, -0.4), _steps(atom.mark, 0.0 if at < listed else lean), strict=True
        ):
            reached = [as_name + one, as_affiliation + two, as_other + three]
            if not now and lonely and atom.mark == ",":
                reached[1] -= 1.0  # "Name, job, company" rather than "Name, job, name"
            came.append(reached.index(max(reached)))
            now.append(value + reached[came[-1]])
        scores = now
        back.append(came)
    kind = scores.index(max(scores))
    path = [kind]
    for came in reversed(back):
        kind = came[kind]
        path.append(kind)
    return [_KINDS[kind] for kind in reversed(path)]


def _are_listed(atoms: list[Atom]) -> int:
    """How many pieces at the head of a line list people, up to its "and" or three of them, each with a given name all know."""
    known = (at for at, a in enumerate(atoms) if at and (a.mark not in ",&" or not _is_known(a.text)))
    last = next(known, len(atoms)) - 1
    joined = next((at for at in range(last, 0, -1) if atoms[at].mark == "&"), 0)
    return last + 1 if last > 1 else joined + 1 if joined > 1 else 0


def _is_known(text: str) -> bool:
    return known_given(text) > 0 and looks_like_name(text) >= _GIVEN


@remembered_by_page  # a line is read with and without commas that part people
def _worths(atoms: tuple[Atom, ...], labelled: bool) -> list[tuple[float, float, bool]]:
    """How well each piece reads as a name and as an affiliation after those before it, and whether these end in a job."""
    worths = []
    for at, atom in enumerate(atoms):
        name, affiliation = _weigh(atom.text, atom.mark)
        lonely = at > 1 and _ends_in_job(atoms[:at])
        if at == 1 and len(atoms) == 3 and _is_between(*atoms):
            name -= _BETWEEN[atom.mark]  # "Ann Archer, Baxter Cole, Head of Sales"
            affiliation = max(affiliation, 1.0)
        if at == 2 and lonely and _are_alike(atoms) and known_given(atom.text) <= 0:
            name -= 2.5  # "Ann Archer | Head of Sales | Baxter Cole"
        if at and atom.mark in ",&" and (labelled or _led_by_job(atoms[0].text)) and _led_by_job(atom.text):
            name = max(name, affiliation) + 1.0  # "CEO Ann Archer, CFO Robert Baxter"
        addressed = is_surely_somebody(atom.text)
        if addressed and (atom.mark in ("", ",", "&") or (atom.mark == "-" and is_surely_somebody(atoms[at - 1].text))):
            name, affiliation = name + 1.5, affiliation - 1.5  # "Dr Ann Archer, Dr Robert Baxter"
        if at and atom.mark in ",(-" and _share_a_word(atom.text, atoms[at - 1].text, atoms[max(0, at - 2)].text):
            name -= 1.2  # "Ann Archer, Archer & Sons"
        if at and atom.mark == "," and atoms[at + 1 : at + 2] and atoms[at + 1].mark == "(" and known_given(atom.text) > 0:
            name += 1.2  # "Ann Archer, Robert Baxter (Acme)"
        if at and is_place(atom.text):
            name -= 2.5  # "Ann Archer, Acme, Costa Rica"
        if at and _are_town(atoms[at + 1 : at + 3]):
            name -= 2.0  # "Ann Archer, Baxter Cole, Dallas, TX"
        if lonely and atom.mark == "-" and at + 1 == len(atoms):
            name -= 1.4  # "Ann Archer, Head of Sales - Baxter Cole"
        if labelled and not at and may_be_introduced(atom.text):
            name, affiliation = max(name, 0.4), min(affiliation, 0.4)
        worths.append((name, affiliation, lonely))
    return worths


@remembered_by_page
def _weigh(text: str, mark: str) -> tuple[float, float]:
    """How well a piece behind a mark reads as a name and as an affiliation."""
    name = looks_like_name(text)
    job, company = job_and_company(text)
    if name < 0.5 and (glued := unglue(text)):
        name = 0.75
        if CJK.search(glued[0].name) or known_given(glued[0].name) > 0:
            job, company = 0.3 * job, 0.3 * company  # they are about the one who is named there
            east = glued[0].title and CJK.search(glued[0].name) and looks_like_name(glued[0].name) >= 0.6
            name = 0.95 if east else name
    if mark == "(" and plain(text) in parts("roles"):
        return -3.0, -2.0
    job = max(job, 1.2) if jobs_of_several(text) else job
    words = len(text.split())
    given = _GIVEN * known_given(text) if name >= 0.5 else 0.0
    return 4 * (name - 0.5) + given, 0.2 + 1.2 * min(1.5, max(job, company)) - 0.15 * max(0, words - 8)


@cache
def _steps(mark: str, lean: float) -> list[list[float]]:
    """How likely each kind follows each other one behind a mark: a row for every kind, in it the kinds before it."""
    return [[_step(before, kind, mark, lean) for before in _KINDS] for kind in _KINDS]


def _step(before: str, kind: str, mark: str, lean: float) -> float:
    if before == "X" or kind == "X":
        return -0.6 if kind == "A" else -0.3 if before != kind else 0.0
    names = _STEP[mark]
    value = names[(before != "N") * 2 + (kind != "N")]
    if mark == "," and before == "N":
        value += lean if kind == "N" else -lean
    return value


def is_surely_somebody(text: str) -> bool:
    """Whether a piece behind a comma can be no company: a name with an honorific, or with a father's name in Russian."""
    named = 1 < len(split_honours(text)[1].split()) < 5 and looks_like_name(text) >= 0.6
    return is_titled_surname(text) or (named and (bool(split_honours(text)[0]) or _PATRONYMIC.search(text) is not None))


def _led_by_job(text: str) -> bool:
    """Whether a piece is a job and a whole name behind it."""
    behind = text.partition(" ")[2]
    return " " in behind and looks_like_name(behind) >= 0.6 and any(person.title for person in unglue(text))


def _is_between(one: Atom, two: Atom, three: Atom) -> bool:
    """Whether the middle one of three pieces between commas is a company: no known name, a job behind it, a name before it."""
    between = two.mark == three.mark and two.mark in _BETWEEN
    unknown = between and known_given(two.text) <= 0 and looks_like_name(one.text) >= looks_like_name(two.text)
    return unknown and _says_work(three.text)


def _are_alike(atoms: Sequence[Atom]) -> bool:
    """Whether three pieces stand between marks of one kind that part people as well as what they are."""
    return [atom.mark for atom in atoms[1:]] == [";", ";"]


def _ends_in_job(atoms: Sequence[Atom]) -> bool:
    """Whether pieces end in a name and a job, which a dash or comma may part ("Ann Archer, Head – Sales")."""
    at = len(atoms) - 1
    while at and atoms[at].mark in ",-;&" and looks_like_name(atoms[at].text) < 0.6:
        at -= 1
    told = atoms[at + 1 :]
    return bool(told) and looks_like_name(atoms[at].text) >= 0.6 and any(_says_work(atom.text) for atom in told)


def _says_work(text: str) -> bool:
    """Whether a piece between commas can only be what somebody does."""
    if is_titled_surname(text):
        return False
    return job_and_company(text)[0] > 0.5 or (text[:1].islower() and plain(text).split()[0] not in parts("particles"))


def _share_a_word(text: str, *before: str) -> bool:
    """Whether a piece repeats a word of the pieces before it, as the firms of founders do."""
    words = {word for word in plain(split_honours(text)[1]).split() if len(word) > 3}
    return any(not words.isdisjoint(plain(other).split()) for other in before)


def _are_town(atoms: Sequence[Atom]) -> bool:
    """Whether two pieces behind commas are a town and its country or federal state."""
    return [atom.mark for atom in atoms] == [",", ","] and ends_in_town(atoms[0].text, atoms[1].text)
