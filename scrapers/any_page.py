"""Ordinary HTML pages, whatever their layout: lines, times, parts learnt from known agendas, sessions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from planner.agenda import Event
from scrapers._beside import paired_page
from scrapers._biographies import with_told_jobs
from scrapers._card_talks import talks_in_cards
from scrapers._cards import find_people
from scrapers._details import credited
from scrapers._document import Document, Get
from scrapers._features import features_of
from scrapers._found import Found, FoundPerson, FoundSession, fold
from scrapers._heads import part_named
from scrapers._jobs import lean_to_job
from scrapers._kinds import is_kind, kind_of
from scrapers._known import Known, known_people
from scrapers._lines import Lines, lines_of_page
from scrapers._namelike import looks_like_name, split_honours
from scrapers._page import Node
from scrapers._participants import commas_of, people_of
from scrapers._proof import with_proof
from scrapers._roles import AFFIL, PERSON, Chances, Model, roles_of
from scrapers._schedule import Slot, slots_of
from scrapers._sessions import sessions_of
from scrapers._strangers import leave_out_strangers
from scrapers._times import parse_clock_range
from scrapers._titles import event_name
from scrapers._unit import Page
from scrapers._untimed import anchored_pages, shows_talks, without_scraps
from scrapers._vocabulary import plain, words_of
from scrapers._words import CJK
from scrapers._zones import page_of

_TIMELESS = "The page gives no times for its talks; enter them where you know them."
_ELEMENTS = re.compile(r"<(?:div|table|tr|td|p|span|li|ul|h[1-6]|section|article|dl|br)[\s/>]", re.IGNORECASE)


def recognises(document: Document) -> bool:
    """Whether the document is an HTML page, or a piece of one."""
    return document.looks_like_html or len(_ELEMENTS.findall(document.text[:100_000])) > 5


def read(document: Document, get: Get | None, model: Model | None = None) -> Found:
    """The sessions and people a reader sees on the page."""
    title = _title_of(document.tree)
    lines = lines_of_page(document.tree)
    shown = find_people(document.tree)
    found = read_lines(
        lines,
        model,
        named=(title, urlsplit(document.address).path if "://" in document.address else ""),
        shown=shown,
    )
    found.event = replace(found.event, name=event_name([document]))
    if found.sessions:
        _credit(found.sessions, shown, document.tree)
        _without_firms(found.sessions, shown)
        told = _told(found.sessions)
        speaking = {fold(p.name) for s in found.sessions for p in s.people}
        posts = {(p.title, p.company) for p in told.values() if CJK.search(p.name)}
        shown = [
            _as_told(p, told.get(fold(p.name))) for p in shown if fold(p.name) in speaking or _is_guest(p, speaking, posts)
        ]
    titles = {fold(text) for s in found.sessions for text in (s.title, s.room, s.track) if text}
    texts = {fold(line) for s in found.sessions for line in (s.abstract or "").split("\n")}
    small = any((p.company or "")[:1].islower() for p in shown)
    words = [fold(s.title).split() for s in found.sessions] if small else []
    tails = {" ".join(title[-count:]) for title in words for count in range(1, 6)}
    found.people = [_without_sessions(p, titles, tails, texts) for p in shown]
    with_told_jobs(found.people + [p for s in found.sessions for p in s.people], (p.text for p in lines.pieces if not p.zone))
    if not found.sessions and (talks := talks_in_cards(document.tree)):
        found.sessions = talks
        found.warnings.append(_TIMELESS)
    return found


def _credit(sessions: list[FoundSession], shown: Sequence[FoundPerson], tree: Node) -> None:
    """Give sessions without people those in whose cards, elsewhere on the page, their titles stand."""
    speaking = {fold(p.name) for s in sessions for p in s.people}
    bare = {fold(s.title): s for s in sessions if not s.people and s.kind not in ("break", "networking") and " " in s.title}
    if len(bare) > 1 and any(fold(p.name) not in speaking for p in shown):
        for title, people in credited(tree, bare).items():
            bare[title].people += people


def _without_firms(sessions: list[FoundSession], shown: Sequence[FoundPerson]) -> None:
    """Take from sessions who is no person but the company of somebody there, as the page presents them."""
    firms = {fold(p.name): fold(p.company) for p in shown if p.company}
    for session in sessions:
        named = {firms.get(fold(p.name)) for p in session.people} - firms.keys()
        session.people = [p for p in session.people if fold(p.name) not in named]


def _is_guest(person: FoundPerson, speaking: set[str], posts: set[tuple[str | None, str | None]]) -> bool:
    """Whether somebody presented beside the programme who does not speak in it is a person, and none of its people.

    Neither a card read the wrong way round, nor the transcription of a name: `posts` are those of people named in Chinese or
    Japanese.
    """
    if not (person.title or person.company or person.bio) or looks_like_name(person.name) <= 0.4:
        return False
    words = fold(split_honours(person.name)[1]).split()
    if any(" ".join(words[at:]) in speaking for at in range(1, len(words) - 1)):
        return False  # "Welcome from Ann Archer", read as a name elsewhere
    return fold(person.company or "") not in speaking and not (
        person.name.isascii() and (person.title or person.company) and (person.title, person.company) in posts
    )


def _told(sessions: list[FoundSession]) -> dict[str, FoundPerson]:
    """Who the programme itself says people are, by name: the fullest account of each."""
    told: dict[str, FoundPerson] = {}
    for person in (p for s in sessions for p in s.people if p.title or p.company):
        known = told.get(fold(person.name))
        if known is None or (person.title and person.company and not (known.title and known.company)):
            told[fold(person.name)] = person
    return told


def _as_told(person: FoundPerson, told: FoundPerson | None) -> FoundPerson:
    """The person of a card as the programme's lines tell of them, where these tell no less and make more sense."""
    if told is None or (person.title and not told.title) or (person.company and not told.company):
        return person
    return (
        replace(person, title=told.title, company=told.company) if _makes_sense(told) > _makes_sense(person) + 0.15 else person
    )


