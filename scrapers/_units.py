"""Pieces of lines told apart as times, dates and other text: the units every later step works on."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field, replace

from scrapers._bylines import part_bylines
from scrapers._dates import DateSpan, day_number, find_dates, find_weekday
from scrapers._lines import Lines, Piece
from scrapers._times import ClockSpan, find_clocks, find_duration, in_half, is_duration, is_time_word, parse_iso, time_words
from scrapers._vocabulary import page_words, plain, words_of

_TRIM = " \t-–—―|/:;,·•→»>~*()[]【】「」｜"
_LONGEST = 220
_HOUR = re.compile(r"(?:[01]?\d|2[0-3])\s?[:h]?")
_MINUTE = re.compile(r"[0-5][05]")
_LENGTH = re.compile(r"\s*[(\[][^()\[\]]{1,20}[)\]]")


@dataclass(slots=True)
class Unit:
    """One piece of content: a time (`clock` set, no text) or text (`clock` None); `dates` and `day` when the text is a date.

    `is_people`: the line was cut into a title and these people (`_bylines.py`).
    `at` is the number of its piece. `zone` is the number of the time zone it lies in, -1 outside all.
    """

    text: str
    piece: Piece
    at: int
    clock: ClockSpan | None = None
    dates: tuple[DateSpan, ...] = ()
    day: int | None = None
    is_date: bool = False
    zone: int = -1
    led: bool = False
    copies: int = 1
    is_people: bool = False
    plain: str = ""
    words: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Zone:
    """The units from `first` to `last` that belong to the time unit `time`; `owner` is the box it owns."""

    time: int
    first: int
    last: int
    owner: int


@dataclass(slots=True)
class Page:
    """A page's units with their zones, and `starts`, the first unit of every box."""

    lines: Lines
    units: list[Unit]
    zones: list[Zone]
    spans: list[tuple[int, int]]


def units_of(lines: Lines) -> list[Unit]:
    """The units of all pieces in reading order: times told from dates and other text."""
    joined = _split_clocks(lines.pieces) | _split_dates(lines.pieces)
    units = [unit for at, piece in enumerate(lines.pieces) for unit in joined.get(at) or _units_of(piece, at) if unit]
    units = _without_asides(units, lines)
    units = _parted(_without_lone_tails(_without_lone_weak(_joined_ends(_at_home(_without_links(units))))))
    copies = Counter(unit.text for unit in units)
    for unit in units:
        unit.copies = copies[unit.text]
        if unit.clock is None:
            unit.plain = plain(unit.text[:400])
            unit.words = words_of(unit.plain)
    return units


def _split_clocks(pieces: list[Piece]) -> dict[int, list[Unit | None]]:
    """Clocks whose hour and minutes stand in elements of their own (`<b>09</b><sup>00</sup>`), where that is the habit."""
    found: dict[tuple[str, str], list[int]] = {}
    for at, (hour, minute) in enumerate(itertools.pairwise(pieces)):
        if hour.line == minute.line and _HOUR.fullmatch(hour.text) and _MINUTE.fullmatch(minute.text):
            found.setdefault((hour.style, minute.style), []).append(at)
    joined: dict[int, list[Unit | None]] = {}
    for places in found.values():
        for at in places if len(places) > 2 else ():
            clock = ClockSpan(60 * int(pieces[at].text.rstrip(" :h")) + int(pieces[at + 1].text), None, 0, len(pieces[at].text))
            joined[at], joined[at + 1] = [Unit("", pieces[at], at, clock)], [None]
    return joined


def _split_dates(pieces: list[Piece]) -> dict[int, list[Unit | None]]:
    """Dates whose day and month stand in elements of their own (`<b>3</b><i>October 2026</i>`), where that is the habit."""
    found: dict[tuple[str, str], list[tuple[int, Unit]]] = {}
    for at, (one, two) in enumerate(itertools.pairwise(pieces)):
        day, month = (one, two) if one.text.isdigit() else (two, one)
        if len(day.text) < 3 and day.text.isdigit() and 2 < len(month.text) < 20 and month.text[:1].isalpha():
            unit = _dated(Unit(f"{one.text} {two.text}", one, at))
            if unit.is_date and unit.dates and unit.dates[0].upto - unit.dates[0].at == len(unit.text):
                found.setdefault((one.style, two.style), []).append((at, unit))
    joined: dict[int, list[Unit | None]] = {}
    for places in found.values():
        for at, unit in places if len(places) > 1 else ():
            joined.setdefault(at, [unit])
            joined.setdefault(at + 1, [None])
    return joined


