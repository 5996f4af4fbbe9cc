"""What goes wrong: killed in the middle of a write, locked, damaged, out of date, two writers at once."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from planner import _database
from planner.journal import new_entry
from planner.records import Draft
from planner.storage import Busy, CannotOpen, Conflict, DiskFull, StorageError, Store, data_folder, open_store

ROOT = Path(__file__).resolve().parent.parent

END_OTHERS = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
)

WRITER = """
import sys
from planner.journal import new_entry
from planner.storage import open_store
store = open_store(sys.argv[1])
for number in range(100_000):
    pair = [new_entry("favour_given", person="p", text=f"{number}{half}") for half in "ab"]
    store.add(*pair)
    print(number, flush=True)
"""


def start_writer(url: str) -> subprocess.Popen[str]:
    """A process that writes pairs of entries and says each number once it is kept."""
    return subprocess.Popen([sys.executable, "-c", WRITER, url], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_nothing_accepted_is_lost_or_halved_by_a_kill(store_url: str) -> None:
    """Killed without warning while writing: every pair reported is there, whole, and the data opens again."""
    open_store(store_url).close()
    writer = start_writer(store_url)
    assert writer.stdout
    said = [writer.stdout.readline() for _ in range(25)]
    os.kill(writer.pid, signal.SIGKILL)
    said += writer.stdout.readlines()
    writer.wait()
    accepted = {int(line) for line in said if line.endswith("\n")}
    again = open_store(store_url)
    texts = [e.text for e in again.entries()]
    assert {f"{n}{half}" for n in accepted for half in "ab"} <= set(texts)
    assert len(texts) == len(set(texts))
    assert len(texts) % 2 == 0
    again.add(new_entry("idea", text="still works"))
    again.close()


def test_two_writers_at_once_lose_and_double_nothing(store_url: str) -> None:
    """Two stores on one database, as two app processes, writing at the same time, each entry twice."""
    stores = [open_store(store_url), open_store(store_url)]
    entries = [new_entry("favour_given", person="p", text=str(n)) for n in range(60)]
    problems: list[Exception] = []

    def write(kept: Store) -> None:
        try:
            for entry in entries:
                kept.add(entry)
        except Exception as problem:
            problems.append(problem)

    threads = [threading.Thread(target=write, args=(s,)) for s in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert sorted(int(e.text) for e in stores[0].entries()) == list(range(60))
    for kept in stores:
        kept.close()


def test_two_tabs_saving_one_draft_at_once_never_overwrite_silently(store_url: str) -> None:
    """However they interleave, each save is kept as a version of its own or refused with both texts."""
    stores = [open_store(store_url), open_store(store_url)]
    first = stores[0].save_draft(Draft("p", "thanks", "email", "start"))
    results: list[str] = []

    def save(kept: Store, words: str) -> None:
        try:
            kept.save_draft(replace(first, text=words))
            results.append("saved")
        except Conflict as problem:
            results.append(f"refused, holding {sorted((problem.mine, problem.theirs))}")

    threads = [threading.Thread(target=save, args=pair) for pair in zip(stores, ("mine", "theirs"), strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["refused, holding ['mine', 'theirs']", "saved"]
    for kept in stores:
        kept.close()


def test_a_locked_database_says_so_and_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else holds the file: a plain sentence, and the same write works a moment later."""
    monkeypatch.setattr(_database, "BUSY_SECONDS", 0.2)
    path = tmp_path / "planner.sqlite3"
    store = open_store(f"sqlite:///{path}")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    entry = new_entry("idea", text="kept")
    with pytest.raises(Busy, match="not saved"):
        store.add(entry)
    assert store.entries() == ()
    other.execute("ROLLBACK")
    other.close()
    store.add(entry)
    assert store.entries() == (entry,)
    store.close()


def test_a_full_disk_says_so_and_keeps_what_was_there(tmp_path: Path) -> None:
    """SQLite may grow no further: the write is refused whole."""
    store = open_store(f"sqlite:///{tmp_path / 'planner.sqlite3'}")
    store.add(new_entry("idea", text="first"))
    with store.database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    with pytest.raises(DiskFull, match="not saved"):
        store.add(*(new_entry("idea", text="x" * 10_000) for _ in range(50)))
    assert [e.text for e in store.entries()] == ["first"]
    store.close()


