"""Versioned documents, as one member of a workspace sees them: how `storage` finds and writes its rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from planner._codec import pack
from planner._database import Conflict
from planner._tables import documents, entries, workspaces
from planner.journal import Entry

SHARED = ""  # the owner of what the whole workspace shares


class Document(NamedTuple):
    """A document about to be written; an empty `body` (JSON text) removes it.

    `version` is the one the writer started from: None writes over whatever is there, 0 means that it must be new.
    """

    kind: str
    id: str
    body: str
    owner: str = SHARED
    event: str | None = None
    person: str | None = None
    find: str | None = None
    version: int | None = None


class Documents:
    """The documents and entries of one workspace, for one member, within one transaction."""

    def __init__(self, connection: Connection, workspace: str, member: str) -> None:
        self._connection = connection
        self.workspace = workspace
        self.member = member
        self.touched: set[tuple[str, str]] | None = set()

    @property
    def connection(self) -> Connection:
        """The connection itself. Whoever takes it may write anything: `touched`, what was written, is None from then on."""
        self.touched = None
        return self._connection

    # ------------------------------------------------------------------ reading

    def _select(self, kind: str, owner: str, columns: tuple[Any, ...], **where: str | None) -> Select[Any]:
        query = select(*columns).where(
            documents.c.workspace_id == self.workspace, documents.c.owner == owner, documents.c.kind == kind
        )
        for name, value in where.items():
            if value is not None:
                query = query.where(documents.c[name] == value)
        return query

    def get(self, kind: str, key: str, *, owner: str = SHARED) -> Any:
        """The JSON value of one document, or None."""
        body = self._connection.execute(self._select(kind, owner, (documents.c.body,), id=key)).scalar()
        return None if body is None else json.loads(body)

    def every(self, kind: str, *, owner: str = SHARED, **where: str | None) -> list[Any]:
        """The JSON values of the documents of a kind, of one event or person when told, in the order first written."""
        query = self._select(kind, owner, (documents.c.body,), **where).order_by(documents.c.seq)
        return load_all(self._connection.execute(query).scalars())

    def some(self, kind: str, keys: list[str], *, owner: str = SHARED) -> list[Any]:
        """The JSON values of the documents of a kind with these ids (at most 500)."""
        query = self._select(kind, owner, (documents.c.body,)).where(documents.c.id.in_(keys))
        return load_all(self._connection.execute(query).scalars())

    def ids(self, kind: str) -> list[str]:
        """The ids of the documents of a kind that the workspace shares."""
        return list(self._connection.execute(self._select(kind, SHARED, (documents.c.id,))).scalars())

    def versions(self, kind: str, *, owner: str = SHARED, **where: str | None) -> list[tuple[int, Any]]:
        """The same, each with its version before it."""
        query = self._select(kind, owner, (documents.c.version, documents.c.body), **where).order_by(documents.c.seq)
        return [(row.version, json.loads(row.body)) for row in self._connection.execute(query)]

    def latest(self, kind: str, event: str) -> Any:
        """The JSON value of the last document of a kind written about an event, or None."""
        query = self._select(kind, SHARED, (documents.c.body,), event=event).order_by(documents.c.seq.desc()).limit(1)
        body = self._connection.execute(query).scalar()
        return None if body is None else json.loads(body)

    def version(self, kind: str, key: str) -> int:
        """The version of a document of the workspace or the member; 0 when there is none."""
        query = select(func.max(documents.c.version)).where(
            documents.c.workspace_id == self.workspace,
            documents.c.owner.in_((self.member, SHARED)),
            documents.c.kind == kind,
            documents.c.id == key,
        )
        return self._connection.execute(query).scalar() or 0

    def changes(self) -> int:
        """How many writes the workspace has seen."""
        query = select(workspaces.c.changes).where(workspaces.c.id == self.workspace)
        return int(self._connection.execute(query).scalar_one())

    def count_change(self) -> int:
        """Say that something was written, the last thing every write does; how many writes that makes."""
        counted = update(workspaces).where(workspaces.c.id == self.workspace).values(changes=workspaces.c.changes + 1)
        return int(self._connection.execute(counted.returning(workspaces.c.changes)).scalar_one())

    def aliases(self) -> dict[str, str]:
        """Merged people: old id to the id of the person kept, through any number of merges."""
        direct = {data["old"]: data["new"] for data in self.every("alias")}
        resolved = {}
        for old, new in direct.items():
            seen = {old}
            while new in direct and new not in seen:
                seen.add(new)
                new = direct[new]
            resolved[old] = new
        return resolved

    # ------------------------------------------------------------------ writing

    def write(self, *rows: Document) -> list[int]:
        """Write documents and return their versions; unchanged ones stay as they are, stale ones raise `Conflict`."""
        there = self._find(rows)
        made, versions = [], []
        for row in rows:
            old = there.get((row.owner, row.kind, row.id))
            same = old is not None and _is_same(old.body, row.body)
            if old is not None and not same and row.version not in (None, old.version):
                raise Conflict(what=row.kind, mine=_readable(row.body), theirs=_readable(old.body), version=old.version)
            versions.append(1 if old is None else old.version + (not same))
            values = row._asdict() | {"version": versions[-1], "changed_at": utc_now(), "workspace_id": self.workspace}
            if old is None and row.body:
                made.append(values)
            elif old is not None and not row.body:
                self._connection.execute(delete(documents).where(documents.c.seq == old.seq))
            elif old is not None and not same:
                self._connection.execute(update(documents).where(documents.c.seq == old.seq).values(values))
            if self.touched is not None and not same and (old is not None or row.body):
                self.touched.add((row.kind, row.id))
        if made:
            self._connection.execute(insert(documents), made)
        return versions

    def _find(self, rows: Iterable[Document]) -> dict[tuple[str, str, str], Row[Any]]:
        found: dict[tuple[str, str, str], Row[Any]] = {}
        wanted: dict[tuple[str, str], list[str]] = {}
        for row in rows:
            wanted.setdefault((row.kind, row.owner), []).append(row.id)
        c = documents.c
        for (kind, owner), ids in wanted.items():
            query = self._select(kind, owner, (c.seq, c.id, c.version, c.body)).with_for_update()
            for some in chunks(ids):
                for there in self._connection.execute(query.where(c.id.in_(some))):
                    found[(owner, kind, there.id)] = there
        return found

    # ------------------------------------------------------------------ the journal

    def entries(self) -> list[Any]:
        """The member's entries as JSON values, in the order written."""
        query = select(entries.c.body).where(*self._my_entries()).order_by(entries.c.seq)
        return load_all(self._connection.execute(query).scalars())

    def add(self, new: Iterable[Entry]) -> None:
        """Add entries; one that is there already is left, one whose id says something else raises `Conflict`."""
        fresh = {e.id: e for e in new}
        for some in chunks(list(fresh)):
            query = select(entries.c.id, entries.c.body).where(*self._my_entries(), entries.c.id.in_(some))
            for there in self._connection.execute(query).all():
                mine = pack(fresh.pop(there.id))
                if not _is_same(mine, there.body):
                    raise Conflict(what="entry", mine=_readable(mine), theirs=_readable(there.body), version=1)
        own: dict[str, Any] = {"workspace_id": self.workspace, "member_id": self.member}
        rows = [{"id": e.id, "kind": e.kind, "event": e.event, "person": e.person, "body": pack(e)} for e in fresh.values()]
        if rows:
            self._connection.execute(insert(entries), [own | row for row in rows])
        if self.touched is not None:
            self.touched |= {("entry", e.id) for e in fresh.values()}

    def _my_entries(self) -> tuple[Any, ...]:
        return entries.c.workspace_id == self.workspace, entries.c.member_id == self.member


def utc_now() -> str:
    """This second in UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def load_all(bodies: Iterable[str]) -> list[Any]:
    """Many JSON texts as values; one call of the parser is several times faster than one a row."""
    return list(json.loads("[" + ",".join(bodies) + "]"))


def chunks(values: list[str], *, size: int = 500) -> Iterator[list[str]]:
    """The values in lists short enough for one query."""
    return (values[i : i + size] for i in range(0, len(values), size))


def make_key(*parts: str) -> str:
    """One document id out of several parts, short and plain enough for every database."""
    joined = "/".join(parts)
    if len(joined) <= 200 and joined.isprintable():
        return joined
    return hashlib.sha256(joined.encode(errors="surrogatepass")).hexdigest()


def _is_same(one: str, other: str) -> bool:
    """Whether two bodies say the same; an earlier release may have spelt it differently."""
    return one == other or bool(one and other and json.loads(one) == json.loads(other))


def _readable(body: str) -> str:
    data = json.loads(body) if body else {}
    if "text" in data:
        return str(data["text"])
    return "\n".join(f"{name}: {', '.join(map(str, v)) if isinstance(v, list) else v}" for name, v in data.items())
