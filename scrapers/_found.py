"""What readers hand over, and how it becomes an agenda: one entry per person, repeats read once, kinds named.

Every reader fills `Found` with sessions and people as the source has them; `assemble` does the rest the same way for all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Any, TypeVar

from planner.agenda import Agenda, Event, Kind, Session, Speaker, UnreadLine
from scrapers._doubts import doubted
from scrapers._language.kinds import kind_of
from scrapers._language.namelike import split_honours
from scrapers._language.vocabulary import plain as unaccented
from scrapers._language.words import lexicon, plain
from scrapers._remembered import remembered

T = TypeVar("T", Event, "FoundPerson", "FoundSession")
_WORD = re.compile(r"[^\W_]+")
_PERSIAN = str.maketrans("يىك", "ییک")
_UNSOUND = re.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]")


@dataclass(slots=True)
class FoundPerson:
    """A person as one place of the source shows them; `key` is the source's own id, where it has one.

    `beside` is what stands beside the name in its line, before it is cut into job title and company; `led` whether a label
    says what they do in the programme ("Chair: Ann Archer").
    """

    name: str
    title: str | None = None
    company: str | None = None
    bio: str | None = None
    url: str | None = None
    links: dict[str, str] = field(default_factory=dict)
    key: str | None = None
    unsure: tuple[str, ...] = ()
    beside: str | None = field(default=None, compare=False)
    led: bool = field(default=False, compare=False)


@dataclass(slots=True)
class FoundSession:
    """A session as one place of the source shows it; times as in `planner.agenda.Session`."""

    title: str
    start: str | None = None
    end: str | None = None
    room: str | None = None
    track: str | None = None
    kind: Kind | None = None
    abstract: str | None = None
    url: str | None = None
    people: list[FoundPerson] = field(default_factory=list)
    key: str | None = None
    unsure: tuple[str, ...] = ()


@dataclass(slots=True)
class Found:
    """All that one reader found in one document. `people` also holds those without a session.

    `telling` are lines of the programme that are likely titles or people, whether or not they were read so.
    """

    event: Event = field(default_factory=Event)
    sessions: list[FoundSession] = field(default_factory=list)
    people: list[FoundPerson] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    telling: list[UnreadLine] = field(default_factory=list)


_FIELDS = {kind.__name__: tuple(f.name for f in fields(kind)) for kind in (Event, FoundPerson, FoundSession)}


@remembered
def fold(text: str) -> str:
    """Text for comparing: no case, no accents, punctuation as spaces, Arabic letters as Persian writes them."""
    bare = unaccented(text)
    return " ".join(_WORD.findall(bare if bare.isascii() else bare.translate(_PERSIAN)))


def assemble(source: str, scraper: str, found: Found) -> Agenda:
    """Make the agenda: people merged by key or name, repeated sessions read once, in the order of the source.

    Holds for every agenda: each session's speakers are listed, no session ends before it starts.
    """
    people = _People()
    for person in found.people:
        people.add(_sound(person))
    named = [[people.add(_sound(p)) for p in item.people if p.name.strip()] for item in found.sessions]
    ids_of = people.settle(named)
    sessions: list[Session] = []
    seen: dict[tuple[str, str | None, str | None], int] = {}
    for item, members in zip(map(_sound, found.sessions), named, strict=True):
        title = " ".join(item.title.split())
        if not title:
            continue
        ids = tuple(dict.fromkeys(ids_of[index] for index in members))
        start, end = _in_seconds(item.start), _in_seconds(item.end)
        mark = (fold(title), start, item.room)
        if (index := seen.get(mark)) is not None and (item.room or set(ids) <= set(sessions[index].speakers)):
            known = sessions[index]
            sessions[index] = replace(known, speakers=tuple(dict.fromkeys(known.speakers + ids)))
            continue
        seen.setdefault(mark, len(sessions))
        sessions.append(
            Session(
                id=f"s{len(sessions) + 1}", title=title, start=start, end=_end_after(start, end),
                room=item.room or None, track=item.track or None, kind=item.kind or kind_of(title, bool(ids)),
                abstract=item.abstract or None, url=item.url or None, speakers=ids, unsure=item.unsure,
            )
        )  # fmt: skip
    days = sorted(s.start[:10] for s in sessions if s.start and len(s.start) > 5)
    event = _sound(found.event)
    if days and not event.start:
        event = replace(event, start=days[0], end=event.end or days[-1])
    agenda = Agenda(source=source, scraper=scraper, event=event, sessions=tuple(sessions), speakers=people.speakers())
    agenda = replace(agenda, warnings=tuple(_UNSOUND.sub("", warning) for warning in found.warnings))
    return doubted(agenda, [_sound_line(line) for line in found.telling])


def _sound_line(line: UnreadLine) -> UnreadLine:
    return replace(line, text=_UNSOUND.sub("", line.text), start=_in_seconds(line.start), end=_in_seconds(line.end))


def _sound(item: T) -> T:
    """The entry without characters that cannot be kept or that disguise the rest: controls, halves, bidi overrides."""
    values: dict[str, Any] = {name: getattr(item, name) for name in _FIELDS[type(item).__name__]}
    texts = [*values.values(), *(values.get("links") or {}).values()]
    if not _UNSOUND.search("".join([text for text in texts if isinstance(text, str)])):
        return item
    changed: dict[str, Any] = {
        name: _UNSOUND.sub("", text) for name, text in values.items() if isinstance(text, str) and _UNSOUND.search(text)
    }
    changed |= {
        name: {key: _UNSOUND.sub("", link) for key, link in links.items()}
        for name, links in values.items() if isinstance(links, dict) and any(map(_UNSOUND.search, links.values()))
    }  # fmt: skip
    return replace(item, **changed) if changed else item


def _in_seconds(value: str | None) -> str | None:
    """A time in the one form agendas use: `2026-03-03T09:00:00+01:00`, or `09:00` alone."""
    return f"{value[:16]}:00{value[16:]}" if value and len(value) in (16, 22) else value or None


def _end_after(start: str | None, end: str | None) -> str | None:
    """The end, None when it does not come after the start; clocks alone may run past midnight."""
    if not start or not end or len(start) < 16 or len(end) < 16:
        return end if start and len(start) == len(end or "") == 5 else None
    try:
        return end if datetime.fromisoformat(end[:19]) >= datetime.fromisoformat(start[:19]) else None
    except ValueError:
        return None


class _People:
    """People by place, found again by the source's key or by name; the fullest value of each field is kept."""

    def __init__(self) -> None:
        self._made: list[FoundPerson] = []
        self._by_key: dict[str, int] = {}
        self._by_name: dict[str, int] = {}
        self._gone: set[int] = set()

    def add(self, person: FoundPerson) -> int:
        name = " ".join(person.name.split())
        index = self._by_key.get(person.key or "")
        if index is not None and not _alike(self._made[index].name, name):
            index = None
        if index is None:
            index = self._by_name.get(_bare(name))
        if index is None:
            index = len(self._made)
            self._made.append(FoundPerson(name=name))
        self._complete(index, person if person.name == name else replace(person, name=name))
        self._by_name.setdefault(_bare(name), index)
        if person.key:
            self._by_key.setdefault(person.key, index)
        return index

    def _complete(self, index: int, person: FoundPerson) -> None:
        known = self._made[index]
        if known.name.isupper() and not person.name.isupper():
            known.name = person.name
        for attribute in ("title", "company", "bio", "url"):
            if not getattr(known, attribute):
                setattr(known, attribute, getattr(person, attribute) or None)
        known.links = {**person.links, **known.links}
        known.unsure = known.unsure or person.unsure

    def settle(self, together: list[list[int]]) -> list[str]:
        """Make one of the people whose names are forms of one name; `together` are the people of each session.

        Those who share a session are never made one. Returns the id of every place that `add` gave.
        """
        goes = list(range(len(self._made)))
        beside: dict[int, set[int]] = {}
        for members in together:
            for index in members:
                beside.setdefault(index, set()).update(members)
        for index, other in _other_forms([_bare(p.name).split() for p in self._made]):
            if other not in beside.get(index, ()) and goes[other] == other and goes[index] == index:
                longer = self._made[index]
                shorter, lead = self._made[other], longer.name.split()[0]
                if lexicon("job").holds(plain(lead)):
                    longer.title = longer.title or lead
                else:
                    shorter.name = longer.name
                self._complete(other, longer)
                goes[index] = other
                beside.setdefault(other, set()).update(beside.get(index, ()))
        self._gone = {index for index, to in enumerate(goes) if to != index}
        kept = [index for index, to in enumerate(goes) if to == index]
        ids = {index: f"p{number + 1}" for number, index in enumerate(kept)}
        return [ids[to] for to in goes]

    def speakers(self) -> tuple[Speaker, ...]:
        kept = [person for index, person in enumerate(self._made) if index not in self._gone]
        return tuple(
            Speaker(id=f"p{i + 1}", name=p.name, title=p.title, company=p.company, bio=p.bio, url=p.url, links=p.links,
                    unsure=p.unsure)
            for i, p in enumerate(kept)
        )  # fmt: skip


