"""Take everything out and put it back: my own export (JSON), and a backup of the whole database (one file, one command).

Both are independent of the database they came from, so they also move a laptop's data to a team's server. An export holds
what one member may see; a backup holds every member's rows and is for the owner of the machine.
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update
from sqlalchemy.exc import DBAPIError

from planner import agenda as agendas
from planner import corrections
from planner._codec import dump, unpack
from planner._database import Database, copy_sqlite
from planner._documents import SHARED, Document, Documents, utc_now
from planner._tables import REVISION, documents, entries, members, workspaces
from planner.agenda import Event
from planner.journal import Entry
from planner.people import Person
from planner.profile import Profile
from planner.records import Draft, Fact, Meeting
from planner.storage import StorageError, Store
from planner.team import check_owner

EXPORT_FORMAT = "event-planner-export"
BACKUP_FORMAT = "event-planner-backup"
_FORMAT_VERSION = 1
_NEWER = "it was written by a newer version of this program; update first"
_LARGEST = 2 * 1024**3  # bytes a backup may unpack to: nobody's journal comes near, a malicious file would


class NotOurFile(StorageError):
    """The file is not one this program wrote, or is damaged."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"This file cannot be put back: {reason}. Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Restored:
    """What an import added; `kept` counts what was there in a newer version and stayed."""

    entries: int
    documents: int
    kept: int


# ---------------------------------------------------------------------- what one member may see


def export_everything(store: Store) -> dict[str, Any]:
    """Everything I may see, as JSON values: my journal, my documents, and what the workspace shares."""
    c = documents.c
    with store.read() as docs:
        rows = docs.connection.execute(
            select(c.owner, c.kind, c.id, c.event, c.person, c.find, c.version, c.changed_at, c.body)
            .where(c.workspace_id == store.workspace, or_(c.owner == store.member, c.owner == SHARED))
            .order_by(c.seq)
        ).mappings()
        kept = [{**row, "owner": "me" if row["owner"] else "", "body": json.loads(row["body"])} for row in rows]
        written = docs.entries()
    return {
        "format": EXPORT_FORMAT,
        "format_version": _FORMAT_VERSION,
        "made_at": utc_now(),
        "entries": written,
        "documents": kept,
    }


def import_everything(store: Store, data: Mapping[str, Any]) -> Restored:
    """Put an export back, in one transaction; doing it twice changes nothing.

    Entries that are there stay. A document that is there in another version stays when it was changed later than the one in
    the export. Raises `NotOurFile` when the data is no such export.
    """
    fresh, rows = _read_export(store, data)

    def work(docs: Documents) -> Restored:
        new, wanted, found = _compare(docs, fresh, rows)
        docs.add(new)
        docs.write(*wanted)
        return found

    return store.write(work)


def preview_import(store: Store, data: Mapping[str, Any]) -> Restored:
    """What `import_everything` would add and leave; nothing is changed. Raises `NotOurFile` likewise."""
    fresh, rows = _read_export(store, data)
    with store.read() as docs:
        return _compare(docs, fresh, rows)[2]


def _read_export(store: Store, data: Mapping[str, Any]) -> tuple[list[Entry], list[tuple[Document, str]]]:
    """The entries and documents of an export, each document with the time it was changed."""
    _check_header(data, EXPORT_FORMAT)
    try:
        fresh = [unpack(Entry, entry) for entry in data["entries"]]
        return fresh, [(_row_from(row, store.member), str(row["changed_at"])) for row in data["documents"]]
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise NotOurFile(f"part of it is missing or damaged ({problem})") from problem


def _compare(
    docs: Documents, fresh: list[Entry], rows: list[tuple[Document, str]]
) -> tuple[list[Entry], list[Document], Restored]:
    """What of an export is to be written, and how much of it is new."""
    there = {e["id"] for e in docs.entries()}
    new = [e for e in fresh if e.id not in there]
    changed = _changes_of(docs)
    wanted = [row for row, at in rows if changed.get((row.owner, row.kind, row.id), "") <= at]
    before = {(row.owner, row.kind, row.id) for row in wanted} & set(changed)
    return new, wanted, Restored(len(new), len(wanted) - len(before), len(rows) - len(wanted))


def _row_from(row: Mapping[str, Any], member: str) -> Document:
    body = dump(row["body"])
    owner = member if row["owner"] else SHARED
    _SHAPES[row["kind"]](row["body"])
    if not 0 < len(row["id"]) <= 255:
        raise ValueError("an id is too long")
    return Document(row["kind"], row["id"], body, owner, row.get("event"), row.get("person"), row.get("find"))


