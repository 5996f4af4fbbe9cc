"""Opening the database, bringing it up to date, and running every write as one transaction.

StorageError
    CannotOpen      no such folder, no right to write, server not reachable, not a database
    NewerData       written by a newer version of this program
    Busy            somebody else is writing for too long
    DiskFull        nothing was written
    Unfit           an id or a name that no database takes
    Conflict        the text was changed meanwhile (see storage.py)
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from planner._tables import REVISION

T = TypeVar("T")

BUSY_SECONDS = 10
_BACKUPS_KEPT = 10
_MIGRATION_LOCK = 7_146_021  # any number, the same in every process: PostgreSQL's advisory lock while migrating


class StorageError(Exception):
    """Something about keeping data went wrong; the text is fit to show."""


class CannotOpen(StorageError):
    """The database cannot be opened at all."""

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(
            f"Your data in {place} cannot be opened: {problem}. Nothing was changed. "
            "Check that the place exists and that you may write there, then start again."
        )


class NewerData(StorageError):
    """The data was written by a newer version of this program."""

    def __init__(self, place: str, revision: str) -> None:
        super().__init__(
            f"Your data in {place} was written by a newer version of this program (data version {revision}). "
            "Nothing was changed. Update the program, then start again."
        )


class Busy(StorageError):
    """Another writer holds the database for longer than we wait."""

    def __init__(self) -> None:
        super().__init__(
            f"Somebody else has been writing for more than {BUSY_SECONDS} seconds, so this was not saved. "
            "Try again in a moment; what you typed is still here."
        )


class DiskFull(StorageError):
    """The disk is full; the transaction was rolled back."""

    def __init__(self) -> None:
        super().__init__(
            "The disk is full, so this was not saved. What was kept before is safe. Free some space and try again."
        )


class Unfit(StorageError):
    """Something in it is longer, or of other characters, than an id may be: only files made elsewhere hold such."""

    def __init__(self) -> None:
        super().__init__(
            "A part of this cannot be kept: an id in it is too long, or made of what are no characters. "
            "Nothing was saved, and what was kept before is safe."
        )


class Conflict(StorageError):
    """A document was changed by somebody else (or in another tab) since it was opened here; both texts are kept."""

    def __init__(self, *, what: str, mine: str, theirs: str, version: int) -> None:
        super().__init__(
            f"This {what} was changed somewhere else since you opened it, so yours was not saved over it. "
            "Both texts are here: keep one, or put them together and save again."
        )
        self.mine = mine
        self.theirs = theirs
        self.version = version


def data_folder() -> Path:
    """The folder where programs keep a user's data on this system (not made here).

    Windows: `%LOCALAPPDATA%`, macOS: `~/Library/Application Support`, elsewhere: `$XDG_DATA_HOME` or `~/.local/share`
    (XDG Base Directory Specification 0.8).
    """
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "event-planner"


def database_url(url: str | None = None) -> URL:
    """Where the data is: the URL given, else `DATABASE_URL`, else an SQLite file in the user's data folder."""
    given = url or os.environ.get("DATABASE_URL")
    if not given:
        return URL.create("sqlite", database=str(data_folder() / "planner.sqlite3"))
    try:
        parsed = make_url(given)
    except ArgumentError as problem:
        raise CannotOpen("DATABASE_URL", "it is not an address such as postgresql+psycopg://user@host/name") from problem
    if parsed.drivername in ("postgres", "postgresql"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise CannotOpen(parsed.render_as_string(), "only SQLite and PostgreSQL are supported")
    return parsed


class Database:
    """One opened, migrated database. `path` is the SQLite file, None for PostgreSQL.

    `notices` are sentences to show once: what happened while opening.
    """

    def __init__(self, url: str | None = None) -> None:
        self.url = database_url(url)
        self.place = self.url.render_as_string(hide_password=True)
        self.notices: tuple[str, ...] = ()
        in_file = self.url.get_backend_name() == "sqlite" and self.url.database not in (None, "", ":memory:")
        self.path = Path(str(self.url.database)).absolute() if in_file else None
        try:
            if self.path:
                self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                self.place = str(self.path)
            self.engine = _make_engine(self.url)
            self._migrate()
        except StorageError:
            raise
        except (DBAPIError, OSError, ImportError) as problem:
            reason = str(problem.orig) if isinstance(problem, DBAPIError) else str(problem)
            raise CannotOpen(self.place, reason.strip().splitlines()[0] if reason.strip() else "unknown reason") from problem

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection in a read transaction: everything read through it belongs together."""
        at_one_moment = {} if self.path else {"isolation_level": "REPEATABLE READ"}  # SQLite's usual way
        with _plain_errors(), self.engine.connect().execution_options(**at_one_moment) as connection, connection.begin():
            yield connection

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in one transaction and return its result: all of it is kept, or nothing.

        It is run again when the server was restarted or another writer made the same row first: all our writes may be
        repeated without harm, since their ids are made by the writer.
        """
        for attempt in range(3):
            try:
                with self.engine.connect().execution_options(writes=True) as connection, connection.begin():
                    return work(connection)
            except NoConnection as problem:  # every connection is in use
                raise Busy from problem
            except UnicodeEncodeError as problem:
                raise Unfit from problem
            except IntegrityError:
                if attempt == 2:
                    raise
            except DBAPIError as problem:
                if not problem.connection_invalidated or attempt == 2:
                    raise _plain_error(problem) from problem
                time.sleep(0.2 * (attempt + 1))
        raise AssertionError("unreachable")

    def close(self) -> None:
        """Let go of every connection; the database can be opened again."""
        self.engine.dispose()

    def _migrate(self) -> None:
        with self.engine.connect() as connection:
            found = _revision(connection)
        if found == REVISION:
            return
        if found is not None and found > REVISION:
            raise NewerData(self.place, found)
        with self.engine.connect().execution_options(writes=True, migrates=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
            if (found := _revision(connection)) != REVISION:  # another program may have done it while we waited
                if found is not None:
                    self.notices = (self._keep_copy(found),)
                _upgrade(connection)
        self.engine.dispose()  # that connection had foreign keys switched off

    def _keep_copy(self, revision: str) -> str:
        """Copy an SQLite file as it is before an upgrade; what to tell the user. Called while nobody else may write."""
        done = "Your data was brought up to date for this version of the program."
        if not self.path:
            return done
        copy = _backup_name(self.path, revision)
        copy_sqlite(self.path, copy)
        return f"{done} A copy as it was before is in {copy}."


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    from alembic import command  # slow to import and rarely needed
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _make_engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, pool_size=5, max_overflow=15, pool_timeout=BUSY_SECONDS)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we begin transactions ourselves: the driver would leave out schema changes
        _write_ahead(connection)
        for pragma in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("migrates"):
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")  # tables are rebuilt; has no effect once begun
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch the file to write-ahead logging, where it stays.

    Two that make the same switch at once are told "locked" without waiting: each holds a read lock the other waits for, and
    SQLite does not ask its busy handler where waiting could last for ever (https://sqlite.org/c3ref/busy_handler.html).
    """
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as problem:
            if "locked" not in str(problem) or time.monotonic() > until:
                raise
            time.sleep(0.02)


@contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except NoConnection as problem:
        raise Busy from problem
    except DBAPIError as problem:
        raise _plain_error(problem) from problem


def _plain_error(problem: DBAPIError) -> Exception:
    reason = str(problem.orig).lower()
    if "locked" in reason or "lock timeout" in reason or "deadlock" in reason:
        return Busy()
    if ("full" in reason and ("disk" in reason or "space" in reason)) or "no space left" in reason:
        return DiskFull()
    if "disk i/o error" in reason:  # SQLite's words for a quota or a size limit, too
        return StorageError(
            "The disk did not take this, so it was not saved. What was kept before is safe. Check that there is room, also "
            "under your quota, and that the disk is in order, then try again."
        )
    if isinstance(problem, DataError):
        return Unfit()
    if isinstance(problem, OperationalError):
        return StorageError(
            f"The database did not answer ({str(problem.orig).strip().splitlines()[0]}), so this was not saved. "
            "What was kept before is safe. Try again in a moment."
        )
    return problem


def _backup_name(path: Path, revision: str) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    older = sorted(path.parent.glob(f"{path.stem}.before-upgrade-*{path.suffix}"), key=lambda p: p.stat().st_mtime)
    for spent in older[: max(0, len(older) - _BACKUPS_KEPT + 1)]:
        spent.unlink(missing_ok=True)
    return path.with_name(f"{path.stem}.before-upgrade-from-{revision}-{stamp}{path.suffix}")


def copy_sqlite(source: Path, target: Path) -> None:
    """Copy an SQLite file while it may be in use, through SQLite's own online backup; the copy is whole or absent."""
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    reading = sqlite3.connect(f"file:{source.as_posix()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    writing = sqlite3.connect(unfinished)
    try:
        reading.backup(writing)
    finally:
        reading.close()
        writing.close()
    unfinished.replace(target)
