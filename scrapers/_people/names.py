"""The people a piece of text names, with their job titles and companies."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from scrapers._found import FoundPerson, fold
from scrapers._language.awaited import without_states
from scrapers._language.called import remembered_by_page
from scrapers._language.jobs import job_and_company, lean_to_job, says_job, words_say
from scrapers._language.namelike import is_degree, looks_like_name, split_honours
from scrapers._language.text_kinds import text_kinds
from scrapers._language.vocabulary import any_of, table
from scrapers._language.words import CJK, given_names, lexicon, parts, plain, plain_in_place
from scrapers._people.affiliation import split_affiliation
from scrapers._people.glued import addressed, names_somebody, unglue
from scrapers._people.labels import may_be_called, may_be_introduced, without_joint_work
from scrapers._people.piece_kinds import kinds_of_pieces
from scrapers._people.pieces import EDGES, Atom, chunks_of
from scrapers._people.places import is_place
from scrapers._people.shared_affiliation import spread_over_list


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
    text = without_states(_without_life(without_joint_work(text)))
    text = _ASIDE.sub(r"\2", text) if ("(" in text or "（" in text) else text
    text = _TRANSCRIBED.sub(r"\1", text) if "(" in text and not text.isascii() else text
    called = _CALLED.sub(r"\1“\2” ", text) if "(" in text and "“" not in text else text
    labelled, chunks = chunks_of(_without_handles(called) if "@" in called else called)
    people = tuple(person for chunk in chunks for person in _read_chunk(*chunk, commas_part_people, labelled))
    if called != text:
        people = tuple(replace(p, name=_QUOTED.sub(r"(\1)", p.name)) for p in people)
    return tuple(map(_without_job, people)) if labelled and not text.isascii() else people


def _without_life(text: str) -> str:
    """The text up to a sentence that goes on about somebody ("Ann Archer, historian. She also edits a review")."""
    life = _life().search(text) if ". " in text else None
    return text[: life.start()] if life else text


@cache
def _life() -> re.Pattern[str]:
    pronouns = any_of(word.capitalize() for word in table("names")["parts"]["pronouns"].split())
    return re.compile(rf"(?<=[^\W\d_]{{3}})\.\s+{pronouns}\s+(?=[a-zà-ÿ])")


def share_told(people: Sequence[FoundPerson], text: str) -> float:
    """How much of a text the people read in it tell, with their job titles and companies: 0 nothing, 1 all of it."""
    return sum(len(p.name) + len(p.title or "") + len(p.company or "") for p in people) / max(1, len(text))


def _without_handles(text: str) -> str:
    """The text without what people are called on networks: "Ada Byron @ada_byron" names no company, "Ada Byron @acme" may."""

    def kept(match: re.Match[str]) -> str:
        before = plain(text[: match.start()]).split()
        return "" if any(len(word) > 2 and word in match[1] for word in before) else match[0]

    return _HANDLE.sub(kept, text)


_ASIDE = re.compile(
    r"(?<=\S)\s?[(（]\s?(?:@[\w.-]{2,30}|[A-Za-z][\w.]{0,30}@[\w.-]{2,30}(?!\.[a-z])|([\u3040-\u309f\s\u3000]{3,16}))\s?[)）]"
    r"(\s?(?:さん|氏|様|님|씨)(?!\w)|(?!\w))"
)
"""What somebody is called on a network, or how the name is read, in brackets before a form of address or at the end."""
_WHOLE_WORD = re.compile(r"[^\W\d_A-ZÀ-Þ]{3}\.$")
_TRANSCRIBED = re.compile(r"([\u0370-\u1fff][^\s(),]*)\s*\((?:[A-Z][a-zÀ-ž'’-]+ ){1,3}[A-Z][a-zÀ-ž'’-]+\)")
_INITIALLED = re.compile(r"(?:[A-ZÀ-Þ]\.[ -]?){1,3}[A-ZÀ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)?")
_CALLED = re.compile(
    r"((?:^|[,;:&/•–—-]\s)(?:[^\W\d_]{2,6}\.\s){0,3}[A-ZÀ-ÞĀ-Ž][\w'’-]+\s)\(([A-ZÀ-ÞĀ-Ž][^\W\d_'’-]+)\)\s"
    r"(?=[A-ZÀ-ÞĀ-Ž][\w'’-]+(?:\s[A-ZÀ-ÞĀ-Ž][\w'’-]+)?\s*(?:[,;(|/&–—]|-\s|$))"
)
"""What somebody is called, in brackets between given name and surname ("Robert (Bob) Baxter")."""
_QUOTED = re.compile(r"“([^“”]+)”")
_HANDLE = re.compile(r"\s+@([a-z0-9_]{3,30})(?![\w.])")
_LETTERS = re.compile(r"[A-Z]{2,5}(?:, [A-Z]{2,5})*")
_SAID = 0.5


def _read_chunk(text: str, atoms: list[Atom], commas_part_people: bool | None, labelled: bool) -> list[FoundPerson]:
    if not atoms or len(atoms) > 200:
        return []
    if len(atoms) == 1:
        return unglue(atoms[0].text) or ([FoundPerson(atoms[0].text)] if labelled and may_be_introduced(atoms[0].text) else [])
    if names := atoms if _is_list(atoms, labelled, commas_part_people) else _in_lists(atoms, labelled, commas_part_people):
        return [person for atom in names for person in unglue(atom.text) or [FoundPerson(atom.text)]]
    if _is_short_with_job(atoms):
        return [FoundPerson(atoms[0].text, *_affiliation(text, atoms[1:]))]
    if not labelled and not any(_may_be_somebody(atom.text) for atom in atoms):
        return []
    listed = atoms[-1].mark == "(" and atoms[-2].mark == "&" and _is_list(atoms[:-1], labelled, commas_part_people)
    kinds = [*"N" * (len(atoms) - 1), "A"] if listed else kinds_of_pieces(atoms, commas_part_people, labelled)
    people: list[FoundPerson] = []
    index = 0
    while index < len(atoms):
        if kinds[index] != "N":
            index += 1
            continue
        stop = index + 1
        while stop < len(atoms) and kinds[stop] == "A":
            stop += 1
        found = _person(text, atoms[index:stop], labelled)
        if not people and set(kinds[:index]) == {"A"} and found and not found[0].title:
            title, company = split_affiliation(text[: atoms[index].start].strip(EDGES))
            if title and words_say(title)[0] >= 1.2:  # "Neuvonantaja, Anna Jousimies, Acme"
                found[0].title, found[0].company = title, found[0].company or company
        people.extend(found)
        index = stop
    return spread_over_list(people, atoms, kinds)


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
    """Whether pieces are nothing but names ("A, B, C and D", "A. Archer, B. Baxter"); behind a label some are single words."""
    marks = [a.mark for a in atoms[1:]]
    if marks and all(m in ",&" for m in marks) and all(_INITIALLED.fullmatch(a.text) or addressed(a.text) for a in atoms):
        return True
    if len(atoms) < 3 or any(m not in ",&" for m in marks):
        return False
    names = [looks_like_name(a.text) for a in atoms]
    odd = [a for a, name in zip(atoms, names, strict=True) if name < 0.35]
    if 2 * sum(n >= 0.6 for n in names) < len(names) + (not labelled) or (odd and not labelled):
        return False
    if marks[-1] == "&" or labelled:
        return not odd or (names[0] >= 0.5 and all(may_be_called(a.text) for a in odd))
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


def _may_be_somebody(text: str) -> bool:
    """Whether a piece names somebody, or may where what follows it describes a person."""
    return (1 < len(split_honours(text)[1].split()) < 5 and looks_like_name(text) >= 0.2) or names_somebody(text)


def _person(text: str, atoms: list[Atom], labelled: bool) -> list[FoundPerson]:
    glued = unglue(atoms[0].text)
    if not glued and labelled and (may_be_called if atoms[0].mark else may_be_introduced)(atoms[0].text):
        glued = [FoundPerson(name=atoms[0].text)]
    if not glued and len(atoms) > 1 and _may_be_somebody(atoms[0].text):
        glued = [FoundPerson(name=atoms[0].text)]  # an odd name, but what follows describes a person
    if not glued:
        return []
    person = glued[0]
    joined = (at for at in range(2, len(atoms)) if atoms[at].mark == "&" and atoms[at - 1].mark == "(")
    others = (at for at in joined if max(job_and_company(atoms[at].text)) < _SAID)  # "Ann Archer (Acme) and a surprise guest"
    rest, aside = atoms[1 : next(others, None)], ""
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
