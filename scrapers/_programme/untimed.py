"""Programmes without clocks: seminar series by date, lists, cards and catalogues of talks.

Each record of such a page gets an anchor, a time unit without a clock, so that zones, roles and sessions are made by the
same code as on timed pages; where no records are found, the whole page gets one. Only pages that speak of talks or of
speakers are read so; speaker cards without talk titles give nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scrapers._found import FoundSession, fold
from scrapers._html.sections import heading_says
from scrapers._language.fields import meanings
from scrapers._language.jobs import job_and_company
from scrapers._language.kinds import is_kind
from scrapers._language.namelike import looks_like_name
from scrapers._language.text_kinds import text_kinds
from scrapers._language.vocabulary import page_words, plain, words_of
from scrapers._parts.roles import AFFIL, PERSON, ROOM, Chances
from scrapers._people.labels import split_role
from scrapers._timing.heads import part_labelled, part_named, parts_by_column
from scrapers._timing.unit import NO_CLOCK, Page, Unit, Zone
from scrapers._timing.zones import page_of_units

_LEAST, _FEW = 3, 2
_TOLD = 80
"""So long a text tells what a talk is about."""
_MOST_LISTED = 8
_MOST_HEAD = 3
_NEAR = 8
_LABEL = 24
_NAME, _WORK = 0.6, 0.9
_QUOTED = '“„«"「『'


def anchored_pages(page: Page, named: Sequence[str] = ()) -> Iterator[Page]:
    """The page with anchors instead of clocks, likeliest first; none when it says nothing of talks.

    `named` are the page's title and its address. At most seven are tried, so that the cost stays that of a few readings.
    """
    texts = [u for u in page.units if u.clock is None and not u.piece.zone]
    talks = page_words()["talks"]
    labelled = sum(part_labelled(u.text) == "title" for u in texts)
    quoted = sum(u.text[0] in _QUOTED and not u.piece.level for u in texts)
    introduced = sum(
        ":" in u.text[:40] and split_role(u.text if u.text[-1:] != ":" else f"{u.text} X")[0] is not None for u in texts
    )
    told = max(labelled, quoted, introduced) >= _LEAST or sum(_is_abstract(u.text) for u in texts) >= _FEW
    told_of = told or any(talks.within(t) for t in (*named, *(u.text[:120] for u in texts if u.piece.level)))
    rows = _headed_rows(page)
    dated = [at for at, u in enumerate(page.units) if u.is_date and any(d.last is None for d in u.dates) and not u.piece.zone]
    if len({page.units[at].text for at in dated}) >= _LEAST:
        yield _anchored(page, dated)
    if len(rows) >= _LEAST:
        yield _anchored(page, rows)
    ways = [*_boxes(page), _headings(page), _named(page)] if told_of else []
    for starts in sorted((w for w in ways if len(w) >= _FEW), key=lambda starts: len(starts) < _LEAST):
        if told or not _are_people(page, starts[0]):
            yield _anchored(page, starts)
    if _belongs_to_event(page, named):
        yield _anchored(page, [next((at for at, u in enumerate(page.units) if u.piece.level and not u.piece.zone), 0)])


def _belongs_to_event(page: Page, named: Sequence[str]) -> bool:
    """Whether a heading, a link or the title speaks of talks or speakers, and the first heading of no others."""
    heads = [u.text for u in page.units if u.piece.level and not u.piece.zone]
    links = [u.text for u in page.units if (u.piece.zone or u.piece.link) and len(u.words) <= _MOST_HEAD]
    told = any(
        page_words()["talks"].within(text[:120]) or heading_says(text) == "speakers" for text in (*named, *heads, *links)
    )
    return told and (not heads or heading_says(heads[0]) != "others")


def listed_beyond(page: Page, chances: list[Chances]) -> list[Zone]:
    """The records of lists of talks beside a timetable: papers below a glance at the day, posters, flash talks.

    Boxes alike outside all slots, with people and a title each, below a heading that speaks of talks and not of people.
    """
    lists: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, box in enumerate(page.lines.boxes):
        first, last = page.spans[number]
        if number and 2 <= last - first <= _MOST_LISTED and page.units[first].zone < 0 and chances[first]:
            lists[box.tag, box.parent].append(number)
    found: list[Zone] = []
    for members in lists.values():
        talks = [number for number in members if _holds_talk(page, chances, number)]
        start = page.spans[members[0]][0]
        if len(talks) >= _LEAST and 5 * len(talks) >= 4 * len(members) and _heads_talks(page, start):
            found += [Zone(first, first, last, number) for number in talks for first, last in [page.spans[number]]]
    return sorted(found, key=lambda zone: zone.first)


def _heads_talks(page: Page, start: int) -> bool:
    """Whether the last heading before a list speaks of talks, and of nobody."""
    before = page.units[max(0, start - _NEAR) : start]
    led = before[-1:] if before and before[-1].text[-1:] == ":" else []
    head = next((u for u in (*led, *reversed(before)) if u.piece.level or u in led), None)
    return head is not None and heading_says(head.text) is None and page_words()["talks"].within(head.text)


def _holds_talk(page: Page, chances: list[Chances], box: int) -> bool:
    """Whether a box outside all slots names people and one thing more that is neither a name nor what they do."""
    inside = range(*page.spans[box])
    if any(not chances[at] or page.units[at].zone >= 0 or page.units[at].piece.zone for at in inside):
        return False
    people = [at for at in inside if chances[at].role == PERSON]
    others = [page.units[at].text for at in inside if chances[at].role not in (PERSON, AFFIL, ROOM)]
    return bool(people) and sum(map(_may_be_title, others)) == 1


def _may_be_title(text: str) -> bool:
    """Whether a text beside a name is neither a name nor what somebody does or where."""
    return len(text.split()) > 1 and looks_like_name(text) < 0.5 and not _tells_work(text)


def _tells_work(text: str) -> bool:
    """Whether a text says what somebody does or where."""
    return max(job_and_company(text)) >= _WORK and text_kinds(text).other < 0.5


def shows_talks(sessions: list[FoundSession]) -> bool:
    """Whether records without clocks are talks: several, of titles of their own that are no names, most with people.

    Two are where both name who speaks and say what about.
    """
    titled = [s for s in sessions if looks_like_name(s.title) < 0.5 and not _tells_of_people(s) and not _tells_work(s.title)]
    peopled = sum(bool(s.people) for s in titled)
    distinct = len({fold(s.title) for s in titled})
    own = [s for s in sessions if not (s.people and is_kind(words_of(plain(s.title))))]  # "Keynote" is many a talk's only title
    jobs = sum(job_and_company(s.title)[0] >= _WORK and text_kinds(s.title).other < 0.5 for s in titled)
    few = distinct < _LEAST
    if few and not all(s.people and len(s.abstract or "") >= _TOLD for s in sessions):
        return False
    return distinct >= _FEW and 10 * peopled >= 7 * len(sessions) and 3 * jobs < len(titled) and 5 * distinct >= 4 * len(own)


def _is_abstract(text: str) -> bool:
    """Whether a text is the head of what a talk is about, or begins with it ("Abstract: …")."""
    label = text[:_LABEL].partition(":")[0]
    return len(label) < _LABEL and any(m.role == "abstract" for m in meanings(fold(label), "session")[:1])


def _tells_of_people(session: FoundSession) -> bool:
    """Whether a would-be title is a sentence of a biography: long with a full stop, or naming the person."""
    title = fold(session.title)
    return (session.title[-1:] == "." and len(title.split()) > 6) or any(
        part in title.split() for p in session.people for part in fold(p.name).split()[-1:]
    )


def without_scraps(sessions: list[FoundSession]) -> list[FoundSession]:
    """The talks without what has nobody and hardly a title ("(holiday)", "withdrawn"), or a handle for one ("@archer")."""
    return [s for s in sessions if (s.people and s.title[0] != "@") or (s.title[0] not in "([@" and len(s.title.split()) > 2)]


def _anchored(page: Page, starts: list[int]) -> Page:
    """The page with an anchor before (for a date: in the place of) every unit of `starts`; clocks beside no date are left."""
    begins = set(starts)
    clocks = {u.at: u.clock for u in page.units if u.clock is not None}
    units: list[Unit] = []
    for at, unit in enumerate(page.units):
        if unit.clock is not None:
            continue
        if at in begins:
            dates = unit.dates if unit.is_date else ()
            units.append(Unit("", unit.piece, unit.at, clocks.get(unit.at, NO_CLOCK) if dates else NO_CLOCK, dates))
            if dates:
                continue
        units.append(replace(unit, zone=-1))
    return page_of_units(page.lines, units)


def _headed_rows(page: Page) -> list[int]:
    """The first units of the rows of tables whose heads name a column of titles, which are no jobs, and one of people."""
    heads = parts_by_column(page)
    cells = [
        (at, unit.text, cell, heads.get((cell.table, cell.column)))
        for at, unit in enumerate(page.units)
        if (cell := unit.piece.cell)
    ]
    named = {(cell.table, cell.row) for _, text, cell, part in cells if part and cell.row <= 1 and part_named(text) == part}
    rows: dict[tuple[int, int], int] = {}
    parts: dict[int, list[str]] = defaultdict(list)
    for at, text, cell, part in cells:
        if (cell.table, cell.row) not in named:
            rows.setdefault((cell.table, cell.row), at)
            parts[cell.table].append("job" if part == "title" and max(job_and_company(text)) >= _WORK else part or "")
    talks = {table for table, held in parts.items() if "person" in held and held.count("title") > held.count("job")}
    return [at for (table, _), at in rows.items() if table in talks]


def _are_people(page: Page, start: int) -> bool:
    """Whether the heading above the first record, or the first of the page, announces people and no talks."""
    heads = [u.text for u in page.units[:start] if u.piece.level]
    return any(heading_says(h) is not None and not page_words()["talks"].within(h) for h in heads[:1] + heads[-1:])


def _boxes(page: Page) -> list[list[int]]:
    """The first units of the boxes alike (list items, cards, rows, paragraphs) that hold most of the page's text.

    Where boxes within others hold the same, both are given, the inner ones first: sections of talks, or parts of a talk.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for number, box in enumerate(page.lines.boxes):
        first, last = page.spans[number]
        if number and 2 <= last - first <= 40 and not page.units[first].piece.zone:
            groups[box.tag].append(number)
    ways: dict[int, list[list[int]]] = defaultdict(list)
    for members in groups.values():
        held = {at for number in members for at in range(*page.spans[number])}
        sizes = [page.spans[n][1] - page.spans[n][0] for n in members]
        alike = len(held) == sum(sizes) and 2 * max(sizes) <= len(held)  # none within another, none most of the page
        if len(members) >= _LEAST and alike:
            ways[len(held)].append([page.spans[number][0] for number in members])
    most = sorted(ways[max(ways)], key=len, reverse=True) if ways else []
    return most[:1] + most[1:][-1:]


def _headings(page: Page) -> list[int]:
    """The headings of the format that heads most sections, each with something below it."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(page.units):
        if unit.piece.level > 1 and not unit.piece.zone and at + 1 < len(page.units) and not page.units[at + 1].piece.level:
            groups[unit.piece.style].append(at)
    return max(groups.values(), key=len, default=[])


def _named(page: Page) -> list[int]:
    """The headings of the level that names people most, each with something else below it: a name, then a talk's title."""
    groups: dict[int, list[int]] = defaultdict(list)
    for at, unit in enumerate(page.units[:-1]):
        if unit.piece.level > 1 and not unit.piece.zone and looks_like_name(unit.text) >= _NAME:
            groups[unit.piece.level].append(at)
    return max(groups.values(), key=len, default=[])
