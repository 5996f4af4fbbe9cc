"""What a sentence says somebody is: "Dr. Ann Archer is an associate professor of law at Keele University."

Biographies begin so. It counts for those of whom no line of the page tells a job title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from scrapers._found import FoundPerson, fold
from scrapers._language.jobs import opens_with_job, says_job, words_say
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.vocabulary import any_of
from scrapers._language.words import parts, plain, plain_in_place
from scrapers._people.affiliation import split_affiliation
from scrapers._people.company_behind import begins_name
from scrapers._people.known import Known, known_people
from scrapers._people.lives import said_in, verbs

_LEAST, _LONGEST, _BETWEEN, _FURTHER, _HEAD = 25, 400, 2, 4, 80
_CLOCK = re.compile(r"\b[0-2]?\d[:.h][0-5]\d\b")
_LABEL = re.compile(r"[^:.]{3,24}:\s*")
_OPENS_ASIDE = re.compile(r"[(,]")
_END = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=\))|(?<=\d{4}))[.!?](?:\s|$)|[;–—]|(?<![A-Z][A-Z])\s-\s|,?\s(?:who|whose|where|which|since|working|specialising|specializing|focusing|with)\s"
    r"|,\s(?:and|an?|une?|un[ao]|uma?|eine[rs]?|een|der|die|das|o[uù]|dove|donde|onde)\s"
)
_HE = re.compile(r"\.\s+(?:s?he|they|er|sie|il|elle|ella?|lui|lei|hij|zij|ze|h[aou]n|el[ea])\s")
_PLACE = re.compile(r"\s(?:in|based in)\s(?:the\s)?[A-ZÀ-Þ][^.]*$")
_I_AM = re.compile(
    r"(?:Je suis|I am|I['’]m|Ich bin|Soy|Yo soy|(?:Io )?[Ss]ono|(?:Eu )?[Ss]ou|Ik ben|Jag är|Jeg er|Jestem|Sunt|Jsem)\s"
    r"(?:(?:actuellement|currently|derzeit|actualmente|attualmente|atualmente)\s)?(?:(?:an?|the|une?|ein|eine|una|uno|uma?|en|ett)\s)?"
)
_BESIDE = re.compile(r"\s[–—|-]\s|[,(:]")
_YEAR = re.compile(r"(?:[^\W\d_]+\s)?(?:19|20)\d\d\s+")
_SINCE = re.compile(r"(?:since|seit|depuis|desde|dal|sinds|siden|sedan|od)\s(?:\d\d?[./])?(?:19|20)\d\d[:,]?\s+", re.I)
_INITIAL = re.compile(r"\s[^\W\d_]\.\s")
_ALSO = "and|und|sowie|et|y|e|en|og|och|ja|i|и"
_AND = re.compile(rf"\s(?:{_ALSO})\s")
_JOINT_LAST = re.compile(rf"\s(?:{_ALSO})$")
_GOES_ON = re.compile(r",\s(?=[a-zà-þ])")
_MOST_WORDS, _FEW = 9, 5


def with_told_jobs(people: Iterable[FoundPerson], texts: Iterable[str]) -> None:
    """Give people whose job title or company no line tells what a text that begins with them says they are, and where.

    So does a text below their name that begins with their job ("Head of Sales at Acme, where she leads ..."): right below, or
    behind a few words that name nobody, such as where they come from. Texts further below count where they tell both.
    """
    people = list(people)
    known = known_people(FoundPerson(_bare(p)) for p in people)
    lacking = {fold(_bare(p)): p for p in people if not (p.title and p.company)}
    told: dict[str, list[tuple[str | None, str | None]]] = {}
    owner, between, below = "", 0, 0
    for text in texts if lacking else ():
        opens = _opener(text, known)
        if len(text) >= _LEAST:
            who = _who_is_meant((_sentence(text) or ("",))[0], known)
            name = who or opens or owner
            if name in lacking:
                told.setdefault(name, []).append(_told(text, name, known, near=bool(who) or not (opens or below)))
            below += 1
        elif looks_like_name(text) >= 0.5:
            owner = ""
        else:
            between += 1
        if opens:
            owner, between, below = opens, 0, 0
        elif between > _BETWEEN or below > _FURTHER or _CLOCK.search(text):
            owner = ""
    for name, said in told.items():
        _tell(lacking[name], said)


def _bare(person: FoundPerson) -> str:
    return split_honours(person.name)[1] or person.name


def _opener(text: str, known: Known) -> str:
    """The known name, folded, that a text begins with ("Dr. Ann Archer studied law", "Archer, Leeds"); empty for none."""
    meant = _who_is_meant(_BESIDE.split(text, maxsplit=1)[0], known)
    bare = split_honours(text[:_HEAD])[1]
    first = known.names_in(bare)[:1]
    return meant or (fold(first[0]) if first and fold(bare).startswith(fold(first[0])) else "")


def _told(text: str, name: str, known: Known, *, near: bool) -> tuple[str | None, str | None]:
    """What a text says somebody is: its beginning if that is `near` the name, else the first sentence that tells both."""
    who, what = _sentence(text) or ("", "")
    named = _who_is_meant(who, known) == name
    first = _job_in(what) if named else _opening_job(text)
    if all(first) or (first[0] and near and not named):
        return first
    jobs = (_job_in(what) for who, what in said_in(text) if not who or _who_is_meant(who, known) == name)
    return next(filter(all, jobs), first if near else (None, None))


def tell_opening(person: FoundPerson, texts: Iterable[str]) -> None:
    """Give a person the job and the company that the texts about them begin with, where no line of their own tells them."""
    if not (person.title and person.company):
        _tell(person, [_opening_job(text) for text in texts if len(text) >= _LEAST and not text[:1].islower()])


def _tell(person: FoundPerson, told: list[tuple[str | None, str | None]]) -> None:
    """Add the first that texts tell whole, else what they tell first.

    To a printed job title comes the company of that post alone ("CEO", "the CEO of Acme").
    """
    if person.title:
        mine = {*fold(person.title).split()}
        told = [(job, company) for job, company in told if job and not mine.isdisjoint(fold(job).split())]
    job, company = next(filter(all, told), next(filter(any, told), (None, None)))
    person.title, person.company = person.title or job, person.company or company


def _opening_job(text: str) -> tuple[str | None, str | None]:
    """The job title and company a text begins with, both or none; one of a list of jobs, or of who says "I am", alone.

    So with a line of a life that says since when ("Since 2014 lecturer at Keele University").
    """
    text = text[:_LONGEST]
    if said := _I_AM.match(text) or _SINCE.match(text):
        return _job_in(text[said.end() :])
    told = _sentence(text)
    text = told[0].rpartition(",")[0] or text if told else text  # "Director of Acme, Ann Archer is ..."
    job, company = _job_in(text) if opens_with_job(text) else (None, None)
    if company and (begins_name(company) or _is_called(company)):
        return job, company
    return _first_of(_END.split(text, maxsplit=1)[0]), None


def _first_of(sentence: str) -> str | None:
    """The first of the jobs a sentence lists and tells nothing else ("Writer, journalist, teacher"), or its only one."""
    pieces = [piece.strip(" .") for piece in sentence.split(",")]
    jobs = sum(map(says_job, pieces))
    listed = 2 * jobs > len(pieces) and max(len(piece.split()) for piece in pieces) <= _FEW
    return pieces[0] if listed and says_job(pieces[0]) and len(pieces[0].split()) < _FEW else None


def _is_called(company: str) -> bool:
    """Whether a word for a body in small letters leads to its name ("associazione Tarnlow")."""
    body, _, name = company.partition(" ")
    return begins_name(name) and max(words_say(body)[1], words_say(company)[1]) >= 1


def tells_of_somebody(text: str) -> bool:
    """Whether a text goes on from somebody's name ("is an associate professor of law at Keele University.")."""
    return verbs().match(f" {text}") is not None and len(text.split()) > _FEW


