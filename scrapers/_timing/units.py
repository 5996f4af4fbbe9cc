"""Pieces of lines told apart as times, dates and other text: the units every later step works on."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace

from scrapers._bylines.bylines import part_bylines
from scrapers._bylines.coded import codes_before
from scrapers._bylines.honoured import with_honoured
from scrapers._bylines.marks import Cut
from scrapers._bylines.styled import cuts_by_style
from scrapers._html.lines import Box, Lines, Piece
from scrapers._language.dates import DateSpan, day_order, find_dates
from scrapers._language.durations import find_duration, is_duration
from scrapers._language.time_words import time_words
from scrapers._language.times import ClockSpan, find_clocks, in_half, is_time_word, parse_iso
from scrapers._language.vocabulary import plain, words_of
from scrapers._language.words import parts
from scrapers._remembered import remembered
from scrapers._timing.company import clocks_by_company
from scrapers._timing.day_heads import mark_day_heads
from scrapers._timing.room_tails import with_room_tails
from scrapers._timing.second_sentences import with_sentences_apart
from scrapers._timing.sequels import with_sequels
from scrapers._timing.strays import (
    without_asides,
    without_facts,
    without_hours,
    without_hours_of_days,
    without_lone_tails,
    without_lone_weak,
)
from scrapers._timing.twice import held_twice, with_own_dates, without_echoes, without_second, without_twice
from scrapers._timing.unit import TRIM, Unit, dated, is_day, without_time_words

_COUNTED = re.compile(r"\s?(\d{1,2})\.(\d{1,2})\.?(?:\s+\S|$)")
_FEW = 2
_LONGEST = 220
_ZONE = re.compile(r"\s?\([^()\d]{2,20}\)\s?[/|,;–-]?\s?")
_LENGTH = re.compile(r"\s*[(\[][^()\[\]]{1,20}[)\]]|\s*[/,·|]\s?\d{1,3}\s?[^\W\d_]{1,8}\.?(?=\s)")


def units_of(lines: Lines) -> list[Unit]:
    """The units of all pieces in reading order: times told from dates and other text."""
    joined = _split_dates(lines.pieces)
    for at, clock in clocks_by_company(lines.pieces).items():
        joined[at] = _with_rest(lines.pieces[at], at, clock) if clock else [None]
    units = [unit for at, piece in enumerate(lines.pieces) for unit in joined.get(at) or _units_of(piece, at) if unit]
    units = without_hours_of_days(without_hours(without_facts(without_asides(units, lines))))
    units = without_second(_joined_ends(without_twice(held_twice(_without_links(units))), lines), lines)
    units = with_own_dates(without_echoes(units, lines), lines)
    units = _parted(with_sentences_apart(with_room_tails(without_lone_tails(without_lone_weak(units)))))
    _date_by_order(units)
    _undate_numbers(units)
    mark_day_heads(units)
    units = with_sequels(units, lines)
    copies = Counter(unit.text for unit in units)
    for unit in units:
        unit.copies = copies[unit.text]
        if unit.clock is None:
            unit.plain = plain(unit.text[:400])
            unit.words = words_of(unit.plain)
    return units


def _with_rest(piece: Piece, at: int, clock: ClockSpan) -> list[Unit | None]:
    """The units of a clock that its company proves, and of the words behind it."""
    rest = without_time_words(piece.text[clock.upto :].strip(TRIM))
    words = [dated(Unit(_balanced(piece.text[clock.upto :], rest), piece, at, led=True))] if any(map(str.isalnum, rest)) else []
    return [Unit("", piece, at, clock), *words]


def _date_by_order(units: list[Unit]) -> None:
    """Date the lines whose numbers leave the order of day and month open, where the page as a whole shows it."""
    open_to_doubt = [u for u in units if u.clock is None and not u.dates and len(u.text) < 60]
    order = day_order(u.text for u in units if u.clock is None and len(u.text) < 60)
    for unit in open_to_doubt if order is not None else ():
        if any(mark in unit.text for mark in "/-"):
            dated(unit, day_first=order)


def _undate_numbers(units: list[Unit]) -> None:
    """Take the dates from lines whose numbers count on behind one head ("1.1. Shop windows", "1.2. Lean margins")."""
    found = [(u, match) for u in units if u.dates and (match := _COUNTED.match(u.piece.text))]
    numbers = list(dict.fromkeys((int(match[1]), int(match[2])) for _, match in found))
    on = sum(two in ((one[0], one[1] + 1), (one[0] + 1, 1)) for one, two in itertools.pairwise(numbers))
    if on >= _FEW and 2 * on >= len(numbers) - 1:
        for unit, _ in found:
            unit.dates, unit.day, unit.is_date = (), None, False


def _split_dates(pieces: list[Piece]) -> dict[int, list[Unit | None]]:
    """Dates whose day and month stand in elements of their own (`<b>3</b><i>October 2026</i>`), where that is the habit."""
    found: dict[tuple[str, str], list[tuple[int, Unit]]] = {}
    for at, (one, two) in enumerate(itertools.pairwise(pieces)):
        day, month = (one, two) if one.text.isdigit() else (two, one)
        if len(day.text) < 3 and day.text.isdigit() and 2 < len(month.text) < 20 and month.text[:1].isalpha():
            unit = dated(Unit(f"{one.text} {two.text}", one, at))
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
    if not any(map(str.isalnum, text)):
        return []
    if len(text) > _LONGEST and not _opens_with_digit(text):
        return [Unit(text, piece, at)]
    iso = parse_iso(text)
    if iso:
        hour, minute = (int(part) for part in iso[1].split(":"))
        year, month, day = (int(part) for part in iso[0].split("-"))
        return [Unit("", piece, at, ClockSpan(hour * 60 + minute, None, 0, len(text)), (DateSpan(year, month, day, 0, 10),))]
    clocks = _clocks_of(text)
    if not clocks:
        return [dated(Unit(text, piece, at))]
    text, clocks = _closed(text, clocks)
    units: list[Unit] = []
    rest = []
    place = 0
    for clock in clocks:
        rest.append(text[place : clock.at])
        place = clock.upto
        units.append(Unit("", piece, at, clock))
    rest.append(text[place:])
    if len(rest) > 2 and all(map(_ZONE.fullmatch, rest[1:])):
        rest[1:] = []  # "8:30-8:45 (London) / 9:30-9:45 (Rome)"
    for number, part in enumerate(rest):
        length = _LENGTH.match(part) if number else None
        if length and is_duration(length[0]):
            _joins_time(units, Unit(length[0], piece, at))
            part = part[length.end() :]
        content = without_time_words(
            part.removeprefix(". ").strip(TRIM) if number else part.strip().rstrip(TRIM).lstrip("-–—•·|/ ")
        )
        content = _balanced(part, content)
        if any(c.isalnum() for c in content) and not _joins_time(
            units, made := dated(Unit(content, piece, at, led=number > 0))
        ):
            units.append(made)
    return units


@remembered
def _clocks_of(text: str) -> list[ClockSpan]:
    """The clocks of a line that are not part of its sentence, of a date or of a length ("1h 20m")."""
    lasts = text.endswith(("m", "min", "min.")) and is_duration(text)
    return [] if lasts else _own_clocks(text, _without_dates(text, find_clocks(text[:_LONGEST])))


def _without_dates(text: str, clocks: list[ClockSpan]) -> list[ClockSpan]:
    """The clocks without those that are part of a sure date: "Di, 12.05.", or share its day ("am 18. März" is no hour)."""
    dates = [d for d in find_dates(text) if not d.loose or d.weekday is not None] if clocks else []
    return [
        c for c in clocks
        if not any(d.at <= c.at and c.upto <= d.upto for d in dates)
        and not any(c.at < d.at < c.upto < d.upto and any(s.isalpha() for s in text[d.at : d.upto]) for d in dates)
    ]  # fmt: skip


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
    """Give back the bracket or quotation mark that trimming took from "(Room 4)", "Talk (Ann Archer)" or "« Talk »"."""
    for left, right in ("()", "[]", "「」", "«»"):
        if content.count(left) > content.count(right) and right in part:
            behind = part[part.find(content) + len(content) :]
            content += behind[: behind.find(right) + 1] or right
        elif content.count(right) > content.count(left):
            content = left + content if left in part else content.rstrip(right)
    return content


def _opens_with_digit(text: str) -> bool:
    return any(c.isdigit() for c in text[:6])


def _closed(text: str, clocks: list[ClockSpan]) -> tuple[str, list[ClockSpan]]:
    """A line whose end only tells how long it lasts ("8:30 PM - Networking until 9:30 PM"): without it, its clock a range.

    Of hours that a break parts ("8:00 to 12:00 and 14:00 to 18:00") the first stand for all.
    """
    first, last = clocks[0], clocks[-1]
    joint = text[first.upto : last.at].casefold().split()
    joined = 0 < len(joint) < 3 and joint[0].isalpha() and joint[0] in parts("joints")
    if len(clocks) == 2 and joined and first.end and last.end and first.end < last.start:
        return text[: first.upto] + text[last.upto :], [first]
    words, _, until = text[first.upto : last.at].rstrip().rpartition(" ")
    ends = len(clocks) == 2 and until.casefold() in time_words("until") and any(map(str.isalnum, words))
    if not ends or first.end is not None or last.end is not None or any(map(str.isalnum, text[: first.at] + text[last.upto :])):
        return text, clocks
    return text[: first.upto] + words, [replace(first, end=last.start)]


def _own_clocks(text: str, clocks: list[ClockSpan]) -> list[ClockSpan]:
    """The clocks that head, end or stand apart in a line; those inside a sentence are left in it."""
    kept = []
    for clock in clocks[:3]:
        before, after = text[: clock.at].strip(), text[clock.upto :].strip()
        lead = not any(c.isalnum() for c in before) or not without_time_words(before.strip(TRIM)) or is_day(before)
        tail = not after.strip(TRIM + ".").strip() and (len(text) < 140)
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


def _without_links(units: list[Unit]) -> list[Unit]:
    """Words that only go with a clock and stand in an element of their own beside it ("to", "EST", "pm") taken into it."""
    out: list[Unit] = []
    for unit, after in itertools.zip_longest(units, units[1:]):
        before = out[-1] if out else None
        if unit.clock is None and len(unit.text) < 16:
            if _is_beside_clock(before, unit, after) and is_time_word(unit.text):
                continue
            half = _half(unit.text)
            if half and before and before.clock and not before.clock.halves and unit.piece.line <= before.piece.line + 1:
                before.clock = in_half(before.clock, half)
                continue
        out.append(unit)
    return out


def _is_beside_clock(before: Unit | None, unit: Unit, after: Unit | None) -> bool:
    """Whether a unit stands between two clocks, or in a line with one before or behind it."""
    clocks = [n for n in (before, after) if n and n.clock]
    return len(clocks) == 2 or any(n.piece.line == unit.piece.line for n in clocks)


def _half(text: str) -> str | None:
    """The half of the day a text names and nothing else ("pm", "A.M.")."""
    word = text.casefold().strip(". ")
    return next((half for half in ("am", "pm") if word in time_words(half)), None)


def _joined_ends(units: list[Unit], lines: Lines) -> list[Unit]:
    """Start and end printed one after the other in their own elements ("9:00" | "12:00") become one range."""
    out: list[Unit] = []
    index = 0
    while index < len(units):
        run = index
        while run < len(units) and units[run].clock is not None:
            run += 1
        unit = units[index]
        if run - index == 2 and _are_ends(unit, units[index + 1]) and not _are_apart(units, index, lines):
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


def _are_apart(units: list[Unit], index: int, lines: Lines) -> bool:
    """Whether a clock ends what it belongs to and the next begins the next, as on the two sides of a timeline."""
    if not 0 < index < len(units) - 2:
        return False
    first, second = _own_box(units[index], units[index + 1], lines), _own_box(units[index + 1], units[index], lines)
    return units[index - 1].at >= first.first and units[index + 2].at < second.last


def _own_box(unit: Unit, other: Unit, lines: Lines) -> Box:
    """The largest box around a unit that does not hold another."""
    box = lines.boxes[unit.piece.box]
    while not (up := lines.boxes[box.parent]).first <= other.at < up.last and up is not box:
        box = up
    return box


def _bounds(unit: Unit) -> tuple[int, ...]:
    """Where in a unit's text the style changes."""
    bounds = unit.piece.bounds
    place = unit.piece.text.find(unit.text) if bounds else 0
    return tuple(b - place for b in bounds if 0 < b - place < len(unit.text)) if place >= 0 else ()


