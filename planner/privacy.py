"""People's data: export what is held on one person, erase one everywhere, drop those never picked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Row, Select, delete, select, update

from planner import agenda as agendas
from planner._codec import dump
from planner._documents import Document, Documents, load_all, utc_now
from planner._tables import documents, entries
from planner.journal import new_id
from planner.naming import fold_name, make_slug
from planner.people import Person, is_same, mark_of
from planner.storage import Store
from planner.team import check_owner, is_owner

KEEP_UNPICKED_DAYS = 180
"""How long people nobody picked are kept unless the user says otherwise."""

ERASED = "[erased]"
_WORD = re.compile(r"[^\W_]+")
_ANONYMOUS = ("id", "kind", "at", "event", "way", "outcome", "value", "currency", "refers_to", "corrects")


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure changed. `copies` are the automatic copies of the database that still hold the person."""

    entries: int
    documents: int
    copies: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """How many people never picked were dropped, and how many speakers on how many past agendas."""

    people: int
    speakers: int
    events: int


# ---------------------------------------------------------------------- one person


def export_person(store: Store, person_id: str) -> dict[str, Any]:
    """Everything held on one person that I may see, as JSON values: facts and their sources, agendas, journal, notes, meetings.

    Raises KeyError for somebody unknown.
    """
    person = store.person(person_id)
    if person is None:
        raise KeyError(person_id)
    with store.read() as docs:
        changed = docs.connection.execute(
            select(documents.c.changed_at).where(*_of(docs), documents.c.kind == "person", documents.c.id == person.id)
        ).scalar()
        links = [(row.event, json.loads(row.body)["key"]) for row in docs.connection.execute(_linked(docs, {person.id}))]
    agenda_facts = []
    for event, key in links:
        agenda = store.agenda(event)
        if agenda and (speaker := agenda.speaker(key)):
            sessions = [s.title for s in agenda.sessions_of(key)]
            agenda_facts.append({**asdict(speaker), "source": agenda.source, "event": agenda.event.name, "sessions": sessions})
    return {
        "person": asdict(person),
        "changed_at": changed,
        "agendas": agenda_facts,
        "entries": [asdict(e) for e in store.entries() if person.id in e.people],
        "drafts": [asdict(d) for d in store.drafts(person=person.id)],
        "meetings": [asdict(m) for m in store.meetings() if person.id in m.people],
    }


def erase_person(store: Store, person_id: str) -> Erased:
    """Erase one person everywhere in the workspace, in one transaction.

    Gone are the facts, agenda entries, drafts, remarks and every mention of the full name. Of the journal only what nobody
    can be told from is left (what kind of thing happened, when, at which event), so that counts and balances stay right. A mark
    that does not hold the name keeps them from coming back when an agenda is read again.
    Since it reaches into everybody's notes, owners only (`NotAllowed`). Raises KeyError for somebody unknown.
    """
    person = store.person(person_id)
    if person is None:
        raise KeyError(person_id)

    def work(docs: Documents) -> tuple[int, int]:
        check_owner(docs.connection, store)
        ids = {person.id} | {old for old, new in docs.aliases().items() if new == person.id}
        names = _names_of(docs, ids)
        count = _erase_from_agendas(docs, person, ids, names)
        count += _erase_from_documents(docs, ids, names)
        docs.write(Document("erased", mark_of(person.name, person.company), dump({"at": utc_now()})))
        return _erase_from_entries(docs, ids, names), count

    changed, count = store.write(work)
    return Erased(changed, count, _forget_free_space(store))


def _names_of(docs: Documents, ids: set[str]) -> _Mentions:
    query = select(documents.c.body).where(*_of(docs), documents.c.kind == "person", documents.c.id.in_(ids))
    names = [data["name"] for data in load_all(docs.connection.execute(query).scalars())]
    token = f"erased-{new_id()[:6]}"  # ids of sessions may be made of the name: they change alike everywhere
    return _Mentions(dict.fromkeys(names, ERASED) | {make_slug(fold_name(name)): token for name in names})


class _Mentions:
    """Replaces full names in texts, in one pass however many there are; a single word is no full name: it may be any word."""

    def __init__(self, words_for: Mapping[str, str]) -> None:
        self.by_first_word: dict[str, list[tuple[str, str]]] = {}
        for name, instead in words_for.items():
            words = _WORD.findall(name.casefold())
            if len(words) > 1:
                self.by_first_word.setdefault(words[0], []).append((name.strip().casefold(), instead))

    def erase(self, text: str) -> str:
        """The text without the names."""
        kept, done = [], 0
        for word in _WORD.finditer(text):
            if word.start() < done:
                continue
            for name, instead in self.by_first_word.get(word[0].casefold(), ()):
                end = word.start() + len(name)
                if text[word.start() : end].casefold() == name and not text[end : end + 1].isalnum():
                    kept += [text[done : word.start()], instead]
                    done = end
                    break
        return "".join([*kept, text[done:]])

    def scrub(self, value: Any) -> Any:
        """A JSON value with the names taken out of every text."""
        if isinstance(value, str):
            return self.erase(value)
        if isinstance(value, list):
            return [self.scrub(v) for v in value]
        return {name: self.scrub(v) for name, v in value.items()} if isinstance(value, dict) else value