def _bare(name: str) -> str:
    """A name for comparing: without honorifics and degrees; the senior of two is somebody else."""
    _, bare, behind = split_honours(name)
    return (fold(bare) + " sr" * (fold(behind) == "sr")) or fold(name)


def _other_forms(names: list[list[str]]) -> Iterator[tuple[int, int]]:
    """Pairs of (longer, shorter) names that are forms of one: something before it ("Pfarrer Eberhard Muster"), a middle name.

    Only where one shorter name fits.
    """
    whole = {tuple(words): index for index, words in enumerate(names)}
    ends: dict[tuple[str, str], list[int]] = {}
    for index, words in enumerate(names):
        if len(words) > 1:
            ends.setdefault((words[0], words[-1]), []).append(index)
    for index, words in enumerate(names):
        for cut in (1, 2):
            if len(words) - cut > 1 and (other := whole.get(tuple(words[cut:]))) is not None:
                yield index, other
                break
        else:
            alike = [i for i in ends.get((words[0], words[-1]), ()) if len(names[i]) == 2] if len(words) == 3 else []
            if len(alike) == 1 and len(ends[words[0], words[-1]]) == 2:
                yield index, alike[0]


def _alike(one: str, other: str) -> bool:
    """Whether two names under one key can be the same person's: they share a word (merged sources reuse numbers)."""
    return one == other or bool(set(fold(one).split()) & set(fold(other).split()))
