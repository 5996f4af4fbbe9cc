"""From units and the parts they play to sessions: who and what belongs to which title, at which time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from scrapers._bylines import Cut
from scrapers._found import FoundPerson, FoundSession, fold
from scrapers._kinds import kind_of
from scrapers._known import Known
from scrapers._namelike import looks_like_name
from scrapers._names import split_people, split_role
from scrapers._participants import Habit, commas_of, people_of, title_cuts
from scrapers._roles import AFFIL, MIXED, OTHER, PERSON, ROOM, TEXT, TITLE, Chances, role_of
from scrapers._schedule import Slot
from scrapers._times import is_duration
from scrapers._unit import Page, Unit, Zone
from scrapers._vocabulary import is_unfinished, page_words, plain, words_of

_LEAST_TITLE = 0.1
_MOST_TEXT = 4000
_FACTS = re.compile(r"[·|•]")
_QUOTES = {"“": "”", "„": "“”", "«": "»", '"': '"', "「": "」", "『": "』"}


@dataclass(slots=True)
class Record:
    """The units that make one session: its title (one unit or several lines of it) and what belongs to it, in page order."""

    titles: list[int]
    members: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hints:
    """What the page as a whole says: its people, bylines by title unit, what commas do by format, rooms by title unit."""

    known: Known
    cuts: dict[int, Cut]
    commas: dict[str, Habit]
    rooms: dict[int, str]


def sessions_of(page: Page, chances: list[Chances], slots: list[Slot], known: Known) -> tuple[list[FoundSession], set[int]]:
    """The sessions of all zones, and the zones that gave none. `known`: people the page presents beside its programme."""
    found: list[FoundSession] = []
    empty: set[int] = set()
    styles = _title_styles(page, chances)
    cuts = title_cuts(page, chances)
    commas = commas_of(page, chances)
    columns = _column_heads(page)
    odd = _odd_zones(page, chances, styles)
    for number, (zone, slot) in enumerate(zip(page.zones, slots, strict=True)):
        records = [] if number in odd or _is_no_slot(page, chances, zone) else records_of(page, chances, zone, styles)
        hints = Hints(known, cuts, commas, _rooms_by_column(page, records, columns))
        if not records:
            empty.add(number)
        found += [session for record in records if (session := _session(page, chances, record, slot, hints)) is not None]
    return _merged(found), empty


def _is_no_slot(page: Page, chances: list[Chances], zone: Zone) -> bool:
    """Whether a time is none of the programme's: in a footer or menu, or hours on end with nothing like a title."""
    unit = page.units[zone.time]
    if unit.piece.zone in ("foot", "nav"):
        return True
    clock = unit.clock
    hours = (clock.end - clock.start) % (24 * 60) if clock and clock.end is not None else 0
    best = max((_as_title(chances[at]) for at in range(zone.first, zone.last) if chances[at]), default=0.0)
    return hours >= 240 and best < 0.4


def _odd_zones(page: Page, chances: list[Chances], styles: dict[str, float]) -> set[int]:
    """Zones whose time stands in a format that no slot shares, and that hold nothing like the titles of the slots.

    Banners and boxes with the hours of a day, office hours, "updated at": they stand beside a programme, not in it.
    """
    titled = [
        [at for at in range(z.first, z.last) if chances[at] and role_of(chances[at]) in (TITLE, MIXED)] for z in page.zones
    ]
    clocks = Counter(page.units[z.time].piece.style for z, titles in zip(page.zones, titled, strict=True) if titles)
    formats = Counter(style for titles in titled for style in {_format(page.units[at]) for at in titles})
    if 10 * sum(map(bool, titled)) < 6 * len(titled):
        return set()
    odd = set()
    for number, (zone, titles) in enumerate(zip(page.zones, titled, strict=True)):
        clock = page.units[zone.time].clock
        hours = (clock.end - clock.start) % (24 * 60) if clock and clock.end is not None else 0
        shared = clocks[page.units[zone.time].piece.style] - bool(titles)
        alike = any(formats[_format(page.units[at])] > 1 for at in titles)
        if shared < 2 and not alike and (hours >= 240 or not titles) and not _holds_break(page, zone):
            odd.add(number)
    return odd


def _holds_break(page: Page, zone: Zone) -> bool:
    units = page.units[zone.first : zone.last]
    return any(u.clock is None and len(u.words) < 8 and kind_of(u.text) in ("break", "networking") for u in units)


