"""What stands beside the names of one format, cut into job title and company as most of its lines tell it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Set

from scrapers._language.jobs import job_and_company, lean_to_job, words_say
from scrapers._language.words import lexicon, parts, plain
from scrapers._people.affiliation import split_affiliation, tidied
from scrapers._people.company_behind import cut_bare
from scrapers._people.cuts import EDGES, MARK
from scrapers._people.places import is_place
from scrapers._remembered import remembered

Cut = tuple[str | None, str | None]
"""A job title and a company."""
_LEADS = re.compile(r"\S+ (?:of|for|de|des|der|für|di|d[aou]s?)\s", re.I)  # "Department of Physics" is no area of a job


def split_alike(texts: list[str]) -> list[Cut]:
    """`split_affiliation` for lines of one format: where a line alone does not tell, it is cut as most of the others are."""
    cuts = [split_affiliation(text) for text in texts]
    if len(cuts) > 3 and sum(title is not None for title, _ in cuts) >= 0.6 * len(cuts):
        cuts = [_leaning_to_job(*cut) for cut in cuts]
    cuts = _with_areas(texts, _with_bare(texts, cuts))
    habits: Counter[tuple[bool, bool]] = Counter()
    for text, (title, company) in zip(texts, cuts, strict=True):
        first = MARK.search(tidy := tidied(text)) if title and company else None
        if title and company and first:
            leads = tidy.startswith(title)
            habits[leads, len(title if leads else company) <= first.start() + 1] += 1
    if not habits or sum(habits.values()) < 0.5 * len(texts) or len(texts) < 4:
        return cuts
    (title_first, at_first), _ = habits.most_common(1)[0]
    for index, text in enumerate(texts):
        if None in cuts[index] and (parted := _part(tidied(text), at_first=at_first)):
            job, company = parted if title_first else parted[::-1]
            cuts[index] = cuts[index] if _is_body(job) else (job, company)
    return cuts


def _with_bare(texts: list[str], cuts: list[Cut]) -> list[Cut]:
    """Cuts of jobs with companies right behind them ("CEO Acme"), also where letters say little, among lines of that kind."""
    bare = [bool(title and company) and not _marks_in(text) for text, (title, company) in zip(texts, cuts, strict=True)]
    if sum(bare) < 3 or 2 * sum(bare) < len(texts):
        return cuts
    return [cut if all(cut) else cut_bare(tidied(text), sure=True) or cut for text, cut in zip(texts, cuts, strict=True)]


def _with_areas(texts: list[str], cuts: list[Cut]) -> list[Cut]:
    """Cuts where what a job is about stays with it ("Director, Digital Payments, Acme") among lines of a job and a company.

    The company is one that other lines tell, or all that lies between tells fields of work and begins no body.
    """
    told = {company for text, (title, company) in zip(texts, cuts, strict=True) if title and company and _marks_in(text) == 1}
    whole = [text for text, (title, company) in zip(texts, cuts, strict=True) if title and company and _marks_in(text)]
    usual = len(whole) > 2 and sum(_marks_in(text) == 1 for text in whole) >= 0.6 * len(whole)
    return [
        (usual and title and company and _cut_last(tidied(text), told)) or (title, company)
        for text, (title, company) in zip(texts, cuts, strict=True)
    ]


def _is_known(word: str) -> bool:
    """Whether a word is of the lists of fields and bodies, or joins two that are."""
    return lexicon("field").holds(word) or lexicon("company").holds(word) or word in parts("joints")


@remembered
def _marks_in(text: str) -> int:
    return sum(1 for _ in MARK.finditer(tidied(text)))


def _cut_last(text: str, told: Set[str]) -> tuple[str, str] | None:
    """A text of three pieces or more cut at its last mark, where that leaves a job and its area before a company."""
    places = list(MARK.finditer(text))
    if len(places) < 2:
        return None
    job, last = text[: places[0].start()], text[places[-1].end() :].strip(EDGES)
    between = [text[one.end() : other.start()] for one, other in itertools.pairwise(places)]
    areas = all(_is_known(word) for piece in between for word in plain(piece).split())
    if lean_to_job(job) <= 0.5 or is_place(last) or lean_to_job(last) > 0.1 or not (last in told or areas):
        return None
    return None if any(map(_LEADS.match, between)) else (text[: places[-1].start()].strip(EDGES), last)


def _is_body(text: str) -> bool:
    """Whether a text where a job is due can only be a body or the letters it is called by ("Faculty of Law", "ENCT")."""
    return (" " in text and words_say(text)[1] >= 0.7 and lean_to_job(text) < -0.5) or (
        len(text) > 3 and text.isupper() and " " not in text
    )


def _leaning_to_job(title: str | None, company: str | None) -> Cut:
    """A cut among lines that tell jobs: what nobody knows but reads a little more like a job is one."""
    if title is None and company:
        job, firm = job_and_company(company)
        return (company, None) if job > firm else (title, company)
    return title, company


def _part(text: str, *, at_first: bool) -> tuple[str, str] | None:
    """The text cut at its first or last mark; None when it has none, or both sides are job titles."""
    places = list(MARK.finditer(text))
    if not places:
        return None
    while len(places) > 1 and is_place(text[places[-1].end() :]):  # "Acme University, Germany"
        text, places = text[: places[-1].start()], places[:-1]
    place = places[0 if at_first else -1]
    first, second = text[: place.start()].strip(EDGES), text[place.end() :].strip(EDGES)
    if not first or not second or is_place(second) or min(lean_to_job(first), lean_to_job(second)) > 0.3:
        return None
    return first, second
