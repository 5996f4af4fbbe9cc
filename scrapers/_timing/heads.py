"""What stands above or before a text and names its part: the head of its column ("講師", "Speaker"), its label ("Room: 4")."""

from __future__ import annotations

import re
from collections import Counter

from scrapers._found import fold
from scrapers._language.fields import meanings
from scrapers._language.vocabulary import page_words, plain, words_of
from scrapers._remembered import remembered
from scrapers._timing.unit import Page

PARTS = ("title", "person", "affil", "room", "text", "other")
_PART_OF = {
    "title": "title", "sessions": "title", "speakers": "person", "moderators": "person", "hosts": "person", "name": "person",
    "job": "affil", "company": "affil", "tagline": "affil", "room": "room", "abstract": "text", "remarks": "text",
    "bio": "text", "time": "other", "start": "other", "end": "other", "date": "other", "duration": "other", "track": "other",
    "kind": "other", "id": "other", "status": "other",
}  # fmt: skip
_LONGEST = 36
_OF_A_ROOM = 2
"""Words of a head that may be what one room is called."""
_NUMBER = re.compile(r"(?<=[^\W\d_])\s(?:\d{1,2}|[A-Z])(?=\s?[:：]\s|\s[–-]\s)")
_JOINS = re.compile(r"[/|・／｜(（]")


@remembered
def part_named(text: str) -> str:
    """Which of `PARTS` a head or label names; empty when it is none that is known."""
    text = _JOINS.split(text.strip(" :：#*."))[0].strip()
    if not 1 < len(text) <= _LONGEST or len(text.split()) > 4:
        return ""
    found = [m for kind in ("session", "person") for m in meanings(text, kind)[:1]]
    if found and found[0].role == "room" and found[0].rank % 1 and len(text.split()) == _OF_A_ROOM:
        return ""  # "Main hall", "Workshop room" are rooms themselves, over what takes place there
    return _PART_OF.get(found[0].role, "") if found else ""


def part_labelled(text: str) -> str:
    """The part that a label at the head of a line names ("Sala: Auditório")."""
    for mark in (":", "："):
        label, found, value = text[:200].partition(mark)
        if found and value.strip() and value[:2] != "//":
            return part_named(label)
    return ""


@remembered
def value_labelled(text: str, words: str) -> str | None:
    """The value of a labelled line ("Room: 4", "Track – Leading"), None when the label is none of these words."""
    for mark in (":", "：", " – ", " - "):
        label, found, value = text.partition(mark)
        if found and value.strip() and words_of(plain(label)) in page_words()[words].phrases:
            return value.strip()
    return None


def track_told(text: str) -> str | None:
    """The track a line says it heads ("Track: Leading", "Track 2: Pricing"), None when it heads none."""
    return value_labelled(_NUMBER.sub("", text, count=1), "track_label")


def parts_by_column(page: Page) -> dict[tuple[int, int], str]:
    """What the first row of every table says about its columns, by table and column.

    "Name" may head titles as well as people: beside another column of titles, and none of people, it heads people.
    """
    heads: dict[tuple[int, int], str] = {}
    either: set[tuple[int, int]] = set()
    spanning: set[tuple[int, int]] = set()
    remarks: set[tuple[int, int]] = set()
    for unit in page.units:
        cell = unit.piece.cell
        if cell and cell.row <= 1 and unit.clock is None and (part := part_named(unit.text)):
            place = (cell.table, cell.column)
            remarks |= {place} if any(m.role == "remarks" for m in meanings(unit.text, "session")[:1]) else set()
            if cell.columns > 1:
                spanning |= {place} if part == "other" else set()
            elif heads.setdefault(place, part) == part == "title" and _may_head_names(unit.text):
                either.add(place)
    counts = Counter(table for table, _ in heads.keys() | spanning)
    told = {(table, part) for (table, column), part in heads.items() if (table, column) not in either}
    for table, column in either:
        if (table, "title") in told and (table, "person") not in told:
            heads[table, column] = "person"
    named = {table for (table, _), part in heads.items() if part == "person"}  # else people may stand among the remarks
    told_of = (place for place in heads if counts[place[0]] > 1 and (place not in remarks or place[0] in named))
    return _with_contents({place: heads[place] for place in told_of})


def _with_contents(heads: dict[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """The parts of columns, where the first one of "Content" heads the titles of a table with people and no titles."""
    parts = {(table, part) for (table, _), part in heads.items()}
    first: dict[int, int] = {}
    for (table, column), part in sorted(heads.items()):
        if part == "text" and (table, "person") in parts and (table, "title") not in parts:
            first.setdefault(table, column)
    return heads | dict.fromkeys(first.items(), "title")


def _may_head_names(text: str) -> bool:
    return any(meaning.role == "name" for meaning in meanings(text, "person"))


def named_in_columns(page: Page) -> set[str]:
    """What stands (folded) in the columns of tables whose heads say that they hold people."""
    heads = parts_by_column(page)
    cells = ((unit.text, unit.piece.cell) for unit in page.units)
    return {fold(text) for text, cell in cells if cell and heads.get((cell.table, cell.column)) == "person"}
