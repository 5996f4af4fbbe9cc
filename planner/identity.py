"""Who is who and what is what when an agenda is read again: stable ids for its sessions and people.

Readers number what they find (`s1`, `p1`), so their ids mean nothing at the next reading. `settle_ids` gives every session
and person an id made of its own name, and at a further reading the id it had before, even if it was renamed or moved.
Whatever is kept (accepted people, notes, meetings, corrections, journal entries) points to these settled ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from rapidfuzz import fuzz

from planner.agenda import Agenda, Session, Speaker
from planner.naming import fold_company, fold_name, fold_text, make_slug, sort_words

_SAME_PERSON = 84  # token_sort_ratio of two spellings of one name, when something else speaks for it too
_SAME_TITLE = 80  # of a title that was edited
_RELATED = 45  # of a title or name that was rewritten while a link or the speakers stayed
_SHARED = 4  # one in so many people, or titles, of two readings of one event is on both
_ANYWHERE = ("break", "networking")  # sessions that every event has
_CROWD = 2500  # a sign shared by more pairs than this tells nothing (and would cost quadratic time)

T = TypeVar("T", bound=Session | Speaker)


@dataclass(frozen=True, slots=True)
class AgendaMatch:
    """What of a new reading was there before: new id -> old id. What is missing on one side is new or cancelled."""

    sessions: Mapping[str, str]
    speakers: Mapping[str, str]


def speaker_key(speaker: Speaker) -> str:
    """The id a person gets when first met on an agenda: their name as one plain word, `"jane-smith"`.

    Titles, degrees, accents and middle initials make no difference, nor do company and links, which change. Two people of
    one name on one agenda are told apart by `settle_ids`, which also keeps the id of somebody whose name changed: after it,
    `Speaker.id` is the key to keep.
    """
    return make_slug(fold_name(speaker.name)) or "person"


def session_key(session: Session) -> str:
    """The id a session gets when first read: its title as one plain word."""
    return make_slug(session.title) or "session"


def free_id(wanted: str, things: Iterable[Session | Speaker]) -> str:
    """The id wanted for a further entry, with a number behind it where another has it already."""
    used = {t.id for t in things}
    free, number = wanted, 1
    while free in used:
        number += 1
        free = f"{wanted}-{number}"
    return free


def is_same_event(before: Agenda, after: Agenda) -> bool:
    """Whether a further reading of a source is the same event: two texts pasted, or two files of one name, may be two events.

    One web address is one event. Of other sources, a quarter of the people must be on both, or of the titles where one names
    nobody; breaks count for nothing.
    """
    if before.source != after.source:
        return False
    if after.source.startswith(("http://", "https://")):
        return True
    earlier, later = ({speaker_key(p) for p in agenda.speakers} for agenda in (before, after))
    if not (earlier and later):
        earlier, later = ({session_key(s) for s in agenda.sessions if s.kind not in _ANYWHERE} for agenda in (before, after))
    return len(earlier & later) * _SHARED >= max(1, min(len(earlier), len(later)))


def settle_ids(agenda: Agenda, before: Agenda | None = None) -> Agenda:
    """The agenda with stable ids, the same whatever order the source lists things in.

    `before` is the last settled reading of the same event: what `match_agendas` finds in it keeps its id from there.
    """
    match = match_agendas(before, agenda) if before else AgendaMatch({}, {})
    taken = {p.id for p in before.speakers} if before else set()
    people = _give_ids(agenda.speakers, match.speakers, taken, speaker_key, lambda p: p.company or p.title or "")
    taken = {s.id for s in before.sessions} if before else set()
    talks = _give_ids(agenda.sessions, match.sessions, taken, session_key, lambda s: f"{s.start or ''} {s.room or ''}")
    return replace(
        agenda,
        speakers=tuple(replace(p, id=people[p.id]) for p in agenda.speakers),
        sessions=tuple(
            replace(s, id=talks[s.id], speakers=tuple(people[i] for i in s.speakers if i in people)) for s in agenda.sessions
        ),
    )


def _give_ids(
    things: Sequence[T], kept: Mapping[str, str], taken: set[str], key: Callable[[T], str], difference: Callable[[T], str]
) -> dict[str, str]:
    """Old ids where kept; else the key, told apart by what differs, then by number. `taken` ids are never given again."""
    alike: dict[str, list[T]] = defaultdict(list)
    for thing in things:
        if thing.id not in kept:
            alike[key(thing)].append(thing)
    ids = dict(kept)
    used = taken | set(kept.values())
    for name, group in alike.items():
        for thing in sorted(group, key=difference):
            wanted = (
                name if len(group) == 1 and name not in used else f"{name}-{make_slug(difference(thing), limit=24)}".rstrip("-")
            )
            number, free = 1, wanted
            while free in used:
                number += 1
                free = f"{wanted}-{number}"
            ids[thing.id] = free
            used.add(free)
    return ids


def match_agendas(old: Agenda, new: Agenda) -> AgendaMatch:
    """Find the sessions and people of an earlier reading again in a new one, each at most once.

    Sessions by title, time, link or speakers; people by name and company, link, or a name spelt a little differently with
    the same company or session. A person who merely takes another's place on stage is not the same person.
    """
    sessions = _match_sessions(old, new)
    return AgendaMatch(sessions, _match_people(old, new, sessions))


class _Pairing(Generic[T]):
    """Pairs found so far, from the surest sign to the weakest; whoever is paired takes no further part."""

    def __init__(self, old: Sequence[T], new: Sequence[T]) -> None:
        self.old = {t.id: t for t in old}
        self.new = {t.id: t for t in new}
        self.found: dict[str, str] = {}

    def pair(self, old: T, new: T) -> None:
        self.found[new.id] = old.id
        del self.old[old.id], self.new[new.id]

    def pair_by(self, sign: Callable[[T], Hashable | None], agree: Callable[[T, T], bool] = lambda a, b: True) -> None:
        """Pair those who alone share a sign; several of one sign on both sides are paired in order when as many."""
        olds, news = _group(self.old.values(), sign), _group(self.new.values(), sign)
        for value, group in news.items():
            others = olds.get(value, [])
            if len(group) == len(others):
                for a, b in zip(others, group, strict=True):
                    if agree(a, b):
                        self.pair(a, b)

    def pair_best(self, signs: Callable[[T], Iterable[Hashable]], alike: Callable[[T, T], float]) -> None:
        """Pair the likeliest first among those who share at least one sign; likeness 0 is no pair."""
        olds: dict[Hashable, list[T]] = defaultdict(list)
        news: dict[Hashable, list[T]] = defaultdict(list)
        for blocks, things in ((olds, self.old), (news, self.new)):
            for thing in things.values():
                for sign in set(signs(thing)):
                    blocks[sign].append(thing)
        candidates = {
            (a.id, b.id): (a, b)
            for sign in olds.keys() & news.keys()
            if len(olds[sign]) * len(news[sign]) <= _CROWD
            for a in olds[sign]
            for b in news[sign]
        }
        scored = ((alike(a, b), a, b) for a, b in candidates.values())
        for score, a, b in sorted(scored, key=lambda c: (-c[0], c[1].id, c[2].id)):
            if score and a.id in self.old and b.id in self.new:
                self.pair(a, b)


def _group(things: Iterable[T], sign: Callable[[T], Hashable | None]) -> dict[Hashable, list[T]]:
    groups: dict[Hashable, list[T]] = defaultdict(list)
    for thing in things:
        if (value := sign(thing)) is not None:
            groups[value].append(thing)
    return groups


def _match_sessions(old: Agenda, new: Agenda) -> dict[str, str]:
    names = {p.id: sort_words(fold_name(p.name)) for p in old.speakers}
    others = {p.id: sort_words(fold_name(p.name)) for p in new.speakers}
    cast = {id(s): frozenset(names.get(i, i) for i in s.speakers) for s in old.sessions}
    cast |= {id(s): frozenset(others.get(i, i) for i in s.speakers) for s in new.sessions}
    title = {id(s): fold_text(s.title) for s in (*old.sessions, *new.sessions)}

    def likeness(a: Session, b: Session) -> float:
        return fuzz.token_sort_ratio(title[id(a)], title[id(b)])

    def plausible(a: Session, b: Session) -> bool:
        shared = bool(cast[id(a)] & cast[id(b)])
        return shared or likeness(a, b) >= _RELATED or (a.start is not None and (a.start, a.room) == (b.start, b.room))

    pairing = _Pairing(sorted(old.sessions, key=_by_time), sorted(new.sessions, key=_by_time))
    pairing.pair_by(lambda s: (title[id(s)], s.start, s.room, cast[id(s)]))
    pairing.pair_by(lambda s: (title[id(s)], s.start, s.room))
    pairing.pair_by(lambda s: s.url, plausible)
    pairing.pair_by(lambda s: (title[id(s)], cast[id(s)]) if cast[id(s)] else None)
    pairing.pair_by(lambda s: (title[id(s)], s.start))
    pairing.pair_by(lambda s: (title[id(s)], _day(s), s.room))
    pairing.pair_by(lambda s: title[id(s)])

    def alike(a: Session, b: Session) -> float:
        """How likely b is a with another title, time or speaker; 0 when nothing but a likeness speaks for it."""
        same_time = a.start is not None and a.start == b.start
        shared = bool(cast[id(a)] & cast[id(b)])
        score = likeness(a, b)
        if title[id(a)] == title[id(b)] or (score >= _SAME_TITLE and (shared or same_time or _day(a) == _day(b))):
            return 100 + score + 20 * same_time
        if shared and (same_time or score >= _RELATED or (cast[id(a)] == cast[id(b)] and a.room and a.room == b.room)):
            return 50 + score + 20 * same_time
        return 0

    pairing.pair_best(lambda s: (*cast[id(s)], s.start, *title[id(s)].split()), alike)
    return pairing.found


def _match_people(old: Agenda, new: Agenda, sessions: Mapping[str, str]) -> dict[str, str]:
    name = {id(p): sort_words(fold_name(p.name)) for p in (*old.speakers, *new.speakers)}
    company = {id(p): fold_company(p.company or "") for p in (*old.speakers, *new.speakers)}
    stage: dict[int, set[str]] = defaultdict(set)
    by_old, by_new = {p.id: p for p in old.speakers}, {p.id: p for p in new.speakers}
    for agenda, people in ((old, by_old), (new, by_new)):
        for session in agenda.sessions:
            key = session.id if agenda is old else sessions.get(session.id)
            for person in session.speakers:
                if key and person in people:
                    stage[id(people[person])].add(key)

    def likeness(a: Speaker, b: Speaker) -> float:
        return fuzz.token_sort_ratio(name[id(a)], name[id(b)])

    pairing = _Pairing(old.speakers, new.speakers)
    pairing.pair_by(lambda p: (name[id(p)], company[id(p)]))
    for sign in (lambda p: fold_link(p.links.get("linkedin")), lambda p: fold_link(p.url)):
        pairing.pair_by(sign, lambda a, b: likeness(a, b) >= _RELATED)
    pairing.pair_by(lambda p: name[id(p)])

    def alike(a: Speaker, b: Speaker) -> float:
        together = bool(stage[id(a)] & stage[id(b)])
        colleagues = bool(company[id(a)]) and company[id(a)] == company[id(b)]
        score = likeness(a, b)
        if name[id(a)] == name[id(b)]:
            return 100 + 50 * together + 50 * colleagues if together or colleagues or not (a.company and b.company) else 0
        words, others = set(name[id(a)].split()), set(name[id(b)].split())
        if len(words & others) > 1 and (words <= others or others <= words):
            score = 100  # a second family name or a given name more or less
        if score >= _SAME_PERSON and (together or colleagues):
            return score + 20 * together + 20 * colleagues
        renamed = fold_name(a.name).split()[:1] == fold_name(b.name).split()[:1] and together and colleagues
        return _RELATED + score / 2 if renamed and a.title and a.title == b.title else 0

    pairing.pair_best(lambda p: (*name[id(p)].split(), company[id(p)], *(f"on {s}" for s in stage[id(p)])), alike)
    return pairing.found


def fold_link(url: str | None) -> str | None:
    """A web address for comparing: no scheme, `www.` or country host, query or closing slash; None for none."""
    if not url:
        return None
    bare = url.strip().casefold().partition("://")[2] or url.strip().casefold()
    bare = bare.partition("#")[0].partition("?")[0].rstrip("/")
    host, slash, path = bare.partition("/")
    if host.endswith("linkedin.com"):
        host = "linkedin.com"
    return f"{host.removeprefix('www.')}{slash}{path}" or None


def _by_time(session: Session) -> tuple[str, str]:
    return session.start or "", session.room or ""


def _day(session: Session) -> str | None:
    return session.start.partition("T")[0] if session.start and "T" in session.start else None