def _voted_in_blocks(units: list[Unit], cuts: list[Cut | None]) -> list[Cut | None]:
    """The cuts of lines of one format, and those that the lines of one block show where the whole format shows none."""
    blocks: dict[int, list[int]] = {}
    for number, unit in enumerate(units):
        blocks.setdefault(unit.piece.box, []).append(number)
    told = list(cuts)
    for members in blocks.values():
        lines = {units[number].piece.line for number in members}
        if 2 < len(lines) == len(members) < len(units) and not any(cuts[number] for number in members):
            found = part_bylines([units[number].text for number in members])
            for number, cut in zip(members, found, strict=True) if 3 * sum(map(bool, found)) >= 2 * len(found) else ():
                told[number] = cut
    return told


def _voted_in_columns(units: list[Unit], cuts: list[Cut | None]) -> list[Cut | None]:
    """The cuts of lines of one format, and where it shows none, those that the lines of one column of a table show.

    Clocks, titles and rooms may share a format: only the column of titles holds bylines.
    """
    columns: dict[tuple[int, int], list[int]] = {}
    for number, unit in enumerate(units if not any(cuts) else ()):
        if unit.piece.cell:
            columns.setdefault((unit.piece.cell.table, unit.piece.cell.column), []).append(number)
    told = list(cuts)
    for members in columns.values():
        if 2 < len(members) < len(units):
            for number, cut in zip(members, part_bylines([units[number].text for number in members]), strict=True):
                told[number] = cut
    return told


