"""Affiliations whose company stands before the job, no mark between: Turkish, Hungarian, Baltic, Chinese, Japanese, Korean."""

from __future__ import annotations

import re
from functools import cache

from scrapers._language.jobs import lean_to_job, words_say
from scrapers._language.vocabulary import table
from scrapers._language.words import CJK, Lexicon, items, lexicon, parts, plain, plain_in_place

_APART = (",", ";", ":", " - ", " – ", " | ")
_EDGES = " \t\n,;:|•·–—-/*，、；｜／"
_QUOTES = '«“„"'
_LATIN_POST = re.compile(r"(.*[\u3040-\u30ff\u3400-\u9fff])\s?((?:C[ETOFMI]O|VP|SVP|PM)(?:[ &]+[A-Z]{2,4})?)")
_MIXED = re.compile(r"[A-Za-z][\u3400-\u9fff]")


def cut_turkish(text: str) -> tuple[str, str] | None:
    """Cut "Marmara Denetim Kıdemli Ortağı": in Turkish the company leads and the job ends it."""
    words = text.split()
    jobs, fields, openers, bodies = _turkish()
    led = len(words) > 1 and openers.holds(plain(words[-2]))
    if any(mark in text for mark in _APART) or not jobs.holds(plain(words[-1])):
        return None
    if not led and not plain(words[-1]).endswith(("i", "u")):
        return None
    first = len(words) - 1
    while first and any(known.holds(word := plain(words[first - 1])) for known in (jobs, fields, openers)):
        if bodies.holds(word) and not openers.holds(word):
            break
        first -= 1
    return (" ".join(words[first:]), " ".join(words[:first])) if 0 < first < 5 and words[0][:1].isupper() else None


def cut_hungarian(text: str) -> tuple[str, str] | None:
    """Cut "az Alföld Intézet stratégiai igazgatója": in Hungarian a job in small letters belongs to the body before it."""
    words = text.split()
    own = plain(words[-1]).endswith(("a", "e")) and words[-1].islower() and _hungarian().holds(plain(words[-1]))
    if any(mark in text for mark in _APART) or not own:
        return None
    body = words[words[0] in ("a", "az") :]
    first = max((at for at, word in enumerate(body, 1) if not word.islower()), default=0)
    return (" ".join(body[first:]), " ".join(body[:first])) if 0 < first < len(body) < first + 5 else None


def cut_owner(text: str) -> tuple[str, str] | None:
    """Cut "Tartu Ülikooli professor", "UAB „Kelmas“ vadovas": a job in small letters that ends the text belongs to a body."""
    words = text.split()
    bare = [plain(word) for word in words]
    if any(mark in text for mark in _APART) or not words[-1].islower() or not lexicon("job").holds(bare[-1]):
        return None
    firms = [lexicon("company").holds(word) for word in bare]
    first = max((at for at, word in enumerate(words, 1) if firms[at - 1] or not word.islower()), default=0)
    named = [
        word[:1].isupper() and not (firm or lexicon("field").holds(word.lower()))
        for word, firm in zip(words, firms, strict=True)
    ]
    quoted = any(word[0] in _QUOTES for word in words)
    if not 1 < first < len(words) < first + 5 or not (any(firms[:first]) or quoted) or not (quoted or any(named[:first])):
        return None
    if lexicon("job").hits(" ".join(words[:first])) or not parts("joints").isdisjoint(bare) or not words[0][0].isupper():
        return None
    return " ".join(words[first:]), " ".join(words[:first])


@cache
def _hungarian() -> Lexicon:
    return Lexicon.of(items(table("titles")["hu"]["job"]))


@cache
def _turkish() -> tuple[Lexicon, Lexicon, Lexicon, Lexicon]:
    """Words of jobs, of what they are about, that open them, and of bodies."""
    job, field, openers, company = (Lexicon.of(items(table("titles")["tr"][n])) for n in ("job", "field", "openers", "company"))
    return job, field, openers, company


def cut_spaceless(first: str) -> tuple[str, str] | None:
    """Cut "某某大學教授", "某某大學 資訊系 教授", "教授 某某大學": where the words for a body end, or where a blank stands."""
    if match := _LATIN_POST.fullmatch(first):
        return match[2], match[1].strip(_EDGES)
    bare = plain_in_place(first)
    if 2 * len(CJK.findall(first)) <= sum(c.isalpha() for c in first) and not bare.endswith(lexicon("job").spaceless):
        return None
    words = [word for word in first.replace("／", " ／ ").split() if word.strip(_EDGES)]
    leans = [lean_to_job(word) for word in words]
    if len(words) > 1 and not _MIXED.search(words[-1]):
        if _is_job(words[-1]) and not any(any(words_say(word)) for word in words[:-1]):
            return words[-1].strip(_EDGES), " ".join(words[:-1]).strip(_EDGES)
        for cut in range(len(words) - 1, 0, -1):
            if min(leans[cut:]) > 0.1 >= max(leans[:cut]) and (leans[cut] > 0.3 or CJK.search(words[cut])):
                return " ".join(words[cut:]).strip(_EDGES), " ".join(words[:cut]).strip(_EDGES)
        for cut in range(1, len(words)):
            if min(leans[:cut]) > 0.1 >= max(leans[cut:]):
                return " ".join(words[:cut]).strip(_EDGES), " ".join(words[cut:]).strip(_EDGES)
    jobs = [bare.rfind(w) for w in lexicon("job").spaceless if bare.endswith(w)]
    if not jobs:
        return None
    if led := [at for w in _openers() if 1 < (at := bare.find(w)) < min(jobs)]:
        jobs = [min(led)]  # "亚太区董事总经理": where somebody works opens the job
    ends = [bare.rfind(w, 0, min(jobs)) + len(w) for w in lexicon("company").spaceless if w in bare[: min(jobs)]]
    cut = max((e for e in ends if e <= min(jobs)), default=0)
    opens = any(bare.startswith(w) and len(w) == cut for w in lexicon("company").spaceless)
    if not cut or opens:  # "合同会社サンプル代表社員": the word for a body stands before its name
        latin = bare[: min(jobs)].strip().isascii()
        cut = min(jobs) if opens or led or latin or (bare[min(jobs) - 1] in _bodies() and min(jobs) > 1) else 0
    if 0 < cut < len(first):
        return first[cut:].strip(_EDGES), first[:cut].strip(_EDGES)
    return None


def _is_job(word: str) -> bool:
    """Whether a word in Chinese, Japanese or Korean is nothing but a job title of the lists."""
    return plain_in_place(word) in lexicon("job").spaceless


@cache
def _openers() -> tuple[str, ...]:
    """Words that open a job title in Chinese: where it holds, how high it stands."""
    return tuple(items(table("titles")["cjk"]["openers"]))


@cache
def _bodies() -> frozenset[str]:
    """Signs that end the name of a body in Chinese and Japanese."""
    return frozenset(items(table("titles")["cjk"]["bodies"]))
