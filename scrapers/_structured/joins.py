"""From sorted records to what a reader hands over: sessions with their people, placed in time, each once."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import Any

from planner.agenda import Kind
from scrapers._found import Found, FoundPerson, FoundSession, fold
from scrapers._html.plain import line_of, text_of, words_of_slug
from scrapers._language.awaited import is_placeholder
from scrapers._language.fields import holding, roles_in, vocabulary, words_of
from scrapers._language.kinds import is_kind, kind_of
from scrapers._language.vocabulary import words_of as words_in
from scrapers._language.words import plain
from scrapers._people.pieces import known_given
from scrapers._people.strangers import strangers_among
from scrapers._structured.halves import settle_halves
from scrapers._structured.named_titles import name_known_people, name_people_of_titles, name_proven_people
from scrapers._structured.nodes import Family, Node
from scrapers._structured.people_records import PeopleReader, name_of_slug
from scrapers._structured.placing import Place, Placer
from scrapers._structured.record_event import EventFinder
from scrapers._structured.records import Records, sort_records
from scrapers._structured.session_people import SessionPeople

_SERVICE = ("break", "networking")
_MOST_FILLER = 100


def read_records(data: Any) -> Found:
    """Everything agenda-like in nested data: sessions, people, the event. Raises ValueError when the data is too big."""
    return _Reader(sort_records(data)).read()


class _Reader:
    def __init__(self, records: Records) -> None:
        self._records = records
        self._people = PeopleReader(records)
        self._session_people = SessionPeople(records, self._people)
        self._sessions = [n for f in records.of_kind("session") for n in f.nodes]
        finder = EventFinder(records, self._sessions)
        self._roots = finder.roots
        self._placer = Placer(records)
        self._found = Found(event=finder.settle(self._placer))
        self._at: dict[tuple[str, str | None], list[int]] = {}
        self._of_node: dict[int, list[FoundSession]] = {}
        self._by_title: dict[str, list[FoundSession]] = {}
        self._days: dict[int, str] = {}

    def read(self) -> Found:
        placed = self._slots()
        for node in self._sessions:
            if id(node) in self._roots or self._is_gone(node):
                continue
            own = self._placer.place(node)
            others = self._placer.slots_in(node) or ([] if own.start is not None else placed.get(id(node)))
            places = others or [own]
            for place in places:
                self._add(node, place)
        self._fill_slots()
        self._drop_copies()
        settle_halves(self._found.sessions, self._placer.printed_clocks())
        self._add_people()
        self._add_chairs()
        self._leave_out_strangers()
        if not self._found.people:
            self._name_people_of_titles()
        elif not any(session.people for session in self._found.sessions):
            name_known_people(self._found.sessions, {fold(person.name) for person in self._found.people})
        if self._placer.guessed:
            order = "day, then month" if self._placer.day_first else "month, then day"
            self._found.warnings.append(f"Dates like {self._placer.guessed} were read as {order}. Check the date of the event.")
        return self._found

    def _leave_out_strangers(self) -> None:
        """Without houses, rooms and groups in fields of people, where the rest of the data tells that they are none."""
        people = {fold(p.name): p for p in (*(p for s in self._found.sessions for p in s.people), *self._found.people)}
        strange = strangers_among(people)
        holders: list[Found | FoundSession] = [self._found, *self._found.sessions]
        for holder in holders if strange else ():
            holder.people = [p for p in holder.people if fold(p.name) not in strange]

    def _fill_slots(self) -> None:
        """Slots beside those of sessions that only say what happens in them: breaks, an opening (`"proposal": null`)."""
        for family in self._records.of_kind("slot"):
            empty = [node for node in family.nodes if not self._holds_session(node)]
            for node in empty if 0 < len(empty) < len(family.nodes) else ():
                kinds = (line_of(value) or "" for value in node.told("kind"))
                title = node.line("abstract") or next((t for t in kinds if kind_of(t) in _SERVICE), "")
                place = self._placer.place(node)
                if title and len(title) < _MOST_FILLER and place.start is not None:
                    self._keep(FoundSession(title, place.start_text, place.end_text, place.room), node)

    def _holds_session(self, node: Node) -> bool:
        inside = any(child.family.kind == "session" for child in node.children)
        return inside or any(map(self._targets, node.told("sessions")))

    def _name_people_of_titles(self) -> None:
        """People named in titles, for each family of records that has no other place for them."""
        kept = {id(session) for session in self._found.sessions}
        for family in self._records.of_kind("session"):
            sessions = [s for n in family.nodes for s in self._of_node.get(id(n), ()) if id(s) in kept]
            if any(s.people for s in sessions):
                name_proven_people(sessions)
            elif not family.topics:
                name_people_of_titles(sessions)

    def _slots(self) -> dict[int, list[Place]]:
        """Where records that only refer to sessions put them (`{"startTime": "9:00", "sessions": [{"items": [12]}]}`)."""
        placed: dict[int, list[Place]] = {}
        for family in self._records.families:
            if family.kind == "person" or "sessions" not in family.fields or family.holds in ("never", "people"):
                continue
            for node in family.nodes:
                for target in next(filter(None, map(self._targets, node.told("sessions"))), ()):
                    if target.family is family:
                        continue
                    place = self._placer.place(node)
                    place.room = place.room or self._column(node)
                    if place.start is not None or place.day is not None:
                        placed.setdefault(id(target), []).append(place)
        return placed

    def _targets(self, value: Any) -> list[Node]:
        values = (
            value
            if isinstance(value, list)
            else list(value)
            if isinstance(value, dict) and all(v is True for v in value.values())
            else [value]
        )
        found = (self._records.referred(v, "session") for v in values if isinstance(v, str | int) and not isinstance(v, bool))
        return [node for node in found if node is not None]

    def _column(self, node: Node) -> str | None:
        """The room at the same place of a list of rooms or tracks further out, where several sessions run side by side."""
        if node.index is None or node.parent is None or sum(c.path == node.path for c in node.parent.children) < 2:
            return None
        for outer in node.up():
            for key, value in outer.value.items():
                if isinstance(value, list) and holding(key) in ("rooms", "tracks") and node.index < len(value):
                    return line_of(value[node.index])
        return None

    def _is_gone(self, node: Node) -> bool:
        if _flag(node, "dropped") or node.value.get("active") == "N":  # Sched's exports
            return True
        return any(str(status).casefold() in vocabulary()["values"]["gone"] for status in node.told("status"))

    def _add(self, node: Node, place: Place) -> None:
        family = node.family
        keys = (k for k in family.fields["title"] if not self._refers(node, k))
        title = next((t for k in keys if (t := line_of(node.value.get(k)))), None) or self._untitled(node, place)
        people = self._session_people.of_session(node)
        if not title:
            self._found.people += people if family.flat_people or place.start is not None else []
            return
        title = self._with_topic(title, node)
        if is_placeholder(title) and not people:
            return
        if words := words_of_slug(title):
            somebody = name_of_slug(title) if self._slugs_name_people else []
            people = people or somebody
            title = somebody[0].name if somebody else " ".join(words).capitalize()
            if is_placeholder(title) and not people:
                return
        abstract = (
            text_of(node.value.get(k)) for k in family.fields.get("abstract", ()) if k not in family.fields["title"][:1]
        )
        made = FoundSession(
            title,
            start=place.start_text,
            end=place.end_text,
            room=place.room,
            track=place.track,
            kind=self._kind(node, title, bool(people)),
            abstract=next(filter(None, abstract), None),
            url=node.url(),
            people=people,
            key=next((str(value) for value in node.told("id") if value), node.key),
        )
        self._keep(made, node)

    def _untitled(self, node: Node, place: Place) -> str | None:
        """What else names a session without a title: a field filled only where titles are not, or a break's description."""
        if place.start is None:
            return None
        family = node.family
        untitled = [n for n in family.nodes if not any(n.value.get(k) for k in family.fields["title"])]
        described = family.fields.get("abstract", []) if len(untitled) > 1 and family.has("kind") else []
        keys = (k for k in (*family.instead, *described) if not self._refers(node, k))
        texts = (line_of(node.value.get(key)) for key in keys)
        return next((text for text in texts if text and len(text) < _MOST_FILLER and not is_placeholder(text)), None)

    @cached_property
    def _slugs_name_people(self) -> bool:
        """Whether titles made ids ("ana-berg") are those of people, judged over all records."""
        titled = ((node, key) for f in self._records.of_kind("session") for key in f.fields["title"][:1] for node in f.nodes)
        slugs = [words for node, key in titled if (words := words_of_slug(line_of(node.value.get(key)) or ""))]
        return sum(known_given(" ".join(words)) > 0 for words in slugs) * 2 > len(slugs)

    @staticmethod
    def _with_topic(title: str, node: Node) -> str:
        """A title that is a mere label ("Session 1", "Keynote" for the third time) with the topic that stands beside it."""
        family = node.family
        fields = family.topics if family.is_label(title) else family.rare if is_kind(words_in(plain(title))) else ()
        topic = next((t for k in fields if (t := line_of(node.value.get(k)))), None)
        return f"{title}: {topic}" if topic and fold(topic) != fold(title) else title

    def _refers(self, node: Node, key: str) -> bool:
        """Whether a field names another record, which has the title, by its id ("talk": "how-to-bake")."""
        others = self._targets(node.value.get(key)) if key in node.family.fields.get("sessions", ()) else []
        return any(other.family is not node.family for other in others)

    def _keep(self, made: FoundSession, node: Node) -> None:
        """Add a session, or complete the same one found elsewhere in the data."""
        for index in self._at.get((fold(made.title), made.start), ()):
            known = self._found.sessions[index]
            if _same(known, made) and not self._on_other_day(known, node):
                complete(known, made)
                self._of_node.setdefault(id(node), []).append(known)
                return
        self._at.setdefault((fold(made.title), made.start), []).append(len(self._found.sessions))
        self._days[id(made)] = _day_text(node)
        self._of_node.setdefault(id(node), []).append(made)
        self._found.sessions.append(made)

    def _on_other_day(self, known: FoundSession, node: Node) -> bool:
        """Whether a record names another day than the one a session was found in, though neither says which date that is."""
        days = {self._days.get(id(known)), _day_text(node)} - {"", None}
        return len(days) > 1 and "T" not in (known.start or "T")

    def _drop_copies(self) -> None:
        """Sessions without a time give their details to the same ones with a time; the rest stays where sessions are listed."""
        timed: dict[str, list[FoundSession]] = {}
        for session in self._found.sessions:
            if session.start:
                timed.setdefault(fold(session.title), []).append(session)
        if not timed:
            strong = {id(s) for n in self._sessions if _is_strong(n.family) for s in self._of_node.get(id(n), ())}
            self._found.sessions = [s for s in self._found.sessions if id(s) in strong]
            return
        listed = {id(s) for n in self._sessions if n.family.holds == "sessions" for s in self._of_node.get(id(n), ())}
        around = {id(outer) for n in self._sessions if self._of_node.get(id(n)) for outer in n.up()}
        umbrellas = {id(s) for n in self._sessions if id(n) in around for s in self._of_node.get(id(n), ())}
        beside = (listed | self._beside_timed() | self._inside_sessions()) - umbrellas
        kept: list[FoundSession] = []
        for session in self._found.sessions:
            same = timed.get(fold(session.title), [])
            if session.start or (not same and id(session) in beside):
                kept.append(session)
            elif id(session) in umbrellas:
                self._found.people += session.people
            for other in same if not session.start else ():
                complete(other, session)
        self._found.sessions = kept

    def _beside_timed(self) -> set[int]:
        """Sessions (by id) without a time whose records are like others that have times, with people, or a day and a room."""
        found: set[int] = set()
        for family in self._records.of_kind("session"):
            sessions = [(s, n) for n in family.nodes for s in self._of_node.get(id(n), ())]
            if family.has("start", "time") and any(s.start for s, _ in sessions):
                found.update(id(s) for s, n in sessions if s.people or (s.room and n.told("date")))
        return found

    def _inside_sessions(self) -> set[int]:
        """Sessions (by id) with people but without a time that are told inside others, as the talks of a session."""
        session = {id(node) for node in self._sessions if id(node) not in self._roots}
        inside = (node for node in self._sessions if any(id(outer) in session for outer in node.up()))
        return {id(s) for node in inside for s in self._of_node.get(id(node), ()) if s.people}

    @staticmethod
    def _kind(node: Node, title: str, has_people: bool) -> Kind:
        kind = kind_of(title, has_people)
        if _flag(node, "break_flag"):
            return "networking" if kind == "networking" else "break"
        stated = (kind_of(line_of(value) or "", has_people) for value in node.told("kind")) if kind == "talk" else ()
        return next((other for other in stated if other != "talk"), kind)

    def _add_people(self) -> None:
        """People listed apart, the sessions their records name, and what any list tells of those who speak."""
        on_stage = {fold(p.name) for session in self._found.sessions for p in session.people}
        seen: dict[int, set[tuple[str | None, str]]] = {}
        for session in self._found.sessions:
            self._by_title.setdefault(fold(session.title), []).append(session)
        for family in self._records.of_kind("person"):
            offstage = set(vocabulary()["subjects"]["offstage"]) & set(words_of(family.nodes[0].name))
            listed = family.holds == "people" and not offstage
            around = [n for n in family.nodes[0].up() if n.family.kind == "session"]
            inside, of_event = bool(around), all(id(n) in self._roots for n in around)
            for node, person in ((n, person) for n in family.nodes for person in self._people.all_of_node(n)):
                linked = self._link(node, person, seen)
                told = fold(person.name) in on_stage and not inside
                apart = listed and (not inside or (of_event and fold(person.name) not in on_stage))
                if linked or told or apart or (not self._found.sessions and family.holds != "crowd"):
                    self._found.people.append(person)

    def _add_chairs(self) -> None:
        """Who chairs or speaks in what stands around sessions without being one: a part of a day, a group of talks."""
        known = {fold(p.name) for p in (*(p for s in self._found.sessions for p in s.people), *self._found.people)}
        around = {id(outer): outer for node in self._sessions for outer in node.up() if id(outer) not in self._roots}
        for node in around.values():
            for key in node.family.fields.get("moderators", ()) if node.family.kind in ("slot", "other") else ():
                people = [p for p in self._people.of_field(node, key) if fold(p.name) not in known]
                self._found.people += people
                known |= {fold(p.name) for p in people}

    def _link(self, node: Node, person: FoundPerson, seen: dict[int, set[tuple[str | None, str]]]) -> bool:
        """Put a person into the sessions their record names; `seen` is who is in which already, by the session's identity."""
        done = False
        for key in node.family.fields.get("sessions", ()):
            for session in self._named_sessions(key, node.value.get(key), person):
                there = seen.get(id(session))
                if there is None:
                    there = seen[id(session)] = {(p.key, fold(p.name)) for p in session.people}
                if (person.key, fold(person.name)) not in there:
                    there.add((person.key, fold(person.name)))
                    session.people.append(replace(person))
                done = True
        return done

    def _named_sessions(self, key: str, value: Any, person: FoundPerson) -> list[FoundSession]:
        """The sessions a person's record names, by id or by title; the title of its one talk, listed nowhere, is a session."""
        if targets := self._targets(value):
            return [session for target in targets for session in self._of_node.get(id(target), ())]
        texts = [text.strip() for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)]
        titles = [text for text in texts if " " in text and len(text) < 300 and not is_placeholder(text)]
        listed = [session for title in titles for session in self._by_title.get(fold(title), ())]
        if (
            not listed
            and not self._sessions
            and (words_of(key)[-1] in (*vocabulary()["subjects"]["session"], "title") or "title" in roles_in([key]))
        ):
            listed = [FoundSession(title, people=[replace(person)]) for title in titles]
            self._found.sessions += listed
        return listed