_SHAPES: Mapping[str, Callable[[dict[str, Any]], Any]] = {
    "profile": lambda body: unpack(Profile, body),
    "person": lambda body: unpack(Person, body),
    "bond": lambda body: unpack(Person, {"name": "", **body}),
    "draft": lambda body: unpack(Draft, body),
    "meeting": lambda body: unpack(Meeting, body),
    "fact": lambda body: unpack(Fact, body),
    "event": lambda body: (Event(**body["event"]), body["id"], body["source"], body["added_at"], body["read_at"]),
    "reading": lambda body: (body["id"], body["at"], agendas.from_json(body["agenda"])),
    "correction": corrections.check_json,
    "speaker": lambda body: (body["key"], body["person"], body["new"]),
    "alias": lambda body: (body["old"], body["new"]),
    "settings": dict,
    "erased": dict,
}
"""How each kind of document is read: what cannot be is refused, since one such row would keep the app from starting."""


def _changes_of(docs: Documents) -> dict[tuple[str, str, str], str]:
    c = documents.c
    rows = docs.connection.execute(
        select(c.owner, c.kind, c.id, c.changed_at).where(
            c.workspace_id == docs.workspace, or_(c.owner == docs.member, c.owner == SHARED)
        )
    )
    return {(row.owner, row.kind, row.id): row.changed_at for row in rows}


# ---------------------------------------------------------------------- the whole database


def make_backup(store: Store) -> bytes:
    """The whole database as one compressed file: a line of JSON for every row of every table.

    It holds what every member keeps private: raises `NotAllowed` for anybody but an owner.
    """
    target = io.BytesIO()
    with store.database.reading() as connection:
        check_owner(connection, store)
    with store.database.reading() as connection, gzip.GzipFile(fileobj=target, mode="wb", compresslevel=6, mtime=0) as packed:
        header = {"format": BACKUP_FORMAT, "format_version": _FORMAT_VERSION, "revision": REVISION, "made_at": utc_now()}
        packed.write(json.dumps(header).encode() + b"\n")
        for line in _lines(connection):
            packed.write(line.encode() + b"\n")
    return target.getvalue()


def _lines(connection: Connection) -> Iterator[str]:
    for table in (workspaces, members, entries, documents):
        order = table.c.seq if "seq" in table.c else table.c.id
        for row in connection.execute(select(table).order_by(order)).mappings():
            values = {name: value for name, value in row.items() if name != "seq"}
            yield json.dumps({"table": table.name, **values})


def restore_backup(data: bytes, url: str | None = None) -> Path | None:
    """Put a backup in place of everything in the database at `url`, in one transaction.

    An SQLite file is copied beside itself first; the path of that copy is returned. Raises `NotOurFile` when the backup is
    damaged or was made by a newer version; nothing is changed then.
    """
    rows = _read_backup(data)
    database = Database(url)
    copy = None
    try:
        if database.path:
            stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
            copy = database.path.with_name(f"{database.path.stem}.before-restore-{stamp}{database.path.suffix}")
            copy_sqlite(database.path, copy)
        database.write(lambda connection: _replace_all(connection, rows))
    except DBAPIError as problem:
        raise NotOurFile("some of its rows do not fit together") from problem
    finally:
        database.close()
    return copy


def _read_backup(data: bytes) -> dict[str, list[dict[str, Any]]]:
    rows: dict[str, list[dict[str, Any]]] = {t.name: [] for t in (workspaces, members, entries, documents)}
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            unpacked = packed.read(_LARGEST + 1)
        if len(unpacked) > _LARGEST:
            raise NotOurFile("it is far larger than any backup of this program")
        header, *lines = unpacked.decode().split("\n")
        _check_header(json.loads(header), BACKUP_FORMAT)
        if str(json.loads(header)["revision"]) > REVISION:
            raise NotOurFile(_NEWER)
        for line in filter(None, lines):
            row = json.loads(line)
            rows[row.pop("table")].append(row)
    except (OSError, EOFError, ValueError, KeyError, TypeError) as problem:
        raise NotOurFile("it is not a backup of this program, or damaged") from problem
    if not rows["members"]:
        raise NotOurFile("it holds no member")
    return rows


def _replace_all(connection: Connection, rows: Mapping[str, list[dict[str, Any]]]) -> None:
    seen = connection.execute(select(func.max(workspaces.c.changes))).scalar() or 0
    for table in (documents, entries, members, workspaces):
        connection.execute(delete(table))
    for table in (workspaces, members, entries, documents):
        names = [column.name for column in table.c if column.name != "seq"]
        if rows[table.name]:
            connection.execute(insert(table), [{name: row[name] for name in names if name in row} for row in rows[table.name]])
    connection.execute(update(workspaces).values(changes=workspaces.c.changes + seen + 1))


def _check_header(data: Mapping[str, Any], wanted: str) -> None:
    if not isinstance(data, Mapping) or data.get("format") != wanted:
        raise NotOurFile("it was not written by this program")
    version = data.get("format_version")
    if not isinstance(version, int) or version > _FORMAT_VERSION:
        raise NotOurFile(_NEWER)
