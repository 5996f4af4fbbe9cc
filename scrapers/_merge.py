"""Several agendas of one event made one: the best of each, with where each fact came from, and what they disagree on.

Used for what a page holds beside its markup (embedded data, a published feed) and for the pages of a site (days, sessions,
speakers). The first agenda leads: its order, its ids and its word in a contradiction; the others fill what it leaves open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from rapidfuzz.fuzz import ratio

from planner.agenda import Agenda, Event, Session, Speaker, clock_of
from scrapers._doubts import NOBODY, doubts, left_out
from scrapers._found import fold
from scrapers._language.namelike import split_honours
from scrapers._remembered import remembered

MAX_SHOWN = 5
"""Contradictions told one by one; the rest is counted."""

_SESSION_FACTS = ("start", "end", "room", "track", "abstract", "url")
_SPEAKER_FACTS = ("title", "company", "bio", "url")
_Thing = TypeVar("_Thing", Session, Speaker)


def merge(agendas: Sequence[Agenda], *, add_sessions: bool = True, add_speakers: bool = True) -> Agenda:
    """One agenda of several readings of the same event; `agendas` must not be empty, the first one leads.

    `found_in` of a session or person names the source of each field that did not come from the first agenda. With
    `add_sessions` or `add_speakers` off, the other agendas only complete what the first one has.
    """
    merging = _Merging(agendas[0])
    for agenda in agendas[1:]:
        merging.add(agenda, add_sessions=add_sessions, add_speakers=add_speakers)
    return merging.result()


def person_key(name: str) -> str:
    """A name for comparing people over sources: no honorifics, degrees, case, accents or punctuation; words in any order."""
    return " ".join(sorted(_words(name)))


def same_name(one: str, other: str) -> bool:
    """Whether two names may be forms of one: middle names left out or shortened, "Pat" for "Patrick", a letter mistyped."""
    first, second = _words(one), _words(other)
    if len(first) < 2 or len(second) < 2:
        return False
    if first[-1] != second[-1] or not _short_of(first[0], second[0]):
        return len(" ".join(first)) >= 10 and ratio(" ".join(first), " ".join(second)) >= 92
    middle, others = first[1:-1], second[1:-1]
    return not middle or not others or all(_short_of(a, b) for a, b in zip(middle, others, strict=False))


@remembered
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(split_honours(name)[1] or name).split())


def _fuller(name: str, other: str) -> str:
    """Of two forms of a name the other where this one shortens the first name to its initial: "A. Archer", "Ann Archer"."""
    first, second = _words(name), _words(other)
    return other if first and second and len(first[0]) == 1 < len(second[0]) and first[-1] == second[-1] else name


def _blocks(name: str) -> set[str]:
    """Marks of which two forms of one name share at least one: its last word, its beginning, its end."""
    words = _words(name)
    plain = "".join(words)
    return {f"={words[-1]}", f"<{plain[:5]}", f">{plain[-5:]}"} if words else set()


def _short_of(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= 3 or short == long)


class _Merging:
    def __init__(self, first: Agenda) -> None:
        self._first = first
        self._event = first.event
        self._sessions = list(first.sessions)
        self._speakers = list(first.speakers)
        self._warnings = _lasting(first)
        self._left_out = list(first.left_out)
        self._conflicts: list[str] = []
        self._ids = {s.id for s in first.sessions} | {p.id for p in first.speakers}
        self._near: dict[str, list[int]] = {}
        for index in range(len(self._speakers)):
            self._note(index)

    def add(self, agenda: Agenda, *, add_sessions: bool, add_speakers: bool) -> None:
        self._event = _fuller_event(self._event, agenda.event)
        ids = self._add_speakers(agenda, only_known=not add_speakers)
        titles: dict[str, list[int]] = {}
        starts: dict[str, list[int]] = {}
        urls: dict[str, int] = {}
        for index, session in enumerate(self._sessions):
            titles.setdefault(fold(session.title), []).append(index)
            starts.setdefault(_moment_block(session), []).append(index)
            if session.url:
                urls.setdefault(session.url.rstrip("/"), index)
        used: set[int] = set()
        for session in agenda.sessions:
            known = self._match(session, titles, starts, urls, used)
            speakers = tuple(ids[i] for i in session.speakers if i in ids)
            if known is not None:
                used.add(known)
                self._complete(known, session, speakers, agenda.source)
            elif add_sessions:
                self._sessions.append(
                    replace(session, id=self._free("s", len(self._sessions)), speakers=speakers,
                            found_in={"session": agenda.source, **session.found_in})
                )  # fmt: skip
        self._warnings += _lasting(agenda)
        self._left_out += agenda.left_out

    def _match(
        self,
        session: Session,
        titles: dict[str, list[int]],
        starts: dict[str, list[int]],
        urls: dict[str, int],
        used: set[int],
    ) -> int | None:
        """The same session among those known: by address, or by title where no stated time speaks against it."""
        by_url = urls.get(session.url.rstrip("/")) if session.url else None
        if by_url is not None and by_url not in used and _close(self._sessions[by_url].title, session.title):
            return by_url
        options = [i for i in titles.get(fold(session.title), ()) if i not in used]
        if not options and session.start:
            alike = [i for i in starts.get(_moment_block(session), ()) if i not in used]
            return next((i for i in alike if _other_form(self._sessions[i].title, session.title)), None)
        exact = [i for i in options if self._sessions[i].start == session.start]
        fitting = exact or [i for i in options if _may_be_one(self._sessions[i], session)]
        same_room = [i for i in fitting if self._sessions[i].room == session.room]
        if same_room or fitting:
            return (same_room or fitting)[0]
        return options[0] if len(options) == 1 and session.kind not in ("break", "networking") else None

    def _complete(self, index: int, other: Session, speakers: tuple[str, ...], source: str) -> None:
        known = self._sessions[index]
        if source == self._first.source and clock_of(known.start) and not _may_be_one(known, other):
            other = replace(other, start=None, end=None)
        elif clock_of(known.start) and clock_of(other.start) and not _may_be_one(known, other):
            here, there = f"{_shown(known.start)} in {self._first.source}", f"{_shown(other.start)} in {source}"
            self._conflicts.append(f"“{known.title}” starts at {here} but at {there}.")
            other = replace(other, start=None, end=None, room=None)
        if known.start and other.start and len(known.start) == 5 and len(other.start) > 5:
            known = replace(known, start=other.start, end=other.end or known.end)
        known = _confirmed(_filled(known, other, _SESSION_FACTS, source), other, "title")
        added = tuple(i for i in speakers if i not in known.speakers)
        if added:
            known = replace(known, speakers=known.speakers + added, found_in={"speakers": source, **known.found_in})
        self._sessions[index] = known

    def _add_speakers(self, agenda: Agenda, *, only_known: bool) -> dict[str, str]:
        """Take over the people of an agenda; their ids there with those here."""
        known = {person_key(s.name): i for i, s in enumerate(self._speakers)}
        ids: dict[str, str] = {}
        for speaker in agenda.speakers:
            index = known.get(person_key(speaker.name))
            if index is None:
                index = self._alike(speaker.name)
            if index is not None:
                filled = _filled(self._speakers[index], speaker, _SPEAKER_FACTS, agenda.source)
                self._speakers[index] = _confirmed(filled, speaker, "name")
                links = {**speaker.links, **self._speakers[index].links}
                self._speakers[index] = replace(
                    self._speakers[index], name=_fuller(self._speakers[index].name, speaker.name), links=links
                )
                ids[speaker.id] = self._speakers[index].id
            elif not only_known:
                made = replace(speaker, id=self._free("p", len(self._speakers)),
                               found_in={"speaker": agenda.source, **speaker.found_in})  # fmt: skip
                known[person_key(speaker.name)] = len(self._speakers)
                self._speakers.append(made)
                self._note(len(self._speakers) - 1)
                ids[speaker.id] = made.id
        return ids

    def _alike(self, name: str) -> int | None:
        """The one known person who may be meant by another form of the name; None when there is none or more than one."""
        near = {i for block in _blocks(name) for i in self._near.get(block, ())}
        found = [i for i in near if same_name(self._speakers[i].name, name)]
        return found[0] if len(found) == 1 else None

    def _note(self, index: int) -> None:
        for block in _blocks(self._speakers[index].name):
            self._near.setdefault(block, []).append(index)

    def _free(self, letter: str, taken: int) -> str:
        number = taken + 1
        while f"{letter}{number}" in self._ids:
            number += 1
        self._ids.add(f"{letter}{number}")
        return f"{letter}{number}"

    def result(self) -> Agenda:
        conflicts = self._conflicts[:MAX_SHOWN]
        if len(self._conflicts) > MAX_SHOWN:
            conflicts.append(f"{len(self._conflicts) - MAX_SHOWN} more sessions have different times on different pages.")
        whole = replace(self._first, event=self._event, sessions=tuple(self._sessions), speakers=tuple(self._speakers),
                        left_out=tuple(self._left_out))  # fmt: skip
        whole = replace(whole, left_out=left_out(whole))
        said = [w for w in self._warnings if w != NOBODY or not any(s.speakers for s in whole.sessions)]
        return replace(whole, warnings=tuple(dict.fromkeys([*said, *conflicts, *doubts(whole)])))


def _lasting(agenda: Agenda) -> list[str]:
    """The warnings that still hold when other pages are added: what one page lacked, another may have had."""
    passing = set(doubts(agenda))
    return [warning for warning in agenda.warnings if warning not in passing]


def _fuller_event(one: Event, other: Event) -> Event:
    names = ("name", "start", "end", "timezone", "venue", "url")
    return Event(**{name: getattr(one, name) or getattr(other, name) for name in names})


def _filled(known: _Thing, other: _Thing, names: tuple[str, ...], source: str) -> _Thing:
    """The known one with what it lacks taken from the other, and where from."""
    values = {name: getattr(other, name) for name in names if not getattr(known, name) and getattr(other, name)}
    if not values:
        return known
    places = {**dict.fromkeys(values, source), **known.found_in}
    return replace(known, **values, found_in=places, unsure=tuple(u for u in known.unsure if u not in values))


def _confirmed(known: _Thing, other: _Thing, name: str) -> _Thing:
    """The known one without a doubt in what it is called, where another reading calls it so and does not doubt it."""
    return replace(known, unsure=tuple(u for u in known.unsure if u != name or u in other.unsure))


def _may_be_one(known: Session, other: Session) -> bool:
    """Whether the times of two sessions of one title allow them to be the same."""
    if not known.start or not other.start:
        return True
    if clock_of(known.start) != clock_of(other.start):
        return False
    return len(known.start) == 5 or len(other.start) == 5 or known.start[:10] == other.start[:10]


def _close(one: str, other: str) -> bool:
    """Whether two titles at one address share at least half their words."""
    first, second = set(fold(one).split()), set(fold(other).split())
    return len(first & second) * 2 >= min(len(first), len(second))


def _moment_block(session: Session) -> str:
    return f"{session.start} {fold(session.title[:40])[:6]}"


def _other_form(one: str, other: str) -> bool:
    """Whether two titles at one time are nearly equal, or one is the beginning of the other."""
    short, long = sorted((fold(one), fold(other)), key=len)
    return len(short) >= 12 and (ratio(short, long) >= 92 or long.startswith(short + " "))


def _shown(start: str | None) -> str:
    return (start or "").replace("T", " ")[:16]