def records_of(page: Page, chances: list[Chances], zone: Zone, styles: dict[str, float] | None = None) -> list[Record]:
    """The records of one zone: one for every title in it; the likeliest unit is the title where none stands out."""
    members = [at for at in range(zone.first, zone.last) if chances[at]]
    titles = [at for at in members if role_of(chances[at]) in (TITLE, MIXED)]
    if not titles:
        options = [at for at in members if role_of(chances[at]) not in (PERSON, AFFIL) and not page.units[at].is_date]
        best = max(options, key=lambda at: (_as_title(chances[at]), -at), default=None)
        if best is None or _as_title(chances[best]) < _LEAST_TITLE:
            best = _person_instead(page, chances, members)
        if best is None:
            return []
        titles = [best]
    if len(titles) > 1:
        clock = page.units[zone.time].clock
        titles = _rivals_settled(page, chances, titles, styles or {}, sure=clock is None or clock.start < 0)
    elif _is_label(page.units[titles[0]]):
        titles = _named_by_label(page, chances, members, titles[0])
    records = _grouped(page, chances, [*titles, *_second_lines(page, chances, titles)])
    heads = [r.titles[0] for r in records]
    own = {at for r in records for at in r.titles}
    memo: dict[int, tuple[int, bool]] = {}
    for at in members:
        if at not in own:
            records[_record_of(page, chances, zone, at, heads, memo)].members.append(at)
    return records


def _person_instead(page: Page, chances: list[Chances], members: list[int]) -> int | None:
    """What stands for the title where people are all that is told of a slot: the odd line among them, else the first."""
    people = [at for at in members if role_of(chances[at]) == PERSON and split_role(page.units[at].text)[0] is None]
    odd = [at for at in people if _as_title(chances[at]) >= 0.2 and looks_like_name(page.units[at].text) < 0.5]
    if odd and len(people) > 1:
        return odd[0]
    alone = all(role_of(chances[at]) in (PERSON, AFFIL, ROOM) for at in members)
    return people[0] if people and alone else None


def _second_lines(page: Page, chances: list[Chances], titles: list[int]) -> list[int]:
    """Lines that go on a heading broken in two and play no part of their own."""
    return [
        at + 1
        for at in titles
        if at + 1 < len(page.units) and chances[at + 1] and page.units[at].piece.level
        and page.units[at + 1].piece.box == page.units[at].piece.box
        and role_of(chances[at + 1]) in (OTHER, TEXT) and looks_like_name(page.units[at + 1].text) < 0.3
        and _goes_on(page, at, at + 1)
    ]  # fmt: skip


def _as_title(chances: Chances) -> float:
    return chances[TITLE] + chances[MIXED]


def _title_styles(page: Page, chances: list[Chances]) -> dict[str, float]:
    """How far each format of the page holds titles: the mean chance over its units in zones that are no people."""
    sums: dict[str, list[float]] = {}
    for unit, row in zip(page.units, chances, strict=True):
        if row and unit.zone >= 0 and role_of(row) != PERSON:
            sums.setdefault(_format(unit), []).append(_as_title(row))
    return {style: sum(values) / len(values) for style, values in sums.items()}


def _format(unit: Unit) -> str:
    """The format of a unit; what stands behind a time or a name in its line is another one."""
    return f"{unit.piece.style}{'+' * unit.led}"


def _rivals_settled(
    page: Page, chances: list[Chances], titles: list[int], styles: dict[str, float], *, sure: bool
) -> list[int]:
    """Of several would-be titles of one time those of the best format, others only when their own format is one of titles.

    `sure`: further ones need more proof, as where no clock is and a record rarely holds two.
    """
    least, held = (0.6, 0.5) if sure else (0.3, 0.45)
    units = page.units
    named = [at for at in titles if not _is_label(units[at])] or titles
    best = max(named, key=lambda at: (styles.get(_format(units[at]), 0.0) + _as_title(chances[at]), -at))
    kept = []
    for at in named:
        style = _format(units[at])
        repeated = units[at].copies > 2 and kind_of(units[at].text) == "talk"
        if at == best or style == _format(units[best]):
            kept.append(at)
        elif units[at].piece.line != units[best].piece.line and not repeated and _as_title(chances[at]) >= least:
            kept += [at] if styles.get(style, 0.0) >= held else []
    return kept


def _is_label(unit: Unit) -> bool:
    """Whether a line only names a kind of session ("Keynote 1", "Invited talk", "Workshop · 45 minutes · Beginners")."""
    parts = [p.strip() for p in _FACTS.split(unit.text) if p.strip()]
    if len(parts) > 1 and len(unit.words) < 12:
        told = sum(is_duration(part) or _is_kind(words_of(plain(part))) for part in parts)
        return told > 1 and 2 * told >= len(parts)
    return _is_kind(unit.words)


