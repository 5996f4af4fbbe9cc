"""How a store reads and writes: one moment a read, one transaction a write, and what was read remembered until a write.

`storage.Store` says what is kept; this is how, the same for whatever it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection, select

from planner._database import Database, StorageError
from planner._documents import Document, Documents
from planner._memory import Memory, Touched
from planner._tables import members

T = TypeVar("T")


class Keeper(Memory):
    """One member of one workspace, reading, writing, and remembering what was read."""

    def __init__(self, database: Database, member: str) -> None:
        self.database = database
        self.member = member
        with database.reading() as connection:
            self.workspace = _find_workspace(connection, member)
        super().__init__(lambda: self.load(Documents.changes))

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

    @contextmanager
    def read(self) -> Iterator[Documents]:
        """What this member may see, at one moment; for the modules that store, restore and erase."""
        with self.database.reading() as connection:
            yield Documents(connection, self.workspace, self.member)

    def load(self, work: Callable[[Documents], T]) -> T:
        """What `work` reads, at one moment."""
        with self.read() as kept:
            return work(kept)

    def write(self, work: Callable[[Documents], T]) -> T:
        """Run `work` in one transaction, which may be repeated; for the modules that store, restore and erase."""

        def counted(connection: Connection) -> tuple[T, int | None, Touched | None]:
            _find_workspace(connection, self.member)  # a colleague may have left since
            docs = Documents(connection, self.workspace, self.member)
            result = work(docs)
            touched = docs.touched
            return result, None if touched == set() else docs.count_change(), touched

        result, at, touched = self.database.write(counted)
        if at is not None:
            self.note(at, touched)
        return result

    def save(self, *rows: Document) -> list[int]:
        """Write documents in one transaction, all of them or none; their versions."""
        return self.write(lambda kept: kept.write(*rows))

    def version(self, kind: str, key: str) -> int:
        """The version of a document ("profile" or "settings" of "me", "person"), to be given back when saving; 0 when new."""
        return self.load(lambda kept: kept.version(kind, key))


def _find_workspace(connection: Connection, member: str) -> str:
    query = select(members.c.workspace_id).where(members.c.id == member, members.c.role != "left")
    found = connection.execute(query).scalar()
    if found is None:
        raise StorageError("There is no such member in this workspace. Sign in again, or ask its owner to invite you.")
    return str(found)