def _erase_from_agendas(docs: Documents, person: Person, ids: set[str], names: _Mentions) -> int:
    """Take the person out of every reading of every agenda, by link or because it is surely them."""
    keys: dict[str, set[str]] = {}
    for row in docs.connection.execute(_linked(docs, ids)):
        keys.setdefault(row.event, set()).add(json.loads(row.body)["key"])
    count = 0
    for row in docs.connection.execute(_all_of(docs, "reading", "event")).all():
        data = json.loads(row.body)
        if row.kind == "reading":
            speakers = agendas.from_json(data["agenda"]).speakers
            keys.setdefault(row.event, set()).update(s.id for s in speakers if is_same(person, s))
            _take_out(data["agenda"], keys[row.event])
        count += _rewrite(docs, row, dump(names.scrub(data)))
    for row in docs.connection.execute(_all_of(docs, "correction")).all():
        correction = json.loads(row.body)
        theirs = correction.get("thing") == "speaker" and {correction.get("id"), correction.get("into")} & keys.get(
            row.event, set()
        )
        count += _rewrite(docs, row, "" if theirs else dump(names.scrub(correction)))
    return count


def _take_out(agenda: dict[str, Any], gone: set[str]) -> None:
    """Take speakers out of an agenda (JSON values) and its sessions."""
    agenda["speakers"] = [s for s in agenda["speakers"] if s["id"] not in gone]
    for session in agenda["sessions"]:
        session["speakers"] = [i for i in session["speakers"] if i not in gone]


def _erase_from_documents(docs: Documents, ids: set[str], names: _Mentions) -> int:
    """Delete what is about the person alone, take them out of meetings, and their name out of everything else."""
    about = delete(documents).where(*_of(docs), documents.c.person.in_(ids))
    count = docs.connection.execute(about).rowcount
    for row in docs.connection.execute(_all_of(docs, "meeting")).all():
        meeting = json.loads(row.body)
        if ids & set(meeting.get("people", ())):
            left = [p for p in meeting["people"] if p not in ids]
            _rewrite(docs, row, dump(meeting | {"people": left}) if left else "")
            count += 1
    for row in docs.connection.execute(_all_of(docs, "draft", "meeting", "bond", "settings")).all():
        count += _rewrite(docs, row, dump(names.scrub(json.loads(row.body))))
    return count


def _erase_from_entries(docs: Documents, ids: set[str], names: _Mentions) -> int:
    """Leave of the entries about the person only what is anonymous; the person becomes a token that means nothing."""
    token, count = f"erased-{new_id()}", 0
    query = select(entries.c.seq, entries.c.body).where(entries.c.workspace_id == docs.workspace)
    for row in docs.connection.execute(query).all():
        entry = json.loads(row.body)
        others = [token if p in ids else p for p in entry.get("others", ())]
        if entry.get("person") in ids:
            fresh = {name: entry[name] for name in _ANONYMOUS if name in entry} | {"person": token}
            fresh |= {"others": others} if others else {}
        else:
            fresh = names.scrub(entry)
            if others != entry.get("others", []):
                fresh |= {"others": others, "text": "", "proof": None, "details": {}}
            if any(p in (entry.get("item") or "") for p in ids):
                fresh["item"] = None
            if fresh == entry:
                continue
        values = {"body": dump({name: value for name, value in fresh.items() if value}), "person": fresh.get("person")}
        docs.connection.execute(update(entries).where(entries.c.seq == row.seq).values(values))
        count += 1
    return count


def _forget_free_space(store: Store) -> tuple[Path, ...]:
    """Let SQLite overwrite what was deleted, in its log too; return the automatic copies that still hold it."""
    path = store.database.path
    if path is None:
        return ()
    connection = store.database.engine.raw_connection()
    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return tuple(sorted(path.parent.glob(f"{path.stem}.before-*")))


# ---------------------------------------------------------------------- people never picked


