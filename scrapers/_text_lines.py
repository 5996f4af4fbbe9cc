"""Sessions and people in plain lines, wherever these come from: pasted text, PDF, DOCX.

Lines that begin or end with a clock are anchors. How titles stand to them (on the same line, above, below) is chosen for the
whole text at once: the arrangement that gives the most titles that read like titles and differ from each other.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from planner.agenda import Event
from scrapers._dates import DateSpan, day_number, days_between, find_dates, resolve
from scrapers._found import Found, FoundSession, fold
from scrapers._kinds import is_kind, kind_of
from scrapers._names import looks_like_name
from scrapers._schedule import unfold_halves
from scrapers._stamps import written
from scrapers._text_details import LABEL, LABELLED, take, without_runs
from scrapers._text_titles import clean_line, split_title
from scrapers._time_words import plain_digits
from scrapers._times import ClockSpan, find_clocks
from scrapers._vocabulary import words_of
from scrapers._words import plain

MAX_LINES = 20_000
_SAMPLE = 300
"""Records by which an arrangement is judged."""
_BEFORE_CLOCK = re.compile(
    r"^[^\w(]*(?:\(?(?:time|when|at|from|zeit|uhrzeit|heure|hora|ora|um|ab|à|ore|klo|kl)\b\.?[\s:]*)?[^\w]*$", re.I
)
_ZONE = re.compile(r"\b(?:[A-Z]{2,4}T|UTC|GMT|local time|Ortszeit|heure locale|hora local)\b")
_DAY_NUMBER = re.compile(r"(?i)\b(?:day|tag|jour|d[ií]a|giorno|dag)\s*\d{1,2}\s*[-–—:,|]+")
_GENERIC = re.compile(
    r"(?i)\W*(?:agenda|programme?|schedule|programm|ablauf|tagesordnung|sehr geehrte.*|liebe.*|dear.*|hello.*|hi\b.*)\W*"
)
_CONTACT = re.compile(r"\S@\w[\w-]*\.\w|(?<![\d-])0\d{1,4}[- ]\d{2,4}[- ]\d{3,4}(?!\d)")
"""Lines with an address or a telephone number, whose clocks are hours of an office."""
_CODE = re.compile(r"\w[;=]\w+[:=]|[{}]|\);|\bVALUES\s*\(|</\w")


@dataclass(slots=True)
class _Line:
    """One line: its text, the clock that makes it an anchor, what stands beside the clock, the day it names or belongs to."""

    text: str
    blank_before: bool
    clock: ClockSpan | None = None
    rest: str = ""
    day: date | None = None
    heading: bool = False
    form: str = ""


def read_by_clocks(text: str) -> Found | None:
    """The sessions whose clocks begin or end lines; None where there are no such."""
    lines = _lines(text)
    anchors = [i for i, line in enumerate(lines) if line.clock is not None]
    records = _arranged(lines, anchors) if len(anchors) > 1 else []
    if not records:
        return None
    rooms = _repeated(lines, records)
    found = Found(sessions=[s for r in records if (s := _session(lines, r, rooms)) is not None])
    found.event = Event(name=_event_name(lines, records))
    _confess(found, lines)
    return found


@dataclass(slots=True)
class _Record:
    """The lines of one session: its title's line (None when on the anchor's), its anchor, and `first` to `last` (excluded)."""

    anchor: int
    title: int | None
    first: int
    last: int
    better_clock: int | None = None


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    blank = True
    for raw in text.splitlines()[:MAX_LINES]:
        clean = clean_line(raw)
        if not clean:
            blank = True
            continue
        if lines and _goes_on(lines[-1].text, clean) and not blank:
            lines[-1].text = f"{lines[-1].text} {clean}"
            continue
        lines.append(_Line(clean, blank))
        blank = False
    _find_days(lines)
    for line in lines:
        _find_clock(line)
    _unfold(lines)
    return lines


def _goes_on(line: str, following: str) -> bool:
    """Whether a line is a name with a comma at its end, whose job follows on the next."""
    return line.endswith(",") and len(line) < 60 and looks_like_name(line.rstrip(" ,")) >= 0.5 and not find_clocks(following)


def _find_days(lines: list[_Line]) -> None:
    """Headings that name a day, and the day each line belongs to; years from the dates of the text that have one."""
    spans = [_dates_in(line.text) if len(line.text) < 160 else [] for line in lines]
    whole = [date(s.year, s.month, s.day) for found in spans for s in found if s.year]
    event: list[date] = []
    for found in spans:
        for s in found:
            if s.last and s.year:
                event = event or days_between(date(s.year, s.month, s.day), date(s.year, *s.last))
    current: date | None = None
    for line, found in zip(lines, spans, strict=True):
        number = day_number(line.text) if len(line.text) < 60 else None
        if len(found) == 1 and not found[0].last and (day := resolve(found[0], whole)) is not None:
            rest = line.text[: found[0].at] + line.text[found[0].upto :]
            if len(rest) < 70 or find_clocks(line.text):
                line.heading = not find_clocks(rest)
                current = day if line.heading or len(rest) < 40 else current
                line.day = day
                continue
        elif number and event and number <= len(event) and not find_clocks(line.text):
            current, line.heading = event[number - 1], True
        line.day = current
    if current is None and len(set(whole)) == 1:
        for line in lines:
            line.day = whole[0]


def _dates_in(text: str) -> list[DateSpan]:
    """The dates on a line; the number in "Day 1 - 7 April" is none."""
    text = _DAY_NUMBER.sub(lambda m: " " * len(m[0]), text)
    return find_dates(text, day_first=None if "/" in text else True)


def _find_clock(line: _Line) -> None:
    """Whether the line is an anchor: its clock stands at the beginning (after a date perhaps) or at the end."""
    if line.heading or len(line.text) > 400 or _CONTACT.search(line.text):
        return
    text = plain_digits(line.text)
    for span in find_dates(text, day_first=True):
        if span.upto - span.at > 2:
            text = text[: span.at] + " " * (span.upto - span.at) + text[span.upto :]
    clocks = [c for c in find_clocks(text) if not (c.weak and c.end is None)] or find_clocks(text)[:1]
    if not clocks:
        return
    clock = clocks[0]
    before, after = text[: clock.at], text[clock.upto :]
    bare = re.sub(r"(?i)\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", "", before)
    if _BEFORE_CLOCK.match(bare):
        line.clock, line.rest = clock, _without_marks(line.text[clock.upto :])
    elif not re.search(r"\w", _ZONE.sub("", after)) and len(before) < 200 and (clock.end is not None or not clock.weak):
        line.clock, line.rest = clock, _without_marks(line.text[: clock.at])
    if line.clock is not None:
        zone = bool(_ZONE.search(line.text))
        line.rest = _ZONE.sub("", line.rest).strip(" ()[]|,;:-–—") if zone and len(line.rest) < 30 else line.rest
        dated, mark = text != plain_digits(line.text), "" if line.text[0].isalnum() else line.text[0]
        line.form = f"{'date' if dated else ''} {'zone' if zone else ''} {mark}"


def _without_marks(text: str) -> str:
    return text.strip().strip("|•·*–—-:;,\t ").strip()


def _unfold(lines: list[_Line]) -> None:
    """Move the afternoon of twelve-hour tables without am and pm to the afternoon, day by day."""
    group: list[_Line] = []
    for line in [*lines, _Line("", True, heading=True)]:
        if line.heading and group:
            for member, span in zip(group, unfold_halves([m.clock for m in group if m.clock]), strict=True):
                member.clock = span
            group = []
        elif line.clock is not None:
            group.append(line)


def _arranged(lines: list[_Line], anchors: list[int]) -> list[_Record]:
    """The likeliest arrangement of titles and clocks, as records."""
    options: list[tuple[float, list[_Record]]] = []
    forms = Counter(lines[i].form for i in anchors)
    common = [form for form, count in forms.items() if count * 4 >= max(forms.values()) or count >= 3]
    for chosen in [common, *([form] for form in common if len(common) > 1)]:
        mine = [i for i in anchors if lines[i].form in chosen]
        for layout in ("inline", "below", "above", "higher"):
            records = _records(lines, mine, layout)
            if len(records) >= 2:
                options.append((_score(lines, records, len(mine)), records))
    if not options:
        return []
    score, records = max(options, key=lambda o: o[0])
    if score <= 0:
        return []
    return _with_better_clocks(lines, records, anchors)


def _records(lines: list[_Line], anchors: Sequence[int], layout: str) -> list[_Record]:
    """Records under one arrangement; anchors that do not fit it are left out."""
    shift = {"above": -1, "higher": -2, "below": 1}.get(layout, 0)
    kept: list[tuple[int, int | None]] = []
    for at in anchors:
        inline = len(lines[at].rest) >= 3
        if layout == "inline":
            if inline:
                kept.append((at, None))
            elif at + 1 < len(lines) and lines[at + 1].clock is None and not lines[at + 1].heading:
                kept.append((at, at + 1))
        elif 0 <= at + shift < len(lines) and lines[at + shift].clock is None and not lines[at + shift].heading:
            kept.append((at, at + shift))
    if not kept:
        return []
    firsts = [min(at, at if title is None else title) for at, title in kept]
    lasts = [*firsts[1:], _last_end(lines, firsts)]
    return [_Record(at, title, first, last) for (at, title), first, last in zip(kept, firsts, lasts, strict=True)]


def _last_end(lines: list[_Line], firsts: list[int]) -> int:
    """Where the last record ends: at a blank line, if the others hold none."""
    inside = any(line.blank_before and not line.heading for a, b in pairwise(firsts) for line in lines[a + 1 : b])
    if not inside:
        return next((i for i in range(firsts[-1] + 1, len(lines)) if lines[i].blank_before), len(lines))
    return len(lines)


def _title_of(lines: list[_Line], record: _Record) -> str:
    return lines[record.anchor].rest if record.title is None else lines[record.title].text


def _score(lines: list[_Line], records: list[_Record], anchors: int) -> float:
    """How well the titles of an arrangement read as titles, over its first records."""
    share, records = len(records) / min(len(records), _SAMPLE), records[:_SAMPLE]
    titles = [_title_of(lines, r) for r in records]
    counts = Counter(fold(t) for t in titles)
    total = 0.0
    for record, title in zip(records, titles, strict=True):
        repeated = 1 if kind_of(title) in ("break", "networking") else counts[fold(title)] ** 0.7
        total += (quality_of_title(title) - 0.45) / repeated
        if record.title is not None and record.title < record.anchor and lines[record.title].blank_before:
            total += 0.15
        if record.title is not None and record.title > record.anchor and lines[record.anchor].blank_before:
            total += 0.15
        if record.title is None:
            total += 0.1
    return total * share - 0.3 * (anchors - share * len(records))


def quality_of_title(title: str) -> float:
    """How much one line reads like a session's title, about -0.5 to 1."""
    if len(title) < 3 or not any(c.isalpha() for c in title):
        return -0.5
    value = 1.0
    if len(title) > 160 or (len(title) > 90 and title.endswith(".")):
        value -= 0.7
    if looks_like_name(title) >= 0.5:
        value -= 0.6
    elif "," in title and looks_like_name(title.split(",")[0]) >= 0.6 and kind_of(title) == "talk":
        value -= 0.5
    if title.startswith(("http", "www.", "(")) or (LABELLED.match(title) and LABEL.match(title)):
        value -= 0.6
    if title[:1].islower():
        value -= 0.3
    if _CODE.search(title):
        value -= 0.8
    if len(title) < 30 and kind_of(title) not in ("break", "networking") and is_kind(words_of(plain(title))):
        value -= 0.4
    return value


