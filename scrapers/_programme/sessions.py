"""From the records of a page to its sessions: what each is called, who speaks at it, where and when."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scrapers._bylines.bylines import part_title
from scrapers._bylines.marks import Cut, is_quoted
from scrapers._bylines.proven_bylines import at_people, with_kind
from scrapers._found import FoundPerson, FoundSession, fold
from scrapers._language.jobs import says_job
from scrapers._language.kinds import is_kind, kind_of
from scrapers._language.namelike import is_filler
from scrapers._language.times import are_clocks
from scrapers._language.vocabulary import page_words, plain, without_captions, words_of
from scrapers._parts.roles import AFFIL, MIXED, OTHER, PERSON, ROOM, TEXT, Chances
from scrapers._people.known import Known, known_people
from scrapers._people.labels import split_role
from scrapers._people.names import split_people
from scrapers._people.openers import people_opening
from scrapers._people.prose import people_introduced, people_told
from scrapers._programme.copies import merged, with_rooms, without_houses, without_rooms
from scrapers._programme.habits import Habit
from scrapers._programme.odd_zones import odd_zones, zones_between
from scrapers._programme.participants import habits_of, named_in_lines, people_of, title_cuts
from scrapers._programme.records import Record, records_of
from scrapers._programme.side_by_side import Grids, shared_parts
from scrapers._programme.title_places import titles_by_place
from scrapers._programme.titling import title_styles, titles_of
from scrapers._programme.untimed import listed_beyond
from scrapers._timing.heads import part_named, track_told, value_labelled
from scrapers._timing.schedule import Slot
from scrapers._timing.unit import Page, Unit

_MOST_TEXT = 4000
_MENTION = 160
_DETAILS = 40
_LONG_TITLE, _SMALL = 120, 6
_SURE = 0.6
"""Of the titles less likely than this to be one a quarter are none, of the others one in forty."""
_MARKED_KIND = re.compile(r"/([^/]{3,30})/\s{0,3}(?=\S)")
_IN_BRACKETS = re.compile(r"[\[【]([^\[\]【】]{2,30})[\]】](?=\s*\S)")
_UNDRAWN = re.compile(r"(?:^|(?<=\s)):[a-z][a-z0-9_]{1,30}:(?=\s|$)")
_INITIAL = re.compile(r"[^\W\d_]\.\s?\S")
_LEADS_ON = re.compile(r"(?<!\s)\s+(?:by|door|von|durch|par|por|przez|av|af|di|oleh)((?:\s[^\W\d_A-ZÀ-Þ]+){0,2})$")


@dataclass(frozen=True, slots=True)
class Hints:
    """What the page as a whole says: the people it presents, all it names, bylines by title unit, what lines of people show by
    format, rooms by title unit, the formats that name people in short.
    """

    shown: Known
    known: Known
    cuts: dict[int, Cut]
    habits: dict[str, Habit]
    rooms: dict[int, str]
    calling: frozenset[str]


def sessions_of(
    page: Page, chances: list[Chances], slots: list[Slot], shown: Known, named: Sequence[str] = ()
) -> tuple[list[FoundSession], set[int]]:
    """The sessions of all zones, and the zones that gave none.

    `shown`: people the page presents beside its programme; `named`: texts that may tell the year of its dates.
    """
    found: list[FoundSession] = []
    empty: set[int] = set()
    styles = title_styles(page, chances)
    cuts = title_cuts(page, chances)
    habits = habits_of(page, chances)
    columns = _column_heads(page)
    odd = odd_zones(page, chances)
    known = known_people([*shown.people(), *named_in_lines(page, chances, habits)])
    calling = _calling_styles(page, chances, known)
    between, beyond = zones_between(page, chances), listed_beyond(page, chances)
    untimed = [Slot(None, None, slots[number].day) for number, _ in between] + [Slot(None, None, None)] * len(beyond)
    grids = Grids(page, [*slots, *untimed], named)
    shared = shared_parts(page, chances)
    listed: list[FoundSession] = []
    zones = [*page.zones, *(z for _, z in between), *beyond]
    called = [
        [] if number in odd else titles_of(page, chances, zone, styles, shared.get(number, ()))
        for number, zone in enumerate(zones)
    ]
    for number, (zone, titles) in enumerate(zip(zones, titles_by_place(page, chances, zones, called), strict=True)):
        records = records_of(page, chances, zone, titles) if titles else []
        hints = Hints(shown, known, cuts, habits, _rooms_by_column(page, records, columns, grids), calling)
        if not records and number < len(slots):
            empty.add(number)
        for record in records:
            for slot, head in grids.slots_of(page.units[record.titles[0]].piece.cell, number):
                session = _session(page, chances, record, slot, hints)
                if session is not None:
                    session.track = session.track or head
                    (listed if number >= len(page.zones) + len(between) else found).append(session)
    found += _new_among(listed, found)
    found = without_rooms(with_rooms(found, columns.values()))
    found = without_houses(found) if _puts_people_in_brackets(page, cuts) else found
    return _with_details(page, chances, merged(found), habits), empty


def _puts_people_in_brackets(page: Page, cuts: dict[int, Cut]) -> bool:
    """Whether several titles of a page have people in brackets behind them."""
    named = [(unit.piece.text, unit.text) for unit in page.units if unit.is_people]
    named += [(page.units[at].text, names) for at, (_, names, _) in cuts.items()]
    return sum(f"({names}" in text for text, names in named) > 1


def _new_among(listed: list[FoundSession], found: list[FoundSession]) -> list[FoundSession]:
    """The talks of lists beside the timetable that are not in it; none where mostly those speak who do there."""
    titles = {fold(s.title) for s in found}
    speaking = {fold(p.name) for s in found for p in s.people}
    fresh = [s for s in listed if fold(s.title) not in titles and s.people]
    known = sum(any(fold(p.name) in speaking for p in s.people) for s in fresh)
    return fresh if 2 * known <= len(fresh) else []


def _with_details(
    page: Page, chances: list[Chances], found: list[FoundSession], habits: dict[str, Habit]
) -> list[FoundSession]:
    """The sessions, those that name nobody with the people below their title where it stands again outside all slots."""
    bare = {fold(s.title): s for s in found if not s.people and s.kind not in ("break", "networking") and len(s.title) > 5}
    heads = [at for at, u in enumerate(page.units) if bare and u.zone < 0 and chances[at] and fold(u.text) in bare]
    for at, after in itertools.zip_longest(heads, heads[1:], fillvalue=len(page.units)):
        box = page.units[at].piece.box
        while box and page.spans[box][1] <= at + 1:
            box = page.lines.boxes[box].parent
        first, last = page.spans[box]
        session = bare[fold(page.units[at].text)]
        if box and first >= at - 2 and not session.people:
            below = range(at + 1, min(last, after, at + _DETAILS))
            session.people = people_of(page, chances, [n for n in below if chances[n] and page.units[n].zone < 0], habits)
    return found


def _session(page: Page, chances: list[Chances], record: Record, slot: Slot, hints: Hints) -> FoundSession | None:
    units = page.units
    title = " ".join(units[at].text for at in record.titles)
    people: list[FoundPerson] = []
    head = record.titles[0]
    if len(record.titles) == 1 and (cut := hints.cuts.get(head) or at_people(title)) is not None:
        title, names, _ = cut
        people = split_people(names)
    title, sentences = _without_text(_bare_title(_without_by(page, chances, record.titles[-1], title)))
    if not any(c.isalnum() for c in title) or is_filler(title) or are_clocks(title):
        return None
    people += people_of(page, chances, record.members, hints.habits)
    listed = len(record.titles) == 1 and chances[head].role == PERSON
    speaking = split_people(title) if listed else []
    kind = _kind_in_brackets(title) if speaking else None
    label = kind or split_role(title)[0] if speaking else None
    if speaking and (kind or title.startswith(speaking[0].name) or (label and is_kind(words_of(plain(label))))):
        told = label and words_of(plain(label)) in page_words()["people"].phrases  # "Keynote speaker" is no title by itself
        title = title if told else label or ", ".join(p.name for p in speaking)
        people = [*speaking, *people]
    people = people or split_people(with_kind(title))
    loose = [units[at] for at in record.members if _is_loose(chances[at])]
    called = [name for unit in loose if unit.piece.style in hints.calling for name in hints.known.called(unit.text)]
    people += [FoundPerson(name) for name in called if fold(name) not in {fold(p.name) for p in people}]
    unread = [
        units[at].text for at in record.members if chances[at].role == PERSON and fold(units[at].text) in hints.known.names
    ]
    title, people = _with_known(hints, title, people, [*unread, *(unit.text for unit in loose)])
    if not people and kind_of(title) not in ("break", "networking"):
        prose = [units[at].text for at in record.members if chances[at].role in (TEXT, OTHER)]
        people = (
            people_opening(title)
            or [p for text in prose for p in people_introduced(text)]
            or [p for text in prose[:2] for p in people_told(text, hints.known.names)]
        )
    rooms = [*_rooms_among(units, chances, record.members), hints.rooms.get(head, "")]
    tracks = [value for at in record.members if (value := track_told(units[at].text))]
    texts = sentences + [units[at].text for at in record.members if chances[at].role == TEXT or _tells(units[at], chances[at])]
    link = next((units[at].piece.link for at in record.titles if units[at].piece.link), None)
    return FoundSession(
        title=title, start=slot.start, end=slot.end, room=rooms[0] or None, track=tracks[0] if tracks else None,
        kind=kind_of(title, bool(people)), abstract="\n".join(texts)[:_MOST_TEXT] or None,
        url=link if link and link.startswith(("http://", "https://")) else None, people=people,
        unsure=("title",) if chances[head].as_title < _SURE else (),
    )  # fmt: skip


def _without_text(title: str) -> tuple[str, list[str]]:
    """What only says which part of the day or kind it is, without the sentences behind it in its line, and these.

    ("Morning session. Guests are led through the mill in small groups and bring a lamp each.")
    """
    head, stop, rest = title.partition(". ")
    small = sum(word.islower() for word in rest.split())
    words = words_of(plain(head))
    named = stop and len(title) > _LONG_TITLE and len(words) < _SMALL and (kind_of(head) != "talk" or is_kind(words[-1:]))
    return (head, [rest]) if named and small >= _SMALL and 2 * small > len(rest.split()) else (title, [])


def _kind_in_brackets(title: str) -> str | None:
    """The kind of session in brackets before who holds it ("[Panel discussion] Ann Archer (Acme)")."""
    match = _IN_BRACKETS.match(title)
    told = match is not None and (is_kind(words_of(plain(match[1]))) or kind_of(match[1]) in ("keynote", "panel"))
    return match[1].strip() if match and told else None


def _calling_styles(page: Page, chances: list[Chances], known: Known) -> frozenset[str]:
    """The formats within slots whose lines name known people in short and hardly anything else ("Ann", "Bob & Carla")."""
    texts: dict[str, set[str]] = {}
    for unit, row in zip(page.units, chances, strict=True):
        if row and unit.zone >= 0 and _is_loose(row) and not unit.is_date:
            texts.setdefault(unit.piece.style, set()).add(unit.text)
    return frozenset(
        style
        for style, lines in texts.items()
        if len(lines) > 1 and sum(bool(known.called(t)) for t in lines) >= 0.6 * len(lines)
    )


def _is_loose(chances: Chances) -> bool:
    return chances.role in (OTHER, AFFIL, MIXED)


def _with_known(hints: Hints, title: str, people: list[FoundPerson], rest: list[str]) -> tuple[str, list[FoundPerson]]:
    """Title and people with what the page says elsewhere: short names given in full, names nobody was read from."""
    known = hints.known
    if not known.names:
        return title, people
    for person in people:
        short = hints.shown.called(person.name) if " " not in person.name else []
        short = short or (known.called(person.name) if _INITIAL.match(person.name) else [])
        person.name = short[0] if len(short) == 1 else person.name
    if people:
        return title, people
    head, bracket, tail = title.rpartition("(")
    if bracket and tail.endswith(")") and (named := known.by_surname(tail[:-1]) or known.names_in(tail[:-1])):
        return head.strip(), [FoundPerson(name) for name in named]
    in_title = known.names_in(title) if len(title) <= _MENTION else []
    if in_title and (cut := part_title(title)) and in_title[0] in cut[1]:
        return title if is_kind(words_of(plain(cut[0]))) else cut[0], split_people(cut[1])  # "Invited talk 1: Ann Archer"
    if kind_of(title) in ("break", "networking"):
        return title, people
    names = in_title + [name for text in rest if len(text) <= _MENTION for name in known.names_in(text)]
    if names and title.endswith(names[0]):
        head = title[: -len(names[0])].strip(" ,–—-|")
        title = head if len(head.split()) > 2 and head[-1:] != ":" else title  # "Invited talk 1: Ann Archer" is a title
    return title, [FoundPerson(name) for name in dict.fromkeys(names)]


def _without_by(page: Page, chances: list[Chances], at: int, title: str) -> str:
    """The title without what leads to the people behind it in its line ("Welcome by chairman" before "Ann Archer")."""
    after = at + 1 < len(page.units) and bool(chances[at + 1]) and chances[at + 1].role == PERSON
    match = _LEADS_ON.search(title) if after else None
    job = match[1] if match else ""
    if job and page.units[at + 1].piece.line != page.units[at].piece.line:
        return title
    return title[: match.start()] if match and (not job or says_job(job) or split_role(f"{job}: ")[0]) else title


def _bare_title(title: str) -> str:
    """A title without its kind ("/Interview/"), its label ("Topic: ...") and quotation marks around the whole of it.

    Nor with names of pictures that were not drawn (":wave:"), nor what a link to more is called ("[details]").
    """
    title = without_captions(_UNDRAWN.sub(" ", title)).strip(" \t:;,-–—|·•")
    while (kind := _MARKED_KIND.match(title)) and is_kind(words_of(plain(kind[1]))):
        title = title[kind.end() :]
    title = value_labelled(title, "title_label") or title
    return title[1:-1].strip() if is_quoted(title) else title


def _tells(unit: Unit, chances: Chances) -> bool:
    """Whether a line without a part of its own is a sentence or more about the session."""
    if chances.role != OTHER or unit.is_date or unit.copies > 2:
        return False
    count = len(unit.words) if unit.text.isascii() or " " in unit.text[:40] else len(unit.text) // 3
    return count >= 12 or (count >= 6 and unit.text[-1:] in ".!?…。？！")


def _rooms_among(units: list[Unit], chances: list[Chances], members: list[int]) -> list[str]:
    """What lines say of the room: those of rooms first, then labelled ones, and what follows a line that is but the label."""
    labels = {at for at in members if units[at].text[-1:] in ":：" and part_named(units[at].text) == "room"}
    rooms = [
        (value_labelled(units[at].text, "room") or units[at].text).strip(" []|·," if "(" in units[at].text[1:] else " ()[]|·,")
        for at in members
        if at not in labels and (chances[at].role == ROOM or at - 1 in labels)
    ]
    return rooms + [value for at in members if (value := value_labelled(units[at].text, "room"))]


def _column_heads(page: Page) -> dict[tuple[int, int], str]:
    """The text above every column of the page's tables; a first row with a time in it is no head."""
    heads: dict[tuple[int, int], str] = {}
    timed = {u.piece.cell.table for u in page.units if u.clock is not None and u.piece.cell and u.piece.cell.row == 0}
    for unit in page.units:
        cell = unit.piece.cell
        above = cell and (cell.header or (cell.row == 0 and cell.table not in timed))
        if cell and above and unit.text and len(unit.text) < 60 and cell.columns < 4:
            for column in range(cell.column, cell.column + cell.columns):
                heads.setdefault((cell.table, column), unit.text)
    return heads


def _rooms_by_column(page: Page, records: list[Record], heads: dict[tuple[int, int], str], grids: Grids) -> dict[int, str]:
    """In a grid, where one time has titles in several columns, what stands above a title's column alone is its room."""
    cells = {r.titles[0]: page.units[r.titles[0]].piece.cell for r in records}
    titled = {(c.table, c.column) for c in cells.values() if c}
    if len(titled) < 2:
        return {}
    above = Counter((table, heads.get((table, column))) for table, column in titled)
    rooms = {at: head for at, head in heads.items() if above[at[0], head] < 2 and part_named(head) not in ("title", "text")}
    placed = {at: c for at, c in cells.items() if c and (c.table, c.column) in rooms and c.row and not grids.heads_of(c)}
    return {at: heads[(c.table, c.column)] for at, c in placed.items()}
