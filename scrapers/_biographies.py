"""What a sentence says somebody is: "Dr. Ann Archer is an associate professor of law at Keele University."

Biographies begin so. It counts for those of whom no line of the page tells a job title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from scrapers._affiliation import split_affiliation
from scrapers._found import FoundPerson, fold
from scrapers._jobs import says_job
from scrapers._known import Known, known_people
from scrapers._namelike import split_honours
from scrapers._vocabulary import any_of
from scrapers._words import parts

_LEAST, _LONGEST = 25, 400
_LABEL = re.compile(r"[^:.]{3,24}:\s*")
_ASIDE = re.compile(r"(?:(?<!\s)\s+)?(?:\([^()]{1,40}\)|,[^,.]{1,40},)$")
_END = re.compile(
    r"(?<=[^\W\d_]{3})[.!?](?:\s|$)|[;–—]|\s-\s|,?\s(?:who|whose|where|which|since|working|specialising|specializing|focusing|with)\s"
    r"|,\s(?:and|an?|der|die|das|o[uù]|dove|donde|onde)\s|\s(?:and|und|et|y|e)\s(?=(?:[^\W\d_]+\s){1,6}(?:at|of the)\s)"
)
_PLACE = re.compile(r"\s(?:in|based in)\s(?:the\s)?[A-ZÀ-Þ][^.]*$")
_MOST_WORDS = 9


def with_told_jobs(people: Iterable[FoundPerson], texts: Iterable[str]) -> None:
    """Give the people without a job title what a text that begins with them says they are, and where."""
    lacking = {fold(p.name): p for p in people if not p.title}
    known = known_people(lacking.values())
    for text in texts if lacking else ():
        if len(text) < _LEAST or (told := _sentence(text)) is None:
            continue
        who, what = told
        person = lacking.get(_who_is_meant(who, known))
        job, company = _job_in(what) if person is not None and not person.title else (None, None)
        if person is not None and job:
            person.title, person.company = job, person.company or company


def _sentence(text: str) -> tuple[str, str] | None:
    """Who a text begins with and what it says they are, without the words that lead to it."""
    label = _LABEL.match(text)
    text = text[label.end() if label else 0 :][:_LONGEST]
    verb = _verbs().search(text, 2, 120)
    return (_ASIDE.sub("", text[: verb.start()]), text[verb.end() :]) if verb else None


@cache
def _verbs() -> re.Pattern[str]:
    """The words that lead from a name to what somebody is, with the article behind them."""
    return re.compile(rf"\s(?:{any_of(parts('is_a'))}|[èé](?:\s(?:una?|um|uma))?)\s+", re.I)


def _who_is_meant(who: str, known: Known) -> str:
    """The known name, folded, that opens a sentence, in full or in short; empty for anybody else."""
    bare = split_honours(who.strip())[1]
    called = known.called(bare) if len(bare.split()) < 6 else []
    return fold(called[0]) if len(called) == 1 else ""


def _job_in(text: str) -> tuple[str | None, str | None]:
    """The job title and company that open what a sentence says of somebody."""
    end = _END.search(text)
    job, company = split_affiliation(text[: end.start() if end else len(text)].rstrip(" .,"))
    if not job or len(job.split()) > _MOST_WORDS or not says_job(job):
        return None, None
    return job, _PLACE.sub("", company) if company else None
