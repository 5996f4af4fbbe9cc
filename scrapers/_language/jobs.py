"""Job title or company? What the words of a text say."""

from __future__ import annotations

import math
import re
from functools import cache

from scrapers._language.text_kinds import text_kinds
from scrapers._language.vocabulary import table
from scrapers._language.words import CJK, items, lexicon, parts, plain
from scrapers._remembered import remembered

_SAYS_ON = re.compile(r"[:?!：？！]")
_REACH = frozenset("global group regional international national corporate country".split())
_WHOSE = frozenset(
    "of for at to in and & - – — ( | / de del della di dei delle degli des du da do dos das "
    "fur der des und et y e bei chez en em presso hos vid ved dell d l nell a au".split()
)
_APART = str.maketrans(dict.fromkeys("|｜·•;؛；,，、،/／()（）[]【】:：@＠“”„«»→⟶➔➜»›", " "))


@remembered
def job_and_company(text: str) -> tuple[float, float]:
    """Evidence that a text is a job title and that it is a company, each 0 (nothing says so) to about 3."""
    job, company = words_say(text)
    if (job or company) and CJK.search(text):
        return job, company
    kinds = text_kinds(text)
    known = kinds.job + kinds.company
    lean = known * max(-0.6, min(0.6, 0.25 * math.log((kinds.job + 0.02) / (kinds.company + 0.02))))
    if not job and not company:
        lean *= 0.8
    return job + max(0.0, lean), company + max(0.0, -lean)


def says_job(text: str) -> bool:
    """Whether a word of the lists makes the text a job title."""
    return words_say(text)[0] >= 0.6


@remembered
def opens_with_job(text: str) -> bool:
    """Whether a text begins with a job title and says next whose or where ("Director of Acme"), or nothing more.

    What goes on in another way is a title of its own: "CFO roundtable".
    """
    if _SAYS_ON.search(text):
        return False
    words = plain(text).split()
    last = 0
    for begin, end in lexicon("job").hits(text):
        last = end if begin - last < 2 and not any(w.endswith((",", ";")) for w in words[:begin]) else last
    while last and last < len(words) and lexicon("field").holds(words[last].strip(",;")):
        last += 1  # "VP Operations"
    if not last:
        return False
    return last >= len(words) or words[last - 1].endswith((",", ";")) or words[last].replace("’", "'").split("'")[0] in _WHOSE


@remembered
def may_say_job(text: str) -> bool:
    """Whether some part of the text may be a job title: a quick look for its words."""
    return bool(lexicon("job").hits(text.translate(_APART))) or CJK.search(text) is not None


@remembered
def words_say(text: str) -> tuple[float, float]:
    """The same from the word lists alone."""
    if not text.isascii() and CJK.search(text):
        return _spaceless(text)
    jobs, firms, said = (lexicon(meaning).hits(text) for meaning in ("job", "company", "field"))
    if not (jobs or firms or said):
        return 0.0, 0.0
    words = plain(text).replace("/", " ").split()
    count = len(words)
    jobs = [(a, b) for a, b in jobs if b - a > 1 or not _only_company(words, a)]
    taken = {i for a, b in jobs for i in range(a, b)}
    firms = [(a, b) for a, b in firms if a not in taken]
    fields = [a for a, _ in said if a not in taken]
    if jobs:
        firms = [(a, b) for a, b in firms if a not in fields] or firms[-1:]
    job = (1.2 if any(a == 0 or b >= count for a, b in jobs) else 0.8) if jobs else 0.0
    job += min(0.4, 0.2 * len(fields))
    company = 0.0
    if firms:
        company = 1.0 if any(a == 0 or b >= count for a, b in firms) else 0.7
        company += bool(set(words[-1:] + words[:1]) & legal_forms())
    if jobs and firms and firms[0][1] <= jobs[0][0] and not {"of", "for"}.isdisjoint(words[firms[0][1] :][:1]):
        job *= 0.3  # "Guild of Secretaries", "Acme Center for Entrepreneurship"
    elif jobs and firms and firms[-1][1] == count > jobs[-1][1] and all(words[b - 1].endswith("s") for _, b in jobs):
        job *= 0.3  # "Corporate Secretaries Alliance"
    elif jobs and firms and jobs[-1][1] >= count and firms[-1][1] < count:
        company *= 0.5  # "Institute Director": the last word decides
    elif jobs and firms == [(0, 1)] and words[0] in _REACH and jobs[0][0] < 3:
        job, company = job + 0.4, company * 0.5  # "Global Director of Investigations": the title begins with its reach
    elif jobs and firms and firms[0][0] == 0 and jobs[0][0] > 0:
        job *= 0.3  # "Office of the Auditor", "Association of Engineers"
    return job, company


def _only_company(words: list[str], at: int) -> bool:
    """Whether a word fits the lists of companies more closely than those of jobs ("Consultants", "Secretariat").

    One that is listed as both is of a company where it leads to what it is about ("Faculty of Law").
    """
    word = words[at].strip(".,;:()") if at < len(words) else ""
    firm, job = lexicon("company").fit(word), lexicon("job").fit(word)
    return firm > job or (word in lexicon("company").words and words[at + 1 : at + 2] == ["of"])


@cache
def legal_forms() -> frozenset[str]:
    """Short words that end the names of companies ("Ltd", "GmbH"), compared without case."""
    return frozenset(items(table("titles")["any"]["company"])) - {"&", "company"}


def _spaceless(text: str) -> tuple[float, float]:
    bare, jobs, firms = plain(text), lexicon("job"), lexicon("company")
    last = next((w for w in jobs.spaceless if bare.endswith(w)), "") if bare.endswith(jobs.spaceless) else ""
    both = last in firms.spaceless and bare != last  # "某某연구원": an institute, or a researcher of it
    body = bare if both else bare.removesuffix(last)  # "센터장" holds the word for a body, and is none
    job = 1.0 if last else 0.6 if jobs.inside.within(bare) else 0.8 if jobs.hits(text) else 0.0
    at_end = body.endswith(firms.spaceless) or body.startswith(firms.spaceless)
    return job, 1.0 if at_end else 0.6 if firms.inside.within(body) else 0.0


def lean_to_job(piece: str) -> float:
    """How much more a piece looks like a job title than like a company; a mere field of work leans to the title."""
    if _is_field(piece):
        return 0.25
    job, company = job_and_company(piece)
    said = words_say(piece)
    return max(job - company, said[0] - said[1]) if said[0] >= 1.2 > said[1] else job - company


def _is_field(text: str) -> bool:
    words = plain(text).replace("/", " ").replace("(", " ").replace(")", " ").split()
    return all(lexicon("field").holds(w) or w in parts("joints") for w in words)