def _is_kind(words: list[str]) -> bool:
    known = page_words()["track"].phrases
    numbering = page_words()["numbering"].openers
    named = [w for w in words if not w.isdigit() and w not in numbering]
    return len(words) <= 5 and (tuple(named) in known or all((w,) in known for w in named))


def _named_by_label(page: Page, chances: list[Chances], members: list[int], label: int) -> list[int]:
    """What stands right below a line that only names a kind of session, when it may be its title; else that line."""
    below = [at for at in members if at > label]
    at = below[0] if below else label
    return [at] if role_of(chances[at]) == OTHER and _as_title(chances[at]) >= 0.2 and not page.units[at].is_date else [label]


def _grouped(page: Page, chances: list[Chances], titles: list[int]) -> list[Record]:
    """Titles printed over several lines of one block make one record."""
    records: list[Record] = []
    for at in sorted(titles):
        before = records[-1].titles[-1] if records else None
        beside = before is not None and before + 1 == at
        if before is not None and beside and (_goes_on(page, before, at) or _share_people(page, chances, before, at)):
            records[-1].titles.append(at)
        else:
            records.append(Record([at]))
    return records


def _share_people(page: Page, chances: list[Chances], before: int, at: int) -> bool:
    """Whether two lines of one format in one block have people right before or right after both, and none in between."""
    one, two = page.units[before], page.units[at]
    if one.piece.box != two.piece.box or one.piece.style != two.piece.style or one.piece.line == two.piece.line:
        return False
    first, last = page.spans[one.piece.box]
    ends = [n for n in (before - 1, at + 1) if max(first, 0) <= n < last and chances[n]]
    return last - first <= 6 and any(role_of(chances[n]) == PERSON for n in ends)


def _goes_on(page: Page, before: int, at: int) -> bool:
    one, two = page.units[before], page.units[at]
    if one.piece.box != two.piece.box or one.piece.style != two.piece.style:
        return False
    return one.piece.level > 0 or one.text[-1:] in ":,-–—&：" or two.text[:1].islower() or is_unfinished(one.text)


def _record_of(
    page: Page, chances: list[Chances], zone: Zone, at: int, heads: list[int], memo: dict[int, tuple[int, bool]]
) -> int:
    """The record a unit belongs to: the only one in the smallest box around both, else the one before it or after it."""
    box = page.units[at].piece.box
    climbed = []
    while box not in memo:
        first, last = page.spans[box]
        first, last = max(first, zone.first), min(last, zone.last)
        low, high = bisect_left(heads, first), bisect_left(heads, last)
        climbed.append(box)
        if high - low == 1:
            memo[box] = (low, True)
        elif high > low or box == 0:
            memo[box] = (low, _people_lead(page, chances, first, last, heads[low:high]))
            memo[box] = (-1, memo[box][1])
        else:
            box = page.lines.boxes[box].parent
    low, flag = memo[box]
    for passed in climbed:
        memo[passed] = memo[box]
    if low >= 0:
        return low
    place = bisect_left(heads, at)
    if flag:
        return min(place, len(heads) - 1)
    return max(0, place - 1)


def _people_lead(page: Page, chances: list[Chances], first: int, last: int, heads: list[int]) -> bool:
    """Whether people stand before their titles here."""
    people = [at for at in range(first, last) if chances[at] and role_of(chances[at]) == PERSON]
    return bool(people) and bool(heads) and people[0] < heads[0] and people[-1] < heads[-1]


def _session(page: Page, chances: list[Chances], record: Record, slot: Slot, hints: Hints) -> FoundSession | None:
    units = page.units
    title = " ".join(units[at].text for at in record.titles)
    people: list[FoundPerson] = []
    head = record.titles[0]
    if len(record.titles) == 1 and head in hints.cuts:
        title, names, _ = hints.cuts[head]
        people = split_people(names)
    title = _bare_title(title)
    if not any(c.isalnum() for c in title):
        return None
    people += people_of(page, chances, record.members, hints.commas)
    speaking = split_people(title) if len(record.titles) == 1 and role_of(chances[head]) == PERSON else []
    if speaking and title.startswith(speaking[0].name):
        title, people = ", ".join(p.name for p in speaking), [*speaking, *people]
    title, people = _with_known(hints.known, title, people, [units[at].text for at in record.members if _is_loose(chances[at])])
    rooms = [_unlabelled(units[at].text, "room") for at in record.members if role_of(chances[at]) == ROOM]
    rooms += [value for at in record.members if (value := _labelled(units[at].text, "room"))] + [hints.rooms.get(head, "")]
    tracks = [value for at in record.members if (value := _labelled(units[at].text, "track_label"))]
    texts = [units[at].text for at in record.members if role_of(chances[at]) == TEXT or _tells(units[at], chances[at])]
    link = next((units[at].piece.link for at in record.titles if units[at].piece.link), None)
    return FoundSession(
        title=title, start=slot.start, end=slot.end, room=rooms[0] or None, track=tracks[0] if tracks else None,
        kind=kind_of(title, bool(people)), abstract="\n".join(texts)[:_MOST_TEXT] or None,
        url=link if link and link.startswith(("http://", "https://")) else None, people=people,
    )  # fmt: skip


