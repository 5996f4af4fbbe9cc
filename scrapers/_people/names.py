"""The people a piece of text names, with their job titles and companies."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from scrapers._found import FoundPerson, fold
from scrapers._language.called import remembered_by_page
from scrapers._language.jobs import job_and_company, lean_to_job, says_job, words_say
from scrapers._language.namelike import is_degree, is_group, is_placeholder, is_titled_surname, looks_like_name, split_honours
from scrapers._language.text_kinds import text_kinds
from scrapers._language.words import CJK, given_names, lexicon, parts, plain, plain_in_place, unlike_names
from scrapers._people.affiliation import split_affiliation
from scrapers._people.glued import names_somebody, unglue
from scrapers._people.labels import split_role, without_joint_work
from scrapers._people.pieces import EDGES, Atom, chunks_of, known_given
from scrapers._people.places import ends_in_town, is_place

__all__ = [
    "is_group",
    "is_placeholder",
    "is_surely_somebody",
    "known_given",
    "looks_like_name",
    "share_told",
    "split_affiliation",
    "split_honours",
    "split_people",
    "split_role",
]

_BOTH = re.compile(
    r"(?:both|beide|alle|all|tous|toutes|ambos|entrambi|ambedue|oba|obie)\s*[,:]?\s+(?:von\s+|from\s+|de\s+)?", re.I
)


def split_people(text: str, *, commas_part_people: bool | None = None) -> list[FoundPerson]:
    """The people a line or cell names, in its order; none when it names nobody.

    `commas_part_people` tells what a comma does where the text alone does not show it: True for lists of names, False for
    "Name, Company". Names keep their honorifics; job titles and companies are cut apart by `split_affiliation`.
    """
    people = _people_in(text, commas_part_people)
    return [
        FoundPerson(_without_stop(p.name), p.title, p.company, p.bio, p.url, dict(p.links), p.key, p.unsure, p.beside)
        for p in people
    ]


def _without_stop(name: str) -> str:
    """A name without the full stop that parts it from what follows ("Ann Archer."), where it shortens no word."""
    return name[:-1] if name[-1:] == "." and len(name.split()) > 1 and _WHOLE_WORD.search(name) else name


@remembered_by_page  # a page's readers ask about the same lines again and again
def _people_in(text: str, commas_part_people: bool | None) -> tuple[FoundPerson, ...]:
    text = without_joint_work(text)
    text = _TRANSCRIBED.sub(r"\1", text) if "(" in text and not text.isascii() else text
    labelled, chunks = chunks_of(_without_handles(text) if "@" in text else text)
    people = tuple(person for chunk in chunks for person in _read_chunk(*chunk, commas_part_people, labelled))
    return tuple(map(_without_job, people)) if labelled and not text.isascii() else people


def share_told(people: Sequence[FoundPerson], text: str) -> float:
    """How much of a text the people read in it tell, with their job titles and companies: 0 nothing, 1 all of it."""
    return sum(len(p.name) + len(p.title or "") + len(p.company or "") for p in people) / max(1, len(text))


def _without_handles(text: str) -> str:
    """The text without what people are called on networks: "Ada Byron @ada_byron" names no company, "Ada Byron @acme" may."""

    def kept(match: re.Match[str]) -> str:
        before = plain(text[: match.start()]).split()
        return "" if any(len(word) > 2 and word in match[1] for word in before) else match[0]

    return _HANDLE.sub(kept, text)


_WHOLE_WORD = re.compile(r"[^\W\d_A-ZÀ-Þ]{3}\.$")
_TRANSCRIBED = re.compile(r"([\u0370-\u1fff][^\s(),]*)\s*\((?:[A-Z][a-zÀ-ž'’-]+ ){1,3}[A-Z][a-zÀ-ž'’-]+\)")
_HANDLE = re.compile(r"\s+@([a-z0-9_]{3,30})(?![\w.])")
_SEVERAL = re.compile(r"(?P<job>(?:[Cc]o-)?[^\W\d_]{3,20})s(?: (?:of|at|@) (?P<company>\S.*))?")
_PATRONYMIC = re.compile(r"(?:вич|вна|ична)\b")
_LETTERS = re.compile(r"[A-Z]{2,5}(?:, [A-Z]{2,5})*")
_GIVEN = 0.6
_MOST_SHARING = 6
_LABELS = "NAX"
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


def _read_chunk(text: str, atoms: list[Atom], commas_part_people: bool | None, labelled: bool) -> list[FoundPerson]:
    if not atoms or len(atoms) > 200:
        return []
    if len(atoms) == 1:
        return unglue(atoms[0].text) or ([FoundPerson(atoms[0].text)] if labelled and _may_be_introduced(atoms[0].text) else [])
    if _is_list(atoms, labelled, commas_part_people):
        return [person for atom in atoms for person in unglue(atom.text) or [FoundPerson(atom.text)]]
    if names := _in_lists(atoms, labelled, commas_part_people):
        return [person for atom in names for person in unglue(atom.text) or [FoundPerson(atom.text)]]
    if _is_short_with_job(atoms):
        return [FoundPerson(atoms[0].text, *_affiliation(text, atoms[1:]))]
    if not labelled and not any(_may_be_somebody(atom.text) for atom in atoms):
        return []
    listed = atoms[-1].mark == "(" and atoms[-2].mark == "&" and _is_list(atoms[:-1], labelled, commas_part_people)
    labels = [*"N" * (len(atoms) - 1), "A"] if listed else _label(atoms, commas_part_people, labelled)
    people: list[FoundPerson] = []
    index = 0
    while index < len(atoms):
        if labels[index] != "N":
            index += 1
            continue
        stop = index + 1
        while stop < len(atoms) and labels[stop] == "A":
            stop += 1
        found = _person(text, atoms[index:stop], labelled)
        if not people and set(labels[:index]) == {"A"} and found and not found[0].title:
            title, company = split_affiliation(text[: atoms[index].start].strip(EDGES))
            if title and words_say(title)[0] >= 1.2:  # "Neuvonantaja, Anna Jousimies, Acme"
                found[0].title, found[0].company = title, found[0].company or company
        people.extend(found)
        index = stop
    return _sharing(people, atoms, labels)


def _without_job(person: FoundPerson) -> FoundPerson:
    """Somebody behind a label without the job behind an odd name in Chinese, Japanese or Korean ("봉하람 교장")."""
    name, _, job = person.name.rpartition(" ")
    if name and not person.title and " " not in name and CJK.search(name) and looks_like_name(name) > 0.1:
        return replace(person, name=name, title=job) if plain_in_place(job) in lexicon("job").spaceless else person
    return person


def _is_short_with_job(atoms: list[Atom]) -> bool:
    """Whether a name too short to be known for Korean or Chinese stands before a job in brackets ("안호 (문화재청 팀장)")."""
    one, *rest = atoms
    odd = CJK.search(one.text) is not None and " " not in one.text and 0.4 <= looks_like_name(one.text) < 0.5
    return odd and bool(rest) and all(a.mark in "(," for a in rest) and rest[0].mark == "(" and says_job(rest[-1].text)


def _is_list(atoms: list[Atom], labelled: bool, commas_part_people: bool | None) -> bool:
    """Whether pieces are nothing but names ("A, B, C and D"); behind a label a few of them may be single words."""
    marks = [a.mark for a in atoms[1:]]
    if len(atoms) < 3 or any(m not in ",&" for m in marks):
        return False
    names = [looks_like_name(a.text) for a in atoms]
    odd = [a for a, name in zip(atoms, names, strict=True) if name < 0.35]
    if 2 * sum(n >= 0.6 for n in names) < len(names) + (not labelled) or (odd and not labelled):
        return False
    if marks[-1] == "&" or labelled:
        return not odd or (names[0] >= 0.5 and all(_may_be_called(a.text) for a in odd))
    return commas_part_people is not False and not any(max(job_and_company(a.text)) > 0.5 for a in atoms)


def _in_lists(atoms: list[Atom], labelled: bool, commas_part_people: bool | None) -> list[Atom]:
    """The pieces that are names where strokes part lists and single names ("A, B, C | Moderator: D"), behind a title."""
    starts = [0, *(at for at, atom in enumerate(atoms) if at and atom.mark == ";"), len(atoms)]
    groups = [atoms[start:stop] for start, stop in itertools.pairwise(starts)]
    if len(groups) > 2 and len(groups[0]) == 1 and looks_like_name(groups[0][0].text) < 0.3:
        groups = groups[1:]
    listed = len(groups) > 1 < max(map(len, groups)) and all(
        looks_like_name(group[0].text) >= 0.6 if len(group) == 1 else _is_list(group, labelled, commas_part_people)
        for group in groups
    )
    return [atom for group in groups for atom in group] if listed else []


def _may_be_called(text: str) -> bool:
    """Whether a single word behind a label of people can be what somebody is called."""
    bare = plain(text)
    known = _says_else(bare) or lexicon("job").holds(bare) or lexicon("company").holds(bare)
    return len(text.split()) == 1 and text[:1].isupper() and 2 < len(text) < 20 and not known


def _may_be_introduced(text: str) -> bool:
    """Whether what a label of people leads to can be somebody: also an odd name.

    A surname that only begins or ends like a word for a job or a body ("Bankole") is a name there.
    """
    words = plain(text).split()
    odd = 1 < len(words) < 5 and looks_like_name(text) >= 0.2
    return (odd and not any(map(_says_else, words))) or _may_be_called(text)


def _says_else(word: str) -> bool:
    """Whether a word is listed as one of agendas, jobs or bodies, in whatever way it is meant."""
    listed = (unlike_names(), parts("placeholders"), parts("roles"), lexicon("job").words, lexicon("company").words)
    return any(word in words for words in listed)


def _sharing(people: list[FoundPerson], atoms: list[Atom], labels: list[str]) -> list[FoundPerson]:
    """A company behind a short list ("A and B (Acme)", "A, B, Acme") is that of all of them."""
    last = labels[-1] == "A" and labels[:-1] == ["N"] * (len(atoms) - 1)
    if last and len(people) > 1 and (several := _jobs_of_several(atoms[-1].text)):
        for person in people:
            person.title, person.company = several
    listed = (last and atoms[-1].mark == "(") or _is_common_end(atoms, labels)
    if listed and 1 < len(people) <= _MOST_SHARING and people[-1].company and not people[-1].title:
        company = _BOTH.sub("", people[-1].company)
        for person in people:
            person.company = person.company if person is not people[-1] and person.company else company
    return people


def _is_common_end(atoms: list[Atom], labels: list[str]) -> bool:
    """Whether what ends a list stands behind names that commas or "and" part, and are of several families."""
    names = [atom for atom, label in zip(atoms, labels, strict=True) if label == "N"]
    families = {tuple(plain(atom.text).split()[-1:]) for atom in names}
    ended = labels[-1] == "A" and not "".join(labels).lstrip("N").strip("A")
    return ended and len(families) == len(names) and all(atom.mark in ",&" for atom in names)


def _jobs_of_several(text: str) -> tuple[str, str | None] | None:
    """The job and company of those before it, where a piece gives their job in the plural ("founders of Acme")."""
    match = _SEVERAL.fullmatch(text)
    return (match["job"], match["company"]) if match and lexicon("job").holds(plain(match["job"])) else None


def _label(atoms: list[Atom], commas_part_people: bool | None, labelled: bool) -> list[str]:
    """The likeliest reading of the pieces as names (N), affiliations (A) and other text (X), chosen together (Viterbi)."""
    lean = 0.0 if commas_part_people is None else 1.2 if commas_part_people else -1.2
    marks = [a.mark for a in atoms[1:]]
    if commas_part_people is None and marks.count(",") > marks.count(";") > 0:
        lean = -0.6  # what parts people is another mark
    scores: list[float] = []
    back: list[list[int]] = []
    for atom, (name, affiliation, lonely) in zip(atoms, _worths(tuple(atoms), labelled), strict=True):
        if not scores:
            scores = [name, affiliation - 1.5, -0.9]
            continue
        now: list[float] = []
        came: list[int] = []
        as_name, as_affiliation, as_other = scores
        for value, (one, two, three) in zip((name, affiliation, -0.4), _steps(atom.mark, lean), strict=True):
            reached = [as_name + one, as_affiliation + two, as_other + three]
            if not now and lonely and atom.mark == ",":
                reached[1] -= 1.0  # "Name, job, company" rather than "Name, job, name"
            came.append(reached.index(max(reached)))
            now.append(value + reached[came[-1]])
        scores = now
        back.append(came)
    label = scores.index(max(scores))
    path = [label]
    for came in reversed(back):
        label = came[label]
        path.append(label)
    return [_LABELS[label] for label in reversed(path)]


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
        if at and is_place(atom.text):
            name -= 2.5  # "Ann Archer, Acme, Costa Rica"
        if at and _are_town(atoms[at + 1 : at + 3]):
            name -= 2.0  # "Ann Archer, Baxter Cole, Dallas, TX"
        if lonely and atom.mark == "-" and at + 1 == len(atoms):
            name -= 1.4  # "Ann Archer, Head of Sales - Baxter Cole"
        if labelled and not at and _may_be_introduced(atom.text):
            name, affiliation = max(name, 0.4), min(affiliation, 0.4)
        worths.append((name, affiliation, lonely))
    return worths


@cache
def _steps(mark: str, lean: float) -> list[list[float]]:
    """How likely each label follows each other one behind a mark: a row for every label, in it the labels before it."""
    return [[_step(before, label, mark, lean) for before in _LABELS] for label in _LABELS]


def _are_town(atoms: Sequence[Atom]) -> bool:
    """Whether two pieces behind commas are a town and its country or federal state."""
    return [atom.mark for atom in atoms] == [",", ","] and ends_in_town(atoms[0].text, atoms[1].text)


def is_surely_somebody(text: str) -> bool:
    """Whether a piece behind a comma can be no company: a name with an honorific, or with a father's name in Russian."""
    named = 1 < len(split_honours(text)[1].split()) < 5 and looks_like_name(text) >= 0.6
    return is_titled_surname(text) or (named and (bool(split_honours(text)[0]) or _PATRONYMIC.search(text) is not None))