def _with_better_clocks(lines: list[_Line], records: list[_Record], anchors: list[int]) -> list[_Record]:
    """Where nearly every record holds a second clock and that one names its zone, it is the venue's."""
    inside = []
    for record in records:
        between = anchors[bisect_left(anchors, record.first) : bisect_left(anchors, record.last)]
        inside.append([i for i in between if i != record.anchor and not lines[i].rest])
    zoned = sum(any("zone" in lines[i].form for i in found) for found in inside)
    if zoned * 5 < 4 * len(records) or any("zone" in lines[r.anchor].form for r in records):
        return records
    return [
        replace(record, better_clock=next((i for i in found if "zone" in lines[i].form), None))
        for record, found in zip(records, inside, strict=True)
    ]


def _repeated(lines: list[_Line], records: list[_Record]) -> set[str]:
    """Short lines that stand in several records, as rooms do."""
    titles = {r.title for r in records}
    counts = Counter(
        text
        for r in records
        for text in {fold(lines[i].text) for i in range(r.first, r.last) if i not in titles and len(lines[i].text) < 60}
    )
    return {text for text, count in counts.items() if count >= 3 and text and looks_like_name(text) < 0.9}


def _session(lines: list[_Line], record: _Record, rooms: set[str]) -> FoundSession | None:
    anchor = lines[record.anchor]
    clock = anchor.clock if record.better_clock is None else lines[record.better_clock].clock
    title = split_title(_title_of(lines, record))
    if clock is None or not title.text:
        return None
    made = FoundSession(title.text, people=list(title.people), room=title.room)
    made.start = written(anchor.day, clock.start, clock.offset if anchor.day else None)
    if clock.end is not None:
        late = 1440 if clock.end < clock.start - 360 and anchor.day else 0
        made.end = written(anchor.day, clock.end + late, clock.offset if anchor.day else None)
    prose: list[str] = []
    for index in range(record.first, record.last):
        line = lines[index]
        if index in (record.anchor, record.title, record.better_clock) or line.heading or (line.clock and not line.rest):
            continue
        take(line.text, made, prose, rooms)
    if record.title is not None and anchor.rest and record.better_clock is None:
        take(anchor.rest, made, prose, rooms)
    made.people = without_runs(made.people)
    made.abstract = "\n".join(prose) or None
    made.kind = kind_of(made.title, bool(made.people))
    return made


def _event_name(lines: list[_Line], records: list[_Record]) -> str | None:
    """The first line before the programme, when it reads like a name and no heading of a day."""
    for line in lines[: min(records[0].first, 3)]:
        named = not (LABELLED.match(line.text) or _GENERIC.fullmatch(line.text) or line.text.endswith((",", ":")))
        if named and not line.heading and line.clock is None and 4 <= len(line.text) <= 100:
            return line.text
    return None


def _confess(found: Found, lines: list[_Line]) -> None:
    """Say how many of the clocks in the text no session uses."""
    clocks = {(line.day, line.clock.start) for line in lines if line.clock is not None}
    used = len({s.start for s in found.sessions})
    if len(clocks) - used > max(2, len(clocks) // 5):
        found.warnings.append(f"The text shows {len(clocks)} times; {used} of them belong to a session that was read.")
