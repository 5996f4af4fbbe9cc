"""Several pages of one event made into one agenda: the same session or person is kept once, with the best of each page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planner.agenda import Agenda, Event, Session, Speaker, clock_of
from scrapers._details import person_key
from scrapers._found import fold


def unite(agendas: Sequence[Agenda], *, add: bool = True, links: Mapping[str, str] | None = None) -> Agenda:
    """One agenda of several, the first one leading.

    With `add` off, later agendas only complete the sessions and people of the first. `links` are addresses by folded text:
    people and sessions without an address get the one that their name or title links to. `found_in` remembers the source of
    every field that was added.
    """
    lead = agendas[0]
    known = links or {}
    people: dict[str, Speaker] = {}
    sessions: list[Session] = []
    by_title: dict[str, list[int]] = {}
    event = Event()
    for agenda in agendas:
        event = replace(event, **{n: getattr(event, n) or getattr(agenda.event, n) for n in _EVENT})
        theirs = {person.id: person for person in agenda.speakers}
        grow = add or agenda is lead
        for person in agenda.speakers if grow else [p for p in agenda.speakers if person_key(p.name) in people]:
            _meet(people, person, agenda, leading=agenda is lead)
        for session in agenda.sessions:
            index = _same(session, sessions, by_title.get(fold(session.title), []))
            if index is None and not grow:
                continue
            for person in (theirs[i] for i in session.speakers if i in theirs):
                _meet(people, person, agenda, leading=agenda is lead)
            mine = replace(session, speakers=tuple(person_key(theirs[i].name) for i in session.speakers if i in theirs))
            if index is None:
                by_title.setdefault(fold(session.title), []).append(len(sessions))
                sessions.append(mine)
            else:
                sessions[index] = _fuller_session(sessions[index], mine, agenda.source)
    order = {key: f"p{i + 1}" for i, key in enumerate(people)}
    return Agenda(
        source=lead.source,
        scraper=lead.scraper,
        event=event,
        sessions=tuple(
            replace(s, id=f"s{i + 1}", speakers=tuple(order[k] for k in s.speakers), url=s.url or known.get(fold(s.title)))
            for i, s in enumerate(sessions)
        ),
        speakers=tuple(replace(p, id=order[key], url=p.url or known.get(fold(p.name))) for key, p in people.items()),
        warnings=tuple(dict.fromkeys(sentence for agenda in agendas for sentence in agenda.warnings)),
    )


_EVENT = ("name", "start", "end", "timezone", "venue", "url")


def _meet(people: dict[str, Speaker], person: Speaker, agenda: Agenda, *, leading: bool) -> None:
    """Add a person, or complete one that is known; a page of people without sessions knows their work better than an agenda."""
    key = person_key(person.name)
    if key in people:
        people[key] = _fuller(people[key], person, agenda.source, better=not agenda.sessions and not leading)
    else:
        fields = () if leading else [name for name in ("name", "title", "company", "bio") if getattr(person, name)]
        people[key] = replace(person, found_in={**dict.fromkeys(fields, agenda.source), **person.found_in})


def _same(session: Session, sessions: list[Session], candidates: list[int]) -> int | None:
    for index in candidates:
        known = sessions[index]
        if known.start == session.start or not known.start or not session.start:
            return index
        if clock_of(known.start) == clock_of(session.start) and "T" not in (known.start + session.start):
            return index
    return None


def _fuller(person: Speaker, other: Speaker, source: str, *, better: bool) -> Speaker:
    gained = {n: getattr(other, n) for n in ("title", "company", "bio", "url") if getattr(other, n) and not getattr(person, n)}
    if better:
        gained |= {n: getattr(other, n) for n in ("title", "company") if getattr(other, n)}
    changed = {name: source for name, value in gained.items() if value != getattr(person, name)}
    name = max(person.name, other.name, key=lambda n: (not n.isupper(), len(n)))
    links = {**other.links, **person.links}
    return replace(person, **gained, name=name, links=links, found_in={**person.found_in, **changed})


def _fuller_session(session: Session, other: Session, source: str) -> Session:
    names = ("start", "end", "room", "track", "abstract", "url")
    gained = {n: getattr(other, n) for n in names if getattr(other, n) and not getattr(session, n)}
    speakers = tuple(dict.fromkeys(session.speakers + other.speakers))
    return replace(session, **gained, speakers=speakers, found_in={**session.found_in, **dict.fromkeys(gained, source)})