def _led_by_job(text: str) -> bool:
    """Whether a piece is a job and a whole name behind it."""
    behind = text.partition(" ")[2]
    return " " in behind and any(person.title for person in unglue(text)) and looks_like_name(behind) >= 0.6


def _is_between(one: Atom, two: Atom, three: Atom) -> bool:
    """Whether the middle one of three pieces between commas is a company: no known name, a job behind it, a name before it."""
    unknown = known_given(two.text) <= 0 and looks_like_name(one.text) >= looks_like_name(two.text)
    return two.mark == three.mark and two.mark in _BETWEEN and unknown and _says_work(three.text)


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


def _step(before: str, label: str, mark: str, lean: float) -> float:
    if before == "X" or label == "X":
        return -0.6 if label == "A" else -0.3 if before != label else 0.0
    names = _STEP[mark]
    value = names[(before != "N") * 2 + (label != "N")]
    if mark == "," and before == "N":
        value += lean if label == "N" else -lean
    return value


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
    job = max(job, 1.2) if _jobs_of_several(text) else job
    words = len(text.split())
    given = _GIVEN * known_given(text) if name >= 0.5 else 0.0
    return 4 * (name - 0.5) + given, 0.2 + 1.2 * min(1.5, max(job, company)) - 0.15 * max(0, words - 8)