def drop_unpicked(store: Store, *, days: int, today: date) -> Dropped:
    """Drop people known only from the agenda of an event that ended, and was last read, more than `days` ago, and left alone.

    Speakers nobody picked go from the kept agendas too (earlier readings go whole); titles and times of sessions stay. People
    from the user's own network, and those in the journal, a draft or a meeting, are kept.
    """

    def work(docs: Documents) -> Dropped:
        over = _events_over(docs, today - timedelta(days=days))
        used = _people_used(docs)
        people, speakers, events = set(), 0, 0
        links = list(docs.connection.execute(select(documents.c.event, documents.c.person, documents.c.body).where(
            *_of(docs), documents.c.kind == "speaker")))  # fmt: skip
        elsewhere = {row.person for row in links if row.event not in over or not json.loads(row.body)["new"]}
        people = {row.person for row in links if row.event in over} - used - elsewhere
        if people:
            docs.connection.execute(delete(documents).where(*_of(docs), documents.c.person.in_(people)))
        for event in over:
            left = {json.loads(row.body)["key"] for row in links if row.event == event and row.person not in people}
            dropped = _drop_speakers(docs, event, left)
            speakers, events = speakers + dropped, events + bool(dropped)
        return Dropped(len(people), speakers, events)

    return store.write(work)


def drop_when_due(store: Store, *, today: date) -> Dropped | None:
    """Drop people never picked, at most once a day, after as many days as the setting `keep_unpicked_days` says.

    Meant for the start of the app. None when it was done today already, when the setting is 0 (keep everybody), or when
    this is not an owner, whose setting counts for the workspace.
    """
    settings = store.settings()
    with store.read() as docs:
        if not is_owner(docs.connection, store):
            return None
    days = settings.get("keep_unpicked_days", KEEP_UNPICKED_DAYS)
    if not days or settings.get("unpicked_dropped_on") == today.isoformat():
        return None
    dropped = drop_unpicked(store, days=int(days), today=today)
    store.save_settings(unpicked_dropped_on=today.isoformat())
    return dropped


def _events_over(docs: Documents, before: date) -> set[str]:
    found = docs.every("event")
    ends = {e["id"]: max(e["event"].get("end") or e["event"].get("start") or "", e["read_at"])[:10] for e in found}
    return {event for event, end in ends.items() if end < before.isoformat()}


def _people_used(docs: Documents) -> set[str]:
    """Everybody in anybody's journal, drafts or meetings, or known to somebody in the workspace."""
    used: set[str] = set()
    bodies = docs.connection.execute(select(entries.c.body).where(entries.c.workspace_id == docs.workspace)).scalars()
    for entry in load_all(bodies):
        used |= {entry.get("person"), *entry.get("others", ())}
    for row in docs.connection.execute(_all_of(docs, "bond", "draft", "meeting")):
        used |= {row.person, *json.loads(row.body).get("people", ())}
    alias = docs.aliases()
    return used | {alias[p] for p in used if p in alias} | set(alias) | set(alias.values())


def _drop_speakers(docs: Documents, event: str, left: set[str]) -> int:
    """Keep only the latest reading of an event, and on it only the speakers in `left`; return how many went."""
    rows = docs.connection.execute(_all_of(docs, "reading").where(documents.c.event == event)).all()
    if not rows:
        return 0
    for row in rows[:-1]:
        _rewrite(docs, row, "")
    reading = json.loads(rows[-1].body)
    gone = {s["id"]: s["name"] for s in reading["agenda"]["speakers"] if s["id"] not in left}
    if gone or reading["agenda"].get("left_out"):
        _take_out(reading["agenda"], set(gone))
        reading["agenda"]["left_out"] = []  # they may name people who were never picked either
        _rewrite(docs, rows[-1], dump(_Mentions(dict.fromkeys(gone.values(), ERASED)).scrub(reading)))
    return len(gone)


# ---------------------------------------------------------------------- machinery


def _of(docs: Documents) -> tuple[Any, ...]:
    """All documents of the workspace, whoever owns them."""
    return (documents.c.workspace_id == docs.workspace,)


def _all_of(docs: Documents, *kinds: str) -> Select[Any]:
    c = documents.c
    return select(c.seq, c.kind, c.event, c.person, c.body).where(*_of(docs), c.kind.in_(kinds)).order_by(c.seq)


def _linked(docs: Documents, ids: Iterable[str]) -> Select[Any]:
    return _all_of(docs, "speaker").where(documents.c.person.in_(list(ids)))


def _rewrite(docs: Documents, row: Row[Any], body: str) -> bool:
    """Change a document whoever owns it, or remove it when there is nothing left of it; whether there was anything to do."""
    if body == row.body:
        return False
    if body:
        values = {"body": body, "version": documents.c.version + 1, "changed_at": utc_now()}
        docs.connection.execute(update(documents).where(documents.c.seq == row.seq).values(values))
    else:
        docs.connection.execute(delete(documents).where(documents.c.seq == row.seq))
    return True
