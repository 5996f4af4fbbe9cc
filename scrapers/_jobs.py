"""Job title or company? What the words of an affiliation say, and where to cut one from the other."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache

from scrapers._text_kinds import text_kinds
from scrapers._words import CJK, items, lexicon, plain, table

_STRONG = re.compile(r"\s*(?:\n|\s[|•·▪]\s|\s[–—-]\s|;|\s@\s?|(?<=\S)@(?=\s)|\s//?\s|：|(?<=\w):\s)\s*")
_BRACKET = re.compile(r"([^()（）]+)[(（]([^()（）]+)[)）]")
_COMMA = re.compile(r"\s*[,，、]\s*")
_PROPER = re.compile(r"(?:(?:the|der|die|das|dem|den|l[ae]s?|l['’]|il|lo|el|los|o|a|het|de|eine[mr]?)\s+)?[^a-zà-ÿа-я]")
_EDGES = " \t\n,;:|•·–—-/"
_OF = re.compile(r"\s+(?:of|de|di|von|van)\s+(?=\S)", re.I)
_OF_THE = re.compile(
    r"\s+(?:of the|de la|de l['’]|du|des|del|de los|de las|della|dello|delle|dell['’]|do|da|dos|das|der|des|van de|van het)\s*(?=\S)", re.I
)
_ALONE = re.compile(
    r"[A-Z]{2,4}|(?:Co-?)?[Ff]ounder|Geschäftsführer(?:in)?|Gründer(?:in)?|Inhaber(?:in)?|PDG|Chairman|President|Owner"
)


@cache
def _at() -> re.Pattern[str]:
    words = sorted(
        {w.strip() for t in table("titles").values() for w in items(t.get("at", "")) if len(w) > 1}, key=len, reverse=True
    )
    sure = [
        w
        for w in words
        if w
        in ("at", "bei", "beim", "chez", "presso", "hos", "bij", "from", "with the", "в", "na", "en", "no", "vid", "ved", "w")
    ]
    return re.compile(rf"\s+(?:{'|'.join(map(re.escape, sure))})\s+(?=\S)|\s+@\s*", re.I)


@lru_cache(maxsize=20_000)
def job_and_company(text: str) -> tuple[float, float]:
    """Evidence that a text is a job title and that it is a company, each 0 (nothing says so) to about 3."""
    job, company = _words_say(text)
    kinds = text_kinds(text)
    known = kinds.job + kinds.company
    lean = known * max(-1.0, min(1.0, 0.5 * math.log((kinds.job + 0.02) / (kinds.company + 0.02))))
    return job + max(0.0, lean), company + max(0.0, -lean)


def _words_say(text: str) -> tuple[float, float]:
    words = plain(text).replace("/", " ").split()
    if not words:
        return 0.0, 0.0
    count = len(words)
    jobs, fields, firms = (lexicon(kind).hits(text) for kind in ("job", "field", "company"))
    taken = {i for a, b in jobs for i in range(a, b)}
    job = 0.0
    if jobs:
        job = 1.2 if any(a == 0 or b >= count for a, b in jobs) else 0.8
    job += min(0.4, 0.2 * sum(a not in taken for a, _ in fields)) if fields else 0.0
    company = 0.0
    firms = [(a, b) for a, b in firms if a not in taken]
    if firms:
        company = 1.0 if any(a == 0 or b >= count for a, b in firms) else 0.7
        if set(words[-1:]) & _legal() or words[0] in ("ооо", "зао", "пао", "ао"):
            company += 1.0
    if CJK.search(text):
        job, company = _spaceless(text)
    elif jobs and firms and jobs[-1][1] >= count and firms[-1][1] < count:
        company *= 0.5  # "Institute Director": the last word decides
    elif jobs and firms and firms[0][0] == 0 and jobs[0][0] > 0:
        job *= 0.6  # "Board of Directors", "Association of Engineers"
    return job, company


@cache
def _legal() -> frozenset[str]:
    return frozenset(items(table("titles")["any"]["company"])) - {"&", "company", "as_"}


def _spaceless(text: str) -> tuple[float, float]:
    bare = plain(text)
    jobs = [w for w in lexicon("job").spaceless if w in bare]
    firms = [w for w in lexicon("company").spaceless if w in bare]
    job = 1.0 if any(bare.endswith(w) for w in jobs) else 0.6 if jobs else 0.0
    company = 1.0 if any(bare.endswith(w) or bare.startswith(w) for w in firms) else 0.6 if firms else 0.0
    if lexicon("job").hits(text) and not job:
        job = 0.8
    return job, company


def split_affiliation(text: str) -> tuple[str | None, str | None]:
    """Cut what stands beside a name into (job title, company).

    It is cut only where words or marks give reason to; otherwise the whole is the likelier of the two and the other None.
    """
    text = text.strip(_EDGES)
    if text.startswith(("(", "[")) and text.endswith((")", "]")):
        text = text[1:-1].strip(_EDGES)
    if not text or not any(c.isalnum() for c in text):
        return None, None
    return _cut_bracket(text) or _cut_at(text) or _cut_strong(text) or _cut_commas(text) or _cut_words(text) or _whole(text)


def _whole(text: str) -> tuple[str | None, str | None]:
    job, company = job_and_company(text)
    if job > company + 0.3 or (text[:1].islower() and not company and " " in text):
        return text, None
    return None, text


def _cut_bracket(text: str) -> tuple[str | None, str | None] | None:
    """Cut "Head of Sales (Acme)"; an abbreviation in brackets stays with what it abbreviates."""
    match = _BRACKET.fullmatch(text)
    if match is None:
        return None
    before, inside = match[1].strip(_EDGES), match[2].strip(_EDGES)
    job, company = job_and_company(before)
    if job > company + 0.5 and job_and_company(inside)[0] < 0.5 and not (inside.isupper() and len(inside) < 4):
        return before, inside
    return None


def _cut_at(text: str) -> tuple[str, str] | None:
    for match in _at().finditer(text):
        left, right = text[: match.start()].strip(_EDGES), text[match.end() :].strip(_EDGES)
        if left and right and job_and_company(left)[0] > 0.5 and _PROPER.match(right):
            return left, right
    return None


def _cut_strong(text: str) -> tuple[str | None, str | None] | None:
    pieces = [p for p in _STRONG.split(text) if p.strip(_EDGES)]
    if len(pieces) < 2:
        return None
    return _arrange(pieces, text, _STRONG)


def _cut_commas(text: str) -> tuple[str | None, str | None] | None:
    pieces = [p for p in _COMMA.split(text) if p]
    if len(pieces) < 2:
        return None
    return _arrange(pieces, text, _COMMA)


def _arrange(pieces: list[str], text: str, mark: re.Pattern[str]) -> tuple[str | None, str | None] | None:
    """The cut that leaves job words on one side and companies on the other; None when none does."""
    lean = []
    for piece in pieces:
        job, company = job_and_company(piece)
        lean.append(job - company if job or company else 0.0)
    best: tuple[float, int, bool] | None = None
    for cut in range(1, len(pieces)):
        left, right = sum(lean[:cut]), sum(lean[cut:])
        if lean[0] > 0.3:
            best = max(best or (0.0, 0, False), (left - right + 0.1 * (lean[cut] <= 0), -cut, False))
        elif lean[-1] > 0.5 and right > 0 >= left:
            best = max(best or (0.0, 0, False), (right - left - 0.2, -cut, True))
    if best is None or best[0] <= 0 or not best[1]:
        return None
    cut = -best[1]
    if all(x > 0.3 for x in lean):
        return text, None
    places = [m for m in mark.finditer(text) if text[: m.start()].strip(_EDGES) and text[m.end() :].strip(_EDGES)]
    if cut > len(places):
        return None
    left_text, right_text = text[: places[cut - 1].start()].strip(_EDGES), text[places[cut - 1].end() :].strip(_EDGES)
    return (right_text, left_text) if best[2] else _tidy(left_text, right_text)


def _tidy(title: str, company: str) -> tuple[str | None, str | None]:
    job, firm = job_and_company(company)
    if job > firm + 0.5:
        return f"{title}, {company}", None
    return title, company


def _cut_words(text: str) -> tuple[str | None, str | None] | None:
    """Cut where no mark stands: "Founder of Acme", "Professor of the University of Elsewhere", "CEO Acme"."""
    for mark, heads in ((_OF_THE, None), (_OF, lexicon("heads").words)):
        for match in reversed(list(mark.finditer(text))):
            left, right = text[: match.start()].strip(_EDGES), text[match.end() :].strip(_EDGES)
            if left and _ends_in_job(left, heads) and _is_proper(right):
                return left, right
    words = text.split()
    if 2 <= len(words) <= 6 and _ALONE.fullmatch(words[0]) and lexicon("job").holds(plain(words[0])):
        rest = " ".join(words[1:])
        if rest[:1].isupper() and not lexicon("field").hits(rest) and not lexicon("job").hits(rest):
            return words[0], rest
    if CJK.search(text) and len(words) == 2:
        first, second = job_and_company(words[0]), job_and_company(words[1])
        if second[0] > second[1] and first[0] <= first[1]:
            return words[1], words[0]
        if first[0] > first[1] and second[0] <= second[1]:
            return words[0], words[1]
    return None


def _ends_in_job(left: str, heads: frozenset[str] | None) -> bool:
    """Whether the words before "of" are a job title (one that is followed by a company, where `heads` are given)."""
    if job_and_company(left)[0] < 0.8:
        return False
    return heads is None or plain(left).replace("&", " ").split()[-1] in heads


def _is_proper(right: str) -> bool:
    """Whether what follows "of" is the name of a company or body rather than a field of work."""
    words = right.split()
    hits = lexicon("company").hits(right)
    if hits and hits[0][0] == 0 and len(words) > 1:
        return True
    capital = [w for w in words if w[:1].isupper() or w[:1].isdigit()]
    common = [w for w in capital if lexicon("field").holds(plain(w)) or lexicon("job").holds(plain(w))]
    return right[:1].isupper() and len(capital) >= 0.5 * len(words) and len(common) < len(capital) - (common[:1] == capital[:1])
