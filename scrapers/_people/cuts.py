"""All ways in which what stands beside a name may be cut into a job title and a company."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from scrapers._language.vocabulary import any_of, table
from scrapers._language.words import CJK, items, parts

_FORM = (  # "Acme, Inc."
    r"\s{0,20}(?i:inc|ltd|llc|llp|corp|gmbh|kft|zrt|s\.a|a\.\s?s|d\.\s?[od]|s\.\s?[pr]\.\s?[al]|(?:spol\.\s?)?s\.?\s?r\.\s?o|sp\.\s?z)(?=\W|$)"
)
MARK = re.compile(
    r"(?:(?<!\s)\s{1,20})?(?:\n|\s(?:[|•·▪/]|//|\|\|)\s|｜|／|\s[–—-]\s|;|：|(?<=\w):\s|(?<=[^\W\d_]{5})\.\s(?=[A-ZÀ-Þ])"
    rf"|(?P<comma>[,，、،](?!{_FORM})))\s{{0,20}}"
)
"""What may part a job from a company; no comma before a company's legal form."""
_FORM_HERE = re.compile(_FORM)
EDGES = " \t\n,;:|｜•·–—-/*،"
"""What stands around a job or a company without being part of it."""
_BRACKET = re.compile(r"\s{0,9}[(（]\s{0,9}")
_SHORT = re.compile(
    r"(?<!\s)\s{1,9}(?:(?:de|do|à|di|at)\s{1,9})?(?:l|d|dell|nell|all)['’]\s?(?=\S)|(?<=\w)['’](?=[A-Z])|\s{0,9}@\s{0,9}(?=\S)",
    re.I,
)
_BLANK = re.compile(r"\s+")
_END = re.compile(r"\s{0,9}(?:[,;(（\n|、/，]|\.\s|\s[–—-]\s)")
_LONGEST = 240
_MANY_WORDS, _MOST_PLACES, _MOST_ENDS, _MOST_SIGNS = 16, 26, 6, 40


@dataclass(frozen=True, slots=True)
class Cut:
    """One way to cut a text: the job, the company (either may be empty), what parts them, and what is left out behind."""

    job: str
    company: str
    mark: str = ""
    rest: str = ""
    company_first: bool = False

    @property
    def way(self) -> str:
        """Which of both there are, in the order of the text: "j", "c", "jc" or "cj"."""
        return "cj" if self.company_first else ("j" if self.job else "") + ("c" if self.company else "")


def cuts_of(text: str) -> list[Cut]:
    """The ways to cut a text, each once: the whole as either, and both in either order; what stands behind may be left out."""
    text = text[:_LONGEST]
    ends = sorted({*_ends(text), len(text)})
    found: dict[tuple[str, str], Cut] = {}
    for cut in _cuts(text, ends):
        if cut.job or cut.company:
            found.setdefault((cut.job, cut.company), cut)
    return list(found.values())


def _cuts(text: str, ends: list[int]) -> Iterator[Cut]:
    for end in ends:
        yield Cut(trimmed(text[:end]), "", "", text[end:])
        yield Cut("", trimmed(text[:end]), "", text[end:])
    for first, second, mark in _places(text):
        behind = [end for end in ends if end > second]
        for end in {*behind[:_MOST_ENDS], *behind[-1:]}:
            left, right = trimmed(text[:first]), trimmed(text[second:end])
            if left and right:
                yield Cut(left, right, mark, text[end:])
                if not mark.startswith("w:"):
                    yield Cut(right, left, mark, text[end:], company_first=True)


def trimmed(text: str) -> str:
    """A part of a text without the marks and lone brackets around it."""
    text = text.strip(EDGES)
    for opening, closing in ("()", "（）"):
        if text.count(closing) > text.count(opening):
            text = text.rstrip(". " + closing)
        elif text.count(opening) > text.count(closing):
            text = text.removeprefix(opening)
    return text.strip(EDGES)


def _places(text: str) -> list[tuple[int, int, str]]:
    """Where a job and a company may part: begin and end of what parts them, and what it is, as the weights name it."""
    places: dict[tuple[int, int], str] = {}
    for match in MARK.finditer(text):
        places[match.span()] = "comma" if match["comma"] else f"mark:{match[0].strip()[:2]}"
    for match in _BRACKET.finditer(text):
        places[match.span()] = "br"
    for match in [*_joins().finditer(text), *_SHORT.finditer(text)]:
        places.setdefault(match.span(), "w:" + " ".join(match[0].lower().split()))
    taken = list(places)
    few = len(text.split()) <= _MANY_WORDS
    for match in _BLANK.finditer(text):
        begins_name = text[match.end() : match.end() + 1].isupper()
        if (few or begins_name) and not any(a <= match.start() and match.end() <= b for a, b in taken):
            places[match.span()] = "sp"
    if CJK.search(text):
        for at in range(1, min(len(text), _MOST_SIGNS)):
            if CJK.match(text[at]) and not text[at - 1].isspace() and not any(a < at < b for a, b in taken):
                places.setdefault((at, at), "cjk")
    fit = (
        (first, second, mark)
        for (first, second), mark in sorted(places.items())
        if first > 0 and second < len(text) and not _is_form(text, second) and (mark == "br" or not _is_inside(text, first))
    )
    return [place for place, _ in zip(fit, range(_MOST_PLACES), strict=False)]


def _ends(text: str) -> Iterator[int]:
    """Where a company, or the first of several posts, may end before the text does."""
    places = sorted({m.start(): m.end() for m in [*_END.finditer(text), *_and().finditer(text)]}.items())
    fit = (first for first, second in places if first and not _is_form(text, second) and not _is_inside(text, first))
    for end, _ in zip(fit, range(_MOST_ENDS + 3), strict=False):
        yield end


def _is_form(text: str, at: int) -> bool:
    """Whether the legal form of a company stands here, as in "Acme, Inc."."""
    return _FORM_HERE.match(text, at) is not None


def _is_inside(text: str, at: int) -> bool:
    """Whether a place in a text stands in brackets that close again behind it ("Lead (Construction, India), Acme")."""
    return any(
        text.count(opening, 0, at) > text.count(closing, 0, at) and closing in text[at:] for opening, closing in ("()", "（）")
    )


@cache
def small_words() -> frozenset[str]:
    """Words that join others or stand within names."""
    return parts("joints") | parts("particles")


@cache
def _joins() -> re.Pattern[str]:
    words = any_of({*items(table("titles")["any"]["joins"]), *(w for w in parts("joints") if w.isalpha() or w == "&")})
    return re.compile(rf"(?<!\s)\s{{1,9}}(?:{words}\s{{1,9}}){{1,3}}(?=\S)")  # "The" and "La" are part of a name


@cache
def _and() -> re.Pattern[str]:
    words = any_of({*(w for w in parts("joints") if w.isalpha()), *items(table("titles")["any"]["in"])})
    return re.compile(rf"(?<!\s)\s{{1,9}}{words}\s", re.I)
