"""What in a finished agenda is doubtful: marks at fields that were probably read amiss, and sentences fit to show.

A check looks at one session or person beside its peers; what is odd there was misread several times as often as the rest.
`benchmarks/doubting.py` says how often that is true of each mark and each sentence, on whatever material is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from planner.agenda import Agenda, Session, Speaker, UnreadLine, moment
from scrapers._language.namelike import looks_like_name
from scrapers._language.text_kinds import name_chance
from scrapers._language.vocabulary import plain, words_of
from scrapers._language.words import CJK

_PEERS = 6
"""So many people at least show what is usual for one."""
_MOST, _FEW = 0.75, 0.2
_ODD_NAME, _FAIR_NAME, _WHOLE_NAME = 0.1, 0.8, 0.85
_LONG_POST = 40
_HOURS = 4
_MUCH = 0.1
NOBODY = "No speaker was found in any session. If the page names them, add its speakers page or its text."
"""Said of pages; no longer true once others tell who speaks."""
_SHOWN, _LONGEST = 3, 80
_SOME_DAY = date(2000, 1, 1)


def doubted(agenda: Agenda, telling: Sequence[UnreadLine] = ()) -> Agenda:
    """The agenda with its doubtful fields marked, its warnings complete, and what of it was left out.

    `telling` are lines of its source that are likely titles or people, whether or not they were read so; none where the
    source is data, whose fields say what is what.
    """
    speakers = _marked_people(agenda, by_looks=bool(telling))
    sessions = _marked_sessions(replace(agenda, speakers=speakers), by_looks=bool(telling))
    agenda = replace(agenda, sessions=sessions, speakers=speakers, left_out=tuple(telling))
    agenda = replace(agenda, left_out=left_out(agenda))
    said = [*agenda.warnings, *(_about_names(agenda) if telling else ()), *doubts(agenda)]
    return replace(agenda, warnings=tuple(dict.fromkeys(said)))


def doubts(agenda: Agenda) -> list[str]:
    """What an agenda lacks and where it may be wrong, in sentences fit to show."""
    if not agenda.sessions:
        return []
    return [*_about_lines(agenda), *_about_times(agenda), *_about_people(agenda), *_about_titles(agenda)]


def left_out(agenda: Agenda) -> tuple[UnreadLine, ...]:
    """The lines left out of which still less than half the words stand anywhere in the agenda."""
    if not agenda.left_out or not agenda.sessions:
        return ()
    texts = [t for p in agenda.speakers for t in (p.name, p.title, p.company, p.bio)]
    texts += [t for s in agenda.sessions for t in (s.title, s.room, s.track, s.abstract)]
    known = {word for text in texts if text for word in _words(text)}

    def is_left(words: tuple[str, ...]) -> bool:
        return 2 * sum(word in known for word in words) < len(words)

    lines = {line.text: line for line in reversed(agenda.left_out)}  # each once, as it stood first
    return tuple(line for line in reversed(lines.values()) if is_left(_words(line.text)))


# sentences


def _about_times(agenda: Agenda) -> Iterator[str]:
    untimed = [s.title for s in agenda.sessions if not s.start and "start" not in s.settled]
    if len(untimed) == len(agenda.sessions):
        yield "The source gives no times for its sessions; enter them where you know them."
    elif len(untimed) > 1:
        yield f"{len(untimed)} sessions have no time, “{untimed[0]}” for one; enter it where you know it."
    elif untimed:
        yield f"One session has no time: “{untimed[0]}”; enter it where you know it."
    undated = sum(len(s.start or "") == 5 and "start" not in s.settled for s in agenda.sessions)
    if undated and undated + len(untimed) == len(agenda.sessions):
        yield "The source gives no date; enter the day yourself."
    elif undated:
        yield f"The source gives no date for {undated} of {len(agenda.sessions)} sessions; enter their day yourself."


def _about_people(agenda: Agenda) -> Iterator[str]:
    speaking = {i for s in agenda.sessions for i in s.speakers}
    idle = [p.name for p in agenda.speakers if p.id not in speaking]
    if len(idle) > 1:
        yield f"{len(idle)} people are listed without a session, {idle[0]} for one. Take out who does not speak."
    elif idle:
        yield f"{idle[0]} is listed without a session. Take out who does not speak."


def _about_titles(agenda: Agenda) -> Iterator[str]:
    """Where many titles are marked: programmes with a tenth of them in doubt are read badly twice as often as others."""
    unsure = [s.title for s in agenda.sessions if "title" in s.unsure]
    if len(unsure) > 1 and len(unsure) >= _MUCH * len(agenda.sessions):
        yield (
            "Titles, speakers and companies are hard to tell apart in this programme. Compare these sessions with it: "
            f"{_some(list(dict.fromkeys(unsure)))}."
        )


def _about_lines(agenda: Agenda) -> Iterator[str]:
    if left := [line.text for line in left_out(agenda)]:
        yield f"Lines of the programme that belong to no session: {_some(left)}. Compare with the page."


def _about_names(agenda: Agenda) -> Iterator[str]:
    """People read from lines who may be none."""
    speaking = {i for s in agenda.sessions for i in s.speakers}
    odd = [p.name for p in agenda.speakers if "name" in p.unsure and p.id in speaking]
    if len(odd) > 1:
        yield f"These may be no people, or one person twice: {_some(odd)}. Correct, merge or remove them where that is so."


def _some(things: Sequence[str]) -> str:
    """The first few of them, quoted, and how many more there are."""
    things = [f"“{thing[:_LONGEST]}”" for thing in things]
    more = len(things) - _SHOWN
    if more > 0:
        return f"{', '.join(things[:_SHOWN])} and {'one other' if more == 1 else f'{more} others'}"
    return " and ".join([", ".join(things[:-1]), things[-1]] if len(things) > 1 else things)


# marks


def _marked_people(agenda: Agenda, *, by_looks: bool) -> tuple[Speaker, ...]:
    people = agenda.speakers
    speaking = {i for s in agenda.sessions for i in s.speakers}
    odd = {p.id for p in people if by_looks and _is_odd_name(p.name)}
    odd = odd if len(odd) <= _FEW * len(people) else set()
    doubles = _doubles(people)
    all_speak, all_post, all_company = (
        len(people) >= _PEERS and sum(have) >= _MOST * len(people)
        for have in ([p.id in speaking for p in people], [bool(p.title) for p in people], [bool(p.company) for p in people])
    )

    def marks(person: Speaker) -> Iterator[str]:
        untold = by_looks and (all_post or all_company) and not (person.title or person.company)
        idle = all_speak and person.id not in speaking
        if person.id in odd | doubles or idle or (untold and name_chance(person.name) < _FAIR_NAME):
            yield "name"
        if all_post and not person.title:
            yield "title"
        if not person.company and (all_company or len(person.title or "") > _LONG_POST):
            yield "company"

    return tuple(replace(p, unsure=tuple(dict.fromkeys([*p.unsure, *marks(p)]))) for p in people)


def _is_odd_name(name: str) -> bool:
    """Whether hardly anybody is called so, by the letters; names written without blanks are not judged."""
    return not CJK.search(name) and name_chance(name) < _ODD_NAME and looks_like_name(name) < _WHOLE_NAME


def _doubles(people: Sequence[Speaker]) -> set[str]:
    """Those whose names are made of the same words but for one or two that only one of them has."""
    named = {frozenset(words): p.id for p in people if 1 < len(words := _words(p.name)) <= _PEERS}
    found: set[str] = set()
    for whole, own in named.items():
        for count in range(max(2, len(whole) - 2), len(whole)):
            for fewer in combinations(whole, count):
                if (other := named.get(frozenset(fewer))) is not None:
                    found |= {own, other}
    return found


def _marked_sessions(agenda: Agenda, *, by_looks: bool) -> tuple[Session, ...]:
    names = {_words(p.name) for p in agenda.speakers}
    odd = {p.id for p in agenda.speakers if "name" in p.unsure}

    def marks(session: Session) -> Iterator[str]:
        if by_looks and (_words(session.title) in names or _takes_hours(session)):
            yield "title"
        if not odd.isdisjoint(session.speakers):
            yield "speakers"

    return tuple(replace(s, unsure=tuple(dict.fromkeys([*s.unsure, *marks(s)]))) for s in agenda.sessions)


def _takes_hours(session: Session) -> bool:
    """Whether it takes so long that it may be opening hours or the whole day."""
    start, end = moment(session.start, _SOME_DAY), moment(session.end, _SOME_DAY)
    return start is not None and end is not None and (end - start).total_seconds() > _HOURS * 3600


def _words(text: str) -> tuple[str, ...]:
    return words_of(plain(text))