def _parted(units: list[Unit]) -> list[Unit]:
    """Lines that hold a title and who speaks as two units, where the lines of their format show them to be such."""
    styles: dict[tuple[str, bool, bool], list[tuple[Unit, Unit]]] = {}
    open_ones = [u for u in units if u.clock is None and not (u.is_date or u.is_room or u.is_people or u.piece.zone)]
    for unit, code in zip(open_ones, codes_before([u.text for u in open_ones]), strict=True):
        bare = replace(unit, text=unit.text[code:]) if code else unit
        styles.setdefault((unit.piece.style, unit.led, code > 0), []).append((unit, bare))
    cuts = {}
    for both in styles.values():
        alike = [bare for _, bare in both]
        styled = cuts_by_style([(u.text, _bounds(u)) for u in alike])
        voted = part_bylines([u.text for u in alike])
        found = with_honoured([u.text for u in alike], [a or b for a, b in zip(styled, voted, strict=True)])
        for (unit, bare), cut in zip(both, _voted_in_blocks(alike, _voted_in_columns(alike, found)), strict=True):
            if cut is not None:
                title, people, people_first = cut
                title = title if people_first else unit.text[: len(unit.text) - len(bare.text)] + title
                cuts[id(unit)] = ((people, True), (title, False)) if people_first else ((title, False), (people, True))
    return [
        replace(unit, text=text, led=unit.led or bool(place), is_people=people) if id(unit) in cuts else unit
        for unit in units
        for place, (text, people) in enumerate(cuts.get(id(unit), ((unit.text, False),)))
    ]
