"""Lines that end in what people are called in short: first names in brackets, surnames behind a dash."""

from __future__ import annotations

import re
from functools import cache

from scrapers._bylines.marks import Cut, makes_sense, sides_at
from scrapers._language.jobs import job_and_company
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.vocabulary import any_of
from scrapers._language.words import parts, printed_parts
from scrapers._people.labels import may_be_called
from scrapers._people.names import split_people
from scrapers._people.pieces import known_given

_FIRST_NAMES = re.compile(r"(\S.{3,}?)\s*\(((?:[^\W\d_]+\.? ){0,1}[^\W\d_]+(?:\s*[+&,/]\s*[^\W\d_]+){0,3})\)")
_PLUS = re.compile(r"[+&,/]")
_MARKS = ("dash", "bar", "slash")
_TITLE, _LONG = 3, 2
_PROOF, _MOSTLY = 2, 0.8


def in_short(lines: list[str]) -> list[Cut | None]:
    """The cuts of lines of one format whose people are called in short, None for all where they are not."""
    cuts = _first_names(lines)
    return cuts if any(cuts) else _surnames(lines)


def _first_names(lines: list[str]) -> list[Cut | None]:
    """The cuts of lines that mostly end in bracketed first names ("Repair your bike (Tina + Uwe)"), as grids of barcamps do.

    Rooms, languages and levels in brackets repeat; first names hardly do.
    """
    found = {
        line: (match[1], match[2])
        for line in set(lines)
        if (match := _FIRST_NAMES.fullmatch(line)) and looks_like_name(match[1]) < 0.5
    }
    fitting = {line: sides for line, sides in found.items() if all(map(_may_be_first_name, _parts(sides[1])))}
    called = [name for _, names in fitting.values() for name in _parts(names)]
    if len(fitting) < 5 or len(fitting) < 0.6 * len({x for x in lines if x}) or len(set(called)) < 0.7 * len(called):
        return [None] * len(lines)
    return [(*fitting[line], False) if line in fitting else None for line in lines]


def _surnames(lines: list[str]) -> list[Cut | None]:
    """The cuts of lines that mostly end in surnames ("Repair your bike - Falk"), proven by others that end in whole names.

    Rooms, languages and levels repeat; surnames hardly do.
    """
    for mark in _MARKS:
        ends = {line: sides_at(mark, line)[-1] for line in set(lines) if sides_at(mark, line)}
        whole = {names for title, names in ends.values() if _are_whole(title, names)}
        if len(whole) < _PROOF:
            continue
        short = {line for line, (title, names) in ends.items() if len(title.split()) >= _TITLE and _are_called(names)}
        different = {ends[line][1] for line in short}
        if len(short) + len(whole) >= _MOSTLY * len(ends) and len(short) >= _TITLE and len(different) >= _MOSTLY * len(short):
            return [(*ends[x], False) if x in short or (x in ends and ends[x][1] in whole) else None for x in lines]
    return [None] * len(lines)


def _are_whole(title: str, names: str) -> bool:
    """Whether a side holds people whose given names all know, behind a title."""
    return makes_sense(title, names) > 0 and all(known_given(p.name) > 0 for p in split_people(names))


def _are_called(names: str) -> bool:
    """Whether each part of a side may be a surname, alone or with a particle ("Falk", "Di Falco")."""
    return all(_may_be_surname(name) for name in _joints().split(names))


def _may_be_surname(name: str) -> bool:
    *before, last = name.split()
    led = len(before) < _LONG and all(word.lower() in parts("particles") for word in before)
    return led and last[:1].isupper() and may_be_called(last)


@cache
def _joints() -> re.Pattern[str]:
    return re.compile(rf"\s*[+&,/]\s*|\s+{any_of(j for j in printed_parts('joints') if j.isalpha())}\s+")


def _parts(names: str) -> list[str]:
    return [name.strip() for name in _PLUS.split(names)]


def _may_be_first_name(word: str) -> bool:
    bare = split_honours(word)[1]
    return 1 < len(bare) < 14 and looks_like_name(bare) >= 0.1 and max(job_and_company(bare)) < 0.8 and bare[1:].islower()
