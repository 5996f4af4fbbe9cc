"""What lines of people show together: one person a line or several, the company before the name or behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from scrapers._bylines.bylines import sample
from scrapers._found import FoundPerson, fold
from scrapers._language.called import is_given
from scrapers._language.jobs import lean_to_job, says_job
from scrapers._language.kinds import is_kind, kind_of
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.text_kinds import text_kinds
from scrapers._language.words import plain
from scrapers._people.affiliation import split_affiliation
from scrapers._people.alike import split_alike
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._people.people_texts import do_commas_part_people
from scrapers._people.piece_kinds import is_surely_somebody

_SURE = 0.6
_PARTED = re.compile(r"[;&\n•|/]|\s(?:and|und|et|y|e|i|en|og|och|ja|ve|sowie|·)\s|\s\+\s")
_CHUNKS = re.compile(r"[,;|/()–—&]")
_DASH = re.compile(r"\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class Habit:
    """What the lines of one format of people show together.

    `commas` is what a comma does where one line does not tell (see `split_people`), `names` the share of lines that read as
    names, None where the format has too few lines to tell, `company_first` whether they are "Acme – Ann Archer, Head of Sales",
    `cuts` what stands beside names cut as most of the lines tell it, where that is not what the line tells by itself.
    """

    commas: bool | None
    names: float | None
    company_first: bool = False
    cuts: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)


NO_HABIT = Habit(None, None)


def habit_of(texts: list[str], known: set[str]) -> Habit:
    """The habit of lines of one format, each given once; `known` are folded names of people who stand alone in lines."""
    some = sample(texts)
    habit = Habit(
        commas_of(texts, known),
        sum(bool(split_people(text)) for text in some) / len(some) if len(texts) > 2 else None,
        2 * sum(map(_leads_with_company, texts)) > len(texts) > 1,
    )
    return replace(habit, cuts=_cuts_of([p for text in texts for p in people_by_habit(text, habit)]))


def commas_of(texts: list[str], known: set[str]) -> bool | None:
    """What a comma does in lines of one format, each given once: parts people, parts none, None where they do not tell."""
    listed = [t for t in sample(texts) if "," in t and ";" not in t]
    commas = None
    if len(listed) > 2:
        single = sum(len(split_people(text)) == 1 for text in listed)
        commas = False if single >= 0.6 * len(listed) else None
    if commas is None and len(listed) > 1:
        commas = do_commas_part_people(listed, known) or None
    return commas


def _cuts_of(people: Sequence[FoundPerson]) -> dict[str, tuple[str | None, str | None]]:
    """What stands beside people cut as most of it is, by text, where that differs from what each text tells by itself."""
    told = {p.beside: (p.title, p.company) for p in people if p.beside}
    return {text: cut for text, cut in zip(told, split_alike(list(told)), strict=True) if cut != told[text]}


def people_by_habit(text: str, habit: Habit) -> list[FoundPerson]:
    """The people of a line in a format of that habit."""
    if habit.company_first and _may_lead_with_company(text):
        company, rest = _DASH.split(text, maxsplit=1)
        return [_of_company(person, company) for person in split_people(rest, commas_part_people=habit.commas)]
    people = _named(text, habit.commas)
    for person in people:
        person.title, person.company = habit.cuts.get(person.beside or "", (person.title, person.company))
    return people


def _leads_with_company(text: str) -> bool:
    """Whether a line reads as a company, a dash, a name: the second part is more like a name than the first."""
    first, mark, rest = text.partition(" – ") if " – " in text else text.partition(" - ")
    name, *told = _CHUNKS.split(rest, maxsplit=1)
    if not mark or len(first.split()) > 5 or lean_to_job(first) > 0.3 or ":" in first:
        return False
    if text_kinds(first).other > 0.5 and not (told and says_job(told[0])):
        return False
    if is_kind(plain(first).split()) or kind_of(first) != "talk" or split_role(f"{first}:")[0]:
        return False
    known = is_known(split_honours(name)[1]) - is_known(first)
    return looks_like_name(name) >= 0.6 and (known > 0 or looks_like_name(first) + 0.15 < looks_like_name(name))


def _may_lead_with_company(text: str) -> bool:
    """Whether a line can be "Acme – Ann Archer, Head of Sales"."""
    first, mark, rest = text.replace(" - ", " – ").partition(" – ")
    return bool(mark) and len(first) < 60 and looks_like_name(_CHUNKS.split(rest, maxsplit=1)[0]) >= 0.5


def _of_company(person: FoundPerson, company: str) -> FoundPerson:
    """A person whose company stands before the name: what stands behind it is the job."""
    job = person.title or person.company
    return replace(
        person, title=f"{person.title}, {person.company}" if person.title and person.company else job, company=company
    )


def _named(text: str, commas_part_people: bool | None) -> list[FoundPerson]:
    """The people of a line; in a format of "Name, Job, Company" what follows a comma is never a second person."""
    people = split_people(text, commas_part_people=commas_part_people)
    name, comma, rest = text.partition(", ")
    others = any(is_surely_somebody(p.name) for p in people[1:])
    one = commas_part_people is False and not _PARTED.search(rest) and not (others or all(p.title or p.company for p in people))
    names = [piece.strip() for piece in rest.split(",")]
    if commas_part_people is False and len(names) > 1 and all(looks_like_name(n) >= _SURE and is_known(n) for n in names):
        return split_people(text, commas_part_people=True)
    if one and len(people) > 1 and comma and looks_like_name(name) > 0.5:
        title, company = split_affiliation(rest)
        return [FoundPerson(name, title, company, beside=rest)]
    return people


def is_known(name: str) -> bool:
    """Whether a name begins with a known given name and ends in no small word."""
    words = fold(name).split()
    return bool(words) and is_given(words[0]) and not name.split()[-1].islower()
