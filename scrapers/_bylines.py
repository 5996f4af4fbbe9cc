"""Lines that hold a title and who speaks: "Title – Ann Archer (Acme)", "Ann Archer: Title", "Title by Ann Archer".

One such line alone proves little; the lines of one format are judged together. The mark and the side that most often leaves
people on one side and something that is no name on the other is taken for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from scrapers._jobs import job_and_company
from scrapers._labels import label_inside
from scrapers._names import is_placeholder, looks_like_name, split_honours, split_people, split_role
from scrapers._text_kinds import text_kinds
from scrapers._words import CJK

_BLANK = r"(?:(?<!\s)\s+)?"  # blanks before a mark, from their first one only: a long run of them is passed once
_MARKS = {
    "dash": re.compile(rf"(?<!\s)\s+[–—―‒-]+\s+|\s[–—―-](?=\S)|(?<=\S)[–—―]\s|(?<=[^\s\d])-\s|{_BLANK}[―]\s*"),
    "colon": re.compile(rf"{_BLANK}:\s+|{_BLANK}：\s*"),
    "slash": re.compile(rf"{_BLANK}/{{1,2}}\s+|(?<!\s)\s+/{{1,2}}\s*|{_BLANK}／\s*"),
    "bar": re.compile(rf"{_BLANK}[|｜•·»>~]\s+|{_BLANK}｜\s*"),
    "comma": re.compile(rf"{_BLANK}[,，]\s+"),
    "by": re.compile(
        rf"(?:{_BLANK}[,–—-])?(?<!\s)\s+"
        r"(?:(?:presented |hosted |led )?by|w/|with|feat\.?|von|mit|par|avec|por|con|di|com|door|met|a?v|med)\s+"
    ),
    "presents": re.compile(r"(?<!\s)\s+(?:presents|präsentiert|présente|presenta|apresenta|on|über|sur|sobre|zu|o)\s*:?\s+"),
    "bracket": re.compile(rf"{_BLANK}[(（\[]\s*(?=[^()（）]*+(?:[)）]\s*)?$)"),
    "quote": re.compile(rf"(?:{_BLANK}[,:–—-])?{_BLANK}(?=[“„«\"「『])"),
}
_FIRST_NAMES = re.compile(r"(\S.{3,}?)\s*\(((?:[^\W\d_]+\.? ){0,1}[^\W\d_]+(?:\s*[+&,/]\s*[^\W\d_]+){0,3})\)")
_PLUS = re.compile(r"[+&,/]")
_CLOSE = " )）]"
_LONGEST = 300
_LONGEST_LABELLED = 1500


@dataclass(frozen=True)
class Pattern:
    """Where lines of a format are cut: at which mark, whether at its last place, and whether people stand before it."""

    mark: str
    last: bool
    people_first: bool


def part_bylines(texts: list[str]) -> list[tuple[str, str, bool] | None]:
    """For lines of one format: (title, people as printed, whether people stand first), None for lines that hold no byline."""
    lines = [text if len(text) <= _LONGEST else "" for text in texts]
    different = list(dict.fromkeys(line for line in lines if line))
    best: tuple[float, Pattern | None] = (0.0, None)
    marked = {mark: [line for line in different if form.search(line)] for mark, form in _MARKS.items()}
    for pattern in _patterns():
        value = _worth(pattern, marked[pattern.mark], len(different))
        if value > best[0]:
            best = (value, pattern)
    cuts = _first_names(lines) if best[1] is None else [_apply(best[1], line) for line in lines]
    return [at_label(text) or cut for cut, text in zip(cuts, texts, strict=True)]


def _first_names(lines: list[str]) -> list[tuple[str, str, bool] | None]:
    """The cuts of lines that mostly end in bracketed first names ("Repair your bike (Tina + Uwe)"), as grids of barcamps do.

    Rooms, languages and levels in brackets repeat; first names hardly do.
    """
    found = {line: (match[1], match[2]) for line in set(lines) if (match := _FIRST_NAMES.fullmatch(line))}
    fitting = {line: sides for line, sides in found.items() if all(map(_may_be_first_name, _parts(sides[1])))}
    called = [name for _, names in fitting.values() for name in _parts(names)]
    if len(fitting) < 5 or len(fitting) < 0.6 * len({x for x in lines if x}) or len(set(called)) < 0.7 * len(called):
        return [None] * len(lines)
    return [(*fitting[line], False) if line in fitting else None for line in lines]


def _parts(names: str) -> list[str]:
    return [name.strip() for name in _PLUS.split(names)]


def _may_be_first_name(word: str) -> bool:
    bare = split_honours(word)[1]
    return 1 < len(bare) < 14 and looks_like_name(bare) >= 0.1 and max(job_and_company(bare)) < 0.8 and bare[1:].islower()


@lru_cache(maxsize=20_000)
def at_label(text: str) -> tuple[str, str, bool] | None:
    """A line cut where a label of people stands in it ("Title. Moderator: Ann Archer"), None when it holds none."""
    if len(text) > _LONGEST_LABELLED or split_role(text)[0] or (cut := label_inside(text)) is None:
        return None
    title, names = cut
    people = split_people(names[:_LONGEST])
    if len(title) < 3 or not people or not names.startswith(people[0].name) or looks_like_name(people[0].name) < 0.5:
        return None
    if (
        looks_like_name(title) >= 0.5
        or split_people(title[:_LONGEST])
        or (text[len(title) : len(title) + 1] == " " and _says_who(title))
    ):
        return None
    return title, names, False


def _says_who(text: str) -> bool:
    """Whether a text before a label only says more of the label ("Session", "Panel and")."""
    return bool(split_role(f"{text}:")[0])


def _patterns() -> Iterator[Pattern]:
    for mark in _MARKS:
        for last in (False, True):
            for first in (False, True):
                if not (mark in ("by", "bracket") and first) and not (mark in ("presents", "quote") and last):
                    yield Pattern(mark, last, first or mark == "quote")


def _worth(pattern: Pattern, lines: list[str], count: int) -> float:
    """How well a pattern explains the lines that hold its mark, of `count` in all: good cuts, less those that make no sense.

    0 when it should not be used.
    """
    strong = pattern.mark in ("by", "quote")
    if not strong and len(lines) < max(1.5, 0.25 * count):
        return 0.0
    good, bad = 0.0, 0
    titles: list[str] = []
    for line in lines:
        sides = _cut(pattern, line)
        if sides is None:
            continue
        title, names = sides
        value = _sense(title, names)
        if value > 0:
            good += value
            titles.append(title)
        else:
            bad += 1
    if not titles or len(set(titles)) < 0.6 * len(titles) or (not strong and sum(map(_length, titles)) < 3 * len(titles)):
        return 0.0
    if good < (0.8 if strong else 1.5) or bad > (1.5 if strong else 0.7) * good:
        return 0.0
    if not strong and good < 0.25 * count:
        return 0.0
    return good - 0.5 * bad + (0.3 if strong else 0.0) - (0.3 if pattern.mark in ("comma", "presents") else 0.0)


def _cut(pattern: Pattern, line: str) -> tuple[str, str] | None:
    """(title side, people side) of a line, or None when the mark does not stand in it."""
    places = [m for m in _MARKS[pattern.mark].finditer(line) if m.start() > 0 and m.end() < len(line)]
    if not places:
        return None
    place = places[-1 if pattern.last else 0]
    left, right = line[: place.start()].strip(), line[place.end() :].strip()
    if pattern.mark == "bracket":
        right = right.strip(_CLOSE)
    if not left or not right:
        return None
    return (right, left) if pattern.people_first else (left, right)


def _length(text: str) -> float:
    """Words, or their like in scripts without blanks."""
    return max(len(text.split()), len(CJK.findall(text)) / 2)


@lru_cache(maxsize=20_000)
def _sense(title: str, names: str) -> float:
    """Whether one side reads as people and the other as a title: 1 surely, 0 not at all."""
    people = split_people(names)
    if not people or len(names) > 200:
        return 0.0
    name = min(looks_like_name(p.name) for p in people)
    covered = sum(len(p.name) + len(p.title or "") + len(p.company or "") for p in people) / len(names)
    if covered < 0.6 or name < 0.5 or is_placeholder(title):
        return 0.0
    if looks_like_name(title) >= 0.5 or split_people(title):
        return 0.0
    kinds = text_kinds(title)
    job, company = job_and_company(title)
    if len(title.split()) < 9 and max(job, company) > (0.5 if kinds.other < 0.5 else 0.9):
        return 0.0
    if split_role(f"{title}:")[0] or split_role(f"{title} by:")[0]:
        return 0.0
    return 1.0 if kinds.other > 0.5 or len(title.split()) > 5 else 0.6


def _apply(pattern: Pattern, line: str) -> tuple[str, str, bool] | None:
    """Cut a line as the others of its format; odd names count when nothing speaks against them."""
    sides = _cut(pattern, line)
    if sides is None:
        return None
    title, names = sides
    if _sense(title, names) > 0:
        return title, names, pattern.people_first
    short = len(names.split()) <= 3 and not is_placeholder(names) and max(job_and_company(names)) < 0.3
    if short and pattern.mark not in ("comma", "presents") and looks_like_name(names) >= 0.1 and looks_like_name(title) < 0.5:
        return title, names, pattern.people_first
    return None
