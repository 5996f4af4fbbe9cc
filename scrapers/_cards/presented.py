"""The people a page presents beside its programme, in cards and lists, settled with what the programme itself tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scrapers._cards.details import credited
from scrapers._found import FoundPerson, FoundSession, fold
from scrapers._html.page import Node
from scrapers._language.days import find_weekday
from scrapers._language.jobs import lean_to_job
from scrapers._language.kinds import is_kind, kind_of
from scrapers._language.namelike import looks_like_name, split_honours
from scrapers._language.times import parse_clock_range
from scrapers._language.vocabulary import plain, words_of
from scrapers._language.words import CJK
from scrapers._timing.heads import part_named

_DAY = 5
"""So many letters the name of a day has at least where it stands for one; "Sun" and "Mar" may be companies."""


def settle_people(
    sessions: list[FoundSession], shown: list[FoundPerson], tree: Node, aside: Sequence[FoundPerson] = ()
) -> list[FoundPerson]:
    """The presented people who speak or are guests, each told as the programme and their card tell best.

    Sessions without people get those in whose cards their titles stand, and lose companies taken for people. People `aside`,
    under headings of committees or sponsors, count where they speak.
    """
    if sessions:
        _credit(sessions, shown, tree)
        _without_firms(sessions, shown)
        told = _told(sessions)
        speaking = {fold(p.name) for s in sessions for p in s.people}
        shown = shown + [p for p in aside if fold(p.name) in speaking]
        posts = {(p.title, p.company) for p in told.values() if CJK.search(p.name)}
        firms = {fold(p.company) for p in told.values() if p.company} - speaking
        guests = (p for p in shown if fold(p.name) in speaking or (fold(p.name) not in firms and _is_guest(p, speaking, posts)))
        shown = [_as_told(p, told.get(fold(p.name))) for p in guests]
    titles = {fold(text) for s in sessions for text in (s.title, s.room, s.track) if text}
    texts = {fold(line) for s in sessions for line in (s.abstract or "").split("\n")}
    small = any((p.company or "")[:1].islower() for p in shown)
    words = [fold(s.title).split() for s in sessions] if small else []
    tails = {" ".join(title[-count:]) for title in words for count in range(1, 6)}
    return [_without_sessions(p, titles, tails, texts) for p in shown]


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
    if not (person.title or person.company or person.bio or person.led) or looks_like_name(person.name) <= 0.4:
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
    """The person without details that are a session's: the talk next door is no company, an abstract no biography."""
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
    """Whether what stands beside a name belongs to a timetable: a clock, a day, the head of a column, a kind of session.

    Neither is it anything where it breaks off at a bracket.
    """
    kind = bool(text) and len(text) < 40 and (is_kind(words_of(plain(text))) or parse_clock_range(text) is not None)
    day = text.isalpha() and len(text) >= _DAY and find_weekday(text) is not None
    return kind or day or text.endswith("(") or part_named(text) in ("title", "other")