def _units_of(piece: Piece, at: int) -> list[Unit]:
    text = piece.text
    if not any(c.isalnum() for c in text):
        return []
    if len(text) > _LONGEST and not _opens_with_digit(text):
        return [Unit(text, piece, at)]
    iso = parse_iso(text)
    if iso:
        hour, minute = (int(part) for part in iso[1].split(":"))
        year, month, day = (int(part) for part in iso[0].split("-"))
        return [Unit("", piece, at, ClockSpan(hour * 60 + minute, None, 0, len(text)), (DateSpan(year, month, day, 0, 10),))]
    clocks = _own_clocks(text, find_clocks(text[:_LONGEST]))
    if not clocks:
        return [_dated(Unit(text, piece, at))]
    units: list[Unit] = []
    rest = []
    place = 0
    for clock in clocks:
        rest.append(text[place : clock.at])
        place = clock.upto
        units.append(Unit("", piece, at, clock))
    rest.append(text[place:])
    for number, part in enumerate(rest):
        length = _LENGTH.match(part) if number else None
        if length and is_duration(length[0]):
            _joins_time(units, Unit(length[0], piece, at))
            part = part[length.end() :]
        content = _without_time_words(part.strip(_TRIM) if number else part.strip().rstrip(_TRIM).lstrip("-–—•·|/ "))
        content = _balanced(part, content)
        if any(c.isalnum() for c in content) and not _joins_time(
            units, made := _dated(Unit(content, piece, at, led=number > 0))
        ):
            units.append(made)
    return units


def _joins_time(units: list[Unit], made: Unit) -> bool:
    """Whether what stands beside a time only says more of it: its length, or at the head of a longer line its day."""
    clock = units[0].clock
    if clock is None or len(units) > 1:
        return False
    headed = not made.led and len(made.piece.text) > clock.upto + 3
    if made.is_date and made.dates:
        units[0].dates = made.dates
        return headed
    if is_duration(made.text):
        if clock.end is None and (length := find_duration(made.text)):
            units[0].clock = replace(clock, end=(clock.start + length) % (24 * 60))
        return True
    return headed and made.is_date and not made.day


def _balanced(part: str, content: str) -> str:
    """Give back the bracket that trimming took from "(Room 4)" or "Talk (Ann Archer)"."""
    for left, right in ("()", "[]", "「」"):
        if content.count(left) > content.count(right) and right in part:
            content += right
        elif content.count(right) > content.count(left):
            content = left + content if left in part else content.rstrip(right)
    return content


def _opens_with_digit(text: str) -> bool:
    return any(c.isdigit() for c in text[:6])


def _own_clocks(text: str, clocks: list[ClockSpan]) -> list[ClockSpan]:
    """The clocks that head, end or stand apart in a line; those inside a sentence are left in it."""
    kept = []
    for clock in clocks[:3]:
        before, after = text[: clock.at].strip(), text[clock.upto :].strip()
        lead = not any(c.isalnum() for c in before) or not _without_time_words(before.strip(_TRIM)) or _is_day(before)
        tail = not after.strip(_TRIM + ".").strip() and (len(text) < 140)
        parted = before[-1:] in set("-–—|/:,·•(") or after[:1] in set("-–—|/:·•)")
        if (
            lead
            or (tail and (clock.end is not None or parted or len(before) < 60))
            or (parted and not clock.weak and len(text) < 140)
        ):
            kept.append(clock)
    if len(kept) > 1 and len({c.start for c in kept}) > 1 and len(text) > 60:
        kept = kept[:1]
    return kept


def _is_day(text: str) -> bool:
    """Whether the words before a time are its day and nothing else ("Tue", "March 16, 2027 at")."""
    words = [w for w in text[:40].strip(_TRIM).split() if _without_time_words(w)]
    if len(text) > 40 or not words:
        return False
    dates = find_dates(text)
    if dates:
        return sum(len(w) for w in words) - sum(d.upto - d.at for d in dates) <= (12 if dates[0].weekday is not None else 1)
    return len(words) == 1 and find_weekday(text) is not None