def _makes_sense(person: FoundPerson) -> float:
    """How far a job title reads as one and a company as one; what begins with a mark or names a kind of session as neither."""
    job, company = person.title or "", person.company or ""
    odd = sum(not text[0].isalpha() or kind_of(text) != "talk" for text in (job, company) if text)
    return (lean_to_job(job) if job else 0.0) - (lean_to_job(company) if company else 0.0) - odd


def _without_sessions(person: FoundPerson, titles: set[str], tails: set[str], texts: set[str]) -> FoundPerson:
    """The person without details that are a session's: in a grid the talk next door is no company, an abstract no biography."""
    title, company = person.title or "", person.company or ""
    return replace(
        person,
        title=None if fold(title) in titles or _is_furniture(title) else person.title,
        company=None
        if fold(company) in titles or _is_furniture(company) or (company[:1].islower() and fold(company) in tails)
        else person.company,
        bio=None if fold(person.bio or "") in texts else person.bio,
    )


def _is_furniture(text: str) -> bool:
    """Whether what stands beside a name belongs to a timetable: a clock, the head of a column, a kind of session."""
    kind = bool(text) and len(text) < 40 and (is_kind(words_of(plain(text))) or parse_clock_range(text) is not None)
    return kind or part_named(text) in ("title", "other")


def read_lines(
    lines: Lines, model: Model | None = None, *, named: Sequence[str] = (), shown: Sequence[FoundPerson] = ()
) -> Found:
    """The sessions and people in lines, of a page or of plain text. Finds nothing rather than inventing an agenda.

    `named` are texts that may tell the event's year where its dates do not: the page's title, the path of its address;
    `shown` are people the page presents beside its programme.
    """
    page = page_of(lines)
    if not page.units:
        return Found()
    page = paired_page(page) or page
    known = known_people(shown)
    chances = with_proof(page, roles_of(page, features_of(page, known), model), shown)
    slots = slots_of(page, named)
    sessions, empty = sessions_of(page, chances, slots, known, named)
    leave_out_strangers(sessions)
    if len({(slot.start, slot.mark) for number, slot in enumerate(slots) if number not in empty}) < 2:
        return _read_untimed(page, model, named, known) or Found(people=_listed_people(page, chances))
    found = Found(sessions=sessions, warnings=_doubts(page, sessions, slots, empty))
    days = sorted({s.start[:10] for s in sessions if s.start and "T" in s.start})
    found.event = Event(start=days[0] if days else None, end=days[-1] if days else None)
    return found


def _read_untimed(page: Page, model: Model | None, named: Sequence[str], known: Known) -> Found | None:
    """The talks of a page without a timetable, None when it holds none; the days stand in the event and the abstracts."""
    for other in anchored_pages(page, named):
        chances = with_proof(other, roles_of(other, features_of(other, known), model))
        slots = slots_of(other, named)
        sessions = without_scraps(sessions_of(other, chances, slots, known, named)[0])
        if shows_talks(sessions, len(other.zones)):
            days = sorted(slot.day.isoformat() for slot in slots if slot.day) if any(s.day for s in slots) else []
            event = Event(start=days[0] if days else None, end=days[-1] if days else None)
            return Found(event, sessions, warnings=[_TIMELESS])
    return None


def _title_of(tree: Node) -> str:
    return next((n.raw_text() for n in tree.walk() if n.tag == "title"), "")


def _doubts(page: Page, sessions: list[FoundSession], slots: list[Slot], empty: set[int]) -> list[str]:
    """What a reader of the agenda should know: times no session uses, missing dates, a programme that names nobody."""
    used = {s.start for s in sessions}
    idle = list(
        dict.fromkeys(page.units[page.zones[n].time].piece.text[:40] for n in sorted(empty) if slots[n].start not in used)
    )
    doubts = []
    if idle:
        shown = ", ".join(f"“{text}”" for text in idle[:5]) + (" and others" if len(idle) > 5 else "")
        doubts.append(
            f"{len(idle)} of the times on the page belong to no session that was read: {shown}. Compare with the page."
        )
    undated = sum("T" not in (s.start or "") for s in sessions)
    if undated:
        doubts.append(f"The page gives no date for {undated} of {len(sessions)} sessions; enter the day yourself.")
    if not any(s.people for s in sessions):
        doubts.append("No speaker was found in any session. If the page names them, add its speakers page or its text.")
    return doubts


def _listed_people(page: Page, chances: list[Chances]) -> list[FoundPerson]:
    members = [at for at, c in enumerate(chances) if c and c.role in (PERSON, AFFIL)]
    return people_of(page, chances, members, commas_of(page, chances))
