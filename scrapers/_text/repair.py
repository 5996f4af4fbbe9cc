"""Plain text put right where copying broke it: lost breaks of lines and cells, clocks run together, days with more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from scrapers._language.dates import find_dates
from scrapers._language.days import find_weekday
from scrapers._language.jobs import job_and_company
from scrapers._language.kinds import is_kind
from scrapers._language.namelike import looks_like_name
from scrapers._language.time_words import with_colons
from scrapers._language.times import find_clocks
from scrapers._language.vocabulary import page_words, plain, words_of
from scrapers._people.labels import split_role
from scrapers._text.echoes import without_captions, without_echoes
from scrapers._timing.unit import TRIM, without_time_words

_LONG, _LONGEST, _FEW = 240, 100_000, 4
"""Characters of a line in which several slots may stand, and how many ranges of clocks show that they do."""
_POINT = re.compile(r" ([·•▪◦✔]) ")
_DAY_LINE, _KIND = 120, 30
_MARKS = re.compile(r"\s[-–—|]\s|:\s|(?<!\s)[ \u3000]{2,}")
_WORD = re.compile(r"\w")
_ZONE = re.compile(r"\b(?:[A-Z]{2,4}T|UTC|GMT|local time|Ortszeit|heure locale|hora local)\b")
_TOUCHING = re.compile(r"(?<![\d.:])((?:[01]?\d|2[0-3])([:.h])[0-5]\d)(?=(?:[01]\d|2[0-3])\2[0-5]\d(?![\d.:]))")
_LEADER = re.compile(r"(?<!\s)\s*(?:\.{4,}|…{2,}|_{4,}|(?<!\S)\.(?:\s\.){3,})\s*")
"""The row of dots that leads the eye from a title to its clock."""
_LENGTH = re.compile(r"(?<![\d.:])((?:[01]\d|2[0-3])[:.][0-5]\d)(?=\d{1,3}\s?(?:min|h|uur|std)\b)", re.I)
_HALF = re.compile(r"(?<=\d)(\s?[AaPp]\.?[Mm]\.?)(?=[A-ZÀ-Þ][a-zà-ÿ])")
_LETTERS, _CAMEL = re.compile(r"[^\W\d_]+"), re.compile(r"[a-zà-ÿ][A-ZÀ-Þ]")
_OFTEN = 3
_GLUED_LINE = 400
_NAMED = 0.7
_PARTS = re.compile(r"[\t|,;(]")
_QUOTES = "”»"
_QUOTED = re.compile("[“„«”»]")
"""Signs of quotation; ”Swedish” and »German« ones are opened by what closes others."""
_LEAST_HALF = 3
"""So many letters at least on both sides of a joint that a copy left without a blank: "McAdam" and "LinkedIn" have none."""
_LEAST_SURE, _LEAST_LIKELY = 1, 3
"""So many lines whose joint is sure, or likely, show that a text was copied without the blanks between its elements."""


def repaired(text: str) -> str:
    """The text with what was lost or doubled in copying put right."""
    text = _with_own_clocks(_in_lines(with_colons(_with_clocks_apart(_without_leaders(text)))))
    return without_echoes(_with_days_apart(_unglued(without_captions(text))))


def _with_clocks_apart(text: str) -> str:
    """A text in which no clock touches the next, its length or a word ("09:0009:30", "13:0010 min", "8:45 AMOpening")."""
    return _HALF.sub(r"\1 ", _LENGTH.sub(r"\1 ", _TOUCHING.sub(r"\1 – ", text)))


def _without_leaders(text: str) -> str:
    """A text in which clocks that rows of dots lead to ("Lunch ........ 12:30") stand before what they are the time of."""
    return "\n".join(_led_to_front(line) if _LEADER.search(line) else line for line in text.split("\n"))


def _led_to_front(line: str) -> str:
    *told, last = (part.strip() for part in _LEADER.split(line))
    clocks = find_clocks(last) if len(last) < _KIND else []
    led = clocks and told and not without_time_words(f"{last[: clocks[0].at]}{last[clocks[0].upto :]}".strip(TRIM))
    return (
        f"{last} {' – '.join(told)}" if led and not find_clocks(told[0]) else " – ".join(part for part in (*told, last) if part)
    )


def _in_lines(text: str) -> str:
    """A text whose breaks of lines were lost begins a line at each range of clocks, and at each point of a list."""
    return "\n".join(_cut(line) if _LONG < len(line) < _LONGEST else line for line in text.split("\n"))


def _cut(line: str) -> str:
    spans = [span for span in find_clocks(line) if span.end is not None and line[span.at - 1 : span.at] in ("", " ")]
    if len(spans) < _FEW or any(later.start < span.start for span, later in pairwise(spans)):
        return line
    edges = [0, *(span.at for span in spans if span.at), len(line)]
    return _POINT.sub(r"\n\1 ", "\n".join(line[at:upto].strip() for at, upto in pairwise(edges)))


def _with_own_clocks(text: str) -> str:
    """A text that tells the visitor's and the venue's time of every session with the venue's alone, which names its zone."""
    lines = text.split("\n")
    own: dict[int, int] = {}
    first, firsts = -1, 0
    for at, line in enumerate(lines):
        clocks = find_clocks(line) if len(line) < _DAY_LINE else []
        if len(clocks) == 1 and not _WORD.search(_ZONE.sub("", line[clocks[0].upto :])):
            if not _ZONE.search(line):
                first, firsts = at, firsts + 1
            elif first >= 0:
                own[first], first = at, -1
    if len(own) < _OFTEN or len(own) * 5 < firsts * 4:
        return text
    for at, place in own.items():
        shown, told = find_clocks(lines[at])[0], find_clocks(lines[place])[0]
        lines[at] = lines[at][: shown.at] + lines[place][told.at : told.upto] + lines[at][shown.upto :]
        lines[place] = ""
    return "\n".join(lines)