def _may_be_somebody(text: str) -> bool:
    """Whether a piece names somebody, or may where what follows it describes a person."""
    return (1 < len(split_honours(text)[1].split()) < 5 and looks_like_name(text) >= 0.2) or names_somebody(text)


def _person(text: str, atoms: list[Atom], labelled: bool) -> list[FoundPerson]:
    glued = unglue(atoms[0].text)
    if not glued and labelled and (_may_be_called if atoms[0].mark else _may_be_introduced)(atoms[0].text):
        glued = [FoundPerson(name=atoms[0].text)]
    if not glued and len(atoms) > 1 and _may_be_somebody(atoms[0].text):
        glued = [FoundPerson(name=atoms[0].text)]  # an odd name, but what follows describes a person
    if not glued:
        return []
    person = glued[0]
    rest, aside = atoms[1:], ""
    if rest and rest[0].mark == "(" and _is_other_name(rest[0].text, person.name):
        person.name = text[atoms[0].start : rest[0].end + 1].strip(EDGES)
        rest = rest[1:]
    elif len(rest) > 1 and rest[0].mark == "(" and rest[1].mark in ",-" and len(rest[0].text) < 13:
        aside, rest = rest[0].text, rest[1:]  # a short name or pronouns in brackets
    rest = [a for a in rest if plain(a.text) not in parts("roles") or lexicon("job").hits(a.text)]
    while len(rest) > 2 and _LETTERS.fullmatch(rest[0].text) and _are_job_and_company(rest[1:]):
        rest = rest[1:]  # "Ann Archer, FCIS, President, Acme Bows"
    if rest and not (person.title or person.company):
        person.title, person.company = _affiliation(text, rest)
        person.beside = text[rest[0].start : rest[-1].end].strip(EDGES) if all(a.mark != "(" for a in rest[1:]) else None
    elif rest and person.title and not person.company:
        more = _affiliation(text, rest)
        whole = len(rest) == 1 and rest[0].mark == "(" and job_and_company(rest[0].text)[0] < 0.5
        person.company = rest[0].text if whole else more[1] or more[0]
    if person.title and not person.company and _may_be_company(aside):
        person.company, person.beside = aside, None  # "Ann Archer (Acme), CEO"
    return [person]