def _without_time_words(text: str) -> str:
    """The text, or nothing when it only goes with a time ("from", "Uhr", "Time:", "EST")."""
    return "" if is_time_word(text) else text


def _dated(unit: Unit) -> Unit:
    text = unit.text
    if len(text) > 120:
        return unit
    unit.dates = tuple(
        d for d in find_dates(text) if not d.loose or d.weekday is not None or (d.at == 0 and d.upto == len(text))
    )
    unit.day = day_number(text)
    if unit.dates:
        left = len(text) - sum(d.upto - d.at for d in unit.dates)
        unit.is_date = left <= 14 or (left <= 40 and unit.dates[0].weekday is not None) or unit.day is not None
    elif unit.day is not None or (len(text) < 24 and find_weekday(text) is not None):
        unit.is_date = len(text.split()) <= 3 or (unit.day is not None and len(text) < 40)
    return unit


def _without_links(units: list[Unit]) -> list[Unit]:
    """Words that only go with a clock and stand in an element of their own beside it ("to", "EST", "pm") taken into it."""
    out: list[Unit] = []
    for unit, after in itertools.zip_longest(units, units[1:]):
        before = out[-1] if out else None
        beside = before is not None and before.clock is not None and after is not None and after.clock is not None
        beside = beside or any(n and n.clock and n.piece.line == unit.piece.line for n in (before, after))
        if unit.clock is None and len(unit.text) < 16 and beside and is_time_word(unit.text):
            continue
        half = _half(unit.text) if unit.clock is None and len(unit.text) < 16 else None
        if (
            half
            and before is not None
            and before.clock
            and not before.clock.halves
            and unit.piece.line <= before.piece.line + 1
        ):
            before.clock = in_half(before.clock, half)
            continue
        out.append(unit)
    return out


def _half(text: str) -> str | None:
    """The half of the day a text names and nothing else ("pm", "A.M.")."""
    word = text.casefold().strip(". ")
    return next((half for half in ("am", "pm") if word in time_words(half)), None)


def _at_home(units: list[Unit]) -> list[Unit]:
    """The units without a table's further columns of clocks that give the same moments in other zones ("CET | EST | JST").

    Such columns lie hours apart from the first, always as many; a column of ends would not.
    """
    columns: dict[tuple[int, int], dict[int, int]] = {}
    for unit in units:
        cell = unit.piece.cell
        if unit.clock and cell and unit.clock.upto - unit.clock.at >= len(unit.piece.text) - 2:
            columns.setdefault((cell.table, cell.column), {}).setdefault(cell.row, unit.clock.start)
    away = set()
    firsts: dict[int, dict[int, int]] = {}
    for (table, column), clocks in sorted(columns.items()):
        first = firsts.setdefault(table, clocks)
        shared = first.keys() & clocks.keys()
        apart = Counter((clocks[row] - first[row]) % (24 * 60) for row in shared)
        step, count = apart.most_common(1)[0] if apart else (0, 0)
        if first is not clocks and len(shared) > 1 and count == len(shared) and step % 30 == 0 and 120 <= step <= 22 * 60:
            away.add((table, column))
    return [u for u in units if not (u.clock and (c := u.piece.cell) and (c.table, c.column) in away)]


def _joined_ends(units: list[Unit]) -> list[Unit]:
    """Start and end printed one after the other in their own elements ("9:00" | "12:00") become one range."""
    out: list[Unit] = []
    index = 0
    while index < len(units):
        run = index
        while run < len(units) and units[run].clock is not None and run - index < 4:
            run += 1
        unit = units[index]
        if run - index == 2 and _are_ends(unit, units[index + 1]):
            first, second = unit.clock, units[index + 1].clock
            if first and second:
                unit.clock = replace(first, end=second.start, halves=first.halves or second.halves)
            out.append(unit)
        else:
            out.extend(units[index:run] if run > index else [unit])
        index = max(run, index + 1)
    return out


def _are_ends(first: Unit, second: Unit) -> bool:
    a, b = first.clock, second.clock
    if a is None or b is None or a.end is not None or b.end is not None or a.start == b.start:
        return False
    one, two = first.piece.cell, second.piece.cell
    if one and two and one.table == two.table and one.row != two.row:
        return False
    return a.start < b.start or not (a.halves or b.halves)