def _unglued(text: str) -> str:
    """A text in which what touches without a blank, as elements side by side are copied, stands on lines of its own.

    Names, jobs, companies, rooms and kinds of sessions show where ("Ana BergHead of SalesTarn AG").
    """
    lines = text.split("\n")
    often = {word for word, count in Counter(_LETTERS.findall(text)).items() if count >= _OFTEN and _CAMEL.search(word)}
    found = {at: cuts for at, line in enumerate(lines) if len(line) < _GLUED_LINE and (cuts := list(_joints(line, often)))}
    sure = sum(any(both for _, both in cuts) for cuts in found.values())
    if sure < _LEAST_SURE and len(found) < _LEAST_LIKELY:
        return text
    for at, cuts in found.items():
        edges = [0, *(cut for cut, _ in cuts), len(lines[at])]
        lines[at] = "\n".join(lines[at][one:two].rstrip(", ") for one, two in pairwise(edges))
    return "\n".join(lines)


def _joints(line: str, often: set[str]) -> Iterator[tuple[int, bool]]:
    """Where a line is to be cut, and whether the pieces on both sides tell what they are; words told `often` may be brands."""
    edges = [0, *(at for at in range(_LEAST_HALF, len(line) - 1) if _is_joint(line, at)), len(line)]
    if len(edges) < 3:
        return
    for before, at, after in zip(edges, edges[1:], edges[2:], strict=False):
        left, right = _PARTS.split(line[before:at])[-1].strip(), _PARTS.split(line[at:after])[0].strip()
        tell, tells = _tells(left), _tells(right)
        one = _tells(left if tell else right, company=False)
        brand = any(word[0] in often and word.start() < at < word.end() for word in _LETTERS.finditer(line))
        if (tell and tells) or (one and not brand and " " in (right if tell else left)):
            listed = line.rfind(", ", before, at) if before and line[before:at].count(", ") == 1 else -1
            if listed > 0 and looks_like_name(left) >= _NAMED:
                yield listed + 2, False  # who is next in a list
            yield at, tell and tells


def _is_joint(line: str, at: int) -> bool:
    """Whether a small letter or the end of a phrase touches a capital, neither in a short half of a name or a brand."""
    if not line[at].isupper() or line[at - 1].isspace():
        return False
    after = line[at : at + _LEAST_HALF]
    if not after[1:].islower() or len(after) < _LEAST_HALF or not after.isalpha():
        return False
    before = line[at - _LEAST_HALF : at]
    ends = before.isalpha() and (before[1:].islower() or before.isupper()) and before != "Mac"
    return ends or before[-1] in ")!?" or (before[-1] in _QUOTES and len(_QUOTED.findall(line, 0, at)) % 2 == 0)


def _tells(piece: str, *, company: bool = True) -> bool:
    """Whether a piece is by itself a name, a job, a company (if asked for), a room, or a kind of session."""
    name = split_role(piece)[1]
    if " " in name and looks_like_name(name) >= _NAMED:
        return True
    return (
        max(job_and_company(piece)[: 1 + company]) > 0.5
        or page_words()["room"].within(piece)
        or (len(piece) < _KIND and is_kind(words_of(plain(piece))))
    )


def _with_days_apart(text: str) -> str:
    """A text whose headings of days tell more ("June 24 — Wednesday — Ideas at work") tells that on the next line."""
    lines = text.split("\n")
    cut = {at: parts for at, line in enumerate(lines) if len(line) < _DAY_LINE and (parts := _day_and_rest(line))}
    for at, parts in cut.items() if len(cut) > 1 else ():
        lines[at] = "\n".join(parts)
    return "\n".join(lines)


def _day_and_rest(line: str) -> tuple[str, str] | None:
    """The day at the head of a line and what follows it, where both are there and no clock."""
    if not any(map(str.isdigit, line)) or find_clocks(line):
        return None
    for mark in reversed(list(_MARKS.finditer(line))):
        day, rest = line[: mark.start()].strip(), line[mark.end() :].strip()
        dates = find_dates(day)
        if len(dates) == 1 and len(rest) > 3 and not find_dates(rest) and find_weekday(rest) is None:
            left = day[: dates[0].at] + day[dates[0].upto :]
            words = [word for word in left.split() if any(map(str.isalnum, word))]
            if len(words) <= (dates[0].weekday is not None):
                return day, rest
    return None
