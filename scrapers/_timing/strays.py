"""Clocks that open no slot, taken back into the text: odd forms without company, asides, clocks said in passing."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable

from scrapers._html.lines import Lines
from scrapers._language.dates import find_dates
from scrapers._language.days import all_weekdays
from scrapers._language.kinds import kind_of
from scrapers._language.times import ClockSpan
from scrapers._language.vocabulary import page_words, plain, words_of
from scrapers._timing.unit import Unit, dated, is_day, without_time_words

_LONG = 240
_LABEL = 30
_BELOW = 2
"""So many clocks below the hours of a day show that these are hours of the whole day."""
_BULLETS = " -–—•*·"
_NEARLY = 0.8
_LEADING = 3
_STROKES = frozenset("/|·•")


def without_lone_weak(units: list[Unit]) -> list[Unit]:
    """Forms that are times only in company ("9.30", "9h") stand only when several of them head lines; else they are text."""
    weak = [u for u in units if u.clock and u.clock.weak]
    strong = [u for u in units if u.clock and not u.clock.weak]
    if not weak or len(weak) >= max(3, len(strong) // 4):
        return units
    ranks = Counter(u.piece.style for u in strong)
    leads = Counter(u.piece.style for u in strong if _heads(u))
    beside = {
        id(u) for u in weak if u.clock and (leads if _leads(u) else ranks)[u.piece.style] > 1 and (_leads(u) or _fills(u))
    }
    heads = [u for u in units if u.clock and _heads(u) and leads[u.piece.style] > 1]
    for before, unit, after in zip(heads, heads[1:], heads[2:], strict=False):
        if before.clock and unit.clock and after.clock and before.clock.start <= unit.clock.start <= after.clock.start:
            beside.add(id(unit))  # "10h" between "9h30" and "10h45" is no length
    return _as_text(units, {u.at for u in weak if id(u) not in beside})


def _leads(unit: Unit) -> bool:
    """Whether a clock of hours and minutes, or of hours before a dash, heads its line, with words behind it."""
    if unit.clock is None or not _heads(unit) or _fills(unit):
        return False
    return unit.clock.upto - unit.clock.at > 3 or unit.piece.text[unit.clock.upto :].lstrip()[:1] in ("–", "—", "-", ":")


def _heads(unit: Unit) -> bool:
    """Whether a clock heads its line, but for a bullet."""
    return unit.clock is not None and not unit.piece.text[: unit.clock.at].strip(_BULLETS)


def _fills(unit: Unit) -> bool:
    return unit.clock is not None and unit.clock.upto - unit.clock.at == len(unit.piece.text)


def without_lone_tails(units: list[Unit]) -> list[Unit]:
    """Clocks at the end or in the middle of a line of words are text where the programme's clocks stand apart or lead.

    Opening hours, deadlines and "doors close at 22:30" would otherwise open slots of their own. Where such clocks open slots,
    most lines of their format have one.
    """
    clocked = [u for u in units if u.clock]
    behind = [u for u in clocked if u.clock and _is_said(u.piece.text, u.clock)]
    if not behind or 3 * len(behind) > len(clocked):
        return units
    formats = Counter(u.piece.style for u in behind)
    lines = Counter(style for style, _ in {(u.piece.style, u.at) for u in units})
    timed = Counter(style for style, _ in {(u.piece.style, u.at) for u in clocked})
    few = {style for style, count in formats.items() if count < 3 or 2 * count < lines[style]}
    rare = {s for s in few if timed[s] < max(3, _NEARLY * lines[s], 2 * formats[s] + 1)}  # no "From 12:30" among bare times
    return _as_text(units, {u.at for u in behind if u.piece.style in rare or (u.piece.style in few and not _is_led(u))})


def _is_led(unit: Unit) -> bool:
    """Whether a word or two before the clock and the clock are all of a line ("Not before 12:30")."""
    text, clock = unit.piece.text, unit.clock
    return clock is not None and len(text[: clock.at].split()) <= _LEADING and not text[clock.upto :].strip(" .")


def _is_said(text: str, clock: ClockSpan) -> bool:
    """Whether a clock follows words and is no range that ends its line ("Conference registration 3:00 pm - 4:00 pm").

    Nor one that strokes or points part from what stands around it ("Hall 1 / 15:00 - 16:00 / EN").
    A sentence, or a date with words before it ("last modified on 2 April 2013, at 17:41"), makes no slot of what ends it.
    """
    before = text[: clock.at]
    words = before.split()
    behind = text[clock.upto :].strip(" .")
    parted = before.rstrip()[-1:] in _STROKES and behind[:1] in _STROKES
    ends = clock.end is not None and (not behind or parted) and len(words) < 9 and not re.search(r"[.!?]\s", before)
    return not ends and len(words) > 1 and not is_day(before) and without_time_words(before) != ""


def without_asides(units: list[Unit], lines: Lines) -> list[Unit]:
    """Clocks of comments, side bars, opening hours and other events are text where the programme has clocks of its own.

    Those that follow other words below headings of hotels, travel or the like are text on every page.
    """
    visits = _below_headings(units, lines, _heads_visit)
    units = _as_text(units, {u.at for u in units if u.clock and u.at in visits and not _heads(u)})
    clocked = [u for u in units if u.clock]
    below = visits | _below_headings(units, lines, _heads_aside)
    lone: dict[int, bool] = {}
    aside = {u.at for u in clocked if u.at in below or _is_aside(lines, u.piece.box, lone)}
    return _as_text(units, aside) if aside and 3 * sum(u.at in aside for u in clocked) <= len(clocked) else units


def without_hours(units: list[Unit]) -> list[Unit]:
    """Clocks of office hours and deadlines ("Mon-Fri 9:00-17:00", "register by") are text where others tell the programme.

    A clock that heads its line is a row of it all the same ("18:00 Submission deadline").
    """
    hours: set[int] = set()
    clocked = 0
    for number, group in itertools.groupby(units, key=lambda u: u.piece.line):
        line = list(group)
        if any(u.clock for u in line):
            clocked += 1
            first = line[0].clock
            if (first is None or first.at) and _tells_hours(" ".join(dict.fromkeys(u.piece.text for u in line))):
                hours.add(number)
    if not hours or 3 * len(hours) > clocked:
        return units
    return _as_text(units, {u.at for u in units if u.clock and u.piece.line in hours})


def without_hours_of_days(units: list[Unit]) -> list[Unit]:
    """The hours behind a day ("Tuesday, 5 June, 6 pm to 10 pm") are text where the clocks below, to the next, lie in them."""
    clocked = [u for u in units if u.clock]
    heads = [n for n, u in enumerate(clocked) if u.clock and u.clock.end and _is_dated(u)]
    told = set()
    for head, after in itertools.zip_longest(heads, heads[1:], fillvalue=len(clocked)):
        hours, below = clocked[head].clock, [u.clock for u in clocked[head + 1 : after] if u.clock]
        if hours and hours.end and len(below) >= _BELOW and all(hours.start <= c.start <= hours.end for c in below):
            told.add(clocked[head].at)
    return _as_text(units, told) if told else units


def _is_dated(unit: Unit) -> bool:
    """Whether a line is a date and a clock behind it, and nothing else."""
    clock, text = unit.clock, unit.piece.text
    return clock is not None and not text[clock.upto :].strip(" .)") and any(find_dates(text)) and is_day(text[: clock.at])


def without_facts(units: list[Unit]) -> list[Unit]:
    """Clocks of a table of labels and facts ("Time: | 16:00", "Price: | free") are text where others tell the programme."""
    tables: dict[int, dict[int, list[Unit]]] = {}
    for unit in units:
        if (cell := unit.piece.cell) is not None:
            tables.setdefault(cell.table, {}).setdefault(cell.row, []).append(unit)
    told: set[int] = set()
    for rows in tables.values():
        clocked = [row for row in rows.values() if any(u.clock for u in row)]
        facts = sum(map(_is_fact, rows.values()))
        if clocked and 5 * len(clocked) <= 2 * len(rows) and 4 * facts >= 3 * len(rows) and all(map(_is_fact, clocked)):
            told.update(u.at for row in clocked for u in row)
    if not told or 3 * sum(u.at in told for u in units if u.clock) > sum(u.clock is not None for u in units):
        return units
    return _as_text(units, told)


def _is_fact(row: list[Unit]) -> bool:
    """Whether a row of a table is a label, set as a heading or before a colon, and in one cell behind it what it tells."""
    label, last = row[0].piece, row[-1].piece
    if row[0].clock or label.cell is None or last.cell is None or len(label.text) >= _LABEL:
        return False
    return (label.cell.header or label.text.endswith((":", "："))) and label.cell.column == 0 and last.cell.column == 1


def _tells_hours(text: str) -> bool:
    return len(text) < _LONG and (page_words()["hours"].within(text) or (len(all_weekdays(text)) > 1 and not find_dates(text)))


def _below_headings(units: list[Unit], lines: Lines, heads: Callable[[str], bool]) -> set[int]:
    """The pieces below a heading such as "Related events", to the next heading of its level or above.

    A heading with a clock of its own above it is a row of the programme ("Questions and answers").
    """
    level = 0
    below = set()
    clocks = [unit.at for unit in units if unit.clock]
    for unit in units:
        if unit.piece.level and unit.clock is None:
            if heads(unit.text) and not _is_row(unit, clocks, lines):
                level = min(unit.piece.level, level or unit.piece.level)
            elif unit.piece.level <= level:
                level = 0
        if level:
            below.add(unit.at)
    return below


def _heads_aside(text: str) -> bool:
    """Whether a short heading tells of what stands beside a programme; a "Fireside chat" is a row of it."""
    return len(text) < 40 and page_words()["asides"].within(text) and kind_of(text) == "talk"


def _heads_visit(text: str) -> bool:
    """Whether a heading says only that what follows is for visitors: where to stay, how to get there, when doors open."""
    return len(text) < 40 and words_of(plain(text)) in page_words()["visits"].phrases


def _is_row(heading: Unit, clocks: list[int], lines: Lines) -> bool:
    """Whether a heading is of the programme: it stands below the one clock of the smallest box around both."""
    number = heading.piece.box
    while number:
        box = lines.boxes[number]
        first, last = bisect_left(clocks, box.first), bisect_left(clocks, box.last)
        if first < last:
            return last - first == 1 and clocks[first] < heading.at
        number = box.parent
    return False


def _is_aside(lines: Lines, number: int, known: dict[int, bool]) -> bool:
    """Whether a box, or one of those around it, is marked as standing beside the programme."""
    climbed = []
    while number and number not in known:
        climbed.append(number)
        box = lines.boxes[number]
        if box.tag.rpartition(">")[2].startswith("aside") or not page_words()["hint_aside"].openers.isdisjoint(
            box.hints.split()
        ):
            known[number] = True
            break
        number = box.parent
    found = known.get(number, False)
    known.update(dict.fromkeys(climbed, found))
    return found


def _as_text(units: list[Unit], lines: set[int]) -> list[Unit]:
    """The units with these pieces taken for text, their clocks for words."""
    out = []
    done: set[int] = set()
    for unit in units:
        if unit.at not in lines:
            out.append(unit)
        elif unit.at not in done:
            done.add(unit.at)
            out.append(dated(Unit(unit.piece.text, unit.piece, unit.at)))
    return out