def _is_strong(family: Family) -> bool:
    """Whether records without a time are sessions for certain: their array is called so, or they have speakers."""
    return family.holds == "sessions" or family.has("speakers", "moderators") or family.hosts_speak or bool(family.flat_people)


def _flag(node: Node, role: str) -> bool:
    return any(value in (True, 1) for value in node.told(role))


def _day_text(node: Node) -> str:
    return " ".join(map(str, node.told("date"))).strip()


def _same(known: FoundSession, made: FoundSession) -> bool:
    """Whether two sessions of one title and start are one: by id, by room, and not told apart by their people."""
    if known.key is not None and known.key == made.key:
        return True
    if known.room and made.room and fold(known.room) != fold(made.room):
        return False
    names, others = ({fold(p.name) for p in s.people} for s in (known, made))
    return not (known.key and made.key and names and others and not names & others)


def complete(known: FoundSession, other: FoundSession) -> None:
    """Fill what one finding of a session leaves open from another; people of both."""
    for name in ("end", "room", "track", "abstract", "url"):
        if not getattr(known, name):
            setattr(known, name, getattr(other, name))
    names = {fold(p.name) for p in known.people}
    known.people += [p for p in other.people if fold(p.name) not in names]
    if known.kind == "talk" and other.kind:
        known.kind = other.kind