def _is_loose(chances: Chances) -> bool:
    return role_of(chances) in (OTHER, AFFIL, MIXED)


def _with_known(known: Known, title: str, people: list[FoundPerson], rest: list[str]) -> tuple[str, list[FoundPerson]]:
    """Title and people with what the page's own list of people adds: surnames given in full, names nobody was read from."""
    if not known.names:
        return title, people
    for person in people:
        if " " not in person.name and (full := known.by_surname(person.name)):
            person.name = full[0]
    if people:
        return title, people
    head, bracket, tail = title.rpartition("(")
    if bracket and tail.endswith(")") and (named := known.by_surname(tail[:-1]) or known.names_in(tail[:-1])):
        return head.strip(), [FoundPerson(name) for name in named]
    names = [name for text in rest if len(text) <= 160 for name in known.names_in(text)]
    return title, [FoundPerson(name) for name in dict.fromkeys(names)]


def _bare_title(title: str) -> str:
    """A title without its label ("Topic: ...") and without quotation marks around the whole of it."""
    title = title.strip(" \t:;,-–—|·•")
    title = _labelled(title, "title_label") or title
    if len(title) > 2 and (pair := _QUOTES.get(title[0])) and title[-1] in pair and not any(c in title[1:-1] for c in pair):
        title = title[1:-1].strip()
    return title


def _tells(unit: Unit, chances: Chances) -> bool:
    """Whether a line without a part of its own is a sentence or more about the session."""
    if role_of(chances) != OTHER or unit.is_date or unit.copies > 2:
        return False
    count = len(unit.words) if unit.text.isascii() or " " in unit.text[:40] else len(unit.text) // 3
    return count >= 12 or (count >= 6 and unit.text[-1:] in ".!?…。？！")


def _labelled(text: str, words: str) -> str | None:
    """The value of a labelled line ("Room: 4", "Track – Leading"), None when the label is none of these words."""
    for mark in (":", "：", " – ", " - "):
        label, found, value = text.partition(mark)
        if found and value.strip() and tuple(words_of(plain(label))) in page_words()[words].phrases:
            return value.strip()
    return None


def _unlabelled(text: str, words: str) -> str:
    return (_labelled(text, words) or text).strip(" ()[]|·,")


def _column_heads(page: Page) -> dict[tuple[int, int], str]:
    """The text above every column of the page's tables."""
    heads: dict[tuple[int, int], str] = {}
    for unit in page.units:
        cell = unit.piece.cell
        if cell and unit.text and (cell.row == 0 or cell.header) and len(unit.text) < 60 and cell.columns < 4:
            for column in range(cell.column, cell.column + cell.columns):
                heads.setdefault((cell.table, column), unit.text)
    return heads


def _rooms_by_column(page: Page, records: list[Record], heads: dict[tuple[int, int], str]) -> dict[int, str]:
    """In a grid, where one time has titles in several columns, what stands above a title's column is its room."""
    cells = {r.titles[0]: page.units[r.titles[0]].piece.cell for r in records}
    if len({(c.table, c.column) for c in cells.values() if c}) < 2:
        return {}
    return {at: heads[(c.table, c.column)] for at, c in cells.items() if c and (c.table, c.column) in heads and c.row}


def _merged(found: list[FoundSession]) -> list[FoundSession]:
    """Sessions printed twice (grid and list, desktop and mobile) read once; the fuller of each field is kept."""
    out: list[FoundSession] = []
    known: dict[tuple[str, str | None], FoundSession] = {}
    for session in found:
        key = (fold(session.title), session.start)
        other = known.get(key)
        names, more = {fold(p.name) for p in session.people}, {fold(p.name) for p in other.people} if other else set()
        if (
            other is None
            or (names and more and not names & more)
            or (session.room != other.room and session.kind != "break" and not (names | more))
        ):
            known[key] = session
            out.append(session)
            continue
        other.people += [p for p in session.people if fold(p.name) not in more]
        for name in ("end", "room", "track", "abstract", "url"):
            if not getattr(other, name):
                setattr(other, name, getattr(session, name))
    return out
