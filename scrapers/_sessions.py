"""From units and the parts they play to sessions: who and what belongs to which title, at which time."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from scrapers._found import FoundPerson, FoundSession, fold
from scrapers._kinds import kind_of
from scrapers._names import looks_like_name, split_affiliation, split_people
from scrapers._roles import AFFIL, MIXED, OTHER, PERSON, ROOM, TEXT, TITLE, Chances
from scrapers._schedule import Slot
from scrapers._units import Page, Zone

_LEAST_TITLE = 0.1
_MOST_TEXT = 4000


@dataclass(slots=True)
class Record:
    """The units that make one session: its title (one unit or several lines of it) and what belongs to it, in page order."""

    titles: list[int]
    members: list[int] = field(default_factory=list)


def role_of(chances: Chances) -> int:
    """The likeliest role."""
    return chances.index(max(chances))


def sessions_of(page: Page, chances: list[Chances], slots: list[Slot]) -> tuple[list[FoundSession], set[int]]:
    """The sessions of all zones, and the zones that gave none."""
    found: list[FoundSession] = []
    empty: set[int] = set()
    for number, (zone, slot) in enumerate(zip(page.zones, slots, strict=True)):
        records = records_of(page, chances, zone)
        if not records:
            empty.add(number)
        found += [session for record in records if (session := _session(page, chances, record, slot)) is not None]
    return _merged(found), empty


def records_of(page: Page, chances: list[Chances], zone: Zone) -> list[Record]:
    """The records of one zone: one for every title in it; the likeliest unit is the title where none stands out."""
    members = [at for at in range(zone.first, zone.last) if chances[at]]
    titles = [at for at in members if role_of(chances[at]) in (TITLE, MIXED)]
    if not titles:
        options = [at for at in members if role_of(chances[at]) not in (PERSON, AFFIL) and not page.units[at].is_date]
        best = max(options, key=lambda at: (chances[at][TITLE] + chances[at][MIXED], -at), default=None)
        if best is None or chances[best][TITLE] + chances[best][MIXED] < _LEAST_TITLE:
            return []
        titles = [best]
    records = _grouped(page, titles)
    heads = [r.titles[0] for r in records]
    own = {at for r in records for at in r.titles}
    memo: dict[int, tuple[int, bool]] = {}
    for at in members:
        if at not in own:
            records[_record_of(page, chances, zone, at, heads, memo)].members.append(at)
    return records


def _grouped(page: Page, titles: list[int]) -> list[Record]:
    """Titles printed over several lines of one block make one record."""
    records: list[Record] = []
    for at in titles:
        before = records[-1].titles[-1] if records else None
        if before is not None and before + 1 == at and _goes_on(page, before, at):
            records[-1].titles.append(at)
        else:
            records.append(Record([at]))
    return records


def _goes_on(page: Page, before: int, at: int) -> bool:
    one, two = page.units[before], page.units[at]
    if one.piece.box != two.piece.box:
        return False
    same = one.piece.style == two.piece.style
    return one.text[-1:] in ":,-–—&：" or two.text[:1].islower() or (not same and one.piece.line == two.piece.line)


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


def _session(page: Page, chances: list[Chances], record: Record, slot: Slot | None) -> FoundSession | None:
    units = page.units
    title = " ".join(units[at].text for at in record.titles)
    people: list[FoundPerson] = []
    if role_of(chances[record.titles[0]]) == MIXED and len(record.titles) == 1:
        title, people = split_byline(title)
    title = title.strip(" \t:;,-–—|·•")
    if not any(c.isalnum() for c in title):
        return None
    people += people_of(page, chances, record.members)
    rooms = [units[at].text for at in record.members if role_of(chances[at]) == ROOM]
    texts = [units[at].text for at in record.members if role_of(chances[at]) == TEXT]
    link = next((units[at].piece.link for at in record.titles if units[at].piece.link), None)
    return FoundSession(
        title=title, start=slot.start if slot else None, end=slot.end if slot else None, room=rooms[0] if rooms else None,
        kind=kind_of(title, bool(people)), abstract="\n".join(texts)[:_MOST_TEXT] or None,
        url=link if link and link.startswith(("http://", "https://")) else None, people=people,
    )  # fmt: skip


def people_of(page: Page, chances: list[Chances], members: list[int]) -> list[FoundPerson]:
    """The people among a record's units, each with what stands beside the name."""
    people: list[FoundPerson] = []
    waiting: list[str] = []
    for at in members:
        unit, role = page.units[at], role_of(chances[at])
        if role == PERSON:
            named = split_people(unit.text) or _odd_name(unit.text, chances[at][PERSON])
            for person in named:
                person.links = _links(unit.piece.link)
            if waiting and len(named) == 1 and not (named[0].title or named[0].company):
                _describe(named[0], waiting.pop())
            waiting = []
            people += named
        elif role == AFFIL:
            if people:
                _describe(people[-1], unit.text)
            else:
                waiting.append(unit.text)
    return people


def _odd_name(text: str, chance: float) -> list[FoundPerson]:
    words = text.split()
    if chance > 0.7 and 1 <= len(words) <= 4 and len(text) <= 40 and (looks_like_name(text) > 0.2 or len(words) > 1):
        return [FoundPerson(text.strip(" ,;:"))]
    return []


def _links(link: str | None) -> dict[str, str]:
    if link and link.startswith(("http://", "https://")):
        for name in ("linkedin", "twitter", "github"):
            if f"{name}.com/" in link:
                return {name: link}
    return {}


def _describe(person: FoundPerson, text: str) -> None:
    """Add what an affiliation line says to a person."""
    if person.title and person.company:
        return
    title, company = split_affiliation(text)
    if person.title:
        person.company = company or title
    elif person.company:
        person.title = title or company
    else:
        person.title, person.company = title, company


def split_byline(text: str) -> tuple[str, list[FoundPerson]]:
    """Cut a line that holds a title and who speaks ("Title – Ann Archer (Acme)", "Ann Archer: Title") in two."""
    best: tuple[float, str, list[FoundPerson]] = (0.0, text, [])
    for mark in (" – ", " - ", " — ", " | ", ": ", " (", " by ", " / ", ", ", "：", "｜", "（", " ~ ", "- ", "» "):
        at = text.find(mark)
        while at > 0:
            left, right = text[:at].strip(), text[at + len(mark) :].strip()
            if mark in (" (", "（"):
                right = right.rstrip(") ）")
            for title, names, side in ((left, right, 0.05), (right, left, 0.0)):
                people = split_people(names) if 2 < len(names) < 300 else []
                if people and len(title) > 2:
                    score = min(looks_like_name(p.name) for p in people) + side - (0.5 if looks_like_name(title) > 0.6 else 0.0)
                    score += 0.1 * (mark == " by ") - 0.3 * (mark == ", ") + 0.1 * (len(title) >= len(names))
                    best = max(best, (score, title, people), key=lambda b: b[0])
            at = text.find(mark, at + 1)
    return best[1], best[2]


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


__all__ = ["OTHER", "Record", "people_of", "records_of", "role_of", "sessions_of", "split_byline"]