def _may_be_company(aside: str) -> bool:
    """Whether what stands in brackets behind a name, before a job, is a company: no place, job, degree or short name."""
    word = fold(aside).split()[:1]
    if not word or is_place(aside) or is_degree(aside) or word[0] in given_names() or says_job(aside):
        return False
    return words_say(aside)[1] > 0 or text_kinds(aside).company > 0.6


def _are_job_and_company(atoms: Sequence[Atom]) -> bool:
    return any(says_job(atom.text) for atom in atoms[:-1]) and (
        lean_to_job(atoms[-1].text) <= 0.1 or job_and_company(atoms[-1].text)[1] > 0.7
    )


def _affiliation(text: str, atoms: list[Atom]) -> tuple[str | None, str | None]:
    bracket = next((i for i, a in enumerate(atoms) if a.mark == "(" and i), None)
    if bracket is not None and bracket == len(atoms) - 1:
        title, company = _affiliation(text, atoms[:bracket])
        if title and not company:
            return title, atoms[bracket].text
        return title, f"{company} ({atoms[bracket].text})" if company else atoms[bracket].text
    return split_affiliation(text[atoms[0].start : atoms[-1].end].strip(EDGES))


def _is_other_name(text: str, name: str) -> bool:
    """Whether brackets after a name hold its form in another script, as in "陳小美 (May Chen)"."""
    return bool(CJK.search(text)) != bool(CJK.search(name)) and looks_like_name(text) >= 0.5
