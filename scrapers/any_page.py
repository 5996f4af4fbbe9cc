"""Ordinary HTML pages, whatever their layout: lines, times, parts learnt from known agendas, sessions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from planner.agenda import Event
from scrapers._cards.card_talks import talks_in_cards
from scrapers._cards.cards import people_shown
from scrapers._cards.presented import settle_people
from scrapers._document import Document, Get
from scrapers._doubts import NOBODY
from scrapers._found import Found, FoundPerson, FoundSession, fold
from scrapers._html.lines import Lines, lines_of_page, whole_lines
from scrapers._html.page import Node
from scrapers._language.called import calling
from scrapers._links.titles import event_name
from scrapers._parts.features import features_of
from scrapers._parts.peers import proven_names
from scrapers._parts.proof import with_proof
from scrapers._parts.roles import AFFIL, PERSON, Chances, Model, roles_of
from scrapers._people.biographies import with_told_jobs
from scrapers._people.companions import with_companions
from scrapers._people.known import Known, known_people
from scrapers._people.strangers import introduced_in, leave_out_strangers
from scrapers._programme.heads_of_blocks import people_in_heads
from scrapers._programme.outlines import outline_of
from scrapers._programme.participants import habits_of, people_of
from scrapers._programme.sessions import sessions_of
from scrapers._programme.telling import telling_lines
from scrapers._programme.untimed import anchored_pages, shows_talks, without_scraps
from scrapers._timing.beside import paired_page
from scrapers._timing.clockless import page_with_clockless_cells, page_with_clockless_days
from scrapers._timing.event_days import first_range, known_days
from scrapers._timing.heads import named_in_columns
from scrapers._timing.schedule import Slot, slots_of
from scrapers._timing.unit import Page
from scrapers._timing.zones import page_of

_DESCRIBED = ("description", "og:description")
_SCALE = 3
"""More times than this with nothing beside them are a scale beside a grid."""
_FEW_TIMES = 5
"""So few times may be hours of a hotel, an office or trains beside a list of talks."""
_OPENING = 12
_ELEMENTS = re.compile(r"<(?:div|table|tr|td|p|span|li|ul|h[1-6]|section|article|dl|br)[\s/>]", re.IGNORECASE)


def recognises(document: Document) -> bool:
    """Whether the document is an HTML page, or a piece of one."""
    return document.looks_like_html or len(_ELEMENTS.findall(document.text[:100_000])) > 5


def read(document: Document, get: Get | None, model: Model | None = None) -> Found:
    """The sessions and people a reader sees on the page."""
    title = _title_of(document.tree)
    lines = lines_of_page(document.tree)
    shown, aside = people_shown(document.tree)
    found = read_lines(
        lines,
        model,
        named=(title, urlsplit(document.address).path if "://" in document.address else "", *_descriptions(document.tree)),
        shown=shown,
        in_cards=lambda: bool(talks_in_cards(document.tree)),
    )
    found.event = replace(found.event, name=event_name([document]))
    found.people = settle_people(found.sessions, _with_led(shown, found), document.tree, aside)
    found.people = with_companions(found.sessions, found.people)
    with_told_jobs(found.people + [p for s in found.sessions for p in s.people], whole_lines(lines))
    found.sessions = found.sessions or talks_in_cards(document.tree)
    return found


def read_lines(
    lines: Lines,
    model: Model | None = None,
    *,
    named: Sequence[str] = (),
    shown: Sequence[FoundPerson] = (),
    in_cards: Callable[[], bool] = bool,
) -> Found:
    """The sessions and people in lines, of a page or of plain text. Finds nothing rather than inventing an agenda.

    `named` are texts that may tell the event's year, or its day, where its dates do not: the page's title, the path of its
    address, its description;
    `shown` are people the page presents beside its programme; `in_cards` tells whether talks stand in their cards.
    """
    with calling(proven_names(lines.pieces, shown)):
        return _read_known(lines, model, named, shown, in_cards)


def _read_known(
    lines: Lines, model: Model | None, named: Sequence[str], shown: Sequence[FoundPerson], in_cards: Callable[[], bool]
) -> Found:
    page = page_of(lines)
    if not page.units:
        return Found()
    page = paired_page(page) or page
    page = page_with_clockless_days(page) or page_with_clockless_cells(page) or page
    known = known_people(shown)
    chances = with_proof(page, roles_of(page, features_of(page, known), model), shown)
    slots = slots_of(page, named)
    sessions, empty = sessions_of(page, chances, slots, known, named)
    leave_out_strangers(sessions, named_in_columns(page), introduced_in(unit.text for unit in page.units))
    times = len({(slot.start, slot.mark) for number, slot in enumerate(slots) if number not in empty})
    if times < 2 or (times < _FEW_TIMES and _are_mentions(page, sessions)):
        if talks := _read_untimed(page, model, named, known):
            return talks
        if outline := outline_of(page):
            return Found(sessions=outline)
        if times < 2 or in_cards():
            return Found(people=_listed_people(page, chances))
    led = people_in_heads(page, chances)
    found = Found(sessions=sessions, people=led, warnings=_doubts(page, sessions, slots, empty))
    found.telling = telling_lines(page, chances, slots)
    days = sorted({s.start[:10] for s in sessions if s.start and "T" in s.start})
    printed = first_range(page, known_days(page, named)) if not days else None
    found.event = _event_on([day.isoformat() for day in printed] if printed else days)
    return found


def _are_mentions(page: Page, sessions: list[FoundSession]) -> bool:
    """Whether times are hours told in passing: each behind other words of its line, and nobody is named beside them."""
    follow = [page.units[z.time + 1 : z.time + 2] for z in page.zones]
    behind = all(
        rest and rest[0].piece is page.units[z.time].piece and rest[0].piece.text.startswith(rest[0].text[:_OPENING])
        for z, rest in zip(page.zones, follow, strict=True)
    )
    return behind and not any(session.people for session in sessions)


def _with_led(shown: list[FoundPerson], found: Found) -> list[FoundPerson]:
    """The people presented, and those who lead a block of the programme and neither speak in it nor are among them."""
    known = {fold(p.name) for p in (*shown, *(p for s in found.sessions for p in s.people))}
    return shown + [p for p in found.people if p.led and fold(p.name) not in known]


def _event_on(days: list[str]) -> Event:
    return Event(start=days[0], end=days[-1]) if days else Event()


def _read_untimed(page: Page, model: Model | None, named: Sequence[str], known: Known) -> Found | None:
    """The talks of a page without a timetable, None when it holds none; the days stand in the event and the abstracts."""
    for other in anchored_pages(page, named):
        chances = with_proof(other, roles_of(other, features_of(other, known), model))
        slots = slots_of(other, named)
        sessions = without_scraps(sessions_of(other, chances, slots, known, named)[0])
        if shows_talks(sessions):
            days = sorted(slot.day.isoformat() for slot in slots if slot.day) if any(s.day for s in slots) else []
            return Found(_event_on(days), sessions, telling=telling_lines(other, chances, slots))
    return None


def _title_of(tree: Node) -> str:
    return next((n.raw_text() for n in tree.walk() if n.tag == "title"), "")


def _descriptions(tree: Node) -> list[str]:
    """What the page tells search engines it is about, each text once."""
    metas = (n.attrs for n in tree.find_all("meta"))
    told = (m.get("content") for m in metas if (m.get("name") or m.get("property")) in _DESCRIBED)
    return list(dict.fromkeys(filter(None, told)))


def _doubts(page: Page, sessions: list[FoundSession], slots: list[Slot], empty: set[int]) -> list[str]:
    """What a reader of the agenda should know: times no session uses, a day from elsewhere, a programme that names nobody."""
    used = {None, *(s.start for s in sessions)}
    left = [n for n in sorted(empty) if slots[n].start not in used]
    if len(left) > _SCALE and {u.zone for u in page.units if u.clock is None and not u.is_date}.isdisjoint(left):
        left = []
    idle = list(dict.fromkeys(page.units[page.zones[n].time].piece.text[:40] for n in left))
    doubts = []
    if idle:
        shown = ", ".join(f"“{text}”" for text in idle[:5]) + (" and others" if len(idle) > 5 else "")
        belong = "One of the times on the page belongs" if len(idle) == 1 else f"{len(idle)} of the times on the page belong"
        doubts.append(f"{belong} to no session that was read: {shown}. Compare with the page.")
    if told := slots[0].told:
        doubts.append(f"The programme prints no day; it was taken from “{told[:80]}”. Correct it where that is wrong.")
    if not any(s.people for s in sessions):
        doubts.append(NOBODY)
    return doubts


def _listed_people(page: Page, chances: list[Chances]) -> list[FoundPerson]:
    members = [at for at, c in enumerate(chances) if c and c.role in (PERSON, AFFIL)]
    return people_of(page, chances, members, habits_of(page, chances))
