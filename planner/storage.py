"""Everything that is kept: the journal, the people, and a few versioned documents; the only way to the database.

A `Store` belongs to one member of one workspace and sees nothing else: people, events and facts are shared with the
workspace; profile, settings, drafts, meetings, the journal and how I know a person are the member's own. Every write is
one transaction and may be repeated without harm: ids are made by the writer, and a document that is saved unchanged
stays as it is. Saving over a text that somebody else changed meanwhile raises `Conflict`, which holds both texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from planner import agenda as agendas
from planner._codec import dump, pack, unpack
from planner._database import Busy, CannotOpen, Conflict, Database, DiskFull, NewerData, StorageError, data_folder
from planner._documents import Document, Documents, make_key
from planner._event_rows import add_reading, keep_corrections, name_event, read_event
from planner._keeping import Keeper
from planner._people_rows import KINDS as PEOPLE_KINDS
from planner._people_rows import find_by, merge_facts, person_rows, read_people, read_person, reread_people
from planner.agenda import Agenda, Speaker
from planner.corrections import History, history_of, standing
from planner.journal import Entry, choose, effective, new_id
from planner.naming import fold_company
from planner.people import Person, complete, is_same
from planner.profile import Profile
from planner.records import Draft, Fact, KeptEvent, Meeting, Reading
from planner.sources import changed_by_me

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


def open_store(url: str | None = None, *, member: str = "me") -> Store:
    """Open the data at `url` (None: `DATABASE_URL`, else an SQLite file in the user's data folder) for one member.

    The database is made or upgraded first; an SQLite file is copied beside itself before an upgrade. Raises `CannotOpen`
    or `NewerData` with a sentence fit to show.
    """
    return Store(Database(url), member)


class Store(Keeper):
    """What one member of a workspace may see and change."""

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
        alias, every = self.remember("entries", lambda: self.load(read_journal), rests_on=("entry", "alias"))
        return every if event is None and person is None else choose(every, event=event, person=alias.get(person or "", person))

    def journal(self) -> tuple[Entry, ...]:
        """My entries that count now (`journal.effective`), of all events."""
        return self.remember("journal", lambda: effective(self.entries()), rests_on=("entry", "alias"))

    # ------------------------------------------------------------------ me

    def profile(self) -> Profile:
        """Who I am; empty when nothing was saved yet."""
        return self.open_profile()[0]

    def open_profile(self) -> tuple[Profile, int]:
        """Who I am, and the version of that, to be given back when saving."""

        def load(kept: Documents) -> tuple[Profile, int]:
            return unpack(Profile, kept.get("profile", "me", owner=self.member) or {}), kept.version("profile", "me")

        return self.remember("profile", lambda: self.load(load), rests_on=("profile",))

    def save_profile(self, profile: Profile, *, version: int | None = None) -> None:
        """Keep my profile. `version` is what `open_profile` said; None does not check."""
        self.save(Document("profile", "me", pack(profile), owner=self.member, version=version))

    def settings(self) -> dict[str, Any]:
        """My settings: plain JSON values by name."""

        def load(kept: Documents) -> dict[str, Any]:
            return kept.get("settings", "me", owner=self.member) or {}

        return dict(self.remember("settings", lambda: self.load(load), rests_on=("settings",)))

    def save_settings(self, **changes: Any) -> None:
        """Change some settings (JSON values) and leave the others."""

        def work(kept: Documents) -> None:
            old = kept.get("settings", "me", owner=self.member) or {}
            kept.write(Document("settings", "me", dump(old | changes), owner=self.member))

        self.write(work)

    # ------------------------------------------------------------------ people

    def people(self) -> tuple[Person, ...]:
        """Everybody I know or have picked, with how I know them, in the order they were added."""
        return self.remember("people in order", lambda: tuple(self.people_by_id().values()), rests_on=PEOPLE_KINDS)

    def people_by_id(self) -> Mapping[str, Person]:
        """The same by their ids."""

        def mend(known: Mapping[str, Person], changed: set[tuple[str, str]]) -> Mapping[str, Person]:
            return MappingProxyType(self.load(lambda kept: reread_people(kept, known, changed)))

        return self.remember("people", lambda: MappingProxyType(self.load(read_people)), rests_on=PEOPLE_KINDS, mend=mend)

    def people_logged(self) -> tuple[Person, ...]:
        """Of them those in the journal or with a rhythm of their own: whoever checklist and scorecard can be about."""

        def choose_logged() -> tuple[Person, ...]:
            logged = {person for entry in self.journal() for person in entry.people}
            return tuple(p for p in self.people() if p.id in logged or p.rhythm_days)

        return self.remember("people logged", choose_logged, rests_on=(*PEOPLE_KINDS, "entry"))

    def people_known(self) -> tuple[Person, ...]:
        """Of them those with a relation, and those I have met: my contacts."""

        def choose_known() -> tuple[Person, ...]:
            met = {person for entry in self.journal() if entry.kind in ("met", "meeting_held") for person in entry.people}
            return tuple(p for p in self.people() if p.relation is not None or p.id in met)

        return self.remember("people known", choose_known, rests_on=(*PEOPLE_KINDS, "entry"))

    def person(self, person_id: str) -> Person | None:
        """One person, or None; the id of somebody merged into another gives that other."""
        return self.load(lambda kept: read_person(kept, person_id))

    def save_person(self, person: Person, *, version: int | None = None) -> None:
        """Add or change a person. `version` is what `version("person", id)` said when opened; None does not check."""
        self.save(*person_rows(person, self.member, version=version))

    def save_people(self, people: Iterable[Person]) -> None:
        """Add or change many people at once, all of them or none."""
        self.save(*(row for person in people for row in person_rows(person, self.member)))

    def change_people(self, changes: Iterable[tuple[Person, Person]]) -> None:
        """Change people from what they were when opened to what the user made of them today, all of them or none.

        What a colleague changed meanwhile stays; raises `Conflict` when both changed the same fact about a person.
        """
        pairs = list(changes)

        def work(kept: Documents) -> None:
            rows: list[Document] = []
            for before, after in pairs:
                there = read_person(kept, before.id) or before
                rows += person_rows(changed_by_me(there, merge_facts(before, after, there), date.today()), self.member)
            kept.write(*rows)

        self.write(work)

    def rows_of(self, person: Person) -> list[Document]:
        """What a person is kept as, for this member."""
        return person_rows(person, self.member)

    def person_for_speaker(self, event_id: str, speaker_key: str, speaker: Speaker) -> Person:
        """The person behind a speaker, made from what the agenda says the first time and the same one from then on.

        Somebody known from elsewhere is recognised when it is sure (`people.is_same`); facts still unknown are then filled
        in from the agenda. `speaker_key` is the speaker's id in `agenda(event_id)`, which survives a new reading.
        """
        there = self.people_by_id().get(self.people_of(event_id).get(speaker_key, ""))
        if there is not None:
            return there

        def work(kept: Documents) -> Person:
            link = kept.get("speaker", make_key(event_id, speaker_key))
            known = read_person(kept, link["person"]) if link else None
            if known:
                return known
            source = f"agenda of {name_event(kept, event_id)}, {date.today().isoformat()}"
            alias = kept.aliases()
            namesakes = [unpack(Person, d) for d in kept.every("person", find=find_by(speaker.name)) if d["id"] not in alias]
            same = [p for p in namesakes if is_same(p, speaker)]
            found = read_person(kept, same[0].id) if len(same) == 1 else None
            person = complete(found or Person(new_id(), speaker.name), speaker, source=source)
            person = person if found else replace(person, source=source)
            body = dump({"key": speaker_key, "person": person.id, "new": found is None})
            row = Document("speaker", make_key(event_id, speaker_key), body, event=event_id, person=person.id)
            kept.write(*self.rows_of(person), row)
            return person

        return self.write(work)

    def people_of(self, event_id: str) -> dict[str, str]:
        """Who is who on an event: speaker key, as given to `person_for_speaker`, to the person's id."""

        def load(kept: Documents) -> dict[str, str]:
            alias = kept.aliases()
            return {d["key"]: alias.get(d["person"], d["person"]) for d in kept.every("speaker", event=event_id)}

        return dict(self.remember(f"people of {event_id}", lambda: self.load(load), rests_on=("speaker", "alias")))

    # ------------------------------------------------------------------ events

    def add_event(self, agenda: Agenda, *, event_id: str | None = None) -> str:
        """Keep an event with its first reading and return its id. Repeating it with the same `event_id` changes nothing.

        Sessions and people are kept under ids that survive a new reading (`planner.identity`), so work with `agenda(event_id)`
        from then on.
        """
        event_id = event_id or new_id()
        self.write(lambda kept: None if kept.get("event", event_id) else add_reading(kept, event_id, agenda))
        return event_id

    def add_reading(self, event_id: str, agenda: Agenda) -> None:
        """Keep a further reading of an event; of one that says the same as the latest only that it was made.

        Raises KeyError when there is no such event.
        """

        def work(kept: Documents) -> None:
            if not kept.get("event", event_id):
                raise KeyError(event_id)
            add_reading(kept, event_id, agenda)

        self.write(work)

    def events(self, *, removed: bool = False) -> tuple[KeptEvent, ...]:
        """Every event kept, the one that begins last first; events without a date come before all others.

        With `removed` also those taken away since: what happened there still goes by their name.
        """

        def load(kept: Documents) -> tuple[KeptEvent, ...]:
            return tuple(sorted(map(read_event, kept.every("event")), key=lambda e: e.event.start or "9999", reverse=True))

        every = self.remember("events", lambda: self.load(load), rests_on=("event",))
        return every if removed else tuple(e for e in every if not e.removed)

    def event(self, event_id: str) -> KeptEvent | None:
        """One event, or None when there is none or it was taken away."""
        return next((e for e in self.events() if e.id == event_id), None)

    def agenda(self, event_id: str) -> Agenda | None:
        """The latest reading of an event, without the user's corrections; None for an unknown event."""

        def load(kept: Documents) -> Agenda | None:
            found = kept.latest("reading", event_id)
            return agendas.from_json(found["agenda"]) if found else None

        return self.remember(f"agenda {event_id}", lambda: self.load(load), rests_on=("reading",))

    def readings(self, event_id: str) -> tuple[Reading, ...]:
        """Every reading of an event, oldest first."""

        def load(kept: Documents) -> tuple[Reading, ...]:
            found = kept.every("reading", event=event_id)
            return tuple(Reading(data["id"], data["at"], agendas.from_json(data["agenda"])) for data in found)

        return self.remember(f"readings {event_id}", lambda: self.load(load), rests_on=("reading",))

    def add_corrections(self, event_id: str, *corrections: Mapping[str, Any]) -> None:
        """Keep corrections of an event's agenda (JSON values), all or none, as one batch; corrections are only ever added."""
        self.write(lambda kept: keep_corrections(kept, event_id, corrections))

    def corrections(self, event_id: str) -> tuple[Mapping[str, Any], ...]:
        """The corrections of an event's agenda that count, in the order made: those taken back are left out."""
        return standing(self._all_corrections(event_id))

    def correction_history(self, event_id: str) -> History:
        """My batches of corrections of an event: those that count, and those taken back that can be made again."""
        return history_of(self._all_corrections(event_id), self.member)

    def mark_corrections(self, event_id: str, mark: str, batch: str) -> None:
        """Take a batch of corrections back ("undo"), or make it again ("redo"); a mark beside them says so."""
        self.write(lambda kept: keep_corrections(kept, event_id, [{"action": mark}], batch))

    def _all_corrections(self, event_id: str) -> tuple[dict[str, Any], ...]:
        """The same with those taken back, and the marks that say so."""

        def load(kept: Documents) -> tuple[dict[str, Any], ...]:
            return tuple(kept.every("correction", event=event_id))

        return self.remember(f"corrections {event_id}", lambda: self.load(load), rests_on=("correction",))

    # ------------------------------------------------------------------ drafts, meetings, facts

    def save_draft(self, draft: Draft) -> Draft:
        """Keep a draft and return it with its new version. Raises `Conflict` when it was changed since `draft.version`."""
        other = () if draft.language == "en" else (draft.language,)
        key = make_key(draft.event or "", draft.person, draft.step, draft.channel, *other)
        row = Document("draft", key, pack(replace(draft, version=0)), owner=self.member, event=draft.event)
        return replace(draft, version=self.save(row._replace(person=draft.person, version=draft.version))[0])

    def drafts(self, *, event: str | None = None, person: str | None = None) -> tuple[Draft, ...]:
        """My drafts, of everything or of one event or person, oldest first."""

        def load(kept: Documents) -> tuple[dict[str, str], tuple[Draft, ...]]:
            found, alias = kept.versions("draft", owner=self.member), kept.aliases()
            every = (unpack(Draft, data | {"version": version}) for version, data in found)
            return alias, tuple(replace(d, person=alias.get(d.person, d.person)) for d in every)

        alias, every = self.remember("drafts", lambda: self.load(load), rests_on=("draft", "alias"))
        whose = alias.get(person or "", person)
        return tuple(d for d in every if event in (None, d.event) and whose in (None, d.person))

    def save_meetings(self, *meetings: Meeting, entries: Iterable[Entry] = ()) -> tuple[Meeting, ...]:
        """Keep meetings that change together, and the entries that say so, all or none; the meetings with new versions."""
        rows = [
            Document("meeting", m.id, pack(replace(m, version=0)), owner=self.member, event=m.event, version=m.version)
            for m in meetings
        ]
        new = tuple(entries)

        def work(kept: Documents) -> list[int]:
            kept.add(new)
            return kept.write(*rows)

        return tuple(replace(m, version=version) for m, version in zip(meetings, self.write(work), strict=True))

    def meetings(self, *, event: str | None = None) -> tuple[Meeting, ...]:
        """My meetings, of everything or of one event, by start."""

        def load(kept: Documents) -> tuple[Meeting, ...]:
            found, alias = kept.versions("meeting", owner=self.member), kept.aliases()
            every = (unpack(Meeting, data | {"version": version}) for version, data in found)
            under_kept_names = (replace(m, people=tuple(dict.fromkeys(alias.get(p, p) for p in m.people))) for m in every)
            return tuple(sorted(under_kept_names, key=lambda m: m.start))

        every = self.remember("meetings", lambda: self.load(load), rests_on=("meeting", "alias"))
        return tuple(m for m in every if event in (None, m.event))

    def save_facts(self, *facts: Fact) -> None:
        """Keep facts such as what a company does; a newer fact about the same thing takes the place of the older."""
        self.save(*(Document("fact", make_key(f.kind, fold_company(f.key) or f.key), pack(f), find=f.kind) for f in facts))

    def facts(self, kind: str) -> dict[str, Fact]:
        """The facts of one kind ("industry") by the thing they are about, in the user's spelling."""

        def load(kept: Documents) -> dict[str, Fact]:
            every = [unpack(Fact, data) for data in kept.every("fact", find=kind)]
            return {fact.key: fact for fact in every}

        return dict(self.remember(f"facts {kind}", lambda: self.load(load), rests_on=("fact",)))


def read_journal(kept: Documents) -> tuple[dict[str, str], tuple[Entry, ...]]:
    """The merged people (old id to new), and a member's whole journal with them under their new ids."""
    alias = kept.aliases()
    return alias, tuple(_under_kept_names(unpack(Entry, data), alias) for data in kept.entries())


def _under_kept_names(entry: Entry, alias: Mapping[str, str]) -> Entry:
    if not any(p in alias for p in entry.people):
        return entry
    others = tuple(dict.fromkeys(alias.get(p, p) for p in entry.others))
    return replace(entry, person=alias.get(entry.person or "", entry.person), others=others)
