"""Everything that is kept: the journal, the people, and a few versioned documents; the only way to the database.

A `Store` belongs to one member of one workspace and sees nothing else: people, events and facts are shared with the
workspace; profile, settings, drafts, meetings, the journal and how I know a person are the member's own. Every write is
one transaction and may be repeated without harm: ids are made by the writer, and a document that is saved unchanged
stays as it is. Saving over a text that somebody else changed meanwhile raises `Conflict`, which holds both texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from planner import agenda as agendas
from planner._codec import dump, pack, plain, unpack
from planner._database import Busy, CannotOpen, Conflict, Database, DiskFull, NewerData, StorageError, data_folder
from planner._documents import Document, Documents, make_key, utc_now
from planner._tables import members
from planner.agenda import Agenda, Event, Speaker
from planner.identity import settle_ids
from planner.journal import Entry, choose, new_id
from planner.naming import fold_company, fold_name
from planner.people import Person, complete, is_same, mark_of
from planner.profile import Profile
from planner.records import Draft, Fact, KeptEvent, Meeting, Reading

__all__ = [
    "Busy",
    "CannotOpen",
    "Conflict",
    "Database",
    "DiskFull",
    "NewerData",
    "StorageError",
    "Store",
    "data_folder",
    "open_store",
]

T = TypeVar("T")

_MY_FACTS = (
    "relation",
    "last_contact",
    "known_since",
    "rhythm_days",
    "remarks",
)  # how I know a person: not the workspace's business


def open_store(url: str | None = None, *, member: str = "me") -> Store:
    """Open the data at `url` (None: `DATABASE_URL`, else an SQLite file in the user's data folder) for one member.

    The database is made or upgraded first; an SQLite file is copied beside itself before an upgrade. Raises `CannotOpen`
    or `NewerData` with a sentence fit to show.
    """
    return Store(Database(url), member)


class Store:
    """What one member of a workspace may see and change."""

    def __init__(self, database: Database, member: str) -> None:
        self.database = database
        self.member = member
        with database.reading() as connection:
            self.workspace = _find_workspace(connection, member)
        self._remembered: dict[str, tuple[int, Any]] = {}

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    @contextmanager
    def read(self) -> Iterator[Documents]:
        """What this member may see, at one moment; for the modules that store, restore and erase."""
        with self.database.reading() as connection:
            yield Documents(connection, self.workspace, self.member)

    def write(self, work: Callable[[Documents], T]) -> T:
        """Run `work` in one transaction, which may be repeated; for the modules that store, restore and erase."""

        def counted(connection: Connection) -> T:
            _find_workspace(connection, self.member)  # a colleague may have left since
            docs = Documents(connection, self.workspace, self.member)
            result = work(docs)
            docs.count_change()
            return result

        return self.database.write(counted)

    def remember(self, what: str, load: Callable[[Documents], T]) -> T:
        """What `load` reads, read again only after somebody wrote: long lists are asked for at every click."""
        with self.read() as kept:
            changes = kept.changes()
            known = self._remembered.get(what)
            if known is None or known[0] != changes:
                known = self._remembered[what] = (changes, load(kept))
        return known[1]

    def _save(self, *rows: Document) -> list[int]:
        return self.write(lambda kept: kept.write(*rows))

    def version(self, kind: str, key: str) -> int:
        """The version of a document ("profile" or "settings" of "me", "person"), to be given back when saving; 0 when new."""
        with self.read() as kept:
            return kept.version(kind, key)

    # ------------------------------------------------------------------ the journal

    def add(self, *new: Entry) -> None:
        """Write entries, all of them or none. An entry that is there already is not written twice.

        Raises `Conflict` when its id is taken by an entry that says something else.
        """
        self.write(lambda kept: kept.add(new))

    def entries(self, *, event: str | None = None, person: str | None = None) -> tuple[Entry, ...]:
        """My whole journal as written, corrections and undos included; or the effective entries about an event or person.

        People who were merged appear under the id of the person kept.
        """
        alias, every = self.remember("entries", read_journal)
        return every if event is None and person is None else choose(every, event=event, person=alias.get(person or "", person))

    # ------------------------------------------------------------------ me

    def profile(self) -> Profile:
        """Who I am; empty when nothing was saved yet."""
        with self.read() as kept:
            return unpack(Profile, kept.get("profile", "me", owner=self.member) or {})

    def save_profile(self, profile: Profile, *, version: int | None = None) -> None:
        """Keep my profile. `version` is what `version("profile", "me")` said when it was opened; None does not check."""
        self._save(Document("profile", "me", pack(profile), owner=self.member, version=version))

    def settings(self) -> dict[str, Any]:
        """My settings: plain JSON values by name."""
        with self.read() as kept:
            return kept.get("settings", "me", owner=self.member) or {}

    def save_settings(self, **changes: Any) -> None:
        """Change some settings (JSON values) and leave the others."""

        def work(kept: Documents) -> None:
            old = kept.get("settings", "me", owner=self.member) or {}
            kept.write(Document("settings", "me", dump(old | changes), owner=self.member))

        self.write(work)

    # ------------------------------------------------------------------ people

    def people(self) -> tuple[Person, ...]:
        """Everybody I know or have picked, with how I know them, in the order they were added."""
        return self.remember("people", _read_people)

    def person(self, person_id: str) -> Person | None:
        """One person, or None; the id of somebody merged into another gives that other."""
        with self.read() as kept:
            return self._person(kept, person_id)

    def _person(self, kept: Documents, person_id: str) -> Person | None:
        person_id = kept.aliases().get(person_id, person_id)
        found = kept.get("person", person_id)
        bond = kept.get("bond", person_id, owner=self.member)
        return unpack(Person, found | (bond or {})) if found else None

    def save_person(self, person: Person, *, version: int | None = None) -> None:
        """Add or change a person. `version` is what `version("person", id)` said when opened; None does not check."""
        self._save(*self.rows_of(person, version=version))

    def save_people(self, people: Iterable[Person]) -> None:
        """Add or change many people at once, all of them or none."""
        self._save(*(row for person in people for row in self.rows_of(person)))

    def change_people(self, changes: Iterable[tuple[Person, Person]]) -> None:
        """Change people from what they were when opened to what the user made of them, all of them or none.

        What a colleague changed meanwhile stays; raises `Conflict` when both changed the same fact about a person.
        """
        pairs = list(changes)

        def work(kept: Documents) -> None:
            rows: list[Document] = []
            for before, after in pairs:
                there = self._person(kept, before.id) or before
                rows += self.rows_of(_merge_facts(before, after, there))
            kept.write(*rows)

        self.write(work)

    def rows_of(self, person: Person, *, version: int | None = None) -> list[Document]:
        """What a person is kept as: the facts the workspace shares, and how I know them."""
        every = plain(person)
        shared = {name: value for name, value in every.items() if name not in _MY_FACTS}
        mine = {name: value for name, value in every.items() if name in _MY_FACTS}
        bond = dump({"id": person.id} | mine) if mine else ""
        return [
            Document("person", person.id, dump(shared), person=person.id, find=_find_by(person.name), version=version),
            Document("bond", person.id, bond, owner=self.member, person=person.id),
        ]

    def person_for_speaker(self, event_id: str, speaker_key: str, speaker: Speaker) -> Person:
        """The person behind a speaker, made from what the agenda says the first time and the same one from then on.

        Somebody known from elsewhere is recognised when it is sure (`people.is_same`); facts still unknown are then filled
        in from the agenda. `speaker_key` is the speaker's id in `agenda(event_id)`, which survives a new reading.
        """

        def work(kept: Documents) -> Person:
            link = kept.get("speaker", make_key(event_id, speaker_key))
            known = self._person(kept, link["person"]) if link else None
            if known:
                return known
            source = f"agenda of {_event_name(kept, event_id)}, {date.today().isoformat()}"
            alias = kept.aliases()
            namesakes = [unpack(Person, d) for d in kept.every("person", find=_find_by(speaker.name)) if d["id"] not in alias]
            same = [p for p in namesakes if is_same(p, speaker)]
            found = self._person(kept, same[0].id) if len(same) == 1 else None
            person = complete(found or Person(new_id(), speaker.name), speaker, source=source)
            body = dump({"key": speaker_key, "person": person.id, "new": found is None})
            row = Document("speaker", make_key(event_id, speaker_key), body, event=event_id, person=person.id)
            kept.write(*self.rows_of(person), row)
            return person

        return self.write(work)

    def people_of(self, event_id: str) -> dict[str, str]:
        """Who is who on an event: speaker key, as given to `person_for_speaker`, to the person's id."""
        with self.read() as kept:
            alias = kept.aliases()
            return {d["key"]: alias.get(d["person"], d["person"]) for d in kept.every("speaker", event=event_id)}

    # ------------------------------------------------------------------ events

    def add_event(self, agenda: Agenda, *, event_id: str | None = None) -> str:
        """Keep an event with its first reading and return its id. Repeating it with the same `event_id` changes nothing.

        Sessions and people are kept under ids that survive a new reading (`planner.identity`), so work with `agenda(event_id)`
        from then on.
        """
        event_id = event_id or new_id()
        self.write(lambda kept: None if kept.get("event", event_id) else _add_reading(kept, event_id, agenda))
        return event_id

    def add_reading(self, event_id: str, agenda: Agenda) -> None:
        """Keep a further reading of an event; one that says the same as the latest is not kept again.

        Raises KeyError when there is no such event.
        """

        def work(kept: Documents) -> None:
            if not kept.get("event", event_id):
                raise KeyError(event_id)
            _add_reading(kept, event_id, agenda)

        self.write(work)

    def events(self, *, removed: bool = False) -> tuple[KeptEvent, ...]:
        """Every event kept, the one that begins last first; events without a date come before all others.

        With `removed` also those taken away since: what happened there still goes by their name.
        """
        with self.read() as kept:
            found = [_kept_event(data) for data in kept.every("event") if removed or not data.get("removed_at")]
        return tuple(sorted(found, key=lambda e: e.event.start or "9999", reverse=True))

    def event(self, event_id: str) -> KeptEvent | None:
        """One event, or None when there is none or it was taken away."""
        with self.read() as kept:
            found = kept.get("event", event_id)
        return _kept_event(found) if found and not found.get("removed_at") else None

    def agenda(self, event_id: str) -> Agenda | None:
        """The latest reading of an event, without the user's corrections; None for an unknown event."""
        with self.read() as kept:
            found = kept.latest("reading", event_id)
        return agendas.from_json(found["agenda"]) if found else None

    def readings(self, event_id: str) -> tuple[Reading, ...]:
        """Every reading of an event, oldest first."""
        with self.read() as kept:
            found = kept.every("reading", event=event_id)
        return tuple(Reading(data["id"], data["at"], agendas.from_json(data["agenda"])) for data in found)

    def add_correction(self, event_id: str, correction: Mapping[str, Any], *, correction_id: str | None = None) -> None:
        """Keep one correction of an event's agenda (JSON values); corrections are only ever added."""
        row = Document("correction", correction_id or new_id(), dump(dict(correction)), event=event_id, version=0)
        self._save(row)

    def corrections(self, event_id: str) -> tuple[dict[str, Any], ...]:
        """The corrections of an event's agenda in the order made."""
        with self.read() as kept:
            return tuple(kept.every("correction", event=event_id))

    # ------------------------------------------------------------------ drafts, meetings, facts

    def save_draft(self, draft: Draft) -> Draft:
        """Keep a draft and return it with its new version. Raises `Conflict` when it was changed since `draft.version`."""
        other = () if draft.language == "en" else (draft.language,)
        key = make_key(draft.event or "", draft.person, draft.step, draft.channel, *other)
        row = Document("draft", key, pack(replace(draft, version=0)), owner=self.member, event=draft.event)
        return replace(draft, version=self._save(row._replace(person=draft.person, version=draft.version))[0])

    def drafts(self, *, event: str | None = None, person: str | None = None) -> tuple[Draft, ...]:
        """My drafts, of everything or of one event or person, oldest first."""
        with self.read() as kept:
            found, alias = kept.versions("draft", owner=self.member, event=event), kept.aliases()
        every = (unpack(Draft, data | {"version": version}) for version, data in found)
        under_kept_names = (replace(d, person=alias.get(d.person, d.person)) for d in every)
        return tuple(d for d in under_kept_names if person is None or d.person == alias.get(person, person))

    def save_meeting(self, meeting: Meeting) -> Meeting:
        """Keep a meeting and return it with its new version. Raises `Conflict` when it was changed since its version."""
        row = Document("meeting", meeting.id, pack(replace(meeting, version=0)), owner=self.member, event=meeting.event)
        return replace(meeting, version=self._save(row._replace(version=meeting.version))[0])

    def meetings(self, *, event: str | None = None) -> tuple[Meeting, ...]:
        """My meetings, of everything or of one event, by start."""
        with self.read() as kept:
            found, alias = kept.versions("meeting", owner=self.member, event=event), kept.aliases()
        every = (unpack(Meeting, data | {"version": version}) for version, data in found)
        under_kept_names = (replace(m, people=tuple(dict.fromkeys(alias.get(p, p) for p in m.people))) for m in every)
        return tuple(sorted(under_kept_names, key=lambda m: m.start))

    def save_facts(self, *facts: Fact) -> None:
        """Keep facts such as what a company does; a newer fact about the same thing takes the place of the older."""
        self._save(*(Document("fact", make_key(f.kind, fold_company(f.key) or f.key), pack(f), find=f.kind) for f in facts))

    def facts(self, kind: str) -> dict[str, Fact]:
        """The facts of one kind ("industry") by the thing they are about, in the user's spelling."""
        with self.read() as kept:
            every = [unpack(Fact, data) for data in kept.every("fact", find=kind)]
        return {fact.key: fact for fact in every}


def _merge_facts(before: Person, after: Person, there: Person) -> Person:
    """What is kept of a person, with the facts the user changed since `before`."""
    old, new, kept = asdict(before), asdict(after), asdict(there)
    mine = {name: value for name, value in new.items() if value != old[name]}
    both = [name for name, value in mine.items() if kept[name] not in (old[name], value)]
    if both:
        texts = ("\n".join(f"{name.replace('_', ' ')}: {facts[name] or ''}" for name in both) for facts in (new, kept))
        raise Conflict(what="person", mine=f"{after.name}\n{next(texts)}", theirs=f"{there.name}\n{next(texts)}", version=0)
    return replace(there, **mine)


def _find_workspace(connection: Connection, member: str) -> str:
    query = select(members.c.workspace_id).where(members.c.id == member, members.c.role != "left")
    found = connection.execute(query).scalar()
    if found is None:
        raise StorageError("There is no such member in this workspace. Sign in again, or ask its owner to invite you.")
    return str(found)


def read_journal(kept: Documents) -> tuple[dict[str, str], tuple[Entry, ...]]:
    """The merged people (old id to new), and a member's whole journal with them under their new ids."""
    alias = kept.aliases()
    return alias, tuple(_under_kept_names(unpack(Entry, data), alias) for data in kept.entries())


def _read_people(kept: Documents) -> tuple[Person, ...]:
    everybody, alias = kept.every("person"), kept.aliases()
    bonds = {data["id"]: data for data in kept.every("bond", owner=kept.member)}
    return tuple(unpack(Person, data | bonds.get(data["id"], {})) for data in everybody if data["id"] not in alias)


def _find_by(name: str) -> str:
    return fold_name(name)[:255]


def _kept_event(data: Mapping[str, Any]) -> KeptEvent:
    event, removed = Event(**data["event"]), bool(data.get("removed_at"))
    return KeptEvent(data["id"], data["source"], event, data["added_at"], data["read_at"], removed)


def _event_name(kept: Documents, event_id: str) -> str:
    found = kept.get("event", event_id)
    return (found["event"]["name"] or found["source"]) if found else "an event"


def _add_reading(kept: Documents, event_id: str, agenda: Agenda) -> None:
    latest, now = kept.latest("reading", event_id), utc_now()
    settled = settle_ids(_without_erased(kept, agenda), agendas.from_json(latest["agenda"]) if latest else None)
    what = agendas.to_json(settled)
    if latest is not None and latest["agenda"] == what:
        return
    old = kept.get("event", event_id) or {"added_at": now}
    event = {
        "id": event_id,
        "source": agenda.source,
        "event": asdict(agenda.event),
        "added_at": old["added_at"],
        "read_at": now,
    }
    reading = new_id()
    kept.write(
        Document("event", event_id, dump(event), event=event_id),
        Document("reading", reading, dump({"id": reading, "at": now, "agenda": what}), event=event_id),
    )


def _without_erased(kept: Documents, agenda: Agenda) -> Agenda:
    """The agenda without the people who were erased: they do not come back with a new reading."""
    marks = set(kept.ids("erased"))
    gone = {s.id for s in agenda.speakers if mark_of(s.name, s.company) in marks} if marks else set()
    if not gone:
        return agenda
    left = tuple(replace(s, speakers=tuple(i for i in s.speakers if i not in gone)) for s in agenda.sessions)
    return replace(agenda, sessions=left, speakers=tuple(s for s in agenda.speakers if s.id not in gone))


def _under_kept_names(entry: Entry, alias: Mapping[str, str]) -> Entry:
    if not any(p in alias for p in entry.people):
        return entry
    others = tuple(dict.fromkeys(alias.get(p, p) for p in entry.others))
    return replace(entry, person=alias.get(entry.person or "", entry.person), others=others)
