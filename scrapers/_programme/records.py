"""Which lines make one session: its title over all of its lines, and the lines around that belong to it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from scrapers._language.namelike import looks_like_name
from scrapers._language.vocabulary import goes_on_small, is_unfinished
from scrapers._parts.roles import OTHER, PERSON, TEXT, Chances
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._people.pieces import known_given
from scrapers._timing.unit import Page, Zone

_MOST_AROUND = 6
_FEW_WORDS = 4
_WRAPPED, _MOST_WRAPPED = 40, 4


@dataclass(slots=True)
class Record:
    """The units that make one session: its title (one unit or several lines of it) and what belongs to it, in page order."""

    titles: list[int]
    members: list[int] = field(default_factory=list)


def records_of(page: Page, chances: list[Chances], zone: Zone, titles: list[int]) -> list[Record]:
    """The records of one zone: one for every title in it."""
    members = [at for at in range(zone.first, zone.last) if chances[at]]
    records = _grouped(page, chances, [*_first_lines(page, chances, titles), *titles, *_second_lines(page, chances, titles)])
    heads = [r.titles[0] for r in records]
    own = {at for r in records for at in r.titles}
    memo: dict[int, tuple[int, bool]] = {}
    for at in members:
        if at not in own:
            records[_record_of(page, chances, zone, at, heads, memo)].members.append(at)
    return records


def _first_lines(page: Page, chances: list[Chances], titles: list[int]) -> list[int]:
    """Lines right above a title, in its format and block, that stop in its middle: at a colon, at a word that waits."""
    known = set(titles)
    above = [at - 1 for at in titles if at and at - 1 not in known and chances[at - 1] and chances[at - 1].role == OTHER]
    return [
        at
        for at in above
        if page.units[at].piece.style == page.units[at + 1].piece.style
        and page.units[at].piece.line != page.units[at + 1].piece.line
        and len(page.units[at].words) >= _FEW_WORDS
        and not page.units[at].is_date
        and page.units[at].zone == page.units[at + 1].zone
        and split_role(page.units[at].text)[0] is None
        and (page.units[at].text[-1:] in ":：" or is_unfinished(page.units[at].text))
        and _goes_on(page, at, at + 1)
    ]


def _second_lines(page: Page, chances: list[Chances], titles: list[int]) -> list[int]:
    """Lines that go on a heading, or a title that stops in the middle, and play no part of their own."""
    found: list[int] = []
    for title in titles:
        at = title
        while at - title < _MOST_WRAPPED and _goes_on_below(page, chances, at, wrapped=at > title):
            at += 1
            found.append(at)
    return found


def _goes_on_below(page: Page, chances: list[Chances], at: int, *, wrapped: bool) -> bool:
    """Whether the line below a line of a title belongs to it as well; `wrapped`: the title runs over lines already."""
    if at + 1 >= len(page.units) or not chances[at + 1] or page.units[at + 1].piece.box != page.units[at].piece.box:
        return False
    broken = is_unfinished(page.units[at].text)
    small = wrapped and page.units[at + 1].text[:1].islower()
    goes_on = small or page.units[at].piece.level or broken or _is_wrapped(page, at)
    return bool(goes_on) and _plays_no_part(page, chances, at + 1, broken=broken) and _goes_on(page, at, at + 1)


def _is_wrapped(page: Page, at: int) -> bool:
    """Whether the line below a title goes on in its middle: with a word no sentence ends in, or small behind a long line."""
    text = page.units[at + 1].text
    return goes_on_small(text) or (text[:1].islower() and len(page.units[at].text) >= _WRAPPED)


def _plays_no_part(page: Page, chances: list[Chances], at: int, *, broken: bool) -> bool:
    """Whether a line is none of its own: behind a `broken` one also what looks like a name that nobody has."""
    text = page.units[at].text
    if broken and chances[at].role == PERSON:
        return known_given(text) < 0
    return chances[at].role in (OTHER, TEXT) and looks_like_name(text) < 0.3


def _grouped(page: Page, chances: list[Chances], titles: list[int]) -> list[Record]:
    """Titles printed over several lines of one block make one record."""
    records: list[Record] = []
    heads = set(titles)
    for at in sorted(titles):
        before = records[-1].titles[-1] if records else None
        if (
            before is not None
            and before + 1 == at
            and (_goes_on(page, before, at) or _share_people(page, chances, before, at, heads))
        ):
            records[-1].titles.append(at)
        else:
            records.append(Record([at]))
    return records


def _share_people(page: Page, chances: list[Chances], before: int, at: int, heads: set[int]) -> bool:
    """Whether two lines of one format in one block have people right before or right after both, and none in between.

    Further lines of titles (`heads`) may stand before the people behind them.
    """
    one, two = page.units[before], page.units[at]
    if one.piece.box != two.piece.box or one.piece.style != two.piece.style or one.piece.line == two.piece.line:
        return False
    first, last = page.spans[one.piece.box]
    if last - first > _MOST_AROUND:
        return False
    if last == at + 1 and _one_speaks_beside(page, chances, last):
        return True
    after = next((n for n in range(at + 1, last) if n not in heads), last)
    ends = [n for n in (before - 1, after) if max(first, 0) <= n < last and chances[n]]
    return any(chances[n].role == PERSON for n in ends)


def _one_speaks_beside(page: Page, chances: list[Chances], at: int) -> bool:
    """Whether the unit behind a cell of a table is the one person whom the next cell of its row names."""
    units = page.units
    cell, beside = units[at - 1].piece.cell, units[at].piece.cell if at < len(units) else None
    if not cell or not beside or (cell.table, cell.row) != (beside.table, beside.row) or cell.column == beside.column:
        return False
    more = at + 1 < len(units) and units[at + 1].piece.box == units[at].piece.box
    return bool(chances[at]) and chances[at].role == PERSON and not more and len(split_people(units[at].text)) == 1


def _goes_on(page: Page, before: int, at: int) -> bool:
    one, two = page.units[before], page.units[at]
    alike = one.piece.style == two.piece.style or (one.piece.bounds and one.piece.style.startswith(f"{two.piece.style}>"))
    if one.piece.box != two.piece.box or not alike:
        return False
    return one.piece.level > 0 or one.text[-1:] in ":,-–—&：" or two.text[:1].islower() or is_unfinished(one.text)


def _record_of(
    page: Page, chances: list[Chances], zone: Zone, at: int, heads: list[int], memo: dict[int, tuple[int, bool]]
) -> int:
    """The record a unit belongs to: the one of its line, the only one in the smallest box, else the one before it or after."""
    place = bisect_left(heads, at)
    same = [n for n in (place - 1, place) if 0 <= n < len(heads) and page.units[heads[n]].at == page.units[at].at]
    if len(same) == 1 and page.units[at].is_people:
        return same[0]
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
            memo[box] = (-1, _people_lead(page, chances, first, last, heads[low:high]))
        else:
            box = page.lines.boxes[box].parent
    only, people_lead = memo[box]
    for passed in climbed:
        memo[passed] = memo[box]
    if only >= 0:
        return only
    if people_lead:
        return min(place, len(heads) - 1)
    return max(0, place - 1)


def _people_lead(page: Page, chances: list[Chances], first: int, last: int, heads: list[int]) -> bool:
    """Whether people stand before their titles here."""
    people = [at for at in range(first, last) if chances[at] and chances[at].role == PERSON]
    return bool(people) and bool(heads) and people[0] < heads[0] and people[-1] < heads[-1]