def _parted(units: list[Unit]) -> list[Unit]:
    """Lines that hold a title and who speaks as two units, where the lines of their format show them to be such."""
    styles: dict[tuple[str, bool], list[Unit]] = {}
    for unit in units:
        if unit.clock is None and not unit.is_date and not unit.piece.zone:
            styles.setdefault((unit.piece.style, unit.led), []).append(unit)
    cuts = {}
    for alike in styles.values():
        for unit, cut in zip(alike, part_bylines([u.text for u in alike]), strict=True):
            if cut is not None:
                title, people, people_first = cut
                cuts[id(unit)] = ((people, True), (title, False)) if people_first else ((title, False), (people, True))
    return [
        replace(unit, text=text, led=unit.led or bool(place), is_people=people) if id(unit) in cuts else unit
        for unit in units
        for place, (text, people) in enumerate(cuts.get(id(unit), ((unit.text, False),)))
    ]


def _without_lone_weak(units: list[Unit]) -> list[Unit]:
    """Forms that are times only in company ("9.30", "9h") stand only when several of them head lines; else they are text."""
    weak = [u for u in units if u.clock and u.clock.weak]
    strong = [u for u in units if u.clock and not u.clock.weak]
    if not weak or len(weak) >= max(3, len(strong) // 4):
        return units
    ranks = Counter(u.piece.style for u in strong)
    leads = Counter(u.piece.style for u in strong if u.clock and not u.clock.at)
    beside = {
        id(u) for u in weak if u.clock and (leads if _leads(u) else ranks)[u.piece.style] > 1 and (_leads(u) or _fills(u))
    }
    return _as_text(units, {u.at for u in weak if id(u) not in beside})


def _leads(unit: Unit) -> bool:
    """Whether a clock of hours and minutes heads its line, with words behind it."""
    return unit.clock is not None and not unit.clock.at and unit.clock.upto > 3 and not _fills(unit)


def _fills(unit: Unit) -> bool:
    return unit.clock is not None and unit.clock.upto - unit.clock.at == len(unit.piece.text)


def _without_lone_tails(units: list[Unit]) -> list[Unit]:
    """Clocks at the end or in the middle of a line of words are text where the programme's clocks stand apart or lead.

    Opening hours, deadlines and "doors close at 22:30" would otherwise open slots of their own.
    """
    clocked = [u for u in units if u.clock]
    behind = [u for u in clocked if u.clock and _is_said(u.piece.text, u.clock)]
    formats = Counter(u.piece.style for u in behind)
    if not behind or 3 * len(behind) > len(clocked):
        return units
    return _as_text(units, {u.at for u in behind if formats[u.piece.style] < 3})


def _is_said(text: str, clock: ClockSpan) -> bool:
    """Whether a clock follows words and is no range that ends its line ("Conference registration 3:00 pm - 4:00 pm").

    A sentence, or a date with words before it ("last modified on 2 April 2013, at 17:41"), makes no slot of what ends it.
    """
    before = text[: clock.at]
    words = before.split()
    ends = clock.end is not None and not text[clock.upto :].strip(" .") and len(words) < 9 and not re.search(r"[.!?]\s", before)
    return not ends and len(words) > 1 and not _is_day(before)


def _without_asides(units: list[Unit], lines: Lines) -> list[Unit]:
    """Clocks of comments, side bars, opening hours and other events are text where the programme has clocks of its own."""
    clocked = [u for u in units if u.clock]
    heads = _heads_above(units)
    lone: dict[int, bool] = {}
    aside = {u.at for u in clocked if _is_aside(lines, u.piece.box, lone) or page_words()["asides"].within(heads[u.at])}
    return _as_text(units, aside) if aside and 3 * sum(u.at in aside for u in clocked) <= len(clocked) else units


def _heads_above(units: list[Unit]) -> dict[int, str]:
    """The short heading above every piece."""
    head = ""
    heads: dict[int, str] = {}
    for unit in units:
        if unit.piece.level and unit.clock is None:
            head = unit.text if len(unit.text) < 40 else ""
        heads.setdefault(unit.at, head)
    return heads


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
            out.append(_dated(Unit(unit.piece.text, unit.piece, unit.at)))
    return out