FILLER = """
import resource, sys
from pathlib import Path
from planner.journal import new_entry
from planner.storage import StorageError, open_store
store = open_store(sys.argv[1])
store.add(new_entry("idea", text="start"))
largest = max(p.stat().st_size for p in Path(sys.argv[2]).iterdir())
resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 200_000, resource.RLIM_INFINITY))
for number in range(10_000):
    try:
        store.add(*(new_entry("idea", text=f"{number}{half} " + "x" * 3000) for half in "ab"))
    except StorageError as problem:
        print(problem)
        break
    print(number, flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.add(new_entry("idea", text="room again"))
store.close()
"""


def test_files_that_may_grow_no_further_lose_nothing_accepted(tmp_path: Path) -> None:
    """The system itself refuses the bytes in the middle of a write: a sentence, no half pair, and with room all goes on."""
    pytest.importorskip("resource")
    url = f"sqlite:///{tmp_path / 'planner.sqlite3'}"
    command = [sys.executable, "-c", FILLER, url, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    *accepted, sentence = done.stdout.splitlines()
    assert accepted
    assert "not saved" in sentence
    assert "Check that there is room" in sentence
    store = open_store(url)
    words = [(e.text or "").split()[0] for e in store.entries()]
    assert words == ["start", *(n + half for n in accepted for half in "ab"), "room"]
    store.close()


def test_a_restarted_server_is_reconnected_to(new_postgres: str) -> None:
    """PostgreSQL ended every connection: the next read and write work."""
    store = open_store(new_postgres)
    store.add(new_entry("idea", text="before"))
    admin = create_engine(new_postgres, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(END_OTHERS)
    admin.dispose()
    store.add(new_entry("idea", text="after"))
    assert [e.text for e in store.entries()] == ["before", "after"]
    store.close()


def test_a_connection_lost_during_a_write_is_written_once(new_postgres: str) -> None:
    """The server ends the connection between our statements: the whole transaction is run again, and kept once."""
    store = open_store(new_postgres)
    times = []

    def work(docs):  # type: ignore[no-untyped-def]
        times.append(1)
        if len(times) == 1:
            mine = docs.connection.execute(text("SELECT pg_backend_pid()")).scalar()
            admin = create_engine(new_postgres, isolation_level="AUTOCOMMIT")
            with admin.connect() as other:
                other.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": mine})
            admin.dispose()
        docs.add([entry])

    entry = new_entry("idea", text="once")
    store.write(work)
    assert len(times) == 2
    assert store.entries() == (entry,)
    store.close()


def test_more_at_once_than_connections_is_said_and_nothing_is_lost(new_postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every connection of the process is in use: a sentence, and the same write works a moment later."""
    monkeypatch.setattr(_database, "BUSY_SECONDS", 0.2)
    store = open_store(new_postgres)
    entry = new_entry("idea", text="kept")
    with ExitStack() as others:
        for _ in range(20):
            others.enter_context(store.database.engine.connect())
        with pytest.raises(Busy, match="not saved"):
            store.add(entry)
        with pytest.raises(Busy):
            store.entries()
    store.add(entry)
    assert store.entries() == (entry,)
    store.close()


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough to look like one" * 30, b"SQLite format 3\x00" * 9]
)
def test_a_damaged_file_is_said_to_be_and_left_alone(tmp_path: Path, content: bytes) -> None:
    """No traceback, and the file stays as it is."""
    path = tmp_path / "planner.sqlite3"
    path.write_bytes(content)
    with pytest.raises(CannotOpen, match="cannot be opened"):
        open_store(f"sqlite:///{path}")
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql://u@h/d", "sqlite:////proc/no/such.db", "postgresql://u:geheim@127.0.0.1:1/d?connect_timeout=1"]
)
def test_an_address_that_leads_nowhere_is_explained(url: str) -> None:
    """With what to check, and never with the password."""
    with pytest.raises(CannotOpen) as refused:
        open_store(url)
    assert "geheim" not in str(refused.value)


def test_an_unknown_member_gets_nothing(store_url: str) -> None:
    """A store belongs to somebody."""
    with pytest.raises(StorageError, match="no such member"):
        open_store(store_url, member="stranger")


def test_without_an_address_data_is_kept_in_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the place the system keeps such things, readable by nobody else."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    store = open_store()
    assert store.database.path == data_folder() / "planner.sqlite3"
    assert (data_folder().stat().st_mode & 0o077) == 0
    store.close()