def _sentence(text: str) -> tuple[str, str] | None:
    """Who a text begins with and what it says they are, without the words that lead to it."""
    label = _LABEL.match(text)
    text = text[label.end() if label else 0 :][:_LONGEST]
    verb = verbs().search(text, 2, 120)
    return (_without_aside(text[: verb.start()]), text[verb.end() :]) if verb else None


def _without_aside(name: str) -> str:
    """What stands before a verb without the aside behind the name ("Ann Archer (Tarn)", "Ann Archer, CEO of Tarn,")."""
    aside = _OPENS_ASIDE.search(name[:-1]) if name.endswith((")", ",")) else None
    return name[: aside.start()].rstrip() if aside else name


@cache
def _further() -> re.Pattern[str]:
    """What leads to something else somebody does ("and lives in Leeds"), which tells nothing of the job before it."""
    words = any_of({*map(plain, parts("does")), *parts("pronouns")})  # accents kept: "en el" is no "and he"
    return re.compile(rf"(?:,|\s(?:{_ALSO}))\s(?:{words}|je|ich|eu|ik|jag|jeg|seit|since|depuis|desde|dal)\b|\sand i\s")


def _who_is_meant(who: str, known: Known) -> str:
    """The known name, folded, that opens a sentence, in full or in short; empty for anybody else."""
    bare = split_honours(who.strip())[1]
    called = known.called(bare) if len(bare.split()) < 6 else []
    if not called and (short := _INITIAL.sub(" ", bare)) != bare:
        called = known.called(short)  # "Ann B. Archer" of Ann Archer
    return fold(called[0]) if len(called) == 1 else ""


def _job_in(text: str) -> tuple[str | None, str | None]:
    """The job title and company that open what a sentence says of somebody."""
    year = _YEAR.match(text)
    text = text[year.end() :] if year else text
    bare = plain_in_place(text)
    ends = [end.start() for end in (_END.search(text), _HE.search(bare), _further().search(bare)) if end]
    text = _JOINT_LAST.sub("", text[: min(ends, default=len(text))]).rstrip(" .,")
    more = (text[: m.start()] for m in _AND.finditer(text) if says_job(text[m.end() :]))
    text = next((first for first in more if all(split_affiliation(first))), text)  # "CEO of Acme and chair of Tarn"
    job, company = split_affiliation(text)
    if not job or len(job.split()) > _MOST_WORDS or not says_job(job):
        return _short_job(text) if not company else None, None
    return job, _GOES_ON.split(_PLACE.sub("", company), maxsplit=1)[0] if company else None


def _short_job(text: str) -> str | None:
    """The few words of a job that open a text which goes on to tell what else somebody does ("journalist and plays chess")."""
    first = _AND.split(text, maxsplit=1)[0].split(",", 1)[0]
    return first if first != text and len(first.split()) < _FEW and says_job(first) else None
